"""What the user asked for, as one value that is the same for every speech of a call."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass, field
from pathlib import Path

from reportgen.errors import UsageError
from reportgen.planning.facts import Facts
from reportgen.planning.length import Length
from reportgen.products import USUAL, Product
from reportgen.readers import MaskFill, require_printable
from reportgen.themes import Ratio, Theme, standard

_LONGEST_FACT = 80  # characters; the longest titles of real speeches have some sixty
_FACTS = {"title": "标题", "speaker": "讲话人", "unit": "单位", "date": "日期"}


@dataclass(frozen=True, slots=True)
class Options:
    """What the user asked for, the same for every speech of a call.

    `length` says how much is told, `theme` gives the templates, `ratio` the sides of a slide (None for those
    that the template has). `glossary` prints what set phrases stand
    for. `anyway` writes files that do not say what the speech says, with a warning. `pdf` prints each file as
    PDF besides. `inputs` are all speeches
    of the call: no output may take the place of one. `notify` is told each stage as it begins.

    Raises:
        UsageError: a fact cannot be printed.
    """

    directory: Path = Path("output")
    products: tuple[Product, ...] = USUAL
    facts: Facts = field(default_factory=Facts)
    fills: tuple[MaskFill, ...] = ()
    theme: Theme = field(default_factory=standard)
    glossary: bool = False
    anyway: bool = False
    length: Length = field(default_factory=Length)
    ratio: Ratio | None = None
    pdf: bool = False
    inputs: tuple[Path, ...] = ()
    notify: Callable[[str], None] = field(default=lambda _stage: None)

    def __post_init__(self) -> None:
        for name in _FACTS:
            require_printable(f"--{name}", getattr(self.facts, name) or "")
        require_short(self.facts, "")


def require_short(facts: Facts, where: str) -> None:
    """Refuse a fact that no cover holds.

    Args:
        facts: what is known of the occasion.
        where: the file that states it; empty for what was given by hand.

    Raises:
        UsageError: one is too long.
    """
    for name, label in _FACTS.items():
        count = len(getattr(facts, name) or "")
        if count > _LONGEST_FACT:
            at = where or f"--{name}"
            raise UsageError(f"{label}有 {count} 字，最多 {_LONGEST_FACT} 字", where=at, hint="请写得短一些")
