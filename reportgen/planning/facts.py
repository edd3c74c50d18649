"""What the user knows about the occasion and the text does not say."""

from __future__ import annotations

from dataclasses import replace

from reportgen.analysis import Brief, Facts

__all__ = ["Facts", "known_facts"]


def known_facts(said: Brief, given: Facts) -> Facts:
    """Return what is printed about the occasion; a speech without title goes by the name of its file.

    Args:
        said: what the speech says.
        given: what the user stated; it wins.
    """
    facts = given.over(said.facts)
    if facts.title or said.document.title_text:
        return facts
    return replace(facts, title=said.document.source.stem)
