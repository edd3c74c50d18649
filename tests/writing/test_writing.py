"""The final write: whole or not at all, and never over an edited file."""

import errno
import json
import os
import re
from pathlib import Path

import pytest

from reportgen.errors import OutputError
from reportgen.writing import write_all

FILES = {"甲-要点.docx": b"one", "甲-幻灯片.pptx": b"two", "甲-落实清单.xlsx": b"three"}
NEWER = {name: data + b"!" for name, data in FILES.items()}


def seen(folder):
    return {path.name: path.read_bytes() for path in folder.iterdir() if path.name != ".reportgen.json"}


def test_files_and_record_are_in_place(tmp_path):
    written = write_all(tmp_path / "新" / "夹", FILES)
    assert seen(tmp_path / "新" / "夹") == FILES
    assert [one.path.name for one in written] == list(FILES)
    record = json.loads((tmp_path / "新" / "夹" / ".reportgen.json").read_text("utf-8"))
    assert record == {"version": 1, "files": {one.path.name: one.sha256 for one in written}}


def test_untouched_files_are_replaced(tmp_path):
    write_all(tmp_path, FILES)
    assert not any(one.set_aside for one in write_all(tmp_path, NEWER))
    assert seen(tmp_path) == NEWER


def test_an_edited_file_is_set_aside_with_its_own_time(tmp_path):
    write_all(tmp_path, FILES)
    edited = tmp_path / "甲-要点.docx"
    edited.write_bytes(b"mine")
    first, *others = write_all(tmp_path, NEWER)
    assert first.set_aside
    assert re.fullmatch(r"甲-要点\.手改-\d{8}-\d{4}\.docx", first.set_aside.name)
    assert first.set_aside.read_bytes() == b"mine"
    assert not any(one.set_aside for one in others)
    assert seen(tmp_path) == NEWER | {first.set_aside.name: b"mine"}


def test_files_set_aside_never_overwrite_each_other(tmp_path):
    aside = []
    for number in range(3):
        write_all(tmp_path, FILES)
        path = tmp_path / "甲-要点.docx"
        path.write_bytes(f"edit {number}".encode())
        os.utime(path, (1_700_000_000, 1_700_000_000))
        aside.append(write_all(tmp_path, NEWER)[0].set_aside)
        os.utime(path, None)
    assert [one.read_bytes() for one in aside] == [b"edit 0", b"edit 1", b"edit 2"]
    assert [one.stem[-2:] for one in aside[1:]] == ["-2", "-3"]


def test_a_file_of_unknown_origin_counts_as_edited(tmp_path):
    (tmp_path / "甲-要点.docx").write_bytes(b"not ours")
    assert write_all(tmp_path, FILES)[0].set_aside.read_bytes() == b"not ours"


def test_an_equal_file_of_unknown_origin_stays(tmp_path):
    (tmp_path / "甲-要点.docx").write_bytes(b"one")
    assert write_all(tmp_path, FILES)[0].set_aside is None


@pytest.mark.parametrize("record", ["", "[]", '{"files": 1}', "{"])
def test_a_broken_record_loses_nothing(tmp_path, record):
    write_all(tmp_path, FILES)
    (tmp_path / ".reportgen.json").write_text(record, "utf-8")
    assert all(one.set_aside for one in write_all(tmp_path, NEWER))


def test_another_speech_keeps_the_record_of_the_first(tmp_path):
    write_all(tmp_path, FILES)
    write_all(tmp_path, {"乙-要点.docx": b"other"})
    assert not any(one.set_aside for one in write_all(tmp_path, NEWER))


def failing(monkeypatch, name, number, after):
    """Let the call after so many fail as a full disk does."""
    real, calls = getattr(os, name), iter(range(1000))

    def fail(*args, **kwargs):
        if next(calls) >= after:
            raise OSError(number, os.strerror(number))
        return real(*args, **kwargs)

    monkeypatch.setattr(os, name, fail)


@pytest.mark.parametrize("name", ["fsync", "replace"])
@pytest.mark.parametrize("after", [0, 1, 2, 3])
def test_a_full_disk_leaves_everything_as_it_was(tmp_path, monkeypatch, name, after):
    write_all(tmp_path, FILES)
    (tmp_path / "甲-幻灯片.pptx").write_bytes(b"mine")
    before = {path.name: path.read_bytes() for path in tmp_path.iterdir()}
    with monkeypatch.context() as patch:
        failing(patch, name, errno.ENOSPC, after)
        # Undoing renames too, so only the call that fails first is the disk's.
        if name == "replace":
            patch.setattr(Path, "replace", once_full(after))
        with pytest.raises(OutputError, match="磁盘空间不足，没有写出任何文件"):
            write_all(tmp_path, NEWER)
    assert {path.name: path.read_bytes() for path in tmp_path.iterdir()} == before


def once_full(after):
    calls, real = iter(range(1000)), os.rename

    def replace(self, target):
        if next(calls) == after:
            raise OSError(errno.ENOSPC, os.strerror(errno.ENOSPC))
        real(self, target)
        return target

    return replace


def test_a_failed_first_run_leaves_no_folder(tmp_path, monkeypatch):
    failing(monkeypatch, "fsync", errno.ENOSPC, 1)
    with pytest.raises(OutputError):
        write_all(tmp_path / "output", FILES)
    assert not (tmp_path / "output").exists()


def test_a_file_where_the_folder_should_be(tmp_path):
    (tmp_path / "output").write_text("我是文件", "utf-8")
    with pytest.raises(OutputError, match="同名文件"):
        write_all(tmp_path / "output", FILES)
    with pytest.raises(OutputError, match="是文件，不是文件夹"):
        write_all(tmp_path / "output" / "里", FILES)
    assert (tmp_path / "output").read_text("utf-8") == "我是文件"


def test_a_folder_where_a_file_should_be(tmp_path):
    (tmp_path / "甲-要点.docx").mkdir()
    with pytest.raises(OutputError, match="文件夹与要生成的文件同名"):
        write_all(tmp_path, FILES)
    assert [path.name for path in tmp_path.iterdir()] == ["甲-要点.docx"]


def test_a_name_too_long(tmp_path):
    with pytest.raises(OutputError, match="文件名太长"):
        write_all(tmp_path, {"长" * 200 + ".docx": b""})


@pytest.mark.parametrize("number", [errno.EACCES, errno.EROFS, errno.EIO])
def test_other_troubles_are_told_in_one_line(tmp_path, monkeypatch, number):
    failing(monkeypatch, "fsync", number, 0)
    with pytest.raises(OutputError) as caught:
        write_all(tmp_path, FILES)
    assert "\n" not in str(caught.value)
    assert str(tmp_path) in str(caught.value)


def test_an_interruption_leaves_nothing_behind(tmp_path, monkeypatch):
    monkeypatch.setattr(os, "fsync", lambda _: (_ for _ in ()).throw(KeyboardInterrupt))
    with pytest.raises(KeyboardInterrupt):
        write_all(tmp_path, FILES)
    assert not list(tmp_path.iterdir())


def test_files_get_the_permissions_that_the_user_gives_new_files(tmp_path):
    (one, *_) = write_all(tmp_path, FILES)
    plain = tmp_path / "plain"
    plain.write_bytes(b"")
    assert one.path.stat().st_mode == plain.stat().st_mode
