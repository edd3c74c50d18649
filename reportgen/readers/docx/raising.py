"""Superscript: a power keeps its sense as the sign that Unicode has for it; a mark of a note is no text.

Without that 10⁴ is read as 104, and 36条[1] as words of the speaker.
"""

from __future__ import annotations

from dataclasses import replace
from itertools import groupby
from typing import TYPE_CHECKING

from reportgen.readers.docx.printed import Fragment
from reportgen.readers.raised import SUPERSCRIPTS
from reportgen.text.patterns import lazy

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

REFERENCE = "个上标注码"
"""What a mark that points to a note or a list of sources is called where it is counted."""

# Brackets that Word's input methods make wide, and the exponent of a sequence.
_RAISED = SUPERSCRIPTS | str.maketrans("（）i", "⁽⁾ⁱ")
_MAPPED = frozenset(map(chr, _RAISED))
_DEGREE = frozenset("oO○°")
_NUMBERS = r"\d{1,3}(?:\s*[-–—~～,，、;；]\s*\d{1,3})*"
_MARK = lazy(rf"(?:[\[［〔【]\s*[注註]?\s*{_NUMBERS}\s*[\]］〕】]|[①-⑳❶-❿]|[*＊†‡]|[注註]\s*\d{{0,3}})+")
_BRACKETED = lazy(rf"[（(]\s*[注註]?\s*{_NUMBERS}\s*[)）]")


def settled(pieces: Sequence[Fragment]) -> tuple[list[Fragment], int]:
    """Return a paragraph's pieces without superscript, and how many marks of notes were left out.

    Where all of a paragraph is raised, nothing in it is set off, and it is text.
    """
    if not any(piece.look.raised for piece in pieces):
        return list(pieces), 0
    if all(piece.look.raised or not piece.text.strip() for piece in pieces):
        return [_lowered(piece) for piece in pieces], 0
    kept: list[Fragment] = []
    marks = 0
    for raised, group in groupby(pieces, lambda piece: piece.look.raised):
        own = list(group)
        if not raised:
            kept += own
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
        return [_lowered(piece, piece.text.replace(bare, "°")) for piece in own]
    if bare and set(bare) <= _MAPPED:
        return [_lowered(piece, piece.text.translate(_RAISED)) for piece in own]
    return [_lowered(piece) for piece in own]


def _lowered(piece: Fragment, text: str | None = None) -> Fragment:
    return Fragment(piece.text if text is None else text, replace(piece.look, raised=False))


def _end(pieces: Sequence[Fragment]) -> str:
    """The last character that was read; empty where there is none."""
    return next((piece.text[-1] for piece in reversed(pieces) if piece.text), "")
