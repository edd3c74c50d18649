"""Any prose in any encoding comes back as it was, whatever its newlines, its length and its scars."""

from contextlib import suppress

import pytest
from hypothesis import assume, given, settings
from hypothesis import strategies as st

from reportgen.errors import SourceError
from reportgen.readers.encoding import decode, decode_named, reads_as_prose, wide_encoding

CLAUSES = (
    "同志们：",
    "今天召开会议，主要任务是总结工作，部署任务。",
    "一、加强学习，提高认识",
    "坚持以人民为中心的发展思想，不断提高工作水平。",
    "全市完成投资85.6亿元，增长12.5%，新增就业3200人。",
    "“十四五”规划的目标任务要全面完成！",
    "（一）加强组织领导",
    "GDP和R&D要稳步提高。",
    "",
    "谢谢大家。",
)
ENCODINGS = ("utf-8", "utf-8-sig", "utf-16", "utf-16-le", "utf-16-be", "utf-32", "gb18030", "gbk")
SPEECHES = st.lists(st.sampled_from(CLAUSES), min_size=6, max_size=30).map("\n".join)


@settings(max_examples=150)
@given(SPEECHES, st.sampled_from(ENCODINGS), st.sampled_from(["\n", "\r\n", "\r"]))
def test_a_speech_comes_back_whatever_its_encoding_and_newlines(text, encoding, newline):
    assume(sum(map(len, text.split())) > 40)
    assert decode(text.replace("\n", newline).encode(encoding), "x") == text


@given(SPEECHES, st.sampled_from(["utf-8", "gb18030"]), st.data())
def test_a_byte_changed_costs_no_more_than_its_line(text, encoding, data):
    """In GB 18030 a byte changed may shift those behind it, but never beyond the line."""
    assume(sum(map(len, text.split())) > 120)
    raw = bytearray(text.encode(encoding))
    at = data.draw(st.integers(0, len(raw) - 1))
    assume(raw[at] > 0x7F and b"\n" not in raw[at - 1 : at + 4])
    raw[at] = 0xFF
    line = raw[:at].count(b"\n")
    lines, given_ = decode(bytes(raw), "x").split("\n"), text.split("\n")
    assert [one for n, one in enumerate(lines) if n != line] == [
        one for n, one in enumerate(given_) if n != line
    ]


@pytest.mark.parametrize(
    ("data", "encoding"),
    [
        ("同志们：要抓好落实。".encode("utf-16"), "utf-16-le"),
        ("同志们：要抓好落实。".encode("utf-16-le"), "utf-16-le"),
        ("同志们：要抓好落实。".encode("utf-16-be"), "utf-16-be"),
        ("同志们：要抓好落实。".encode("utf-32-be"), "utf-32-be"),
        ("\ufeff同志们".encode("utf-32-le"), "utf-32-le"),
        ("plain words, nothing else".encode("utf-16-be"), "utf-16-be"),
        ("同志们：要抓好落实。".encode(), None),
        ("同志们：要抓好落实。".encode("utf-8-sig"), None),
        ("同志们：要抓好落实。".encode("gb18030"), None),
        ("各位代表：加強學習。".encode("big5"), None),
        (b"plain words", None),
        (b"", None),
    ],
)
def test_wide_encodings_are_told_with_or_without_their_mark(data, encoding):
    assert wide_encoding(data) == encoding


@pytest.mark.parametrize(
    ("data", "name"),
    [
        ("同志们：要抓好落实。".encode(), "UTF-8"),
        ("同志们：要抓好落实。".encode("utf-8-sig"), "UTF-8"),
        ("同志们：要抓好落实。".encode("utf-16"), "UTF-16"),
        ("同志们：要抓好落实。".encode("utf-32-be"), "UTF-32"),
        ("同志们：要抓好落实，推动发展。".encode("gbk"), "GB 18030"),
        (
            "同志们：要抓好落实，推动发展。\n".encode("gbk") * 5 + "坚持以人民为中心的发展思想。\n".encode(),
            "GB 18030，有的行是别的编码",
        ),
    ],
)
def test_the_encoding_has_a_name_for_people(data, name):
    assert decode_named(data, "x")[1] == name


@pytest.mark.parametrize("encoding", ["utf-8", "gb18030", "big5", "utf-16", "utf-16-be"])
def test_prose_is_told_in_every_encoding(encoding):
    assert reads_as_prose("各位代表，我的工作中有不少要做的事，也要有人民的主人公心。".encode(encoding))


@pytest.mark.parametrize("data", [bytes(range(256)) * 20, b"%PDF-1.7 obj endobj " * 50, b"", b"\xff" * 300])
def test_what_is_no_prose(data):
    assert not reads_as_prose(data)


@given(st.binary(max_size=400))
def test_bytes_of_any_kind_end_in_text_or_in_one_line(data):
    with suppress(SourceError):
        text = decode(data, "x")
        assert not {"\r", "\x00", "\ufeff"} & set(text)
