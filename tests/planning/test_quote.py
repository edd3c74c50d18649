"""A quotation on a slide of its own: whose words it is must be beyond doubt, and it stands there only."""

from dataclasses import replace

import pytest

from deckcheck import faults, shown_text, slides, text_of
from deckplans import deck_of, under
from reportgen.analysis.weights import Weights
from reportgen.planning.deck.quote import quotation
from reportgen.planning.length import Degree, Length
from speech import brief_of

SAID = "干部多走一里路，群众就能少跑十里路，这笔账要算清楚"
BODY = (
    "一、提高认识\n{}要切实增强责任感，把这项工作放在心上。要建立领导包保制度，每月调度进度。\n"
    "二、抓实举措\n要建立工作台账，按月通报结果。要加强督促检查，及时解决问题。\n"
    "三、抓好落实\n要严格考核奖惩，定期通报结果。要加强宣传引导，营造良好氛围。"
)
FULL = Length(Degree.FULL)


def heavy(sentence, weight=3.0):
    """A speech that holds a sentence, which weighs more or less than all others."""
    brief = brief_of(under(BODY.format(sentence)))
    at = brief.document.source.text.index(sentence)
    return replace(brief, weights=Weights((0, at, at + len(sentence)), (0.6, weight, 0.7)))


@pytest.mark.parametrize(
    ("lead", "source"),
    [
        ("县委书记李明多次强调：", None),
        ("县委李书记多次强调：", "县委李书记多次强调"),
        ("在全县干部大会上，王明同志指出：", "王明同志指出"),
        ("老话说：", "老话说"),
        ("荀子曰：", "荀子曰"),
        ("一位局长强调：", None),
        ("有的同志说：", None),
        ("某县县长指出：", None),
        ("文件指出：", None),
        ("我们要记住，李书记指出：", None),
    ],
)
def test_who_said_it_must_be_named(lead, source):
    found = quotation(heavy(f"{lead}“{SAID}。”"))
    assert (found.source.text if found else None) == source


@pytest.mark.parametrize(
    "sentence",
    [
        "李书记强调：“要算清楚这笔账。”",
        f"李书记强调：“{SAID * 3}。”",
        f"李书记强调：“{SAID}”，大家要记住。",
        "李书记强调：“小王，你们天天讲服务，先要问群众要什么。”",
        "李书记强调：“我就是想把自己的经验传给大家，让大家都优秀。”",
        f"李书记强调，{SAID}。",
    ],
)
def test_short_or_long_words_talk_and_what_goes_on_behind_are_none(sentence):
    assert quotation(heavy(sentence)) is None


def test_words_that_do_not_weigh_much_are_none():
    assert quotation(heavy(f"李书记强调：“{SAID}。”", weight=0.9)) is None
    brief = heavy(f"李书记强调：“{SAID}。”", weight=1.1)
    at = brief.weights.starts[1]
    heavier = replace(brief, weights=Weights((0, 5, at, at + 40, at + 60), (1.4, 1.5, 1.1, 1.3, 1.2)))
    assert quotation(brief) is not None
    assert quotation(heavier) is None


def test_it_has_a_slide_behind_its_section_with_its_source_and_its_place():
    brief = heavy(f"李书记强调：“{SAID}。”")
    deck = deck_of(brief, FULL)
    (slide,) = slides(deck, "quote")
    assert text_of(slide, "标题") == "李书记强调"
    assert text_of(slide, "引文").replace("\n", "") == SAID
    assert text_of(slide, "出处") == "一、提高认识"
    before = deck.slides[deck.slides.index(slide) - 1]
    assert before.section == slide.section == "第一、第二部分"
    assert slide.notes[1].startswith("李书记强调")
    assert list(faults(brief, deck)) == []


def test_it_stands_nowhere_else():
    deck = deck_of(heavy(f"李书记强调：“{SAID}。”"), FULL)
    assert sum("群众就能少跑十里路" in text for text in shown_text(deck)) == 1


def test_before_the_sections_it_stands_in_front_of_them():
    text = f"在会上的讲话\n\n李书记强调：“{SAID}。”\n{BODY.format('')}"
    brief = brief_of(text)
    at = text.index("李书记")
    deck = deck_of(replace(brief, thesis=None, weights=Weights((0, at, at + 40), (0.5, 3.0, 0.6))), FULL)
    at = [slide.layout for slide in deck.slides].index("quote")
    assert deck.slides[at].section == "开篇"
    assert deck.slides[at + 1].section.startswith("第一")
    assert text_of(deck.slides[at], "出处") == "讲话导语"


def test_shorter_decks_have_none():
    brief = heavy(f"李书记强调：“{SAID}。”")
    for length in (Length(), Length(Degree.BRIEF), Length(slides=12)):
        assert not slides(deck_of(brief, length), "quote")
