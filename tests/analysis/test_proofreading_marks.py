"""Quotes and brackets without their partner, crossed, turned or nested."""

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from proofs import advice, marked

UNPAIRED = [
    "要弘扬⟦“⟧三牛精神，坚持守正创新。",
    "要弘扬三牛⟦”⟧精神，坚持守正创新。",
    "要落实⟦《⟧关于加强基层治理的意见，抓好督查。",
    "要落实关于加强基层治理的意见⟦》⟧，抓好督查。",
    "要抓好⟦（⟧含续建项目建设。",
    "要抓好含续建⟦）⟧项目建设。",
    "要坚持⟦‘⟧两手抓方针。",
    "落实⟦【⟧重点任务，抓好督查。",
    "第一段⟦“⟧没有完。\n第二段要抓落实。",
    "要弘扬“三牛”精神，落实《意见》（试行）。",
    # An item's number, a citation that opens every paragraph, a line that was broken by hand.
    "1）抓项目；2）抓招商。",
    "要做到：a）早谋划；b）细安排。",
    "“第一段引文没有完。\n“第二段引文到此为止。”",
    "要落实《关于加强\n基层治理的意见》，抓好督查。",
    "要弘扬“特别能吃苦、\n特别能战斗”的精神。",
]


@pytest.mark.parametrize("case", UNPAIRED)
def test_a_mark_without_its_partner_is_told(case):
    assert marked("unpaired-mark", case) == case


@pytest.mark.parametrize(
    ("text", "said"),
    [
        ("要弘扬“三牛精神。", ("引号不配对，只有前一半 “", "补上 ” ，或删去 “")),
        ("要弘扬三牛”精神。", ("引号不配对，只有后一半 ”", "补上 “ ，或删去 ”")),
        ("要落实《意见，抓好督查。", ("书名号不配对，只有前一半 《", "补上 》 ，或删去 《")),
        ("要抓好含续建）项目。", ("括号不配对，只有后一半 ）", "补上 （ ，或删去 ）")),
    ],
)
def test_which_half_is_there_and_which_is_wanted(text, said):
    assert advice("unpaired-mark", text) == [said]


CROSSED = [
    "要抓好“双随机（一公开⟦”⟧）工作。",
    "要学习《意见（试行⟦》⟧）精神。",
    "要抓好（含“续建⟦）⟧”项目。",
    "要抓好“双随机（一公开）”工作。",
    "要学习《意见（试行）》精神。",
    "要学习《关于“放管服”的意见》。",
]


@pytest.mark.parametrize("case", CROSSED)
def test_a_pair_that_opens_inside_closes_inside(case):
    assert marked("crossed-marks", case) == case


TURNED = [
    "建设“产业园区⟦“⟧，打造高地。",
    "建设“产业园区⟦“⟧的要求。",
    "建设“产业园区⟦“⟧",
    "建设‘产业园区⟦‘⟧，打造高地。",
    "建设“产业园区”，打造“新高地”。",
    "他说：“要坚持‘两手抓’。”",
]


@pytest.mark.parametrize("case", TURNED)
def test_a_quote_that_looks_the_wrong_way_is_told(case):
    assert marked("turned-quote", case) == case


NESTED = [
    ("nested-quotes", "他说：“要坚持⟦“两手抓”⟧方针。”"),
    ("nested-quotes", "他说：“要坚持‘两手抓’方针。”"),
    ("nested-quotes", "坚持“两手抓”和“两手硬”。"),
    # A lost partner makes all that follows look nested.
    ("nested-quotes", "要弘扬“三牛精神，坚持“两手抓”方针。"),
    ("nested-titles", "印发《关于贯彻⟦《条例》⟧的通知》。"),
    ("nested-titles", "印发《关于贯彻〈条例〉的通知》。"),
    ("nested-titles", "学习《条例》和《办法》。"),
    ("nested-brackets", "参加人员（含有关人员⟦（见附件）⟧）要到齐。"),
    ("nested-brackets", "参加人员（含有关人员〔见附件〕）要到齐。"),
    ("nested-brackets", "甲（一）乙（二）。"),
    ("nested-brackets", "甲（乙⟦（丙（丁）戊）⟧己）庚。"),
]


@pytest.mark.parametrize(("rule", "case"), NESTED)
def test_one_mark_inside_its_like_is_told_once(rule, case):
    assert marked(rule, case) == case


RULES = (
    "unpaired-mark",
    "crossed-marks",
    "turned-quote",
    "nested-quotes",
    "nested-titles",
    "nested-brackets",
)
PAIRED = st.recursive(
    st.sampled_from(["抓落实", "见实效", "，", "守正创新"]),
    lambda inner: (
        st.lists(inner, min_size=1, max_size=3).map("".join)
        | inner.map(lambda text: f"【{text}】")
        | inner.map(lambda text: f"「{text}」")
    ),
    max_leaves=8,
)


@settings(deadline=None)
@given(PAIRED)
def test_well_formed_text_is_silent(text):
    assert not any(advice(rule, f"要{text}。") for rule in RULES)


@settings(deadline=None)
@given(st.sampled_from("“”《》（）【】"), st.integers(0, 8))
def test_one_lonely_mark_is_always_found_where_it_stands(mark, at):
    words = "要切实抓好各项工作"
    text = f"{words[: at + 1]}⟦{mark}⟧{words[at + 1 :]}落地见效。"
    assert marked("unpaired-mark", text) == text
