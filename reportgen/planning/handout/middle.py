"""The pages between page 1 and 落实清单: how much of the speech they tell, set so that it fits.

What is told is chosen by weight up to a share of the speech (`choosing`). What is too long for the pages that
there may be is set tighter first, then the lightest lines go one after the other; 关键提法 and 我的记录 keep
their room.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING

from reportgen.planning.handout.choosing import (
    LEAST_SHARE,
    SHARES,
    Ranking,
    Section,
    carried,
    sections_of,
    spans_told,
)
from reportgen.planning.handout.digest import plan_digest, row_height
from reportgen.planning.handout.flow import Item, front_limit, page_count
from reportgen.planning.handout.parts import Density, DigestRow, TermEntry
from reportgen.planning.handout.terms import in_columns, plan_terms, terms_heights, unexplained

if TYPE_CHECKING:
    from reportgen.analysis import Brief
    from reportgen.planning.handout.sheet import Sheet
    from reportgen.planning.length import Degree
    from reportgen.planning.places import Places
    from reportgen.source import Span

_SPARE = 14.0  # pt of a page kept free, for what another renderer measures differently
_RULE = 0.5  # pt below a line to write on
_LEAST_RECORD = 3  # ruled lines that one can write something on
_OF_A_PAGE = 12  # ruled lines of a page that holds nothing else


@dataclass(frozen=True, slots=True)
class Middle:
    """The digest, the phrases, the ruled lines, and how tightly they are set."""

    digest: tuple[DigestRow, ...]
    terms: tuple[tuple[TermEntry, ...], ...]
    record: tuple[str, ...]
    record_turns: bool
    density: Density


def plan_middle(  # noqa: PLR0913, PLR0917  what the pages depend on
    brief: Brief, told: Iterable[Span], places: Places, sheet: Sheet, degree: Degree, length: int
) -> Middle:
    """Lay out the pages behind page 1.

    Args:
        brief: what the speech says.
        told: what page 1 tells already.
        places: the paragraphs of the speech.
        sheet: page and styles.
        degree: how much is told.
        length: characters of the speech.
    """
    ranking = Ranking.of(sections_of(brief, degree))
    terms = in_columns(plan_terms(brief, places, degree))
    heights = terms_heights(terms, sheet)
    # What phrases stand for is there because somebody asked for it: it comes on top of what is chosen here.
    short = terms_heights(unexplained(terms), sheet)
    front = tuple(told)
    most = _chosen(ranking, front, brief.document.source.text, degree)
    limit = front_limit(degree, length)

    def laid_out(count: int, density: Density) -> tuple[DigestRow, ...]:
        return plan_digest(_bare(ranking.best(count)), places, sheet, density)

    def fits(count: int, density: Density) -> bool:
        return limit is None or 1 + _pages(laid_out(count, density), short, sheet, density)[0] <= limit

    density = next((one for one in Density if fits(most, one)), Density.FINE)
    if not fits(most, density):
        most = _largest(most, lambda count: fits(count, density))
    digest = laid_out(most, density)
    lines, turns = _record(digest, heights, sheet, density, limit)
    return Middle(digest, terms, ("",) * lines, turns, density)


def _chosen(ranking: Ranking, front: Sequence[Span], text: str, degree: Degree) -> int:
    """How many of the lines are told: what the share allows with page 1, and the framework in any case.

    Of a short speech page 1 tells most; the digest says a part of it all the same.
    """
    most, share = len(ranking.ranks), SHARES.get(degree)
    if share is None:
        return most

    def holds(count: int) -> bool:
        told = tuple(spans_told(ranking.best(count)))
        return carried((*front, *told), text) <= share or carried(told, text) <= LEAST_SHARE

    return max(_largest(most, holds), ranking.first)


def _bare(sections: tuple[Section, ...]) -> tuple[Section, ...]:
    """The sections of the speech, all of them, and what is said outside where anything of it is left."""
    return tuple(one for one in sections if one.part is not None or one.points)


def _largest(most: int, holds: Callable[[int], bool]) -> int:
    """The largest number up to `most` that something holds for, as for all smaller ones; 0 if for none."""
    least = 0
    while least < most:
        middle = (least + most + 1) // 2
        if holds(middle):
            least = middle
        else:
            most = middle - 1
    return least


def _pages(
    digest: tuple[DigestRow, ...], terms: tuple[float, ...], sheet: Sheet, density: Density
) -> tuple[int, float]:
    """How many pages all that takes with the least of ruled lines, and how much of the last one is used."""
    return page_count([*_items(digest, terms, sheet, density), _record_item(sheet)], sheet.height - _SPARE)


def _items(
    digest: tuple[DigestRow, ...], terms: tuple[float, ...], sheet: Sheet, density: Density
) -> list[Item]:
    """What stands above the ruled lines."""
    title = sheet.face("Heading1")
    items = [Item(1, title.before + title.line + title.after, keep=True)] if digest else []
    items += [Item(1, row_height(row, sheet, density), whole=True) for row in digest]
    if terms:
        items += [Item(1, _side_heading(sheet), keep=True), *(Item(1, one, whole=True) for one in terms)]
    return items


def _record_item(sheet: Sheet) -> Item:
    return Item(1, _side_heading(sheet) + _LEAST_RECORD * record_line(sheet), whole=True)


def _side_heading(sheet: Sheet) -> float:
    side = sheet.face("SideHeading")
    return side.before + side.line + side.after


def record_line(sheet: Sheet) -> float:
    """Return the height of a ruled line with its rule, in pt."""
    return sheet.face("Record").line + _RULE


def _record(
    digest: tuple[DigestRow, ...],
    terms: tuple[float, ...],
    sheet: Sheet,
    density: Density,
    limit: int | None,
) -> tuple[int, bool]:
    """How many ruled lines the last page has room for, and whether they begin a page of their own."""
    items = _items(digest, terms, sheet, density)
    before, _ = page_count(items, sheet.height - _SPARE)
    if page_count(items, sheet.height)[0] != before:
        # What is kept free decides where the last page begins, so nobody knows how much of it is left.
        is_over = limit is not None and before + 1 > limit
        has_page = limit is None or is_over or before + 2 <= limit
        return (_OF_A_PAGE, True) if has_page else (_LEAST_RECORD, False)
    pages, used = _pages(digest, terms, sheet, density)
    if pages > before:
        return _OF_A_PAGE, True
    more = max(sheet.height - _SPARE - used, 0.0) // record_line(sheet)
    return _LEAST_RECORD + int(more), False
