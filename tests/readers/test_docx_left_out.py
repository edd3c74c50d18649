"""What is covered, taken away or drawn: read where paper shows it, else counted and told."""

import pytest

from reportgen.readers import read as read_file
from reportgen.readers.docx import read_docx
from wordscript import cell, field, p, packed, part, parts_of, r, table, word

GONE = "处修订时删去的文字"
PROMPT = "<w:sdt><w:sdtPr><w:showingPlcHdr/></w:sdtPr><w:sdtContent>{}</w:sdtContent></w:sdt>".format
CONTROL = "<w:sdt><w:sdtPr/><w:sdtContent>{}</w:sdtContent></w:sdt>".format


def read(body):
    return read_docx(word(body), "讲话.docx", "讲话")


def told(body):
    source = read(body)
    return source.text, source.left_out


def alternatives(first, second=""):
    fallback = f"<mc:Fallback>{second}</mc:Fallback>" if second else ""
    choice = f'<mc:Choice Requires="w16">{first}</mc:Choice>'
    return f"<mc:AlternateContent>{choice}{fallback}</mc:AlternateContent>"


def row(*cells):
    return f"<w:tr>{''.join(map(cell, cells))}</w:tr>"


def with_row(content):
    return table(["单位", "时限"], ["甲镇", "五月"]).replace("</w:tbl>", f"{content}</w:tbl>")


# Tables


@pytest.mark.parametrize(
    ("content", "text"),
    [
        (CONTROL(row("乙镇", "六月")), "\n乙镇\t六月"),
        (f"<w:tr>{CONTROL(cell('乙镇'))}{cell('六月')}</w:tr>", "\n乙镇\t六月"),
        (f"<w:tr>{PROMPT(cell('选择单位'))}{cell('六月')}</w:tr>", "\n\t六月"),
        (PROMPT(row("选择单位", "选择时限")), ""),
        (alternatives(row("乙镇", "六月")), "\n乙镇\t六月"),
        (alternatives("", row("乙镇", "六月")), "\n乙镇\t六月"),
    ],
)
def test_rows_and_cells_in_controls_and_alternatives(content, text):
    prompted = ("1 处没有填写的提示",) if "showingPlcHdr" in content else ()
    assert told(with_row(content)) == (f"单位\t时限\n甲镇\t五月{text}", prompted)


@pytest.mark.parametrize(("words", "count"), [("藏在下面", 1), ("甲镇", 0), ("", 0)])
def test_words_below_the_first_cell_of_a_merge_are_told(words, count):
    rows = [[cell("甲镇", '<w:vMerge w:val="restart"/>'), "修渠"], [cell(words, "<w:vMerge/>"), "护堤"]]
    expected = (f"{count} 处合并单元格里看不见的文字",) if count else ()
    assert told(table(*rows)) == ("甲镇\t修渠\n\t护堤", expected)


# Revisions


def deleted(content):
    return f"<w:del>{content}</w:del>"


def moved(where, content):
    return f"<w:move{where}>{content}</w:move{where}>"


MARKED = "<w:r><w:delText>旧话</w:delText></w:r>"


@pytest.mark.parametrize(
    ("body", "text", "count"),
    [
        (p(r("甲") + deleted(r("旧话")) + r("乙")), "甲乙", 1),
        (p(r("甲") + deleted(MARKED) + r("乙")), "甲乙", 1),
        (p(r("甲") + moved("From", r("旧话")) + r("乙")), "甲乙", 1),
        (p(r("甲") + moved("From", r("旧话"))) + p(moved("To", r("旧话"))), "甲\n旧话", 0),
        (moved("From", p("旧话")) + p("乙") + moved("To", p("旧话")), "乙\n旧话", 0),
        (moved("From", p("旧话")) + p("乙"), "乙", 1),
        (table(["甲", "乙"], ["丙", cell("旧话", "<w:cellDel/>")]), "甲\t乙\n丙", 1),
        (table(["甲", "乙"], ["丙", cell(p(deleted(MARKED)), "<w:cellDel/>")]), "甲\t乙\n丙", 1),
        (with_row("<w:tr><w:trPr><w:del/></w:trPr>" + cell("旧") + cell("话") + "</w:tr>"),
         "单位\t时限\n甲镇\t五月", 1),
    ],
)  # fmt: skip
def test_what_a_revision_took_away_is_told_once(body, text, count):
    assert told(body) == (text, (f"{count} {GONE}",) if count else ())


def boxed(content):
    box = f"<w:txbxContent>{content}</w:txbxContent>"
    new = f"<w:drawing><wps:wsp><wps:txbx>{box}</wps:txbx></wps:wsp></w:drawing>"
    return f"<w:r>{alternatives(new, f'<w:pict><v:textbox>{box}</v:textbox></w:pict>')}</w:r>"


def test_what_was_deleted_in_a_text_box_is_told_once():
    body = p("甲") + p(boxed(p(r("框") + deleted(MARKED))))
    assert told(body) == ("甲\n\n框", (f"1 {GONE}",))


# Alternatives and drawings


def test_an_alternative_that_only_a_program_reads_gives_way_to_the_next():
    assert told(alternatives("", p("乙")) + p("丙")) == ("乙\n丙", ())
    assert told(alternatives(p("乙"), p("乙")) + p("丙")) == ("乙\n丙", ())


def test_text_in_a_drawing_of_another_program_is_read():
    one, two, three = (f"<a:r><a:t>{words}</a:t></a:r>" for words in ("同舟", "共济", "二"))
    paragraphs = f"<a:p>{one}{two}</a:p><a:p>{three}</a:p>"
    drawing = f"<w:r><w:drawing><a:sp><a:txBody>{paragraphs}</a:txBody></a:sp></w:drawing></w:r>"
    assert told(p("题目") + p(r("甲") + drawing)) == ("题目\n甲\n同舟共济\n二", ())


@pytest.mark.parametrize(
    ("body", "text", "count"),
    [
        (p(r("甲") + PROMPT(r("单击此处"))), "甲", 1),
        (p("甲") + PROMPT(p("单击此处") + p(PROMPT(r("或此处")))), "甲", 1),
        (p("甲") + PROMPT(p()), "甲", 0),
        (p("甲") + CONTROL(p("乙")), "甲\n乙", 0),
    ],
)
def test_a_prompt_is_told_because_a_program_may_have_filled_it_in(body, text, count):
    assert told(body) == (text, (f"{count} 处没有填写的提示",) if count else ())


TICKED = '<w14:checkbox><w14:checked w14:val="1"/></w14:checkbox>'


@pytest.mark.parametrize(
    ("properties", "content", "text"),
    [
        (TICKED, p(), "☑"),
        ('<w:dropDownList w:lastValue="年底"/>', p(), "年底"),
        ('<w:dropDownList w:lastValue="年底"/>', p("六月"), "六月"),
        ("<w:text/>", p(), ""),
    ],
)
def test_a_choice_in_a_control_of_paragraphs_is_text(properties, content, text):
    one = f"<w:sdt><w:sdtPr>{properties}</w:sdtPr><w:sdtContent>{content}</w:sdtContent></w:sdt>"
    assert told(p("甲") + one + p("乙")) == (f"甲\n{text}\n乙", ())
    rows = table(["单位", "时限"], ["甲镇", one])
    assert told(rows)[0] == f"单位\t时限\n甲镇\t{text}".rstrip("\t")


def test_runs_beside_the_paragraphs_are_read():
    assert told(r("甲") + p("乙") + f"<w:hyperlink>{r('丙')}</w:hyperlink>") == ("甲\n乙\n丙", ())
    assert told(table(["甲", "乙"], ["丙", f"<w:tc>{r('丁')}</w:tc>"])) == ("甲\t乙\n丙\t丁", ())


CHARTEX = 'xmlns:cx="http://schemas.microsoft.com/office/drawing/2014/chartex"'


@pytest.mark.parametrize(
    ("content", "name"),
    [
        (f"<cx:chart {CHARTEX}/>", "个图表"),
        ("<w14:contentPart/>", "处手写墨迹"),
        ("<dgm:relIds/>", "个 SmartArt 图形"),
        ("<a:blip/>", "幅图片"),
    ],
)
def test_drawings_without_text_are_told_once(content, name):
    picture = "<w:drawing><a:blip/></w:drawing>"
    drawing = f"<w:r>{alternatives(f'<w:drawing>{content}</w:drawing>', picture)}</w:r>"
    assert told(p(r("甲") + drawing)) == ("甲", (f"1 {name}",))


def test_charts_of_the_strict_standard_are_told(tmp_path):
    drawn = '<w:drawing><c:chart xmlns:c="http://purl.oclc.org/ooxml/drawingml/chart"/></w:drawing>'
    strict = part("w:document", f"<w:body>{p(r('甲') + f'<w:r>{drawn}<dgm:relIds/></w:r>')}</w:body>")
    for usual, name in (("wordprocessingml/2006/main", "wordprocessingml/main"),
                        ("drawingml/2006/diagram", "drawingml/diagram")):  # fmt: skip
        strict = strict.replace(
            f"http://schemas.openxmlformats.org/{usual}", f"http://purl.oclc.org/ooxml/{name}"
        )
    path = tmp_path / "讲话.docx"
    path.write_bytes(packed({"[Content_Types].xml": "<Types/>", "word/document.xml": strict}))
    assert read_file(path).left_out == ("1 个图表", "1 个 SmartArt 图形")


# Heads and feet of pages


def with_edges(*edges, titled=False):
    """A document with heads, each a pair of its type and content."""
    references = "".join(
        f'<w:headerReference w:type="{where}" r:id="header{at}"/>' for at, (where, _) in enumerate(edges)
    )
    section = f"<w:sectPr>{references}{'<w:titlePg/>' if titled else ''}</w:sectPr>"
    parts = parts_of(p("甲") + section)
    parts |= {f"word/header{at}.xml": part("w:hdr", content) for at, (_, content) in enumerate(edges)}
    kind = "http://schemas.openxmlformats.org/officeDocument/2006/relationships/header"
    links = "".join(
        f'<Relationship Id="header{at}" Type="{kind}" Target="header{at}.xml"/>' for at in range(len(edges))
    )
    related = parts["word/_rels/document.xml.rels"].replace("</Rel", f"{links}</Rel")
    return packed(parts | {"word/_rels/document.xml.rels": related})


NUMBER = p(r("— ") + field("PAGE", r("3")) + r(" —"))


@pytest.mark.parametrize(
    ("edges", "titled", "count"),
    [
        ([("default", p("某市人民政府文件"))], False, 1),
        ([("default", p("某市文件")), ("even", p("某市文件"))], False, 1),
        ([("default", p("某市文件")), ("even", p("内部资料"))], False, 2),
        ([("default", NUMBER)], False, 0),
        ([("default", p("第3页 共12页"))], False, 0),
        ([("default", p("Page 3 of 12"))], False, 0),
        ([("default", p())], False, 0),
        ([("first", p("某市文件"))], False, 0),
        ([("first", p("某市文件"))], True, 1),
        ([("default", "<w:p>")], False, 0),
    ],
)
def test_words_at_the_edges_of_pages_are_told_and_page_numbers_are_not(edges, titled, count):
    source = read_docx(with_edges(*edges, titled=titled), "讲话.docx", "讲话")
    assert (source.text, source.left_out) == ("甲", (f"{count} 处页眉页脚的文字",) if count else ())
