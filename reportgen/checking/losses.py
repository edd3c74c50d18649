"""What the plan of a speech puts into a file and the file no longer has."""

from __future__ import annotations

from collections import Counter, defaultdict
from dataclasses import dataclass
from typing import TYPE_CHECKING

from reportgen.analysis import Excerpt
from reportgen.checking.clauses import pieces, squash
from reportgen.checking.placed import Code, Finding, Zone
from reportgen.errors import Severity
from reportgen.planning.wording import ORIGINAL

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Sequence

    from reportgen.analysis import Brief, Line
    from reportgen.checking.expected import Expected, Wanted
    from reportgen.checking.ground import Ground
    from reportgen.checking.placed import Placed
    from reportgen.source import Passage

_MANY = 3
"""Lost texts of one slide from which on the slide itself is missing."""


@dataclass(frozen=True, slots=True)
class Needed:
    """The clauses that headings and measures consist of, squashed."""

    headings: frozenset[str]
    measures: frozenset[str]


def needed(brief: Brief) -> Needed:
    """Return what no file may lose."""
    headings = {piece.words for text in _printed_headings(brief) for piece in pieces(text)}
    lines: list[Line] = [measure.line for part in brief.walk() for measure in part.measures]
    measures = {piece.words for line in lines if isinstance(line, Excerpt) for piece in pieces(line.text)}
    return Needed(frozenset(headings), frozenset(measures))


def _printed_headings(brief: Brief) -> Iterator[str]:
    """Headings alone and behind their markers, which belong to the first clause where they are printed so."""
    for node in brief.document.walk():
        yield node.heading.text
        if node.marker:
            yield node.marker.text.strip() + node.heading.text


def lost_headings(placed: Iterable[Placed], headings: Iterable[Passage], ground: Ground) -> Iterator[Finding]:
    """Yield the headings of which a clause stands nowhere in a file, or that only its notes say.

    A heading too long for its slide is told by its beginning, and by the notes as a whole.
    """
    texts = [one for one in placed if not one.echo]
    everywhere = _Said.by(texts, ground)
    shown = _Said.by([one for one in texts if one.zone is not Zone.NOTES], ground)
    for heading in headings:
        words = [piece.words for piece in pieces(heading.text)]
        if not all(map(everywhere.holds, words)):
            yield _lost(heading, "标题没有了")
        elif words and not any(shown.holds(word) or shown.begins(word) for word in words):
            yield _lost(heading, "标题只在备注里，幻灯片上没有")


def _lost(heading: Passage, message: str) -> Finding:
    return Finding(Severity.ERROR, Code.LOST_HEADING, "", squash(heading.text), message, heading.span)


@dataclass(frozen=True, slots=True)
class _Said:
    """What some texts say: the clauses of the speech among them, and all of it as one text."""

    clauses: frozenset[str]
    whole: str

    @classmethod
    def by(cls, texts: Sequence[Placed], ground: Ground) -> _Said:
        words = frozenset(word for one in texts for word in ground.speech_words(one.text))
        return cls(words, squash("".join(one.text for one in texts)))

    def holds(self, clause: str) -> bool:
        return clause in self.clauses or clause in self.whole

    def begins(self, clause: str) -> bool:
        """Whether a clause stands there shortened."""
        return any(clause.startswith(one) for one in self.clauses)


def losses(  # noqa: PLR0913, PLR0917  what there is to compare
    placed: Sequence[Placed],
    expected: Expected,
    missing: Iterable[Wanted],
    ground: Ground,
    need: Needed,
    told: Iterable[Finding],
) -> Iterator[Finding]:
    """Yield what is planned and not there as often as it is planned.

    Args:
        placed: the texts of the file.
        expected: what the plan puts into it.
        missing: what of that does not stand as planned.
        ground: the clauses of the speech.
        need: headings and measures.
        told: findings about changed clauses; what they changed is not lost as well.
    """
    real = [one for one in placed if not one.echo]
    found = Counter((one.zone, word) for one in real for word in ground.speech_words(one.text))
    asked = Counter((one.zone, word) for one in expected.texts for word in ground.speech_words(one.text))
    changed = [words for one in told if one.nearest and (words := ground.words_at(one.nearest))]
    short = {key: count - found[key] for key, count in asked.items() if count > found[key]}
    # What a whole slide had on it is missed there first, and not where else the same words stand.
    for (group, _), texts in sorted(_by_group(missing).items(), key=lambda item: -len(item[1])):
        lost = [
            (
                one,
                [word for word in ground.speech_words(one.text) if _take(short, one, word, found, changed)],
            )
            for one in texts
        ]
        gone = [(one, words) for one, words in lost if words]
        if gone:
            yield from _told(group, gone, expected.part, found, need, ground)


def _by_group(missing: Iterable[Wanted]) -> dict[tuple[str, Zone], list[Wanted]]:
    """Planned texts that stand nowhere as they are planned, by the part of the file."""
    groups: defaultdict[tuple[str, Zone], list[Wanted]] = defaultdict(list)
    for one in missing:
        groups[one.group, one.zone].append(one)
    return groups


def _take(
    short: dict[tuple[Zone, str], int],
    one: Wanted,
    word: str,
    found: Counter[tuple[Zone, str]],
    changed: list[str],
) -> bool:
    """Whether a clause is one too few; what a changed clause stands for is not."""
    key = (one.zone, word)
    if short.get(key, 0) <= 0 or (one.once and (found[key] or found[Zone.BODY, word])):
        return False
    short[key] -= 1
    # The clause of the text may have a number before it that the file's has not.
    stands = next((number for number, other in enumerate(changed) if word in other or other in word), None)
    if stands is not None:
        changed.pop(stands)
    return stands is None


def _told(  # noqa: PLR0913, PLR0917  what a message needs
    group: str,
    gone: list[tuple[Wanted, list[str]]],
    part: str,
    found: Counter[tuple[Zone, str]],
    need: Needed,
    ground: Ground,
) -> Iterator[Finding]:
    if part and len(gone) >= _MANY:
        words = [word for _, lost in gone for word in lost]
        yield _finding(
            f"原为{group}",
            gone[0][0].text,
            words,
            f"这一{part}的内容少了 {len(gone)} 处",
            found,
            need,
            ground,
        )
        return
    for one, words in gone:
        name = f"{group}备注" if one.zone is Zone.NOTES else group
        yield _finding(f"原在{name}", one.text, words, "", found, need, ground)


def _finding(  # noqa: PLR0913, PLR0917
    where: str,
    text: str,
    words: list[str],
    message: str,
    found: Counter[tuple[Zone, str]],
    need: Needed,
    ground: Ground,
) -> Finding:
    code, named = Code.LOST_TEXT, "原文里的话没有了"
    if any(word in need.measures for word in words):
        code, named = Code.LOST_MEASURE, "举措没有了"
    if any(word in need.headings for word in words):
        code, named = Code.LOST_HEADING, "标题没有了"
    if ORIGINAL in where:
        code, named = Code.LOST_TEXT, "原文不完整，少了这句话"
    absent = [word for word in words if not found[Zone.BODY, word] and not found[Zone.NOTES, word]]
    grave = ORIGINAL in where or any(word in need.measures or word in need.headings for word in absent)
    if not absent and ORIGINAL not in where:
        named = f"{named.removesuffix('没有了')}在这里没有了（别处还有）"
    span = ground.clauses.get((absent or words)[0])
    shown = squash(text) if len(words) > 1 else (absent or words)[0]
    severity = Severity.ERROR if grave else Severity.WARNING
    return Finding(severity, code, where, shown, message or named, span)
