"""The clauses of a speech, each at its place, whatever dress the text wears."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from reportgen.checking.said import flow_of, one_line, passages, prose
from reportgen.readers.markdown import lines
from reportgen.source import Source, split_lines
from speech import brief_of

TEXT = (
    "在会上的讲话\n\n同志们：\n要坚持稳中求进，\n推动高质量发展。\n一、抓项目\n"
    "要深化改革，扩大开放；让群众满意。\n"
)


def source_of(text, *, marked=False):
    return Source("x.txt", "x", text, "ab", lines(text) if marked else split_lines(text))


def test_every_clause_stands_where_it_is_said_to():
    source = source_of(TEXT)
    for words, span in prose(source):
        assert "".join(source.text[span.start : span.end].split()).strip("，。：；") == words.strip("、")


def test_bold_and_heading_marks_are_no_part_of_a_clause():
    source = source_of("## 一、抓项目\n**压实责任**，抓好落实。\n", marked=True)
    said = [words for words, _ in prose(source)]
    assert {"抓项目", "压实责任", "抓好落实"} <= {words.removeprefix("一、") for words in said}
    places = [source.text[span.start : span.end] for words, span in prose(source) if words == "压实责任"]
    assert places
    assert all("压实责任" in place for place in places)


@pytest.mark.parametrize(
    ("words", "held"),
    [
        ("要坚持稳中求进，推动高质量发展", False),
        ("深化改革，扩大开放", False),
        ("要深化改革，扩大开放", True),
        ("要深化改革，扩大开放；让群众满意", True),
        ("扩大开", False),
        ("抓项目要深化改革", False),
    ],
)
def test_clauses_run_on_from_the_beginning_of_one_to_the_end_of_one_in_a_paragraph(words, held):
    assert flow_of(source_of(TEXT)).holds(words) is held


@given(st.text(st.sampled_from("甲乙，。 \t\u3000\n"), max_size=30))
def test_joining_lines_moves_nothing(text):
    joined = one_line(text)
    assert len(joined) == len(text)
    assert [char for char in joined if not char.isspace()] == [char for char in text if not char.isspace()]
    assert all(char == "\n" or char == text[at] for at, char in enumerate(joined))


def test_planning_prints_title_headings_and_lines_of_the_brief_by_themselves():
    brief = brief_of(TEXT)
    found = set(passages(brief))
    text = brief.document.source.text
    for words in ("在会上的讲话", "抓项目", "一、抓项目", "同志们："):
        assert (text.index(words.rstrip("：")), words.rstrip("：")) in found or (
            text.index(words),
            words,
        ) in found
    assert all(start <= len(text) for start, _ in found)
