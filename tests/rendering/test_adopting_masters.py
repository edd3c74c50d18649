"""Templates with several masters: the same ones count once, and that of the samples goes first."""

import io
from collections import Counter

import pytest
from openxml_audit import OpenXmlValidator
from pptx import Presentation

import foreign
from reportgen.planning.deck.specimen import specimen
from reportgen.rendering.pptx import open_deck, render_deck
from reportgen.rendering.pptx.surveying import survey_deck

OTHER = r"ppt/slideMasters/slideMaster9\.xml"


@pytest.fixture
def path(tmp_path):
    return tmp_path / "deck.pptx"


def deck(path, data):
    path.write_bytes(data)
    template = open_deck(path)
    return render_deck(specimen(template.layouts), template)


def masters(made):
    """The masters of a deck's slides by the names of their parts."""
    return Counter(str(slide.slide_layout.slide_master.part.partname) for slide in foreign.slides_of(made))


def dark(text):
    fill = '<a:solidFill><a:srgbClr val="101820"/></a:solidFill><a:effectLst/>'
    head, _, rest = text.partition("<p:bg>")
    return f"{head}<p:bg><p:bgPr>{fill}</p:bgPr></p:bg>{rest.partition('</p:bg>')[2]}"


def test_masters_that_are_the_same_count_once(path):
    path.write_bytes(foreign.with_another_master(foreign.plain()))
    facts = dict(survey_deck(path).facts)
    assert facts["母版"] == "2 个"
    assert facts["版式"] == "22 个（其中 11 个与别的相同）"
    assert masters(deck(path, path.read_bytes())) == {"/ppt/slideMasters/slideMaster1.xml": 19}


def test_masters_that_differ_both_count(path):
    path.write_bytes(foreign.changed(foreign.with_another_master(foreign.plain()), OTHER, dark))
    assert dict(survey_deck(path).facts)["版式"] == "22 个"


def sampled(made):
    for number in range(3):
        slide = made.slides.add_slide(made.slide_layouts[1])
        slide.shapes.title.text = f"样例{number}"


def test_the_master_on_which_the_samples_stand_goes_first(path):
    """The other one is listed before it, and is as good."""
    two = foreign.changed(foreign.with_another_master(foreign.plain(change=sampled), first=True), OTHER, dark)
    assert masters(deck(path, two)) == {"/ppt/slideMasters/slideMaster1.xml": 19}


def test_without_samples_the_first_master_goes_first(path):
    two = foreign.changed(foreign.with_another_master(foreign.plain(), first=True), OTHER, dark)
    assert masters(deck(path, two)) == {"/ppt/slideMasters/slideMaster9.xml": 19}


def test_all_masters_stay_in_the_deck(path):
    template = foreign.changed(foreign.with_another_master(foreign.plain()), OTHER, dark)
    made = deck(path, template)
    assert [len(one.slide_layouts) for one in Presentation(io.BytesIO(made)).slide_masters] == [11, 11]
    old, new = (
        Counter(one.description for one in OpenXmlValidator().validate(written(path, data)).errors)
        for data in (template, made)
    )
    assert not new - old


def written(path, data):
    path.write_bytes(data)
    return path


def test_of_layouts_with_one_name_a_mapping_means_the_first_and_the_survey_says_so(path):
    two = foreign.changed(foreign.with_another_master(foreign.plain()), OTHER, dark)
    path.write_bytes(foreign.changed(two, r"ppt/slideLayouts/.*xml", lambda text: text.replace('"1_', '"')))
    assert any("重名的版式" in one for one in survey_deck(path).remarks)
    path.with_suffix(".toml").write_text('[content]\nlayout = "Title Only"\nturns = []\n', "utf-8")
    assert set(masters(deck(path, path.read_bytes()))) == {"/ppt/slideMasters/slideMaster1.xml"}
