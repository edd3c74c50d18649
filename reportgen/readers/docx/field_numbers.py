"""The numbers that fields count as Word lays a document out (ISO/IEC 29500-1, 17.16.5).

The file holds no result of AUTONUM, AUTONUMLGL, AUTONUMOUT and LISTNUM, so they are counted here.
"""

from __future__ import annotations

import re

from reportgen.readers.docx.formats import write_number
from reportgen.text.patterns import lazy

_NUMBER = lazy(r"\s*(?P<kind>AUTONUM(?:LGL|OUT)?|LISTNUM)\b", re.IGNORECASE)
_SEPARATOR = lazy(r'\\s\s*"?(?P<sign>[^\s"\\])"?')
_FORMAT = lazy(r"\\\*\s*(?P<name>[A-Za-z]+\d?)")
_LIST = lazy(r'LISTNUM\s+"?(?P<name>[^\s"\\]+)', re.IGNORECASE)
_SWITCH = r"\\{}\s*(?P<number>\d{{1,4}})"
_LEVEL, _START = lazy(_SWITCH.format("l")), lazy(_SWITCH.format("s"))
_BODY = 10
"""The level of what is no heading: below all nine."""
_MOST_LEVELS = 9

# 17.16.4.1, general formatting: the name of a format is told by its case where there are two.
_STYLES = {
    "roman": "lowerRoman", "ROMAN": "upperRoman", "Roman": "upperRoman", "alphabetic": "lowerLetter",
    "ALPHABETIC": "upperLetter", "CHINESENUM1": "chineseCounting", "CHINESENUM2": "chineseLegalSimplified",
    "CHINESENUM3": "chineseCountingThousand", "GB1": "decimalEnclosedFullstop",
    "GB2": "decimalEnclosedParen", "GB3": "decimalEnclosedCircleChinese", "GB4": "ideographEnclosedCircle",
    "CIRCLENUM": "decimalEnclosedCircle", "ZODIAC1": "ideographTraditional", "ZODIAC2": "ideographZodiac",
}  # fmt: skip
_Signs = tuple[tuple[str, str], ...]
_BY_DEFAULT: _Signs = (
    ("decimal", "{})"), ("lowerLetter", "{})"), ("lowerRoman", "{})"), ("decimal", "({})"),
    ("lowerLetter", "({})"), ("lowerRoman", "({})"), ("decimal", "{}."), ("lowerLetter", "{}."),
    ("lowerRoman", "{}."),
)  # fmt: skip
_OUTLINE: _Signs = (
    ("upperRoman", "{}."), ("upperLetter", "{}."), ("decimal", "{}."), ("lowerLetter", "{})"),
    ("decimal", "({})"), ("lowerLetter", "({})"), ("lowerRoman", "({})"), ("lowerLetter", "({})"),
    ("lowerRoman", "({})"),
)  # fmt: skip
_LISTS = {"numberdefault": _BY_DEFAULT, "outlinedefault": _OUTLINE}
_LEGAL = "legaldefault"


class FieldNumbers:
    """The counters of a document. `level` is that of the heading which is being read, None in text.

    `numbered` says that its paragraph has an automatic number, below which the numbers of a list stand.
    """

    def __init__(self) -> None:
        self._counts: dict[str, dict[int, int]] = {}
        self.level: int | None = None
        self.numbered = False

    def begin(self, level: int | None, *, numbered: bool) -> None:
        """Go on to a paragraph. Lists below a number begin anew with each."""
        self.level, self.numbered = level, numbered
        if numbered:
            for name in (*_LISTS, _LEGAL):
                self._counts.pop(f"{name} below", None)

    def number(self, instruction: str) -> str | None:
        """Return the next number; None where the field is of another kind, or counts a list of its own."""
        found = _NUMBER.match(instruction)
        if not found:
            return None
        kind = found["kind"].upper()
        return self._listed(instruction) if kind == "LISTNUM" else self._automatic(kind, instruction)

    def _automatic(self, kind: str, instruction: str) -> str:
        level = self.level or _BODY
        values = self._step(kind, level)
        separator = _SEPARATOR.search(instruction)
        sign = separator["sign"] if separator else "."
        if kind == "AUTONUMLGL":
            joined = sign.join(str(values[at]) for at in sorted(values) if at <= level)
            return joined + ("" if re.search(r"\\e\b", instruction) else sign)
        if kind == "AUTONUMOUT":
            style, shape = _OUTLINE[min(level, len(_OUTLINE)) - 1] if self.level else _OUTLINE[0]
            return shape.format(write_number(values[level], style))
        named = _FORMAT.search(instruction)
        name = named["name"] if named else ""
        return write_number(values[level], _STYLES.get(name, _STYLES.get(name.upper(), "decimal"))) + sign

    def _listed(self, instruction: str) -> str | None:
        named = _LIST.match(instruction.strip())
        name = named["name"].lower() if named else "numberdefault"
        if name not in _LISTS and name != _LEGAL:
            return None
        stated, start = _LEVEL.search(instruction), _START.search(instruction)
        below = self.numbered and not stated
        level = int(stated["number"]) if stated else 2 if below else 1
        level = min(max(level, 1), _MOST_LEVELS)
        values = self._step(
            f"{name} below" if below else name, level, int(start["number"]) if start else None
        )
        if name == _LEGAL:
            return "".join(f"{values.get(at, 1)}." for at in range(1, level + 1))
        style, shape = _LISTS[name][level - 1]
        return shape.format(write_number(values[level], style))

    def _step(self, name: str, level: int, start: int | None = None) -> dict[int, int]:
        """Count up on a level; those below begin anew."""
        values = self._counts.setdefault(name, {})
        values[level] = values.get(level, 0) + 1 if start is None else start
        for below in [at for at in values if at > level]:
            del values[below]
        return values
