"""Masked names: ``**``, ``××``, ``某某``, ``【待补：县名】``.

A speech that left its office often has its names masked. They stay as they are unless the user fills them;
filling makes a new `Source`, so that everything behind it speaks of one text.
"""

from __future__ import annotations

import re
from collections import Counter
from dataclasses import dataclass, replace
from typing import TYPE_CHECKING

from reportgen.errors import UsageError
from reportgen.source import Line, Passage, Source, Span, is_starred

if TYPE_CHECKING:
    from collections.abc import Sequence

_MASK = re.compile(
    r"\*{2,}|＊{2,}|×{2,}|某某+|【待[补填定][^】\n]{0,30}】|(?<![A-Za-z0-9])(?:X{2,}|x{2,})(?![A-Za-z0-9])"
)
_EQUALS = re.compile("[=＝]")
_KEY = re.compile(r"(?P<mask>.+?)(?:[#＃](?P<order>\d+))?")


@dataclass(frozen=True, slots=True)
class Mask:
    """A masked name: its passage, and its `order` from 1 among the masks of the same text."""

    passage: Passage
    order: int


@dataclass(frozen=True, slots=True)
class Fill:
    """What the user wants a mask to read. `order` is None for all masks of that text."""

    mask: str
    order: int | None
    words: str


def find_masks(source: Source) -> tuple[Mask, ...]:
    """Return the masks of a source in order; the marks of Markdown's bold are none."""
    text = source.text
    spans = [span for line in source.lines for span in line.strong]
    bold = {edge for span in spans if is_starred(text, span) for edge in (span.start - 2, span.end)}
    seen: Counter[str] = Counter()
    masks: list[Mask] = []
    for found in _MASK.finditer(text):
        if found.start() in bold:
            continue
        seen[found[0]] += 1
        masks.append(Mask(source.passage(*found.span()), seen[found[0]]))
    return tuple(masks)


def parse_fill(text: str) -> Fill:
    """Read one ``--fill`` value: ``**=某县`` for every mask of that text, ``**#2=某县`` for the second.

    Raises:
        UsageError: the value has no ``=``, no mask, or a line break.
    """
    # An input method for Chinese writes the sign in its own width.
    equals = _EQUALS.search(text)
    key, words = (text[: equals.start()], text[equals.end() :]) if equals else (text, "")
    found = _KEY.fullmatch(key.strip())
    if not equals or not found or "\n" in words or found["order"] == "0":
        raise UsageError(f"--fill 的写法不对：{text!r}", hint="应写作 '**=某县'，或只填第 2 处：'**#2=某县'")
    return Fill(found["mask"], int(found["order"]) if found["order"] else None, words)


def fill_masks(source: Source, fills: Sequence[Fill]) -> Source:
    """Return the source with masks filled; a fill by order goes before one for all.

    Raises:
        UsageError: a fill names a mask that is not there; the message lists those that are.
    """
    masks = find_masks(source)
    for fill in fills:
        if not any(_fits(fill, mask) for mask in masks):
            name = fill.mask if fill.order is None else f"{fill.mask}#{fill.order}"
            raise UsageError(f"原文里没有掩去的“{name}”", where=source.path, hint=_listing(masks))
    chosen = {mask.passage.span: words for mask in masks if (words := _words(mask, fills)) is not None}
    return _replaced(source, chosen) if chosen else source


def _fits(fill: Fill, mask: Mask) -> bool:
    return fill.mask == mask.passage.text and fill.order in {None, mask.order}


def _words(mask: Mask, fills: Sequence[Fill]) -> str | None:
    fitting = [fill for fill in fills if _fits(fill, mask)]
    exact = [fill for fill in fitting if fill.order is not None]
    # As with any option, the last one given wins.
    return (exact or fitting)[-1].words if fitting else None


def _listing(masks: Sequence[Mask]) -> str:
    counts = Counter(mask.passage.text for mask in masks)
    if not counts:
        return "这篇稿子里没有掩去的名称，请去掉 --fill"
    return f"可以填的有：{'、'.join(f'{text}（{count} 处）' for text, count in counts.items())}"


def _replaced(source: Source, words: dict[Span, str]) -> Source:
    """The source with other words at some spans; what its lines say moves along."""
    pieces: list[str] = []
    moves: list[tuple[int, int]] = []  # from this old offset on, add this much
    end = shift = 0
    for span, text in words.items():
        pieces += [source.text[end : span.start], text]
        end = span.end
        shift += len(text) - len(span)
        moves.append((end, shift))
    pieces.append(source.text[end:])
    return replace(
        source, text="".join(pieces), lines=tuple(_moved_line(line, moves) for line in source.lines)
    )


def _moved_line(line: Line, moves: list[tuple[int, int]]) -> Line:
    strong = tuple(_moved(span, moves) for span in line.strong)
    return replace(line, span=_moved(line.span, moves), strong=strong)


def _moved(span: Span, moves: list[tuple[int, int]]) -> Span:
    return Span(_offset(span.start, moves), _offset(span.end, moves))


def _offset(offset: int, moves: list[tuple[int, int]]) -> int:
    return offset + next((shift for start, shift in reversed(moves) if start <= offset), 0)
