"""What the plan puts into each file, as texts and rows to look for."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from typing import TYPE_CHECKING

from reportgen.checking.placed import Zone
from reportgen.planning import wording

if TYPE_CHECKING:
    from reportgen.planning.deck import Deck, Slide
    from reportgen.planning.ledger import Ledger
    from reportgen.planning.paper import Paper


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
    """

    texts: tuple[Wanted, ...] = ()
    rows: tuple[tuple[str, ...], ...] = ()
    part: str = ""


def expected_paper(paper: Paper) -> Expected:
    """Return what a handout must hold."""
    texts = (
        *(Wanted(text, "标题", once=True) for text in _head(paper)),
        # They stand above 原文 again, and do not make up for a paragraph of the same words.
        *(Wanted(text, wording.ORIGINAL, once=True) for text in (paper.title, paper.subtitle)),
        *(Wanted(text, "首页") for text in _front(paper)),
        *(Wanted(block.text + block.anchor, wording.DIGEST) for block in paper.digest),
        *(
            Wanted(text, wording.TERMS)
            for row in paper.terms
            for text in (*row.terms, row.context, row.source)
        ),
        *(Wanted(text, wording.CHECKLIST) for text in _tasks(paper)),
        *(Wanted(block.text, wording.ORIGINAL) for block in paper.original),
    )
    return Expected(tuple(one for one in texts if one.text.strip()), tuple(_paper_rows(paper)))


def _head(paper: Paper) -> Iterator[str]:
    yield from (paper.title, paper.subtitle, paper.byline, paper.date, paper.label)


def _front(paper: Paper) -> Iterator[str]:
    front = paper.front
    for fact in front.facts:
        yield from (fact.name, fact.value)
    yield from (front.thesis, front.thesis_source, *front.abstract)
    frame = front.framework
    for column in frame.columns:
        yield from (column.number, column.heading)
    yield from (cell for row in (*frame.grid, *frame.rows) for cell in row)
    yield from frame.heads


def _tasks(paper: Paper) -> Iterator[str]:
    for page in paper.task_pages:
        for task in page:
            yield from (task.number, task.task, task.goals)
            for step in task.steps:
                yield from (step.measure, step.owner, step.deadline)


def _paper_rows(paper: Paper) -> Iterator[tuple[str, ...]]:
    frame = paper.front.framework
    yield tuple(text for column in frame.columns for text in (column.number, column.heading))
    yield from (*frame.grid, *frame.rows)
    yield from ((head,) for head in frame.heads)
    yield from ((fact.name, fact.value) for fact in paper.front.facts)
    yield from ((*row.terms, row.context, row.source) for row in paper.terms)
    for page in paper.task_pages:
        for task in page:
            for step in task.steps:
                yield (task.number, task.task, step.measure, task.goals, step.owner, step.deadline)


def expected_deck(deck: Deck) -> Expected:
    """Return what a deck must hold, slide by slide."""
    texts: list[Wanted] = []
    rows: list[tuple[str, ...]] = []
    for number, slide in enumerate(deck.slides, 1):
        group = f"第 {number} 张"
        texts += [Wanted(text, group) for text in _slide(slide) if text.strip()]
        texts += [
            Wanted(text, group, Zone.NOTES)
            for note in slide.notes
            for text in note.split("\n")
            if text.strip()
        ]
        rows += [tuple(para.text for para in fill.paras) for fill in slide.fills]
        rows += slide.table.rows if slide.table else ()
    return Expected(tuple(texts), tuple(rows), "幻灯片")


def _slide(slide: Slide) -> Iterable[str]:
    for fill in slide.fills:
        yield from (para.text for para in fill.paras)
    if slide.table:
        yield from (cell for row in (slide.table.head, *slide.table.rows) for cell in row)
    yield slide.footer


def expected_ledger(ledger: Ledger) -> Expected:
    """Return what a checklist must hold, row by row."""
    texts = [Wanted(text, "表头", once=True) for text in (ledger.title, ledger.basis)]
    rows: list[tuple[str, ...]] = []
    for number, one in enumerate(ledger.entries, 1):
        cells = (str(one.number), one.task, one.measure, one.goals, one.owner, one.deadline, one.origin)
        rows.append(cells)
        texts += [Wanted(text, f"第 {number} 条") for text in cells if text.strip()]
    return Expected(tuple(texts), tuple(rows), "行")
