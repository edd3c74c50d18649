"""`plan_handout`: from the brief to the handout."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from reportgen.analysis import Excerpt
from reportgen.analysis.segmentation import Vocabulary
from reportgen.planning.facts import Facts, Imprint
from reportgen.planning.handout.flow import original_density
from reportgen.planning.handout.front import HandoutHead, key_measures, plan_front
from reportgen.planning.handout.headings import is_long_title, title_lines
from reportgen.planning.handout.middle import plan_middle
from reportgen.planning.handout.original import plan_original
from reportgen.planning.handout.parts import Front, Handout
from reportgen.planning.handout.sheet import SHEET, Sheet
from reportgen.planning.handout.tasks import plan_tasks
from reportgen.planning.length import STANDARD, Length
from reportgen.planning.places import Places
from reportgen.planning.wording import digest_label

if TYPE_CHECKING:
    from collections.abc import Iterator

    from reportgen.analysis import Brief
    from reportgen.source import Span


def plan_handout(brief: Brief, facts: Facts, sheet: Sheet = SHEET, length: Length = STANDARD) -> Handout:
    """Lay out the handout.

    Args:
        brief: what the speech says.
        facts: what the user knows; wins over the text.
        sheet: page and styles to measure with; `rendering.docx.read_sheet` reads an edited template's.
        length: how much may be said.

    Returns:
        The handout; page 1 is measured to be one page.
    """
    return _plan(brief, facts, replace(sheet, vocabulary=Vocabulary.of(brief.terms)), length)


def _plan(brief: Brief, facts: Facts, sheet: Sheet, length: Length) -> Handout:
    document = brief.document
    imprint = Imprint.of(document, facts)
    lines = title_lines(imprint.title_lines, sheet)
    # 原文 is the speech as it was given: another title on the cover does not change what it was called.
    own = title_lines(imprint.own_title_lines, sheet)
    title = "\n".join(lines)
    head = HandoutHead(title, is_long_title(lines, sheet), imprint.subtitle)
    places = Places.of(document)
    count = len("".join(document.source.text.split()))
    front = plan_front(brief, imprint, head, places, sheet)
    middle = plan_middle(brief, _told(brief, front), places, sheet, length.degree, count)
    tasks = plan_tasks(brief, sheet, length.degree, count)
    original = plan_original(document, places) if length.original else ()
    return Handout(
        title=title,
        title_plain="".join(lines),
        long_title=head.is_long,
        subtitle=imprint.subtitle,
        # They stand above 原文; page 1 has them among its facts.
        byline=imprint.byline if length.original else "",
        date=imprint.date_line if length.original else "",
        label=f"（{digest_label(document.genre)}）",
        front=front,
        digest=middle.digest,
        terms=middle.terms,
        record=middle.record,
        record_turns=middle.record_turns,
        tasks=tasks.rows,
        tasks_note=tasks.note,
        tasks_density=tasks.density,
        original=original,
        original_title="\n".join(own),
        long_original_title=is_long_title(own, sheet),
        digest_density=middle.density,
        original_density=original_density(original, len(own) + 2, sheet),
    )


def _told(brief: Brief, front: Front) -> Iterator[Span]:
    """The places of what page 1 tells."""
    shown = (brief.thesis, *brief.abstract, *key_measures(brief, len(front.measures)))
    for line in shown:
        yield from line.spans if isinstance(line, Excerpt) else ()
