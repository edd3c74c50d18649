"""Owner and deadline are looked up in the speech itself, so that a wrong plan does not pass."""

import io
from dataclasses import replace

import openpyxl
import pytest

from reportgen.analysis import Editorial, Excerpt
from reportgen.checking.placed import Code, Placed
from reportgen.checking.stated import stated_findings
from reportgen.cli import main
from reportgen.planning.checklist import plan_checklist
from reportgen.planning.facts import Facts
from speech import said_under

BODY = """一、抓好建设
一是抓好项目。县发改局要建立项目储备库，三年内建成十个服务中心。县财政局要兑付各项补贴资金，每年6月底前到位。
二是抓好服务。自由裁量权行使要规范，建立审批台账。责任单位：县司法局；完成时限：明年底前。
二、抓好安全（2026年底前）
各乡镇要建立安全台账，加强日常巡查。
"""


@pytest.fixture(scope="module")
def brief():
    return said_under(BODY)


def rows(brief):
    """The rows of the checklist as a file has them."""
    for number, entry in enumerate(plan_checklist(brief, Facts()).entries):
        for cell in filter(None, (entry.task, entry.measure, entry.owner, entry.deadline)):
            yield Placed(cell, f"第 {number} 行", number, table=True)


def with_stated(brief, words, **stated):
    """The brief with something else stated of the measure that has some words."""

    def changed(measure):
        return replace(measure, **stated) if words in measure.line.text else measure

    tasks = [replace(task, measures=tuple(map(changed, task.measures))) for task in brief.tasks]
    return replace(brief, tasks=tuple(tasks))


def excerpt(brief, words, before=""):
    text = brief.document.source.text
    start = text.index(before + words) + len(before)
    return Excerpt((brief.document.source.passage(start, start + len(words)),), words)


def told(brief):
    return [(one.code, one.text) for one in stated_findings(tuple(rows(brief)), brief)]


def test_what_the_speech_states_is_right(brief):
    stated = [
        (str(one.owner or ""), str(one.deadline or "")) for task in brief.tasks for one in task.measures
    ]
    assert ("县司法局", "明年底前") in stated
    assert ("县财政局", "每年6月底前") in stated
    assert told(brief) == []


@pytest.mark.parametrize(
    ("measure", "kind", "words", "before"),
    [
        ("十个服务中心", "deadline", "年内", "三"),
        ("补贴资金", "deadline", "6月底前", "每年"),
        ("补贴资金", "deadline", "月底前", "每年6"),
        ("审批台账", "deadline", "年底前", "明"),
        ("审批台账", "owner", "裁量权行使", "自由"),
        ("补贴资金", "owner", "县发改局", ""),
        ("十个服务中心", "deadline", "明年底前", ""),
        ("安全台账", "owner", "县司法局", ""),
    ],
)
def test_a_torn_one_and_one_of_another_sentence_are_told(brief, measure, kind, words, before):
    wrong = with_stated(brief, measure, **{kind: excerpt(brief, words, before)})
    assert told(wrong) == [(Code.NAME, words)]


def test_a_heading_above_speaks_of_what_stands_below_it(brief):
    assert told(with_stated(brief, "安全台账", deadline=excerpt(brief, "2026年底前"))) == []


def test_an_editor_answers_for_his_own(brief):
    assert told(with_stated(brief, "安全台账", owner=Editorial("县应急局"))) == []


def test_a_cell_that_somebody_moved_is_told_with_its_place(tmp_path, capsys):
    speech = tmp_path / "讲话.txt"
    speech.write_text(f"在工作会议上的讲话\n\n同志们：\n{BODY}", "utf-8")
    assert main(["build", str(speech), "-o", str(tmp_path), "--only", "落实清单"]) == 0
    path = tmp_path / "讲话-落实清单.xlsx"
    assert main(["verify", str(path), "--source", str(speech)]) == 0
    book = openpyxl.load_workbook(io.BytesIO(path.read_bytes()))
    cells = {cell.value: cell for row in book.active.iter_rows() for cell in row}
    cells["县财政局"].value = "县发改局"
    book.save(path)
    capsys.readouterr()
    assert main(["verify", str(path), "--source", str(speech)]) == 1
    assert cells["县财政局"].coordinate in capsys.readouterr().out
