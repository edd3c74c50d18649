"""Short phrases in parallel, a box each, with the weightiest of what stands around them."""

import pytest

from deckcheck import LAYOUTS, reach, row_of, sizes, text_of
from deckplans import topics_of
from reportgen.analysis import Excerpt
from reportgen.planning.deck import Slide
from reportgen.planning.deck.feature import feature, phrases
from reportgen.planning.deck.fit import fits
from reportgen.planning.deck.topics import Saying
from speech import source_of

AROUND = "要建立帮办代办队伍，全程跟踪服务。要公开办事指南，接受群众监督。"


def of(body):
    (section, *_), brief = topics_of(f"一、抓服务\n{body}")
    return feature(section, brief, LAYOUTS)


def saying(line):
    return Saying(Excerpt((source_of(line).passage(0, len(line)),), line), 1.0, 0)


@pytest.mark.parametrize(
    ("line", "intro", "pieces"),
    [
        ("减环节、减时间、减材料", "", ["减环节", "减时间", "减材料"]),
        ("最大限度减环节、减时间、减材料", "最大限度", ["减环节", "减时间", "减材料"]),
        ("增强政治判断力、政治领悟力、政治执行力", "增强", ["政治判断力", "政治领悟力", "政治执行力"]),
        ("做到同部署、同推进、同考核", "做到", ["同部署", "同推进", "同考核"]),
    ],
)
def test_phrases_of_one_form_are_told_from_what_leads_to_them(line, intro, pieces):
    found = phrases(saying(line))
    assert (found.intro, list(found.pieces)) == (intro, pieces)


@pytest.mark.parametrize(
    "line", ["建立台账", "减环节、减时间", "工业、农业、服务业", "抓紧建立台账、通报结果、考核"]
)
def test_other_lists_are_none(line):
    assert phrases(saying(line)) is None


def test_a_box_each_and_the_other_lines_below():
    made = of("要减环节、减时间、减材料。" + AROUND)
    slide = Slide("feature", made.fills)
    assert list(row_of(slide, "主短语").values()) == ["减环节", "减时间", "减材料"]
    assert text_of(slide, "引语1") == "要"
    assert 2 <= len(row_of(slide, "条")) <= 3
    boxes = [fill.box for fill in made.fills if fill.slot.startswith("主短语")]
    assert len({(box.top, round(box.width, 3), box.height) for box in boxes}) == 1
    below = [fill.box.top for fill in made.fills if fill.slot.startswith("条")]
    assert min(below) >= max(box.bottom for box in boxes)
    assert all(fits(fill.paras, LAYOUTS.slot("feature", fill.slot), fill.box) for fill in made.fills)


def test_two_lists_have_a_row_each():
    made = of("要减环节、减时间、减材料。要一窗通办、一网通管、一事联办。" + AROUND)
    slide = Slide("feature", made.fills)
    assert len(row_of(slide, "主短语")) == len(row_of(slide, "次短语")) == 3


def test_phrases_alone_fill_no_slide():
    assert of("要减环节、减时间、减材料。") is None


def test_every_line_that_is_shown_counts_as_said():
    made = of("要减环节、减时间、减材料。" + AROUND)
    slide = Slide("feature", made.fills)
    assert set(made.said) >= {"要减环节、减时间、减材料", *row_of(slide, "条").values()}


def test_few_words_are_set_large_and_reach_over_half_of_the_slide():
    made = of("要减环节、减时间、减材料。" + AROUND)
    assert sizes(made.fills, LAYOUTS, "feature", "主短语") == {30}
    assert sizes(made.fills, LAYOUTS, "feature", "条") == {23}
    assert reach(made.fills, made.accents, LAYOUTS, "feature") > 0.5


def test_many_words_are_set_smaller_all_lines_alike():
    long = "要组织机关干部和村组干部逐村逐户上门走访了解群众办事的难处和对各部门窗口服务的意见建议"
    lists = "要减环节、减时间、减材料。要一窗通办、一网通管、一事联办。"
    made = of(lists + f"{long}，限期答复。{long.replace('村', '镇')}，按月通报。")
    assert sizes(made.fills, LAYOUTS, "feature", "条") < {18, 20, 23}
    assert len(sizes(made.fills, LAYOUTS, "feature", "条")) == 1
    assert all(fits(fill.paras, LAYOUTS.slot("feature", fill.slot), fill.box) for fill in made.fills)
