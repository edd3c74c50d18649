"""Markup as anybody may have written it: what it may not declare, how much and how deep it may be."""

import pytest

from reportgen.office.faults import DamagedError, DeclaredError, MarkupError, TooLargeError
from reportgen.office.xml import parse

DECLARED = [
    '<!ENTITY x "哈">',
    '<!ENTITY a "哈"><!ENTITY b "&a;&a;&a;&a;&a;&a;"><!ENTITY x "&b;&b;&b;&b;&b;&b;">',
    '<!ENTITY x SYSTEM "file:///etc/passwd">',
    '<!ENTITY % p SYSTEM "http://127.0.0.1:9/x.dtd"> %p;',
    "",
]


def test_a_part_gives_its_root():
    root = parse("<a><b>文</b></a>".encode())
    assert (root.tag, root[0].text) == ("a", "文")


@pytest.mark.parametrize("encoding", ["utf-8", "utf-16", "gb18030"])
def test_an_encoding_is_the_one_that_is_stated(encoding):
    xml = f'<?xml version="1.0" encoding="{encoding}"?><a>文</a>'
    assert parse(xml.encode(encoding)).text == "文"


@pytest.mark.parametrize("encoding", ["utf-8", "utf-16", "utf-16-le", "utf-16-be"])
@pytest.mark.parametrize("declaration", DECLARED)
def test_no_part_may_declare_a_type(declaration, encoding):
    xml = f'<?xml version="1.0" encoding="{encoding}"?><!DOCTYPE a [{declaration}]><a>&x;</a>'
    with pytest.raises(DeclaredError):
        parse(xml.encode(encoding))


@pytest.mark.parametrize(
    ("xml", "line"),
    [
        (b"", 1),
        (b"<a", 1),
        (b"<a>\n</b>", 2),
        (b"<a>\n\n&nowhere;</a>", 3),
        (b"\xff\xfe\x00", 1),
        (b"<a>\x00</a>", 1),
        ("<a>文</a>".encode("gbk"), 1),
    ],
)
def test_what_is_not_well_formed_is_told_with_its_line(xml, line):
    with pytest.raises(MarkupError) as caught:
        parse(xml)
    assert caught.value.line == line
    assert isinstance(caught.value, DamagedError)


def test_what_is_nested_deeper_than_any_document_is_not_parsed():
    assert parse(b"<a>" * 200 + b"</a>" * 200).tag == "a"
    with pytest.raises(MarkupError):
        parse(b"<a>" * 5000 + b"</a>" * 5000)


def test_elements_and_attributes_are_counted_before_they_are_parsed():
    xml = b'<a><b c="1" d="2"/></a>'
    assert parse(xml, 4)[0].get("d") == "2"
    with pytest.raises(TooLargeError):
        parse(xml, 3)
    with pytest.raises(TooLargeError):
        parse(b"<a" * 10, 5)


def test_comments_and_instructions_are_left_out():
    root = parse(b"<a><!-- b --><?c d?>e</a>")
    assert (len(root), root.text) == (0, "e")


def test_strict_elements_have_their_usual_names():
    root = parse(b'<a xmlns="http://purl.oclc.org/ooxml/wordprocessingml/main"/>')
    assert root.tag == "{http://schemas.openxmlformats.org/wordprocessingml/2006/main}a"
