"""A series as a chart: its numbers as they stand, in their order; none where one is not certain."""

import pytest

from deckcheck import LAYOUTS, slides, text_of, title_of
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


@pytest.mark.parametrize(
    ("said", "main", "large"),
    [
        ("老年人占41%，残疾人占33%，未成年人占12%。", 0, "41%"),
        ("甲镇、乙镇、丙镇分别增长3.1%、5.2%、4.4%。", 1, "5.2%"),
        ("2022年增长5.1%，2023年增长6.2%，2024年增长5.3%。", 2, "5.3%"),
        ("2024年、2023年、2022年产量分别为30吨、40吨、50吨。", 0, "30吨"),
        ("前年、去年、今年产量分别为50吨、40吨、30吨。", 2, "30吨"),
        ("一季度增长5.1%，二季度增长6.2%，三季度增长5.3%。", 2, "5.3%"),
    ],
)
def test_the_latest_value_stands_out_and_of_parts_the_largest(said, main, large):
    (slide,) = charts_of(said)
    assert slide.chart.main == main
    assert text_of(slide, "数值1") == large
    assert text_of(slide, "说明1") == slide.chart.labels[main]


@pytest.mark.parametrize(
    ("said", "title"),
    [
        ("全县低保对象中，老年人占41%，残疾人占33%，未成年人占12%。", "全县低保对象"),
        ("2021年、2022年、2023年全县粮食产量分别为30万吨、32万吨、35万吨。", "全县粮食产量"),
        ("老年人占41%，残疾人占33%，未成年人占12%。", "数据对比"),
        (
            "全县城乡低保对象和特困供养对象及其家庭成员中，老年人占41%，残疾人占33%，未成年人占12%。",
            "数据对比",
        ),
    ],
)
def test_it_is_called_by_what_all_values_are_of_where_the_sentence_says_it_in_few_words(said, title):
    (slide,) = charts_of(said)
    assert title_of(slide) == title


@pytest.mark.parametrize("name", SPEECHES)
def test_every_number_of_a_chart_stands_in_the_speech(name):
    brief = read_brief_of(name)
    found = list(charts(brief, LAYOUTS))
    assert len(found) <= 2
    for slide in found:
        assert all(text in brief.document.source.text for text in slide.chart.texts)
        assert len(slide.chart.labels) == len(slide.chart.values) == len(slide.chart.texts) >= 3
