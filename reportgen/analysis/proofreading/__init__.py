"""Proofreading: what in a speech goes against a standard, a calendar, arithmetic, or itself."""

from __future__ import annotations

from collections.abc import Collection, Iterable

from reportgen.analysis.proofreading.model import Finding, Rule, script_of
from reportgen.analysis.proofreading.rules import RULES, run
from reportgen.outline import Document
from reportgen.source import Span

__all__ = ["RULES", "Finding", "Rule", "proofread"]


def proofread(
    document: Document, masks: Iterable[Span] = (), chosen: Collection[str] | None = None
) -> tuple[Finding, ...]:
    """Return what is to be mended in a speech, in the order of the text.

    Args:
        document: the parsed speech.
        masks: the places of unfilled names, which the readers know.
        chosen: names of the rules to run; all where None.
    """
    return run(script_of(document, masks), chosen)
