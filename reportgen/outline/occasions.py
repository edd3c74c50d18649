"""A heading of the format's that names the occasion, and no part of the speech: ## ——在某会议上的讲话."""

from __future__ import annotations

from collections.abc import Sequence

from reportgen.outline.paragraphs import Paragraph
from reportgen.outline.signatures import is_titled
from reportgen.text.patterns import lazy

_HELD = lazy(r"(?P<dash>[—－─-]{1,2}\s*)?在.{3,50}(?:上|中|时|期间)的?.{0,8}")


def is_occasion(text: str, row: Paragraph, rows: Sequence[Paragraph]) -> bool:
    """Whether a heading names the occasion, as no other of its level does.

    Args:
        text: the speech.
        row: a paragraph below the title.
        rows: all paragraphs; in a collection several headings name one, and each begins a speech.
    """
    if row.level is None or not _names_occasion(text, row):
        return False
    return sum(one.level == row.level and _names_occasion(text, one) for one in rows) == 1


def _names_occasion(text: str, row: Paragraph) -> bool:
    line = text[row.text_start : row.end]
    found = _HELD.fullmatch(line)
    return found is not None and bool(found["dash"] or is_titled(line))
