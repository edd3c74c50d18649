"""Files put together from several encodings, cut short, or garbled."""

import pytest

from reportgen.errors import SourceError
from reportgen.readers.encoding import decode, decode_named

ONE = "在全市工作会议上的讲话，要推动各项工作落实。\n"
TWO = "坚持以人民为中心的发展思想，不断提高认识。\n"


@pytest.mark.parametrize("main", ["utf-8", "gb18030"])
@pytest.mark.parametrize("newline", ["\n", "\r\n", "\r"])
def test_lines_of_another_encoding_are_decoded_by_themselves(main, newline):
    other = {"utf-8": "gb18030", "gb18030": "utf-8"}[main]
    data = (ONE * 5).encode(main) + TWO.encode(other) + (ONE * 5).encode(main)
    data = data.replace(b"\n", newline.encode())
    assert decode(data, "x") == ONE * 5 + TWO + ONE * 5


@pytest.mark.parametrize("encoding", ["utf-16-le", "utf-16-be", "utf-32-le", "utf-32-be"])
def test_wide_text_without_bom_and_cut_inside_a_character(encoding):
    text = decode((ONE * 3).rstrip().encode(encoding)[:-1], "x")
    assert text.rstrip("\ufffd") == (ONE * 3).rstrip()[:-1]


@pytest.mark.parametrize("encoding", ["utf-8", "gb18030", "big5"])
def test_text_cut_inside_a_character_is_not_taken_for_another_encoding(encoding):
    text = "各位代表，工作要抓好，不能放松。" * 4
    out = decode(text.encode(encoding)[:-2], "x")
    assert out.rstrip("\ufffd").startswith(text[:-2])


def test_bytes_of_no_encoding_are_told_with_their_line():
    with pytest.raises(SourceError, match="从第 6 行起"):
        decode((ONE * 5).encode() + b"\xff" * 200, "x")


TRADITIONAL = "各位來賓：大家好！今天的會議很重要，要把各項工作落實到位。謝謝大家！\n"


@pytest.mark.parametrize(
    ("data", "text"),
    [
        (TRADITIONAL.encode("big5"), TRADITIONAL),
        (TRADITIONAL.encode("cp950"), TRADITIONAL),
        ("謝謝大家".encode("big5"), "謝謝大家"),
        # Marks as Windows has them, 裏 of HKSCS, ① of ETEN, all in one text.
        ("會議在這".encode("big5") + b"\xf9\xd8" + b"\xa1G2020\xa1\xe32025\xa6~", "會議在這裏：2020～2025年"),
        ("各位同學，約翰".encode("big5") + b"\xa1\x45" + "史密斯".encode("big5"), "各位同學，約翰‧史密斯"),
        (b"\xc6\xa1" + "加強學習，落實責任".encode("big5"), "①加強學習，落實責任"),
        ("各位同學，落\u5605大家".encode("big5hkscs"), "各位同學，落嘅大家"),
    ],
)
def test_big5_is_told_and_read_with_the_marks_and_characters_of_its_kinds(data, text):
    assert decode_named(data, "x") == (text, "Big5")


def test_traditional_text_in_gb_18030_is_not_taken_for_big5():
    assert decode_named(TRADITIONAL.encode("gb18030"), "x") == (TRADITIONAL, "GB 18030")


def test_simplified_text_is_never_taken_for_big5():
    assert decode_named((ONE + TWO).encode("gb18030"), "x") == (ONE + TWO, "GB 18030")


@pytest.mark.parametrize("main", ["utf-8", "gb18030"])
def test_a_piece_of_another_encoding_in_a_page_that_is_one_line(main):
    other = {"utf-8": "gb18030", "gb18030": "utf-8"}[main]
    one, two = f"<p>{ONE.strip()}</p>", f"<p>{TWO.strip()}</p>"
    data = (one * 5).encode(main) + two.encode(other) + (one * 5).encode(main)
    assert decode(data, "x") == one * 5 + two + one * 5


@pytest.mark.parametrize("encoding", ["gb18030", "big5"])
@pytest.mark.parametrize("pad", ["x", "font-family:serif;", "<span class=a>"])
def test_a_page_of_mostly_latin_letters_is_no_utf_16(encoding, pad):
    """Two letters are a Han character there, as ``Bush hid the facts`` showed."""
    text = pad * 4000 + "各位代表，工作要抓好。"
    assert decode(text.encode(encoding), "x") == text


def test_chinese_of_seven_bits():
    assert decode_named((ONE + "A~B\n").replace("~", "～").encode("hz"), "x") == (ONE + "A～B\n", "HZ")


@pytest.mark.parametrize("text", ["a ~{ b ~} c", "~{}~}", "for i in ~{1,2~}: pass"])
def test_signs_of_seven_bits_in_another_text(text):
    assert decode_named(text.encode(), "x") == (text, "UTF-8")


def test_characters_that_gb_18030_has_moved_out_of_the_private_area():
    data = ONE.encode("gb18030") + b"\xa6\xd9\xa6\xda\xa6\xdb\xfe\x59\xa8\xbc"
    assert decode(data, "x") == ONE + "，。、\u9fb4\u1e3f"
