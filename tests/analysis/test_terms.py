"""Set phrases and numbers, each with the words around it."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from speech import brief_of, said_under


@pytest.mark.parametrize(
    ("text", "terms"),
    [
        ("全面推行“首问负责制”，让群众少跑腿。", [("首问负责制", "全面推行“首问负责制”，让群众少跑腿")]),
        # A clause that says enough stands alone; a short one takes its neighbour along.
        (
            "深入推进城乡供水“同源同网”改造工程，让群众满意。",
            [("同源同网", "深入推进城乡供水“同源同网”改造工程")],
        ),
        ("做好服务，弘扬“店小二”精神。", [("店小二", "做好服务，弘扬“店小二”精神")]),
        # Each phrase once, where it first stands in running text.
        ("“四下基层”是好传统。“四下基层”要坚持。", [("四下基层", "“四下基层”是好传统")]),
        # A quoted sentence is a quotation; a single glyph is no phrase.
        ("他说：“要快，要好。”大家读“书”学法。", []),
        ("没有引号的一句话。", []),
    ],
)
def test_quoted_phrases_with_their_context(text, terms):
    assert [(term.text.text, str(term.context)) for term in said_under(text).terms] == terms


@pytest.mark.parametrize(
    ("text", "figures"),
    [
        ("新建农村公路412公里。", ["412|公里"]),
        ("地区生产总值增长7.5%，占全省的12％，出生率为6‰。", ["7.5|%", "12|％", "6|‰"]),
        ("降低0.3个百分点。", ["0.3|个百分点"]),
        ("投资1,200万元，惠及３５万人。", ["1,200|万元", "３５|万人"]),
        ("约300多家企业参加，完成80余件。", ["300|多家", "80|余件"]),
        ("建设了3个1000亩示范片。", ["3|个", "1000|亩"]),
        # Dates, ordinals, road numbers and bare numbers are no figures.
        ("2024年5月6日，第3次会议讨论A15高速，编号77。", []),
        ("2024年实施项目36个，5月底前完成12项。", ["36|个", "12|项"]),
    ],
)
def test_numbers_with_their_units(text, figures):
    found = said_under(text).figures
    assert [f"{one.value.text}|{one.unit.text if one.unit else ''}" for one in found] == figures


def test_a_number_stands_in_its_clause():
    (figure,) = said_under("去年以来，全县新建农村公路412公里，群众很满意。").figures
    assert str(figure.clause) == "全县新建农村公路412公里"


PIECES = [
    "“一网通办”",
    "推行",
    "“要快，要好”",
    "改革",
    "增长7.5%",
    "2024年",
    "3万人",
    "，",
    "。",
    "”",
    "“",
    "\n",
    "一、",
]


@given(st.lists(st.sampled_from(PIECES), max_size=30).map("".join) | st.text(max_size=80))
def test_what_is_found_stands_where_it_says(text):
    brief = brief_of(text)
    source = brief.document.source.text
    passages = [term.text for term in brief.terms]
    passages += [one for figure in brief.figures for one in (figure.value, figure.unit) if one]
    for passage in passages:
        assert source[passage.span.start : passage.span.end] == passage.text
    assert len({term.text.text.strip() for term in brief.terms}) == len(brief.terms)
