"""What a user installs: everything is in the wheel, and works from any folder."""

import os
import subprocess
import sys
import zipfile
from pathlib import Path

import pytest

from waiting import HANGS

ROOT = Path(__file__).parents[2]
TEMPLATES = {"deck.pptx", "handout.docx", "ledger.toml"}


@pytest.fixture(scope="module")
def wheel(tmp_path_factory):
    folder = tmp_path_factory.mktemp("wheel")
    pip = [sys.executable, "-m", "pip", "wheel", "-q", "--no-deps", "--disable-pip-version-check"]
    done = subprocess.run(
        [*pip, "-w", folder, ROOT], capture_output=True, text=True, timeout=HANGS, check=False
    )
    if done.returncode and "No matching distribution found for hatchling" in done.stderr:
        pytest.skip("the build backend cannot be fetched: no package index within reach")
    assert done.returncode == 0, done.stderr
    return next(folder.glob("*.whl"))


def test_templates_are_in_the_wheel_and_nothing_strange_is(wheel):
    with zipfile.ZipFile(wheel) as package:
        names = [name for name in package.namelist() if ".dist-info/" not in name]
    assert {name.rpartition("/")[2] for name in names if "/templates/red/" in name} == TEMPLATES
    assert all(name.startswith("reportgen/") for name in names)
    assert {Path(name).suffix for name in names} <= {
        ".py",
        ".pptx",
        ".docx",
        ".toml",
        ".typed",
        ".txt",
        ".tsv",
    }


def test_it_works_from_another_folder(wheel, seed, tmp_path):
    # The wheel's own code with this environment's libraries; `make` installs the whole in .ci/run.
    with zipfile.ZipFile(wheel) as package:
        package.extractall(tmp_path / "site")
    code = "import sys, reportgen, reportgen.cli as c; print(reportgen.__file__); sys.exit(c.main())"
    environment = {**os.environ, "PYTHONPATH": str(tmp_path / "site")}
    command = [sys.executable, "-c", code, "build", str(seed), "-q"]
    done = subprocess.run(
        command, cwd=tmp_path, env=environment, capture_output=True, timeout=HANGS, check=True
    )
    assert done.stdout.decode().startswith(str(tmp_path / "site"))
    assert len(list((tmp_path / "output").glob("*.*x"))) == 3
