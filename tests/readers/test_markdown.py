"""Markdown: headings and bold where they are meant, text where they are not."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from reportgen.readers.files import parse_bytes
from reportgen.readers.markdown import lines, looks_like


def read(text, name="讲话.md"):
    return parse_bytes(text.encode(), name, "讲话")


def strong(text):
    return [text[one.start : one.end] for line in lines(text) for one in line.strong]


@pytest.mark.parametrize(
    ("line", "level"),
    [
        ("# 标题", 1),
        ("###### 标题", 6),
        ("####### 标题", None),
        ("   ## 标题", 2),
        ("    ## 标题", None),
        ("#标题", None),
        ("#", None),
        ("#\u3000标题", 1),
        ("##\t标题", 2),
        ("标题 #", None),
        ("1# 标题", None),
        ("＃ 标题", None),
    ],
)
def test_a_heading_is_one_to_six_signs_and_a_blank(line, level):
    assert lines(f"{line}\n正文。")[0].level == level


@pytest.mark.parametrize(
    ("text", "ranges"),
    [
        ("**提高认识。**要抓好。", ["提高认识。"]),
        ("要**提高认识**，**改进作风**。", ["提高认识", "改进作风"]),
        ("**提高**认识**改进**作风", ["提高", "改进"]),
        ("** 提高认识 **", []),
        ("****", []),
        ("***提高***", ["提高"]),
        ("要***提高***认识", []),
        ("\\**提高**", []),
        ("**提高\n认识**", []),
        ("法治**建设", []),
        ("**", []),
    ],
)
def test_bold_is_what_two_marks_hold_without_blanks_inside(text, ranges):
    assert strong(text) == ranges


@pytest.mark.parametrize("fence", ["```", "~~~", "   ```"])
def test_what_is_fenced_is_no_heading_and_not_bold(fence):
    text = f"# 标题\n{fence}\n# 注释\n**粗体**\n{fence}\n## 正文\n**粗体**\n"
    assert [line.level for line in lines(text)] == [1, None, None, None, None, 2, None, None]
    assert strong(text) == ["粗体"]


@pytest.mark.parametrize(
    ("text", "is_markdown"),
    [
        ("# 标题\n正文。", True),
        ("正文。\n**一、加强学习**\n正文。", True),
        ("正文。\n**一、加强学习**：\n", True),
        ("正文。\n#话题# 很热。", False),
        ("法治**建设，**要努力。", False),
        ("**建设好**法治社会。", False),
        ("##\n正文。", False),
        ("", False),
    ],
)
def test_only_headings_or_lines_all_bold_make_a_text_markdown(text, is_markdown):
    assert looks_like(text) == is_markdown


def test_the_suffix_makes_it_markdown_too():
    text = "**建设好**法治社会，要努力。\n"
    assert not any(line.strong for line in read(text, "讲话.txt").lines)
    for name in ("讲话.md", "讲话.MD", "讲话.markdown"):
        assert [len(line.strong) for line in read(text, name).lines] == [1, 0]


@given(st.text("#*`~ 标题正文一、。\n", max_size=120))
def test_whatever_the_text_lines_are_those_of_the_text_and_bold_lies_inside_them(text):
    found = lines(text)
    assert [text[one.span.start : one.span.end] for one in found] == text.split("\n")
    for line in found:
        assert all(one in line.span and len(one) for one in line.strong)
        ends = [place for one in line.strong for place in (one.start, one.end)]
        assert ends == sorted(ends)
