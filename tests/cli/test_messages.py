"""What the screen says when the command is called wrongly: one Chinese line, exit 2, no traceback."""

import os
import re
import subprocess
import sys

import pytest

from reportgen import __version__
from reportgen.analysis.proofreading import RULES
from reportgen.cli import commands, main
from waiting import HANGS

ENGLISH = re.compile(
    r"\b(usage|error|option|argument|command|missing|such|show|message|exit|default|required|try)\b",
    re.IGNORECASE,
)

OPTIONS = ("-o", "--only", "--fill", "--title", "--speaker", "--unit", "--date", "--template", "--json", "-q")


@pytest.mark.parametrize(
    ("arguments", "says"),
    [
        ("", "没有给出命令"),
        ("做", "没有 做 这个命令，可用的有 build、batch、preview、outline、brief、check、verify"),
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
        ("help", "没有 help 这个命令，是不是 --help。"),
        ("--only docx build a.txt", "--only 要写在命令后面，如 reportgen build … --only。"),
        ("——help", "“——help”前面是中文的横线，选项要写半角的横线：--help。"),
        ("build ——help", "“——help”前面是中文的横线。选项要写半角的横线：--help"),
        ("build a.txt －o 出", "“－o”前面是中文的横线。选项要写半角的横线：-o"),
        ("build a.txt –only=docx", "选项要写半角的横线：--only=docx"),
        ("build a.txt -−json", "里有中文的横线，要写半角的横线"),
        ("build a.txt --title —date", "选项要写半角的横线：--date"),
        ("build a.txt --title --date 2024年", "--title 没有写值，后面就是 --date。"),
        ("build a.txt -o --anyway", "--output 没有写值，后面就是 --anyway。"),
        (
            "build a.txt --only docx pptx",
            "若是要生成的种类，几种之间用逗号：--only pptx,…",
        ),
        ("check a.txt --rule 没有", "--rule 不认识“没有”"),
        ("check a.txt --rule ,", "--rule 是空的"),
        ("build a.txt --only ,，", "--only 是空的"),
        ("verify a.docx", "没有给出 --source"),
        ("build a.txt -o=出", "--output 后面多了等号。请写 出，中间空一格"),
        ("build a.txt --version", "--version 要写在命令前面，如 reportgen --version。"),
        ("BUILD a.txt", "没有 BUILD 这个命令，是不是 build"),
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


NAMED = {
    "batch": ("讲话稿", "--output", "--theme", "--only", "--fill"),
    "build": ("讲话稿", "--output", "--theme", "--only", "--fill"),
    "preview": ("讲话稿|文件", "--output", "--theme", "--only", "--fill"),
    "outline": ("讲话稿",),
    "brief": ("讲话稿", "--output"),
    "check": ("讲话稿", "--docx", "--rule", "--skip"),
    "verify": ("文件", "--source", "--theme", "--fill"),
}


@pytest.fixture
def a_speech(tmp_path, monkeypatch):
    monkeypatch.chdir(tmp_path)
    path = tmp_path / "稿.txt"
    path.write_text("在会上的讲话\n同志们：\n一、加强学习\n抓好落实。\n", "utf-8")
    return path


@pytest.mark.parametrize("empty", ["", " ", "\u3000"])
@pytest.mark.parametrize(("command", "name"), [(one, name) for one, names in NAMED.items() for name in names])
def test_an_empty_name_is_called_wrongly(capsys, a_speech, command, name, empty):
    source = ["--source", "稿.txt"] if command == "verify" and name != "--source" else []
    given = [name, empty, "稿.txt"] if name.startswith("--") else [empty]
    assert main([command, *given, *source]) == 2
    out, err = capsys.readouterr()
    assert (out, err.count("\n")) == ("", 1)
    assert err.startswith(f"错误：{name}")
    assert "是空的" in err
    assert [path.name for path in a_speech.parent.iterdir()] == ["稿.txt"]


def test_a_file_whose_name_begins_with_a_dash_is_read(capsys, tmp_path, monkeypatch):
    monkeypatch.chdir(tmp_path)
    (tmp_path / "——提纲.txt").write_text("一、加强学习\n抓好落实。\n", "utf-8")
    assert main(["outline", "——提纲.txt"]) == 0
    assert "加强学习" in capsys.readouterr().out


def test_a_title_may_begin_with_a_dash(a_speech, capsys):
    arguments = ["build", str(a_speech), "--only", "xlsx", "--title"]
    assert main([*arguments, "——在推进会上的讲话"]) == 0
    assert "：——在推进会上的讲话\n" in capsys.readouterr().out


def test_a_file_in_place_of_a_command(capsys, tmp_path):
    path = tmp_path / "稿.txt"
    path.write_text("x")
    assert main([str(path)]) == 2
    assert f"没有给出命令，是不是 reportgen build {path}。" in capsys.readouterr().err
    assert main([""]) == 2
    assert "命令是空的" in capsys.readouterr().err


def test_no_rule_is_left(capsys):
    assert main(["check", "a.txt", "--skip", ",".join(rule.name for rule in RULES)]) == 2
    assert "没有可查的了" in capsys.readouterr().err


def test_an_empty_fact_is_as_if_not_given(a_speech, capsys):
    assert main(["build", str(a_speech), "--only", "xlsx", "--title", "", "--date", ""]) == 0
    assert "在会上的讲话" in capsys.readouterr().out


@pytest.mark.parametrize("columns", [20, 40, 80, 200])
@pytest.mark.parametrize("command", [[], ["build"], ["preview"], ["verify"]])
def test_help_fits_the_screen(capsys, monkeypatch, columns, command):
    monkeypatch.setenv("COLUMNS", str(columns))
    assert main([*command, "-h"]) == 0
    lines = capsys.readouterr().out.splitlines()
    wide = [line for line in lines if sum(1 if char.isascii() else 2 for char in line) > max(columns, 40)]
    assert wide == []
    assert len(lines) < (100 if columns < 80 else 37)


@pytest.mark.parametrize("name", [None, *NAMED])
def test_short_help_is_help(capsys, name):
    said = []
    for option in ("-h", "--help"):
        assert main([*filter(None, [name]), option]) == 0
        said.append(capsys.readouterr().out)
    assert said[0] == said[1]
    assert "-h, --help" in said[0]


@pytest.mark.parametrize("setting", [{"NO_COLOR": "1"}, {"TERM": "dumb"}, {"FORCE_COLOR": "1"}, {"TERM": ""}])
def test_a_plain_screen_gets_plain_words(a_speech, setting):
    for arguments in (["-h"], ["build", str(a_speech), "--only", "xlsx"], ["build", "无.txt"]):
        done = run(*arguments, **setting)
        assert b"\x1b" not in done.stdout + done.stderr


@pytest.mark.parametrize(
    "arguments",
    [["--help"], *([name, "--help"] for name in ("build", "preview", "outline", "brief", "check", "verify"))],
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
        "--theme",
        "--json",
        "-q",
        "-v",
    ]:
        (line,) = [line for line in out.splitlines() if re.match(rf"  (-., )?{option}(?=[ ,])", line)]
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

    monkeypatch.setattr("reportgen.briefing.outline", fail)
    assert main(["outline", str(tmp_path)]) == 1
    _, err = capsys.readouterr()
    assert says in err
    assert err.strip().count("\n") == 0


def test_ctrl_c_has_the_exit_status_of_shells(capsys, monkeypatch, tmp_path):
    def fail(*_):
        raise KeyboardInterrupt

    monkeypatch.setattr("reportgen.briefing.outline", fail)
    assert main(["outline", str(tmp_path)]) == 130
    assert capsys.readouterr().err == "错误：已取消，没有写出未完成的文件\n"


def test_a_maintainer_may_see_the_traceback(monkeypatch, tmp_path):
    monkeypatch.setenv("REPORTGEN_DEBUG", "1")
    monkeypatch.setattr("reportgen.briefing.outline", lambda *_: 1 / 0)
    with pytest.raises(ZeroDivisionError):
        main(["outline", str(tmp_path)])


def run(*arguments, **environment):
    return subprocess.run(
        [sys.executable, "-m", "reportgen", *arguments],
        capture_output=True,
        env={**os.environ, **environment},
        timeout=HANGS,
        check=False,
    )


def test_a_reader_that_goes_away_is_no_trouble(tmp_path):
    speech = tmp_path / "讲话.txt"
    speech.write_text("一、加强学习\n" * 40_000, "utf-8")
    command = f"{sys.executable} -m reportgen outline --text {speech} | head -c 10"
    done = subprocess.run(["sh", "-c", command], capture_output=True, timeout=HANGS, check=False)
    assert not done.stderr


def test_a_plain_locale_prints_chinese_all_the_same():
    done = run("--help", LC_ALL="C", PYTHONUTF8="0", PYTHONCOERCECLOCALE="0")
    assert "用法" in done.stdout.decode()


def test_commands_are_those_of_the_readme():
    assert [one.callback.__name__ for one in commands.app.registered_commands] == [
        "build",
        "batch",
        "preview",
        "outline",
        "brief",
        "check",
        "verify",
        "serve",
    ]
