"""Find the element of a page that holds its text.

It is the smallest one with nearly all of the page's prose. Prose is told by Chinese punctuation and by not
being links, so that neither the names of classes nor the way of marking paragraphs (p, div, br) decides.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from lxml.etree import _Element as Element

from reportgen.text.patterns import lazy

BLOCKS = frozenset(
    "address article aside blockquote body br center dd details dir div dl dt fieldset figcaption figure "
    "footer form h1 h2 h3 h4 h5 h6 header hr html li main menu nav ol p pre section table tbody td tfoot "
    "th thead tr ul".split()
)
_CONTAINERS = BLOCKS - frozenset(
    {"p", "h1", "h2", "h3", "h4", "h5", "h6", "pre", "li", "dd", "dt", "br", "hr"}
)
DROPPED = frozenset(
    "script style template iframe frame object embed svg canvas select input link meta head audio video "
    "map".split()
)
LEFT_OUT = "x-left-out"
"""The tag of what stays where an element with sentences was taken out: its `class` says what it was."""
AROUND, HIDDEN = "处网页边栏、页脚等", "处看不见的文字"
_STOP = lazy("[，。；：、！？]")
_NEARLY_ALL = 0.9
_WECHAT, _MOSTLY = "js_content", 0.5
"""What WeChat calls its text, and the share of the prose that shows that it is."""
_LONGEST_LINKED = 0.5
"""Share of a block that may be links before it is no prose."""


def main_element(root: Element) -> Element:
    """Return the smallest element with nearly all the prose of a page."""
    element = next(root.iter("body"), root)
    prose = Prose(element)
    for told in element.iter("*"):
        if told.get("id") == _WECHAT and prose.of(told) > _MOSTLY * prose.of(element):
            element = told
            break
    wanted = _NEARLY_ALL * prose.of(element)
    while True:
        inner = next(
            (child for child in element if isinstance(child.tag, str) and prose.of(child) >= wanted), None
        )
        # A single paragraph may be nearly all the prose, with headings around it.
        if inner is None or not wanted or inner.tag not in _CONTAINERS or prose.is_single(inner):
            return element
        element = inner


class Prose:
    """How many characters each element of a page has in blocks that read like sentences.

    Counted in one walk, since pages nest deep and a walk for each element would never end.
    """

    def __init__(self, root: Element) -> None:
        self._found: dict[Element, _Sum] = {}
        begun: list[_Sum] = []
        now = _Sum()
        for step in _walk(root):
            if isinstance(step, _Text):
                now = now.with_text(step)
            elif step.opens:
                now = now.with_edge() if step.element.tag in BLOCKS else now
                begun.append(now)
            else:
                self._found[step.element] = now.since(begun.pop())
                now = now.with_edge() if step.element.tag in BLOCKS else now

    def of(self, element: Element) -> int:
        """The number of characters in blocks that read like sentences."""
        return self._found.get(element, _Sum()).prose

    def is_single(self, element: Element) -> bool:
        """Whether all the texts of an element are in one block."""
        return self._found.get(element, _Sum()).blocks == 1


@dataclass(frozen=True, slots=True)
class _Text:
    """A text of a page, and whether it is a link."""

    text: str
    in_link: bool


@dataclass(frozen=True, slots=True)
class _Tag:
    """Where an element begins or ends."""

    element: Element
    opens: bool


@dataclass(frozen=True, slots=True)
class _Sum:
    """What was counted up to a place: blocks, their prose, and of the open block length, links and stops."""

    prose: int = 0
    blocks: int = 0
    length: int = 0
    linked: int = 0
    stops: int = 0

    def with_text(self, step: _Text) -> _Sum:
        """Count a text into the open block."""
        length = len(step.text.strip())
        stops = len(_STOP.findall(step.text))
        linked = self.linked + length * step.in_link
        return _Sum(self.prose, self.blocks, self.length + length, linked, self.stops + stops)

    def with_edge(self) -> _Sum:
        """Close the open block."""
        if not self.length:
            return self
        reads = self.stops and self.linked <= _LONGEST_LINKED * self.length
        return _Sum(self.prose + self.length * bool(reads), self.blocks + 1)

    def since(self, start: _Sum) -> _Sum:
        """What was counted from a place on; words inside a block are counted as a block of their own."""
        own = self
        if self.blocks == start.blocks:
            length, linked = self.length - start.length, self.linked - start.linked
            own = _Sum(self.prose, self.blocks, length, linked, self.stops - start.stops)
        closed = own.with_edge()
        return _Sum(closed.prose - start.prose, closed.blocks - start.blocks)


def _walk(top: Element) -> Iterator[_Text | _Tag]:
    """Tags and texts in document order; without recursion, as pages nest deep."""
    waiting: list[tuple[Element | _Text | _Tag, bool]] = [(top, False)]
    while waiting:
        item, linked = waiting.pop()
        if isinstance(item, _Text | _Tag):
            yield item
        elif isinstance(item.tag, str) and item.tag not in DROPPED:
            within = linked or item.tag == "a"
            yield _Tag(item, opens=True)
            inside: list[tuple[Element | _Text | _Tag, bool]] = [(_Text(item.text or "", within), within)]
            for child in item:
                inside += [(child, within), (_Text(child.tail or "", within), within)]
            waiting += [(_Tag(item, opens=False), within), *reversed(inside)]
