"""Briefs written as text, so that planning and rendering are tested apart from parser and analysis."""

import os
from pathlib import Path

import pytest
from hypothesis import settings

from briefscript import read_brief

# A change must not fail for what another run would not have met; at a desk each run looks elsewhere.
settings.register_profile("steady", derandomize=True)
if os.environ.get("CI"):
    settings.load_profile("steady")

FIXTURES = Path(__file__).parent / "fixtures"


@pytest.fixture
def written_brief():
    """A function that makes the brief of a script, or of the one of that name under fixtures/paper/."""

    def make(script):
        text = script if "\n" in script else (FIXTURES / "paper" / f"{script}.txt").read_text("utf-8")
        return read_brief(text)

    return make
