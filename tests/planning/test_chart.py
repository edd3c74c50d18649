"""A series as a chart: its numbers as they stand, in their order; none where one is not certain."""

import pytest

from deckcheck import LAYOUTS, slides, text_of
from deckplans import SPEECHES, deck_of, read_brief_of, under
from reportgen.planning.deck.chart import charts
from speech import brief_of

SAID = "2022年增长5.1%，2023年增长6.2%，2024年增长7.3%。"
REST = "要压实责任，严格考核。要定期通报，及时解决问题。"


def charts_of(said):
    return list(charts(brief_of(under(f"一、抓生产\n{said}\n二、抓落实\n{REST}")), LAYOUTS))


def test_a_series_of_three_values_is_a_chart_with_the_sentence_it_stands_in():
    (slide,) = charts_of(SAID)
    assert slide.chart.values == (5.1, 6.2, 7.3)
    assert slide.chart.texts == ("5.1", "6.2", "7.3")
    assert (slide.chart.labels[-1], slide.chart.unit) == ("2024年", "%")
    assert text_of(slide, "数值1") == "7.3%"
    assert "2023年增长6.2%" in text_of(slide, "来源")


@pytest.mark.parametrize(
    "said",
    [
        "甲镇、乙镇分别完成3个、5个。",
        "全县粮食产量34.6万吨，完成投资85亿元，新增就业1200人。",
        "甲镇、乙镇、丙镇分别完成3个、5个。",
        "要建立生产台账，按月调度进度。",
    ],
)
def test_two_values_different_things_and_a_gap_are_none(said):
    assert charts_of(said) == []


def test_the_deck_shows_it_and_calls_it_once():
    deck = deck_of(under(f"一、抓生产\n{SAID}\n二、抓落实\n{REST}"))
    assert len(slides(deck, "chart")) == 1


@pytest.mark.parametrize("name", SPEECHES)
def test_every_number_of_a_chart_stands_in_the_speech(name):
    brief = read_brief_of(name)
    found = list(charts(brief, LAYOUTS))
    assert len(found) <= 2
    for slide in found:
        assert all(text in brief.document.source.text for text in slide.chart.texts)
        assert len(slide.chart.labels) == len(slide.chart.values) == len(slide.chart.texts) >= 3
