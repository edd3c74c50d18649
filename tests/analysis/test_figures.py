"""Speeches and their figures as text: the speech, a line of =====, then a line a figure

    value|unit  measured  change  period

(– where the sentence does not say it) and a line `series title: label value, …` with the unit behind a slash.
"""

from pathlib import Path

import pytest

from golden import halves
from speech import brief_of

CASES = sorted((Path(__file__).parent.parent / "fixtures" / "figures").glob("*.txt"))


def words(passage):
    return passage.text if passage else "–"


def lines(speech):
    brief = brief_of(speech)
    for one in brief.figures:
        unit = one.unit.text if one.unit else ""
        yield "  ".join([f"{one.value.text}|{unit}", *map(words, (one.measured, one.change, one.period))])
    for one in brief.series:
        points = "，".join(f"{point.label.text} {point.value.text}" for point in one.points)
        yield f"series {words(one.title)}: {points}/{one.unit.text}"


@pytest.mark.parametrize("case", CASES, ids=lambda case: case.stem)
def test_figures(case, golden):
    speech, expected = halves(case)
    golden(expected, lines(speech))


@pytest.mark.parametrize("case", CASES, ids=lambda case: case.stem)
def test_every_word_stands_where_it_says(case):
    speech = halves(case)[0]
    brief = brief_of(speech)
    text = brief.document.source.text
    for one in brief.figures:
        for passage in (one.value, one.unit, one.measured, one.change, one.period):
            assert passage is None or text[passage.span.start : passage.span.end] == passage.text


def test_a_clause_without_end_takes_no_longer_than_its_length():
    speech = "在会议上的讲话\n同志们：\n" + "新增项目12个、投资3.5亿元由3%提高到5%比上年" * 2000
    assert len(brief_of(speech).figures) == 8000
