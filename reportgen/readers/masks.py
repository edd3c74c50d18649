"""Masked names: ``**``, ``××``, ``某某``, ``【待补：县名】``.

A speech that left its office often has its names masked. They stay as they are unless the user fills them.
"""

from __future__ import annotations

from collections import Counter
from dataclasses import dataclass

from reportgen.errors import UsageError
from reportgen.readers.given import require_printable
from reportgen.source import Passage, Source, Span
from reportgen.text.masks import masked
from reportgen.text.patterns import lazy

_EQUALS = lazy("[=＝]")
_KEY = lazy(r"(?P<mask>.+?)(?:[#＃](?P<order>\d{1,9}))?")


@dataclass(frozen=True, slots=True)
class Mask:
    """A masked name: its passage, and its `order` from 1 among the masks of the same text."""

    passage: Passage
    order: int


@dataclass(frozen=True, slots=True)
class MaskFill:
    """What the user wants a mask to read. `order` is None for all masks of that text."""

    mask: str
    order: int | None
    words: str


def find_masks(source: Source) -> tuple[Mask, ...]:
    """Return the masks of a source in order; the marks of Markdown's bold are none."""
    seen: Counter[str] = Counter()
    masks: list[Mask] = []
    for start, end in masked(source.text):
        passage = source.passage(start, end)
        seen[passage.text] += 1
        masks.append(Mask(passage, seen[passage.text]))
    return tuple(masks)


def parse_fill(text: str) -> MaskFill:
    """Read one ``--fill`` value: ``**=某县`` for every mask of that text, ``**#2=某县`` for the second.

    Raises:
        UsageError: the value has no ``=``, no mask, a line break, or what cannot be printed.
    """
    require_printable("--fill", text)
    # An input method for Chinese writes the sign in its own width.
    equals = _EQUALS.search(text)
    key, words = (text[: equals.start()], text[equals.end() :]) if equals else (text, "")
    found = _KEY.fullmatch(key.strip())
    if not equals or not found or "\n" in words or found["order"] == "0":
        raise UsageError(f"--fill 的写法不对：{text!r}", hint="应写作 '**=某县'，或只填第 2 处：'**#2=某县'")
    return MaskFill(found["mask"], int(found["order"]) if found["order"] else None, words)


def masks_in(text: str, within: Span | None = None) -> tuple[Span, ...]:
    """Return where masks stand in words that are no source, or in a part of one; marks of bold count."""
    start, end = (within.start, within.end) if within else (0, len(text))
    return tuple(Span(*found) for found in masked(text, start, end))
