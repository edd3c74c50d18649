"""Handout and one page: what their rows name. What does the work is loaded when it is called."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from pathlib import Path

    from reportgen.analysis import Brief
    from reportgen.checking import Expected, Package, Placed
    from reportgen.planning.facts import Facts
    from reportgen.planning.handout import Handout
    from reportgen.planning.length import Length
    from reportgen.planning.onepage import OnePage
    from reportgen.products.product import Counts
    from reportgen.rendering.docx import HandoutTemplate


def open_handout_template(path: Path, data: bytes | None) -> HandoutTemplate:
    """Open the template."""
    from reportgen.rendering.docx import open_handout

    return open_handout(path, data)


def handout_of(said: Brief, facts: Facts, length: Length, template: HandoutTemplate) -> Handout:
    """Plan it."""
    from reportgen.planning.handout import plan_handout

    return plan_handout(said, facts, template.sheet, length)


def handout_bytes(handout: Handout, template: HandoutTemplate) -> bytes:
    """Fill the template; return the bytes of the file."""
    from reportgen.rendering.docx import render_handout

    return render_handout(handout, template)


def owed_by_handout(handout: Handout) -> Expected:
    """Return what the file must hold."""
    from reportgen.checking import expected_handout

    return expected_handout(handout)


def word_texts(package: Package) -> tuple[Placed, ...]:
    """Return the texts of a file, each with its place."""
    from reportgen.checking.word import read_word

    return read_word(package)


def open_page_template(path: Path, data: bytes | None) -> HandoutTemplate:
    """Open the template."""
    from reportgen.rendering.docx import open_onepage

    return open_onepage(path, data)


def page_of(said: Brief, facts: Facts, _length: Length, template: HandoutTemplate) -> OnePage:
    """Plan it."""
    from reportgen.planning.onepage import plan_onepage

    return plan_onepage(said, facts, template.sheet)


def page_bytes(page: OnePage, template: HandoutTemplate) -> bytes:
    """Fill the template; return the bytes of the file."""
    from reportgen.rendering.docx import render_onepage

    return render_onepage(page, template)


def owed_by_page(page: OnePage) -> Expected:
    """Return what the file must hold."""
    from reportgen.checking import expected_page

    return expected_page(page)


def count_handout(handout: Handout) -> Counts:
    """Return how many headings and phrases there are."""
    headings = sum(bool(row.heading) + sum(bool(one.heading) for one in row.points) for row in handout.digest)
    return {"headings": headings, "terms": sum(bool(one.names) for row in handout.terms for one in row)}
