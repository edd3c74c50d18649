"""A contact sheet, looked at as a picture."""

from io import BytesIO

import pypdfium2
import pytest
from PIL import Image

from printers import TALL, WIDE, page
from reportgen.errors import PictureError
from reportgen.picturing import MOST_ON_SHEET, Group, Pages, contact_sheet
from reportgen.picturing.captions import Caption, as_pdf, cut
from reportgen.picturing.pages import LONG_SIDE
from reportgen.picturing.placing import HEADING, MARGIN, NUMBER, placed

BACKGROUND = (226, 224, 220)


def of(size, count):
    """A PDF of some pages."""
    out = pypdfium2.PdfDocument.new()
    for _ in range(count):
        out.import_pages(pypdfium2.PdfDocument(page(size)))
    file = BytesIO()
    out.save(file)
    return file.getvalue()


def opened(data):
    return Image.open(BytesIO(data))


def has_ink(picture, box):
    """Whether something else than the background stands in a part of it."""
    left, top, width, height = box
    part = picture.crop((left, top, left + width, top + height))
    return {colour for _, colour in part.getcolors(width * height)} != {BACKGROUND}


def test_every_page_has_a_number_and_every_file_a_heading():
    with Pages(of(TALL, 5), "甲.docx") as tall, Pages(of(WIDE, 4), "乙.pptx") as wide:
        picture = opened(contact_sheet([Group("要点　5 页　甲.docx", tall), Group("幻灯片　4 页", wide)]))
        place = placed([tall.sizes, wide.sizes])
    assert (picture.format, picture.mode, picture.size) == ("PNG", "RGB", place.size)
    for top in place.headings:
        assert has_ink(picture, (MARGIN, top, 400, HEADING - 2))
    for left, top, width, height in (box for boxes in place.boxes for box in boxes):
        assert picture.getpixel((left + 2, top + 2)) == (255, 255, 255)
        assert has_ink(picture, (left, top + height + 2, width, NUMBER - 2))
        middle = left + width // 2
        assert has_ink(picture, (middle - 15, top + height + 2, 30, NUMBER - 2))
    # A page has an edge, one pixel wide.
    for left in (0, picture.width - MARGIN + 1):
        assert not has_ink(picture, (left, 0, MARGIN - 1, picture.height))


def test_a_long_file_is_there_with_its_first_pages():
    with Pages(of(TALL, MOST_ON_SHEET + 3), "甲.docx") as pages:
        picture = opened(contact_sheet([Group("甲", pages)]))
        assert picture.size == placed([pages.sizes[:MOST_ON_SHEET]]).size


@pytest.mark.parametrize("size", [TALL, WIDE, (3384, 1904), (1, 3000), (3000, 1)])
def test_a_page_of_its_own(size):
    with Pages(page(size), "甲.docx") as pages:
        picture = opened(pages.picture(0))
    assert max(picture.size) == LONG_SIDE
    assert min(picture.size) == max(round(LONG_SIDE * min(size) / max(size)), 1)


@pytest.mark.parametrize("data", [b"", b"no pdf", page()[:60]])
def test_what_is_no_pdf(data):
    with pytest.raises(PictureError, match=r"^甲\.docx：打印出来没有页面。\S+$"):
        Pages(data, "甲.docx")


@pytest.mark.parametrize(
    "text", ["要点　9 页\u2003讲话.docx", "乱\udc80码", "表情😀", "(括号)\\", "九十\n九", "12"]
)
def test_words_of_any_kind(text):
    document = pypdfium2.PdfDocument(as_pdf([Caption(text, 10, 50, 20)], (400, 100)))
    shown = document[0].get_textpage().get_text_range()
    lost = {char for char in text if not char.isspace() and char not in shown}
    assert lost <= {"\udc80", "😀"}
    assert ("〓" in shown) == bool(lost)


def test_a_heading_is_cut_to_its_room():
    assert cut("讲话-要点.docx", 1000, 20) == "讲话-要点.docx"
    assert cut("很长的名称" * 20, 200, 20) == "很长的名称很长的名…"
