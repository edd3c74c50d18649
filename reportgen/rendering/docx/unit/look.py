"""How a paragraph of a unit's file looks in the end: what it states itself, its styles, the defaults.

Word takes each property from the first that states it (ISO/IEC 29500-1, 17.7.2): the run, the paragraph,
its style, those that the style is based on, the defaults of the document. Sizes and distances are in pt.
"""

from __future__ import annotations

import math
from dataclasses import dataclass
from typing import TYPE_CHECKING

from reportgen.rendering.docx.shim import qn, whole
from reportgen.rendering.docx.stated import TWIPS, chain, number, said

if TYPE_CHECKING:
    from collections.abc import Iterable

    from lxml.etree import _Element as Element

_A = "{http://schemas.openxmlformats.org/drawingml/2006/main}"
SINGLE = 1.3
"""Line pitch of Chinese faces in em, where a style does not fix it."""
_SIZE = 10.0
"""Points of text of which nothing says how large it is (ISO/IEC 29500-1, 17.3.2.38)."""
_SERIF = ("times", "cambria", "georgia", "garamond", "serif", "roman", "book", "palatino", "minion")
# Chinese faces whose names are written in Latin letters.
_HAN = (
    *("sim", "nsim", "kaiti", "fangsong", "microsoft yahei", "dengxian", "st", "fz", "noto s", "source han"),
    *("pingfang", "heiti", "songti", "youyuan", "lisu", "mingliu", "pmingliu", "hanyi", "wenquanyi", "dfkai"),
)


@dataclass(frozen=True, slots=True)
class Look:
    """A paragraph as it is printed: faces, size, colour (empty where it is that of all text), distances.

    `line` is the pitch of its lines, `first` the indent of the first one in em.
    """

    east: str
    latin: str
    size: float
    line: float
    bold: bool = False
    colour: str = ""
    spacing: float = 0.0
    align: str = "both"
    before: float = 0.0
    after: float = 0.0
    first: float = 0.0
    numbered: bool = False


@dataclass(frozen=True, slots=True)
class Raster:
    """The grid of a section's lines and characters; zero where there is none (ISO/IEC 29500-1, 17.6.5)."""

    pitch: float = 0.0
    spacing: float = 0.0

    @classmethod
    def of(cls, section: Element | None) -> Raster:
        """Return that of a section."""
        grid = section.find(qn("w:docGrid")) if section is not None else None
        kind = grid.get(qn("w:type"), "default") if grid is not None else "default"
        if grid is None or kind == "default":
            return cls()
        spacing = _signed(grid.get(qn("w:charSpace"), "0")) / 4096 if kind != "lines" else 0.0
        return cls(number(grid, "linePitch") / TWIPS, spacing)


class Looks:
    """The styles of a file with what they come to."""

    def __init__(self, styles: Element, theme: Element | None) -> None:
        """Take the styles and the theme, where there is one."""
        self.by_id: dict[str | None, Element] = {
            one.get(qn("w:styleId")): one for one in styles.iter(qn("w:style"))
        }
        self.defaults = styles.find(qn("w:docDefaults"))
        self._theme = theme
        kinds = (one for one in self.by_id.values() if one.get(qn("w:type")) == "paragraph")
        usual = next((one for one in kinds if one.get(qn("w:default")) in ("1", "true", "on")), None)
        self.usual = usual.get(qn("w:styleId"), "") if usual is not None else ""

    def of(self, style: str, paragraph: Element | None = None, raster: Raster | None = None) -> Look:
        """Return the look of a paragraph of a style, with what it and its first run state themselves.

        Raises:
            ValueError: a number is none.
        """
        style = style if style in self.by_id else self.usual
        run = _first_run(paragraph)
        own = [one for one in (paragraph,) if one is not None]
        above = [*own, *chain(self.by_id, style)]
        texts = [*([run] if run is not None else []), *chain(self.by_id, style)]
        raster = raster or Raster()
        size = self._number(texts, "rPr", "w:sz", "val", _SIZE * 2) / 2
        return Look(
            east=self._east(texts),
            latin=self._font(texts, "ascii"),
            size=size,
            line=self._line(above, size, raster),
            bold=self._is_on(texts, "w:b"),
            colour=self._colour(texts),
            spacing=self._number(texts, "rPr", "w:spacing", "val", 0) / TWIPS or raster.spacing,
            align=self._word(above, "pPr", "w:jc", "val", "both"),
            before=self._number(above, "pPr", "w:spacing", "before", 0) / TWIPS,
            after=self._number(above, "pPr", "w:spacing", "after", 0) / TWIPS,
            first=self._first(above, size),
            numbered=self._is_numbered(above),
        )

    def level(self, style: str) -> int | None:
        """Return the outline level of a style (0 to 8); None where it is that of text."""
        stated = said(chain(self.by_id, style), "w:pPr/w:outlineLvl", "val")
        level = int(number(stated, "val")) if stated is not None else 9
        return level if 0 <= level < 9 else None  # noqa: PLR2004  nine levels, and one for text

    def _stated(self, elements: Iterable[Element], kind: str, name: str, attribute: str) -> Element | None:
        found = said(elements, f"w:{kind}/{name}", attribute)
        if found is None and self.defaults is not None:
            found = said([self.defaults], f"w:{kind}Default/w:{kind}/{name}", attribute)
        return found

    def _number(self, elements: list[Element], kind: str, name: str, attribute: str, usual: float) -> float:
        found = self._stated(elements, kind, name, attribute)
        return usual if found is None else number(found, attribute)

    def _word(self, elements: list[Element], kind: str, name: str, attribute: str, usual: str) -> str:
        found = self._stated(elements, kind, name, attribute)
        return usual if found is None else found.get(qn(f"w:{attribute}"), usual)

    @staticmethod
    def _is_on(elements: list[Element], name: str) -> bool:
        found = next(
            (one for one in (it.find(whole(f"w:rPr/{name}")) for it in elements) if one is not None), None
        )
        return found is not None and found.get(qn("w:val")) not in {"0", "false", "off"}

    @staticmethod
    def _is_numbered(elements: list[Element]) -> bool:
        found = next(
            (one for one in (it.find(whole("w:pPr/w:numPr")) for it in elements) if one is not None), None
        )
        named = found.find(qn("w:numId")) if found is not None else None
        # A heading's style may leave the number of its list to the list, which names the style.
        return found is not None and (named is None or named.get(qn("w:val")) != "0")

    def _colour(self, elements: list[Element]) -> str:
        found = self._word(elements, "rPr", "w:color", "val", "")
        return found.upper() if len(found) == 6 and set(found.upper()) <= set("0123456789ABCDEF") else ""  # noqa: PLR2004

    def _line(self, elements: list[Element], size: float, raster: Raster) -> float:
        pitch = self._number(elements, "pPr", "w:spacing", "line", 240)
        rule = self._word(elements, "pPr", "w:spacing", "lineRule", "auto")
        natural = size * SINGLE
        if raster.pitch:
            natural = math.ceil(natural / raster.pitch - 0.05) * raster.pitch
        if rule == "exact":
            return pitch / TWIPS
        return max(pitch / TWIPS, natural) if rule == "atLeast" else pitch / 240 * natural

    def _first(self, elements: list[Element], size: float) -> float:
        characters = self._number(elements, "pPr", "w:ind", "firstLineChars", 0) / 100
        return characters or self._number(elements, "pPr", "w:ind", "firstLine", 0) / TWIPS / max(size, 1)

    def _font(self, elements: list[Element], slot: str) -> str:
        """The face of a slot; what names the theme goes before a name (ISO/IEC 29500-1, 17.3.2.26)."""
        defaults = self.defaults.find(whole("w:rPrDefault")) if self.defaults is not None else None
        for one in (*elements, *([defaults] if defaults is not None else [])):
            fonts = one.find(whole("w:rPr/w:rFonts"))
            if fonts is None:
                continue
            themed = fonts.get(qn(f"w:{slot}Theme"))
            name = self._themed(themed) if themed else fonts.get(qn(f"w:{slot}"))
            if name:
                return name
        return ""

    def _themed(self, place: str) -> str:
        """The face that the theme has at a place such as ``minorEastAsia``."""
        if self._theme is None:
            return ""
        fonts = next(self._theme.iter(f"{_A}{'major' if place.startswith('major') else 'minor'}Font"), None)
        if fonts is None:
            return ""
        if "EastAsia" not in place:
            latin = fonts.find(f"{_A}latin")
            return latin.get("typeface", "") if latin is not None else ""
        east = fonts.find(f"{_A}ea")
        if east is not None and east.get("typeface"):
            return east.get("typeface", "")
        hans = (one for one in fonts.iter(f"{_A}font") if one.get("script") == "Hans")
        return next((one.get("typeface", "") for one in hans), "")

    def _east(self, elements: list[Element]) -> str:
        """A face with Chinese characters: the file's own, the theme's, or one that goes with its Latin."""
        named = self._font(elements, "eastAsia")
        if is_han(named):
            return named
        hans = self._themed("minorEastAsia")
        if is_han(hans):
            return hans
        latin = (self._font(elements, "ascii") or named).lower()
        return "宋体" if any(part in latin for part in _SERIF) else "微软雅黑"


def _signed(said: str) -> int:
    """A number of 32 bits; LibreOffice writes a negative one as if it had no sign.

    Raises:
        ValueError: it is none.
    """
    value = int(said)
    return value - 2**32 if value >= 2**31 else value


def is_han(name: str) -> bool:
    """Whether a face has Chinese characters, as far as its name tells."""
    return bool(name) and (not name.isascii() or name.lower().startswith(_HAN))


def _first_run(paragraph: Element | None) -> Element | None:
    if paragraph is None:
        return None
    runs = (
        one for one in paragraph.iter(qn("w:r")) if "".join(t.text or "" for t in one.iter(qn("w:t"))).strip()
    )
    return next(runs, None)
