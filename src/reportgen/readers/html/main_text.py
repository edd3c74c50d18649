"""Find the element of a page that holds its text.

It is the smallest one with nearly all of the page's prose. Prose is told by Chinese punctuation and by not
being links, so that neither the names of classes nor the way of marking paragraphs (p, div, br) decides.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from lxml.etree import _Element as Element

BLOCKS = frozenset(
    "address article aside blockquote body br center dd details dir div dl dt fieldset figcaption figure "  # noqa: SIM905
    "footer form h1 h2 h3 h4 h5 h6 header hr html li main menu nav ol p pre section table tbody td tfoot "
    "th thead tr ul".split()
)
_CONTAINERS = BLOCKS - frozenset(
    {"p", "h1", "h2", "h3", "h4", "h5", "h6", "pre", "li", "dd", "dt", "br", "hr"}
)
_DROPPED = frozenset(
    "script style noscript template iframe frame object embed svg canvas button select textarea input "  # noqa: SIM905
    "link meta head nav footer aside audio video map".split()
)
# Words in class names and ids by which sites mark what is around the text.
_CHROME = frozenset(
    "nav navbar menu crumb crumbs breadcrumb breadcrumbs footer foot bottom sidebar aside share sharing "  # noqa: SIM905
    "bdshare jiathis related relate recommend recommended copyright pager pagination page comment "
    "comments qrcode ewm toolbar tools print fontsize search login topbar toplink friendlink links hot "
    "ranking rank banner advert ads breadnav position location dqwz mbx wzdh".split()
)
_WORD = re.compile(r"[A-Z]?[a-z]+|[A-Z]+(?![a-z])")
_HIDDEN = re.compile(r"display\s*:\s*none|visibility\s*:\s*hidden", re.IGNORECASE)
_STOP = re.compile("[，。；：、！？]")
_MOST_CHROME, _MOST_HIDDEN = 0.3, 0.6
"""Share of the page's prose beyond which an element is no chrome, whatever its name, and only hidden until a
script shows it."""
_NEARLY_ALL = 0.9
_LONGEST_LINKED = 0.5
"""Share of a block that may be links before it is no prose."""


def without_chrome(root: Element) -> None:
    """Remove from a page, in place, what is plainly not its text."""
    total = prose(root)
    for element in list(root.iter()):
        if not isinstance(element.tag, str) or element.getparent() is None:
            continue
        most = _MOST_HIDDEN if _is_hidden(element) else _MOST_CHROME if _is_chrome(element) else None
        if element.tag in _DROPPED or (most is not None and prose(element) <= most * total):
            _remove(element)


def main_element(root: Element) -> Element:
    """Return the smallest element with nearly all the prose of a page."""
    element = next(root.iter("body"), root)
    wanted = _NEARLY_ALL * prose(element)
    while True:
        inner = next(
            (child for child in element if isinstance(child.tag, str) and prose(child) >= wanted), None
        )
        # A single paragraph may be nearly all the prose, with headings around it.
        if inner is None or not wanted or inner.tag not in _CONTAINERS or len(list(_texts(inner))) == 1:
            return element
        element = inner


def prose(element: Element) -> int:
    """The number of characters in blocks that read like sentences."""
    texts = ((text, linked) for text, linked in _texts(element) if _STOP.search(text))
    return sum(len(text) for text, linked in texts if linked <= _LONGEST_LINKED * len(text))


def _texts(element: Element) -> Iterator[tuple[str, int]]:
    """The text of each block, with how much of it is links."""
    pieces: list[str] = []
    linked = 0

    def flush() -> Iterator[tuple[str, int]]:
        nonlocal linked
        text = "".join(pieces).strip()
        if text:
            yield text, linked
        pieces.clear()
        linked = 0

    for event, text, in_link in _walk(element, in_link=False):
        if event:
            yield from flush()
        else:
            pieces.append(text)
            linked += len(text.strip()) if in_link else 0
    yield from flush()


def _walk(top: Element, *, in_link: bool) -> Iterator[tuple[bool, str, bool]]:
    """Block edges (True) and texts in document order; without recursion, as pages nest deep."""
    waiting: list[tuple[Element | str | None, bool]] = [(top, in_link)]
    while waiting:
        item, linked = waiting.pop()
        if item is None:
            yield True, "", linked
        elif isinstance(item, str):
            yield False, item, linked
        elif isinstance(item.tag, str) and item.tag not in _DROPPED:
            edge: list[tuple[Element | str | None, bool]] = [(None, linked)] if item.tag in BLOCKS else []
            within = linked or item.tag == "a"
            inside: list[tuple[Element | str | None, bool]] = [(item.text or "", within)]
            for child in item:
                inside += [(child, within), (child.tail or "", within)]
            waiting += [*edge, *reversed(inside), *edge]


def _is_hidden(element: Element) -> bool:
    return element.get("hidden") is not None or bool(_HIDDEN.search(element.get("style") or ""))


def _is_chrome(element: Element) -> bool:
    if element.tag in {"body", "html"}:
        return False
    names = f"{element.get('class') or ''} {element.get('id') or ''}"
    return any(word.lower() in _CHROME for word in _WORD.findall(names))


def _remove(element: Element) -> None:
    """Take an element out and leave the text behind it."""
    parent = element.getparent()
    if parent is None:
        return
    if element.tail:
        before = element.getprevious()
        if before is not None:
            before.tail = (before.tail or "") + element.tail
        else:
            parent.text = (parent.text or "") + element.tail
    parent.remove(element)
