"""Kinds of files, told by their content: one row of the table for each, and a row for every file."""

import random
import re
import struct
from importlib import import_module
from pathlib import Path

import pytest

from filescript import compound, made, read_table
from reportgen.errors import SourceError
from reportgen.readers.files import parse_bytes
from reportgen.readers.formats import CALLED, FORMATS, SUFFIXES, TEXT, Refusal, Speech, recognise
from reportgen.readers.looks import Shell

ROOT = Path(__file__).parents[2]
KINDS = read_table(ROOT / "tests" / "fixtures" / "formats" / "kinds.txt")
SPEECHES = [row for row in FORMATS if isinstance(row.holds, Speech)]
REFUSALS = [row for row in FORMATS if isinstance(row.holds, Refusal)]


def kind_of(data):
    return recognise(data).name


@pytest.mark.parametrize(("kind", "way", "what"), KINDS)
def test_a_file_is_told_by_its_content(kind, way, what):
    assert kind_of(made(way, what)) == kind


def test_every_kind_has_a_file_here():
    assert {kind for kind, _, _ in KINDS} == {row.name for row in FORMATS}


def test_every_row_has_a_name_of_its_own():
    assert len({row.name for row in FORMATS}) == len(FORMATS)


@pytest.mark.parametrize("shell", Shell)
def test_what_no_sign_claims_has_exactly_one_row(shell):
    assert sum(shell in row.rest for row in FORMATS) == 1


@pytest.mark.parametrize("row", FORMATS, ids=lambda row: row.name)
def test_a_row_can_be_reached(row):
    assert row.signs or row.rest


@pytest.mark.parametrize("row", SPEECHES, ids=lambda row: row.name)
def test_a_reader_stands_where_its_row_says(row):
    module, function = row.holds.reader.split(":")
    assert callable(getattr(import_module(f"reportgen.readers.{module}"), function))


@pytest.mark.parametrize("row", SPEECHES, ids=lambda row: row.name)
def test_suffixes_are_small_and_of_one_row(row):
    for suffix in row.holds.suffixes:
        assert re.fullmatch(r"\.[a-z]+", suffix)
        assert [other.name for other in SPEECHES if suffix in other.holds.suffixes] == [row.name]


def test_kinds_are_listed_for_people_once():
    assert CALLED == ("Word", "WPS", "RTF", "ODT", "PDF", "网页", "文本")
    assert {suffix for row in SPEECHES for suffix in row.holds.suffixes} == SUFFIXES


@pytest.mark.parametrize("readme", ["README.md", "README.zh.md"])
def test_the_readme_names_every_suffix(readme):
    text = (ROOT / readme).read_text("utf-8")
    # The second spelling of a suffix goes without saying.
    said = SUFFIXES - {".markdown", ".htm", ".mhtml", ".fodt"}
    assert {suffix for suffix in said if f"`{suffix}`" not in text} == set()


@pytest.mark.parametrize("row", REFUSALS, ids=lambda row: row.name)
def test_a_file_that_holds_no_speech_is_told_with_what_to_do(row):
    way, what = next((way, what) for kind, way, what in KINDS if kind == row.name)
    with pytest.raises(SourceError) as caught:
        parse_bytes(made(way, what), "讲话.docx", "讲话")
    assert str(caught.value) == f"讲话.docx：{row.holds.message}。{row.holds.hint}"
    assert row.holds.hint.startswith("请")
    assert not row.holds.message.endswith("。")


def test_a_reader_is_called_with_what_the_file_is_called_and_its_kind_is_noted():
    source = TEXT.holds.read("一、加强学习\n".encode(), "甲.txt", "甲")
    assert (source.path, source.stem, source.kind) == ("甲.txt", "甲", "文本")


@pytest.mark.parametrize("cut", [9, 40, 80, 512, 600, 1100, 1300])
def test_a_compound_file_cut_short_is_broken(cut):
    assert kind_of(compound("WordDocument", "1Table")[:cut]) == "broken"


@pytest.mark.parametrize("length", [8_000_000, 20_000_000])
def test_a_large_compound_file_is_looked_into(length):
    assert kind_of(compound("WordDocument", "1Table", length=length)) == "doc"
    assert kind_of(compound("WordDocument", length=length, flags=0x0100)) == "locked"
    assert kind_of(compound("Workbook", length=length)) == "sheet"


def test_a_directory_that_bites_its_tail_comes_to_an_end():
    data = bytearray(compound("A", "B"))
    struct.pack_into("<I", data, len(data) - 512, 0)  # the directory's sector goes on with itself
    assert kind_of(bytes(data)) in {"doc", "broken"}
    data = bytearray(compound("A", "B"))
    struct.pack_into("<I", data, 512 + 2 * 128 + 72, 1)  # the second entry's neighbour is the first
    assert kind_of(bytes(data)) in {"doc", "broken"}


RANDOM = random.Random(1).randbytes(4000)  # noqa: S311


@pytest.mark.parametrize(
    ("head", "kind"),
    [
        (b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1", "broken"),
        (b"PK\x03\x04", "broken"),
        (b"\x1f\x8b\x08", "archive"),
        (b"<html><body>", "binary"),
        (b"MIME-Version: 1.0\r\n", "binary"),
        (b"", "binary"),
    ],
)
def test_random_bytes_behind_a_head_are_no_speech(head, kind):
    assert kind_of(head + RANDOM) == kind


PROSE = "的文件各有各的开头。\n同志们：\n我们要坚持问题导向，把工作落到实处。\n"
HEADS = [
    "%PDF-", "%PDF-1.7", "%PDF-1.7\n", "{\\rtf", "{\\rtf1\\ansi}", "BM", "PK", "PK\\x03\\x04", "GIF8",
    "GIF89a", "Rar!", "7z", "<html>", "<html>和</html>", "<!DOCTYPE html>", "MIME-Version: 1.0\n",
    "MIME-Version: 1.0\n\n关于 multipart/related ", "<?xml version='1.0'?>", "II*", "MM", "7z集",
]  # fmt: skip


@pytest.mark.parametrize("encoding", ["utf-8", "utf-8-sig", "gb18030", "utf-16"])
@pytest.mark.parametrize("head", HEADS)
def test_a_text_that_begins_with_or_speaks_of_a_sign_is_text(head, encoding):
    assert kind_of(f"{head}{PROSE}".encode(encoding)) == "text"
    assert kind_of(f"以 {head} 开头{PROSE}".encode(encoding)) == "text"
    assert kind_of(f"文件格式的说明\n{head}{PROSE}".encode(encoding)) == "text"


PDF = b"%PDF-1.4\n%\xe2\xe3\xcf\xd3\n1 0 obj\n<< /Type /Catalog >>\nendobj\nstartxref\n0\n%%EOF\n"


@pytest.mark.parametrize(
    "junk", [b"", b"\r\n \r\n", b"\0" * 100, b"HTTP/1.1 200 OK\r\n\r\n", RANDOM[:500] + b"\n"]
)
def test_a_pdf_may_have_something_in_front_of_its_header(junk):
    assert kind_of(junk + PDF) == "pdf"


def test_chinese_letters_in_rtf_that_are_not_written_as_numbers():
    body = "\\par 同志们：我们要坚持问题导向，把工作落到实处。" * 12
    assert kind_of(f"{{\\rtf1\\ansi\\ansicpg936 {body}}}".encode("gbk")) == "rtf"
