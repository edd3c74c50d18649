"""Words that are right one by one and yet not as planned: our numbers, the order of clauses, rows, cards."""

import pytest

from reportgen.checking.expected import Expected, Wanted
from reportgen.checking.ground import ground_of
from reportgen.checking.matching import unmatched
from reportgen.checking.placed import Code, Placed, Zone
from reportgen.checking.places import count_findings, order_findings, row_findings
from reportgen.planning.facts import Facts
from speech import said_under

BODY = """一、抓好项目
建立项目储备库，落实专项资金，完善考核办法。
二、抓好民生
新建社区食堂，改造老旧小区，推行“一窗受理”，落实“河长制”。
"""
GROUND = ground_of(said_under(BODY), Facts())


def placed(*texts, unit=None, table=False, zone=Zone.BODY):
    return [Placed(t, f"第 {at} 处", unit or at, zone, table=table) for at, t in enumerate(texts, 1)]


def odd(texts, plan):
    return unmatched(placed(*texts), Expected(tuple(Wanted(text, "正文") for text in plan)))


@pytest.mark.parametrize(
    ("printed", "planned"),
    [
        ("2. 建立项目储备库。", "1. 建立项目储备库。"),
        ("（三）建立项目储备库", "（二）建立项目储备库"),
        ("建立项目储备库（共 5 项）", "建立项目储备库（共 6 项）"),
        ("建立项目储备库。〔原文第 7 段〕", "建立项目储备库。〔原文第 5 段〕"),
        ("建立项目储备库。〔原文第 5—9 段〕", "建立项目储备库。〔原文第 5—7 段〕"),
        ("3", "2"),
        ("四", "三"),
        ("12", "2"),
    ],
)
def test_a_number_of_ours_that_is_another_is_told_with_the_right_one(printed, planned):
    (found,) = count_findings(odd([printed], [planned]), GROUND)
    assert found.code is Code.NUMBER
    assert found.message == f"编号、计数与应有的不同：应为“{''.join(planned.split())}”"
    assert found.where == "第 1 处"


@pytest.mark.parametrize(
    ("printed", "planned"),
    [
        ("1. 建立项目储备库。", "1. 建立项目储备库。"),
        ("1.\n建立项目储备库。", "1. 建立项目储备库。"),
        ("1. 建立项目储备库。", "1. 落实专项资金。"),
        ("1. 建立项目储备厍。", "2. 建立项目储备库。"),
        ("建立项目储备库", "1. 建立项目储备库"),
    ],
)
def test_other_words_are_no_matter_of_a_number(printed, planned):
    assert list(count_findings(odd([printed], [planned]), GROUND)) == []


def test_each_wrong_number_is_told_with_a_planned_one_of_its_own():
    texts = odd(["3. 新建社区食堂", "4. 新建社区食堂"], ["1. 新建社区食堂", "2. 新建社区食堂"])
    told = [one.message.partition("应为")[2] for one in count_findings(texts, GROUND)]
    assert told == ["“1.新建社区食堂”", "“2.新建社区食堂”"]


A, B, C = "建立项目储备库", "落实专项资金", "完善考核办法"


@pytest.mark.parametrize(
    ("printed", "planned", "word", "right"),
    [
        (f"{B}，{A}", f"{A}，{B}", B, A),
        (f"{A}，{C}，{B}", f"{A}，{B}，{C}", C, B),
        (f"{A}；新建社区食堂", f"{A}；{B}", "新建社区食堂", B),
        (f"{C}；{B}；{A}", f"{A}；{B}；{C}", C, A),
    ],
)
def test_a_clause_where_another_is_planned_is_told_with_that(printed, planned, word, right):
    (found,) = order_findings(odd([printed], [planned]), GROUND)
    assert (found.text, found.code) == (word, Code.NAME)
    assert found.message == f"这句话在原文里不在这个位置：应为“{right}”"


@pytest.mark.parametrize(
    ("printed", "planned"),
    [
        (f"{A}，{B}", f"{A}，{B}"),
        (A, B),
        (f"{A}，{B}", f"{A}，{B}，{C}"),
        ("新建社区食堂，改造老旧小区", f"{A}，{B}"),
        (f"{B}，建立项目储备厍", f"{A}，{B}"),
    ],
)
def test_other_texts_altogether_are_no_matter_of_order(printed, planned):
    assert list(order_findings(odd([printed], [planned]), GROUND)) == []


ROWS = Expected(
    rows=(
        (A, B, "抓好项目"),
        ("新建社区食堂", "改造老旧小区", "抓好民生"),
        ("推行“一窗受理”", "落实“河长制”"),
    )
)


def told(*units):
    found = row_findings([one for unit in units for one in unit], ROWS, GROUND)
    return [(one.where, one.text) for one in found]


def row(*texts, number=1):
    return placed(*texts, unit=number, table=True)


@pytest.mark.parametrize(
    "texts",
    [
        (A, B),
        ("1", "抓好项目", f"{A}；{B}", "☐"),
        (f"{B}", f"{A}"),
        ("抓好民生", "改造老旧小区"),
        (A,),
        ("完善考核办法", A),
        ("序号", "重点任务", "具体举措"),
    ],
)
def test_a_row_whose_words_belong_together_is_right(texts):
    assert told(row(*texts)) == []


@pytest.mark.parametrize(
    ("texts", "stranger"),
    [
        ((A, B, "新建社区食堂"), "新建社区食堂"),
        (("抓好项目", "改造老旧小区", "新建社区食堂"), "抓好项目"),
        (("1", A, B, "抓好民生"), "抓好民生"),
    ],
)
def test_a_clause_of_another_row_is_told(texts, stranger):
    assert [text for _, text in told(row(*texts))] == [stranger]


def test_each_row_is_looked_at_by_itself():
    rows = (
        row("抓好项目", A, number=1),
        row("抓好民生", B, number=2),
        row("抓好民生", "新建社区食堂", number=3),
    )
    assert len(told(*rows)) == 1


def test_what_is_nobodys_is_left_to_the_comparison_of_clauses():
    assert told(row("抓好民生", A, "经费由本级承担")) == []


def test_paragraphs_of_running_text_are_no_row():
    assert told(placed("抓好民生", A, unit=1)) == []


def test_a_card_that_begins_with_a_quotation_is_compared_as_a_row():
    assert told(placed("“一窗受理”", "推行“一窗受理”", "落实“河长制”", unit=1)) == []
    assert told(placed("“一窗受理”", "推行“一窗受理”", A, unit=1)) != []
    assert told(placed("“一窗受理”", "推行“一窗受理”", A, unit=1, zone=Zone.NOTES)) == []
