"""Proofreading: what in a speech goes against a standard, a calendar, arithmetic, or itself."""

from __future__ import annotations

from collections.abc import Collection, Iterable
from dataclasses import replace
from typing import Any

from reportgen.analysis.proofreading.findings import Finding, Rule, script_of
from reportgen.analysis.proofreading.rules import RULES, run
from reportgen.outline import Document
from reportgen.outline.apart import ADDED
from reportgen.outline.rewording import Rewording, readable, told_remark
from reportgen.source import Span

__all__ = ["RULES", "Finding", "Rule", "proofread"]


def proofread(
    document: Document, masks: Iterable[Span] = (), chosen: Collection[str] | None = None
) -> tuple[Finding, ...]:
    """Return what is to be mended in a speech, in the order of the text.

    What a page or a writing program put around the speech is not its writer's to mend, and is passed over.

    Args:
        document: the parsed speech.
        masks: the places of unfilled names, which the readers know.
        chosen: names of the rules to run; all where None.
    """
    found = _found(document, masks, chosen)
    others = [block.span for block in document.apart if block.kind in ADDED]
    return tuple(one for one in found if not any(one.span in span for span in others))


def _found(document: Document, masks: Iterable[Span], chosen: Collection[str] | None) -> tuple[Finding, ...]:
    read = readable(document.source)
    if read is document.source:
        return run(script_of(document, masks), chosen)
    there = Rewording(document.source, read)
    back = there.back(document, {Finding: _told})
    return back.of(run(script_of(there.of(document), masks), chosen))


def _told(one: Any, words: Rewording) -> Finding:  # noqa: ANN401  a form takes values of its own type
    finding: Finding = told_remark(one, words)
    return replace(finding, suggestion=words.quoted(finding.suggestion, finding.span))
