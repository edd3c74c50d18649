"""A planned deck and a template give pictures: the plan says where all stands, the template how it looks."""

from __future__ import annotations

from functools import lru_cache
from typing import TYPE_CHECKING

from reportgen.planning.deck import Accent, AccentKind, Deck, Fill, Para
from reportgen.planning.deck import Slide as SlidePlan
from reportgen.rendering.pptx.accents import DIM, edge_box
from reportgen.rendering.pptx.looks import EDGE
from reportgen.rendering.pptx.text import paragraphs
from reportgen.rendering.svg.blocks import Frame, block, family, label, planned
from reportgen.rendering.svg.charts import chart
from reportgen.rendering.svg.marks import NAMESPACE, attributes, number, rectangle
from reportgen.rendering.svg.paints import flat
from reportgen.rendering.svg.stage import Stage
from reportgen.rendering.svg.tables import table

if TYPE_CHECKING:
    from collections.abc import Iterator

    from reportgen.rendering.pptx.template import DeckTemplate

_GROUNDS = {AccentKind.DISC, AccentKind.CARD}
_TITLES = ("标题", "长标题")
_FULL = 100_000
_CHART = "图"


def render_svg(deck: Deck, template: DeckTemplate) -> tuple[str, ...]:
    """Return a picture of each slide; the same deck and template give the same pictures.

    Each is an SVG that stands by itself; its view box are the slide's sides in points, its name is its title.
    It has no script, no style sheet and no link, so a page may hold it whatever it forbids.

    Raises:
        TemplateError: the template lacks a layout or placeholder that the deck fills.
    """
    for plan in deck.slides:
        for fill in plan.fills:
            template.layouts.slot(plan.layout, fill.slot)
    stages = _stages(_Same(template))
    return tuple(
        _picture(plan, deck.title, template, stages, place) for place, plan in enumerate(deck.slides, 1)
    )


class _Same:
    """A template as a key: the same object only, since its parts cannot be compared quickly."""

    def __init__(self, template: DeckTemplate) -> None:
        self.template = template

    def __eq__(self, other: object) -> bool:
        return isinstance(other, _Same) and other.template.blank is self.template.blank

    def __hash__(self) -> int:
        return id(self.template.blank)


# The pictures of a deck are asked for again at each change, mostly in one template.
@lru_cache(maxsize=4)
def _stages(_key: _Same) -> dict[str, Stage]:
    return {}


def _picture(
    plan: SlidePlan, title: str, template: DeckTemplate, stages: dict[str, Stage], place: int
) -> str:
    if plan.layout not in stages:
        stages[plan.layout] = Stage(template, plan.layout)
    stage, layouts = stages[plan.layout], template.layouts
    size = f"{number(layouts.width)} {number(layouts.height)}"
    called = label(_title(plan) or title)
    drawn = "".join(_drawn(plan, template, stage, place))
    return (
        f'<svg xmlns="{NAMESPACE}" viewBox="0 0 {size}" role="img" aria-label="{called}"'
        f"{attributes(font_family=family(stage.usual))}>"
        f'<g aria-hidden="true">{stage.backdrop}</g>{drawn}</svg>'
    )


def _title(plan: SlidePlan) -> str:
    found = (fill for name in _TITLES for fill in plan.fills if fill.slot == name)
    fill = next(found, None)
    return "" if fill is None else "".join(para.text for para in fill.paras)


def _drawn(plan: SlidePlan, template: DeckTemplate, stage: Stage, place: int) -> Iterator[str]:
    """What stands on a slide, the lowest first, as its file has it."""
    layouts = template.layouts
    yield from (_accent(one, stage) for one in plan.accents if one.kind in _GROUNDS)
    for fill in plan.fills:
        yield _filled(fill, plan.layout, template, stage)
    for fill in plan.fills:
        edge = stage.looks.edges.get(fill.slot + EDGE)
        if edge is not None:
            box = layouts.slot(plan.layout, fill.slot).box
            yield stage.edge(fill.slot + EDGE, edge_box(edge, box, fill.box or box))
    yield from (_accent(one, stage) for one in plan.accents if one.kind not in _GROUNDS)
    if plan.table is not None:
        yield table(plan.table, layouts, stage, template.blank.package.main)
    if plan.chart is not None:
        yield chart(plan.chart, stage, stage.stand(layouts.slot(plan.layout, _CHART)).manners)
    for one in stage.looks.furniture:
        if plan.footer or not one.is_footer:
            words = paragraphs((Para(plan.footer),)) if one.is_footer else ""
            yield stage.furnished(one, words, place)


def _filled(fill: Fill, layout: str, template: DeckTemplate, stage: Stage) -> str:
    slot = template.layouts.slot(layout, fill.slot)
    box, stand = fill.box or slot.box, stage.stand(slot)
    lines = [planned(para, stand.manners[para.level], *stage.marked()) for para in fill.paras]
    return stand.drawn(box) + block(Frame(box, slot.insets, stand.anchor), lines, stage.usual)


def _accent(accent: Accent, stage: Stage) -> str:
    role, _, dim = accent.role.partition(" ")
    looks = flat(stage.colour(role), DIM / _FULL if dim else 1.0).looks
    box = accent.box
    if accent.kind is AccentKind.DISC:
        place = attributes(cx=box.left + box.width / 2, cy=box.top + box.height / 2)
        return f"<ellipse{place}{attributes(rx=box.width / 2, ry=box.height / 2)}{looks}/>"
    if accent.kind is AccentKind.ARROW:
        corners = ((box.left, box.top), (box.right, box.top + box.height / 2), (box.left, box.bottom))
        points = " ".join(f"{number(x)},{number(y)}" for x, y in corners)
        return f'<polygon points="{points}"{looks}/>'
    return rectangle(box, looks)
