"""The outline in writing: a tree for people and golden tests, JSON for programs."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

from reportgen.errors import Diagnostic
from reportgen.outline.apart import Apart
from reportgen.outline.document import Document, Node
from reportgen.outline.paragraphs import join_lines, reading_text
from reportgen.source import Passage, Span

SHOWN = 24
"""Characters of a text that the tree shows."""


def to_text(document: Document) -> str:
    """Return the printable tree: a line per part, two blanks of indent a level, ``~`` for run-in headings."""
    return "\n".join(_lines(document)) + "\n"


def to_json(document: Document) -> dict[str, Any]:
    """Return the outline as plain data; offsets are code points, absent parts are None."""
    return {
        "source": document.source.path,
        "title": _title(document),
        "byline": _passage(document.byline),
        "date": _passage(document.date),
        "salutation": _passage(document.salutation),
        "genre": document.genre,
        "nodes": [*map(_node, document.nodes), *map(_appended, document.appended)],
        "apart": [_block(block) for block in document.apart],
        "closing": _whole(document.closing),
        "diagnostics": [_diagnostic(item) for item in document.diagnostics],
    }


def _title(document: Document) -> dict[str, Any] | None:
    if not document.title:
        return None
    start, end = document.title[0].span.start, document.title[-1].span.end
    return {"text": document.title_text, "start": start, "end": end}


def _passage(passage: Passage | None) -> dict[str, Any] | None:
    if passage is None:
        return None
    return {"text": reading_text(passage), "start": passage.span.start, "end": passage.span.end}


def _whole(passages: tuple[Passage, ...]) -> dict[str, Any] | None:
    if not passages:
        return None
    text = "\n".join(map(reading_text, passages))
    return {"text": text, "start": passages[0].span.start, "end": passages[-1].span.end}


def _node(node: Node) -> dict[str, Any]:
    return {
        "level": node.level,
        "marker": reading_text(node.marker) if node.marker else None,
        "heading": reading_text(node.heading),
        "start": node.span.start,
        "end": node.span.end,
        "children": [_node(child) for child in node.children],
        **({"speaker": reading_text(node.speaker)} if node.speaker else {}),
    }


def _appended(node: Node) -> dict[str, Any]:
    """A top node of another document in the file; those of the speech have no such key."""
    return _node(node) | {"apart": True}


def _block(block: Apart) -> dict[str, Any]:
    return {"kind": str(block.kind), "start": block.span.start, "end": block.span.end}


def _diagnostic(item: Diagnostic) -> dict[str, Any]:
    span: Span | None = item.span
    return {
        "severity": str(item.severity),
        "code": item.code,
        "message": item.message,
        "start": span.start if span else None,
        "end": span.end if span else None,
        "hint": item.hint,
    }


def _lines(document: Document) -> Iterator[str]:
    for line in document.title:
        yield f"标题 {join_lines(line.text)}"
    for name, passage in (
        ("副题", document.subtitle),
        ("署名", document.byline),
        ("日期", document.date),
        ("称谓", document.salutation),
    ):
        if passage:
            yield f"{name} {reading_text(passage)}"
    yield f"文种 {document.genre}"
    yield from (f"版头 {_shown(passage)}" for passage in document.letterhead)
    yield from (f"引言 {_shown(passage)}" for passage in document.preamble)
    for node in document.nodes:
        yield from _tree(node)
    yield from (f"结尾 {_shown(passage)}" for passage in document.closing)
    yield from (f"发言人 {_shown(passage)}" for passage in document.speakers)
    for block in document.apart:
        yield from (f"另列 {block.kind} {_shown(passage)}" for passage in block.passages)
    yield from (f"提示 {item.message}" for item in document.diagnostics)
    if document.source.unread:
        yield f"提示 {document.source.unread}"


def _tree(node: Node) -> Iterator[str]:
    indent = "  " * (node.level - 1)
    marker = f"{reading_text(node.marker)} " if node.marker else ""
    heading = f"{reading_text(node.heading)}{' ~' if node.run_in else ''}{_spoken(node)}"
    yield f"{indent}{node.level} {marker}{heading}"
    yield from (f"{indent}  | {_shown(passage)}" for passage in node.body)
    for child in node.children:
        yield from _tree(child)


def _spoken(node: Node) -> str:
    return f" 〔{reading_text(node.speaker)}〕" if node.speaker else ""


def _shown(passage: Passage) -> str:
    text = reading_text(passage)
    return text if len(text) <= SHOWN else f"{text[:SHOWN]}…"
