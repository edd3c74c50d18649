"""What `-v` says more: what was read, what each stage took and came to, what was left out of a folder."""

import itertools
import json
import re

import pytest

from reportgen.cli import main
from reportgen.cli.pacing import Pace
from speech import SPEECH
from wordscript import word


@pytest.fixture
def speech(tmp_path, monkeypatch):
    monkeypatch.chdir(tmp_path)
    (tmp_path / "稿").mkdir()
    path = tmp_path / "稿" / "讲话.txt"
    path.write_text(SPEECH, "utf-8")
    return path


def told(capsys, *arguments):
    main([*map(str, ("build", *arguments))])
    return capsys.readouterr().err.splitlines()


@pytest.mark.parametrize(
    ("encoding", "name"),
    [("utf-8", "UTF-8"), ("gb18030", "GB 18030"), ("big5hkscs", "Big5"), ("utf-16", "UTF-16")],
)
def test_what_was_read(speech, capsys, encoding, name):
    text = (
        SPEECH if encoding != "big5hkscs" else "在會上的講話\n同志們：\n一、加強學習\n抓好落實，提高認識。\n"
    )
    speech.write_bytes(text.encode(encoding))
    (line,) = [line for line in told(capsys, speech, "-v") if "读稿" in line]
    count = len("".join(text.split()))
    assert re.search(rf"\d\.\d\d 秒  文本，{name}，{count} 字，\d 段，\d 个标题，\d+ 条举措$", line)


def test_another_kind_of_file(tmp_path, capsys, speech):
    path = tmp_path / "讲话.docx"
    path.write_bytes(
        word("".join(f"<w:p><w:r><w:t>{line}</w:t></w:r></w:p>" for line in SPEECH.splitlines()))
    )
    assert any("Word 文件（docx），" in line for line in told(capsys, path, "-v"))
    main(["brief", str(speech), "-o", "摘要.yaml"])
    assert any("摘要稿，" in line for line in told(capsys, "摘要.yaml", "-v"))


def test_each_stage_with_its_time_and_what_it_came_to(speech, capsys):
    lines = [line.strip() for line in told(capsys, speech, "-v", "--length", "详")]
    stages = ["读稿、理清结构、摘取要点", "生成要点", "生成幻灯片", "生成落实清单", "核对成稿", "写入文件"]
    assert [line.partition("：")[0] for line in lines] == stages
    assert all(re.search(r"：\d+\.\d\d 秒  \S", line) for line in lines)
    assert re.search(r"\d+ 张", lines[2])
    assert re.search(r"3 个文件，\d+ 个分句", lines[4])
    assert not told(capsys, speech, "--length", "详")
    assert not told(capsys, speech, "-v", "-q")


def test_times_are_those_between_the_stages():
    clock = itertools.count(10, 2.5)
    pace = Pace(lambda: next(clock))
    for stage in ("甲", "乙"):
        pace.begin(stage)
    assert list(pace.lines(None)) == ["甲：2.50 秒", "乙：2.50 秒"]


def test_a_speech_that_fails_says_how_far_it_came(speech, capsys):
    speech.write_bytes(b"")
    stage, error = told(capsys, speech, "-v")
    assert re.fullmatch(r"  读稿、理清结构、摘取要点：\d\.\d\d 秒", stage)
    assert "文件是空的" in error


def test_what_was_left_out_of_a_folder(speech, capsys):
    (speech.parent / "表.xlsx").write_bytes(b"x")
    (speech.parent / "旧稿").mkdir()
    line = "文件夹里另有 2 个没有读（子文件夹、别种文件、隐藏文件或已生成的文件）：旧稿/、表.xlsx"
    assert told(capsys, speech.parent, "--only", "xlsx", "-v")[0] == line
    assert line not in told(capsys, speech.parent, "--only", "xlsx")
    assert line not in told(capsys, speech, "--only", "xlsx", "-v")


def test_json_stays_json(speech, capsys):
    assert main(["build", str(speech), "--only", "xlsx", "-v", "--json"]) == 0
    out, err = capsys.readouterr()
    assert json.loads(out)["speeches"][0]["reading"]["kind"] == "文本"
    assert "生成落实清单" in err


def test_a_file_in_place_of_the_folder_is_told_before_the_work(speech, capsys, monkeypatch):
    monkeypatch.setattr("reportgen.briefing.read", lambda *_: pytest.fail("worked first"))
    assert main(["build", str(speech), "-o", str(speech)]) == 1
    assert "这里应是文件夹" in capsys.readouterr().err
    assert main(["build", str(speech), "-o", str(speech / "下")]) == 1
    assert "文件" in capsys.readouterr().err


@pytest.mark.parametrize(
    ("date", "odd"), [("乱写", True), ("2024年5月6日", False), ("2024-05-06", False), ("五月", False)]
)
def test_a_date_that_is_none_is_told_and_printed(speech, capsys, date, odd):
    lines = told(capsys, speech, "--only", "docx", "--date", date)
    assert any(f"“{date}”不像日期" in line for line in lines) == odd
