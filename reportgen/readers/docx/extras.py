"""What a document holds beside its text, so that nothing is passed over in silence."""

from __future__ import annotations

from collections import Counter
from typing import TYPE_CHECKING

from reportgen.readers.docx.names import CHART, DGM, MC, A, V, W

if TYPE_CHECKING:
    from lxml.etree import _Element as Element

# ISO/IEC 29500-1, 17.11 (notes), 17.13.4 (comments), 20.1.8.13 (pictures), 21.4.2.20 (diagrams); VML's
# pictures of older programs.
_EXTRAS = {
    f"{W}footnoteReference": "条脚注",
    f"{W}endnoteReference": "条尾注",
    f"{W}commentReference": "条批注",
    f"{A}blip": "幅图片",
    f"{V}imagedata": "幅图片",
    f"{W}subDoc": "个子文档",  # 17.17.2.1: another file, which is not at hand
    f"{DGM}relIds": "个 SmartArt 图形",
    f"{CHART}chart": "个图表",
}

_DELETED = "处修订时删去的文字"


def extras(document: Element) -> Counter[str]:
    """Return what a document holds and the reader leaves out, counted by name."""
    found = Counter(
        name
        for element in document.iter(*_EXTRAS)
        # The second form of the same picture, for programs that do not know the first.
        if (name := _EXTRAS[str(element.tag)]) and next(element.iterancestors(f"{MC}Fallback"), None) is None
    )
    deleted = sum(map(_begins_deletion, document.iter(f"{W}del")))
    return found + Counter({_DELETED: deleted})


def _begins_deletion(change: Element) -> bool:
    """Whether a revision took words away (17.13.5.14); what follows another stands together with it."""
    before = change.getprevious()
    if before is not None and before.tag == change.tag:
        return False
    return any((text.text or "").strip() for text in change.iter(f"{W}delText"))
