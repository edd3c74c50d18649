"""Proofreading from a path: the findings with their places, and a Word file that says them in the margin."""

import io

import docx
import pytest

from reportgen.errors import Severity, SourceError
from reportgen.proofing import check, commented
from speech import SHORT

FAULTY = SHORT.replace("二、", "三、").replace("推动工作", "推动工作（见附件，，")


@pytest.fixture
def path(tmp_path):
    return tmp_path / "讲话.txt"


def checked(path, text, rules=None):
    path.write_text(text, "utf-8")
    return check(path, rules)


def comments(data):
    return [one.text for one in docx.Document(io.BytesIO(data)).comments]


def body(data):
    return [one.text for one in docx.Document(io.BytesIO(data)).paragraphs]


def test_a_speech_in_order_has_no_findings(path):
    found = checked(path, SHORT)
    assert (found.findings, sum(found.counts.values())) == ((), 0)
    assert comments(commented(found)) == []


def test_findings_have_places_in_the_text_and_are_counted_by_severity(path):
    found = checked(path, FAULTY)
    assert {finding.rule for finding in found.findings} >= {"numbering", "unpaired-mark"}
    assert sum(found.counts.values()) == len(found.findings)
    assert found.counts[Severity.ERROR] > 0
    text = found.document.source.text
    for finding in found.findings:
        place = found.place(finding)
        line = text.split("\n")[place.line - 1]
        assert text[finding.span.start : finding.span.start + 1] == line[place.column - 1 : place.column]


def test_only_the_rules_that_were_chosen_are_applied(path):
    assert {finding.rule for finding in checked(path, FAULTY, {"unpaired-mark"}).findings} == {
        "unpaired-mark"
    }
    assert checked(path, FAULTY, {"impossible-date"}).findings == ()


def test_the_word_file_holds_the_speech_and_a_comment_for_each_finding(path):
    found = checked(path, FAULTY)
    data = commented(found)
    assert len(comments(data)) == len(found.findings)
    said = "".join(body(data))
    for line in filter(None, FAULTY.split("\n")):
        assert line in said
    told = "\n".join(comments(data))
    assert all(finding.message in told for finding in found.findings)


def test_the_word_file_is_the_same_each_time(path):
    assert commented(checked(path, FAULTY)) == commented(checked(path, FAULTY))


def test_marks_that_xml_reads_as_its_own_are_only_characters(path):
    text = SHORT.replace("推动工作", "推动A&B公司<试点>工作（见附件")
    found = checked(path, text)
    assert "A&B公司<试点>" in "".join(body(commented(found)))


def test_masked_names_are_told_as_what_they_are_and_as_nothing_else(path):
    text = SHORT.replace("推动工作", "推动××县工作，某某同志负责")
    found = checked(path, text)
    assert [finding.rule for finding in found.findings] == ["unfilled-mask"] * 2
    assert [text[one.span.start : one.span.end] for one in found.findings] == ["××", "某某"]


def test_traditional_text_is_told_in_its_own_characters(path):
    text = (
        "在會上的講話\n同志們：\n一、加強學習\n一是提高認識。推動工作。\n三、抓好落實\n抓好落實（見附件。\n"
    )
    found = checked(path, text)
    assert {finding.rule for finding in found.findings} >= {"numbering", "unpaired-mark"}
    assert "在會上的講話" in "".join(body(commented(found)))


def test_a_speech_that_cannot_be_read_is_told(path):
    path.write_bytes(b"")
    with pytest.raises(SourceError, match="空的"):
        check(path)
