"""The slides between front and back: what each section says, chosen by weight."""

from __future__ import annotations

from collections import Counter
from dataclasses import dataclass, replace
from typing import TYPE_CHECKING

from reportgen.analysis.statements import says_something, weightiest_run
from reportgen.planning.deck import words
from reportgen.planning.deck.cards import Cards
from reportgen.planning.deck.choosing import Picked, choose, is_hollow
from reportgen.planning.deck.forms import special
from reportgen.planning.deck.frame import head
from reportgen.planning.deck.frames import Frame, Kind, frames, halved, in_rows, units, whole
from reportgen.planning.deck.listing import Listing
from reportgen.planning.deck.paging import paged
from reportgen.planning.deck.panel import Panel
from reportgen.planning.deck.slides import Slide
from reportgen.planning.deck.topics import once, untold
from reportgen.planning.wording import ABSTRACT, sections_called, shown

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Sequence

    from reportgen.analysis import Brief
    from reportgen.planning.deck.slides import Layouts
    from reportgen.planning.deck.special import Special
    from reportgen.planning.deck.topics import Topic

_LONGEST_TITLE = 20
"""Characters of a line that a slide without a heading of its own is called by."""
_SHORTEST_TITLE = 5
_FULL_CARDS = 0.5
"""Share of the cards' area that all their lines must be able to take."""
_LINES, _LINES_IN_FULL = 2, 6
"""Lines of a slide that a line of the speech takes at most."""


@dataclass(frozen=True, slots=True)
class Filled:
    """A frame with the lines chosen for it, or the form that its point asks for."""

    frame: Frame
    picked: Picked
    special: Special | None = None

    @property
    def said(self) -> tuple[str, ...]:
        """The lines of the speech that stand on it."""
        chosen = tuple(one.text for said in self.picked.values() for one in said)
        return (*chosen, *(self.special.said if self.special else ()))


class Body:
    """The slides of all sections, or of a speech that has none."""

    def __init__(self, brief: Brief, title: str, layouts: Layouts) -> None:
        """Take what the speech says, its title and the layouts of the template."""
        self._brief, self._title, self._layouts = brief, title, layouts
        self._cards = Cards(layouts)

    def chosen(self, found: Sequence[Topic], slides: int, budget: float) -> tuple[Filled, ...]:
        """Return the slides of some sections.

        Args:
            found: the sections.
            slides: how many slides they should have.
            budget: the characters that their lines may have.
        """
        filled = self._tried(found, slides, budget)
        while slides > 1 and (spare := _spare(filled)):
            # There is not enough to say for so many slides; what a few less leave may fill the others.
            slides = min(slides, len(filled)) - max(spare // 2, 1)
            filled = self._tried(found, slides, budget)
        return _numbered(one for one in filled if one.said or one.frame.kind is not Kind.LIST)

    def _tried(self, found: Sequence[Topic], slides: int, budget: float) -> tuple[Filled, ...]:
        """About so many slides, some of which may turn out to have nothing to say."""
        made = [
            self._named(self._variant(one))
            for frame in frames(found, slides)
            for one in self._that_fit(frame)
        ]
        forms = [self._form(frame, made) for frame in made]
        free = [frame for frame, form in zip(made, forms, strict=True) if form is None]
        left = budget - sum(len(text) for form in forms if form for text in form.said)
        picked = iter(choose(free, self._fill(_LINES), left))
        return tuple(
            Filled(_headed(frame), {}, form) if form else Filled(frame, next(picked))
            for frame, form in zip(made, forms, strict=True)
        )

    def everything(self, found: Sequence[Topic]) -> tuple[Filled, ...]:
        """Return the slides of some sections with all that they say, a point's own form first."""
        out: list[Filled] = []
        fill = self._fill(_LINES_IN_FULL)
        number = 1
        for unit in units([one for one in once(found) if one.heading or one.sayings]):
            forms = [
                (one, point, form) for one in unit for point in one.below if (form := self._special(point))
            ]
            told = [text for *_, form in forms for text in form.said]
            rest = untold(unit, told, wholly=True)
            if len(unit) == 1 and (form := self._whole(unit[0])):
                out.append(Filled(_headed(whole(unit, number)), {}, form))
                number += 1
                continue
            out += [Filled(frame, picked) for frame, picked in paged(whole(rest, number), fill)]
            for section, point, form in forms:
                at = number + unit.index(section)
                out.append(Filled(_of_point(section, point, at), {}, form))
            number += len(unit)
        return _numbered(out)

    def _that_fit(self, frame: Frame) -> Iterator[Frame]:
        """A panel as it is, or as several where the headings of its points alone have no room on it."""
        if frame.kind is not Kind.PANEL or len(frame.rows) == 1 or self._fill(_LINES)(frame, {}) <= 1.0:
            yield frame
        else:
            for half in halved(frame):
                yield from self._that_fit(half)

    def _variant(self, frame: Frame) -> Frame:
        """Cards where their points fill them, else the same lines in rows: half-empty ones look forgotten."""
        if frame.kind is not Kind.CARDS:
            return frame
        fill = self._fill(_LINES)
        (picked,) = choose([frame], fill, 0.0, enough=1.0)
        return frame if fill(frame, picked) >= _FULL_CARDS else in_rows(frame)

    def _form(self, frame: Frame, all_frames: Sequence[Frame]) -> Special | None:
        """The form that a point or section with one slide of its own asks for; none for one of several."""
        if len(frame.topics) != 1 or not frame.topics[0].heading:
            return None
        if frame.kind is Kind.PANEL:
            alone = sum(one.number <= frame.number <= one.last for one in all_frames) == 1
        else:
            alone = sum(one.title == frame.title for one in all_frames) == 1
        return self._special(frame.topics[0]) if alone else None

    def _whole(self, section: Topic) -> Special | None:
        """The form that a section without points asks for, where it leaves nothing unsaid."""
        form = self._special(section) if section.heading and not section.below else None
        said = form.said if form else ()
        return form if all(any(one.text in text for text in said) for one in section.sayings) else None

    def _special(self, topic: Topic) -> Special | None:
        return special(topic, self._brief, self._layouts)

    def _panel(self, lines: int) -> Panel:
        return Panel(self._layouts, lines)

    def _fill(self, lines: int) -> _Measured:
        return _Measured(self._panel(lines), Listing(self._layouts, lines), self._cards)

    def _named(self, frame: Frame) -> Frame:
        """A frame that has no heading is called by a short line of its own, which it does not say again."""
        if frame.title or frame.kind is not Kind.LIST:
            return frame
        for one in sorted(frame.pool, key=lambda one: -one.worth):
            line = weightiest_run(one.line, _LONGEST_TITLE, self._brief.weights)
            if line is not None and len(line.text) >= _SHORTEST_TITLE and says_something(line):
                return _without(replace(frame, title=shown(line)), shown(line))
        return replace(frame, title=frame.note or ABSTRACT)

    def slides(self, filled: Sequence[Filled], sections: int) -> Iterator[Slide]:
        """Yield the slides.

        Args:
            filled: what they say.
            sections: how many sections the speech has.
        """
        for one in filled:
            slide = self._laid_out(one, sections)
            yield replace(
                slide, footer=self._footer(one.frame), notes=self._notes(one), section=self._part(one.frame)
            )

    def _laid_out(self, one: Filled, sections: int) -> Slide:
        frame, picked = one.frame, one.picked
        if one.special is not None:
            top = head(self._layouts, one.special.layout, frame.title, frame.note, page=frame.page)
            return Slide(one.special.layout, (*top, *one.special.fills), one.special.accents)
        if frame.kind is Kind.PANEL:
            return Slide("section", *self._panel(_LINES_IN_FULL).fills(frame, picked, sections))
        if frame.kind is Kind.CARDS:
            name = self._cards.layout(frame)
            top = head(self._layouts, name, frame.title, frame.note, page=frame.page)
            return Slide(name, (*top, *self._cards.fills(frame, picked)))
        fills, accents = Listing(self._layouts, _LINES).fills(picked)
        top = head(self._layouts, "list", frame.title, frame.note, page=frame.page)
        return Slide("list", (*top, *fills), accents)

    def _footer(self, frame: Frame) -> str:
        if frame.kind is Kind.PANEL:
            return ""
        return sections_called(frame.number, frame.last) if self._brief.parts else self._title

    def _part(self, frame: Frame) -> str:
        """The part of the file that a slide stands in."""
        return sections_called(frame.number, frame.last) if self._brief.parts else ""

    def _notes(self, one: Filled) -> tuple[str, ...]:
        parts = [topic.part for topic in one.frame.topics if topic.part]
        nodes = [below.node for part in parts for below in part.walk()]
        if nodes:
            return words.notes(nodes, self._brief)
        pool = [
            said.line for said in (*one.frame.pool, *(said for row in one.picked.values() for said in row))
        ]
        return words.places(self._brief, sorted(pool, key=_place))


@dataclass(frozen=True, slots=True)
class _Measured:
    """How full a frame is, as its layout has it."""

    panel: Panel
    listing: Listing
    cards: Cards

    def __call__(self, frame: Frame, picked: Picked) -> float:
        if frame.kind is Kind.PANEL:
            return self.panel.fill(frame, picked)
        return (self.cards if frame.kind is Kind.CARDS else self.listing).fill(frame, picked)


def _spare(filled: Sequence[Filled]) -> int:
    """How many slides turn out to say nothing or one line, and are not the only one of their section."""
    count = done = 0
    for one in filled:
        goes_on = one.frame.kind is not Kind.PANEL or one.frame.last <= done
        count += goes_on and one.special is None and is_hollow(one.frame, one.picked)
        done = max(done, one.frame.last)
    return count


def _numbered(filled: Iterable[Filled]) -> tuple[Filled, ...]:
    """The slides, those of one title counted: each is called by a name of its own."""
    seen: Counter[str] = Counter()
    out: list[Filled] = []
    for one in filled:
        title = one.frame.title or sections_called(one.frame.number, one.frame.last)
        out.append(replace(one, frame=replace(one.frame, page=seen[title])))
        seen[title] += 1
    return tuple(out)


def _headed(frame: Frame) -> Frame:
    """A frame under its heading: that is all of a section's panel that another form leaves of it."""
    if frame.kind is not Kind.PANEL:
        return frame
    note = sections_called(frame.number, frame.last)
    return replace(frame, kind=Kind.LIST, title=frame.topics[0].heading, note=note)


def _of_point(section: Topic, point: Topic, number: int) -> Frame:
    return Frame(
        Kind.LIST, point.short, "", point.marker, (), (), section.short, (point,), number=number, last=number
    )


def _without(frame: Frame, text: str) -> Frame:
    """A frame without the lines that say what its title says."""
    rows = tuple(
        replace(row, pool=tuple(one for one in row.pool if text not in one.text)) for row in frame.rows
    )
    return replace(frame, rows=rows)


def _place(line: object) -> int:
    return getattr(line, "start", 0)
