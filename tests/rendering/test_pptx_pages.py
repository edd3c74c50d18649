"""The deck as LibreOffice lays it out: words stay in their frames, headings break between words."""

import re
from dataclasses import dataclass
from itertools import accumulate
from pathlib import Path

import pptx
import pypdfium2
import pytest

from briefscript import read_case
from deckcheck import TEMPLATE
from reportgen.analysis import analyse
from reportgen.outline import parse
from reportgen.planning.deck import plan_deck
from reportgen.planning.facts import Facts
from reportgen.readers import read
from reportgen.rendering.pptx import open_deck, render_deck
from soffice import saved_as

ROOT = Path(__file__).parents[2]
FIXTURES = ROOT / "tests" / "fixtures" / "deck"
SHAPES = ("seed", "clauses", "long-heading", "many-measures")
OUTSIDE = 6.0  # points that a glyph may stand out of its frame
HEADING = 24.0  # points of type from which on a line's end is looked at
FURNITURE = {"页脚", "页码"}

pytestmark = pytest.mark.render


@dataclass
class Glyph:
    """A glyph as it was set: its box from the left upper corner, and the size of its type, in points."""

    char: str
    left: float
    top: float
    right: float
    bottom: float
    size: float


@dataclass
class Said:
    """A paragraph of a shape and where its glyphs stand; none where it was not found on its page."""

    page: int
    shape: object
    text: str
    glyphs: list


def _brief(name):
    if name == "seed":
        return analyse(parse(read(next((ROOT / "seeds").glob("*.txt")))))
    return read_case((FIXTURES / f"{name}.txt").read_text("utf-8"))


@pytest.fixture(scope="module")
def laid_out(tmp_path_factory):
    """All paragraphs of every deck with their glyphs, by the deck's name."""
    folder = tmp_path_factory.mktemp("slides")
    for name in SHAPES:
        template = open_deck(TEMPLATE)
        deck = plan_deck(_brief(name), Facts(), template.layouts)
        (folder / f"{name}.pptx").write_bytes(render_deck(deck, template))
    saved_as("pdf", folder, *sorted(folder.glob("*.pptx")))
    return {name: list(_paragraphs(folder / name)) for name in SHAPES}


def _paragraphs(stem):
    written = pptx.Presentation(f"{stem}.pptx")
    document = pypdfium2.PdfDocument(f"{stem}.pdf")
    assert len(document) == len(written.slides)
    try:
        for number, (slide, page) in enumerate(zip(written.slides, document, strict=True), 1):
            free = _glyphs(page)
            said = [(shape, text) for shape in slide.shapes for text in _texts(shape)]
            # The longest first, so that no number is taken out of the midst of another paragraph.
            for shape, text in sorted(said, key=lambda one: -len(one[1])):
                yield Said(number, shape, text, _taken(free, text, shape))
    finally:
        document.close()


def _texts(shape):
    if shape.name in FURNITURE:  # the page number's text is a field
        return []
    frames = [cell.text_frame for row in shape.table.rows for cell in row.cells] if shape.has_table else []
    frames += [shape.text_frame] if shape.has_text_frame else []
    paragraphs = ("".join(para.text.split()) for frame in frames for para in frame.paragraphs)
    return [text for text in paragraphs if text]


def _glyphs(page):
    text, tall = page.get_textpage(), page.get_height()
    glyphs = []
    for i in range(text.count_chars()):
        char = text.get_text_range(i, 1)
        if char.strip():
            left, bottom, right, top = text.get_charbox(i)
            size = pypdfium2.raw.FPDFText_GetFontSize(text, i)
            glyphs.append(Glyph(char, left, tall - top, right, tall - bottom, size))
    return glyphs


def _taken(free, text, shape):
    """The glyphs of a paragraph, taken off those of the page: where it stands twice, the nearer ones."""
    page = "".join(glyph.char for glyph in free)
    places = [found.start() for found in re.finditer(f"(?={re.escape(text)})", page)]
    if not places:
        return []
    start = min(places, key=lambda at: _outside(free[at : at + len(text)], shape))
    glyphs = free[start : start + len(text)]
    del free[start : start + len(text)]
    return glyphs


def _outside(glyphs, shape):
    """How far glyphs stand out of a shape, in points."""
    left, top = shape.left.pt, shape.top.pt
    right, bottom = left + shape.width.pt, top + shape.height.pt
    return max(max(left - g.left, top - g.top, g.right - right, g.bottom - bottom) for g in glyphs)


def _breaks(glyphs):
    """Where lines begin after the first, counted in glyphs."""
    return [
        i
        for i in range(1, len(glyphs))
        if glyphs[i].left < glyphs[i - 1].left
        and glyphs[i].bottom > glyphs[i - 1].bottom + glyphs[i].size / 2
    ]


def _word_ends(text):
    import jieba

    return set(accumulate(map(len, jieba.cut(text))))


@pytest.mark.parametrize("name", SHAPES)
def test_every_paragraph_is_seen_and_stands_in_its_frame(name, laid_out):
    assert len(laid_out[name]) >= 8
    assert [(said.page, said.text) for said in laid_out[name] if not said.glyphs] == []
    outside = [
        (said.page, said.shape.name, said.text[:20], round(over, 1))
        for said in laid_out[name]
        if (over := _outside(said.glyphs, said.shape)) > OUTSIDE
    ]
    assert outside == []


@pytest.mark.parametrize("name", SHAPES)
def test_headings_break_between_words_and_leave_no_orphan(name, laid_out):
    headings = [said for said in laid_out[name] if said.glyphs[0].size >= HEADING]
    assert len(headings) > 2
    torn = [
        (said.page, f"{said.text[:place]}|{said.text[place:]}")
        for said in headings
        for place in _breaks(said.glyphs)
        if place not in _word_ends(said.text) or min(place, len(said.text) - place) < 2
    ]
    assert torn == []


@pytest.mark.parametrize("name", SHAPES)
def test_no_running_text_is_smaller_than_the_template_says(name, laid_out):
    small = [
        (said.page, said.text, said.glyphs[0].size)
        for said in laid_out[name]
        if min(glyph.size for glyph in said.glyphs) < (14 if said.shape.has_table else 16)
    ]
    assert small == []


def test_some_headings_take_two_lines(laid_out):
    """Else the test of their breaks would say nothing."""
    assert sum(bool(_breaks(said.glyphs)) for said in laid_out["seed"] if said.glyphs[0].size >= HEADING)
