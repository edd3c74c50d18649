"""What could not be written is told before the work, and the trial leaves nothing behind."""

import errno
import os
import socket
import subprocess
from pathlib import Path

import pytest

from reportgen.errors import OutputError
from reportgen.writing import lock, moves, record, require_writable, write_all

NAMES = ("甲-要点.docx", "甲-幻灯片.pptx")
FILES = dict.fromkeys(NAMES, b"one")


def refuse(directory, names=NAMES):
    """The one line in which both the trial and the write itself refuse."""
    with pytest.raises(OutputError) as caught:
        require_writable(directory, names)
    with pytest.raises(OutputError):
        write_all(directory, dict.fromkeys(names, b"one"))
    assert "\n" not in str(caught.value)
    return str(caught.value)


@pytest.mark.parametrize("folder", ["", "新", "新/再新/夹"])
def test_what_can_be_written_passes_and_leaves_no_trace(tmp_path, folder):
    require_writable(tmp_path / folder, NAMES)
    assert not list(tmp_path.iterdir())


def test_a_folder_as_named_by_default(tmp_path, monkeypatch):
    monkeypatch.chdir(tmp_path)
    require_writable(Path("output"), NAMES)
    require_writable(Path(), NAMES)
    assert not list(tmp_path.iterdir())


def test_what_stands_there_already_stays(tmp_path):
    write_all(tmp_path, FILES)
    before = {path.name: path.stat().st_mtime_ns for path in tmp_path.iterdir()}
    require_writable(tmp_path, NAMES)
    assert {path.name: path.stat().st_mtime_ns for path in tmp_path.iterdir()} == before


def test_a_file_for_the_folder(tmp_path):
    (tmp_path / "output").write_text("我是文件", "utf-8")
    assert "却有一个同名文件" in refuse(tmp_path / "output")
    assert "有一段是文件，不是文件夹" in refuse(tmp_path / "output" / "里" / "再里")
    assert (tmp_path / "output").read_text("utf-8") == "我是文件"


def test_a_link_that_leads_nowhere_for_the_folder(tmp_path):
    (tmp_path / "output").symlink_to(tmp_path / "没有")
    refuse(tmp_path / "output")


@pytest.mark.parametrize("folder", ["output", "长" * 100, "新/" + "长" * 100])
def test_names_too_long(tmp_path, folder):
    assert "文件名太长" in refuse(tmp_path / folder, ["长" * 200 + ".docx"])


@pytest.mark.parametrize("name", ["甲\udcff\ud800.docx", "\ud83d.docx"])
def test_names_that_the_system_has_no_bytes_for(tmp_path, name):
    assert "系统写不了的字" in refuse(tmp_path, [name])


@pytest.mark.parametrize(
    ("number", "says"),
    [
        (errno.EACCES, "没有写入权限"),
        (errno.EPERM, "没有写入权限"),
        (errno.EROFS, "磁盘是只读的"),
        (errno.ENOSPC, "磁盘空间不足"),
        (errno.EDQUOT, "磁盘配额已满"),
        (errno.EIO, "系统错误 5"),
    ],
)
@pytest.mark.parametrize("call", ["open", "write"])
def test_a_system_that_refuses(tmp_path, monkeypatch, call, number, says):
    def fail(*_args, **_kwargs):
        raise OSError(number, os.strerror(number))

    monkeypatch.setattr(os, call, fail)
    with pytest.raises(OutputError, match=says):
        require_writable(tmp_path, NAMES)
    monkeypatch.undo()
    assert not list(tmp_path.iterdir())


@pytest.mark.skipif(os.name == "nt" or os.geteuid() != 0, reason="only root may make a folder immutable")
def test_a_folder_that_nobody_may_write_into(tmp_path):
    folder = tmp_path / "output"
    folder.mkdir()
    if subprocess.run(["chattr", "+i", folder], capture_output=True, check=False).returncode:
        pytest.skip("this file system cannot do it")
    try:
        assert "没有写入权限" in refuse(folder)
        assert "没有写入权限" in refuse(folder / "新" / "夹")
    finally:
        subprocess.run(["chattr", "-i", folder], check=True)


def pipe(path):
    os.mkfifo(path)


def folder(path):
    path.mkdir()
    (path / "mine").write_bytes(b"mine")


def socket_of_a_program(path):
    with socket.socket(socket.AF_UNIX) as server:
        server.bind(str(path))


def device(path):
    path.symlink_to("/dev/zero")


def link_to_a_pipe(path):
    os.mkfifo(path.with_name("pipe"))
    path.symlink_to("pipe")


def link_to_nothing(path):
    path.symlink_to("没有")


def link_to_itself(path):
    path.symlink_to(path.name)


STRANGE = (pipe, folder, device, link_to_a_pipe, link_to_nothing, link_to_itself)


@pytest.mark.skipif(not hasattr(os, "mkfifo"), reason="no such things on Windows")
@pytest.mark.parametrize("make", STRANGE)
@pytest.mark.parametrize("name", [NAMES[1], record.NAME])
def test_what_is_no_file_in_the_place_of_one(tmp_path, monkeypatch, make, name):
    monkeypatch.chdir(tmp_path)
    make(Path(name))
    before = sorted(tmp_path.rglob("*"))
    said = refuse(tmp_path)
    assert said.startswith(str(tmp_path / name))
    assert "与要生成的文件同名。请移走它" in said
    assert sorted(tmp_path.rglob("*")) == before


@pytest.mark.skipif(not hasattr(os, "mkfifo"), reason="no such things on Windows")
@pytest.mark.parametrize("make", [socket_of_a_program, *STRANGE[1:]])
@pytest.mark.parametrize("name", [lock.NAME])
def test_what_is_no_file_in_the_place_of_the_lock(tmp_path, monkeypatch, make, name):
    monkeypatch.chdir(tmp_path)
    make(Path(name))
    assert str(tmp_path) in refuse(tmp_path)


@pytest.mark.parametrize("make", [Path.touch, *STRANGE[2:]])
def test_what_is_no_folder_in_the_place_of_ours(tmp_path, monkeypatch, make):
    monkeypatch.chdir(tmp_path)
    (tmp_path / "elsewhere").mkdir()
    make(Path(moves.NAME))
    assert moves.NAME in refuse(tmp_path)


def test_a_link_to_a_file_is_set_aside_as_a_link_and_its_file_stays(tmp_path):
    mine = tmp_path / "mine.docx"
    mine.write_bytes(b"mine")
    (tmp_path / "output").mkdir()
    (tmp_path / "output" / NAMES[0]).symlink_to("../mine.docx")
    require_writable(tmp_path / "output", NAMES)
    written = write_all(tmp_path / "output", FILES)
    assert written[0].set_aside.is_symlink()
    assert written[0].set_aside.read_bytes() == mine.read_bytes() == b"mine"
    assert not written[0].path.is_symlink()
    assert written[0].path.read_bytes() == b"one"


def test_a_link_to_our_own_file_is_replaced_and_its_file_stays(tmp_path):
    folder = tmp_path / "output"
    write_all(folder, FILES)
    (folder / NAMES[0]).rename(tmp_path / "kept.docx")
    (folder / NAMES[0]).symlink_to("../kept.docx")
    write_all(folder, dict.fromkeys(NAMES, b"two"))
    assert (folder / NAMES[0]).read_bytes() == b"two"
    assert (tmp_path / "kept.docx").read_bytes() == b"one"


@pytest.mark.skipif(not hasattr(os, "mkfifo"), reason="no such things on Windows")
def test_a_record_that_is_no_file_is_not_waited_for(tmp_path):
    os.mkfifo(tmp_path / record.NAME)
    assert record.load(tmp_path).files == {}


@pytest.mark.skipif(os.name == "nt", reason="Windows has no such names")
def test_a_name_of_bytes_that_are_no_text_is_recorded_and_known_again(tmp_path):
    name = os.fsdecode(b"\xb8\xe5.yaml")
    write_all(tmp_path, {name: b"one"})
    assert record.load(tmp_path).files.keys() == {name}
    assert not write_all(tmp_path, {name: b"two"})[0].set_aside
    (tmp_path / name).write_bytes(b"mine")
    assert write_all(tmp_path, {name: b"three"})[0].set_aside.read_bytes() == b"mine"


def test_a_record_nested_without_end_counts_as_none(tmp_path):
    write_all(tmp_path, FILES)
    (tmp_path / record.NAME).write_text("[" * 100_000, "utf-8")
    assert all(one.set_aside for one in write_all(tmp_path, dict.fromkeys(NAMES, b"two")))
