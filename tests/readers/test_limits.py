"""What is too large is told in one line before it is read; what only looks odd is read."""

import io
import os
import socket
import subprocess
import sys
import zipfile
import zlib

import pytest

from reportgen.errors import CheckError, SourceError
from reportgen.opening import LARGEST_FILE, bytes_of
from reportgen.readers import read
from reportgen.readers.files import parse_bytes
from reportgen.readers.limits import LARGEST_PART, MOST_CHARACTERS, MOST_PARAGRAPHS
from waiting import HANGS

W = "http://schemas.openxmlformats.org/wordprocessingml/2006/main"
LINE = "坚持问题导向，推动各项工作落到实处。"


def word(body):
    out = io.BytesIO()
    with zipfile.ZipFile(out, "w", zipfile.ZIP_DEFLATED) as file:
        file.writestr("[Content_Types].xml", "<Types/>")
        file.writestr("word/document.xml", f'<w:document xmlns:w="{W}"><w:body>{body}</w:body></w:document>')
    return out.getvalue()


def told(data):
    with pytest.raises(SourceError) as caught:
        parse_bytes(data, "讲话", "讲话")
    assert "\n" not in str(caught.value)
    return str(caught.value)


PARAGRAPH = f"<w:p><w:r><w:t>{LINE}</w:t></w:r></w:p>"


@pytest.mark.parametrize(
    ("data", "says"),
    [
        ((LINE * (MOST_CHARACTERS // len(LINE) + 1)).encode(), "字数太多，最多 100 万字"),
        (b"a" * (4 * MOST_CHARACTERS + 1), "字数太多"),
        ("好。\n".encode() * (MOST_PARAGRAPHS + 1), "段落太多，最多 5 万段"),
        (b"\n" * 200_001 + LINE.encode(), "行数太多，最多 20 万行"),
        (word(PARAGRAPH * (MOST_PARAGRAPHS + 1)), "段落太多"),
        (word(f"<w:p><w:r><w:t>{LINE * 60_000}</w:t></w:r></w:p>"), "字数太多"),
        (word(PARAGRAPH + "<w:p/>" * 300_000), "行数太多"),
        (word(PARAGRAPH + "<w:p><w:r>" + "<w:br/>" * 300_000 + "</w:r></w:p>"), "行数太多"),
        (word(PARAGRAPH + "<w:p/>" * 3_000_000), "解压后过大，最多 32 MB、80 万个标记"),
        (word(PARAGRAPH + " " * LARGEST_PART), "解压后过大"),
        (word("<w:p>" * 5000 + "</w:p>" * 5000), "已损坏"),
        (f"<html><body>{'<p>好。' * 500_000}</body></html>".encode(), "40 万个标记"),
        (f"<html><body>{f'<p>{LINE}</p>' * 60_000}</body></html>".encode(), "字数太多"),
        (b"{\\rtf1\\ansi " + b"\\par\\u20320 " * (MOST_PARAGRAPHS + 1) + b"}", "段落太多"),
        (f"<?xml version='1.0'?><w:wordDocument>{'<a/>' * 900_000}</w:wordDocument>".encode(), "解压后过大"),
    ],
)
def test_a_text_beyond_a_limit_is_told_with_the_limit(data, says):
    assert says in told(data)


@pytest.mark.parametrize(
    "data",
    [
        (f"{LINE * 10}\n" * 5000).encode(),
        f"{LINE}\n".encode() * (MOST_PARAGRAPHS - 1),
        word(PARAGRAPH * 40_000),
        f"<html><body>{f'<p>{LINE}</p>' * 40_000}</body></html>".encode(),
        f"<html><body><ol>{f'<li>{LINE}</li>' * 30_000}</ol></body></html>".encode(),
        f"<html><body>{'<div class=nav>' * 240}{f'<p>{LINE}</p>' * 40_000}</body></html>".encode(),
        (" " * 80_000 + f"<html><body><p>{LINE}{' ' * 80_000}{LINE}</p></body></html>").encode(),
        f"<html><body><p style='{'font:' * 90_000}'>{LINE}</p></body></html>".encode(),
        ("**" + "\n" * 150_000 + LINE).encode(),
    ],
)
def test_a_long_text_within_the_limits_is_read(data):
    assert LINE in parse_bytes(data, "讲话", "讲话").text


def test_a_pdf_that_unpacks_without_end():
    packed = zlib.compress(b" " * 300_000_000)
    head = b"%PDF-1.4\n1 0 obj\n<</Length 9/Filter/FlateDecode>>\nstream\n"
    assert "PDF 解压后过大，最多 200 MB" in told(head + packed + b"\nendstream\nendobj\n%%EOF")


def test_a_page_in_one_file_with_parts_without_end():
    head = b'MIME-Version: 1.0\nContent-Type: multipart/related; boundary="b"\n\n'
    assert "解压后过大" in told(head + b'--b\nContent-Type: multipart/related; boundary="b"\n\n' * 5000)


def test_entities_that_stand_for_entities_are_not_unfolded():
    layers = "".join(f'<!ENTITY a{at} "{f"&a{at - 1};" * 10}">' for at in range(1, 9))
    document = f'<!DOCTYPE x [<!ENTITY a0 "ha">{layers}]><w:document xmlns:w="{W}">&a8;</w:document>'
    out = io.BytesIO()
    with zipfile.ZipFile(out, "w") as file:
        file.writestr("[Content_Types].xml", "<Types/>")
        file.writestr("word/document.xml", document)
    assert "已损坏" in told(out.getvalue())


@pytest.mark.skipif(not hasattr(os, "mkfifo"), reason="no pipes with names here")
def test_a_pipe_or_device_is_refused_before_it_is_opened(tmp_path):
    os.mkfifo(tmp_path / "管道")
    listener = socket.socket(socket.AF_UNIX)
    listener.bind(str(tmp_path / "s"))
    for path in (tmp_path / "管道", tmp_path / "s", "/dev/zero", "/dev/null"):
        with pytest.raises(SourceError, match="这是管道或设备，不是文件"):
            read(path)
    listener.close()


def test_a_file_of_many_gigabytes_is_not_read(tmp_path):
    with (tmp_path / "大.txt").open("wb") as file:
        file.truncate(LARGEST_FILE + 1)
    with pytest.raises(SourceError, match="文件太大，最多 100 MB"):
        read(tmp_path / "大.txt")
    with pytest.raises(CheckError, match="文件太大"):
        bytes_of(tmp_path / "大.txt", CheckError)


@pytest.mark.skipif(os.name == "nt", reason="no such device here")
def test_standard_input_without_end_is_refused(tmp_path):
    with open("/dev/zero", "rb") as endless:  # noqa: PTH123
        command = [sys.executable, "-m", "reportgen", "outline", "-"]
        done = subprocess.run(
            command, stdin=endless, capture_output=True, cwd=tmp_path, timeout=HANGS, check=False
        )
    assert done.returncode == 1
    assert (
        done.stderr.decode()
        == "错误：标准输入：文件太大，最多 100 MB。请确认选对了文件；或去掉图片，另存后再试\n"
    )


@pytest.mark.skipif(os.name == "nt", reason="no such terminal here")
def test_a_terminal_as_standard_input_is_told_that_we_wait(tmp_path):
    import pty

    ours, theirs = pty.openpty()
    command = [sys.executable, "-m", "reportgen", "outline", "-"]
    process = subprocess.Popen(
        command, stdin=theirs, stdout=subprocess.PIPE, stderr=subprocess.PIPE, cwd=tmp_path
    )
    os.write(ours, "在会上的讲话\n同志们：\n一、抓落实\n".encode() + b"\x04")
    out, err = process.communicate(timeout=HANGS)
    os.close(ours)
    os.close(theirs)
    assert err.decode().startswith("正在等待输入讲话稿，输完另起一行按 Ctrl-D")
    assert process.returncode == 0
    assert "抓落实" in out.decode()
