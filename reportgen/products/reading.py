"""A file that comes back: which product it is, and what it says."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from reportgen.errors import CheckError
from reportgen.products.table import PRODUCTS, USUAL, in_words

if TYPE_CHECKING:
    from reportgen.checking import Placed
    from reportgen.products.product import Product

_AGAIN = "请用 Word、PowerPoint 或 WPS 打开，另存后再试"


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
