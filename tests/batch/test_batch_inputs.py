"""What may be named, what of it is a speech, and what each is called; and which folder its files get."""

import os

import pytest

from reportgen.batch.inputs import Inputs
from reportgen.batch.places import place_of
from reportgen.errors import SourceError, UsageError


@pytest.fixture
def archive(tmp_path, monkeypatch):
    """An archive of speeches and of what is none; its folder is the one we are in."""
    monkeypatch.chdir(tmp_path)
    for name in (
        "稿/甲.txt",
        "稿/下/乙.md",
        "稿/下/深/丙.txt",
        "另/丁.txt",
        "稿/表.xlsx",
        "稿/.藏/戊.txt",
        "稿/~$甲.docx",
    ):
        path = tmp_path / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text("稿", "utf-8")
    return tmp_path


@pytest.fixture
def names(archive):
    """A function that gives what is found of what is named, in the folder of the test."""

    def find(*named, output="成稿"):
        return [one.name for one in Inputs(named, archive / output).found(lambda *_: False)]

    return find


@pytest.mark.parametrize(
    ("named", "found"),
    [
        (["稿"], ["下/乙.md", "下/深/丙.txt", "甲.txt"]),
        (["稿", "另"], ["稿/下/乙.md", "稿/下/深/丙.txt", "稿/甲.txt", "另/丁.txt"]),
        (["稿/甲.txt"], ["甲.txt"]),
        (["稿/下", "稿/甲.txt"], ["下/乙.md", "下/深/丙.txt", "甲.txt"]),
        (["稿/**/*.txt"], ["下/深/丙.txt", "甲.txt"]),
        (["稿/*"], ["甲.txt"]),
        (["[稿另]"], ["另/丁.txt", "稿/下/乙.md", "稿/下/深/丙.txt", "稿/甲.txt"]),
        (["*/丁.*"], ["另/丁.txt"]),
        (["稿/无.txt"], ["无.txt"]),
        (["稿/表.xlsx"], ["表.xlsx"]),  # named by itself: its reader says what is amiss
    ],
)
def test_what_is_named(names, named, found):
    assert names(*named) == found


def test_a_url_of_a_file_is_its_path(archive, names):
    assert names((archive / "稿").as_uri()) == ["下/乙.md", "下/深/丙.txt", "甲.txt"]


def test_a_list(archive, names):
    (archive / "稿" / "清单.txt").write_bytes("\ufeff# 说明\n甲.txt\n\n  下  \n../另/*.txt\n".encode())
    assert names("@稿/清单.txt") == ["稿/甲.txt", "稿/下/乙.md", "稿/下/深/丙.txt", "另/丁.txt"]


@pytest.mark.parametrize(
    ("content", "told"),
    [("甲.txt".encode("gb18030"), "不是 UTF-8"), (b"\n# x\n", "清单是空的"), (None, "找不到文件")],
)
def test_a_list_that_is_none(archive, names, content, told):
    if content is not None:
        (archive / "清单.txt").write_bytes(content)
    with pytest.raises(UsageError, match=told):
        names("@清单.txt")


def test_what_cannot_be_meant(names):
    with pytest.raises(UsageError, match="不读标准输入"):
        names("-")
    with pytest.raises(SourceError, match="没有符合的文件"):
        names("没有/*.txt")
    with pytest.raises(UsageError, match="输出文件夹"):
        names("稿", output="稿")
    with pytest.raises(UsageError, match="输出文件夹"):
        names("稿/下/乙.md", output="稿")


def test_the_output_folder_holds_no_speeches(names):
    assert names(".", output="稿") == ["另/丁.txt"]


def test_links_that_lead_round_are_followed_once(archive, names):
    (archive / "稿" / "下" / "回").symlink_to(archive / "稿")
    (archive / "稿" / "别处").symlink_to(archive / "另")
    assert names("稿") == ["下/乙.md", "下/深/丙.txt", "别处/丁.txt", "甲.txt"]


@pytest.mark.skipif(os.geteuid() == 0 if hasattr(os, "geteuid") else True, reason="root may open any folder")
def test_a_folder_that_cannot_be_opened_is_told(archive):
    (archive / "稿" / "下").chmod(0)
    found = Inputs([str(archive / "稿")], archive / "成稿").found(lambda *_: False)
    assert [one.name for one in found if one.fault] == ["下"]


def test_a_name_that_is_no_text(archive):
    (archive / os.fsdecode(b"\xff\xfe.txt")).write_text("稿", "utf-8")
    (one, *_) = Inputs([os.fsdecode(b"\xff\xfe.txt")], archive / "成稿").found(lambda *_: False)
    assert one.key.startswith("file://")
    assert one.name == "??.txt"


@pytest.mark.parametrize(
    ("speeches", "places"),
    [
        (["甲.txt", "乙.txt"], ["甲", "乙"]),
        (["甲.docx", "甲.txt", "甲.md"], ["甲", "甲.txt", "甲.md"]),
        (["a/甲.txt", "b/甲.txt"], ["a/甲", "b/甲"]),
        (["A.txt", "a.md", "a.MD"], ["A", "a.md", "a.MD-2"]),
        (["index.html", "summary.xlsx.txt"], ["index", "summary.xlsx.txt"]),
        (["index.html.txt", "x/index.html.txt"], ["index.html.txt", "x/index.html"]),
        (["/a/./甲.txt", "../乙.txt", 'a?/b:"c.txt'], ["a/甲", "_/乙", "a_/b__c"]),
        (["甲 .txt", "。..txt"], ["甲", "。"]),
    ],
)
def test_places(speeches, places):
    taken = set()
    found = []
    for name in speeches:
        found.append(place_of(name, lambda place: place not in taken))
        taken.add(found[-1].casefold())
    assert found == places


def test_what_is_added_later_takes_no_place_of_others(speeches, go, tmp_path):
    speeches(**{"甲.txt": "一"})
    go()
    speeches(**{"甲.md": "二"})
    go()
    assert (tmp_path / "成稿" / "甲" / "甲-要点.docx").read_text("utf-8") == "一"
    assert (tmp_path / "成稿" / "甲.md" / "甲-要点.docx").read_text("utf-8") == "二"


def test_a_speech_that_is_named_twice_counts_once(speeches, go):
    folder = speeches(甲="甲")
    assert go(folder, folder / "甲.txt", f"{folder}/*.txt")[0].total == 1


def test_a_speech_that_is_missing_has_failed(speeches, go):
    from reportgen.batch.job import job

    folder = speeches(甲="甲")
    summary, heard = go(folder / "无.txt", job=job)
    assert (summary.failed, summary.status) == (1, 1)
    assert heard.records["无.txt"]["error"] == "无.txt：找不到文件。请检查路径和文件名"
    assert go(folder / "无.txt", job=job)[0].failed_before == 1
