"""Stages as arrows: what is first, then and last, or by which days; and no stages where there are none."""

import pytest

from deckcheck import LAYOUTS, reach, row_of, sizes
from deckplans import topics_of
from reportgen.planning.deck import Slide
from reportgen.planning.deck.fit import fits
from reportgen.planning.deck.steps import steps
from reportgen.planning.deck.topics import topics
from speech import brief_of

DATED = "在全县重点工作推进会上的讲话\n（2024年3月5日）\n\n同志们：\n"
WORK = [
    "县发改局要建立项目库，{}完成。",
    "县财政局要兑付补贴资金，{}到位。",
    "县水利局要疏浚渠道，{}完工。",
    "县交通局要修通公路，{}通车。",
]


def of(body):
    (section, *_), brief = topics_of(body)
    return steps(section, brief, LAYOUTS)


def by_days(*days):
    body = "".join(work.format(day) for work, day in zip(WORK, days, strict=False))
    brief = brief_of(f"{DATED}一、抓时限\n{body}\n二、抓落实\n要定期通报。\n")
    return steps(topics(brief)[0], brief, LAYOUTS)


def stages_of(made):
    return list(row_of(Slide("steps", made.fills), "阶段").values())


def test_measures_with_days_one_after_the_other_are_stages():
    made = by_days("3月底前", "6月底前", "9月底前")
    assert stages_of(made) == ["3月底前", "6月底前", "9月底前"]
    assert [text[:4] for text in made.said] == ["县发改局", "县财政局", "县水利局"]


@pytest.mark.parametrize(
    "days",
    [
        ("3月底前", "6月底前"),
        ("9月底前", "6月底前", "3月底前"),
        ("3月底前", "", "9月底前"),
        ("3月底前", "3月底前", "3月底前"),
    ],
)
def test_two_days_days_out_of_order_and_a_measure_without_a_day_are_none(days):
    assert by_days(*days) is None


POINTS = "{}动员部署。要召开动员大会。{}集中整治。要开展整治行动。{}总结提升。要建立长效机制。"


def test_what_is_first_then_and_last_are_stages_with_their_headings_and_lines():
    made = of("一、抓整治\n" + POINTS.format("首先，", "其次，", "最后，"))
    slide = Slide("steps", made.fills)
    assert stages_of(made) == ["首先", "其次", "最后"]
    assert list(row_of(slide, "步题").values()) == ["动员部署", "集中整治", "总结提升"]
    assert list(row_of(slide, "步骤").values()) == ["要召开动员大会", "要开展整治行动", "要建立长效机制"]


def test_mere_numbers_are_no_stages():
    assert of("一、抓整治\n" + POINTS.format("一是", "二是", "三是")) is None


def test_arrows_stand_side_by_side_and_nothing_overflows():
    made = of("一、抓整治\n" + POINTS.format("首先，", "其次，", "最后，"))
    arrows = [fill.box for fill in made.fills if fill.slot.startswith("阶段")]
    assert [box.left for box in arrows] == sorted(box.left for box in arrows)
    assert len({(box.top, round(box.width, 3)) for box in arrows}) == 1
    assert all(fits(fill.paras, LAYOUTS.slot("steps", fill.slot), fill.box) for fill in made.fills)


def test_few_words_are_set_larger_and_reach_over_half_of_the_slide():
    made = of("一、抓整治\n" + POINTS.format("首先，", "其次，", "最后，"))
    assert sizes(made.fills, LAYOUTS, "steps", "步骤") == {23}
    assert 0.45 < reach(made.fills, made.accents, LAYOUTS, "steps") < 0.9


def test_many_words_are_set_in_the_size_that_has_room_one_for_all_stages():
    long = "县发改局要会同有关部门对全县所有在建重大项目逐一摸底并建立台账实行动态管理和分级调度，{}完成。"
    body = "".join(long.format(day) for day in ("3月底前", "6月底前", "9月底前", "10月底前"))
    brief = brief_of(f"{DATED}一、抓时限\n{body}\n二、抓落实\n要定期通报。\n")
    made = steps(topics(brief)[0], brief, LAYOUTS)
    assert len(sizes(made.fills, LAYOUTS, "steps", "步骤")) == 1
    assert min(sizes(made.fills, LAYOUTS, "steps", "步骤")) < 23
    assert all(fits(fill.paras, LAYOUTS.slot("steps", fill.slot), fill.box) for fill in made.fills)


def test_each_arrow_stands_over_a_card_with_its_lines():
    made = by_days("3月底前", "6月底前", "9月底前")
    arrows = [fill.box for fill in made.fills if fill.slot.startswith("阶段")]
    lines = [fill.box for fill in made.fills if fill.slot.startswith("步骤")]
    cards = [accent.box for accent in made.accents]
    assert len({(card.top, card.height) for card in cards}) == 1
    for arrow, card, line in zip(arrows, cards, lines, strict=True):
        assert arrow.bottom <= card.top <= line.top < line.bottom <= card.bottom
        assert card.left <= line.left < line.right <= card.right
