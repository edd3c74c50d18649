"""Whole builds that run into each other, are cut off, or meet files that they may not touch."""

import json
import os
import signal
import stat
import subprocess
import sys

import pytest

from speech import SHORT
from waiting import HANGS

ONLY = ["--only", "落实清单"]
"""How builds meet does not hang on how much they make."""


def started(folder, *arguments):
    command = [sys.executable, "-m", "reportgen", "build", *arguments, *ONLY]
    return subprocess.Popen(command, cwd=folder, stdout=subprocess.PIPE, stderr=subprocess.PIPE)


def ended(*runs):
    out = [run.communicate(timeout=HANGS) for run in runs]
    return [(run.returncode, err.decode()) for run, (_, err) in zip(runs, out, strict=True)]


def record(folder):
    return json.loads((folder / "output" / ".reportgen.json").read_text("utf-8"))["files"]


def names(folder):
    return {path.name for path in (folder / "output").iterdir()}


@pytest.fixture
def speeches(tmp_path):
    for name in "甲乙丙":
        (tmp_path / f"{name}.txt").write_text(SHORT.replace("落实", f"{name}项落实"), "utf-8")
    return tmp_path


def test_builds_of_several_speeches_into_one_new_folder_at_once(speeches):
    assert ended(*(started(speeches, f"{name}.txt") for name in "甲乙丙")) == [(0, "")] * 3
    made = {f"{name}-落实清单.xlsx" for name in "甲乙丙"}
    assert names(speeches) == {*made, ".reportgen.json"}
    assert set(record(speeches)) == made
    # Each is known as ours, so that building again sets nothing aside.
    assert ended(started(speeches, ".")) == [(0, "")]
    assert names(speeches) == {*made, ".reportgen.json"}


def test_builds_of_one_speech_at_once_set_nothing_aside(speeches):
    assert ended(*(started(speeches, "甲.txt") for _ in range(3))) == [(0, "")] * 3
    assert names(speeches) == {"甲-落实清单.xlsx", ".reportgen.json"}


@pytest.mark.skipif(os.name == "nt", reason="no such signals here")
@pytest.mark.parametrize(("number", "status"), [(signal.SIGINT, 130), (signal.SIGTERM, 143)])
def test_a_build_that_is_asked_to_stop_leaves_whole_files_and_says_so_in_one_line(speeches, number, status):
    run = started(speeches, *(["甲.txt", "乙.txt", "丙.txt"]))
    run.stdout.readline()  # the first speech is built
    run.send_signal(number)
    ((code, err),) = ended(run)
    made = names(speeches) - {".reportgen.json"}
    assert set(record(speeches)) == made
    assert not any(name.startswith(".") for name in made)
    # It may have come to its end before the signal: then there is nothing to be told.
    assert (code, err) == (status, "错误：已取消，没有写出未完成的文件\n") or (err == "" and len(made) == 3)
    assert ended(started(speeches, ".")) == [(0, "")]
    assert len(names(speeches)) == 4


@pytest.mark.skipif(os.name == "nt", reason="no such signals here")
def test_a_build_that_was_killed_is_made_good_by_the_next(speeches):
    run = started(speeches, "甲.txt", "乙.txt", "丙.txt")
    run.stdout.readline()
    run.kill()
    ended(run)
    assert ended(started(speeches, ".")) == [(0, "")]
    assert names(speeches) == {*(f"{name}-落实清单.xlsx" for name in "甲乙丙"), ".reportgen.json"}


def test_a_file_that_may_only_be_read_is_replaced_where_it_is_ours(speeches):
    assert ended(started(speeches, "甲.txt")) == [(0, "")]
    made = speeches / "output" / "甲-落实清单.xlsx"
    made.chmod(stat.S_IRUSR)
    (speeches / "甲.txt").write_text(SHORT, "utf-8")
    before = made.read_bytes()
    assert ended(started(speeches, "甲.txt")) == [(0, "")]
    assert made.read_bytes() != before
    assert names(speeches) == {"甲-落实清单.xlsx", ".reportgen.json"}


def test_a_speech_changed_between_two_builds_replaces_its_file_and_no_other(speeches):
    assert ended(started(speeches, "甲.txt", "乙.txt")) == [(0, "")]
    before = record(speeches)
    (speeches / "甲.txt").write_text(SHORT, "utf-8")
    assert ended(started(speeches, "甲.txt", "乙.txt")) == [(0, "")]
    after = record(speeches)
    assert {name for name in after if after[name] != before[name]} == {"甲-落实清单.xlsx"}


def test_one_that_fails_among_several_takes_no_file_of_the_others_along(speeches):
    (speeches / "乙.txt").write_bytes(b"")
    assert ended(started(speeches, "甲.txt", "乙.txt", "丙.txt")) == [
        (1, "错误：乙.txt：文件是空的。请确认选对了文件，或重新保存后再试\n")
    ]
    assert set(record(speeches)) == {"甲-落实清单.xlsx", "丙-落实清单.xlsx"}
