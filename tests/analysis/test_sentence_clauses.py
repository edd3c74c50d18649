"""Sentences as clauses, and excerpts made of them: nothing torn, nothing added, nothing lost."""

from itertools import pairwise

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from reportgen.analysis.clauses import END_MARKS, excerpt, sentences, whole
from reportgen.source import Source, Span, split_lines


def source_of(text):
    return Source("稿.txt", "稿", text, "0" * 64, split_lines(text))


def cut(text):
    source = source_of(text)
    return source, list(sentences([source.passage(0, len(text))]))


CUTS = {
    "要抓早抓小，要见实效。": [["要抓早抓小，", "要见实效。"]],
    "抓早。抓小！抓实？": [["抓早。"], ["抓小！"], ["抓实？"]],
    "目标是：稳中求进；任务是：提质增效。": [["目标是：", "稳中求进；", "任务是：", "提质增效。"]],
    "坚持“稳增长，促改革”，抓好落实。": [["坚持“稳增长，促改革”，", "抓好落实。"]],
    "产业、就业、教育都要抓。": [["产业、就业、教育都要抓。"]],
    "没有句号": [["没有句号"]],
    "- 抓项目，抓招商": [["抓项目，", "抓招商"]],
    "● 抓项目": [["抓项目"]],
    "★ 抓项目。": [["抓项目。"]],
    "投资1,200万元，增长5.6%。": [["投资1,200万元，", "增长5.6%。"]],
    "。。。": [],
    "  ": [],
}


@pytest.mark.parametrize("text", CUTS)
def test_a_sentence_is_cut_at_its_commas_and_keeps_the_marks_apart(text):
    found = [[f"{clause.text}{clause.mark}" for clause in clauses] for clauses in cut(text)[1]]
    assert found == CUTS[text]


def test_clauses_are_counted_within_their_sentence_and_the_last_one_knows_it():
    _, (first, second) = cut("抓早，抓小，抓实。抓细，抓严。")
    assert [(one.index, one.last) for one in first] == [(0, False), (1, False), (2, True)]
    assert [(one.index, one.last) for one in second] == [(0, False), (1, True)]


def test_what_is_joined_over_a_line_break_reads_on_and_keeps_its_place():
    source, ((clause,),) = cut("要建好产业\n园区。")
    assert clause.text == "要建好产业园区"
    part = clause.part(3, 7)
    assert source.text[part.span.start : part.span.end] == part.text == "产业\n园区"


PIECES = [
    "要抓落实",
    "见实效",
    "“两手抓",
    "”",
    "，",
    "。",
    "；",
    "：",
    "、",
    "\n",
    " ",
    "（",
    "）",
    "1,200",
    "- ",
    "！",
]
texts = st.lists(st.sampled_from(PIECES), max_size=24).map("".join)


@settings(deadline=None)
@given(texts)
def test_every_clause_stands_in_the_text_behind_the_one_before(text):
    source, found = cut(text)
    spans = [clause.passage.span for clauses in found for clause in clauses]
    assert all(source.text[span.start : span.end] for span in spans)
    assert all(before.end <= after.start for before, after in pairwise(spans))
    for clauses in found:
        for clause in clauses:
            assert source.text[clause.passage.span.start : clause.passage.span.end] == clause.passage.text
            assert clause.text.strip(END_MARKS) == clause.text


@settings(deadline=None)
@given(texts)
def test_no_word_is_lost_in_cutting(text):
    _, found = cut(text)
    kept = "".join(clause.text for clauses in found for clause in clauses)
    assert [char for char in kept if char.isalnum()] == [char for char in text if char.isalnum()]


@settings(deadline=None)
@given(texts)
def test_a_part_of_a_clause_is_found_where_it_stands(text):
    source, found = cut(text)
    for clauses in found:
        for clause in clauses:
            for start in range(len(clause.text)):
                part = clause.part(start, len(clause.text))
                assert source.text[part.span.start : part.span.end] == part.text
                assert "".join(part.text.split()) == "".join(clause.text[start:].split())


JOINED = [
    ("要抓早，要抓小，要抓实。", (0, 1, 2), "要抓早，要抓小，要抓实"),
    ("要抓早，要抓小，要抓实。", (0, 2), "要抓早，要抓实"),
    ("要抓早；要抓小。", (0, 1), "要抓早；要抓小"),
    ("目标是：稳中求进。", (0, 1), "目标是：稳中求进"),
    ("要抓早，要抓小。", (1,), "要抓小"),
    # A mark that stood behind a clause left out does not join.
    ("目标是：稳中求进，提质增效。", (0, 2), "目标是，提质增效"),
]


@pytest.mark.parametrize(("text", "chosen", "line"), JOINED)
def test_clauses_are_joined_with_the_marks_that_stood_between_them(text, chosen, line):
    _, (clauses,) = cut(text)
    found = excerpt([clauses[at] for at in chosen])
    assert found.text == line
    assert found.spans == tuple(clauses[at].passage.span for at in chosen)
    assert (found.start, found.end) == (found.spans[0].start, found.spans[-1].end)


@pytest.mark.parametrize(
    ("text", "line"),
    [
        ("要抓好落实。", "要抓好落实"),
        ("：要抓好落实，", "要抓好落实"),
        ("- 要抓好落实；", "要抓好落实"),
        ("要抓好\n落实。", "要抓好落实"),
        ("……", ""),
    ],
)
def test_a_whole_passage_loses_its_end_marks_only(text, line):
    source = source_of(text)
    found = whole(source.passage(0, len(text)))
    assert found.text == line
    assert "".join(found.passages[0].text.split()) == line


def test_nothing_reaches_over_the_end_of_a_paragraph():
    source = source_of("要抓早\n要抓小。")
    lines = [source.passage(line.span.start, line.span.end) for line in source.lines]
    assert [[clause.text for clause in clauses] for clauses in sentences(lines)] == [["要抓早"], ["要抓小"]]
    assert [clauses[0].passage.span for clauses in sentences(lines)] == [Span(0, 3), Span(4, 7)]
