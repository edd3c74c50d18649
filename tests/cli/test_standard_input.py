"""A speech that comes by standard input."""

import json
import subprocess
import sys

import pytest

from waiting import HANGS

SPEECH = (
    "在全市工作会议上的讲话\n同志们：\n一、加强学习\n一是提高认识。推动工作。\n二、抓好落实\n抓好落实。\n"
)


def run(arguments, data, folder):
    command = [sys.executable, "-m", "reportgen", *arguments]
    return subprocess.run(command, input=data, capture_output=True, cwd=folder, timeout=HANGS, check=False)


@pytest.mark.parametrize("encoding", ["utf-8", "gb18030", "utf-16"])
def test_any_bytes(tmp_path, encoding):
    done = run(["outline", "-", "--json"], SPEECH.encode(encoding), tmp_path)
    assert done.returncode == 0
    assert json.loads(done.stdout)["source"] == "标准输入"
    assert run(["outline", "-", "--text"], SPEECH.encode(encoding), tmp_path).stdout.decode() == SPEECH


def test_a_web_page(tmp_path):
    page = f"<html><body>{''.join(f'<p>{line}</p>' for line in SPEECH.split())}</body></html>"
    assert run(["outline", "-", "--text"], page.encode("gbk"), tmp_path).stdout.decode() == SPEECH.rstrip()


@pytest.mark.parametrize(
    ("title", "stem"),
    [([], "标准输入"), (["--title", "某会议/讲话"], "某会议_讲话"), (["--title", "/"], "_")],
)
def test_names_of_what_is_made(tmp_path, title, stem):
    done = run(["build", "-", "--only", "xlsx", *title], SPEECH.encode(), tmp_path)
    assert done.returncode == 0
    assert done.stdout.decode().startswith("标准输入：")
    assert [one.name for one in (tmp_path / "output").glob("*.xlsx")] == [f"{stem}-落实清单.xlsx"]


@pytest.mark.parametrize(("data", "says"), [(b"", "文件是空的"), (b"\x89PNG" + bytes(99), "这是图片")])
def test_trouble_is_one_line(tmp_path, data, says):
    done = run(["outline", "-"], data, tmp_path)
    assert done.returncode == 1
    assert done.stderr.decode().startswith(f"错误：标准输入：{says}")
    assert done.stderr.count(b"\n") == 1


def test_standard_input_that_is_closed(tmp_path):
    command = f"{sys.executable} -m reportgen outline - <&-"
    done = subprocess.run(
        ["sh", "-c", command], capture_output=True, cwd=tmp_path, timeout=HANGS, check=False
    )
    assert done.returncode == 1
    assert "标准输入：读不到内容" in done.stderr.decode()
