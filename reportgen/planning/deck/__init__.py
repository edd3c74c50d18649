"""The deck as a value: which layout, which words in which place, before any file is opened."""

from reportgen.planning.deck.notation import to_text
from reportgen.planning.deck.overflow import overflows
from reportgen.planning.deck.plan import plan_deck
from reportgen.planning.deck.slides import (
    Accent,
    AccentColour,
    AccentKind,
    Box,
    Chart,
    Deck,
    Fill,
    Layouts,
    Level,
    Para,
    Slide,
    Slot,
    Table,
)

__all__ = [
    "Accent",
    "AccentColour",
    "AccentKind",
    "Box",
    "Chart",
    "Deck",
    "Fill",
    "Layouts",
    "Level",
    "Para",
    "Slide",
    "Slot",
    "Table",
    "overflows",
    "plan_deck",
    "to_text",
]
