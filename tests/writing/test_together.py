"""Runs that write into one folder at once lose nothing of each other's."""

import errno
import json
import os
import signal
import subprocess
import sys
import textwrap

import pytest

from reportgen.errors import OutputError
from reportgen.writing import lock, write_all
from waiting import HANGS

RUNS = 6
ROUNDS = 5
WRITES = textwrap.dedent(
    """
    import pathlib, sys
    from reportgen.writing import write_all
    folder, name = pathlib.Path(sys.argv[1]), sys.argv[2]
    while not (folder.parent / "go").exists():
        pass
    for number in range(int(sys.argv[3])):
        text = f"{name} {number} {sys.argv[4]}".encode()
        files = {f"{name}-{kind}": text for kind in ("要点.docx", "清单.xlsx")}
        assert not any(one.set_aside for one in write_all(folder, files))
    """
)


def together(folder, names):
    """Let a process for each name write its files over and over, all beginning at the same moment."""
    command = [sys.executable, "-c", WRITES, folder]
    runs = [
        subprocess.Popen([*command, name, str(ROUNDS), str(number)], stderr=subprocess.PIPE)
        for number, name in enumerate(names)
    ]
    (folder.parent / "go").touch()
    assert [run.communicate(timeout=HANGS)[1].decode() for run in runs] == [""] * len(runs)


def recorded(folder):
    return json.loads((folder / ".reportgen.json").read_text("utf-8"))["files"]


@pytest.mark.parametrize(
    "names", [[f"稿{n}" for n in range(RUNS)], ["同一篇"] * RUNS, ["甲", "乙", "丙"] * 2]
)
def test_all_are_recorded_and_none_is_set_aside(tmp_path, names):
    folder = tmp_path / "output"
    together(folder, names)
    expected = {f"{name}-{kind}" for name in names for kind in ("要点.docx", "清单.xlsx")}
    assert {path.name for path in folder.iterdir()} == {*expected, ".reportgen.json"}
    assert set(recorded(folder)) == expected
    # Both files of a speech come from the same run, and the record knows each as it is.
    for name in names:
        paper, checklist = ((folder / f"{name}-{kind}").read_bytes() for kind in ("要点.docx", "清单.xlsx"))
        assert paper == checklist
    again = dict.fromkeys(expected, b"again")
    assert not any(one.set_aside for one in write_all(folder, again))


HOLDS = textwrap.dedent(
    """
    import pathlib, sys
    from reportgen.writing.lock import locked
    with locked(pathlib.Path(sys.argv[1])):
        print("held", flush=True)
        sys.stdin.read()
    """
)


@pytest.fixture
def holder(tmp_path):
    """A living process that holds the folder."""
    command = [sys.executable, "-c", HOLDS, tmp_path]
    with subprocess.Popen(command, stdin=subprocess.PIPE, stdout=subprocess.PIPE) as process:
        assert process.stdout.readline() == b"held\n"
        yield process


def test_a_run_that_waits_in_vain_says_so_and_changes_nothing(tmp_path, monkeypatch, holder):
    assert holder.poll() is None
    monkeypatch.setattr(lock, "PATIENCE", 0.2)
    with pytest.raises(OutputError, match="另一个 reportgen 正在往这里写文件，等了 0 秒") as caught:
        write_all(tmp_path, {"甲": b""})
    assert "\n" not in str(caught.value)
    assert not (tmp_path / "甲").exists()


def test_the_lock_of_a_dead_process_holds_nobody_up(tmp_path, monkeypatch, holder):
    monkeypatch.setattr(lock, "PATIENCE", 5)
    holder.kill()
    holder.wait()
    assert (tmp_path / lock.NAME).exists()
    write_all(tmp_path, {"甲": b""})
    assert {path.name for path in tmp_path.iterdir()} == {"甲", ".reportgen.json"}


def without_locks(monkeypatch, number):
    def refuse(*_):
        raise OSError(number, os.strerror(number))

    monkeypatch.setattr("fcntl.flock", refuse)


@pytest.mark.skipif(os.name == "nt", reason="Windows always has locks")
@pytest.mark.parametrize("number", [errno.ENOSYS, errno.ENOLCK, errno.EOPNOTSUPP])
class TestWithoutLocks:
    """File systems that cannot lock."""

    def test_files_are_written_all_the_same(self, tmp_path, monkeypatch, capfd, number):
        without_locks(monkeypatch, number)
        write_all(tmp_path / "output", {"甲": b""})
        assert {path.name for path in (tmp_path / "output").iterdir()} == {"甲", ".reportgen.json"}
        assert capfd.readouterr() == ("", "")

    def test_a_living_run_is_waited_for(self, tmp_path, monkeypatch, number):
        without_locks(monkeypatch, number)
        monkeypatch.setattr(lock, "PATIENCE", 0.2)
        with lock.locked(tmp_path), pytest.raises(OutputError, match="另一个 reportgen"):
            write_all(tmp_path, {"甲": b""})

    def test_a_dead_one_is_not(self, tmp_path, monkeypatch, number):
        without_locks(monkeypatch, number)
        child = os.fork()
        if not child:
            with lock.locked(tmp_path):
                os.kill(os.getpid(), signal.SIGKILL)
        os.waitpid(child, 0)
        assert list(tmp_path.iterdir())
        write_all(tmp_path, {"甲": b""})
        assert {path.name for path in tmp_path.iterdir()} == {"甲", ".reportgen.json"}


def test_a_folder_that_another_run_takes_away_again_is_made_anew(tmp_path, monkeypatch):
    """A run that fails takes away the folder that it has made, perhaps just before ours asks for the lock."""
    real, taken = type(tmp_path).mkdir, iter([True])

    def mkdir(self, *args, **kwargs):
        real(self, *args, **kwargs)
        if next(taken, False):
            self.rmdir()

    monkeypatch.setattr(type(tmp_path), "mkdir", mkdir)
    write_all(tmp_path / "output", {"甲": b"one"})
    assert (tmp_path / "output" / "甲").read_bytes() == b"one"
