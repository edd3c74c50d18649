"""Which rows of a page are its text: without buttons and lists of links, numbers back at their headings."""

from __future__ import annotations

from collections.abc import Collection, Sequence
from dataclasses import replace
from itertools import pairwise

from reportgen.readers.html.wording import is_furniture, opens_appendix
from reportgen.readers.rows import Row, Run
from reportgen.text.patterns import lazy

_GOES_ON = 0.1
"""Share of the text that stands behind a list of links inside it."""
_MOST_BEHIND = 0.5
"""Share of a page behind 相关链接 from which it cannot be a list of others, whatever it is called."""
_LONGEST_HEADING = 60
_DIGITS = "一二三四五六七八九十"
_BARE = lazy(rf"[{_DIGITS}]{{1,3}}|0?[1-9]|[1-9]\d")
_DRESSED = lazy(rf"(?:[{_DIGITS}]{{1,3}}|\d{{1,2}})[、.．]|[（(](?:[{_DIGITS}]{{1,3}}|\d{{1,2}})[)）]")
_STOPPED = lazy(r"[。！？；：，]$")
_AROUND_LINK = lazy(r"^[\s·•●■▪>＞»-]+|[\s（(\[]*\d{4}[-/.年]\d{1,2}[-/.月]\d{1,2}日?[\])）\s]*$")


def text_rows(rows: Sequence[Row], links: Collection[str]) -> tuple[list[Row], int]:
    """Return the rows that are text, and how many are not; `links` are the texts of the page's links."""
    out: list[Row] = []
    at = 0
    while at < len(rows):
        if opens_appendix(rows[at].text):
            behind = _behind_links(rows, at, links)
            if behind is not None:
                at = behind
                continue
        if not is_furniture(rows[at].text):
            out.append(rows[at])
        at += 1
    return out, sum(bool(row.text.strip()) for row in rows) - len(out)


def with_numbers(rows: Sequence[Row]) -> list[Row]:
    """Join numbers that stand in boxes of their own with the headings behind them."""
    bare = _bare_numbers(rows)
    out: list[Row] = []
    for row in rows:
        above = out[-1] if out else None
        if above is not None and (id(above) in bare or _DRESSED.fullmatch(above.text)) and _may_head(row):
            # A box is to the eye what 、 is to the reader.
            stop = "、" if id(above) in bare else ""
            number = Run(above.text + stop, row.runs[0].strong)
            level = row.level if row.level is not None else above.level
            out[-1] = replace(row, runs=(number, *row.runs), level=level)
        else:
            out.append(row)
    return out


def _behind_links(rows: Sequence[Row], at: int, links: Collection[str]) -> int | None:
    """Where the text goes on behind a list of others; None where what is called so is none."""
    end = at + 1
    while end < len(rows) and (_is_link(rows[end], links) or is_furniture(rows[end].text)):
        end += 1
    whole, rest = _prose(rows), _prose(rows[end:])
    if any(_is_link(row, links) for row in rows[at + 1 : end]):
        return end if rest > _GOES_ON * whole else len(rows)
    return None if rest > _MOST_BEHIND * whole else len(rows)


def _is_link(row: Row, links: Collection[str]) -> bool:
    text = "".join(row.text.split())
    return text in links or _AROUND_LINK.sub("", text) in links


def _prose(rows: Sequence[Row]) -> int:
    return sum(len(row.text) for row in rows if not is_furniture(row.text))


def _bare_numbers(rows: Sequence[Row]) -> frozenset[int]:
    """The rows that are a number alone: they count from one, two at least, and each has a heading behind."""
    found: list[Row] = []
    for row, after in pairwise(rows):
        if _BARE.fullmatch(row.text) and _may_head(after) and _value(row.text) == len(found) + 1:
            found.append(row)
    return frozenset(id(row) for row in found) if len(found) > 1 else frozenset()


def _may_head(row: Row) -> bool:
    text = row.text
    number = _BARE.fullmatch(text) or _DRESSED.fullmatch(text)
    return not number and len(text) <= _LONGEST_HEADING and not _STOPPED.search(text)


def _value(number: str) -> int:
    if number.isdecimal():
        return int(number)
    tens, ten, ones = number.rpartition("十")
    return (_DIGITS.find(tens) + 1 or 1) * 10 * bool(ten) + _DIGITS.find(ones) * bool(ones) + bool(ones)
