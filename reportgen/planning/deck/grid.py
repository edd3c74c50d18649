"""Spread things over an area."""

from __future__ import annotations

from collections.abc import Sequence

from reportgen.planning.deck.slides import Box, Slot

_MOST_TRIES = 50
"""Pages more than the fewest there can be, up to which one page more is tried for filling them alike."""


def area(slots: Sequence[Slot]) -> Box:
    """Return the box around some slots."""
    left, top = min(s.box.left for s in slots), min(s.box.top for s in slots)
    return Box(left, top, max(s.box.right for s in slots) - left, max(s.box.bottom for s in slots) - top)


def columns(box: Box, count: int, gap: float) -> tuple[Box, ...]:
    """Cut a box into columns of equal width."""
    width = (box.width - gap * (count - 1)) / count
    return tuple(Box(box.left + i * (width + gap), box.top, width, box.height) for i in range(count))


def stack(box: Box, heights: Sequence[float], most_gap: float = 1e9) -> tuple[Box, ...]:
    """Stack boxes of the given least heights; the room left goes to all alike, `most_gap` at most a row."""
    spare = min(max(box.height - sum(heights), 0.0) / max(len(heights), 1), most_gap)
    out: list[Box] = []
    top = box.top
    for height in heights:
        out.append(Box(box.left, top, box.width, height + spare))
        top += height + spare
    return tuple(out)


def pages(heights: Sequence[float], limit: float, most: int) -> list[list[int]]:
    """Part numbered rows into as few pages as their heights and `most` rows allow, filled alike.

    A page takes rows until the share of a balanced page is reached, so the last one is never nearly empty.
    """
    filled = _filled(heights, limit, most)
    counts = range(len(filled), min(len(filled) + _MOST_TRIES, len(heights) + 1))
    balanced = (_balanced(heights, limit, most, count) for count in counts)
    return next((found for found in balanced if found is not None), filled)


def _filled(heights: Sequence[float], limit: float, most: int) -> list[list[int]]:
    """Pages each filled to its end, which are the fewest."""
    out: list[list[int]] = [[]]
    used = 0.0
    for number, height in enumerate(heights):
        if out[-1] and (used + height > limit or len(out[-1]) == most):
            out.append([])
            used = 0.0
        out[-1].append(number)
        used += height
    return out


def _balanced(heights: Sequence[float], limit: float, most: int, count: int) -> list[list[int]] | None:
    out: list[list[int]] = [[]]
    used, left = 0.0, sum(heights)
    for number, height in enumerate(heights):
        share = (used + left) / (count - len(out) + 1)
        full = bool(out[-1]) and (used + height > limit or len(out[-1]) == most or used + height / 2 > share)
        if full and len(out) < count:
            out.append([])
            used = 0.0
        out[-1].append(number)
        used += height
        left -= height
        if len(out[-1]) > most or (used > limit and len(out[-1]) > 1):
            return None
    return out
