"""Everything that sections say, on as many slides as it takes."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import dataclass, field, replace
from typing import TYPE_CHECKING

from reportgen.planning.deck.choosing import Fill, Picked
from reportgen.planning.deck.frames import Frame, Row

if TYPE_CHECKING:
    from reportgen.planning.deck.topics import Saying


_HALVINGS = 6
_FEWEST_LEFT = 2
"""Lines that a row keeps on its page."""


@dataclass(slots=True)
class _Page:
    """A slide that is being filled."""

    rows: list[Row] = field(default_factory=list)
    picked: Picked = field(default_factory=dict)


def paged(whole: Frame, fill: Fill) -> Iterator[tuple[Frame, Picked]]:
    """Yield the frames of a section, or of several that share slides, with all that they say.

    Args:
        whole: all of it as one frame, whatever room that would take.
        fill: how full a frame is.
    """
    for at, page in enumerate(_without_widow(_balanced(whole, fill))):
        topics = whole.topics if not at else ()
        yield replace(whole, rows=tuple(page.rows), goals=(), page=at, topics=topics), page.picked


def _without_widow(pages: list[_Page]) -> list[_Page]:
    """Pages of which the last has no single line of a row that the page before begins: it takes one more."""
    if len(pages) == 1:
        return pages
    *_, before, last = pages
    if not _alone(last) or not last.rows or last.rows[0].heading or not before.rows:
        return pages
    at = len(before.rows) - 1
    if before.rows[at].topic is last.rows[0].topic and len(before.picked.get(at, ())) > _FEWEST_LEFT:
        last.picked.setdefault(0, []).insert(0, before.picked[at].pop())
    return pages


def _balanced(whole: Frame, fill: Fill) -> list[_Page]:
    """As few pages as there can be, filled alike: no page may be fuller than so few pages need."""
    fewest = _pages(whole, fill, 1.0)
    low, high, found = 1.0 / (len(fewest) + 1), 1.0, fewest
    for _ in range(_HALVINGS if len(fewest) > 1 else 0):
        middle = (low + high) / 2
        pages = _pages(whole, fill, middle)
        if len(pages) == len(fewest):
            high, found = middle, pages
        else:
            low = middle
    return found


def _pages(whole: Frame, fill: Fill, limit: float) -> list[_Page]:
    pages = [_Page()]

    def room(page: _Page) -> bool:
        frame = replace(whole, rows=tuple(page.rows), goals=())
        return fill(frame, page.picked) <= limit

    for row in whole.rows:
        said = (*row.pool, *_goals_of(row, whole))
        for one in said or (None,):
            _put(pages, row, one, room)
    return pages


def _goals_of(row: Row, whole: Frame) -> tuple[Saying, ...]:
    """The goals that stand under a row's point; beside what a section says of itself, its own."""
    under = row.topic.sayings if row.topic and not row.heading else row.topic.everything if row.topic else ()
    below = {id(one) for one in under}
    return tuple(one for one in whole.goals if id(one) in below)


def _put(pages: list[_Page], row: Row, one: Saying | None, room: Callable[[_Page], bool]) -> None:
    """Put a line on the last page, or on a new one where that has no room for it."""
    for page in (pages[-1], None):
        if page is None:
            pages.append(_Page())
            page = pages[-1]  # noqa: PLW2901  the next page is tried next
        begun = bool(page.rows) and page.rows[-1].topic is row.topic and page.rows[-1].heading == row.heading
        if not begun:
            page.rows.append(replace(row, pool=()))
        at = len(page.rows) - 1
        if one is not None:
            page.picked.setdefault(at, []).append(one)
        if room(page) or (page is pages[-1] and len(pages) > 1 and _alone(page)):
            return
        _take_back(page, at, one, begun=begun)


def _alone(page: _Page) -> bool:
    return sum(map(len, page.picked.values())) <= 1 and len(page.rows) <= 1


def _take_back(page: _Page, at: int, one: Saying | None, *, begun: bool) -> None:
    if one is not None:
        page.picked[at].pop()
        if not page.picked[at]:
            del page.picked[at]
    if not begun:
        page.rows.pop()
