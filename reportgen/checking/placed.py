"""What a file says, text by text, each with its place; and what was found amiss."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from reportgen.errors import Severity
    from reportgen.source import Span


class Zone(StrEnum):
    """The part of a file that a text stands in; words of one zone do not make up for those of another."""

    BODY = "body"
    NOTES = "notes"
    MARGIN = "margin"


@dataclass(frozen=True, slots=True)
class Placed:
    r"""A paragraph or cell. `text` has ``\n`` for a break inside it.

    `where` is its place in words for people. `unit` numbers what belongs together (the cells of a row, the
    paragraphs of a shape); `column` is the head of its column in a sheet. `echo`: it repeats a merged cell
    to make its row complete, and is not to be looked at again.
    """

    text: str
    where: str
    unit: int
    zone: Zone = Zone.BODY
    column: str = ""
    table: bool = False
    echo: bool = False


class Code(StrEnum):
    """What is wrong; stable names for programs."""

    INVENTED = "invented"
    CHANGED = "changed"
    NUMBER = "number"
    NEGATION = "negation"
    NAME = "name"
    LOST_HEADING = "lost-heading"
    LOST_MEASURE = "lost-measure"
    LOST_TEXT = "lost-text"
    EDITORIAL = "editorial"


@dataclass(frozen=True, slots=True)
class Finding:
    """Something amiss in a file: what, where, the words, and the nearest passage of the speech."""

    severity: Severity
    code: Code
    where: str
    text: str
    message: str
    nearest: Span | None = None
