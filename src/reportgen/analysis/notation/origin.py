"""The end of the file: the original text and what is needed to make its `Source` again.

The lines are cut again from the text; only what the format said about them, and what a reader counted in
its own way, is written down. So the file stays small, and one that was changed by hand is found out.
"""

from __future__ import annotations

import hashlib
from collections.abc import Iterator
from dataclasses import replace
from pathlib import PurePath

from reportgen.analysis.notation import names
from reportgen.analysis.notation.cells import Cell
from reportgen.analysis.notation.faults import AGAIN, brief_form
from reportgen.analysis.notation.spans import read_number, read_spans, write_spans
from reportgen.analysis.notation.tree import Literal, Tree
from reportgen.source import Line, Source, split_lines

_LINE_KEYS = (names.LINE, names.PARAGRAPH, names.LEVEL, names.STRONG, names.PAGE)
_NEEDED = (names.FILE, names.STEM, names.DIGEST, names.ORIGINAL, names.CHECK)


def write_origin(source: Source) -> Tree:
    """Return the keys from which `read_origin` makes an equal source."""
    formats = {names.FORMATS: lines} if (lines := tuple(_formats(source))) else {}
    return {
        names.VERSION: names.CURRENT,
        names.FILE: source.path,
        names.STEM: source.stem,
        names.DIGEST: source.sha256,
        **formats,
        names.ORIGINAL: Literal(source.text),
        names.CHECK: _check(source.text),
    }


def read_origin(root: Cell, fields: dict[str, Cell]) -> Source:
    """Return the source that a brief was made of.

    Raises:
        BriefError: it is missing or was changed, so that no position would be right.
    """
    for name in _NEEDED:
        if name not in fields:
            raise root.fault(f"摘要稿缺少“{name}”", f"{AGAIN}，并保留文件末尾的内容")
    version = fields.get(names.VERSION)
    if version is not None and version.text() != names.CURRENT:
        raise version.fault("这份摘要稿是另一版本的程序生成的", AGAIN)
    text = fields[names.ORIGINAL].text()
    if fields[names.CHECK].text() != _check(text):
        hint = f"请只改上面各条；要改原文，请改讲话稿，再{AGAIN.removeprefix('请')}"
        raise fields[names.ORIGINAL].fault("从这一行起的原文被改动过，位置对不上了", hint)
    return Source(
        fields[names.FILE].text(),
        _stem(fields[names.STEM]),
        text,
        fields[names.DIGEST].text(),
        _lines(text, fields.get(names.FORMATS)),
    )


def _check(text: str) -> str:
    return hashlib.sha256(text.encode("utf-8", "surrogatepass")).hexdigest()[:16]


def _stem(cell: Cell) -> str:
    """The base of the output names, which must not lead out of the folder."""
    stem = cell.text()
    if PurePath(stem).name != stem or not stem.isprintable():
        raise cell.fault(f"“{brief_form(stem)}”不能用作文件名", "请改成不含“/”的名称")
    return stem


def _formats(source: Source) -> Iterator[Tree]:
    plain = split_lines(source.text)
    for number, (line, usual) in enumerate(zip(source.lines, plain, strict=True), 1):
        if line != usual:
            known = {
                names.PARAGRAPH: str(line.paragraph) if line.paragraph != usual.paragraph else None,
                names.LEVEL: str(line.level) if line.level is not None else None,
                names.STRONG: write_spans(line.strong) or None,
                names.PAGE: str(line.page) if line.page is not None else None,
            }
            yield {names.LINE: str(number), **{key: value for key, value in known.items() if value}}


def _lines(text: str, formats: Cell | None) -> tuple[Line, ...]:
    lines = list(split_lines(text))
    for entry in formats.items() if formats else ():
        fields = entry.fields(_LINE_KEYS)
        number = read_number(fields[names.LINE]) if names.LINE in fields else 0
        if not 1 <= number <= len(lines):
            raise entry.fault(f"“{names.FORMATS}”里没有这一行", AGAIN)
        lines[number - 1] = _marked(lines[number - 1], fields, len(text))
    return tuple(lines)


def _marked(line: Line, fields: dict[str, Cell], length: int) -> Line:
    paragraph, level, page = (
        read_number(fields[name]) if name in fields else None
        for name in (names.PARAGRAPH, names.LEVEL, names.PAGE)
    )
    strong = read_spans(fields[names.STRONG], length) if names.STRONG in fields else ()
    kept = line.paragraph if paragraph is None else paragraph
    return replace(line, paragraph=kept, level=level, strong=strong, page=page)
