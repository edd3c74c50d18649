"""Lines broken at a fixed width, as copying from a PDF or a mail gives them, read as they were before."""

import re

import pytest

from reportgen.outline import parse, reading_text
from reportgen.outline.paragraphs import paragraphs
from reportgen.readers.files import parse_bytes

# Sentences of many lengths, with numbers, Latin words, quotes and lists, so that lines end everywhere.
SENTENCES = (
    "今年以来，全市上下深入贯彻落实各项决策部署，坚持稳中求进工作总基调，地区生产总值增长8.5%，达到1234.56亿元。",
    "要看到，“放管服”改革还有堵点，一些部门“门好进、脸好看、事难办”的问题没有根本解决。",
    "推动5G、AI和大数据中心建设，力争到2025年底建成Smart City平台。",
    "各级各部门要提高认识；要压实责任；要强化督查，确保件件有着落、事事有回音。",
    "民生无小事。",
)
HEADINGS = (
    "一、充分认识优化营商环境的重要意义",
    "二、突出重点，狠抓关键环节",
    "三、加强领导，确保任务落地见效",
)
SPEECH = ["在全市优化营商环境大会上的讲话", "同志们：", "".join(SENTENCES[:3])]
for at, heading in enumerate(HEADINGS):
    SPEECH += [heading, "".join(SENTENCES[at:] + SENTENCES[:at]) * 2, "".join(SENTENCES[4 - at :] * 2)]
SPEECH.append("同志们，让我们共同努力，不断开创工作新局面！")
WORD = re.compile(r"[0-9A-Za-z.%]+|.")


def wide(text):
    return sum(0.5 if char.isascii() else 1 for char in text)


def broken(paragraph, width, indent, measure, *, hang):
    """The lines of a paragraph; a mark that cannot begin a line hangs over or takes its character along."""
    lines, line = [], indent
    for word in WORD.findall(paragraph):
        mark = word in "，。；：、！？”"
        if measure(line + word) > width and not (mark and hang):
            carried = line[-1:] if mark else ""
            lines.append(line[: len(line) - len(carried)])
            line = carried
        line += word
    return [*lines, line]


def wrapped(width, *, indent="\u3000\u3000", measure=len, hang=False, between="\n", page=None):  # noqa: PLR0913
    rows = [row for one in SPEECH for row in broken(one, width, indent, measure, hang=hang)]
    if page:
        rows = [
            piece
            for at, row in enumerate(rows, 1)
            for piece in ([row, page.format(at // 12)] if at % 12 == 0 else [row])
        ]
    return between.join(rows)


def read(text):
    return parse_bytes(text.encode(), "x.txt", "x")


def joined(text):
    source = read(text)
    return [reading_text(source.passage(row.start, row.end)) for row in paragraphs(source)]


WIDTHS = [22, 25, 28, 30, 33, 37, 41, 45]


@pytest.mark.parametrize("width", WIDTHS)
@pytest.mark.parametrize("hang", [False, True])
@pytest.mark.parametrize("measure", [len, wide])
def test_indented_paragraphs_are_joined(width, hang, measure):
    assert joined(wrapped(width, measure=measure, hang=hang)) == SPEECH


@pytest.mark.parametrize("width", WIDTHS)
def test_headings_are_found_without_indents_too(width):
    document = parse(read(wrapped(width, indent="")))
    assert [reading_text(node.heading) for node in document.nodes] == [one[2:] for one in HEADINGS]
    assert document.title_text == SPEECH[0]


@pytest.mark.parametrize("width", WIDTHS)
def test_a_blank_line_behind_every_line_says_nothing(width):
    assert joined(wrapped(width, between="\n\n")) == SPEECH


@pytest.mark.parametrize("page", ["— {} —", "{}", "第 {} 页", "- {} -"])
@pytest.mark.parametrize("width", [24, 28, 37])
def test_page_numbers_in_the_middle_part_nothing(width, page):
    assert joined(wrapped(width, page=page)) == SPEECH


def test_blank_lines_between_paragraphs_stay_edges():
    text = "\n\n".join("\n".join(broken(one, 30, "", len, hang=False)) for one in SPEECH)
    assert joined(text) == SPEECH


def test_positions_point_into_the_text_as_it_came():
    text = wrapped(28, page="— {} —", between="\n\n")
    source = read(text)
    assert len(source.text) == len(text)
    for node in parse(source).nodes:
        assert text[node.heading.span.start : node.heading.span.end] == node.heading.text


def test_whole_paragraphs_are_left_alone():
    assert joined("\n".join(SPEECH)) == SPEECH
    assert joined("\n\n".join(SPEECH)) == SPEECH
