"""The plan of the deck: golden texts, and what holds of any speech."""

from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from briefscript import read_case
from deckcheck import LAYOUTS, faults, slides, text_of
from golden import beside
from reportgen.planning.deck import Box, Extent, Fill, Para, plan_deck, to_text
from reportgen.planning.deck.fit import fits, height, in_any_case, settled, settled_cell
from reportgen.planning.facts import Facts
from reportgen.planning.wording import EDITORS
from reportgen.text.numerals import han_number, han_value

FIXTURES = Path(__file__).parents[1] / "fixtures" / "deck"
CASES = sorted(path.stem for path in FIXTURES.glob("*.txt"))


def planned(case):
    brief = read_case((FIXTURES / f"{case}.txt").read_text("utf-8"), case)
    return brief, plan_deck(brief, Facts(), LAYOUTS)


@pytest.mark.parametrize("case", CASES)
def test_plan_is_as_written(case, golden):
    golden(beside(FIXTURES / f"{case}.txt", ".deck"), to_text(planned(case)[1]))


@pytest.mark.parametrize("case", CASES)
def test_nothing_is_amiss(case):
    assert list(faults(*planned(case))) == []


def test_facts_of_the_user_stand_on_the_cover_and_absent_ones_leave_nothing():
    brief, _ = planned("two")
    facts = Facts(title="在协调会上的讲话", speaker="张三", unit="县住建局", date="2024年3月5日")
    cover = plan_deck(brief, facts, LAYOUTS).slides[0]
    assert text_of(cover, "标题") == "在协调会上的讲话"
    assert text_of(cover, "落款") == "协调会\n县住建局\u3000张三\n2024年3月5日"
    assert text_of(plan_deck(brief, Facts(title="讲话"), LAYOUTS).slides[0], "落款") is None


def test_what_does_not_fit_goes_on_and_says_so():
    pages = slides(planned("many-measures")[1], "detail")
    assert len(pages) > 1
    assert ["（续）" in text_of(page, "位置") for page in pages] == [False] + [True] * (len(pages) - 1)
    numbers = [fill.paras[0].text for page in pages for fill in page.fills if fill.slot.startswith("圆号")]
    assert numbers == [str(i + 1) for i in range(len(numbers))]


def test_the_hundredth_row_has_its_number_on_one_line():
    steps = "；".join(f"完成第{number}项改造任务" for number in range(1, 121))
    brief = read_case(f"# drawn\nT 在会上的讲话\nP 讲话。\n1 一、|改造|{steps}。|{steps}\n")
    deck = plan_deck(brief, Facts(), LAYOUTS)
    assert list(faults(brief, deck)) == []
    assert len(text_of(slides(deck, "list")[-1], "圆号1")) == 3


def test_a_number_of_cards_makes_its_layout():
    assert [slide.layout for slide in planned("short-points")[1].slides].count("cards-6") == 1
    assert len(slides(planned("normal")[1], "cards-3")) == 4
    assert len(slides(planned("two")[1], "cards-2")) == 2


def test_no_measures_no_checklist_and_no_owner_made_up():
    assert not slides(planned("no-measures")[1], "table")
    stated = [
        row[3:] for case in CASES for slide in slides(planned(case)[1], "table") for row in slide.table.rows
    ]
    # One speech names somebody; no other row of all of them has anything.
    assert [cells for cells in stated if any(cells)] == [("县农业农村局", "4月底前")]


def test_number_and_name_of_a_task_stand_where_it_begins():
    text = (
        "在会上的讲话\n\n同志们：\n下一步，各级各部门要抓好以下重点工作。\n一、抓好建设\n"
        "县发改局要建立项目储备库，6月底前完成。县财政局要兑付补贴资金，9月底前到位。县水利局要疏浚渠道，年底前完成。\n"
        "二、抓好安全\n要完善应急预案，10月底前演练一次。"
    )
    (table,) = (slide.table for slide in slides(plan_deck(read_case(text), Facts(), LAYOUTS), "table"))
    assert [row[:2] for row in table.rows] == [("1", "抓好建设"), ("", ""), ("", ""), ("2", "抓好安全")]
    assert [row[3] for row in table.rows] == ["县发改局", "县财政局", "县水利局", ""]


def test_masks_stand_as_they_are():
    text = to_text(planned("masks")[1])
    assert "做强**特色产业" in text
    assert "带动【待补：村数】个村增收" in text
    assert "“××毛尖”" in text


def test_a_heading_without_room_ends_with_an_ellipsis():
    deck = planned("long-heading")[1]
    assert text_of(deck.slides[0], "长标题").endswith("……")
    assert any((text_of(slide, "长标题") or "").endswith("……") for slide in slides(deck, "cards-2"))


def test_a_lone_point_with_a_lone_part_is_named():
    text = "一、总体要求\n各部门应当保持内容稳定。\n（一）加强审核\n1.明确责任。提交前应完成自查。\n"
    deck = plan_deck(read_case(f"关于开展检查工作的通知\n各部门：\n{text}"), Facts(), LAYOUTS)
    assert [text_of(slide, "条1") for slide in slides(deck, "list")] == ["（一）加强审核"]


def test_an_editors_heading_without_room_keeps_its_mark():
    slot = LAYOUTS.slot("section", "标题")
    box = Box(0, 0, 300, 2 * slot.levels[-1].pitch + slot.insets[1] + slot.insets[3])
    para = in_any_case("请各单位按照要求认真抓好落实" * 9 + EDITORS, slot, box)
    assert para.text.endswith("……" + EDITORS)
    assert fits((para,), slot, box)


def test_an_orphan_is_not_avoided_at_the_cost_of_a_line_without_room():
    words = "农业开放民生城乡保障" * 12 + "农业发展稳定"
    for length in range(100, len(words)):
        slot, cell = LAYOUTS.slot("section", "导语"), LAYOUTS.slot("table", "表格样式")
        tall = height((Para(words[:length]),), slot)
        box = Box(0, 0, slot.box.width, tall)
        assert fits(settled(Fill("导语", (Para(words[:length]),), box), slot).paras, slot, box)
        narrow = Box(0, 0, 400, height((Para(words[:length]),), cell, Box(0, 0, 400, 0)))
        assert fits((Para(settled_cell(words[:length], cell, 400)),), cell, narrow)


def test_a_heading_shortened_on_its_card_stands_in_full_on_a_slide_of_its_own():
    deck = planned("clauses")[1]
    (detail,) = slides(deck, "detail")
    assert text_of(slides(deck, "cards-2")[1], "卡题1") == "坚持开放为常态"
    assert text_of(detail, "长标题").replace("\n", "").startswith("坚持开放为常态，不开放为例外，凡是形成")


HAN = "发展改革民生法治教育卫生农业工业城乡建设环境治理服务保障创新开放安全稳定责任落实"


def long_speech(sections, points, measures):
    """A report that nobody would show in full."""
    numbers = "一二三四五六七八九十"
    lines = ["# drawn", "T 在年度工作会议上的报告", "P 各位代表，现在报告工作。"]
    for one in numbers[:sections]:
        lines.append(f"1 {one}、|抓好第{one}方面工作")
        for two in numbers[:points]:
            steps = "；".join(f"建立第{one}{two}{n}号工作台账并定期通报进展情况" for n in range(measures))
            lines.append(f"2 （{two}）|落实第{one}{two}项任务|{steps}。|{steps}")
    return "\n".join(lines) + "\n"


@pytest.mark.parametrize(
    ("shape", "extent"),
    [
        ((3, 4, 5), Extent.FULL),
        ((4, 3, 30), Extent.SHORT),
        ((5, 4, 40), Extent.PAGE),
        ((8, 6, 12), Extent.GLANCE),
    ],
)
def test_a_long_speech_says_less_of_each_point_and_of_how_many(shape, extent):
    brief = read_case(long_speech(*shape))
    deck = plan_deck(brief, Facts(), LAYOUTS)
    assert deck.extent is extent
    assert len(deck.slides) <= 60
    assert list(faults(brief, deck)) == []
    shown = "".join(para.text for slide in deck.slides for fill in slide.fills for para in fill.paras)
    flat = "".join(shown.split())
    for node in brief.document.walk():
        assert node.heading.text in flat
    assert (f"（共{shape[2]}项）" in flat) is (extent is not Extent.FULL)
    notes = "".join(note for slide in deck.slides for note in slide.notes)
    assert all(passage.text in notes for node in brief.document.walk() for passage in node.body)


@st.composite
def scripts(draw):
    """Speeches of up to 12 sections, 8 points each, headings of up to 180 characters, up to 9 measures."""

    def words(least, most):
        return draw(st.text(HAN, min_size=least, max_size=most))

    def heading():
        return words(2, draw(st.sampled_from([6, 14, 30, 90])))

    rows = ["# drawn", f"T {words(4, 90)}", f"P {words(10, 200)}。"]
    for number in range(draw(st.integers(0, 12))):
        comma = draw(st.sampled_from(["", "，"]))
        rows.append(f"1 第{number + 1}部分　|{heading()}{comma}{heading()}|{words(5, 200)}。")
        for _ in range(draw(st.integers(0, 8))):
            measures = [words(2, 60) for _ in range(draw(st.integers(0, 9)))]
            goal = f"让{words(3, 60)}" if measures and draw(st.booleans()) else ""
            text = "；".join([*measures, goal] if goal else measures) or words(4, 80)
            tail = draw(st.sampled_from(["", f"，{heading()}"]))
            rows.append(f"2 一是|{heading()}{tail}|{text}。|{'；'.join(measures)}|{goal}")
    return "\n".join(rows) + "\n"


@settings(max_examples=40)
@given(scripts())
def test_nothing_is_amiss_whatever_the_shape(script):
    brief = read_case(script)
    assert list(faults(brief, plan_deck(brief, Facts(), LAYOUTS))) == []


PIECES = [
    "一、", "二、", "（一）", "1.", "一是", "二是", "第一，", "# ", "## ", "**", "××", "【待补：县名】",
    "同志们：",    "加强领导", "推动工作落实", "让群众满意", "“放管服”改革", "增长7.5%", "2024年", "12万吨",
    "在全市会议上的讲话", "谢谢大家", "GDP", "https://example.com/a-very-long-path/without/any/break/in-it/at-all/anywhere",
    "。", "，", "；", "：", "！", "…", "——", "\n", "\n\n", " ", "\u3000", "\t",
    "\v", "\u200b", "é", "😀", "{{ x }}", "<b>",
]  # fmt: skip
speeches = st.lists(st.sampled_from(PIECES), max_size=120).map("".join) | st.text(max_size=200)


@settings(max_examples=150)
@given(speeches)
def test_planning_never_raises_and_nothing_overflows(text):
    brief = read_case(text.lstrip("#"))
    found = faults(brief, plan_deck(brief, Facts(), LAYOUTS))
    assert [fault for fault in found if "overflow" in fault or "stands off" in fault] == []


def test_smaller_type_comes_before_a_torn_word():
    heading = "在第七届全国人民代表大会第四次会议上"
    work = "完善各项工作制度，" * 30
    points = "".join(f"（{n}）{heading}\n{work}抓好落实。\n" for n in "一二三")
    deck = plan_deck(read_case(f"在会上的报告\n一、过去\n{points}"), Facts(), LAYOUTS)
    titles = {fill.slot for slide in slides(deck, "detail") for fill in slide.fills}
    assert "长标题" in titles
    assert "标题" not in titles


def test_numbers_of_many_sections_stand_on_one_line():
    lines = (
        f"{han_number(n)}、抓好第{n}类工作\n要建立工作台账{n}本，确保取得实效。\n" for n in range(1, 113)
    )
    brief = read_case("在工作会议上的讲话\n\n同志们：\n" + "".join(lines))
    deck = plan_deck(brief, Facts(), LAYOUTS)
    assert list(faults(brief, deck)) == []
    numbers = [
        fill.paras[0].text for slide in deck.slides for fill in slide.fills if fill.slot.endswith("序数")
    ]
    assert [han_value(number) for number in numbers] == list(range(1, 113))
    assert numbers[:20] == [han_number(n) for n in range(1, 21)]


def test_the_cover_prints_the_speaker_with_both_brackets():
    speaker = "报告人：张三（市发展改革委主任）"
    head = f"关于财政工作的报告\n{speaker}\n（2024年3月5日）\n"
    brief = read_case(f"{head}各位代表：\n一、抓好落实\n要建立台账。\n")
    (below,) = [fill for fill in plan_deck(brief, Facts(), LAYOUTS).slides[0].fills if fill.slot == "落款"]
    assert [para.text for para in below.paras] == [speaker, "2024年3月5日"]
