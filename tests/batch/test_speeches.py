"""From what was named to the speeches meant."""

import json

import docx
import pytest

from reportgen.batch import find_speeches, left_out
from reportgen.cli import main
from reportgen.errors import OutputError, SourceError


def made(folder, *names):
    for name in names:
        (folder / name).parent.mkdir(parents=True, exist_ok=True)
        (folder / name).write_text("讲话", "utf-8")
    return folder


def names(paths):
    return [path.name for path in paths]


def test_a_folder_gives_its_speeches_by_name(tmp_path):
    made(tmp_path, "乙.md", "甲.TXT", ".隐藏.txt", "表.xlsx", "里/丙.txt")
    assert names(find_speeches([str(tmp_path)])) == ["乙.md", "甲.TXT"]


def test_a_folder_gives_every_kind_that_can_be_read(tmp_path):
    kinds = ["doc", "fodt", "htm", "html", "md", "mht", "odt", "pdf", "rtf", "wps"]
    made(tmp_path, *(f"{kind}.{kind}" for kind in kinds), "表.xls", "图.png")
    assert names(find_speeches([str(tmp_path)])) == [f"{kind}.{kind}" for kind in kinds]


def test_locks_and_what_we_made_are_no_speeches(tmp_path):
    made(
        tmp_path,
        "~$甲.doc",
        ".~lock.甲.odt#",
        ".~甲.wps",
        "甲.txt",
        "甲-稿.html",
        "甲-稿.手改-20240506-1020.html",
    )
    (tmp_path / ".reportgen.json").write_text('{"files": {"甲-稿.html": "0"}}', "utf-8")
    assert names(find_speeches([str(tmp_path)])) == ["甲.txt"]


def test_standard_input_is_left_to_the_reader(tmp_path, monkeypatch):
    (tmp_path / "-").mkdir()
    monkeypatch.chdir(tmp_path)
    assert names(find_speeches(["-"])) == ["-"]
    made(tmp_path, "标准输入.txt")
    with pytest.raises(OutputError, match="同名"):
        find_speeches(["-", "标准输入.txt"])


def test_files_keep_their_order_and_count_once(tmp_path):
    made(tmp_path, "b.txt", "a.txt")
    named = [str(tmp_path / "b.txt"), str(tmp_path), str(tmp_path / "a.txt")]
    assert names(find_speeches(named)) == ["b.txt", "a.txt"]


def test_a_file_that_is_missing_is_left_to_the_reader(tmp_path):
    assert names(find_speeches([str(tmp_path / "无.txt")])) == ["无.txt"]


def test_a_folder_without_speeches(tmp_path):
    made(tmp_path, "表.xlsx")
    with pytest.raises(SourceError, match="没有讲话稿"):
        find_speeches([str(tmp_path)])


@pytest.mark.parametrize("pair", [("甲/讲话.txt", "乙/讲话.txt"), ("a.txt", "a.md"), ("A.txt", "a.md")])
def test_two_of_one_name_would_overwrite_each_other(tmp_path, pair):
    made(tmp_path, *pair)
    with pytest.raises(OutputError, match="同名"):
        find_speeches([str(tmp_path / one) for one in pair])


def test_a_folder_gives_word_files_but_neither_locks_nor_what_we_wrote(tmp_path):
    made(tmp_path, "甲.docx", "~$甲.docx", "甲-要点.docx", "甲-要点.手改-20260101-0900.docx", "乙-要点.docx")
    note = json.dumps({"version": 1, "files": {"甲-要点.docx": "0" * 64, "甲-要点.pptx": "0" * 64}})
    (tmp_path / ".reportgen.json").write_text(note, "utf-8")
    assert names(find_speeches([str(tmp_path)])) == ["乙-要点.docx", "甲.docx"]


SPEECH = (
    "在全市工作会议上的讲话\n同志们：\n一、加强学习\n一是提高认识。推动工作。\n二、抓好落实\n抓好落实。\n"
)


def test_what_we_made_is_no_speech_wherever_it_lies(tmp_path, capsys):
    speech, out = tmp_path / "甲.txt", tmp_path / "out"
    speech.write_text(SPEECH, "utf-8")
    main(["build", str(speech), "-o", str(out)])
    main(["check", str(speech), "--docx", str(out / "甲-校对.docx")])
    main(["brief", str(speech), "-o", str(out / "甲.yaml")])
    capsys.readouterr()
    folder = tmp_path / "稿"
    folder.mkdir()
    for number, path in enumerate(sorted(out.iterdir())):
        if path.name != ".reportgen.json":
            path.rename(folder / f"{number}.手改-20260101-0900{path.suffix}")
    speech.rename(folder / "甲.txt")
    assert names(find_speeches([str(folder)])) == ["甲.txt"]
    (handout, *_) = folder.glob("*.docx")
    assert find_speeches([str(handout)]) == (handout,)


def test_a_word_file_of_somebody_else_is_a_speech_and_a_damaged_one_is_left_to_the_reader(tmp_path):
    docx.Document().save(tmp_path / "甲.docx")
    made(tmp_path, "乙.docx")
    assert names(find_speeches([str(tmp_path)])) == ["乙.docx", "甲.docx"]


def test_one_file_named_in_several_ways_counts_once(tmp_path, monkeypatch):
    made(tmp_path, "甲.txt")
    monkeypatch.chdir(tmp_path)
    named = [
        "甲.txt",
        "./甲.txt",
        str(tmp_path / "甲.txt"),
        f"../{tmp_path.name}/甲.txt",
        str(tmp_path),
        "-",
        "-",
    ]
    assert [str(path) for path in find_speeches(named)] == ["甲.txt", "-"]


def test_what_a_folder_holds_besides(tmp_path):
    made(tmp_path, "甲.txt", "表.xlsx", ".藏.txt")
    (tmp_path / "下").mkdir()
    taken = find_speeches([str(tmp_path)])
    assert names(left_out([str(tmp_path), "-", "无.txt"], taken)) == [".藏.txt", "下", "表.xlsx"]


def test_thousands_of_speeches():
    files = [f"{number}.txt" for number in range(5000)]
    assert names(find_speeches(files)) == files
