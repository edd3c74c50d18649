"""What is printed about the occasion: made printable once, for handout, deck, checklist and check.

What the user states wins over what the text says, and is printed as it was given. What stands in the head of
the text is printed without the dress that a head has: line breaks, blanks, brackets around all of it.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from reportgen.analysis import Facts
from reportgen.outline import reading_text
from reportgen.planning.wording import occasion, unbracketed
from reportgen.source import MARK

if TYPE_CHECKING:
    from reportgen.outline import Document
    from reportgen.source import Passage

__all__ = ["Facts", "Imprint"]

# Characters a minute of a speech read from paper; the usual working value is 220 to 260.
_PACE = 240
_POINTS = 2  # level of the headings that stand under sections
_SPEAKERS = {"讲话": "讲话人", "发言": "发言人", "报告": "报告人", "致辞": "致辞人", "主持词": "主持人"}


@dataclass(frozen=True, slots=True)
class Imprint:
    """The occasion as it is printed; an empty text prints nothing, and no label.

    `title` is on one line, `title_lines` in lines as the speech has it, `own_title_lines` the speech's own
    whatever title was given. `subtitle`, `byline` and `date_line` are lines of the head as they stand there;
    `speaker`, `unit` and `date` say who, whose and when. `meeting` is what title or subtitle name,
    `speaker_label` what a text of this genre calls who speaks, `extent` how long it is:
    ``2384 字 · 4 部分 · 12 要点 · 约 10 分钟``.
    """

    title: str
    title_lines: tuple[str, ...]
    own_title_lines: tuple[str, ...]
    subtitle: str
    byline: str
    date_line: str
    meeting: str
    speaker: str
    unit: str
    date: str
    speaker_label: str
    extent: str

    @classmethod
    def of(cls, document: Document, facts: Facts) -> Imprint:
        """Return what is printed of a speech.

        Args:
            document: the speech; one without a title goes by the name of its file.
            facts: what the user stated; absent ones are taken from the speech.
        """
        subtitle, byline, date_line = map(_line, (document.subtitle, document.byline, document.date))
        title = facts.title or document.title_text or document.source.stem
        own = tuple(line.text.replace(MARK, "") for line in document.title) or (title,)
        meetings = map(occasion, (title, subtitle.strip("—")))
        return cls(
            title=title,
            title_lines=(title,) if facts.title else own,
            own_title_lines=own,
            subtitle=subtitle,
            byline=byline,
            date_line=date_line,
            meeting=next(filter(None, meetings), ""),
            speaker=facts.speaker or unbracketed(byline),
            unit=facts.unit or "",
            date=facts.date or unbracketed(date_line),
            speaker_label=_SPEAKERS.get(document.genre, "讲话人"),
            extent=_extent(document),
        )

    @property
    def basis(self) -> tuple[str, ...]:
        """Which speech something follows and, where known, whose and when."""
        return tuple(filter(None, (self.title, self.unit, self.speaker, self.date)))

    @property
    def rows(self) -> tuple[tuple[str, str], ...]:
        """Labels and values of all that is printed as a table; a value may be empty."""
        return (
            ("会议名称", self.meeting),
            (self.speaker_label, self.speaker.lstrip("—")),
            ("单位", self.unit),
            ("日期", self.date),
            ("原文篇幅", self.extent),
        )


def _line(passage: Passage | None) -> str:
    """A line of the head on one line."""
    return "".join(reading_text(passage).split("\n")).strip() if passage else ""


def _extent(document: Document) -> str:
    length = len("".join(document.source.text.replace(MARK, "").split()))
    points = sum(1 for node in document.walk() if node.level == _POINTS)
    counts = ((length, "字"), (len(document.nodes), "部分"), (points, "要点"))
    parts = [f"{number} {unit}" for number, unit in counts if number]
    return " · ".join([*parts, f"约 {max(1, round(length / _PACE))} 分钟"])
