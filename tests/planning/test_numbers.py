"""The numbers that stand big: those that the speech lets stand so, with their clauses; else none."""

import pytest

from deckcheck import LAYOUTS, row_of, slides, text_of
from deckplans import SPEECHES, deck_of, full, read_brief_of, under
from reportgen.planning.deck.numbers import captions, figures
from reportgen.planning.length import Degree, Length


def speech(body):
    return under(
        f"一、抓项目\n{body}\n二、抓落实\n要严格考核奖惩，定期通报结果。要加强督促检查，及时解决问题。"
    )


def numbers_of(body):
    return slides(deck_of(speech(body)), "numbers")


@pytest.mark.parametrize(
    ("body", "values"),
    [
        ("完成投资85.6亿元。争取资金3.2亿元。化解债务1.7亿元。", ["85.6亿元", "3.2亿元", "1.7亿元"]),
        ("完成投资85.6亿元。争取资金3.2亿元。", None),
        ("完成投资85.6亿元。争取资金3.2亿元。完成投资85.6亿元。", None),
        ("新建食堂18个，改造小区36个，培训骨干1,200人次。", None),
        ("要抓好落实。", None),
    ],
)
def test_three_numbers_that_deserve_it_make_a_slide_and_two_do_not(body, values):
    found = numbers_of(body)
    assert ([list(row_of(slide, "数值").values()) for slide in found] or [None])[0] == values


def test_each_number_stands_with_its_clause_and_the_notes_have_its_paragraph():
    said = "完成投资85.6亿元，争取资金3.2亿元，化解债务1.7亿元。"
    (slide,) = numbers_of(said)
    assert row_of(slide, "说明") == {1: "完成投资85.6亿元", 2: "争取资金3.2亿元", 3: "化解债务1.7亿元"}
    assert slide.notes[1:] == (said,)


def test_a_clause_beside_a_number_is_not_said_again_on_the_slide_of_its_section():
    body = "完成投资85.6亿元。争取资金3.2亿元。化解债务1.7亿元。要建立工作台账。要按月调度进度。"
    deck = deck_of(speech(body))
    lines = "".join(
        para.text for slide in slides(deck, "section") for fill in slide.fills for para in fill.paras
    )
    assert "85.6亿元" not in lines


def test_a_contrast_is_one_number_and_numbers_side_by_side_have_one_size():
    said = "贫困发生率由8.1%下降到0.6%。完成投资85.6亿元。争取中央和省级专项补助资金1,203.25亿元。"
    (slide,) = numbers_of(said)
    assert row_of(slide, "数值") == {1: "8.1%→0.6%", 2: "85.6亿元", 3: "1,203.25亿元"}
    assert row_of(slide, "说明")[1] == "贫困发生率由8.1%下降到0.6%"
    assert len({fill.paras[0].level for fill in slide.fills if fill.slot.startswith("数值")}) == 1


def test_a_contrast_too_wide_beside_larger_numbers_shows_its_end_and_the_clause_says_both():
    (slide,) = numbers_of("贫困发生率由8.1%下降到0.6%。完成投资85.6亿元。争取资金3.2亿元。")
    assert row_of(slide, "数值")[1] in {"0.6%", "8.1%→0.6%"}
    assert row_of(slide, "说明")[1] == "贫困发生率由8.1%下降到0.6%"


def test_a_reader_is_given_four_numbers_at_most():
    names = "甲乙丙丁戊己庚辛"
    body = "".join(f"{name}区完成投资{number}亿元。" for number, name in enumerate(names, 11))
    (slide,) = numbers_of(body)
    assert len(row_of(slide, "数值")) == 4


def test_a_brief_deck_and_one_of_few_slides_have_no_slide_of_numbers():
    text = speech("完成投资85.6亿元。争取资金3.2亿元。化解债务1.7亿元。")
    for length in (Length(Degree.BRIEF), Length(slides=5)):
        assert not slides(deck_of(text, length), "numbers")


@pytest.mark.parametrize("name", SPEECHES)
def test_only_what_deserves_it_stands_big_and_each_clause_once(name):
    brief = read_brief_of(name)
    big = {run[-1].text for run in brief.heroes}
    for slide in figures(brief, LAYOUTS):
        values, said = row_of(slide, "数值"), row_of(slide, "说明")
        assert {text.rpartition("→")[2] for text in values.values()} <= big
        assert len(set(said.values())) == len(values) >= 3
        assert set(captions(brief, LAYOUTS)) == set(said.values())


def test_without_a_slide_of_numbers_the_foremost_stands_beside_the_thesis():
    said = "今年全县投入防汛资金3600万元。要坚持生命至上，全力打赢防汛硬仗。"
    text = f"在会上的讲话\n\n{said}\n一、抓责任\n要压实责任。\n"
    (slide,) = slides(full(text), "thesis")
    assert text_of(slide, "数字") == "3600万元"
