"""Chinese numerals, to text and from text, for numbers of any size.

Four figures make a group (一千二百三十四), a group before 万 and one behind it make eight figures, and 亿
multiplies all that stands before it, so there is no largest number: 一亿亿 is 10¹⁶.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

FIGURES = "一二三四五六七八九十百千万亿零〇○"
"""Every character that a numeral in running text is made of."""

ORDINAL = (
    "(?:[一二三四五六七八九][百千][零〇一二三四五六七八九十百]{0,6}"
    "|[一二三四五六七八九]{1,2}[〇○][〇○一二三四五六七八九]?|[一二三四五六七八九十]{1,3})"
)
"""A pattern for what counts headings: 一 … 九十九, 一百零一, and 一○一 as Word has it; below ten thousand."""

_MYRIAD = 10_000
_YI = _MYRIAD**2


@dataclass(frozen=True, slots=True)
class Signs:
    """What numerals are written with: ten digits, the units 十 百 千, and the signs of 10⁴ and 10⁸.

    `one_ten`: 10 is 一十. `bare`: no zero for a gap and no 一 before a unit, as in Japanese.
    """

    digits: str = "零一二三四五六七八九"
    units: str = "十百千"
    powers: str = "万亿"
    one_ten: bool = False
    bare: bool = False


PLAIN = Signs()
"""As handouts write them: 一, 十, 十二, 二十一, 一百零一."""

_ROWS = ("零一二三四五六七八九", "〇壹贰叁肆伍陆柒捌玖")
_VALUES = {char: value for row in _ROWS for value, char in enumerate(row)} | {"○": 0, "两": 2}
_UNITS = {"十": 10, "拾": 10, "百": 100, "佰": 100, "千": 1000, "仟": 1000}


def han_number(number: int, signs: Signs = PLAIN) -> str:
    """Return a number in Chinese numerals (一, 十, 二十一, 一百零一, 一万零三十).

    Raises:
        ValueError: the number is negative.
    """
    if number < 0:
        raise ValueError(f"{number} is negative, and no numeral counts anything so")
    if not number:
        return signs.digits[0]
    text = signs.powers[1].join(_groups(number, signs))
    return text[1:] if not signs.one_ten and text.startswith(signs.digits[1] + signs.units[0]) else text


def _groups(number: int, signs: Signs) -> Iterator[str]:
    """The numerals between the signs of 10⁸, the highest first; an empty one for eight zeros."""
    groups: list[int] = []
    while number:
        number, group = divmod(number, _YI)
        groups.append(group)
    for at, group in enumerate(reversed(groups)):
        yield (_gap(group, _YI, signs) if at else "") + _below_yi(group, signs)


def _gap(group: int, limit: int, signs: Signs) -> str:
    """The zero in front of a group that stands behind another and does not fill its first place."""
    return signs.digits[0] if 0 < group < limit // 10 and not signs.bare else ""


def _below_yi(number: int, signs: Signs) -> str:
    high, low = divmod(number, _MYRIAD)
    before = _below_myriad(high, signs) + signs.powers[0] + _gap(low, _MYRIAD, signs) if high else ""
    return before + _below_myriad(low, signs)


def _below_myriad(number: int, signs: Signs) -> str:
    text, gap = "", False
    for power in (3, 2, 1, 0):
        digit = number // 10**power % 10
        if not digit:
            gap = bool(text)
            continue
        unit = signs.units[power - 1] if power else ""
        text += signs.digits[0] if gap and not signs.bare else ""
        text += unit if signs.bare and digit == 1 and unit else signs.digits[digit] + unit
        gap = False
    return text


def han_value(text: str) -> int:
    """Return the number that a text says: in digits of either width if it has any, else in numerals.

    What is neither is passed over (第十二章 is 12); digits without units count by their places (二〇二六,
    一○一). 0 where no number is said.
    """
    digits = "".join(char for char in text if char.isdecimal())
    if digits:
        return int(digits)
    return _Reading().read(text)


class _Reading:
    """A numeral being read: what 亿, 万 and smaller units come to so far, and the digits since."""

    def __init__(self) -> None:
        self._yi = self._myriad = self._group = self._digits = 0

    def read(self, text: str) -> int:
        for char in text:
            if char in _VALUES:
                self._digits = self._digits * 10 + _VALUES[char]
            elif char in _UNITS:
                self._group += (self._digits or 1) * _UNITS[char]
                self._digits = 0
            elif char in "万萬":
                self._myriad = (self._taken() or 1) * _MYRIAD
            elif char in "亿億":
                self._yi = (self._yi + self._myriad + self._taken() or 1) * _YI
                self._myriad = 0
        return self._yi + self._myriad + self._taken()

    def _taken(self) -> int:
        """What stands behind the last 万 or 亿; it is counted once."""
        taken = self._group + self._digits
        self._group = self._digits = 0
        return taken
