"""Marks of Markdown are no words; what only looks like one is the speech's and stays."""

import re

import pytest
from hypothesis import given
from hypothesis import strategies as st

from reportgen.outline import reading_text
from reportgen.readers import find_masks
from reportgen.readers.files import parse_bytes
from reportgen.source import MARK


def read(text, name="讲话.md"):
    return parse_bytes(text.encode(), name, "讲话")


def words(text, name="讲话.md"):
    source = read(text, name)
    return reading_text(source.passage(0, len(source.text)))


@pytest.mark.parametrize(
    ("line", "read_as"),
    [
        ("# 标题", "标题"),
        ("## 一、认清形势 ##", "一、认清形势"),
        ("**要抓好落实。**", "要抓好落实。"),
        ("要在**6月底前**完成。", "要在6月底前完成。"),
        ("**坚定信心，**抓好落实。", "坚定信心，抓好落实。"),
        ("**市财政局**要落实资金。", "市财政局要落实资金。"),
        ("**抓好排查**：各县区要**月底前**完成。", "抓好排查：各县区要月底前完成。"),
        ("让我们 *All in*，奔赴下一程！", "让我们 All in，奔赴下一程！"),
        ("落实资金*3000万元*。", "落实资金3000万元。"),
        ("*主题是稳中求进*。", "主题是稳中求进。"),
        ("__抓好整治__：由县住建局牵头。", "抓好整治：由县住建局牵头。"),
        ("> 群众利益无小事。", "群众利益无小事。"),
        (">> 群众利益无小事。", "群众利益无小事。"),
        ("- 要建立台账。", "要建立台账。"),
        ("* 要建立台账。", "要建立台账。"),
        ("+ 要建立台账。", "要建立台账。"),
        ("- [ ] 要建立台账。", "要建立台账。"),
        ("- [x] 要建立台账。", "要建立台账。"),
        ("- **台账**：要每月更新。", "台账：要每月更新。"),
        ("做到`日清月结`。", "做到日清月结。"),
        ("要~~慢慢~~抓紧办。", "要抓紧办。"),
        ("要看到[短板](https://a.example/x)所在。", "要看到短板所在。"),
        ("见<https://a.example/x_y_z>。", "见https://a.example/x_y_z。"),
        ("见 https://a.example/**x** 。", "见 https://a.example/**x** 。"),
        ("短板不少[^1]。", "短板不少。"),
        ("完成2000户<br>改厕。", "完成2000户改厕。"),
        ("现场![会场](a.png)照片。", "现场照片。"),
        ("压缩到20\\%以内，\\*为重点。", "压缩到20%以内，*为重点。"),
        ("`**县**`是代号。", "**县**是代号。"),
    ],
)
def test_a_mark_is_left_out_of_what_is_read(line, read_as):
    assert words(f"正文。\n\n{line}\n").removeprefix("正文。") == read_as


@pytest.mark.parametrize(
    "line",
    [
        "推进法治**建设。",
        "**县要带头。",
        "我县**镇和**村的产业薄弱。",
        "**县、**区要带头，**同志和**同志负责。",
        "投资**亿元，增长**%。",
        "推进法治**建设，**要努力。",
        "近年来**，全县**落实。",
        "李*明和王*华同志参加。",
        "李*同志和王*，都要参加。",
        "长3*4*5米，单价5*8元。",
        "20__年__月__日，共____人。",
        "要__抓好__落实。",
        "约10~~20万元，30~~40户。",
        "按照[2024]5号文件（见附表）办。",
        "增长-5%，降幅>3%。",
        "-5度以下要停工。",
        "“>”是大于号，|是竖线。",
        "1. 抓好排查。",
        "1）抓好排查。",
        "一#楼二#楼要验收。",
        "#话题#很热。",
        "a_b_c和snake_case不改。",
        "数量<5的县，面积>3亩的镇。",
        "××县、XX市和【待补：县名】。",
    ],
)
def test_what_only_looks_like_a_mark_stays(line):
    assert words(f"正文。\n\n{line}\n").removeprefix("正文。") == line


def test_masks_are_told_from_bold_in_the_same_line():
    source = read("# 讲话\n**县要在**6月底前**完成，**市财政局**落实资金。\n")
    assert [mask.passage.text for mask in find_masks(source)] == ["**"]
    assert words("**县**局要**抓好落实**。\n") == "**县**局要抓好落实。"


@pytest.mark.parametrize("rule", ["---", "-----", "- - -", "***", "* * *", "___", "===="])
def test_a_rule_is_nothing_to_read(rule):
    assert words(f"前文。\n\n{rule}\n\n后文。\n") == "前文。后文。"


@pytest.mark.parametrize("line", ["***", "___"])
def test_a_masked_name_or_a_blank_to_fill_between_lines_is_no_rule(line):
    assert words(f"在会上的讲话\n{line}\n同志们：\n") == f"在会上的讲话{line}同志们："


TABLE = "前文。\n\n| 指标 | **目标** |\n| :--- | ---: |\n| 收入 | 60亿元 |\n\n后文。\n"


@pytest.mark.parametrize(
    "table", [TABLE, TABLE.replace("| 指标", "指标").replace("** |", "**").replace("元 |", "元")]
)
def test_rows_of_a_table_are_rows_and_tabs_part_their_cells(table):
    source = read(table)
    rows = [reading_text(source.passage(line.span.start, line.span.end)) for line in source.lines if line.row]
    assert rows == ["指标\t目标", "", "收入\t60亿元"]
    assert [line.row for line in source.lines] == [False, False, True, True, True, False, False, False]


def test_a_bar_in_a_sentence_makes_no_table():
    assert not any(line.row for line in read("# 讲话\n要抓好a|b两类。\n----\n落实。\n").lines)


def test_comments_notes_and_pictures_are_told_as_left_out():
    text = "# 讲话\n要抓好[^1]。<!-- 待\n审定 -->完成。\n![图](a.png)\n\n[^1]: 预计数。\n"
    assert words(text) == "讲话要抓好。完成。"
    assert read(text).left_out == ("1 条脚注", "1 条批注", "1 幅图片")


@pytest.mark.parametrize(
    ("front", "title"),
    [
        ("---\ntitle: 在会上的讲话\nauthor: 周明\n---\n\n# 在大会上的讲话\n", "在大会上的讲话"),
        ('---\ntitle: "在会上的讲话"\ntags:\n  - 讲话\n---\n', "在会上的讲话"),
        ("---\nauthor: 周明\n---\n", ""),
    ],
)
def test_what_stands_in_front_of_a_file_is_read_for_a_title_that_no_heading_has(front, title):
    source = read(f"{front}同志们：\n")
    assert words(f"{front}同志们：\n") == f"{title}同志们："
    assert [line.level for line in source.lines if line.level] == [1] * bool(title)


@pytest.mark.parametrize("text", ["---\n在会上的讲话\n---\n同志们：\n", "---\n---\n同志们：\n", "---\n"])
def test_lines_between_two_rules_are_text_where_they_are_no_fields(text):
    assert words(text) == "".join(line for line in text.split("\n") if line != "---")


def test_code_keeps_its_marks_and_loses_its_fence():
    assert words("```\n# 注 **x**\n```\n") == "# 注 **x**"


def test_a_plain_text_is_read_as_it_stands():
    line = "- 县财政局 **要** > `抓好` | ~~x~~"
    assert words(f"{line}\n", "讲话.txt") == line
    assert read(f"{line}\n", "讲话.txt").written == f"{line}\n"


def test_marks_in_a_text_that_looks_like_markdown_are_marks_too():
    assert words("## 一、认清形势\n- 要在**6月底前**完成。\n", "讲话.txt") == "一、认清形势要在6月底前完成。"


@given(st.text("#*`~_|>-[](): \\!^<br/>标题正文一、。，0\n", max_size=160))
def test_the_text_keeps_its_length_and_only_marks_are_other_characters(text):
    source = parse_bytes(f"正文\n{text}".encode(), "讲话.md", "讲话")
    assert len(source.text) == len(source.written)
    pairs = [(one, two) for one, two in zip(source.text, source.written, strict=True) if one != two]
    assert all(one == MARK or (one, two) == ("\t", "|") for one, two in pairs)
    assert source.text.count("\n") == source.written.count("\n")
    marked = {at for line in source.lines for mark in line.marks for at in range(mark.start, mark.end)}
    assert {found.start() for found in re.finditer(f"[{MARK}]", source.text)} <= marked


@pytest.mark.parametrize(
    ("line", "read_as"),
    [
        ("1. ***抓好排查***：要建台账。", "1. 抓好排查：要建台账。"),
        ("产量10<sup>4</sup>吨。", "产量10⁴吨。"),
        ("减少CO<sub>2</sub>排放。", "减少CO₂排放。"),
        ("要<del>尽量</del>按期完成。", "要按期完成。"),
        ("要<s>尽量</s>按期完成。", "要按期完成。"),
    ],
)
def test_struck_words_are_none_and_heights_are_kept(line, read_as):
    assert words(f"# 标题\n\n{line}") == f"标题{read_as}"


def test_a_note_that_goes_on_in_the_next_line_is_left_out_whole():
    text = "# 标题\n\n要抓好落实。[^1]\n\n[^1]: 数据由县统计局提供，\n    截至上月底。\n\n　　谢谢大家！"
    assert words(text) == "标题要抓好落实。谢谢大家！"


def test_struck_words_are_told_as_left_out():
    assert read("# 标题\n\n要~~尽量~~按期、<s>大概</s>完成。").left_out == ("2 处划去的文字",)


FRONT = "---\ntitle: 在会上的讲话\nauthor: 县长 李明\ndate: 2024-03-05T10:00\ntags: [讲话]\n---\n"


def test_a_day_and_an_author_in_front_are_read_and_the_other_fields_are_told():
    found = read(f"{FRONT}\n同志们：\n\n## 一、加强学习\n")
    assert (
        words(f"{FRONT}\n同志们：\n\n## 一、加强学习\n")
        == "在会上的讲话县长 李明2024-03-05同志们：一、加强学习"
    )
    assert found.left_out == ("1 行文件头",)


def test_an_author_that_the_text_names_itself_is_not_read_twice():
    assert words(f"{FRONT}\n县长 李明\n\n## 一、学习\n") == "在会上的讲话2024-03-05县长 李明一、学习"
    assert words(f"{FRONT}\n# 在大会上的讲话\n\n同志们：") == "2024-03-05在大会上的讲话同志们："
