"""Speeches in Markdown: head, lists, tables and addresses of the web, and what only looks like them."""

import pytest

from reportgen.outline import parse, reading_text, split_clauses
from reportgen.outline.signatures import names_speaker
from reportgen.readers.files import parse_bytes
from reportgen.source import Source, split_lines


def read(text):
    return parse(parse_bytes(text.encode(), "讲话.md", "讲话"))


def headings(document):
    return [reading_text(node.heading) for node in document.walk()]


def body(document):
    return [reading_text(one) for node in document.walk() for one in node.body]


@pytest.mark.parametrize(
    "line",
    [
        "张立 CEO",
        "张立　CEO",
        "CEO 张立",
        "远山科技CTO 陈立",
        "陈立 创始人",
        "陈立 SVP",
        "陈立 General Manager",
    ],
)
def test_a_name_with_a_post_in_latin_letters_is_the_speaker(line):
    document = read(f"# 向远而行\n\n**{line}**\n2027年1月9日\n\n各位同事：\n\n今天开会。\n")
    assert document.byline
    assert reading_text(document.byline) == line


@pytest.mark.parametrize(
    "line", ["人工智能 AI", "全面推进 ESG", "产品 Roadmap", "关于CEO的讲话", "ACEOB 产品"]
)
def test_latin_letters_alone_make_no_speaker(line):
    assert not names_speaker(line)


@pytest.mark.parametrize(
    "line",
    [
        "——在远山科技2027年度工作会议上的讲话",
        "—— 在全县教育工作会议上",
        "在全县教育工作会议上的讲话",
        "在开工仪式上的致辞",
    ],
)
def test_a_heading_below_the_title_that_names_the_occasion_is_the_subtitle(line):
    document = read(
        f"# 向高而攀\n## {line}\n\n同志们：\n\n## 一、回顾\n\n成绩不小。\n\n## 二、要求\n\n要落实。\n"
    )
    assert reading_text(document.subtitle) == line
    assert headings(document) == ["回顾", "要求"]


@pytest.mark.parametrize("line", ["在发展中保障民生", "——坚持党的领导", "回顾工作", "在爬坡过坎中攻坚"])
def test_another_heading_below_the_title_is_the_first_section(line):
    document = read(f"# 向高而攀\n\n## {line}\n\n成绩不小。\n\n## 提出要求\n\n要落实。\n")
    assert document.subtitle is None
    assert headings(document) == [line.lstrip("—"), "提出要求"]


ADMITTED = [
    "也要清醒看到问题：",
    "工作中还存在不少短板和不足：",
    "我们仍有三个方面的差距：",
    "要正视面临的突出问题，主要有以下困难：",
]
ASKED = [
    "今年要着力解决三个问题：",
    "要看到任务，重点破解三个难题、补齐三块短板：",
    "要抓好三件事：",
    "围绕目标，重点任务是：",
]
ITEMS = "1. 交付周期偏长；\n2. 回款变慢；\n3. 梯队断档。\n"


@pytest.mark.parametrize("lead", ADMITTED)
@pytest.mark.parametrize("items", [ITEMS, ITEMS.replace(". ", "）"), ITEMS.replace("\n", "\n\n")])
def test_admitted_problems_are_lines_of_their_section(lead, items):
    document = read(f"# 向远而行\n\n## 一、回顾\n\n{lead}\n\n{items}\n## 二、打算\n\n要落实。\n")
    assert headings(document) == ["回顾", "打算"]
    assert body(document)[1:4] == ["交付周期偏长；", "回款变慢；", "梯队断档。"]


@pytest.mark.parametrize("lead", ASKED)
def test_what_is_asked_for_by_numbers_keeps_its_points(lead):
    document = read(f"# 向远而行\n\n## 一、打算\n\n{lead}\n\n{ITEMS}\n## 二、要求\n\n要落实。\n")
    assert headings(document) == ["打算", "交付周期偏长", "回款变慢", "梯队断档", "要求"]


def test_problems_in_a_text_whose_format_states_no_headings_keep_their_points():
    text = f"在会上的讲话\n同志们：\n一、回顾\n也要清醒看到问题：\n{ITEMS}二、打算\n要落实。\n"
    assert "交付周期偏长" in headings(read(text))


def test_a_table_is_told_and_is_no_part_of_the_speech():
    table = "| 指标 | 目标 |\n| --- | --- |\n| 收入 | 60亿元 |\n"
    end = "同事们，让我们一起努力！\n\n谢谢大家！\n"
    text = f"# 在会上的讲话\n\n同志们：\n\n## 一、打算\n\n要落实。\n\n{table}\n{end}"
    document = read(text)
    assert body(document) == ["要落实。"]
    assert [[reading_text(one) for one in block.passages] for block in document.apart] == [
        ["指标\t目标", "收入\t60亿元"]
    ]
    assert [reading_text(one) for one in document.closing] == ["同事们，让我们一起努力！", "谢谢大家！"]


def test_a_text_that_is_hardly_more_than_a_table_is_the_speech():
    rows = "".join(f"| 第{number}项任务 | 由各部门按月推进落实 |\n" for number in range(9))
    document = read(f"# 任务表\n\n| 任务 | 要求 |\n| --- | --- |\n{rows}")
    assert not document.apart


def test_an_item_ends_with_its_indent():
    document = read(
        "# 向远而行\n\n## 一、回顾\n\n- **云业务**：续约率高。\n- **硬件业务**：出货多。\n"
        "  - 新品占三成。\n\n成绩来之不易。\n"
    )
    assert body(document) == ["成绩来之不易。", "续约率高。", "出货多。", "新品占三成。"]


@pytest.mark.parametrize(
    ("text", "clauses"),
    [
        ("请自学；详见 https://a.example.com/x-1 。", "请自学；|详见 https://a.example.com/x-1 。"),
        (
            "详见：https://a.example.com/p?x=1,2;3:4。要学。",
            "详见：https://a.example.com/p?x=1,2;3:4。|要学。",
        ),
        ("登录http://a.example，抓紧办。", "登录http://a.example，|抓紧办。"),
        ("要求如下：抓紧办。", "要求如下：|抓紧办。"),
        ("（见https://a.example/b），要学。", "（见https://a.example/b），|要学。"),
    ],
)
def test_an_address_of_the_web_is_no_clause_of_its_own(text, clauses):
    cut = split_clauses(Source("x", "x", text, "", split_lines(text)))
    assert [one.text for one in cut] == clauses.split("|")
