"""The speech line by line, with each remark at its words."""

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from reportgen.analysis.proofreading import Finding, proofread
from reportgen.errors import Severity
from reportgen.outline import parse
from reportgen.planning.review import LineStyle, comment_text, plan_review
from reportgen.source import Source, Span, split_lines

SPEECH = (
    "在推进会上的讲话\n（2025年6月30日）\n\n同志们：\n　　下面讲两点。\n一、抓产业\n（一）抓招商\n"
    "要抓落实，，见实效。\n"
    "二、抓民生\n要弘扬“三牛精神。\n"
)


def document(text):
    return parse(Source("稿.txt", "稿", text, "0" * 64, split_lines(text)))


def reviewed(text):
    read = document(text)
    return plan_review(read, proofread(read))


def test_every_line_has_its_look():
    looks = {row.text: row.look for row in reviewed(SPEECH).rows}
    assert looks == {
        "在推进会上的讲话": LineStyle.TITLE,
        "（2025年6月30日）": LineStyle.NOTE,
        "同志们：": LineStyle.SALUTATION,
        "下面讲两点。": LineStyle.TEXT,
        "一、抓产业": LineStyle.HEADING_1,
        "（一）抓招商": LineStyle.HEADING_2,
        "要抓落实，，见实效。": LineStyle.TEXT,
        "二、抓民生": LineStyle.HEADING_1,
        "要弘扬“三牛精神。": LineStyle.TEXT,
    }


def test_a_remark_stands_at_its_words():
    found = {row.text[one.start : one.end]: one.text for row in reviewed(SPEECH).rows for one in row.comments}
    assert found["，，"] == "【错误】标点重叠“，，”。建议：只留一个"
    assert found["“"].startswith("【错误】引号不配对")


def test_the_title_goes_into_the_properties_and_the_file_name_stands_in_for_it():
    assert reviewed(SPEECH).title == "在推进会上的讲话"
    assert reviewed("要抓落实。\n").title == "稿"


@pytest.mark.parametrize(
    ("severity", "name"),
    [(Severity.ERROR, "错误"), (Severity.WARNING, "注意"), (Severity.INFO, "说明")],
)
@pytest.mark.parametrize(("suggestion", "hint"), [("改为“5月”", "。建议：改为“5月”"), ("", "")])
def test_what_a_comment_says(severity, name, suggestion, hint):
    one = Finding("x", severity, Span(0, 1), "月、日不编虚位", suggestion)
    assert comment_text(one) == f"【{name}】月、日不编虚位{hint}"


PIECES = ["要抓落实，，", "“三牛精神", "\n", "　　", "一、抓产业\n", "2月30日", "。", " ", "的的"]


@settings(deadline=None)
@given(st.lists(st.sampled_from(PIECES), max_size=20).map("".join))
def test_no_line_and_no_remark_is_lost(text):
    read = document(text)
    findings = proofread(read)
    found = plan_review(read, findings)
    assert "".join("".join(row.text for row in found.rows).split()) == "".join(text.split())
    if found.rows:
        assert sum(len(row.comments) for row in found.rows) == len(findings)
    for row in found.rows:
        assert all(0 <= one.start < one.end <= len(row.text) for one in row.comments)
        assert row.text.strip() == row.text
