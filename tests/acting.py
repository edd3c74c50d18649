"""Who is to do what by when, read out of a paragraph or of a speech, a line a measure."""

from reportgen.analysis import Kind
from reportgen.analysis.measures import measures_and_goals
from reportgen.source import Source, split_lines


def row(measure):
    """A measure as ``words|owner|deadline``; what was done or is an attitude says so behind its words."""
    sort = {Kind.TODO: "", Kind.DONE: "（已做）", Kind.STANCE: "（表态）"}[measure.kind]
    return f"{measure.line}{sort}|{measure.owner or ''}|{measure.deadline or ''}"


def asked(text):
    """The measures of one paragraph."""
    source = Source("稿.txt", "稿", text, "0" * 64, split_lines(text))
    return [row(one) for one in measures_and_goals([source.passage(0, len(text))])[0]]


def to_do(brief):
    """What each part of a brief asks for: its heading, and its measures as rows."""
    return {part.heading.text: [row(one) for one in part.measures] for part in brief.walk()}
