"""Names of the fields of a form, set as headings over what is no section: 标题, 称谓, 落款."""

from __future__ import annotations

from collections.abc import Collection, Sequence

from reportgen.outline.apart.blocks import line_of
from reportgen.outline.paragraphs import Paragraph
from reportgen.text.patterns import lazy

_FIELD = lazy(r"标题|称谓|称呼|主送(?:单位|机关)|正文")
_TAIL = lazy(r"落款|附注|版记|抄送|印发")


MOST_BELOW = 12
"""Paragraphs that stand below a paper at most: unit, day, remarks, where it goes."""
LONGEST_BELOW = 60


def form_fields(text: str, rows: Sequence[Paragraph]) -> Collection[int]:
    """Evidence: a line that is nothing but the name of a field; the title that comes again below it."""
    taken: set[int] = set()
    known = {line_of(text, row) for row in rows[:1]}
    for at, row in enumerate(rows):
        if at and _FIELD.fullmatch(line_of(text, row)):
            taken.add(at)
            taken |= {at + 1} if at + 1 < len(rows) and line_of(text, rows[at + 1]) in known else set()
    return taken


def form_tail(text: str, rows: Sequence[Paragraph]) -> Collection[int]:
    """Evidence: the name of a field of those below a paper, and nothing but short lines behind."""
    for at in range(max(len(rows) - MOST_BELOW, 1), len(rows)):
        short = all(row.end - row.start <= LONGEST_BELOW for row in rows[at:])
        if short and _TAIL.fullmatch(line_of(text, rows[at])):
            return range(at, len(rows))
    return ()
