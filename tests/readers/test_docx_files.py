"""Files that call themselves Word documents: damaged, harmful, of another kind. One line for each."""

import contextlib
import io
import zipfile

import pytest

from reportgen.errors import SourceError
from reportgen.readers import read
from wordscript import p, packed, part, rels, word

BODY = p("在会上的讲话") + p("同志们：") + p("一、加强学习")
DOCUMENT = part("w:document", f"<w:body>{BODY}</w:body>")
TYPES = {"[Content_Types].xml": "<Types/>"}


def told(tmp_path, data):
    path = tmp_path / "讲话.docx"
    path.write_bytes(data)
    with pytest.raises(SourceError) as caught:
        read(path)
    message = str(caught.value)
    assert message.startswith(f"{path}：")
    assert "\n" not in message
    return message


def text_of(tmp_path, data, name="讲话.docx"):
    path = tmp_path / name
    path.write_bytes(data)
    return read(path).text


def test_content_tells_the_kind_not_the_suffix(tmp_path):
    source_text = "在会上的讲话\n同志们：\n一、加强学习"
    assert text_of(tmp_path, word(BODY), "讲话.txt") == source_text
    assert text_of(tmp_path, source_text.encode(), "讲话.docx") == source_text


def test_a_document_is_found_by_its_relationship(tmp_path):
    parts = TYPES | {"_rels/.rels": rels(officeDocument="/Doc/Main.xml"), "doc/main.xml": DOCUMENT}
    assert text_of(tmp_path, packed(parts)).endswith("一、加强学习")


def test_a_document_without_relationships_is_found_by_name(tmp_path):
    assert text_of(tmp_path, packed(TYPES | {"word/document.xml": DOCUMENT})).endswith("一、加强学习")


def test_strict_documents_are_read_alike(tmp_path):
    strict = DOCUMENT.replace(
        "http://schemas.openxmlformats.org/wordprocessingml/2006/main",
        "http://purl.oclc.org/ooxml/wordprocessingml/main",
    )
    assert text_of(tmp_path, packed(TYPES | {"word/document.xml": strict})).endswith("一、加强学习")


def test_a_document_in_utf16_is_read(tmp_path):
    data = f'<?xml version="1.0" encoding="UTF-16"?>{DOCUMENT}'.encode("utf-16")
    assert text_of(tmp_path, packed(TYPES | {"word/document.xml": data})).endswith("一、加强学习")


@pytest.mark.parametrize(
    ("folder", "says"), [("xl/workbook.xml", "电子表格"), ("ppt/presentation.xml", "演示文稿")]
)
def test_other_office_files(tmp_path, folder, says):
    message = told(tmp_path, packed(TYPES | {"_rels/.rels": rels(officeDocument=folder), folder: "<x/>"}))
    assert says in message
    assert "不是讲话稿" in message


def test_no_document_inside(tmp_path):
    assert "缺少正文" in told(tmp_path, packed(TYPES | {"word/styles.xml": "<x/>"}))


def test_no_text_inside(tmp_path):
    assert "没有文字" in told(tmp_path, word(p() + p("\u3000")))


def test_a_password(tmp_path):
    stream = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + bytes(600) + "EncryptedPackage".encode("utf-16-le")
    assert "密码" in told(tmp_path, stream)


def test_a_file_cut_off_anywhere(tmp_path):
    data = word(BODY)
    for end in range(60, len(data) - 1, 97):
        assert "损坏" in told(tmp_path, data[:end])


def test_a_file_with_a_byte_changed_anywhere(tmp_path):
    data = word(BODY)
    path = tmp_path / "讲话.docx"
    for at in range(4, len(data), 23):
        path.write_bytes(data[:at] + bytes([data[at] ^ 0x55]) + data[at + 1 :])
        with contextlib.suppress(SourceError):
            assert read(path).text


def test_xml_that_is_none(tmp_path):
    assert "损坏" in told(tmp_path, packed(TYPES | {"word/document.xml": "<w:document"}))
    broken = TYPES | {"word/document.xml": DOCUMENT, "word/styles.xml": b"\xff\xfe\x00"}
    assert "损坏" in told(tmp_path, packed(broken))


@pytest.mark.parametrize(
    "declaration",
    [
        '<!ENTITY a "哈"><!ENTITY b "&a;&a;&a;&a;&a;&a;&a;&a;"><!ENTITY x "&b;&b;&b;&b;&b;&b;&b;&b;">',
        '<!ENTITY x SYSTEM "file:///etc/passwd">',
        '<!ENTITY % x SYSTEM "http://127.0.0.1:9/x.dtd"> %x;',
    ],
)
@pytest.mark.parametrize("encoding", ["utf-8", "utf-16"])
def test_entities_are_refused(tmp_path, declaration, encoding):
    document = part("w:document", "<w:body><w:p><w:r><w:t>&x;</w:t></w:r></w:p></w:body>")
    xml = f'<?xml version="1.0" encoding="{encoding}"?><!DOCTYPE d [{declaration}]>{document}'
    assert "损坏" in told(tmp_path, packed(TYPES | {"word/document.xml": xml.encode(encoding)}))


def test_a_zip_bomb_is_not_unpacked(tmp_path, monkeypatch):
    monkeypatch.setattr("reportgen.readers.docx.package.LARGEST_PART", 100_000)
    bomb = packed(TYPES | {"word/document.xml": DOCUMENT + " " * 200_000})
    assert len(bomb) < 5000
    assert "过大" in told(tmp_path, bomb)


def test_a_directory_that_lies_about_a_size(tmp_path, monkeypatch):
    monkeypatch.setattr("reportgen.readers.docx.package.LARGEST_PART", 100_000)
    bomb = packed(TYPES | {"word/document.xml": DOCUMENT + " " * 200_000})
    size = (len(DOCUMENT.encode()) + 200_000).to_bytes(4, "little")
    assert told(tmp_path, bomb.replace(size, (900).to_bytes(4, "little")))


@pytest.mark.parametrize("tag", ["w:sdt", "w:ins", "w:tbl", "w:r", "w:hyperlink", "m:f"])
@pytest.mark.parametrize("depth", [120, 5000])
def test_elements_nested_without_end(tmp_path, tag, depth):
    nested = f"<{tag}>" * depth + f"</{tag}>" * depth
    data = word(p("甲") + f"<w:p>{nested}</w:p>" + nested)
    if depth > 1000:
        assert "损坏" in told(tmp_path, data)
    else:
        assert text_of(tmp_path, data).startswith("甲")


def test_tables_and_boxes_nested_deeply(tmp_path):
    inner = p("甲")
    for _ in range(40):
        inner = f"<w:tbl><w:tr><w:tc>{inner}</w:tc></w:tr></w:tbl>"
    for _ in range(20):
        inner = f"<w:p><w:r><w:pict><w:txbxContent>{inner}</w:txbxContent></w:pict></w:r></w:p>"
    assert text_of(tmp_path, word(inner)) == "甲"


def test_an_encrypted_entry(tmp_path):
    data = bytearray(packed(TYPES | {"word/document.xml": DOCUMENT}))
    with zipfile.ZipFile(io.BytesIO(bytes(data))) as archive:
        header = archive.getinfo("word/document.xml").header_offset
    data[header + 6] |= 1
    central = data.rindex(b"PK\x01\x02")
    data[central + 8] |= 1
    assert "损坏" in told(tmp_path, bytes(data))


@pytest.mark.parametrize("number", ["", "x", "-1", "99999999999999999999", "1.5"])
def test_values_that_are_no_numbers(tmp_path, number):
    numbering = (
        f'<w:abstractNum w:abstractNumId="1"><w:lvl w:ilvl="{number}"><w:start w:val="{number}"/></w:lvl>'
        f'<w:lvl w:ilvl="0"><w:start w:val="{number}"/><w:lvlText w:val="%1、"/></w:lvl></w:abstractNum>'
        f'<w:num w:numId="1"><w:abstractNumId w:val="1"/><w:lvlOverride w:ilvl="{number}"/></w:num>'
    )
    body = p("甲", num=(1, number)) + p("乙", num=(number, 0))
    body += p("丙", more=f'<w:outlineLvl w:val="{number}"/>')
    assert "丙" in text_of(tmp_path, word(body, numbering=numbering))
