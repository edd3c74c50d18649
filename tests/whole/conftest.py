"""The seed, built once for all tests that look at whole runs."""

from pathlib import Path

import pytest

from reportgen.building import build
from reportgen.options import Options

SEED = next((Path(__file__).parents[2] / "seeds").glob("*.txt"))


@pytest.fixture(scope="session")
def seed():
    return SEED


@pytest.fixture(scope="session")
def built(tmp_path_factory):
    return build(SEED, Options(tmp_path_factory.mktemp("seed")))
