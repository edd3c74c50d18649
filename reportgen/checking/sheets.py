"""Read an Excel file: every cell that holds something, sheet by sheet."""

from __future__ import annotations

from typing import TYPE_CHECKING

from reportgen.checking.placed import Placed
from reportgen.text.patterns import lazy

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from lxml.etree import _Element as Element

    from reportgen.checking.package import Package

_S = "{http://schemas.openxmlformats.org/spreadsheetml/2006/main}"
_R = "{http://schemas.openxmlformats.org/officeDocument/2006/relationships}"
_ESCAPE = lazy(r"_x([0-9A-Fa-f]{4})_")
_COLUMN = lazy(r"[A-Z]+")
_WHOLE = lazy(r"(\d+)\.0+")
_HEAD = 3
"""Cells that a row has at least to be the head of a table."""


def read_sheets(package: Package) -> tuple[Placed, ...]:
    """Return the texts of all cells; numbers as they are stored."""
    main = package.main
    root, targets, related = package.root(main), package.targets(main), package.related(main)
    strings = _strings(package.root(related.get("sharedStrings", ("",))[0]))
    found: list[Placed] = []
    for sheet in root.iter(f"{_S}sheet") if root is not None else ():
        part = package.root(targets.get(sheet.get(f"{_R}id", ""), ""))
        if part is not None:
            _read(part, sheet.get("name", ""), strings, found)
    return tuple(found)


def _strings(root: Element | None) -> list[str]:
    return [_words(item) for item in root.iter(f"{_S}si")] if root is not None else []


def _words(item: Element) -> str:
    """The words of a string, runs joined; readings above the characters are none of them."""
    texts = (text for text in item.iter(f"{_S}t") if getattr(text.getparent(), "tag", "") != f"{_S}rPh")
    return "".join(_unescaped(text.text or "") for text in texts)


def _unescaped(text: str) -> str:
    """Return a string with the characters that XML cannot hold (``_x000B_``, ISO/IEC 29500-1, 22.9.2.19).

    Words of that form are written with their underscore escaped (``_x005F_x000B_``), so a string is read so
    once. Texts of Word and PowerPoint files know no such escapes.
    """
    return _ESCAPE.sub(lambda found: chr(int(found[1], 16)), text) if "_x" in text else text


def _read(part: Element, name: str, strings: Sequence[str], found: list[Placed]) -> None:
    unit = found[-1].unit if found else 0
    heads: dict[str, str] = {}
    for row in part.iter(f"{_S}row"):
        unit += 1
        cells = [(place, text) for place, text in _cells(row, strings) if text.strip()]
        if not heads and len(cells) >= _HEAD:
            heads = {_column(place): "".join(text.split()) for place, text in cells}
        for place, text in cells:
            column = heads.get(_column(place), "")
            head = "" if "".join(text.split()) == column else column
            found.append(Placed(text, f"{name}!{place}", unit, column=head, table=True))


def _column(place: str) -> str:
    letters = _COLUMN.match(place)
    return letters[0] if letters else ""


def _cells(row: Element, strings: Sequence[str]) -> Iterator[tuple[str, str]]:
    for cell in row.iter(f"{_S}c"):
        kind, value = cell.get("t", "n"), cell.find(f"{_S}v")
        text = value.text or "" if value is not None else ""
        if kind == "s":
            text = strings[int(text)] if text.isdecimal() and int(text) < len(strings) else ""
        elif kind == "inlineStr":
            text = _words(cell)
        elif kind == "str":
            text = _unescaped(text)
        elif kind == "n" and (whole := _WHOLE.fullmatch(text)):
            text = whole[1]
        yield cell.get("r", ""), text
