"""Which numbers of a clause are figures: value and unit marked in the clause as [value|unit]."""

import re
from itertools import pairwise

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from reportgen.analysis.figures.numbers import numbers

_MARK = re.compile(r"\[([^|\]]+)\|([^\]]*)\]")


def marked(clause):
    """The clause with its figures in brackets."""
    pieces, at = [], 0
    for one in numbers(clause):
        between = clause[one.middle : one.unit]
        assert not between.strip()
        pieces += [clause[at : one.start], f"[{clause[one.start : one.middle]}|{clause[one.unit : one.end]}]"]
        at = max(one.end, one.middle)
    return "".join([*pieces, clause[at:]])


DIGITS = [
    "新建学校[12|所]",
    "投入资金[3.5|亿元]",
    "完成投资[1,200|万元]",
    "惠及群众[3|万多人]",
    "发放贷款[5000|多万元]",
    "满意率达[98.5|%]",
    "满意率达[９８．５|％]",
    "新增企业[３５|家]",
    "增长[8.5|个百分点]",
    "占比[5%—8|%]",
    "引进企业[20至30|家]",
    "投资[9亿～16|亿元]",
    "共[1万3千|户]",
    "铺设管网[56.3|km]",
    "浓度降至[35|μg/m³]",
    "供电[3.2|亿kWh]",
    "每吨补助[200|元]",
    "收益[20|万元/亩]",
    "气温[36.5|℃]",
    "产值是去年的[1.5|倍]",
    "验收得[98.5|分]",
    "设备[3|台]（套）",
    "分流[12|人]，安置[8|人]",
    "工业项目[20|个]、农业项目[15|个]",
    "要实现“增长[5|%]以上”的目标",
    "装机[600|MW]",
]
CHARACTERS = [
    "森林覆盖率达[百分之六十八|]",
    "合格率为[百分之九十九点五|]",
    "合格率为[百分之百|]",
    "故障率低于[千分之三|]",
    "[三分之二|]以上的村",
    "[两亿多|人次]",
    "[六百零八|个]村通了公路",
    "[三十多|家]企业",
    "产值增长[一|倍]",
    "产值翻了[两|番]",
    "失业率下降[两|个百分点]",
    "产量提高了[三|成]以上",
]
LASTING = [
    "办理时限由[15|个工作日]压缩至[3|个工作日]",
    "等候时间缩短[20|分钟]",
    "工期提前[30|天]",
    "人均预期寿命[79.2|岁]",
    "培训20天",
    "活动持续20多天",
    "15分钟内响应",
    "60周岁以上老人",
    "3岁以下婴幼儿",
]
NONE = [
    "2025年3月5日召开会议",
    "2025—2030年规划",
    "根据《条例》第23条",
    "第5次会议、第3名",
    "县政办发〔2024〕12号",
    "实施863计划和“十四五”规划",
    "入选世界500强",
    "“985”高校和“263”专项行动",
    "《2023年50件大事》",
    "拨打12345热线",
    "推广5G应用，建设4A级景区",
    "比分3:2，比例1∶500",
    "10时30分散会",
    "新增就业【待补：85】万人",
    "GB2312标准，PM2.5达标",
    "做好三个方面的工作",
    "两个单位作了发言",
    "打好三大攻坚战",
    "万众一心，千家万户",
    "一成不变，十分重要",
    "三个月内整改到位",
    "上百家企业，数千人",
    "一次性补助，三人小组",
    "1/4的资金到位",
]


@pytest.mark.parametrize("case", [*DIGITS, *CHARACTERS, *LASTING, *NONE])
def test_a_number_is_a_figure_where_its_unit_follows_and_nowhere_else(case):
    assert marked(_MARK.sub(r"\1\2", case)) == case


UNITS = ["个", "家", "万元", "亿元", "%", "个百分点", "公里", "吨", "人次", "平方米", "万吨", "户"]


@settings(deadline=None)
@given(st.integers(1, 99999), st.sampled_from(UNITS), st.sampled_from(["新建", "完成", "增长", "其中工业"]))
def test_any_number_with_a_unit_is_read_whole(value, unit, before):
    assert marked(f"{before}{value}{unit}") == f"{before}[{value}|{unit}]"


@settings(deadline=None)
@given(st.integers(0, 9999), st.integers(0, 99), st.sampled_from(UNITS))
def test_wide_figures_are_read_like_narrow_ones(whole, part, unit):
    narrow = f"投入{whole}.{part:02}{unit}"
    wide = narrow.translate({ord("0") + n: ord("０") + n for n in range(10)} | {ord("."): "．"})
    assert numbers(wide) == numbers(narrow)


@settings(deadline=None)
@given(st.integers(1900, 2099), st.integers(1, 12), st.integers(1, 31))
def test_no_date_is_a_figure(year, month, day):
    for date in (
        f"{year}年{month}月{day}日",
        f"{year}年",
        f"{month}月{day}日",
        f"{year}-{month:02}-{day:02}",
    ):
        assert numbers(f"会议于{date}召开") == ()


PIECES = [
    "12",
    "3.5",
    "1,200",
    "亿元",
    "个",
    "%",
    "百分之二十",
    "第",
    "年",
    "“",
    "”",
    "《",
    "》",
    "由",
    "至",
    "增长",
    "、",
    "多",
    "万",
]


@settings(deadline=None)
@given(st.lists(st.sampled_from(PIECES), max_size=20).map("".join))
def test_figures_stand_one_behind_the_other(text):
    found = numbers(text)
    assert all(0 <= one.start < one.middle <= one.unit <= one.end <= len(text) for one in found)
    assert all(one.end <= following.start for one, following in pairwise(found))
