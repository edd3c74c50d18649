"""Slides of 4:3: as large type in less room, and still nothing torn or cut off."""

from pathlib import Path

import pytest

from briefscript import read_case
from reportgen.planning.deck import Box, Para, overflows, plan_deck
from reportgen.planning.deck.fit import height
from reportgen.planning.facts import Facts
from reportgen.planning.length import Degree, Length
from reportgen.rendering.pptx import read_layouts
from reportgen.themes import Ratio, standard

FIXTURES = Path(__file__).parents[1] / "fixtures" / "deck"
LAYOUTS = read_layouts(standard().template("deck-4x3.pptx"))
WIDTH, HEIGHT = LAYOUTS.width, LAYOUTS.height


def planned(case, degree=Degree.STANDARD):
    brief = read_case((FIXTURES / f"{case}.txt").read_text("utf-8"), case)
    return plan_deck(brief, Facts(), LAYOUTS, Length(degree))


def boxes(slide):
    """All that stands on a slide, by name."""
    for fill in slide.fills:
        yield fill.slot, fill.box or LAYOUTS.slot(slide.layout, fill.slot).box
    for accent in slide.accents:
        yield accent.kind, accent.box
    for one in (slide.table, slide.chart):
        if one is not None:
            yield "table or chart", one.box


@pytest.mark.parametrize("degree", Degree)
@pytest.mark.parametrize("case", ["normal", "nine", "deep", "two", "masks", "short-points"])
def test_nothing_overflows_and_all_stands_on_the_slide(case, degree):
    assert pytest.approx(Ratio.OLD.share) == WIDTH / HEIGHT
    deck = planned(case, degree)
    assert overflows(deck, LAYOUTS) == 0
    for slide in deck.slides:
        for name, box in boxes(slide):
            inside = (
                box.left > -0.1 and box.top > -0.1 and box.right < WIDTH + 0.1 and box.bottom < HEIGHT + 0.1
            )
            assert inside, (slide.layout, name, box)


@pytest.mark.parametrize("case", ["normal", "nine"])
def test_the_heads_of_a_table_stand_on_a_line_each(case):
    tables = [slide.table for slide in planned(case, Degree.FULL).slides if slide.table]
    assert tables
    slot = LAYOUTS.slot("table", "表头样式")
    for table in tables:
        assert sum(table.widths) == pytest.approx(table.box.width)
        for word, width in zip(table.head, table.widths, strict=True):
            one_line = height((Para("序"),), slot, Box(0, 0, width, 0))
            assert height((Para(word),), slot, Box(0, 0, width, 0)) == one_line, word
