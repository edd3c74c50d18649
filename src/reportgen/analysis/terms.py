"""Quoted set phrases and numbers, each with the clause it stands in."""

from __future__ import annotations

import re
from collections.abc import Iterator

from reportgen.analysis.clauses import Clause, excerpt, sentences
from reportgen.analysis.model import Excerpt, Figure, Term
from reportgen.outline import Document
from reportgen.source import Passage

_QUOTED = re.compile(r"“([^“”\n]{2,24})”")
# A quoted sentence is a quotation, no set phrase.
_NO_PHRASE = re.compile(r"[，。；：！？]")
_NUMBER = (
    r"(?<![\dA-Za-z.第－-])(?P<value>\d+(?:,\d{3})*(?:\.\d+)?)(?P<unit>[%％‰]|[多余几]?(?:个百分点|[万亿千百]*(?:平方公里|平方米|立方米|公里|千米|千瓦时|千瓦|公斤|斤|吨|米|亩|公顷|"
    r"元|美元|人次|人|户|家|个|项|件|次|种|所|座|台|辆|张|名|岁|天|小时|分钟|年|倍|成|篇|部|处|条|批|场|期|字|宗|例|册|套|间|栋|万|亿|港元|欧元|标准煤)?))"
)
_FIGURE = re.compile(_NUMBER)
_DATE = re.compile(r"(?:\d{2,4}年(?:底|初|末|前|代|以来|度|间)?|\d{1,2}月(?:份|底|初)?|\d{1,2}日|\d{1,2}时)")
_SPACE_AFTER = 30  # characters of a sentence around a phrase that still make one line


def paragraphs(document: Document) -> Iterator[Passage]:
    """Yield the prose of a speech: preamble, headings, the text of all nodes, closing."""
    yield from document.preamble
    for node in document.walk():
        yield node.heading
        yield from node.body
    yield from document.closing


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


def figures(document: Document) -> tuple[Figure, ...]:
    """Return the numbers with their units and clauses; dates and numbering are none."""
    found: list[Figure] = []
    for clauses in sentences(list(paragraphs(document))):
        for clause in clauses:
            found += _of_clause(document, clause)
    return tuple(found)


def _of_clause(document: Document, clause: Clause) -> Iterator[Figure]:
    dates = [m.span() for m in _DATE.finditer(clause.passage.text)]
    base = clause.passage.span.start
    for match in _FIGURE.finditer(clause.passage.text):
        if any(a <= match.start() < b for a, b in dates) or not match["unit"]:
            continue
        value = document.source.passage(base + match.start("value"), base + match.end("value"))
        unit = document.source.passage(base + match.start("unit"), base + match.end("unit"))
        yield Figure(value, unit, excerpt([clause]))
