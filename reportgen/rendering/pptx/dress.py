"""What our markup is turned into for a page of another size and another theme's colours."""

from __future__ import annotations

import re
from dataclasses import dataclass, field
from typing import TYPE_CHECKING

from reportgen.text.patterns import lazy

if TYPE_CHECKING:
    from collections.abc import Mapping

    from reportgen.rendering.pptx.parts import Part, Relation

_COLOUR = lazy(r'<a:schemeClr val="(\w+)"(?:/>|>(.*?)</a:schemeClr>)', re.DOTALL)
_MEASURE = lazy(
    r'(?<=\s)(x|y|cx|cy|sz|marL|marR|marT|marB|indent|[ltrb]Ins|w|h)="(-?\d+)"|(?<=<a:spcPts )val="(\d+)"'
)
_FILLED = lazy(
    r'</a:prstGeom></p:spPr>(?=<p:style><a:lnRef idx="0">.*?</a:lnRef><a:fillRef idx="1">(.*?)</a:fillRef>)'
)
"""What is filled with the first fill of our themes, which is a plain colour; in others it may be anything."""


@dataclass(frozen=True, slots=True)
class Dress:
    """How markup of ours is turned: measures times `scale`, colours of our roles into `colours` (RRGGBB).

    A role without a colour keeps its name.
    """

    scale: float = 1.0
    colours: Mapping[str, str] = field(default_factory=dict)

    def turned(self, markup: str) -> str:
        """Return markup of a slide or chart as the template needs it."""
        if self.colours:
            markup = _COLOUR.sub(self._coloured, markup)
            markup = _FILLED.sub(r"</a:prstGeom><a:solidFill>\1</a:solidFill></p:spPr>", markup)
        if self.scale != 1.0:
            markup = _MEASURE.sub(self._measured, markup)
        return markup

    def _coloured(self, found: re.Match[str]) -> str:
        colour = self.colours.get(found[1])
        if colour is None:
            return found[0]
        if not found[2]:
            return f'<a:srgbClr val="{colour}"/>'
        return f'<a:srgbClr val="{colour}">{found[2]}</a:srgbClr>'

    def _measured(self, found: re.Match[str]) -> str:
        if found[1] is None:
            return f'val="{round(int(found[3]) * self.scale)}"'
        return f'{found[1]}="{round(int(found[2]) * self.scale)}"'


@dataclass(frozen=True, slots=True)
class Setting:
    """What slides of a layout have of somebody else's template beside the layout itself.

    `background` and `shapes` are markup of a sample slide, with `RELATION` where a key of `relations`
    belongs, `twins` further layouts on which a slide looks the same, so that slides take turns.
    """

    twins: tuple[Part, ...] = ()
    background: str = ""
    shapes: str = ""
    relations: tuple[Relation, ...] = ()
    hides_master: bool = False


@dataclass(frozen=True, slots=True)
class Guise:
    """How our compositions stand in somebody else's template.

    `settings` by layout; `types` are layouts of ours as they would be there, which say in what type a chart's
    words are. `footer_width` is in em what a footer's line takes; `words` are those that the template prints.
    """

    dress: Dress
    settings: Mapping[str, Setting]
    types: Mapping[str, Part]
    footer_width: float = 45.0
    words: tuple[str, ...] = ()


RELATION = "reportgen:relation:{}:"
"""What stands for the key of a relation by its number."""
