"""Decks of speeches, as tests of planning make them: which texts there are, and each read once."""

from functools import cache
from pathlib import Path

from deckcheck import LAYOUTS
from reportgen.analysis import analyse
from reportgen.outline import parse
from reportgen.planning.deck import plan_deck
from reportgen.planning.deck.bodies import Body
from reportgen.planning.deck.topics import topics
from reportgen.planning.facts import Facts
from reportgen.planning.length import STANDARD, Degree, Length
from reportgen.readers import read
from speech import brief_of

_ROOT = Path(__file__).parents[1]
SPEECHES = {
    path.stem: path for folder in ("bench/speeches", "seeds") for path in sorted((_ROOT / folder).iterdir())
}
LENGTHS = [*map(Length, Degree), *(Length(slides=count) for count in (3, 6, 12, 25))]


@cache
def read_brief_of(name):
    """The brief of a speech of bench/speeches or seeds."""
    return analyse(parse(read(SPEECHES[name])))


def deck_of(text, length=STANDARD, layouts=LAYOUTS, **facts):
    """The deck of a text or a brief."""
    brief = brief_of(text) if isinstance(text, str) else text
    return plan_deck(brief, Facts(**facts), layouts, length)


def full(text):
    """The deck that says every measure of a text."""
    return deck_of(text, Length(Degree.FULL))


def under(body, title="在全县重点工作推进会上的讲话"):
    """A speech with a title, a salutation, and this."""
    return f"{title}\n\n同志们：\n{body}\n"


def topics_of(body):
    """The sections of a speech as slides tell them, and its brief."""
    brief = brief_of(under(body))
    return topics(brief), brief


def filled_of(body, slides, budget=10_000):
    """The slides of the sections of a speech, as they are filled."""
    found, brief = topics_of(body)
    return Body(brief, "", LAYOUTS).chosen(found, slides, budget)
