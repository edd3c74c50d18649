"""The tags of a template with their places: which part, which paragraph, which words."""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

from docx.oxml.ns import qn
from lxml import etree

if TYPE_CHECKING:
    from collections.abc import Iterator

_TAG = re.compile(r"\{\{.*?\}\}|\{%.*?%\}|\{#.*?#\}", re.DOTALL)
_TORN = re.compile(r"\{\{|\{%|\{#|\}\}|%\}")
_LEVEL = re.compile(r"(\{[{%#])(-?)(tr|tc|p|r)(?=\s)")
_STRAIGHT = str.maketrans("“”‘’", "\"\"''")
_LONGEST = 24
"""Characters of a paragraph that a message shows."""
_KINDS = (("header", "页眉"), ("footer", "页脚"), ("footnotes", "脚注"))
# What docxtpl fills among the properties of a document.
PROPERTIES = ("author", "comments", "identifier", "language", "subject", "title")


@dataclass(frozen=True, slots=True)
class Tag:
    """A tag: as it is written, its place for people, and what it takes along (paragraph, row, cell, run)."""

    raw: str
    where: str
    level: str = ""

    @property
    def plain(self) -> str:
        """The tag as Jinja reads it, on one line; docxtpl's own words (vm, hm, colspan, cellbg) undone."""
        text = " ".join(_LEVEL.sub(r"\1\2", self.raw, count=1).translate(_STRAIGHT).split())
        text = re.sub(r"^\{%\s*(?:colspan|cellbg) (.*)%\}$", r"{{ \1 }}", text)
        return "" if re.fullmatch(r"\{%\s*[vh]m\s*%\}", text) else text

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


def texts(document: Any) -> Iterator[Text]:  # noqa: ANN401  docx objects are untyped
    """Yield every part of a document that tags are filled in."""
    yield _text("正文", document.element.body)
    for part in document.part.package.iter_parts():
        for kind, name in _KINDS:
            if part.content_type.endswith(f".{kind}+xml"):
                yield _text(name, etree.fromstring(part.blob))
    for name in PROPERTIES:
        written = getattr(document.core_properties, name) or ""
        yield _collected("文档属性", [(f"文档属性 {name}", written)])


def _text(name: str, root: Any) -> Text:  # noqa: ANN401  lxml elements
    paragraphs = enumerate(root.iter(qn("w:p")), 1)
    said = ((number, _words(paragraph)) for number, paragraph in paragraphs)
    return _collected(name, [(f"{name}第 {number} 段（{shown(words)}）", words) for number, words in said])


def _collected(name: str, said: list[tuple[str, str]]) -> Text:
    tags, torn = [], []
    for where, words in said:
        for raw in _TAG.findall(words):
            level = _LEVEL.match(raw)
            tags.append(Tag(raw, where, level[3] if level else ""))
        torn += [Tag(raw, where) for raw in _TORN.findall(_TAG.sub("", words))]
    return Text(name, tuple(tags), tuple(torn))


def _words(paragraph: Any) -> str:  # noqa: ANN401
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
