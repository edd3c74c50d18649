"""Every command on everything that it cannot use: one line that says where, what, and what to do."""

import json
import re

import pytest

from reportgen.cli import main
from speech import SHORT

LINE = re.compile(r"错误：(?P<where>[^：\n]+)：(?P<what>[^。\n]+)。(?P<hint>[^\n]+)\n")
ASKS = re.compile(r"请|可|应|自带的|用 ")
COMMANDS = ("build", "outline", "brief", "check")


@pytest.fixture(autouse=True)
def desk(tmp_path, monkeypatch):
    """A folder with a speech, and with everything that is none."""
    monkeypatch.chdir(tmp_path)
    (tmp_path / "稿.txt").write_text(SHORT, "utf-8")
    (tmp_path / "空.txt").write_bytes(b"")
    (tmp_path / "空白.txt").write_text("\n　　\n", "utf-8")
    (tmp_path / "坏.docx").write_bytes(bytes(range(256)) * 4)
    (tmp_path / "断.docx").write_bytes(b"PK\x03\x04" + bytes(200))
    (tmp_path / "图.png").write_bytes(b"\x89PNG\r\n\x1a\n" + bytes(range(256)))
    (tmp_path / "坏.yaml").write_text("标题: [\n", "utf-8")
    (tmp_path / "缺.yaml").write_text("标题:\n", "utf-8")
    (tmp_path / "夹").mkdir()
    (tmp_path / "占").write_bytes(b"x")
    return tmp_path


@pytest.fixture
def refused(capsys, desk):
    """A function that calls, and gives status, place, what is wrong and what to do; nothing is written."""
    before = sorted(path.name for path in desk.rglob("*"))

    def call(*arguments):
        status = main(list(arguments))
        out, err = capsys.readouterr()
        assert out == ""
        found = LINE.fullmatch(err)
        assert found, err
        assert ASKS.search(found["hint"]), err
        assert sorted(path.name for path in desk.rglob("*")) == before
        return status, found["where"], found["what"]

    return call


@pytest.mark.parametrize("command", COMMANDS)
@pytest.mark.parametrize(
    ("name", "what"),
    [
        ("没有.txt", "找不到文件"),
        ("空.txt", "文件是空的"),
        ("空白.txt", "文件里没有文字"),
        ("坏.docx", "这不是讲话稿，读不了这种文件"),
        ("断.docx", "文件已损坏"),
        ("图.png", "这是图片"),
    ],
)
def test_a_speech_that_cannot_be_read(refused, command, name, what):
    status, where, told = refused(command, name)
    assert (status, where) == (1, name)
    assert what in told


@pytest.mark.parametrize("command", ["outline", "brief"])
def test_a_folder_where_one_speech_is_meant(refused, command):
    assert refused(command, "夹") == (1, "夹", "这是文件夹，不是文件")


@pytest.mark.parametrize("command", ["build", "check"])
def test_a_folder_without_speeches(refused, command):
    assert refused(command, "夹") == (1, "夹", "文件夹里没有讲话稿")


@pytest.mark.parametrize(
    ("name", "where"), [("坏.yaml", "坏.yaml:2:1"), ("缺.yaml", "缺.yaml:1:1"), ("没有.yaml", "没有.yaml")]
)
def test_a_brief_that_cannot_be_used(refused, name, where):
    assert refused("build", name)[:2] == (1, where)


@pytest.mark.parametrize(
    ("arguments", "status", "where"),
    [
        (("build", "稿.txt", "-o", "占"), 1, "占"),
        (("build", "稿.txt", "-o", "占/里"), 1, "占/里"),
        (("build", "稿.txt", "-o", "占/里/里"), 1, "占/里/里"),
        (("build", "稿.txt", "--theme", "没有"), 1, "没有"),
        (("build", "稿.txt", "--theme", "夹"), 1, "夹"),
        (("build", "稿.txt", "--fill", "××=甲"), 2, "稿.txt"),
        (("build", "稿.txt", "--title", "长" * 90), 2, "--title"),
        (("build", "稿.txt", "--unit", "长" * 90), 2, "--unit"),
        (("brief", "稿.txt", "-o", "夹"), 1, "夹"),
        (("brief", "稿.txt", "-o", "稿.txt"), 2, "稿.txt"),
        (("check", "稿.txt", "--docx", "占/批注.docx"), 1, "占"),
        (("check", "稿.txt", "--docx", "占"), 2, "占"),
        (("check", "稿.txt", "空.txt", "--docx", "批注.docx"), 2, "批注.docx"),
        (("verify", "没有.docx", "--source", "稿.txt"), 1, "没有.docx"),
        (("verify", "坏.docx", "--source", "稿.txt"), 1, "坏.docx"),
        (("verify", "稿.txt", "--source", "稿.txt"), 1, "稿.txt"),
        (("verify", "夹", "--source", "稿.txt"), 1, "夹"),
        (("verify", "坏.docx", "--source", "没有.txt"), 1, "没有.txt"),
        (("verify", "坏.docx", "--source", "空.txt"), 1, "空.txt"),
        (("template", "new", "占"), 1, "占"),
    ],
)
def test_what_a_command_cannot_use_is_told_by_its_name(refused, arguments, status, where):
    assert refused(*arguments)[:2] == (status, where)


@pytest.mark.parametrize("name", ["批注.doc", "批注.txt", "批注.PDF", "批注.wps", "出/批注.html"])
@pytest.mark.parametrize("speeches", [("稿.txt",), ("稿.txt", "空白.txt")])
def test_comments_go_into_no_folder_that_is_called_like_a_document(refused, name, speeches):
    """A folder 批注.doc was made."""
    assert refused("check", *speeches, "--docx", name) == (2, name, "--docx 后面要写 .docx 文件或文件夹")


def test_comments_go_into_a_folder_of_such_a_name_that_is_there(capsys, desk):
    (desk / "三月.txt").mkdir()
    assert main(["check", "稿.txt", "--docx", "三月.txt"]) == 0
    assert capsys.readouterr().err.startswith("已写出 三月.txt")
    assert [path.name for path in (desk / "三月.txt").glob("[!.]*")] == ["稿-校对.docx"]


@pytest.mark.parametrize("command", ["build", "check"])
def test_of_several_each_that_fails_has_a_line_and_the_first_gives_the_status(capsys, command):
    assert main([command, "空.txt", "没有.txt", "稿.txt", "坏.docx"]) == 1
    lines = capsys.readouterr().err.splitlines()
    assert [line.split("：")[1] for line in lines if line.startswith("错误")] == [
        "空.txt",
        "没有.txt",
        "坏.docx",
    ]


@pytest.mark.parametrize("command", ["build", "check"])
def test_json_tells_each_failure_with_its_place_and_what_to_do(capsys, command):
    assert main([command, "空.txt", "稿.txt", "没有.txt", "--json"]) == 1
    answer = json.loads(capsys.readouterr().out)
    assert answer["status"] == 1
    assert [one["status"] for one in answer["speeches"]] == [1, 0, 1]
    assert [one["source"]["path"] for one in answer["speeches"]] == ["空.txt", "稿.txt", "没有.txt"]
    failed = [one["error"] for one in answer["speeches"] if one["status"]]
    assert all("请" in json.dumps(error, ensure_ascii=False) for error in failed)


@pytest.mark.parametrize("command", ["build", "check"])
def test_the_same_speech_named_three_times_is_worked_on_once(capsys, command):
    assert main([command, "稿.txt", "./稿.txt", "夹/../稿.txt", "--json"]) == 0
    assert len(json.loads(capsys.readouterr().out)["speeches"]) == 1


@pytest.mark.parametrize(
    ("arguments", "status"),
    [
        (("check", "稿.txt"), 0),
        (("outline", "稿.txt"), 0),
        (("outline", "稿.txt", "--text"), 0),
        (("brief", "稿.txt"), 0),
        (("build", "稿.txt", "--only", "落实清单", "-q"), 0),
        (("check", "--list-rules"), 0),
        (("template", "new", "样"), 0),
    ],
)
def test_what_goes_well_has_status_0_and_no_error(capsys, arguments, status):
    assert main(list(arguments)) == status
    assert "错误：" not in capsys.readouterr().err


def test_a_copy_of_the_templates_is_not_made_over_one_that_is_there(capsys, desk):
    assert main(["template", "new", "样"]) == 0
    (desk / "样" / "deck.pptx").write_bytes(b"mine")
    capsys.readouterr()
    assert main(["template", "new", "样"]) == 1
    err = capsys.readouterr().err
    assert LINE.fullmatch(err)["what"].startswith("文件夹里已经有 ")
    assert (desk / "样" / "deck.pptx").read_bytes() == b"mine"
