"""On real speeches: as many findings as docs/check-rules.md counts, and few of them wrong."""

import re
from collections import Counter
from pathlib import Path

import pytest

from corpus import texts
from reportgen.analysis.proofreading import RULES, proofread
from reportgen.outline import parse
from reportgen.readers import find_masks, read

ROOT = Path(__file__).parents[2]
ROW = re.compile(r"\| `([a-z-]+)` \|.*?\| (\d+) \| (\d+) \| (\d+) \| (\d+) \|[^|]*\|$", re.MULTILINE)
SPEECHES_A_WRONG_ONE = 20


def documented() -> dict[str, tuple[int, ...]]:
    text = (ROOT / "docs" / "check-rules.md").read_text("utf-8")
    return {name: tuple(map(int, counts)) for name, *counts in ROW.findall(text)}


def speeches() -> list[Path]:
    """The texts whose findings were read one by one; those called k… came later and were not."""
    return sorted(path for path in texts() if not path.name.startswith("k"))


def test_the_document_has_every_rule_in_order():
    assert list(documented()) == [rule.name for rule in RULES]
    assert all(firings == right + wrong for firings, _, right, wrong in documented().values())


class TestCorpus:
    pytestmark = pytest.mark.corpus

    def test_firings_are_those_that_were_read(self):
        found = Counter()
        for path in speeches():
            source = read(path)
            masks = [mask.passage.span for mask in find_masks(source)]
            found.update(one.rule for one in proofread(parse(source), masks))
        assert {rule.name: found[rule.name] for rule in RULES} == {
            name: counts[0] for name, counts in documented().items()
        }

    def test_no_rule_is_wrong_too_often(self):
        limit = len(speeches()) / SPEECHES_A_WRONG_ONE
        assert all(wrong <= limit for *_, wrong in documented().values())
