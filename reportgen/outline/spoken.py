"""What begins as a point does and is none of the speech's: courtesy, and points of somebody quoted."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import replace

from reportgen.outline.candidates import Candidate
from reportgen.outline.courtesy import COURTESY
from reportgen.outline.markers import LAST
from reportgen.outline.paragraphs import Paragraph
from reportgen.outline.speakers import quotes_speaker
from reportgen.text.patterns import lazy

_ORDER = "first-next"
_COURTEOUS = lazy(COURTESY)


def own_points(text: str, rows: Sequence[Paragraph], found: Sequence[Candidate]) -> tuple[Candidate, ...]:
    """Return the candidates that may be points of the speech, in their order.

    A point behind courtesy keeps its place beside the others: 其次 counts as the first one then.
    """
    return tuple(_without_courtesy(text, _without_quoted(text, rows, found)))


def _without_quoted(text: str, rows: Sequence[Paragraph], found: Sequence[Candidate]) -> list[Candidate]:
    """Drop what 某某：第一，…第二，… counts; where no numbering stands above, it may be all there is."""
    firm = next((item.paragraph for item in found if not item.floats), len(rows))
    quoted = {at for at in range(firm, len(rows)) if quotes_speaker(text, rows[at])}
    return [item for item in found if item.paragraph not in quoted]


def _without_courtesy(text: str, found: Sequence[Candidate]) -> Iterator[Candidate]:
    less = 0
    for item in found:
        less = less if item.floats else 0
        if item.name == _ORDER and _COURTEOUS.match(text, item.text_start):
            less = int(item.value == 1)
            continue
        shifts = less and item.name == _ORDER and 1 < item.value < LAST
        yield replace(item, value=item.value - 1) if shifts else item
