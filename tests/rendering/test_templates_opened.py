"""A template is opened once a build, and one opened template serves as many renderings as one likes."""

import io
import shutil
import sys
import zipfile
from collections import Counter
from pathlib import Path

import pytest

from ownhandout import changed
from reportgen.building import build
from reportgen.errors import TemplateError
from reportgen.options import Options
from reportgen.planning.checklist import plan_checklist
from reportgen.planning.deck import plan_deck
from reportgen.planning.facts import Facts
from reportgen.planning.handout import plan_handout
from reportgen.products import USUAL
from reportgen.rendering.docx import open_handout, read_sheet, render_handout
from reportgen.rendering.pptx import open_deck, read_layouts, render_deck
from reportgen.rendering.xlsx import open_look, render_checklist
from speech import brief_of

SPEECH = """在全市工作会议上的讲话
同志们：
一、加强学习，提高认识
一是加强组织领导。建立“河长制”工作机制，落实工作责任。二是加强督促检查。完善考核办法。
二、优化服务，改进作风
一是简化办事流程。减少办事环节。二是提高办事效率。推行“一窗受理”。
"""
HANDOUT_TEMPLATE, DECK, CHECKLIST = (Options().theme.template(product.template) for product in USUAL)
PRODUCT_OF = dict(zip((HANDOUT_TEMPLATE, DECK, CHECKLIST), USUAL, strict=True))


@pytest.fixture(scope="module")
def said():
    return brief_of(SPEECH)


def handout(said, template):
    return render_handout(plan_handout(said, Facts(), template.sheet), template)


def deck(said, template):
    return render_deck(plan_deck(said, Facts(), template.layouts), template)


def checklist(said, template):
    return render_checklist(plan_checklist(said, Facts()), template)


KINDS = {
    HANDOUT_TEMPLATE: (open_handout, handout),
    DECK: (open_deck, deck),
    CHECKLIST: (open_look, checklist),
}


@pytest.mark.parametrize("path", KINDS)
def test_one_opened_template_gives_the_same_bytes_twice(said, path):
    opening, render = KINDS[path]
    template = opening(path)
    assert render(said, template) == render(said, template)


@pytest.mark.parametrize("path", KINDS)
def test_what_a_template_was_used_for_leaves_no_trace_in_it(said, path):
    opening, render = KINDS[path]
    template = opening(path)
    render(brief_of(SPEECH.replace("河长制", "林长制")), template)
    assert render(said, template) == render(said, opening(path))


@pytest.fixture
def built(tmp_path):
    speech = tmp_path / "讲话.txt"
    speech.write_text(SPEECH, "utf-8")
    return lambda *paths: build(speech, Options(tmp_path / "output", tuple(map(PRODUCT_OF.get, paths))))


@pytest.fixture
def reads():
    """How often each file is opened while the test runs; Python tells it of every call that opens one."""
    found, listening = Counter(), [True]

    def heard(event, given):
        if event == "open" and listening and isinstance(given[0], str):
            found[Path(given[0])] += 1

    sys.addaudithook(heard)
    yield found
    listening.clear()


def test_a_build_reads_each_template_once(built, reads):
    built(HANDOUT_TEMPLATE, DECK, CHECKLIST)
    assert [reads[path] for path in (HANDOUT_TEMPLATE, DECK, CHECKLIST)] == [1, 1, 1]


@pytest.fixture
def unpacked(monkeypatch):
    """The packages that were opened while the test runs, by their bytes."""
    found, unpack = [], zipfile.ZipFile.__init__

    def counted(package, file, *given, **named):
        found.extend([file.getvalue()] if isinstance(file, io.BytesIO) else [])
        return unpack(package, file, *given, **named)

    monkeypatch.setattr(zipfile.ZipFile, "__init__", counted)
    return found


def test_a_deck_is_unpacked_to_look_through_it_and_to_take_it_apart(said, tmp_path, unpacked):
    path = Path(shutil.copy(DECK, tmp_path))
    deck(said, open_deck(path))
    assert unpacked.count(path.read_bytes()) == 2


def test_a_deck_that_is_opened_again_is_not_taken_apart_again(said, tmp_path, unpacked):
    path = Path(shutil.copy(DECK, tmp_path))
    first = deck(said, open_deck(path))
    unpacked.clear()
    assert deck(said, open_deck(path)) == first
    assert path.read_bytes() not in unpacked


def test_a_deck_that_was_changed_meanwhile_is_noticed(said, tmp_path):
    path = Path(shutil.copy(DECK, tmp_path))
    before = open_deck(path)
    old = deck(said, before)
    with zipfile.ZipFile(DECK) as whole, zipfile.ZipFile(path, "w") as moved:
        for name in whole.namelist():
            moved.writestr(name, whole.read(name).replace(b'<a:off x="', b'<a:off x="1'))
    after = open_deck(path)
    assert after.layouts != before.layouts
    assert deck(said, after) != old
    shutil.copy(DECK, path)
    assert open_deck(path).layouts == before.layouts
    assert deck(said, open_deck(path)) == old


def test_what_is_wrong_with_a_deck_is_told_each_time(tmp_path):
    path = tmp_path / "deck.pptx"
    path.write_bytes(b"PK nothing")
    for _ in range(2):
        with pytest.raises(TemplateError, match="打不开模板"):
            open_deck(path)


def test_what_planning_measures_with_is_what_the_template_says():
    assert open_handout(HANDOUT_TEMPLATE).sheet == read_sheet(HANDOUT_TEMPLATE)
    assert open_deck(DECK).layouts == read_layouts(DECK)


def test_bytes_at_hand_are_taken_for_the_file():
    for opening, path in ((open_handout, HANDOUT_TEMPLATE), (open_deck, DECK)):
        template = opening(Path("nowhere"), path.read_bytes())
        assert template.path == Path("nowhere")
        assert template.data == path.read_bytes()


def test_what_no_text_fits_is_refused_when_it_is_opened(tmp_path):
    path = changed(tmp_path / "own.docx", "word/document.xml", (r'w:w="11906"', 'w:w="1190"'))
    with pytest.raises(TemplateError, match="第 1 节的页面不能用"):
        open_handout(path)
