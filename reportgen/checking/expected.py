"""What the plan puts into each file, as texts and rows to look for."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from typing import TYPE_CHECKING

from reportgen.checking.placed import Zone
from reportgen.planning import wording
from reportgen.planning.printed import own_texts
from reportgen.planning.printed import texts as printed
from reportgen.text.patterns import lazy

if TYPE_CHECKING:
    from reportgen.planning.checklist import Checklist
    from reportgen.planning.deck import Deck
    from reportgen.planning.handout import DigestRow, Handout, TermEntry
    from reportgen.planning.onepage import OnePage


_CUE = lazy(wording.TIMED)
"""A line for the presenter, which he may take out: what it is about stands on the slide."""


@dataclass(frozen=True, slots=True)
class Wanted:
    """A text that the plan puts somewhere: `group` is the part of the file, in words.

    `once`: templates may print it more often or less; it is lost only where it is nowhere.
    """

    text: str
    group: str
    zone: Zone = Zone.BODY
    once: bool = False


@dataclass(frozen=True, slots=True)
class Expected:
    """All that is planned for a file.

    `rows` are the texts that stand together in a row or on a card. `part` is what people call a part of the
    file (a slide) that is told of as a whole where it lost much; empty where each loss is told alone.
    `left` counts the last of the headings that the file says are elsewhere, for want of room.
    """

    texts: tuple[Wanted, ...] = ()
    rows: tuple[tuple[str, ...], ...] = ()
    part: str = ""
    left: int = 0


def expected_handout(handout: Handout) -> Expected:
    """Return what a handout must hold."""
    texts = (
        *(Wanted(text, "标题", once=True) for text in own_texts(handout).values()),
        *_above_original(handout),
        *(Wanted(text, "首页") for text in printed(handout.front)),
        *(Wanted(text, wording.DIGEST) for row in handout.digest for text in _digest_texts(row)),
        *(Wanted(text, wording.TERMS) for row in handout.terms for one in row for text in _term_texts(one)),
        *(Wanted(text, wording.CHECKLIST) for text in printed(handout.tasks)),
        *(Wanted(block.text, wording.ORIGINAL) for block in handout.original),
    )
    return Expected(tuple(one for one in texts if one.text.strip()), tuple(_paper_rows(handout)))


def _above_original(handout: Handout) -> Iterator[Wanted]:
    """Title and subtitle stand above 原文 again, and do not make up for a paragraph of the same words."""
    if handout.original:
        yield from (Wanted(text, wording.ORIGINAL, once=True) for text in (handout.title, handout.subtitle))


def _digest_texts(row: DigestRow) -> Iterator[str]:
    """The paragraphs of a row; a point's heading runs in."""
    yield from own_texts(row).values()
    for point in row.points:
        yield point.heading + point.text
        yield point.goal


def _term_texts(entry: TermEntry) -> Iterator[str]:
    yield entry.names + entry.place
    yield from entry.meanings


def _paper_rows(handout: Handout) -> Iterator[tuple[str, ...]]:
    front = handout.front
    parts = (*front.framework, *front.facts, *front.measures, *handout.digest, *handout.terms, *handout.tasks)
    yield from (tuple(printed(one)) for one in parts)


def expected_page(page: OnePage) -> Expected:
    """Return what a one page must hold."""
    texts = [Wanted(page.title, "标题", once=True), Wanted(page.thesis, wording.THESIS)]
    rows = []
    texts += [Wanted(text, wording.HEADINGS) for row in page.heads for text in row]
    texts.append(Wanted(page.rest, wording.HEADINGS))
    for section in page.sections:
        rows.append(tuple(printed(section)))
        texts += [Wanted(text, section.heading) for text in own_texts(section).values()]
        texts += [Wanted(point.heading + point.text, section.heading) for point in section.points]
    return Expected(tuple(one for one in texts if one.text.strip()), tuple(rows), left=page.left)


def expected_deck(deck: Deck) -> Expected:
    """Return what a deck must hold, slide by slide."""
    texts: list[Wanted] = []
    rows: list[tuple[str, ...]] = []
    for number, slide in enumerate(deck.slides, 1):
        group = f"第 {number} 张"
        texts += [Wanted(text, group) for text in printed(slide) if text.strip()]
        texts += [
            Wanted(text, group, Zone.NOTES, once=_CUE.match(text) is not None)
            for note in slide.notes
            for text in note.split("\n")
            if text.strip()
        ]
        rows += [tuple(para.text for para in fill.paras) for fill in slide.fills]
        rows += slide.table.rows if slide.table else ()
        rows += zip(slide.chart.labels, slide.chart.texts, strict=True) if slide.chart else ()
    return Expected(tuple(texts), tuple(rows), "幻灯片")


def expected_checklist(checklist: Checklist) -> Expected:
    """Return what a checklist must hold, row by row."""
    texts = [Wanted(text, "表头", once=True) for text in own_texts(checklist).values()]
    rows: list[tuple[str, ...]] = []
    for number, one in enumerate(checklist.entries, 1):
        rows.append(one.cells)
        texts += [Wanted(text, f"第 {number} 条") for text in one.cells if text.strip()]
    return Expected(tuple(texts), tuple(rows), "行")
