"""What the page shows of a brief, as plain data: outline, one part with its lines, what has to be decided."""

from __future__ import annotations

from functools import lru_cache
from typing import TYPE_CHECKING, Any

from reportgen.analysis.brief import Editorial, Excerpt, Goal, Measure
from reportgen.noticing import notices_of, reading_of
from reportgen.outline import reading_text
from reportgen.planning.deck import plan_deck
from reportgen.planning.facts import Imprint
from reportgen.products import opened
from reportgen.products.table import DECK
from reportgen.readers import find_masks
from reportgen.serving.choosing import Choice, Pool, pool_of, said_on
from reportgen.serving.editing import key_of, part_at, path_of, walk
from reportgen.source import MARK

if TYPE_CHECKING:
    from collections.abc import Iterator

    from reportgen.analysis import Brief
    from reportgen.analysis.brief import Line, Part
    from reportgen.options import Options
    from reportgen.planning.deck import Deck
    from reportgen.source import Source, Span
    from reportgen.themes import Ratio, Theme

Plain = dict[str, Any]
_AROUND = 60
"""Characters of the speech that are shown on either side of a passage."""
_HANDLED = frozenset({"unfilled-mask", "no-title"})
"""Notices that have a field of their own on the page."""
_KINDS = {"todo": "待落实", "done": "已完成", "stance": "表态"}


def deck_of(brief: Brief, options: Options) -> Deck:
    """Return the slides that a brief makes."""
    template = _template(options.theme, options.ratio)
    return plan_deck(brief, options.facts.over(brief.facts), template.layouts, options.length)


@lru_cache(maxsize=8)
def _template(theme: Theme, ratio: Ratio | None) -> Any:  # noqa: ANN401  as the product opens it
    return opened([DECK], theme, ratio)[DECK]


def pictures(brief: Brief, options: Options) -> Plain:
    """Return all slides as SVG, each with its title."""
    from reportgen.rendering.svg import render_svg

    drawn = render_svg(deck_of(brief, options), _template(options.theme, options.ratio))
    return {"pictures": list(drawn)}


def view(brief: Brief, options: Options, key: str) -> Plain:
    """Return what the page shows.

    Args:
        brief: the brief.
        options: how much is said, and in which look.
        key: of the part that is chosen; the first one that has lines where it is not there.
    """
    deck = deck_of(brief, options)
    slides = said_on(deck)
    imprint = Imprint.of(brief.document, brief.facts)
    outline = list(_outline(brief))
    keys = [one["key"] for one in outline]
    chosen = key if key in keys else _first(brief)
    return {
        "title": imprint.title,
        "has_title": bool(brief.facts.title or brief.document.title_text),
        "characters": reading_of(brief).characters,
        "outline": outline,
        "chosen": chosen,
        "part": _part(brief, chosen, slides) if chosen else None,
        "masks": list(_masks(brief)),
        "facts": _facts(brief),
        "notices": list(_notices(brief)),
        "slides": [_heading(slide) for slide in deck.slides],
    }


def _heading(slide: Any) -> str:  # noqa: ANN401
    for fill in slide.fills:
        if "标题" in fill.slot and "旁注" not in fill.slot:
            return "".join(para.text for para in fill.paras).replace("\n", "")
    return ""


def _outline(brief: Brief) -> Iterator[Plain]:
    for path, part in walk(brief.parts):
        yield {
            "key": key_of(path),
            "depth": len(path),
            "marker": _gapped(part.marker),
            "heading": part.heading.text,
            "is_added": isinstance(part.heading, Editorial),
        }


def _gapped(marker: str) -> str:
    """A number as it is printed before its heading: a mark at its end keeps them apart already."""
    return f"{marker} " if marker and marker[-1] not in "、）)．." else marker


def _first(brief: Brief) -> str:
    found = next((path for path, part in walk(brief.parts) if part.measures), None)
    return key_of(found) if found else ("0" if brief.parts else "")


def _part(brief: Brief, key: str, slides: str) -> Plain:
    path = path_of(key)
    part = part_at(brief, path)
    above = [part_at(brief, path[:depth]) for depth in range(1, len(path) + 1)]
    pool = pool_of(brief, part, slides)
    lines = [_line(one, brief) for one in pool.lines]
    return {
        "key": key,
        "trail": [f"{_gapped(one.marker)}{one.heading.text}" for one in above],
        "marker": part.marker,
        "heading": part.heading.text,
        "groups": [group for group in _groups(lines) if group["lines"] or group["kind"] == "measure"],
        "figures": list(_figures(brief, part)),
        "is_chosen": pool.is_chosen,
        "shown": _shown(pool),
        "count": len([one for one in pool.lines if isinstance(one.held, Measure)]),
    }


def _shown(pool: Pool) -> int:
    return sum(one.is_shown and one.is_ticked for one in pool.lines if isinstance(one.held, Measure))


def _groups(lines: list[Plain]) -> Iterator[Plain]:
    for kind, name in (("measure", "举措"), ("goal", "目标要求"), ("statement", "其他要句")):
        yield {"kind": kind, "name": name, "lines": [one for one in lines if one["group"] == kind]}


def _line(choice: Choice, brief: Brief) -> Plain:
    held = choice.held
    source = brief.document.source
    told: Plain = {
        "id": choice.id,
        "text": choice.line.text,
        "weight": f"{choice.weight:.1f}",
        "ticked": choice.is_ticked,
        "shown": choice.is_shown,
        "added": isinstance(choice.line, Editorial),
        "source": _around(choice.line, source),
        "group": "statement",
        "kind": "",
        "owner": "",
        "deadline": "",
    }
    if isinstance(held, Goal):
        told["group"] = "goal"
    if isinstance(held, Measure):
        told |= {
            "group": "measure",
            "kind": _KINDS[held.kind.value],
            "owner": held.owner.text if held.owner else "",
            "deadline": held.deadline.text if held.deadline else "",
        }
    return told


def _around(line: Line, source: Source) -> list[Plain]:
    """A passage of the speech with what stands around it: pieces, and whether each is the passage."""
    if not isinstance(line, Excerpt):
        return []
    pieces, at = [], max(source.line_at(line.start).span.start, line.start - _AROUND)
    start = at
    for span in line.spans:
        pieces += [
            _piece(source, at, span.start, is_marked=False),
            _piece(source, span.start, span.end, is_marked=True),
        ]
        at = span.end
    end = min(source.line_at(max(line.end - 1, 0)).span.end, line.end + _AROUND)
    pieces.append(_piece(source, at, end, is_marked=False))
    before = "……" if start > source.line_at(line.start).span.start else ""
    after = "……" if end < source.line_at(max(line.end - 1, 0)).span.end else ""
    outer = [{"text": before, "marked": False}, *pieces, {"text": after, "marked": False}]
    return [one for one in outer if one["text"]]


def _piece(source: Source, start: int, end: int, *, is_marked: bool) -> Plain:
    return {"text": source.text[start:end].replace(MARK, ""), "marked": is_marked}


def _figures(brief: Brief, part: Part) -> Iterator[Plain]:
    inner = [below.node.span for below in part.parts]
    for number, one in enumerate(brief.figures):
        at = one.value.span.start
        is_here = _holds(part.node.span, at) and not any(_holds(span, at) for span in inner)
        if is_here:
            yield {"number": number, "text": one.text, "clause": one.clause.text, "big": one.is_big}


def _holds(span: Span, offset: int) -> bool:
    return span.start <= offset < span.end


def _masks(brief: Brief) -> Iterator[Plain]:
    source = brief.document.source
    for mask in find_masks(source):
        span = mask.passage.span
        line = source.line_at(span.start).span
        yield {
            "mask": mask.passage.text,
            "order": mask.order,
            "line": source.place(span.start).line,
            "before": source.text[max(line.start, span.start - 16) : span.start].replace(MARK, ""),
            "after": source.text[span.end : min(line.end, span.end + 16)].replace(MARK, ""),
        }


def _facts(brief: Brief) -> list[Plain]:
    document, given = brief.document, brief.facts
    own = {
        "title": document.title_text,
        "speaker": reading_text(document.byline) if document.byline else "",
        "unit": "",
        "date": reading_text(document.date) if document.date else "",
    }
    names = {"title": "标题", "speaker": "讲话人", "unit": "单位", "date": "日期"}
    return [
        {"name": name, "label": label, "value": getattr(given, name) or "", "own": own[name]}
        for name, label in names.items()
    ]


def _notices(brief: Brief) -> Iterator[Plain]:
    for one in notices_of(brief, brief.facts):
        told = one.diagnostic
        if told.code not in _HANDLED:
            where = f"第 {one.place.line} 行：" if one.place else ""
            yield {"text": f"{where}{told.message}", "level": told.severity.value}
