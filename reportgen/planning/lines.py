"""Width of text and where its lines break.

A Han glyph is one em wide in every Chinese text face, so the width of Chinese text is known exactly
without a font file. Latin letters and digits differ from face to face; the widths here are the upper
end of the usual faces (Times New Roman, Arial, 微软雅黑, and DejaVu Sans, which Linux falls back to), so a
measured line never turns out longer.
"""

from __future__ import annotations

import unicodedata
from functools import lru_cache
from itertools import pairwise

from reportgen.text.patterns import lazy

# GB/T 15834-2011, 5.1: these marks do not stand at the head of a line …
NO_START = frozenset("，。；：！？、）》」』】〕〉”’…—·%％℃,.;:!?)]}～~")
# … and these do not stand at its foot.
NO_END = frozenset("（《「『【〔〈“‘([{")
_HAN = r"[\u3400-\u9fff\u3001-\u301f\uff01-\uff20]"
_SCRIPTS_MEET = lazy(rf"(?<={_HAN})(?=[A-Za-z0-9])|(?<=[A-Za-z0-9%])(?={_HAN})")
SCRIPT_GAP = "\u2005"
"""In text to be measured: what LibreOffice leaves between Chinese and Latin text, ¼ em, ⅓ at most."""
_LATIN_WIDTH = {
    " ": 0.33,
    SCRIPT_GAP: 0.33,
    ".": 0.3,
    ",": 0.3,
    ":": 0.3,
    ";": 0.3,
    "'": 0.3,
    "|": 0.3,
    "i": 0.3,
    "l": 0.3,
    "I": 0.35,
}


@lru_cache(maxsize=16384)
def char_width(char: str) -> float:
    """Return the width of one character in em."""
    if unicodedata.combining(char) or unicodedata.category(char) in {"Cf", "Cc"}:
        return 0.0
    if unicodedata.east_asian_width(char) in {"W", "F", "A"}:
        return 1.0
    if char in _LATIN_WIDTH:
        return _LATIN_WIDTH[char]
    if char.isdigit():
        return 0.65
    return 0.8 if char.isupper() or char in "%@&MWmw+=<>" else 0.64


def text_width(text: str) -> float:
    """Return the width of a line of text in em (a Han glyph is 1.0)."""
    return sum(map(char_width, text))


def with_gaps(text: str) -> str:
    """Return the text with `SCRIPT_GAP` wherever Chinese and Latin script meet, for measuring only."""
    return _SCRIPTS_MEET.sub(SCRIPT_GAP, text)


def without_gaps(text: str) -> str:
    """Return the text that `with_gaps` was given."""
    return text.replace(SCRIPT_GAP, "")


def _is_latin(char: str) -> bool:
    return char_width(char) < 1.0 and not char.isspace() and char not in NO_START and char not in NO_END


def _clusters(text: str) -> list[str]:
    """Cut text into pieces that no renderer divides: a glyph with its marks, a Latin word."""
    starts = [at for at in range(len(text)) if not at or not _is_glued(text[at - 1], text[at])]
    return [text[start:end] for start, end in pairwise([*starts, len(text)])]


def _is_glued(previous: str, char: str) -> bool:
    """Whether no line may end between two characters."""
    if previous.isspace():
        return False
    return (
        char in NO_START
        or previous in NO_END
        or (_is_latin(char) and (_is_latin(previous) or previous in ".,:"))
    )


def wrap(text: str, width_em: float, first_indent: float = 0.0) -> list[str]:
    """Lay text out as a renderer does and return its lines.

    Args:
        text: one or more paragraphs; a newline or vertical tab forces a break.
        width_em: width of the column in em of the text's size.
        first_indent: indent of the first line of every paragraph, in em.

    Returns:
        The lines, at least one a paragraph. Marks never stand at the wrong end of a line (禁则);
        only a piece that is wider than the column is cut inside.
    """
    return list(_wrapped(text, width_em, first_indent))


# Fitting asks for the same text again and again, a little shorter or in another company.
@lru_cache(maxsize=16384)
def _wrapped(text: str, width_em: float, first_indent: float) -> tuple[str, ...]:
    lines: list[str] = []
    for paragraph in text.replace("\v", "\n").split("\n"):
        line, room = "", width_em - first_indent
        for piece in _clusters(paragraph):
            need = text_width(piece.rstrip())
            if need > room and line:
                lines.append(line.rstrip())
                line, room = "", width_em
                piece = piece.lstrip()  # noqa: PLW2901  a blank at the break is swallowed
            *heads, piece = _parted(piece, width_em)  # noqa: PLW2901  the rest of a piece wider than the column
            lines += heads
            line += piece
            room -= text_width(piece)
        lines.append(line.rstrip())
    return tuple(lines)


def _parted(piece: str, width_em: float) -> list[str]:
    """Cut a piece into what a line holds each time, a character at the least; the last part is the rest."""
    parts: list[str] = []
    start, width = 0, 0.0
    for at, char in enumerate(piece):
        width += char_width(char)
        if width > width_em and at > start:
            parts.append(piece[start:at])
            start, width = at, char_width(char)
    return [*parts, piece[start:]]
