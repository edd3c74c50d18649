"""Which figures of a speech deserve to stand big: those that answer a question, and none where none does.

A figure that may be big is given points for signs that each have a name; from `_NEEDED` on it is big, the
highest first, `_MOST` of a speech. The points were set by bench/heroes.py on labels of three readers: of 29
speeches twelve deserve no big number, and a doubtful one is worse than none.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from itertools import groupby

from reportgen.analysis.figures.judging import Setting, words
from reportgen.analysis.roles import Role
from reportgen.source import Span
from reportgen.text.patterns import lazy

_NEEDED = 3
_MOST = 6
"""Big figures of a speech; as many as a slide of them holds."""
_FEWEST_COUNTED = 10
"""Things counted below which a count is small, whatever it is for."""
_MANY = 1000
_PLACES = 3
"""Times a speech says 全省, 我县, … from which on it is that place's."""
_DIGITS = lazy(r"\d[\d,]*(?:[.．]\d+)?")
_SCALED = lazy(r"[万亿]")
_SHARE = lazy(r"[%％‰]|百分|分之|[一二三四五六七八九]成|成$")
_EACH = lazy(r"每[百千万]?[^，]{0,2}[人户名个亩]|人均|户均")
_OPEN_NUMBER = lazy(r"[×xXＸ*]{2,}[】\s]?[%％万亿元个亩吨]|【[^】]*[×xXＸ]{2,}")
_CLOSER = lazy(r"(?:大关)?、达到?\d")
_WORD = lazy(r"[\u4e00-\u9fff]{2,}")
_TELLING = (Role.GAP, Role.TARGET, Role.SAVING)
_LEAST_WORDS = 3  # characters beside the number from which on a clause says of what it is


@dataclass(frozen=True, slots=True)
class Speech:
    """What is known of the whole speech: pairs of its title's characters, how often each figure is said."""

    title: frozenset[str]
    values: Counter[str]
    is_local: bool


@dataclass(frozen=True, slots=True)
class Judged:
    """A figure in its setting, with the role that was found."""

    setting: Setting
    role: Role

    @property
    def key(self) -> Span:
        """The words of a change, which both ends of a contrast share; else the number's own."""
        figure = self.setting.figure
        return (figure.change or figure.value).span


Candidate = tuple[Judged, ...]
"""What would be printed as one: a figure, or both ends of a contrast."""


def speech_of(title: str, text: str, found: Sequence[Judged]) -> Speech:
    """Return what the choice needs to know of a speech."""
    matter = words("title_frame").sub(" ", title)
    pairs = {word[at : at + 2] for word in _WORD.findall(matter) for at in range(len(word) - 1)}
    said = {(one.setting.figure.text, one.setting.sentence) for one in found}
    values = Counter(text for text, _ in said)
    place = words("own_place")
    named = frozenset(pair for pair in pairs if not place.fullmatch(pair))
    return Speech(named, values, len(place.findall(text)) >= _PLACES)


def heroes(found: Sequence[Judged], speech: Speech) -> frozenset[Span]:
    """Return the places of the figures that deserve to stand big; both ends of a contrast, or none."""
    runs = [tuple(run) for _, run in groupby(found, key=lambda one: one.key)]
    scored = [(_points(run, speech), run) for run in runs if not any(_is_barred(one, speech) for one in run)]
    chosen: list[Candidate] = []
    said: set[str] = set()
    for points, run in sorted(scored, key=_rank):
        figure = run[-1].setting.figure
        once = {figure.text, str(figure.clause)}  # neither a number nor a clause stands big twice
        if points >= _NEEDED and len(chosen) < _MOST and not said & once:
            chosen.append(run)
            said |= once
    return frozenset(one.setting.figure.value.span for run in chosen for one in run)


def _rank(scored: tuple[int, Candidate]) -> tuple[int, bool]:
    """The highest points first; of equal ones, what tells more than its size; then as spoken."""
    points, run = scored
    return -points, run[-1].role is Role.SCALE


def _points(run: Candidate, speech: Speech) -> int:
    return sum(much for _, much, holds in SIGNS if holds(run, speech))


def _is_barred(one: Judged, speech: Speech) -> bool:
    return any(holds(one, speech) for _, holds in BARS)


def _is_small(one: Judged, _: Speech) -> bool:
    """Fewer than ten things; shares, money and changes are no counts."""
    text = one.setting.figure.text
    number = _number(text)
    counted = number is not None and number < _FEWEST_COUNTED
    worth = _SHARE.search(text) or _SCALED.search(text) or words("money").search(text)
    return not worth and one.setting.figure.change is None and counted


def _number(text: str) -> float | None:
    """The number in digits that a text begins with; None for one in characters."""
    found = _DIGITS.match(text)
    return float(found[0].replace(",", "").replace("．", ".")) if found else None


def _is_said_closer(one: Judged, _: Speech) -> bool:
    """突破3万亿元、达3.6万亿元: the number behind it says the same more exactly."""
    return _CLOSER.match(one.setting.behind) is not None


def _leaves_open(one: Judged, _: Speech) -> bool:
    """The clause by itself does not say what the number is of: 占户籍人口的22.5%, 这一比例仅为5%."""
    setting = one.setting
    said = sum(map(len, _WORD.findall(setting.clause)))
    given = words("giving", "{}(?:了|约|近|共)?$").search(setting.before) is not None
    if given and not _WORD.search(setting.behind):
        return True  # 安排20亿元: for what?
    return said < _LEAST_WORDS or words("open_subject", "^[而但却]?{}").match(setting.before) is not None


def _is_of_others(one: Judged, speech: Speech) -> bool:
    """In a speech of one place: the last place that the sentence names before the number is another."""
    said = one.setting.said_before
    others = [found.start() for found in words("elsewhere").finditer(said)]
    own = [found.start() for found in words("own_place").finditer(said)]
    return speech.is_local and bool(others) and others[-1] > max(own, default=-1)


BARS: tuple[tuple[str, Callable[[Judged, Speech], bool]], ...] = (
    ("its role", lambda one, _: not one.role.may_be_big),
    ("no unit", lambda one, _: not one.setting.unit),
    ("a unit that says nothing alone", lambda one, _: words("bare").search(one.setting.unit) is not None),
    ("few", _is_small),
    ("of what is open", _leaves_open),
    ("part of a number before", lambda one, _: words("part_of").search(one.setting.before) is not None),
    ("said more exactly", _is_said_closer),
    ("beside an open number", lambda one, _: _OPEN_NUMBER.search(one.setting.clause) is not None),
    ("the dead", lambda one, _: words("casualties").search(one.setting.clause) is not None),
    ("a forecast", lambda one, _: words("forecast").search(one.setting.said_before) is not None),
    ("of others", _is_of_others),
)
"""Name, and whether it keeps a figure from standing big whatever else speaks for it."""


def _any(holds: Callable[[Judged], bool]) -> Callable[[Candidate, Speech], bool]:
    return lambda run, _: any(holds(one) for one in run)


def _has_role(*roles: Role) -> Callable[[Candidate, Speech], bool]:
    return _any(lambda one: one.role in roles)


def _is_worth(one: Judged) -> bool:
    figure = one.setting.figure
    return words("money").search(figure.text) is not None and _SCALED.search(figure.text) is not None


def _is_large(one: Judged) -> bool:
    return _SCALED.search(one.setting.figure.text) is not None


def _is_many(one: Judged) -> bool:
    text = one.setting.figure.text
    return not _SCALED.search(text) and not _SHARE.search(text) and (_number(text) or 0) >= _MANY


def _opens(one: Judged) -> bool:
    return not one.setting.told_before and _SHARE.search(one.setting.figure.text) is None


def _is_telling_share(one: Judged) -> bool:
    return one.role in _TELLING and _SHARE.search(one.setting.figure.text) is not None


def _is_of_the_title(run: Candidate, speech: Speech) -> bool:
    return any(pair in one.setting.clause for one in run for pair in speech.title)


def _is_said_again(run: Candidate, speech: Speech) -> bool:
    return any(speech.values[one.setting.figure.text] > 1 for one in run)


SIGNS: tuple[tuple[str, int, Callable[[Candidate, Speech], bool]], ...] = (
    ("both ends of a change", 4, lambda run, _: len(run) > 1),
    ("lacking or promised", 3, _has_role(Role.GAP, Role.COMMITMENT)),
    ("aimed at or spared", 2, _has_role(Role.TARGET, Role.SAVING)),
    ("reported", 1, _has_role(Role.RESULT)),
    ("money by the myriad", 3, _any(_is_worth)),
    ("other things by the myriad", 2, _any(lambda one: _is_large(one) and not _is_worth(one))),
    ("by the thousand", 1, _any(_is_many)),
    ("a share that is lacking, aimed at or spared", 1, _any(_is_telling_share)),
    ("for each", 1, _any(lambda one: _EACH.search(one.setting.before) is not None)),
    ("of the title", 1, _is_of_the_title),
    ("outstanding", 1, _any(lambda one: words("outstanding").search(one.setting.sentence) is not None)),
    ("said again", 1, _is_said_again),
    ("opens its paragraph", 1, _any(_opens)),
)
"""Name, points, and whether it speaks for a candidate."""
