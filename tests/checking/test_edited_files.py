"""Files that somebody has edited: what he changed is told with its place, what he dressed up is not."""

import io

import docx
import openpyxl
import pptx
import pytest
from docx.oxml.ns import qn
from openpyxl.comments import Comment
from openpyxl.styles import Font
from pptx.util import Pt

from reportgen import briefing
from reportgen.building import build
from reportgen.checking.placed import Code
from reportgen.comparing import Basis
from reportgen.errors import Severity
from reportgen.options import Options
from reportgen.planning.length import Degree, Length
from reportgen.products import read_content

TEXT = """在全县重点工作推进会上的讲话
（2025年3月5日）
同志们：
去年，全县完成投资85.6亿元，增长12.5%，新增就业1,200人。今年要坚持项目为王，全面推进产业振兴。
一、聚焦项目建设，筑牢发展根基
要把项目建设放在首位。一是抓好项目储备。县发改局要建立项目储备库，6月底前完成。县财政局要兑付各项补贴资金，每年9月底前到位。二是抓好要素保障。建立“周调度”工作机制，不得层层加码，让企业安心发展。
二、聚焦民生改善，增进群众福祉
全面提升公共服务。一是办好民生实事。要新建社区食堂18个，改造老旧小区36个，让老年人就近吃上热饭。二是优化政务服务。推行“一窗受理”，压缩办理时间，让群众少跑腿。
三、聚焦安全稳定，守牢发展底线
开展安全隐患排查整治，建立安全台账。严格落实“三管三必须”，决不放过任何一个隐患。
谢谢大家。
"""


EVERYTHING = Length(Degree.FULL)
"""Every measure stands on a slide, and may be changed there."""


class Files:
    """The three files of the speech, and what is found in edited ones."""

    def __init__(self, folder):
        path = folder / "讲话.txt"
        path.write_text(TEXT, "utf-8")
        built = build(path, Options(folder / "output", length=EVERYTHING))
        self.paths = {one.written.path.suffix: one.written.path for one in built.outputs}
        self.basis = Basis.of(briefing.brief(path), Options(length=EVERYTHING))

    def opened(self, suffix, open_file):
        return open_file(io.BytesIO(self.paths[suffix].read_bytes()))

    def told(self, suffix, file):
        """What is found in a file of an office library, as it saves it."""
        buffer = io.BytesIO()
        file.save(buffer)
        path = self.paths[suffix]
        content = read_content(buffer.getvalue(), path.name)
        return [
            one
            for one in self.basis.findings(path, path.read_bytes(), content)
            if one.severity is not Severity.INFO
        ]


@pytest.fixture(scope="module")
def files(tmp_path_factory):
    return Files(tmp_path_factory.mktemp("edited"))


@pytest.fixture
def book(files):
    return files.opened(".xlsx", openpyxl.load_workbook)


@pytest.fixture
def paper(files):
    return files.opened(".docx", docx.Document)


@pytest.fixture
def deck(files):
    return files.opened(".pptx", pptx.Presentation)


def cell_of(sheet, words, column="C"):
    return next(cell for cell in sheet[column] if cell.value == words)


@pytest.mark.parametrize(
    ("cell", "change", "code"),
    [
        ("C7", "18个→28个", Code.NUMBER),
        ("C7", "36个→三十六个", Code.NUMBER),
        ("C6", "不得层层加码→层层加码", Code.NEGATION),
        ("C6", "“周调度”→“月调度”", Code.NAME),
        ("C8", "办理时间→办里时间", Code.CHANGED),
        ("C9", "建立安全台账→建立安全台账，由县应急局牵头", Code.INVENTED),
        ("B8", "优化政务服务→优化营商服务", Code.CHANGED),
        ("D8", "让群众少跑腿→让群众不跑腿", Code.NEGATION),
        ("E4", "县发改局→县财政局", Code.NAME),
        ("E5", "县财政局→县发改局", Code.NAME),
        ("F4", "6月底前→每年9月底前", Code.NAME),
        ("F5", "每年9月底前→9月底前", Code.CHANGED),
        ("F4", "6月底前→8月底前", Code.NUMBER),
        ("A8", "4→3", Code.NUMBER),
        ("H8", "第5段→第7段", Code.INVENTED),
        ("A2", "2025年3月5日→2025年3月6日", Code.NUMBER),
        ("A2", "推进会→动员会", Code.CHANGED),
        ("C3", "具体举措→工作内容", Code.INVENTED),
    ],
)
def test_a_cell_that_says_something_else_is_told_with_its_place(files, book, cell, change, code):
    before, after = change.split("→")
    place = book.active[cell]
    assert before in str(place.value)
    changed = str(place.value).replace(before, after)
    place.value = int(changed) if changed.isdigit() else changed
    found = files.told(".xlsx", book)
    assert (code, f"落实清单!{cell}") in [(one.code, one.where) for one in found]


@pytest.mark.parametrize(
    ("cell", "words"),
    [("E6", "县财政局"), ("E9", "县发改局"), ("F6", "6月底前"), ("F8", "每年9月底前"), ("E9", "县应急局")],
)
def test_an_owner_or_a_deadline_that_the_speech_does_not_state_there_is_told(files, book, cell, words):
    assert book.active[cell].value is None
    book.active[cell].value = words
    assert f"落实清单!{cell}" in [one.where for one in files.told(".xlsx", book)]


@pytest.mark.parametrize(
    ("one", "two"),
    [("E4", "E5"), ("F4", "F5"), ("C4", "C6"), ("D6", "D8"), ("B6", "B8"), ("D7", "D8"), ("C7", "C9")],
)
def test_two_cells_that_changed_places_are_told(files, book, one, two):
    first, second = book.active[one], book.active[two]
    first.value, second.value = second.value, first.value
    assert {f"落实清单!{place}" for place in (one, two)} & {one.where for one in files.told(".xlsx", book)}


@pytest.mark.parametrize("row", range(4, 10))
def test_a_row_that_was_deleted_is_told_by_its_number_or_its_measure(files, book, row):
    words = book.active.cell(row, 3).value
    book.active.delete_rows(row)
    found = files.told(".xlsx", book)
    assert found[0].severity is Severity.ERROR
    assert found[0].code in {Code.LOST_MEASURE, Code.LOST_HEADING}
    assert f"第 {row - 3} 条" in found[0].where or words in found[0].text


def dressed(sheet):
    sheet["C4"].font = Font(name="楷体", size=16, bold=True)
    sheet.column_dimensions["C"].width = 60
    sheet.row_dimensions[5].hidden = True


def reported(sheet):
    for row, words in zip(
        range(4, 8), ["推进中", "已完成", "需协调：资金缺口300万元", "9月10日已报县政府"], strict=True
    ):
        sheet.cell(row, 7).value = words


def sorted_by_measure(sheet):
    rows = sorted(
        ([cell.value for cell in row] for row in sheet.iter_rows(min_row=4, max_row=9)),
        key=lambda row: row[2],
    )
    for number, row in enumerate(rows, 4):
        for column, value in enumerate(row, 1):
            sheet.cell(number, column).value = value


def broken_by_hand(sheet):
    sheet["C8"].value = "推行“一窗受理”，\n压缩办理\n时间"


def remarked(sheet):
    sheet["C4"].comment = Comment("请发改局补充附件", "张三")


def with_an_empty_sheet(sheet):
    sheet.parent.create_sheet("附表")


def with_rows_between(sheet):
    sheet.insert_rows(6)


@pytest.mark.parametrize(
    "edit",
    [dressed, reported, sorted_by_measure, broken_by_hand, remarked, with_an_empty_sheet, with_rows_between],
    ids=lambda edit: edit.__name__,
)
def test_a_sheet_that_says_the_same_in_another_dress_has_nothing(files, book, edit):
    edit(book.active)
    assert files.told(".xlsx", book) == []


def test_a_remark_in_a_column_of_its_own_is_no_word_of_the_speech(files, book):
    book.active["I3"].value, book.active["I4"].value = "备注", "经费已由县财政安排"
    assert {one.where for one in files.told(".xlsx", book)} == {"落实清单!I3", "落实清单!I4"}


def paragraphs(paper, style, words):
    return [one for one in paper.paragraphs if one.style.style_id.startswith(style) and words in one.text]


def put(paragraph, before, after):
    """Change a paragraph as typing over it does: what is typed takes the dress of what stood there."""
    whole = "".join(run.text for run in paragraph.runs)
    assert before in whole
    paragraph.runs[0].text = whole.replace(before, after)
    for run in paragraph.runs[1:]:
        run.text = ""


def cell_paragraph(paper, words):
    """The last cell with these words: measures of page 1 stand in 落实清单 again."""
    cells = (cell for table in paper.tables for row in table.rows for cell in row.cells)
    return [one for cell in cells for one in cell.paragraphs if one.text == words][-1]


@pytest.mark.parametrize(
    ("style", "change", "code"),
    [
        ("OriginalText", "12.5%→15.2%", Code.NUMBER),
        ("OriginalText", "1,200人→12,000人", Code.NUMBER),
        ("OriginalText", "决不放过→放过", Code.NEGATION),
        ("OriginalText", "让企业安心发展→让群众安心发展", Code.CHANGED),
        ("OriginalText", "县财政局要兑付→县发改局要兑付", Code.NAME),
        ("OriginalText", "6月底前完成→6月底前力争完成", Code.CHANGED),
        ("OriginalText", "不得层层加码→不得层层加码，不得弄虚作假", Code.INVENTED),
        ("OriginalText", "谢谢大家→谢谢大家，散会", Code.INVENTED),
        ("Heading2", "聚焦民生改善→聚焦民生保障", Code.CHANGED),
        ("FrontText", "不得层层加码→可以层层加码", Code.NEGATION),
    ],
)
def test_a_paragraph_that_says_something_else_is_told(files, paper, style, change, code):
    before, after = change.split("→")
    put(paragraphs(paper, style, before)[0], before, after)
    assert code in [one.code for one in files.told(".docx", paper)]


@pytest.mark.parametrize(
    ("before", "after"),
    [
        ("① 县发改局", "① 县财政局"),
        ("① 县发改局", "② 县发改局"),
        ("① 6月底前", "① 每年9月底前"),
        ("推行“一窗受理”，压缩办理时间", "建立“周调度”工作机制，不得层层加码"),
        ("要新建社区食堂18个，改造老旧小区36个", "要新建社区食堂36个，改造老旧小区18个"),
        ("2025年3月5日", "2025年5月3日"),
        ("355 字 · 3 部分 · 4 要点 · 约 1 分钟", "355 字 · 3 部分 · 5 要点 · 约 1 分钟"),
    ],
)
def test_a_cell_of_the_handout_that_says_something_else_is_told(files, paper, before, after):
    put(cell_paragraph(paper, before), before, after)
    found = files.told(".docx", paper)
    assert any(one.severity is Severity.ERROR for one in found)
    assert all("\n" not in one.message for one in found)


def test_a_place_that_leads_elsewhere_than_it_says_is_told(files, paper):
    places = (list(one.iter(qn("w:t"))) for one in paper.element.body.iter(qn("w:p")))
    words = next(one for one in places if "".join(word.text for word in one) == "第 4—5 段")
    next(word for word in words if word.text == "5").text = "6"
    assert any(one.code is Code.NUMBER for one in files.told(".docx", paper))


@pytest.mark.parametrize("words", ["要把项目建设放在首位", "开展安全隐患排查整治", "谢谢大家", "同志们"])
def test_a_paragraph_of_the_speech_that_was_deleted_is_told(files, paper, words):
    gone = [one for one in paper.paragraphs if words in one.text][-1]
    gone._p.getparent().remove(gone._p)
    found = files.told(".docx", paper)
    assert [one.where for one in found if one.severity is Severity.ERROR]
    assert any(words in one.text for one in found)


@pytest.mark.parametrize("heading", ["聚焦项目建设", "聚焦民生改善", "聚焦安全稳定"])
def test_a_heading_gone_from_everywhere_is_a_lost_heading(files, paper, heading):
    for one in paper.element.body.iter(qn("w:p")):
        texts = list(one.iter(qn("w:t")))
        if heading in "".join(text.text or "" for text in texts):
            for text in texts:
                text.text = ""
    assert Code.LOST_HEADING in [one.code for one in files.told(".docx", paper)]


def in_many_runs(paper):
    for one in paragraphs(paper, "OriginalText", "项目储备库"):
        words = "".join(run.text for run in one.runs)
        put(one, words, words[:9])
        for at in range(9, len(words), 7):
            one.add_run(words[at : at + 7]).bold = at % 2 == 0


def with_blank_paragraphs(paper):
    for one in paragraphs(paper, "OriginalText", "安全"):
        one.insert_paragraph_before("")


def in_another_style(paper):
    for one in paragraphs(paper, "Digest", "") + paragraphs(paper, "OriginalText", ""):
        one.style = paper.styles["Normal"]


def with_a_remark(paper):
    (one,) = paragraphs(paper, "OriginalText", "谢谢大家")
    paper.add_comment(one.runs, "此处停顿，等掌声", "张三", "张")


def with_soft_breaks(paper):
    (one,) = paragraphs(paper, "OriginalText", "开展安全隐患排查整治")
    put(one, "，建立安全台账", "，\n建立\n安全台账")


def ticked(paper):
    cells = (cell for table in paper.tables for row in table.rows for cell in row.cells)
    for cell in cells:
        for one in cell.paragraphs:
            if one.text == "☐":
                put(one, "☐", "")


@pytest.mark.parametrize(
    "edit",
    [in_many_runs, with_blank_paragraphs, in_another_style, with_a_remark, with_soft_breaks, ticked],
    ids=lambda edit: edit.__name__,
)
def test_a_handout_that_says_the_same_in_another_dress_has_nothing(files, paper, edit):
    edit(paper)
    assert files.told(".docx", paper) == []


def frames(deck):
    for number, slide in enumerate(deck.slides, 1):
        for shape in slide.shapes:
            if shape.has_text_frame:
                yield number, shape.text_frame
            if shape.has_table:
                yield from ((number, cell.text_frame) for row in shape.table.rows for cell in row.cells)


def retyped(frame, before, after):
    for one in frame.paragraphs:
        if before in "".join(run.text for run in one.runs):
            put(one, before, after)


@pytest.mark.parametrize(
    ("words", "change", "code"),
    [
        ("要新建社区食堂18个，改造老旧小区36个", "36个→63个", Code.NUMBER),
        ("建立“周调度”工作机制，不得层层加码", "不得→可以", Code.NEGATION),
        ("推行“一窗受理”，压缩办理时间", "“一窗受理”→“一网通办”", Code.CHANGED),
        ("要把项目建设放在首位", "首位→突出位置", Code.CHANGED),
        ("县发改局要建立项目储备库，6月底前完成", "县发改局→县水利局", Code.NAME),
        ("全县完成投资85.6亿元", "85.6亿元→86.5亿元", Code.NUMBER),
        ("今年要坚持项目为王，全面推进产业振兴", "产业振兴→产业振兴，恳请批评指正", Code.INVENTED),
        ("开展安全隐患排查整治，建立安全台账", "建立安全台账→建立安全台账，落实专项经费", Code.INVENTED),
    ],
)
def test_words_on_a_slide_that_say_something_else_are_told_with_its_number(files, deck, words, change, code):
    number, frame = next((at, one) for at, one in frames(deck) if one.text == words)
    retyped(frame, *change.split("→"))
    found = files.told(".pptx", deck)
    assert code in [one.code for one in found if one.where.startswith(f"第 {number} 张")]


@pytest.mark.parametrize(
    ("before", "after"),
    [
        ("县发改局", "县财政局"),
        ("县财政局", "县发改局"),
        ("6月底前", "每年9月底前"),
        ("每年9月底前", "6月底前"),
    ],
)
def test_an_owner_or_a_deadline_of_another_row_is_told_on_slides_too(files, deck, before, after):
    for _, frame in frames(deck):
        if frame.text == before:
            retyped(frame, before, after)
    assert "表格" in " ".join(one.where for one in files.told(".pptx", deck))


@pytest.mark.parametrize(
    ("change", "code"),
    [
        ("12.5%→13.5%", Code.NUMBER),
        ("决不放过→放过", Code.NEGATION),
        ("谢谢大家→谢谢各位", Code.CHANGED),
    ],
)
def test_notes_are_compared_as_slides_are(files, deck, change, code):
    before, after = change.split("→")
    slide = [one for one in deck.slides if before in one.notes_slide.notes_text_frame.text][-1]
    retyped(slide.notes_slide.notes_text_frame, before, after)
    found = files.told(".pptx", deck)
    assert code in [one.code for one in found if one.where.endswith("备注")]


@pytest.mark.parametrize("number", range(2, 10))
def test_a_slide_that_was_deleted_is_told_by_its_number_and_no_other_is(files, deck, number):
    entries = deck.slides._sldIdLst
    entries.remove(list(entries)[number - 1])
    told = {one.where.removesuffix("备注") for one in files.told(".pptx", deck)}
    assert told <= {f"原为第 {number} 张", f"原在第 {number} 张"}
    assert told


def test_what_a_slide_is_about_is_said_in_the_words_of_the_speech(files, deck):
    frame = next(one for one in notes_of(deck) if "聚焦项目建设" in one.text)
    retyped(frame, "〕聚焦项目建设", "〕狠抓招商引资")
    assert "第 4 张备注" in [one.where for one in files.told(".pptx", deck)]


def test_a_row_of_a_table_that_was_deleted_is_told(files, deck):
    (table,) = [shape.table for slide in deck.slides for shape in slide.shapes if shape.has_table]
    row = next(row for row in table.rows if row.cells[1].text == "优化政务服务")
    row._tr.getparent().remove(row._tr)
    assert {one.code for one in files.told(".pptx", deck)} & {Code.LOST_MEASURE, Code.LOST_TEXT}


def notes_of(deck):
    return [slide.notes_slide.notes_text_frame for slide in deck.slides if slide.has_notes_slide]


def without_cues(deck):
    for frame in notes_of(deck):
        for one in frame.paragraphs:
            if one.text.startswith("〔本页约"):
                one._p.getparent().remove(one._p)


def with_other_times(deck):
    for frame in notes_of(deck):
        for one in frame.paragraphs:
            if one.text.startswith("〔本页约"):
                put(one, "本页约半分钟", "本页约 2 分半钟")


def in_another_order(deck):
    entries = deck.slides._sldIdLst
    entries.insert(2, list(entries)[-2])


def hidden(deck):
    deck.slides[3]._element.set("show", "0")


def in_larger_type(deck):
    for _, frame in frames(deck):
        for one in frame.paragraphs:
            for run in one.runs:
                run.font.size, run.font.bold = Pt(28), True


def moved(deck):
    for shape in deck.slides[5].shapes:
        shape.left, shape.top = shape.top, shape.left


def shown_twice(deck):
    box = deck.slides[4].shapes.add_textbox(Pt(10), Pt(10), Pt(200), Pt(40))
    box.text_frame.text = "全面推进产业振兴"


@pytest.mark.parametrize(
    "edit",
    [in_another_order, hidden, in_larger_type, moved, shown_twice, without_cues, with_other_times],
    ids=lambda edit: edit.__name__,
)
def test_a_deck_that_says_the_same_in_another_dress_has_nothing(files, deck, edit):
    edit(deck)
    assert files.told(".pptx", deck) == []


@pytest.mark.parametrize(
    ("suffix", "open_file"),
    [(".docx", docx.Document), (".pptx", pptx.Presentation), (".xlsx", openpyxl.load_workbook)],
)
def test_a_file_that_was_only_saved_again_has_nothing(files, suffix, open_file):
    assert files.told(suffix, files.opened(suffix, open_file)) == []
