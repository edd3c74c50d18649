"""Signs of a quoted mail and numbers of lines in front of a text."""

import pytest

from reportgen.outline import parse
from reportgen.readers.files import parse_bytes
from reportgen.source import MARK

TEXT = [
    "在全市河湖管护现场会上的讲话",
    "",
    "同志们：",
    "今天召开现场会，主要任务是交流经验，部署下一步工作。",
    "一、认清形势",
    "全市河湖水质连续三年好转，但是短板仍然不少，不能松劲。",
    "二、压实责任",
    "各级河湖长要多走一步，把问题解决在岸边，解决在水里。",
]
FILLED = [line for line in TEXT if line]


def read(lines):
    return parse_bytes("\n".join(lines).encode(), "讲话.txt", "讲话")


def words(source):
    return [line for line in source.text.replace(MARK, "").split("\n") if line.strip()]


@pytest.mark.parametrize("front", ["> ", ">", ">> ", "> > ", " >"])
def test_the_signs_of_a_quoted_mail_are_no_words(front):
    source = read([front + line for line in TEXT])
    assert words(source) == FILLED
    assert source.left_out == ()
    assert [line.paragraph for line in source.lines] == [1, 0, 2, 3, 4, 5, 6, 7]
    assert len(source.text) == len("\n".join(front + line for line in TEXT))


def test_a_quoted_mail_may_say_who_wrote_it():
    source = read(["办公室 2025年3月6日写道：", *(f"> {line}" for line in TEXT)])
    assert words(source) == ["办公室 2025年3月6日写道：", *FILLED]


@pytest.mark.parametrize("front", ["{:>3} ", "{}\t", "{}: ", "{:02}：", "{} | ", "{:>6}  "])
def test_numbers_of_lines_are_no_words_and_told(front):
    for lines in (TEXT, FILLED):
        source = read([front.format(number) + line for number, line in enumerate(lines, 1)])
        assert words(source) == FILLED
        assert source.left_out == (f"{len(lines)} 个行号",)


def test_numbers_of_lines_that_leave_out_blank_ones():
    numbers = iter(range(1, 99))
    source = read([f"{next(numbers)}  {line}" if line else "" for line in TEXT])
    assert words(source) == FILLED


def test_the_text_behind_such_signs_is_parsed_as_any_other():
    plain = parse(read(TEXT))
    for lines in ([f"> {line}" for line in TEXT], [f"{n:>3} {line}" for n, line in enumerate(TEXT, 1)]):
        marked = parse(read(lines))
        assert marked.salutation is not None
        assert [one.heading.text for one in marked.nodes] == [one.heading.text for one in plain.nodes]


@pytest.mark.parametrize(
    "lines",
    [
        ["1 查清底数", "2 建好台账", "3 抓好整改"],
        ["讲话", "1 一、查清底数", "2 二、建好台账", "3 三、抓好整改"],
        ["1 一、查清底数", "3 二、建好台账", "4 三、抓好整改"],
        ["1.一、查清底数", "2.二、建好台账", "3.三、抓好整改"],
        ["2023年：一、", "2024年：二、", "2025年：三、"],
        ["> 要快", "要稳", "要准", "要好"],
        ["水质 > 3 级", "> 2 级", "水量 > 5"],
        [">要快", ">要稳"],
    ],
)
def test_what_only_looks_so_stays(lines):
    assert read(lines).text == "\n".join(lines)
