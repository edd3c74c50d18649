"""The one page as a file: valid, told from a handout, faithful; and themes that can be read."""

import io
import re
import zipfile

import docx
import pypdfium2
import pytest
from docx.oxml.ns import qn
from lxml import etree
from openxml_audit import OpenXmlValidator

from reportgen.api import build, verify
from reportgen.checking import expected_page
from reportgen.planning.facts import Facts
from reportgen.planning.onepage import PAGE, plan_onepage
from reportgen.products import PRODUCTS, read_content
from reportgen.rendering.docx import open_onepage, render_onepage
from reportgen.text.numerals import han_number
from reportgen.themes import shipped, standard
from soffice import saved_as
from speech import SPEECH, brief_of

TEMPLATE = standard().template("onepage.docx")
CASES = ("plain", "bare", "deep")


@pytest.fixture
def page(written_brief):
    def make(case):
        template = open_onepage(TEMPLATE)
        plan = plan_onepage(written_brief(case), Facts(), template.sheet)
        return plan, render_onepage(plan, template)

    return make


def test_the_shipped_templates_measures_are_those_planned_with():
    assert open_onepage(TEMPLATE).sheet == PAGE


@pytest.mark.parametrize("case", CASES)
def test_the_file_is_valid_and_the_same_again(case, page, tmp_path):
    _, data = page(case)
    path = tmp_path / "一页纸.docx"
    path.write_bytes(data)
    assert OpenXmlValidator().validate(path).errors == []
    assert page(case)[1] == data


@pytest.mark.parametrize("case", CASES)
def test_every_paragraph_is_found_by_a_search_for_it(case, page):
    plan, data = page(case)
    body = docx.Document(io.BytesIO(data)).element.body
    told = ["".join(text.text or "" for text in one.iter(qn("w:t"))) for one in body.iter(qn("w:p"))]
    wanted = [one.text for one in expected_page(plan).texts if one.text != plan.title]
    assert [text for text in wanted if text not in told] == []
    assert sum(1 for _ in body.iter(qn("w:br"))) == plan.title.count("\n")


def test_both_kinds_of_word_file_are_told_apart_and_have_names_of_their_own(tmp_path):
    speech = tmp_path / "讲话.txt"
    speech.write_text(SPEECH, "utf-8")
    built = build(speech, output=tmp_path / "out", only="一页纸,docx")
    assert [path.name for path in built.paths] == ["讲话-要点.docx", "讲话-一页纸.docx"]
    assert [read_content(path.read_bytes(), "x").product.role for path in built.paths] == ["要点", "一页纸"]
    checked = verify(tmp_path / "out", source=speech)
    assert {file.product.role: file.findings for file in checked.files} == {"要点": (), "一页纸": ()}


def test_it_is_made_only_where_it_is_asked_for(tmp_path):
    speech = tmp_path / "讲话.txt"
    speech.write_text(SPEECH, "utf-8")
    assert [path.name for path in build(speech, output=tmp_path / "a", only="docx").paths] == [
        "讲话-要点.docx"
    ]
    names = {path.name for path in build(speech, output=tmp_path / "b").paths}
    assert "讲话-一页纸.docx" not in names
    assert len(names) == len(PRODUCTS) - 1


def _luminance(colour):
    """Relative luminance (WCAG 2.1, 1.4.3)."""
    parts = [int(colour[at : at + 2], 16) / 255 for at in (0, 2, 4)]
    linear = [one / 12.92 if one <= 0.03928 else ((one + 0.055) / 1.055) ** 2.4 for one in parts]
    return 0.2126 * linear[0] + 0.7152 * linear[1] + 0.0722 * linear[2]


def _contrast(one, two):
    light, dark = sorted((_luminance(one), _luminance(two)), reverse=True)
    return (light + 0.05) / (dark + 0.05)


@pytest.mark.parametrize("name", ["handout.docx", "onepage.docx"])
@pytest.mark.parametrize("theme", shipped(), ids=lambda theme: theme.name)
def test_every_text_can_be_read_on_every_ground(theme, name):
    with zipfile.ZipFile(theme.template(name)) as package:
        styles = etree.fromstring(package.read("word/styles.xml"))
        grounds = set(re.findall(r'w:fill="(\w{6})"', package.read("word/document.xml").decode()))
    fills = {one.get(qn("w:fill")) for one in styles.iter(qn("w:shd"))}
    assert fills
    for style in styles.iter(qn("w:style")):
        colour = style.find(f"{qn('w:rPr')}/{qn('w:color')}")
        if colour is None or style.get(qn("w:styleId")) == "Tag":
            continue
        for ground in ("FFFFFF", *grounds, *fills):
            assert _contrast(colour.get(qn("w:val")), ground) >= 4.5, (style.get(qn("w:styleId")), ground)


def test_the_themes_differ_in_their_colours_only():
    def bare(theme, name):
        with zipfile.ZipFile(theme.template(name)) as package:
            parts = {one: package.read(one).decode() for one in package.namelist()}
        parts.pop("word/theme/theme1.xml")
        return {one: re.sub(r'"[0-9A-F]{6}"', '"#"', text) for one, text in parts.items()}

    for name in ("handout.docx", "onepage.docx"):
        assert len({str(bare(theme, name)) for theme in shipped()}) == 1


def _of_sections(count, words="抓好防汛备汛工作"):
    return "在会上的讲话\n同志们：\n" + "".join(
        f"{han_number(one)}、{words}第{one}件\n要落实第{one}件事情的责任。\n" for one in range(1, count + 1)
    )


@pytest.mark.parametrize(("count", "is_whole"), [(80, True), (900, False)])
def test_very_many_headings_are_one_page_that_is_faithful_and_says_what_it_lacks(count, is_whole, tmp_path):
    speech = tmp_path / "讲话.txt"
    speech.write_text(_of_sections(count), "utf-8")
    built = build(speech, output=tmp_path / "out", only="一页纸")
    (path,) = built.paths
    words = "".join(one.text or "" for one in docx.Document(path).element.body.iter(qn("w:t")))
    assert ("另有" not in words) is is_whole
    assert f"第{count}件" in words or not is_whole
    assert any("一页写得下" in one.message for one in built.diagnostics)
    (checked,) = verify(path, source=speech).files
    assert checked.findings == ()


@pytest.mark.render
@pytest.mark.parametrize("count", [30, 80, 300])
def test_any_number_of_headings_takes_one_page_on_paper(count, tmp_path):
    plan = plan_onepage(brief_of(_of_sections(count, "压实各方责任，抓好防汛备汛各项工作")), Facts())
    path = tmp_path / "page.docx"
    path.write_bytes(render_onepage(plan, open_onepage(TEMPLATE)))
    saved_as("pdf", tmp_path, path)
    document = pypdfium2.PdfDocument(tmp_path / "page.pdf")
    assert len(document) == 1
    document.close()
