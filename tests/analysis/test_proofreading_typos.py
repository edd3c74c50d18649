"""Slips of the pen from the table, the guards that keep innocent words out of it, and 截止."""

import pytest

from proofs import advice, marked
from reportgen.analysis.proofreading.typos import table

CASES = [
    "已⟦布署⟧三批项目。",
    "⟦按装⟧设备20台。",
    "开设⟦帐户⟧5个，建立⟦台帐⟧。",
    "做到⟦事半工倍⟧、⟦久久为攻⟧。",
    "克服⟦浮燥⟧情绪，⟦再接再励⟧。",
    "作出重大⟦决择⟧。",
    "思想不能⟦松驰⟧。",
    # Right words, and places where two words meet.
    "已部署三批项目，安装设备，开设账户，作出抉择。",
    "公布署名文章，发布署理名单，颁布署长令。",
    "按装配式建筑标准施工，按装机容量分配。",
    "解决择校问题，否决择优方案，判决择机公布。",
    "反复盖章的事要改。",
]


@pytest.mark.parametrize("case", CASES)
def test_a_slip_is_told_and_what_only_looks_like_one_is_not(case):
    assert marked("typo", case) == case


@pytest.mark.parametrize(("wrong", "right"), sorted(table()[0].items()))
def test_each_word_of_the_table_is_told_with_what_is_right(wrong, right):
    assert (f"“{wrong}”是错别字", f"改为“{right}”") in advice("typo", f"要把{wrong}这件事说清楚。")
    assert wrong != right
    assert not advice("typo", f"要把{right}这件事说清楚。")


UNTIL = [
    "⟦截止⟧目前，完成投资3亿元。",
    "⟦截止⟧2024年底，完成投资3亿元。",
    "⟦截止⟧6月底，完成投资3亿元。",
    "⟦截止⟧二〇二四年底，完成投资3亿元。",
    "⟦截止⟧去年，⟦截止⟧本月，⟦截止⟧现在。",
    "⟦截止⟧２０２４年底，完成投资3亿元。",
    "截至目前，完成投资3亿元。",
    "报名截止日期是5月1日，截止时间不变。",
    "报名于5月1日截止。",
    "征集工作已经截止，不再受理。",
]


@pytest.mark.parametrize("case", UNTIL)
def test_a_point_of_time_takes_another_word(case):
    assert marked("until", case) == case
    assert set(advice("until", case)) <= {("“截止”后面不带时间", "改为“截至”")}
