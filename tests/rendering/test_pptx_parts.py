"""The parts of a deck: what a template holds beside its layouts is kept, and what it lacks is put in."""

import io
import re
import zipfile
from dataclasses import replace

import pptx
import pytest
from openxml_audit import OpenXmlValidator

from deckcheck import TEMPLATE
from everylayout import TITLE
from reportgen.errors import TemplateError
from reportgen.planning.deck import Deck, Fill, Para, Slide
from reportgen.rendering.pptx import open_deck, render_deck

TYPES, MAIN = "[Content_Types].xml", "ppt/presentation.xml"
RELATIONS = "ppt/_rels/presentation.xml.rels"
OFFICE = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
ONE = Deck(TITLE, (Slide("closing", (Fill("标题", (Para("抓好落实"),)),), notes=("要抓好落实。",)),))


def parts(data):
    with zipfile.ZipFile(io.BytesIO(data)) as package:
        return {name: package.read(name).decode() for name in package.namelist()}


def own(tmp_path, changes, extra=(), without=()):
    """Our template with parts changed (patterns by part), put in and left out."""
    path = tmp_path / "own.pptx"
    with zipfile.ZipFile(TEMPLATE) as old, zipfile.ZipFile(path, "w") as new:
        for name in old.namelist():
            text = old.read(name).decode()
            for before, after in changes.get(name, ()):
                text, count = re.subn(before, after, text, flags=re.DOTALL)
                assert count, before
            if not name.startswith(without or "-"):
                new.writestr(name, text)
        for name, text in dict(extra).items():
            new.writestr(name, text)
    return path


def related(*relations):
    """A change of what the presentation leads to."""
    listed = "".join(
        f'<Relationship Id="{key}" Type="{OFFICE}/{kind}" Target="{target}"/>'
        for key, kind, target in relations
    )
    return {RELATIONS: [("</Relationships>", f"{listed}</Relationships>")]}


def test_data_of_the_office_has_its_kind_stated(tmp_path):
    path = own(
        tmp_path, related(("rId90", "customXml", "../customXml/item1.xml")), {"customXml/item1.xml": "<a/>"}
    )
    kept = parts(render_deck(ONE, open_deck(path)))
    assert kept["customXml/item1.xml"] == "<a/>"
    assert '<Override PartName="/customXml/item1.xml" ContentType="application/xml"/>' in kept[TYPES]


def test_what_leads_nowhere_and_what_nothing_leads_to_is_left_out(tmp_path):
    path = own(tmp_path, related(("rId90", "image", "media/none.png")), {"ppt/spare.xml": "<a/>"})
    kept = parts(render_deck(ONE, open_deck(path)))
    assert "none.png" not in kept[RELATIONS]
    assert "ppt/spare.xml" not in kept


def test_keys_and_names_in_use_are_not_taken(tmp_path):
    one = ("rId7", "customXml", "/ppt/slides/slide1.xml")
    data = render_deck(ONE, open_deck(own(tmp_path, related(one), {"ppt/slides/slide1.xml": "<a/>"})))
    kept = parts(data)
    assert kept["ppt/slides/slide1.xml"] == "<a/>"
    assert len(pptx.Presentation(io.BytesIO(data)).slides) == 1
    keys = re.findall(r'Id="(\w+)"', kept[RELATIONS])
    assert len(keys) == len(set(keys))


def test_markup_that_is_indented_gives_the_same_deck(tmp_path):
    layout = "ppt/slideLayouts/slideLayout1.xml"
    plain = render_deck(ONE, open_deck(own(tmp_path, {})))
    assert render_deck(ONE, open_deck(own(tmp_path, {layout: [("><p:sp>", ">\n  <p:sp>\n")]}))) == plain


def test_a_torn_part_is_told_whatever_it_is_called(tmp_path):
    rename = ("core.xml", "core.dat")
    path = own(
        tmp_path,
        {"_rels/.rels": [rename], TYPES: [rename]},
        {"docProps/core.dat": "<torn"},
        without="docProps/core",
    )
    with pytest.raises(TemplateError, match="打不开幻灯片模板"):
        open_deck(path)


@pytest.fixture
def bare(tmp_path):
    """Our template without a master of notes and without properties."""
    changes = {
        RELATIONS: [("<Relationship [^>]*notesMaster[^>]*/>", "")],
        MAIN: [("<p:notesMasterIdLst>.*?</p:notesMasterIdLst>", "")],
        "_rels/.rels": [("<Relationship [^>]*core-properties[^>]*/>", "")],
        TYPES: [("<Override [^>]*(notesMaster|core)[^>]*/>", "")],
    }
    return own(tmp_path, changes, without=("ppt/notesMasters/", "docProps/core"))


def test_a_template_without_a_master_of_notes_is_given_one(bare, tmp_path):
    data = render_deck(ONE, open_deck(bare))
    (slide,) = pptx.Presentation(io.BytesIO(data)).slides
    assert slide.notes_slide.notes_text_frame.text == "要抓好落实。"
    path = tmp_path / "deck.pptx"
    path.write_bytes(data)
    assert OpenXmlValidator().validate(path).errors == []


def test_a_template_without_properties_is_given_a_title_and_nothing_else(bare):
    data = render_deck(ONE, open_deck(bare))
    core = pptx.Presentation(io.BytesIO(data)).core_properties
    assert (core.title, core.last_modified_by, core.author) == (TITLE, "", "")
    assert "python" not in parts(data)["docProps/core.xml"]


def test_notes_are_kept_where_the_master_shows_none(tmp_path):
    path = own(tmp_path, {"ppt/notesMasters/notesMaster1.xml": [('type="body"', 'type="hdr"')]})
    (slide,) = pptx.Presentation(io.BytesIO(render_deck(ONE, open_deck(path)))).slides
    assert slide.notes_slide.notes_text_frame.text == "要抓好落实。"


def test_a_title_may_be_long():
    title = "关于进一步加强和改进新形势下全县重点工作的讲话" * 12
    data = render_deck(replace(ONE, title=title), open_deck(TEMPLATE))
    assert pptx.Presentation(io.BytesIO(data)).core_properties.title == title


def test_words_that_are_markup_stay_words():
    words = 'A<B & "C"\t]]> &amp; {} <?reportgen here?>'
    deck = Deck(
        words, (Slide("list", (Fill("标题", (Para(words),)),), footer=words, notes=(words,), section=words),)
    )
    (slide,) = pptx.Presentation(io.BytesIO(render_deck(deck, open_deck(TEMPLATE)))).slides
    texts = {shape.name: shape.text_frame.text for shape in slide.shapes if shape.has_text_frame}
    assert (texts["标题"], texts["页脚"]) == (words, words)
    assert slide.notes_slide.notes_text_frame.text == words
