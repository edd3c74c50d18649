"""Where names are masked or still to be filled in: ``**``, ``××``, ``某某``, ``【待补：县名】``."""

from __future__ import annotations

from typing import TYPE_CHECKING

from reportgen.text.patterns import lazy
from reportgen.text.simplified import simplified

if TYPE_CHECKING:
    from collections.abc import Iterator

_MASK = lazy(
    r"\*{2,}|＊{2,}|×{2,}|某某+|【待[补填定][^】\n]{0,30}】|(?<![A-Za-z0-9])(?:X{2,}|x{2,})(?![A-Za-z0-9])"
)


def masked(text: str, start: int = 0, end: int | None = None) -> Iterator[tuple[int, int]]:
    """Yield from where to where the masks of a text, or of a part of it, reach."""
    for found in _MASK.finditer(simplified(text), start, len(text) if end is None else end):
        yield found.span()
