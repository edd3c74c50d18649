"""Figures that do not agree with each other."""

import pytest
from hypothesis import assume, given, settings
from hypothesis import strategies as st

from proofs import advice, marked

GROWTH = [
    "产值⟦从100亿元增加到150亿元，增长40%⟧。",
    "产值⟦由100亿元提高到150亿元，增幅达30%⟧。",
    "人数⟦从200人减少到100人，下降60%⟧。",
    "项目⟦从20个增加至60个，增长3倍⟧。",
    "产值⟦从2020年的100亿元增加到2024年的150亿元，累计增长60%⟧。",
    "产值⟦从２００亿元增加到３００亿元，增长４０％⟧。",
    "产值从100亿元增加到150亿元，增长50%。",
    "产值从3.2亿元提高到4.5亿元，增长40%。",
    "人数从200人减少到100人，下降50%。",
    "项目从20个增加至60个，增长2倍。",
    # Other prices, a mean, another unit, nothing to begin with: nothing follows.
    "产值从100亿元增加到150亿元，增长40%（可比价）。",
    "产值从100亿元增加到150亿元，年均增长10%，累计增长40%。",
    "产值从100亿元增加到150亿元，实际增长40%。",
    "产值从100万元增加到150亿元，增长40%。",
    "项目从0个增加到5个，增长40%。",
    "产值从100亿元增加到150亿元；税收增长40%。",
]


@pytest.mark.parametrize("case", GROWTH)
def test_a_growth_that_does_not_follow_from_its_ends_is_told(case):
    assert marked("growth", case) == case


@pytest.mark.parametrize(
    ("text", "message"),
    [
        ("产值从100亿元增加到150亿元，增长40%。", "按前后两数计算应为 50.0%"),
        ("人数从200人减少到100人，下降60%。", "按前后两数计算应为 50.0%"),
        ("项目从20个增加至60个，增长3倍。", "按前后两数计算应为 2.0倍"),
    ],
)
def test_the_reader_is_told_what_it_should_be(text, message):
    assert advice("growth", text) == [(message, "核对数字")]


@settings(deadline=None)
@given(st.integers(10, 9999), st.integers(10, 9999))
def test_what_is_reckoned_rightly_is_never_told(first, last):
    assume(first != last)
    verbs = ("增加到", "增长") if last > first else ("减少到", "下降")
    share = round(abs(last - first) / first * 100, 1)
    assert advice("growth", f"产值从{first}万元{verbs[0]}{last}万元，{verbs[1]}{share:g}%。") == []


@settings(deadline=None)
@given(st.integers(1000, 9999), st.integers(1000, 9999), st.integers(4, 90))
def test_what_is_points_away_is_always_told(first, last, off):
    verbs = ("增加到", "增长") if last > first else ("减少到", "下降")
    assume(first != last)
    share = round(abs(last - first) / first * 100) + off
    assert len(advice("growth", f"产值从{first}万元{verbs[0]}{last}万元，{verbs[1]}{share}%。")) == 1


SHARES = [
    "三次产业⟦分别占20%、50%和40%⟧。",
    "三次产业⟦占比分别为20%、50%、31%⟧。",
    "三次产业⟦比重分别达20.5%、50.5%及40.5%⟧。",
    "城乡⟦分别占总数的60%、50%⟧。",
    "三次产业分别占20%、50%和30%。",
    "三次产业占比分别为20.2%、50.1%、29.8%。",
    "三次产业分别增长20%、50%和40%。",
    "甲占60%，乙占50%。",
]


@pytest.mark.parametrize("case", SHARES)
def test_parts_of_a_whole_are_no_more_than_the_whole(case):
    assert marked("shares", case) == case


OVER_WHOLE = [
    "参保⟦覆盖率达102%⟧。",
    "学生⟦入学率为100.5%⟧。",
    "群众⟦满意度达到101%⟧。",
    "工业⟦占全市比重的120%⟧。",
    "参保覆盖率达100%。",
    "完成年度任务的120%。",
    "产值增长130%。",
    "资金到位率达120%。",
    "工业占30%，增长120%。",
]


@pytest.mark.parametrize("case", OVER_WHOLE)
def test_no_rate_is_more_than_the_whole(case):
    assert marked("over-whole", case) == case


TOTALS = [
    "⟦引进工业项目20个、农业项目15个，共计40个⟧。",
    "⟦投资甲镇3.5亿元、乙镇2.5亿元、丙镇1亿元，合计8亿元⟧。",
    # A number of a kind that the rule does not know stands before: the sum is not that of the rest.
    "新建学校3所、医院5家、公园2家，共10家。",
    "在城区、⟦园区新建医院5家、公园2家，共10家⟧。",
    "⟦共有项目50个，其中工业项目30个、农业项目25个⟧。",
    "全县有⟦100家，其中工业企业60家、服务业企业50家⟧。",
    "引进工业项目20个、农业项目15个，共计35个。",
    "投资甲镇3.5亿元、乙镇2.5亿元，合计6亿元。",
    "投资甲镇3.54亿元、乙镇2.53亿元，合计6.1亿元。",
    "共有项目50个，其中工业项目30个、农业项目15个。",
    # People may be counted twice, things of another unit are another count.
    "到会100人，其中党员60人、妇女50人。",
    "引进项目20个、资金15亿元，共计40个。",
]


@pytest.mark.parametrize("case", TOTALS)
def test_items_come_to_their_total(case):
    assert marked("totals", case) == case


@settings(deadline=None)
@given(st.lists(st.integers(2, 500), min_size=2, max_size=6), st.integers(-3, 3))
def test_whole_numbers_are_reckoned_exactly(counts, off):
    total = sum(counts) + off
    items = "、".join(f"{'甲乙丙丁戊己'[number]}镇项目{count}个" for number, count in enumerate(counts))
    told = advice("totals", f"引进{items}，共计{total}个。")
    assert told == ([(f"各项相加为 {sum(counts)}个，与合计不符", "核对数字")] if off else [])
