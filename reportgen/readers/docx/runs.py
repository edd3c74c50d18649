"""The text of one paragraph: runs and what stands between and inside them."""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable
from dataclasses import dataclass, field, replace
from typing import TYPE_CHECKING

from reportgen.readers.docx import equations
from reportgen.readers.docx.bare_fields import NO_RESULT, SIGN
from reportgen.readers.docx.combining import brackets
from reportgen.readers.docx.fields import Fields, is_contents
from reportgen.readers.docx.forms import control_value, is_prompt
from reportgen.readers.docx.names import MC, XML, A, M, V, W
from reportgen.readers.docx.printed import Fragment
from reportgen.readers.docx.symbols import symbol, translated
from reportgen.readers.docx.tellings import chosen_telling
from reportgen.readers.tidying import tidy
from reportgen.text.patterns import lazy

if TYPE_CHECKING:
    from lxml.etree import _Element as Element

    from reportgen.readers.docx.styles import ParagraphStyle, Styles

_BLANKS = lazy(r"[\t\r\n]+")
_EDGE = " \t\r\n"
_STRUCK, _HIDDEN = "处加删除线的文字", "处隐藏的文字"

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
        opening, closing = brackets(run)
        self.put(opening)
        self.read(run)
        self.put(closing)
        self._look = before

    def put(self, text: str) -> None:
        """Add text where it is printed."""
        if text and self.shown:
            self.page = self.page or self.story.page
            capitals = self._look.capitals
            look = replace(self._look, capitals=False) if capitals else self._look
            self.pieces.append(Fragment(text.upper() if capitals else text, look))
        if text.strip():
            self.story.fields.take()
        if text.strip() and self.story.fields.shown:
            self._note()

    def put_or_count(self, text: str | None, missing: str) -> None:
        """Add text; where it cannot be told, count what is missing."""
        self.put(text or "")
        if text is None and self.shown:
            self.story.left_out[missing] += 1

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
    face, letters = _symbol_face(element)
    shown, unknown = translated(_BLANKS.sub(" ", tidy(text)), face, letters=letters)
    reader.put(shown)
    for _ in range(unknown):
        reader.put_or_count(None, SIGN)


def _symbol_face(element: Element) -> tuple[str, bool]:
    """The face that the signs of a run are set in, where it states one, and whether its letters are too.

    A theme's face goes before, and a hint takes signs to the East Asian one (17.3.2.26).
    """
    run = element.getparent()
    fonts = run.find(f"{W}rPr/{W}rFonts") if run is not None else None
    if fonts is None:
        return "", False
    other = fonts.get(f"{W}asciiTheme") or fonts.get(f"{W}hint") == "eastAsia"
    return fonts.get(f"{W}ascii") or fonts.get(f"{W}hAnsi") or "", not other


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
    reader.put_or_count(sign or None, SIGN)


def _day(reader: RunReader, _element: Element) -> None:
    """A piece of the date on which the document is opened (17.3.3.5 and others)."""
    reader.put_or_count(None, NO_RESULT)


def _mark(reader: RunReader, element: Element) -> None:
    reader.put_or_count(*reader.story.fields.mark(element))


def _instruction(reader: RunReader, element: Element) -> None:
    reader.story.fields.instruct(element.text or "")


def _simple_field(reader: RunReader, element: Element) -> None:
    instruction = element.get(f"{W}instr", "")
    if next(element.iter(f"{W}t", f"{W}sym"), None) is None:
        data = element.find(f"{W}ffData")
        reader.put_or_count(*reader.story.fields.result(instruction, data))
    if not is_contents(instruction):
        reader.read(element)


def _alternatives(reader: RunReader, element: Element) -> None:
    chosen = chosen_telling(element)
    if chosen is not None:
        reader.read(chosen)


def _control(reader: RunReader, element: Element) -> None:
    """A content control (17.5.2); a prompt that nobody has filled in is no text."""
    if not is_prompt(element):
        reader.put(control_value(element))
        reader.read(element)


def _box(reader: RunReader, element: Element) -> None:
    if reader.shown:
        reader.boxes.append(element)


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
    **{f"{W}{unit}{form}": _day for unit in ("day", "month", "year") for form in ("Long", "Short")},
    f"{W}fldChar": _mark,
    f"{W}instrText": _instruction,
    f"{W}fldSimple": _simple_field,
    f"{W}sdt": _control,
    f"{MC}AlternateContent": _alternatives,
    f"{W}txbxContent": _box,
    f"{V}textpath": _box,
    f"{A}txBody": _box,
} | equations.HANDLERS
