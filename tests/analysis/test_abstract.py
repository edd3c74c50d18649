"""What every section says, in one paragraph."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from reportgen.analysis.abstract import ABSTRACT_LIMIT
from speech import brief_of, said_under

SECTIONS = (
    "一、提高认识，增强植绿护绿的紧迫感\n森林是生态屏障。\n二、突出重点，高质量完成造林任务\n抓好造林。"
)


def told(brief):
    return [str(line) for line in brief.abstract]


def test_the_abstract_names_every_section_behind_the_thesis():
    brief = said_under(f"全县上下要牢固树立生态优先理念，奋力建设美丽家园。\n{SECTIONS}")
    assert [str(line) for line in brief.abstract] == [
        str(brief.thesis),
        "提高认识，增强植绿护绿的紧迫感",
        "突出重点，高质量完成造林任务",
    ]


def test_without_sections_the_abstract_is_the_sentences_that_say_something():
    brief = said_under("大家好。教师是立教之本。要苦练教学基本功，上好每一堂课。下面，我谈三点体会。")
    assert [str(line) for line in brief.abstract] == ["教师是立教之本", "要苦练教学基本功，上好每一堂课"]


def test_a_label_is_followed_by_what_stands_behind_it():
    text = (
        "要全面推进河道整治工作。\n一、存在的问题\n部分河段仍有垃圾堆积。\n二、下一步打算\n建立河长巡查台账。"
    )
    assert told(said_under(text))[1:] == [
        "存在的问题",
        "部分河段仍有垃圾堆积",
        "下一步打算",
        "建立河长巡查台账",
    ]


def test_the_headings_of_points_are_told_together_or_not_at_all():
    points = "".join(
        f"（{n}）{head}\n{head}是当前要务。\n"
        for n, head in zip("一二三", ["抓源头", "抓过程", "抓末端"], strict=True)
    )
    brief = said_under(f"要全面推进河道整治工作。\n一、系统治理\n{points}二、长效管护\n落实管护经费。")
    assert told(brief)[1:5] == ["系统治理", "抓源头", "抓过程", "抓末端"]


def test_sections_headed_alike_are_told_once():
    contents, body = "一、落实责任\n二、加强督查\n", "一、落实责任\n建立台账。\n二、加强督查\n定期通报。"
    text = f"要全面推进河道整治工作。\n{contents}{body}"
    lines = told(said_under(text))
    assert lines.count("落实责任") == lines.count("加强督查") == 1


def test_many_sections_are_cut_at_clauses_and_all_named():
    heads = [
        f"推进第{n}片区建设，完善配套设施，提升综合承载能力，增强群众获得感" for n in "一二三四五六七八九十"
    ]
    text = "\n".join(
        f"{n}、{head}\n内容从略。" for n, head in zip("一二三四五六七八九十", heads, strict=True)
    )
    lines = told(said_under(text))
    assert sum(len(line) + 1 for line in lines) <= ABSTRACT_LIMIT
    assert [any(head.startswith(line) for line in lines) for head in heads] == [True] * 10


MEASURES = [
    "建立健全网格化管理机制。",
    "要严格落实巡查制度，发现问题及时上报。",
    "持续加大宣传教育力度，营造浓厚氛围。",
]


@given(st.integers(2, 7), st.integers(1, 6))
def test_a_speech_with_enough_to_say_fills_the_abstract(sections, sentences):
    text = "全县上下要牢固树立生态优先理念，奋力建设美丽家园。\n" + "\n".join(
        f"{n}、抓好第{n}项工作\n"
        + "".join(MEASURES[i % 3].replace("。", f"第{n}{i}处。") for i in range(sentences))
        for n in "一二三四五六七"[:sections]
    )
    size = sum(len(line) + 1 for line in told(said_under(text)))
    assert size <= ABSTRACT_LIMIT
    assert size >= min(150, len(text) // 3)


@given(st.text(max_size=300))
def test_any_text_has_an_abstract_of_its_own_words(text):
    brief = brief_of(text)
    for line in brief.abstract:
        for passage in line.passages:
            assert brief.document.source.text[passage.span.start : passage.span.end] == passage.text


@pytest.mark.parametrize("lines", [1, 40])
def test_without_sections_it_is_no_longer_than_a_paragraph(lines):
    text = "".join(f"要坚持把第{n}件实事办好办实，让群众满意。" for n in range(lines))
    assert 0 < sum(len(line) + 1 for line in told(said_under(text))) <= ABSTRACT_LIMIT
