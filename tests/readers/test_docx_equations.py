"""Equations, in a line as Word writes them, and what stands below the line in the text."""

import pytest

from reportgen.readers.docx import read_docx
from wordscript import p, r, style, word


def text_of(body, **parts):
    return read_docx(word(body, **parts), "讲话.docx", "讲话").text


def t(text):
    return f"<m:r><m:t>{text}</m:t></m:r>"


def m(name, *children):
    return f"<m:{name}>{''.join(children)}</m:{name}>"


def stated(name, sign=None):
    return f"<m:{name}/>" if sign is None else f'<m:{name} m:val="{sign}"/>'


def fraction(over, under):
    return m("f", m("num", over), m("den", under))


def fence(content, *signs):
    return m("d", m("dPr", *signs), m("e", content))


@pytest.mark.parametrize(
    ("equation", "text"),
    [
        (t("1+1&gt;2"), "1+1>2"),
        (fraction(t("1"), t("3")), "1/3"),
        (fraction(t("本年数"), t("上年数")), "本年数/上年数"),
        (fraction(t("a+b"), t("c−d")), "(a+b)/(c−d)"),
        (fraction(fence(t("a+b")), t("2")), "(a+b)/2"),
        (fraction(fraction(t("1"), t("2")), t("3")), "(1/2)/3"),
        (t("2×") + fence(t("1+5%")), "2×(1+5%)"),
        (m("d", m("e", t("1+5%"))), "(1+5%)"),
        (fence(t("1"), stated("begChr", "["), stated("endChr", "]")), "[1]"),
        (fence(t("x"), stated("begChr", "{"), stated("endChr", "")), "{x"),
        (fence(t("x"), stated("begChr", "|"), stated("endChr")), "|x"),
        (m("d", m("e", t("1")), m("e", t("2"))), "(1|2)"),
        (m("rad", m("radPr", stated("degHide", "1")), m("deg"), m("e", t("2"))), "√2"),
        (m("rad", m("deg", t("3")), m("e", t("x+1"))), "∛(x+1)"),
        (m("rad", m("deg", t("5")), m("e", t("x"))), "⁵√x"),
        (m("nary", m("naryPr", stated("chr", "∑")), m("sub", t("i=1")), m("sup", t("n")), m("e", t("x"))),
         "∑_(i=1)ⁿ x"),
        (m("nary", m("sub", t("0")), m("sup", t("1")), m("e", t("x"))), "∫₀¹ x"),
        (m("sSub", m("e", t("CO")), m("sub", t("2"))), "CO₂"),
        (m("sSub", m("e", t("x")), m("sub", t("i"))), "x_i"),
        (m("sSup", m("e", t("m")), m("sup", t("2"))), "m²"),
        (m("sSup", m("e", t("e")), m("sup", t("−kt"))), "e^(−kt)"),
        (m("sSup", m("e", t("x")), m("sup", t("*"))), "x*"),
        (m("sSup", m("e", t("x")), m("sup", fraction(t("1"), t("2")))), "x^(1/2)"),
        (m("limLow", m("e", t("lim")), m("lim", t("n→∞"))), "lim_(n→∞)"),
        (m("func", m("fName", t("log")), m("e", t("x"))), "log x"),
        (m("func", m("fName", t("f")), m("e", fence(t("x")))), "f(x)"),
        (m("bar", m("barPr", stated("pos", "top")), m("e", t("x"))), "x\u0304"),
        (m("m", m("mr", m("e", t("1")), m("e", t("0"))), m("mr", m("e", t("0")), m("e", t("1")))),
         "1 0; 0 1"),
    ],
)  # fmt: skip
def test_an_equation_is_written_in_a_line(equation, text):
    assert text_of(p(r("得") + f"<m:oMath>{equation}</m:oMath>" + r("。"))) == f"得{text}。"


@pytest.mark.parametrize("name", ["f", "d", "rad", "nary", "sSup", "sSub", "func", "limLow", "acc", "bar"])
def test_an_equation_that_lacks_its_parts_ends_nothing(name):
    assert text_of(p(r("甲") + f"<m:oMath>{m(name)}</m:oMath>" + r("乙"))).endswith("乙")


def test_an_equation_beside_the_paragraphs_is_read():
    own = f"<m:oMathPara><m:oMath>{t('1+1=2')}</m:oMath></m:oMathPara>"
    assert text_of(p("甲") + own + p("乙")) == "甲\n1+1=2\n乙"


LOWERED = '<w:vertAlign w:val="subscript"/>'


@pytest.mark.parametrize(
    ("before", "low", "text"),
    [
        ("减少CO", ["2"], "减少CO₂等"),
        ("H", ["2 "], "H₂ 等"),
        ("C", ["1", "2"], "C₁₂等"),
        ("Al(OH)", ["3"], "Al(OH)₃等"),
        ("PM", ["2.5"], "PM2.5等"),
        ("GDP", ["本年"], "GDP本年等"),
        ("共20", ["26"], "共2026等"),
        ("第", ["1"], "第1等"),
        ("见注", ["[1]"], "见注[1]等"),
    ],
)
def test_an_index_is_kept_as_one_and_other_lowered_text_as_it_is(before, low, text):
    assert text_of(p(r(before) + "".join(r(one, LOWERED) for one in low) + r("等"))) == text


def test_an_index_and_a_power_may_follow_each_other():
    raised = '<w:vertAlign w:val="superscript"/>'
    assert text_of(p(r("SO") + r("4", LOWERED) + r("2-", raised) + r("离子"))) == "SO₄²⁻离子"


def test_subscript_by_style_and_of_a_whole_paragraph():
    styles = style("下", kind="character", rpr=LOWERED)
    assert text_of(p(r("CO") + r("2", '<w:rStyle w:val="下"/>')), styles=styles) == "CO₂"
    assert text_of(p(r("CO", LOWERED) + r("2", LOWERED))) == "CO2"
