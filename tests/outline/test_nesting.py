"""Which numberings are parts of the speech, on which level, and what text belongs to each."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from reportgen.errors import SourceError
from reportgen.outline import parse, within_limits
from reportgen.outline.limits import MOST_HEADINGS
from reportgen.outline.markers import STANDARD
from reportgen.outline.nesting import DEEPEST
from reportgen.readers.files import parse_bytes
from speech import source_of

HEAD = "在工作会议上的讲话\n同志们：\n"


def read(text):
    return parse(source_of(f"{HEAD}{text}\n"))


def tree(text):
    """A line a part: as many dots as its level, marker, heading."""
    return [f"{'.' * node.level}{node.marker or ''}{node.heading}" for node in read(text).walk()]


def bodies(text):
    return {str(node.heading): [str(one) for one in node.body] for node in read(text).walk()}


def codes(text):
    return [(one.code, one.message.partition("”")[0].partition("“")[2]) for one in read(text).diagnostics]


@pytest.mark.parametrize(
    ("text", "parts"),
    [
        (
            (
                "一、学习。要学。\n（一）读书。要读。\n1. 精读。要精。\n（1）摘抄。要抄。\n"
                "（2）批注。要批。\n2. 泛读。要泛。\n（二）看报。要看。\n二、落实。要抓。"
            ),
            [
                ".一、学习",
                "..（一）读书",
                "...1.精读",
                "....（1）摘抄",
                "....（2）批注",
                "...2.泛读",
                "..（二）看报",
                ".二、落实",
            ],
        ),
        (
            (
                "第一部分　学习\n第一章 读书\n第一节 精读\n一、快读\n要快。\n"
                "第二节 泛读\n要泛。\n第二章 看报\n要看。\n第二部分　落实\n要抓。"
            ),
            [
                ".第一部分学习",
                "..第一章读书",
                "...第一节精读",
                "....一、快读",
                "...第二节泛读",
                "..第二章看报",
                ".第二部分落实",
            ],
        ),
        # A level may be left out, and a speech may begin below the highest.
        (
            "（一）学习\n1. 读书\n要读。\n2. 看报\n要看。\n（二）落实\n1. 抓点\n要抓。\n2. 抓面\n要抓。",
            [".（一）学习", "..1.读书", "..2.看报", ".（二）落实", "..1.抓点", "..2.抓面"],
        ),
        (
            "一、学习\n1. 读书\n要读。\n2. 看报\n要看。\n二、落实\n1. 抓点\n要抓。\n2. 抓面\n要抓。",
            [".一、学习", "..1.读书", "..2.看报", ".二、落实", "..1.抓点", "..2.抓面"],
        ),
        # Words of the sentence number as well, within a part or by themselves.
        (
            (
                "一、学习\n一是读书。要读。二是看报。要看。\n二、落实\n"
                "首先，抓点。要抓。\n其次，抓面。要抓。\n最后，总结。要写。"
            ),
            [
                ".一、学习",
                "..一是读书",
                "..二是看报",
                ".二、落实",
                "..首先，抓点",
                "..其次，抓面",
                "..最后，总结",
            ],
        ),
        (
            "首先，抓学习。要学。\n其次，抓落实。要抓。\n再次，抓监督。要严。\n最后，抓总结。要写。",
            [".首先，抓学习", ".其次，抓落实", ".再次，抓监督", ".最后，抓总结"],
        ),
        (
            "第一个方面，抓学习。要学。\n第二个方面，抓落实。要抓。",
            [".第一个方面，抓学习", ".第二个方面，抓落实"],
        ),
        (
            "一、学习情况\n——坚持读书。要读。\n——坚持看报。要看。\n二、落实情况\n要抓。",
            [".一、学习情况", "..——坚持读书", "..——坚持看报", ".二、落实情况"],
        ),
        # Numbers that run on through the parts stay below each part.
        (
            "一、学习\n1. 读书\n要读。\n2. 看报\n要看。\n二、落实\n3. 抓点\n要抓。\n4. 抓面\n要抓。",
            [".一、学习", "..1.读书", "..2.看报", ".二、落实", "..3.抓点", "..4.抓面"],
        ),
        # The same dress for two levels: headings above, run-in below.
        (
            "一、学习\n要抓三点：一、读书。二、看报。三、听讲。\n二、落实\n要抓。",
            [".一、学习", "..一、读书", "..二、看报", "..三、听讲", ".二、落实"],
        ),
    ],
)
def test_numberings_nest_by_how_they_go_on(text, parts):
    assert tree(text) == parts


@pytest.mark.parametrize(
    ("text", "parts"),
    [
        # One 一是 is a sentence; two are a list.
        ("一、学习\n一是读书是根本。\n二、落实\n要抓。", [".一、学习", ".二、落实"]),
        # A list in the introduction is none of the parts that come.
        ("要做到：一是快，二是好。\n一、学习\n要学。\n二、落实\n要抓。", [".一、学习", ".二、落实"]),
        ("首先，向大家表示感谢。\n一、学习\n要学。\n二、落实\n要抓。", [".一、学习", ".二、落实"]),
        # 最后 alone goes on with nothing.
        ("一、学习\n要学。\n最后，我再强调一下纪律。要守纪律。", [".一、学习"]),
        # What stands in quotes or brackets numbers nothing.
        ("一、学习\n要落实“（一）快；（二）好”的要求。\n二、落实\n要抓。", [".一、学习", ".二、落实"]),
        ("一、学习\n第一产业、第二产业、第三产业都要抓。\n二、落实\n要抓。", [".一、学习", ".二、落实"]),
        ("一、学习\n第一书记要到位，第二批队伍要跟上。\n二、落实\n要抓。", [".一、学习", ".二、落实"]),
        ("一、学习\n增长3.5%，达到1.2亿元。\n二、落实\n要抓。", [".一、学习", ".二、落实"]),
    ],
)
def test_what_only_looks_like_a_numbering_is_text(text, parts):
    assert tree(text) == parts


@pytest.mark.parametrize(
    ("text", "owner", "body"),
    [
        # After items of one paragraph each, what follows comes back to the part.
        (
            "一、学习\n一是读书。要读。二是看报。要看。\n这两条要做到。\n二、落实\n要抓。",
            "学习",
            ["这两条要做到。"],
        ),
        (
            "一、学习\n1. 读书。要读。\n2. 看报。要看。\n3. 听讲。要听。\n这三条要做到。\n二、落实\n要抓。",
            "学习",
            ["这三条要做到。"],
        ),
        # Under headings of their own it stays with the last of them.
        (
            "一、学习\n（一）读书\n要读。\n（二）看报\n要看。\n还要多看。\n二、落实\n要抓。",
            "看报",
            ["要看。", "还要多看。"],
        ),
        (
            "一、学习。要做到：（1）读书；（2）看报。\n还要补充。\n二、落实\n要抓。",
            "学习",
            ["要做到：", "还要补充。"],
        ),
        ("一、学习\n要学。\n二、落实\n要抓。\n要抓实。", "落实", ["要抓。", "要抓实。"]),
    ],
)
def test_what_follows_a_list_belongs_where_a_reader_puts_it(text, owner, body):
    assert bodies(text)[owner] == body


@pytest.mark.parametrize(
    ("text", "told"),
    [
        ("一、学习\n要学。\n二、落实\n要抓。", []),
        ("一、学习\n要学。\n三、落实\n要抓。\n四、监督\n要严。", [("number-skipped", "三、")]),
        (
            "一、学习\n要学。\n三、落实\n要抓。\n五、监督\n要严。",
            [("number-skipped", "三、"), ("number-skipped", "五、")],
        ),
        ("二、学习\n要学。\n三、落实\n要抓。", [("number-start", "二、")]),
        ("一、学习\n要学。\n二、落实\n要抓。\n二、监督\n要严。", [("number-repeated", "二、")]),
        ("首先，学习。要学。\n其次，落实。要抓。\n最后，监督。要严。", []),
        ("——学习。要学。\n——落实。要抓。", []),
        (
            "一、学习\n（一）读书\n要读。\n（三）看报\n要看。\n二、落实\n要抓。",
            [("number-skipped", "（三）")],
        ),
    ],
)
def test_a_number_that_does_not_follow_is_told_with_its_place(text, told):
    assert codes(text) == told
    for one in read(text).diagnostics:
        assert read(text).source.text[one.span.start : one.span.end] in one.message


def test_levels_that_the_format_states_go_before_numbers():
    text = "# 在会上的讲话\n## 学习\n### 一、读书\n要读。\n### 二、看报\n要看。\n## 落实\n要抓。\n"
    document = parse(parse_bytes(text.encode(), "讲话.md", "讲话"))
    assert [(node.level, str(node.heading)) for node in document.walk()] == [
        (1, "学习"),
        (2, "读书"),
        (2, "看报"),
        (1, "落实"),
    ]


def test_what_is_nested_deeper_than_a_word_processor_shows_is_kept_on_its_last_level():
    text = "\n".join(f"{'#' * min(n, 6)} 第{n}层\n要抓好第{n}层的工作。" for n in range(1, 7))
    markers = "一、甲\n（一）乙\n1. 丙\n（1）丁\n①戊\n一是己。要抓。\n二是庚。要抓。"
    document = parse(parse_bytes(f"# 讲话\n{text}\n{markers}\n".encode(), "讲话.md", "讲话"))
    assert max(node.level for node in document.walk()) <= DEEPEST
    assert {"甲", "乙", "丙", "丁"} <= {str(node.heading) for node in document.walk()}


def test_more_headings_than_anybody_reads_are_told_with_their_number():
    lines = "".join(f"{n % 900 + 1}. 抓好这项工作。\n" for n in range(MOST_HEADINGS + 1))
    document = read(lines)
    count = sum(1 for _ in document.walk())
    assert count > MOST_HEADINGS
    with pytest.raises(SourceError) as caught:
        within_limits(document)
    assert f"有 {count} 个，最多处理 {MOST_HEADINGS} 个" in str(caught.value)
    assert "请把文件拆成几份" in str(caught.value)


def test_as_many_headings_as_a_report_has_are_let_through():
    document = read("一、学习\n要学。\n二、落实\n要抓。")
    assert within_limits(document) is document


SHAPES = st.recursive(
    st.just([]), lambda below: st.lists(below, min_size=1, max_size=3), max_leaves=12
).filter(bool)


def laid(shape, depth=0):
    """The lines of a speech whose numberings are those of the standard, and the parts that it should give."""
    lines, parts = [], []
    for number, below in enumerate(shape, 1):
        marker = STANDARD[depth].print(number)
        lines += [f"{marker}抓好第{depth}层工作", "要认真抓好这项工作，确保取得实效。"]
        parts.append((depth + 1, marker.strip()))
        if depth + 1 < len(STANDARD):
            inner, found = laid(below, depth + 1)
            lines, parts = lines + inner, parts + found
    return lines, parts


@given(SHAPES)
def test_any_nesting_of_the_standard_s_four_levels_is_read_back(shape):
    lines, parts = laid(shape)
    found = [(node.level, str(node.marker)) for node in read("\n".join(lines)).walk()]
    assert found == parts
