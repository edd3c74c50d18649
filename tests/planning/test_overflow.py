"""What overflows is counted: boxes too small for their words, rows and tables too low."""

from dataclasses import replace

import pytest

from briefscript import read_brief
from deckcheck import LAYOUTS
from deckplans import deck_of, under
from reportgen.planning.deck import Box, Deck, Fill, Para, Slide, overflows
from reportgen.planning.deck.checklist import checklist

HEAD = "T 在会上的讲话\nP 我讲三点。\n"


def deck(*slides):
    return Deck("在会上的讲话", slides)


def test_a_deck_whose_words_fit_overflows_nowhere():
    assert overflows(deck_of(under("一、抓项目\n要建立台账。\n二、抓落实\n要定期通报。")), LAYOUTS) == 0
    assert overflows(deck(), LAYOUTS) == 0


@pytest.mark.parametrize(
    ("text", "box", "count"),
    [
        ("抓项目", None, 0),
        ("抓项目" * 60, None, 1),
        ("抓\n项\n目\n抓\n落\n实", None, 1),
        ("抓项目", Box(0, 0, 600, 10), 1),
        ("抓项目" * 60, Box(0, 0, 600, 900), 0),
    ],
)
def test_a_box_too_small_for_its_words_is_counted(text, box, count):
    slide = Slide("list", (Fill("标题", (Para(text),), box),))
    assert overflows(deck(slide), LAYOUTS) == count
    assert overflows(deck(slide, slide), LAYOUTS) == 2 * count


def test_a_row_too_low_for_its_words_and_a_table_too_tall_for_its_box_are_counted():
    (good,) = checklist(read_brief(HEAD + "1 一、|抓项目|建立台账。|建立台账\n"), LAYOUTS)
    assert overflows(deck(good), LAYOUTS) == 0
    table = good.table
    low = replace(table, rows=(("1", "抓项目", "建立台账" * 60, "", ""),))
    assert overflows(deck(replace(good, table=low)), LAYOUTS) == 1
    flat = replace(table, box=replace(table.box, height=table.box.height - 5))
    assert overflows(deck(replace(good, table=flat)), LAYOUTS) == 1
