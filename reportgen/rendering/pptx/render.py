"""A planned deck and a template give a presentation. No font, size or colour is set here."""

from __future__ import annotations

from typing import TYPE_CHECKING

from reportgen.planning.deck import Accent, AccentKind, Deck, Fill, Para
from reportgen.planning.deck import Slide as SlidePlan
from reportgen.rendering.pptx.accents import accent_shape, edge_shape
from reportgen.rendering.pptx.draft import Draft, relate
from reportgen.rendering.pptx.dress import RELATION, Setting
from reportgen.rendering.pptx.looks import EDGE, Looks, Place
from reportgen.rendering.pptx.markup import DECLARED, HEAD, HERE, frame, hundredths, value
from reportgen.rendering.pptx.table import table_shape
from reportgen.rendering.pptx.template import DeckTemplate
from reportgen.rendering.pptx.text import paragraph, paragraphs

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

    from reportgen.planning.deck import Chart
    from reportgen.rendering.pptx.parts import Part

_GROUNDS = {AccentKind.DISC, AccentKind.CARD}


def render_deck(deck: Deck, template: DeckTemplate) -> bytes:
    """Return the presentation as the bytes of a .pptx; the same deck and template give the same bytes.

    Raises:
        TemplateError: the template lacks a layout or placeholder that the deck fills.
    """
    draft = Draft(template.blank)
    for plan in deck.slides:
        for fill in plan.fills:
            template.layouts.slot(plan.layout, fill.slot)
        _Slide(plan, template, draft).add()
    return draft.packed(deck.title, [plan.section for plan in deck.slides])


class _Slide:
    """A slide while it is written: its shapes, from the lowest to the highest, and the number of the last."""

    def __init__(self, plan: SlidePlan, template: DeckTemplate, draft: Draft) -> None:
        self._plan, self._layouts, self._draft = plan, template.layouts, draft
        self._layout: Part = template.blank.layouts[plan.layout]
        self._looks: Looks = template.blank.looks(plan.layout)
        self._guise = template.blank.guise
        self._setting = Setting() if self._guise is None else self._guise.settings[plan.layout]
        self._part = draft.add_slide(draft.turn(self._layout, self._setting.twins))
        self._shapes: list[str] = [self._looks.ornaments] if self._looks.ornaments else []
        self._furnished: list[str] = []
        self._last = self._looks.last

    def add(self) -> None:
        """Write the slide and all that hangs on it."""
        plan = self._plan
        # Words stand on a disc and on a card; a bar stands on the card whose edge it marks.
        self._accents(one for one in plan.accents if one.kind in _GROUNDS)
        self._fills()
        self._edges()
        self._accents(one for one in plan.accents if one.kind not in _GROUNDS)
        if plan.table is not None:
            style = self._draft.table_style if self._guise is None else None
            self._shapes.append(table_shape(plan.table, self._layouts, self._next(), style))
        if plan.chart is not None:
            self._chart(plan.chart)
        self._furniture()
        self._part.data = self._slide().encode()
        if plan.notes:
            self._draft.add_notes(self._part, plan.notes)

    def _slide(self) -> str:
        """The slide as markup."""
        shapes, setting = "".join(self._shapes), self._setting
        if self._guise is not None:
            shapes = self._guise.dress.turned(shapes)
        before = (setting.background, setting.shapes)
        if setting.relations:
            keys = [
                relate(self._part, one.reltype.rpartition("/")[2], one.part)
                for one in setting.relations
                if one.part is not None
            ]
            before = _keyed(before[0], keys), _keyed(before[1], keys)
        background, ground = before
        hides = ' showMasterSp="0"' if setting.hides_master else ""
        return _SLIDE.format(hides, background, f"{ground}{shapes}{''.join(self._furnished)}")

    def _next(self) -> int:
        self._last += 1
        return self._last

    def _accents(self, accents: Iterable[Accent]) -> None:
        self._shapes += [accent_shape(accent, self._next()) for accent in accents]

    def _fills(self) -> None:
        """Fill the placeholders that the plan fills, in its order, in which they are read out."""
        has_grounds = bool(self._shapes)
        places = [self._place(fill) for fill in self._plan.fills]
        for place, fill in zip(places, self._plan.fills, strict=True):
            self._shapes.append(_filled(place, fill))
        if not has_grounds:
            # The numbers of placeholders that are not filled are free.
            self._last = max((place.number for place in places), default=1)

    def _place(self, fill: Fill) -> Place:
        return self._looks.places[self._layouts.slot(self._plan.layout, fill.slot).index]

    def _edges(self) -> None:
        """Draw the lines that the layout has at the edges of what is filled: 目标边 belongs to 目标."""
        for fill in self._plan.fills:
            edge = self._looks.edges.get(fill.slot + EDGE)
            if edge is not None:
                box = self._layouts.slot(self._plan.layout, fill.slot).box
                self._shapes.append(edge_shape(edge, box, fill.box or box, self._next()))

    def _chart(self, chart: Chart) -> None:
        # Few decks have one, and what writes its sheet takes long to load.
        from reportgen.rendering.pptx.chart import chart_part, chart_shape

        part, sheet = self._draft.add_chart(self._part)
        typed = self._layout if self._guise is None else self._guise.types[self._plan.layout]
        part.data, sheet.data = chart_part(chart, typed, relate(part, "package", sheet))
        if self._guise is not None:
            part.data = self._guise.dress.turned(part.data.decode()).encode()
        typed.let_go()
        self._shapes.append(chart_shape(chart, self._next(), self._part.key_of(part)))

    def _furniture(self) -> None:
        """Copy footer and page number from the layout, so that programs show them."""
        for one in self._looks.furniture:
            if self._plan.footer or not one.is_footer:
                words = paragraphs((Para(self._plan.footer),)) if one.is_footer else ""
                self._furnished.append(one.numbered(self._next(), words))


_SLIDE = (
    f'{HEAD}<p:sld {DECLARED}{{}}><p:cSld>{{}}<p:spTree><p:nvGrpSpPr><p:cNvPr id="1" name=""/><p:cNvGrpSpPr/>'
    "<p:nvPr/></p:nvGrpSpPr><p:grpSpPr/>{}</p:spTree></p:cSld><p:clrMapOvr><a:masterClrMapping/></p:clrMapOvr></p:sld>"
)


def _keyed(markup: str, keys: Sequence[str]) -> str:
    """Markup of a sample slide, with the keys of this slide's relations."""
    for number, key in enumerate(keys):
        markup = markup.replace(RELATION.format(number), key)
    return markup


def _filled(place: Place, fill: Fill) -> str:
    """A placeholder with its words; it stays where the layout has it unless the plan moves it."""
    box = place.box if fill.box is None else frame(fill.box)
    looks = place.looks.replace(HERE, box) if place.looks else _looks(box)
    return (
        f'<p:sp><p:nvSpPr><p:cNvPr id="{place.number}" name="{value(fill.slot)}"/><p:cNvSpPr>'
        f'<a:spLocks noGrp="1"/></p:cNvSpPr>{_looks(place.mark, "p:nvPr")}</p:nvSpPr>{looks}'
        f"<p:txBody>{place.body}{_worded(place, fill)}</p:txBody></p:sp>"
    )


def _worded(place: Place, fill: Fill) -> str:
    """The words of a placeholder, in the type of its levels where slides are to state that."""
    if not place.levels:
        return paragraphs(fill.paras)
    return "".join(
        paragraph(
            para,
            _SET.format(hundredths(level.pitch)),
            f' sz="{hundredths(level.size)}" spc="0"',
            colour=place.fill,
        )
        for para in fill.paras
        for level in [place.levels[para.level]]
    )


_SET = (
    '<a:pPr marL="0" indent="0"><a:lnSpc><a:spcPts val="{}"/></a:lnSpc>'
    '<a:spcBef><a:spcPts val="0"/></a:spcBef><a:spcAft><a:spcPts val="0"/></a:spcAft><a:buNone/></a:pPr>'
)


def _looks(content: str, tag: str = "p:spPr") -> str:
    return f"<{tag}>{content}</{tag}>" if content else f"<{tag}/>"
