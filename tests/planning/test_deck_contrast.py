"""Problems beside their answers, where the speech says them in pairs (针对…)."""

import pytest

from deckcheck import LAYOUTS, reach, row_of, sizes, text_of
from deckplans import topics_of
from reportgen.planning.deck import Slide
from reportgen.planning.deck.contrast import contrast
from reportgen.planning.deck.fit import fits
from reportgen.planning.deck.slides import AccentKind

PAIRS = [
    ("针对项目审批慢的问题", "要推行容缺受理"),
    ("针对企业融资难的问题", "要建立过桥资金池"),
    ("针对人才引进难的问题", "要落实安家补助政策"),
    ("针对用地指标紧的问题", "要盘活闲置土地"),
    ("针对物流成本高的问题", "要建设货运枢纽"),
]


def of(body):
    (section, *_), brief = topics_of(f"一、抓问题\n{body}")
    return contrast(section, brief, LAYOUTS)


def said(count):
    return "".join(f"{problem}，{answer}。" for problem, answer in PAIRS[:count])


@pytest.mark.parametrize("count", [2, 3, 4])
def test_each_problem_stands_beside_its_answer(count):
    made = of(said(count))
    slide = Slide("contrast", made.fills)
    assert list(row_of(slide, "左").values()) == [problem for problem, _ in PAIRS[:count]]
    assert list(row_of(slide, "右").values()) == [answer for _, answer in PAIRS[:count]]
    assert (text_of(slide, "左题"), text_of(slide, "右题")) == ("存在问题", "对策举措")
    tops = {fill.slot[1:]: fill.box.top for fill in made.fills if fill.slot.startswith("左") and fill.box}
    assert all(
        fill.box.top == tops[fill.slot[1:]] for fill in made.fills if fill.slot.startswith("右") and fill.box
    )
    assert [one.kind for one in made.accents] == [AccentKind.ARROW] * count


@pytest.mark.parametrize("count", [0, 1, 5])
def test_one_pair_is_no_contrast_and_many_have_no_room(count):
    assert of(said(count) or "要定期通报。") is None


def test_a_problem_without_an_answer_is_none():
    assert of("针对项目审批慢的问题，大家很有意见。针对企业融资难的问题，群众反映强烈。") is None


def test_both_sides_count_as_said():
    assert set(of(said(2)).said) == {text for pair in PAIRS[:2] for text in pair}


@pytest.mark.parametrize("count", [2, 3, 4])
def test_short_pairs_are_set_large_and_fill_the_slide_without_towering(count):
    made = of(said(count))
    assert sizes(made.fills, LAYOUTS, "contrast", "左") == {23}
    assert 0.45 < reach(made.fills, made.accents, LAYOUTS, "contrast") <= 1.0
    cards = [fill.box.height for fill in made.fills if fill.slot in {"左1", "右1"}]
    assert cards[0] == cards[1] <= 120


def test_both_sides_have_the_size_that_the_longer_one_has_room_for():
    more = "并由牵头部门会同有关单位逐项摸底建立台账每月调度一次"
    body = "".join(f"{problem}，{answer}{more}。" for problem, answer in PAIRS[:4])
    made = of(body)
    both = [sizes(made.fills, LAYOUTS, "contrast", side) for side in "左右"]
    assert both[0] == both[1]
    assert len(both[0]) == 1
    assert max(both[0]) < 23
    assert all(fits(fill.paras, LAYOUTS.slot("contrast", fill.slot), fill.box) for fill in made.fills)
