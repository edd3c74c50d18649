"""Whatever the speech, an unedited brief comes back; whatever the file, a fault is told in one line."""

import re

import yaml
from hypothesis import example, given, settings
from hypothesis import strategies as st

from reportgen.analysis import analyse
from reportgen.analysis.notation import dump, load, to_json
from reportgen.analysis.notation.tree import scalar
from reportgen.errors import BriefError
from reportgen.outline import parse
from reportgen.readers.markdown import lines
from reportgen.readers.tidying import tidy
from speech import source_of

WORDS = (
    "一、 二、 （一） （二） 1. 2． （1） 第一， 一是 二是 三是 首先， —— ** ×× 同志们： 坚持稳中求进 "
    "抓好落实 增长8.5% 由3亿元提高到5亿元 参保人口从2019年的12万人增加到2024年的18万人 甲、乙分别为3个和5个 "
    "谢谢大家 2024年3月5日 在全县工作会议上的讲话 全面加强党的领导 由市司法局牵头 年底前 "
    "“两个确立” 让群众满意 ， 。 ； ： “ ” ' \" a: #b - ? | > & * ! % @ ` { } [ ] \\ yes 1 null ~ --- ..."
)
BLANKS = [
    "\n",
    "\n",
    "\n\n",
    "# ",
    "## ",
    "　　",
    " ",
    "\t",
    "\r",
    "\x85",
    "\u2028",
    "\u200b",
    "\ufeff",
    "\x01",
    "\u200d",
    "\xa0",
    "\xad",
]
PIECES = [*WORDS.split(" "), *BLANKS, ": ", " #", "- ", "😀"]
ONE_LINE = re.compile(r"b\.yaml:\d+:\d+：[^\n]+。[^\n]+")


def understood(text, *, marked=False):
    return analyse(parse(source_of(text, lines=lines(text) if marked else None)))


def fault_of(text):
    try:
        load(text, "b.yaml")
    except BriefError as error:
        return str(error)
    return ""


def check(text, *, marked=False):
    brief = understood(text, marked=marked)
    written = dump(brief)
    assert tidy(written) == written, "reading the file would move positions"
    assert load(written, "b.yaml") == brief
    assert dump(load(written, "b.yaml")) == written
    to_json(brief)


@settings(max_examples=400)
@given(st.lists(st.sampled_from(PIECES), max_size=60).map("".join), st.booleans())
def test_any_speech_comes_back(text, marked):
    check(text, marked=marked)


@settings(max_examples=200)
@given(st.text(max_size=200))
@example("")
@example("\n\n")
@example("  \n ")
@example("\n a\n\t\n  b ")
def test_any_text_comes_back(text):
    check(text)


@settings(max_examples=400)
@given(st.text(max_size=30) | st.lists(st.sampled_from(PIECES), max_size=6).map("".join))
def test_a_scalar_is_the_text_for_every_reader(text):
    written = scalar(text)
    assert "\n" not in written
    assert yaml.safe_load(f"a:\n- b: {written}\n  c: d") == {"a": [{"b": text, "c": "d"}]}


SPEECH = "在会上的讲话\n同志们：\n坚持稳中求进。\n一、抓好落实\n建立工作机制，让群众满意。\n谢谢大家。\n"


@settings(max_examples=400)
@given(st.data())
def test_a_mutilated_file_is_taken_or_refused_in_one_line(data):
    written = dump(understood(SPEECH)).partition("\n\n")[2]
    start = data.draw(st.integers(0, len(written)))
    end = data.draw(st.integers(start, min(len(written), start + 40)))
    text = (
        written[:start]
        + data.draw(st.lists(st.sampled_from(PIECES), max_size=4).map("".join))
        + written[end:]
    )
    assert ONE_LINE.fullmatch(fault_of(text) or "b.yaml:1:1：无。无")


@settings(max_examples=200)
@given(st.text(max_size=60) | st.text(alphabet="[]{}-:,?|>&*!'\"\\ \n\tab", max_size=60))
def test_any_other_text_is_refused_in_one_line(text):
    assert ONE_LINE.fullmatch(fault_of(text))
