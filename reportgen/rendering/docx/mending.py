"""Filled text made elements, and what a template's tags leave undone in them mended.

Lines and tabs of the words become elements; a table has as many columns as a loop has made; drawings are
numbered anew, since a loop repeats them. Nothing that is torn is mended: that would drop words in silence.
"""

from __future__ import annotations

from copy import deepcopy
from typing import TYPE_CHECKING

from lxml import etree

from reportgen.office.faults import DeclaredError, MarkupError
from reportgen.office.markup import declares_type
from reportgen.rendering.docx.shim import new, qn, whole
from reportgen.rendering.elements import parent_of

if TYPE_CHECKING:
    from lxml.etree import _Element as Element

_DRAWING = "{http://schemas.openxmlformats.org/drawingml/2006/wordprocessingDrawing}docPr"
_FIRST_DRAWING = 1001
_SPACE = "{http://www.w3.org/XML/1998/namespace}space"


def body_of(text: str) -> Element:
    """Return the body of a document.

    Raises:
        PackageError: it is not well formed.
    """
    body = _parsed(text)
    _break_lines(body)
    for table in body.iter(qn("w:tbl")):
        _fit_columns(table)
    for number, drawing in enumerate(body.iter(_DRAWING), _FIRST_DRAWING):
        drawing.set("id", str(number))
    return body


def head_of(text: str) -> Element:
    """Return a head, a foot or the notes; errors as of `body_of`."""
    head = _parsed(text, remove_blank_text=True)
    _break_lines(head)
    return head


def _parsed(text: str, *, remove_blank_text: bool = False) -> Element:
    data = text.encode()
    if declares_type(data):
        raise DeclaredError("a document type is declared")
    parser = etree.XMLParser(
        remove_blank_text=remove_blank_text, resolve_entities=False, no_network=True, load_dtd=False
    )
    try:
        return etree.fromstring(data, parser)
    except etree.XMLSyntaxError as error:
        raise MarkupError(error.position[0]) from None


def _break_lines(root: Element) -> None:
    for text in list(root.iter(qn("w:t"))):
        words = text.text
        if words and ("\n" in words or "\t" in words) and parent_of(text).tag == qn("w:r"):
            _split(text, words)


def _split(text: Element, words: str) -> None:
    """Put a break for each line's end, and for each tab a run of its own, with the look of the words'."""
    run = parent_of(text)
    first, *others = words.split("\t")
    last = _write(text, first)
    for more in others:
        rest = list(last.itersiblings())
        tab, behind = _like(run), _like(run)
        tab.append(new("w:tab"))
        run.addnext(tab)
        tab.addnext(behind)
        last = new("w:t")
        last.set(_SPACE, "preserve")
        behind.append(last)
        behind.extend(rest)
        last, run = _write(last, more), behind


def _write(text: Element, words: str) -> Element:
    """Write words into an element, with breaks behind it; return the last element."""
    first, *others = words.split("\n")
    text.text = first or None
    for line in others:
        end, more = new("w:br"), new("w:t")
        more.set(_SPACE, "preserve")
        more.text = line or None
        text.addnext(end)
        end.addnext(more)
        text = more
    return text


def _like(run: Element) -> Element:
    """An empty run with the properties of `run`."""
    shell = new("w:r")
    properties = run.find(qn("w:rPr"))
    if properties is not None and len(properties):
        shell.append(deepcopy(properties))
    return shell


def _fit_columns(table: Element) -> None:
    """Let a table have the columns that its rows have; it keeps its width, and they share it as they did."""
    grid = table.find(qn("w:tblGrid"))
    if grid is None:
        raise ValueError("a table has no grid")
    rows = [row.findall(qn("w:tc")) for row in table.iter(qn("w:tr"))]
    columns = grid.findall(qn("w:gridCol"))
    missing = max(map(len, rows), default=0) - len(columns)
    width = sum(_width(one) for one in columns)
    if missing > 0 and width > 0:
        share = width / (len(columns) + missing)
        for one in columns:
            _widen(one, _width(one) * share / (width / len(columns)))
        for _ in range(missing):
            columns.append(new("w:gridCol"))
            _widen(columns[-1], share)
            grid.append(columns[-1])
    spare = len(columns) - max((sum(map(_spanned, row)) for row in rows), default=0)
    if spare > 0:
        kept, dropped = columns[:-spare], columns[-spare:]
        freed = sum(_width(one) for one in dropped)
        for one in dropped:
            grid.remove(one)
        for one in kept:
            _widen(one, _width(one) + int(freed / len(kept)))


def _width(column: Element) -> float:
    return float(column.get(qn("w:w")) or 0)


def _widen(column: Element, width: float) -> None:
    column.set(qn("w:w"), str(int(width)))


def _spanned(cell: Element) -> int:
    span = cell.find(whole("w:tcPr/w:gridSpan"))
    return int(span.get(qn("w:val"), "1")) if span is not None else 1
