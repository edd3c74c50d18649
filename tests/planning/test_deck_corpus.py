"""On real speeches: every deck is planned, and nothing is amiss with it."""

import pytest

from corpus import some, texts
from deckcheck import LAYOUTS, faults
from reportgen.analysis import analyse
from reportgen.outline import parse
from reportgen.planning.deck import plan_deck
from reportgen.planning.facts import Facts
from reportgen.readers import read

pytestmark = pytest.mark.corpus


def test_nothing_is_amiss_with_any_deck():
    amiss = []
    for file in some(texts()):
        brief = analyse(parse(read(file)))
        deck = plan_deck(brief, Facts(), LAYOUTS)
        amiss += [f"{file.name} {fault}" for fault in faults(brief, deck)]
    assert amiss == []
