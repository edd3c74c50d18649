"""Word files as anybody may have saved them: which words are read, in which order, and where they stand."""

import pytest

from filescript import packed, relations
from reportgen.checking.placed import Zone
from reportgen.products import read_content

W = "http://schemas.openxmlformats.org/wordprocessingml/2006/main"
M = "http://schemas.openxmlformats.org/officeDocument/2006/math"
MC = "http://schemas.openxmlformats.org/markup-compatibility/2006"
STYLES = "".join(
    f'<w:style w:type="paragraph" w:styleId="{key}"><w:name w:val="{name}"/></w:style>'
    for key, name in (("1", "heading 1"), ("2", "Heading 2"), ("Text", "正文"), ("OriginalTitle", "原文标题"))
)


def word_file(body, **parts):
    """A Word file of a body and other parts (header, footnotes …), each given by its content."""
    spaces = f'xmlns:w="{W}" xmlns:m="{M}" xmlns:mc="{MC}"'
    content = {"document": f"<w:body>{body}</w:body>", "styles": STYLES, **parts}
    return packed(
        {
            "_rels/.rels": relations(officeDocument="word/document.xml"),
            "word/_rels/document.xml.rels": relations(**{kind: f"{kind}.xml" for kind in content}),
            **{f"word/{name}.xml": f"<w:{name} {spaces}>{text}</w:{name}>" for name, text in content.items()},
        }
    )


def p(content, style=""):
    look = f'<w:pPr><w:pStyle w:val="{style}"/></w:pPr>' if style else ""
    return f"<w:p>{look}{content}</w:p>"


def r(text):
    return f"<w:r><w:t>{text}</w:t></w:r>"


def tc(*paragraphs, properties=""):
    return f"<w:tc><w:tcPr>{properties}</w:tcPr>{''.join(paragraphs)}</w:tc>"


def table(*rows):
    return f"<w:tbl>{''.join(f'<w:tr>{row}</w:tr>' for row in rows)}</w:tbl>"


def read(body, **parts):
    return read_content(word_file(body, **parts), "x.docx").placed


def texts(body, **parts):
    return [one.text for one in read(body, **parts)]


def wheres(body, **parts):
    return [one.where for one in read(body, **parts)]


@pytest.mark.parametrize(
    ("content", "text"),
    [
        (r("建立") + r("台账"), "建立台账"),
        ("<w:r><w:t>甲</w:t><w:tab/><w:t>乙</w:t></w:r>", "甲\t乙"),
        ("<w:r><w:t>甲</w:t><w:ptab/><w:t>乙</w:t></w:r>", "甲\t乙"),
        ("<w:r><w:t>甲</w:t><w:br/><w:t>乙</w:t></w:r>", "甲\n乙"),
        ("<w:r><w:t>甲</w:t><w:cr/><w:t>乙</w:t></w:r>", "甲\n乙"),
        ("<w:r><w:t>5</w:t><w:noBreakHyphen/><w:t>7月</w:t></w:r>", "5-7月"),
        (f"<w:hyperlink>{r('原文第 3 段')}</w:hyperlink>", "原文第 3 段"),
        (f"<w:smartTag>{r('某县')}</w:smartTag>{r('政府')}", "某县政府"),
        (f"<w:sdt><w:sdtPr/><w:sdtContent>{r('控件里的话')}</w:sdtContent></w:sdt>", "控件里的话"),
        (f"<w:ins>{r('新加的话')}</w:ins>", "新加的话"),
        (f"{r('留下')}<w:del><w:r><w:delText>删去的话</w:delText></w:r></w:del>", "留下"),
        (f"{r('到此')}<w:moveFrom>{r('移走的话')}</w:moveFrom>", "到此"),
        (f"<w:moveTo>{r('移来的话')}</w:moveTo>", "移来的话"),
        ("<m:oMath><m:r><m:t>x=1</m:t></m:r></m:oMath>", "x=1"),
        (f"<w:r><w:ruby><w:rt>{r('zhen')}</w:rt><w:rubyBase>{r('镇')}</w:rubyBase></w:ruby></w:r>", "镇"),
        (f"{r('甲')}<w:bookmarkStart w:id='1' w:name='x'/>{r('乙')}<w:bookmarkEnd w:id='1'/>", "甲乙"),
        (f"<w:commentRangeStart w:id='1'/>{r('批注过的话')}<w:commentRangeEnd w:id='1'/>", "批注过的话"),
    ],
)
def test_the_words_of_a_paragraph_are_those_that_are_printed(content, text):
    assert texts(p(content)) == [text]


def field(code, result):
    marks = [f'<w:r><w:fldChar w:fldCharType="{kind}"/></w:r>' for kind in ("begin", "separate", "end")]
    return f"{marks[0]}<w:r><w:instrText>{code}</w:instrText></w:r>{marks[1]}{r(result)}{marks[2]}"


@pytest.mark.parametrize(
    ("code", "is_words"),
    [
        (" PAGE ", False),
        (" NUMPAGES \\* MERGEFORMAT", False),
        (" DATE \\@ yyyy", False),
        ('TOC \\o "1-3"', False),
        (" PAGEREF _Toc1 \\h", False),
        (' HYPERLINK "http://x" ', True),
        (" REF 原文3 \\h ", True),
        (' TITLE "x" ', True),
    ],
)
def test_what_a_program_counts_is_nobodys_words_and_what_it_repeats_is(code, is_words):
    assert texts(p(r("甲") + field(code, "乙"))) == ["甲乙" if is_words else "甲"]
    simple = f'<w:fldSimple w:instr="{code.replace(chr(34), "")}">{r("乙")}</w:fldSimple>'
    assert texts(p(r("甲") + simple)) == ["甲乙" if is_words else "甲"]


def test_a_drawing_is_read_once_though_it_is_saved_in_two_ways():
    box = "<w:pict><w:txbxContent>{}</w:txbxContent></w:pict>"
    both = f"<mc:AlternateContent><mc:Choice>{box.format(p(r('框里的话')))}</mc:Choice><mc:Fallback>"
    both += f"{box.format(p(r('框里的话')))}</mc:Fallback></mc:AlternateContent>"
    assert texts(p(f"{r('框外')}<w:r>{both}</w:r>")) == ["框外", "框里的话"]


def test_blank_paragraphs_are_no_texts_and_are_not_counted():
    body = p(r("甲")) + p("") + p(r(" \u3000")) + p(r("乙"))
    assert wheres(body) == ["正文 第 1 段", "正文 第 2 段"]


def test_a_place_is_the_headings_above_and_the_number_below_them():
    body = (
        p(r("开头"), "Text") + p(r("一、抓项目"), "1") + p(r("总的要求"), "Text") + p(r("（一）抓储备"), "2")
        + p(r("建库"), "Text") + p(r("入库"), "Text") + p(r("二、抓民生"), "1") + p(r("办食堂"), "Text")
    )  # fmt: skip
    assert wheres(body) == [
        "正文 第 1 段",
        "一、抓项目",
        "一、抓项目 第 1 段",
        "一、抓项目 › （一）抓储备",
        "一、抓项目 › （一）抓储备 第 1 段",
        "一、抓项目 › （一）抓储备 第 2 段",
        "二、抓民生",
        "二、抓民生 第 1 段",
    ]


def test_a_long_heading_is_shown_by_its_beginning():
    (_, where) = wheres(p(r("一、聚焦项目建设筑牢县域经济高质量发展根基"), "1") + p(r("建库")))
    assert where == "一、聚焦项目建设筑牢县域经济高质… 第 1 段"


def test_the_speech_itself_begins_at_its_title_whatever_heading_stood_above():
    body = p(r("落实清单"), "1") + p(r("在会上的讲话"), "OriginalTitle") + p(r("同志们："))
    assert wheres(body)[1:] == ["原文 第 1 段", "原文 第 2 段"]


def test_cells_of_a_row_belong_together_and_tell_row_and_column():
    rows = tc(p(r("序号"))) + tc(p(r("任务"))), tc(p(r("1"))) + tc(p(r("建库")))
    found = read(p(r("上文")) + table(*rows))
    assert [one.table for one in found] == [False, True, True, True, True]
    assert found[1].unit == found[2].unit < found[3].unit == found[4].unit
    assert [one.where for one in found[1:]] == [
        f"正文 第 1 段 › 表 1 第 {row} 行第 {column} 列"
        if False
        else f"正文 › 表 1 第 {row} 行第 {column} 列"
        for row in (1, 2)
        for column in (1, 2)
    ]


def test_a_cell_over_two_columns_counts_for_both():
    wide = tc(p(r("合计")), properties='<w:gridSpan w:val="2"/>')
    assert wheres(table(wide + tc(p(r("9")))))[1].endswith("第 3 列")


def test_tables_are_numbered_and_a_table_in_a_cell_is_text_of_that_cell():
    inner = table(tc(p(r("里")) + p(r("层"))))
    body = table(tc(p(r("甲")))) + table(tc(p(r("乙")) + inner))
    assert [(one.text, one.where) for one in read(body)] == [
        ("甲", "正文 › 表 1 第 1 行第 1 列"),
        ("乙", "正文 › 表 2 第 1 行第 1 列"),
        ("里", "正文 › 表 2 第 1 行第 1 列"),
        ("层", "正文 › 表 2 第 1 行第 1 列"),
    ]


def test_a_row_that_was_deleted_with_marks_of_revision_is_gone():
    row = "<w:tr><w:trPr><w:del w:id='1'/></w:trPr>" + tc(p(r("删去"))) + "</w:tr>"
    assert texts(f"<w:tbl>{row}<w:tr>{tc(p(r('留下')))}</w:tr></w:tbl>") == ["留下"]
    assert texts(table(tc(p(r("删去")), properties="<w:cellDel w:id='2'/>") + tc(p(r("留下"))))) == ["留下"]


def test_rows_and_cells_are_found_in_whatever_wraps_them():
    row = f"<w:tr><w:customXml>{tc(p(r('甲')))}</w:customXml></w:tr>"
    assert wheres(f"<w:tbl><w:sdt><w:sdtContent>{row}</w:sdtContent></w:sdt></w:tbl>") == [
        "正文 › 表 1 第 1 行第 1 列"
    ]


@pytest.mark.parametrize(
    ("kind", "name", "zone"),
    [
        ("footnotes", "脚注", Zone.BODY),
        ("endnotes", "尾注", Zone.BODY),
        ("header", "页眉", Zone.MARGIN),
        ("footer", "页脚", Zone.MARGIN),
    ],
)
def test_notes_and_margins_are_read_behind_the_body(kind, name, zone):
    found = read(p(r("一、抓项目"), "1"), **{kind: p(r("县政府办公室")) + p(r("第二行"))})
    assert [one.text for one in found] == ["一、抓项目", "县政府办公室", "第二行"]
    assert all(one.where.startswith(name) and one.zone is zone for one in found[1:])


def test_comments_are_talk_about_the_text_and_no_part_of_it():
    assert texts(p(r("正文")), comments=p(r("此处请核实"))) == ["正文"]


def test_a_paragraph_whose_mark_was_deleted_goes_on_even_at_the_end():
    gone = "<w:pPr><w:rPr><w:moveFrom w:id='1'/></w:rPr></w:pPr>"
    assert texts(f"<w:p>{gone}{r('建立')}</w:p><w:p>{gone}{r('工作')}</w:p>{p(r('机制'))}") == [
        "建立工作机制"
    ]
    assert texts(f"{p(r('甲'))}<w:p>{gone}{r('没有下文')}</w:p>") == ["甲", "没有下文"]
