"""The one table of clauses: every clause of a speech, cut once, with its kind and its weight."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from itertools import groupby
from typing import TYPE_CHECKING

from reportgen.analysis.clauses import cued, features, kinds, rules, setting
from reportgen.analysis.clauses.context import Place, around
from reportgen.analysis.sorting import Sort
from reportgen.analysis.stated import stated_in

if TYPE_CHECKING:
    from reportgen.analysis.clauses.cutting import Clause
    from reportgen.analysis.clauses.kinds import Scores
    from reportgen.analysis.clauses.setting import Sentence
    from reportgen.analysis.stated import Stated
    from reportgen.outline import Document

FIXED = {
    setting.Zone.HEAD: "heading",
    setting.Zone.HEADING: "heading",
    setting.Zone.SALUTATION: "courtesy",
}
"""What stands in these parts of a speech is what they are, and nobody is to be told otherwise."""


@dataclass(frozen=True, slots=True)
class Seen:
    """A clause in its sentence: its features, what is stated of it, how likely each kind is.

    `alone` is how likely each kind is by its own features, `scores` by what stands around it too.
    """

    sentence: Sentence
    at: int
    features: tuple[str, ...]
    stated: Stated
    alone: Scores
    scores: Scores

    @property
    def clause(self) -> Clause:
        """The clause itself."""
        return self.sentence.clauses[self.at]

    @property
    def start(self) -> int:
        """Where it begins in the text."""
        return self.clause.passage.span.start

    @property
    def end(self) -> int:
        """Where it ends."""
        return self.clause.passage.span.end

    @property
    def is_formed(self) -> bool:
        """Whether it has the form of something to be done (加强领导), whatever it is."""
        return rules.form(Sort.MEASURE) in self.features

    @property
    def kind(self) -> str:
        """The likeliest kind that no rule stands against."""
        found = sorted(zip(self.scores, kinds.KINDS, strict=True), reverse=True)
        return next(kind for _, kind in found if rules.against(self, kind) is None)


def looked_at(
    document: Document,
) -> Iterator[tuple[Sentence, tuple[Stated, ...], list[str], list[list[str]]]]:
    """Yield each sentence, what it states, the features that its clauses share, and those of each clause."""
    whole = features.of_document(document)
    paragraphs = tuple(setting.paragraphs(document))
    cut = [setting.sentences_of(one) for one in paragraphs]
    said = iter(stated_in([sentence for sentences in cut for sentence in sentences]))
    for paragraph, sentences in zip(paragraphs, cut, strict=True):
        around = [*whole, *features.of_paragraph(paragraph), *cued.of_headings(paragraph)]
        for sentence in sentences:
            stated = next(said)
            ruled = cued.of_clauses(sentence, stated)
            own = [[*features.of_clause(sentence, at), *more] for at, more in enumerate(ruled)]
            yield sentence, stated, [*around, *features.of_sentence(sentence)], own


def table(document: Document) -> tuple[Seen, ...]:
    """Return every clause of a speech in the order of its text, with how likely each kind is."""
    return tuple(_table(document))


Paragraphs = dict[int, tuple[tuple[Seen, ...], ...]]
"""The sentences of each paragraph, each as its clauses, by where the paragraph begins."""


def by_paragraph(rows: Sequence[Seen]) -> Paragraphs:
    """Return the clauses of each paragraph, a tuple a sentence."""
    sentences = [tuple(run) for _, run in groupby(rows, lambda row: id(row.sentence))]
    paragraphs = groupby(sentences, lambda one: one[0].sentence.paragraph.passage.span.start)
    return {start: tuple(run) for start, run in paragraphs}


def _table(document: Document) -> Iterator[Seen]:
    model = kinds.model()
    rows: list[Seen] = []
    for sentence, stated, shared, own in looked_at(document):
        fixed = FIXED.get(sentence.paragraph.zone)
        common = kinds.NONE if fixed else model.sum(shared)
        for at, seen in enumerate(own):
            alone = _certain(fixed) if fixed else kinds.likelihoods((model.bias, common, model.sum(seen)))
            rows.append(Seen(sentence, at, (*shared, *seen), stated[at], alone, alone))
    # A paragraph behind the points of its section is walked before them.
    rows.sort(key=lambda row: row.start)
    open_ = [row for row in rows if row.sentence.paragraph.zone not in FIXED]
    numbers = iter(around([place_of(row.sentence) for row in open_], [row.alone for row in open_]))
    for row in rows:
        is_fixed = row.sentence.paragraph.zone in FIXED
        yield row if is_fixed else replace(row, scores=kinds.mixed(row.alone, model.among(next(numbers))))


def place_of(sentence: Sentence) -> Place:
    """Return where a sentence stands, as the context of its clauses counts it."""
    paragraph = sentence.paragraph
    start = paragraph.passage.span.start
    return Place((start, sentence.index), start, (paragraph.zone, paragraph.headings))


def _certain(kind: str) -> Scores:
    return tuple(float(one == kind) for one in kinds.KINDS)
