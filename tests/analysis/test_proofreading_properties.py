"""Whatever the text: proofreading ends, its places are in the text, and time grows with length only."""

from hypothesis import given, settings
from hypothesis import strategies as st

from reportgen.analysis.proofreading import RULES, proofread
from reportgen.outline import parse
from reportgen.readers.files import parse_bytes
from reportgen.source import Source, split_lines

PIECES = [
    *"“”‘’《》（）()，。、；：！？…—\"' \n\u3000*#-_|0123456789％%.０５",
    *(
        "一、",
        "（一）",
        "1.",
        "二〇二五年",
        "2025年",
        "2月30日",
        "百分之",
        "增长",
        "万元",
        "其中",
        "共计",
        "分别占",
        "的的",
    ),
    *(
        "同志们：",
        "“四个意识”",
        "政治意识",
        "、大局意识",
        "五位一体",
        "总体布局",
        "要抓落实",
        "三点意见",
        "一是",
        "××",
        "截止",
    ),
]


def source(text: str) -> Source:
    return Source("x.txt", "x", text, "", split_lines(text))


@settings(max_examples=300)
@given(st.lists(st.sampled_from(PIECES), max_size=60).map("".join))
def test_places_are_in_the_text(text):
    document = parse(source(text))
    names = {rule.name for rule in RULES}
    found = proofread(document)
    for one in found:
        assert one.rule in names
        assert 0 <= one.span.start < one.span.end <= len(text)
        assert one.message
    assert found == proofread(document)
    assert [one.span.start for one in found] == sorted(one.span.start for one in found)


def test_what_makes_rules_look_far_is_come_through():
    """A rule that is quadratic takes minutes over these."""
    for hard in (
        "“",
        "（《“”",
        "一、",
        "12%、",
        "加强",
        "、",
        " ",
        "\n",
        "1.",
        "是",
        "要抓好产业、就业，",
        "增长12%",
    ):
        text = hard * (30_000 // len(hard))
        document = parse(parse_bytes(f"讲话\n{text}甲。".encode(), "x.txt", "x"))
        assert all(one.span.end <= len(document.source.text) for one in proofread(document)), hard
