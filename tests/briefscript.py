"""A speech and its brief written in one text, a line a part.

``T`` title line · ``U`` subtitle · ``B`` byline · ``D`` date · ``S`` salutation · ``P`` preamble paragraph ·
``1``…``6`` a node of that level, fields parted by ``|``: marker, heading, own text, measures, goals (both of
them parted by ``；``) · ``C`` closing · ``X`` thesis · ``A`` abstract line · ``K`` term | its sentence ·
``E`` thesis that an editor wrote. A node whose marker ends with ``是`` is run in: it stands in its parent's
paragraph. Everything but ``X A K E`` builds the source; those must be found in it.
Every clause weighs as much as that of the average.
"""

from dataclasses import dataclass, field

from reportgen.analysis import Brief, Editorial, Excerpt, Goal, Measure, Part, Task, Term
from reportgen.analysis.weights import Weights
from reportgen.outline import Document, Node
from reportgen.source import Span
from speech import brief_of, source_of


@dataclass
class Draft:
    """A node while its parts are being gathered."""

    level: int
    marker: str
    heading: str
    text: str
    measures: list
    goals: list
    children: list = field(default_factory=list)
    at: dict = field(default_factory=dict)

    @property
    def run_in(self):
        return self.marker.endswith("是")


class Writer:
    """Writes the source and remembers where everything stands."""

    def __init__(self):
        self.text = ""

    def add(self, words):
        start = len(self.text)
        self.text += words
        return Span(start, len(self.text))

    def line(self, words):
        if self.text and not self.text.endswith("\n"):
            self.text += "\n"
        span = self.add(words)
        self.text += "\n"
        return span

    def node(self, draft):
        if not draft.run_in and self.text and not self.text.endswith("\n"):
            self.text += "\n"
        if draft.run_in and self.text.endswith("\n") and draft.level > 1:
            self.text = self.text[:-1]
        draft.at["marker"] = self.add(draft.marker)
        draft.at["heading"] = self.add(draft.heading)
        self.add("。" if draft.run_in else "\n")
        draft.at["text"] = self.add(draft.text)
        self.add("\n" if draft.text else "")
        for child in draft.children:
            self.node(child)
        draft.at["end"] = len(self.text.rstrip("\n"))


def read_brief(script, stem="speech"):
    """Return the brief of a script."""
    rows = [(line[0], line[2:]) for line in script.splitlines() if line.strip() and line[0] != "#"]
    drafts = _drafts(rows)
    writer, heads = Writer(), {key: [] for key in "TUBDSPC"}
    for key in "TUBDSP":
        heads[key] = [writer.line(words) for kind, words in rows if kind == key]
    for draft in drafts:
        writer.node(draft)
    heads["C"] = [writer.line(words) for kind, words in rows if kind == "C"]
    source = source_of(writer.text, f"{stem}.txt")
    document = _document(source, heads, [_node(source, draft) for draft in drafts])
    parts = tuple(_part(source, draft, node) for draft, node in zip(drafts, document.nodes, strict=True))
    return _brief(source, document, parts, rows)


def read_case(text, stem="speech"):
    """Return the brief of a script, which begins with a comment, or of a speech."""
    return read_brief(text, stem) if text.startswith("#") else brief_of(text, stem)


def _drafts(rows):
    roots, stack = [], []
    for kind, words in rows:
        if not kind.isdigit():
            continue
        marker, heading, text, measures, goals = (words.split("|") + [""] * 5)[:5]
        draft = Draft(int(kind), marker, heading, text, _items(measures), _items(goals))
        del stack[draft.level - 1 :]
        (stack[-1].children if stack else roots).append(draft)
        stack.append(draft)
    return roots


def _items(words):
    return [item for item in words.split("；") if item]


def _node(source, draft):
    at = draft.at
    return Node(
        draft.level,
        source.passage(at["marker"].start, at["marker"].end) if draft.marker else None,
        source.passage(at["heading"].start, at["heading"].end),
        Span(at["marker"].start, at["end"]),
        draft.run_in,
        (source.passage(at["text"].start, at["text"].end),) if draft.text else (),
        tuple(_node(source, child) for child in draft.children),
    )


def _document(source, heads, nodes):
    def passages(key):
        return tuple(source.passage(span.start, span.end) for span in heads[key])

    def one(key):
        return next(iter(passages(key)), None)

    title = passages("T")
    whole = "".join(line.text for line in title)
    genre = next((name for name in ("发言", "报告", "讲话") if whole.endswith(name)), "讲话")
    return Document(
        source=source,
        title=title,
        subtitle=one("U"),
        byline=one("B"),
        date=one("D"),
        salutation=one("S"),
        preamble=passages("P"),
        nodes=tuple(nodes),
        closing=passages("C"),
        genre=genre,
    )


def _excerpt(source, words, span):
    start = source.text.index(words, span.start, max(span.end, span.start + len(words)))
    return Excerpt((source.passage(start, start + len(words)),), words.rstrip("。；，"))


def _part(source, draft, node):
    heading = Excerpt((node.heading,), node.heading.text)
    body = draft.at["text"]
    measures = tuple(Measure(_excerpt(source, words, body)) for words in draft.measures)
    goals = tuple(Goal(_excerpt(source, words, body)) for words in draft.goals)
    lead = () if measures or goals or not draft.text else (_excerpt(source, draft.text, body),)
    children = tuple(
        _part(source, child, below) for child, below in zip(draft.children, node.children, strict=True)
    )
    return Part(node, heading, heading, lead, measures, goals, children)


def _brief(source, document, parts, rows):
    whole = Span(0, len(source.text))
    found = {key: [words for kind, words in rows if kind == key] for key in "XAKE"}
    thesis = next((_excerpt(source, words, whole) for words in found["X"]), None)
    if found["E"]:
        thesis = Editorial(found["E"][0])
    tasks = tuple(
        Task(part.node, part.heading, part.measures, part.goals)
        for root in parts
        for part in root.walk()
        if part.measures
    )
    abstract = tuple(_excerpt(source, words, whole) for words in found["A"])
    terms = _terms(source, found["K"], whole)
    return Brief(document, thesis, (), abstract, parts, terms, (), tasks, weights=Weights((0,), (1.0,)))


def _terms(source, rows, whole):
    terms = []
    for row in rows:
        words, sentence = row.split("|")
        context = _excerpt(source, sentence, whole)
        start = source.text.index(words, context.start)
        terms.append(Term(source.passage(start, start + len(words)), context))
    return tuple(terms)
