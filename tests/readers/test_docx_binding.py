"""Content controls show the value that the file keeps for them, as Word does."""

import pytest

from reportgen.readers.docx import read_docx
from wordscript import cell, p, packed, parts_of, r, rels, table

ITEM = "{0A1B2C3D-0000-0000-0000-00000000ABCD}"
CORE = "{6C3C8BC8-F283-45AE-878A-BAB7291924A1}"
VALUES = '<a xmlns="urn:meeting"><题目>修渠护堤</题目><空/><多>一</多><多>二</多><季 号="q2"/></a>'
PROPERTIES = (
    f'<ds:datastoreItem xmlns:ds="http://schemas.openxmlformats.org/officeDocument/2006/customXml" '
    f'ds:itemID="{ITEM.lower()}"/>'
)
PACKAGE = "http://schemas.openxmlformats.org/package/2006/relationships"
TITLED = (
    '<cp:coreProperties xmlns:cp="http://schemas.openxmlformats.org/package/2006/metadata/core-properties" '
    'xmlns:dc="http://purl.org/dc/elements/1.1/"><dc:title>在会上的讲话</dc:title></cp:coreProperties>'
)


def control(path, content, *, item=ITEM, more="", prefixes="xmlns:n='urn:meeting'"):
    binding = f'<w:dataBinding w:prefixMappings="{prefixes}" w:xpath="{path}" w:storeItemID="{item}"/>{more}'
    return f"<w:sdt><w:sdtPr>{binding}</w:sdtPr><w:sdtContent>{content}</w:sdtContent></w:sdt>"


def link(related, kind, target):
    one = f'<Relationship Id="own" Type="{kind}" Target="{target}"/>'
    return related.replace("</Relationships>", f"{one}</Relationships>")


def text_of(body, values=VALUES):
    parts = parts_of(body)
    own = {
        "_rels/.rels": link(parts["_rels/.rels"], f"{PACKAGE}/metadata/core-properties", "docProps/core.xml"),
        "word/_rels/document.xml.rels": link(
            parts["word/_rels/document.xml.rels"], "/customXml", "../customXml/item1.xml"
        ),
        "customXml/item1.xml": values,
        "customXml/_rels/item1.xml.rels": rels(customXmlProps="itemProps1.xml"),
        "customXml/itemProps1.xml": PROPERTIES,
        "docProps/core.xml": TITLED,
    }
    return read_docx(packed(parts | own), "讲话.docx", "讲话").text


PROMPTED = "<w:showingPlcHdr/>"
TITLE = "/n:a[1]/n:题目[1]"


@pytest.mark.parametrize("more", ["", PROMPTED, "<w:text/>"])
def test_the_value_goes_before_what_the_control_says(more):
    assert text_of(p(r("甲") + control(TITLE, r("旧") + r("题"), more=more) + r("乙"))) == "甲修渠护堤乙"
    assert text_of(control(TITLE, p("旧题"), more=more) + p("乙")) == "修渠护堤\n乙"
    row = f"<w:tr>{control(TITLE, cell('旧题'), more=more)}{cell('五月')}</w:tr>"
    rows = table(["题目", "时限"]).replace("</w:tbl>", f"{row}</w:tbl>")
    assert text_of(rows) == "题目\t时限\n修渠护堤\t五月"


def test_the_title_of_the_document_is_a_value():
    prefixes = (
        "xmlns:c='http://schemas.openxmlformats.org/package/2006/metadata/core-properties' "
        "xmlns:d='http://purl.org/dc/elements/1.1/'"
    )
    one = control("/c:coreProperties[1]/d:title[1]", r("旧题"), item=CORE, prefixes=prefixes)
    assert text_of(p(one)) == "在会上的讲话"


def test_a_list_shows_the_words_of_its_entry():
    items = '<w:dropDownList><w:listItem w:displayText="第二季度" w:value="q2"/></w:dropDownList>'
    assert text_of(p(control("/n:a/n:季/@号", r("第一季度"), more=items))) == "第二季度"


@pytest.mark.parametrize(
    ("path", "more"),
    [
        ("/n:a/n:没有", ""),
        ("/n:a/n:空", ""),
        ("/n:a/n:多", ""),
        ("/m:a", ""),
        ("//n:题目", ""),
        ("count(//*)", ""),
        ("", ""),
        (TITLE, "<w:date/>"),
        (TITLE, "<w14:checkbox/>"),
    ],
)
def test_without_a_value_the_control_says_what_it_says(path, more):
    assert text_of(p(r("甲") + control(path, r("旧题"), more=more))) == "甲旧题"


def test_a_control_with_parts_of_its_own_and_values_that_cannot_be_read_stay():
    assert text_of(control(TITLE, p("一") + p("二"))) == "一\n二"
    assert text_of(p(control(TITLE, r("旧题"))), "<a") == "旧题"
    assert text_of(p(control(TITLE, r("旧题"), item="{X}"))) == "修渠护堤"
