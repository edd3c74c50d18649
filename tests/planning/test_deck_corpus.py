"""On real speeches: every deck is planned, and nothing is amiss with it."""

import pytest

from corpus import some, texts
from deckcheck import LAYOUTS, faults, torn, untold
from reportgen.analysis import analyse
from reportgen.outline import parse
from reportgen.planning.deck import plan_deck
from reportgen.planning.facts import Facts
from reportgen.planning.length import Degree, Length
from reportgen.readers import read

pytestmark = pytest.mark.corpus


def test_nothing_is_amiss_with_any_deck():
    amiss = []
    for file in some(texts()):
        brief = analyse(parse(read(file)))
        for degree in Degree:
            deck = plan_deck(brief, Facts(), LAYOUTS, Length(degree))
            found = [*faults(brief, deck), *torn(brief, deck)]
            found += untold(brief, deck) if degree is Degree.FULL else []
            amiss += [f"{file.name} {degree} {fault}" for fault in found]
    assert amiss == []
