"""The slide of a section: its number and heading on the panel, its points and lines beside it."""

import pytest

from deckcheck import LAYOUTS, bare, reach, row_of, slides, text_of
from deckplans import deck_of, full, topics_of, under
from reportgen.analysis import Editorial
from reportgen.planning.deck import Slide
from reportgen.planning.deck.choosing import GOALS
from reportgen.planning.deck.frames import panel
from reportgen.planning.deck.panel import Panel
from reportgen.planning.deck.slides import AccentColour
from reportgen.planning.deck.topics import Saying

WORK = "要建立工作台账，按月调度进度。要压缩审批时限，推行容缺受理。要严格考核奖惩，定期通报结果。"
OTHER = "要开展上门服务，公开办事指南。要加强督促检查，及时解决问题。要完善考核办法，推动工作落实。"


def sections_of(first, second="二、抓落实"):
    return slides(full(under(f"{first}\n{WORK}\n{second}\n{OTHER}")), "section")


@pytest.mark.parametrize(
    ("marker", "other", "number", "slot"),
    [
        ("一、", "二、", "一", "序数"),
        ("三、", "四、", "三", "序数"),
        ("3. ", "4. ", "三", "序数"),
        ("二十一、", "二十二、", "二十一", "长序数"),
    ],
)
def test_the_panel_bears_the_number_that_the_speech_gives(marker, other, number, slot):
    slide = sections_of(f"{marker}抓项目", f"{other}抓落实")[0]
    assert text_of(slide, slot) == number


@pytest.mark.parametrize(
    ("heading", "title", "under_it"),
    [
        ("压实责任", "压实责任", None),
        ("压实责任，做到守土有责", "压实责任", "做到守土有责"),
        ("以练促战，做到守土有责、守土负责", "以练促战", "做到守土有责、守土负责"),
    ],
)
def test_the_second_clause_of_a_heading_stands_below_the_first(heading, title, under_it):
    slide = sections_of(f"一、{heading}")[0]
    assert bare(text_of(slide, "标题")) == title
    found = text_of(slide, "副标题")
    assert (found and found.replace("\n", "")) == under_it


def test_a_long_heading_stands_on_the_panel_whole():
    heading = "坚持把防汛抗旱作为当前工作的重中之重切实抓紧抓实抓出成效确保安全度汛"
    slide = sections_of(f"一、{heading}")[0]
    assert bare(text_of(slide, "标题") or text_of(slide, "长标题")) == heading


POINTS = (
    "一、抓项目\n（一）抓审批\n要推行容缺受理，压缩审批时限。\n（二）抓融资\n要建立过桥资金池，降低融资成本。\n"
    f"二、抓落实\n{OTHER}"
)


def test_points_stand_with_as_much_of_their_markers_as_has_room_and_their_lines_below():
    slide = slides(full(under(POINTS)), "section")[0]
    assert row_of(slide, "标记") == {1: "一", 2: "二"}
    assert row_of(slide, "点题") == {1: "抓审批", 2: "抓融资"}
    assert "过桥资金池" in row_of(slide, "条")[2]


def test_a_few_lines_are_set_large_and_spread_so_that_the_slide_is_not_half_empty():
    first, second = "抓好台账", "抓紧兑现"
    found, _ = topics_of(f"一、抓台账\n{WORK}\n二、抓落实\n{OTHER}")
    frame = panel(found[0], 1)
    said = [Saying(Editorial(text), 1.0, at) for at, text in enumerate((first, second))]
    fills, _ = Panel(LAYOUTS, 2).fills(frame, {0: said}, 2)
    lines = [fill for fill in fills if fill.slot.startswith("条")]
    assert {para.level for fill in lines for para in fill.paras} == {3}
    assert reach(lines, (), LAYOUTS, "section") >= 0.35
    crowded = [Saying(Editorial(text * 4), 1.0, at) for at, text in enumerate((first, second) * 3)]
    fills, _ = Panel(LAYOUTS, 2).fills(frame, {0: crowded}, 2)
    assert max(fill.box.bottom for fill in fills if fill.slot.startswith("条")) <= 495


def test_run_in_points_bear_their_own_markers():
    body = f"一、压实责任\n一是抓值守。要建立值守台账。二是抓演练。要组织应急演练。\n二、抓落实\n{OTHER}"
    slide = slides(full(under(body)), "section")[0]
    assert list(row_of(slide, "标记").values()) == ["一是", "二是"]


def test_what_a_section_is_for_stands_at_its_foot():
    (section, _), _ = topics_of(f"一、抓服务\n{WORK}\n二、抓落实\n{OTHER}")
    frame = panel(section, 1)
    aim = Saying(Editorial("让群众少跑腿"), 1.0, 0, is_goal=True)
    fills, _ = Panel(LAYOUTS, 2).fills(frame, {0: list(frame.rows[0].pool[:2]), GOALS: [aim]}, 2)
    slide = Slide("section", fills)
    assert text_of(slide, "目标") == "目标　让群众少跑腿〔编者加〕"


def test_a_dot_a_section_and_a_long_one_where_we_are():
    for at, slide in enumerate(sections_of("一、抓项目")):
        dots = [one for one in slide.accents if one.role in {AccentColour.ON_DARK, AccentColour.DIM}]
        assert [one.role is AccentColour.ON_DARK for one in dots] == [at == 0, at == 1]
        assert [one.box.width > 20 for one in dots] == [at == 0, at == 1]


def test_sections_that_share_a_slide_are_named_and_numbered_together():
    body = "三、抓审批\n要压缩时限。\n四、抓通报\n要定期通报。"
    (slide,) = slides(deck_of(under(body)), "section")
    assert text_of(slide, "长序数") == "三—四"
    assert bare(text_of(slide, "标题") or text_of(slide, "长标题")) == "第一、第二部分"
    assert row_of(slide, "标记") == {1: "三", 2: "四"}


def test_a_marker_of_a_small_heading_has_the_room_that_it_needs():
    headings = [f"坚持把第{n}类工作作为重中之重切实抓紧抓实抓出成效确保按期完成全年目标任务" for n in (1, 2)]
    points = "".join(f"{n}.{text}\n要建立第{n}本台账。\n" for n, text in enumerate(headings, 1))
    for slide in slides(deck_of(under(f"一、抓项目\n{points}二、抓落实\n{OTHER}")), "section"):
        for fill in slide.fills:
            if fill.slot.startswith("标记"):
                assert fill.box.height >= LAYOUTS.slot("section", fill.slot).levels[0].pitch


def test_notes_hold_the_whole_section():
    slide = sections_of("一、抓项目")[0]
    assert "".join(slide.notes[1:]) == f"一、抓项目{WORK}"
