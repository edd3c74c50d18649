"""A table of contents: told by its name or its page numbers, and no part of the outline."""

from time import process_time

import pytest

from reportgen.outline import parse
from speech import source_of

TITLE = "在工作会议上的讲话"
ENTRIES = ("一、加强学习", "二、抓好落实", "三、强化监督")
BODY = tuple(line for entry in ENTRIES for line in (entry, "要认真抓好这项工作。"))


def read(*lines):
    return parse(source_of("\n".join(lines)))


def headings(document):
    return [f"{node.marker or ''}{node.heading}" for node in document.walk()]


def letterhead(document):
    return [str(one) for one in document.letterhead]


@pytest.mark.parametrize("name", ["目录", "目　录", "目 次", "目次", "# 目录"])
@pytest.mark.parametrize(
    "dressed",
    [
        lambda entry, _: entry,
        lambda entry, at: f"{entry}……{at}",
        lambda entry, at: f"{entry}\t{at}",
        lambda entry, at: f"{entry} ……… （{at}）",
        lambda entry, at: f"{entry}·····{at}",
    ],
)
@pytest.mark.parametrize(
    "opening", [("同志们：",), ("同志们：", "今天开会。要讲三点。"), ("张三", "同志们：", "今天开会。")]
)
def test_a_table_before_the_title_hides_neither_title_nor_address(name, dressed, opening):
    table = [name, *(dressed(entry, at) for at, entry in enumerate(ENTRIES, 1))]
    document = read(*table, TITLE, *opening, *BODY)
    assert (document.title_text, str(document.salutation)) == (TITLE, "同志们：")
    assert letterhead(document) == table
    assert headings(document) == list(ENTRIES)


@pytest.mark.parametrize("opening", [("同志们：",), ("同志们：", "今天开会。要讲三点。")])
def test_a_table_between_title_and_address(opening):
    document = read(TITLE, "目录", *ENTRIES, *opening, *BODY)
    assert (document.title_text, str(document.salutation)) == (TITLE, "同志们：")
    assert letterhead(document) == ["目录", *ENTRIES]
    assert headings(document) == list(ENTRIES)


def test_a_table_before_a_title_without_any_form_of_address():
    document = read("目录", *ENTRIES, TITLE, "今天开会。要讲三点。", *BODY)
    assert (document.title_text, headings(document)) == (TITLE, list(ENTRIES))


def test_lower_entries_of_a_table_are_entries_too():
    table = ("目录", "一、加强学习", "（一）多读书", "二、抓好落实")
    document = read(
        TITLE, *table, "同志们：", "一、加强学习", "（一）多读书。要读好书。", "二、抓好落实", "要抓好。"
    )
    assert letterhead(document) == list(table)
    assert headings(document) == ["一、加强学习", "（一）多读书", "二、抓好落实"]


def test_page_numbers_make_a_table_without_its_name():
    table = [f"{entry}……{at}" for at, entry in enumerate(ENTRIES, 1)]
    document = read(TITLE, *table, "同志们：", *BODY)
    assert letterhead(document) == table
    assert headings(document) == list(ENTRIES)


@pytest.mark.parametrize(
    "lines",
    [
        # Two lines with a number behind a blank are too few for a table.
        ("一、完成投资 85", "二、新增就业 90"),
        # A number at the end of a sentence is no page.
        ("一、完成投资85亿元", "二、新增就业90人", "三、增长12"),
    ],
)
def test_lines_that_end_in_a_number_are_headings(lines):
    document = read(TITLE, "同志们：", *(one for line in lines for one in (line, "要认真抓好这项工作。")))
    assert headings(document) == list(lines)


def test_the_name_of_a_table_alone_takes_no_text_with_it():
    document = read(TITLE, "目录", "今天开会。要讲三点。", *BODY)
    assert letterhead(document) == ["目录"]
    assert [str(one) for one in document.preamble] == ["今天开会。要讲三点。"]
    assert headings(document) == list(ENTRIES)


@pytest.mark.parametrize("line", ["要编制权责目录，抓好落实。", "目录管理要跟上。"])
def test_a_sentence_on_lists_is_text(line):
    document = read(TITLE, "同志们：", line, *BODY)
    assert [str(one) for one in document.preamble] == [line]
    assert not document.letterhead


@pytest.mark.parametrize(
    "line", ["…" * 100_000, "一、提高认识" + " 　" * 50_000 + "好", "·-" * 50_000 + "1a"]
)
def test_a_line_of_nothing_but_leaders_takes_no_longer_than_others(line):
    start = process_time()
    parse(source_of("\n".join(["目录", line, "一、提高认识", "要把安全生产放在首位。", line])))
    assert process_time() - start < 8  # it was more than 10
