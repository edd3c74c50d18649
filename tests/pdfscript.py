"""PDFs made by code: lines of text placed on pages, in a font that nobody has to embed.

Adobe-GB1 and UniGB-UCS2-H are among the CMaps that every reader knows (ISO 32000-1, table 118), so the text
layer is right although no glyphs are in the file.
"""

from dataclasses import dataclass

WIDTH, HEIGHT = 595, 842
LEFT, RIGHT, TOP = 80, 528, 740  # 28 characters of 16 points between the margins
SIZE, LEADING = 16, 29


@dataclass(frozen=True)
class Text:
    text: str
    left: float
    base: float
    size: float = SIZE
    bold: bool = False
    latin: bool = False  # in Helvetica, whose letters are of their own widths
    down: bool = False  # in a font that writes from top to bottom
    before: str = ""  # operators in front of the text: a colour, a render mode, a matrix


def pdf(*pages, picture=(), rotate=0, box=(0, 0, WIDTH, HEIGHT)):
    """A PDF with the texts of each page; pages whose number is in `picture` get a picture all over."""
    objects = ["<< /Type /Catalog /Pages 2 0 R >>", ""]
    fonts = []
    for name in ("STSong-Light", "STHeiti-Bold"):
        number = len(objects) + 1
        objects.append(
            f"<< /Type /Font /Subtype /Type0 /BaseFont /{name} /Encoding /UniGB-UCS2-H "
            f"/DescendantFonts [{number + 1} 0 R] >>"
        )
        objects.append(
            f"<< /Type /Font /Subtype /CIDFontType0 /BaseFont /{name} /DW 1000 "
            f"/FontDescriptor {number + 2} 0 R "
            "/CIDSystemInfo << /Registry (Adobe) /Ordering (GB1) /Supplement 2 >> >>"
        )
        objects.append(
            f"<< /Type /FontDescriptor /FontName /{name} /Flags 6 /ItalicAngle 0 /Ascent 880 /Descent -120 "
            f"/StemV {200 if 'Bold' in name else 80} /FontBBox [0 -120 1000 880] >>"
        )
        fonts.append(number)
    objects.append("<< /Type /Font /Subtype /Type1 /BaseFont /Helvetica /Encoding /WinAnsiEncoding >>")
    fonts.append(len(objects))
    objects.append(vertical(fonts[0] + 1))
    fonts.append(len(objects))
    image = len(objects) + 1
    objects.append(stream("/Type /XObject /Subtype /Image /Width 1 /Height 1 /ColorSpace /DeviceGray "
                          "/BitsPerComponent 8", b"\x80"))  # fmt: skip
    kids = []
    for number, texts in enumerate(pages, 1):
        drawing = f"q {WIDTH} 0 0 {HEIGHT} 0 0 cm /I Do Q\n" if number in picture else ""
        drawing += "".join(map(shown, texts))
        objects.append(stream("", drawing.encode()))
        kids.append(len(objects) + 1)
        objects.append(
            f"<< /Type /Page /Parent 2 0 R /MediaBox [{' '.join(map(str, box))}] /Rotate {rotate} "
            f"/Contents {len(objects)} 0 R /Resources << /Font << "
            f"{' '.join(f'/F{at} {font} 0 R' for at, font in enumerate(fonts))} >> "
            f"/XObject << /I {image} 0 R >> >> >>"
        )
    objects[1] = f"<< /Type /Pages /Count {len(kids)} /Kids [{' '.join(f'{kid} 0 R' for kid in kids)}] >>"
    return written(objects)


def shown(one):
    font = 2 if one.latin else 3 if one.down else int(one.bold)
    words = one.text.encode("ascii" if one.latin else "utf-16-be").hex()
    return f"q {one.before} BT /F{font} {one.size} Tf {one.left} {one.base} Td <{words}> Tj ET Q\n"


def vertical(descendant):
    return (
        "<< /Type /Font /Subtype /Type0 /BaseFont /STSong-Light /Encoding /UniGB-UCS2-V "
        f"/DescendantFonts [{descendant} 0 R] >>"
    )


def stream(head, data):
    return b"<< %s /Length %d >>\nstream\n%s\nendstream" % (head.encode(), len(data), data)


def written(objects):
    out, places = b"%PDF-1.7\n", []
    for number, one in enumerate(objects, 1):
        places.append(len(out))
        body = one if isinstance(one, bytes) else one.encode()
        out += b"%d 0 obj\n%s\nendobj\n" % (number, body)
    start = len(out)
    table = "".join(f"{place:010} 00000 n \n" for place in places)
    return (
        out
        + (
            f"xref\n0 {len(objects) + 1}\n0000000000 65535 f \n{table}"
            f"trailer\n<< /Size {len(objects) + 1} /Root 1 0 R >>\nstartxref\n{start}\n%%EOF\n"
        ).encode()
    )


def set_text(paragraphs, *, indent=2, lines_a_page=20, head="", number="— {} —"):
    """Pages as a word processor would set them: paragraphs broken at the margin, heads and numbers added."""
    width = int((RIGHT - LEFT) / SIZE)
    lines = []
    for paragraph in paragraphs:
        room, at = width - indent, 0
        first = True
        while at < len(paragraph):
            end = at + room
            if paragraph[end : end + 1] and paragraph[end] in "，。；：、！？”":
                end -= 1
            lines.append((LEFT + indent * SIZE * first, paragraph[at:end]))
            at, room, first = end, width, False
    pages = []
    for start in range(0, len(lines), lines_a_page):
        texts = [
            Text(text, left, TOP - LEADING * row)
            for row, (left, text) in enumerate(lines[start : start + lines_a_page])
        ]
        if head:
            texts.insert(0, Text(head, LEFT, 800, 10))
        if number:
            texts.append(Text(number.format(len(pages) + 1), 270, 60, 14))
        pages.append(texts)
    return pages
