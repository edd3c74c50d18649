"""Verify files against a speech: read them, compare, say what is amiss."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from reportgen.checking.fidelity import clause_findings, editorial_findings
from reportgen.checking.labels import Literals, literals
from reportgen.checking.losses import losses, needed
from reportgen.checking.matching import unmatched
from reportgen.checking.package import Package, form_of
from reportgen.checking.placed import Finding, Form
from reportgen.checking.places import count_findings, order_findings, row_findings
from reportgen.checking.sheets import read_sheets
from reportgen.checking.slides import read_slides
from reportgen.checking.stated import stated_findings
from reportgen.checking.word import read_word
from reportgen.errors import CheckError

if TYPE_CHECKING:
    from reportgen.analysis import Brief
    from reportgen.checking.expected import Expected
    from reportgen.checking.ground import Ground
    from reportgen.checking.placed import Placed

_READERS = {Form.WORD: read_word, Form.SLIDES: read_slides, Form.SHEET: read_sheets}


@dataclass(frozen=True, slots=True)
class Content:
    """What a file says, and what kind of file it is."""

    form: Form
    placed: tuple[Placed, ...]


def read_content(data: bytes, name: str) -> Content:
    """Read a Word, PowerPoint or Excel file.

    Raises:
        CheckError: it is none, or is damaged.
    """
    package = Package(data, name)
    form = form_of(package)
    try:
        return Content(form, _READERS[form](package))
    except (RecursionError, ValueError):
        raise CheckError(
            "文件的结构不对，读不出内容", where=name, hint="请用 Word、PowerPoint 或 WPS 打开，另存后再试"
        ) from None


def without_media(data: bytes, name: str) -> bytes:
    """Return an Office file with its pictures empty, for who wants its layout only.

    Raises:
        CheckError: it is none, or is damaged.
    """
    return Package(data, name).without_media()


def template_words(data: bytes, name: str) -> Literals:
    """Return the words that a template prints by itself.

    Raises:
        CheckError: it is no Office file.
    """
    return literals(one.text for one in read_content(data, name).placed)


def verify(content: Content, brief: Brief, ground: Ground, expected: Expected) -> tuple[Finding, ...]:
    """Return everything amiss in a file, gravest first, each kind in the order of the file."""
    changed = tuple(clause_findings(content.placed, ground))
    odd = unmatched(content.placed, expected)
    found = [
        *changed,
        *count_findings(odd, ground),
        *order_findings(odd, ground),
        *row_findings(content.placed, expected, ground),
        *stated_findings(content.placed, brief),
        *losses(content.placed, expected, odd.missing, ground, needed(brief), changed),
        *editorial_findings(content.placed, ground),
    ]
    return tuple(sorted(found, key=lambda one: _GRAVITY[one.severity]))


_GRAVITY = {"error": 0, "warning": 1, "info": 2}
