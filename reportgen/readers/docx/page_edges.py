"""What stands at the head and the foot of the pages: no part of a speech, but told where it has words."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from reportgen.readers.docx.names import R, W, switch
from reportgen.text.patterns import lazy

if TYPE_CHECKING:
    from collections.abc import Iterable

    from lxml.etree import _Element as Element

EDGE = "处页眉页脚的文字"

# A page number, however it is written: － 3 －, 第3页 共12页, 3/12, Page 3 of 12.
_NUMBER = lazy(r"[第共总頁页\d一二三四五六七八九十ivxⅰ-ⅻ]|page|of", re.IGNORECASE)
_LETTER = lazy(r"[^\W\d_]")


def wanted(document: Element) -> frozenset[str]:
    """Return the keys of the heads and feet that the sections print (17.10)."""
    keys: set[str] = set()
    for section in document.iter(f"{W}sectPr"):
        first = bool(switch(section, "titlePg"))
        for reference in section.iterchildren(f"{W}headerReference", f"{W}footerReference"):
            if first or reference.get(f"{W}type") != "first":
                keys.add(reference.get(f"{R}id", ""))
    return frozenset(keys)


def count(edges: Iterable[Element]) -> int:
    """Return how many heads and feet have words of their own; a page number alone is none."""
    texts = {"".join(text.text or "" for text in edge.iter(f"{W}t")).strip() for edge in edges}
    return sum(bool(_LETTER.search(_NUMBER.sub("", text))) for text in texts)
