"""How long a user waits: whole processes beside bare Python and Pandoc, as ratios of one run.

Usage: python bench/startup.py [--runs N]

Each command is run `--runs` times, all of them in turn, so that what else the machine does falls on all.
Seconds are wall-clock time of the whole process, from the second run on (byte code, patterns and themes are
kept by then; the operating system's file cache is not dropped). The second speech of one process is timed
inside it. Memory is the most that the process had. A ratio is that of the medians.
"""

from __future__ import annotations

import argparse
import os
import shutil
import statistics
import subprocess
import sys
import tempfile
import time
from dataclasses import dataclass, field
from pathlib import Path

ROOT = Path(__file__).resolve().parent.parent
SEED = next((ROOT / "seeds").glob("*.txt"))
BARE, PAIR = "python -c pass", "pandoc docx + pptx"
WARM = "build, the second speech of a process"
TARGETS = {
    "reportgen --help": (BARE, 6),
    "reportgen outline": (BARE, 10),
    "reportgen build": (PAIR, 5),
    WARM: (PAIR, 0.8),
}
"""What is to be reached: the ratio to which row."""
TWICE = """
import contextlib, io, sys, time
from reportgen.cli import main
for _ in range(2):
    begun = time.perf_counter()
    with contextlib.redirect_stdout(io.StringIO()):
        main(sys.argv[1:])
print(time.perf_counter() - begun)
"""


@dataclass
class Row:
    """A command, and what its runs took: seconds, and kibibytes at most."""

    command: list[list[str]]
    seconds: list[float] = field(default_factory=list)
    memory: int = 0


def rows(folder: Path) -> dict[str, Row]:
    """The commands to time, by what the table calls them."""
    reportgen = [sys.executable, "-m", "reportgen"]
    build = ["build", str(SEED), "-q", "-o", str(folder / "output")]
    found = {
        BARE: Row([[sys.executable, "-c", "pass"]]),
        "reportgen --help": Row([[*reportgen, "--help"]]),
        "reportgen outline": Row([[*reportgen, "outline", str(SEED)]]),
        "reportgen check": Row([[*reportgen, "check", str(SEED)]]),
        "reportgen build": Row([[*reportgen, *build]]),
        WARM: Row([[sys.executable, "-c", TWICE, *build]]),
    }
    if pandoc := shutil.which("pandoc"):
        marked = markdown(folder)
        found[PAIR] = Row(
            [[pandoc, str(marked), "-o", str(folder / f"x.{kind}")] for kind in ("docx", "pptx")]
        )
    return found


def markdown(folder: Path) -> Path:
    """The seed with its section headings as Markdown, which Pandoc needs somebody to type."""
    lines = SEED.read_text("utf-8-sig").splitlines()
    marked = [f"# {line}" if line[:2] in {"一、", "二、", "三、", "四、"} else line for line in lines]
    path = folder / "seed.md"
    path.write_text("\n\n".join(marked), "utf-8")
    return path


def run(name: str, row: Row, environment: dict[str, str]) -> None:
    """Run the commands of a row once; a failing one stops the bench."""
    begun = time.perf_counter()
    for command in row.command:
        with subprocess.Popen(
            command, env=environment, stdout=subprocess.PIPE, stderr=subprocess.DEVNULL
        ) as process:
            said = process.stdout.read() if process.stdout else b""
            _, status, usage = os.wait4(process.pid, 0)
            process.returncode = os.waitstatus_to_exitcode(status)
        if process.returncode:
            raise SystemExit(f"{' '.join(command)}: {process.returncode}")
        row.memory = max(row.memory, usage.ru_maxrss)
    row.seconds.append(float(said) if name == WARM else time.perf_counter() - begun)


def main() -> None:
    """Time every row and print the table."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawTextHelpFormatter)
    parser.add_argument("--runs", type=int, default=7)
    runs = parser.parse_args().runs
    with tempfile.TemporaryDirectory() as folder:
        environment = {**os.environ, "PYTHONPYCACHEPREFIX": str(Path(folder) / "kept")}
        environment.pop("PYTHONDONTWRITEBYTECODE", None)
        table = rows(Path(folder))
        for _ in range(runs + 1):
            for name, row in table.items():
                run(name, row, environment)
    print(f"{'':40}{'first':>8}{'min':>8}{'median':>8}  ms{'MB':>8}")
    medians = {name: statistics.median(row.seconds[1:]) for name, row in table.items()}
    for name, row in table.items():
        times = row.seconds[0], min(row.seconds[1:]), medians[name]
        figures = "".join(f"{1000 * one:8.0f}" for one in times)
        print(f"{name:40}{figures}{row.memory / 1000:12.0f}{_ratio(name, medians)}")


def _ratio(name: str, medians: dict[str, float]) -> str:
    other, wanted = TARGETS.get(name, ("", 0))
    return f"   {medians[name] / medians[other]:.1f} x {other} (wanted: {wanted})" if other in medians else ""


if __name__ == "__main__":
    main()
