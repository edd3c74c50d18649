"""Fields: their results are text, their instructions are not (ISO/IEC 29500-1, 17.16).

A field may run over many paragraphs, as a table of contents does, so what is open is kept between them.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import TYPE_CHECKING

from reportgen.readers.docx.field_numbers import FieldNumbers
from reportgen.readers.docx.forms import chosen
from reportgen.readers.docx.names import W
from reportgen.text.patterns import lazy

if TYPE_CHECKING:
    from lxml.etree import _Element as Element

_LIST_NUMBER = lazy(r"\s*LISTNUM\b", re.IGNORECASE)
_CONTENTS = lazy(r"\s*TOC\b", re.IGNORECASE)
# What Word's 带圈字符 and 拼音指南 leave in a document of the older form: a formula without a result.
_ENCLOSED = lazy(r"\s*EQ\s+\\o\\ac\(.*?[,，]\s*(?P<sign>[^()]{1,4})\)", re.IGNORECASE)
_PHONETIC = lazy(r"\s*EQ\s.*\\o\\ad\(.*[,，]\s*(?P<sign>[^(),，]+)\)", re.IGNORECASE)


_CIRCLED = range(1, 21)  # ① to ⑳
_LONGEST = 1000
"""Characters of an instruction that are looked at; those that mean something here have some ten."""


@dataclass(slots=True)
class _Field:
    """An open field; `shown` and `in_contents` are what holds around it, which stays while it is open.

    `data` is what a form keeps of it, `has_result` whether it holds any text that it shows.
    """

    shown: bool
    in_contents: bool
    instruction: str = ""
    separated: bool = False
    data: Element | None = None
    has_result: bool = False


def unmatched(root: Element) -> frozenset[Element]:
    """Return the `w:fldChar` that begin a field which never ends; Word shows what follows all the same."""
    marks = root.iterfind(f".//{W}fldChar")
    begun: list[Element] = []
    for mark in marks:
        kind = mark.get(f"{W}fldCharType")
        if any(parent.tag in {f"{W}del", f"{W}moveFrom"} for parent in mark.iterancestors()):
            continue
        if kind == "begin":
            begun.append(mark)
        elif kind == "end" and begun:
            begun.pop()
    return frozenset(begun)


class Fields:
    """The fields that are open at a place of a story, outermost first."""

    def __init__(
        self, ignored: frozenset[Element] = frozenset(), numbers: FieldNumbers | None = None
    ) -> None:
        self._open: list[_Field] = []
        self._ignored = ignored
        self.numbers = numbers or FieldNumbers()

    @property
    def shown(self) -> bool:
        """Whether text at this place is printed: no instruction, and no table of contents."""
        if not self._open:
            return True
        field = self._open[-1]
        return field.shown and field.separated and not is_contents(field.instruction)

    @property
    def in_contents(self) -> bool:
        """Whether this place is inside a table of contents (17.16.5.68)."""
        return bool(self._open) and (self._open[-1].in_contents or is_contents(self._open[-1].instruction))

    def instruct(self, text: str) -> None:
        """Take a piece of a field's instruction (`w:instrText`)."""
        if self._open and not self._open[-1].separated:
            field = self._open[-1]
            field.instruction += text[: _LONGEST - len(field.instruction)]

    def take(self) -> None:
        """Note that text stands here, the result of every field around it."""
        for field in self._open:
            field.has_result = field.has_result or field.separated

    def mark(self, element: Element) -> str | None:
        """Take a `w:fldChar`; return the text of a field that ends without a result but shows something.

        None is for a number of a list that is not known here.
        """
        kind = element.get(f"{W}fldCharType")
        if kind == "begin" and element not in self._ignored:
            data = element.find(f"{W}ffData")
            self._open.append(_Field(self.shown, self.in_contents, data=data))
        elif kind == "separate" and self._open:
            self._open[-1].separated = True
        elif kind == "end" and self._open:
            ended = self._open.pop()
            return "" if ended.has_result or not ended.shown else self.result(ended.instruction, ended.data)
        return ""

    def result(self, instruction: str, data: Element | None = None) -> str | None:
        """Return what a field without a result shows; None for a number that only its own list can tell."""
        made = chosen(instruction, data)
        made = self.numbers.number(instruction) if made is None else made
        if made is None and not _LIST_NUMBER.match(instruction):
            return computed(instruction)
        return made


def is_contents(instruction: str) -> bool:
    """Whether a field is a table of contents."""
    return bool(_CONTENTS.match(instruction))


def computed(instruction: str) -> str:
    r"""Return the sign that an `EQ \o` field shows: ① for a 1 in a ring, the base of a phonetic guide."""
    found = _ENCLOSED.match(instruction) or _PHONETIC.match(instruction)
    if not found:
        return ""
    sign = found["sign"].strip()
    circled = sign.isdecimal() and int(sign) in _CIRCLED and "ac" in found[0].lower()
    return chr(ord("①") + int(sign) - 1) if circled else sign
