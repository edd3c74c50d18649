"""What a template of anybody's offers, told to people before anything is made of it."""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path


@dataclass(frozen=True, slots=True)
class Use:
    """What serves for a part of a product.

    `role` is the part (a cover, a heading), `served` what of the template serves for it, `room` how much goes
    in, `note` what else is to be known; all of it is for people, and in their language.
    """

    role: str
    served: str
    room: str = ""
    note: str = ""


@dataclass(frozen=True, slots=True)
class Survey:
    """A template as people are told of it.

    `facts` are what it is (页面, 33.87 × 19.05 厘米), `uses` what serves for what, `remarks` what is odd in
    it, each with what becomes of that. `obstacle` says why nothing can be made of it; it is empty otherwise.
    """

    path: Path
    facts: tuple[tuple[str, str], ...]
    uses: tuple[Use, ...] = ()
    remarks: tuple[str, ...] = ()
    obstacle: str = ""
