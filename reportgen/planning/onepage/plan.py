"""一页纸: the whole of a speech on one A4 page, whatever its length.

What is too long is set tighter; then measures go, the lightest first, then points. The headings of the first
level stay (`heads`). A speech without sections shows its weightiest sentences, a paragraph of it a row.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from itertools import groupby
from typing import TYPE_CHECKING

from reportgen.analysis import Excerpt
from reportgen.analysis.segmentation import Vocabulary
from reportgen.planning.facts import Facts, Imprint
from reportgen.planning.handout.choosing import Ranking, Section, Sort, sections_of
from reportgen.planning.handout.front import full_stop
from reportgen.planning.handout.headings import is_long_title, title_lines
from reportgen.planning.handout.parts import Density
from reportgen.planning.handout.sheet import Face, Frame, Grid, Sheet, suffix
from reportgen.planning.length import Degree
from reportgen.planning.markers import marked
from reportgen.planning.onepage.heads import heads_height, with_heads
from reportgen.planning.onepage.parts import OnePage, PagePoint, PageSection
from reportgen.planning.places import Places
from reportgen.planning.wording import parted_heading, shown

if TYPE_CHECKING:
    from reportgen.analysis import Brief, Line

_SPARE = 16.0  # pt kept free, for what another renderer measures differently, and two lines of 1 pt
_OPENING = 2.5  # pt above a section: its rule, and more room below that than above the next
_RULE = 0.5  # pt below a line to write on
_FEWEST_LINES, _MOST_LINES = 3, 6  # to write on
_ENDS = "。；;，"


def _graded(name: str, *faces: Face) -> dict[str, Face]:
    return {name + mark: face for mark, face in zip(map(suffix, Density), faces, strict=True)}


PAGE = Sheet(
    width=460.3,
    height=731.9,
    tasks_height=731.9,
    faces={
        "Title": Face(19.5, 27),
        "TitleLong": Face(15, 21),
        **_graded("PageThesis", Face(13.5, 21, 9), Face(12, 18, 7), Face(11, 16.5, 6), Face(10.5, 15, 5)),
        **_graded("PageSection", Face(12, 17), Face(11, 15), Face(10, 13.25), Face(9, 11.5)),
        **_graded("PageTail", Face(10, 14), Face(9, 12.5), Face(8.5, 11.5), Face(8, 10.5)),
        **_graded("PagePoint", Face(11, 16), Face(10, 14), Face(9.5, 12.75), Face(9, 11.5)),
        **_graded(
            "PageHeading", Face(12, 17, 8, 2), Face(11, 15, 6, 2), Face(10.5, 14, 5, 1), Face(10, 13, 4, 1)
        ),
        **_graded("PageHead", Face(11, 15, 0, 2), Face(10, 13, 0, 1.5), Face(8.5, 11, 0, 1), Face(7.5, 9.5)),
        "PageLine": Face(10.5, 24),
    },
    tables={"sections": Grid({"heading": 115.0, "points": 345.3}, sides=6.0, ends=6.0, rule=0.0)},
    frame=Frame(28.0, 12.0),
)
"""Page, styles and table of the shipped template, in pt."""


def plan_onepage(brief: Brief, facts: Facts, sheet: Sheet = PAGE) -> OnePage:
    """Lay out the one page.

    Args:
        brief: what the speech says.
        facts: what the user knows; wins over the text.
        sheet: page and styles to measure with.
    """
    sheet = replace(sheet, vocabulary=Vocabulary.of(brief.terms))
    places = Places.of(brief.document)
    ranking = Ranking.of(tuple(_kept(brief)))
    bare = _bare(brief, facts, sheet)

    def laid_out(count: int, density: Density) -> OnePage:
        sections = tuple(_sections(ranking.best(count), places))
        return replace(bare, sections=sections, density=density)

    # A page is filled with type of one size: the largest that lets every point stand with its first measure.
    density = next((one for one in Density if _fits(laid_out(ranking.first, one), sheet)), Density.FINE)
    least, most = 0, len(ranking.ranks)
    while least < most:
        middle = (least + most + 1) // 2
        if _fits(laid_out(middle, density), sheet):
            least = middle
        else:
            most = middle - 1
    page = _fitted(laid_out(least, density), sheet)
    room = sheet.height - _SPARE - height(page, sheet)
    more = max(int(room // (sheet.face("PageLine").line + _RULE)), 0)
    return replace(page, lines=("",) * min(len(page.lines) + more, _MOST_LINES))


def _fitted(page: OnePage, sheet: Sheet) -> OnePage:
    """The page where even headings alone are too high: without lines, then with headings in columns."""
    if _fits(page, sheet):
        return page
    bare = replace(page, lines=())
    if _fits(bare, sheet):
        return bare
    texts = [_whole(one) for one in page.sections]
    return with_heads(bare, texts, lambda one: _fits(one, sheet))


def _whole(section: PageSection) -> str:
    """A heading on one line; what follows its first clause may stand at the right."""
    return "，".join(filter(None, (section.heading, section.tail, *(one.text for one in section.points))))


def _bare(brief: Brief, facts: Facts, sheet: Sheet) -> OnePage:
    imprint = Imprint.of(brief.document, facts)
    lines = title_lines(imprint.title_lines, sheet)
    return OnePage(
        title="\n".join(lines),
        title_plain="".join(lines),
        long_title=is_long_title(lines, sheet),
        thesis=full_stop(shown(brief.thesis)) if brief.thesis else "",
        sections=(),
        lines=("",) * _FEWEST_LINES,
        density=Density.NORMAL,
    )


def _kept(brief: Brief) -> Iterator[Section]:
    """The sections as one page shows them: their own words and their points, no goals, nothing deeper."""
    for section in sections_of(brief, Degree.STANDARD):
        part = section.part
        if part is None and brief.parts:
            continue
        below = part.parts if part else ()
        points = [point for point in section.points if point.part is None or point.part in below]
        said = (
            replace(point, items=tuple(one for one in point.items if one.sort is Sort.SAID))
            for point in points
        )
        yield replace(section, points=tuple(said))


def _sections(sections: tuple[Section, ...], places: Places) -> Iterator[PageSection]:
    for section in sections:
        told = [point for point in section.points if point.items or point.part]
        if section.part is None:
            lines = [one.line for point in told for one in point.items]
            for _, group in groupby(
                lines, key=lambda line: places.number(line.start) if isinstance(line, Excerpt) else 0
            ):
                own = list(group)
                yield PageSection(places.short(own), points=(PagePoint("", _joined(own)),))
            continue
        heading, tail = parted_heading(shown(section.part.heading))
        points = (
            PagePoint(
                full_stop(marked(point.part.marker, shown(point.part.heading))) if point.part else "",
                _joined([one.line for one in point.items]),
            )
            for point in told
        )
        row = PageSection(marked(section.part.marker, heading), tail, tuple(points))
        # Beside nothing the rest of a heading has more room at the right.
        yield row if row.points or not tail else replace(row, tail="", points=(PagePoint("", tail),))


def _joined(lines: list[Line]) -> str:
    return full_stop("；".join(shown(line).rstrip(_ENDS) for line in lines))


def _fits(page: OnePage, sheet: Sheet) -> bool:
    return height(page, sheet) <= sheet.height - _SPARE


def height(page: OnePage, sheet: Sheet) -> float:
    """Return the height of the page in pt."""
    title = sheet.face("TitleLong" if page.long_title else "Title")
    total = title.before + title.line * (page.title.count("\n") + 1) + title.after
    if page.thesis:
        thesis = sheet.face("PageThesis", page.density)
        total += thesis.height(page.thesis, sheet.width - sheet.frame.sides - 2) + sheet.frame.ends
    total += sum(_height(section, page.density, sheet) for section in page.sections)
    total += heads_height(page, sheet)
    heading = sheet.face("PageHeading", page.density)
    total += heading.before + heading.line + heading.after
    return total + len(page.lines) * (sheet.face("PageLine").line + _RULE)


def _height(section: PageSection, density: Density, sheet: Sheet) -> float:
    grid = sheet.tables["sections"]
    left = sheet.face("PageSection", density).height(section.heading, grid.room("heading"))
    if section.tail:
        left += sheet.face("PageTail", density).height(section.tail, grid.room("heading"))
    face = sheet.face("PagePoint", density)
    right = sum(face.height(point.heading + point.text, grid.room("points")) for point in section.points)
    return grid.row(1, max(left, right, face.line)) + _OPENING
