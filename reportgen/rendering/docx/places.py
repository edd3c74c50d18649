"""The tags of a template with their places: which part, which paragraph, which words."""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import TYPE_CHECKING

from reportgen.office.xml import parse
from reportgen.rendering.docx.form import PROPERTIES
from reportgen.rendering.docx.shim import qn
from reportgen.text.patterns import lazy

if TYPE_CHECKING:
    from collections.abc import Iterator

    from docx.document import Document
    from lxml.etree import _Element as Element

_EDGE = lazy(r"\{[{%#]|[}%#]\}|｛[｛%％{]|[｝%％}]｝|\{％|％\}")
_ENDS = {"{{": "}}", "{%": "%}", "{#": "#}"}
_LEVEL = lazy(r"(\{[{%#])(tr|tc|p|r)(?=\s)")
_STRAIGHT = str.maketrans("“”‘’", "\"\"''")
_LONGEST = 24
"""Characters of a paragraph that a message shows."""
_KINDS = (("header", "页眉"), ("footer", "页脚"), ("footnotes", "脚注"))


@dataclass(frozen=True, slots=True)
class Tag:
    """A tag: as it is written, its place for people, and what it takes along (paragraph, row, cell, run).

    `is_alone`: no other tag stands in its paragraph.
    """

    raw: str
    where: str
    level: str = ""
    in_cell: bool = False
    is_alone: bool = True

    @property
    def plain(self) -> str:
        """The tag as Jinja reads it, on one line; docxtpl's own words (vm, hm, colspan, cellbg) undone."""
        text = " ".join(_LEVEL.sub(r"\1", self.raw, count=1).translate(_STRAIGHT).split())
        text = re.sub(r"^\{%\s*(?:colspan|cellbg) (.*)%\}$", r"{{ \1 }}", text)
        return "" if self.is_merging else text

    @property
    def is_merging(self) -> bool:
        """Whether the tag merges the cells of a loop (docxtpl's ``{% vm %}`` and ``{% hm %}``)."""
        return re.fullmatch(r"\{%\s*[vh]m\s*%\}", self.raw) is not None

    @property
    def words(self) -> list[str]:
        """The words of a ``{% … %}`` tag; none of another."""
        return self.plain[2:-2].strip("- ").split() if self.plain.startswith("{%") else []


@dataclass(frozen=True, slots=True)
class Text:
    """A part of a template: its tags in order, and openings and ends that belong to no tag."""

    name: str
    tags: tuple[Tag, ...]
    torn: tuple[Tag, ...]


def texts(document: Document) -> Iterator[Text]:
    """Yield every part of a document that tags are filled in."""
    yield _text("正文", document.element.body)
    for part in document.part.package.iter_parts():
        for kind, name in _KINDS:
            if part.content_type.endswith(f".{kind}+xml"):
                yield _text(name, parse(part.blob))
    for name in PROPERTIES:
        written = getattr(document.core_properties, name) or ""
        yield _collected("文档属性", [(f"文档属性 {name} ", written, False)])


def _text(name: str, root: Element) -> Text:
    said = [
        (f"{name}第 {number} 段", _words(paragraph), _is_in_cell(paragraph))
        for number, paragraph in enumerate(root.iter(qn("w:p")), 1)
    ]
    return _collected(name, said)


def _collected(name: str, said: list[tuple[str, str, bool]]) -> Text:
    """The tags and torn ends of places; each place comes with its words, and whether it is a cell."""
    tags: list[Tag] = []
    torn: list[Tag] = []
    for place, words, in_cell in said:
        with_words = f"{place}（{shown(words)}）"
        found = list(_cut(words))
        for raw, is_whole in found:
            where = place if raw == words.strip() else with_words
            level = _LEVEL.match(raw)
            tag = Tag(raw, where, level[2] if level else "", in_cell, len(found) == 1)
            (tags if is_whole else torn).append(tag)
    return Text(name, tuple(tags), tuple(torn))


def _cut(words: str) -> Iterator[tuple[str, bool]]:
    """Yield the tags of a text, and the edges that belong to none; whether it is a tag."""
    start: re.Match[str] | None = None
    for edge in _EDGE.finditer(words):
        if start is not None and edge[0] == _ENDS[start[0]]:
            yield words[start.start() : edge.end()], True
            start = None
        elif edge[0] in _ENDS:
            if start is not None:
                yield start[0], False
            start = edge
        elif start is None and edge[0] != "#}":
            yield edge[0], False
    if start is not None:
        yield start[0], False


def _is_in_cell(paragraph: Element) -> bool:
    """Whether a paragraph stands in a cell that docxtpl can merge or colour: one with properties."""
    cell = next(paragraph.iterancestors(qn("w:tc")), None)
    return cell is not None and cell.find(qn("w:tcPr")) is not None


def _words(paragraph: Element) -> str:
    """The words of a paragraph without those of text boxes that hang on it."""
    return "".join(
        text.text or ""
        for text in paragraph.iter(qn("w:t"))
        if next(text.iterancestors(qn("w:p")), None) is paragraph
    )


def shown(words: str) -> str:
    """Return the beginning of a text for a message."""
    words = " ".join(words.split())
    return f"“{words[:_LONGEST]}{'…' if len(words) > _LONGEST else ''}”"
