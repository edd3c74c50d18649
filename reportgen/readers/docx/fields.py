"""Fields: their results are text, their instructions are not (ISO/IEC 29500-1, 17.16).

A field may run over many paragraphs, as a table of contents does, so what is open is kept between them.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import TYPE_CHECKING

from reportgen.readers.docx import bare_fields
from reportgen.readers.docx.field_numbers import FieldNumbers
from reportgen.readers.docx.forms import chosen
from reportgen.readers.docx.names import W
from reportgen.text.patterns import lazy

if TYPE_CHECKING:
    from lxml.etree import _Element as Element

_LIST_NUMBER = lazy(r"\s*LISTNUM\b", re.IGNORECASE)
_UNTOLD = "个列表编号域"
_CONTENTS = lazy(r"\s*TOC\b", re.IGNORECASE)
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

    def mark(self, element: Element) -> tuple[str | None, str]:
        """Take a `w:fldChar`; return what a field that ends without a result shows, as `result` does."""
        kind = element.get(f"{W}fldCharType")
        if kind == "begin" and element not in self._ignored:
            data = element.find(f"{W}ffData")
            self._open.append(_Field(self.shown, self.in_contents, data=data))
        elif kind == "separate" and self._open:
            self._open[-1].separated = True
        elif kind == "end" and self._open:
            ended = self._open.pop()
            if not ended.has_result and ended.shown:
                return self.result(ended.instruction, ended.data)
        return "", ""

    def result(self, instruction: str, data: Element | None = None) -> tuple[str | None, str]:
        """Return what a field without a result shows, and what to call it where that is not known (None)."""
        made = chosen(instruction, data)
        made = self.numbers.number(instruction) if made is None else made
        if made is None and not _LIST_NUMBER.match(instruction):
            return bare_fields.shown(instruction)
        return made, _UNTOLD


def is_contents(instruction: str) -> bool:
    """Whether a field is a table of contents."""
    return bool(_CONTENTS.match(instruction))
