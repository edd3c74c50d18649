"""What a document holds beside its text, so that nothing is passed over in silence."""

from __future__ import annotations

from collections import Counter
from typing import TYPE_CHECKING

from reportgen.readers.docx.names import MC, A, V, W

if TYPE_CHECKING:
    from lxml.etree import _Element as Element

# ISO/IEC 29500-1, 17.11 (notes), 17.13.4 (comments), 20.1.8.13 (pictures); VML's pictures of older programs.
_EXTRAS = {
    f"{W}footnoteReference": "条脚注",
    f"{W}endnoteReference": "条尾注",
    f"{W}commentReference": "条批注",
    f"{A}blip": "幅图片",
    f"{V}imagedata": "幅图片",
}


def left_out(document: Element) -> tuple[str, ...]:
    """Return what a document refers to and the reader leaves out, counted: ``3 条脚注``, ``1 幅图片``."""
    found = Counter(
        name
        for element in document.iter(*_EXTRAS)
        # The second form of the same picture, for programs that do not know the first.
        if (name := _EXTRAS[str(element.tag)]) and next(element.iterancestors(f"{MC}Fallback"), None) is None
    )
    return tuple(f"{count} {name}" for name, count in found.items())
