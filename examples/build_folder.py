"""Build every speech of a folder and print a line for each: what was made and what was compared.

Usage: python examples/build_folder.py FOLDER [OUTPUT]
"""

from __future__ import annotations

import sys

import reportgen


def main(folder: str, output: str = "output") -> int:
    """Return 0 where every speech was built."""
    failed = 0
    for path in reportgen.find_speeches(folder):
        try:
            built = reportgen.build(path, output=output, only=("要点", "落实清单"))
        except reportgen.ReportgenError as error:
            failed += 1
            print(error, file=sys.stderr)
        else:
            print(line(built))
    return int(failed > 0)


def line(built: reportgen.Built) -> str:
    """Return what became of a speech: title, files, clauses compared, warnings."""
    names = "、".join(path.name for path in built.paths)
    warnings = sum(one.severity is reportgen.Severity.WARNING for one in built.diagnostics)
    return f"{built.title}\t{names}\t{built.proof.sourced}\t{warnings}"


if __name__ == "__main__":
    sys.exit(main(*sys.argv[1:]))
