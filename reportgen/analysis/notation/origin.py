"""The end of the file: the original text and what is needed to make its `Source` again.

The lines are cut again from the text; only what the format said about them, and what a reader counted in
its own way, is written down. So the file stays small, and one that was changed by hand is found out.
"""

from __future__ import annotations

import hashlib
from pathlib import PurePath

from reportgen.analysis.notation import names
from reportgen.analysis.notation.cells import Cell
from reportgen.analysis.notation.evidence import read_lines, write_lines
from reportgen.analysis.notation.faults import AGAIN, CHANGED, brief_form
from reportgen.analysis.notation.tree import Literal, Tree
from reportgen.source import Source

_NEEDED = (names.ORIGINAL, names.CHECK, names.FILE, names.STEM, names.DIGEST)


def write_origin(source: Source) -> Tree:
    """Return the keys from which `read_origin` makes an equal source."""
    formats = {names.FORMATS: lines} if (lines := tuple(write_lines(source))) else {}
    left_out = {names.LEFT_OUT: [{names.TEXT: one} for one in source.left_out]} if source.left_out else {}
    return {
        names.VERSION: names.CURRENT,
        names.FILE: source.path,
        names.STEM: source.stem,
        names.DIGEST: source.sha256,
        **left_out,
        **formats,
        names.ORIGINAL: Literal(source.written),
        names.CHECK: _check(source.written),
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
        raise fields[names.ORIGINAL].fault(*CHANGED)
    lines = read_lines(text, fields.get(names.FORMATS))
    return Source(
        fields[names.FILE].text(),
        _stem(fields[names.STEM]),
        text,
        fields[names.DIGEST].text(),
        lines,
        _left_out(fields.get(names.LEFT_OUT)),
    )


def _left_out(cell: Cell | None) -> tuple[str, ...]:
    entries = (entry.fields((names.TEXT,)) for entry in (cell.items() if cell else ()))
    return tuple(fields[names.TEXT].text() for fields in entries if names.TEXT in fields)


def _check(text: str) -> str:
    return hashlib.sha256(text.encode("utf-8", "surrogatepass")).hexdigest()[:16]


def _stem(cell: Cell) -> str:
    """The base of the output names, which must not lead out of the folder."""
    stem = cell.text()
    if PurePath(stem).name != stem or not stem.isprintable():
        raise cell.fault(f"“{brief_form(stem)}”不能用作文件名", "请改成不含“/”的名称")
    return stem
