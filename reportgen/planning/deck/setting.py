"""What the slides of one part share."""

from __future__ import annotations

from dataclasses import dataclass, replace
from typing import TYPE_CHECKING

from reportgen.planning.deck import words
from reportgen.planning.deck.frame import head, row_pages, rows, rows_that_fit
from reportgen.planning.deck.slides import Extent, Slide
from reportgen.planning.wording import counted

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from reportgen.analysis import Brief, Part
    from reportgen.outline import Node
    from reportgen.planning.deck.slides import Layouts


@dataclass(frozen=True, slots=True)
class Setting:
    """The brief, the part that the slides are about, their footer, the template, how much to say."""

    brief: Brief
    part: Part
    footer: str
    layouts: Layouts
    extent: Extent = Extent.FULL

    def of(self, part: Part) -> Setting:
        """The same for another part."""
        return replace(self, part=part)

    def limited(self, texts: Sequence[str], layout: str) -> Sequence[str]:
        """Return as many rows as the extent allows, the last one telling of how many if they are not all."""
        most, slots = self.extent.pages, self.layouts.row(layout, "条")
        total, texts = len(texts), rows_that_fit(texts, slots)
        if not texts or most is None or len(row_pages(texts, slots)[1]) <= most:
            return texts
        for count in range(min(total - 1, most * len(slots)), 0, -1):
            kept = [*texts[: count - 1], counted(texts[count - 1], total)]
            if len(row_pages(kept, slots)[1]) <= most:
                return kept
        return texts[:1]

    def notes(self, nodes: Sequence[Node]) -> tuple[str, ...]:
        """The source text of some nodes, for the presenter."""
        return words.notes(nodes, self.brief)


def pages_of(texts: Sequence[str], layouts: Layouts) -> int:
    """Return how many slides rows of numbered text take."""
    return len(row_pages(texts, layouts.row("list", "条"))[1]) if texts else 0


def list_slides(
    setting: Setting,
    title: tuple[str, str],
    texts: Sequence[str],
    nodes: Sequence[Node],
    *,
    continued: bool = False,
) -> Iterator[Slide]:
    """Rows of numbered text on as many slides as they take; `title` is the head and the note beside it."""
    layouts = setting.layouts
    texts = setting.limited(texts, "list")
    level, found = row_pages(texts, layouts.row("list", "条")) if texts else (0, [])
    for page, numbers in enumerate(found):
        fills, accents = rows(layouts, "list", [texts[i] for i in numbers], level, numbers[0] + 1)
        top = head(layouts, "list", *title, continued=continued or page > 0)
        yield Slide("list", (*top, *fills), accents, None, setting.footer, setting.notes(nodes))
