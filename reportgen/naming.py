"""What the files are called that are made of a speech."""

from __future__ import annotations

from pathlib import PurePath
from typing import TYPE_CHECKING

from reportgen.readers import STANDARD_INPUT
from reportgen.text.patterns import lazy

if TYPE_CHECKING:
    from pathlib import Path

    from reportgen.options import Options
    from reportgen.products import Product

# Windows allows none of these in a file name; other systems no slash.
_NOT_IN_NAMES = lazy(r'[\x00-\x1f<>:"/\\|?*]')
_LONGEST_NAME = 60  # characters; file systems allow 255 bytes, and a Han character takes three


def output_names(path: Path, stem: str, options: Options) -> dict[Product, str]:
    """Return the file name of each product that was asked for.

    Args:
        path: what the user named; what came by standard input has no name of its own but its title.
        stem: the base of the names otherwise.
        options: the products, and the title if one was given.
    """
    base = base_name(path, stem, options)
    return {product: f"{base}-{product.role}{product.suffix}" for product in options.products}


def base_name(path: Path, stem: str, options: Options) -> str:
    """Return what the names of all files begin with that are made of a speech; arguments as above."""
    title = options.facts.title if str(path) == STANDARD_INPUT else None
    return (title and _NOT_IN_NAMES.sub("_", title)[:_LONGEST_NAME].strip(" .")) or stem


def pdf_name(name: str) -> str:
    """Return what a file is called when it has been printed as PDF."""
    return f"{PurePath(name).stem}.pdf"
