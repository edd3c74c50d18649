"""`batch` as people and programs call it: real speeches, real files, what is said and how it ends."""

import json
import os
import signal
import subprocess
import sys

import pytest
from test_json import fields, sections, with_holders

from reportgen.cli import main
from speech import SHORT, SPEECH
from waiting import HANGS


@pytest.fixture
def archive(tmp_path, monkeypatch):
    """A folder with speeches, one of them without a word."""
    monkeypatch.chdir(tmp_path)
    for name, text in (("甲.txt", SHORT), ("甲.md", f"# {SPEECH}"), ("下/乙.txt", SPEECH), ("空.txt", "")):
        path = tmp_path / "稿" / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(text, "utf-8")
    return tmp_path


@pytest.fixture
def say(archive, capsys):  # noqa: ARG001  its folder is the one we are in
    """A function that calls the program: status, what it answers, what it says besides."""

    def call(*arguments):
        status = main(list(map(str, arguments)))
        return status, *capsys.readouterr()

    return call


def test_an_archive(archive, say):
    status, out, err = say("batch", "稿", "-o", "成稿", "--only", "落实清单", "--workers", "2")
    assert status == 1
    assert "共 4 篇：做好 3 篇，1 篇未做成。" in out
    assert err == "错误：空.txt：文件是空的。请确认选对了文件，或重新保存后再试\n"
    made = sorted(str(path.relative_to(archive / "成稿")) for path in (archive / "成稿").glob("**/*.xlsx"))
    assert made == [
        "summary.xlsx",
        "下/乙/乙-落实清单.xlsx",
        "甲.txt/甲-落实清单.xlsx",
        "甲/甲-落实清单.xlsx",
    ]
    assert "加强学习" in (archive / "成稿" / "index.html").read_text("utf-8")
    status, out, err = say("batch", "稿", "-o", "成稿", "--only", "落实清单")
    assert (status, "3 篇早已做好、没有变化" in out) == (1, True)
    assert "要再做请加 --retry" in err
    (archive / "稿" / "空.txt").write_text(SHORT, "utf-8")
    assert say("batch", "稿", "-o", "成稿", "--only", "落实清单", "-q") == (0, "", "")


def test_the_same_files_as_build(archive, say):
    say("batch", "稿/下", "-o", "成稿")
    say("build", "稿/下/乙.txt", "-o", "单")
    for path in (archive / "单").iterdir():
        assert (archive / "成稿" / "乙" / path.name).read_bytes() == path.read_bytes(), path.name


def test_lines_are_as_described(say):
    status, out, _ = say("batch", "稿", "-o", "成稿", "--json", "--only", "要点,幻灯片,落实清单,一页纸")
    lines = [json.loads(line) for line in out.splitlines()]
    assert [line["status"] for line in lines] == [line["status"] for line in lines[:-1]] + [status]
    assert len(lines) == 5
    assert lines[-1]["summary"]["failed"] == 1
    assert {line["name"] for line in lines[:-1]} == {"甲.txt", "甲.md", "下/乙.txt", "空.txt"}
    documented = sections()
    build = {
        name.removeprefix("speeches[].")
        for name in documented["build"] | documented["build, check, verify"]
        if name.startswith("speeches[].")
    }
    known = with_holders(build | documented["batch"])
    found = {path for line in lines for path in fields(line)}
    assert {path for path in found if path not in known | {f"{name}[]" for name in known}} == set()
    assert documented["batch"] - with_holders(found) == set()


def test_a_call_that_fails_is_a_line_too(say):
    for arguments in (["稿", "--workers", "0"], ["稿", "--only", "没有"], ["没有/*"], []):
        status, out, err = say("batch", *arguments, "--json")
        assert json.loads(out) == {"error": err.removeprefix("错误：").rstrip(), "status": status}
        assert out.count("\n") == 1


@pytest.mark.parametrize(
    ("arguments", "status", "told"),
    [
        (["-"], 2, "batch 不读标准输入"),
        (["稿", "-o", "稿"], 2, "这里就是输出文件夹"),
        (["稿", "--workers", "0"], 2, "--workers 是 0"),
        (["稿", "--timeout", "0"], 2, "--timeout 是 0"),
        (["稿", "--memory", "5"], 2, "--memory 是 5"),
        (["稿", "--length", "长"], 2, "--length 不认识“长”"),
        (["@没有.txt"], 2, "找不到文件"),
        (["无此夹/*.txt"], 1, "没有符合的文件"),
        (["未知://x/y"], 1, ""),
        (["nope://x/y"], 2, ""),
        (["稿", "-o", "nope://桶/成稿"], 2, "不认识这种网址"),
        (["空夹"], 1, "没有找到讲话稿"),
        (["稿", "--title", "题"], 2, "没有 --title 这个选项"),
    ],
)
def test_what_cannot_be_done_is_one_line_and_leaves_nothing(archive, say, arguments, status, told):
    (archive / "空夹").mkdir()
    before = sorted(archive.rglob("*"))
    found = say("batch", *arguments)
    assert found[0] == status
    assert told in found[2]
    assert found[2].count("\n") == 1
    if told:
        assert sorted(archive.rglob("*")) == before


def test_a_template_that_cannot_be_used_is_told_once(archive, say):
    (archive / "我的").mkdir()
    (archive / "我的" / "deck.pptx").write_bytes(b"no deck")
    status, _, err = say("batch", "稿", "-o", "成稿", "--theme", "我的")
    assert (status, err.count("\n")) == (1, 1)
    assert "deck.pptx" in err


def test_a_store_without_its_library(say, monkeypatch):
    monkeypatch.setitem(sys.modules, "fsspec", None)
    status, _, err = say("batch", "s3://x/y")
    assert status == 2
    assert "pip install 'reportgen[cluster]'" in err


@pytest.mark.skipif(os.name == "nt", reason="there Ctrl-C goes another way")
@pytest.mark.parametrize("json_lines", [True, False])
def test_ctrl_c_says_how_far_it_came(archive, json_lines):
    for number in range(30):
        (archive / "稿" / f"{number}.txt").write_text(SPEECH, "utf-8")
    (archive / "稿" / "+.txt").write_text("", "utf-8")  # the first one, of which standard error tells
    command = [sys.executable, "-m", "reportgen", "batch", "稿", "-o", "成稿", "--workers", "1"]
    process = subprocess.Popen(
        [*command, *(["--json"] if json_lines else [])],
        stdout=subprocess.PIPE,
        stderr=subprocess.PIPE,
        text=True,
        start_new_session=True,
    )
    (process.stdout if json_lines else process.stderr).readline()
    os.killpg(process.pid, signal.SIGINT)
    out, err = process.communicate(timeout=HANGS)
    assert process.returncode == 130
    assert err.splitlines()[-1].startswith("已停止：35 篇中做好了 ")
    assert err.endswith("再运行同一条命令，就接着做\n")
    assert "Traceback" not in err
    if json_lines:
        told = json.loads(out.splitlines()[-1])
        assert told["summary"]["stopped"] is True
        assert told["summary"]["left"] > 0
    assert (archive / "成稿" / "summary.xlsx").exists()


@pytest.mark.skipif(os.name == "nt", reason="there Ctrl-C goes another way")
def test_ctrl_c_while_the_processes_start_is_as_quiet(archive):
    command = [sys.executable, "-m", "reportgen", "batch", "稿", "-o", "成稿"]
    process = subprocess.Popen(command, stderr=subprocess.PIPE, text=True, start_new_session=True)
    while not (archive / "成稿" / ".reportgen.batch.sqlite-wal").exists():
        assert process.poll() is None
    os.killpg(process.pid, signal.SIGINT)
    _, err = process.communicate(timeout=HANGS)
    assert process.returncode == 130
    assert "Traceback" not in err
