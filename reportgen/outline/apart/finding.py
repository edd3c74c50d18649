"""The ordered table of rules for what is not the speech.

Each rule sees the paragraphs that the rules before it have left. When unsure, it is the speech: what a rule
would take is left where it stands if hardly anything else remained.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence

from reportgen.outline.apart.back import appended, attached, notes, questions, repeated, site
from reportgen.outline.apart.blocks import Apart, ApartKind, Rule, length
from reportgen.outline.apart.chat import chat
from reportgen.outline.apart.forms import form_fields, form_tail
from reportgen.outline.apart.front import announced, attendance, forwarding, lead, newsfront
from reportgen.outline.apart.furniture import credits_behind, furniture, furniture_inside, tables
from reportgen.outline.paragraphs import Paragraph, paragraphs
from reportgen.source import Source

LEAST_LEFT = 1 / 3
"""Share of the characters that must remain for a block to be believed; in a file of two papers of equal
weight nobody can tell which one is meant, and a short forwarding note is never most of a file."""

RULES: tuple[tuple[ApartKind, Rule], ...] = (
    (ApartKind.TABLE, tables),
    (ApartKind.FURNITURE, furniture),
    (ApartKind.CHAT, chat),
    (ApartKind.SITE, site),
    (ApartKind.CREDIT, credits_behind),
    (ApartKind.FURNITURE, furniture_inside),
    (ApartKind.FORM, form_fields),
    (ApartKind.FORWARDING, forwarding),
    (ApartKind.NEWS, announced),
    (ApartKind.NEWS, newsfront),
    (ApartKind.LEAD, lead),
    (ApartKind.ATTENDANCE, attendance),
    (ApartKind.ATTACHMENT, attached),
    (ApartKind.DOCUMENT, appended),
    (ApartKind.NOTES, notes),
    (ApartKind.QUESTIONS, questions),
    (ApartKind.REPEATED, repeated),
    (ApartKind.FORM, form_tail),
    (ApartKind.CREDIT, credits_behind),
)


def set_apart(source: Source) -> tuple[tuple[Apart, ...], tuple[Paragraph, ...]]:
    """Return the blocks of a source that are not the speech, in their order, and the paragraphs that are."""
    whole = rows = paragraphs(source)
    kinds: dict[int, ApartKind] = {}
    for kind, rule in RULES:
        taken = rule(source.text, rows)
        left = tuple(row for at, row in enumerate(rows) if at not in taken)
        if taken and length(left) >= LEAST_LEFT * length(rows):
            kinds |= {rows[at].start: kind for at in taken}
            rows = left
    return tuple(_blocks(source, whole, kinds)), rows


def _blocks(source: Source, rows: Sequence[Paragraph], kinds: Mapping[int, ApartKind]) -> Iterator[Apart]:
    """Put neighbours of one kind together."""
    run: list[Paragraph] = []
    for row in (*rows, None):
        kind = kinds.get(row.start) if row else None
        if run and kind is not kinds[run[0].start]:
            yield Apart(kinds[run[0].start], tuple(source.passage(one.start, one.end) for one in run))
            run = []
        if row and kind:
            run.append(row)
