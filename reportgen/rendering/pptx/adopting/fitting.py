"""Our compositions in somebody else's template: where they stand, how they look, what lies under them."""

from __future__ import annotations

import copy
from dataclasses import dataclass, replace
from typing import TYPE_CHECKING

from lxml import etree

from reportgen.planning.deck import Level as Measure
from reportgen.rendering.elements import drop
from reportgen.rendering.pptx.adopting.choosing import Choice
from reportgen.rendering.pptx.adopting.covers import Cover
from reportgen.rendering.pptx.adopting.fields import PITCH, Field, Plate
from reportgen.rendering.pptx.adopting.furniture import footer_width, furniture_on, own_words
from reportgen.rendering.pptx.adopting.ground import PLATE
from reportgen.rendering.pptx.adopting.hosts import Host
from reportgen.rendering.pptx.adopting.palette import palette
from reportgen.rendering.pptx.adopting.sheet import Sheet
from reportgen.rendering.pptx.adopting.standing import Content
from reportgen.rendering.pptx.composing.layouts import layouts
from reportgen.rendering.pptx.composing.page import Layout, Page
from reportgen.rendering.pptx.composing.shapes import Level, Ornament, Placeholder
from reportgen.rendering.pptx.dress import RELATION, Dress, Guise, Setting
from reportgen.rendering.pptx.geometry import index_of, measured, name_of, placeholders
from reportgen.rendering.pptx.looks import (
    Looks,
    Place,
    drawn_place,
    edges_of,
    mark_of,
)
from reportgen.rendering.pptx.markup import DECLARED, HEAD, frame, piece, qn
from reportgen.rendering.pptx.parts import LAYOUT, Part

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

    from lxml.etree import _Element as Element

    from reportgen.planning.deck import Slot
    from reportgen.rendering.pptx.parts import Relation

_PX = 0.75
"""Points a pixel of a composition."""
_FIRST_ID = 1000
"""The first number of shapes that are taken over from a sample slide."""
_CLOSE = 1.2
_COVERS = ("cover", "closing")
_RELATED = frozenset(map(qn, ("r:embed", "r:link", "r:id", "r:pict")))


@dataclass(frozen=True, slots=True)
class Fitted:
    """Our compositions in a template: what planning measures with, and what slides are made of."""

    slots: Mapping[str, Mapping[str, Slot]]
    layouts: Mapping[str, Part]
    looks: Mapping[str, Looks]
    guise: Guise
    further: tuple[Part, ...]


def fitted(choice: Choice, sheet: Sheet) -> Fitted:
    """Return our compositions where a choice of layouts has room for them."""
    content, covers = choice.content, {"cover": choice.cover, "closing": choice.closing}
    shown = choice.main or content.host.ground.foremost() or choice.cover.host.ground.foremost()
    colours = palette(content.host.scheme, content.host.ground, content.room, shown)
    usual = {one.name: _on_plate(one, content.plate) for one in layouts(_page(content, sheet))}
    contents = {name: choice.others.get(name, content) for name in usual if name not in covers}
    by_role = usual | {name: _cover_layout(name, cover) for name, cover in covers.items()}
    for role, other in choice.others.items():
        made = next(one for one in layouts(_page(other, sheet)) if one.name == role)
        by_role[role] = _on_plate(made, other.plate)
    stands = {name: (covers.get(name) or contents[name]) for name in by_role}
    fields = {name: _fields(one) for name, one in stands.items()}
    types = {name: _virtual(layout) for name, layout in by_role.items()}
    settings = {
        name: _setting(one.host, choice.twins if one is content else ()) for name, one in stands.items()
    }
    return Fitted(
        {name: measured(part) for name, part in types.items()},
        {name: one.host.layout for name, one in stands.items()},
        {
            name: _looks(types[name], by_role[name], stands[name].host, fields[name], sheet)
            for name in by_role
        },
        Guise(
            Dress(sheet.scale, {role: one.hexadecimal for role, one in colours.items()}),
            settings,
            types,
            footer_width(content.host),
            tuple(filter(None, (own_words(content.host),))),
        ),
        tuple(
            dict.fromkeys(one.part for setting in settings.values() for one in setting.relations if one.part)
        ),
    )


def _on_plate(layout: Layout, plate: Plate | None) -> Layout:
    """A composition with the plate under it that its words need."""
    if plate is None:
        return layout
    box = plate.box
    sides = (box.left / _PX, box.top / _PX, box.width / _PX, box.height / _PX)
    return replace(
        layout, ornaments=(Ornament("底板", sides, plate.colour.hexadecimal, PLATE), *layout.ornaments)
    )


def _page(content: Content, sheet: Sheet) -> Page:
    room = content.room
    heading = (
        _placeholder("标题", content.heading, "title"),
        replace(_placeholder("长标题", content.long_heading, "title"), kind="body"),
    )
    return Page(
        "", "", sheet.width / _PX, sheet.height / _PX,
        left=room.left / _PX, right=room.right / _PX, top=room.top / _PX + 8, bottom=room.bottom / _PX,
        heading=heading, is_own=False,
    )  # fmt: skip


def _placeholder(name: str, field: Field, kind: str = "body") -> Placeholder:
    box = tuple(part / _PX for part in (field.box.left, field.box.top, field.box.width, field.box.height))
    levels = tuple(
        Level(
            size,
            _pitch(field, size),
            "tx1",
            bold=kind == "title",
            align=_align(field),
        )
        for size in field.sizes
    )
    insets = tuple(part / _PX for part in field.insets)
    left, top, width, height = box
    lead, above, behind, below = insets
    return Placeholder(
        name,
        (left, top, width, height),
        levels,
        kind,
        anchor=field.anchor,
        insets=(lead, above, behind, below),
    )


def _align(field: Field) -> str:
    return field.align if field.align in {"l", "ctr", "r"} else "l"


def _fields(stand: Content | Cover) -> Mapping[str, Field]:
    """The fields of a slide that are the template's, by the names of our placeholders."""
    if isinstance(stand, Content):
        return {"标题": stand.heading, "长标题": stand.long_heading}
    return {"标题": stand.title, "长标题": stand.title, "副标题": stand.subtitle, "落款": stand.byline}


def _cover_layout(name: str, cover: Cover) -> Layout:
    names = ("标题", "长标题", "副标题", "落款") if name == "cover" else ("标题", "副标题")
    fields = _fields(cover)
    words = tuple(_cover_placeholder(one, fields[one]) for one in names)
    return _on_plate(Layout(name, words, footer=None, number=False), cover.plate)


def _cover_placeholder(name: str, field: Field) -> Placeholder:
    if name == "长标题":
        return replace(_placeholder(name, field, "title"), kind="body")
    return _placeholder(name, field, "title" if name == "标题" else "body")


def _virtual(layout: Layout) -> Part:
    """A composition as a layout that could stand in a template of ours."""
    shapes = "".join(
        [
            *(one.xml(number) for number, one in enumerate(layout.ornaments, 2)),
            *(one.xml(100 + index, index) for index, one in enumerate(layout.placeholders, 10)),
        ]
    )
    markup = (
        f'{HEAD}<p:sldLayout {DECLARED}><p:cSld name="{layout.name}"><p:spTree>'
        '<p:nvGrpSpPr><p:cNvPr id="1" name=""/>'
        f"<p:cNvGrpSpPr/><p:nvPr/></p:nvGrpSpPr><p:grpSpPr/>{shapes}</p:spTree></p:cSld></p:sldLayout>"
    )
    return Part(f"{layout.name}.xml", LAYOUT, markup.encode())


def _looks(part: Part, layout: Layout, host: Host, fields: Mapping[str, Field], sheet: Sheet) -> Looks:
    """What slides have of a composition: its words as shapes of their own, its heading the template's."""
    places: dict[int, Place] = {}
    last = 1
    for shape, mark in placeholders(part.root):
        last += 1
        field = fields.get(name_of(shape))
        places[index_of(mark)] = drawn_place(shape, last) if field is None else _heading(field, shape, last)
    ornaments = "".join(one.xml(last + number) for number, one in enumerate(layout.ornaments, 1))
    last += len(layout.ornaments)
    furniture = () if layout.name in _COVERS else furniture_on(host, sheet)
    return Looks(places, last, edges_of(part), furniture, ornaments.replace(' userDrawn="1"', ""))


def _pitch(field: Field, size: float) -> float:
    """The pitch of lines in points: closer where a heading may have several lines."""
    return round(size * (PITCH if len(field.sizes) == 1 else _CLOSE), 2)


def _heading(field: Field, shape: Element, number: int) -> Place:
    """A heading in the template's own placeholder, or drawn like one."""
    is_title = name_of(shape) in {"标题", "长标题"}
    if not field.is_placeholder or field.spot is None or field.spot.mark is None:
        drawn = drawn_place(_coloured(shape, field), number)
        return replace(drawn, mark='<p:ph type="title"/>') if is_title else drawn
    left, top, right, bottom = (round(part * 12700) for part in field.insets)
    body = (
        f'<a:bodyPr wrap="square" lIns="{left}" tIns="{top}" rIns="{right}" bIns="{bottom}" '
        f'anchor="{field.anchor}">'
        f"<a:noAutofit/></a:bodyPr><a:lstStyle/>"
    )
    fill = f'<a:solidFill><a:srgbClr val="{field.colour.hexadecimal}"/></a:solidFill>' if field.colour else ""
    levels = tuple(Measure(size, _pitch(field, size)) for size in field.sizes)
    return Place(number, mark_of(field.spot.mark), body, frame(field.box), "", levels, fill)


def _coloured(shape: Element, field: Field) -> Element:
    """A shape of ours in the colour of a field."""
    copied = copy.deepcopy(shape)
    if field.colour is not None:
        for fill in copied.findall(
            f"{qn('p:txBody')}/{qn('a:lstStyle')}/*/{qn('a:defRPr')}/{qn('a:solidFill')}"
        ):
            for child in list(fill):
                drop(child)
            etree.SubElement(fill, qn("a:srgbClr"), {"val": field.colour.hexadecimal})
    return copied


def _setting(host: Host, twins: Sequence[Content]) -> Setting:
    """What slides take over of a sample slide, and on which further layouts they may stand."""
    parts = tuple(one.host.layout for one in twins)
    if host.sample is None:
        return Setting(parts)
    relations: list[Relation] = []
    background = host.sample.root.find(f"{qn('p:cSld')}/{qn('p:bg')}")
    ground = "" if background is None else _taken_over(copy.deepcopy(background), host.sample, relations)
    shapes: list[str] = []
    number = _FIRST_ID
    for element in host.decor:
        copied = copy.deepcopy(element)
        for named in copied.iter(qn("p:cNvPr")):
            named.set("id", str(number))
            number += 1
        for tied in list(copied.iter(qn("a:stCxn"), qn("a:endCxn"))):
            drop(tied)
        shapes.append(_taken_over(copied, host.sample, relations))
    hides = host.sample.root.get("showMasterSp") in {"0", "false"}
    return Setting(parts, ground, "".join(shapes), tuple(relations), hides)


def _taken_over(element: Element, slide: Part, relations: list[Relation]) -> str:
    """An element of a sample slide as markup, with places for the keys of its relations."""
    for one in list(element.iter(qn("p:custDataLst"), qn("a:extLst"), qn("p:extLst"))):
        if one.getparent() is not None:
            drop(one)
    for one in element.iter():
        for name in [name for name in one.attrib if name in _RELATED]:
            found = slide.rels.get(str(one.get(name)))
            if found is None or found.part is None:
                del one.attrib[name]
                continue
            if found not in relations:
                relations.append(found)
            one.set(name, RELATION.format(relations.index(found)))
    return piece(element)
