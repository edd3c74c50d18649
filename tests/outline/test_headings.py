"""How far a heading goes: up to a change of type, a colon, a wide blank, or the end of a sentence."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from reportgen.outline import parse
from reportgen.outline.headings import LONGEST_HEADING, heading_end
from reportgen.readers.files import parse_bytes
from reportgen.source import Span
from speech import source_of

LONG = "要把这项工作摆在更加突出的位置"


def cut(text, strong=()):
    """Heading and rest of a paragraph whose numbering has been taken off."""
    end = heading_end(text, 0, len(text), strong)
    return text[:end], text[end:]


@pytest.mark.parametrize(
    ("text", "heading"),
    [
        ("加强学习", "加强学习"),
        ("加强学习。", "加强学习"),
        ("加强学习。要坚持读书。", "加强学习"),
        ("加强学习，提高认识。要坚持读书。", "加强学习，提高认识"),
        ("加强学习！要坚持读书。", "加强学习"),
        ("加强“三会一课”学习。要坚持。", "加强“三会一课”学习"),
        ("落实“过紧日子。”的要求。要坚持。", "落实“过紧日子。”的要求"),
        ("增长3.5%以上。要坚持。", "增长3.5%以上"),
        ("为什么学？要弄清楚。", "为什么学"),
        ("加强学习……要坚持。", "加强学习"),
    ],
)
def test_the_first_sentence_is_the_heading_without_its_mark(text, heading):
    assert cut(text)[0] == heading


@pytest.mark.parametrize(
    ("text", "heading"),
    [
        ("政治上主动对标：坚持用理论武装头脑。", "政治上主动对标"),
        ("抓学习:坚持读书。", "抓学习"),
        ("办好【待补：事项】实事：要抓紧。", "办好【待补：事项】实事"),
        ("落实“三个一：学、做、评”要求：要抓紧。", "落实“三个一：学、做、评”要求"),
        ("学习《论语：译注》：要读懂。", "学习《论语：译注》"),
        # A verb before the colon leads a sentence on; it heads nothing.
        ("会议指出：要坚持读书。", "会议指出：要坚持读书"),
        ("主要任务是：坚持读书。", "主要任务是：坚持读书"),
        ("要做好以下工作：坚持读书。", "要做好以下工作：坚持读书"),
        # Nothing stands behind the colon.
        ("加强学习：", "加强学习"),
    ],
)
def test_a_label_before_a_colon_is_the_heading(text, heading):
    assert cut(text)[0] == heading


@pytest.mark.parametrize(
    ("text", "heading"),
    [
        ("总体要求　以理论为指导，全面贯彻落实会议精神。", "总体要求"),
        ("总体要求 以理论为指导，全面贯彻落实会议精神。", "总体要求"),
        # Several blanks part words of one line, and a short rest is no text.
        ("学习 思考 实践 要贯通起来，全面推进各项工作。", "学习 思考 实践 要贯通起来，全面推进各项工作"),
        ("牢记嘱托　感恩奋进。", "牢记嘱托　感恩奋进"),
        ("坚持 A 类标准，全面推进各项工作落实到位。", "坚持 A 类标准，全面推进各项工作落实到位"),
    ],
)
def test_a_phrase_before_the_only_wide_blank_is_the_heading(text, heading):
    assert cut(text)[0] == heading


@pytest.mark.parametrize(
    ("text", "strong", "heading"),
    [
        ("提高认识，要坚持读书。", (0, 4), "提高认识"),
        ("提高认识。要坚持读书。", (0, 5), "提高认识"),
        ("提高认识。要坚持读书。还要看报。", (0, 8), "提高认识"),
        ("提高认识。改进作风。要坚持读书。", (0, 10), "提高认识。改进作风"),
    ],
)
def test_a_change_of_type_ends_the_heading(text, strong, heading):
    assert cut(text, (Span(*strong),))[0] == heading


def test_a_change_of_type_that_is_the_whole_paragraph_says_nothing():
    assert cut("提高认识。要坚持读书。", (Span(0, 11),))[0] == "提高认识"


@pytest.mark.parametrize(
    ("start", "kept"),
    [
        (f"{LONG}，{LONG}，{LONG}，{LONG}，{LONG}。", f"{LONG}"),
        (f"坚持读书，{LONG}，{LONG}，{LONG}，{LONG}，{LONG}。", f"坚持读书，{LONG}"),
        # What only says when or why goes on up to the clause that says what.
        (f"围绕全县中心工作，{LONG}，{LONG}，{LONG}，{LONG}。", f"围绕全县中心工作，{LONG}，{LONG}"),
    ],
)
def test_of_a_sentence_too_long_for_a_heading_the_first_clause_is_it(start, kept):
    heading, _ = cut(start)
    assert heading == kept
    assert len(heading) <= LONGEST_HEADING


def test_a_long_sentence_without_any_comma_is_kept_whole():
    text = "坚持" * 50
    assert cut(f"{text}。")[0] == text


def test_marks_of_bold_are_no_part_of_a_heading():
    text = "# 在会上的讲话\n\n1. **提高认识。** 要坚持读书。\n2. **改进作风：** 要转变作风。\n"
    document = parse(parse_bytes(text.encode(), "讲话.md", "讲话"))
    assert [str(node.heading) for node in document.nodes] == ["提高认识", "改进作风"]
    assert [[str(one) for one in node.body] for node in document.nodes] == [
        ["要坚持读书。"],
        ["要转变作风。"],
    ]


@given(st.text("加强学习，。：；！？“”（）【】 \u3000要坚持3.5%", max_size=120))
def test_heading_and_rest_are_the_paragraph_and_the_heading_ends_in_a_word(text):
    heading, rest = cut(text)
    assert heading + rest == text
    assert heading[-1:] not in set("。；：，、！？")


@given(st.text("加强学习，。：；“”（） 一二三、", max_size=80))
def test_a_numbered_paragraph_is_its_marker_its_heading_and_its_body(text):
    document = parse(source_of(f"在会上的讲话\n同志们：\n一、甲乙丙丁{text}\n二、戊己庚辛\n要抓好。\n"))
    first = document.nodes[0]
    assert str(first.marker) == "一、"
    assert str(first.heading).startswith("甲乙丙丁")
