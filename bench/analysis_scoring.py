"""How near a method's answer comes to the labels.

The rules are those of the score that the issue names: measures and goals character by character, where what
is optional counts neither way; terms by their words; figures by number and unit; thesis and summaries by
how much of an accepted span they cover, and how much longer they are.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass, field

from analysis_labels import Labels, Range

_COVERED, _LONGER, _SHORT = 0.6, 2.5, 12
"""How much of an accepted span a line must cover, how many times as long it may be, and what is short."""
_NEAR = 4  # characters between our section's start and the label's
_HALF = 0.5  # of a span: less in common is told as an error
_BLANK = re.compile(r"[\s\u3000“”\"'‘’《》,，】]+")
_NARROW = str.maketrans("０１２３４５６７８９．％", "0123456789.%")


@dataclass(frozen=True, slots=True)
class Answer:
    """What a method says of a text; None where it has no opinion of this kind.

    `sections` is by the start of a section, `figures` are pairs of number and unit, `stated` pairs of
    ``owner`` or ``deadline`` and its words.
    """

    thesis: Sequence[Range] | None = None
    sections: dict[int, Sequence[Range]] | None = None
    measures: Sequence[Range] | None = None
    goals: Sequence[Range] | None = None
    terms: Sequence[str] | None = None
    figures: Sequence[tuple[str, str]] | None = None
    stated: Sequence[tuple[str, str]] | None = None


@dataclass(slots=True)
class Tally:
    """Hits, false ones and missed ones of one kind, added up over texts; `notes` are the errors in words."""

    hit: int = 0
    false: int = 0
    missed: int = 0
    notes: list[str] = field(default_factory=list)

    def add(self, other: Tally) -> None:
        """Take in the tally of another text."""
        self.hit += other.hit
        self.false += other.false
        self.missed += other.missed
        self.notes += other.notes

    @property
    def f1(self) -> float:
        """The harmonic mean of precision and recall."""
        return 2 * self.hit / max(1, 2 * self.hit + self.false + self.missed)

    @property
    def share(self) -> float:
        """The share of right answers, where each question has one."""
        return self.hit / max(1, self.hit + self.missed)


def score(answer: Answer, labels: Labels) -> dict[str, Tally]:
    """Return the tallies by kind; a kind of which the method says nothing is not there."""
    found: dict[str, Tally | None] = {
        "thesis": _thesis(answer, labels),
        "sections": _sections(answer, labels),
        "measures": _spans(answer.measures, labels.measures, labels, "measure"),
        "goals": _spans(answer.goals, labels.goals, labels, "goal"),
        "terms": _terms(answer, labels),
        "figures": _figures(answer, labels),
        "stated": _stated(answer, labels),
    }
    return {kind: tally for kind, tally in found.items() if tally is not None}


def _characters(ranges: Iterable[Range]) -> set[int]:
    return {at for start, end in ranges for at in range(start, end)}


def _covers(ours: Sequence[Range], accepted: Iterable[Range]) -> bool:
    mine = _characters(ours)
    return any(
        len(mine & _characters([one])) >= _COVERED * (one[1] - one[0])
        and len(mine) <= _LONGER * max(one[1] - one[0], _SHORT)
        for one in accepted
    )


def _thesis(answer: Answer, labels: Labels) -> Tally | None:
    if answer.thesis is None or not labels.thesis:
        return None
    if _covers(answer.thesis, labels.thesis):
        return Tally(1)
    return Tally(missed=1, notes=[f"thesis    {_shown(answer.thesis, labels)}"])


def _sections(answer: Answer, labels: Labels) -> Tally | None:
    if answer.sections is None:
        return None
    tally = Tally()
    for start, accepted in labels.sections:
        near = next((line for at, line in answer.sections.items() if abs(at - start) <= _NEAR), None)
        if near is not None and _covers(near, accepted):
            tally.hit += 1
        else:
            tally.missed += 1
            tally.notes.append(f"section   @{start} {_shown(near or (), labels)}")
    return tally


def _spans(ours: Sequence[Range] | None, gold: Sequence[Range], labels: Labels, kind: str) -> Tally | None:
    if ours is None:
        return None
    mine, theirs, free = _characters(ours), _characters(gold), _characters(labels.optional)
    tally = Tally(len(mine & theirs), len(mine - theirs - free), len(theirs - mine))
    for one in gold:
        if len(_characters([one]) & mine) < _HALF * (one[1] - one[0]):
            tally.notes.append(f"missed {kind} @{one[0]} {_shown([one], labels)}")
    for one in ours:
        counted = _characters([one]) - free
        if counted and len(counted & theirs) < _HALF * len(counted):
            tally.notes.append(f"false {kind} @{one[0]} {_shown([one], labels)}")
    return tally


def plain(text: str) -> str:
    """Return words as they are compared: without quotes and blanks, digits of half width."""
    return _BLANK.sub("", text).translate(_NARROW)


def _terms(answer: Answer, labels: Labels) -> Tally | None:
    if answer.terms is None:
        return None
    free = set(map(plain, labels.terms_optional))
    mine = list(dict.fromkeys(map(plain, answer.terms)))
    return _paired(mine, list(map(plain, labels.terms)), lambda one: one in free, _same, "term")


def _figures(answer: Answer, labels: Labels) -> Tally | None:
    if answer.figures is None:
        return None
    free = [plain(value + unit) for value, unit in labels.figures_optional]
    gold = [plain(value + unit) for value, unit in labels.figures]
    mine = [plain(value + unit) for value, unit in answer.figures]
    return _paired(
        mine, gold, lambda one: any(one.startswith(free_one) for free_one in free), _longer, "figure"
    )


def _same(gold: str, ours: str) -> bool:
    return gold == ours


def _longer(gold: str, ours: str) -> bool:
    """A unit that says more than the label's is right too."""
    return ours.startswith(gold)


def _paired(
    ours: list[str], gold: list[str], free: Callable[[str], bool], same: Callable[[str, str], bool], kind: str
) -> Tally:
    """Pair each label with one of ours; what is left is false, unless it is optional."""
    tally, left = Tally(), list(ours)
    for one in gold:
        # The very same first, so that 5% does not use up what 5%以上 was meant for.
        exact = next((at for at, other in enumerate(left) if one == other), None)
        at = exact if exact is not None else next((at for at, o in enumerate(left) if same(one, o)), None)
        if at is None:
            tally.missed += 1
            tally.notes.append(f"missed {kind} {one}")
        else:
            tally.hit += 1
            left.pop(at)
    extra = [one for one in left if not free(one)]
    tally.false = len(extra)
    tally.notes += [f"false {kind} {one}" for one in extra]
    return tally


def _stated(answer: Answer, labels: Labels) -> Tally | None:
    """Owners and deadlines word by word: 年内 is wrong where the speech says 三年内."""
    if answer.stated is None:
        return None
    gold = {("owner", plain(one)) for one in labels.owners} | {
        ("deadline", plain(one)) for one in labels.deadlines
    }
    mine = {(kind, plain(words)) for kind, words in answer.stated}
    notes = [f"false {kind} {words}" for kind, words in sorted(mine - gold)]
    notes += [f"missed {kind} {words}" for kind, words in sorted(gold - mine)]
    return Tally(len(mine & gold), len(mine - gold), len(gold - mine), notes)


def _shown(ranges: Sequence[Range], labels: Labels) -> str:
    text = "…".join(" ".join(labels.text[start:end].split()) for start, end in ranges)
    return text if len(text) <= 60 else f"{text[:60]}…"
