"""One speech in files of many kinds says the same: its text, its outline, its speaker and date."""

import io

import docx
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from pdfscript import pdf, set_text
from reportgen.outline import parse, to_text
from reportgen.readers.files import parse_bytes

HEAD = ["在全市安全生产工作会议上的讲话", "张三", "（2024年3月5日）", "同志们："]
FILL = "各级各部门要切实提高思想认识，把这项工作摆在更加突出的位置，坚持问题导向和目标导向相统一"
PARTS = [
    "一、提高思想认识",
    "二、狠抓工作落实",
    "（一）加强组织领导",
    "（二）强化督促检查",
    "1. 完善工作机制",
    "一是抓好排查。要全面细致，不留死角。",
    "二是抓好整改。要建立台账，逐项销号。",
    f"{FILL}，确保取得实效。",
    f"{FILL}。{FILL}。全年完成投资85.6亿元，增长12.5%。",
    "今天召开会议，主要任务是总结工作，部署任务。",
]


def as_text(lines):
    return "\n".join(lines).encode(), "讲话.txt"


def as_old_text(lines):
    return "\r\n".join(lines).encode("gb18030"), "讲话.txt"


def as_word(lines):
    document = docx.Document()
    for line in lines:
        document.add_paragraph(line)
    file = io.BytesIO()
    document.save(file)
    return file.getvalue(), "讲话.docx"


def as_page(lines):
    body = "".join(f"<p>　　{line}</p>\n" for line in lines)
    return (
        f"<html><head><meta charset=utf-8></head><body><div>{body}</div></body></html>".encode(),
        "讲话.html",
    )


def as_pdf(lines):
    return pdf(*set_text(lines, lines_a_page=24)), "讲话.pdf"


KINDS = [as_text, as_old_text, as_word, as_page, as_pdf]


def read(made):
    data, name = made
    return parse_bytes(data, name, "讲话")


@settings(max_examples=30)
@given(st.lists(st.sampled_from(PARTS), min_size=3, max_size=12))
def test_the_text_is_the_same_in_every_kind_of_file(parts):
    lines = [*HEAD, *parts, "谢谢大家！"]
    for kind in KINDS[:-1]:
        assert [line.strip() for line in read(kind(lines)).text.split("\n")] == lines, kind.__name__


@pytest.mark.parametrize("kind", KINDS, ids=lambda kind: kind.__name__)
def test_the_outline_is_the_same_in_every_kind_of_file(kind):
    lines = [*HEAD, PARTS[9], PARTS[0], PARTS[7], PARTS[2], PARTS[5], PARTS[6], PARTS[3], PARTS[8]]
    lines += [PARTS[1], PARTS[4], PARTS[7], "谢谢大家！"]
    document = parse(read(kind(lines)))
    assert to_text(document) == to_text(parse(read(as_text(lines))))
    assert document.title_text == HEAD[0]
    assert (str(document.byline), str(document.date)) == ("张三", "（2024年3月5日）")


def word(build):
    document = docx.Document()
    build(document)
    file = io.BytesIO()
    document.save(file)
    return read((file.getvalue(), "讲话.docx"))


def test_styles_of_a_word_file_are_evidence_of_title_and_levels():
    def build(document):
        document.add_paragraph("在全市工作会议上的讲话", "Title")
        document.add_heading("加强学习", 1)
        document.add_heading("多读书", 2)
        document.add_paragraph("要读好书。")
        document.add_heading("抓好落实", 1)

    source = word(build)
    assert [(line.level, line.title) for line in source.lines] == [
        (None, True),
        (1, False),
        (2, False),
        (None, False),
        (1, False),
    ]
    outline = [(node.level, str(node.heading)) for node in parse(source).walk()]
    assert outline == [(1, "加强学习"), (2, "多读书"), (1, "抓好落实")]


def test_lists_have_the_numbers_that_word_prints_and_tables_a_line_a_row():
    def build(document):
        for text in ("读好书", "多读书"):
            document.add_paragraph(text, "List Number")
        document.add_paragraph("看报", "List Bullet")
        table = document.add_table(2, 2, "Table Grid")
        for row, cells in enumerate([("事项", "时限"), ("规划", "六月")]):
            for column, text in enumerate(cells):
                table.cell(row, column).text = text

    source = word(build)
    assert source.text.split("\n") == ["1. 读好书", "2. 多读书", "• 看报", "事项\t时限", "规划\t六月"]
    assert [line.row for line in source.lines] == [False, False, False, True, True]


def test_heads_and_feet_of_pages_are_no_text():
    def build(document):
        document.add_paragraph("要抓好落实。")
        document.sections[0].header.paragraphs[0].text = "内部资料"
        document.sections[0].footer.paragraphs[0].text = "第 1 页"

    assert word(build).text == "要抓好落实。"


def test_bold_and_breaks_of_a_paragraph_and_a_new_page():
    def build(document):
        paragraph = document.add_paragraph()
        paragraph.add_run("一是抓学习。").bold = True
        paragraph.add_run("要抓好。")
        paragraph.add_run().add_break()
        paragraph.add_run("还要抓实。")
        document.add_page_break()
        document.add_paragraph("要抓落实。")

    source = word(build)
    assert [line for line in source.text.split("\n") if line] == [
        "一是抓学习。要抓好。",
        "还要抓实。",
        "要抓落实。",
    ]
    assert [line.paragraph for line in source.lines if len(line.span)] == [1, 1, 2]
    assert [source.text[one.start : one.end] for line in source.lines for one in line.strong] == [
        "一是抓学习。"
    ]


def test_comments_and_properties_of_a_word_file_are_no_text():
    def build(document):
        paragraph = document.add_paragraph("要抓好落实。")
        document.add_comment(paragraph.runs, text="请核对", author="张三")
        document.core_properties.title = "旧标题"

    source = word(build)
    assert source.text == "要抓好落实。"
    assert source.left_out == ("1 条批注",)
