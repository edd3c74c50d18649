"""Kinds of files, told by their content."""

import io
import random
import struct
import zipfile

import pytest

from reportgen.readers.kinds import Kind, recognise

FREE, END, TABLE, TABLE_OF_TABLES = 0xFFFFFFFF, 0xFFFFFFFE, 0xFFFFFFFD, 0xFFFFFFFC


def compound(*names, flags=0, length=4096):
    """An OLE file of 512-byte sectors ([MS-CFB]): each name is a stream of the same content, `length` long.

    A file of more than 109 tables of sectors lists the others in sectors of their own, from 7 MB on.
    """
    streams = -(-length // 512)
    directory = (len(names) + 4) // 4
    used = directory + streams
    tables = next(
        count for count in range(1, 9999) if count * 128 >= used + count + max(count - 109, 0) // 127 + 1
    )
    lists = -(-max(tables - 109, 0) // 127)
    numbers = list(range(used, used + tables))
    chain = [*range(1, directory), END, *range(directory + 1, used), END]
    chain += [TABLE] * tables + [TABLE_OF_TABLES] * lists
    fields = (62, 3, 0xFFFE, 9, 6, 0, tables, 0, 0, 4096, END, 0, used + tables if lists else END, lists)
    head = struct.pack("<8s16xHHHHH6xIIIIIIIII", b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1", *fields)
    head += struct.pack("<109I", *(numbers[:109] + [FREE] * 109)[:109])
    entries = [entry("Root Entry", 5, child=1, size=0)]
    for number, name in enumerate(names, 1):
        right = number + 1 if number < len(names) else FREE
        entries.append(entry(name, 2, right=right, first=directory, size=length))
    content = struct.pack("<H8xH", 0xA5EC, flags).ljust(streams * 512, b"\0")
    table = struct.pack(f"<{len(chain)}I", *chain).ljust(tables * 512, b"\xff")
    return (
        head
        + b"".join(entries).ljust(512 * directory, b"\0")
        + content
        + table
        + listed(numbers[109:], used + tables)
    )


def listed(numbers, first):
    """The sectors that list the tables beyond those in the head; each ends with the number of the next."""
    out = b""
    for at in range(0, len(numbers), 127):
        following = first + at // 127 + 1 if at + 127 < len(numbers) else END
        out += struct.pack("<128I", *(numbers[at : at + 127] + [FREE] * 127)[:127], following)
    return out


def entry(name, kind, right=FREE, child=FREE, first=0, size=4096):  # noqa: PLR0913, PLR0917
    raw = name.encode("utf-16-le")
    return struct.pack("<64sHBBIII36xIQ", raw, len(raw) + 2, kind, 1, FREE, right, child, first, size)


def package(*names, mimetype=None, **parts):
    out = io.BytesIO()
    with zipfile.ZipFile(out, "w") as file:
        if mimetype:
            file.writestr("mimetype", mimetype)
        for name in names:
            file.writestr(name, parts.get(name.rpartition("/")[2].partition(".")[0], "<x/>"))
    return out.getvalue()


ODF = "application/vnd.oasis.opendocument."


@pytest.mark.parametrize(
    ("data", "kind"),
    [
        ("一、加强学习\n".encode(), Kind.TEXT),
        ("BM的讲话，很好。".encode(), Kind.TEXT),
        (b"BM" + bytes(60), Kind.IMAGE),
        (b"%PDF-1.7\n", Kind.PDF),
        (b"\r\n\r\n%PDF-1.4\n", Kind.PDF),
        (b"{\\rtf1\\ansi}", Kind.RTF),
        (compound("WordDocument", "1Table", "Data"), Kind.DOC),
        (compound("Data", "Workbook", "WordDocument"), Kind.DOC),
        (compound("WordDocument", flags=0x0100), Kind.LOCKED),
        (compound("Workbook"), Kind.SHEET),
        (compound("Book"), Kind.SHEET),
        (compound("PowerPoint Document", "Pictures"), Kind.SLIDES),
        (compound("EncryptionInfo", "EncryptedPackage"), Kind.LOCKED),
        (compound("CONTENTS"), Kind.DOC),
        (package("[Content_Types].xml", "word/document.xml"), Kind.DOCX),
        (package("[Content_Types].xml", "word/document.xml")[:-60], Kind.DOCX),
        (package("[Content_Types].xml", "xl/workbook.xml"), Kind.SHEET),
        (package("[Content_Types].xml", "ppt/presentation.xml"), Kind.SLIDES),
        (package("a.txt"), Kind.ARCHIVE),
        (package("content.xml", mimetype=f"{ODF}text"), Kind.ODT),
        (package("content.xml", mimetype=f"{ODF}text-template"), Kind.ODT),
        (package("content.xml", mimetype=f"{ODF}spreadsheet"), Kind.SHEET),
        (package("content.xml", mimetype=f"{ODF}presentation"), Kind.SLIDES),
        (package("content.xml", mimetype=f"{ODF}graphics"), Kind.BINARY),
        (
            package("META-INF/manifest.xml", mimetype=f"{ODF}text", manifest="<m:encryption-data/>"),
            Kind.LOCKED,
        ),
        (f'<?xml version="1.0"?><office:document office:mimetype="{ODF}text">'.encode(), Kind.FLAT_ODT),
        (b'<?xml version="1.0"?><?mso-application progid="Word.Document"?><w:wordDocument>', Kind.WORD_XML),
        (b"<!DOCTYPE html><title>a</title><p>b</p>", Kind.HTML),
        ("\ufeff<html><body><p>正文</p></body></html>".encode("utf-16-le"), Kind.HTML),
        (b'<?xml version="1.0"?>\n<!-- a --><html><body></body></html>', Kind.HTML),
        ("<div><p>正文</p></div>".encode("gbk"), Kind.HTML),
        ("<p>没有结尾的".encode(), Kind.TEXT),
        (b"MIME-Version: 1.0\r\nContent-Type: multipart/related; boundary=b\r\n\r\n", Kind.MHTML),
        ("关于 multipart/related 的说明\n".encode(), Kind.TEXT),
    ],
)
def test_kinds(data, kind):
    assert recognise(data) is kind


@pytest.mark.parametrize("cut", [9, 40, 80, 512, 600, 1100, 1300])
def test_a_compound_file_cut_short_is_broken(cut):
    assert recognise(compound("WordDocument", "1Table")[:cut]) is Kind.BROKEN


@pytest.mark.parametrize("length", [8_000_000, 20_000_000])
def test_a_large_compound_file_is_looked_into(length):
    assert recognise(compound("WordDocument", "1Table", length=length)) is Kind.DOC
    assert recognise(compound("WordDocument", length=length, flags=0x0100)) is Kind.LOCKED
    assert recognise(compound("Workbook", length=length)) is Kind.SHEET


def test_a_directory_that_bites_its_tail_comes_to_an_end():
    data = bytearray(compound("A", "B"))
    struct.pack_into("<I", data, len(data) - 512, 0)  # the directory's sector goes on with itself
    assert recognise(bytes(data)) in {Kind.DOC, Kind.BROKEN}
    data = bytearray(compound("A", "B"))
    struct.pack_into("<I", data, 512 + 2 * 128 + 72, 1)  # the second entry's neighbour is the first
    assert recognise(bytes(data)) in {Kind.DOC, Kind.BROKEN}


RANDOM = random.Random(1).randbytes(4000)  # noqa: S311


@pytest.mark.parametrize(
    ("head", "kind"),
    [
        (b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1", Kind.BROKEN),
        (b"PK\x03\x04", Kind.BROKEN),
        (b"\x1f\x8b\x08", Kind.ARCHIVE),
        (b"<html><body>", Kind.BINARY),
        (b"MIME-Version: 1.0\r\n", Kind.BINARY),
        (b"", Kind.BINARY),
    ],
)
def test_random_bytes_behind_a_head_are_no_speech(head, kind):
    assert recognise(head + RANDOM) is kind


PROSE = "的文件各有各的开头。\n同志们：\n我们要坚持问题导向，把工作落到实处。\n"
HEADS = [
    "%PDF-", "%PDF-1.7", "%PDF-1.7\n", "{\\rtf", "{\\rtf1\\ansi}", "BM", "PK", "PK\\x03\\x04", "GIF8",
    "GIF89a", "Rar!", "7z", "<html>", "<html>和</html>", "<!DOCTYPE html>", "MIME-Version: 1.0\n",
    "MIME-Version: 1.0\n\n关于 multipart/related ", "<?xml version='1.0'?>", "II*", "MM", "7z集",
]  # fmt: skip


@pytest.mark.parametrize("encoding", ["utf-8", "utf-8-sig", "gb18030", "utf-16"])
@pytest.mark.parametrize("head", HEADS)
def test_a_text_that_begins_with_or_speaks_of_a_sign_is_text(head, encoding):
    assert recognise(f"{head}{PROSE}".encode(encoding)) is Kind.TEXT
    assert recognise(f"以 {head} 开头{PROSE}".encode(encoding)) is Kind.TEXT
    assert recognise(f"文件格式的说明\n{head}{PROSE}".encode(encoding)) is Kind.TEXT


PDF = b"%PDF-1.4\n%\xe2\xe3\xcf\xd3\n1 0 obj\n<< /Type /Catalog >>\nendobj\nstartxref\n0\n%%EOF\n"


@pytest.mark.parametrize(
    "junk", [b"", b"\r\n \r\n", b"\0" * 100, b"HTTP/1.1 200 OK\r\n\r\n", RANDOM[:500] + b"\n"]
)
def test_a_pdf_may_have_something_in_front_of_its_header(junk):
    assert recognise(junk + PDF) is Kind.PDF


def test_chinese_letters_in_rtf_that_are_not_written_as_numbers():
    body = "\\par 同志们：我们要坚持问题导向，把工作落到实处。" * 12
    assert recognise(f"{{\\rtf1\\ansi\\ansicpg936 {body}}}".encode("gbk")) is Kind.RTF
