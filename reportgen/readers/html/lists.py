"""The numbers that a browser prints before the items of a numbered list (WHATWG HTML, 4.4.5 to 4.4.8)."""

from __future__ import annotations

from collections.abc import Iterator

from lxml.etree import _Element as Element

from reportgen.readers.html.styles import Styles
from reportgen.text.numerals import han_number
from reportgen.text.patterns import lazy

_LONGEST_NUMBER = 6
_LETTERS = 26
_MOST_ROMAN, _MOST_HAN = 3999, 99
_ROMAN = (
    (1000, "m"), (900, "cm"), (500, "d"), (400, "cd"), (100, "c"), (90, "xc"),
    (50, "l"), (40, "xl"), (10, "x"), (9, "ix"), (5, "v"), (4, "iv"), (1, "i"),
)  # fmt: skip
_BY_LETTER = {"a": "lower-alpha", "A": "upper-alpha", "i": "lower-roman", "I": "upper-roman"}
# CSS Counter Styles 3, 6 and 7: these count in Han numbers, with a mark of their own behind.
_HAN = frozenset("cjk-ideographic simp-chinese-informal trad-chinese-informal cjk-decimal".split())
_NUMBERED = lazy(
    r"\s*(?:[（(]?(?:\d{1,3}|[一二三四五六七八九十]{1,3})(?:[)）、]|[.．](?!\d))|[①-⑳⑴-⒛㈠-㈩]"
    r"|第[一二三四五六七八九十\d]{1,3}[条章节部编、，])"
)
_LOOKED_AT = 20
"""Characters of an item that tell whether it brings a number of its own."""


def numbers_of(items: Element, styles: Styles) -> dict[Element, str]:
    """The numbers of a list; none where the style prints none or where all items bring their own."""
    found = [one for one in items if one.tag == "li"]
    kind = _kind(items, found, styles)
    if kind == "none" or (found and all(map(_is_numbered, found))):
        return {}
    return {one: _printed(number, kind) for one, number in _counted(items, found)}


def _kind(items: Element, found: list[Element], styles: Styles) -> str:
    kind = _BY_LETTER.get(items.get("type") or "", "decimal")
    for one in (items, *found[:1]):
        said = styles.of(one)
        for name in ("list-style", "list-style-type"):
            kind = next((word for word in said.get(name, "").split() if word in _KNOWN), kind)
    return kind


def _counted(items: Element, found: list[Element]) -> Iterator[tuple[Element, int]]:
    backwards = items.get("reversed") is not None
    number = _whole(items.get("start"), len(found) if backwards else 1)
    for one in found:
        number = _whole(one.get("value"), number)
        yield one, number
        number += -1 if backwards else 1


def _whole(said: str | None, otherwise: int) -> int:
    return int(said) if said and said.isdecimal() and len(said) <= _LONGEST_NUMBER else otherwise


def _printed(number: int, kind: str) -> str:
    if kind in _HAN and 0 < number <= _MOST_HAN:
        return f"{han_number(number)}、"
    if kind.endswith("roman") and 0 < number <= _MOST_ROMAN:
        text = _roman(number)
    elif kind.endswith(("alpha", "latin")) and 0 < number <= _LETTERS:
        text = chr(ord("a") + number - 1)
    else:
        return f"{number:02}. " if kind == "decimal-leading-zero" else f"{number}. "
    return f"{text.upper() if kind.startswith('upper') else text}. "


def _roman(number: int) -> str:
    text = ""
    for value, sign in _ROMAN:
        text += sign * (number // value)
        number %= value
    return text


_KNOWN = _HAN | frozenset(
    "none decimal decimal-leading-zero lower-alpha lower-latin upper-alpha upper-latin lower-roman "
    "upper-roman".split()
)


def _is_numbered(item: Element) -> bool:
    text = ""
    for piece in item.itertext():
        text += str(piece)
        if len(text.lstrip()) >= _LOOKED_AT:
            break
    return bool(_NUMBERED.match(text))
