"""Set phrases, each with the clause it stands in."""

from __future__ import annotations

import re

from reportgen.analysis.clauses import Clause, excerpt, sentences
from reportgen.analysis.model import Excerpt, Term
from reportgen.analysis.prose import paragraphs
from reportgen.outline import Document

_QUOTED = re.compile(r"“([^“”\n]{2,24})”")
# A quoted sentence is a quotation, no set phrase.
_NO_PHRASE = re.compile(r"[，。；：！？]")
_SPACE_AFTER = 30  # characters of a sentence around a phrase that still make one line


def terms(document: Document) -> tuple[Term, ...]:
    """Return the quoted phrases in order, each once, with the clause of its first place in running text."""
    found: dict[str, Term] = {}
    bodies = list(paragraphs(document))
    for clauses in sentences(bodies):
        for clause in clauses:
            for match in _QUOTED.finditer(clause.passage.text):
                if _NO_PHRASE.search(match[1]) or match[1].strip() in found:
                    continue
                start = clause.passage.span.start + match.start(1)
                phrase = document.source.passage(start, start + len(match[1]))
                found[match[1].strip()] = Term(phrase, _context(clauses, clause))
    return tuple(found.values())


def _context(clauses: tuple[Clause, ...], clause: Clause) -> Excerpt:
    """The clause, and the one before or behind where it alone says too little."""
    if len(clause.text) >= 14 or len(clauses) == 1:  # noqa: PLR2004  shorter ones do not read alone
        return excerpt([clause])
    if clause.index + 1 < len(clauses) and clause.mark in "，,：:":
        return excerpt([clause, clauses[clause.index + 1]])
    return excerpt([clauses[clause.index - 1], clause]) if clause.index else excerpt([clause])
