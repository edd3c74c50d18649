"""What a document holds beside its text, so that nothing is passed over in silence."""

from __future__ import annotations

from collections import Counter
from typing import TYPE_CHECKING

from reportgen.readers.docx.forms import is_prompt
from reportgen.readers.docx.names import CHART, CHARTEX, DGM, MC, MODEL, W14, A, V, W

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
    f"{CHARTEX}chart": "个图表",  # [MS-ODRAWXML] 2.24.3.1: waterfalls, funnels and others since 2016
    f"{MODEL}model3d": "幅图片",
    f"{W14}contentPart": "处手写墨迹",  # [MS-DOCX] 2.5: what was written with a pen
}

DELETED = "处修订时删去的文字"
_PROMPT = "处没有填写的提示"


def extras(document: Element) -> Counter[str]:
    """Return what a document holds and the reader leaves out, counted by name."""
    found = Counter(
        name
        for element in document.iter(*_EXTRAS)
        if (name := _EXTRAS[str(element.tag)]) and not _is_second(element)
    )
    moved = "".join(_words(change) for change in document.iter(f"{W}moveTo"))
    deleted = sum(_begins_deletion(change) for change in document.iter(f"{W}del"))
    deleted += sum(_is_lost(change, moved) for change in document.iter(f"{W}moveFrom"))
    return found + Counter({DELETED: deleted, _PROMPT: sum(map(_prompts, document.iter(f"{W}sdt")))})


def _prompts(control: Element) -> bool:
    """Whether a content control prompts in words; a program may have filled it in and left it marked so."""
    if not is_prompt(control) or not _words(control).strip() or _is_second(control):
        return False
    return not any(map(is_prompt, control.iterancestors(f"{W}sdt")))


def _begins_deletion(change: Element) -> bool:
    """Whether a revision took words away (17.13.5.14); what follows another stands together with it."""
    before = change.getprevious()
    if (before is not None and before.tag == change.tag) or _is_second(change):
        return False
    return bool(_words(change).strip())


def _is_lost(change: Element, moved: str) -> bool:
    """Whether words were moved from here and arrived nowhere (17.13.5.22)."""
    words = _words(change)
    return bool(words.strip()) and words not in moved and not _is_second(change)


def _words(change: Element) -> str:
    """What a revision touches; not every program writes deleted words as such."""
    return "".join(text.text or "" for text in change.iter(f"{W}delText", f"{W}t"))


def _is_second(element: Element) -> bool:
    """Whether this is a second form of the same, for programs that do not know the first."""
    return next(element.iterancestors(f"{MC}Fallback"), None) is not None
