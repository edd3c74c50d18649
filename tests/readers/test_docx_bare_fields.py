"""Fields of which the file holds no result: said by their instruction, or told as missing."""

import pytest

from reportgen.readers.docx import read_docx
from wordscript import field, p, r, word

SEPARATOR = '<w:r><w:fldChar w:fldCharType="separate"/></w:r>'


def read(body):
    return read_docx(word(body), "讲话.docx", "讲话")


def bare(instruction, *, separated=False):
    runs = field(instruction, "")
    return runs if separated else runs.replace(SEPARATOR, "")


@pytest.mark.parametrize("separated", [True, False])
@pytest.mark.parametrize(
    ("instruction", "text"),
    [
        (r"EQ \f(1,3)", "1/3"),
        (r" EQ \F(1;3) \* MERGEFORMAT", "1/3"),
        (r"EQ \f(本年数，上年数)", "本年数/上年数"),
        (r"EQ \f(a+b,2)", "(a+b)/2"),
        (r"EQ \f((a+b)(a-b),2)", "((a+b)(a-b))/2"),
        (r"eq \r(2)", "√2"),
        (r"EQ \r(3,x+1)", "³√(x+1)"),
        (r"EQ m\s\up5(2)", "m²"),
        (r"EQ CO\s\do3(2)", "CO₂"),
        (r"EQ \x(1)", "1"),
        (r"EQ \b(\f(1,2))", "(1/2)"),
        (r"EQ \b\bc\[(\f(1,2))", "[1/2]"),
        (r"EQ \b\lc\{(\a\al\co1(x=1,y=2))", "{x=1 y=2"),
        (r"EQ \i\su(i=1,n,x)", "∑_(i=1)ⁿ x"),
        (r"EQ \l(1,2)", "1,2"),
        (r"EQ 1\,5\d\fo10()", "1,5"),
        (r"EQ \o\ac(○,2)", "②"),
        ("MACROBUTTON NoMacro 请核对数字", "请核对数字"),
        ("GOTOBUTTON 附表 见附表", "见附表"),
        ('QUOTE "同舟共济"', "同舟共济"),
        (r'SYMBOL 254 \f "Wingdings" \s 12', "☑"),
        (r"SYMBOL 0x2460 \u", "①"),
        ("SYMBOL 163", "£"),
        ('XE "水利"', ""),
        ("TC 目录项", ""),
        ('HYPERLINK "http://a.cn"', ""),
        ("PAGE", ""),
        ("FORMTEXT", ""),
    ],
)
def test_what_an_instruction_says(instruction, text, separated):
    source = read(p(r("甲") + bare(instruction, separated=separated) + r("乙")))
    assert (source.text, source.left_out) == (f"甲{text}乙", ())


@pytest.mark.parametrize(
    ("instruction", "told"),
    [
        (r"SEQ 表 \* ARABIC", "个没有结果的域"),
        (r"REF _Ref1 \h", "个没有结果的域"),
        (r'DATE \@ "yyyy年M月d日"', "个没有结果的域"),
        ("MERGEFIELD 姓名", "个没有结果的域"),
        ("= 1+1", "个没有结果的域"),
        (r"EQ \q(1)", "个公式域"),
        (r"EQ \f(1,3", "个公式域"),
        (r'SYMBOL 255 \f "Wingdings"', "个符号字体里的图形"),
    ],
)
def test_what_only_word_can_fill_in_is_told(instruction, told):
    complete, simple = bare(instruction), f"<w:fldSimple w:instr='{instruction}'/>"
    for one in (complete, simple):
        source = read(p(r("甲") + one + r("乙")))
        assert (source.text, source.left_out) == ("甲乙", (f"1 {told}",))


def test_a_result_that_is_there_or_an_instruction_is_not_told():
    assert read(p(r("表") + field("SEQ 表", r("3")))).left_out == ()
    hidden = field("IF", r("甲")).replace("</w:r>", f"</w:r>{bare('SEQ 表')}", 1)
    assert read(p(hidden)).left_out == ()


def test_a_formula_without_end_ends():
    deep = r"EQ " + r"\f(" * 200 + "1" + ")" * 200
    assert read(p(r("甲") + bare(deep))).left_out == ("1 个公式域",)
