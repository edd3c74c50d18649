"""Cutting texts into clauses: the same clauses whatever stands around them."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from reportgen.checking.clauses import core, pieces, squash


def words(text):
    return [piece.words for piece in pieces(text)]


@pytest.mark.parametrize(
    ("text", "clauses"),
    [
        ("减环节、减时间，让群众少跑腿。", ["减环节、减时间", "让群众少跑腿"]),
        ("他说：“稳增长，促改革。”大家赞成。", ["他说", "稳增长", "促改革", "大家赞成"]),
        ("增长1,200.5万元，时间10:30", ["增长1,200.5万元", "时间10:30"]),
        ("增长1,\n200.5万元，时间10:\n30", ["增长1,200.5万元", "时间10:30"]),
        ("“甲”\n“乙”", ["甲", "乙"]),
        ("会议结束.下面发言", ["会议结束", "下面发言"]),
        ("“甲”“乙”", ["甲", "乙"]),
        ("建立机制（续）", ["建立机制"]),
        ("建立机制；完善制度（共 6 项）", ["建立机制", "完善制度"]),
        ("落实责任。〔原文第 5—7 段〕", ["落实责任"]),
        ("2384 字 · 4 部分", ["2384字", "4部分"]),
        ("标题\u3000单位\t日期", ["标题", "单位", "日期"]),
        ("全面深化\n依法行政", ["全面深化依法行政"]),
        ("**要深入学习", ["**要深入学习"]),
        ("——。；", []),
    ],
)
def test_cuts(text, clauses):
    assert words(text) == clauses


def test_an_editors_mark_reaches_back_over_its_sentence():
    found = [(piece.words, piece.edited) for piece in pieces("甲做好准备；乙抓紧落实，丙跟上〔编者加〕")]
    assert found == [("甲做好准备", False), ("乙抓紧落实", True), ("丙跟上", True)]
    assert [piece.edited for piece in pieces("按期完成。〔编者加〕")] == [True]


def test_what_an_ellipsis_cuts_short_is_told():
    assert [piece.shortened for piece in pieces("建立一批棉花、油料、糖…")] == [True]


@given(st.text("甲乙不，。、：“”（）〔〕1.%·* \n\t\u3000…"))
def test_pieces_lie_in_order_inside_the_text(text):
    end = 0
    for piece in pieces(text):
        assert end <= piece.start < piece.end <= len(text)
        assert piece.words == core(text[piece.start : piece.end])
        end = piece.end


@pytest.mark.parametrize("time", ["半分钟", " 1 分钟", " 2 分半钟", "12分钟"])
def test_how_long_a_slide_takes_is_no_word_of_a_clause(time):
    assert words(f"〔本页约{time}〕突出知行合一，在深学笃行中把准正确方向") == [
        "突出知行合一",
        "在深学笃行中把准正确方向",
    ]


@pytest.mark.parametrize("text", ["〔本页很长〕突出知行合一", "〔本页约一年〕突出知行合一"])
def test_other_words_in_such_brackets_are_words(text):
    assert len(words(text)[0]) > len("突出知行合一")


def test_what_no_file_can_hold_does_not_count():
    assert squash("甲 \x07\u200b乙\ufeff") == "甲乙"
