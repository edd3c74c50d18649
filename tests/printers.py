"""Programs that stand in for LibreOffice, so that what is done around it can be tried without it."""

import os
import tempfile

import pytest

from reportgen import libreoffice
from reportgen.picturing.captions import Caption, as_pdf

WIDE, TALL = (960, 540), (595, 842)
"""Sizes of pages, in points: a slide, and A4."""
PRINTS = """#!/bin/sh
while [ $# -gt 0 ]; do
  case "$1" in --outdir) out="$2"; shift;; */in/*) files="$files $1";; esac
  shift
done
mkdir -p "$out"
for file in $files; do name=${{file##*/}}; cp {pdf} "$out/${{name%.*}}.pdf"; done
"""
"""Gives the same PDF for every file."""
FAILS = "#!/bin/sh\nexit 1\n"
SLEEPS = "#!/bin/sh\nsleep 600\n"


def page(size=TALL, text="第一页"):
    """A PDF of one page."""
    return as_pdf([Caption(text, 50, 100, 40)], size)


@pytest.fixture
def printer(tmp_path_factory, monkeypatch):
    """A function that puts a script in LibreOffice's place; without one there is no LibreOffice at all.

    It gives the folder of scratch files.
    """
    if os.name == "nt":
        pytest.skip("the stand-in is a shell script")
    place = tmp_path_factory.mktemp("printer")
    scratch = place / "scratch"
    scratch.mkdir()
    monkeypatch.setattr(tempfile, "tempdir", str(scratch))
    monkeypatch.setattr(libreoffice, "_PLACES", ())

    def make(script=PRINTS, pdf=None):
        (place / "sample.pdf").write_bytes(page() if pdf is None else pdf)
        if script is None:
            monkeypatch.setenv("PATH", "")
            return scratch
        (place / "soffice").write_text(
            script.format(pdf=place / "sample.pdf") if script == PRINTS else script
        )
        (place / "soffice").chmod(0o755)
        monkeypatch.setenv("PATH", f"{place}{os.pathsep}{os.environ['PATH']}")
        return scratch

    return make
