"""The one page as pure data: `OnePage`, what stands on it, before any file is opened."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import TYPE_CHECKING

from reportgen.planning.printed import UNPRINTED

if TYPE_CHECKING:
    from reportgen.planning.handout.parts import Density


@dataclass(frozen=True, slots=True)
class PagePoint:
    """A point: its run-in heading and its measures; one of them may be empty."""

    heading: str
    text: str = ""


@dataclass(frozen=True, slots=True)
class PageSection:
    """A section: the first clause of its heading, what follows that, and its points."""

    heading: str
    tail: str = ""
    points: tuple[PagePoint, ...] = ()


@dataclass(frozen=True, slots=True)
class OnePage:
    r"""The one page. The title's lines are parted by ``\n``; `lines` has an empty text a ruled line.

    `heads` are the rows of headings in columns where there are too many for sections; then there is nothing
    else. `rest` says how many of them have no room, `left` is the number; empty and 0 where all stand there.
    """

    title: str
    title_plain: str = field(metadata=UNPRINTED)
    long_title: bool
    thesis: str
    sections: tuple[PageSection, ...]
    lines: tuple[str, ...]
    density: Density
    heads: tuple[tuple[str, ...], ...] = ()
    rest: str = ""
    left: int = 0
