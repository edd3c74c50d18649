"""Numbered lists that admit what is wrong: lines of the section they stand in, and no points of their own.

Where a format states its headings, ``1.`` behind 也要清醒看到存在的问题： numbers a list. As points of the
section they would stand beside what was done and what is to be done, and be taken for either.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from reportgen.outline.markers import Marker, match_marker
from reportgen.outline.paragraphs import Paragraph
from reportgen.text.patterns import lazy

_WRONG = "(?:问题|不足|短板|差距|弱项|困难|挑战|薄弱环节|隐患)"
_ADMITS = lazy(
    rf"(?:存在|看到|正视|面临|认识到|暴露|仍有|还有)[^。；！？]{{0,20}}{_WRONG}[^。；！？，]{{0,8}}[：:]$"
)
# What is to be solved is asked for, however it is counted.
_ASKS = lazy(
    rf"(?:解决|破解|补齐|攻克|应对|防范|消除|化解)[^。；！？，]{{0,12}}{_WRONG}[^。；！？，]{{0,8}}[：:]$"
)
_NUMBERS = frozenset({"arabic", "half-paren", "arabic-paren", "circled"})


def with_lists(text: str, rows: Sequence[Paragraph]) -> tuple[Paragraph, ...]:
    """Return the paragraphs, those of such a list beginning behind their numbers.

    Args:
        text: the speech.
        rows: its paragraphs without the head.
    """
    if all(row.level is None for row in rows):
        return tuple(rows)
    out = list(rows)
    for at, row in enumerate(rows):
        if row.level is None and _admits(text[row.text_start : row.end]):
            for item, marker in enumerate(_items(text, rows[at + 1 :]), at + 1):
                dress = text[rows[item].text_start : marker.end].strip()
                out[item] = replace(rows[item], text_start=marker.end, dress=dress)
    return tuple(out)


def _admits(line: str) -> bool:
    return bool(_ADMITS.search(line)) and not _ASKS.search(line)


def _items(text: str, rows: Sequence[Paragraph]) -> list[Marker]:
    """The markers of the items that stand first, a paragraph each, from one on."""
    found: list[Marker] = []
    for row in rows:
        marker = match_marker(text, row.text_start, row.end) if row.level is None else None
        if marker is None or marker.kind.name not in _NUMBERS or marker.value != len(found) + 1:
            break
        if found and marker.kind is not found[0].kind:
            break
        found.append(marker)
    return found
