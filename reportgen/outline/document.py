"""The parsed speech: `Document` and its `Node` tree.

The design speaks of sections and points. In real speeches the same marker is a section in one
place and a point in another (a run-in 一是 under 一、 and a 一是 on a line of its own), so both are one
recursive `Node`; `run_in` keeps the difference that matters for printing.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from reportgen.errors import Diagnostic
from reportgen.outline.apart.blocks import Apart
from reportgen.outline.paragraphs import reading_text
from reportgen.source import Passage, Source, Span


@dataclass(frozen=True, slots=True)
class Node:
    """A numbered or titled part of the speech, at any depth.

    `level` counts from 1. `marker` is the numbering as it stands (``一、``, ``（一）``, ``一是``) or None.
    `heading` excludes marker and end punctuation. `span` runs from the marker (the heading where there is
    none) to the end of the last text that belongs to the node, children included. `body` holds the
    node's own text, a passage per paragraph, blanks trimmed: what leads to its first child and, last, what
    comes back to the node after children of one paragraph each (compare spans).
    `run_in`: the heading shares its paragraph with the body (一是政治上主动对标。坚持…). `speaker`: who says
    it, by name, where a file has two speakers or more.
    """

    level: int
    marker: Passage | None
    heading: Passage
    span: Span
    run_in: bool = False
    body: tuple[Passage, ...] = ()
    children: tuple[Node, ...] = ()
    speaker: Passage | None = None

    def walk(self) -> Iterator[Node]:
        """Yield this node and all below it, in source order."""
        yield self
        for child in self.children:
            yield from child.walk()


@dataclass(frozen=True, slots=True)
class Document:
    """A speech: what stands before, in and after its outline.

    `title` has one passage a line of the title as it stands in the source (empty: no title).
    `letterhead` are lines of the head that are none of these: issue numbers, remarks, a table of contents.
    `preamble` are the paragraphs between salutation and first node, `closing` those after the last node
    that close the speech (发言完毕，谢谢大家。). `genre` is one of 讲话 发言 报告 致辞 主持词 述职 心得
    总结 表态, or 材料 where title and text say nothing. `apart` is what the file holds besides the speech:
    no other field has a word of it but `appended`, the outline of another document that it holds.
    `speakers` are the names that open turns of a talk (张三：), in order; they are in no other passage.
    """

    source: Source
    title: tuple[Passage, ...] = ()
    subtitle: Passage | None = None
    byline: Passage | None = None
    date: Passage | None = None
    salutation: Passage | None = None
    letterhead: tuple[Passage, ...] = ()
    preamble: tuple[Passage, ...] = ()
    nodes: tuple[Node, ...] = ()
    closing: tuple[Passage, ...] = ()
    genre: str = "材料"
    apart: tuple[Apart, ...] = ()
    speakers: tuple[Passage, ...] = ()
    appended: tuple[Node, ...] = ()
    diagnostics: tuple[Diagnostic, ...] = ()

    @property
    def title_text(self) -> str:
        """The title on one line; empty where the speech has none."""
        return "".join(map(reading_text, self.title))

    def speaker_at(self, offset: int) -> Passage | None:
        """Return who says what stands at an offset; None where there is one speaker, or no name."""
        node = next((one for one in reversed([*self.walk()]) if one.span.start <= offset), None)
        turn = next((one for one in reversed(self.speakers) if one.span.end <= offset), None)
        if turn and (node is None or turn.span.start > node.span.start):
            return turn
        return node.speaker if node else None

    def walk(self) -> Iterator[Node]:
        """Yield every node in source order."""
        for node in self.nodes:
            yield from node.walk()
