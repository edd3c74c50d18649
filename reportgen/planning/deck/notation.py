"""A deck as text, for golden tests and for the eye."""

from __future__ import annotations

from collections.abc import Iterator

from reportgen.planning.deck.slides import Deck, Slide

_NOTE = 30  # characters of a note that are enough to know it by


def to_text(deck: Deck) -> str:
    """Return a deck as text: a block a slide, a line a fill (slot, level of each paragraph, words)."""
    blocks = ("\n".join(_slide(number, slide)) for number, slide in enumerate(deck.slides, 1))
    return "\n\n".join(blocks) + "\n"


def _slide(number: int, slide: Slide) -> Iterator[str]:
    yield f"[{number}] {slide.layout}" + (f"  〔{slide.footer}〕" if slide.footer else "")
    for fill in slide.fills:
        yield f"  {fill.slot}: " + " ¶ ".join(
            f"{'>' * p.level}{p.text.replace(chr(10), '/')}" for p in fill.paras
        )
    if slide.table is not None:
        yield "  表: " + " | ".join(slide.table.head)
        for row in slide.table.rows:
            yield "    " + " | ".join(cell.replace("\n", "/") for cell in row)
    for note in slide.notes:
        yield f"  备注: {note if len(note) <= _NOTE else note[:_NOTE] + '…'}"
