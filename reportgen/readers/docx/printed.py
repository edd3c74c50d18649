"""What is read of a document before it becomes lines of a source."""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class RunLook:
    """What a run shows: the kind of its East Asian face ("" for any that is used for text), and so on.

    `size` is in half points. `raised` is superscript, `lowered` subscript, `struck` crossed out,
    `capitals` that small letters are printed as capital ones.
    """

    face: str = ""
    bold: bool = False
    hidden: bool = False
    size: int = 20
    raised: bool = False
    struck: bool = False
    lowered: bool = False
    capitals: bool = False


LABEL = RunLook("label")
"""The look of an automatic number: that of the text behind it."""


@dataclass(frozen=True, slots=True)
class Fragment:
    """Text of one look; a newline is a break of the line."""

    text: str
    look: RunLook = RunLook()


@dataclass(frozen=True, slots=True)
class Block:
    """One paragraph, or one `row` of a table, as it is printed.

    `level` is the heading level from 1 that style or paragraph states, `page` the page where Word noted it,
    `title` that its style is the title's.
    """

    pieces: tuple[Fragment, ...]
    level: int | None = None
    page: int | None = None
    row: bool = False
    title: bool = False

    @property
    def text(self) -> str:
        """The text without its looks."""
        return "".join(piece.text for piece in self.pieces)
