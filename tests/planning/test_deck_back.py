"""The slides at the end: set phrases with their sentences, and what the speech comes down to."""

import pytest

from briefscript import read_brief
from deckcheck import LAYOUTS, row_of, text_of
from deckplans import SPEECHES, read_brief_of, under
from reportgen.planning.deck.back import closing, terms
from speech import brief_of

HEAD = "T 在会上的讲话\nP 我讲三点。\n"
BODY = "一、抓项目\n要建立工作台账，按月调度进度。\n二、抓落实\n要严格考核奖惩，定期通报结果。\n"


def phrases(*names):
    script = HEAD + "1 一、|抓机制|" + "".join(f"落实“{name}”制度。" for name in names) + "\n"
    return script + "".join(f"K {name}|落实“{name}”制度。\n" for name in names)


@pytest.mark.parametrize(
    ("count", "cards"),
    [(1, []), (2, [2]), (3, [3]), (4, [4]), (6, [6]), (8, [8]), (12, [6, 6]), (20, [8, 8])],
)
def test_set_phrases_have_cards_on_two_slides_at_most(count, cards):
    names = (f"{name}长制" for name in "河湖林田山路桥村街楼院校厂店园区县市省国"[:count])
    found = list(terms(read_brief(phrases(*names)), LAYOUTS))
    assert [len(row_of(slide, "提法")) for slide in found] == cards
    assert ["（续）" in text_of(slide, "标题") for slide in found] == [n > 0 for n in range(len(found))]


def test_a_card_is_the_phrase_and_below_it_the_speakers_sentence():
    (slide,) = terms(read_brief(phrases("河长制", "林长制")), LAYOUTS)
    assert text_of(slide, "提法1") == "“河长制”\n落实“河长制”制度"
    assert text_of(slide, "标题旁注") == "原文语境"


def test_phrases_of_one_sentence_share_a_card():
    script = HEAD + "1 一、|抓机制|落实“河长制”“林长制”。推行“田长制”。\n"
    script += "K 河长制|落实“河长制”“林长制”。\nK 林长制|落实“河长制”“林长制”。\nK 田长制|推行“田长制”。\n"
    (slide,) = terms(read_brief(script), LAYOUTS)
    assert text_of(slide, "提法1").split("\n")[0] == "“河长制”“林长制”"
    assert len(row_of(slide, "提法")) == 2


@pytest.mark.parametrize("count", [2, 3, 4, 5, 6])
def test_cards_lie_on_the_slide_beside_or_above_each_other(count):
    (slide,) = terms(read_brief(phrases(*(f"{name}长制" for name in "河湖林田山路"[:count]))), LAYOUTS)
    boxes = [fill.box or LAYOUTS.slot("terms", fill.slot).box for fill in slide.fills if "提法" in fill.slot]
    for at, one in enumerate(boxes):
        assert one.bottom <= LAYOUTS.height
        for two in boxes[at + 1 :]:
            assert one.right <= two.left or two.right <= one.left or one.bottom <= two.top + 0.01


def closing_words(last):
    slide = closing(brief_of(under(f"{BODY}{last}")), LAYOUTS)
    return "".join(para.text for fill in slide.fills for para in fill.paras).replace("\n", "")


@pytest.mark.parametrize("last", ["谢谢大家！", "我的发言完了，谢谢。", "谢谢各位领导！"])
def test_thanks_do_not_close_the_deck(last):
    said = closing_words(last)
    assert "谢谢" not in said
    assert said


def test_a_short_last_appeal_does():
    assert "让我们携手奋进，坚决打赢项目建设攻坚战" in closing_words(
        "同志们，让我们携手奋进，坚决打赢项目建设攻坚战！"
    )


def test_where_nothing_carries_the_whole_the_deck_ends_with_thanks():
    assert text_of(closing(read_brief(HEAD), LAYOUTS), "标题") == "谢谢"


def test_the_thesis_is_said_again_or_its_last_clause_where_it_is_long():
    script = "T 在会上的讲话\nP 要坚持生命至上，全力打赢防汛硬仗。\nX 要坚持生命至上，全力打赢防汛硬仗\n"
    said = text_of(closing(read_brief(script), LAYOUTS), "标题")
    assert said.replace("\n", "") == "要坚持生命至上，全力打赢防汛硬仗"
    long = "要" + "深入学习贯彻会议精神全面落实各项部署" * 6 + "，全力打赢防汛硬仗"
    script = f"T 在会上的讲话\nP {long}。\nX {long}\n"
    assert text_of(closing(read_brief(script), LAYOUTS), "标题").replace("\n", "") == "全力打赢防汛硬仗"


@pytest.mark.parametrize("name", SPEECHES)
def test_the_last_slide_has_something_to_say_and_the_closing_in_its_notes(name):
    brief = read_brief_of(name)
    slide = closing(brief, LAYOUTS)
    assert text_of(slide, "标题")
    assert len(slide.notes) == len(brief.document.closing)
