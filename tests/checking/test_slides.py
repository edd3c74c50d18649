"""PowerPoint files as anybody may have saved them: slides in order, tables, groups, drawings, notes."""

import pytest

from filescript import packed, relations
from reportgen.checking.placed import Zone
from reportgen.products import read_content

SPACES = " ".join(
    f'xmlns:{key}="http://schemas.openxmlformats.org/{value}"'
    for key, value in (
        ("a", "drawingml/2006/main"),
        ("p", "presentationml/2006/main"),
        ("r", "officeDocument/2006/relationships"),
        ("mc", "markup-compatibility/2006"),
        ("dgm", "drawingml/2006/diagram"),
    )
)
DIAGRAM, NOTES = "dgm:dataModel", "p:notes"


def deck_file(*slides, notes=None, drawings=None, order=None):
    """A PowerPoint file of slides given by what stands in their trees; notes and drawings by slide number."""
    numbers = range(1, len(slides) + 1)
    entries = "".join(f'<p:sldId id="{255 + n}" r:id="slide{n}"/>' for n in order or numbers)
    main = f"<p:presentation {SPACES}><p:sldIdLst>{entries}</p:sldIdLst></p:presentation>"
    parts = {
        "_rels/.rels": relations(officeDocument="ppt/presentation.xml"),
        "ppt/presentation.xml": main,
        "ppt/_rels/presentation.xml.rels": relations(
            **{f"slide{n}": f"slides/slide{n}.xml" for n in numbers}
        ),
    }
    for number, content in enumerate(slides, 1):
        parts[f"ppt/slides/slide{number}.xml"] = f"<p:sld {SPACES}><p:spTree>{content}</p:spTree></p:sld>"
        others = {}
        for kind, root, given in (("notesSlide", NOTES, notes), ("diagramData", DIAGRAM, drawings)):
            if number in (given or {}):
                others[kind] = f"../{kind}/{number}.xml"
                parts[f"ppt/{kind}/{number}.xml"] = f"<{root} {SPACES}>{given[number]}</{root}>"
        parts[f"ppt/slides/_rels/slide{number}.xml.rels"] = relations(**others)
    return packed(parts)


def para(*runs):
    return f"<a:p>{''.join(f'<a:r><a:t>{run}</a:t></a:r>' for run in runs)}</a:p>"


def shape(*paras, place=""):
    holder = f'<p:nvSpPr><p:nvPr><p:ph type="{place}"/></p:nvPr></p:nvSpPr>' if place else ""
    return f"<p:sp>{holder}<p:txBody>{''.join(paras)}</p:txBody></p:sp>"


def cell(text, marks=""):
    return f"<a:tc{marks}><a:txBody>{para(text)}</a:txBody></a:tc>"


def grid(*rows):
    return f"<p:graphicFrame><a:tbl>{''.join(f'<a:tr>{row}</a:tr>' for row in rows)}</a:tbl></p:graphicFrame>"


def read(*slides, **more):
    return read_content(deck_file(*slides, **more), "x.pptx").placed


def test_paragraphs_of_a_shape_belong_together_and_shapes_do_not():
    found = read(shape(para("卡题"), para("建立台账"), para("")) + shape(para("另一框")))
    assert [one.text for one in found] == ["卡题", "建立台账", "另一框"]
    assert found[0].unit == found[1].unit != found[2].unit
    assert {one.where for one in found} == {"第 1 张"}


def test_runs_are_joined_and_a_break_is_one():
    broken = "<a:p><a:r><a:t>聚焦项目，</a:t></a:r><a:br/><a:r><a:t>筑牢根基</a:t></a:r></a:p>"
    assert [one.text for one in read(shape(para("建", "立台账"), broken))] == [
        "建立台账",
        "聚焦项目，\n筑牢根基",
    ]


@pytest.mark.parametrize(
    ("kind", "text"),
    [("slidenum", "甲"), ("datetime1", "甲"), ("datetimeFigureOut", "甲"), ("footer", "甲乙")],
)
def test_numbers_and_dates_that_the_program_puts_are_nobodys_words(kind, text):
    field = f'<a:p><a:r><a:t>甲</a:t></a:r><a:fld type="{kind}"><a:t>乙</a:t></a:fld></a:p>'
    assert [one.text for one in read(shape(field))] == [text]


@pytest.mark.parametrize(
    ("place", "is_read"), [("sldNum", False), ("dt", False), ("ftr", True), ("body", True), ("title", True)]
)
def test_placeholders_of_the_program_are_left_out(place, is_read):
    assert bool(read(shape(para("县政府办"), place=place))) is is_read


def test_slides_come_in_the_order_in_which_they_are_shown():
    found = read(*(shape(para(text)) for text in ("甲", "乙", "丙")), order=(3, 1, 2))
    assert [(one.text, one.where) for one in found] == [
        ("丙", "第 1 张"),
        ("甲", "第 2 张"),
        ("乙", "第 3 张"),
    ]


def test_a_slide_that_is_listed_and_not_there_is_passed_over():
    assert [one.where for one in read(shape(para("甲")), shape(para("乙")), order=(9, 2, 1))] == [
        "第 1 张",
        "第 2 张",
    ]


def test_groups_within_groups_are_read():
    inner = f"<p:grpSp>{shape(para('里层'))}</p:grpSp>"
    assert [one.text for one in read(f"<p:grpSp>{inner}{shape(para('外层'))}</p:grpSp>")] == ["里层", "外层"]


def test_what_is_saved_in_two_ways_is_read_once():
    new, old = shape(para("新")), shape(para("旧"))
    both = f"<mc:AlternateContent><mc:Choice>{new}</mc:Choice><mc:Fallback>{old}</mc:Fallback>"
    assert [one.text for one in read(f"{both}</mc:AlternateContent><mc:AlternateContent/>")] == ["新"]


def test_cells_of_a_table_tell_row_and_column():
    found = read(grid(cell("序号") + cell("任务"), cell("1") + cell("") + cell("建立台账")))
    assert [(one.text, one.where) for one in found] == [
        ("序号", "第 1 张表格第 1 行第 1 列"),
        ("任务", "第 1 张表格第 1 行第 2 列"),
        ("1", "第 1 张表格第 2 行第 1 列"),
        ("建立台账", "第 1 张表格第 2 行第 3 列"),
    ]
    assert all(one.table for one in found)
    assert [one.unit for one in found] == [1, 1, 2, 2]


@pytest.mark.parametrize("mark", ["1", "true"])
def test_a_merged_cell_counts_for_the_rows_it_reaches_over_and_is_looked_at_once(mark):
    found = read(
        grid(cell("任务", ' rowSpan="2"') + cell("举措甲"), cell("", f' vMerge="{mark}"') + cell("举措乙"))
    )
    assert [(one.text, one.echo) for one in found] == [
        ("任务", False), ("举措甲", False), ("任务", True), ("举措乙", False),
    ]  # fmt: skip
    assert found[2].unit == found[3].unit


def test_notes_and_drawings_are_told_beside_their_slide():
    drawing = f"<dgm:pt><dgm:t>{para('图形里的话')}</dgm:t></dgm:pt>"
    page = shape(para("1"), place="sldNum") + shape(
        para("请放慢语速", "，等掌声"), para("第二段"), place="body"
    )
    found = read(shape(para("甲")), shape(para("乙")), notes={2: page}, drawings={1: drawing})
    assert [(one.text, one.where, one.zone) for one in found] == [
        ("甲", "第 1 张", Zone.BODY),
        ("图形里的话", "第 1 张图形", Zone.BODY),
        ("乙", "第 2 张", Zone.BODY),
        ("请放慢语速，等掌声", "第 2 张备注", Zone.NOTES),
        ("第二段", "第 2 张备注", Zone.NOTES),
    ]


def test_a_deck_without_slides_says_nothing():
    assert read() == ()
