"""`reportgen verify`: the screen, JSON, exit statuses, the options that files were made with."""

import io
import json
import os
import shutil
import zipfile

import docx
import pytest

from reportgen.checking import Package
from reportgen.cli import main
from reportgen.themes import standard
from speech import SPEECH

MASKED = SPEECH.replace("今年完成", "**今年完成")


@pytest.fixture
def speech(tmp_path):
    path = tmp_path / "讲话.txt"
    path.write_text(MASKED, "utf-8")
    return path


@pytest.fixture
def made(tmp_path, capsys):
    def build(*arguments):
        assert main([*map(str, ("build", *arguments)), "-o", str(tmp_path / "出"), "-q"]) == 0
        capsys.readouterr()
        return tmp_path / "出"

    return build


def verify(*arguments):
    return main(["verify", *map(str, arguments)])


def test_files_as_they_were_written(capsys, speech, made):
    folder = made(speech)
    assert verify(folder, "--source", speech) == 0
    out, err = capsys.readouterr()
    assert out.count("与原文一致，没有发现问题\n") == 3
    assert not err


def test_another_speech_is_told_apart_with_place_and_source(capsys, speech, made):
    folder = made(speech, "--only", "xlsx")
    speech.write_text(MASKED.replace("完善考核办法", "完善考评办法"), "utf-8")
    assert verify(folder / "讲话-落实清单.xlsx", "--source", speech) == 1
    lines = capsys.readouterr().out.splitlines()
    assert lines[0].startswith("落实清单!C")
    assert lines[0].endswith("  错误  与原文不同：“评”改成了“核”（changed）")
    assert lines[1] == "    文件：完善考核办法"
    assert lines[2] == "    原文 6:58：完善考评办法"
    assert lines[-1].endswith("：共 1 处")


def test_json_has_a_stable_form(capsys, speech, made):
    folder = made(speech, "--only", "xlsx")
    speech.write_text(MASKED.replace("完善考核办法", "完善考评办法"), "utf-8")
    assert verify(folder, "--source", speech, "--json") == 1
    (report,) = json.loads(capsys.readouterr().out)["speeches"]
    assert sorted(report) == ["files", "source", "status"]
    (file,) = report["files"]
    assert sorted(file) == ["counts", "file", "findings", "kind", "status"]
    assert (file["kind"], file["counts"]) == ("xlsx", {"error": 1, "warning": 0, "info": 0})
    (finding,) = file["findings"]
    assert sorted(finding) == ["code", "message", "nearest", "severity", "text", "where"]
    assert sorted(finding["nearest"]) == ["column", "end", "line", "start", "text"]


@pytest.mark.parametrize(
    "options",
    [
        ["--fill", "**=青山县"],
        [
            "--title",
            "在推进会上的讲话",
            "--unit",
            "青山县委",
            "--speaker",
            "王建国",
            "--date",
            "2024年3月5日",
        ],
        ["--fill", "**="],
    ],
)
def test_what_was_given_to_build_is_given_again(capsys, speech, made, options):
    folder = made(speech, *options)
    assert verify(folder, "--source", speech, *options) == 0
    assert verify(folder, "--source", speech) == 1
    capsys.readouterr()


LONG = (
    """在全县工作会议上的讲话
（2024年3月5日）
同志们：
全县上下要坚定信心，全力以赴抓好落实。去年完成投资85.6亿元，增长12.5%。
"""
    + "".join(
        f"{sign}、抓好{what}，夯实基础\n要把{what}摆上重要位置。"
        f"一是健全{what}机制。县{what}局要建立{what}台账，6月底前完成。要完善{what}考核办法，逐项销号管理。"
        f"二是补齐{what}短板。要开展{what}隐患排查，落实{what}专项资金，让群众满意。要培养{what}专业人才。\n"
        for sign, what in zip("一二三四五", ("项目", "教育", "卫生", "交通", "环境"), strict=True)
    )
    + "谢谢大家。\n"
)
MADE = "要点,幻灯片,落实清单,一页纸"
LENGTHS = [
    ["--length", "简"],
    ["--length", "标准"],
    ["--length", "详"],
    ["--slides", "5"],
    ["--slides", "14"],
    ["--minutes", "20"],
    ["--ratio", "4:3"],
    ["--original", "不附"],
    ["--length", "详", "--slides", "9", "--original", "不附", "--ratio", "4:3"],
    ["--length", "简", "--theme", "blue", "--minutes", "6"],
]


@pytest.fixture
def long(tmp_path):
    path = tmp_path / "长稿.txt"
    path.write_text(LONG, "utf-8")
    return path


@pytest.mark.parametrize("options", LENGTHS, ids=" ".join)
def test_nothing_is_found_in_files_of_any_length(capsys, long, made, options):
    folder = made(long, "--only", MADE, *options)
    assert verify(folder, "--source", long, *options) == 0
    assert capsys.readouterr().out.count("与原文一致，没有发现问题\n") == 4


@pytest.mark.parametrize(
    ("options", "forgotten"),
    [
        (["--length", "简"], "用 --length 简 "),
        (["--length", "详"], "用 --length 详 "),
        (["--slides", "6"], "用 --slides 6 "),
        (["--original", "不附"], "用 --original 不附 "),
    ],
    ids=lambda one: "".join(one).strip(),
)
def test_an_option_that_was_forgotten_is_named(capsys, long, made, options, forgotten):
    folder = made(long, *options)
    assert verify(folder, "--source", long) == 1
    told = [line for line in capsys.readouterr().out.splitlines() if str(folder) in line]
    hints = [line.partition("处。")[2] for line in told if "共" in line]
    assert hints
    assert set(hints) == {f"这个文件像是{forgotten}生成的，核对时请照样写"}
    assert verify(folder, "--source", long, "--json") == 1
    (report,) = json.loads(capsys.readouterr().out)["speeches"]
    assert {file["hint"] for file in report["files"] if file["findings"]} == set(hints)


def test_an_option_that_was_not_given_then_is_named_too(capsys, long, made):
    folder = made(long)
    assert verify(folder, "--source", long, "--slides", "20") == 1
    assert "像是不写 --slides 和 --minutes 生成的" in capsys.readouterr().out


@pytest.mark.parametrize("options", [["--ratio", "4:3"], ["--theme", "plain"]])
def test_how_a_file_looks_needs_not_be_said_again(capsys, long, made, options):
    folder = made(long, "--only", MADE, *options)
    assert verify(folder, "--source", long) == 0
    assert "没有发现问题" in capsys.readouterr().out


def test_what_no_option_explains_is_told_without_one(capsys, long, made):
    folder = made(long)
    long.write_text(LONG.replace("专业人才", "专门人才").replace("谢谢大家", "谢谢各位"), "utf-8")
    assert verify(folder, "--source", long) == 1
    assert "像是" not in capsys.readouterr().out


def test_an_edited_brief_brings_its_editors_words(capsys, speech, made, tmp_path):
    brief = tmp_path / "摘要.yaml"
    assert main(["brief", str(speech), "-o", str(brief)]) == 0
    text = brief.read_text("utf-8")
    brief.write_text(text.replace("文字: 完善考核办法", "文字: 每周调度一次", 1), "utf-8")
    folder = made(brief)
    assert verify(folder, "--source", brief) == 0
    assert "编者加的话" in capsys.readouterr().out


def test_a_file_that_cannot_be_read_does_not_hold_up_the_others(capsys, speech, made, tmp_path):
    folder = made(speech)
    (tmp_path / "坏.docx").write_bytes(b"x")
    assert verify(tmp_path / "坏.docx", tmp_path / "无.pptx", folder, "--source", speech) == 1
    out, err = capsys.readouterr()
    assert out.count("没有发现问题") == 3
    assert [line.partition("：")[2].partition("：")[2] for line in err.splitlines()] == [
        "不是 Word、PowerPoint 或 Excel 文件，或已损坏。请用 Word、PowerPoint 或 WPS 打开，另存后再试",
        "找不到文件。请检查路径和文件名",
    ]


def test_wrong_calls(capsys, speech, tmp_path):
    assert verify(tmp_path / "a.docx") == 2
    assert "没有给出 --source" in capsys.readouterr().err
    assert verify("--source", speech) == 2
    assert "没有给出文件" in capsys.readouterr().err
    (tmp_path / "空").mkdir()
    assert verify(tmp_path / "空", "--source", speech) == 1
    assert "没有可以核对的文件" in capsys.readouterr().err


def test_words_of_ones_own_template_are_no_finding(capsys, speech, made, tmp_path):
    own = tmp_path / "模板"
    own.mkdir()
    handout = standard().template("handout.docx")
    shutil.copy(handout, own / "handout.docx")
    template = _with_words(own / "handout.docx")
    folder = made(speech, "--template", template)
    assert verify(folder, "--source", speech, "--template", template) == 0
    assert verify(folder, "--source", speech) == 1
    assert "青山县委办公室提要" in capsys.readouterr().out


def _with_words(path):
    document = docx.Document(str(path))
    (label,) = (one for one in document.paragraphs if one.text == "内容摘要")
    label.runs[0].text = "青山县委办公室提要"
    document.save(str(path))
    return path.parent


def test_pictures_are_not_unpacked(capsys, speech, made):
    folder = made(speech)
    deck = next(folder.glob("*.pptx"))
    with zipfile.ZipFile(deck, "a", zipfile.ZIP_DEFLATED) as package:
        package.writestr("ppt/media/大图.png", bytes(300_000_000))
    assert verify(deck, "--source", speech) == 0
    assert "与原文一致" in capsys.readouterr().out
    light = Package(deck.read_bytes(), "x.pptx").without_media()
    assert zipfile.ZipFile(io.BytesIO(light)).getinfo("ppt/media/大图.png").file_size == 0
    assert len(light) < 1_000_000


@pytest.mark.skipif(not hasattr(os, "mkfifo"), reason="no pipes with names here")
def test_pipes_are_not_opened(capsys, speech, made, tmp_path):
    handout = next(made(speech).glob("*.docx"))
    for name in ("要点.docx", "讲话.yaml", "handout.docx"):
        os.mkfifo(tmp_path / name)
    assert verify(tmp_path / "要点.docx", handout, "--source", speech) == 1
    told = capsys.readouterr()
    assert "这是管道或设备，不是文件" in told.err
    assert "与原文一致" in told.out
    assert verify(handout, "--source", tmp_path / "讲话.yaml") == 1
    assert verify(handout, "--source", speech, "--template", tmp_path) == 1
    assert capsys.readouterr().err.count("管道") == 2
