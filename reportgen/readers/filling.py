"""Names put in place of masks.

Filling makes a new `Source`, so that everything behind it speaks of one text. An edited brief speaks of the
old one still: `Filling` takes its words and its positions along.
"""

from __future__ import annotations

from bisect import bisect_right
from collections import Counter
from dataclasses import dataclass, replace
from typing import TYPE_CHECKING

from reportgen.errors import UsageError
from reportgen.readers.masks import Mask, MaskFill, find_masks, masks_in
from reportgen.source import Line, Source, Span

if TYPE_CHECKING:
    from collections.abc import Sequence


@dataclass(frozen=True, slots=True)
class Filling:
    """A source with its masks filled: as it was `before`, and as it is now.

    `masks` are those of the source before, by place; `moves` says of each that was filled where it stood and
    where its name stands.
    """

    before: Source
    source: Source
    fills: tuple[MaskFill, ...]
    masks: dict[Span, Mask]
    moves: tuple[tuple[Span, Span], ...]

    @classmethod
    def of(cls, source: Source, others: Sequence[str] = (), *, fills: Sequence[MaskFill]) -> Filling:
        """MaskFill the masks of a source; a fill by order goes before one for all.

        Args:
            source: the speech.
            others: texts beside the speech in which masks may stand.
            fills: what the user gave.

        Raises:
            UsageError: a fill names a mask that is nowhere; the message lists those that are there.
        """
        masks = find_masks(source)
        _require_masks(source, fills, masks, others)
        text, moves = _replaced(source.written, [(mask.passage.span, _words(mask, fills)) for mask in masks])
        filling = cls(source, source, tuple(fills), {mask.passage.span: mask for mask in masks}, moves)
        if not moves:
            return filling
        lines = tuple(filling.line(line) for line in source.lines)
        return replace(filling, source=replace(source, text=text, lines=lines, written=""))

    def line(self, line: Line) -> Line:
        """Return a line of the text before as one of the text behind."""
        strong, marks = (tuple(map(self.span, spans)) for spans in (line.strong, line.marks))
        return replace(line, span=self.span(line.span), strong=strong, marks=marks)

    def span(self, span: Span) -> Span:
        """Return where in the text behind something stands."""
        return Span(self.offset(span.start), self.offset(span.end))

    def offset(self, offset: int) -> int:
        """Return the offset in the text behind; one inside a mask stays inside its name."""
        at = bisect_right(self.moves, offset, key=lambda move: move[0].start) - 1
        if at < 0:
            return offset
        mask, name = self.moves[at]
        if offset >= mask.end:
            return name.end + offset - mask.end
        return min(name.start + offset - mask.start, name.end)

    def text(self, text: str, spans: Sequence[Span] = ()) -> str:
        """Return a text of a brief with its masks filled.

        Args:
            text: a line, whoever's words it holds.
            spans: where it stands in the text before. Has it the masks of that place, they are those, and
                are filled by their numbers; other masks have none, and only a fill for all of them fits.
        """
        found = masks_in(text)
        words = [text[span.start : span.end] for span in found]
        there = [place for span in spans for place in masks_in(self.before.text, span)] if found else []
        if [self.before.text[place.start : place.end] for place in there] == words:
            # What is no mask there, a mark of bold, is none here.
            masks = [self.masks.get(place) for place in there]
            names = [_words(mask, self.fills) if mask else None for mask in masks]
        else:
            names = [_for_all(word, self.fills) for word in words]
        return _replaced(text, list(zip(found, names, strict=True)))[0]


def fill_masks(source: Source, fills: Sequence[MaskFill]) -> Source:
    """Return the source with masks filled; a fill by order goes before one for all.

    Raises:
        UsageError: a fill names a mask that is not there; the message lists those that are.
    """
    return Filling.of(source, fills=fills).source


def _require_masks(
    source: Source, fills: Sequence[MaskFill], masks: Sequence[Mask], others: Sequence[str]
) -> None:
    elsewhere = Counter(text[span.start : span.end] for text in others for span in masks_in(text))
    for fill in fills:
        known = any(_fits(fill, mask) for mask in masks) or (fill.order is None and fill.mask in elsewhere)
        if not known:
            name = fill.mask if fill.order is None else f"{fill.mask}#{fill.order}"
            listing = _listing(Counter(mask.passage.text for mask in masks), elsewhere)
            raise UsageError(f"原文里没有掩去的“{name}”", where=source.path, hint=listing)


def _listing(counts: Counter[str], elsewhere: Counter[str]) -> str:
    there = [f"{text}（{count} 处）" for text, count in counts.items()]
    there += [text for text in elsewhere if text not in counts]
    return f"可以填的有：{'、'.join(there)}" if there else "这篇稿子里没有掩去的名称，请去掉 --fill"


def _fits(fill: MaskFill, mask: Mask) -> bool:
    return fill.mask == mask.passage.text and fill.order in {None, mask.order}


def _words(mask: Mask, fills: Sequence[MaskFill]) -> str | None:
    fitting = [fill for fill in fills if _fits(fill, mask)]
    exact = [fill for fill in fitting if fill.order is not None]
    # As with any option, the last one given wins.
    return (exact or fitting)[-1].words if fitting else None


def _for_all(mask: str, fills: Sequence[MaskFill]) -> str | None:
    fitting = [fill.words for fill in fills if fill.mask == mask and fill.order is None]
    return fitting[-1] if fitting else None


def _replaced(
    text: str, names: Sequence[tuple[Span, str | None]]
) -> tuple[str, tuple[tuple[Span, Span], ...]]:
    """A text with other words at some places, and where each stood and stands; None leaves a place alone."""
    pieces: list[str] = []
    moves: list[tuple[Span, Span]] = []
    end = length = 0
    for span, words in names:
        if words is not None:
            pieces += [text[end : span.start], words]
            start = length + span.start - end
            length, end = start + len(words), span.end
            moves.append((span, Span(start, length)))
    return "".join([*pieces, text[end:]]), tuple(moves)
