"""Width of text and where its lines break.

A Han glyph is one em wide in every Chinese text face, so the width of Chinese text is known exactly
without a font file. Latin letters and digits differ from face to face; the widths here are the upper
end of the usual faces (Times New Roman, Arial, 微软雅黑, and DejaVu Sans, which Linux falls back to), so a
measured line never turns out longer.
"""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Sequence
from dataclasses import dataclass
from functools import lru_cache
from itertools import accumulate, pairwise

from reportgen.analysis.segmentation import word_ends

# GB/T 15834-2011, 5.1: these marks do not stand at the head of a line …
NO_START = frozenset("，。；：！？、）》」』】〕〉”’…—·%％℃,.;:!?)]}～~")
# … and these do not stand at its foot.
NO_END = frozenset("（《「『【〔〈“‘([{")
_HAN = r"[\u3400-\u9fff\u3001-\u301f\uff01-\uff20]"
_SCRIPTS_MEET = re.compile(rf"(?<={_HAN})(?=[A-Za-z0-9])|(?<=[A-Za-z0-9%])(?={_HAN})")
_OPENING = "“‘（《〈「『【〔("
_CLOSING = "”’）》〉」』】〕)"
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
_ORPHAN = 2  # glyphs on a last line, its mark included, that look forgotten
_LAST_LINE = 3.5  # em of a last line that looks meant
_WEAK_START = tuple("的和与及等之了着过上中下里内")
_WEAK_END = (
    "关于",
    "在",
    "把",
    "将",
    "对",
    "为",
    "以",
    "和",
    "与",
    "及",
    "向",
    "从",
    "由",
    "被",
    "让",
    "使",
    "不",
    "第",
)


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
    pieces: list[str] = []
    for char in text:
        previous = pieces[-1][-1] if pieces else ""
        glued = previous and (
            char in NO_START
            or previous in NO_END
            or (_is_latin(char) and (_is_latin(previous) or previous in ".,:"))
        )
        if glued and not previous.isspace():
            pieces[-1] += char
        else:
            pieces.append(char)
    return pieces


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
            while len(piece) > 1 and text_width(piece) > width_em:
                head = _head(piece, width_em)
                lines.append(head)
                piece = piece[len(head) :]  # noqa: PLW2901  the rest of a piece wider than the column
            line += piece
            room -= text_width(piece)
        lines.append(line.rstrip())
    return tuple(lines)


def _head(piece: str, width_em: float) -> str:
    width = 0.0
    for count, char in enumerate(piece):
        width += char_width(char)
        if width > width_em and count:
            return piece[:count]
    return piece


@dataclass(frozen=True, slots=True)
class _Break:
    """A place where a heading may break, and how much it hurts there."""

    offset: int
    cost: float


def _depths(text: str) -> list[int]:
    """Nesting depth of quotes and brackets before every offset."""
    depth, out = 0, []
    for char in text:
        out.append(depth)
        depth = depth + 1 if char in _OPENING else max(depth - (char in _CLOSING), 0)
    return [*out, depth]


def _break_cost(text: str, offset: int) -> float:
    before, after = text[:offset].rstrip(), text[offset:].lstrip()
    if before[-1] in "，；：。！？,;:—":
        return -16.0
    if before[-1] == "、":
        return -4.0
    cost = 6.0 if before.endswith(_WEAK_END) else 0.0
    cost += 8.0 if after.startswith(_WEAK_START) else 0.0
    cost += 12.0 if before[-1].isdigit() else 0.0
    return cost


def _breaks(text: str, *, dictionary_only: bool = False) -> list[_Break]:
    ends, depths = word_ends(text, dictionary_only=dictionary_only), _depths(text)
    breaks: list[_Break] = []
    for offset in sorted(ends):
        if not 0 < offset < len(text):
            continue
        after = text[offset:].lstrip()[:1]
        if not after or after in NO_START or text[offset - 1] in NO_END:
            continue
        cost = _break_cost(text, offset)
        # Inside a quotation or bracket a stop invites no break.
        breaks.append(_Break(offset, max(cost, 0.0) + 15.0 * depths[offset] if depths[offset] else cost))
    return breaks


def _best(text: str, breaks: list[_Break], count: int, width_em: float) -> tuple[str, ...] | None:
    """The cheapest way to cut into `count` lines, each within the width and of two glyphs at least."""
    ideal = text_width(text) / count
    nodes = [_Break(0, 0.0), *breaks, _Break(len(text), 0.0)]
    best: dict[int, tuple[float, tuple[int, ...]]] = {0: (0.0, (0,))}
    for step in range(1, count + 1):
        following: dict[int, tuple[float, tuple[int, ...]]] = {}
        for start, (cost, path) in best.items():
            for node in nodes:
                last = node.offset == len(text)
                if node.offset <= start or last != (step == count):
                    continue
                width = text_width(text[start : node.offset].strip())
                if width > width_em:
                    break
                if len("".join(text[start : node.offset].split())) < 2:  # noqa: PLR2004  an orphan
                    continue
                short = 10.0 if width < 4 else 0.0  # noqa: PLR2004  reference §6.3: no line under 4
                total = cost + node.cost + short + ((width - ideal) * min(1.0, 10.0 / ideal)) ** 2
                if node.offset not in following or total < following[node.offset][0]:
                    following[node.offset] = (total, (*path, node.offset))
        best = following
    if len(text) not in best:
        return None
    return tuple(text[a:b].strip() for a, b in pairwise(best[len(text)][1]))


def break_heading(text: str, width_em: float, max_lines: int = 2) -> tuple[str, ...]:
    """Cut a heading into lines by sense: 词意完整、排列对称、长短适宜 (GB/T 9704-2012, 7.3.1).

    Breaks stand at word ends only, rather after a mark than inside a quotation, and no line is an
    orphan. As few lines as possible are used.

    Args:
        text: the heading on one line.
        width_em: room of a line in em of the heading's size.
        max_lines: the lines wanted at most. If the text needs more, more are returned, so the caller
            must look at the length.
    """
    text = text.strip()
    if text_width(text) <= width_em:
        return (text,)
    least = max(2, int(text_width(text) / width_em))
    # A set phrase is rather parted between its words than a word is torn.
    for dictionary_only in (False, True):
        breaks = _breaks(text, dictionary_only=dictionary_only)
        for count in range(least, max(max_lines, least) + 3):
            lines = _best(text, breaks, count, width_em)
            if lines is not None:
                return lines
    return tuple(wrap(text, width_em))


def is_torn(lines: Sequence[str]) -> bool:
    """Whether a word runs over the end of one of a heading's lines."""
    if len(lines) < 2:  # noqa: PLR2004  a single line has no break
        return False
    pieces = ["".join(line.split()) for line in lines]
    ends = word_ends("".join(pieces), dictionary_only=True)
    return any(at not in ends for at in accumulate(map(len, pieces[:-1])))


def without_orphan(text: str, width_em: float) -> str:
    """Return running text with a line break put in where its last line would hold an orphan.

    A last line of one or two glyphs takes a whole word or more from the line above; text that ends well comes
    back as it is.

    Args:
        text: a paragraph without line breaks.
        width_em: room of a line in em of the text's size.
    """
    lines = wrap(text, width_em)
    if len(lines) < 2 or len("".join(lines[-1].split())) > _ORPHAN:  # noqa: PLR2004  a single line has no last one
        return text
    start = text.rfind(lines[-2])
    tail = text[start:] if start >= 0 else ""
    room = [
        one for one in _breaks(tail) if _LAST_LINE <= text_width(tail[one.offset :]) <= text_width(tail) / 2
    ]
    if not room:
        return text
    best = min(room, key=lambda one: (one.cost + text_width(tail[one.offset :]), -one.offset)).offset
    return f"{text[: start + best].rstrip()}\n{tail[best:].lstrip()}"
