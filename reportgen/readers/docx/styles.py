"""What a paragraph or a run looks like once every style has had its say.

The order is that of ISO/IEC 29500-1, 17.7.2: document defaults, table style, paragraph style, character
style, the run itself; a style stands on the one that it is based on (17.4.17). Only what tells a heading from
text is kept: the kind of face, bold, hidden, crossed out, raised or lowered, outline level, numbering.
"""

from __future__ import annotations

import re
from dataclasses import dataclass, replace
from typing import TYPE_CHECKING

from reportgen.readers.docx.names import A, W, number, switch, value
from reportgen.readers.docx.printed import RunLook
from reportgen.text.numerals import han_value
from reportgen.text.patterns import lazy
from reportgen.text.simplified import simplified

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from lxml.etree import _Element as Element

BODY_LEVEL = 9
"""The outline level that makes a paragraph text (17.3.1.20)."""
USUAL_SIZE = 20
"""Half points where nothing states a size (17.3.2.38)."""
MOST_BASES = 50
"""Styles that may stand on each other; a longer chain goes in a circle."""

_FACES = (
    ("title", lazy(r"小标宋|大标宋|xiaobiaosong", re.IGNORECASE)),
    ("hei", lazy(r"黑|heiti|simhei|yahei", re.IGNORECASE)),
    ("kai", lazy(r"楷|kaiti|simkai", re.IGNORECASE)),
)
# Built-in names are in English whatever Word's language; others' styles follow suit in either.
_HEADING = lazy(r"(?:heading|标题)[ _]?([1-9])", re.IGNORECASE)
_CHINESE_HEADING = lazy(r"([一二三四五六七八九1-9])级标题")
_TITLES = frozenset({"title", "标题", "公文标题", "文章标题", "大标题"})
_CONTENTS = lazy(r"(?:toc|目录)[ _]?[1-9]", re.IGNORECASE)


@dataclass(frozen=True, slots=True)
class Traits:
    """What one `w:rPr`, or a chain of them, states; None where it states nothing."""

    face: str | None = None
    bold: bool | None = None
    hidden: bool | None = None
    size: int | None = None
    position: str | None = None
    struck: bool | None = None
    capitals: bool | None = None

    def over(self, base: Traits) -> Traits:
        """Return these traits where stated, those of `base` elsewhere."""
        return Traits(
            base.face if self.face is None else self.face,
            base.bold if self.bold is None else self.bold,
            base.hidden if self.hidden is None else self.hidden,
            base.size if self.size is None else self.size,
            base.position if self.position is None else self.position,
            base.struck if self.struck is None else self.struck,
            base.capitals if self.capitals is None else self.capitals,
        )


@dataclass(frozen=True, slots=True)
class ParagraphStyle:
    """What a paragraph has from its style. `chain`: the ids of the style and of those it stands on.

    `table` is what the style of the table around it adds.
    """

    chain: tuple[str, ...] = ()
    level: int | None = None
    num_id: int | None = None
    ilvl: int | None = None
    contents: bool = False
    title: bool = False
    traits: Traits = Traits()
    table: Traits = Traits()


class Styles:
    """The styles of a document, resolved when first asked for."""

    def __init__(self, root: Element | None, theme: Element | None) -> None:
        found = root.iterfind(f"{W}style") if root is not None else ()
        self._elements = {style.get(f"{W}styleId", ""): style for style in found}
        self._theme = _theme_fonts(theme)
        defaults = root.find(f"{W}docDefaults/{W}rPrDefault/{W}rPr") if root is not None else None
        self._defaults = self._traits(defaults)
        self._default = next((key for key, style in self._elements.items() if _is_default(style)), "")
        self._paragraphs: dict[str, ParagraphStyle] = {}
        self._characters: dict[str, Traits] = {}

    def paragraph(self, style_id: str | None) -> ParagraphStyle:
        """Return the resolved paragraph style; the default one where the paragraph names none."""
        key = style_id or self._default
        if key not in self._paragraphs:
            self._paragraphs[key] = self._resolved(key)
        return self._paragraphs[key]

    def look(self, style: ParagraphStyle, run: Element | None) -> RunLook:
        """Return what a run of a paragraph looks like; `run` is its `w:rPr`."""
        direct = self._traits(run)
        character = self._character(value(run, "rStyle"))
        base, table, defaults = style.traits, style.table, self._defaults
        whole = direct.over(character).over(base).over(table).over(defaults)
        return RunLook(
            whole.face or "",
            _toggled((direct.bold, defaults.bold, character.bold, base.bold, table.bold)),
            _toggled((direct.hidden, defaults.hidden, character.hidden, base.hidden, table.hidden)),
            whole.size or USUAL_SIZE,
            whole.position == "superscript",
            _toggled((direct.struck, defaults.struck, character.struck, base.struck, table.struck)),
            whole.position == "subscript",
            _toggled((direct.capitals, defaults.capitals, character.capitals, base.capitals, table.capitals)),
        )

    def numbering_of(self, style_id: str) -> int | None:
        """Return the numbering that a numbering style stands for (17.9.21, numStyleLink)."""
        style = self._elements.get(style_id)
        return None if style is None else number(style.find(f"{W}pPr/{W}numPr"), "numId")

    def in_table(self, style_id: str | None, places: Iterable[str]) -> Traits:
        """Return what a table style says of the text in a cell (17.7.6).

        Args:
            style_id: the style; None where the table has none.
            places: the parts of the table that the cell is in and that the table has set apart (17.18.89),
                the weakest first.
        """
        traits = Traits()
        for style in reversed(tuple(self._bases(style_id or ""))):
            traits = self._traits(style.find(f"{W}rPr")).over(traits)
            for place in places:
                for part in style.iterfind(f"{W}tblStylePr[@{W}type='{place}']"):
                    traits = self._traits(part.find(f"{W}rPr")).over(traits)
        return traits

    def bordered(self, style_id: str | None) -> bool:
        """Whether a table style, or one that it stands on, draws lines."""
        bases = self._bases(style_id or "")
        return any(has_borders(style.find(f"{W}tblPr/{W}tblBorders")) for style in bases)

    def __contains__(self, style_id: str) -> bool:
        return style_id in self._elements

    def _bases(self, style_id: str) -> Iterator[Element]:
        """Yield a style and those it stands on, nearest first."""
        for _ in range(MOST_BASES):
            style = self._elements.get(style_id)
            if style is None:
                return
            yield style
            style_id = value(style, "basedOn") or ""

    def _resolved(self, style_id: str) -> ParagraphStyle:
        if style_id not in self:
            # Word knows its headings only by definition, but the name is evidence all the same.
            base = self.paragraph(None) if style_id != self._default else ParagraphStyle()
            return replace(base, level=_named_level(style_id))
        bases = tuple(self._bases(style_id))
        numberings = [style.find(f"{W}pPr/{W}numPr") for style in bases]
        traits = Traits()
        for style in bases:
            traits = traits.over(self._traits(style.find(f"{W}rPr")))
        return ParagraphStyle(
            tuple(style.get(f"{W}styleId", "") for style in bases),
            _first(map(_level, bases)),
            _first(number(item, "numId") for item in numberings),
            _first(number(item, "ilvl") for item in numberings),
            any(_CONTENTS.fullmatch(_name(style)) for style in bases),
            any(_name(style).lower() in _TITLES for style in bases),
            traits,
        )

    def _character(self, style_id: str | None) -> Traits:
        if not style_id:
            return Traits()
        if style_id not in self._characters:
            traits = Traits()
            for style in self._bases(style_id):
                traits = traits.over(self._traits(style.find(f"{W}rPr")))
            self._characters[style_id] = traits
        return self._characters[style_id]

    def _traits(self, run: Element | None) -> Traits:
        if run is None:
            return Traits()
        face = self._face(run.find(f"{W}rFonts"))
        return Traits(
            face,
            switch(run, "b"),
            switch(run, "vanish"),
            number(run, "sz"),
            value(run, "vertAlign"),
            _struck(run),
            switch(run, "caps"),
        )

    def _face(self, fonts: Element | None) -> str | None:
        """The kind of the East Asian face; a theme's goes before a named one (17.3.2.26)."""
        if fonts is None:
            return None
        theme = fonts.get(f"{W}eastAsiaTheme")
        name = self._theme.get(theme[:5], "") if theme else fonts.get(f"{W}eastAsia")
        return None if name is None else _kind_of(name)


def _toggled(said: tuple[bool | None, ...]) -> bool:
    """A toggle property is what the run says; else two styles that set it cancel (17.7.3).

    Args:
        said: by the run, the document's defaults, and the styles.
    """
    direct, default, *styles = said
    return (default is True or styles.count(True) % 2 == 1) if direct is None else direct


def _struck(run: Element) -> bool | None:
    """Whether one line or two go through the text (17.3.2.37, 17.3.2.9)."""
    said = {switch(run, "strike"), switch(run, "dstrike")}
    return True if True in said else False if False in said else None


def has_borders(borders: Element | None) -> bool:
    """Whether any line of a table's or cell's borders is drawn."""
    return borders is not None and any(line.get(f"{W}val") not in {None, "nil", "none"} for line in borders)


def _is_default(style: Element) -> bool:
    return style.get(f"{W}type") == "paragraph" and style.get(f"{W}default") in {"1", "true", "on"}


def _level(style: Element) -> int | None:
    stated = number(style.find(f"{W}pPr"), "outlineLvl")
    return stated if stated is not None else _named_level(_name(style))


def _name(style: Element) -> str:
    """The name of a style, as patterns read it."""
    return simplified(value(style, "name") or "")


def _named_level(name: str) -> int | None:
    """The outline level, from 0, that the name of a heading style says."""
    found = _HEADING.fullmatch(name) or _CHINESE_HEADING.search(name)
    if not found:
        return None
    return han_value(found[1]) - 1


def _kind_of(name: str) -> str:
    return next((kind for kind, pattern in _FACES if pattern.search(name)), "")


def _theme_fonts(theme: Element | None) -> dict[str, str]:
    """The East Asian faces of a theme as `major` and `minor` (20.1.4.1.16, 20.1.4.1.24)."""
    fonts: dict[str, str] = {}
    for kind in ("major", "minor"):
        collection = theme.find(f".//{A}{kind}Font") if theme is not None else None
        if collection is not None:
            faces = [*collection.iterfind(f"{A}ea"), *collection.iterfind(f"{A}font[@script='Hans']")]
            fonts[kind] = next(filter(None, (face.get("typeface") for face in faces)), "")
    return fonts


def _first(values: Iterator[int | None] | map[int | None]) -> int | None:
    return next((item for item in values if item is not None), None)
