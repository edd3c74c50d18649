"""Findings in files that were changed after they were written; none in those that were not."""

import pytest

from reportgen.checking.placed import Code

SUFFIXES = (".docx", ".pptx", ".xlsx")


def told(bench, suffix, *swaps, part=""):
    found = bench.findings(suffix, bench.changed(suffix, *swaps, part=part))
    return [(one.code, one.where, one.text) for one in found]


def codes(bench, suffix, *swaps, part=""):
    return [code for code, _, _ in told(bench, suffix, *swaps, part=part)]


@pytest.mark.parametrize("suffix", SUFFIXES)
def test_untouched_files_have_nothing(bench, suffix):
    assert told(bench, suffix) == []


@pytest.mark.parametrize("suffix", SUFFIXES)
def test_a_changed_character_is_shown_with_its_source(bench, suffix):
    data = bench.changed(suffix, ("完善考核办法", "完善考核办去"))
    (finding, *_) = bench.findings(suffix, data)
    source = bench.said.document.source
    assert finding.code is Code.CHANGED
    assert finding.message == "与原文不同：“法”改成了“去”"
    assert source.text[finding.nearest.start : finding.nearest.end] == "完善考核办法"
    assert source.place(finding.nearest.start).line == 6


def test_a_digit_a_negation_a_name(bench):
    assert codes(bench, ".docx", (">12.5%<", ">13.5%<"), part="document") == [Code.NUMBER]
    assert Code.NEGATION in codes(bench, ".docx", ("不搞形式主义", "搞形式主义"), part="document")
    assert Code.NAME in codes(bench, ".pptx", ("“河长制”", "“一窗受理”"), part="slides/slide")


def test_an_added_sentence_is_invented(bench):
    assert Code.INVENTED in codes(bench, ".docx", ("谢谢大家。", "谢谢大家。经费由本级财政统一安排。"))


def test_the_place_is_told(bench):
    ((_, where, _),) = told(bench, ".docx", ("谢谢大家。", "谢谢大伙。"), part="document")
    assert where.startswith("原文 › ")
    (_, where, _), *_ = told(bench, ".xlsx", ("压缩办理时间", "压缩办里时间"))
    assert where.startswith("落实清单!C")
    (_, where, _), *_ = told(bench, ".pptx", ("压缩办理时间", "压缩办里时间"), part="slides/slide")
    assert where.startswith("第 ")


def test_a_number_of_ours_is_checked(bench):
    assert codes(bench, ".docx", (">3</w:t>", ">4</w:t>"), part="document") == [Code.NUMBER]


def test_a_number_of_ours_is_checked_on_every_page_that_a_task_runs_over(long_bench):
    assert long_bench.findings(".docx", long_bench.changed(".docx")) == ()
    data = long_bench.before(".docx", "（续）", ">1</w:t>", ">4</w:t>")
    assert [one.code for one in long_bench.findings(".docx", data)] == [Code.NUMBER]


def test_a_lost_slide_is_one_finding_for_its_text(bench):
    found = told(bench, ".pptx", ('<p:sldId id="260"', '<p:sldNo id="260"'), part="presentation.xml")
    assert found
    assert {code for code, _, _ in found} <= {Code.LOST_HEADING, Code.LOST_MEASURE, Code.LOST_TEXT}


def test_swapped_rows_are_found_though_every_word_is_the_speakers(bench):
    swaps = (
        ("<t>减少办事环节，压缩办理时间</t>", "<t>甲</t>"),
        ("<t>完善考核办法，不搞形式主义</t>", "<t>减少办事环节，压缩办理时间</t>"),
    )
    found = told(bench, ".xlsx", *swaps, ("<t>甲</t>", "<t>完善考核办法，不搞形式主义</t>"))
    assert [code for code, _, _ in found].count(Code.NAME) >= 2


def test_clauses_in_another_order_are_found(bench):
    swaps = (("减少办事环节，压缩办理时间", "压缩办理时间，减少办事环节"),)
    assert codes(bench, ".xlsx", *swaps) == [Code.NAME]
    (finding,) = bench.findings(".xlsx", bench.changed(".xlsx", *swaps))
    assert finding.message == "这句话在原文里不在这个位置：应为“减少办事环节”"


def test_clauses_exchanged_between_paragraphs_are_found(bench):
    data = bench.exchanged_last(".docx", "压缩办理时间", "完善考核办法")
    assert {one.code for one in bench.findings(".docx", data)} == {Code.NAME}


def test_runs_revisions_and_comments_do_not_matter(bench):
    split = "完善考</w:t></w:r><w:ins w:id='9' w:author='a'><w:r><w:t>核办</w:t></w:r></w:ins>"
    gone = "<w:del w:id='8' w:author='a'><w:r><w:delText>旧话</w:delText></w:r></w:del>"
    mark = "<w:commentRangeStart w:id='7'/><w:r><w:t>法"
    assert told(bench, ".docx", ("完善考核办法", split + gone + mark), part="document") == []


def test_a_text_box_is_read(bench):
    box = "<w:r><w:pict><v:shape xmlns:v='urn:schemas-microsoft-com:vml'><v:textbox><w:txbxContent>{}"
    end = "</w:txbxContent></v:textbox></v:shape></w:pict></w:r></w:p>"
    inside = box.format("<w:p><w:r><w:t>增加两千万元经费</w:t></w:r></w:p>") + end
    assert codes(bench, ".docx", ("</w:p>", inside), part="document") == [Code.INVENTED]


def test_slides_in_another_order_are_no_finding(bench):
    ids = ('<p:sldId id="258"', '<p:sldId id="259"')
    swaps = ((ids[0], "<甲"), (ids[1], ids[0]), ("<甲", ids[1]))
    assert told(bench, ".pptx", *swaps, part="presentation.xml") == []


def test_a_deleted_paragraph_of_the_original_is_lost(bench):
    found = bench.findings(".docx", bench.without_last(".docx", "全面优化服务。"))
    assert Code.LOST_TEXT in [one.code for one in found]
    assert found[0].severity.value == "error"
    assert found[0].where == "原在原文"


def test_a_cell_that_readers_fill_is_no_finding(bench):
    filled = bench.changed(
        ".xlsx", ('<c r="G4" s="8"/>', '<c r="G4" s="8" t="inlineStr"><is><t>正在抓</t></is></c>')
    )
    assert bench.findings(".xlsx", filled) == ()


def test_words_marked_as_an_editors_are_only_told(bench):
    found = bench.findings(
        ".docx", bench.changed(".docx", ("谢谢大家。", "散会后请留下〔编者加〕谢谢大家。"))
    )
    assert [(one.code, one.severity.value) for one in found] == [(Code.EDITORIAL, "info")]
