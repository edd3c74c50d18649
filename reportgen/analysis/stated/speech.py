"""Who and by when for every clause of a speech: scope over clauses, sentences, label lines and headings.

Each clause is read by itself (`subjects`, `governing`, `periods`); here it is decided how far that reaches.
Whoever is told to act acts in the clauses of his sentence that name nobody, until somebody or something else
comes. A semicolon ends it, unless a colon opened a list of what he does; a full stop ends it always, for
readers give nobody to a sentence that names nobody. What labels below a task and the heading above it say
holds for the clauses that say nothing themselves.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import replace
from itertools import groupby
from typing import TYPE_CHECKING

from reportgen.analysis import cues
from reportgen.analysis.heads import head
from reportgen.analysis.stated.governing import Stated, govern, torn_edges, untorn
from reportgen.analysis.stated.labels import Label, labels, labels_of, stage
from reportgen.analysis.stated.owners import helps, is_name
from reportgen.analysis.stated.periods import period
from reportgen.analysis.stated.reporting import is_office, is_report, sets_a_day
from reportgen.analysis.stated.roles import Role, Subject
from reportgen.analysis.stated.subjects import asks_somebody, bids, shown, subject
from reportgen.text.patterns import lazy

if TYPE_CHECKING:
    from reportgen.analysis.clauses.cutting import Clause
    from reportgen.analysis.clauses.setting import Paragraph, Sentence
    from reportgen.source import Passage

_TROUBLES = lazy(r"问题|困难|不足|短板|差距|挑战|背景|现状|原因|意义|案由|现实依据")
_REMEDIES = lazy(r"建议|对策|措施|打算|办法|解决|整改|路径")
# 《…》规定，县级人民政府应当…; 全会强调，…: what somebody else says.
_QUOTES = lazy(
    r"(?:》[^，]{0,14}|第[一二三四五六七八九十百\d]+条[^，]{0,8}|^[^，]{2,12}法)(?:规定|指出|强调|明确|提出|要求)"
    r"|(?:全会|会议|大会|常委会|讲话|报告|总书记|主席)[^，]{0,6}(?:指出|强调|提出|要求)"
)
_LOOKS_BACK = lazy(
    r"(?:去年|上年|前年|过去[^，]{0,6}|近年来?|近[几两三]年来?|[^，]{0,8}以来|截至[^，]{1,10}|长期以来|目前|当时|例如|譬如)"
)
_GOAL = lazy(
    r"(?:以(?![^，]*(?:方式|形式|手段)$)(?![^，]{1,10}为(?:主|辅|核心|重点|标准|依据|基础))|为(?!主)|使|让(?!利)|确保|从而|以便"
    r"|以此|来(?!年)|达到|实现|保障(?![^，]*(?:制度|机制|经费|到位))|这样|才|进而|最终"
    r"|(?:不断|进一步|切实|全面|持续|有效|更好地?)*(?:提高|提升|增强|促进|推动[^，]{2,12}(?:发展|提升)|改善|营造|满足|便于|方便|避免|防止|助力))"
)
_OFFICE = lazy(r"[\u4e00-\u9fff]{2,8}(?:(?<![好坏之用长短何此到])处|[局办委科室部组队院系]|中心)")
# 由县财政局牵头，县审计局配合，…: who helps takes nothing from whoever leads.
_HELPS = ("配合", "协助", "协同")
_RUN_IN = lazy(r"[*＊]*(?P<name>[^*＊]+?)[*＊]*")
_ROLES = lazy(
    r"(?:书记|主任|[县市区省镇乡部处科校院所厂局组队]长|经理|总监|领导|同志|代表|委员|专家|老师|教师)$"
)


def stated_in(sentences: Sequence[Sentence]) -> tuple[tuple[Stated, ...], ...]:
    """Return for each clause of each sentence of a speech who is to do it and by when.

    Args:
        sentences: all sentences of the speech, in the order of its text.
    """
    known = frozenset(name for one in sentences for clause in one.clauses if (name := shown(clause.text)))
    paragraphs = [one.paragraph for one in sentences if one.index == 0]
    titles = [one.passage.text for one in paragraphs if one.zone == "head"]
    report = is_report(titles, (one.passage.text for one in paragraphs))
    reader = _Reader(known, report=report)
    out: list[tuple[Stated, ...]] = []
    for _, together in groupby(sentences, key=lambda one: _part_of(one.paragraph)):
        out += reader.part(list(together))
    return tuple(out)


def _part_of(paragraph: Paragraph) -> tuple[str, ...]:
    """What a paragraph shares with those it is read with: a heading that is a task goes with its body."""
    if paragraph.zone == "opening":
        return ("body", *paragraph.headings, paragraph.passage.text)
    return (paragraph.zone, *paragraph.headings)


class _Reader:
    """Reads a speech part by part.

    `known`: names that it shows to be of those who act. `headings`: the headings read so far, by what
    `Paragraph.headings` says below them. `acting`: who acted where the last sentence ended. `report`: whoever
    speaks reports on behalf of all whom general names mean.
    """

    def __init__(self, known: frozenset[str], *, report: bool) -> None:
        self.known = known
        self.report = report
        self.headings: dict[tuple[str, ...], Passage] = {}
        self.acting: Passage | None = None

    def part(self, sentences: Sequence[Sentence]) -> Iterator[tuple[Stated, ...]]:
        """Yield what the sentences state that stand under the same headings."""
        passages = list(dict.fromkeys(one.paragraph.passage for one in sentences))
        self._keep_headings(sentences)
        body = [one.paragraph.passage for one in sentences if one.paragraph.zone == "body"]
        edges = torn_edges(list(dict.fromkeys(body)))
        office, day = self._of_headings(sentences[-1].paragraph)
        run_in: Passage | None = None
        flat: list[Stated] = []
        for sentence in sentences:
            run_in = _run_in(sentence) if sentence.index == 0 else run_in
            found = self._sentence(sentence, run_in or office)
            flat += [self._held(untorn(one, edges)) for one in found]
        clauses = [clause for sentence in sentences for clause in sentence.clauses]
        labelled = iter(_labelled(clauses, flat, tuple(labels(passages))))
        for sentence in sentences:
            row = [next(labelled) for _ in sentence.clauses]
            yield tuple(replace(one, deadline=one.deadline or day) for one in row)

    def _held(self, one: Stated) -> Stated:
        """What is stated, without what nobody could be held to in a report."""
        if not self.report:
            return one
        owner = one.owner if one.owner and is_office(one.owner.text) else None
        deadline = one.deadline if one.deadline and sets_a_day(one.deadline.text) else None
        return replace(one, owner=owner, deadline=deadline)

    def _keep_headings(self, sentences: Sequence[Sentence]) -> None:
        for paragraph in (one.paragraph for one in sentences):
            if paragraph.zone in ("heading", "opening"):
                self.headings[*paragraph.headings, paragraph.passage.text] = paragraph.passage

    def _of_headings(self, paragraph: Paragraph) -> tuple[Passage | None, Passage | None]:
        """The office that the nearest heading names, and the day that it sets for what stands below it."""
        if paragraph.zone != "body":
            return None, None
        above = paragraph.headings
        found = [self.headings.get(above[:depth]) for depth in range(len(above), 0, -1)]
        nearest = found[0] if found else None
        office = nearest if nearest and is_name(nearest.text) and not _ROLES.search(nearest.text) else None
        return office, next((day for one in found if one and (day := stage(one))), None)

    def _sentence(self, sentence: Sentence, otherwise: Passage | None) -> list[Stated]:
        """What each clause of a sentence states; `otherwise`: who acts where it names nobody."""
        base = govern(sentence.clauses)
        if _is_told_by_others(sentence):
            self.acting = None
            return [replace(one, owner=None, deadline=None) for one in base]
        goes_on = sentence.paragraph.goes_on and sentence.index == 0
        first = self.acting if goes_on else otherwise
        owners = [
            owner or _behind(clause, one)
            for clause, one, owner in zip(
                sentence.clauses, base, self._owners(sentence, first, otherwise), strict=True
            )
        ]
        days = [self._day(clause, one) for clause, one in zip(sentence.clauses, base, strict=True)]
        return [
            replace(one, owner=owner, deadline=None if _is_account(sentence.paragraph) else day)
            for one, owner, day in zip(base, owners, days, strict=True)
        ]

    def _day(self, clause: Clause, said: Stated) -> Passage | None:
        """By when, or when, a clause is to be done."""
        day = said.deadline
        found = period(clause.text, subject(clause.text, self.known))
        own = clause.part(*found) if found else None
        # 三年内，一期明年开放: its own time is nearer than the one that opens the sentence.
        if day is None or (own and day.span.start < clause.passage.span.start):
            return own
        return None if said.only or _tells_how_it_was(clause, day) else day

    def _owners(
        self, sentence: Sentence, first: Passage | None, otherwise: Passage | None
    ) -> Iterator[Passage | None]:
        account = _is_account(sentence.paragraph)
        acting, listed = first, None
        is_label = sentence.index == 0 and _run_in(sentence) is not None
        if is_label:
            yield None
        for at, clause in enumerate(sentence.clauses[is_label:], start=int(is_label)):
            if clause.text.endswith(_HELPS) and helps(clause.text):
                yield None
                continue
            found = subject(clause.text, self.known)
            if found.is_bare and not any(bids(later.text) for later in sentence.clauses[at + 1 :]):
                found = Subject(Role.OTHER)
            if found.role is Role.AGENT and not (account and not (found.bidden or found.is_bare)):
                acting = clause.part(found.start, found.end)
                listed = acting if clause.mark in _COLONS else listed
            elif found.role in (Role.OTHER, Role.AGENT):
                acting = None
            yield acting if _does(clause, found) else None
            if clause.mark in _SEMICOLONS:
                acting = listed or otherwise
        self.acting = acting


def _behind(clause: Clause, said: Stated) -> Passage | None:
    """Who is named only behind a clause, as whoever leads what stands before (精简环节，由县审批局牵头)."""
    owner = said.owner
    if owner is None or owner.span.start < clause.passage.span.end or _GOAL.match(clause.text):
        return None
    return owner if subject(clause.text).role is Role.NONE else None


def _tells_how_it_was(clause: Clause, day: Passage) -> bool:
    """Whether a clause with the end of a year in it says how things stood then (2017年底达到63.7万张)."""
    asks = head(clause.text) is not None or bids(clause.text)
    return _END_OF_A_YEAR.fullmatch(day.text) is not None and not asks


_END_OF_A_YEAR = lazy(r"\d{4}年[\d月]*[底末]")
_COLONS, _SEMICOLONS = (":", "："), (";", "；")


def _run_in(sentence: Sentence) -> Passage | None:
    """The office that a paragraph opens with as a label (县教育局：牵头制定方案)."""
    first = sentence.clauses[0]
    found = _RUN_IN.fullmatch(first.text)
    if found is None or first.mark not in _COLONS or first.last:
        return None
    name, start = found["name"], found.start("name")
    is_office = (is_name(name) or _OFFICE.fullmatch(name)) and not _ROLES.search(name)
    opens = subject(sentence.clauses[1].text).role is Role.NONE
    return first.part(start, start + len(name)) if is_office and opens else None


def _is_account(paragraph: Paragraph) -> bool:
    """Whether a paragraph stands under a heading of what was done or of what is amiss."""
    nearest = paragraph.headings[-1] if paragraph.headings else ""
    behind = cues.BEHIND.search(nearest) and not cues.AHEAD.search(nearest)
    troubles = _TROUBLES.search(nearest) and not _REMEDIES.search(nearest)
    return bool(behind or troubles) and head(nearest) is None


def _is_told_by_others(sentence: Sentence) -> bool:
    """Whether a sentence quotes a law or a meeting, or looks back."""
    texts = [clause.text for clause in sentence.clauses]
    return any(_QUOTES.search(text) or _LOOKS_BACK.fullmatch(text) for text in texts)


def _does(clause: Clause, found: Subject) -> bool:
    """Whether a clause says something that whoever acts is to do."""
    if cues.ANNOUNCES.search(clause.text):
        return False
    if found.role is Role.AGENT:
        return not found.is_aside
    return found.role is Role.NONE and _GOAL.match(clause.text) is None


def _labelled(clauses: Sequence[Clause], stated: Sequence[Stated], marked: Sequence[Label]) -> list[Stated]:
    """Clauses with what labels say of them where they say nothing themselves; those of labels say no more."""
    if not marked:
        return list(stated)
    out = [replace(one, owner=None, deadline=None, only=True) for one in stated]
    starts = {clause.passage.span.start: at for at, clause in enumerate(clauses)}
    starts = {
        at: i for at, i in starts.items() if not any(one.span.start <= at < one.span.end for one in marked)
    }
    owners, deadlines = (labels_of(list(starts), marked, kind) for kind in ("owner", "deadline"))
    for i, owner, deadline in zip(starts.values(), owners, deadlines, strict=True):
        who, when = (label.words if label else None for label in (owner, deadline))
        who = None if asks_somebody(clauses[i].text) else who
        out[i] = replace(stated[i], owner=stated[i].owner or who, deadline=stated[i].deadline or when)
    return out
