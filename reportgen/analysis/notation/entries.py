"""The entries of an edited brief's lists: lines, measures, terms, figures, series."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from typing import Any, TypeVar

from reportgen.analysis.brief import Excerpt, Figure, Goal, Kind, Line, Measure, Series, SeriesPoint, Term
from reportgen.analysis.notation import names
from reportgen.analysis.notation.cells import Cell
from reportgen.analysis.notation.faults import brief_form
from reportgen.analysis.notation.filled import Filling
from reportgen.analysis.notation.finding import Words
from reportgen.analysis.notation.keys import AROUND, STATED
from reportgen.analysis.notation.spans import read_number, read_spans
from reportgen.analysis.roles import Role
from reportgen.outline import reading_text
from reportgen.source import Passage, Span

T = TypeVar("T")
_KINDS = {word: kind for kind, word in names.KINDS.items()}
_ROLES = {word: role for role, word in names.ROLES.items()}
_BIG = {names.YES: names.YES, "否": ""}
_OF_FIGURE = (names.MEASURE_WORD, *AROUND.values(), names.ROLE, names.BIG, names.CONTEXT)
_VERBATIM = "这里须照原文写；请改回原文的字，或删去这一条"


@dataclass(frozen=True, slots=True)
class WrittenEntry:
    """An entry as it was written: its main text, its places, and its other fields."""

    cell: Cell
    text: str
    spans: tuple[Span, ...]
    fields: dict[str, Cell]


class Entries:
    """Reads entries, with the speech at hand to tell whose words they hold."""

    def __init__(self, words: Words, before: Words | None = None, filling: Filling | None = None) -> None:
        """Take the words of the speech; where its masks are filled, those before too: places are theirs."""
        self.words = words
        self._before = before or words
        self._filling = filling

    def entry(self, cell: Cell, main: str = names.TEXT, others: Sequence[str] = ()) -> WrittenEntry:
        """Return an entry: a mapping with `main`, 位置 and `others`, or a bare text.

        Raises:
            BriefError: it is neither, has a key that is not among them, or says places that are not there.
        """
        if cell.is_text:
            return WrittenEntry(cell, *self._filled(cell.text(), ()), {})
        fields = cell.fields((main, names.PLACE, *others))
        text = fields[main].text() if main in fields else ""
        place = fields.get(names.PLACE)
        spans = read_spans(place, self._before.length) if place else ()
        return WrittenEntry(cell, *self._filled(text, spans), fields)

    def text(self, cell: Cell | None) -> str:
        """Return a text that has no place of its own; empty where nothing stands there."""
        return self._filled(cell.text(), ())[0] if cell else ""

    def offset(self, cell: Cell) -> int:
        """Return the offset that a cell says."""
        offset = read_number(cell)
        return self._filling.offset(offset) if self._filling else offset

    def _filled(self, text: str, spans: tuple[Span, ...]) -> tuple[str, tuple[Span, ...]]:
        """A text and its places in the speech as it is now; whole clauses of the speech need say no place."""
        if self._filling is None:
            return text, spans
        found = None if spans else self._before.line(text, ())
        known = found.spans if isinstance(found, Excerpt) else spans
        return self._filling.text(text, known), tuple(map(self._filling.span, spans))

    def line(self, cell: Cell | None) -> Line | None:
        """Return a line, or None where nothing stands there."""
        if cell is None:
            return None
        entry = self.entry(cell)
        return self.words.line(entry.text, entry.spans)

    def stated(self, cell: Cell | None) -> Line | None:
        """Return a line that is the speaker's only where its place says so, whatever else the speech says.

        That a speech names an office somewhere does not make it the owner of a task.
        """
        if cell is None:
            return None
        entry = self.entry(cell)
        return self.words.stated(entry.text, entry.spans) or self.words.editorial(entry.text)

    def all_stated(self, entry: WrittenEntry) -> dict[str, Line | None]:
        """Return who and when, as far as an entry says it, by field of `Measure`."""
        return {name: self.stated(entry.fields.get(key)) for name, key in STATED.items()}

    def lines(self, cell: Cell | None) -> tuple[Line, ...]:
        """Return the lines of a list; an entry without words is gone."""
        found = (self.line(item) for item in (cell.items() if cell else ()))
        return tuple(line for line in found if line is not None)

    def goals(self, cell: Cell | None) -> tuple[Goal, ...]:
        """Return the goals of a list."""
        return tuple(map(Goal, self.lines(cell)))

    def measures(self, cell: Cell | None) -> tuple[Measure, ...]:
        """Return the measures of a list."""
        return tuple(self._measures(cell.items() if cell else ()))

    def _measures(self, cells: Sequence[Cell]) -> Iterator[Measure]:
        for cell in cells:
            entry = self.entry(cell, others=(names.KIND, *STATED.values()))
            line = self.words.line(entry.text, entry.spans)
            if line is not None:
                yield Measure(
                    line,
                    _one_of(_KINDS, entry.fields.get(names.KIND), "性质", Kind.TODO),
                    **self.all_stated(entry),
                )

    def terms(self, cell: Cell | None) -> tuple[Term, ...]:
        """Return the terms of a list; each is a phrase of the speech."""
        return tuple(self._terms(cell.items() if cell else ()))

    def _terms(self, cells: Sequence[Cell]) -> Iterator[Term]:
        for cell in cells:
            entry = self.entry(cell, names.TERM, (names.CONTEXT,))
            if entry.text or entry.fields.get(names.CONTEXT):
                text = self._verbatim(entry, names.TERM, entry.text)
                context = self.line(entry.fields.get(names.CONTEXT)) or self.words.around(text)
                yield Term(text, context, *self.words.meaning(text))

    def figures(self, cell: Cell | None) -> tuple[Figure, ...]:
        """Return the figures of a list; each stands in the speech."""
        return tuple(self._figures(cell.items() if cell else ()))

    def _figures(self, cells: Sequence[Cell]) -> Iterator[Figure]:
        for cell in cells:
            entry = self.entry(cell, names.VALUE, _OF_FIGURE)
            of = entry.fields.get(names.MEASURE_WORD)
            unit = self.text(of)
            if entry.text or unit:
                value, counted = self._number(entry, unit)
                clause = self.line(entry.fields.get(names.CONTEXT)) or self.words.around(value)
                yield Figure(value, counted, clause, **self._said_of(entry.fields))

    def _said_of(self, fields: dict[str, Cell]) -> dict[str, Any]:
        """What is said of a figure, by field: what stands around it, its role, whether it is big."""
        return {
            **{name: self._words(fields.get(key)) for name, key in AROUND.items()},
            "role": _one_of(_ROLES, fields.get(names.ROLE), "作用", Role.SCALE),
            "is_big": _one_of(_BIG, fields.get(names.BIG), "写法", "") == names.YES,
        }

    def series(self, cell: Cell | None) -> tuple[Series, ...]:
        """Return the comparisons of a list; each stands in the speech."""
        return tuple(self._series(cell.items() if cell else ()))

    def _series(self, cells: Sequence[Cell]) -> Iterator[Series]:
        for cell in cells:
            entry = self.entry(cell, names.SUBJECT, (names.MEASURE_WORD, names.VALUES, names.CONTEXT))
            unit = self._words(entry.fields.get(names.MEASURE_WORD))
            values = entry.fields.get(names.VALUES)
            points = tuple(self._points(values.items() if values else ()))
            if points and unit is None:
                raise cell.fault("这一条没有写单位", "请写上“单位”，或把整条删去")
            if points and unit:
                title = self._verbatim(entry, names.SUBJECT, entry.text) if entry.text else None
                context = self.line(entry.fields.get(names.CONTEXT)) or self.words.around(points[0].value)
                yield Series(title, points, unit, context)

    def _points(self, cells: Sequence[Cell]) -> Iterator[SeriesPoint]:
        for cell in cells:
            entry = self.entry(cell, names.NAME, (names.VALUE,))
            of = entry.fields.get(names.VALUE)
            if entry.text and of:
                label, value = self._pair(entry, self.text(of))
                yield SeriesPoint(label, value)

    def _pair(self, entry: WrittenEntry, value: str) -> tuple[Passage, Passage]:
        """A label and its value: where their places say, else wherever the speech has them."""
        found = self.words.passages(entry.spans)
        if [passage.text for passage in found] == [entry.text, value]:
            return found[0], found[1]
        label = self._verbatim(entry, names.NAME, entry.text)
        return label, self._verbatim(entry, names.VALUE, value)

    def _words(self, cell: Cell | None) -> Passage | None:
        """Words of the speech behind a key; None where nothing stands there."""
        if cell is None:
            return None
        entry = self.entry(cell)
        return self._verbatim(entry, names.TEXT, entry.text) if entry.text else None

    def _number(self, entry: WrittenEntry, unit: str) -> tuple[Passage, Passage | None]:
        found = self.words.passages(entry.spans)
        if [passage.text for passage in found] == [entry.text, *([unit] if unit else [])]:
            return found[0], found[1] if unit else None
        whole = self._verbatim(entry, names.VALUE, entry.text + unit)
        middle = whole.span.start + len(entry.text)
        value, counted = self.words.passages([Span(whole.span.start, middle), Span(middle, whole.span.end)])
        return value, counted if unit else None

    def _verbatim(self, entry: WrittenEntry, name: str, text: str) -> Passage:
        """The place of words that must be the speech's."""
        found = self.words.passages(entry.spans)
        if len(found) == 1 and text in {found[0].text, reading_text(found[0])}:
            return found[0]
        passage = self.words.phrase(text, entry.spans[0].start if entry.spans else 0)
        if passage is None:
            cell = entry.fields.get(name, entry.cell)
            raise cell.fault(f"{name}“{brief_form(text)}”在原文里找不到", _VERBATIM)
        return passage


def _one_of(words: Mapping[str, T], cell: Cell | None, what: str, otherwise: T) -> T:
    """What the word of a cell stands for; `otherwise` where nothing stands there."""
    if cell is None or cell.is_empty:
        return otherwise
    word = cell.value().strip()
    if word not in words:
        raise cell.fault(f"不认识的{what}“{brief_form(word)}”", f"可写：{'、'.join(words)}")
    return words[word]
