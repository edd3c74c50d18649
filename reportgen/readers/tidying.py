"""What is left out or evened out when text is read, before anything counts its characters.

Offsets point into the text behind this step, which is the one that ``outline --text`` prints.
"""

from __future__ import annotations

import unicodedata
from itertools import pairwise

from reportgen.text.patterns import lazy

# Unicode Standard Annex 14, class BK and the like: what ends a line in one program or another. Word's own
# line break arrives as a vertical tab, a page break as a form feed.
_NEWLINE = lazy("\r\n|[\r\v\f\x85\u2028\u2029]")
# Characters without width that change no word: zero-width spaces and joiners, BOMs from files put together,
# soft hyphens, marks of writing direction.
_INVISIBLE = lazy(
    "[\u00ad\u061c\u180e\u200b\u200c\u200e\u200f\u202a-\u202e\u2060-\u2064\u2066-\u2069\ufeff]"
    # Between two signs one joiner makes a family of them (Unicode Technical Standard 51, 2.3).
    "|(?<![\u2600-\u27bf\ufe0f\U0001f300-\U0001faff])\u200d|\u200d(?![\u2600-\u27bf\U0001f300-\U0001faff])"
)
# Blanks of other widths; the full-width one stays, as it is how Chinese indents.
_BLANKS = lazy("[\u00a0\u1680\u2000-\u200a\u202f\u205f]")
# XML 1.0 allows no other control characters, so no Office file can hold them. C1 controls are scars.
_FORBIDDEN = lazy("[\x00-\x08\x0e-\x1f\x7f-\x84\x86-\x9f\ufffe\uffff]")

# Fonts of PDFs name their Han glyphs by radicals (⼀ for 一), old encodings some by twins for compatibility
# (U+F900 on), and vertical type has marks of its own. All look like the characters that people type and are
# none of them; each becomes one (Unicode Standard, chapter 18.1 and 22.2). Twelve in that block have no twin.
_TWINS = str.maketrans(
    {
        char: plain
        for first, last in ((0x2E80, 0x2EF3), (0x2F00, 0x2FD5), (0xF900, 0xFAD9), (0x2F800, 0x2FA1D))
        for char in map(chr, range(first, last + 1))
        if (plain := unicodedata.normalize("NFKC", char)) != char and len(plain) == 1
    }
    # Radicals of the supplement that are a character by themselves and have no decomposition in Unicode.
    | dict(
        zip(
            "⺠⻁⻄⻅⻆⻉⻋⻑⻓⻔⻗⻘⻙⻚⻛⻜⻝⻢⻣⻤⻥⻦⻧⻨⻩⻬⻮⻰",
            "民虎西见角贝车長长门雨青韦页风飞食马骨鬼鱼鸟卤麦黄齐齿龙",
            strict=True,
        )
    )
    | dict(
        zip(
            "︐︑︒︓︔︕︖︗︘︙︱︵︶︷︸︹︺︻︼︽︾︿﹀﹁﹂﹃﹄",
            "，、。：；！？〖〗…—（）｛｝〔〕【】《》〈〉「」『』",
            strict=True,
        )
    )
    # Marks of half a width, as some ways of typing give them: a sentence ends in them all the same.
    | dict(zip("｡｢｣､･", "。「」、·", strict=True))
)

# A recognised print often comes with a blank between any two characters: 讲 话 人 ： 张 三.
_UNIT = lazy("[0-9A-Za-z.,:;%?!()]+|[\u2014\u2018-\u201d\u2026\u3001-\u3011\u3400-\u9fff\uff01-\uff1f]")
_SPACED = lazy("(?:[\u3001-\uff1f] ){3}")
_GAP = lazy(r"(?<=[^ ]) (?=[^ ])")
_LATIN_GAP = lazy("(?<=[A-Za-z,.;:]) (?=[A-Za-z])")
_FEWEST_UNITS = 6
"""Characters of a line set apart by blanks from which it counts as spaced; names in a row are shorter."""
_SPACED_LINES = 3
"""Such lines from which shorter ones count as well."""
_SHORT_UNITS = 2
_SPACED_SHARE = 0.8
"""Share of a line's neighbours that a single blank must part."""


def tidy(text: str) -> str:
    r"""Return text with newlines as ``\n``, plain blanks, and without characters that nobody sees.

    A control character that no Office file can hold becomes a blank, a radical or a twin for compatibility
    the character that it looks like.
    """
    text = _BLANKS.sub(" ", _INVISIBLE.sub("", _NEWLINE.sub("\n", text))).translate(_TWINS)
    return _FORBIDDEN.sub(" ", text)


def close_up(text: str, *, padded: bool = False) -> str:
    """Take the blanks out of lines in which nearly every character has one behind it.

    Where `padded`, they go to the end of their line, so that no place in the lines below moves.
    """
    if not _SPACED.search(text):
        return text
    lines = text.split("\n")
    spaced = sum(_is_spaced(line, _FEWEST_UNITS) for line in lines)
    fewest = _SHORT_UNITS if spaced >= _SPACED_LINES else _FEWEST_UNITS
    closed = (_closed(line) if _is_spaced(line, fewest) else line for line in lines)
    if not padded:
        return "\n".join(closed)
    return "\n".join(one.ljust(len(line)) for one, line in zip(closed, lines, strict=True))


def _is_spaced(line: str, fewest: int) -> bool:
    units = list(_UNIT.finditer(line))
    pairs = [(one, two) for one, two in pairwise(units) if not (one[0].isascii() and two[0].isascii())]
    parted = sum(line[one.end() : two.start()] == " " for one, two in pairs)
    return parted + 1 >= fewest and parted >= _SPACED_SHARE * len(pairs)


def _closed(line: str) -> str:
    kept = {found.start() for found in _LATIN_GAP.finditer(line)}
    return _GAP.sub(lambda found: " " if found.start() in kept else "", line)
