"""Set phrases, each with the clause it stands in.

What stands in quotation marks is a set phrase unless it is a quotation, a name or irony; without marks, what
the glossary knows (data/glossary.toml) and what counts things nobody counts (两个确立, 三大攻坚战).
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import TYPE_CHECKING

from reportgen.analysis.brief import Excerpt, Term
from reportgen.analysis.clauses import Clause, excerpt
from reportgen.analysis.glossary import bare_names, everyday, explain
from reportgen.outline import Document
from reportgen.source import Passage, Span
from reportgen.text.patterns import lazy

if TYPE_CHECKING:
    from reportgen.analysis.reading import Reading

_LONGEST = 24
_QUOTED = lazy(
    rf"“(?P<double>[^“”\n]{{2,{_LONGEST}}})”|‘(?P<single>[^‘’“”\n]{{2,{_LONGEST}}})’"
    rf'|"(?P<straight>[^"“”\n]{{2,{_LONGEST}}})"'
)
# A quoted sentence is a quotation, no set phrase.
_SENTENCE = lazy(r"[，。；：！？,;!?《》]")
# 吃饭难, 一床难求 and 有没有 say what is the matter.
_COMPLAINT = lazy(r"难$|难求$|(?P<verb>.)[不没](?P=verb)")
# Names: of papers, of bodies and events, of what is awarded.
_NAMED = lazy(
    r"(?:条例|意见|办法|规定|通知|决定|报告|公司|集团|协会|学会|委员会|论坛|峰会|博览会|大赛|大会|同志|先生)$"
)
_AWARDED = lazy(r"”?(?:荣誉)?(?:称号|荣誉|奖项|奖(?!励)|大赛|论坛|峰会|博览会|徽章)")
_AWARDING = lazy(r"(?:荣获|获评|评为|评选为|授予|命名为|获得|所谓的?)“?$")
_COUNTED = lazy(
    r"(?<![第十百一二三四五六七八九])(?:[两二三四五六七八九]|十[一二三四五六七八九]?)"
    r"(?:个(?:确立|维护|坚持|明确|自信|意识|务必|毫不动摇|必须坚持|必由之路|一百年|服从|看齐|伟大|结合|转变|绝不|决不)"
    r"|大(?:攻坚战|考验|振兴)|种(?:危险|形态))(?![的了不于着过])"
)
_BEHIND = 6
_READS_ALONE = 14  # characters of a clause that tell enough about the phrase in it


def terms(reading: Reading) -> tuple[Term, ...]:
    """Return the set phrases in order, each once, with the clause of its first place in running text.

    A phrase of the title that comes nowhere else has the title for its context.
    """
    found: dict[str, Term] = {}
    document = reading.document
    titles = [*document.title, *([document.subtitle] if document.subtitle else [])]
    for clauses in (*(clauses for _, clauses in reading.prose()), *reading.sentences(titles)):
        for phrase, context in _in_context(document, clauses):
            name = phrase.text.strip()
            if name not in found:
                found[name] = Term(phrase, context, *explain(document.source.text, phrase.span))
    return tuple(sorted(found.values(), key=lambda term: term.text.span))


def _in_context(document: Document, clauses: tuple[Clause, ...]) -> Iterator[tuple[Passage, Excerpt]]:
    """Yield the phrases of a sentence, each with the words around it."""
    for clause in clauses:
        spans = tuple(_phrases(clause.passage.text, clause.passage.span.start))
        if spans:
            context = _context(clauses, clause)
            yield from ((document.source.passage(span.start, span.end), context) for span in spans)


def _phrases(text: str, base: int) -> Iterator[Span]:
    """The phrases of a clause, in order; what stands in quotation marks is not looked into."""
    quoted = list(_QUOTED.finditer(text))
    places = [found.span(found.lastgroup or 0) for found in quoted if _is_phrase(found, text)]
    taken = bytearray(len(text))
    for found in quoted:
        taken[found.start() : found.end()] = b"\1" * len(found[0])
    for pattern in (bare_names(), _COUNTED):
        for found in pattern.finditer(text):
            if not any(taken[found.start() : found.end()]):
                places.append(found.span())
                taken[found.start() : found.end()] = b"\1" * len(found[0])
    yield from (Span(base + start, base + end) for start, end in sorted(places))


def _is_phrase(found: re.Match[str], text: str) -> bool:
    words = found[found.lastgroup or 0]
    said = any(pattern.search(words) for pattern in (_SENTENCE, _COMPLAINT, _NAMED))
    behind = text[found.end() : found.end() + _BEHIND]
    before = text[max(found.start() - _BEHIND, 0) : found.start()]
    other = words.strip() in everyday() or _AWARDED.match(behind) or _AWARDING.search(before)
    return not (said or other) and any(map(str.isalnum, words))


def _context(clauses: tuple[Clause, ...], clause: Clause) -> Excerpt:
    """The clause, and the one before or behind where it alone says too little."""
    if len(clause.text) >= _READS_ALONE or len(clauses) == 1:
        return excerpt([clause])
    if clause.index + 1 < len(clauses) and clause.mark in "，,：:":
        return excerpt([clause, clauses[clause.index + 1]])
    return excerpt([clauses[clause.index - 1], clause]) if clause.index else excerpt([clause])
