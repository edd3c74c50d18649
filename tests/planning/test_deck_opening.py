"""The slides that open a deck: the cover and the thesis."""

from itertools import pairwise

import pytest

from briefscript import read_brief, read_case
from deckcheck import LAYOUTS, row_of, slides, text_of
from reportgen.planning.deck import plan_deck
from reportgen.planning.facts import Facts
from reportgen.planning.length import Degree, Length
from reportgen.text.numerals import han_number

HEAD = "T 在全县防汛工作会议上的讲话\nP 要坚持生命至上，全力打赢防汛硬仗。\n"
THESIS = "X 要坚持生命至上，全力打赢防汛硬仗\n"


FULL = Length(Degree.FULL)
"""A deck of this length has its thesis on a slide besides the whole on one page."""


def deck_of(script, **facts):
    return plan_deck(read_brief(script), Facts(**facts), LAYOUTS, FULL)


def first(script, layout, **facts):
    return next(iter(slides(deck_of(script, **facts), layout)), None)


def sections(*headings, points=0):
    rows = []
    for number, heading in enumerate(headings, 1):
        rows.append(f"1 {han_number(number)}、|{heading}|抓好各项工作。")
        rows += [f"2 {han_number(n)}是|落实第{n}项任务|要抓好。" for n in range(1, points + 1)]
    return "\n".join(rows) + "\n"


@pytest.mark.parametrize(
    ("title", "slot"),
    [
        ("在会上的讲话", "标题"),
        ("在全县防汛工作会议上的讲话", "标题"),
        ("在县委理论学习中心组专题学习研讨会暨领导干部读书班结业式上的交流发言", "标题"),
        ("关于进一步优化营商环境推动民营经济高质量发展若干政策措施落实情况的报告" * 2, "长标题"),
    ],
)
def test_the_title_takes_the_larger_type_that_holds_it(title, slot):
    cover = first(f"T {title}\nP 我讲三点。\n", "cover")
    assert text_of(cover, slot).replace("\n", "") == title
    assert {text_of(cover, name) for name in ("标题", "长标题")} == {text_of(cover, slot), None}


@pytest.mark.parametrize(
    ("more", "line"),
    [
        ("U ——2024年防汛动员\n" + THESIS, "——2024年防汛动员"),
        (THESIS, "要坚持生命至上，全力打赢防汛硬仗"),
        ("", None),
        ("E 打赢硬仗\n", "打赢硬仗〔编者加〕"),
    ],
)
def test_under_the_title_stands_its_subtitle_else_the_thesis(more, line):
    under = text_of(first(HEAD + more, "cover"), "副标题")
    assert (under and under.replace("\n", "")) == line


def test_a_thesis_that_the_title_says_is_not_said_again():
    script = "T 在全县防汛工作会议上的讲话\nP 在全县防汛工作会议上。\nX 全县防汛工作会议\n"
    assert text_of(first(script, "cover"), "副标题") is None


@pytest.mark.parametrize(
    ("facts", "lines"),
    [
        ({}, ["全县防汛工作会议"]),
        ({"speaker": "张三"}, ["全县防汛工作会议", "张三"]),
        ({"unit": "县政府"}, ["全县防汛工作会议", "县政府"]),
        ({"date": "2024年3月5日"}, ["全县防汛工作会议", "2024年3月5日"]),
        (
            {"speaker": "张三", "unit": "县政府", "date": "2024年3月5日"},
            ["全县防汛工作会议", "县政府\u3000张三", "2024年3月5日"],
        ),
    ],
)
def test_what_is_known_of_the_occasion_has_a_line_each_as_far_as_there_is_room(facts, lines):
    assert text_of(first(HEAD, "cover", **facts), "落款").split("\n") == lines


def test_without_room_the_occasion_gives_way_and_speaker_and_date_stay():
    long = "在" + "全县防汛抗旱暨森林防火工作" * 4 + "会议上的讲话"
    known = text_of(
        first(f"T {long}\nP 讲话。\n", "cover", speaker="张三", unit="县人民政府办公室" * 4, date="2024年"),
        "落款",
    )
    assert known.split("\n") == ["县人民政府办公室" * 4 + "\u3000张三", "2024年"]


def test_the_thesis_stands_with_its_place_and_the_introduction_in_the_notes():
    slide = first(HEAD + sections("压实责任", "加强值守") + THESIS, "thesis")
    assert text_of(slide, "要义").replace("\n", "") == "要坚持生命至上，全力打赢防汛硬仗"
    assert text_of(slide, "出处") == "——讲话导语"
    assert slide.notes[1:] == ("要坚持生命至上，全力打赢防汛硬仗。",)


def test_an_editors_thesis_bears_his_mark_and_has_no_place():
    slide = first(HEAD + "E 打赢硬仗\n", "thesis")
    assert text_of(slide, "要义") == "打赢硬仗〔编者加〕"
    assert text_of(slide, "出处") is None


def test_a_speech_without_a_thesis_has_no_slide_for_one():
    assert first(HEAD + sections("压实责任"), "thesis") is None


@pytest.mark.parametrize(
    ("headings", "pillars"),
    [
        (["压实责任"], []),
        (["压实责任", "加强值守"], ["压实责任", "加强值守"]),
        (["压实责任，做到守土有责", "加强值守"], ["压实责任", "加强值守"]),
        (list("甲乙丙丁"), list("甲乙丙丁")),
        (list("甲乙丙丁戊"), []),
    ],
)
def test_two_to_four_sections_stand_under_the_thesis_as_its_pillars(headings, pillars):
    slide = first(HEAD + sections(*headings) + THESIS, "thesis")
    assert list(row_of(slide, "支柱").values()) == pillars


def test_pillars_stand_side_by_side_and_are_alike():
    slide = first(HEAD + sections("压实责任", "加强值守，确保信息畅通", "强化保障") + THESIS, "thesis")
    boxes = [fill.box for fill in slide.fills if fill.slot.startswith("支柱")]
    assert len({(box.top, box.height, round(box.width, 3)) for box in boxes}) == 1
    assert all(one.right < two.left for one, two in pairwise(boxes))


def test_a_number_of_the_introduction_stands_beside_the_thesis():
    said = "今年全县投入防汛资金3600万元。要坚持生命至上，全力打赢防汛硬仗。"
    text = f"在会上的讲话\n\n{said}\n一、抓责任\n压实责任。\n"
    (slide,) = slides(plan_deck(read_case(text), Facts(), LAYOUTS, FULL), "thesis")
    assert text_of(slide, "数字") == "3600万元"
    assert text_of(slide, "数字说明").replace("\n", "") == "今年全县投入防汛资金3600万元"


@pytest.mark.parametrize("clause", ["比上年增长7.7%。", "占全县总数的62%。", "其中女性占38%。"])
def test_a_number_that_says_not_of_what_does_not(clause):
    text = f"在会上的讲话\n\n要坚持生命至上，全力打赢防汛硬仗。{clause}\n一、抓落实\n压实责任。\n"
    (slide,) = slides(plan_deck(read_case(text), Facts(), LAYOUTS, FULL), "thesis")
    assert text_of(slide, "数字") is None


SECTION = "在会上的讲话\n\n要坚持生命至上，全力打赢防汛硬仗。\n一、抓保障\n今年全县投入防汛资金3600万元。"


def test_where_no_slide_has_the_numbers_the_first_stands_beside_the_thesis_and_in_the_notes():
    (slide,) = slides(plan_deck(read_case(SECTION + "\n"), Facts(), LAYOUTS, FULL), "thesis")
    assert text_of(slide, "数字") == "3600万元"
    assert slide.notes[-1] == "今年全县投入防汛资金3600万元。"


def test_where_a_slide_has_them_those_of_sections_stand_there_only():
    more = "转移群众12万人。筹集救灾款物2.3亿元。挽回损失5亿元。"
    deck = plan_deck(read_case(f"{SECTION}{more}\n"), Facts(), LAYOUTS, FULL)
    assert text_of(slides(deck, "thesis")[0], "数字") is None
    assert list(row_of(slides(deck, "numbers")[0], "数值").values()) == ["3600万元", "2.3亿元", "5亿元"]


def test_a_contrast_too_wide_for_its_place_has_both_numbers_beside_it():
    said = "要坚持精准方略，坚决打赢硬仗。全县贫困发生率由8.1%下降到0.6%。"
    text = f"在会上的讲话\n\n{said}\n一、抓落实\n抓好落实。\n"
    (slide,) = slides(plan_deck(read_case(text), Facts(), LAYOUTS, FULL), "thesis")
    assert text_of(slide, "数字") == "0.6%"
    assert text_of(slide, "数字说明").replace("\n", "") == "全县贫困发生率由8.1%下降到0.6%"
