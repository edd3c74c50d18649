"""The title of a page: its first heading, or what it calls itself without the name of the site."""

from __future__ import annotations

from lxml.etree import _Element as Element

from reportgen.text.patterns import lazy
from reportgen.text.simplified import simplified

_SHORTEST, _LONGEST = 4, 80
_LONGEST_WHOLE = 400
"""Characters of a title with the names of the site and its sections behind it."""
# Behind the last of these signs comes the site or its section; a dash of the text's own is 破折号, of two.
_SITE = lazy(
    r"\s*(?:[_|｜]|\s[-–—]\s|-{1,3}|::)\s*[^_|｜-]{1,24}$|\s*(?:——|[—–-])\s*[^—–-]{0,16}(?:网|站|频道|平台|政府|首页)$"
)
_META = ("ArticleTitle", "og:title", "title")


def page_title(root: Element) -> str:
    """Return the title of a page; empty where it has none."""
    headings = [_text(one) for one in root.iter("h1")]
    found = [one for one in headings if _SHORTEST <= len(one) <= _LONGEST]
    if len(found) == 1:
        return found[0]
    named = _declared(root)
    # Several first headings: the one that the page calls itself by.
    return next((one for one in found if named and (one in named or named in one)), named)


def _declared(root: Element) -> str:
    for name in _META:
        for meta in root.iter("meta"):
            if name in {meta.get("name"), meta.get("property")} and meta.get("content"):
                return _bare(" ".join((meta.get("content") or "").split()))
    return next((_bare(_text(one)) for one in root.iter("title")), "")


def _bare(title: str) -> str:
    if len(title) > _LONGEST_WHOLE:
        return ""
    read = simplified(title)
    while len(shorter := _SITE.sub("", read)) < len(read) and len(shorter) >= _SHORTEST:
        read = shorter
    title = title[: len(read)]
    return title if len(title) <= _LONGEST else ""


def _text(element: Element) -> str:
    return " ".join("".join(str(text) for text in element.itertext()).split())
