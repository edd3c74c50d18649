"""Numbers on lines of their own, above the headings that they number.

Pages set them in boxes and posters large, so a text copied from there has 一 on one line and 认清形势 on the
next. They are believed where they count from one, and where each has a heading with text below it.
"""

from __future__ import annotations

from collections.abc import Collection, Sequence

from reportgen.source import MARK, Line, Source
from reportgen.text.numerals import han_value
from reportgen.text.patterns import lazy

_HAN = "[一二三四五六七八九十]{1,3}"
_NUMBER = lazy(rf"(?P<han>{_HAN})、?|[（(](?P<paren>{_HAN})[)）]|(?P<zero>0[1-9]|[1-9]\d)[.．、]?")
_HEADING = lazy(r"[^。！？；，：…!?;,]{2,40}")
_AROUND = f" \t\u3000\xa0{MARK}"
_FEWEST = 2
_NEAREST = 2
"""Lines from a number to its heading: one blank one may part them."""


def lone_numbers(source: Source) -> Collection[int]:
    """Return where the lines begin that number the heading below them."""
    lines = [line for line in source.lines if line.paragraph]
    words = [source.text[line.span.start : line.span.end].strip(_AROUND) for line in lines]
    runs: dict[str, list[int]] = {"han": [], "paren": [], "zero": []}
    for at, word in enumerate(words):
        found = _NUMBER.fullmatch(word)
        if found is None or found.lastgroup is None:
            continue
        run = runs[found.lastgroup]
        if _value(found[found.lastgroup]) == len(run) + 1 and _heads(source, lines, words, at):
            run.append(lines[at].span.start)
    return {start for run in runs.values() if len(run) >= _FEWEST for start in run}


def _value(number: str) -> int:
    return int(number) if number.isdecimal() and number.isascii() else han_value(number)


def _heads(source: Source, lines: Sequence[Line], words: Sequence[str], at: int) -> bool:
    """Whether a heading comes next, with a text below that is neither a number nor another heading's."""
    if at + 2 >= len(lines) or any(line.row or line.title for line in lines[at : at + 2]):
        return False
    apart = source.text.count("\n", lines[at].span.end, lines[at + 1].span.start)
    if apart > _NEAREST or _NUMBER.fullmatch(words[at + 1]) or _NUMBER.fullmatch(words[at + 2]):
        return False
    return bool(_HEADING.fullmatch(words[at + 1]))
