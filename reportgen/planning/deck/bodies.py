"""The slides between front and back: what each section says, chosen by weight."""

from __future__ import annotations

from dataclasses import replace
from functools import cached_property
from typing import TYPE_CHECKING

from reportgen.analysis.statements import says_something, weightiest_run
from reportgen.planning.deck import words
from reportgen.planning.deck.cards import Cards
from reportgen.planning.deck.choosing import Picked, choose
from reportgen.planning.deck.frame import head
from reportgen.planning.deck.frames import Frame, Kind, continued, frames
from reportgen.planning.deck.listing import Listing
from reportgen.planning.deck.paging import paged
from reportgen.planning.deck.panel import Panel
from reportgen.planning.deck.slides import Slide
from reportgen.planning.wording import ABSTRACT, sections_called, shown

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from reportgen.analysis import Brief
    from reportgen.planning.deck.slides import Layouts
    from reportgen.planning.deck.topics import Topic

_LONGEST_TITLE = 20
"""Characters of a line that a slide without a heading of its own is called by."""
_SHORTEST_TITLE = 5


class Body:
    """The slides of all sections, or of a speech that has none."""

    def __init__(
        self,
        brief: Brief,
        title: str,
        layouts: Layouts,
        found: Sequence[Topic],
        slides: int,
        budget: float | None,
    ) -> None:
        """Take the sections, how many slides they should have, and the characters their lines may have.

        Without a budget everything is said, on as many slides as it takes.
        """
        self._brief, self._title, self._layouts, self._topics = brief, title, layouts, found
        self._slides, self._budget = slides, budget
        self._panel = Panel(layouts, lines=2 if budget is not None else 6)
        self._listing = Listing(layouts, lines=2 if budget is not None else 6)
        self._cards = Cards(layouts)

    def _fill(self, frame: Frame, picked: Picked) -> float:
        if frame.kind is Kind.PANEL:
            return self._panel.fill(frame, picked)
        return (self._cards if frame.kind is Kind.CARDS else self._listing).fill(frame, picked)

    @cached_property
    def _chosen(self) -> list[tuple[Frame, Picked]]:
        if self._budget is None:
            return list(paged(self._topics, self._fill, self._panel.most_rows))
        made = [self._named(frame) for frame in frames(self._topics, self._slides)]
        return list(zip(made, choose(made, self._fill, self._budget), strict=True))

    @property
    def said(self) -> frozenset[str]:
        """The lines that stand on these slides."""
        return frozenset(one.text for _, picked in self._chosen for said in picked.values() for one in said)

    def _named(self, frame: Frame) -> Frame:
        """A frame that has no heading is called by a short line of its own, which it does not say again."""
        if frame.title or frame.kind is not Kind.LIST:
            return frame
        pool = sorted(frame.pool, key=lambda one: -one.worth)
        for one in pool:
            line = weightiest_run(one.line, _LONGEST_TITLE, self._brief.weights)
            if line is not None and len(line.text) >= _SHORTEST_TITLE and says_something(line):
                return _without(replace(frame, title=shown(line), page=0), shown(line))
        return replace(frame, title=continued(frame.note or ABSTRACT, frame.page), page=0)

    def slides(self) -> Iterator[Slide]:
        """Yield the slides."""
        count = len(self._topics)
        for frame, picked in self._chosen:
            if frame.kind is Kind.PANEL:
                slide = Slide("section", *self._panel.fills(frame, picked, count))
            elif frame.kind is Kind.CARDS:
                name = self._cards.layout(frame)
                top = head(self._layouts, name, frame.title, frame.note)
                slide = Slide(name, (*top, *self._cards.fills(frame, picked)))
            else:
                fills, accents = self._listing.fills(picked)
                top = head(
                    self._layouts,
                    "list",
                    continued(frame.title, frame.page),
                    frame.note,
                )
                slide = Slide("list", (*top, *fills), accents)
            yield replace(slide, footer=self._footer(frame), notes=self._notes(frame, picked))

    def _footer(self, frame: Frame) -> str:
        if frame.kind is Kind.PANEL:
            return ""
        return sections_called(frame.number, frame.last) if self._brief.parts else self._title

    def _notes(self, frame: Frame, picked: Picked) -> tuple[str, ...]:
        parts = [topic.part for topic in frame.topics if topic.part]
        nodes = [one.node for part in parts for one in part.walk()]
        if nodes:
            return words.notes(nodes, self._brief)
        pool = [one.line for one in (*frame.pool, *(said for row in picked.values() for said in row))]
        return words.places(self._brief, sorted(pool, key=_place))


def _without(frame: Frame, text: str) -> Frame:
    """A frame without the lines that say what its title says."""
    rows = tuple(
        replace(row, pool=tuple(one for one in row.pool if text not in one.text)) for row in frame.rows
    )
    return replace(frame, rows=rows)


def _place(line: object) -> int:
    return getattr(line, "start", 0)
