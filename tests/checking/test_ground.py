"""Whose words stand in a file: the speech's, an editor's, ours, or nobody's."""

from dataclasses import replace

import pytest
from hypothesis import given
from hypothesis import strategies as st

from reportgen.analysis import Editorial
from reportgen.checking.ground import ground_of
from reportgen.checking.labels import is_numbering, literals, without_ordinal
from reportgen.planning.facts import Facts
from speech import brief_of

TEXT = """在全县重点工作推进会上的讲话
（2025年3月5日）
同志们：
去年，全县完成投资85.6亿元，增长12.5%。今年要坚持项目为王，全面推进产业振兴。
一、聚焦项目建设，筑牢发展根基
要把项目建设放在首位。一是抓好项目储备。县发改局要建立项目储备库，6月底前完成。
二、聚焦民生改善，增进群众福祉
推行“一窗受理”，压缩办理时间，决不敷衍应付。
"""
BRIEF = brief_of(TEXT)
GROUND = ground_of(BRIEF, Facts())


def standings(text, ground=GROUND):
    return [(piece.words, standing) for piece, standing in ground.judged(text)]


def whose(text, ground=GROUND):
    return [standing.name.lower() for _, standing in standings(text, ground)]


@pytest.mark.parametrize(
    ("text", "owners"),
    [
        ("压缩办理时间", ["speech"]),
        ("推行“一窗受理”，压缩办理时间。", ["speech", "speech"]),
        ("推行\n“一窗受理”，\n压缩办理时间", ["speech", "speech"]),
        ("压 缩 办 理 时 间", ["speech"]),
        ("增长12.5%", ["speech"]),
        ("85.6亿元", ["speech"]),
        ("一窗受理", ["speech"]),
        ("2025年3月5日", ["speech"]),
        ("一是抓好项目储备", ["speech"]),
        ("一、聚焦项目建设", ["speech"]),
        ("聚焦项目建设", ["speech"]),
        # Behind a number that is ours.
        ("1. 压缩办理时间", ["speech"]),
        ("（二）压缩办理时间", ["speech"]),
        ("三、压缩办理时间", ["speech"]),
        ("1  压缩办理时间", ["speech"]),
        # The mark between two clauses has gone.
        ("推行“一窗受理”压缩办理时间", ["speech"]),
        ("压缩办理时间决不敷衍应付", ["speech"]),
        # What an ellipsis of ours cuts short.
        ("压缩办理…", ["speech"]),
        ("聚焦项目…", ["speech"]),
    ],
)
def test_the_speechs_clauses_are_known_in_any_dress(text, owners):
    assert whose(text) == owners


@pytest.mark.parametrize(
    "text",
    [
        "压缩办理时限",
        "压缩办理",
        "办理时间",
        "压缩办理时间并公开",
        "敷衍应付",
        "增长13.5%",
        "增长2.5%",
        "86.5亿元",
        "完成85.6亿元",
        "2025年3月6日",
        "3月5日",
        "项目储备",
        "建立项目储备库",
        "推行压缩办理时间",
        "决不敷衍应付压缩办理时间",
        "聚焦项目改善",
        "时间…",
        "压缩 5 办理时间",
    ],
)
def test_what_is_nearly_the_speechs_is_nobodys(text):
    assert whose(text) == ["strange"]


@pytest.mark.parametrize(
    "text",
    [
        "核心要义", "目录", "一图读懂", "内容框架", "内容摘要", "要点摘编", "关键提法", "落实清单", "原文",
        "目标要求", "讲话要点", "讲话导语", "讲话标题", "讲话人", "会议名称", "原文篇幅", "第二部分",
        "关键数字", "序号", "责任单位", "完成情况", "未启动", "需协调", "全县重点工作推进会", "1", "三",
    ],
)  # fmt: skip
def test_labels_and_numbers_may_stand(text):
    assert set(whose(text)) <= {"ours", "speech"}


@pytest.mark.parametrize("text", ["发言要点", "发言人", "第三部门", "牵头单位", "完成进度", "摘要", "推进会"])
def test_a_label_that_is_none_of_this_speech_is_nobodys(text):
    assert whose(text) == ["strange"]


def test_a_label_in_front_of_the_speakers_words_hides_no_change():
    assert whose("目标要求：压缩办理时间") == ["ours", "speech"]
    assert whose("目标要求：压缩办里时间") == ["ours", "strange"]


def test_what_the_user_stated_may_stand_and_nothing_else_of_its_kind():
    ground = ground_of(BRIEF, Facts(title="在动员会上的讲话", speaker="张三", unit="县住建局"))
    assert whose("县住建局\u3000张三", ground) == ["ours", "ours"]
    assert whose("在动员会上的讲话", ground) == ["ours"]
    assert whose("动员会", ground) == ["ours"]
    assert whose("县住建局\u3000李四", ground) == ["ours", "strange"]
    assert whose("县住建局") == ["strange"]


def test_an_editors_words_are_his_as_they_stand_in_the_brief():
    ground = ground_of(replace(BRIEF, thesis=Editorial("紧扣高质量发展，狠抓落实")), Facts())
    assert whose("狠抓落实", ground) == ["editor"]
    assert whose("狠抓落实") == ["strange"]
    assert whose("狠抓工作落实", ground) == ["strange"]


def test_an_editor_who_writes_the_speakers_words_writes_nothing_of_his_own():
    ground = ground_of(replace(BRIEF, thesis=Editorial("压缩办理时间，狠抓落实")), Facts())
    assert whose("压缩办理时间，狠抓落实", ground) == ["speech", "editor"]


def test_what_bears_an_editors_mark_is_his():
    assert whose("每月通报一次〔编者加〕") == ["editor"]
    assert whose("压缩办理时间，每月通报一次〔编者加〕") == ["speech", "editor"]
    assert whose("每月通报一次。压缩办理时间〔编者加〕") == ["strange", "speech"]


def test_words_of_a_template_may_stand_alone_and_around_the_speakers():
    ground = ground_of(BRIEF, Facts(), literals(["某县县委办公室印发", "学习《{{ title }}》参考"]))
    assert whose("某县县委办公室印发", ground) == ["ours"]
    assert whose("学习《在全县重点工作推进会上的讲话》参考", ground) == ["ours"]
    assert whose("学习《在全市重点工作推进会上的讲话》参考", ground) == ["strange"]
    assert whose("某县县委办公室印发") == ["strange"]


@pytest.mark.parametrize(
    ("words", "origin", "cited"),
    [
        ("增长13.5%", "增长12.5%", True),
        ("压缩办里时间", "压缩办理时间", True),
        ("敷衍应付", "决不敷衍应付", True),
        ("县发改局要建立重大项目储备库", "县发改局要建立项目储备库", True),
        ("全面加强产业工人队伍建设", "全面推进产业振兴", False),
    ],
)
def test_a_changed_clause_is_told_with_the_one_it_was_made_of(words, origin, cited):
    found = GROUND.nearest(words)
    assert (found.words, found.is_cited) == (origin, cited)
    text = BRIEF.document.source.text
    assert text[found.span.start : found.span.end].strip("，。：") == origin


def test_words_that_share_nothing_with_the_speech_have_no_origin():
    assert GROUND.nearest("ABC") is None


def test_each_clause_is_found_at_its_place():
    text = BRIEF.document.source.text
    start = text.index("压缩办理时间")
    span = GROUND.clauses["压缩办理时间"]
    assert span.start == start
    assert GROUND.words_at(span) == "压缩办理时间"
    assert GROUND.words_at(replace(span, start=start + 1)) == ""


def test_only_the_speakers_clauses_of_a_text_are_its_words_without_our_numbers():
    assert GROUND.speech_words("1. 推行“一窗受理”；目标要求：压缩办理时间；每周通报") == (
        "推行“一窗受理",
        "压缩办理时间",
    )


CLAUSES = ["推行“一窗受理”", "压缩办理时间", "决不敷衍应付", "增长12.5%", "全面推进产业振兴"]


@given(
    st.lists(st.sampled_from(CLAUSES), min_size=1, max_size=5),
    st.sampled_from(["，", "；", "。", "\u3000", "\t"]),
)
def test_clauses_of_the_speech_in_any_company_are_the_speechs(clauses, mark):
    assert set(whose(mark.join(clauses))) == {"speech"}


@given(st.sampled_from(CLAUSES), st.integers(0, 20), st.sampled_from("山水田林路桥风雨春秋"))
def test_one_character_more_is_never_the_speechs(clause, at, char):
    at = min(at, len(clause))
    assert "strange" in whose(clause[:at] + char + clause[at:])


@given(st.sampled_from(["压缩办理时间", "决不敷衍应付", "全面推进产业振兴"]), st.data())
def test_one_character_less_is_never_the_speechs(clause, data):
    at = data.draw(st.integers(0, len(clause) - 1))
    assert whose(clause[:at] + clause[at + 1 :]) == ["strange"]


@pytest.mark.parametrize(
    "words",
    [
        "1", "12", "三", "十二", "一是", "二要", "三来", "第三",
        "第四章", "第五编", "（五）", "(6)", "七、", "8.", "9．",
        "首先",
        "其次", "最后", "此外", "-9-", "—9—", "①", "二、之一", "一·一是", "（一）·1", "☐",
        "第一、第二部分", "第六十九至第八十四部分", "一—三",
    ],
)  # fmt: skip
def test_a_number_is_numbering(words):
    assert is_numbering(words)


@pytest.mark.parametrize(
    "words",
    [
        "",
        "三农",
        "一窗受理",
        "两个维护",
        "十个",
        "3个",
        "第三产业",
        "5%",
        "12.5",
        "2025年",
        "之一",
        "甲、",
        "最后冲刺",
        "第一至三部分内容",
        "第一产业、第二产业部分",
    ],
)
def test_a_word_with_a_number_in_it_is_no_numbering(words):
    assert not is_numbering(words)


@pytest.mark.parametrize(
    ("raw", "words"),
    [
        ("1. 建立台账", "建立台账"),
        ("12．建立台账", "建立台账"),
        ("（三）建立台账", "建立台账"),
        ("(4) 建立台账", "建立台账"),
        ("五、建立台账", "建立台账"),
        ("6  建立台账", "建立台账"),
        ("1.5倍增长", "1.5倍增长"),
        ("5个台账", "5个台账"),
        ("三农工作", "三农工作"),
        ("一是建立台账", "一是建立台账"),
        ("建立台账", "建立台账"),
    ],
)
def test_a_number_of_ours_is_taken_off_and_one_of_the_speech_is_not(raw, words):
    assert without_ordinal(raw) == words
