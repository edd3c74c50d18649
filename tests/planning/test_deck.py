"""The plan of the deck: golden texts, and what holds of any speech."""

from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from briefscript import read_case
from deckcheck import LAYOUTS, faults, slides, text_of
from golden import beside
from reportgen.planning.deck import Box, plan_deck, to_text
from reportgen.planning.deck.fit import fits, in_any_case
from reportgen.planning.facts import Facts
from reportgen.planning.length import STANDARD, Degree, Length
from reportgen.planning.wording import EDITORS

FIXTURES = Path(__file__).parents[1] / "fixtures" / "deck"
CASES = sorted(path.stem for path in FIXTURES.glob("*.txt"))


LENGTHS = [*map(Length, Degree), Length(slides=4), Length(slides=20)]


def planned(case, length=STANDARD):
    brief = read_case((FIXTURES / f"{case}.txt").read_text("utf-8"), case)
    return brief, plan_deck(brief, Facts(), LAYOUTS, length)


@pytest.mark.parametrize("case", CASES)
def test_plan_is_as_written(case, golden):
    golden(beside(FIXTURES / f"{case}.txt", ".deck"), to_text(planned(case)[1]))


@pytest.mark.parametrize("case", CASES)
def test_nothing_is_amiss_at_any_length(case):
    for length in LENGTHS:
        assert list(faults(*planned(case, length))) == []


def test_facts_of_the_user_stand_on_the_cover_and_absent_ones_leave_nothing():
    brief, _ = planned("two")
    facts = Facts(title="在协调会上的讲话", speaker="张三", unit="县住建局", date="2024年3月5日")
    cover = plan_deck(brief, facts, LAYOUTS).slides[0]
    assert text_of(cover, "标题") == "在协调会上的讲话"
    assert text_of(cover, "落款") == "协调会\n县住建局\u3000张三\n2024年3月5日"
    assert text_of(plan_deck(brief, Facts(title="讲话"), LAYOUTS).slides[0], "落款") is None


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
    deck = plan_deck(read_case(text), Facts(), LAYOUTS, Length(Degree.FULL))
    (table,) = (slide.table for slide in slides(deck, "table"))
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
    (panel,) = slides(planned("long-points")[1], "section")
    assert text_of(panel, "点题1").endswith("……")


def test_an_editors_heading_without_room_keeps_its_mark():
    slot = LAYOUTS.slot("section", "标题")
    box = Box(0, 0, 300, 2 * slot.levels[-1].pitch + slot.insets[1] + slot.insets[3])
    para = in_any_case("请各单位按照要求认真抓好落实" * 9 + EDITORS, slot, box)
    assert para.text.endswith("……" + EDITORS)
    assert fits((para,), slot, box)


HAN = "发展改革民生法治教育卫生农业工业城乡建设环境治理服务保障创新开放安全稳定责任落实"


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
@given(scripts(), st.sampled_from(LENGTHS))
def test_nothing_is_amiss_whatever_the_shape(script, length):
    brief = read_case(script)
    found = faults(brief, plan_deck(brief, Facts(), LAYOUTS, length))
    # A section of one line that is alone has no neighbour to share a slide with.
    assert [fault for fault in found if "says 1 lines" not in fault] == []


PIECES = [
    "一、", "二、", "（一）", "1.", "一是", "二是", "第一，", "# ", "## ", "**", "××", "【待补：县名】",
    "同志们：",    "加强领导", "推动工作落实", "让群众满意", "“放管服”改革", "增长7.5%", "2024年", "12万吨",
    "在全市会议上的讲话", "谢谢大家", "GDP", "https://example.com/a-very-long-path/without/any/break/in-it/at-all/anywhere",
    "。", "，", "；", "：", "！", "…", "——", "\n", "\n\n", " ", "\u3000", "\t",
    "\v", "\u200b", "é", "😀", "{{ x }}", "<b>",
]  # fmt: skip
speeches = st.lists(st.sampled_from(PIECES), max_size=120).map("".join) | st.text(max_size=200)


@settings(max_examples=150)
@given(speeches, st.sampled_from(LENGTHS))
def test_planning_never_raises_and_nothing_overflows(text, length):
    brief = read_case(text.lstrip("#"))
    found = faults(brief, plan_deck(brief, Facts(), LAYOUTS, length))
    assert [fault for fault in found if "overflow" in fault or "stands off" in fault] == []


def test_the_cover_prints_the_speaker_with_both_brackets():
    speaker = "报告人：张三（市发展改革委主任）"
    head = f"关于财政工作的报告\n{speaker}\n（2024年3月5日）\n"
    brief = read_case(f"{head}各位代表：\n一、抓好落实\n要建立台账。\n")
    (below,) = [fill for fill in plan_deck(brief, Facts(), LAYOUTS).slides[0].fills if fill.slot == "落款"]
    assert [para.text for para in below.paras] == [speaker, "2024年3月5日"]
