"""What a presenter reads first in the notes: how long a slide takes, and what it is about."""

import re

import pytest

from deckcheck import LAYOUTS, slides
from deckplans import LENGTHS, SPEECHES, deck_of, read_brief_of
from reportgen.planning.deck import Fill, Para
from reportgen.planning.deck.slides import Slide
from reportgen.planning.deck.speaking import with_cues
from reportgen.planning.length import characters
from reportgen.planning.wording import TIMED, timed

SILENT = ("cover", "closing")
WORDS = "春耕备耕要早谋划早行动"


def cued(*told):
    """The first notes of slides, each given by its layout, its title and its notes."""
    made = [Slide(layout, (Fill("标题", (Para(title),)),), notes=notes) for layout, title, notes in told]
    return [slide.notes[0] if slide.notes else "" for slide in with_cues(made)]


@pytest.mark.parametrize(
    ("characters", "time"),
    [
        (0, "半分钟"),
        (100, "半分钟"),
        (179, "半分钟"),
        (180, " 1 分钟"),
        (240, " 1 分钟"),
        (299, " 1 分钟"),
        (300, " 1 分半钟"),
        (360, " 1 分半钟"),
        (480, " 2 分钟"),
        (2400, " 10 分钟"),
    ],
)
def test_a_slide_takes_as_long_as_its_source_is_spoken(characters, time):
    notes = (("字 " * characters).strip(),) if characters else ()
    assert cued(("list", "抓项目", notes)) == [f"〔本页约{time}〕抓项目"]


def test_what_was_spoken_before_takes_no_time_again():
    one, two = "甲" * 240, "乙" * 240
    found = cued(
        ("list", "抓项目", (one,)),
        ("list", "抓民生", (one, two)),
        ("table", "落实清单", (one + two,)),
        ("numbers", "关键数字", (two,)),
    )
    assert found == [
        "〔本页约 1 分钟〕抓项目",
        "〔本页约 1 分钟〕抓民生",
        "〔本页约半分钟〕落实清单",
        "〔本页约半分钟〕关键数字",
    ]


def test_what_a_slide_of_its_own_tells_is_not_spoken_to_one_of_the_whole():
    opening, one, two = "丙" * 240, "甲" * 240, "乙" * 360
    found = cued(
        ("thesis", "核心要义", (opening, one, two)),
        ("overview", "一图读懂", (opening,)),
        ("list", "抓项目", (one,)),
        ("list", "抓民生", (two,)),
    )
    times = [re.sub("〔本页约|〕.*", "", one) for one in found]
    assert times == [" 1 分钟", "半分钟", " 1 分钟", " 1 分半钟"]


def test_cover_and_closing_have_nothing_to_be_told():
    assert cued(("cover", "在会上的讲话", ()), ("closing", "谢谢", ("谢谢大家。",))) == ["", "谢谢大家。"]


def test_a_title_broken_or_continued_is_said_on_one_line():
    assert cued(("list", "抓好项目\n储备（续二）", ())) == ["〔本页约半分钟〕抓好项目储备"]


def test_a_heading_parted_on_its_panel_is_said_whole():
    fills = (Fill("标题", (Para("突出知行合一"),)), Fill("副标题", (Para("在深学笃行中\n把准正确方向"),)))
    (panel,) = with_cues([Slide("section", fills, notes=(WORDS,))])
    assert panel.notes == ("〔本页约半分钟〕突出知行合一，在深学笃行中把准正确方向", WORDS)
    (other,) = with_cues([Slide("list", fills, notes=(WORDS,))])
    assert other.notes[0] == "〔本页约半分钟〕突出知行合一"


@pytest.mark.parametrize("halves", [1, 2, 3, 4, 25, 120])
def test_a_time_is_known_again_as_ours(halves):
    assert re.fullmatch(TIMED, timed(halves))


@pytest.mark.parametrize("name", SPEECHES)
def test_every_slide_between_cover_and_closing_begins_its_notes_so(name):
    brief = read_brief_of(name)
    for length in LENGTHS:
        deck = deck_of(brief, length, LAYOUTS)
        silent = [slide for layout in SILENT for slide in slides(deck, layout)]
        for slide in deck.slides:
            cues = [note for note in slide.notes if re.match(TIMED, note)]
            assert cues == ([] if slide in silent else [slide.notes[0]])
            assert all(re.sub(TIMED, "", cue) for cue in cues)


def minutes(cue):
    """The minutes that a note says."""
    found = re.match(r"〔本页约(?: (\d+) 分)?(半)?", cue)
    return int(found[1] or 0) + (0.5 if found[2] else 0)


@pytest.mark.parametrize("name", SPEECHES)
def test_the_slides_take_as_long_together_as_the_speech(name):
    brief = read_brief_of(name)
    whole = characters(brief.document) / 240
    for length in LENGTHS:
        cues = [one.notes[0] for one in deck_of(brief, length).slides if one.layout not in SILENT]
        # No slide takes less than half a minute, and each time is rounded.
        assert whole * 0.7 - 1 <= sum(map(minutes, cues)) <= whole * 1.1 + len(cues) / 2
