"""What planning measures with comes from the template: change it there, and lines and pages follow."""

import re
import zipfile

import pytest

from ownhandout import TEMPLATE, changed
from reportgen.errors import TemplateError
from reportgen.options import Options
from reportgen.planning.facts import Facts
from reportgen.planning.handout import SHEET, Density, plan_handout
from reportgen.planning.handout.tasks import task_height
from reportgen.rendering.docx import open_handout, read_sheet, render_handout
from reportgen.verifying import verify_files
from speech import brief_of

DOCUMENT, STYLES = "word/document.xml", "word/styles.xml"
# The columns of the shipped template in twips, and what they print.
COLUMNS = {
    ("facts", "name"): 1600,
    ("facts", "value"): 7244,
    ("framework", "heading"): 2744,
    ("framework", "points"): 6100,
    ("measures", "measure"): 7044,
    ("measures", "place"): 1260,
    ("digest", "section"): 1944,
    ("terms", "term"): 4422,
    ("tasks", "task"): 1560,
    ("tasks", "step"): 4974,
}
SPEECH = """在全县防汛工作会议上的讲话

同志们：
要压实防汛责任，确保群众生命财产安全。

一、压实责任，把防汛各项措施落实到每一个乡镇每一个村每一座水库每一处险工险段
（一）落实包保责任
要建立县级领导包乡镇、乡镇干部包村、村干部包户的三级包保责任制，6月底前将名单报县防汛抗旱指挥部办公室。
要签订责任状，让群众看得见、找得到责任人。
（二）落实值班值守
要严格执行二十四小时值班和领导带班制度，由县应急管理局每日抽查并通报结果，确保信息畅通。

二、排查隐患，把各类风险消除在萌芽状态
（一）排查水利工程
要对全县水库、山塘、堤防逐一排查，由县水利局牵头建立台账，5月底前完成整改。
（二）排查城镇内涝
要疏浚城区排水管网，推进易涝点整治，让群众出行更加方便。
"""


OF_A_GRID = ("facts", "framework", "measures", "tasks")
"""Tables with lines around their cells."""


def with_widths(path, *changes, part=DOCUMENT):
    """Our template with columns of other widths, in twips: of the grid, and of the cells."""
    pairs = [(f'w:w="{before}"', f'w:w="{after}"') for before, after in changes]
    return changed(path, part, *pairs)


def test_the_shipped_template_is_what_is_planned_with_by_default():
    assert read_sheet(TEMPLATE) == SHEET


@pytest.mark.parametrize(("table", "column"), COLUMNS)
def test_each_column_is_read_by_what_it_prints(table, column, tmp_path):
    width = COLUMNS[table, column]
    sheet = read_sheet(with_widths(tmp_path / "own.docx", (width, width - 60)))
    changed_widths = {
        (name, one): round(SHEET.tables[name].widths[one] - width, 6)
        for name, grid in sheet.tables.items()
        for one, width in grid.widths.items()
        if width != SHEET.tables[name].widths[one]
    }
    assert changed_widths == {(table, column): 3.0}


def test_a_column_is_known_by_its_tag_whatever_is_written_above_it(tmp_path):
    path = changed(
        tmp_path / "own.docx",
        DOCUMENT,
        ("重点任务", "工作任务"),
        ("出处", "在哪里"),
        ('w:w="1560"', 'w:w="1600"'),
    )
    tables = read_sheet(path).tables
    assert (tables["tasks"].widths["task"], tables["measures"].widths["place"]) == (80.0, 63.0)


@pytest.mark.parametrize(
    ("before", "after", "read"),
    [
        ('<w:left w:w="108"', '<w:left w:w="208"', (15.8, 6.0, 0.5)),
        ('<w:bottom w:w="60"', '<w:bottom w:w="160"', (10.8, 11.0, 0.5)),
        ('<w:insideH w:val="single" w:sz="4"', '<w:insideH w:val="single" w:sz="12"', (10.8, 6.0, 1.5)),
        ('<w:insideH w:val="single"', '<w:insideH w:val="nil"', (10.8, 6.0, 0.0)),
    ],
)
def test_margins_and_rules_are_the_table_styles(before, after, read, tmp_path):
    grid = read_sheet(style_changed(tmp_path / "own.docx", before, after)).tables["tasks"]
    assert (round(grid.sides, 6), round(grid.ends, 6), grid.rule) == read


def style_changed(path, before, after):
    """Our template with a text of its own table style changed; the normal table style stands before it."""
    styles = zipfile.ZipFile(TEMPLATE).read(STYLES).decode()
    own = styles[styles.index('w:styleId="HandoutTable"') :]
    assert before in own
    return changed(path, STYLES, (re.escape(own), own.replace(before, after, 1)))


def test_a_table_goes_before_its_style(tmp_path):
    margins = '<w:tblLayout w:type="fixed"/><w:tblCellMar><w:left w:w="200" w:type="dxa"/></w:tblCellMar>'
    path = changed(tmp_path / "own.docx", DOCUMENT, ('<w:tblLayout w:type="fixed"/>', margins))
    assert {round(grid.sides, 6) for name, grid in read_sheet(path).tables.items() if name in OF_A_GRID} == {
        15.4
    }


@pytest.mark.parametrize(
    ("before", "after", "read"),
    [
        ('w:left="320" w:right="240"', 'w:left="720" w:right="640"', (68.0, 12.0)),
        (
            '<w:top w:val="single" w:sz="8" w:space="5"',
            '<w:top w:val="single" w:sz="16" w:space="9"',
            (28.0, 17.0),
        ),
    ],
)
def test_the_frame_of_the_thesis_is_its_styles(before, after, read, tmp_path):
    frame = read_sheet(changed(tmp_path / "own.docx", STYLES, (before, after))).frame
    assert (frame.sides, frame.ends) == read


def test_a_narrower_frame_makes_a_full_page_be_set_tighter(tmp_path):
    indents = 'w:left="{}" w:right="{}"'
    path = changed(tmp_path / "own.docx", STYLES, (indents.format(320, 240), indents.format(3320, 3240)))
    brief = brief_of(SPEECH)
    ours, own = (plan_handout(brief, Facts(), sheet).front for sheet in (SHEET, read_sheet(path)))
    assert (ours.density, own.density) == (Density.NORMAL, Density.COMPACT)
    assert ours.thesis == own.thesis


def test_the_checklist_has_the_height_of_its_own_page(tmp_path):
    margins = '<w:pgMar w:top="{}" w:right="934"'
    path = changed(tmp_path / "own.docx", DOCUMENT, (margins.format(2098), margins.format(7098)))
    sheet = read_sheet(path)
    assert (sheet.height, sheet.tasks_height) == pytest.approx((SHEET.height, SHEET.tasks_height - 250.0))


def test_an_indent_in_points_is_one_too(tmp_path):
    path = changed(
        tmp_path / "own.docx",
        STYLES,
        ('w:firstLineChars="200"', 'w:firstLineChars="0"'),
        ('w:firstLine="6[0-9]{2}"', 'w:firstLine="480"'),
    )
    assert read_sheet(path).face("Text").indent == 1.5


@pytest.mark.parametrize(
    ("width", "table"),
    [
        (1600, "基本情况"),
        (2744, "内容框架"),
        (1260, "重点举措"),
        (1944, "要点摘编"),
        (4422, "关键提法"),
        (1110, "落实清单"),
    ],
)
def test_a_column_that_holds_no_character_is_told(width, table, tmp_path):
    with pytest.raises(TemplateError, match=f"“{table}”表有一列放不下一个字"):
        read_sheet(with_widths(tmp_path / "own.docx", (width, 200)))


SPAN = '<w:gridSpan w:val="{}"/></w:tcPr>'


@pytest.mark.parametrize(("before", "after"), [('w:w="4974"', 'w:w="wide"'), ("</w:tcPr>", SPAN.format("x"))])
def test_a_width_that_is_no_number_is_told(before, after, tmp_path):
    with pytest.raises(TemplateError, match="写错的数"):
        read_sheet(changed(tmp_path / "own.docx", DOCUMENT, (before, after)))


def test_a_cell_over_two_columns_is_as_wide_as_both(tmp_path):
    grid = '<w:gridCol w:w="600"/><w:gridCol w:w="1000"/>'
    cells = ('<w:tcW w:w="1600" w:type="dxa"/>', '<w:tcW w:w="1600" w:type="dxa"/><w:gridSpan w:val="2"/>')
    path = changed(tmp_path / "own.docx", DOCUMENT, ('<w:gridCol w:w="1600"/>', grid), cells)
    assert read_sheet(path).tables["facts"] == SHEET.tables["facts"]


NARROW = ((4974, 2974), (1560, 3560))
"""The column of the measures gives 100 pt to that of the tasks."""


def test_rows_are_as_high_as_the_templates_columns_make_them(tmp_path):
    narrow = read_sheet(with_widths(tmp_path / "own.docx", *NARROW))
    rows = plan_handout(brief_of(SPEECH), Facts()).tasks
    assert sum(task_height(row, narrow) for row in rows) > sum(task_height(row, SHEET) for row in rows)


def test_a_narrow_digest_tells_less_on_as_many_pages(tmp_path):
    path = changed(tmp_path / "own.docx", STYLES, ('w:left="2124"', 'w:left="7724"'))
    assert read_sheet(path).tables["digest"].room("points") == SHEET.tables["digest"].room("points") - 280
    brief = brief_of(SPEECH * 12)
    ours, own = (plan_handout(brief, Facts(), sheet) for sheet in (SHEET, read_sheet(path)))
    told = [sum(len(point.text) for row in one.digest for point in row.points) for one in (ours, own)]
    assert told[0] > told[1]


@pytest.mark.parametrize("changes", [(), NARROW, ((2744, 1800), (6100, 7044)), ((1944, 1444),)])
def test_a_handout_of_such_a_template_is_read_and_checked_with_its_own_widths(changes, tmp_path):
    template = with_widths(tmp_path / "own.docx", *changes) if changes else TEMPLATE
    opened = open_handout(template)
    sheet = opened.sheet
    made = tmp_path / "讲话-要点.docx"
    made.write_bytes(render_handout(plan_handout(brief_of(SPEECH, "讲话"), Facts(), sheet), opened))
    again = read_sheet(made)
    assert again.tables["facts"] == sheet.tables["facts"]
    assert again.tables == sheet.tables
    assert (again.frame, again.tasks_height) == (sheet.frame, sheet.tasks_height)
    speech = tmp_path / "讲话.txt"
    speech.write_text(SPEECH, "utf-8")
    (checked,) = verify_files([made], speech, Options()).files
    assert (checked.error, checked.findings) == (None, ())


def _paragraph(words, style="Tag"):
    return f'<w:p><w:pPr><w:pStyle w:val="{style}"/></w:pPr><w:r><w:t>{words}</w:t></w:r></w:p>'


def _row(*cells):
    widths = (3000, 5844)
    properties = (f'<w:tcPr><w:tcW w:w="{width}" w:type="dxa"/></w:tcPr>' for width in widths)
    inside = (f"<w:tc>{one}{cell}</w:tc>" for one, cell in zip(properties, cells, strict=False))
    return f"<w:tr>{''.join(inside)}</w:tr>"


def with_table(path):
    """Our template with 要点摘编 set as a table, as those were that people have made from ours before."""
    section = (
        _paragraph("{{ row.heading }}", "DigestSection"),
        _paragraph("{{ row.tail }}", "DigestTail"),
        _paragraph("{{ row.place }}", "DigestTail"),
    )
    points = (
        _paragraph("{%p for one in row.points %}"),
        _paragraph("{{ one.heading }}{{ one.text }}", "DigestPoint"),
        _paragraph("{{ one.goal }}", "DigestGoal"),
        _paragraph("{%p endfor %}"),
        _paragraph("", "DigestPoint"),
    )
    rows = (_row(_paragraph("{%tr for row in digest %}")), _row("".join(section), "".join(points)))
    grid = '<w:tblGrid><w:gridCol w:w="3000"/><w:gridCol w:w="5844"/></w:tblGrid>'
    table = f"<w:tbl><w:tblPr/>{grid}{''.join(rows)}{_row(_paragraph('{%tr endfor %}'))}</w:tbl>"
    start, end = (
        _paragraph("{one}").replace("<w:t>", '<w:t xml:space="preserve">').replace("{one}", tag)
        for tag in ("{%p for row in digest %}", "{%p if terms %}")
    )
    before = f"{re.escape(start)}.*{re.escape(end)}"
    return changed(path, DOCUMENT, (before, f"{table}{_paragraph('{%p endif %}')}{end}"))


def test_a_digest_that_is_a_table_is_measured_and_filled_as_one(tmp_path):
    opened = open_handout(with_table(tmp_path / "own.docx"))
    assert opened.sheet.tables["digest"].widths == {"section": 150.0, "points": 292.2}
    plan = plan_handout(brief_of(SPEECH, "讲话"), Facts(), opened.sheet)
    made = tmp_path / "讲话-要点.docx"
    made.write_bytes(render_handout(plan, opened))
    assert read_sheet(made).tables["digest"] == opened.sheet.tables["digest"]
    speech = tmp_path / "讲话.txt"
    speech.write_text(SPEECH, "utf-8")
    (checked,) = verify_files([made], speech, Options()).files
    assert (checked.error, checked.findings) == (None, ())


def test_a_template_without_a_tighter_style_is_not_measured_with_one(tmp_path):
    names = re.compile(r'<w:style [^>]*w:styleId="FrontTextSnug">.*?</w:style>', re.DOTALL)
    sheet = read_sheet(changed(tmp_path / "own.docx", STYLES, (names.pattern, "")))
    assert sheet.face("FrontText", Density.SNUG) == sheet.face("FrontText")
