"""The abstract: what every section says, as far as a paragraph holds it."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field
from typing import TYPE_CHECKING

from reportgen.analysis.brief import Excerpt, Kind, Line, Part
from reportgen.analysis.clauses import sentences
from reportgen.analysis.heads import head
from reportgen.analysis.standing import reads_alone, standing_run
from reportgen.analysis.summary import SECTION_LIMIT, cut
from reportgen.analysis.thesis import THESIS_LIMIT
from reportgen.analysis.titles import TROUBLES
from reportgen.text.patterns import lazy

if TYPE_CHECKING:
    from reportgen.analysis.reading import Reading

ABSTRACT_LIMIT = 250
"""Characters, a mark behind each line included (issue: 150 to 250)."""
_LEAST = 10  # characters that a section's line is not cut below
_SHORTEST = 2  # characters of a point's line
_SHORTEST_MESSAGE = 8
_SHORTEST_SENTENCE = 6
_SHORTEST_LEAD = 14
_FEW = 4  # points of which none is told unless all are


# Greetings, thanks, what the speaker is about to do.
_FORMULA = lazy(
    r"^[图表]\s*\d|^(?:会议|时间|地点|主持|出席|参会|列席|记录|主题)[^：]{0,4}：|^(?:该|本(?:文|报告|通知|方案|材料|汇编|图)|附件|来函)"
    r"|^关于[^，]*(?:报告|汇报|通知|请示|函|方案|情况)$"
    r"|^(?:下面|刚才|今天|首先|大家|感谢|很高兴|受|现在|根据|按照会议|我受|我代表|我讲|我谈|各位)|[\u4e00-\u9fff]如下$|发言|收悉"
    r"|代表.{1,20}(?:作|做).{0,8}报告|(?:大会|会议|会上)(?:作|做|提出).{0,24}(?:报告|说明)|请.{0,6}(?:审议|审查|批评|指正)"
    r"|作.{0,8}(?:说明|汇报)$|联系(?:人|电话|方式)|提出(?:宝贵)?意见|表示(?:衷心|诚挚|热烈|崇高)?(?:的?感谢|敬意|慰问|祝贺|欢迎)|表示(?:衷心|诚挚|热烈|崇高)"
)


@dataclass(slots=True)
class _Candidate:
    """A section's line, what may follow it, and what does."""

    line: Line
    messages: Iterator[Sequence[Line]]
    said: list[Line] = field(default_factory=list)


def abstract(reading: Reading, main: Line | None, parts: Sequence[Part]) -> tuple[Line, ...]:
    """Return the thesis, every section's line and behind each what its points and measures say.

    As long as there is room, one message a section in turn, so that none is told at the cost of another. Of
    many sections the lines are cut at clauses; where even that is too long, the thesis is left out.

    Args:
        reading: the speech.
        main: its thesis.
        parts: its sections.
    """
    if not parts:
        return _weightiest(reading)
    entries = _entries(reading, parts)
    front = () if main is None else (main,)
    if _size([*front, *(entry.line for entry in entries)]) > ABSTRACT_LIMIT:
        front = ()
    _fill(entries, front)
    return (*front, *(line for entry in entries for line in (entry.line, *entry.said)))


def _entries(reading: Reading, parts: Sequence[Part]) -> list[_Candidate]:
    """One entry a heading; sections headed alike are told once.

    A heading that is a long sentence and has no clause that stands for it gives way to what follows it.
    """
    alike: dict[str, list[Part]] = {}
    for part in parts:
        alike.setdefault(str(part.name), []).append(part)
    messages = [(one for part in same for one in _messages(reading, part)) for same in alike.values()]
    lines = [
        next(said, (same[0].name,))[0] if len(text) > SECTION_LIMIT else same[0].name
        for (text, same), said in zip(alike.items(), messages, strict=True)
    ]
    return list(map(_Candidate, _shortened(lines), messages))


def _fill(entries: Sequence[_Candidate], front: Sequence[Line]) -> None:
    room = ABSTRACT_LIMIT - _size([*front, *(entry.line for entry in entries)])
    # A heading that is a mere label (存在的问题) says nothing before something stands behind it.
    waiting = sorted(entries, key=lambda entry: head(str(entry.line)) is not None)
    while waiting and room > _SHORTEST:
        for entry in list(waiting):
            lines = next(entry.messages, None)
            if lines is None:
                waiting.remove(entry)
            elif _size(lines) <= room and not _repeat(lines, [*front, entry.line, *entry.said]):
                room -= _size(lines)
                entry.said += lines


def _size(lines: Sequence[Line]) -> int:
    """Characters of lines with a mark behind each."""
    return sum(len(str(line)) + 1 for line in lines)


def _shortened(lines: Sequence[Line]) -> list[Line]:
    """Lines cut at clauses, evenly, until together they fit or cannot be cut."""
    limits = range(SECTION_LIMIT, _LEAST, -2)
    shorter = ([cut(line, limit) for line in lines] for limit in limits)
    return next(
        (few for few in shorter if _size(few) <= ABSTRACT_LIMIT), [cut(line, _LEAST) for line in lines]
    )


def _messages(reading: Reading, part: Part) -> Iterator[Sequence[Line]]:
    """Yield what may stand for a section behind its heading, the weightiest kind first.

    What belongs together (the headings of its points) is told together or not at all.
    """
    for lines in _told(reading, part):
        if lines and all(map(_says_something, lines)):
            yield lines


def message(reading: Reading, part: Part) -> Line | None:
    """Return the line that says most of what stands under a heading; None where none reads by itself."""
    return next((lines[0] for lines in _messages(reading, part)), None)


def _told(reading: Reading, part: Part) -> Iterator[Sequence[Line]]:
    measures = [measure for one in part.walk() for measure in one.measures]
    runs = (standing_run(clauses, SECTION_LIMIT, _SHORTEST) for clauses in reading.sentences(part.node.body))
    stated = [run for run in runs if run is not None]
    if part.parts:
        # What a section says before its points is its own summary of them; it stands in no heading.
        leads = [run for run in stated if len(run.text) >= _SHORTEST_LEAD and head(run.text)]
        yield from ([run] for run in sorted(leads, key=lambda run: -reading.weight(run))[:1])
        points = [child.name for child in part.parts]
        yield points
        if len(points) > _FEW:
            yield from ([line] for line in points)
    wanted = [measure.line for measure in measures if measure.kind is not Kind.DONE]
    done = [measure.line for measure in measures if measure.kind is Kind.DONE]
    # Under 存在的问题 a finding says more than what should be done about it.
    told = (*stated, *wanted) if TROUBLES.search(part.heading.text) else (*wanted, *done, *stated)
    for line in told:
        if len(str(line)) >= _SHORTEST_MESSAGE:
            yield [line]


def _says_something(line: Line) -> bool:
    if not _SHORTEST <= len(str(line)) <= SECTION_LIMIT or _FORMULA.search(str(line)):
        return False
    passages = line.passages if isinstance(line, Excerpt) else ()
    clauses = [clause for group in sentences(passages) for clause in group]
    return not clauses or reads_alone(clauses)


def _repeat(lines: Sequence[Line], others: Sequence[Line]) -> bool:
    """Whether lines say the words of others, be it in another place."""
    return any(str(line) in str(other) or str(other) in str(line) for line in lines for other in others)


def _weightiest(reading: Reading) -> tuple[Line, ...]:
    """Of a speech without sections the weightiest sentences that fit, in the order of the speech."""
    runs = [
        standing_run(clauses, THESIS_LIMIT, _SHORTEST_SENTENCE)
        for clauses in reading.sentences(reading.document.preamble)
    ]
    good = [run for run in runs if run is not None and not _FORMULA.search(run.text)]
    room = ABSTRACT_LIMIT
    kept: list[Excerpt] = []
    for run in sorted(good, key=lambda one: -reading.weight(one)):
        if _size([run]) <= room and not _repeat([run], kept):
            room -= _size([run])
            kept.append(run)
    return tuple(sorted(kept, key=lambda one: one.start))
