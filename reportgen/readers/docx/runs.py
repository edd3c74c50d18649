"""The text of one paragraph: runs and what stands between and inside them."""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable
from dataclasses import dataclass, field, replace
from typing import TYPE_CHECKING

from reportgen.readers.docx.fields import Fields, is_contents
from reportgen.readers.docx.forms import control_value
from reportgen.readers.docx.names import MC, XML, A, M, V, W, switch
from reportgen.readers.docx.printed import Fragment
from reportgen.readers.docx.symbols import symbol, translated
from reportgen.text.patterns import lazy

if TYPE_CHECKING:
    from lxml.etree import _Element as Element

    from reportgen.readers.docx.styles import ParagraphStyle, Styles

_BLANKS = lazy(r"[\t\r\n]+")
_EDGE = " \t\r\n"
_STRUCK, _HIDDEN = "处加删除线的文字", "处隐藏的文字"
_UNTOLD = "个列表编号域"
_SIGN = "个符号字体里的图形"

# Not of the running text: properties, what a revision took away (17.13.5), marks of notes and comments, the
# upper line of phonetic guides.
_LEFT_OUT = frozenset(
    [f"{W}{name}" for name in ("pPr", "rPr", "sdtPr", "sdtEndPr", "tblPr", "trPr", "tcPr", "rubyPr", "rt")]
    + [f"{W}{name}" for name in ("del", "moveFrom", "delText", "delInstrText", "fldData")]
    + [f"{W}{name}" for name in ("footnoteReference", "endnoteReference", "annotationRef", "footnoteRef")]
    + [f"{A}blip", f"{M}rPr"]
)


@dataclass(slots=True)
class Story:
    """What reading keeps from one paragraph to the next: open fields, the page as Word last laid it out.

    `left_out` counts what stands in the text and is not read, by the name that messages give it.
    """

    fields: Fields = field(default_factory=Fields)
    page: int = 1
    left_out: Counter[str] = field(default_factory=Counter)


class RunReader:
    """Reads a paragraph: its text in `pieces`, the text boxes anchored in it, the `page` where it begins."""

    def __init__(self, styles: Styles, style: ParagraphStyle, story: Story) -> None:
        self._styles = styles
        self._style = style
        self.story = story
        self._look = styles.look(style, None)
        self.pieces: list[Fragment] = []
        self.boxes: list[Element] = []
        self.page = 0
        self._gone = ""

    @property
    def shown(self) -> bool:
        """Whether what stands here is printed."""
        return not self._look.hidden and not self._look.struck and self.story.fields.shown

    def read(self, element: Element) -> None:
        """Read everything inside `element`."""
        for child in element:
            tag = child.tag
            handler = _HANDLERS.get(tag)
            if handler:
                handler(self, child)
            elif tag not in _LEFT_OUT:
                self.read(child)

    def read_run(self, run: Element) -> None:
        """Read a run in its own look."""
        before, self._look = self._look, self._styles.look(self._style, run.find(f"{W}rPr"))
        self.read(run)
        self._look = before

    def put(self, text: str) -> None:
        """Add text where it is printed."""
        if text and self.shown:
            self.page = self.page or self.story.page
            self.pieces.append(Fragment(text, self._look))
        if text.strip():
            self.story.fields.take()
        if text.strip() and self.story.fields.shown:
            self._note()

    def put_or_count(self, text: str | None, missing: str) -> None:
        """Add text; where it cannot be told, count what is missing."""
        self.put(text or "")
        if text is None and self.shown:
            self.story.left_out[missing] += 1

    def put_raised(self, element: Element) -> None:
        """Read what stands above the line, as the power in an equation does."""
        before, self._look = self._look, replace(self._look, raised=True)
        self.read(element)
        self._look = before

    def _note(self) -> None:
        """Count what is left out here, once for all of it that stands together."""
        gone = _STRUCK if self._look.struck else _HIDDEN if self._look.hidden else ""
        if gone and gone != self._gone:
            self.story.left_out[gone] += 1
        self._gone = gone


def _text(reader: RunReader, element: Element) -> None:
    text = element.text or ""
    # Without xml:space blanks at the edges are none (17.3.3.31); line ends inside are never printed.
    if element.get(f"{XML}space") != "preserve":
        text = text.strip(_EDGE)
    shown, unknown = translated(_BLANKS.sub(" ", text), _symbol_face(element))
    reader.put(shown)
    for _ in range(unknown):
        reader.put_or_count(None, _SIGN)


def _symbol_face(element: Element) -> str:
    """The face that signs of a run are set in, where the run states it."""
    run = element.getparent()
    fonts = run.find(f"{W}rPr/{W}rFonts") if run is not None else None
    return "" if fonts is None else fonts.get(f"{W}ascii") or fonts.get(f"{W}hAnsi") or ""


def _tab(reader: RunReader, _element: Element) -> None:
    reader.put("\t")


def _hyphen(reader: RunReader, _element: Element) -> None:
    reader.put("-")


def _break(reader: RunReader, element: Element) -> None:
    # A break of page or column ends the line too where text goes on behind it (17.3.3.1).
    reader.put("\n")
    if element.get(f"{W}type") in {"page", "column"} and "".join(p.text for p in reader.pieces).isspace():
        reader.pieces.clear()


def _page(reader: RunReader, _element: Element) -> None:
    reader.story.page += 1


def _symbol(reader: RunReader, element: Element) -> None:
    sign = symbol(element.get(f"{W}font", ""), element.get(f"{W}char", ""))
    reader.put_or_count(sign or None, _SIGN)


def _mark(reader: RunReader, element: Element) -> None:
    reader.put_or_count(reader.story.fields.mark(element), _UNTOLD)


def _instruction(reader: RunReader, element: Element) -> None:
    reader.story.fields.instruct(element.text or "")


def _simple_field(reader: RunReader, element: Element) -> None:
    instruction = element.get(f"{W}instr", "")
    if next(element.iter(f"{W}t", f"{W}sym"), None) is None:
        data = element.find(f"{W}ffData")
        reader.put_or_count(reader.story.fields.result(instruction, data), _UNTOLD)
    if not is_contents(instruction):
        reader.read(element)


def _alternatives(reader: RunReader, element: Element) -> None:
    """Read one of the tellings of a drawing, the newest that has something to read (29500-3, 7.5)."""
    tellings = [*element.iterfind(f"{MC}Choice"), *element.iterfind(f"{MC}Fallback")]
    chosen = next((item for item in tellings if _says_something(item)), None)
    if chosen is not None:
        reader.read(chosen)


def _says_something(element: Element) -> bool:
    return any(element.find(f".//{tag}") is not None for tag in (f"{W}t", f"{V}textpath", f"{W}sym", f"{M}t"))


def _control(reader: RunReader, element: Element) -> None:
    """A content control (17.5.2); a prompt that nobody has filled in is no text."""
    if not switch(element.find(f"{W}sdtPr"), "showingPlcHdr"):
        reader.put(control_value(element))
        reader.read(element)


def _box(reader: RunReader, element: Element) -> None:
    if reader.shown:
        reader.boxes.append(element)


def _power(reader: RunReader, element: Element) -> None:
    reader.put_raised(element)


def _fraction(reader: RunReader, element: Element) -> None:
    for at, name in enumerate(("num", "den")):
        part = element.find(M + name)
        reader.put("/" if at else "")
        if part is not None:
            reader.read(part)


_HANDLERS: dict[object, Callable[[RunReader, Element], None]] = {
    f"{W}r": RunReader.read_run,
    f"{W}t": _text,
    f"{M}t": _text,
    f"{W}tab": _tab,
    f"{W}ptab": _tab,
    f"{W}noBreakHyphen": _hyphen,
    f"{W}br": _break,
    f"{W}cr": _break,
    f"{W}lastRenderedPageBreak": _page,
    f"{W}sym": _symbol,
    f"{W}fldChar": _mark,
    f"{W}instrText": _instruction,
    f"{W}fldSimple": _simple_field,
    f"{W}sdt": _control,
    f"{MC}AlternateContent": _alternatives,
    f"{W}txbxContent": _box,
    f"{V}textpath": _box,
    f"{M}f": _fraction,
    f"{M}sup": _power,
}
