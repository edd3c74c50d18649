"""What products leave out for want of room: told in one line, with where it is and how to have it all."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from typing import TYPE_CHECKING

from reportgen.checking import Zone, pieces, squash
from reportgen.errors import Diagnostic, Severity
from reportgen.planning.length import DEGREES, Degree
from reportgen.planning.wording import CHECKLIST, NOTES, ORIGINAL, SPEECH, shown
from reportgen.products import Held, Limit, Made, Product, in_words
from reportgen.results import Notice

if TYPE_CHECKING:
    from reportgen.analysis import Brief
    from reportgen.planning.length import Length

_PLACES = {Held.TASKS: CHECKLIST, Held.NOTES: NOTES, Held.SPEECH: ORIGINAL}
"""What people call the places that hold everything, in the order of telling."""
_CALLED = {degree: name for name, degree in DEGREES.items()}


def abridged(made: Iterable[Made], said: Brief, length: Length) -> Iterator[Notice]:
    """Yield one notice if some of the products that were made leave out what the speech says; else none.

    Args:
        made: the files.
        said: what the speech says.
        length: how much was asked for.
    """
    made = list(made)
    short = [one.product for one in made if _lacks(one, said, length)]
    if short:
        held = {place for one in made for place in one.product.holds}
        held -= set() if length.original else {Held.SPEECH}
        message = f"{_told(short, length)}，其余见{in_words(_elsewhere(held))}"
        yield Notice(Diagnostic(Severity.INFO, "abridged", message, None, _advice(short, length)), None)


def _lacks(one: Made, said: Brief, length: Length) -> bool:
    """Whether something that the speech says stands nowhere in a file but in its notes."""
    if not _is_limited(one.product, length):
        return False
    whole = squash("\n".join(text.text for text in one.expected.texts if text.zone is not Zone.NOTES))
    return any(piece.words not in whole for line in _lines(said) for piece in pieces(line))


def _is_limited(product: Product, length: Length) -> bool:
    if product.limit is Limit.DEGREE:
        return not length.original
    if product.limit is Limit.SLIDES:
        return not length.is_whole
    return product.limit is Limit.PAGE


def _lines(said: Brief) -> Iterator[str]:
    for part in said.walk():
        yield shown(part.heading)
        yield from (shown(measure.line) for measure in part.measures)
        yield from map(shown, (*part.lead, *part.statements))
    if not said.parts:
        yield from map(shown, said.outside)


def _told(short: Sequence[Product], length: Length) -> str:
    """What is short, and how short: by length, by a number of slides, by its page."""
    by_degree = [one.name for one in short if not _by_slides(one, length) and one.limit is not Limit.PAGE]
    by_slides = [one.name for one in short if _by_slides(one, length)]
    page = [one.name for one in short if one.limit is Limit.PAGE]
    kept = [f"{in_words(by_degree)}按“{_CALLED[length.degree]}”篇幅"] if by_degree else []
    kept += [f"{in_words(by_slides)}按 {length.slides} 张"] if by_slides else []
    told = [f"{'、'.join(kept)}列出要点"] if kept else []
    return "，".join([*told, *([f"{in_words(page)}只列一页写得下的"] if page else [])])


def _grows(product: Product, length: Length) -> bool:
    return product.limit is Limit.DEGREE and length.degree is not Degree.FULL


def _by_slides(product: Product, length: Length) -> bool:
    return product.limit is Limit.SLIDES and length.slides is not None


def _elsewhere(held: set[Held]) -> list[str]:
    """Where the rest is; the checklist alone does not hold all of it."""
    places = [name for place, name in _PLACES.items() if place in held]
    return places if held - {Held.TASKS} else [*places, SPEECH]


def _advice(short: Sequence[Product], length: Length) -> str:
    """How to have all of it; nothing where there is no way."""
    growing = [one for one in short if one.limit is Limit.SLIDES or _grows(one, length)]
    if not growing:
        return "要附上原文，去掉 --original 不附" if any(one.limit is Limit.DEGREE for one in short) else ""
    names = in_words(one.name for one in growing)
    by_slides = any(_by_slides(one, length) for one in growing)
    without = "不写 --slides 和 --minutes，" if by_slides else ""
    return f"要全部写进 {names}，{without}用 --length 详"
