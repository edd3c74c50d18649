"""The table of products, and what people call them."""

from __future__ import annotations

from typing import TYPE_CHECKING

from reportgen.planning.length import Degree
from reportgen.products import sheets, slides, word
from reportgen.products.product import Held, Limit, Product
from reportgen.themes import Ratio

if TYPE_CHECKING:
    from collections.abc import Iterable

HANDOUT = Product(
    role="要点",
    suffix=".docx",
    application="Word",
    template="handout.docx",
    vocabulary="wordprocessingml",
    opened=word.open_handout_template,
    planned=word.handout_of,
    rendered=word.handout_bytes,
    owed=word.owed_by_handout,
    read=word.word_texts,
    counted=word.count_handout,
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
        opened=slides.open_deck_template,
        planned=slides.deck_of,
        rendered=slides.deck_bytes,
        owed=slides.owed_by_deck,
        read=slides.slide_texts,
        counted=lambda deck: {"slides": len(deck.slides)},
        units={"slides": "张"},
        details={},
        overflowing=slides.overflows_of,
        printed=lambda template: template.words,
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
        opened=sheets.open_look_path,
        planned=sheets.checklist_of,
        rendered=sheets.checklist_bytes,
        owed=sheets.owed_by_checklist,
        read=sheets.sheet_texts,
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
        opened=word.open_page_template,
        planned=word.page_of,
        rendered=word.page_bytes,
        owed=word.owed_by_page,
        read=word.word_texts,
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

DECK = next(product for product in PRODUCTS if product.overflowing)
"""The one that is measured box by box, and so can be drawn from its plan."""
USUAL = tuple(product for product in PRODUCTS if product.is_usual)
"""Those that are made where nothing is asked for."""
TEMPLATES = tuple(name for product in PRODUCTS for name in product.templates)
"""The file names that the templates of a theme go by."""
SUFFIXES = frozenset(product.suffix for product in PRODUCTS)


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
