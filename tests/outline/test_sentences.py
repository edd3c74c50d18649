"""Sentences and clauses are cut where a reader would cut them."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from reportgen.outline.sentences import split_clauses, split_sentences
from reportgen.source import Passage, Source, Span, split_lines


def source(text: str) -> Source:
    return Source("x", "x", text, "", split_lines(text))


@pytest.mark.parametrize(
    ("text", "cut"),
    [
        ("开会。散会！好？", "开会。|散会！|好？"),
        ("他说：“要快。要好。”大家鼓掌。", "他说：“要快。要好。”|大家鼓掌。"),
        ("落实“谁执法，谁普法。”的要求。", "落实“谁执法，谁普法。”的要求。"),
        ("增长3.5%。下降0.2个点。", "增长3.5%。|下降0.2个点。"),
        ("要抓紧“整改。马上办。", "要抓紧“整改。|马上办。"),
        ("行动要快.责任要实.", "行动要快.|责任要实."),
        ("等等……继续干。", "等等……|继续干。"),
        ("没有句号", "没有句号"),
        ("", ""),
    ],
)
def test_sentences(text: str, cut: str) -> None:
    assert "|".join(map(str, split_sentences(source(text)))) == cut


@pytest.mark.parametrize(
    ("text", "cut"),
    [
        ("减环节、减时间，提效率；好。", "减环节、减时间，|提效率；|好。"),
        ("把“稳增长，促改革”抓好，10:30开会。", "把“稳增长，促改革”抓好，|10:30开会。"),
        ("投入1,200万元,改造道路.", "投入1,200万元,|改造道路."),
    ],
)
def test_clauses(text: str, cut: str) -> None:
    assert "|".join(map(str, split_clauses(source(text)))) == cut


def test_a_passage_keeps_its_place() -> None:
    whole = source("一。二三。四。")
    assert split_sentences(whole.passage(2, 7))[1] == Passage("四。", Span(5, 7))


@given(st.text(alphabet='一二。，；：“”‘’（）()"《》.,!?3a \n'))
def test_pieces_tile_the_text(text: str) -> None:
    for split in (split_sentences, split_clauses):
        pieces = split(source(text))
        assert "".join("".join(map(str, pieces)).split()) == "".join(text.split())
        assert all(text[p.span.start : p.span.end] == p.text for p in pieces)
