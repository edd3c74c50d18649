"""Values that a sentence compares: over years, over regions, over kinds, all in one unit.

Three forms of prose say a series without a doubt: 甲、乙、丙分别增长1%、2%、3%, of years with what is counted
beside them (2022年、2023年产量分别为…); 由2012年的甲增加到2019年的乙; and clauses alike in all but name and
number (城镇增长1%，乡村增长2%，园区增长3%). Anything else stays as single figures. Shares (占) are of what
the clause before them names as their whole.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import replace
from itertools import groupby, pairwise
from typing import TYPE_CHECKING

from reportgen.analysis.brief import Series, SeriesPoint
from reportgen.analysis.clauses import Clause, excerpt
from reportgen.analysis.figures.numbers import Number, numbers
from reportgen.source import Passage, Span
from reportgen.text.patterns import lazy

if TYPE_CHECKING:
    from reportgen.analysis.reading import Reading

_EACH = lazy(r"(?P<labels>[^，。；：]+?)(?:[两三四五]年)?分别(?P<verb>[^\d，、]{0,14})$")
_PARTED = lazy(r"[、和及与]")
_BETWEEN = lazy(r"[、和及与，]")
_YEAR = (
    r"(?:[12１２]\d{3}年?|[〇零一二三四五六七八九○]{4}年|(?<!目)前年|去年|今年|上年)"
    r"(?:年?底|年?末|初|上半年|下半年)?"
)
_FROM = lazy(
    rf"(?:^|[，、；])(?:使|让|把)?(?P<title>[^，、]{{0,24}}?)(?:将|就|已|要)?[由从](?P<label>{_YEAR})的?$"
)
_TO = lazy(rf"^左?右?(?P<verb>[^\d，、]{{0,6}}?)(?:[到至为成]|发展到)?(?P<label>{_YEAR})的(?:约|近|超过)?$")
_PARALLEL = lazy(
    r"^(?P<label>[\u4e00-\u9fff]{2,10}?|[12１２]\d{3}年)(?P<verb>(?:同比|年均|实际)?"
    r"(?:增长|下降|增加|减少|占比?|达到?|为|提高|完成|共?有)[\u4e00-\u9fff]{0,6})$"
)
_FIRST_YEAR = lazy(rf"(?P<thing>[^\d]*?)(?P<label>{_YEAR})")
_LAST_YEAR = lazy(rf"(?P<label>{_YEAR})的?(?P<thing>[^\d]*)")
_WHOLE = lazy(r"^(?:在|从)?(?P<whole>[\u4e00-\u9fff]{4,24}?)(?:当?中|来?看|里)，?$")
"""What shares are of: 全县信访总量中, 从信访构成看."""
_SHARE = lazy(r"占比?[\u4e00-\u9fff]{0,6}$")
_FAR = 80  # characters before a number within which its labels stand
_FEWEST = 2
_FEWEST_CLAUSES = 3  # two clauses alike are often chance
_LONGEST_LABEL = 12
_NO_THING = lazy(r"[由将把对比的占了在于从]|^我们?$|要求|用于|其中")
"""What makes more of what stands beside years than the name of what is counted."""
_NO_WHOLE = lazy(r"^[其这那对]|过程|要求|[的了把将]")
"""What makes of a clause before shares more than the name of their whole."""
Place = tuple[int, int]
# What makes more of a label than a name: 用于科技, 文化事业的支出.
_NO_NAME = lazy(r"[由将把对比的占]|要求|用于|其中|年中$|^我们?$")


def series(reading: Reading) -> tuple[Series, ...]:
    """Return the comparisons of a speech."""
    found: list[Series] = []
    for _, clauses in reading.prose():
        for at, clause in enumerate(clauses):
            places = numbers(clause.passage.text)
            if len(places) >= _FEWEST:
                found += (_of_a_whole(one, clauses, at) for one in _each(clause, places))
                found += _from_to(clause, places)
        found += _alike(clauses)
    return tuple(found)


def _each(clause: Clause, places: Sequence[Number]) -> Iterator[Series]:
    """甲、乙、丙分别增长1%、2%、3%: as many labels as values."""
    text = clause.passage.text
    for first, number in enumerate(places):
        start = max(number.start - _FAR, 0)
        if text.find("分别", start, number.start) < 0:
            continue
        start = max(start, *(text.rfind(mark, start, number.start) + 1 for mark in "，；：。"))
        found = _EACH.match(text, start, number.start)
        if not found:
            continue
        run = _run(text, places[first:])
        labels, thing = _labels(text, *found.span("labels"))
        if len(labels) != len(run) or len(run) < _FEWEST or not _one_unit(text, run):
            continue
        verb = found.span("verb") if found["verb"].strip("为达到是") else thing
        yield _made(clause, verb, labels, run)


def _run(text: str, places: Sequence[Number]) -> list[Number]:
    """The figures that stand side by side, parted by 、 and 和 only."""
    run = [places[0]]
    for number in places[1:]:
        if not _BETWEEN.fullmatch(text[run[-1].end : number.start]):
            break
        run.append(number)
    return run


def _labels(text: str, start: int, end: int) -> tuple[list[Place], Place | None]:
    """The names of a list, with their places, and of years what is counted; none where one is no name."""
    labels: list[Place] = []
    for piece in _PARTED.split(text[start:end]):
        labels.append((start, start + len(piece)))
        start += len(piece) + 1
    of_years = _years(text, labels)
    if of_years is not None:
        return of_years
    named = all(
        0 < b - a <= _LONGEST_LABEL and not _NO_NAME.search(text[a:b].removesuffix("的")) for a, b in labels
    )
    return (labels if named else []), None


def _years(text: str, pieces: Sequence[Place]) -> tuple[list[Place], Place | None] | None:
    """The years of a list, and what stands before its first or behind its last one; None for no years."""
    if len(pieces) < _FEWEST:
        return None
    before = _FIRST_YEAR.fullmatch(text, *pieces[0])
    behind = _LAST_YEAR.fullmatch(text, *pieces[-1])
    between = [_LAST_YEAR.fullmatch(text, *piece) for piece in pieces[1:-1]]
    if not before or not behind or not all(one and not one["thing"] for one in between):
        return None
    found = (one for one in (behind, before) if one["thing"] and not _NO_THING.search(one["thing"]))
    things = [one.span("thing") for one in found]
    labels = [one.span("label") for one in (before, *between, behind) if one]
    return labels, things[0] if things else None


def _from_to(clause: Clause, places: Sequence[Number]) -> Iterator[Series]:
    """贫困人口从2012年的9899万人减到2019年的551万人: both ends with their year."""
    text = clause.passage.text
    for first, second in pairwise(places):
        opening = _FROM.search(text, max(first.start - _FAR, 0), first.start)
        closing = _TO.match(text[first.end : second.start])
        if opening and closing and _one_unit(text, [first, second]):
            base = first.end
            labels = [
                opening.span("label"),
                (base + closing.start("label"), base + closing.end("label")),
            ]
            title = opening.span("title") if opening["title"] else None
            yield _made(clause, title, labels, [first, second])


def _alike(clauses: Sequence[Clause]) -> Iterator[Series]:
    """Clauses side by side that differ in name and number only."""
    rows = [(clause, *_row(clause)) for clause in clauses]
    for verb, group in groupby(rows, key=lambda row: row[1]):
        run = list(group)
        if verb and len(run) >= _FEWEST_CLAUSES:
            made = _of_rows([(clause, label, number) for clause, _, label, number in run if label and number])
            yield _of_a_whole(made, clauses, clauses.index(run[0][0]))


def _row(clause: Clause) -> tuple[str, tuple[int, int] | None, Number | None]:
    """What a clause says (verb and unit), of what, and its number; an empty text for any other clause."""
    text = clause.passage.text
    places = numbers(text)
    found = _PARALLEL.match(text[: places[0].start]) if len(places) == 1 else None
    unit = text[places[0].unit : places[0].end] if found else ""
    if not found or not unit or text[places[0].end :].strip() or _NO_NAME.search(found["label"]):
        return "", None, None
    return f"{found['verb']} {unit}", found.span("label"), places[0]


def _of_rows(rows: Sequence[tuple[Clause, tuple[int, int], Number]]) -> Series:
    points = tuple(SeriesPoint(_words(c, *label), _words(c, n.start, n.middle)) for c, label, n in rows)
    clause, label, number = rows[0]
    title = _words(clause, label[1], number.start)
    unit = _words(clause, number.unit, number.end)
    return Series(title, points, unit, excerpt([clause for clause, _, _ in rows]))


def _of_a_whole(made: Series, clauses: Sequence[Clause], at: int) -> Series:
    """A series of shares under what the clause before its own says that they are shares of."""
    if not at or made.title is None or not _SHARE.fullmatch(made.title.text):
        return made
    before = clauses[at - 1]
    found = _WHOLE.match(before.passage.text)
    whole = found.span("whole") if found and not _NO_WHOLE.search(found["whole"]) else None
    return replace(made, title=_words(before, *whole)) if whole else made


def _one_unit(text: str, run: Sequence[Number]) -> bool:
    units = {text[number.unit : number.end] for number in run}
    return len(units) == 1 and "" not in units


def _made(
    clause: Clause, title: tuple[int, int] | None, labels: Sequence[tuple[int, int]], run: Sequence[Number]
) -> Series:
    pairs = zip(labels, run, strict=True)
    points = tuple(
        SeriesPoint(_words(clause, *label), _words(clause, n.start, n.middle)) for label, n in pairs
    )
    unit = _words(clause, run[0].unit, run[0].end)
    return Series(_words(clause, *title) if title else None, points, unit, excerpt([clause]))


def _words(clause: Clause, start: int, end: int) -> Passage:
    base = clause.passage.span.start
    return Passage(clause.passage.text[start:end], Span(base + start, base + end))
