"""Take out of a page what is not its text: what the site puts around it, and what nobody sees."""

from __future__ import annotations

from collections import Counter
from collections.abc import Collection, Iterator, Mapping, Sequence

from lxml.etree import _Element as Element

from reportgen.readers.html.main_text import AROUND, DROPPED, HIDDEN, LEFT_OUT, Prose
from reportgen.readers.html.styles import Styles
from reportgen.text.patterns import lazy

# Words in class names and ids by which sites mark what is around the text.
_CHROME = frozenset(
    "nav navbar menu crumb crumbs breadcrumb breadcrumbs footer foot bottom sidebar aside share sharing "
    "bdshare jiathis related relate recommend recommended copyright pager pagination page comment "
    "comments qrcode ewm toolbar tools print fontsize search login topbar toplink friendlink links hot "
    "ranking rank banner advert ad ads breadnav position location dqwz mbx wzdh".split()
)
# Of these the words that as well name what a text is laid out in, page by page.
_VAGUE = frozenset("foot bottom page tools print links hot position location".split())
_PARAGRAPHS = frozenset("p span b strong em i font".split())
_TAGS = frozenset("nav footer aside dialog noscript textarea button".split())
_ROLES = frozenset("navigation complementary contentinfo search dialog alert alertdialog".split())
_HEADS = frozenset("h1 h2 h3 h4 h5 h6 summary dt".split())
_WORD = lazy(r"[A-Z]?[a-z]+|[A-Z]+(?![a-z])")
_MOST_CHROME, _MOST_HIDDEN = 0.3, 0.6
"""Share of the page's prose beyond which an element is no chrome, whatever its name, and only hidden until a
script shows it."""


def without_chrome(root: Element, styles: Styles) -> None:
    """Remove from a page, in place, what is plainly not its text.

    Where it has sentences a mark stays, so that what the text itself has lost can be told.
    """
    _show_shadows(root)
    prose = Prose(root)
    total = prose.of(root)
    elements = [one for one in root.iter() if isinstance(one.tag, str)]
    ways = {one: frozenset({way}) for one in elements if (way := styles.hides(one))}
    words = {one: named for one in elements if (named := _words(one))}
    shown = _spread(elements, {one: way - {"display"} for one, way in ways.items()}, prose, total)
    kept = _spread(elements, {one: named & _VAGUE for one, named in words.items()}, prose, total)
    heads = {one for head in root.iter(*_HEADS) for one in head.iter("button")}
    for element in elements:
        if element.getparent() is None:
            continue
        is_hidden = bool(ways.get(element, shown) - shown)
        is_around = bool(words.get(element, kept) - kept) or _is_around(element, heads)
        if element.tag in DROPPED:
            _remove(element)
        elif is_hidden and prose.of(element) <= _MOST_HIDDEN * total:
            _take_out(element, HIDDEN, prose)
        elif is_around and prose.of(element) <= _MOST_CHROME * total:
            _take_out(element, AROUND, prose)
        elif element.tag == "textarea":
            element.tag = "pre"


def left_out(main: Element, styles: Styles) -> Iterator[str]:
    """What is missing inside the text, a name for each place."""
    for element in main.iter("*"):
        if element.tag == LEFT_OUT:
            yield element.get("class") or ""
        elif styles.prints(element):
            yield "处由样式加上的字"


def _show_shadows(root: Element) -> None:
    """A template that a browser shows at once (WHATWG HTML, 4.12.3) is an element like any other."""
    for one in list(root.iter("template")):
        if one.get("shadowrootmode") or one.get("shadowroot"):
            one.tag = "div"


def _spread(
    elements: Sequence[Element], found: Mapping[Element, frozenset[str]], prose: Prose, total: int
) -> frozenset[str]:
    """The names that together hold so much of the prose that they set nothing apart."""
    sums: Counter[str] = Counter()
    above: dict[Element, frozenset[str]] = {}
    none: frozenset[str] = frozenset()
    for element in elements:
        parent = element.getparent()
        around = above.get(parent, none) | found.get(parent, none) if parent is not None else none
        above[element] = around
        for name in found.get(element, none) - around:
            sums[name] += prose.of(element)
    return frozenset(name for name, held in sums.items() if held > _MOST_CHROME * total)


def _is_around(element: Element, heads: Collection[Element]) -> bool:
    """By tag or role; a button that unfolds the text below is its heading."""
    return (element.tag in _TAGS and element not in heads) or element.get("role") in _ROLES


def _words(element: Element) -> frozenset[str]:
    if element.tag in {"body", "html"}:
        return frozenset()
    names = f"{element.get('class') or ''} {element.get('id') or ''}"
    found = frozenset(word.lower() for word in _WORD.findall(names)) & _CHROME
    # A paragraph that is called so (p.bottom) is one by its place in the text.
    return found - _VAGUE if element.tag in _PARAGRAPHS else found


def _take_out(element: Element, what: str, prose: Prose) -> None:
    if not prose.of(element):
        _remove(element)
        return
    tail = element.tail
    element.clear()
    element.tag, element.tail = LEFT_OUT, tail
    element.set("class", what)


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
