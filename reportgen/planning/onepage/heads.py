"""The one page of a speech with so many headings that nothing else has room: headings in columns.

The largest type in which all of them stand is taken, in as few columns as that needs. Of several hundred the
last ones have no room in the smallest; then the page says how many there are more, and where.
"""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from reportgen.planning.handout.parts import Density
from reportgen.planning.wording import beyond_page

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence

    from reportgen.planning.handout.sheet import Sheet
    from reportgen.planning.onepage.parts import OnePage

_MOST_COLUMNS = 4
_SIDES = 6.0  # pt of a column that are margins


def in_columns(texts: Sequence[str], count: int) -> tuple[tuple[str, ...], ...]:
    """Return rows of so many cells, read down the first column and then down the next; a gap is empty."""
    deep = -(-len(texts) // count)
    cells = [*texts, *[""] * (deep * count - len(texts))]
    return tuple(tuple(cells[at::deep]) for at in range(deep))


def heads_height(page: OnePage, sheet: Sheet) -> float:
    """Return the height of headings in columns in pt: a row is as high as its highest cell."""
    if not page.heads:
        return 0.0
    face = sheet.face("PageHead", page.density)
    room = sheet.width / len(page.heads[0]) - _SIDES
    rows = sum(max(face.height(text, room) for text in row) for row in page.heads)
    rest = face.height(page.rest, sheet.width) if page.rest else 0.0
    return rows + rest


def with_heads(page: OnePage, texts: Sequence[str], fits: Callable[[OnePage], bool]) -> OnePage:
    """Return a page that holds nothing but title, thesis and headings, as many as stand on it."""
    bare = replace(page, sections=(), lines=())
    for density in Density:
        for count in range(1, _MOST_COLUMNS + 1):
            found = replace(bare, heads=in_columns(texts, count), density=density)
            if fits(found):
                return found

    def cut(kept: int) -> OnePage:
        heads = in_columns(texts[:kept], _MOST_COLUMNS)
        return replace(
            bare,
            heads=heads,
            rest=beyond_page(len(texts) - kept),
            left=len(texts) - kept,
            density=Density.FINE,
        )

    least, most = 0, len(texts) - 1
    while least < most:
        middle = (least + most + 1) // 2
        if fits(cut(middle)):
            least = middle
        else:
            most = middle - 1
    return cut(least)
