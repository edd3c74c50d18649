"""From an element of a page to rows: a row for each paragraph, line break or row of a table."""

from __future__ import annotations

import re
from collections import Counter
from dataclasses import dataclass, field

from lxml.etree import _Element as Element

from reportgen.readers.html.lists import numbers_of
from reportgen.readers.html.main_text import BLOCKS, LEFT_OUT
from reportgen.readers.html.styles import Styles
from reportgen.readers.raised import is_reference, lowered, raised
from reportgen.readers.rows import Row, Run
from reportgen.text.patterns import lazy

_STRONG = frozenset({"strong", "b", "th"})
# Declarations of a style (CSS Syntax, 5.4.4), matched one by one from where they begin.
_BOLD = lazy(r"\s*(?:font-weight\s*:\s*(?:bold|[6-9]00)|font\s*:.*\bbold\b)", re.IGNORECASE | re.DOTALL)
_PLAIN = lazy(r"\s*font-weight\s*:\s*(?:normal|[1-5]00)", re.IGNORECASE)
_STRUCK = frozenset({"s", "strike", "del"})
_THROUGH = lazy(r"\s*text-decoration(?:-line)?\s*:[^;]*line-through", re.IGNORECASE)
_WHITE = lazy(r"[ \t\r\n\f]+")
_HEADING = lazy(r"h([1-6])")
_LONGEST_CELL = 40
"""Characters of a cell; a longer one belongs to a table that only places things."""
_EDGES = " \t\r\n\f\u00a0\u2000\u2001\u2002\u2003\u2004\u2005\u2006\u2007\u2008\u2009\u200a\u3000\u200b\ufeff"
_READINGS = frozenset({"rt", "rp", "rtc"})
_KEPT = frozenset({"pre", "pre-wrap", "pre-line", "break-spaces"})
"""Values of ``white-space`` under which a line break of the markup is one of the text."""

_Item = tuple[Element | str | int | None, bool, bool]
"""An element, a text, or the heading level that holds from here; strong; blanks and line breaks kept."""


@dataclass(slots=True)
class _Sink:
    """Rows as they grow."""

    styles: Styles
    rows: list[Row] = field(default_factory=list)
    runs: list[Run] = field(default_factory=list)
    level: int | None = None
    numbers: dict[Element, str] = field(default_factory=dict)
    left_out: Counter[str] = field(default_factory=Counter)

    def add(self, text: str, *, strong: bool) -> None:
        if text:
            self.runs.append(Run(text, strong))

    def flush(self) -> None:
        runs = _trimmed(self.runs)
        if runs:
            self.rows.append(Row(runs, self.level))
        self.runs = []


def blocks(element: Element, styles: Styles) -> tuple[list[Row], Counter[str]]:
    """Return the rows of an element in order, and what is no text of them, counted by its name."""
    sink = _Sink(styles)
    _visit(element, sink)
    sink.flush()
    return sink.rows, sink.left_out


def _visit(top: Element, sink: _Sink) -> None:
    """Walk without recursion, as pages nest deep; an item is an element, a text, or something to do."""
    waiting: list[_Item] = [(top, False, False)]
    while waiting:
        item, strong, kept = waiting.pop()
        if item is None or isinstance(item, int):
            sink.flush()
            sink.level = item
        elif isinstance(item, str):
            _text(item, sink, strong=strong, kept=kept)
        elif isinstance(item.tag, str) and not _is_set_off(item, sink, strong=strong):
            cells = _cells(item) if item.tag == "tr" else None
            if cells:
                sink.flush()
                sink.add("\u3000".join(cells), strong=False)
                sink.flush()
            else:
                waiting += reversed(_inside(item, sink, strong=strong, kept=kept))


def _is_set_off(item: Element, sink: _Sink, *, strong: bool) -> bool:
    """Read an element that is no text or whose height has a meaning; False where it is any other."""
    if item.tag in _STRUCK or any(map(_THROUGH.match, (item.get("style") or "").split(";"))):
        sink.left_out["处划去的文字"] += bool(_words(item))
        return True
    if item.tag in _READINGS:
        sink.left_out["处注音"] += item.tag == "rt"
        return True
    if item.tag not in {"sup", "sub"} or any(isinstance(one.tag, str) and one.tag in BLOCKS for one in item):
        return False
    words = _words(item)
    if item.tag == "sup" and is_reference(words):
        sink.left_out["处注释标记"] += 1
    else:
        sink.add(raised(words) if item.tag == "sup" else lowered(words), strong=strong)
    return True


def _words(item: Element) -> str:
    return _WHITE.sub(" ", "".join(str(one) for one in item.itertext())).strip(_EDGES)


def _inside(item: Element, sink: _Sink, *, strong: bool, kept: bool) -> list[_Item]:
    heading = _HEADING.fullmatch(item.tag)
    style = (item.get("style") or "").split(";")
    # A heading is bold by itself, so bold says nothing in it.
    strong = (
        (strong or item.tag in _STRONG or any(map(_BOLD.match, style)))
        and not (heading or sink.level)
        and not any(map(_PLAIN.match, style))
    )
    said = sink.styles.of(item).get("white-space", "pre" if item.tag == "pre" else "")
    kept = said in _KEPT if said else kept
    before: int | None = int(heading[1]) if heading else sink.level
    if item.tag == "ol":
        sink.numbers.update(numbers_of(item, sink.styles))
    opening, closing = "“”" if item.tag == "q" else ("", "")
    inside: list[_Item] = [(sink.numbers.pop(item, "") + opening + (item.text or ""), strong, kept)]
    for child in item:
        inside += [(child, strong, kept), (child.tail or "", strong, kept)]
    inside.append((closing, strong, kept))
    if item.tag not in BLOCKS and item.tag != LEFT_OUT:
        return inside
    return [(before, strong, kept), *inside, (sink.level, strong, kept)]


def _text(text: str, sink: _Sink, *, strong: bool, kept: bool) -> None:
    if not kept:
        sink.add(_WHITE.sub(_space, text), strong=strong)
        return
    for at, line in enumerate(text.split("\n")):
        if at:
            sink.flush()
        sink.add(line, strong=strong)


def _space(found: re.Match[str]) -> str:
    """A line break of the markup between two Chinese characters is none of the text."""
    before, after = (
        found.string[found.start() - 1 : found.start()],
        found.string[found.end() : found.end() + 1],
    )
    return "" if "\n" in found[0] and not (before.isascii() and after.isascii()) else " "


def _cells(row: Element) -> list[str] | None:
    """The texts of the cells of a table of facts; None where the table only places things."""
    cells = [cell for cell in row if cell.tag in {"td", "th"}]
    texts = [_words(cell) for cell in cells]
    filled = [text for text in texts if text]
    return filled if len(filled) > 1 and all(len(text) <= _LONGEST_CELL for text in filled) else None


def _trimmed(runs: list[Run]) -> tuple[Run, ...]:
    """Runs without blanks at both ends, and without two blanks where runs meet."""
    out = [run for run in runs if run.text]
    while out and not out[0].text.strip(_EDGES):
        out.pop(0)
    while out and not out[-1].text.strip(_EDGES):
        out.pop()
    if not out:
        return ()
    out[0] = Run(out[0].text.lstrip(_EDGES), out[0].strong)
    out[-1] = Run(out[-1].text.rstrip(_EDGES), out[-1].strong)
    return tuple(out)
