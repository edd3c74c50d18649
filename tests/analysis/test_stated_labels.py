"""Labels (牵头单位：…；完成时限：…), brackets that need none, and the measures that they speak of."""

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from acting import asked, to_do
from reportgen.analysis.stated import labels, parted
from reportgen.analysis.stated.labels import stage
from reportgen.source import Source, split_lines
from speech import said_under


def paragraphs(text):
    source = Source("稿.txt", "稿", text, "0" * 64, split_lines(text))
    return source, [source.passage(line.span.start, line.span.end) for line in source.lines]


def said(text):
    return [(one.kind, one.words.text) for one in labels(paragraphs(text)[1])]


LABELS = {
    "责任单位：县水利局": [("owner", "县水利局")],
    "牵头单位:县发改局": [("owner", "县发改局")],
    "主办单位： 县文旅局、县体育局": [("owner", "县文旅局、县体育局")],
    "责任领导：张某某": [("owner", "张某某")],
    "责任人：王某 李某某": [("owner", "王某 李某某")],
    "责任人：王局长": [("owner", "王局长")],
    "完成时限：2026年6月底前": [("deadline", "2026年6月底前")],
    "整改时限：立行立改": [("deadline", "立行立改")],
    "完成时间：长期坚持": [("deadline", "长期坚持")],
    "时限要求：6月30日前": [("deadline", "6月30日前")],
    "牵头单位：县发改局；配合单位：县财政局；完成时限：年底前": [
        ("owner", "县发改局"),
        ("other", "县财政局"),
        ("deadline", "年底前"),
    ],
    "（责任单位：县水利局，完成时限：6月底前）": [("owner", "县水利局"), ("deadline", "6月底前")],
    "• 责任单位：县水利局": [("owner", "县水利局")],
    # Nothing behind it, or what is no name and no time: it states nothing.
    "责任单位：": [("other", "")],
    "责任单位：待定": [("other", "待定")],
    "责任单位：见附件1": [("other", "见附件1")],
    "完成时限：视情况而定": [("other", "视情况而定")],
    "完成时限：去年底前": [("other", "去年底前")],
    "责任单位：张某某": [("other", "张某某")],
    # A word in a sentence is no label.
    "各责任单位要抓好落实。": [],
    "要明确责任单位、完成时限。": [],
    "这项工作的责任单位：县水利局": [],
    "完成时限已经过半。": [],
    "责任单位县水利局要抓好落实。": [],
}


@pytest.mark.parametrize("text", LABELS)
def test_a_label_is_read_with_what_stands_behind_it(text):
    assert said(text) == LABELS[text]


BRACKETS = {
    "推进二期建设。（县发改局牵头，县财政局配合，6月底前完成）": [
        ("owner", "县发改局"),
        ("other", "县财政局配合"),
        ("deadline", "6月底前"),
    ],
    "疏浚渠道。（县水利局负责）": [("owner", "县水利局")],
    "疏浚渠道。（由县水利局牵头负责）": [("owner", "县水利局")],
    "疏浚渠道。（县水利局、县财政局按职责分工负责）": [("owner", "县水利局、县财政局")],
    "疏浚渠道【县水利局】。": [("owner", "县水利局")],
    "疏浚渠道。（县水利局）": [("owner", "县水利局")],
    "疏浚渠道。（年底前完成）": [("deadline", "年底前")],
    # In the middle of a sentence, or with anything else in it, brackets say nothing of the kind.
    "落实资金（县财政局）用于发展。": [],
    "推进试点（共三批）。": [],
    "学习《意见》（2026年6月底前修订）精神。": [],
    "疏浚渠道（县水利局负责的部分）。": [],
    "疏浚渠道（全长三公里）。": [],
}


@pytest.mark.parametrize("text", BRACKETS)
def test_brackets_behind_a_sentence_need_no_label(text):
    assert said(text) == BRACKETS[text]


@pytest.mark.parametrize(
    ("heading", "time"),
    [
        ("动员部署阶段（3月15日前）", "3月15日前"),
        ("动员部署阶段(3月1日至3月15日)", "3月1日至3月15日"),
        ("集中攻坚阶段（2026年底前）", "2026年底前"),
        ("总结提升阶段", None),
        ("动员部署阶段（去年底前）", None),
        ("动员部署阶段（共三步）", None),
        ("（3月15日前）动员部署阶段", None),
    ],
)
def test_the_time_of_a_stage_stands_in_brackets_at_the_end(heading, time):
    source, (passage,) = paragraphs(heading)
    found = stage(passage)
    assert (found and found.text) == time
    assert found is None or source.text[found.span.start : found.span.end] == time


SPEAK_OF = {
    "what stands above": (
        "精简审批环节。压缩办理时限。责任单位：县行政审批局；完成时限：年底前。",
        ["精简审批环节|县行政审批局|年底前", "压缩办理时限|县行政审批局|年底前"],
    ),
    "what stands below": (
        "责任单位：县水利局。疏浚渠道。清淤塘坝。",
        ["疏浚渠道|县水利局|", "清淤塘坝|县水利局|"],
    ),
    "its own sentence": (
        "精简审批环节（责任单位：县行政审批局）。公布办事流程。",
        ["精简审批环节（责任单位：县行政审批局）|县行政审批局|", "公布办事流程||"],
    ),
    "each its own": (
        "精简审批环节。（牵头单位：县行政审批局）压缩办理时限。（牵头单位：县大数据局）",
        ["精简审批环节|县行政审批局|", "压缩办理时限|县大数据局|"],
    ),
    "who leads goes before who answers": (
        "开展排查。责任单位：各镇街；牵头单位：县应急局。",
        ["开展排查|县应急局|"],
    ),
    "a measure's own words go first": (
        "县住建局要在6月底前排查危房。开展复查。责任单位：各镇街；完成时限：年底前。",
        ["县住建局要在6月底前排查危房|县住建局|6月底前", "开展复查|各镇街|年底前"],
    ),
    "nothing where nobody is named": (
        "开展走访。责任单位：待定。建立项目库。责任单位：县发改局。",
        ["开展走访||", "建立项目库|县发改局|"],
    ),
}


@pytest.mark.parametrize("name", SPEAK_OF)
def test_a_label_speaks_of(name):
    text, expected = SPEAK_OF[name]
    assert asked(text) == expected


PARTS = {
    "below a heading": (
        "一、重点任务\n1. 开展企业大走访活动。\n责任单位：县工信局\n完成时限：6月底前\n2. 建立重点项目库。\n",
        {
            "开展企业大走访活动": ["开展企业大走访活动|县工信局|6月底前"],
            "建立重点项目库": ["建立重点项目库||"],
        },
    ),
    "in a heading": (
        "一、疏浚渠道（责任单位：县水利局，完成时限：6月底前）\n清淤塘坝。加固堤防。\n二、道路方面\n加快断头路建设。\n",
        {
            "清淤塘坝": ["清淤塘坝|县水利局|6月底前", "加固堤防|县水利局|6月底前"],
            "道路方面": ["加快断头路建设||"],
        },
    ),
}


@pytest.mark.parametrize("name", PARTS)
def test_in_a_part_of_a_speech_a_label_stands(name):
    body, expected = PARTS[name]
    found = [rows for rows in to_do(said_under(body)).values() if rows]
    assert found == list(expected.values())


PIECES = [
    "开展排查",
    "。",
    "；",
    "，",
    "\n",
    "责任单位：",
    "县水利局",
    "完成时限：",
    "6月底前",
    "（",
    "）",
    "待定",
    "负责",
]


@settings(deadline=None)
@given(st.lists(st.sampled_from(PIECES), max_size=24).map("".join))
def test_labels_stand_in_their_order_with_their_words_inside(text):
    source, rows = paragraphs(text)
    found = list(labels(rows))
    assert [one.span.start for one in found] == sorted(one.span.start for one in found)
    for one in found:
        assert one.words.span in one.span
        assert source.text[one.words.span.start : one.words.span.end] == one.words.text


@settings(deadline=None)
@given(st.lists(st.sampled_from(PIECES), max_size=24).map("".join))
def test_what_stands_between_labels_and_the_labels_make_the_whole(text):
    _, rows = paragraphs(text)
    pieces = [piece.span for piece in parted(rows)]
    covered = [at for span in pieces for at in range(span.start, span.end)]
    assert covered == [at for row in rows for at in range(row.span.start, row.span.end)]
    cut = [one.span for one in labels(rows) if one.sentence is None]
    assert not any(one.start < other.start < one.end for one in pieces for other in cut)
