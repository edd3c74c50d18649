"""What the READMEs tell people to type works, and every option stands in them."""

import re
import shlex
from pathlib import Path

import pytest
import typer

from reportgen.cli import main
from reportgen.cli.commands import app

ROOT = Path(__file__).parents[2]
READMES = ("README.md", "README.zh.md")
SPEECH = "在全市工作会议上的讲话\n同志们：\n一、加强学习\n一是提高认识。推动工作。\n二、抓好落实\n抓落实。\n"
LINES = [
    (name, line.strip())
    for name in READMES
    for line in (ROOT / name).read_text("utf-8").splitlines()
    if line.startswith("    reportgen ") and not re.search(r"SPEECH|OUT|讲话稿|…|\[", line)
]


@pytest.mark.parametrize(("name", "line"), LINES)
def test_what_is_told_to_be_typed_works(tmp_path, monkeypatch, request, name, line):
    capsys = request.getfixturevalue("capsys")
    if "preview" in line or "--pdf" in line:
        request.getfixturevalue("printer")()
    monkeypatch.chdir(tmp_path)
    monkeypatch.setenv("HOME", str(tmp_path))
    monkeypatch.setenv("SHELL", "/bin/bash")
    for stem in ("讲话", "speech"):
        (tmp_path / f"{stem}.txt").write_text(SPEECH, "utf-8")
    main(["build", "讲话.txt"])
    if "build" in line and "--theme" in line:
        main(["template", "new", "我的模板"])
    words = shlex.split(re.split(r"\s{3,}", line)[0])[1:]
    arguments = [
        str(path) for word in words for path in (sorted(tmp_path.glob(word)) if "*" in word else [word])
    ]
    assert main(arguments) == 0, (name, capsys.readouterr().err)


def test_there_is_something_to_type():
    assert {name for name, _ in LINES} == set(READMES)
    assert len(LINES) >= 5


@pytest.mark.parametrize("readme", READMES)
def test_every_option_stands_in_the_readme(readme):
    text = (ROOT / readme).read_text("utf-8")
    group = typer.main.get_command(app)
    options = {
        max(parameter.opts, key=len)
        for command in (group, *group.commands.values())
        for parameter in command.params
        if parameter.param_type_name == "option"
    }
    short = {"--output": "-o", "--quiet": "-q", "--verbose": "-v"}
    missing = {one for one in options if short.get(one, one) not in text} - {"--version"}
    assert missing == set()
