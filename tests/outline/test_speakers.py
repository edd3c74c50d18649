"""Who speaks where several do; labels that look like names, and one speaker alone."""

import pytest

from reportgen.outline import parse
from speech import source_of

SAYS = "要素保障还不够，建议加大用地支持。"


def read(*lines):
    return parse(source_of("\n".join(lines)))


def speakers(document):
    return [str(one) for one in document.speakers]


TALK = (
    "全县营商环境座谈会实录",
    "主持人：今天请来两位同志谈谈。",
    "张立国（县发改局局长）：我谈两点。第一，减事项。年底前压减30项。第二，优服务。推行一窗受理。",
    "主持人：下面请企业代表谈谈。",
    f"王小明：{SAYS}",
)


def test_names_open_turns_and_each_line_knows_whose_it_is():
    document = read(*TALK)
    text = document.source.text
    assert speakers(document) == ["主持人", "张立国（县发改局局长）", "主持人", "王小明"]
    said = {words: str(document.speaker_at(text.index(words))) for words in ("压减30项", "下面请", SAYS)}
    assert said == {"压减30项": "张立国（县发改局局长）", "下面请": "主持人", SAYS: "王小明"}
    assert [(str(node.heading), str(node.speaker)) for node in document.nodes] == [
        ("减事项", "张立国（县发改局局长）"),
        ("优服务", "张立国（县发改局局长）"),
    ]


def test_names_that_open_turns_are_no_words_of_a_line():
    bodies = [str(one) for node in read(*TALK).walk() for one in node.body]
    assert [one for one in bodies if "王小明" in one or "主持人" in one] == []


def test_a_numbering_that_goes_on_is_the_first_speaker_s_again():
    document = read(
        "在座谈会上的讲话",
        "一、看形势",
        SAYS,
        "张立国：第一，减事项。第二，优服务。",
        f"王小明：{SAYS}",
        "二、抓落实",
        SAYS,
    )
    assert [(str(node.heading), node.speaker) for node in document.nodes] == [
        ("看形势", None),
        ("抓落实", None),
    ]
    assert [str(node.speaker) for node in document.nodes[0].children] == ["张立国", "张立国"]
    assert document.speaker_at(len(document.source.text) - 1) is None


def test_headings_with_office_and_name_say_who_speaks_below():
    document = read(
        "在全县干部会议上的讲话", "一、县委书记王某讲话", SAYS, "（一）抓项目", SAYS, "二、县长李某讲话", SAYS
    )
    assert [str(node.speaker) for node in document.walk()] == ["县委书记王某", "县委书记王某", "县长李某"]


@pytest.mark.parametrize(
    "lines",
    [
        ["目标：年底前完成。", "措施：建立台账，逐项销号。"],
        ["组长：张立国，负总责。", "副组长：王小明，负责督促。"],
        ["张家庄：完成道路硬化。", "李家村：完成改厕。"],
        ["方法：先易后难。", "任务：年底前完成。", "周边：要加强巡查。"],
        ["张立国：要抓好落实。"],
        ["张立国：要抓好落实。", "张立国：要压实责任。"],
        ["张立国（局长）：要抓好落实。", "张立国：要压实责任。"],
        ["张立国：局长", "王小明：副局长"],
        ["问：怎么办？", "答：靠制度。"],
        ["一、书记讲话精神", "要认真学习。", "二、县长讲话精神", "要抓好落实。"],
        ["一、县委书记王某讲话", "要认真学习。", "二、抓好落实", "要见成效。"],
    ],
)
def test_labels_places_and_a_single_name_are_no_speakers(lines):
    document = read("在全县干部会议上的讲话", "同志们：", *lines)
    assert speakers(document) == []
    assert {node.speaker for node in document.walk()} <= {None}
