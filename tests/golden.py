"""Golden texts: what the code should make of a text, written down as text.

A test gives the fixture `golden` what was written down and what the code gives now. It compares them; run
with `--golden` it writes down what is given instead. docs/testing.md shows the forms.
"""

import re
from dataclasses import dataclass
from pathlib import Path

PARTING = "\n=====\n"
"""What stands between a speech and what is expected of it."""


@dataclass(frozen=True, slots=True)
class Golden:
    """An expected text in a file, and what stands right before it there; both together stand there once."""

    path: Path
    text: str
    before: str = ""

    def rewrite(self, given):
        """Put another text in its place.

        Raises:
            ValueError: the place is not certain, because a case stands twice.
        """
        whole, old = _content(self.path), self.before + self.text
        places = len(re.findall(f"(?={re.escape(old)})", whole))
        if places != 1 and whole != old:
            raise ValueError(f"{self.path}: stands {places} times: {self.before.strip()[-60:]}")
        self.path.write_text(whole.replace(old, self.before + given), "utf-8")


def _content(path):
    return path.read_text("utf-8") if path.exists() else ""


def beside(path, suffix):
    """The golden text in a file of its own beside its case; none yet for a new case."""
    other = path.with_suffix(suffix)
    return Golden(other, _content(other))


def halves(path):
    """The case of a file and the golden text behind it."""
    case, parting, text = path.read_text("utf-8").partition(PARTING)
    return case, Golden(path, text, case + parting)


def blocks(path, mark="> "):
    """Cases of one line behind a mark, with golden lines below them up to an empty line or a comment."""
    lines = path.read_text("utf-8").splitlines()
    for at, line in enumerate(lines):
        found, mark_there, case = line.partition(mark)
        if mark_there and not line.startswith("#"):
            yield found, case, Golden(path, _below(lines[at + 1 :], mark), f"\n{line}\n")


def _below(lines, mark):
    found = ""
    for line in lines:
        if not line or line.startswith("#") or mark in line:
            break
        found += f"{line}\n"
    return found


def rows(path, parting):
    """Cases of one line: the texts between partings, and the last of them as the golden text."""
    for line in path.read_text("utf-8").splitlines():
        if line and not line.startswith("#"):
            case, _, text = line.rpartition(parting)
            yield (
                [one.strip() for one in case.split(parting)],
                Golden(path, f"{text}\n", f"\n{case}{parting}"),
            )
