"""The checklist: what its row names. What does the work is loaded when it is called."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from pathlib import Path

    from reportgen.analysis import Brief
    from reportgen.checking import Expected, Package, Placed
    from reportgen.planning.checklist import Checklist
    from reportgen.planning.facts import Facts
    from reportgen.planning.length import Length


def open_look_path(path: Path, _data: bytes | None) -> Path:
    """Open the template."""
    # Nothing is measured with a look, and a checklist that is compared has none of its own to open.
    return path


def checklist_of(said: Brief, facts: Facts, _length: Length, _template: Path) -> Checklist:
    """Plan it."""
    from reportgen.planning.checklist import plan_checklist

    return plan_checklist(said, facts)


def checklist_bytes(checklist: Checklist, template: Path) -> bytes:
    """Fill the template; return the bytes of the file."""
    from reportgen.rendering.xlsx import open_look, render_checklist

    return render_checklist(checklist, open_look(template))


def owed_by_checklist(checklist: Checklist) -> Expected:
    """Return what the file must hold."""
    from reportgen.checking import expected_checklist

    return expected_checklist(checklist)


def sheet_texts(package: Package) -> tuple[Placed, ...]:
    """Return the texts of a file, each with its place."""
    from reportgen.checking.sheets import read_sheets

    return read_sheets(package)
