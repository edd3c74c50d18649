"""On real speeches: every deck is planned, and nothing is amiss with it."""

import os
from pathlib import Path

import pytest

from deckcheck import LAYOUTS, faults
from reportgen.analysis import analyse
from reportgen.outline import parse
from reportgen.planning.deck import plan_deck
from reportgen.planning.facts import Facts
from reportgen.readers import read

ROOT = Path(__file__).parents[2]
CORPUS = Path(os.environ.get("REPORTGEN_CORPUS", ROOT.parent / "shared" / "corpus"))

pytestmark = [
    pytest.mark.corpus,
    pytest.mark.skipif(not CORPUS.is_dir(), reason="the speeches of ../shared/corpus are not here"),
]


def test_nothing_is_amiss_with_any_deck():
    amiss = []
    for file in sorted([*(CORPUS / "texts").glob("*.txt"), *(CORPUS / "texts").glob("*.md")]):
        brief = analyse(parse(read(file)))
        deck = plan_deck(brief, Facts(), LAYOUTS)
        amiss += [f"{file.name} {fault}" for fault in faults(brief, deck)]
    assert amiss == []
