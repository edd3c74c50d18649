"""Old word processors' files, made and read with the real LibreOffice."""

import hashlib
import io
import json
import random

import docx
import pytest

from reportgen.errors import SourceError
from reportgen.readers.files import parse_bytes
from reportgen.readers.libreoffice import convert
from reportgen.readers.office import read_doc, read_rtf, read_word_xml

pytestmark = pytest.mark.render

SPEECH = [
    "在全市工作会议上的讲话",
    "同志们：",
    "一、加强学习",
    "一是提高认识。要把这项工作摆在更加突出的位置，坚持问题导向和目标导向相统一，推动各项任务落到实处。" * 3,
    "二、抓好落实",
    "要盯住堵点，逐项破解。",
]
FILTERS = {"doc": "doc:MS Word 97", "rtf": "rtf", "odt": "odt", "fodt": "fodt"}


@pytest.fixture(scope="module")
def word():
    document = docx.Document()
    for line in SPEECH:
        document.add_paragraph(line)
    out = io.BytesIO()
    document.save(out)
    return out.getvalue()


@pytest.mark.parametrize("suffix", FILTERS)
def test_every_kind_gives_the_same_text(word, suffix):
    data = convert(word, "docx", FILTERS[suffix], "x.docx")
    source = parse_bytes(data, f"讲话.{suffix}", "讲话")
    assert source.text.rstrip("\n").split("\n") == SPEECH
    assert source.sha256 == hashlib.sha256(data).hexdigest()
    assert (source.path, source.stem) == (f"讲话.{suffix}", "讲话")


def test_the_suffix_is_not_asked_and_twice_is_the_same(word):
    data = convert(word, "docx", FILTERS["doc"], "x.docx")
    assert parse_bytes(data, "讲话.txt", "讲话") == parse_bytes(data, "讲话.txt", "讲话")


def test_a_real_pdf_gives_the_same_paragraphs(word):
    data = convert(word, "docx", "pdf", "x.docx")
    assert parse_bytes(data, "讲话.pdf", "讲话").text.split("\n") == SPEECH


def test_a_pdf_behind_a_password_is_told(word):
    asked = ("EncryptFile", "boolean", "true"), ("DocumentOpenPassword", "string", "x")
    options = {name: {"type": kind, "value": value} for name, kind, value in asked}
    data = convert(word, "docx", f"pdf:writer_pdf_Export:{json.dumps(options)}", "x.docx")
    with pytest.raises(SourceError, match=r"讲话\.pdf：PDF 设了打开密码，读不了。请用阅读器打开"):
        parse_bytes(data, "讲话.pdf", "讲话")


def test_a_broken_file_is_told_in_one_line():
    with pytest.raises(SourceError, match="打不开") as caught:
        parse_bytes(b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + bytes(600), "x.doc", "x")
    assert "\n" not in str(caught.value)


@pytest.mark.parametrize("suffix", ["doc", "xml"])
def test_bytes_that_libreoffice_takes_for_text_are_told(suffix):
    data = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + random.Random(1).randbytes(4000)  # noqa: S311
    read = {"doc": read_doc, "xml": read_word_xml}[suffix]
    with pytest.raises(SourceError, match=r"乱码，不是讲话稿|打不开") as caught:
        read(data, "x.doc", "x")
    assert "\n" not in str(caught.value)


# Formulas in fields, which LibreOffice drops


def saved_with(*fields):
    """A .doc in which each 〓…〓 of a text is a field; LibreOffice writes the text as it is."""
    document = docx.Document()
    for line in (*SPEECH, "".join(f"约占〓{field}〓，要落实。" for field in fields)):
        document.add_paragraph(line)
    out = io.BytesIO()
    document.save(out)
    data = convert(out.getvalue(), "docx", FILTERS["doc"], "x.docx")
    begin, sign = "\x13".encode("utf-16-le"), "〓".encode("utf-16-le")
    return data.replace(sign, begin)


@pytest.mark.parametrize(
    ("fields", "count"),
    [
        ([r" EQ \f(1,3)", r"eq \o\ac(○,2)"], 2),
        ([r"EQ \o\ad(\s\up 9(dan),石)", "SEQ 表", "REF EQ"], 0),
    ],
)
def test_formulas_of_a_doc_are_told(fields, count):
    expected = (f"{count} 个公式域",) if count else ()
    assert read_doc(saved_with(*fields), "讲话.doc", "讲话").left_out == expected


@pytest.mark.parametrize(
    ("instruction", "count"),
    [
        (r"EQ \\f(1,3)", 1),
        (r"{\rtlch\fcs1 \af0 \insrsid12  EQ }{\insrsid13 \\f(1,3)}", 1),
        (r"SEQ EQUATION", 0),
        (r"REF a", 0),
    ],
)
def test_formulas_of_an_rtf_are_told(instruction, count):
    text = "".join(f"\\u{ord(char)}?" for char in "要认真学习")
    field = rf"{{\field{{\*\fldinst {{{instruction}}}}}{{\fldrslt }}}}"
    source = read_rtf(rf"{{\rtf1\ansi {text}{field}{text}\par}}".encode(), "讲话.rtf", "讲话")
    assert [told for told in source.left_out if "公式" in told] == ([f"{count} 个公式域"] if count else [])
