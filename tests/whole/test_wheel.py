"""What a user installs: whichever way the package was made, it makes the same files as the checkout."""

import os
import shutil
import subprocess
import sys
import zipfile
from pathlib import Path

import pytest

from waiting import HANGS

ROOT = Path(__file__).parents[2]
TEMPLATES = {"deck.pptx", "deck-4x3.pptx", "handout.docx", "checklist.toml", "onepage.docx"}
HOOK = "import sys, hatchling.build as backend; print(getattr(backend, sys.argv[1])(sys.argv[2]))"
"""Calls what pip calls of a build backend (PEP 517 and 660): build_wheel, build_sdist, build_editable."""
MAIN = "import sys, reportgen, reportgen.cli as c; print(reportgen.__file__); sys.exit(c.main())"


def ran(command, folder, path):
    """Run a command in a folder, with another one before all others that modules come from."""
    return subprocess.run(
        command,
        cwd=folder,
        env={**os.environ, "PYTHONPATH": str(path)},
        capture_output=True,
        text=True,
        timeout=HANGS,
        check=False,
    )


@pytest.fixture(scope="module")
def backend(tmp_path_factory):
    """The folder of the build backend, fetched as pip would before it builds."""
    folder = tmp_path_factory.mktemp("backend")
    pip = [sys.executable, "-m", "pip", "install", "-q", "--disable-pip-version-check"]
    done = ran([*pip, "--target", str(folder), "hatchling>=1.25", "editables"], folder, "")
    if done.returncode and "No matching distribution found for" in done.stderr:
        pytest.skip("the build backend cannot be fetched: no package index within reach")
    assert done.returncode == 0, done.stderr
    return folder


@pytest.fixture(scope="module")
def made(backend, tmp_path_factory):
    """A function that makes a package of a project in one of the ways that pip knows, and gives its path."""

    def make(way, project=ROOT):
        folder = tmp_path_factory.mktemp(way)
        done = ran([sys.executable, "-c", HOOK, way, str(folder)], project, backend)
        assert done.returncode == 0, done.stderr
        return folder / done.stdout.splitlines()[-1]

    return make


@pytest.fixture(scope="module")
def wheel(made):
    return made("build_wheel")


@pytest.fixture(scope="module")
def wheel_of_the_sdist(made, tmp_path_factory):
    folder = tmp_path_factory.mktemp("unpacked")
    shutil.unpack_archive(made("build_sdist"), folder)
    (project,) = folder.iterdir()
    return made("build_wheel", project)


@pytest.fixture(scope="module")
def editable(made):
    return made("build_editable")


def names(wheel):
    with zipfile.ZipFile(wheel) as package:
        return [name for name in package.namelist() if ".dist-info/" not in name]


def site_of(wheel, folder):
    """Where modules come from once a wheel is installed: its own folder, or the one that its .pth names."""
    shutil.unpack_archive(wheel, folder / "site", "zip")
    paths = [path.read_text("utf-8").strip() for path in (folder / "site").glob("*.pth")]
    return Path(*paths) if paths else folder / "site"


def test_templates_are_in_the_wheel_and_nothing_strange_is(wheel):
    found = names(wheel)
    assert {name.rpartition("/")[2] for name in found if "/templates/red/" in name} == TEMPLATES
    assert all(name.startswith("reportgen/") for name in found)
    assert {Path(name).suffix for name in found} <= {
        ".py",
        ".pptx",
        ".docx",
        ".toml",
        ".json",
        ".typed",
        ".txt",
        ".tsv",
        ".html",
        ".css",
        ".js",
        ".sql",
        ".svg",
    }


def test_the_wheel_of_the_sdist_is_the_same(wheel, wheel_of_the_sdist):
    assert wheel_of_the_sdist.read_bytes() == wheel.read_bytes()


def test_an_editable_install_holds_no_templates_that_would_go_stale(editable):
    assert not [name for name in names(editable) if "templates" in name or name.endswith(".py")]


@pytest.mark.parametrize("way", ["wheel", "wheel_of_the_sdist", "editable"])
def test_it_makes_the_files_of_the_checkout_from_another_folder(way, request, built, seed, tmp_path):
    # The package's own code with this environment's libraries; `make` installs the whole in .ci/run.
    site = site_of(request.getfixturevalue(way), tmp_path)
    done = ran([sys.executable, "-c", MAIN, "build", str(seed), "-q"], tmp_path, site)
    assert (done.returncode, done.stderr) == (0, "")
    assert done.stdout.startswith(str(site / "reportgen"))
    files = {path.name: path.read_bytes() for path in (tmp_path / "output").glob("*.*x")}
    assert files == {one.written.path.name: one.written.path.read_bytes() for one in built.outputs}
