"""What is written down of the shipped templates is what is found out of any, and gives the same files."""

import shutil

import pytest

from ownhandout import TEMPLATE, changed, with_tags
from reportgen.errors import TemplateError
from reportgen.planning.facts import Facts
from reportgen.planning.handout import plan_handout
from reportgen.planning.onepage import plan_onepage
from reportgen.rendering.docx import open_handout, open_onepage, render, render_handout, render_onepage
from reportgen.rendering.docx.looking import sheet_of
from reportgen.rendering.docx.records import recorded
from reportgen.rendering.docx.tags import HANDOUT, PAGE
from reportgen.themes import shipped, standard

KINDS = {"handout.docx": HANDOUT, "onepage.docx": PAGE}
SHIPPED = [(theme, name) for theme in shipped() for name in KINDS]


@pytest.fixture
def make(written_brief):
    """Renders a handout and a page of a brief, each with its template."""

    def of(case, folder):
        brief = written_brief(case)
        handout, page = open_handout(folder / "handout.docx"), open_onepage(folder / "onepage.docx")
        return (
            render_handout(plan_handout(brief, Facts(), handout.sheet), handout),
            render_onepage(plan_onepage(brief, Facts(), page.sheet), page),
        )

    return of


@pytest.mark.parametrize(("theme", "name"), SHIPPED, ids=lambda one: getattr(one, "name", one))
def test_every_shipped_template_has_a_record_that_measures_as_it_does(theme, name):
    path = theme.folder / name
    data = path.read_bytes()
    assert recorded(data, KINDS[name]).sheet == sheet_of(data, KINDS[name], path)


@pytest.mark.parametrize("case", ["plain", "bare", "deep"])
@pytest.mark.parametrize("theme", shipped(), ids=lambda theme: theme.name)
def test_a_template_gives_the_same_files_with_its_record_and_without(theme, case, make, monkeypatch):
    known = make(case, theme.folder)
    monkeypatch.setattr(render, "recorded", lambda *_: None)
    assert make(case, theme.folder) == known


def test_a_record_is_of_one_kind_of_template():
    assert recorded(TEMPLATE.read_bytes(), PAGE) is None


def test_a_changed_template_has_no_record_and_prints_what_was_changed(tmp_path, make):
    with_tags(tmp_path / "handout.docx", "内部资料")
    shutil.copy(standard().folder / "onepage.docx", tmp_path)
    assert recorded((tmp_path / "handout.docx").read_bytes(), HANDOUT) is None
    assert "内部资料".encode() in make("plain", tmp_path)[0]


def test_a_changed_template_is_proved_anew_for_every_speech(tmp_path, make):
    shutil.copy(standard().folder / "onepage.docx", tmp_path)
    changed(tmp_path / "handout.docx", "word/document.xml", (r"\{\{ label \}\}", "{{ lable }}"))
    for _ in range(2):
        with pytest.raises(TemplateError, match="lable"):
            make("plain", tmp_path)


def test_a_copy_of_a_shipped_template_is_known_wherever_it_lies(tmp_path, make):
    for name in KINDS:
        shutil.copy(standard().folder / name, tmp_path)
    assert make("plain", tmp_path) == make("plain", standard().folder)
