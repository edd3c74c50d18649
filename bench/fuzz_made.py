"""Files made to break readers, for which no file need be damaged: each is a name and its bytes."""

from __future__ import annotations

import random
import zlib
from collections.abc import Iterator

_HEADS = [
    b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1", b"PK\x03\x04", b"%PDF-1.7\n1 0 obj\n", b"{\\rtf1\\ansi ",
    b"<html><body><p>",
    b"MIME-Version: 1.0\nContent-Type: multipart/related; boundary=b\n\n", b"\x1f\x8b\x08", b"BM", b"GIF8",
    b"\xff\xfe", b"\xfe\xff", b"\xef\xbb\xbf", b"<?xml version='1.0'?><w:wordDocument>", b"",
]  # fmt: skip
_FONT = "<< /Type /Font /Subtype /Type1 /BaseFont /Helvetica /Encoding /WinAnsiEncoding >>"
_CATALOGUE, _PAGES = "<< /Type /Catalog /Pages 2 0 R >>", "<< /Type /Pages /Count 1 /Kids [3 0 R] >>"
_PAGE = (
    "<< /Type /Page /Parent 2 0 R /MediaBox [0 0 595 842] /Contents 5 0 R "
    "/Resources << /Font << /F1 4 0 R >> /XObject << /X 6 0 R >> >> >>"
)
_WORDS = b"BT /F1 12 Tf 80 700 Td (These are words that are read) Tj ET\n"


def made(chance: random.Random) -> Iterator[tuple[str, bytes]]:
    """Yield all of them."""
    for head in _HEADS:
        for size in (10, 600, 9000, 99_999):
            yield f"{head[:8]!r}+{size}", head + chance.randbytes(size)
    for name, content in _pages():
        yield f"page of {name}", _pdf(_CATALOGUE, _PAGES, _PAGE, _FONT, content)
    for width, depth in ((2, 10), (10, 9), (100, 4), (3, 27), (1, 5000)):
        forms = [_form(b"/X Do " * width, f"/XObject << /X {7 + at} 0 R >>") for at in range(depth)]
        yield (
            f"forms {width} wide, {depth} deep",
            _pdf(_CATALOGUE, _PAGES, _PAGE, _FONT, _stream(_WORDS + b"/X Do"), *forms, _form(_WORDS, "")),
        )
    ring = _form(_WORDS + b"/X Do /X Do", "/XObject << /X 6 0 R >>")
    yield "form in itself", _pdf(_CATALOGUE, _PAGES, _PAGE, _FONT, _stream(_WORDS + b"/X Do"), ring)
    for kids in ("2 0 R", "2 0 R 3 0 R " * 2000, "3 0 R " * 100_000, "99 0 R", "1 0 R"):
        pages = f"<< /Type /Pages /Count {len(kids) // 6} /Kids [{kids}] >>"
        yield f"pages of {kids[:12]}", _pdf(_CATALOGUE, pages, _PAGE, _FONT, _stream(_WORDS))
    twice = zlib.compress(zlib.compress(b" " * 190_000_000))
    yield "packed twice", _pdf(
        _CATALOGUE, _PAGES, _PAGE, _FONT, b"<< /Filter [/FlateDecode /FlateDecode] /Length %d >>" % len(twice)
        + b"\nstream\n" + twice + b"\nendstream",
    )  # fmt: skip
    runs = b"".join(bytes((129, 32)) for _ in range(2_000_000)) + b"\x80"
    yield "runs", _pdf(
        _CATALOGUE, _PAGES, _PAGE, _FONT, b"<< /Filter [/FlateDecode /RunLengthDecode] /Length 9 >>\nstream\n"
        + zlib.compress(runs) + b"\nendstream",
    )  # fmt: skip


def _pages() -> Iterator[tuple[str, bytes]]:
    """Contents of pages, of up to 60 million bytes."""
    pieces = (
        b"(" + b"a" * 500 + b") Tj ", b"q ", b"0 0 m 9 9 l S ", b"0 0 9 9 re f ", b"/X Do ",
        b"[(a) 9 (b)] TJ ", b"% a\n",
        b"q 1 0 0 1 1 1 cm BT (a) Tj ET Q ", b"/F1 9 Tf (a) Tj ", b"1 0 0 rg (a) Tj ", b"9 9 Td (a b) Tj ",
        b"[" , b"<<",
        b"1 g 0 0 m (a) Tj ", b"BI /W 1 /H 1 /BPC 8 /CS /G ID a EI ", b"1 ", b"/a ",
        b"/P << /MCID 1 >> BDC ", b"W n ",
    )  # fmt: skip
    for piece in pieces:
        for size in (100_000, 3_000_000, 60_000_000):
            yield (
                f"{size} of {piece[:30]!r}",
                _stream(_WORDS + b"BT /F1 12 Tf " + piece * (size // len(piece))),
            )


def _form(content: bytes, resources: str) -> bytes:
    fonts = "/Font << /F1 4 0 R >>"
    head = f"/Type /XObject /Subtype /Form /BBox [0 0 595 842] /Resources << {fonts} {resources} >>"
    return _stream(content, head)


def _stream(content: bytes, head: str = "") -> bytes:
    data = zlib.compress(content)
    return (
        b"<< %s /Filter /FlateDecode /Length %d >>\nstream\n" % (head.encode(), len(data))
        + data
        + b"\nendstream"
    )


def _pdf(*objects: str | bytes) -> bytes:
    out, places = b"%PDF-1.7\n", []
    for number, one in enumerate(objects, 1):
        places.append(len(out))
        out += b"%d 0 obj\n" % number + (one if isinstance(one, bytes) else one.encode()) + b"\nendobj\n"
    table = "".join(f"{place:010} 00000 n \n" for place in places)
    tail = f"trailer\n<< /Size {len(objects) + 1} /Root 1 0 R >>\nstartxref\n{len(out)}\n%%EOF\n"
    return out + f"xref\n0 {len(objects) + 1}\n0000000000 65535 f \n{table}{tail}".encode()
