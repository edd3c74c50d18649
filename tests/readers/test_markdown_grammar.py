"""Blocks in blocks, addresses, entities, and what converters and chat models write."""

import time

import pytest
from hypothesis import given
from hypothesis import strategies as st

from reportgen.outline import reading_text
from reportgen.readers.files import parse_bytes
from reportgen.source import MARK


def read(text):
    return parse_bytes(text.encode(), "讲话.md", "讲话")


def words(text):
    source = read(text)
    return [reading_text(source.passage(line.span.start, line.span.end)) for line in source.lines]


def levels(text):
    return [line.level for line in read(text).lines]


def strong(text):
    source = read(text)
    return [source.written[one.start : one.end] for line in source.lines for one in line.strong]


@pytest.mark.parametrize(
    ("text", "read_as"),
    [
        ("> 1. 引文\n>\n> - 要点\n> > 深处", "1. 引文||要点|深处"),
        ("> ```\n> # 注 **x**\n>\n> ```\n> 引文", "|# 注 **x**|||引文"),
        ("1. 抓排查\n   - 责任到人\n     > 民生\n2. 抓整改", "1. 抓排查|责任到人|民生|2. 抓整改"),
        ("1. - 一层\n2. ## 二层", "1. 一层|2. 二层"),
        ("- 要点\n接着说\n\n    条目里的一段", "要点|接着说||条目里的一段"),
        ("3. 三\n4. 四\n\n中间\n\n7) 七\n7) 又七\n0. 零", "3. 三|4. 四||中间||7) 七|7) 又七|0. 零"),
        ("- [ ] 建台账\n1. [x] 销号\n[x] 不是条目", "建台账|1. 销号|[x] 不是条目"),
        ("    - 缩进的**条目**\n    缩进的一段", "缩进的条目|缩进的一段"),
        ("\u3000\u3000- 全角缩进的条目\n\u3000\u3000全角缩进的一段", "全角缩进的条目|全角缩进的一段"),
        ("第一句\\\n第二句  \n第三句\\\\", "第一句|第二句|第三句\\"),
        ("1\\. 不是条目\n\\# 不是标题\n\\- 不是条目", "1. 不是条目|# 不是标题|- 不是条目"),
        ("-\n\n*\n\n##\n\n**", "-||*||##||**"),
    ],
)
def test_marks_of_blocks_in_blocks_are_left_out_and_numbers_stay(text, read_as):
    assert words(text) == read_as.split("|")


@pytest.mark.parametrize(
    ("text", "read_as"),
    [
        ("```markdown\n# 讲话\n- **早**动手\n```\n完", "|讲话|早动手||完"),
        ("````md\n# 讲话\n```\n# 引\n```\n**重点**\n````", "|讲话||# 引||重点|"),
        ("```\n没有结束\n# 标题\n**重点**要抓", "|没有结束|标题|重点要抓"),
        ("```python\n# 注 **x**\n```", "|# 注 **x**|"),
        ("```附：要点\n# 注\n```", "附：要点|# 注|"),
        ("```附：要点\n# 标题", "```附：要点|标题"),
        ("~~~\n```\n# 注\n~~~\n# 标题", "|```|# 注||标题"),
    ],
)
def test_a_fence_keeps_code_and_opens_for_markdown(text, read_as):
    assert words(text) == read_as.split("|")


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("在会上的讲话\n======\n\n一、形势\n---\n", [1, None, None, 2, None, None]),
        ("一、形势\n---\n正文", [None, None, None]),
        ("# 标题\n讲完了。\n---\n正文", [1, None, None, None]),
        ("=====\n正文", [None, None]),
        ("正文说完。\n====\n", [None, None, None]),
        ("##一、形势\n###（一）学习", [2, 3]),
        ("##\u3000一、形势", [2]),
        ("#话题\n##话题##\n##一句话，没完。", [None, None, None]),
        ("> # 引文\n- # 条目\n    # 缩进", [None, None, None]),
    ],
)
def test_a_heading_has_its_level_and_a_rule_below_a_sentence_makes_none(text, found):
    assert levels(text) == found


@pytest.mark.parametrize(
    ("text", "ranges"),
    [
        ("**重点：**要抓好", ["重点："]),
        ("把**“两个维护”**落实", ["“两个维护”"]),
        ("读**《条例》**，学**（试行）**办法", ["《条例》", "（试行）"]),
        ("这是**要守住的底线。**各单位照办", ["要守住的底线。"]),
        ("**试一试。**1次", ["试一试。"]),
        ("**https://a.example/1**。", ["https://a.example/1"]),
        ("＊＊重点＊＊要抓好", ["重点"]),
        ("法治**建设，**要努力", []),
        ("推进法治**建设。**县要努力", []),
        ("＊＊县要努力", []),
        ("**一**、**二**、**三**：法治**建设，**要努力", ["一", "二", "三", "建设，"]),
        ("**一**、**二**、**三**：法治**建设，**要努力\n**县带头", ["一", "二", "三"]),
        ("**一**、**二**、**加强****领导**", ["一", "二", "加强****领导"]),
    ],
)
def test_bold_beside_chinese_stops_is_bold_where_no_name_is_masked(text, ranges):
    assert strong(text) == ranges


@pytest.mark.parametrize(
    ("line", "read_as"),
    [
        ("见[目录](#一形势)、[附件](附件1.docx)", "见目录、附件"),
        ("按[2024](5号)办，[详](见（附表）)", "按[2024](5号)办，[详](见（附表）)"),
        ('[说明](https://a.example/x_(1) "题")', "说明"),
        ("[链接]()待补", "链接待补"),
        ("\\[不是链接\\](x)", "[不是链接](x)"),
        (
            "见https://a.example/x。又见http://b.example/?a=1，完",
            "见https://a.example/x。又见http://b.example/?a=1，完",
        ),
        ("![会场 照片](会场 照片.png)图", "图"),
        ("![[会场.png]]图", "图"),
        ("``a`b``和`**县**`", "a`b和**县**"),
        ("<details><summary>背景</summary>说明</details>", "背景说明"),
        ("<NAME>同志", "<NAME>同志"),
        ("要==突出重点==，a==b", "要突出重点，a==b"),
        ("**一**、**二**、**加强****领导**", "一、二、加强领导"),
        ("**一**、**二**、**在****会上**", "一、二、在****会上"),
        ("**一**、**二**、**在****县会上**", "一、二、在****县会上"),
        ("**加强****领导**", "加强****领导"),
        ("**一**、**二**、**加强****领导**，****同志", "一、二、加强****领导，****同志"),
        ("约5~7元、100~200斤，~大约~三成", "约5~7元、100~200斤，~大约~三成"),
        ("&emsp;&emsp;研发R&amp;D占&lt;2%，&ldquo;好&rdquo;", "研发R&D占<2%，“好”"),
        ("AT&T和&无名;", "AT&T和&无名;"),
        ("`&lt;`照写", "&lt;照写"),
    ],
)
def test_marks_inside_a_line(line, read_as):
    assert words(f"正文\n\n{line}")[2] == read_as


def test_an_address_that_no_link_refers_to_is_text():
    assert words("正文。\n\n[全国人大网]: https://a.example/1\n[1]: https://a.example/2") == [
        "正文。",
        "",
        "[全国人大网]: https://a.example/1",
        "",
    ]


def test_a_link_may_have_its_address_elsewhere():
    text = '见[通知][1]和[办法]。\n\n[1]: https://a.example/1\n[办法]: https://a.example/2 "题"\n[注]: 预计数'
    assert words(text) == ["见通知和办法。", "", "", "", "[注]: 预计数"]


@pytest.mark.parametrize(
    ("text", "read_as"),
    [
        ("如下\n| 甲 | 乙 |\n|---|---|\n| 1 | 2 |\n以上", ["甲\t乙", "", "1\t2"]),
        ("| 甲 | 乙 |\n\n| --- | --- |\n\n| 1 | 2 |\n\n以上", ["甲\t乙", "", "1\t2"]),
        ("    | 甲 | 乙 |\n    | --- | --- |\n    | 1 | 2 |", ["甲\t乙", "", "1\t2"]),
        ("- 如下\n\n  | 甲 | 乙 |\n  |---|---|\n  | 1 | 2 |", ["甲\t乙", "", "1\t2"]),
        ("| 甲 | `a \\| b` |\n|---|---|", ["甲\ta | b", ""]),
        ("| 甲 | 乙<br>丙 |\n|---|---|", ["甲\t乙丙", ""]),
        ("| 甲 | 乙 | 丙 |\n|---|---|\n| 1 | 2 | 3 |", ["甲\t乙\t丙", "", "1\t2\t3"]),
        ("a|b两类\n----\n落实", []),
        ("| 甲 |\n\n正文\n\n| 乙 |", []),
    ],
)
def test_rows_of_tables(text, read_as):
    source = read(text)
    rows = [reading_text(source.passage(line.span.start, line.span.end)) for line in source.lines if line.row]
    assert rows == read_as


def test_pictures_of_all_kinds_are_counted_and_code_is_not():
    text = "# 讲话\n![a](b.png)<img src='c.png'>![[d.png]]\n`![e](f.png)`\n```\n~~x~~\n```"
    assert read(text).left_out == ("3 幅图片",)


MANY = 100_000


@pytest.mark.parametrize(
    "sign",
    [
        "*",
        "[",
        "![",
        ">",
        "> ",
        "- ",
        "`",
        "<",
        "<!--",
        "~~a",
        "**a",
        "*a_",
        "[a](",
        "\\*",
        "a|",
        "[a]: x\n",
        "```x\n",
    ],
)
def test_a_file_of_nothing_but_marks_is_read_at_once(sign):
    start = time.process_time()
    read((sign * MANY)[:MANY])
    assert time.process_time() - start < 20  # far above what it takes, far below a hang


@given(st.text("#*`~_|>-[](): \\!^&;=.lt1\t\u3000<br/>标题。\n＊", max_size=160))
def test_whatever_the_marks_the_words_keep_their_places(text):
    source = parse_bytes(f"正文\n{text}".encode(), "讲话.md", "讲话")
    assert len(source.text) == len(source.written)
    for line in source.lines:
        ends = [place for one in line.marks for place in (one.start, one.end)]
        assert ends == sorted(ends)
        assert all(one in line.span and len(one) for one in (*line.marks, *line.strong))
    kept = [
        (one, two) for one, two in zip(source.text, source.written, strict=True) if one not in {MARK, "\t"}
    ]
    assert all(one == two for one, two in kept)
