"""Numbers on lines of their own above their headings, as pages and posters set them."""

import pytest

from reportgen.outline import parse
from reportgen.outline.paragraphs import join_lines
from reportgen.source import Source, split_lines

HEADS = ["认清形势", "压实责任", "强化保障"]
BODY = "全市河湖水质连续三年好转，但是短板仍然不少，各级河湖长要多走一步，把问题解决在岸边。"


def outline(text):
    document = parse(Source("x.txt", "x", text, "", split_lines(text)))
    return [(str(node.marker).strip(), node.heading.text.strip()) for node in document.nodes]


def speech(numbers, between="\n", heads=HEADS):
    parts = "".join(f"{n}{between}{head}\n{BODY}\n\n" for n, head in zip(numbers, heads, strict=True))
    return f"在现场会上的讲话\n\n同志们：\n{BODY}\n\n{parts}"


@pytest.mark.parametrize("between", ["\n", "\n\n", "　\n　　"])
@pytest.mark.parametrize(
    "numbers", ["一二三", ["一、", "二、", "三、"], ["（一）", "（二）", "（三）"], ["01", "02", "03"]]
)
def test_a_number_above_its_heading_numbers_it(numbers, between):
    assert outline(speech(numbers, between)) == list(zip(numbers, HEADS, strict=True))


@pytest.mark.parametrize(
    "text",
    [
        speech("一三五"),
        speech("二三四"),
        speech("一一一"),
        speech(["1", "2", "3"]),
        speech("一二三", heads=["要快，要稳", "要准。", "好不好？"]),
        speech("一二三", "\n\n\n"),
        f"在现场会上的讲话\n\n同志们：\n{BODY}\n一\n认清形势\n{BODY}\n",
        f"在现场会上的讲话\n\n同志们：\n{BODY}\n一\n二\n三\n四\n{BODY}\n",
        f"在现场会上的讲话\n\n同志们：\n{BODY}\n一\n二\n",
        f"在现场会上的讲话\n\n同志们：\n{BODY}\n30 名干部下村\n{BODY}\n12 个断面达标\n{BODY}\n",
    ],
)
def test_what_only_looks_so_numbers_nothing(text):
    assert not [marker for marker, _ in outline(text) if marker and marker != "None"]


def test_a_number_and_its_heading_are_printed_apart():
    assert join_lines("一\n认清形势") == "一\u3000认清形势"
    assert join_lines("01\n\n认清形势") == "01\u3000认清形势"
    assert join_lines("一、\n认清形势") == "一、认清形势"
    assert join_lines("第一行\n第二行") == "第一行第二行"
