"""Who is to do what by when, read out of a paragraph or of a speech, a line a measure.

Of a paragraph by its form alone: kinds that are learnt from whole speeches say little of a mere sentence.
"""

from reportgen.analysis import Kind, cues
from reportgen.analysis.clauses.kinds import KINDS
from reportgen.analysis.clauses.rules import form
from reportgen.analysis.clauses.setting import Paragraph, Zone, sentences_of
from reportgen.analysis.clauses.table import Seen
from reportgen.analysis.measures import measures_and_goals
from reportgen.analysis.sorting import Sort, reports, sort_clauses
from reportgen.analysis.stated import stated_in
from reportgen.analysis.stated.subjects import bids
from speech import source_of


def row(measure):
    """A measure as ``words|owner|deadline``; what was done or is an attitude says so behind its words."""
    sort = {Kind.TODO: "", Kind.DONE: "（已做）", Kind.STANCE: "（表态）"}[measure.kind]
    return f"{measure.line}{sort}|{measure.owner or ''}|{measure.deadline or ''}"


def by_form(text):
    """The source of a paragraph, its measures and its goals, each clause being what it looks like."""
    source = source_of(text)
    paragraph = Paragraph(source.passage(0, len(text)), Zone.BODY)
    sentences = sentences_of(paragraph)
    rows = [
        [
            *map(
                seen,
                [sentence] * len(stated),
                range(len(stated)),
                stated,
                sort_clauses(sentence.clauses, stated),
            )
        ]
        for sentence, stated in zip(sentences, stated_in(sentences), strict=True)
    ]
    return source, *measures_and_goals(rows, [paragraph.passage])


def seen(sentence, at, stated, sort):
    """A clause of the table that is of the kind that it looks like."""
    kind = {Sort.MEASURE: "todo", Sort.GOAL: "goal", Sort.OTHER: "finding"}[sort]
    if kind == "todo" and cues.HOLDS.match(sentence.clauses[at].text):
        kind = "stance"
    elif (
        kind == "todo"
        and reports(sentence.clauses, [stated])
        and not any(bids(one.text) for one in sentence.clauses[: at + 1])
    ):
        kind = "done"
    features = (form(Sort.MEASURE),) if sort is Sort.MEASURE else ()
    scores = tuple(float(one == kind) for one in KINDS)
    return Seen(sentence, at, features, stated, scores, scores)


def asked(text):
    """The measures of one paragraph."""
    return [row(one) for one in by_form(text)[1]]


def to_do(brief):
    """What each part of a brief asks for: its heading, and its measures as rows."""
    return {part.heading.text: [row(one) for one in part.measures] for part in brief.walk()}
