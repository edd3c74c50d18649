"""Office files as anybody may have saved them: damaged, hostile, of another kind."""

import io
import zipfile

import pytest

from reportgen.errors import CheckError
from reportgen.products import HANDOUT, read_content

RELS = (
    '<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships">{}</Relationships>'
)
MAIN = '<Relationship Id="r1" Type="http://x/officeDocument" Target="/word/document.xml"/>'
W = "http://schemas.openxmlformats.org/wordprocessingml/2006/main"


def archive(**parts):
    buffer = io.BytesIO()
    with zipfile.ZipFile(buffer, "w") as package:
        package.writestr("_rels/.rels", RELS.format(MAIN))
        for name, text in parts.items():
            package.writestr(f"word/{name}.xml", text)
    return buffer.getvalue()


def document(body, space=W):
    return archive(document=f'<w:document xmlns:w="{space}"><w:body>{body}</w:body></w:document>')


def texts(body):
    return [(one.text, one.where) for one in read_content(document(body), "x").placed]


@pytest.mark.parametrize(
    "data",
    [
        b"",
        b"PK\x03\x04 broken",
        archive(),
        archive(document="<w:document"),
        archive(document='<!DOCTYPE a [<!ENTITY b "c">]><a>&b;</a>'),
        archive(document="<html/>"),
        document("<w:p/>" * 900_000),
        document("<w:p/>" + " " * 40_000_000),
        archive(document="<w:document>" + "<w:p>" * 5000),
    ],
    ids=["empty", "broken", "bare", "cut", "entities", "other", "many", "large", "deep"],
)
def test_what_is_no_office_file_is_one_line(data):
    with pytest.raises(CheckError) as caught:
        read_content(data, "坏.docx")
    assert str(caught.value).startswith("坏.docx：")
    assert "\n" not in str(caught.value)


def test_strict_files_are_read():
    strict = document(
        "<w:p><w:r><w:t>甲</w:t></w:r></w:p>", "http://purl.oclc.org/ooxml/wordprocessingml/main"
    )
    content = read_content(strict, "x")
    assert (content.product, [one.text for one in content.placed]) == (HANDOUT, ["甲"])


def test_a_merged_cell_counts_for_every_row_and_is_looked_at_once():
    def cell(text, merge=""):
        return f"<w:tc><w:tcPr>{merge}</w:tcPr><w:p><w:r><w:t>{text}</w:t></w:r></w:p></w:tc>"

    first = cell("任务", '<w:vMerge w:val="restart"/>') + cell("举措甲")
    second = cell("", "<w:vMerge/>") + cell("举措乙")
    found = read_content(document(f"<w:tbl><w:tr>{first}</w:tr><w:tr>{second}</w:tr></w:tbl>"), "x").placed
    assert [(one.text, one.echo) for one in found] == [
        ("任务", False), ("举措甲", False), ("任务", True), ("举措乙", False),
    ]  # fmt: skip
    assert found[2].unit == found[3].unit != found[0].unit
    assert found[3].where == "正文 › 表 1 第 2 行第 2 列"


def test_a_page_number_is_nobodys_words():
    field = '<w:fldChar w:fldCharType="{}"/>'
    code = "<w:instrText> PAGE </w:instrText>"
    run = (
        f"<w:r>{field.format('begin')}{code}{field.format('separate')}<w:t>7</w:t>{field.format('end')}</w:r>"
    )
    assert texts(f"<w:p><w:r><w:t>甲</w:t></w:r>{run}</w:p>") == [("甲", "正文 第 1 段")]


def test_a_paragraph_with_a_deleted_mark_goes_on_in_the_next():
    deleted = '<w:p><w:pPr><w:rPr><w:del w:id="1"/></w:rPr></w:pPr><w:r><w:t>建立</w:t></w:r></w:p>'
    assert texts(f"{deleted}<w:p><w:r><w:t>机制</w:t></w:r></w:p>") == [("建立机制", "正文 第 1 段")]
