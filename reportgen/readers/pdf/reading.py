"""Read a PDF, or say why it cannot be read."""

from __future__ import annotations

import unicodedata
from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass, replace

from reportgen.errors import SourceError
from reportgen.readers.pdf.columns import Columns
from reportgen.readers.pdf.footnotes import without_footnotes
from reportgen.readers.pdf.furniture import without_furniture
from reportgen.readers.pdf.glyphs import Page, read_pages
from reportgen.readers.pdf.joining import layout_of, leading_of, paragraphs
from reportgen.readers.pdf.line_numbers import LineNumbers
from reportgen.readers.pdf.lines import PrintedLine, printed_lines
from reportgen.readers.pdf.watermarks import Watermarks
from reportgen.readers.rows import Row, Run, source_of
from reportgen.source import Source

_GARBLED_SHARE = 0.1
"""Share of characters outside any script from which a text layer is useless."""
_FEWEST_GLYPHS = 10
"""Characters a page at least, on average, for a text layer; stamps and scanners leave a few."""
HIDDEN, ASKEW, NUMBERS = "个看不见的字", "个斜放或横放的字", "个行号"
MARKS, NOTES, HEADS, WATERMARKS = "个注码", "条脚注", "行页眉页脚", "处水印"
_TOLD = (HIDDEN, ASKEW, NUMBERS, MARKS, NOTES, HEADS, WATERMARKS)
"""What is left out and told, in this order."""
_RECOGNISE = "请先识别成文字（如用 WPS、福昕的“OCR 识别”），存为 .docx 或 .txt 后再试"


def read_pdf(data: bytes, name: str, stem: str) -> Source:
    """Make a source of the text layer of a PDF.

    A page that is a mere picture among pages of text becomes U+FFFD, which the pipeline reports. What is
    printed beside the text is counted and left out; page numbers are not even counted.

    Raises:
        SourceError: the file is broken, locked, scanned, or its text layer is garbled.
    """
    seen: list[_Seen] = []
    printed: list[tuple[PrintedLine, ...]] = []
    watermarks, line_numbers, columns = Watermarks(), LineNumbers(), Columns()
    others: Counter[str] = Counter()
    for page in read_pages(data, name):
        glyphs, marked = watermarks.without(page.glyphs)
        glyphs, numbered = line_numbers.without(glyphs)
        printed += [printed_lines(page, part, at) for at, part in enumerate(columns.parts(glyphs))]
        seen.append(_seen(page))
        others.update({HIDDEN: page.hidden, ASKEW: page.askew, NUMBERS: numbered, WATERMARKS: marked})
    _check(seen, name)
    others[MARKS] = sum(line.marks for page in printed for line in page)
    leading = leading_of(printed)
    kept, others[HEADS] = without_furniture(printed, leading)
    kept, others[NOTES] = without_footnotes(kept)
    lines = [line for page in kept for line in page]
    rows = paragraphs(lines, layout_of(kept, leading)) if lines else []
    for one in seen:
        if one.pictured and not one.glyphs:
            at = next((at for at, row in enumerate(rows) if (row.page or 0) > one.number), len(rows))
            rows.insert(at, Row((Run("\ufffd"),), page=one.number))
    told = tuple(f"{others[one]} {one}" for one in _TOLD if others[one])
    return replace(source_of(rows, data, name, stem), left_out=told)


@dataclass(frozen=True, slots=True)
class _Seen:
    """What is kept of a page: how many characters it has, and how many of them mean nothing."""

    number: int
    pictured: bool
    glyphs: int
    garbled: int


def _seen(page: Page) -> _Seen:
    # Unicode's general categories: private use, unassigned, control, and the replacement character.
    chars = (glyph.text for glyph in page.glyphs)
    bad = sum(char == "\ufffd" or unicodedata.category(char[0]) in {"Co", "Cn", "Cc"} for char in chars)
    return _Seen(page.number, page.pictured, len(page.glyphs), bad)


def _check(pages: Sequence[_Seen], name: str) -> None:
    total = sum(page.glyphs for page in pages)
    if total < _FEWEST_GLYPHS * len(pages) and any(page.pictured for page in pages):
        raise SourceError("这份 PDF 是扫描件，没有文字层", where=name, hint=_RECOGNISE)
    if not total:
        raise SourceError("这份 PDF 里没有文字", where=name, hint=_RECOGNISE)
    if sum(page.garbled for page in pages) > _GARBLED_SHARE * total:
        raise SourceError("这份 PDF 的文字层是乱码", where=name, hint=_RECOGNISE)
