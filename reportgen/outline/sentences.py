"""Cut passages into sentences and clauses.

Punctuation inside paired quotes and brackets does not cut (“稳增长，促改革。”), nor does a comma or a dot
inside a number (1,200、3.5) or a colon inside a time (10:30). An unpaired quote is only a character: it never
swallows the rest of a paragraph. Every cut keeps its end punctuation, so the pieces and the blanks between
them cover the passage.
"""

from __future__ import annotations

from collections.abc import Iterator
from itertools import pairwise

from reportgen.source import MARK, Passage, Source, Span
from reportgen.text.patterns import lazy

SENTENCE_ENDS = frozenset("。！？!?…")
CLAUSE_ENDS = SENTENCE_ENDS | frozenset("，,；;：:")
PAIRS = {
    "“": "”", "‘": "’", "（": "）", "(": ")", "《": "》", "〈": "〉",
    "【": "】", "［": "］", "[": "]", "〔": "〕", "「": "」", "『": "』",
}  # fmt: skip
_CLOSERS = frozenset(PAIRS.values())
_OPENERS = {closer: opener for opener, closer in PAIRS.items()}
_TRAILERS = _CLOSERS | SENTENCE_ENDS | {'"'}
# RFC 3986, 2: what an address is written with; marks of Chinese and a closing bracket end it.
_ADDRESS = lazy(r"(?:https?|ftp)://[!#-'*-;=?-Z\[\]_a-z~]+(?<![.,;:!?'])")
LONGEST_PAIR = 400
"""Characters between a quote or bracket and its partner beyond which the two are taken for slips."""


def split_sentences(text: Passage | Source) -> tuple[Passage, ...]:
    """Cut at 。！？…… (and a full stop after a Chinese word) outside quotes and brackets.

    A sentence keeps its end punctuation and the quotes closing after it; a piece without a word in it
    joins the one before. Never empty pieces.
    """
    passage = _whole(text)
    return _cut(passage, SENTENCE_ENDS | {"."})


def split_clauses(text: Passage | Source) -> tuple[Passage, ...]:
    """Cut at ，；： as well as at sentence ends; enumerations (、) stay together."""
    passage = _whole(text)
    return _cut(passage, CLAUSE_ENDS | {"."})


def cut_clauses(text: str) -> tuple[str, ...]:
    """Cut words that need not be a passage where `split_clauses` would; each piece keeps its mark."""
    ends = (0, *_ends(text, CLAUSE_ENDS | {"."}))
    pieces = (text[start:end].strip() for start, end in pairwise(ends))
    return tuple(piece for piece in pieces if piece)


def paired(text: str) -> bytearray:
    """Return for every character how deep it lies inside paired quotes and brackets (the marks included).

    Depths above 255 count as 255. One pass: time grows with the length of the text.
    """
    opens: list[tuple[str, int]] = []
    pairs: list[tuple[int, int]] = []
    straight = -1
    for at, char in enumerate(text):
        if char in PAIRS:
            opens.append((char, at))
        elif char in _CLOSERS:
            _close(_OPENERS[char], at, opens, pairs)
        elif char == '"':
            straight = _toggle(straight, at, pairs)
    return _depths(len(text), pairs)


def sentence_ends(text: str) -> Iterator[int]:
    """Yield the offset just behind each sentence of `text`, the end of the text included."""
    return _ends(text, SENTENCE_ENDS | {"."})


def _whole(text: Passage | Source) -> Passage:
    return text.passage(0, len(text.text)) if isinstance(text, Source) else text


def _close(opener: str, at: int, opens: list[tuple[str, int]], pairs: list[tuple[int, int]]) -> None:
    # Looking back a few marks only keeps the work linear and forgives one wrong mark in between.
    for back in range(len(opens) - 1, max(len(opens) - 4, 0) - 1, -1):
        if opens[back][0] == opener:
            if at - opens[back][1] <= LONGEST_PAIR:
                pairs.append((opens[back][1], at))
            del opens[back:]
            return


def _toggle(straight: int, at: int, pairs: list[tuple[int, int]]) -> int:
    if straight < 0 or at - straight > LONGEST_PAIR:
        return at
    pairs.append((straight, at))
    return -1


def _depths(length: int, pairs: list[tuple[int, int]]) -> bytearray:
    steps = [0] * (length + 1)
    for start, end in pairs:
        steps[start] += 1
        steps[end + 1] -= 1
    depths = bytearray(length)
    depth = 0
    for at in range(length):
        depth += steps[at]
        depths[at] = min(depth, 255)
    return depths


def _cut(passage: Passage, ends: frozenset[str]) -> tuple[Passage, ...]:
    text, base = passage.text, passage.span.start
    pieces: list[Passage] = []
    start = 0
    for end in _ends(text, ends):
        first, last = _trim(text, start, end)
        if first < last:
            pieces.append(Passage(text[first:last], Span(base + first, base + last)))
        start = end
    return tuple(pieces)


def _ends(text: str, ends: frozenset[str]) -> Iterator[int]:
    depths = paired(text)
    whole = _addresses(text)
    at, length, start, held = 0, len(text), 0, 0
    while at < length:
        if text[at] in ends and at not in whole and _cuts(text, at, depths):
            at = _behind(text, at + 1, ends)
            if any(char.isalnum() for char in text[start:at]):
                if held:
                    yield held
                start = held = at
        else:
            at += 1
    # What is left without a word in it belongs to the last piece.
    if held and any(char.isalnum() for char in text[start:]):
        yield held
    if length:
        yield length


def _addresses(text: str) -> frozenset[int]:
    """The places where an address of the web stands, and the colon that leads to it: no clause ends there."""
    if "://" not in text:
        return frozenset()
    places: set[int] = set()
    for found in _ADDRESS.finditer(text):
        start = found.start()
        while start and text[start - 1] in f" {MARK}":
            start -= 1
        places.update(range(start - (text[start - 1 : start] in {":", "："}), found.end()))
    return frozenset(places)


def _cuts(text: str, at: int, depths: bytearray) -> bool:
    if depths[at]:
        return _closes_all(text, at, depths)
    before, after = text[at - 1 : at], text[at + 1 : at + 2]
    if text[at] in ",:：" and before.isdecimal() and after.isdecimal():
        return False
    return text[at] != "." or (is_han(before) and not (after.isascii() and after.isalnum()))


def _closes_all(text: str, at: int, depths: bytearray) -> bool:
    """Whether the mark stands right before the close of a quote that ends the sentence: …好。”他说."""
    if text[at] not in SENTENCE_ENDS:
        return False
    end = at + 1
    while end < len(text) and text[end] in _TRAILERS and depths[end]:
        end += 1
    outside = end == len(text) or not depths[end] or text[end] in PAIRS
    return outside and end > at + 1 and text[end - 1] in '”’』」"' and _goes_on_afresh(text, end)


def _goes_on_afresh(text: str, end: int) -> bool:
    following = text[end : end + 1]
    return not following or following not in "的，,、；;：:和与等及"


def _behind(text: str, at: int, ends: frozenset[str]) -> int:
    while at < len(text) and (text[at] in _TRAILERS or (text[at] in ends and text[at] != ".")):
        at += 1
    return at


def _trim(text: str, start: int, end: int) -> tuple[int, int]:
    while start < end and text[start].isspace():
        start += 1
    while end > start and text[end - 1].isspace():
        end -= 1
    return start, end


def is_han(char: str) -> bool:
    """Whether `char` is a Chinese character or a closing mark that can end a Chinese sentence."""
    return bool(char) and ("\u4e00" <= char <= "\u9fff" or char in "〇％%）)》”’】")
