"""How long a user waits: whole processes, cold and warm, beside bare Python and Pandoc.

Usage: python bench/startup.py [--runs N]

Cold is the first run with no byte code and no cached dictionary (own `TMPDIR` and `PYTHONPYCACHEPREFIX`); the
operating system's file cache is not dropped, so it is the first run after an update, not after a reboot. Warm
is the median of the runs that follow. Times are wall-clock milliseconds of the whole process.
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
from pathlib import Path

ROOT = Path(__file__).resolve().parent.parent
SEED = next((ROOT / "seeds").glob("*.txt"))


def cases(folder: Path) -> dict[str, list[str]]:
    """The commands to time, by what the table calls them."""
    reportgen = [sys.executable, "-m", "reportgen"]
    build = [*reportgen, "build", str(SEED), "-q", "-o", str(folder / "output")]
    found = {
        "python -c pass": [sys.executable, "-c", "pass"],
        "reportgen --help": [*reportgen, "--help"],
        "reportgen outline": [*reportgen, "outline", str(SEED)],
        "reportgen check": [*reportgen, "check", str(SEED)],
        "reportgen brief": [*reportgen, "brief", str(SEED)],
        "reportgen build": build,
        "reportgen build --only 要点": [*build, "--only", "要点"],
        "reportgen build --only 幻灯片": [*build, "--only", "幻灯片"],
        "reportgen build --only 落实清单": [*build, "--only", "落实清单"],
    }
    pandoc = shutil.which("pandoc")
    for kind in ("docx", "pptx") if pandoc else ():
        found[f"pandoc -o x.{kind}"] = [str(pandoc), str(markdown(folder)), "-o", str(folder / f"x.{kind}")]
    return found


def markdown(folder: Path) -> Path:
    """The seed with its section headings as Markdown, which Pandoc needs somebody to type."""
    lines = SEED.read_text("utf-8-sig").splitlines()
    marked = [f"# {line}" if line[:2] in {"一、", "二、", "三、", "四、"} else line for line in lines]
    path = folder / "seed.md"
    path.write_text("\n\n".join(marked), "utf-8")
    return path


def milliseconds(command: list[str], environment: dict[str, str]) -> float:
    """Wall-clock time of one process; a failing command stops the bench."""
    start = time.perf_counter()
    subprocess.run(command, env=environment, check=True, capture_output=True)
    return (time.perf_counter() - start) * 1000


def main() -> None:
    """Time every case and print the table."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawTextHelpFormatter)
    parser.add_argument("--runs", type=int, default=5)
    runs = parser.parse_args().runs
    print(f"{'':34}{'cold ms':>9}{'warm ms':>9}")
    with tempfile.TemporaryDirectory() as folder:
        for name, command in cases(Path(folder)).items():
            fresh = Path(folder) / f"cold-{name.replace(' ', '_').replace('/', '_')}"
            fresh.mkdir()
            environment = {**os.environ, "TMPDIR": str(fresh), "PYTHONPYCACHEPREFIX": str(fresh / "pyc")}
            environment.pop("PYTHONDONTWRITEBYTECODE", None)  # warm runs would compile everything anew
            cold = milliseconds(command, environment)
            warm = statistics.median(milliseconds(command, environment) for _ in range(runs))
            padding = " " * (34 - sum(1 if char.isascii() else 2 for char in name))
            print(f"{name}{padding}{cold:9.0f}{warm:9.0f}")


if __name__ == "__main__":
    main()
