"""Reading a speech: encodings, newlines, Markdown, and files that are no speech."""

import hashlib

import pytest

from reportgen.errors import SourceError
from reportgen.readers import read

SPEECH = "在全市工作会议上的讲话\n\n同志们：\n一、加强学习\n一是提高认识。推动各项工作落实。\n"
TRADITIONAL = "在大會上的講話\n各位同志：\n一、加強學習，提高認識，推動經濟發展。\n"


def written(tmp_path, data, name="讲话.txt"):
    path = tmp_path / name
    path.write_bytes(data)
    return path


@pytest.mark.parametrize(
    "encoding",
    [
        "utf-8",
        "utf-8-sig",
        "utf-16",
        "utf-16-le",
        "utf-16-be",
        "utf-32",
        "utf-32-le",
        "utf-32-be",
        "gb18030",
        "gbk",
    ],
)
def test_every_common_encoding_gives_the_same_text(tmp_path, encoding):
    assert read(written(tmp_path, SPEECH.encode(encoding))).text == SPEECH


@pytest.mark.parametrize("order", ["utf-16-le", "utf-16-be"])
def test_utf16_without_any_zero_byte(tmp_path, order):
    text = "同志们：推动各项工作落实，坚持以人民为中心的发展思想。"
    assert read(written(tmp_path, text.encode(order))).text == text


def test_big5_stays_traditional(tmp_path):
    assert read(written(tmp_path, TRADITIONAL.encode("big5"))).text == TRADITIONAL


def test_traditional_text_in_gbk_is_not_taken_for_big5(tmp_path):
    assert read(written(tmp_path, TRADITIONAL.encode("gbk"))).text == TRADITIONAL


@pytest.mark.parametrize("newline", ["\r\n", "\r", "\n"])
def test_newlines_become_one_character(tmp_path, newline):
    source = read(written(tmp_path, SPEECH.replace("\n", newline).encode()))
    assert source.text == SPEECH
    assert [source.text[line.span.start : line.span.end] for line in source.lines] == SPEECH.split("\n")


def test_digest_is_of_the_bytes_as_they_lay_on_disk(tmp_path):
    data = SPEECH.replace("\n", "\r\n").encode("utf-8-sig")
    assert read(written(tmp_path, data)).sha256 == hashlib.sha256(data).hexdigest()


def test_control_characters_become_blanks_so_that_offsets_hold(tmp_path):
    text = "同志们：\n加强\x02学习，提高\x01认识，推动各项工作落实，坚持以人民为中心的发展思想。" * 3
    source = read(written(tmp_path, text.encode()))
    assert source.text == text.replace("\x02", " ").replace("\x01", " ")


def test_markdown_gives_levels_and_bold_and_leaves_the_text(tmp_path):
    text = "# 在会上的讲话\n## 一、加强学习\n正文**重点内容**继续。\n#不是标题\n"
    source = read(written(tmp_path, text.encode(), "讲话.md"))
    assert source.written == text
    assert [line.level for line in source.lines] == [1, 2, None, None, None]
    (bold,) = source.lines[2].strong
    assert text[bold.start : bold.end] == "重点内容"


def test_headings_make_markdown_whatever_the_suffix(tmp_path):
    assert read(written(tmp_path, "# 标题\n正文内容。\n".encode())).lines[0].level == 1


def test_masked_names_in_plain_text_are_not_bold(tmp_path):
    source = read(written(tmp_path, "推进法治**建设，落实**各项任务，**要努力。\n".encode()))
    assert not any(line.strong for line in source.lines)


def test_code_in_markdown_is_no_heading(tmp_path):
    source = read(written(tmp_path, "# 标题\n```\n# 注释\n```\n## 一、正文\n".encode(), "a.md"))
    assert [line.level for line in source.lines[:5]] == [1, None, None, None, 2]


@pytest.mark.parametrize(
    ("data", "says"),
    [
        (b"", "空的"),
        (b"\r\n \t\r\n", "空的"),
        ("\u3000\u3000\n".encode(), "没有文字"),
        (b"\xef\xbb\xbf", "没有文字"),
        (b"\x89PNG\r\n\x1a\n" + bytes(range(256)), "这是图片"),
        (b"\x1f\x8b\x08" + bytes(64), "压缩包"),
        (b"PK\x03\x04" + bytes(22) + b"\x05\0\0\0a.bin", "压缩包"),
        (b"PK\x03\x04" + bytes(200), "已损坏"),
        (bytes(range(256)) * 8, "不是讲话稿"),
        (b"\x7fELF\x02\x01\x01" + bytes(64), "不是讲话稿"),
        (b"%PDF-1.7\n", "PDF 打不开"),
    ],
)
def test_what_is_no_speech_is_told_in_one_line(tmp_path, data, says):
    path = written(tmp_path, data)
    with pytest.raises(SourceError) as caught:
        read(path)
    assert says in str(caught.value)
    assert str(path) in str(caught.value)
    assert "\n" not in str(caught.value)


@pytest.mark.parametrize("encoding", ["utf-8", "gb18030", "utf-16"])
def test_a_file_cut_inside_a_character_is_read_but_for_that(tmp_path, encoding):
    text = read(written(tmp_path, SPEECH.rstrip().encode(encoding)[:-1])).text
    assert text.rstrip("\ufffd") == SPEECH.rstrip()[:-1]
    assert 1 <= text.count("\ufffd") <= 2


def test_a_stray_byte_spoils_no_more_than_its_character(tmp_path):
    data = bytearray((SPEECH * 3).encode())
    data[10] = 0xFF
    text = read(written(tmp_path, bytes(data))).text
    assert text.endswith(SPEECH[5:] + SPEECH * 2)
    assert 1 <= text.count("\ufffd") <= 3


def test_bytes_of_no_encoding(tmp_path):
    with pytest.raises(SourceError, match="看不出文字编码"):
        read(written(tmp_path, bytes(range(128, 256)) * 20))


def test_missing_file_and_folder(tmp_path):
    with pytest.raises(SourceError, match="找不到文件"):
        read(tmp_path / "无.txt")
    with pytest.raises(SourceError, match="文件夹"):
        read(tmp_path)


def test_impossible_path(tmp_path):
    with pytest.raises(SourceError, match="打不开"):
        read(tmp_path / ("长" * 300))
