"""Headings that break by sense: titles balanced, section headings filled to the last whole word."""

from __future__ import annotations

from itertools import accumulate, combinations, islice, pairwise, takewhile
from typing import TYPE_CHECKING

from reportgen.analysis.segmentation import Vocabulary
from reportgen.planning.breaks import break_heading
from reportgen.planning.lines import NO_END, NO_START, char_width, text_width, with_gaps, wrap
from reportgen.text.simplified import simplified

if TYPE_CHECKING:
    from reportgen.planning.handout.sheet import Sheet

_TITLE_SPARE = 1.5  # em; a title line of 18 or 19 characters, as the full 20 look stuffed (reference §1.6)
_LONG_TITLE_SPARE = 0.5  # em; the same of the 24 of a smaller title
_TITLE_LINES = 3
_SHORTEST = 4.0  # em; a last line below that is an orphan (reference §6.3)
_ORPHAN = 2.5  # em; a glyph with its full stop, or two glyphs
_PAIR = 2  # lines that every program breaks alike
_MOST_WAYS = 5000  # of cutting a sentence; a sentence of twenty clauses has no better hundredth
_MOST_LINES = 8  # of a sentence that is cut after its marks; a longer one is a paragraph
_FULL = 0.6  # of the room: a line that ends with a clause may be that short
_FAR = 400  # characters that are looked at for where a line ends; no line holds as many
_BAD_HEADS = tuple("的和与及等之了")


def title_lines(lines: tuple[str, ...], sheet: Sheet) -> tuple[str, ...]:
    """Return a title in lines by sense, three at most as long as three can hold it.

    The speech's own lines are kept where they fit; else the whole is broken anew.
    """
    room, words = sheet.line("Title") - _TITLE_SPARE, sheet.vocabulary
    own = tuple(line.strip() for line in lines if line.strip())
    if 1 < len(own) <= _TITLE_LINES and all(text_width(line) <= room for line in own):
        return own
    whole = "".join(own)
    broken = break_heading(whole, room, words, _TITLE_LINES)
    if len(broken) > _TITLE_LINES:
        return break_heading(whole, sheet.line("TitleLong") - _LONG_TITLE_SPARE, words, _TITLE_LINES)
    return broken


def is_long_title(lines: tuple[str, ...], sheet: Sheet) -> bool:
    """Whether the title needs the smaller title style."""
    room = sheet.line("Title") - _TITLE_SPARE
    return len(lines) > _TITLE_LINES or any(text_width(line) > room for line in lines)


def fill_heading(text: str, width_em: float, vocabulary: Vocabulary, first_indent: float = 0.0) -> str:
    r"""Break a heading of the text column where a word ends, each line as full as may be.

    Args:
        text: marker and heading.
        width_em: width of the column in em of the heading's size.
        vocabulary: the words of the speech.
        first_indent: indent of the first line, in em.

    Returns:
        The heading with ``\n`` at its breaks; a last line has four glyphs or more.
    """
    lines: list[str] = []
    rest, room = text.strip(), width_em - first_indent
    while _is_wider(rest, room):
        cut = _cut(rest[:_FAR], room, vocabulary)
        lines.append(rest[:cut].rstrip())
        rest, room = rest[cut:].lstrip(), width_em
    return "\n".join([*lines, rest])


def clause_lines(text: str, width_em: float, count: int) -> tuple[str, ...]:
    """Cut a sentence after its marks into `count` lines of about one length; whole where that cannot be."""
    if count > _MOST_LINES:
        return (text,)
    ends = [at for at in range(1, len(text)) if text[at - 1] in "，；：、" and text[at] not in NO_START]
    cuts = ((0, *inner, len(text)) for inner in combinations(ends, count - 1))
    ways = [tuple(text[a:b] for a, b in pairwise(cut)) for cut in islice(cuts, _MOST_WAYS)]
    fitting = [way for way in ways if all(text_width(line) <= width_em for line in way)]
    return min(fitting, key=lambda way: sum(text_width(line) ** 2 for line in way), default=(text,))


def unorphaned(text: str, width_em: float, vocabulary: Vocabulary, first_indent: float = 0.0) -> str:
    r"""Give a last line of one or two glyphs company: break before a word of the line above.

    Only texts of two lines, where every program breaks alike; longer ones stay as they are.
    """
    lines = wrap(with_gaps(text), width_em, first_indent)
    if len(lines) != _PAIR or text_width(lines[-1]) >= _ORPHAN:
        return text
    room = width_em - first_indent
    fits = [at for at in vocabulary.ends(text) if 0 < at < len(text) and text_width(text[:at]) <= room]
    read = simplified(text)
    good = [at for at in fits if _is_clean(read, at) and text_width(text[at:]) >= _SHORTEST - 1]
    cut = max(good, default=0)
    return f"{text[:cut]}\n{text[cut:]}" if text_width(text[:cut]) >= _FULL * room else text


def _is_wider(text: str, width_em: float) -> bool:
    """Whether a text is wider than that; no more of it is measured than it takes to know."""
    return any(width > width_em for width in accumulate(map(char_width, text)))


def _cut(text: str, room: float, vocabulary: Vocabulary) -> int:
    """The last offset where `text` may break within `room` em."""
    text = simplified(text)
    widths = list(takewhile(lambda width: width <= room, accumulate(map(char_width, text), initial=0.0)))
    fitting = range(1, min(len(widths), len(text)))
    ends = vocabulary.ends(text)
    words = [at for at in fitting if at in ends and _is_clean(text, at)]
    enough = [at for at in words if text_width(text[at:]) >= _SHORTEST]
    clauses = [at for at in enough if text[at - 1] in "，；：" and widths[at] >= _FULL * room]
    whole = [at for at in enough if not _is_inside(text, at) and widths[at] >= _FULL * room]
    for choice in (clauses, whole, enough, words, [at for at in fitting if _is_clean(text, at)], fitting):
        if choice:
            return choice[-1]
    return 1


def _is_inside(text: str, at: int) -> bool:
    """Whether a break there would part a quotation or a book title."""
    before = text[:at]
    return any(before.count(mark) > before.count(end) for mark, end in zip("“《（", "”》）", strict=True))


def _is_clean(text: str, at: int) -> bool:
    return text[at] not in NO_START and text[at - 1] not in NO_END and not text[at:].startswith(_BAD_HEADS)
