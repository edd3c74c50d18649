"""The paragraphs of a document in the order in which they are read."""

from __future__ import annotations

from collections import Counter
from dataclasses import dataclass, replace
from typing import TYPE_CHECKING

from reportgen.errors import SourceError
from reportgen.readers.docx import chunks, page_edges, tables
from reportgen.readers.docx.extras import extras
from reportgen.readers.docx.field_numbers import FieldNumbers
from reportgen.readers.docx.fields import Fields, unmatched
from reportgen.readers.docx.forms import control_value, is_prompt
from reportgen.readers.docx.names import MC, A, M, R, V, W, number, value
from reportgen.readers.docx.numbering import Counters, Numberings
from reportgen.readers.docx.package import open_package
from reportgen.readers.docx.printed import LABEL, Block, Fragment
from reportgen.readers.docx.raising import REFERENCE, settled
from reportgen.readers.docx.runs import RunReader, Story
from reportgen.readers.docx.styles import BODY_LEVEL, Styles, Traits
from reportgen.readers.docx.tellings import chosen_telling
from reportgen.readers.tidying import tidy

if TYPE_CHECKING:
    from collections.abc import Iterable

    from lxml.etree import _Element as Element

    from reportgen.readers.docx.numbering import Numbering
    from reportgen.readers.docx.package import Package
    from reportgen.readers.docx.styles import ParagraphStyle


@dataclass(frozen=True, slots=True)
class _Part:
    """A paragraph that goes on in the next one: its mark is deleted or hidden, or it is a first letter."""

    pieces: tuple[Fragment, ...]
    level: int | None
    page: int
    leads: bool
    initial: bool = False


class BlockReader:
    """Reads the body of a document, or of a cell or text box in it."""

    def __init__(self, package: Package, depth: int = 0, budget: chunks.Budget | None = None) -> None:
        self._package, self._depth = package, depth
        self._chunks = chunks.Chunks(package.name, budget)
        self.styles = Styles(package.styles, package.theme)
        self._numberings = Numberings(package.numbering, self.styles)
        self._counters = Counters()
        self._paged = package.document.find(f".//{W}lastRenderedPageBreak") is not None
        self._ignored = unmatched(package.document)
        self._numbers = FieldNumbers()
        self._story = Story(Fields(self._ignored, self._numbers))
        self._written = False
        self.around = Traits()
        """What the style of the table around a paragraph says of its text."""

    @property
    def left_out(self) -> Counter[str]:
        """What was not read of the document so far, counted by name."""
        edges = Counter({page_edges.EDGE: page_edges.count(self._package.edges)})
        return extras(self._package.document) + edges + self._story.left_out + self._chunks.left_out

    def leave_out(self, name: str) -> None:
        """Count what is not read."""
        self._story.left_out[name] += 1

    def read(self, container: Element) -> tuple[Block, ...]:
        """Return the blocks of a container in order."""
        blocks: list[Block] = []
        parts: list[_Part] = []
        for element in _blocks(container):
            if element.tag == f"{W}tbl":
                blocks += tables.read(element, self)
            elif element.tag == f"{W}altChunk":
                blocks += self._chunk(*self._package.chunks.get(element.get(f"{R}id", ""), ("", b"")))
            elif element.tag == f"{W}sdt":
                blocks.append(Block((Fragment(control_value(element)),)))
            else:
                blocks += self._paragraph(element, parts)
        blocks += [self._block(parts[-1], parts[:-1])] if parts else []
        return tuple(blocks)

    def _paragraph(self, element: Element, parts: list[_Part]) -> list[Block]:
        """Read a paragraph; `parts` are those before it that go on in it."""
        properties = element.find(f"{W}pPr")
        style = self.styles.paragraph(value(properties, "pStyle"))
        style = replace(style, table=self.around) if self.around != Traits() else style
        in_contents = self._story.fields.in_contents
        reader = RunReader(self.styles, style, self._story)
        level = _level(properties, style)
        self._numbers.begin(level, numbered=self._place(properties, style) is not None)
        reader.read(element)
        pieces, references = settled(reader.pieces)
        self._story.left_out.update({REFERENCE: references} if references else {})
        mark = properties.find(f"{W}rPr") if properties is not None else None
        removed, hidden = _is_removed(mark), self.styles.look(style, mark).hidden
        label = () if removed or (hidden and not pieces) else self._label(properties, style)
        page = reader.page or self._story.page
        initial = _is_initial(properties)
        part = _Part((*label, *pieces), level, page, hidden, initial)
        first = not self._written
        boxes = [self._box(box) for box in reader.boxes]
        if removed or hidden or initial:
            parts.append(part)
            return [block for box in boxes for block in box]
        block = replace(self._block(part, parts), title=style.title)
        parts.clear()
        skipped = not block.pieces and (in_contents or self._story.fields.in_contents)
        own = [] if skipped or style.contents else [block]
        boxed = [block for box in boxes for block in box if block.text.strip()]
        self._written = self._written or any(block.text.strip() for block in [*own, *boxed])
        # A box stands above the first text of all (a title in a frame), else below its paragraph.
        return [*boxed, *own] if first else [*own, *boxed]

    def _label(self, properties: Element | None, style: ParagraphStyle) -> tuple[Fragment, ...]:
        placed = self._place(properties, style)
        label = self._counters.label(*placed) if placed else ""
        return (Fragment(label, LABEL),) if label else ()

    def _place(self, properties: Element | None, style: ParagraphStyle) -> tuple[Numbering, int] | None:
        direct = properties.find(f"{W}numPr") if properties is not None else None
        return self._numberings.place(direct, style)

    def _block(self, last: _Part, parts: Iterable[_Part]) -> Block:
        """Join a paragraph and those that go on in it.

        Where a mark is deleted, the paragraph is the next one's (17.13.5.15); where it is hidden, as with
        Word's style separator, what stands before it leads: it is the heading, told by its style.
        """
        pieces: list[Fragment] = []
        level, page = last.level, last.page
        leading = False
        for part in parts:
            if part.pieces:
                leads = part.leads and not leading
                level, page = (part.level if leads else level), min(page, part.page)
                leading = leading or part.leads
                own = _emphasised(part) if leads and part.level else part.pieces
                pieces += _as_text(own, last) if part.initial else own
        return Block((*pieces, *last.pieces), level, page if self._paged else None)

    def _chunk(self, named: str, data: bytes) -> list[Block]:
        """Read a file inside, the styles and numbers of which are its own."""
        if not self._chunks.admits(data):
            return self._chunks.unread()
        if not chunks.is_word(data):
            return self._chunks.read(named, data)
        if self._depth >= chunks.DEEPEST:
            return self._chunks.unread()
        try:
            package = open_package(data, self._package.name)
        except SourceError:
            return self._chunks.unread()
        self._chunks.budget.marks += package.marks
        inner = BlockReader(package, self._depth + 1, self._chunks.budget)
        blocks = [replace(block, page=None) for block in inner.read(package.document)]
        self._chunks.left_out += inner.left_out
        return blocks

    def _box(self, element: Element) -> tuple[Block, ...]:
        """Read a text box, or the words of a piece of WordArt or a drawing. Its fields are its own."""
        if element.tag == f"{V}textpath":
            return (Block((Fragment(tidy(element.get("string", ""))),)),)
        if element.tag == f"{A}txBody":
            return tuple(_drawn(paragraph) for paragraph in element.iterfind(f"{A}p"))
        before, self._story = (
            self._story,
            Story(Fields(self._ignored, self._numbers), self._story.page, self._story.left_out),
        )
        blocks = self.read(element)
        self._story = before
        return blocks


# An equation of its own may stand beside the paragraphs (22.1.2.78); some programs leave runs there.
_BLOCKS = frozenset(
    [f"{W}{name}" for name in ("p", "tbl", "altChunk", "r", "hyperlink", "fldSimple")]
    + [f"{M}oMathPara", f"{M}oMath"]
)


def _blocks(container: Element) -> Iterable[Element]:
    """Yield the paragraphs, tables and files inside of a container, whatever wraps them.

    A content control is one of them where it shows a choice and has no text.
    """
    for child in container:
        if child.tag in _BLOCKS:
            yield child
        elif child.tag == f"{MC}AlternateContent":
            chosen = chosen_telling(child)
            yield from _blocks(chosen) if chosen is not None else ()
        elif child.tag == f"{W}sdt" and (is_prompt(child) or _is_contents(child.find(f"{W}sdtPr"))):
            continue
        elif child.tag == f"{W}sdt" and control_value(child):
            yield child
        elif child.tag not in {f"{W}del", f"{W}moveFrom", f"{W}sectPr", f"{W}tcPr"}:
            yield from _blocks(child)


def _is_contents(properties: Element | None) -> bool:
    """Whether a content control is a table of contents (17.5.2)."""
    gallery = value(properties.find(f"{W}docPartObj"), "docPartGallery") if properties is not None else None
    return gallery == "Table of Contents"


def _is_removed(mark: Element | None) -> bool:
    """Whether a revision took the paragraph's mark away (17.13.5.15, 17.13.5.21)."""
    return mark is not None and any(mark.find(f"{W}{name}") is not None for name in ("del", "moveFrom"))


def _is_initial(properties: Element | None) -> bool:
    """Whether a paragraph is the large first letter of the next one (17.3.1.11, `w:dropCap`)."""
    return value(properties, "framePr", "dropCap") in {"drop", "margin"}


def _as_text(pieces: Iterable[Fragment], last: _Part) -> tuple[Fragment, ...]:
    """Give a first letter the look of what it begins."""
    look = next((piece.look for piece in last.pieces if piece.text.strip() and piece.look != LABEL), None)
    return tuple(Fragment(piece.text.strip(), look or piece.look) for piece in pieces)


def _drawn(paragraph: Element) -> Block:
    """A paragraph in a drawing that came from another program (20.1.2.2.40)."""
    parts = paragraph.iter(f"{A}t", f"{A}br")
    return Block(tuple(Fragment("\n" if part.tag == f"{A}br" else tidy(part.text or "")) for part in parts))


def _level(properties: Element | None, style: ParagraphStyle) -> int | None:
    stated = number(properties, "outlineLvl")
    level = style.level if stated is None else stated
    return level + 1 if level is not None and 0 <= level < BODY_LEVEL else None


def _emphasised(part: _Part) -> tuple[Fragment, ...]:
    return tuple(replace(piece, look=replace(piece.look, bold=True)) for piece in part.pieces)
