"""What styles say about the elements of a page, as far as it tells whether and how they are read.

Of the style sheets inside a page only rules count that name tags, classes and ids of one element, outside
of ``@media`` and the like: what a rule with more conditions does depends on the screen. A page may hide by
class what it prints between its words against copying, so those rules are needed to read it at all.
"""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterator, Mapping
from dataclasses import dataclass

from lxml.etree import _Element as Element

from reportgen.text.patterns import lazy

_BRACES = lazy(r"([{}])")
_COMMENT = lazy(r"/\*.*?\*/", re.DOTALL)
_COMPOUND = lazy(r"([A-Za-z][\w-]*)?((?:[.#][\w-]+)+)(::?before|::?after)?")
_NAME = lazy(r"[.#][\w-]+")
_USED = frozenset(
    "display visibility opacity font-size white-space list-style list-style-type position left top height "
    "overflow clip content".split()
)
_MOST_RULES = 50
"""Rules kept of those that begin with one name; no sheet has more, and each is looked at for each element."""
_ZERO = lazy(r"0(?:\.0+)?(?:px|pt|em|rem|%)?")
_WAYS = {
    "display": lazy("none"),
    "visibility": lazy("hidden|collapse"),
    "opacity": _ZERO,
    "font-size": _ZERO,
}
_FAR_OUT = lazy(r"-\d{3,}(?:\.\d+)?(?:px|pt|em|rem|%)")
# Words that a style prints: a counter, or a string with a letter or digit. Signs of faces are private ones.
_PRINTED = lazy(r"\bcounters?\(|([\"'])[^\"'\\]*[0-9A-Za-z\u4e00-\u9fff][^\"']*\1")
# Names that all have one meaning, in frameworks whose style sheets lie outside of the page.
_UNSEEN = frozenset({"sr-only", "visually-hidden", "screen-reader-text"})


@dataclass(frozen=True, slots=True)
class _Rule:
    tag: str
    names: frozenset[str]
    behind: str
    said: Mapping[str, str]


class Styles:
    """The style sheets of a page."""

    def __init__(self, root: Element) -> None:
        self._rules: dict[str, list[_Rule]] = defaultdict(list)
        for sheet in root.iter("style"):
            if (sheet.get("media") or "all").lower() in {"all", "screen"}:
                for rule in _rules("".join(map(str, sheet.itertext()))):
                    known = self._rules[min(rule.names)]
                    if len(known) < _MOST_RULES:
                        known.append(rule)

    def of(self, element: Element) -> dict[str, str]:
        """What holds of an element itself; nothing is inherited."""
        said: dict[str, str] = {}
        for rule in self._matching(element):
            if not rule.behind:
                said |= rule.said
        style = element.get("style")
        return said | _declared(style) if style else said

    def prints(self, element: Element) -> bool:
        """Whether a style prints words of its own before or behind an element."""
        return any(
            rule.behind and _PRINTED.search(rule.said.get("content", "")) for rule in self._matching(element)
        )

    def hides(self, element: Element) -> str:
        """In which way an element is hidden; empty where it is not."""
        if element.get("hidden") is not None:
            return "display"
        names = (element.get("class") or "").split()
        if not _UNSEEN.isdisjoint(names):
            return "place"
        said = self.of(element)
        way = next((way for way, seen in _WAYS.items() if seen.fullmatch(said.get(way, ""))), "")
        if way == "font-size" and any("font-size" in self.of(one) for one in element.iterdescendants("*")):
            return ""  # a box without a size closes the gaps between boxes inside that have one
        return way or ("place" if _is_away(said) else "")

    def _matching(self, element: Element) -> list[_Rule]:
        if not self._rules:
            return []
        names = {f".{name}" for name in (element.get("class") or "").split()}
        if element.get("id"):
            names.add(f"#{element.get('id')}")
        found = [
            rule
            for name in names
            for rule in self._rules.get(name, ())
            if rule.names <= names and rule.tag in {"", element.tag}
        ]
        return sorted(found, key=lambda rule: (sum(name[0] == "#" for name in rule.names), len(rule.names)))


def _is_away(said: Mapping[str, str]) -> bool:
    if said.get("position") in {"absolute", "fixed"}:
        clipped = said.get("clip", "").replace(" ", "").startswith("rect(0")
        return clipped or any(_FAR_OUT.fullmatch(said.get(side, "")) for side in ("left", "top"))
    return bool(_ZERO.fullmatch(said.get("height", ""))) and said.get("overflow") == "hidden"


def _rules(sheet: str) -> Iterator[_Rule]:
    """The rules of a sheet that stand alone, in order; those inside of ``@media`` and the like are passed."""
    opened: list[str] = []
    text = ""
    for piece in _BRACES.split(_COMMENT.sub("", sheet)):
        if piece == "{":
            opened.append(text.rpartition(";")[2].strip())
        elif piece == "}" and opened:
            head = opened.pop()
            if not opened and not head.startswith("@"):
                yield from _rule(head, text)
        text = "" if piece in {"{", "}"} else piece


def _rule(head: str, body: str) -> Iterator[_Rule]:
    said = _declared(body)
    if not said:
        return
    for selector in head.split(","):
        found = _COMPOUND.fullmatch(selector.strip())
        if found:
            names = frozenset(_NAME.findall(found[2]))
            yield _Rule((found[1] or "").lower(), names, found[3] or "", said)


def _declared(body: str) -> dict[str, str]:
    """Declarations (CSS Syntax, 5.4.4) that matter here."""
    said: dict[str, str] = {}
    for one in body.split(";"):
        name, _, value = one.partition(":")
        name = name.strip().lower()
        if name in _USED:
            plain = value.strip() if name == "content" else value.strip().lower()
            said[name] = plain.replace("!important", "").strip()
    return said
