"""What is made of a speech: one row a product, and nothing else in the code names one.

A row says what a product is called by people and by files, which template it fills, and the functions that
plan it, render it, say what it owes the speech, and read it back. To make one more product, write these
functions and a row; the command line, the comparison before the write, `verify`, JSON and help follow.
The functions load what they need when they are called: help and outline need no Office library.
"""

from __future__ import annotations

from dataclasses import dataclass, field
from enum import Enum, auto
from typing import TYPE_CHECKING, Any

from reportgen.errors import CheckError, TemplateError
from reportgen.planning.length import Degree
from reportgen.themes import Ratio, standard

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Mapping
    from pathlib import Path

    from reportgen.analysis import Brief
    from reportgen.checking import Expected, Package, Placed
    from reportgen.planning.checklist import Checklist
    from reportgen.planning.deck import Deck, Layouts
    from reportgen.planning.facts import Facts
    from reportgen.planning.handout import Handout
    from reportgen.planning.length import Length
    from reportgen.planning.onepage import OnePage
    from reportgen.rendering.docx import HandoutTemplate
    from reportgen.rendering.pptx import DeckTemplate
    from reportgen.themes import Theme

Template = Any
"""A template as its product opens it: what planning measures with, and what rendering fills."""
Plan = Any
"""What goes where in a product: `Handout`, `Deck`, `Checklist`."""
Counts = dict[str, int]
_ALIKE = 0.01
"""By how much the sides of a slide may differ from their ratio: 10 by 7.5 inches, written in centimetres."""
_AGAIN = "请用 Word、PowerPoint 或 WPS 打开，另存后再试"


class Limit(Enum):
    """What a product may be short by: how much is asked for, how many slides there are, its one page."""

    DEGREE = auto()
    SLIDES = auto()
    PAGE = auto()


class Held(Enum):
    """What a product holds in full: all that is to be done, the speech in notes, the speech as a text."""

    TASKS = auto()
    NOTES = auto()
    SPEECH = auto()


@dataclass(frozen=True, slots=True, eq=False)
class Product:
    """One kind of file that is made of a speech; there is one object for each.

    Attributes:
        role: what it is to its reader; stands in its file name, in JSON, and is what `--only` takes.
        suffix: of its file name, with the dot.
        application: the program that people open it with.
        template: the file name of its template in a theme.
        others: the file names of its templates for slides of other sides.
        vocabulary: what the namespace of its main part is told by (ECMA-376, part 1).
        owes_heading: the level of a heading, how much may be said → whether it must hold the heading; a
            checklist holds what is to be done only.
        has_words: whether its template prints words of its own.
        units: the counts that the screen shows, each with its measure word.
        details: those that only `-v` shows.
        opened: a template's file → the template. Takes the bytes too where they have been read already.
        planned: what a speech says, what is known of the occasion, how much may be said, the
            template → the plan.
        rendered: the plan, the template → the bytes of the file.
        owed: the plan → the texts that must stand in the file.
        read: the file's parts → its texts, each with its place.
        counted: the plan → how much it holds.
        limit: what keeps it from saying all that the speech says; None where nothing does.
        holds: what it has in full whatever its length.
        overflowing: the plan, the template → boxes too small for their words; None where nothing is measured.
        is_usual: whether it is made where nothing is asked for.
        style: the name of a style that its files have and others of the same program do not; empty where
            there are no others, or where they have one.
    """

    role: str
    suffix: str
    application: str
    template: str
    vocabulary: str
    opened: Callable[[Path, bytes | None], Template]
    planned: Callable[[Brief, Facts, Length, Template], Plan]
    rendered: Callable[[Plan, Template], bytes]
    owed: Callable[[Plan], Expected]
    read: Callable[[Package], tuple[Placed, ...]]
    counted: Callable[[Plan], Counts]
    units: Mapping[str, str]
    details: Mapping[str, str]
    owes_heading: Callable[[int, Length], bool] = lambda _level, _length: True
    has_words: bool = False
    others: Mapping[Ratio, str] = field(default_factory=dict)
    limit: Limit | None = None
    holds: tuple[Held, ...] = ()
    overflowing: Callable[[Plan, Template], int] | None = None
    is_usual: bool = True
    style: str = ""

    @property
    def templates(self) -> tuple[str, ...]:
        """The file names of all its templates."""
        return (self.template, *self.others.values())

    def template_in(self, theme: Theme, ratio: Ratio | None = None) -> Path:
        """Return where its template lies in a theme, for slides of some sides; None for those there are."""
        wanted = self.template if ratio is None else self.others.get(ratio, self.template)
        return theme.first((wanted, *(one for one in self.templates if one != wanted)))

    @property
    def name(self) -> str:
        """What people call it: Word 要点."""
        return f"{self.application} {self.role}"

    @property
    def kind(self) -> str:
        """Its suffix without the dot, as JSON and `--only` have it."""
        return self.suffix.removeprefix(".")


@dataclass(frozen=True, slots=True)
class Made:
    """A file before it is written: bytes, counts, what the plan put into it.

    `overflows` is None where nothing was measured.
    """

    product: Product
    data: bytes
    counts: Counts
    expected: Expected
    overflows: int | None


def opened(products: Iterable[Product], theme: Theme, ratio: Ratio | None = None) -> dict[Product, Template]:
    """Open the template of each product, once for all that is done with it.

    Args:
        products: which ones.
        theme: where they lie.
        ratio: the sides that slides must have; None for those that they have.

    Raises:
        TemplateError: one cannot be used, or its slides have other sides.
    """
    found = {product: product.opened(product.template_in(theme, ratio), None) for product in products}
    for product, template in found.items():
        if ratio is not None and product.others:
            _require_ratio(template.layouts, ratio, product.others.get(ratio, product.template))
    return found


def _require_ratio(layouts: Layouts, ratio: Ratio, name: str) -> None:
    """A deck that is asked for in a ratio has it; a company's own look is not left for ours in silence."""
    if abs(layouts.width / layouts.height / ratio.share - 1) > _ALIKE:
        told = f"幻灯片模板不是 {ratio} 的（{layouts.width:g} × {layouts.height:g} 磅）"
        hint = f"请在 PowerPoint 的“幻灯片大小”里改好，另存为 {name}，放在同一个文件夹；或去掉 --ratio"
        raise TemplateError(told, where=layouts.path, hint=hint)


def make(product: Product, said: Brief, facts: Facts, length: Length, template: Template) -> Made:
    """Plan and render a product.

    Args:
        product: which one.
        said: what the speech says.
        facts: what is known of the occasion.
        length: how much may be said.
        template: the product's, as `opened` gives it.

    Raises:
        TemplateError: the template cannot be filled.
    """
    plan = product.planned(said, facts, length, template)
    overflows = product.overflowing(plan, template) if product.overflowing else None
    data = product.rendered(plan, template)
    return Made(product, data, product.counted(plan), product.owed(plan), overflows)


def owed_again(  # noqa: PLR0913, PLR0917  what a plan is made of, and the file
    product: Product,
    said: Brief,
    facts: Facts,
    length: Length,
    path: Path,
    data: bytes | None,
    ratio: Ratio | None = None,
) -> Expected:
    """Plan a file again, with page and layouts as the file itself has them: what is planned must be there.

    Where its content has been moved into a file of another look, the standard theme tells what must be said.

    Args:
        product: which one the file is.
        said: what the speech says.
        facts: what is known of the occasion.
        length: how much was to be said.
        path: the file.
        data: what it holds, pictures left out, where it has been read already.
        ratio: the sides of slides that were asked for.
    """
    from reportgen.checking import Expected

    for where, content in ((path, data), (product.template_in(standard(), ratio), None)):
        try:
            return product.owed(product.planned(said, facts, length, product.opened(where, content)))
        except TemplateError:
            continue
    return Expected()


def _open_handout(path: Path, data: bytes | None) -> HandoutTemplate:
    from reportgen.rendering.docx import open_handout

    return open_handout(path, data)


def _plan_handout(said: Brief, facts: Facts, length: Length, template: HandoutTemplate) -> Handout:
    from reportgen.planning.handout import plan_handout

    return plan_handout(said, facts, template.sheet, length)


def _render_handout(handout: Handout, template: HandoutTemplate) -> bytes:
    from reportgen.rendering.docx import render_handout

    return render_handout(handout, template)


def _owed_by_handout(handout: Handout) -> Expected:
    from reportgen.checking import expected_handout

    return expected_handout(handout)


def _read_handout(package: Package) -> tuple[Placed, ...]:
    from reportgen.checking.word import read_word

    return read_word(package)


def _open_onepage(path: Path, data: bytes | None) -> HandoutTemplate:
    from reportgen.rendering.docx import open_onepage

    return open_onepage(path, data)


def _plan_onepage(said: Brief, facts: Facts, _length: Length, template: HandoutTemplate) -> OnePage:
    from reportgen.planning.onepage import plan_onepage

    return plan_onepage(said, facts, template.sheet)


def _render_onepage(page: OnePage, template: HandoutTemplate) -> bytes:
    from reportgen.rendering.docx import render_onepage

    return render_onepage(page, template)


def _owed_by_page(page: OnePage) -> Expected:
    from reportgen.checking import expected_page

    return expected_page(page)


def _count_handout(handout: Handout) -> Counts:
    headings = sum(bool(row.heading) + sum(bool(one.heading) for one in row.points) for row in handout.digest)
    return {"headings": headings, "terms": sum(bool(one.names) for row in handout.terms for one in row)}


def _open_deck(path: Path, data: bytes | None) -> DeckTemplate:
    from reportgen.rendering.pptx import open_deck

    return open_deck(path, data)


def _plan_deck(said: Brief, facts: Facts, length: Length, template: DeckTemplate) -> Deck:
    from reportgen.planning.deck import plan_deck

    return plan_deck(said, facts, template.layouts, length)


def _render_deck(deck: Deck, template: DeckTemplate) -> bytes:
    from reportgen.rendering.pptx import render_deck

    return render_deck(deck, template)


def _owed_by_deck(deck: Deck) -> Expected:
    from reportgen.checking import expected_deck

    return expected_deck(deck)


def _read_deck(package: Package) -> tuple[Placed, ...]:
    from reportgen.checking.slides import read_slides

    return read_slides(package)


def _overflows_of_deck(deck: Deck, template: DeckTemplate) -> int:
    from reportgen.planning.deck import overflows

    return overflows(deck, template.layouts)


def _open_checklist(path: Path, _data: bytes | None) -> Path:
    # Nothing is measured with a look, and a checklist that is compared has none of its own to open.
    return path


def _plan_checklist(said: Brief, facts: Facts, _length: Length, _template: Path) -> Checklist:
    from reportgen.planning.checklist import plan_checklist

    return plan_checklist(said, facts)


def _render_checklist(checklist: Checklist, template: Path) -> bytes:
    from reportgen.rendering.xlsx import open_look, render_checklist

    return render_checklist(checklist, open_look(template))


def _owed_by_checklist(checklist: Checklist) -> Expected:
    from reportgen.checking import expected_checklist

    return expected_checklist(checklist)


def _read_checklist(package: Package) -> tuple[Placed, ...]:
    from reportgen.checking.sheets import read_sheets

    return read_sheets(package)


HANDOUT = Product(
    role="要点",
    suffix=".docx",
    application="Word",
    template="handout.docx",
    vocabulary="wordprocessingml",
    opened=_open_handout,
    planned=_plan_handout,
    rendered=_render_handout,
    owed=_owed_by_handout,
    read=_read_handout,
    counted=_count_handout,
    units={},
    details={"headings": "个标题", "terms": "条提法"},
    has_words=True,
    limit=Limit.DEGREE,
    holds=(Held.TASKS, Held.SPEECH),
    # 原文 has all of them, and so has a digest of everything.
    owes_heading=lambda level, length: level == 1 or length.original or length.degree is Degree.FULL,
)
PRODUCTS = (
    HANDOUT,
    Product(
        role="幻灯片",
        suffix=".pptx",
        application="PowerPoint",
        template="deck.pptx",
        others={Ratio.OLD: "deck-4x3.pptx"},
        vocabulary="presentationml",
        opened=_open_deck,
        planned=_plan_deck,
        rendered=_render_deck,
        owed=_owed_by_deck,
        read=_read_deck,
        counted=lambda deck: {"slides": len(deck.slides)},
        units={"slides": "张"},
        details={},
        overflowing=_overflows_of_deck,
        limit=Limit.SLIDES,
        holds=(Held.NOTES,),
        owes_heading=lambda level, length: level == 1 or length.is_whole,
    ),
    Product(
        role="落实清单",
        suffix=".xlsx",
        application="Excel",
        template="checklist.toml",
        vocabulary="spreadsheetml",
        opened=_open_checklist,
        planned=_plan_checklist,
        rendered=_render_checklist,
        owed=_owed_by_checklist,
        read=_read_checklist,
        counted=lambda checklist: {"rows": len(checklist.entries)},
        units={"rows": "条"},
        details={},
        holds=(Held.TASKS,),
        owes_heading=lambda _level, _length: False,
    ),
    Product(
        role="一页纸",
        suffix=".docx",
        application="Word",
        template="onepage.docx",
        vocabulary="wordprocessingml",
        opened=_open_onepage,
        planned=_plan_onepage,
        rendered=_render_onepage,
        owed=_owed_by_page,
        read=_read_handout,
        counted=lambda page: {"sections": len(page.sections)},
        units={},
        details={"sections": "个部分"},
        has_words=True,
        limit=Limit.PAGE,
        owes_heading=lambda level, _length: level == 1,
        is_usual=False,
        style="一页标题",
    ),
)
"""In the order in which they are made and told of."""

USUAL = tuple(product for product in PRODUCTS if product.is_usual)
"""Those that are made where nothing is asked for."""
TEMPLATES = tuple(name for product in PRODUCTS for name in product.templates)
"""The file names that the templates of a theme go by."""
SUFFIXES = frozenset(product.suffix for product in PRODUCTS)


@dataclass(frozen=True, slots=True)
class Content:
    """A file that was read again: which product it is, and its texts."""

    product: Product
    placed: tuple[Placed, ...]


def read_content(data: bytes, name: str) -> Content:
    """Read a file of one of the kinds that are made, whoever has saved it.

    Raises:
        CheckError: it is of no such kind, or is damaged.
    """
    from reportgen.checking import Package, holds_style, read_placed, vocabulary_of

    package = Package(data, name)
    vocabulary = vocabulary_of(package)
    # What is told by a style goes before what any file of the program may be.
    for product in sorted(PRODUCTS, key=lambda one: not one.style):
        is_one = product.vocabulary in vocabulary
        if is_one and (not product.style or holds_style(package, product.style)):
            return Content(product, read_placed(package, product.read))
    kinds = in_words((product.application for product in USUAL), last="或")
    raise CheckError(f"不是 {kinds} 文件", where=name, hint=_AGAIN)


def names_of_products() -> dict[str, Product]:
    """Return what a user may call each product: its role; the usual ones their suffix without the dot too."""
    return {
        name: product
        for product in PRODUCTS
        for name in ((product.role, product.kind) if product.is_usual else (product.role,))
    }


def in_words(words: Iterable[str], last: str = "和") -> str:
    """Return an enumeration: 甲、乙和丙."""
    *others, end = words
    if not others:
        return end
    before, behind = (" " if char.isascii() else "" for char in (others[-1][-1], end[0]))
    return f"{'、'.join(others)}{before}{last}{behind}{end}"
