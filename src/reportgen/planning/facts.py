"""What the user knows about the occasion and the text does not say."""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Facts:
    """Facts given on the command line; an absent one is None and leaves no label behind.

    A fact given by the user wins over what the text holds.
    """

    title: str | None = None
    speaker: str | None = None
    unit: str | None = None
    date: str | None = None
