"""What a program calls: the commands as functions, as docs/api.md describes them."""

import dataclasses
import inspect
import json
import re
import subprocess
import sys
from pathlib import Path

import docx
import pytest
import typer

import reportgen
from reportgen import build as public_build
from reportgen import errors
from reportgen.cli import main
from reportgen.cli.commands import app
from waiting import HANGS

ROOT = Path(__file__).parents[2]
DOCS = (ROOT / "docs" / "api.md").read_text("utf-8")
SPEECH = """在全市工作会议上的讲话

同志们：
**县和**镇要抓好落实。
一、加强学习，提高认识
坚持把学习放在首位。一是加强组织领导。建立工作机制，落实工作责任。二是加强督促检查。完善考核办法，，推动工作落实。
二、优化服务，改进作风
全面优化服务。一是简化办事流程。减少办事环节，压缩办理时间。二是提高办事效率。推行一窗受理，让群众少跑腿。
谢谢大家。
"""
OF_THE_SCREEN = {"json", "flat", "quiet", "verbose", "list_rules", "text", "why", "help"}
"""Options that say how to report, which a program does not ask for."""
SCRIPT = """
from __future__ import annotations

import pathlib
from typing import Any

import reportgen

built: reportgen.Built = reportgen.build(
    pathlib.Path("讲话.txt"), output="出", only=("要点", "幻灯片"), fill={"**": "甲"}, anyway=True
)
paths: tuple[pathlib.Path, ...] = built.paths
count: int = built.outputs[0].counts["headings"] + built.proof.sourced + len(built.reading.kind)
codes: list[str] = [one.code for one in built.diagnostics if one.severity is reportgen.Severity.WARNING]
document: reportgen.Document = reportgen.parse("讲话.txt", fill=["**=某县"])
said: reportgen.Brief = reportgen.brief("讲话.txt")
text: str = reportgen.to_text(said) + document.title_text
data: dict[str, Any] = reportgen.to_json(built)
checked: reportgen.Checked = reportgen.check("讲话.txt", rule="typo", docx="批注.docx")
lines: list[int] = [checked.place(finding).line for finding in checked.findings]
found: reportgen.Verification = reportgen.verify(["出"], source="讲话.txt", date="2024年")
try:
    reportgen.build("无.txt")
except reportgen.SourceError as error:
    status: int = error.exit_code
version: str = reportgen.__version__
"""
WRONG = """
import reportgen

reportgen.build("讲话.txt", "output")
reportgen.build("讲话.txt", only=1)
reportgen.verify("讲话.docx")
reportgen.build("讲话.txt").nothing
"""


@pytest.fixture
def speech(tmp_path, monkeypatch):
    monkeypatch.chdir(tmp_path)
    path = tmp_path / "讲话.txt"
    path.write_text(SPEECH, "utf-8")
    return path


def test_files_counts_and_what_was_noticed(speech, tmp_path, capfd):
    built = reportgen.build(speech, output=tmp_path / "出", title="新题", speaker="张三", date="2024年5月")
    assert [path.name for path in built.paths] == ["讲话-要点.docx", "讲话-幻灯片.pptx", "讲话-落实清单.xlsx"]
    assert all(path.is_file() for path in built.paths)
    assert [sorted(one.counts) for one in built.outputs] == [["headings", "terms"], ["slides"], ["rows"]]
    assert {one.code for one in built.diagnostics} == {"unfilled-mask", "abridged"}
    assert built.notices[0].place.line == 4
    assert (built.title, built.reading.kind, built.reading.encoding) == ("新题", "文本", "UTF-8")
    assert (built.proof.files, built.proof.unsourced, built.proof.lost, built.proof.overflows) == (3, 0, 0, 0)
    assert capfd.readouterr() == ("", "")


@pytest.mark.parametrize(
    "only",
    ["docx", "要点", ("要点",), ["docx", "要点"], ["要点"], iter(["DOCX"])],
)
def test_some_files_only(speech, only):
    assert [one.role for one in reportgen.build(speech, only=only).outputs] == ["要点"]


@pytest.mark.parametrize(
    "fill", [{"**": "某乡", "**#1": "某县"}, ["**=某乡", "**#1=某县"], ("**#1=某县", "**#2=某乡")]
)
def test_masks_are_filled(speech, fill):
    assert "某县县和某乡镇" in reportgen.parse(speech, fill=fill).source.text
    assert reportgen.brief(str(speech), fill=fill).document.source.text.count("*") == 0
    built = reportgen.build(speech, only="docx", fill=fill)
    assert built.diagnostics == ()
    text = "\n".join(paragraph.text for paragraph in docx.Document(str(built.paths[0])).paragraphs)
    assert "某县县和某乡镇" in text


def test_outline_and_brief(speech, capfd):
    document = reportgen.parse(speech)
    assert document.title_text == "在全市工作会议上的讲话"
    assert [node.marker.text for node in document.nodes] == ["一、", "二、"]
    assert reportgen.to_text(document).startswith("标题 在全市工作会议上的讲话\n")
    said = reportgen.brief(speech)
    edited = Path("摘要.yaml")
    edited.write_text(reportgen.to_text(said).replace("文字: 完善考核办法", "文字: 另行考核"), "utf-8")
    assert reportgen.build(edited, only="xlsx").proof.editorial > 0
    assert capfd.readouterr() == ("", "")


def test_check(speech, tmp_path, capfd):
    checked = reportgen.check(speech, rule=["doubled-mark"])
    (finding,) = checked.findings
    assert (finding.message, checked.place(finding).line) == ("标点重叠“，，”", 6)
    assert checked.counts[reportgen.Severity.ERROR] == 1
    assert checked.written is None
    assert not reportgen.check(speech, rule="doubled-mark,typo", skip="doubled-mark").findings
    written = reportgen.check(speech, docx=tmp_path / "批").written
    assert written.path == tmp_path / "批" / "讲话-校对.docx"
    assert len(list(docx.Document(str(written.path)).comments)) >= 1
    assert capfd.readouterr() == ("", "")


def test_verify(speech, tmp_path, capfd):
    reportgen.build(speech, output="出")
    assert reportgen.verify("出", source=speech).status == 0
    assert reportgen.verify("出", source=speech, fill={"**": "某县"}).status == 1
    speech.write_text(SPEECH.replace("减少办事环节", "减少一切环节"), "utf-8")
    found = reportgen.verify([tmp_path / "出", "无.docx"], source=speech)
    assert [file.differs for file in found.files] == [True, True, True, False]
    assert isinstance(found.files[-1].error, reportgen.CheckError)
    assert capfd.readouterr() == ("", "")


def test_a_folder(speech):
    assert reportgen.find_speeches(speech.parent) == reportgen.find_speeches([speech]) == (speech,)


@pytest.mark.parametrize(
    ("call", "error", "says"),
    [
        (lambda: reportgen.build("无.txt"), reportgen.SourceError, "无.txt：找不到文件"),
        (lambda: reportgen.build(""), reportgen.UsageError, "讲话稿是空的"),
        (lambda: reportgen.build("讲话.txt", output=""), reportgen.UsageError, "--output 是空的"),
        (lambda: reportgen.build("讲话.txt", only="海报"), reportgen.UsageError, "不认识“海报”"),
        (lambda: reportgen.build("讲话.txt", only=""), reportgen.UsageError, "--only 是空的"),
        (lambda: reportgen.build("讲话.txt", fill={"××": "某"}), reportgen.UsageError, "没有掩去的“××”"),
        (lambda: reportgen.build("讲话.txt", fill="某县"), reportgen.UsageError, "--fill 的写法不对"),
        (lambda: reportgen.build("讲话.txt", template="无"), reportgen.TemplateError, "模板"),
        (lambda: reportgen.build("坏.yaml"), reportgen.BriefError, "坏.yaml"),
        (lambda: reportgen.build("讲话.txt", output="讲话.txt"), reportgen.OutputError, "讲话.txt"),
        (lambda: reportgen.check("讲话.txt", rule="没有"), reportgen.UsageError, "不认识“没有”"),
        (lambda: reportgen.check("讲话.txt", docx="讲话.txt/a.docx"), reportgen.OutputError, "讲话.txt"),
        (lambda: reportgen.verify("无", source=""), reportgen.UsageError, "--source 是空的"),
        (lambda: reportgen.parse("."), reportgen.SourceError, "这是文件夹"),
        (lambda: reportgen.find_speeches("空"), reportgen.SourceError, "没有讲话稿"),
    ],
)
def test_errors_are_those_of_the_screen(speech, call, error, says):
    Path("坏.yaml").write_text("a: [", "utf-8")
    Path("空").mkdir()
    with pytest.raises(error, match=re.escape(says)) as caught:
        call()
    assert isinstance(caught.value, reportgen.ReportgenError)
    assert "\n" not in str(caught.value)
    assert caught.value.exit_code in {1, 2}
    assert speech.read_text("utf-8") == SPEECH


def test_a_file_in_place_of_the_folder_is_told_before_the_work(speech, monkeypatch):
    monkeypatch.setattr("reportgen.briefing.read", lambda *_: pytest.fail("worked first"))
    with pytest.raises(reportgen.OutputError, match="这里应是文件夹"):
        reportgen.build(speech, output=speech)


def test_the_errors_of_the_tree_are_all_there():
    tree = {
        name
        for name, one in vars(errors).items()
        if inspect.isclass(one) and issubclass(one, errors.ReportgenError)
    }
    assert tree <= set(reportgen.__all__)


@pytest.mark.parametrize("command", ["build", "check", "verify", "outline", "brief"])
def test_plain_data_is_that_of_the_command(speech, capsys, command):
    built = reportgen.build(speech)
    results = {
        "build": lambda: reportgen.build(speech),
        "check": lambda: reportgen.check(speech),
        "verify": lambda: reportgen.verify(built.paths, source=speech),
        "outline": lambda: reportgen.parse(speech),
        "brief": lambda: reportgen.brief(speech),
    }
    data = reportgen.to_json(results[command]())
    given = [*map(str, built.paths), "--source"] if command == "verify" else []
    main([command, *given, str(speech), "--json"])
    printed = json.loads(capsys.readouterr().out)
    assert json.loads(json.dumps(data)) == (printed["speeches"][0] if "speeches" in printed else printed)


def test_no_result_has_no_data():
    with pytest.raises(TypeError):
        reportgen.to_json("讲话.txt")
    with pytest.raises(TypeError):
        reportgen.to_text("讲话.txt")


# The package of the outline has that name already.
COMMANDS = {name: name for name in ("build", "preview", "check", "verify", "brief")} | {"parse": "outline"}


@pytest.mark.parametrize("name", COMMANDS)
def test_options_are_those_of_the_command(name):
    command = typer.main.get_command(app).commands[COMMANDS[name]]
    of_command = {one.name for one in command.params if one.param_type_name == "option"} - OF_THE_SCREEN
    if name == "brief":
        of_command -= {"output"}  # the caller writes the text where he likes
    parameters = inspect.signature(getattr(reportgen, name)).parameters.values()
    options = {one.name for one in parameters if one.kind is one.KEYWORD_ONLY}
    assert of_command <= options
    assert options - of_command <= {"fill", "template"}  # another name for the theme
    row = re.search(rf"\| `{name}\(.*", DOCS)[0]
    assert set(re.findall(r"`(\w+)(?:=[^`]*)?`[,( ]", row.split("|")[2])) == options


def test_every_name_is_described():
    for name in reportgen.__all__:
        assert re.search(rf"`(reportgen\.)?{name}\b", DOCS), name
        assert getattr(reportgen, name)
    assert set(dir(reportgen)) == set(reportgen.__all__)


@pytest.mark.parametrize(
    "name", [name for name in reportgen.__all__ if dataclasses.is_dataclass(getattr(reportgen, name))]
)
def test_every_attribute_that_is_described_is_there(name):
    row = re.search(rf"\| `{name}` \|(.*)\|", DOCS)[1]
    told = re.findall(r"`(\w+)(?:\(\w*\))?`", re.sub(r"\([^)]*`[^)]*\)", "", row))
    assert told
    assert set(told) <= set(dir(getattr(reportgen, name)))


@pytest.mark.usefixtures("speech")
def test_code_of_the_description_runs(capsys):
    names = {}
    for block in re.findall(r"```python\n(.*?)```", DOCS, re.DOTALL):
        exec(block, names)  # noqa: S102  our own text
    assert "讲话-要点.docx" in capsys.readouterr().out
    assert Path("摘要.yaml").exists()


@pytest.mark.usefixtures("speech")
def test_the_example_runs(tmp_path):
    (tmp_path / "空.txt").write_text("")
    script = ROOT / "examples" / "build_folder.py"
    done = subprocess.run(
        [sys.executable, script, tmp_path, tmp_path / "出"], capture_output=True, timeout=HANGS, check=False
    )
    assert done.returncode == 1
    assert "空.txt：文件是空的" in done.stderr.decode()
    assert done.stdout.decode().startswith("在全市工作会议上的讲话\t讲话-要点.docx、讲话-落实清单.xlsx\t")
    assert len(list((tmp_path / "出").glob("讲话-*"))) == 2


def test_importing_loads_nothing(tmp_path):
    probe = (
        "import sys; before = set(sys.modules); import reportgen; reportgen.__version__;"
        "print(sorted(name for name in set(sys.modules) - before if name.startswith('reportgen')));"
        "reportgen.ReportgenError; print([one in sys.modules for one in ('jieba', 'docx', 'typer', 'yaml')])"
    )
    done = subprocess.run(
        [sys.executable, "-c", probe], capture_output=True, cwd=tmp_path, timeout=HANGS, check=True
    )
    assert done.stdout.decode().splitlines() == ["['reportgen']", str([False] * 4)]


def test_names_stay_what_they_are_whatever_was_loaded(speech):
    reportgen.build(speech, only="xlsx")
    assert inspect.isfunction(reportgen.parse)
    with pytest.raises(AttributeError, match="nothing"):
        reportgen.nothing  # noqa: B018
    assert public_build is reportgen.build


def mypy(tmp_path, script):
    path = tmp_path / "script.py"
    path.write_text(script, "utf-8")
    command = [sys.executable, "-m", "mypy", "--strict", "--config-file", "pyproject.toml", str(path)]
    return subprocess.run(command, capture_output=True, cwd=ROOT, timeout=HANGS, check=False)


def test_a_program_is_checked_by_its_types(tmp_path):
    pytest.importorskip("mypy")
    done = mypy(tmp_path, SCRIPT)
    assert (done.returncode, done.stderr) == (0, b""), done.stdout.decode()
    done = mypy(tmp_path, WRONG)
    assert len(re.findall(r": error:", done.stdout.decode())) == 4
