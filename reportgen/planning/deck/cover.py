"""The cover: the title, and what is known of the occasion."""

from __future__ import annotations

from reportgen.analysis import Brief
from reportgen.planning.deck.fit import at_some_level, by_sense, first_by_sense, height, in_any_case
from reportgen.planning.deck.slides import Accent, AccentColour, Box, Fill, Layouts, Para, Slide, Slot
from reportgen.planning.facts import Imprint
from reportgen.planning.wording import last_clause, occasion, shown

_BAR = 6.0  # points: the gold bar beside the title


def cover(brief: Brief, imprint: Imprint, layouts: Layouts) -> Slide:
    """The title by sense, its subtitle or the thesis, and what is known of occasion, speaker, unit, date."""
    title = imprint.title
    fills = [_cover_title(title, layouts)]
    slot = layouts.slot("cover", "副标题")
    thesis = shown(brief.thesis) if brief.thesis is not None else ""
    line = next(
        (
            p
            for t in (imprint.subtitle, thesis, last_clause(thesis))
            if t and t not in title and (p := by_sense(t, slot))
        ),
        None,
    )
    if line is not None:
        fills.append(Fill("副标题", (line,)))
    below = _known(imprint, layouts.slot("cover", "落款"))
    if below:
        fills.append(Fill("落款", below))
    return Slide("cover", tuple(fills), () if layouts.is_foreign else (_title_bar(fills[0], layouts),))


def _known(imprint: Imprint, slot: Slot) -> tuple[Para, ...]:
    """Occasion, speaker, unit, date, a line each; where they are too many, unit and speaker share one.

    Where even so there is no room, the occasion gives way: the title names it.
    """
    speaker, unit, date = imprint.speaker, imprint.unit, imprint.date
    who = "\u3000".join(text for text in (unit, speaker) if text)
    # The subtitle stands above these lines already, so only the title's meeting is one of them.
    meeting = occasion(imprint.title)
    for texts in ((meeting, speaker, unit, date), (meeting, who, date), (who, date)):
        paras = at_some_level([text for text in texts if text], slot)
        if paras is not None:
            return paras
    return ()


def _cover_title(title: str, layouts: Layouts) -> Fill:
    slots = [layouts.slot("cover", name) for name in ("标题", "长标题")]
    slot, para = first_by_sense(title, slots) or (slots[-1], in_any_case(title, slots[-1]))
    return Fill(slot.name, (para,))


def _title_bar(fill: Fill, layouts: Layouts) -> Accent:
    slot = layouts.slot("cover", fill.slot)
    tall = height(fill.paras, slot) + 10
    middle = slot.box.top + slot.box.height / 2
    return Accent(Box(slot.box.left - 27, middle - tall / 2, _BAR, tall), AccentColour.SECOND)
