"""The slides of a section: divider, cards, a slide for what no card holds, lists; and how much each says."""

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from briefscript import read_brief, read_case
from deckcheck import LAYOUTS, faults, row_of, slides, text_of
from reportgen.planning.deck import Extent, plan_deck
from reportgen.planning.facts import Facts

RESPONSIBLE = "1 一、|压实责任||\n"
HEAD = "T 在全县防汛工作会议上的讲话\nP 我讲三点。\n"
LONG = "完善预警信息发布和转移避险工作机制，把责任落实到岗到人"


def deck_of(script):
    return plan_deck(read_brief(HEAD + script), Facts(), LAYOUTS)


def only(script, layout):
    (slide,) = slides(deck_of(script), layout)
    return slide


def point(number, heading, *measures, goal="", level=2):
    text = "；".join([*measures, goal] if goal else measures)
    return f"{level} （{number}）|{heading}|{text}。|{'；'.join(measures)}|{goal}\n"


@pytest.mark.parametrize(
    ("heading", "title", "under"),
    [
        ("压实责任", "压实责任", None),
        ("压实责任，做到守土有责", "压实责任", "做到守土有责"),
        ("以练促战，做到守土有责、守土负责", "以练促战", "做到守土有责、守土负责"),
        ("新增就业1,200人", "新增就业1,200人", None),
    ],
)
def test_a_divider_has_the_headings_second_clause_below_the_first(heading, title, under):
    slide = only(f"1 一、|{heading}|抓好。\n", "section")
    assert text_of(slide, "标题").replace("\n", "") == title
    assert text_of(slide, "副标题") == under


@pytest.mark.parametrize(
    ("marker", "number", "slot"),
    [
        ("一、", "一", "序数"),
        ("第三，", "三", "序数"),
        ("十一、", "十一", "长序数"),
        ("", "一", "序数"),
        ("二十一、", "21", "长序数"),
    ],
)
def test_a_divider_bears_the_number_that_the_speech_gives(marker, number, slot):
    assert text_of(only(f"1 {marker}|压实责任|抓好。\n", "section"), slot) == number


def test_the_sections_own_words_stand_on_its_divider_as_far_as_they_fit():
    lead = "防汛工作责任重于泰山，事关人民群众生命财产安全。"
    points = point("一", "抓值守", "建立台账") + point("二", "抓演练", "组织演练")
    slide = only(f"1 一、|压实责任|{lead}|\n{points}", "section")
    assert text_of(slide, "导语") == lead.rstrip("。")
    endless = only(f"1 一、|压实责任|{lead * 40}|\n{points}", "section")
    assert text_of(endless, "导语") is None
    assert lead * 40 in "".join(endless.notes)


@pytest.mark.parametrize("count", range(2, 7))
def test_so_many_points_so_many_cards(count):
    script = RESPONSIBLE + "".join(
        point(n, f"抓好第{n}件", f"建立第{n}本台账") for n in "一二三四五六"[:count]
    )
    slide = only(script, f"cards-{count}")
    assert list(row_of(slide, "标记").values()) == [f"（{n}）" for n in "一二三四五六"[:count]]
    assert list(row_of(slide, "卡题").values()) == [f"抓好第{n}件" for n in "一二三四五六"[:count]]
    assert list(row_of(slide, "卡片").values()) == [f"建立第{n}本台账" for n in "一二三四五六"[:count]]


@pytest.mark.parametrize(("count", "sizes"), [(7, [4, 3]), (8, [4, 4]), (12, [6, 6]), (13, [4, 5, 4])])
def test_more_points_than_six_share_slides_alike_and_the_later_ones_say_so(count, sizes):
    script = RESPONSIBLE + "".join(point(n, f"抓好第{n}件", "建立台账") for n in range(1, count + 1))
    found = [slide for slide in deck_of(script).slides if slide.layout.startswith("cards")]
    assert [len(row_of(slide, "卡题")) for slide in found] == sizes
    assert ["（续）" in text_of(slide, "标题") for slide in found] == [False] + [True] * (len(sizes) - 1)


def test_a_card_says_measures_and_below_them_their_goal():
    script = RESPONSIBLE + point("一", "抓值守", "建立台账", "定期通报", goal="让群众放心")
    slide = only(script + point("二", "抓演练", "组织演练"), "cards-2")
    (card,) = [fill for fill in slide.fills if fill.slot == "卡片1"]
    assert [(para.text, para.level) for para in card.paras] == [
        ("建立台账", 0),
        ("定期通报", 0),
        ("让群众放心", 1),
    ]


def test_what_a_card_cannot_say_in_full_stands_on_a_slide_of_its_own():
    many = [f"{LONG}第{n}项" for n in range(9)]
    deck = deck_of(RESPONSIBLE + point("一", "抓值守", *many) + point("二", "抓演练", "组织演练"))
    (cards,), details = slides(deck, "cards-2"), slides(deck, "detail")
    assert len(next(fill for fill in cards.fills if fill.slot == "卡片1").paras) <= 4
    assert [text for slide in details for text in row_of(slide, "条").values()] == many
    assert {text_of(slide, "标题") for slide in details} == {"抓值守"}
    assert text_of(details[0], "位置") == "一 · （一）"


def test_headings_too_long_for_cards_stand_whole_on_slides_all_the_same():
    headings = [f"{LONG}，{LONG}，做到第{n}件事情有人管、有人问、有结果" for n in "一二"]
    points = "".join(point(n, heading, "建立台账") for n, heading in zip("一二", headings, strict=True))
    script = RESPONSIBLE + points
    deck = deck_of(script)
    shown = "".join(para.text for slide in deck.slides for fill in slide.fills for para in fill.paras)
    assert all(heading in shown.replace("\n", "") for heading in headings)
    assert list(faults(read_brief(HEAD + script), deck)) == []


def test_a_point_alone_has_a_slide_and_no_card():
    deck = deck_of(RESPONSIBLE + point("一", "抓值守", "建立台账", "定期通报", "严格考核", goal="让群众放心"))
    assert not [slide for slide in deck.slides if slide.layout.startswith("cards")]
    (slide,) = slides(deck, "detail")
    assert row_of(slide, "条") == {1: "建立台账", 2: "定期通报", 3: "严格考核"}
    assert (text_of(slide, "目标标签"), text_of(slide, "目标")) == ("目标要求", "让群众放心")


def test_of_two_measures_the_goal_stands_among_the_rows():
    slide = only(RESPONSIBLE + point("一", "抓值守", "建立台账", goal="让群众放心"), "detail")
    assert row_of(slide, "条") == {1: "建立台账", 2: "让群众放心"}
    assert text_of(slide, "目标") is None


def test_goals_without_room_beside_their_point_have_a_slide_of_their_own():
    goal = "让" + "广大人民群众有更多获得感幸福感安全感" * 9
    script = RESPONSIBLE + point("一", "抓值守", "建立台账", "定期通报", "严格考核", goal=goal)
    (slide,) = slides(deck_of(script), "list")
    assert text_of(slide, "标题") == "目标要求"
    assert text_of(slide, "标题旁注") == "抓值守"
    assert row_of(slide, "条") == {1: goal}


def test_a_section_without_points_has_its_measures_in_rows():
    slide = only("1 一、|压实责任，守土有责|建立台账；定期通报。|建立台账；定期通报\n", "list")
    assert (text_of(slide, "标题"), text_of(slide, "标题旁注")) == ("压实责任", "守土有责")
    assert row_of(slide, "条") == {1: "建立台账", 2: "定期通报"}
    assert row_of(slide, "圆号") == {1: "1", 2: "2"}
    assert slide.footer == "一、压实责任"


def test_the_goal_of_such_a_section_is_its_last_row():
    slide = only("1 一、|压实责任|建立台账；让群众放心。|建立台账|让群众放心\n", "list")
    assert row_of(slide, "条") == {1: "建立台账", 2: "目标要求：让群众放心"}


def test_points_below_points_have_cards_of_their_own_under_their_own_name():
    script = RESPONSIBLE
    for two in "一二":
        script += f"2 （{two}）|抓好第{two}方面||\n"
        script += "".join(
            f"3 {n}.|做好第{two}{n}件|建立第{two}{n}本台账。|建立第{two}{n}本台账\n" for n in (1, 2, 3)
        )
    found = [slide for slide in deck_of(script).slides if slide.layout.startswith("cards")]
    assert [text_of(slide, "标题") for slide in found] == ["压实责任", "抓好第一方面", "抓好第二方面"]
    assert list(row_of(found[1], "卡题").values()) == ["做好第一1件", "做好第一2件", "做好第一3件"]


def test_notes_hold_heading_and_text_of_what_the_slide_is_about_and_nothing_else():
    script = RESPONSIBLE + point("一", "抓值守", "建立台账") + point("二", "抓演练", "组织演练")
    script += "1 二、|加强值守|定期通报。|定期通报\n"
    slide = only(script, "cards-2")
    assert slide.notes == ("（一）抓值守", "建立台账。", "（二）抓演练", "组织演练。")


PARTS = st.lists(st.lists(st.integers(0, 12), min_size=0, max_size=8), min_size=1, max_size=5)


@settings(max_examples=25)
@given(PARTS)
def test_every_measure_is_on_a_slide_where_the_deck_says_all(shape):
    rows = []
    for one, points in enumerate(shape, 1):
        rows.append(f"1 第{one}，|抓好第{one}方面工作||\n")
        rows += [
            point(two, f"落实第{one}之{two}项", *(f"建立{one}之{two}之{n}号台账" for n in range(count)))
            for two, count in enumerate(points, 1)
        ]
    deck = deck_of("".join(rows))
    if deck.extent is not Extent.FULL:
        return
    body = [slide for slide in deck.slides if slide.layout not in {"table", "agenda", "overview"}]
    shown = "".join(para.text for slide in body for fill in slide.fills for para in fill.paras).replace(
        "\n", ""
    )
    for one, points in enumerate(shape, 1):
        for two, count in enumerate(points, 1):
            for number in range(count):
                assert f"建立{one}之{two}之{number}号台账" in shown


def test_run_in_points_bear_their_own_markers_on_cards():
    points = "一是抓值守。建立台账。二是抓演练。组织演练。"
    text = f"在会上的讲话\n同志们：\n一、压实责任\n{points}\n二、抓落实\n抓好落实。\n"
    (slide,) = slides(plan_deck(read_case(text), Facts(), LAYOUTS), "cards-2")
    assert list(row_of(slide, "标记").values()) == ["一是", "二是"]
