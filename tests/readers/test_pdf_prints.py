"""PDF pages that lie on their side, vertical type, and type that nobody sees."""

import pytest

from pdfscript import HEIGHT, LEFT, SIZE, TOP, WIDTH, Text, pdf, set_text
from reportgen.readers.files import parse_bytes

LONG = "镇村干部要常到田间地头走一走，听听种粮大户的难处，把灌溉用水、农机检修和种子调运三件事一件一件办妥，"
SPEECH = ["同志们：", LONG * 2 + "不误农时。", "一、修好水渠", LONG * 3 + "保证用水。", "谢谢大家！"]
# What turns a page's drawing to the left, over and to the right.
TURNS = {90: f"0 1 -1 0 {HEIGHT} 0 cm", 180: f"-1 0 0 -1 {WIDTH} {HEIGHT} cm", 270: f"0 -1 1 0 0 {WIDTH} cm"}

SIZES = {90: (HEIGHT, WIDTH), 180: (WIDTH, HEIGHT), 270: (HEIGHT, WIDTH)}


def read(*pages, **how):
    return parse_bytes(pdf(*pages, **how), "讲话.pdf", "讲话")


def moved(page, before):
    return [Text(one.text, one.left, one.base, one.size, one.bold, before=before) for one in page]


@pytest.mark.parametrize("rotate", [0, 90, 180, 270])
@pytest.mark.parametrize("turn", [90, 180, 270])
def test_a_page_on_its_side_is_read_whatever_rotate_says(turn, rotate):
    (page,) = set_text(SPEECH, number="", lines_a_page=30)
    source = read(moved(page, TURNS[turn]), rotate=rotate, box=(0, 0, *SIZES[turn]))
    assert source.text.split("\n") == SPEECH
    assert not source.left_out


def test_words_across_the_others_are_counted():
    (page,) = set_text(SPEECH, number="", lines_a_page=30)
    source = read([*page, Text("机密", 60, 400, before=TURNS[90])])
    assert source.text.split("\n") == SPEECH
    assert source.left_out == ("2 个斜放或横放的字",)


@pytest.mark.parametrize("before", ["3 Tr", "7 Tr", "1 g", "1 1 1 rg", "0 0 0 0 k"])
def test_words_that_nobody_sees_are_counted(before):
    (page,) = set_text(SPEECH, number="", lines_a_page=30)
    source = read([*page, Text("暗记甲乙", LEFT, 300, before=before)])
    assert source.text.split("\n") == SPEECH
    assert source.left_out == ("4 个看不见的字",)


def test_words_outside_the_page_are_counted():
    (page,) = set_text(SPEECH, number="", lines_a_page=30)
    source = read([*page, Text("裁去的话", LEFT, -60), Text("页外", WIDTH + 40, TOP)])
    assert source.text.split("\n") == SPEECH
    assert source.left_out == ("6 个看不见的字",)


def test_white_words_on_a_coloured_band_are_read():
    (page,) = set_text(SPEECH, number="", lines_a_page=30)
    band = f"0.7 0 0 rg 0 775 {WIDTH} 50 re f 1 g"
    source = read([Text("在春耕备耕现场会上的讲话", 150, 795, 22, before=band), *page])
    assert source.text.split("\n") == ["在春耕备耕现场会上的讲话", *SPEECH]
    assert not source.left_out


def test_the_text_layer_of_a_scan_is_read():
    pages = [moved(page, "3 Tr") for page in set_text(SPEECH, lines_a_page=12)]
    pages[0].append(Text("收文", 400, 30, 10))
    source = read(*pages, picture={1})
    assert "".join(SPEECH[:4]) in source.text.replace("\n", "")
    assert not source.left_out


def columns_of(speech, *, by_font):
    """The speech in vertical type, 28 characters a column: by a font that writes so, or one by one."""
    texts, right = [], 520
    for paragraph in speech:
        indented = "\u3000\u3000" + paragraph
        for start in range(0, len(indented), 28):
            words = indented[start : start + 28]
            if by_font:
                texts.append(Text(words, right, TOP, down=True))
            else:
                texts += [Text(char, right, TOP - SIZE * at) for at, char in enumerate(words) if char.strip()]
            right -= 28
    return texts


@pytest.mark.parametrize("by_font", [True, False])
def test_vertical_type_is_read_in_columns_from_the_right(by_font):
    source = read(columns_of(SPEECH, by_font=by_font))
    assert [line.strip("\u3000") for line in source.text.split("\n")] == SPEECH
    assert not source.left_out


def test_signs_and_figures_of_vertical_type():
    words = columns_of(["一是修渠︵共", "︶五公里︑不误农时︒"], by_font=False)
    words += [Text("12", 520, TOP - SIZE * 7 - 8, 8, latin=True)]
    assert read(words).text.replace("\n", "") == "一是修渠（共12）五公里、不误农时。"


def test_a_short_list_of_single_characters_is_not_vertical():
    page = [Text(char, LEFT, TOP - 24 * at) for at, char in enumerate("甲乙丙丁")]
    page += [Text(LONG[:28], LEFT, 400)]
    assert read(page).text.split("\n")[:4] == ["甲", "乙", "丙", "丁"]
