"""The deck: what its row names. What does the work is loaded when it is called."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from pathlib import Path

    from reportgen.analysis import Brief
    from reportgen.checking import Expected, Package, Placed
    from reportgen.planning.deck import Deck
    from reportgen.planning.facts import Facts
    from reportgen.planning.length import Length
    from reportgen.rendering.pptx import DeckTemplate


def open_deck_template(path: Path, data: bytes | None) -> DeckTemplate:
    """Open the template."""
    from reportgen.rendering.pptx import open_deck

    return open_deck(path, data)


def deck_of(said: Brief, facts: Facts, length: Length, template: DeckTemplate) -> Deck:
    """Plan it."""
    from reportgen.planning.deck import plan_deck

    return plan_deck(said, facts, template.layouts, length)


def deck_bytes(deck: Deck, template: DeckTemplate) -> bytes:
    """Fill the template; return the bytes of the file."""
    from reportgen.rendering.pptx import render_deck

    return render_deck(deck, template)


def owed_by_deck(deck: Deck) -> Expected:
    """Return what the file must hold."""
    from reportgen.checking import expected_deck

    return expected_deck(deck)


def slide_texts(package: Package) -> tuple[Placed, ...]:
    """Return the texts of a file, each with its place."""
    from reportgen.checking.slides import read_slides

    return read_slides(package)


def overflows_of(deck: Deck, template: DeckTemplate) -> int:
    """Return how many boxes are too small for their words."""
    from reportgen.planning.deck import overflows

    return overflows(deck, template.layouts)
