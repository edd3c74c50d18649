"""Whatever the text: nothing raised, nothing lost, everything in its place."""

from collections.abc import Iterator

import pytest
from hypothesis import example, given, settings
from hypothesis import strategies as st

from reportgen.outline import Document, Node, parse, to_json, to_text
from reportgen.readers.markdown import lines
from reportgen.source import Passage, Source
from speech import source_of

WORDS = (
    "一、 二、 三、 （一） （二） 1. 2． （1） ① 第一， 第二， 一是 二是 三是 一要 二要 首先， 其次， 最后， "
    "—— ** ×× 【待补：县名】 第二章 附件： 同志们： 各位代表！ 目录 坚持稳中求进 抓好落实 增长8.5% 谢谢大家 "
    "2024年3月5日 在全县工作会议上的讲话 全面加强党的领导 ， 。 ； ： “ ” （ ） a"
)
APART = ["张立国：", "李红（县长）：", "下载", "上一篇：", "【导读】", "注释", "〔1〕"]
BLANKS = ["\n", "\n", "\n", "# ", "## ", "第一部分 ", "县委书记 张三", "\u3000\u3000", " ", "\t", "\u200b"]
PIECES = [*WORDS.split(" "), *BLANKS, *APART]


def source(text: str, *, marked: bool = False) -> Source:
    return source_of(text, lines=lines(text) if marked else None)


def leaves(document: Document) -> Iterator[Passage]:
    heads = (document.subtitle, document.byline, document.date, document.salutation)
    yield from (one for one in heads if one)
    yield from document.title
    yield from (*document.letterhead, *document.preamble)
    yield from document.closing
    yield from document.speakers
    for block in document.apart:
        yield from block.passages
    for node in document.walk():
        yield from (one for one in (node.marker, node.heading) if one)
        yield from node.body


def inside(node: Node) -> None:
    assert all(passage.span in node.span for passage in (node.heading, *node.body))
    for child in node.children:
        assert child.span in node.span
        assert child.level == node.level + 1
        inside(child)


def check(text: str, *, marked: bool = False) -> None:
    document = parse(source(text, marked=marked))
    text = document.source.text
    end = 0
    rest = []
    for leaf in sorted(leaves(document), key=lambda one: one.span):
        assert text[leaf.span.start : leaf.span.end] == leaf.text
        assert leaf.span.start >= end, "leaves overlap"
        rest.append(text[end : leaf.span.start])
        end = leaf.span.end
    rest.append(text[end:])
    assert not any(char.isalnum() for char in "".join(rest)), "words are lost"
    for node in document.nodes:
        assert node.level == 1
        inside(node)
    to_text(document)
    to_json(document)


@example(text="同志们：目录", marked=False)
@settings(max_examples=400)
@given(st.lists(st.sampled_from(PIECES), max_size=60).map("".join), st.booleans())
def test_any_speech_is_tiled(text: str, marked: bool) -> None:
    check(text, marked=marked)


@settings(max_examples=100)
@given(st.text(max_size=300))
def test_any_text_is_tiled(text: str) -> None:
    check(text)


@settings(max_examples=100)
@given(st.data())
def test_a_mutilated_speech_is_tiled(data: st.DataObject) -> None:
    paragraph = "　　一、知行合一\n把学习放在首位。一是主动对标。坚持不懈。二是全面深入。培训；三是坚定。\n"
    text = (
        "在会议上的讲话\n（2024年3月5日）\n县长 李四\n同志们：\n"
        + paragraph * 3
        + "同志们！让我们共同努力。\n"
    )
    start = data.draw(st.integers(0, len(text)))
    end = data.draw(st.integers(start, len(text)))
    check(text[:start] + text[end:] + text[start:end])


@pytest.mark.parametrize(
    "unit", ["一是好。", "“", "（一", "第一，", "一、好\n", "—— ", "**", " ", "同志们，", "各位"]
)
def test_the_same_thousands_of_times_is_tiled(unit: str) -> None:
    check(unit * 4000)


def test_a_numbering_that_never_goes_on_is_not_nested_without_end() -> None:
    check("一、甲\n" * 2000 + "二、乙\n" * 2000)
