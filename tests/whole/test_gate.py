"""What a build would write is read again first, and not written where it is not what the speech says."""

import io
import json
import re
import zipfile
from functools import partial
from unittest.mock import ANY

import docx
import pytest
from pptx import Presentation
from pptx.enum.shapes import PP_PLACEHOLDER

from reportgen.cli import main
from reportgen.rendering import docx as paper_rendering
from reportgen.rendering import pptx as deck_rendering
from reportgen.rendering import xlsx as checklist_rendering
from reportgen.themes import standard
from speech import SPEECH

RENDERERS = {
    ".docx": (paper_rendering, "render_handout"),
    ".pptx": (deck_rendering, "render_deck"),
    ".xlsx": (checklist_rendering, "render_checklist"),
}
NAMES = {".docx": "讲话-要点.docx", ".pptx": "讲话-幻灯片.pptx", ".xlsx": "讲话-落实清单.xlsx"}
PLACE = '"AnchorLatin"/></w:rPr><w:t>'
"""What stands before the number of a paragraph of the speech."""
BROKEN = {
    "a digit": (".docx", ">12.5%<", ">13.5%<", "“2”改成了“3”"),
    "a number of ours": (".docx", f"{PLACE}3<", f"{PLACE}4<", "应为“"),
    "a negation": (".docx", "不搞形式主义", "搞形式主义", "少了“不”"),
    "an added sentence": (".pptx", "减少办事环节", "经费全额保障。减少办事环节", "原文里没有这句话"),
    "a heading": (".pptx", "提高办事效率", "", "提高办事效率"),
    "a heading of the handout": (".docx", "简化办事流程", "", "简化办事流程"),
    "a measure": (".xlsx", "减少办事环节，压缩办理时间", "", "减少办事环节"),
    "a slide": (".pptx", '<p:sldId id="260"', '<p:sldNo id="260"', "没有"),
}


@pytest.fixture
def build(run):
    return partial(run, "build")


def swapped(data, before, after):
    """The bytes of a file with a text swapped for another wherever it stands."""
    buffer = io.BytesIO()
    with zipfile.ZipFile(io.BytesIO(data)) as old, zipfile.ZipFile(buffer, "w") as new:
        for name in old.namelist():
            new.writestr(name, old.read(name).replace(before.encode(), after.encode()))
    return buffer.getvalue()


def spoil(monkeypatch, suffix, before, after):
    """Let a renderer write one text in place of another."""
    module, name = RENDERERS[suffix]
    render = getattr(module, name)
    monkeypatch.setattr(module, name, lambda *given: swapped(render(*given), before, after))


def test_who_says_so_gets_the_file_and_is_told_what_is_wrong(speech, build, tmp_path, monkeypatch):
    spoil(monkeypatch, ".docx", "不搞形式主义", "搞形式主义")
    status, out, err = build(speech, "--anyway")
    assert status == 0
    assert NAMES[".docx"] in out
    assert f"{NAMES['.docx']} 与讲话稿不符：" in err
    assert "少了“不”" in err
    assert sorted(path.name for path in (tmp_path / "output").glob("讲话*")) == sorted(NAMES.values())


@pytest.mark.parametrize("what", BROKEN)
def test_a_broken_file_is_refused_and_nothing_is_written(what, speech, build, tmp_path, monkeypatch):
    suffix, before, after, told = BROKEN[what]
    spoil(monkeypatch, suffix, before, after)
    status, out, err = build(speech)
    assert (status, out, err.count("\n")) == (1, "", 1)
    assert err.startswith(f"错误：{NAMES[suffix]}：成稿与讲话稿不符，没有写出任何文件：")
    assert told in err
    assert not (tmp_path / "output").exists()


def test_a_refusal_names_file_and_place_and_blames_no_template_of_ours(speech, build, monkeypatch):
    spoil(monkeypatch, ".pptx", "提高办事效率", "")
    _, _, err = build(speech, "--only", "pptx")
    assert re.match(rf"错误：{NAMES['.pptx']}：.*第 \d+ (张|行)", err)
    assert "模板" not in err
    assert "--anyway" in err


def test_a_refusal_advises_against_a_template_of_the_users_own(speech, build, tmp_path, monkeypatch):
    own_theme(tmp_path / "theme")
    spoil(monkeypatch, ".docx", "简化办事流程", "")
    _, _, err = build(speech, "--template", tmp_path / "theme")
    assert "自己的模板" in err


def test_what_was_there_before_stays(speech, build, tmp_path, monkeypatch):
    assert build(speech)[0] == 0
    folder = tmp_path / "output"
    before = {path.name: path.read_bytes() for path in folder.iterdir()}
    spoil(monkeypatch, ".xlsx", "完善考核办法", "完善考评办法")
    speech.write_text(SPEECH.replace("85亿元", "86亿元"), "utf-8")
    assert build(speech)[0] == 1
    assert {path.name: path.read_bytes() for path in folder.iterdir()} == before


def test_a_broken_file_is_told_in_json_too(speech, build, monkeypatch):
    spoil(monkeypatch, ".docx", ">85<", ">86<")
    status, out, _ = build(speech, "--json", "--only", "docx")
    assert status == 1
    assert "“5”改成了“6”" in json.loads(out)["speeches"][0]["error"]


def test_other_speeches_are_built_all_the_same(speech, build, tmp_path, monkeypatch):
    other = speech.with_name("另一篇.txt")
    other.write_text(SPEECH.replace("85亿元", "92亿元"), "utf-8")
    spoil(monkeypatch, ".docx", ">85<", ">86<")
    assert build(speech, other, "--only", "docx")[0] == 1
    assert [path.name for path in (tmp_path / "output").glob("*.docx")] == ["另一篇-要点.docx"]


def own_theme(folder):
    """Templates with words of their own: around tags, on page 1, in the header, on layouts and a slide."""
    folder.mkdir()
    handout = docx.Document(str(standard().template("handout.docx")))
    handout.paragraphs[0].insert_paragraph_before("机关内部资料，注意保存")
    handout.paragraphs[0].insert_paragraph_before("学习《{{ title_plain }}》参考材料")
    thesis = next(paragraph for paragraph in handout.paragraphs if paragraph.text == "{{ thesis }}")
    thesis.insert_paragraph_before("我们要牢记{{ thesis }}这个要求")
    handout.sections[0].header.paragraphs[0].insert_paragraph_before("某市政务服务局编印")
    handout.save(str(folder / "handout.docx"))
    deck = Presentation(str(standard().template("deck.pptx")))
    slide = deck.slides.add_slide(deck.slide_layouts[0])
    slide.shapes.title.text = "会前请将手机调至静音"
    for layout in deck.slide_layouts:
        for shape in layout.placeholders:
            if shape.placeholder_format.type in {PP_PLACEHOLDER.FOOTER, PP_PLACEHOLDER.SLIDE_NUMBER}:
                shape.text_frame.paragraphs[0].add_run().text = "某市政务服务局"
    deck.save(str(folder / "deck.pptx"))
    return folder


@pytest.mark.parametrize("title", ["在全市工作会议上的讲话", "加强学习，改进作风——在全市工作会议上的讲话"])
def test_words_of_ones_own_templates_are_no_fault(title, speech, build, tmp_path, capsys):
    speech.write_text(SPEECH.replace("在全市工作会议上的讲话", title), "utf-8")
    theme = own_theme(tmp_path / "模板")
    assert build(speech, "--template", theme, "--length", "详") == (0, ANY, "")
    verify = ["verify", str(tmp_path / "output"), "--source", str(speech), "--length", "详"]
    assert main([*verify, "--template", str(theme)]) == 0
    assert main(verify) == 1
    capsys.readouterr()


def test_words_of_a_template_hide_no_fault(speech, build, tmp_path, monkeypatch):
    theme = own_theme(tmp_path / "模板")
    spoil(monkeypatch, ".docx", "参考材料", "参考材枓")
    status, _, err = build(speech, "--template", theme, "--only", "docx")
    assert status == 1
    assert "参考材枓" in err
    assert f"用的是自己的模板 {theme / 'handout.docx'}" in err


def test_a_template_is_named_only_where_the_file_was_made_with_ones_own(speech, build, tmp_path, monkeypatch):
    theme = own_theme(tmp_path / "模板")
    (theme / "handout.docx").unlink()
    spoil(monkeypatch, ".docx", "不搞形式主义", "搞形式主义")
    status, _, err = build(speech, "--template", theme)
    assert (status, "模板" in err) == (1, False)


POINT = """  - 标题: 加强督促检查
    位置: 111-117  # 二是
    举措:
    - 文字: 完善考核办法，不搞形式主义
      位置: 118-124, 125-131
    目标要求:
    - 文字: 推动工作落实
      位置: 132-138
"""
EDITS = {
    "words changed": ("文字: 完善考核办法", "文字: 另行印发考核办法；请对照，限10:30前报"),
    "a heading changed": ("标题: 加强督促检查", "标题: 加强督查、一抓到底，不留死角"),
    "a heading cut to a clause": ("标题: 优化服务，改进作风", "标题: 优化服务"),
    "a measure taken out": ("    - 文字: 完善考核办法，不搞形式主义\n      位置: 118-124, 125-131\n", ""),
    "a point taken out": (POINT, ""),
    "an entry added": ("  - 标题: 提高办事效率", "  - 标题: 加强宣传：办好“开放日”\n  - 标题: 提高办事效率"),
    "facts": ("讲话人:\n单位:\n", "讲话人: 王某（代）\n单位: 市政府办：综合科\n"),
    "an owner": ("责任单位:\n", "责任单位: 市财政局\n"),
}


@pytest.mark.parametrize("what", EDITS)
def test_an_editors_words_are_no_fault_and_what_was_taken_out_is_not_owed(what, speech, build, tmp_path):
    path = tmp_path / "摘要.yaml"
    assert main(["brief", str(speech), "-o", str(path)]) == 0
    text = path.read_text("utf-8")
    assert EDITS[what][0] in text
    path.write_text(text.replace(*EDITS[what]), "utf-8")
    assert build(path)[0] == 0
    assert len(list((tmp_path / "output").glob("讲话-*"))) == 3


def test_meanings_asked_for_are_no_fault(speech, build):
    speech.write_text(SPEECH.replace("全面优化服务。", "深化“放管服”改革，坚持“双随机、一公开”。"), "utf-8")
    assert build(speech, "--glossary")[0] == 0
