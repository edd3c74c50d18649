"""Kinds of files, told by their content."""

import io
import struct
import zipfile

import pytest

from reportgen.readers.kinds import Kind, recognise


def compound(*names, flags=0, word=b""):
    """An OLE file of 512-byte sectors: header, allocation table, directory, one stream."""
    fields = (62, 3, 0xFFFE, 9, 6, 0, 1, 1, 0, 4096, 0xFFFFFFFE, 0, 0xFFFFFFFE, 0)
    head = struct.pack("<8s16xHHHHH6xIIIIIIIII", b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1", *fields)
    head += struct.pack("<109I", 0, *[0xFFFFFFFF] * 108)
    count = (len(names) + 4) // 4
    table = [0xFFFFFFFD, *range(2, count + 1), 0xFFFFFFFE, 0xFFFFFFFE]
    entries = [entry("Root Entry", 5, child=1)]
    for number, name in enumerate(names, 1):
        right = number + 1 if number < len(names) else 0xFFFFFFFF
        entries.append(entry(name, 2, right=right, first=count + 1))
    directory = b"".join(entries).ljust(512 * count, b"\0")
    stream = word or struct.pack("<H8xH", 0xA5EC, flags)
    sectors = (
        struct.pack(f"<{len(table)}I", *table).ljust(512, b"\xff") + directory + stream.ljust(512, b"\0")
    )
    return head.ljust(512, b"\0") + sectors


def entry(name, kind, right=0xFFFFFFFF, child=0xFFFFFFFF, first=0):
    raw = name.encode("utf-16-le")
    return struct.pack("<64sHBBIII36xIQ", raw, len(raw) + 2, kind, 1, 0xFFFFFFFF, right, child, first, 512)


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
def test_a_compound_file_cut_short_raises_nothing(cut):
    assert recognise(compound("WordDocument", "1Table")[:cut]) in {Kind.DOC, Kind.LOCKED}


def test_a_directory_that_bites_its_tail_comes_to_an_end():
    data = bytearray(compound("A", "B"))
    struct.pack_into("<I", data, 512 + 4, 1)  # the directory's sector goes on with itself
    struct.pack_into("<I", data, 1024 + 2 * 128 + 72, 1)  # the second entry's neighbour is the first
    assert recognise(bytes(data)) is Kind.DOC
