"""What all tests have in common; docs/testing.md says how it is used."""

import os
import shutil
from importlib.util import find_spec
from pathlib import Path

import pytest
from hypothesis import HealthCheck, settings

from briefscript import read_brief
from corpus import CORPUS
from printers import printer  # noqa: F401  a fixture for all
from reportgen.cli import main
from speech import SPEECH

# How long an example takes says how busy the machine is, so nothing fails for that.
settings.register_profile("desk", deadline=None, suppress_health_check=[HealthCheck.too_slow])
# A change must not fail for what another run would not have met; at a desk each run looks elsewhere.
settings.register_profile("steady", settings.get_profile("desk"), derandomize=True)
settings.load_profile("steady" if os.environ.get("CI") else "desk")

FIXTURES = Path(__file__).parent / "fixtures"


def pytest_addoption(parser):
    """The option that `make golden` gives."""
    parser.addoption("--golden", action="store_true", help="write golden texts instead of comparing them")


def pytest_configure(config):
    """Two processes that write into one file would lose each other's texts."""
    if config.getoption("golden") and config.getoption("numprocesses", 0):
        raise pytest.UsageError("--golden writes files, so it runs in one process: add -n 0")


def pytest_collection_modifyitems(config, items):
    """With --golden only the tests run that have a golden text."""
    if config.getoption("golden"):
        config.hook.pytest_deselected(items=[one for one in items if "golden" not in one.fixturenames])
        items[:] = [one for one in items if "golden" in one.fixturenames]


@pytest.fixture
def golden(request):
    """A function that holds what the code gives, a text or lines of one, against a golden text."""

    def hold(expected, given):
        text = given if isinstance(given, str) else "".join(f"{line}\n" for line in given)
        if request.config.getoption("golden"):
            expected.rewrite(text)
        else:
            assert text == expected.text

    return hold


def pytest_runtest_setup(item):
    """A mark says what a test needs that is no part of the project; where that is missing it is skipped."""
    if item.get_closest_marker("render") and not shutil.which("soffice"):
        pytest.skip("LibreOffice is not installed")
    if item.get_closest_marker("browser") and not (shutil.which("chromium") and find_spec("playwright")):
        pytest.skip("Chromium or Playwright is not installed")
    if item.get_closest_marker("corpus") and not CORPUS.is_dir():
        pytest.skip("the speeches of ../shared/corpus are not here")


@pytest.fixture
def speech(tmp_path):
    """The path of a file with the speech that most files are made of."""
    path = tmp_path / "讲话.txt"
    path.write_text(SPEECH, "utf-8")
    return path


@pytest.fixture
def run(tmp_path, capsys):
    """A function that runs a command into the folder `output`: its status, output and errors."""

    def call(*arguments):
        status = main([*map(str, arguments), "-o", str(tmp_path / "output")])
        out, err = capsys.readouterr()
        assert "Traceback" not in err
        return status, out, err

    return call


@pytest.fixture
def written_brief():
    """A function that makes the brief of a script, or of the one of that name under fixtures/handout/."""

    def make(script):
        text = script if "\n" in script else (FIXTURES / "handout" / f"{script}.txt").read_text("utf-8")
        return read_brief(text)

    return make
