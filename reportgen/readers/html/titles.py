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
_PARTS = lazy(r"\s*[_|｜]\s*|\s[-–—]\s|--+")
# A site that puts itself in front: what owns a site, and what a speech is called.
_OWNER = lazy(r"(?:网|站|频道|平台|政府|局|委|厅|办|办公室|委员会|大学|学院|公司|集团)$")
_SPOKEN = lazy(r"(?:讲话|致辞|发言|报告|演讲|党课|讲稿)$")
_META = ("ArticleTitle", "og:title", "title")


def page_title(root: Element) -> str:
    """Return the title of a page; empty where it has none."""
    site = site_name(root)
    headings = [_text(one) for one in root.iter("h1")]
    found = [one for one in headings if _SHORTEST <= len(one) <= _LONGEST and one != site]
    if len(found) == 1:
        return found[0]
    named = _bare(_declared(root))
    # Several first headings: the one that the page calls itself by.
    return next((one for one in found if named and (one in named or named in one)), named)


def site_name(root: Element) -> str:
    """The first heading that is but the name of the site, as it stands beside the title of the page."""
    parts = [part.strip() for part in _PARTS.split(_declared(root))]
    if len(parts) < len(("title", "site")):
        return ""
    named = _bare(_declared(root))
    return next((one for one in map(_text, root.iter("h1")) if one in parts and one != named), "")


def _declared(root: Element) -> str:
    for name in _META:
        for meta in root.iter("meta"):
            if name in {meta.get("name"), meta.get("property")} and meta.get("content"):
                return " ".join((meta.get("content") or "").split())
    return next((_text(one) for one in root.iter("title")), "")


def _bare(title: str) -> str:
    if len(title) > _LONGEST_WHOLE:
        return ""
    read = simplified(title)
    first, *others = (part.strip() for part in _PARTS.split(read))
    if others and _OWNER.search(first) and _SPOKEN.search(others[-1]):
        return title[len(title) - len(others[-1]) :]
    while len(shorter := _SITE.sub("", read)) < len(read) and len(shorter) >= _SHORTEST:
        read = shorter
    title = title[: len(read)]
    return title if len(title) <= _LONGEST else ""


def _text(element: Element) -> str:
    return " ".join("".join(str(text) for text in element.itertext()).split())
