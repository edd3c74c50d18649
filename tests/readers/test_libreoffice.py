"""How LibreOffice is found, run, and stopped; a script stands in for it."""

import os
import tempfile
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path

import pytest

from reportgen import libreoffice
from reportgen.errors import SourceError
from reportgen.libreoffice import find_program
from reportgen.readers import libreoffice as reading
from reportgen.readers.libreoffice import convert

pytestmark = pytest.mark.skipif(os.name == "nt", reason="the stand-in is a shell script")

# Copies what it is given to where LibreOffice would write: the last word is the file.
COPY = """#!/bin/sh
while [ $# -gt 1 ]; do [ "$1" = --outdir ] && out="$2"; shift; done
mkdir -p "$out"; cp "$1" "$out/speech.txt"; echo left > "$TMPDIR/left"
"""


@pytest.fixture
def program(tmp_path, monkeypatch):
    """A function that puts a script in LibreOffice's place; scratch files have a folder of their own."""
    scratch = tmp_path / "scratch"
    scratch.mkdir()
    monkeypatch.setattr(tempfile, "tempdir", str(scratch))

    def make(script):
        (tmp_path / "soffice").write_text(script)
        (tmp_path / "soffice").chmod(0o755)
        monkeypatch.setenv("PATH", f"{tmp_path}:{os.environ['PATH']}")
        return scratch

    return make


def test_the_result_is_returned_and_nothing_is_left_behind(program):
    scratch = program(COPY)
    assert convert(b"speech", "doc", "txt:Text", "x.doc") == b"speech"
    assert not list(scratch.iterdir())


def test_calls_run_side_by_side(program):
    program(COPY)
    with ThreadPoolExecutor(4) as pool:
        out = pool.map(lambda at: convert(b"%d" % at, "doc", "txt:Text", "x.doc"), range(8))
    assert list(out) == [b"%d" % at for at in range(8)]


def test_a_file_that_gives_nothing(program):
    scratch = program("#!/bin/sh\nexit 0\n")
    with pytest.raises(SourceError, match=r"x\.doc：LibreOffice 打不开这个文件。.*另存为 \.docx"):
        convert(b"speech", "doc", "txt:Text", "x.doc")
    assert not list(scratch.iterdir())


@pytest.fixture
def line(tmp_path):
    """A function that gives what was written into the pipe `line`, once no living process holds it open."""
    os.mkfifo(tmp_path / "line")
    reader = os.open(tmp_path / "line", os.O_RDONLY | os.O_NONBLOCK)
    os.set_blocking(reader, True)
    with open(reader, "rb") as file:  # noqa: PTH123
        yield file.read


LINGERS = "(sleep 60; echo alive >&9) &"
"""A process that says so if it is let live; it holds the pipe that its starter holds."""


def test_what_takes_too_long_is_ended_with_all_that_it_started(program, monkeypatch, tmp_path, line):
    scratch = program(f"#!/bin/sh\nexec 9>{tmp_path}/line\necho begun >&9\n{LINGERS}\nsleep 600\n")
    monkeypatch.setattr(reading, "TIME_LIMIT", 1)
    with pytest.raises(SourceError, match="超过 1 秒，已停止"):
        convert(b"speech", "doc", "txt:Text", "x.doc")
    assert line() == b"begun\n"
    assert not list(scratch.iterdir())


def test_what_outlives_the_program_is_ended_too(program, tmp_path, line):
    program(f"{COPY}exec 9>{tmp_path}/line\n{LINGERS}\n")
    assert convert(b"speech", "doc", "txt:Text", "x.doc") == b"speech"
    assert line() == b""


def test_the_program_has_a_limit_of_memory(program):
    program(COPY + 'ulimit -d > "$out/speech.txt"\n')
    assert int(convert(b"speech", "doc", "txt:Text", "x.doc")) == reading.MEMORY_LIMIT


def test_a_program_that_does_not_start(program):
    program("#!/none/such\n")
    with pytest.raises(SourceError, match="启动不了"):
        convert(b"speech", "doc", "txt:Text", "x.doc")


@pytest.mark.parametrize(
    ("tool", "says"), [("apt-get", "sudo apt-get install"), ("brew", "brew install"), ("", "请先安装")]
)
def test_without_the_program_the_one_command_is_named(monkeypatch, tmp_path, tool, says):
    if tool:
        (tmp_path / tool).write_text("#!/bin/sh\n")
        (tmp_path / tool).chmod(0o755)
    monkeypatch.setenv("PATH", str(tmp_path))
    monkeypatch.setattr(libreoffice, "_PLACES", ("/none/soffice", "/none*/soffice"))
    with pytest.raises(SourceError) as caught:
        convert(b"speech", "doc", "txt:Text", "x.doc")
    assert "x.doc：读这种文件要用 LibreOffice，本机没有" in str(caught.value)
    assert says in str(caught.value)
    assert "\n" not in str(caught.value)


def test_it_is_found_where_installers_put_it(monkeypatch, tmp_path):
    for release in ("libreoffice7.6", "libreoffice24.2"):
        place = tmp_path / release / "program" / "soffice"
        place.parent.mkdir(parents=True)
        place.touch()
    monkeypatch.setenv("PATH", "/none")
    monkeypatch.setattr(libreoffice, "_PLACES", (f"{tmp_path}/libreoffice*/program/soffice",))
    found = find_program()
    assert found is not None
    assert Path(found).name == "soffice"
