"""`plan_handout`: from the brief to the handout."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from reportgen.analysis.segmentation import Vocabulary
from reportgen.planning.breaks import break_heading
from reportgen.planning.facts import Facts, Imprint
from reportgen.planning.handout.digest import plan_digest
from reportgen.planning.handout.flow import digest_density, original_density
from reportgen.planning.handout.front import HandoutHead, plan_front
from reportgen.planning.handout.headings import is_long_title, title_lines
from reportgen.planning.handout.original import plan_original
from reportgen.planning.handout.parts import Handout
from reportgen.planning.handout.sheet import SHEET, Sheet
from reportgen.planning.handout.tasks import plan_tasks, plan_terms
from reportgen.planning.length import STANDARD, Length
from reportgen.planning.lines import text_width, with_gaps
from reportgen.planning.places import Places
from reportgen.planning.wording import digest_label

if TYPE_CHECKING:
    from reportgen.analysis import Brief


_SUBTITLE_SPARE = 0.5  # em of a line


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
    return _plan(brief, facts, replace(sheet, vocabulary=Vocabulary.of(brief.terms)))


def _plan(brief: Brief, facts: Facts, sheet: Sheet) -> Handout:
    document = brief.document
    imprint = Imprint.of(document, facts)
    lines = title_lines(imprint.title_lines, sheet)
    # 原文 is the speech as it was given: another title on the cover does not change what it was called.
    own = title_lines(imprint.own_title_lines, sheet)
    title = "\n".join(lines)
    subtitle = _subtitle(imprint.subtitle, sheet)
    head = HandoutHead(title, is_long_title(lines, sheet), subtitle)
    places = Places.of(document)
    digest, terms = plan_digest(brief, places, sheet), plan_terms(brief, places)
    original = plan_original(document, places, sheet)
    return Handout(
        title=title,
        title_plain="".join(lines),
        long_title=head.is_long,
        subtitle=subtitle,
        byline=imprint.byline,
        date=imprint.date_line,
        label=f"（{digest_label(document.genre)}）",
        front=plan_front(brief, imprint, head, places, sheet),
        digest=digest,
        terms=terms,
        task_pages=plan_tasks(brief, sheet),
        original=original,
        original_title="\n".join(own),
        long_original_title=is_long_title(own, sheet),
        digest_density=digest_density(digest, terms, sheet),
        original_density=original_density(original, len(own) + 1, sheet),
    )


def _subtitle(text: str, sheet: Sheet) -> str:
    """The subtitle in lines by sense; room is kept for the gaps around its digits."""
    gaps = text_width(with_gaps(text)) - text_width(text)
    room = sheet.line("Subtitle") - _SUBTITLE_SPARE - gaps
    return "\n".join(break_heading(text, room, sheet.vocabulary))
