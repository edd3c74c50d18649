"""From blocks to the text of a source and what is known about its lines."""

from __future__ import annotations

from collections import Counter
from dataclasses import replace
from itertools import accumulate, groupby
from typing import TYPE_CHECKING

from reportgen.readers.docx.printed import LABEL, Block, Fragment, RunLook
from reportgen.source import Line, Span

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Sequence

LONGEST_HEADING = 60
"""Characters of a heading set over several lines; a longer paragraph is text behind its first line."""
LONGEST_BARE = 100
"""Characters of a heading without number; a longer paragraph only has a heading's style by mistake."""
LARGER = 3
"""Half points by which a title is larger than the text: 小二 over 三号, and more."""
_MARKED = frozenset({"hei", "kai", "title"})


def to_lines(blocks: Sequence[Block]) -> tuple[str, tuple[Line, ...]]:
    r"""Return the text, paragraphs parted by ``\n``, and its lines.

    A paragraph with breaks inside is several lines of one number. What is strong is so in comparison: the
    face and weight that most of the text has say nothing.
    """
    usual = _usual(blocks)
    blocks = _titled(_trimmed(blocks), usual)
    texts: list[str] = []
    lines: list[Line] = []
    start = paragraph = 0
    for block in blocks:
        paragraph += bool(block.text.strip())
        for part in _split(_settled(block)):
            text = part.text
            strong = tuple(Span(start + first, start + last) for first, last in _strong(part.pieces, usual))
            number = paragraph if text.strip() else 0
            span = Span(start, start + len(text))
            lines.append(Line(span, number, part.level, strong, part.page, part.row, block.title))
            texts.append(text)
            start += len(text) + 1
    return "\n".join(texts), tuple(lines)


def _trimmed(blocks: Sequence[Block]) -> Sequence[Block]:
    """Leave out empty paragraphs at the end: they only fill a page."""
    end = len(blocks)
    while end and not blocks[end - 1].text.strip():
        end -= 1
    return blocks[:end]


def _titled(blocks: Sequence[Block], usual: RunLook) -> Sequence[Block]:
    """Mark the title: what comes first, set larger than the text, and what goes on in the same type."""
    first = next((at for at, block in enumerate(blocks) if block.text.strip()), 0)
    look = _look(blocks[first]) if blocks else None
    if look is None or look.size < usual.size + LARGER or blocks[first].level is not None:
        return blocks
    end = first
    while end < len(blocks) and _look(blocks[end]) == look and len(blocks[end].text) <= LONGEST_BARE:
        end += 1
    return [*blocks[:first], *(replace(block, title=True) for block in blocks[first:end]), *blocks[end:]]


def _look(block: Block) -> RunLook | None:
    """The look of the Chinese characters of a block; None where they have several, or there are none."""
    looks = {piece.look for piece in block.pieces if _han(piece.text)}
    return looks.pop() if len(looks) == 1 else None


def _settled(block: Block) -> Block:
    """Take back the level where the paragraph can be no heading; join a heading set over several lines."""
    if block.level is None:
        return block
    numbered = any(piece.look == LABEL for piece in block.pieces)
    text = block.text.strip()
    first = text.partition("\n")[0]
    if not text or (len(first) > LONGEST_BARE and not numbered and first[-1] in "。；！？"):
        return replace(block, level=None)
    if "\n" in text and len(text) <= LONGEST_HEADING:
        return replace(block, pieces=tuple(_unbroken(block.pieces)))
    return block


def _unbroken(pieces: Sequence[Fragment]) -> Iterator[Fragment]:
    """A break between Chinese characters is nothing, one between words is a blank."""
    before = ""
    for at, piece in enumerate(pieces):
        after = next((other.text[0] for other in pieces[at + 1 :] if other.text), "")
        blank = " " if before.isascii() and after.isascii() else ""
        yield replace(piece, text=piece.text.replace("\n", blank))
        before = piece.text[-1:] if piece.text != "\n" else before


def _split(block: Block) -> Iterator[Block]:
    """Cut a block at its line breaks; only the first line is the heading."""
    if not block.text:
        yield block
    level = block.level
    for breaks, group in groupby(filter(_has_text, block.pieces), lambda piece: piece.text == "\n"):
        pieces = tuple(group)
        if breaks:
            yield from (Block((), None, block.page, block.row) for _ in pieces[1:])
        else:
            yield replace(block, pieces=pieces, level=level)
            level = None


def _has_text(piece: Fragment) -> bool:
    return bool(piece.text)


def _usual(blocks: Iterable[Block]) -> RunLook:
    """The look of most of the text."""
    counts: Counter[RunLook] = Counter()
    for block in blocks:
        for piece in block.pieces if block.level is None and not block.row else ():
            counts[piece.look] += _han(piece.text)
    counts.pop(LABEL, None)
    return max(counts, key=lambda look: (counts[look], look.face, look.bold), default=RunLook())


def _strong(pieces: Sequence[Fragment], usual: RunLook) -> Iterator[tuple[int, int]]:
    """Yield where the text is bold or set in a face of headings, a range for each change of type."""
    start = 0
    for look, group in groupby(_dressed(pieces), lambda piece: replace(piece.look, size=0)):
        end = start + sum(len(piece.text) for piece in group)
        if (look.bold and not usual.bold) or (look.face in _MARKED and look.face != usual.face):
            yield start, end
        start = end


def _dressed(pieces: Sequence[Fragment]) -> list[Fragment]:
    """Give a number, and what has no Chinese character, the look that the text around it has.

    A face is told by the Chinese characters: digits and marks of a heading are often in another one.
    """
    looks = [piece.look if piece.look != LABEL and _han(piece.text) else None for piece in pieces]
    before = list(accumulate(looks, _latest))
    after = list(accumulate(reversed(looks), _latest))[::-1]
    dressed: list[Fragment] = []
    for piece, look, left, right in zip(pieces, looks, before, after, strict=True):
        around = right if piece.look == LABEL or left in {None, right} else piece.look
        dressed.append(replace(piece, look=look or around or piece.look))
    return dressed


def _latest(last: RunLook | None, look: RunLook | None) -> RunLook | None:
    return look or last


def _han(text: str) -> int:
    return sum("\u4e00" <= char <= "\u9fff" or char == "〇" for char in text)
