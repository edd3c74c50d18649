"""Whole runs: what a secretary does, and what may go wrong."""

import errno
import json
import os
import re
import shutil
import subprocess
import sys
from pathlib import Path

import pytest
from docx import Document
from pptx import Presentation

from ownhandout import with_tags
from reportgen.building import build
from reportgen.cli import main
from reportgen.text.numerals import han_number
from speech import SPEECH
from waiting import HANGS
from wordscript import word


def names(folder):
    return sorted(path.name for path in folder.iterdir() if not path.name.startswith("."))


def digests(folder):
    return {path.name: path.read_bytes() for path in folder.iterdir()}


ALL = ["讲话-幻灯片.pptx", "讲话-落实清单.xlsx", "讲话-要点.docx"]


def test_three_files_and_a_line_for_each(run, speech, tmp_path):
    status, out, err = run("build", speech)
    assert status == 0
    assert names(tmp_path / "output") == ALL
    assert out.startswith("讲话.txt：在全市工作会议上的讲话\n")
    assert all(f"{tmp_path / 'output' / name}" in out for name in ALL)
    assert "错误" not in err


@pytest.mark.parametrize(
    "heading",
    [
        lambda n: f"{han_number(n)}、推进第{n}件实事落地",
        lambda n: f"## 推进第{n}件实事落地",
        lambda n: f"{han_number((n - 1) % 10 + 1)}、推进第{n}件实事落地",
    ],
    ids=["numbered", "without numbers", "counted anew every ten"],
)
def test_more_than_a_hundred_headings(run, tmp_path, heading):
    path = tmp_path / "讲话.md"
    lines = (f"{heading(n)}\n\n要加快推进民生实事建设，建立台账{n}本。\n" for n in range(1, 113))
    path.write_text("# 在全县重点工作推进会上的讲话\n\n同志们：\n\n" + "\n".join(lines), "utf-8")
    status, _, err = run("build", path)
    assert status == 0, err
    handout = "\n".join(one.text for one in Document(tmp_path / "output" / "讲话-要点.docx").paragraphs)
    assert all(f"推进第{n}件实事落地" in handout for n in range(1, 113))
    assert main(["verify", str(tmp_path / "output"), "--source", str(path)]) == 0
    assert main(["brief", str(path), "-o", str(tmp_path / "摘要.yaml")]) == 0


def test_a_fault_of_ours_on_one_speech_does_not_end_the_others(run, monkeypatch, tmp_path):
    def fail(path, options):
        if path.name == "乙.txt":
            raise IndexError(0)
        return build(path, options)

    monkeypatch.setattr("reportgen.cli.building.build", fail)
    folder = tmp_path / "稿件"
    folder.mkdir()
    for name in ("甲.txt", "乙.txt", "丙.txt"):
        (folder / name).write_text(SPEECH, "utf-8")
    status, out, err = run("build", folder, "--json", "--only", "xlsx")
    assert status == 1
    speeches = json.loads(out)["speeches"]
    assert {Path(one["source"]["path"]).name: "outputs" in one for one in speeches} == {
        "丙.txt": True, "乙.txt": False, "甲.txt": True,
    }  # fmt: skip
    assert err == f"错误：{folder / '乙.txt'}：程序内部出错（IndexError）。请附上稿件报告给维护者\n"
    assert names(tmp_path / "output") == ["丙-落实清单.xlsx", "甲-落实清单.xlsx"]


def test_what_a_word_file_holds_besides_is_told(run, tmp_path):
    body = "".join(f"<w:p><w:r><w:t>{line}</w:t></w:r></w:p>" for line in SPEECH.split("\n"))
    note = '<w:p><w:r><w:t>完</w:t><w:footnoteReference w:id="2"/></w:r></w:p>'
    path = tmp_path / "讲话.docx"
    path.write_bytes(word(body + note))
    status, _, err = run("build", path)
    assert status == 0
    assert "文件里还有 1 条脚注没有读入。需要的内容请写进正文后再试" in err


def test_quiet_says_nothing(run, speech):
    assert run("build", speech, "-q") == (0, "", "")


@pytest.mark.parametrize(
    ("only", "made"),
    [
        ("要点", ALL[2:]),
        ("pptx", ALL[:1]),
        ("落实清单,幻灯片", ALL[:2]),
        ("DOCX、xlsx", ALL[1:]),
    ],
)
def test_only(run, speech, tmp_path, only, made):
    assert run("build", speech, "--only", only)[0] == 0
    assert names(tmp_path / "output") == made


def test_only_of_an_unknown_kind_is_called_wrongly(run, speech, tmp_path):
    status, _, err = run("build", speech, "--only", "清单")
    assert (status, "可写 要点、docx" in err) == (2, True)
    assert not (tmp_path / "output").exists()


def test_manifest(run, speech, tmp_path):
    status, out, err = run("build", speech, "--json")
    (manifest,) = json.loads(out)["speeches"]
    assert (status, err) == (0, "")
    assert manifest["source"]["title"] == "在全市工作会议上的讲话"
    assert [one["role"] for one in manifest["outputs"]] == ["要点", "幻灯片", "落实清单"]
    for one in manifest["outputs"]:
        assert set(one) >= {"role", "path", "sha256"}
    assert manifest["outputs"][1]["slides"] > 4
    assert manifest["outputs"][2]["rows"] > 3
    assert isinstance(manifest["diagnostics"], list)
    record = json.loads((tmp_path / "output" / ".reportgen.json").read_text("utf-8"))
    assert record["files"] == {one["path"].rpartition("/")[2]: one["sha256"] for one in manifest["outputs"]}


def test_a_folder_and_one_bad_speech_among_good_ones(run, speech, tmp_path):
    folder = tmp_path / "稿"
    folder.mkdir()
    shutil.copy(speech, folder / "甲.txt")
    shutil.copy(speech, folder / "丙.md")
    (folder / "乙.txt").write_bytes(b"")
    status, out, err = run("build", folder, "--only", "落实清单")
    assert status == 1
    assert names(tmp_path / "output") == ["丙-落实清单.xlsx", "甲-落实清单.xlsx"]
    assert "乙.txt：文件是空的" in err
    status, out, _ = run("build", folder, "--only", "落实清单", "--json")
    errors = [one["error"] for one in json.loads(out)["speeches"] if "error" in one]
    assert len(errors) == 1
    assert "文件是空的" in errors[0]


def test_an_edited_file_is_set_aside_and_the_screen_says_so(run, speech, tmp_path):
    run("build", speech)
    paper = tmp_path / "output" / "讲话-要点.docx"
    paper.write_bytes(b"mine")
    status, out, _ = run("build", speech)
    (aside,) = [name for name in names(tmp_path / "output") if "手改" in name]
    assert status == 0
    assert f"没有覆盖，另存为 {aside}" in out
    assert (tmp_path / "output" / aside).read_bytes() == b"mine"
    assert "手改" not in run("build", speech)[1]


def test_a_speech_without_title_takes_its_name(run, tmp_path):
    path = tmp_path / "无题稿.txt"
    path.write_text(SPEECH.partition("同志们：")[2], "utf-8")
    status, out, err = run("build", path)
    assert status == 0
    assert out.startswith("无题稿.txt：无题稿\n")
    assert "没有找到标题，暂用“无题稿”" in err
    _, out, err = run("build", path, "--title", "在会上的讲话")
    assert out.startswith("无题稿.txt：在会上的讲话\n")
    assert "没有找到标题" not in err


def test_a_long_speech_makes_a_shorter_deck_and_the_screen_says_so(run, tmp_path, capsys):
    points = "".join(
        f"（{number}）推进第{number}项工程\n"
        + "".join(f"建设第{number}{n}号示范点并配套管护设施。" for n in range(60))
        + "\n"
        for number in "一二三四五六七八九"
    )
    path = tmp_path / "报告.txt"
    path.write_text(f"在工作会议上的报告\n\n一、抓工程\n{points}二、抓管护\n落实管护责任。\n", "utf-8")
    status, out, err = run("build", path)
    assert status == 0
    assert "幻灯片按“标准”篇幅列出要点，其余见落实清单、备注和原文。要全部写进" in err
    assert int(re.search(r"（(\d+) 张）", out)[1]) <= 60
    files = [tmp_path / "output" / f"报告-{role}" for role in ("幻灯片.pptx", "要点.docx", "落实清单.xlsx")]
    assert main(["verify", *map(str, files), "--source", str(path)]) == 0
    capsys.readouterr()


@pytest.mark.parametrize(
    "text",
    [
        "只有一句话。",
        "在会上的讲话\n没有结构，只有一段话。推动工作落实。\n",
        "一、只有标题\n",
        "一、\n二、\n三、\n",
        "同志们：\n" + "推动各项工作落实见效，" * 900 + "谢谢大家。\n",
        "在会上的讲话\n同志们：\n" + "".join(f"{n}．第{n}项\n推动工作{n}落实。\n" for n in range(1, 40)),
        "# 在会上的讲话\n## 一、加强学习\n**建立机制**，落实责任。\n",
        'A<B & C>D "quoted" {{ x }} {% for %}\n一、{{ y }}\n推动{{ z }}落实。\n',
        "在会上的讲话\n" + "一" * 300 + "\n一、" + "长" * 200 + "\n推动工作落实。\n",
    ],
    ids=["sentence", "plain", "heading", "bare", "long", "many", "markdown", "markup", "wide"],
)
def test_speeches_of_odd_shapes_give_files(run, tmp_path, text):
    path = tmp_path / "稿.txt"
    path.write_text(text, "utf-8")
    status, _, err = run("build", path)
    assert (status, "错误" in err) == (0, False)
    assert len(names(tmp_path / "output")) == 3


def test_fills(run, seed):
    _, out, err = run("build", seed, "--only", "落实清单", "--json")
    codes = [one["code"] for one in json.loads(out)["speeches"][0]["diagnostics"]]
    assert codes.count("unfilled-mask") == 3
    _, _, err = run("build", seed, "--only", "落实清单")
    assert err.count("“**”是掩去的名称，未填") == 3
    _, _, err = run("build", seed, "--only", "落实清单", "--fill", "**=青山县")
    assert "掩去" not in err
    status, _, err = run("build", seed, "--fill", "某市=青山市")
    assert (status, "可以填的有：**（3 处）" in err) == (2, True)


@pytest.mark.parametrize(
    ("path", "says"),
    [("无.txt", "找不到文件"), ("空", "没有讲话稿"), ("图.txt", "这是图片"), ("空.txt", "文件是空的")],
)
def test_what_cannot_be_read(run, tmp_path, path, says):
    (tmp_path / "空").mkdir()
    (tmp_path / "空.txt").touch()
    (tmp_path / "图.txt").write_bytes(b"\x89PNG\r\n\x1a\n" + bytes(99))
    status, out, err = run("build", tmp_path / path)
    assert (status, out, err.count("\n")) == (1, "", 1)
    assert says in err
    assert not (tmp_path / "output").exists()


def test_a_file_where_the_folder_should_be(run, speech, tmp_path):
    (tmp_path / "output").touch()
    status, _, err = run("build", speech)
    assert (status, err.count("\n")) == (1, 1)
    assert "用 -o 换一个文件夹" in err


def test_a_full_disk(run, speech, tmp_path, monkeypatch):
    def full(_):
        raise OSError(errno.ENOSPC, "No space left on device")

    monkeypatch.setattr(os, "fsync", full)
    status, out, err = run("build", speech)
    assert (status, out, err.count("\n")) == (1, "", 1)
    assert "磁盘空间不足" in err
    assert not (tmp_path / "output").exists()


def test_same_speech_same_bytes_in_any_folder_zone_and_locale(speech, tmp_path):
    def make(folder, **environment):
        folder.mkdir()
        shutil.copy(speech, folder)
        command = [sys.executable, "-m", "reportgen", "build", "讲话.txt", "-q"]
        subprocess.run(command, cwd=folder, env={**os.environ, **environment}, check=True, timeout=HANGS)
        return digests(folder / "output")

    here = make(tmp_path / "甲", TZ="Asia/Shanghai", LC_ALL="C", PYTHONHASHSEED="1")
    there = make(tmp_path / "b", TZ="America/New_York", LC_ALL="C.UTF-8", PYTHONHASHSEED="2")
    assert here == there
    assert len(here) == 4


def test_an_unedited_brief_gives_the_same_files(run, speech, tmp_path):
    run("build", speech)
    straight = digests(tmp_path / "output")
    shutil.rmtree(tmp_path / "output")
    assert main(["brief", str(speech), "-o", str(tmp_path / "brief.yaml")]) == 0
    status, _, _ = run("build", tmp_path / "brief.yaml")
    assert status == 0
    assert digests(tmp_path / "output") == straight


def test_masks_of_a_brief_are_filled_where_they_can_be(run, seed, tmp_path):
    main(["brief", str(seed), "-o", str(tmp_path / "brief.yaml")])
    _, _, err = run("build", tmp_path / "brief.yaml", "--only", "落实清单")
    assert err.count("可用 --fill") == 3
    _, _, err = run("build", tmp_path / "brief.yaml", "--only", "落实清单", "--fill", "**=某县")
    assert "--fill" not in err


def test_a_broken_brief_is_told_with_its_place(run, speech, tmp_path):
    path = tmp_path / "brief.yaml"
    main(["brief", str(speech), "-o", str(path)])
    path.write_text(path.read_text("utf-8") + "\n  : : [\n", "utf-8")
    status, _, err = run("build", path)
    assert status == 1
    assert "行" in err.splitlines()[-1]


def test_templates_of_ones_own(run, speech, tmp_path):
    folder = tmp_path / "模板"
    folder.mkdir()
    (folder / "checklist.toml").write_text("[fonts]\n", "utf-8")
    status, _, err = run("build", speech, "--template", folder)
    assert (status, "第 1 行，缺少 [fonts] title、header、body" in err) == (1, True)
    assert not (tmp_path / "output").exists()


def test_a_tag_that_reaches_out_is_told_and_nothing_is_written(run, speech, tmp_path):
    folder = tmp_path / "模板"
    folder.mkdir()
    with_tags(folder / "handout.docx", "{% include '/etc/passwd' %}")
    status, out, err = run("build", speech, "--template", folder)
    assert (status, out, err.count("\n")) == (1, "", 1)
    assert err.startswith(
        f"错误：{folder / 'handout.docx'}：正文第 1 段的标记 {{% include '/etc/passwd' %}}："
    )
    assert not (tmp_path / "output").exists()


def test_a_template_that_is_no_file_is_told_when_verifying_too(run, speech, tmp_path, capsys):
    run("build", speech, "--only", "要点")
    folder = tmp_path / "模板"
    (folder / "handout.docx").mkdir(parents=True)
    status = main(["verify", str(tmp_path / "output"), "--source", str(speech), "--template", str(folder)])
    assert (status, "模板应是文件，这是文件夹" in capsys.readouterr().err) == (1, True)


TEMPLATES = "handout.docx、deck.pptx、deck-4x3.pptx、checklist.toml、onepage.docx"
FOLDERS = {
    "not there": (lambda _folder: None, "没有这个主题，也没有这个文件夹。自带的主题：blue、plain、red"),
    "a file": (lambda folder: folder.write_text("模板"), "这种文件不能当模板用"),
    "empty": (lambda folder: folder.mkdir(), f"模板文件夹是空的。应放入 {TEMPLATES}"),
    "other files": (
        lambda folder: [folder.mkdir(), (folder / "说明.txt").touch()],
        f"模板文件夹里没有 {TEMPLATES}，只有 说明.txt。应放入 {TEMPLATES}",
    ),
    "another case": (
        lambda folder: [folder.mkdir(), (folder / "Deck.PPTX").touch()],
        "只有 Deck.PPTX。请把 Deck.PPTX 改名为 deck.pptx",
    ),
    "another word": (
        lambda folder: [folder.mkdir(), (folder / "handouts.docx").touch()],
        "请把 handouts.docx 改名为 handout.docx",
    ),
    "a name too long": (lambda _folder: None, "打不开模板文件夹"),
}


@pytest.mark.parametrize("what", FOLDERS)
def test_a_folder_of_no_use_is_told_for_what_it_is(what, run, speech, tmp_path):
    make, told = FOLDERS[what]
    folder = tmp_path / ("模板" if what != "a name too long" else "长" * 300)
    make(folder)
    status, out, err = run("build", speech, "--template", folder)
    assert (status, out, err.count("\n")) == (1, "", 1)
    assert err.startswith(f"错误：{folder}：")
    assert told in err
    assert not (tmp_path / "output").exists()


@pytest.mark.skipif(os.geteuid() == 0, reason="root may read everything")
def test_a_folder_that_may_not_be_read_is_told(run, speech, tmp_path):
    folder = tmp_path / "模板"
    folder.mkdir(0o000)
    status, _, err = run("build", speech, "--template", folder)
    assert (status, "打不开模板文件夹（系统错误 13）" in err) == (1, True)


def test_text_of_outline_is_what_offsets_point_into(speech, capsys):
    speech.write_bytes(SPEECH.replace("\n", "\r\n").encode("gb18030"))
    main(["outline", "--text", str(speech)])
    text = capsys.readouterr().out
    assert text == SPEECH
    main(["outline", "--json", str(speech)])
    for node in json.loads(capsys.readouterr().out)["nodes"]:
        assert text[node["start"] :].startswith(node["marker"])


def test_meanings_are_printed_only_on_request(run, tmp_path, capsys):
    path = tmp_path / "讲话.txt"
    path.write_text(
        SPEECH.replace(
            "全面优化服务。", "深化“放管服”改革，减少审批环节。坚持“双随机、一公开”，规范监管行为。"
        ),
        "utf-8",
    )
    output = tmp_path / "output"

    def printed():
        paper = Document(str(output / ALL[2]))
        cells = (cell.text for table in paper.tables for row in table.rows for cell in row.cells)
        deck = Presentation(str(output / ALL[0]))
        notes = (slide.notes_slide.notes_text_frame.text for slide in deck.slides)
        return ["".join(text for text in some if "〔释义〕" in text) for some in (cells, notes)]

    # The slide with the phrases is one that everything is told on.
    assert run("build", path, "--length", "详")[0] == 0
    assert printed() == ["", ""]
    assert run("build", path, "--length", "详", "--glossary")[0] == 0
    assert all("〔释义〕放管服：简政放权、放管结合、优化服务（来源：" in text for text in printed())
    verify = ["verify", str(output), "--source", str(path), "--length", "详"]
    assert main([*verify, "--glossary"]) == 0
    assert main(verify) == 1
    capsys.readouterr()


def test_a_fact_that_no_cover_holds_is_told_before_the_work(run, speech, tmp_path):
    status, _, err = run("build", speech, "--title", "长" * 90)
    assert (status, "--title：标题有 90 字，最多 80 字" in err) == (2, True)
    path = tmp_path / "brief.yaml"
    main(["brief", str(speech), "-o", str(path)])
    text = path.read_text("utf-8")
    path.write_text(text.replace("讲话人:\n", f"讲话人: {'长' * 90}\n"), "utf-8")
    status, _, err = run("build", path)
    assert (status, "讲话人有 90 字" in err) == (2, True)
