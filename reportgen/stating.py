"""Say in one line what the comparison before the write has looked at."""

from __future__ import annotations

from typing import TYPE_CHECKING

from reportgen.products import PRODUCTS

if TYPE_CHECKING:
    from collections.abc import Iterator

    from reportgen.checking import Proof


def stated(proof: Proof) -> str:
    """Return the line that ends a build: what was compared, in true figures, and nothing else."""
    return f"核对：{'，'.join(_parts(proof))}"


def _parts(proof: Proof) -> Iterator[str]:
    if proof.unsourced:
        yield f"{proof.sourced} 个分句有出处，{proof.unsourced} 个没有"
    else:
        yield f"{proof.sourced} 个分句均有出处"
    if proof.editorial:
        yield f"编者另加 {proof.editorial} 个分句"
    if proof.headings is not None:
        yield f"{proof.headings} 个标题{f'缺 {proof.lost} 个' if proof.lost else '无一遗漏'}"
    if proof.overflows is not None:
        measured = "、".join(product.role for product in PRODUCTS if product.overflowing)
        yield f"{measured} {proof.overflows} 处溢出"
    if proof.differences:
        yield f"共 {proof.differences} 处与讲话稿不符"
