"""What the screen says when the command is called wrongly: one Chinese line, exit 2, no traceback."""

import os
import re
import subprocess
import sys

import pytest

from reportgen import __version__
from reportgen.cli import commands, main

ENGLISH = re.compile(
    r"\b(usage|error|option|argument|command|missing|such|show|message|exit|default|required|try)\b",
    re.IGNORECASE,
)

OPTIONS = ("-o", "--only", "--fill", "--title", "--speaker", "--unit", "--date", "--template", "--json", "-q")


@pytest.mark.parametrize(
    ("arguments", "says"),
    [
        ("", "没有给出命令"),
        ("做", "没有 做 这个命令，可用的有 build、outline、brief、check、verify"),
        ("biuld a.txt", "没有 biuld 这个命令，是不是 build，可用的有"),
        ("build a.txt --onyl x", "没有 --onyl 这个选项，是不是 --only。"),
        ("build", "没有给出讲话稿"),
        ("outline", "没有给出讲话稿"),
        ("check", "没有给出讲话稿"),
        ("check a.txt --docx", "--docx 的用法不对"),
        ("build a.txt --没有", "没有 --没有 这个选项"),
        ("build a.txt --titel x", "是不是 --title"),
        ("build a.txt --only", "--only 的用法不对"),
        ("build a.txt -o", "-o 的用法不对"),
        ("build a.txt --json=1", "--json 的用法不对"),
        ("outline a.txt b.txt", "多了参数 b.txt"),
        ("build a.txt --only 海报", "--only 不认识“海报”。可写 要点、docx、幻灯片、pptx、落实清单、xlsx"),
        ("build a.txt --fill 某县", "--fill 的写法不对"),
    ],
)
def test_wrong_calls(capsys, arguments, says):
    assert main(arguments.split()) == 2
    out, err = capsys.readouterr()
    assert not out
    assert err.startswith("错误：")
    assert err.count("\n") == 1
    assert says in err
    assert not ENGLISH.search(re.sub(r"--?[a-z]+|reportgen \S+", "", err))


@pytest.mark.parametrize(
    "arguments",
    [["--help"], *([name, "--help"] for name in ("build", "outline", "brief", "check", "verify"))],
)
def test_help_is_chinese(capsys, arguments):
    assert main(arguments) == 0
    out, _ = capsys.readouterr()
    assert out.startswith("用法：reportgen")
    assert "显示这个说明" in out
    assert not ENGLISH.search(re.sub(r"--[a-z]+", "", out))


def test_every_option_is_explained(capsys):
    main(["build", "--help"])
    out, _ = capsys.readouterr()
    for option in [
        "-o",
        "--only",
        "--fill",
        "--title",
        "--speaker",
        "--unit",
        "--date",
        "--template",
        "--json",
        "-q",
        "-v",
    ]:
        (line,) = [line for line in out.splitlines() if re.match(rf"  (-., )?{option}\b", line)]
        assert re.search(r"   +\S*[\u4e00-\u9fff]", line)


def test_version(capsys):
    assert main(["--version"]) == 0
    assert capsys.readouterr().out == f"reportgen {__version__}\n"


@pytest.mark.parametrize(
    ("raised", "says"),
    [
        (RuntimeError("secret\nlines"), "程序内部出错（RuntimeError）"),
        (RecursionError(), "程序内部出错（RecursionError）"),
        (OSError(28, "No space left on device", "/x"), "系统错误 28"),
        (MemoryError(), "程序内部出错"),
    ],
)
def test_what_nobody_foresaw_is_one_line(capsys, monkeypatch, tmp_path, raised, says):
    def fail(*_):
        raise raised

    monkeypatch.setattr("reportgen.pipeline.outline", fail)
    assert main(["outline", str(tmp_path)]) == 1
    _, err = capsys.readouterr()
    assert says in err
    assert err.strip().count("\n") == 0


def test_ctrl_c_has_the_exit_status_of_shells(capsys, monkeypatch, tmp_path):
    def fail(*_):
        raise KeyboardInterrupt

    monkeypatch.setattr("reportgen.pipeline.outline", fail)
    assert main(["outline", str(tmp_path)]) == 130
    assert capsys.readouterr().err == "错误：已取消，没有写出未完成的文件\n"


def test_a_maintainer_may_see_the_traceback(monkeypatch, tmp_path):
    monkeypatch.setenv("REPORTGEN_DEBUG", "1")
    monkeypatch.setattr("reportgen.pipeline.outline", lambda *_: 1 / 0)
    with pytest.raises(ZeroDivisionError):
        main(["outline", str(tmp_path)])


def run(*arguments, **environment):
    return subprocess.run(
        [sys.executable, "-m", "reportgen", *arguments],
        capture_output=True,
        env={**os.environ, **environment},
        timeout=60,
        check=False,
    )


def test_a_reader_that_goes_away_is_no_trouble(tmp_path):
    speech = tmp_path / "讲话.txt"
    speech.write_text("一、加强学习\n" * 40_000, "utf-8")
    command = f"{sys.executable} -m reportgen outline --text {speech} | head -c 10"
    done = subprocess.run(["sh", "-c", command], capture_output=True, timeout=60, check=False)
    assert not done.stderr


def test_a_plain_locale_prints_chinese_all_the_same():
    done = run("--help", LC_ALL="C", PYTHONUTF8="0", PYTHONCOERCECLOCALE="0")
    assert "用法" in done.stdout.decode()


def test_commands_are_those_of_the_readme():
    assert [one.callback.__name__ for one in commands.app.registered_commands] == [
        "build",
        "outline",
        "brief",
        "check",
        "verify",
    ]
