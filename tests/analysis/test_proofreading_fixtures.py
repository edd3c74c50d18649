"""Speeches and what is wrong with them as text: the speech, a line of =====, then
`line:column rule excerpt` for each finding.

A file that ends in -good holds what looks like a fault and is none: nothing may be found there.
"""

from pathlib import Path

import pytest

from golden import halves
from reportgen.analysis.proofreading import RULES, proofread
from reportgen.outline import parse
from reportgen.readers import find_masks
from reportgen.readers.files import parse_bytes

CASES = sorted((Path(__file__).parent.parent / "fixtures" / "check").glob("*.txt"))


def findings(speech: str) -> list[str]:
    source = parse_bytes(speech.encode(), "x.txt", "x")
    found = proofread(parse(source), [mask.passage.span for mask in find_masks(source)])
    lines = []
    for one in found:
        place = source.place(one.span.start)
        excerpt = source.written[one.span.start : one.span.end].replace("\n", "⏎")
        lines.append(f"{place.line}:{place.column} {one.rule} {excerpt}")
    return lines


def expected(case: Path) -> list[str]:
    return halves(case)[1].text.splitlines()


@pytest.mark.parametrize("case", CASES, ids=lambda case: case.stem)
def test_findings(case: Path, golden) -> None:
    speech, expected = halves(case)
    golden(expected, findings(speech))


@pytest.mark.parametrize(
    "case", [case for case in CASES if case.stem.endswith("-good")], ids=lambda case: case.stem
)
def test_good_cases_are_silent(case: Path) -> None:
    assert expected(case) == []


def test_every_rule_has_a_case() -> None:
    seen = {line.split(" ")[1] for case in CASES for line in expected(case)}
    assert {rule.name for rule in RULES} - seen == set()
