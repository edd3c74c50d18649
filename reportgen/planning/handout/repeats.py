"""Whether a line says again what stands beside it already.

A point whose heading is a whole sentence is its own first measure, too: the data holds both, as each is
looked for by others, but a reader who finds the same words twice in a row takes it for a slip.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from reportgen.analysis import Excerpt
from reportgen.planning.wording import shown

if TYPE_CHECKING:
    from reportgen.analysis import Line

_MARKS = "，,。；;：:、！？!?…—“”‘’（）()《》"


def repeats(line: Line, other: Line) -> bool:
    """Whether all that a line says stands in another one: the same passage of the speech, or its words."""
    if isinstance(line, Excerpt) and isinstance(other, Excerpt) and holds(other, line):
        return True
    return stands_in(shown(line), shown(other))


def holds(one: Line, other: Line) -> bool:
    """Whether every piece of a line stands in another."""
    if not isinstance(one, Excerpt) or not isinstance(other, Excerpt):
        return one == other
    return all(any(span in whole for whole in one.spans) for span in other.spans)


def stands_in(text: str, whole: str) -> bool:
    """Whether a text is a run of clauses of another: a piece of a clause may say the contrary of it."""
    words = _squashed(text).strip(_MARKS)
    if not words:
        return True
    # To compile a pattern of the words takes a hundred times as long as to look for them.
    said = f"。{_squashed(whole)}。"
    at = said.find(words)
    while at > 0 and not (said[at - 1] in _MARKS and said[at + len(words)] in _MARKS):
        at = said.find(words, at + 1)
    return at > 0


def begins_with(text: str, whole: str) -> bool:
    """Whether a text begins with all the clauses of another one."""
    words = _squashed(whole).strip(_MARKS)
    said = _squashed(text).lstrip(_MARKS)
    return bool(words) and said.startswith(words) and said[len(words) : len(words) + 1] in {"", *_MARKS}


def _squashed(text: str) -> str:
    return "".join(text.split())
