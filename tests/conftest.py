"""Briefs written as text, so that planning and rendering are tested apart from parser and analysis."""

from pathlib import Path

import pytest

from briefscript import read_brief

FIXTURES = Path(__file__).parent / "fixtures"


@pytest.fixture
def written_brief():
    """A function that makes the brief of a script, or of the one of that name under fixtures/paper/."""

    def make(script):
        text = script if "\n" in script else (FIXTURES / "paper" / f"{script}.txt").read_text("utf-8")
        return read_brief(text)

    return make
