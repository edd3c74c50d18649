"""What the reader of the files should know about the speech: masks, scars, what was left out or not found."""

from __future__ import annotations

from typing import TYPE_CHECKING

from reportgen.errors import Diagnostic, Severity
from reportgen.outline import reading_text
from reportgen.outline.apart import CODE as APART
from reportgen.readers import find_masks, find_scars
from reportgen.results import Notice, Reading
from reportgen.source import MARK
from reportgen.text.patterns import lazy

if TYPE_CHECKING:
    from collections.abc import Collection, Iterator

    from reportgen.analysis import Brief
    from reportgen.outline import Document
    from reportgen.planning.facts import Facts

_DATE = lazy(r"[年月日号]|\d{4}[-./－．]\d")


def reading_of(said: Brief) -> Reading:
    """Return what was read, and how much of it."""
    source = said.document.source
    return Reading(
        source.kind or "摘要稿",  # it brings its speech along, but not the file
        source.encoding,
        sum(not (char.isspace() or char == MARK) for char in source.text),
        len({line.paragraph for line in source.lines if line.paragraph}),
        sum(1 for _ in said.document.walk()),
        sum(len(part.measures) for part in said.walk()),
    )


def contents_of(document: Document) -> Iterator[tuple[int, str]]:
    """Yield the level and the words of each heading, its number in front."""
    for node in document.walk():
        marker = reading_text(node.marker) if node.marker else ""
        yield node.level, f"{marker}{reading_text(node.heading)}"


def notices_of(said: Brief, facts: Facts) -> Iterator[Notice]:
    """Yield what was noticed in a speech, each with its place for people.

    Args:
        said: what the speech says.
        facts: what is known of the occasion.
    """
    document = said.document
    for one in (*document.diagnostics, *_untitled(document, facts), *_masks(document), *_lost(document)):
        yield Notice(one, document.source.place(one.span.start) if one.span else None)


def read_notices(document: Document, but: Collection[str] = ()) -> Iterator[Notice]:
    """Yield what reading noticed: what was set apart, left out, lost or garbled.

    Args:
        document: the parsed speech.
        but: codes that are told otherwise.
    """
    apart = (one for one in document.diagnostics if one.code == APART)
    for one in (*apart, *_lost(document)):
        if one.code in but:
            continue
        yield Notice(one, document.source.place(one.span.start) if one.span else None)


def odd_date(given: Facts) -> Iterator[Notice]:
    """Tell of a date that does not look like one; it is printed as it was given all the same."""
    if given.date and not _DATE.search(given.date):
        message = f"给出的日期“{given.date}”不像日期，照样印出"
        yield Notice(Diagnostic(Severity.WARNING, "odd-date", message, None, "请看一看是否写错"), None)


def _untitled(document: Document, facts: Facts) -> Iterator[Diagnostic]:
    if not (facts.title or document.title_text):
        message = f"没有找到标题，暂用“{document.source.stem}”"
        yield Diagnostic(Severity.WARNING, "no-title", message, None, "可用 --title 指定")


def _masks(document: Document) -> Iterator[Diagnostic]:
    for mask in find_masks(document.source):
        text = f"“{mask.passage.text}”是掩去的名称，未填"
        hint = f"可用 --fill '{mask.passage.text}#{mask.order}=…' 填上"
        yield Diagnostic(Severity.WARNING, "unfilled-mask", text, mask.passage.span, hint)


def _lost(document: Document) -> Iterator[Diagnostic]:
    yield from find_scars(document.source)
    if unread := document.source.unread:
        yield Diagnostic(Severity.WARNING, "left-out", unread, None, "需要的内容请写进正文后再试")
