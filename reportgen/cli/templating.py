"""`reportgen template new`: a copy of a theme for somebody to edit."""

from __future__ import annotations

from typing import TYPE_CHECKING

from reportgen.errors import OutputError, TemplateError
from reportgen.opening import bytes_of
from reportgen.products import PRODUCTS, TEMPLATES
from reportgen.writing import require_writable, write_all

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

    from reportgen.themes import Theme


def copy_theme(theme: Theme, folder: Path) -> str:
    """Write the templates of a theme into a folder, all or none.

    Args:
        theme: what is copied; a template that it lacks comes from the standard theme.
        folder: made if missing.

    Returns:
        The lines for the screen: what was written, what each is for, and how to use them.

    Raises:
        OutputError: one of them is there already, or the folder cannot be written into.
        TemplateError: a template cannot be read.
    """
    there = [name for name in TEMPLATES if (folder / name).exists()]
    if there:
        hint = "为免盖掉改过的模板，请换一个文件夹，或先移走它"
        raise OutputError(f"文件夹里已经有 {'、'.join(there)}", where=str(folder), hint=hint)
    require_writable(folder, TEMPLATES)
    write_all(folder, {name: bytes_of(theme.template(name), TemplateError) for name in TEMPLATES})
    return "\n".join(_lines(folder))


def _lines(folder: Path) -> Iterator[str]:
    yield f"模板已复制到 {folder}"
    for product in PRODUCTS:
        yield f"  {product.template}  {product.name}的样子"
        yield from (f"  {name}  {product.name}的样子（{ratio}）" for ratio, name in product.others.items())
    yield f"改好后用：reportgen build 讲话稿 --theme {folder}"
