"""The checklist without its rows: styles, head, page set-up, conditions and choices, made once for a look.

XlsxWriter makes a frame from a checklist of so many rows; those of the shipped looks are written down, so
that it is not loaded for them (`tools/record_templates.py`). Rows are put in here as it puts them in, to the
byte; what is odd (one row or none, words that look like escapes) is left to it.
"""

from __future__ import annotations

import hashlib
import json
from collections.abc import Mapping, Sequence
from dataclasses import asdict, dataclass, field, replace
from pathlib import Path
from re import DOTALL
from typing import TYPE_CHECKING

from reportgen.office.stable import written
from reportgen.office.zips import Archive
from reportgen.planning.checklist import Checklist, ChecklistRow
from reportgen.rendering.characters import printable
from reportgen.rendering.xlsx.rows import HEAD, Row, rows_of
from reportgen.text.patterns import lazy

if TYPE_CHECKING:
    from reportgen.rendering.xlsx.look import ChecklistLook

FOLDER = Path(__file__).parent / "frames"
Frame = Mapping[str, str]
"""The parts of a workbook by their names, in the order in which they are written."""
_SHEET, _STRINGS = "xl/worksheets/sheet1.xml", "xl/sharedStrings.xml"
_CORE, _BOOK = "docProps/core.xml", "xl/workbook.xml"
_COLUMNS = "ABCDEFGH"
_BASIS = "reportgen basis"
_ROWS = 97
_LAST = HEAD + 1 + _ROWS
_LEAST = 2
"""Rows of which a range is written as one, from the first to the last."""
_END = lazy(rf"(?<=[A-H$])(?:{_LAST}|{_LAST + 1})\b")
"""Where the last row is named, or the one below it that has the line under the table."""
_ROW = lazy(r'<row r="\d+".*?</row>')
_STYLE, _NUMBER = lazy(r' s="(\d+)"'), lazy(r"<v>\d+</v>")
_LIST = lazy(r'count="\d+" uniqueCount="\d+"(?:/>|>.*)', DOTALL)
_PIXEL, _USUAL = 0.75, 20
"""Points of a pixel; the pixels of a row that need not be stated."""
_ODD = lazy(r"_x[0-9A-Fa-f]{4}_|^<r>|^\s|\s$|^$")
_LONGEST = 16_000
"""Characters of a cell that Excel takes, whatever they are."""


@dataclass
class _Words:
    """The words of a workbook, each written once, and their numbers."""

    numbers: dict[str, int] = field(default_factory=dict)
    count: int = 0

    def number(self, text: str) -> int:
        self.count += 1
        return self.numbers.setdefault(text, len(self.numbers))

    def written(self) -> str:
        items = "".join(f"<si><t>{_escaped(text)}</t></si>" for text in self.numbers)
        return f'count="{self.count}" uniqueCount="{len(self.numbers)}">{items}</sst>'


def filled(checklist: Checklist, look: ChecklistLook) -> bytes | None:
    """Return the checklist as a workbook; None where it is odd.

    Args:
        checklist: the rows and what stands above them.
        look: fonts, sizes, colours and widths.
    """
    basis, rows = printable(checklist.basis), list(rows_of(checklist, look))
    cells = (text for row in rows for text in row.cells if text)
    if len(rows) < _LEAST or any(map(_is_odd, (basis, *cells))):
        return None
    frame, words = _frame(checklist, look), _Words()
    sheet = _with_rows(frame[_SHEET], rows, (checklist.title, basis, *checklist.columns), words)
    parts = {
        **frame,
        _SHEET: sheet,
        _BOOK: _moved(frame[_BOOK], HEAD + 1 + len(rows)),
        _CORE: frame[_CORE].replace(_BASIS, _escaped(basis)),
        _STRINGS: _LIST.sub(lambda _: words.written(), frame[_STRINGS]),
    }
    return written({name: text.encode() for name, text in parts.items()})


def _escaped(text: str) -> str:
    # The standard library's own is loaded with a parser and all that opens addresses.
    return text.replace("&", "&amp;").replace("<", "&lt;").replace(">", "&gt;")


def _is_odd(text: str) -> bool:
    return text != printable(text) or len(text) > _LONGEST or _ODD.search(text) is not None


def _moved(text: str, last: int) -> str:
    """A text of a frame that names another last row."""
    ends = {str(_LAST): str(last), str(_LAST + 1): str(last + 1)}
    return _END.sub(lambda found: ends[found[0]], text)


def _with_rows(sheet: str, rows: Sequence[Row], above: Sequence[str], words: _Words) -> str:
    """A sheet of a frame with other rows; they name their words by numbers."""
    own = list(_ROW.finditer(sheet))
    first, below, last = own[HEAD + 1], own[-1], HEAD + 1 + len(rows)
    styles, texts = _STYLE.findall(first[0]), iter(above)
    head = _NUMBER.sub(lambda _: f"<v>{words.number(next(texts))}</v>", sheet[: first.start()])
    return "".join(
        (
            _moved(head, last),
            *(_written(row, styles, words) for row in rows),
            below[0].replace(str(_LAST + 1), str(last + 1)),
            _moved(sheet[below.end() :], last),
        )
    )


def _written(row: Row, styles: Sequence[str], words: _Words) -> str:
    number = row.at + 1
    pixels = int(row.height / _PIXEL + 0.5)
    height = "" if pixels == _USUAL else f' ht="{pixels * _PIXEL:.16g}" customHeight="1"'
    cells = [f'<c r="A{number}" s="{styles[0]}"><v>{row.cells[0]}</v></c>']
    for column, style, text in zip(_COLUMNS[1:], styles[1:], row.cells[1:], strict=True):
        cell = f'<c r="{column}{number}" s="{style}"'
        cells.append(f'{cell} t="s"><v>{words.number(text)}</v></c>' if text else f"{cell}/>")
    return f'<row r="{number}" spans="1:8"{height}>{"".join(cells)}</row>'


def key_of(checklist: Checklist, look: ChecklistLook) -> str:
    """Return what a frame is known by: the digest of the look and of what stands in every checklist."""
    said = (asdict(look), checklist.title, checklist.columns, checklist.states)
    return hashlib.sha256(json.dumps(said, ensure_ascii=False, sort_keys=True).encode()).hexdigest()


def made(checklist: Checklist, look: ChecklistLook) -> Frame:
    """Return a frame, made by XlsxWriter."""
    from reportgen.rendering.xlsx.workbook import workbook

    sample = ChecklistRow(1, "甲", "乙", "丙", "丁", "戊", "己")
    archive = Archive(workbook(replace(checklist, basis=_BASIS, entries=(sample,) * _ROWS), look))
    parts = {name: (archive.part(name) or b"").decode() for name in archive.names}
    found = list(_ROW.finditer(parts[_SHEET]))
    kept, below = found[HEAD + 1].end(), found[-1].start()  # of rows that are alike one is enough
    return {**parts, _SHEET: parts[_SHEET][:kept] + parts[_SHEET][below:]}


_MOST = 16
_kept: dict[str, Frame] = {}
"""The frames of this process; a look is not kept for ever."""


def _frame(checklist: Checklist, look: ChecklistLook) -> Frame:
    key = key_of(checklist, look)
    if key not in _kept:
        if len(_kept) >= _MOST:
            _kept.clear()
        path = FOLDER / f"{key}.json"
        _kept[key] = json.loads(path.read_bytes()) if path.exists() else made(checklist, look)
    return _kept[key]
