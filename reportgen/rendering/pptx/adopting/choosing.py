"""Which layouts and sample slides of a template serve: for the cover, for what has a heading, for the end."""

from __future__ import annotations

from collections import Counter
from dataclasses import dataclass, field
from typing import TYPE_CHECKING

from reportgen.errors import TemplateError
from reportgen.planning.deck import Box
from reportgen.rendering.pptx.adopting.covers import Cover, cover_of, drawn_cover, large, readable
from reportgen.rendering.pptx.adopting.hosts import Host
from reportgen.rendering.pptx.adopting.samples import THANKS, has_background, is_ending
from reportgen.rendering.pptx.adopting.sheet import Sheet, is_near
from reportgen.rendering.pptx.adopting.spots import PICTURES
from reportgen.rendering.pptx.adopting.standing import Content, content_of, plated_content
from reportgen.rendering.pptx.geometry import FURNITURE, index_of, kind_of, placeholders

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

    from reportgen.rendering.pptx.adopting.colours import RGB

_LOW = 0.12
"""The share of the page's height below which a place holds a line, and no contents of ours."""
_NEAR = 6.0
"""Points by which places may differ that are the same to the eye."""
_MOST_TWINS = 6


@dataclass(frozen=True, slots=True)
class Choice:
    """What serves: for the cover, for the last slide, and for all with a heading.

    `twins` are further hosts whose heading and room are the same as those of `content`: slides take turns.
    `is_drawn` says that no layout has a place for a heading. `others` serve for single roles, `main` is the
    main colour, where somebody has said so.
    """

    cover: Cover
    closing: Cover
    content: Content
    twins: tuple[Content, ...]
    is_drawn: bool = False
    others: Mapping[str, Content] = field(default_factory=dict)
    main: RGB | None = None


def choose(layouts: Sequence[Host], samples: Sequence[Host], sheet: Sheet, path: str) -> Choice:
    """Choose.

    Args:
        layouts: the layouts of the template.
        samples: its sample slides.
        sheet: the page.
        path: of the template, for the message.

    Raises:
        TemplateError: there is no layout at all, or none has room for a slide.
    """
    masters = Counter(id(one.master) for one in samples)
    usual = masters.most_common(1)[0][0] if masters else 0
    layouts = sorted(layouts, key=lambda one: bool(samples) and id(one.master) != usual)
    content, twins, is_drawn = _contents(layouts, samples, sheet, path)
    cover = _cover(layouts, samples, sheet, content)
    closing = _closing(layouts, samples, sheet, cover)
    return Choice(readable(cover, sheet), readable(closing, sheet), content, twins, is_drawn)


def _contents(
    layouts: Sequence[Host], samples: Sequence[Host], sheet: Sheet, path: str
) -> tuple[Content, tuple[Content, ...], bool]:
    middle = samples[1:-1] or samples[1:]
    looks = [one for one in middle if one.decor or has_background(one)]
    by_samples = ((looks, False), (looks, True))
    found = [one for host in layouts if (one := content_of(host, sheet)) is not None and not _is_odd(host)]
    is_theirs = 2 * sum(map(has_background, middle)) > len(middle)
    if found and not is_theirs:
        first = found[0].host.master
        best = max(found, key=lambda one: _worth(one, sheet) + 2 * (one.host.master is first))
        return best, _twins(best, found), False
    others = () if is_theirs else ((layouts, False), (layouts, True), (samples, True))
    for hosts, is_bare in (*by_samples, *others):
        made = [one for host in hosts if (one := content_of(host, sheet, is_bare=is_bare)) is not None]
        if made:
            return max(made, key=lambda one: _worth(one, sheet)), (), True
    if is_theirs or layouts:
        layouts = looks if is_theirs else layouts
        return plated_content(max(layouts, key=lambda one: (one.used, -len(one.spots))), sheet), (), True
    hint = "请在幻灯片母版里加一个带标题的版式，留出正文的位置；或改用自带的主题"
    raise TemplateError("幻灯片模板里没有版式", where=path, hint=hint)


def _is_odd(host: Host) -> bool:
    """Whether a layout is made for something else than words: for pictures, or for words that run down."""
    return any(not one.is_upright and one.kind != "title" for one in host.spots)


def _worth(content: Content, sheet: Sheet) -> float:
    """How well a host serves for slides with a heading."""
    host, room = content.host, content.room
    pictures = sum(one.kind in PICTURES for one in host.spots)
    bodies = [one for one in host.spots if one.box.top >= content.heading.box.bottom - _NEAR]
    small = sum(one.box.height < sheet.height * _LOW for one in bodies)
    share = room.width * room.height / (sheet.width * sheet.height)
    titled = content.heading.spot is not None and content.heading.spot.is_title
    has_one = sum(one.kind in {"obj", "body"} for one in bodies) == 1
    usual = next((one.box for one in host.above if one.is_title), None)
    at_its_place = usual is not None and is_near(content.heading.box, usual, _NEAR)
    return (
        min(host.used, 3) * 0.4
        + share * 4
        + titled * 0.5
        + at_its_place * 1.5
        + has_one * 0.3
        - pictures
        - 0.6 * small
    )


def _twins(best: Content, found: Sequence[Content]) -> tuple[Content, ...]:
    return tuple(one for one in found if one is not best and _same(one, best))[:_MOST_TWINS]


def _same(one: Content, other: Content) -> bool:
    """Whether a slide looks the same on two hosts."""
    heading = one.heading.spot is not None and other.heading.spot is not None
    marks = heading and _mark(one) == _mark(other) and _furniture(one.host) == _furniture(other.host)
    near = is_near(one.heading.box, other.heading.box, _NEAR)
    return (
        one.host.master is other.host.master
        and bool(marks)
        and _look(one) == _look(other)
        and near
        and abs(one.heading.sizes[0] - other.heading.sizes[0]) < 1
        and (_holds(one.room, other.room) or one.host.ground.is_free(other.room))
        and one.host.ground.is_like(other.host.ground)
    )


def _mark(content: Content) -> tuple[str, str]:
    spot = content.heading.spot
    return ("", "") if spot is None or spot.mark is None else (spot.kind, spot.mark.get("idx", "0"))


def _look(content: Content) -> object:
    spot = content.heading.spot
    return None if spot is None else (spot.face, spot.colour, spot.align, spot.anchor)


def _furniture(host: Host) -> set[tuple[str, int]]:
    return {
        (kind_of(mark), index_of(mark))
        for _, mark in placeholders(host.layout.root)
        if kind_of(mark) in FURNITURE
    }


def _holds(outer: Box, inner: Box) -> bool:
    return (
        outer.left <= inner.left + _NEAR
        and outer.top <= inner.top + _NEAR
        and outer.right >= inner.right - _NEAR
        and outer.bottom >= inner.bottom - _NEAR
    )


def _cover(layouts: Sequence[Host], samples: Sequence[Host], sheet: Sheet, content: Content) -> Cover:
    """The first sample slide where it has a look of its own, else the layout that is most of a title's."""
    if samples and _has_look(samples[0]):
        return cover_of(samples[0], sheet) or drawn_cover(samples[0], sheet)
    first = samples[0].layout if samples else None
    made = [one for host in layouts if _is_cover(host, sheet) and (one := cover_of(host, sheet)) is not None]
    if made:
        return max(made, key=lambda one: (one.host.layout is first, _cover_worth(one, sheet, content)))
    plain = [host for host in layouts if host.layout is first] or [*layouts[:1], content.host]
    return drawn_cover(plain[0], sheet)


def _has_look(host: Host) -> bool:
    """Whether a sample slide is more than its layout: pictures, groups, shapes, or all that there is."""
    kinds = {one.tag.rpartition("}")[2] for one in host.decor}
    is_all = not any(one.mark is not None for one in host.spots)
    return bool(kinds & {"pic", "grpSp"}) or len(host.decor) > 1 or (bool(host.decor) and is_all)


def _is_cover(host: Host, sheet: Sheet) -> bool:
    """Whether a layout is made for a title: it says so, or its title stands in the middle."""
    if host.layout.root.get("type") == "title" or any(one.kind == "ctrTitle" for one in host.spots):
        return True
    middle = any(one.box.top > sheet.height * 0.2 and one.is_title for one in host.spots)
    return middle and not any(one.kind == "obj" or one.box.height > sheet.height * 0.4 for one in host.spots)


def _cover_worth(cover: Cover, sheet: Sheet, content: Content) -> float:
    host = cover.host
    kinds = [one.kind for one in host.spots]
    pictures = sum(kind in PICTURES for kind in kinds)
    big = sum(one.kind in {"obj", "body"} and one.box.height > sheet.height * 0.3 for one in host.spots)
    middle = cover.title.box.top > sheet.height * 0.12
    return (
        2.0 * (host.layout.root.get("type") == "title")
        + 2.0 * ("ctrTitle" in kinds)
        + 1.0 * ("subTitle" in kinds)
        + 1.0 * middle
        + 2.0 * (host.master is content.host.master)
        + 0.3 * min(host.used, 2)
        - 1.5 * pictures
        - 2.0 * big
    )


def _closing(layouts: Sequence[Host], samples: Sequence[Host], sheet: Sheet, cover: Cover) -> Cover:
    """The sample slide or the layout that thanks or ends, the last first; else that of the cover."""
    ending = [
        one for one in samples[1:] if one.decor and is_ending("".join(spot.prompt for spot in one.spots))
    ]
    if ending:
        return large(cover_of(ending[-1], sheet) or drawn_cover(ending[-1], sheet))
    named = [host for host in layouts if THANKS.search(host.name + "".join(one.prompt for one in host.spots))]
    found = (one for host in named if (one := cover_of(host, sheet)) is not None)
    return large(next(found, cover))
