"""No command writes over what it reads, by whatever name or link the file is meant."""

import os

import pytest

from reportgen.cli import main

SPEECH = "在会上的讲话\n一、加强学习\n推动工作落实。\n"
TOLD = "这就是要读的文件，写出会把它盖掉。请换一个文件名或文件夹\n"


def speech_in(folder, name="讲话.txt"):
    path = folder / name
    path.write_text(SPEECH, "utf-8")
    return path


def names(path):
    hard, soft = path.with_name("hard.yaml"), path.with_name("soft.docx")
    os.link(path, hard)
    soft.symlink_to(path)
    return [path, hard, soft, path.parent / "." / path.name, path.parent / "new" / ".." / path.name]


@pytest.mark.parametrize("number", range(5))
def test_a_brief_takes_no_speechs_place(number, tmp_path, capsys):
    path = speech_in(tmp_path)
    target = names(path)[number]
    before = sorted(tmp_path.iterdir())
    assert main(["brief", str(path), "-o", str(target)]) == 2
    assert capsys.readouterr().err == f"错误：{target}：{TOLD}"
    assert path.read_text("utf-8") == SPEECH
    assert sorted(tmp_path.iterdir()) == before


def test_an_edited_brief_is_not_written_over(tmp_path):
    path, edited = speech_in(tmp_path), tmp_path / "摘要.yaml"
    assert main(["brief", str(path), "-o", str(edited)]) == 0
    assert main(["brief", str(edited), "-o", str(edited)]) == 2
    assert main(["brief", str(edited), "-o", str(tmp_path / "新.yaml")]) == 0


def test_comments_take_no_speechs_place(tmp_path, capsys):
    path, other = speech_in(tmp_path, "讲话.docx"), speech_in(tmp_path, "讲话-校对.docx")
    assert main(["check", str(path), "--docx", str(path)]) == 2
    assert main(["check", str(path), str(other), "--docx", str(tmp_path)]) == 2
    assert capsys.readouterr().err.endswith(f"错误：{other}：{TOLD}")


def test_outputs_take_no_speechs_place(tmp_path, capsys):
    path, other = speech_in(tmp_path), speech_in(tmp_path, "讲话-要点.docx")
    assert main(["build", str(path), str(other), "-o", str(tmp_path)]) == 2
    assert f"错误：{other}：{TOLD}" in capsys.readouterr().err
    assert other.read_text("utf-8") == SPEECH
