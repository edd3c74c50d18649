"""Super- and subscript: a power keeps its sense as the sign that Unicode has for it, and so does an index.

Without that 10⁴ is read as 104, CO₂ as CO2, and 36条[1] as words of the speaker.
A raised mark of a note is no text.
"""

from __future__ import annotations

from dataclasses import replace
from itertools import groupby
from typing import TYPE_CHECKING

from reportgen.readers.docx.printed import Fragment
from reportgen.readers.raised import SUPERSCRIPTS, lowered, raised
from reportgen.text.patterns import lazy

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

REFERENCE = "个上标注码"
"""What a mark that points to a note or a list of sources is called where it is counted."""

# Brackets that Word's input methods make wide, and the exponent of a sequence.
_RAISED = SUPERSCRIPTS | str.maketrans("（）i", "⁽⁾ⁱ")
_MAPPED = frozenset(map(chr, _RAISED))
_POWERS = frozenset(raised("0123456789+-"))
_LETTER = lazy(r"[A-Za-zΑ-ω)\]）］]")
_DEGREE = frozenset("oO○°")
_NUMBERS = r"\d{1,3}(?:\s*[-–—~～,，、;；]\s*\d{1,3})*"
_MARK = lazy(rf"(?:[\[［〔【]\s*[注註]?\s*{_NUMBERS}\s*[\]］〕】]|[①-⑳❶-❿]|[*＊†‡]|[注註]\s*\d{{0,3}})+")
_BRACKETED = lazy(rf"[（(]\s*[注註]?\s*{_NUMBERS}\s*[)）]")


def settled(pieces: Sequence[Fragment]) -> tuple[list[Fragment], int]:
    """Return a paragraph's pieces on one line, and how many marks of notes were left out.

    Where all of a paragraph is raised or lowered, nothing in it is set off, and it is text.
    """
    if not any(_is_off(piece) for piece in pieces):
        return list(pieces), 0
    if all(_is_off(piece) or not piece.text.strip() for piece in pieces):
        return [_level(piece) for piece in pieces], 0
    kept: list[Fragment] = []
    marks = 0
    for (high, low), group in groupby(pieces, lambda piece: (piece.look.raised, piece.look.lowered)):
        own = list(group)
        if not high:
            kept += _below(own, _end(kept)) if low else own
            continue
        text = "".join(piece.text for piece in own)
        before = _end(kept)
        if _is_mark(text.strip(), before):
            marks += 1
        else:
            kept += _written(own, text, before)
    return kept, marks


def _is_mark(text: str, before: str) -> bool:
    """Whether superscript is the mark of a note; (2) behind a digit or a letter is a power."""
    if _MARK.fullmatch(text):
        return True
    return bool(_BRACKETED.fullmatch(text)) and not (before.isascii() and before.isalnum())


def _written(own: Iterable[Fragment], text: str, before: str) -> list[Fragment]:
    bare = text.strip()
    if bare in _DEGREE and before.isdecimal():
        return [_level(piece, piece.text.replace(bare, "°")) for piece in own]
    if bare and set(bare) <= _MAPPED:
        return [_level(piece, piece.text.translate(_RAISED)) for piece in own]
    return [_level(piece) for piece in own]


def _below(own: Sequence[Fragment], before: str) -> list[Fragment]:
    """Write what is lowered: an index has a letter, a bracket or a power in front; all else stays."""
    text = "".join(piece.text for piece in own)
    bare = "".join(text.split())
    if not (_LETTER.fullmatch(before) or before in _POWERS) or lowered(bare) == bare:
        return [_level(piece) for piece in own]
    return [_level(piece, "".join(map(lowered, piece.text))) for piece in own]


def _is_off(piece: Fragment) -> bool:
    return piece.look.raised or piece.look.lowered


def _level(piece: Fragment, text: str | None = None) -> Fragment:
    look = replace(piece.look, raised=False, lowered=False)
    return Fragment(piece.text if text is None else text, look)


def _end(pieces: Sequence[Fragment]) -> str:
    """The last character that was read; empty where there is none."""
    return next((piece.text[-1] for piece in reversed(pieces) if piece.text), "")
