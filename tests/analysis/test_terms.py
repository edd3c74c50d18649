"""Speeches and their set phrases as text: the speech, a line of =====, then `phrase | context` a line.

A phrase whose meaning is known has a star behind it.
"""

import json
from pathlib import Path

import pytest

from golden import halves
from reportgen.analysis.glossary import entries, explain, plain
from reportgen.analysis.notation import dump, load, to_json
from reportgen.source import Span
from speech import brief_of

CASES = sorted((Path(__file__).parent.parent / "fixtures" / "terms").glob("*.txt"))


def lines(speech):
    for one in brief_of(speech).terms:
        yield f"{one.text.text}{'*' if one.meaning else ''} | {one.context}"


@pytest.mark.parametrize("case", CASES, ids=lambda case: case.stem)
def test_terms(case, golden):
    speech, expected = halves(case)
    golden(expected, lines(speech))


@pytest.mark.parametrize("case", CASES, ids=lambda case: case.stem)
def test_terms_come_back_from_an_edited_brief(case):
    brief = brief_of(halves(case)[0])
    assert load(dump(brief), "b.yaml") == brief


def test_every_meaning_has_a_source():
    assert all((one.meaning is None) == (one.source is None) for one in entries())
    assert all(one.meaning or one.bare for one in entries())


def test_no_name_is_explained_twice():
    names = [plain(name) for one in entries() for name in one.names]
    assert len(names) == len(set(names))


def test_a_name_that_means_several_things_is_explained_where_it_is_certain():
    assert explain("“八五”普法", Span(1, 3))[0]
    assert explain("“八五”计划", Span(1, 3)) == (None, None)
    assert explain("“两步走”", Span(1, 4)) == (None, None)


def test_data_has_meaning_and_source():
    (term,) = json.loads(json.dumps(to_json(brief_of("在会上的讲话\n深化“放管服”改革。"))))["terms"]
    assert (term["text"], term["meaning"]) == ("放管服", "简政放权、放管结合、优化服务")
    assert term["source"]
