"""Owner and deadline in the many ways of speeches: what analysis found is right, another's is not."""

from dataclasses import replace

import pytest

from reportgen.checking.placed import Code, Placed
from reportgen.checking.stated import stated_findings
from reportgen.planning.checklist import plan_checklist
from reportgen.planning.facts import Facts
from speech import said_under

LEAD = "下一步，各级各部门要抓好以下重点工作。\n"
OTHER = "县水利局要疏浚河道，11月20日前完成。"
SPOKEN = [
    ("县发改局要建立项目储备库，6月底前完成。", "县发改局", "6月底前"),
    ("由县教育局牵头建立学生资助台账，9月1日前完成。", "县教育局", "9月1日前"),
    ("县财政局负责兑付补贴资金，年底前全部到位。", "县财政局", "年底前"),
    ("今年年底前，县住建局要改造老旧小区20个。", "县住建局", "今年年底前"),
    ("县公安局要在国庆节前开展专项整治。", "县公安局", None),
    ("要建立工作台账，责任单位：县信访局，完成时限：8月底前。", "县信访局", "8月底前"),
    ("2025年12月31日前，要建成冷链仓库5座。", None, "2025年12月31日前"),
    ("各乡镇要排查地质灾害隐患点，汛期前完成。", "各乡镇", None),
    ("县卫健委、县医保局要优化结算流程，10月底前实现一站式结算。", None, None),
]


def brief_of(sentence):
    return said_under(f"{LEAD}一、抓好重点工作\n{sentence}{OTHER}\n二、抓好落实\n抓好落实。\n")


def entries(brief):
    return plan_checklist(brief, Facts()).entries


def told(brief, rows):
    """What is told of the rows of a checklist as a file has them."""
    cells = (
        Placed(cell, f"第 {number} 行", number, table=True)
        for number, row in enumerate(rows)
        for cell in (row.task, row.measure, row.owner, row.deadline)
        if cell
    )
    return [(one.code, one.text) for one in stated_findings(tuple(cells), brief)]


@pytest.mark.parametrize(("sentence", "owner", "deadline"), SPOKEN)
def test_what_analysis_found_is_what_the_speech_states(sentence, owner, deadline):
    brief = brief_of(sentence)
    first = entries(brief)[0]
    if owner:
        assert first.owner == owner
    if deadline:
        assert first.deadline == deadline
    assert told(brief, entries(brief)) == []


@pytest.mark.parametrize("sentence", [sentence for sentence, _, _ in SPOKEN])
@pytest.mark.parametrize("cell", ["owner", "deadline"])
def test_the_owner_and_the_deadline_of_another_sentence_are_told(sentence, cell):
    brief = brief_of(sentence)
    (stranger,) = [row for row in entries(brief) if "疏浚河道" in row.measure]
    assert (stranger.owner, stranger.deadline) == ("县水利局", "11月20日前")
    wrong = getattr(stranger, cell)
    others = [replace(row, **{cell: wrong}) for row in entries(brief) if row != stranger]
    assert told(brief, others) == [(Code.NAME, wrong)] * len(others)


@pytest.mark.parametrize("sentence", [sentence for sentence, _, _ in SPOKEN])
def test_an_empty_cell_states_nothing_and_is_no_finding(sentence):
    brief = brief_of(sentence)
    assert told(brief, [replace(row, owner="", deadline="") for row in entries(brief)]) == []


def test_a_speech_that_states_nothing_has_nothing_to_compare():
    brief = said_under("一、抓好重点工作\n建立工作台账。\n二、抓好落实\n抓好落实。\n")
    assert told(brief, [replace(row, owner="县水利局") for row in entries(brief)]) == []
