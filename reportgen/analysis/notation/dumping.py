"""The brief as YAML that a secretary edits in Notepad or WPS."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from reportgen.analysis.brief import Brief, Excerpt, Figure, Kind, Line, Measure, Part, Series, Task, Term
from reportgen.analysis.notation import names
from reportgen.analysis.notation.keys import AROUND, FACTS, STATED, head
from reportgen.analysis.notation.nodes import Nodes
from reportgen.analysis.notation.origin import write_origin
from reportgen.analysis.notation.spans import write_spans
from reportgen.analysis.notation.tree import Noted, Tree, write
from reportgen.analysis.roles import Role
from reportgen.outline import Node, reading_text
from reportgen.source import Passage, Span

_HEADER = """\
# 摘要稿：要印发的内容都在这里。改好存盘后，运行 reportgen build 加上本文件名，即可重新生成。
#
# 改：直接改冒号后面的文字。改写的话印出来带“〔编者加〕”；照抄原文整句整分句的，仍算讲话人的话。
# 删：把一条从“- ”起的几行一起删去，这一条就不再印。删去一个要点，落实清单里的同一条也不再印。
# 加：照旁边各条另起一行，写“- 文字: 要加的话”，不写“位置”。
# 调：把一条的几行一起剪切、粘贴到别处，就按新的次序印。写“醒目: 是”的数字放大印。
# “位置”是这句话在原文里的起止字数，请不要改。以“#”开头的行是说明，不印。
# 冒号用半角，后面空一格；行首的空格要与上下各行对齐。
# 文字以符号开头，或里面有半角冒号、井号的，请用英文引号把整句括起来。
# 同一句话印在几处的，请各处都改。落实清单里没写“举措”的与同一要点相同；“责任单位”管各条举措。
"""
_TAIL = "# 以下供程序核对，请不要改动。"


def dump(brief: Brief) -> str:
    """Return a brief as YAML for editing; `load` gives back an equal one."""
    nodes = Nodes(brief.document)
    blocks = [
        _head(brief),
        {names.THESIS: _line(brief.thesis)},
        {names.PILLARS: _lines(brief.pillars)},
        {names.ABSTRACT: _lines(brief.abstract)},
        *([{names.OUTSIDE: _lines(brief.outside)}] if brief.outside else []),
        {names.PARTS: [_part(part, nodes) for part in brief.parts]},
        *([{names.WANTED: _lines(brief.wanted)}] if brief.wanted else []),
        {names.TERMS: [_term(term) for term in brief.terms]},
        {names.FIGURES: [_figure(figure) for figure in brief.figures]},
        *([{names.SERIES: [_series(one) for one in brief.series]}] if brief.series else []),
        {names.TASKS: list(_tasks(brief, nodes))},
    ]
    written = ["\n".join(write(block)) for block in blocks]
    origin = "\n".join([_TAIL, *write(write_origin(brief.document.source))])
    return "\n\n".join([_HEADER.rstrip("\n"), *written, origin]) + "\n"


def _head(brief: Brief) -> Tree:
    document, spoken = brief.document, head(brief.document)
    said = {key: _said(spoken.get(name, ()), getattr(brief.facts, name)) for name, key in FACTS.items()}
    title = {names.TITLE: said.pop(names.TITLE)}
    subtitle = {names.SUBTITLE: _said((document.subtitle,), None)} if document.subtitle else {}
    return {**title, **subtitle, **said}


def _said(passages: Sequence[Passage], given: str | None) -> Tree | str | None:
    """A fact of the speech with its place; what an editor gives wins."""
    if not passages:
        return given
    text = given or "".join(map(reading_text, passages))
    return {names.TEXT: text, names.PLACE: write_spans([one.span for one in passages])}


def _line(line: Line | None) -> Tree | None:
    if line is None:
        return None
    return {names.TEXT: line.text, **_place(line)}


def _lines(lines: Sequence[Line]) -> list[Tree]:
    return [{names.TEXT: line.text, **_place(line)} for line in lines]


def _place(line: Line) -> dict[str, str]:
    return {names.PLACE: write_spans(line.spans)} if isinstance(line, Excerpt) else {}


def _optional(name: str, found: Sequence[Tree]) -> dict[str, Sequence[Tree]]:
    return {name: found} if found else {}


def _part(part: Part, nodes: Nodes) -> Tree:
    summary = {} if part.summary == part.heading else {names.SUMMARY: _line(part.summary)}
    return {
        names.HEADING: part.heading.text,
        **_whereabouts(part.heading, part.node, nodes, part.marker),
        **summary,
        **_optional(names.LEAD, _lines(part.lead)),
        **_optional(names.MEASURES, _measures(part.measures)),
        **_optional(names.GOALS, _lines([goal.line for goal in part.goals])),
        **_optional(names.STATEMENTS, _lines(part.statements)),
        **_optional(names.POINTS, [_part(below, nodes) for below in part.parts]),
    }


def _whereabouts(line: Line, node: Node, nodes: Nodes, note: str = "") -> dict[str, Noted | str]:
    """The place of a line and of its node: one says both wherever the line stands in the node's heading."""
    spans: Sequence[Span] = line.spans if isinstance(line, Excerpt) else ()
    if not spans and not nodes.is_end(node.span.start):
        spans = [node.heading.span]
    known = nodes.at(spans[0].start) if spans else nodes.added(node.level)
    start = {} if known == node else {names.START: str(node.span.start)}
    return {**({names.PLACE: Noted(write_spans(spans), note)} if spans else {}), **start}


def _measures(measures: Sequence[Measure]) -> list[Tree]:
    return [
        {
            names.TEXT: measure.line.text,
            **_place(measure.line),
            **({} if measure.kind is Kind.TODO else {names.KIND: names.KINDS[measure.kind]}),
            **_stated(measure),
        }
        for measure in measures
    ]


def _stated(measure: Measure) -> dict[str, Tree | None]:
    """Who and when, where the measure says so; the header says how to add one."""
    said = {key: _line(getattr(measure, name)) for name, key in STATED.items()}
    return {key: line for key, line in said.items() if line is not None}


def _term(term: Term) -> Tree:
    return {
        names.TERM: reading_text(term.text),
        names.PLACE: write_spans([term.text.span]),
        names.CONTEXT: _line(term.context),
    }


def _figure(figure: Figure) -> Tree:
    passages = [figure.value, figure.unit] if figure.unit else [figure.value]
    around = ((key, getattr(figure, name)) for name, key in AROUND.items())
    return {
        names.VALUE: figure.value.text,
        **({names.MEASURE_WORD: figure.unit.text} if figure.unit else {}),
        names.PLACE: write_spans([one.span for one in passages]),
        **{key: _verbatim(passage) for key, passage in around if passage},
        **({} if figure.role is Role.SCALE else {names.ROLE: names.ROLES[figure.role]}),
        **({names.BIG: names.YES} if figure.is_big else {}),
        names.CONTEXT: _line(figure.clause),
    }


def _verbatim(passage: Passage) -> Tree:
    return {names.TEXT: reading_text(passage), names.PLACE: write_spans([passage.span])}


def _series(series: Series) -> Tree:
    title = series.title
    subject = {names.SUBJECT: reading_text(title), names.PLACE: write_spans([title.span])} if title else {}
    return {
        **subject,
        names.MEASURE_WORD: _verbatim(series.unit),
        names.VALUES: [
            {
                names.NAME: reading_text(point.label),
                names.VALUE: reading_text(point.value),
                names.PLACE: write_spans([point.label.span, point.value.span]),
            }
            for point in series.points
        ],
        names.CONTEXT: _line(series.context),
    }


def _tasks(brief: Brief, nodes: Nodes) -> Iterator[Tree]:
    parts = {id(part.node): part for part in brief.walk()}
    for task in brief.tasks:
        yield _task(task, parts.get(id(task.node)), nodes)


def _task(task: Task, part: Part | None, nodes: Nodes) -> Tree:
    """A row of the checklist; measures and goals only where its part has others."""
    measures = {} if part and task.measures == part.measures else {names.MEASURES: _measures(task.measures)}
    goals = [goal.line for goal in task.goals]
    return {
        names.TASK: task.headline.text,
        **_whereabouts(task.headline, task.node, nodes),
        **({names.WHERE: task.where} if task.where else {}),
        # Empty, for an editor to fill: what the speech states stands with its measure.
        **dict.fromkeys(STATED.values()),
        **measures,
        **({} if part and task.goals == part.goals else {names.GOALS: _lines(goals)}),
    }
