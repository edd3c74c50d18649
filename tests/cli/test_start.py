"""What stays unloaded, so that what is asked for comes at once."""

import json
import subprocess
import sys

import pytest

from ownhandout import with_tags
from reportgen.themes import standard
from speech import SHORT, SPEECH
from waiting import HANGS

SLOW = {
    *("jieba", "docx", "pptx", "docxtpl", "xlsxwriter", "lxml", "openpyxl", "jinja2", "rich", "yaml"),
    "markdown_it",
    "pypdfium2",
    "rjieba",
    "PIL",
}
PROBE = """
import json, sys
from reportgen.cli import main
status = main({arguments!r})
sys.stderr.write(json.dumps([status, sorted({{name.partition(".")[0] for name in sys.modules}})]))
"""


def loaded(arguments):
    done = subprocess.run(
        [sys.executable, "-c", PROBE.format(arguments=arguments)],
        capture_output=True,
        timeout=HANGS,
        check=True,
    )
    status, modules = json.loads(done.stderr)
    assert status == 0
    return set(modules)


@pytest.mark.parametrize(
    "arguments", [["--help"], ["build", "--help"], ["--version"], ["outline"], ["outline", "--json"]]
)
def test_neither_words_nor_office_are_loaded(tmp_path, arguments):
    speech = tmp_path / "讲话.txt"
    speech.write_text(SHORT, "utf-8")
    command = [*arguments, str(speech)] if arguments[0] == "outline" else arguments
    assert not loaded(command) & SLOW


OFFICE = {"docx": {"docx", "docxtpl", "jinja2"}, "pptx": set(), "xlsx": {"xlsxwriter"}}
"""What each kind of file is written with: Word and Excel only where the template is none of ours.

Of a deck only charts are drawn with a library.
"""


@pytest.mark.parametrize("arguments", [["check"], ["check", "--json"], ["brief"]])
def test_who_writes_no_office_file_loads_nothing_that_does(tmp_path, arguments):
    speech = tmp_path / "讲话.txt"
    speech.write_text(SPEECH, "utf-8")
    assert not loaded([*arguments, str(speech)]) & {*set().union(*OFFICE.values()), "pptx", "lxml", "rich"}


@pytest.mark.parametrize("kind", ["要点", "一页纸", "落实清单"])
def test_a_template_of_ours_is_filled_without_what_reads_a_template(tmp_path, kind):
    speech = tmp_path / "讲话.txt"
    speech.write_text(SPEECH, "utf-8")
    modules = loaded(["build", "-q", "--only", kind, "-o", str(tmp_path / "output"), str(speech)])
    assert not modules & {*set().union(*OFFICE.values()), "openpyxl", "pypdfium2", "PIL", "rich", "yaml"}


def test_only_who_wants_a_pdf_loads_what_prints(tmp_path):
    speech = tmp_path / "讲话.txt"
    speech.write_text(SPEECH, "utf-8")
    code = PROBE.replace('name.partition(".")[0]', "name").format(
        arguments=["build", "-q", "--only", "要点", "-o", str(tmp_path / "output"), str(speech)]
    )
    done = subprocess.run([sys.executable, "-c", code], capture_output=True, timeout=HANGS, check=True)
    status, modules = json.loads(done.stderr)
    assert status == 0
    assert not {"reportgen.libreoffice", "reportgen.previewing", "reportgen.picturing.printing"} & {*modules}


@pytest.mark.parametrize("kind", OFFICE)
def test_a_build_loads_what_its_own_kind_of_file_is_written_with(tmp_path, kind):
    speech = tmp_path / "讲话.txt"
    speech.write_text(SPEECH, "utf-8")
    own = tmp_path / "own"
    own.mkdir()
    with_tags(own / "handout.docx", "内部资料")
    look = standard().template("checklist.toml").read_text("utf-8")
    (own / "checklist.toml").write_text(look.replace("仿宋", "楷体"), "utf-8")
    modules = loaded(
        ["build", "-q", "--only", kind, "--theme", str(own), "-o", str(tmp_path / "output"), str(speech)]
    )
    others = set().union(*(names for other, names in OFFICE.items() if other != kind))
    assert OFFICE[kind] <= modules
    assert not modules & {*others, "pptx", "openpyxl", "pypdfium2", "rich", "yaml"}
