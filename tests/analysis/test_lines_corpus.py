"""On real speeches: the lines of the whole, of sections and of points keep their limits and read alone."""

import pytest

from corpus import texts
from reportgen import briefing
from reportgen.analysis.abstract import ABSTRACT_LIMIT
from reportgen.analysis.clauses import sentences
from reportgen.analysis.standing import reads_alone
from reportgen.analysis.summary import POINT_LIMIT, SECTION_LIMIT
from reportgen.analysis.thesis import THESIS_LIMIT

SHORTEST_ABSTRACT = 150
# A heading is as long as its author made it; a run-in one may be a sentence without a short clause.
LONG, BROKEN = 0.04, 0.02

pytestmark = pytest.mark.corpus


@pytest.fixture(scope="module")
def briefs():
    paths = texts()
    assert len(paths) > 50
    return {path.name: briefing.brief(path) for path in paths}


def alone(line):
    return reads_alone([clause for group in sentences(line.passages) for clause in group])


def test_an_abstract_has_150_to_250_characters_and_names_every_section(briefs):
    for name, brief in briefs.items():
        size = sum(len(str(line)) + 1 for line in brief.abstract)
        assert SHORTEST_ABSTRACT <= size <= ABSTRACT_LIMIT, name
        if brief.parts:
            assert len(brief.abstract) >= len({str(part.summary) for part in brief.parts}), name


def test_a_thesis_is_short_and_reads_alone(briefs):
    for name, brief in briefs.items():
        assert brief.thesis is not None, name
        assert len(brief.thesis.text) <= THESIS_LIMIT, name
        # A title is as its author wrote it.
        assert alone(brief.thesis) or brief.thesis.text in brief.document.title_text, name


def test_lines_of_sections_and_points_are_short_and_whole(briefs):
    parts = [part for brief in briefs.values() for part in brief.walk()]
    long = [p for p in parts if len(p.summary.text) > (SECTION_LIMIT if p.node.level == 1 else POINT_LIMIT)]
    broken = [p for p in parts if p.summary.text and not alone(p.summary)]
    assert len(long) <= LONG * len(parts)
    assert len(broken) <= BROKEN * len(parts)
