"""Files put together from several encodings, cut short, or garbled."""

import pytest

from reportgen.errors import SourceError
from reportgen.readers.encoding import decode

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
