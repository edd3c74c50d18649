"""Speeches in traditional characters for tests: our own fixtures, and the others' converted by our table."""

from functools import cache
from importlib.resources import files
from pathlib import Path

from reportgen.source import Source, split_lines

FIXTURES = Path(__file__).parent / "fixtures"
OWN = sorted((FIXTURES / "traditional").glob("*.txt"))
_KINDS = ("outline", "analysis", "figures", "terms", "check", "deck", "planning")
SIMPLIFIED = sorted(path for kind in _KINDS for path in (FIXTURES / kind).glob("*.txt"))


def speech_of(path):
    """The speech of a fixture, and what is expected of it."""
    text = path.read_text("utf-8")
    speech, _, expected = text.partition("\n=====\n")
    return speech, expected


def converted(text):
    """A text in traditional characters, each the most usual one that is read as it."""
    return text.translate(_table())


@cache
def _table():
    lines = files("reportgen.text").joinpath("data/simplified.tsv").read_text("utf-8").splitlines()
    rows = (line.split("\t") for line in lines if not line.startswith("#"))
    return str.maketrans({plain: forms.split(" ")[0] for plain, forms in rows if len(plain) == 1})


def source_of(text):
    """The source of a text file."""
    return Source("稿.txt", "稿", text, "0" * 64, split_lines(text))
