"""From a brief to the bytes of each kind of file: plan and render, and keep what the plan says of it."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING

from reportgen.errors import Diagnostic, Severity
from reportgen.results import Notice, Role

if TYPE_CHECKING:
    from reportgen.analysis import Brief
    from reportgen.checking import Expected
    from reportgen.planning.facts import Facts


@dataclass(frozen=True, slots=True)
class Made:
    """A file before it is written: bytes, counts, what the plan put into it, what its reader should know.

    `overflows` is None where nothing was measured.
    """

    data: bytes
    counts: dict[str, int]
    expected: Expected
    notices: tuple[Notice, ...] = ()
    overflows: int | None = None


def _paper(said: Brief, facts: Facts, template: Path) -> Made:
    from reportgen.checking import expected_paper  # noqa: PLC0415
    from reportgen.planning.paper import plan_paper  # noqa: PLC0415
    from reportgen.rendering.docx import read_sheet, render_paper  # noqa: PLC0415

    paper = plan_paper(said, facts, read_sheet(template))
    headings = sum(block.role.is_heading for block in paper.digest)
    counts = {"headings": headings, "terms": len(paper.terms)}
    return Made(render_paper(paper, template), counts, expected_paper(paper))


def _deck(said: Brief, facts: Facts, template: Path) -> Made:
    from reportgen.checking import expected_deck  # noqa: PLC0415
    from reportgen.planning.deck import Extent, overflows, plan_deck  # noqa: PLC0415
    from reportgen.rendering.pptx import read_layouts, render_deck  # noqa: PLC0415

    layouts = read_layouts(template)
    deck = plan_deck(said, facts, layouts)
    message, hint = "讲话较长，幻灯片每点只列前几项并注明共几项", "全部内容见讲话要点和落实清单"
    if deck.extent is Extent.OUTLINE:
        message = "部分太多，幻灯片只列目录，各部分的文字在备注里"
    abridged = Notice(Diagnostic(Severity.WARNING, "deck-abridged", message, None, hint), None)
    notices = () if deck.extent is Extent.FULL else (abridged,)
    full = overflows(deck, layouts)
    counts = {"slides": len(deck.slides)}
    return Made(render_deck(deck, template), counts, expected_deck(deck), notices, full)


def _ledger(said: Brief, facts: Facts, template: Path) -> Made:
    from reportgen.checking import expected_ledger  # noqa: PLC0415
    from reportgen.planning.ledger import plan_ledger  # noqa: PLC0415
    from reportgen.rendering.xlsx import render_ledger  # noqa: PLC0415

    ledger = plan_ledger(said, facts)
    return Made(render_ledger(ledger, template), {"rows": len(ledger.entries)}, expected_ledger(ledger))


MAKERS: Mapping[Role, Callable[[Brief, Facts, Path], Made]] = {
    Role.PAPER: _paper,
    Role.DECK: _deck,
    Role.LEDGER: _ledger,
}
