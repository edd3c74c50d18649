"""Measure a finished deck: how many of its boxes are too small for their words."""

from __future__ import annotations

from typing import TYPE_CHECKING

from reportgen.planning.deck.fit import fits, height
from reportgen.planning.deck.slides import Box, Para

if TYPE_CHECKING:
    from reportgen.planning.deck.slides import Deck, Layouts, Slide, Table

_HAIR = 0.1
"""Points by which sums of heights may differ."""


def overflows(deck: Deck, layouts: Layouts) -> int:
    """Count the boxes and cells that do not take what is planned for them."""
    return sum(_on_slide(slide, layouts) for slide in deck.slides)


def _on_slide(slide: Slide, layouts: Layouts) -> int:
    full = sum(not fits(fill.paras, layouts.slot(slide.layout, fill.slot), fill.box) for fill in slide.fills)
    return full + (_in_table(slide.table, layouts) if slide.table else 0)


def _in_table(table: Table, layouts: Layouts) -> int:
    """Cells taller than their row, and a table taller than its box."""
    slot = layouts.slot("table", "表格样式")
    cells = (
        (text, width, tall)
        for row, tall in zip(table.rows, table.heights[1:], strict=True)
        for text, width in zip(row, table.widths, strict=True)
    )
    full = sum(height((Para(text),), slot, Box(0, 0, width, 0)) > tall + _HAIR for text, width, tall in cells)
    return full + (sum(table.heights) > table.box.height + _HAIR)
