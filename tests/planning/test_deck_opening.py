"""The slides that open a deck: cover, thesis, agenda, the whole on one page."""

from itertools import pairwise

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from briefscript import read_brief, read_case
from deckcheck import LAYOUTS, row_of, slides, text_of
from reportgen.planning.deck import plan_deck
from reportgen.planning.facts import Facts
from reportgen.text.numerals import han_number

HEAD = "T 在全县防汛工作会议上的讲话\nP 要坚持生命至上，全力打赢防汛硬仗。\n"
THESIS = "X 要坚持生命至上，全力打赢防汛硬仗\n"


def deck_of(script, **facts):
    return plan_deck(read_brief(script), Facts(**facts), LAYOUTS)


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
    assert slide.notes == ("要坚持生命至上，全力打赢防汛硬仗。",)


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


@pytest.mark.parametrize(
    ("heading", "lines"),
    [
        ("压实责任", ["压实责任"]),
        ("压实责任，做到守土有责", ["压实责任", "做到守土有责"]),
        ("严格落实“三管三必须”要求", ["严格落实“三管三必须”要求"]),
        (
            "全面推进安全生产责任落实，确保人民生命财产安全",
            ["全面推进安全生产责任落实", "确保人民生命财产安全"],
        ),
    ],
)
def test_an_entry_of_the_agenda_has_its_second_clause_below_the_first(heading, lines):
    slide = first(HEAD + sections(heading, "加强值守"), "agenda")
    assert text_of(slide, "条目1").split("\n") == lines


def test_a_long_heading_of_the_agenda_is_whole_all_the_same():
    heading = "坚持把防汛抗旱作为当前工作的重中之重切实抓紧抓实抓出成效确保安全度汛"
    entry = text_of(first(HEAD + sections(heading), "agenda"), "条目1")
    assert entry.replace("\n", "") == heading


@settings(max_examples=15)
@given(st.integers(1, 40))
def test_every_section_stands_on_the_agenda_once_with_its_number(count):
    found = slides(deck_of(HEAD + sections(*(f"抓好第{n}件事" for n in range(count)))), "agenda")
    numbers = [number for slide in found for number in row_of(slide, "序号").values()]
    entries = [entry for slide in found for entry in row_of(slide, "条目").values()]
    assert entries == [f"抓好第{n}件事" for n in range(count)]
    assert numbers == [han_number(n) for n in range(1, count + 1)]
    sizes = [len(row_of(slide, "条目")) for slide in found]
    assert max(sizes) - min(sizes) <= 1


def test_the_agenda_numbers_sections_as_the_speech_does():
    rows = "1 第三，|压实责任|抓好。\n1 第四，|加强值守|抓好。\n1 |强化保障|抓好。\n"
    assert list(row_of(first(HEAD + rows, "agenda"), "序号").values()) == ["三", "四", "三"]


def points_of(slide):
    """The points of the whole on one page, column by column."""
    wide = sum(fill.slot.startswith("部分") for fill in slide.fills)
    columns = [[] for _ in range(wide)]
    boxes = {fill.slot: fill.box for fill in slide.fills if fill.box}
    heads = sorted(boxes[f"部分{n + 1}"].left for n in range(wide))
    for number, text in row_of(slide, "点").items():
        columns[heads.index(boxes[f"点{number}"].left)].append(text)
    return columns


def test_the_whole_on_one_page_has_each_point_below_its_section():
    slide = first(HEAD + sections("压实责任，守土有责", "加强值守", points=3), "overview")
    assert list(row_of(slide, "部分").values()) == ["一、压实责任", "二、加强值守"]
    assert points_of(slide) == [[f"{n}  落实第{n}项任务" for n in (1, 2, 3)]] * 2


def test_above_it_stands_the_thesis_else_the_title():
    rows = sections("压实责任", "加强值守", points=2)
    assert text_of(first(HEAD + rows + THESIS, "overview"), "总题") == "要坚持生命至上，全力打赢防汛硬仗"
    assert text_of(first(HEAD + rows, "overview"), "总题") == "在全县防汛工作会议上的讲话"


def test_of_more_points_than_a_column_holds_the_last_one_says_how_many():
    slide = first(HEAD + sections("压实责任", "加强值守", points=12), "overview")
    for column in points_of(slide):
        assert len(column) <= 8
        assert column[-1] == "……共 12 点"
        assert column[:-1] == [f"{n}  落实第{n}项任务" for n in range(1, len(column))]


@pytest.mark.parametrize(
    ("script", "there"),
    [
        (sections("压实责任", points=3), False),
        (sections("压实责任", "加强值守"), False),
        (sections("压实责任", "加强值守", points=1), True),
        (sections("甲", points=2) + "1 二、|乙|抓好。\n", True),
        (sections("甲", points=2) + "1 二、|乙|抓好。\n1 三、|丙|抓好。\n", False),
    ],
)
def test_it_is_there_where_it_says_more_than_the_agenda(script, there):
    assert (first(HEAD + script, "overview") is not None) is there


@settings(max_examples=10)
@given(st.integers(2, 14), st.integers(1, 10))
def test_every_section_stands_on_one_of_its_pages_and_none_is_crowded(count, points):
    found = slides(
        deck_of(HEAD + sections(*(f"抓好第{n}件事" for n in range(count)), points=points)), "overview"
    )
    heads = [head for slide in found for head in row_of(slide, "部分").values()]
    assert heads == [f"{han_number(n + 1)}、抓好第{n}件事" for n in range(count)]
    assert all(len(row_of(slide, "部分")) <= 5 for slide in found)
    continued = ["（续）" in text_of(slide, "标题") for slide in found]
    assert continued == [number > 0 for number in range(len(found))]


def test_a_speech_without_sections_has_its_abstract_instead_of_an_agenda():
    script = "T 在会上的讲话\nP 要坚持生命至上。要压实责任。\nA 要坚持生命至上\nA 要压实责任\n"
    deck = deck_of(script)
    assert not slides(deck, "agenda")
    (slide,) = slides(deck, "list")
    assert text_of(slide, "标题") == "内容摘要"
    assert row_of(slide, "条") == {1: "要坚持生命至上", 2: "要压实责任"}


def test_a_number_of_the_introduction_stands_beside_the_thesis():
    said = "今年全县投入防汛资金3600万元。要坚持生命至上，全力打赢防汛硬仗。"
    text = f"在会上的讲话\n\n{said}\n一、抓责任\n压实责任。\n"
    (slide,) = slides(plan_deck(read_case(text), Facts(), LAYOUTS), "thesis")
    assert text_of(slide, "数字") == "3600万元"
    assert text_of(slide, "数字说明").replace("\n", "") == "今年全县投入防汛资金3600万元"


@pytest.mark.parametrize("clause", ["比上年增长7.7%。", "占全县总数的62%。", "其中女性占38%。"])
def test_a_number_that_says_not_of_what_does_not(clause):
    text = f"在会上的讲话\n\n要坚持生命至上，全力打赢防汛硬仗。{clause}\n一、抓落实\n压实责任。\n"
    (slide,) = slides(plan_deck(read_case(text), Facts(), LAYOUTS), "thesis")
    assert text_of(slide, "数字") is None


SECTION = "在会上的讲话\n\n要坚持生命至上，全力打赢防汛硬仗。\n一、抓保障\n今年全县投入防汛资金3600万元。"


def test_where_no_slide_has_the_numbers_the_first_stands_beside_the_thesis_and_in_the_notes():
    (slide,) = slides(plan_deck(read_case(SECTION + "\n"), Facts(), LAYOUTS), "thesis")
    assert text_of(slide, "数字") == "3600万元"
    assert slide.notes[-1] == "今年全县投入防汛资金3600万元。"


def test_where_a_slide_has_them_those_of_sections_stand_there_only():
    more = "转移群众12万人。筹集救灾款物2.3亿元。挽回损失5亿元。"
    deck = plan_deck(read_case(f"{SECTION}{more}\n"), Facts(), LAYOUTS)
    assert text_of(slides(deck, "thesis")[0], "数字") is None
    assert list(row_of(slides(deck, "figures")[0], "数值").values()) == ["3600万元", "2.3亿元", "5亿元"]


def test_a_contrast_too_wide_for_its_place_has_both_numbers_beside_it():
    said = "要坚持精准方略，坚决打赢硬仗。全县贫困发生率由8.1%下降到0.6%。"
    text = f"在会上的讲话\n\n{said}\n一、抓落实\n抓好落实。\n"
    (slide,) = slides(plan_deck(read_case(text), Facts(), LAYOUTS), "thesis")
    assert text_of(slide, "数字") == "0.6%"
    assert text_of(slide, "数字说明").replace("\n", "") == "全县贫困发生率由8.1%下降到0.6%"
