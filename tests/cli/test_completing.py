"""What a shell offers behind the cursor: asked of the shells themselves, where they are installed."""

import os
import shutil
import stat
import subprocess
import sys

import pytest

from reportgen.analysis.proofreading import RULES
from reportgen.cli import main
from reportgen.options import Options
from reportgen.themes import shipped
from waiting import HANGS

SHELLS = ("bash", "zsh", "fish")
BASH = """
source ./script
COMP_WORDS=(reportgen {words})
COMP_CWORD=$(( ${{#COMP_WORDS[@]}} - 1 ))
_reportgen_completion reportgen
printf '%s\\n' "${{COMPREPLY[@]}}"
"""
ZSH = """
compdef() {{ : }}
compadd() {{ local name=${{@[-1]}}; print -l -- "${{(@P)name}}" }}
_describe() {{ local -a found; found=("${{(@P)2}}"); print -l -- "${{(@)found%%:*}}" }}
source ./script
words=(reportgen {words})
CURRENT=$#words
_reportgen
"""
FISH = """
source ./script
complete -C 'reportgen {words}' | string split -f1 \\t
"""


@pytest.fixture
def folder(tmp_path, monkeypatch):
    """A folder with speeches, outputs and folders, in which the program is called as users call it."""
    (tmp_path / "bin").mkdir()
    program = tmp_path / "bin" / "reportgen"
    program.write_text(f'#!/bin/sh\nexec "{sys.executable}" -m reportgen "$@"\n')
    program.chmod(program.stat().st_mode | stat.S_IXUSR)
    work = tmp_path / "稿"
    for name in ("甲.txt", "乙 二.docx", "表.xlsx", "图.png", "摘要.yaml", ".藏.txt"):
        (work / name).parent.mkdir(exist_ok=True)
        (work / name).write_text("x")
    (work / "模板").mkdir()
    shutil.copy(Options().theme.template("deck.pptx"), work / "模板")
    (work / "空").mkdir()
    monkeypatch.setenv("PATH", f"{tmp_path / 'bin'}{os.pathsep}{os.environ['PATH']}")
    monkeypatch.setenv("HOME", str(tmp_path))
    monkeypatch.chdir(work)
    return work


@pytest.fixture
def offered(folder, capsys):
    """A function that asks a shell what may stand behind some words."""

    def ask(shell, words):
        if not shutil.which(shell):
            pytest.skip(f"{shell} is not installed")
        assert main(["--show-completion", "--shell", shell]) == 0
        (folder / "script").write_text(capsys.readouterr().out)
        text = {"bash": BASH, "zsh": ZSH, "fish": FISH}[shell].format(words=words)
        done = subprocess.run([shell, "-c", text], capture_output=True, timeout=HANGS, check=False)
        assert not done.stderr
        return [line.removesuffix("/") for line in done.stdout.decode().splitlines() if line]

    return ask


CASES = [
    ("bu", {"build"}),
    ("build --only 要", {"要点"}),
    ("build --only 要点,d", {"要点,docx"}),
    ("check --rule typo --skip doubled", {rule.name for rule in RULES if rule.name.startswith("doubled")}),
    ("build --template 模", {"模板"}),
    ("build 甲.txt --templ", {"--template"}),
    ("build 甲", {"甲.txt"}),
    ("build 图", set()),
    ("verify 表", {"表.xlsx"}),
    ("verify 甲", set()),
    ("preview 表", {"表.xlsx"}),
    ("preview 甲", {"甲.txt"}),
    ("preview 甲.txt -o 图", {"图.png"}),
    ("preview 甲.txt --as", {"--as-is"}),
]


@pytest.mark.parametrize("shell", SHELLS)
@pytest.mark.parametrize(("words", "wanted"), CASES)
def test_a_word_that_is_begun(offered, shell, words, wanted):
    assert set(offered(shell, words)) == wanted


@pytest.mark.parametrize("shell", ["bash", "zsh"])
def test_a_word_not_begun(offered, shell):
    assert set(offered(shell, "build ''")) == {"甲.txt", "乙 二.docx", "摘要.yaml", "模板", "空"}
    assert set(offered(shell, "build --theme ''")) == {*(theme.name for theme in shipped()), "模板", "空"}
    kinds = ["docx", "pptx", "xlsx"]
    assert offered(shell, "build --only ''") == ["要点", "幻灯片", "落实清单", "一页纸", *kinds]


def test_bash_cuts_at_equals(offered):
    assert offered("bash", "build --only = 幻") == ["幻灯片"]
    assert offered("bash", "build --template = 模") == ["模板"]


def test_a_name_with_a_blank(offered):
    assert offered("bash", "build '\"乙 '") == ["乙 二.docx"]
    assert offered("fish", 'build "乙 ') == ["乙 二.docx"]


@pytest.mark.parametrize("shell", SHELLS)
def test_it_is_installed_once_and_nothing_is_lost(folder, capsys, shell):
    start = folder.parent / {"bash": ".bashrc", "zsh": ".zshrc", "fish": ".config/fish/config.fish"}[shell]
    start.parent.mkdir(parents=True, exist_ok=True)
    start.write_bytes("# 我的设置".encode("gbk"))
    for _ in range(2):
        assert main(["--install-completion", "--shell", shell]) == 0
        assert f"已为 {shell} 装好命令补全" in capsys.readouterr().out
    after = start.read_bytes()
    assert after.startswith("# 我的设置".encode("gbk"))
    assert after.count(b"\n") == (0 if shell == "fish" else 2)


def test_the_shell_is_told_or_that_of_the_login(capsys, monkeypatch):
    monkeypatch.setenv("SHELL", "/usr/bin/zsh")
    assert main(["--show-completion"]) == 0
    assert "#compdef" in capsys.readouterr().out
    assert main(["--show-completion", "--shell", "fish"]) == 0
    assert "complete --command" in capsys.readouterr().out
    monkeypatch.setenv("SHELL", "/bin/csh")
    assert main(["--show-completion"]) == 2
    assert capsys.readouterr().err == "错误：不认识“csh”这种命令行。请用 --shell 指明：bash、zsh、fish\n"
    monkeypatch.delenv("SHELL")
    assert main(["--install-completion"]) == 2
    assert "看不出用的是哪种命令行" in capsys.readouterr().err
