"""What a format said about each line of the speech, at the end of a brief.

The lines themselves are cut again from the text; written down is only what differs from a line of plain text.
The fields are those of `Line`, whatever they are: one that is added there is written and read back here.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import dataclass, fields, replace
from typing import Any, get_type_hints

from reportgen.analysis.notation import names
from reportgen.analysis.notation.cells import Cell
from reportgen.analysis.notation.faults import AGAIN
from reportgen.analysis.notation.spans import read_number, read_ranges, write_spans
from reportgen.analysis.notation.tree import Tree
from reportgen.source import Line, Source, Span, split_lines

_YES = "是"


@dataclass(frozen=True, slots=True)
class _Form:
    """How values of one type are written, and read in a text of so many characters."""

    write: Callable[[Any], str]
    read: Callable[[Cell, int], Any]


def _flag(cell: Cell, _length: int) -> bool:
    if cell.text() != _YES:
        raise cell.fault(f"“{cell.name}”后面应是“{_YES}”", AGAIN)
    return True


def _span(cell: Cell, length: int) -> Span:
    found = read_ranges(cell, length)
    if len(found) != 1:
        raise cell.fault(f"“{cell.name}”后面应是一处位置", AGAIN)
    return found[0]


# What a line of plain text has of each type is what is not written: no flag is ever "no".
_NUMBER = _Form(str, lambda cell, _length: read_number(cell))
_FORMS: dict[object, _Form] = {
    int: _NUMBER,
    int | None: _NUMBER,
    bool: _Form(lambda _value: _YES, _flag),
    str: _Form(str, lambda cell, _length: cell.text()),
    str | None: _Form(str, lambda cell, _length: cell.text()),
    Span: _Form(lambda span: write_spans([span]), _span),
    tuple[Span, ...]: _Form(write_spans, read_ranges),
}
_TYPES = get_type_hints(Line)
# A field of a type that has no form yet stops the program here, and not a user's work later.
EVIDENCE = {
    field.name: (names.EVIDENCE.get(field.name, field.name), _FORMS[_TYPES[field.name]])
    for field in fields(Line)
}
"""The key and the form of every field of a line."""
_KEYS = (names.LINE, *(key for key, _ in EVIDENCE.values()))


def write_lines(source: Source) -> Iterator[Tree]:
    """Yield an entry for each line that is more than plain text."""
    for number, (line, usual) in enumerate(zip(source.lines, split_lines(source.text), strict=True), 1):
        said = {
            key: form.write(getattr(line, name))
            for name, (key, form) in EVIDENCE.items()
            if getattr(line, name) != getattr(usual, name)
        }
        if said:
            yield {names.LINE: str(number), **said}


def read_lines(text: str, cell: Cell | None) -> tuple[Line, ...]:
    """Return the lines of a text with what `write_lines` wrote about them.

    Raises:
        BriefError: an entry is of no line, or says what no line can be.
    """
    lines = list(split_lines(text))
    for entry in cell.items() if cell else ():
        said = entry.fields(_KEYS)
        number = read_number(said[names.LINE]) if names.LINE in said else 0
        if not 1 <= number <= len(lines):
            raise entry.fault(f"“{names.FORMATS}”里没有这一行", AGAIN)
        known: dict[str, Any] = {
            name: form.read(said[key], len(text)) for name, (key, form) in EVIDENCE.items() if key in said
        }
        lines[number - 1] = replace(lines[number - 1], **known)
    return tuple(lines)
