"""Runs that die at any moment: the next one finds nothing half done, and nobody's work is lost."""

import hashlib
import json
import os
import re
import shutil
import subprocess
import sys

import pytest

from reportgen.writing import write_all

pytestmark = pytest.mark.skipif(
    not hasattr(os, "fork"), reason="only where a process can be made to die at a step"
)

OLD = {"甲-要点.docx": b"one", "甲-幻灯片.pptx": b"two", "甲-落实清单.xlsx": b"three"}
NEW = {name: data + b"!" for name, data in OLD.items()}
EDITED = "甲-幻灯片.pptx"
SET_ASIDE = re.compile(r"\.手改-\d{8}-\d{4}")
MINE = {"甲-幻灯片.手改.pptx": b"mine"}
STEPS = {"open", "os.rename", "os.link", "os.remove", "os.mkdir", "os.rmdir"}


STARTER = """
import json, os, pathlib, signal, sys, tempfile
from reportgen.writing import write_all

def no_links(*_args, **_kwargs):
    raise OSError(1, "Operation not permitted")

os.fsync = lambda _: None
link = os.link
with tempfile.TemporaryDirectory() as folder:  # what writing loads is loaded once, not by every child
    write_all(pathlib.Path(folder), {"a": b"1"})
for line in sys.stdin:
    folder, files, step, links = json.loads(line)
    os.link = link if links else no_links
    child = os.fork()
    if not child:
        count = iter(range(step))
        def hook(event, _):
            if event in STEPS and next(count, None) is None:
                os.kill(os.getpid(), signal.SIGKILL)
        sys.addaudithook(hook)
        write_all(pathlib.Path(folder), {name: text.encode() for name, text in files.items()})
        os._exit(0)
    print(json.dumps(os.WIFSIGNALED(os.waitpid(child, 0)[1])), flush=True)
"""
"""Begins the processes that die: to fork the large one that all tests run in takes ten times as long."""


@pytest.fixture(scope="module")
def starter():
    code = f"STEPS = {STEPS}\n{STARTER}"
    with subprocess.Popen(
        [sys.executable, "-c", code], stdin=subprocess.PIPE, stdout=subprocess.PIPE, text=True
    ) as process:
        yield process
        process.stdin.close()


@pytest.fixture
def dies(starter):
    """A function that writes in a process killed right before it touches the disk for the so many'th time.

    It gives False where the process comes to its end before that.
    """

    def write(folder, files, step, *, links=True):
        texts = {name: data.decode() for name, data in files.items()}
        starter.stdin.write(json.dumps([str(folder), texts, step, links]) + "\n")
        starter.stdin.flush()
        return json.loads(starter.stdout.readline())

    return write


@pytest.fixture(autouse=True)
def _fast(monkeypatch):
    """A killed process takes nothing along that it gave to the system, so the disk need not be waited for."""
    monkeypatch.setattr(os, "fsync", lambda _: None)


def seen(folder):
    """What a folder holds but for the record, under the names of before where it was set aside."""
    names = {path.name: path.read_bytes() for path in folder.iterdir() if path.name != ".reportgen.json"}
    return {SET_ASIDE.sub(".手改", name): data for name, data in names.items()}


@pytest.fixture
def before(tmp_path):
    """A function that makes a folder as an earlier run, or nobody, has left it."""

    def make(state):
        folder = tmp_path / "output"
        shutil.rmtree(folder, ignore_errors=True)
        if state != "nothing":
            write_all(folder, OLD)
        if state == "edited":
            (folder / EDITED).write_bytes(b"mine")
        return folder

    return make


@pytest.mark.parametrize("links", [True, False])
@pytest.mark.parametrize("state", ["nothing", "untouched", "edited"])
def test_a_kill_at_any_step_leaves_nothing_that_the_next_run_does_not_mend(
    before, dies, monkeypatch, state, links
):
    if not links:
        monkeypatch.setattr(os, "link", no_links)
    step = 0
    while dies(folder := before(state), NEW, step, links=links):
        assert b"mine" in seen_anywhere(folder) or state != "edited"
        write_all(folder, NEW)
        assert seen(folder) == NEW | (MINE if state == "edited" else {}), step
        assert not any(one.set_aside for one in write_all(folder, OLD)), step
        step += 1
    assert step > 15


def seen_anywhere(folder):
    return [path.read_bytes() for path in folder.rglob("*") if path.is_file()]


def no_links(*_args, **_kwargs):
    raise OSError(1, "Operation not permitted")


@pytest.mark.parametrize("state", ["nothing", "untouched", "edited"])
def test_a_run_that_dies_mending_is_mended_as_well(before, dies, state):
    for first in range(0, 60, 5):
        second = 0
        while True:
            if not dies(folder := before(state), NEW, first):
                return
            if not dies(folder, NEW, second):
                break
            write_all(folder, NEW)
            assert seen(folder) == NEW | (MINE if state == "edited" else {}), (first, second)
            second += 7


def test_what_was_edited_between_a_kill_and_the_next_run_is_set_aside(before, dies):
    step = 0
    while dies(folder := before("untouched"), NEW, step):
        for name in NEW:
            (folder / name).write_bytes(f"mine: {name}".encode())
        written = write_all(folder, OLD)
        assert {one.set_aside.read_bytes().decode() for one in written} == {f"mine: {name}" for name in NEW}
        step += 1


def test_another_speech_does_not_finish_what_it_does_not_know(before, dies):
    step = 0
    while dies(folder := before("untouched"), NEW, step):
        write_all(folder, {"乙-要点.docx": b"other"})
        names = {path.name for path in folder.iterdir()}
        assert names == {*OLD, "乙-要点.docx", ".reportgen.json"}, step
        assert {name: (folder / name).read_bytes() for name in OLD} in (OLD, NEW), step
        assert not any(one.set_aside for one in write_all(folder, OLD)), step
        step += 1


@pytest.mark.parametrize("kind", ["part", "old"])
def test_what_older_versions_left_is_cleared_unless_its_process_lives(tmp_path, kind):
    write_all(tmp_path, OLD)
    dead = os.fork()
    if not dead:
        os._exit(0)
    os.waitpid(dead, 0)
    lives, foreign = tmp_path / f".甲-要点.docx.{os.getppid()}.{kind}", tmp_path / f".别的.docx.{dead}.{kind}"
    for path in (lives, foreign, tmp_path / f".甲-要点.docx.{dead}.{kind}", tmp_path / f".x.{dead}.{kind}.y"):
        path.write_bytes(b"")
    write_all(tmp_path, NEW)
    assert lives.exists()
    assert foreign.exists()
    assert not (tmp_path / f".甲-要点.docx.{dead}.{kind}").exists()


@pytest.mark.parametrize(
    "journal",
    [
        "",
        "{",
        "[" * 100_000,
        '{"steps": [{"name": "../victim", "was": null, "now": "DIGEST"}]}',
        '{"steps": [{"name": "甲", "was": null, "now": "DIGEST", "aside": "../victim"}]}',
        '{"steps": [{"name": "..", "was": null, "now": "DIGEST"}]}',
        '{"steps": [{"name": 1, "was": null, "now": 2}]}',
    ],
)
def test_a_journal_that_is_not_ours_moves_nothing(tmp_path, journal):
    victim = tmp_path / "victim"
    victim.write_bytes(b"precious")
    folder = tmp_path / "output"
    (folder / ".reportgen.tmp").mkdir(parents=True)
    text = journal.replace("DIGEST", hashlib.sha256(b"precious").hexdigest())
    (folder / ".reportgen.tmp" / "journal.json").write_text(text, "utf-8")
    write_all(folder, NEW)
    assert victim.read_bytes() == b"precious"
    assert seen(folder) == NEW
