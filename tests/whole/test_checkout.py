"""What is kept of the folder that the example builds into: nothing but that it is there."""

import shutil
import subprocess
from pathlib import Path

import pytest

from reportgen.building import build
from reportgen.options import Options
from waiting import HANGS

ROOT = Path(__file__).parents[2]
KEPT = ["output/.gitignore"]

pytestmark = [
    pytest.mark.skipif(not shutil.which("git"), reason="git is not installed"),
    pytest.mark.skipif(not (ROOT / ".git").exists(), reason="this is no checkout"),
]


def git(folder, *arguments):
    command = ["git", "-C", str(folder), *arguments]
    done = subprocess.run(command, capture_output=True, text=True, timeout=HANGS, check=True)
    return done.stdout.splitlines()


def test_output_is_kept_and_is_empty():
    assert git(ROOT, "ls-files", "output") == KEPT


def test_a_build_into_it_leaves_the_checkout_clean(seed, tmp_path):
    git(tmp_path, "init", "-q")
    for name in (".gitignore", *KEPT):
        (tmp_path / name).parent.mkdir(exist_ok=True)
        shutil.copy(ROOT / name, tmp_path / name)
    git(tmp_path, "add", ".")
    before = git(tmp_path, "status", "--porcelain", "--untracked-files=all")
    assert before == ["A  .gitignore", *(f"A  {name}" for name in KEPT)]
    built = build(seed, Options(tmp_path / "output"))
    assert all(one.written.path.exists() for one in built.outputs)
    assert git(tmp_path, "status", "--porcelain", "--untracked-files=all") == before
