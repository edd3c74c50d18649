"""Whether a paper is joined to the speech: its numbering begins anew below a name of its own."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from itertools import islice

from reportgen.outline.apart.blocks import line_of
from reportgen.outline.markers import Marker, match_marker
from reportgen.outline.paragraphs import Paragraph
from reportgen.outline.salutations import is_salutation
from reportgen.text.patterns import lazy

NEAR = 4
"""Paragraphs between the name of a paper and its first number: title, unit, date, form of address."""
LONGEST_OPENING = 4
"""Paragraphs behind a form of address that a speech opens with before it counts."""

_NUMBER = r"(?:\d{1,2}|[一二三四五六七八九十]{1,3})"
_COUNTED = lazy(
    rf"(?:第\s*(?P<number>{_NUMBER})\s*(?P<unit>[讲课篇])|(?P<name>范文|例文|篇){_NUMBER})(?:[：:、\s][^。；]*)?"
)
# Reports and plans may be the parts of one paper; what somebody says at a meeting is one by itself.
_SPEECH = lazy(r"[^。；！？，：]{4,}(?:讲话|发言|致辞|致词|主持词)(?:稿|提纲)?(?:[（(][^（）()]{1,20}[）)])?")
# What numbers the sections of a speech; 1. and （一） count within one.
_OF_SECTIONS = frozenset({"han", "part", "chapter"})


def begins_anew(text: str, rows: Sequence[Paragraph], at: int) -> bool:
    """Whether the first number behind a line is a one, of the kind that numbers the speech above."""
    first = _first_behind(text, rows, at)
    if first is None or first.value != 1:
        return False
    if first.kind.name not in _OF_SECTIONS:
        return False
    upwards = (rows[one] for one in range(at - 1, -1, -1))
    last = next((one for one in _sections(text, upwards) if one.kind is first.kind), None)
    return last is not None and last.value > 1


def is_numbered(text: str, rows: Sequence[Paragraph], at: int) -> bool:
    """Whether the first number behind a line is a one, of whatever firm kind."""
    first = _first_behind(text, rows, at)
    return first is not None and first.value == 1 and not first.kind.floats


def is_joined(text: str, rows: Sequence[Paragraph], at: int) -> bool:
    """Whether 第二讲, 篇二 or the title of another speech stands there, and the numbering begins anew.

    Where lectures are the sections of the one paper (第一讲 … 第二讲 …), they stay so.
    """
    line = line_of(text, rows[at])
    counted = _COUNTED.fullmatch(line)
    if counted:
        unit = counted["unit"] or counted["name"]
        return not _counts(text, islice(rows, at), unit) and begins_anew(text, rows, at)
    named = _SPEECH.fullmatch(line) and not _marker(text, rows[at])
    return bool(named) and begins_anew(text, rows, at)


def _counts(text: str, rows: Iterable[Paragraph], unit: str) -> bool:
    """Whether a line above counts the same way."""
    lines = (_COUNTED.fullmatch(line_of(text, row)) for row in rows)
    return any(found and unit in (found["unit"], found["name"]) for found in lines)


def _first_behind(text: str, rows: Sequence[Paragraph], at: int) -> Marker | None:
    addressed = any(is_salutation(line_of(text, row)) for row in rows[at + 1 : at + 1 + NEAR])
    reach = NEAR + LONGEST_OPENING * addressed
    near = (_marker(text, row) for row in rows[at + 1 : at + 1 + reach])
    return next(filter(None, near), None)


def _sections(text: str, rows: Iterable[Paragraph]) -> Iterator[Marker]:
    found = (_marker(text, row) for row in rows)
    return (marker for marker in found if marker and marker.kind.name in _OF_SECTIONS)


def _marker(text: str, row: Paragraph) -> Marker | None:
    marker = match_marker(text, row.text_start, row.end)
    return None if marker and marker.kind.name == "dash" else marker
