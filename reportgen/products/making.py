"""From a row to a file: its template opened, what it owes planned, made, and planned again for `verify`."""

from __future__ import annotations

from typing import TYPE_CHECKING

from reportgen.errors import TemplateError
from reportgen.products.product import Made
from reportgen.themes import standard

if TYPE_CHECKING:
    from collections.abc import Iterable
    from pathlib import Path

    from reportgen.analysis import Brief
    from reportgen.checking import Expected
    from reportgen.planning.deck import Layouts
    from reportgen.planning.facts import Facts
    from reportgen.planning.length import Length
    from reportgen.products.product import Product, Template
    from reportgen.themes import Ratio, Theme

_ALIKE = 0.01
"""By how much the sides of a slide may differ from their ratio: 10 by 7.5 inches, written in centimetres."""


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
