"""How Word writes a number: the counting systems of ISO/IEC 29500-1, 17.18.59 (ST_NumberFormat).

Where the standard's prose and what Word prints differ, Word is followed: 101 is 一○一 in chineseCounting and
一百〇一 in chineseCountingThousand, and a set of signs that ends (甲 … 癸, ① … ⑳) goes on in digits.
"""

from __future__ import annotations

from collections.abc import Callable, Sequence

from reportgen.text.numerals import Signs, han_number

_HAN = "〇一二三四五六七八九"
_HAN_LEGAL = "零壹贰叁肆伍陆柒捌玖"
_HAN_LEGAL_TRADITIONAL = "零壹貳參肆伍陸柒捌玖"
_ROMAN = (
    (1000, "m"), (900, "cm"), (500, "d"), (400, "cd"), (100, "c"), (90, "xc"), (50, "l"), (40, "xl"),
    (10, "x"), (9, "ix"), (5, "v"), (4, "iv"), (1, "i"),
)  # fmt: skip
_LARGEST = 100_000_000
_LARGEST_ROMAN = 32_767  # Word numbers no list beyond
_MOST_TIMES = 100  # repetitions of a sign; Word stops as well
_HUNDRED = 100
_CHICAGO = "*†‡§"


def write_number(number: int, style: str) -> str:
    """Return `number` as the format `style` writes it; plain digits where the format has no sign for it."""
    writer = _WRITERS.get(style)
    return (writer(number) if writer and number > 0 else "") or _SPECIAL.get(style, str)(number)


def _set(signs: Sequence[str]) -> Callable[[int], str]:
    """A set of signs, one a number; digits behind its end."""
    return lambda number: signs[number - 1] if number <= len(signs) else ""


def _row(first: str, length: int) -> Callable[[int], str]:
    return _set("".join(chr(ord(first) + at) for at in range(length)))


def _repeated(signs: str) -> Callable[[int], str]:
    """A … Z, AA, BB …: behind the end the signs are doubled, then tripled."""

    def write(number: int) -> str:
        times, at = divmod(number - 1, len(signs))
        return signs[at] * (times + 1) if times < _MOST_TIMES else ""

    return write


def _digits(signs: str) -> Callable[[int], str]:
    """Every digit by itself: 二〇二六."""
    return lambda number: "".join(signs[int(digit)] for digit in str(number))


def _tens(digits: str) -> Callable[[int], str]:
    """With 十 below a hundred, digit by digit from there on: 九十九, 一○○."""
    signs = Signs(digits)
    return lambda number: han_number(number, signs) if number < _HUNDRED else _digits(digits)(number)


def _grouped(
    digits: str, units: str = "十百千", *, one_ten: bool = False, myriad: str = "万", bare: bool = False
) -> Callable[[int], str]:
    """With 十, 百, 千 and 万; Word goes on in digits where 亿 would come."""
    signs = Signs(digits, units, myriad + "亿", one_ten, bare)
    return lambda number: han_number(number, signs) if number < _LARGEST else ""


def _roman(number: int) -> str:
    text = ""
    for worth, sign in _ROMAN if number <= _LARGEST_ROMAN else ():
        times, number = divmod(number, worth)
        text += sign * times
    return text


def _full_width(number: int) -> str:
    return "".join(chr(ord("０") + int(digit)) for digit in str(number))


def _ordinal(number: int) -> str:
    teen = number % 100 in {11, 12, 13}
    return f"{number}{'th' if teen else {1: 'st', 2: 'nd', 3: 'rd'}.get(number % 10, 'th')}"


_STEMS, _BRANCHES = "甲乙丙丁戊己庚辛壬癸", "子丑寅卯辰巳午未申酉戌亥"
_LATIN = "abcdefghijklmnopqrstuvwxyz"
_CIRCLES, _PARENS, _STOPS = _row("①", 20), _row("⑴", 20), _row("⒈", 20)
_WRITERS: dict[str, Callable[[int], str]] = {
    "chineseCounting": _tens(_HAN.replace("〇", "○")),
    "chineseCountingThousand": _grouped(_HAN),
    "chineseLegalSimplified": _grouped(_HAN_LEGAL, "拾佰仟", one_ten=True),
    "taiwaneseCounting": _tens(_HAN.replace("〇", "○")),
    "taiwaneseCountingThousand": _grouped(_HAN.replace("〇", "零"), myriad="萬"),
    "taiwaneseDigital": _digits(_HAN.replace("〇", "○")),
    "ideographLegalTraditional": _grouped(_HAN_LEGAL_TRADITIONAL, "拾佰仟", one_ten=True, myriad="萬"),
    "ideographDigital": _digits(_HAN),
    "japaneseDigitalTenThousand": _digits(_HAN),
    "japaneseCounting": _grouped(_HAN, bare=True),
    "japaneseLegal": _grouped("〇壱弐参四伍六七八九", "拾百阡", one_ten=True, myriad="萬"),
    "koreanDigital2": _digits("零一二三四五六七八九"),
    "ideographTraditional": _set(_STEMS),
    "ideographZodiac": _set(_BRANCHES),
    "ideographZodiacTraditional": _set([_STEMS[at % 10] + _BRANCHES[at % 12] for at in range(60)]),
    "ideographEnclosedCircle": _row("㈠", 10),
    "decimalEnclosedCircle": _CIRCLES,
    "decimalEnclosedCircleChinese": _CIRCLES,
    "decimalEnclosedParen": _PARENS,
    "decimalEnclosedFullstop": _STOPS,
    "decimalFullWidth": _full_width,
    "decimalFullWidth2": _full_width,
    "lowerLetter": _repeated(_LATIN),
    "upperLetter": _repeated(_LATIN.upper()),
    "lowerRoman": _roman,
    "upperRoman": lambda number: _roman(number).upper(),
    "ordinal": _ordinal,
    "hex": lambda number: f"{number:X}",
    "chicago": _repeated(_CHICAGO),
}
_SPECIAL: dict[str, Callable[[int], str]] = {
    "decimalZero": lambda number: f"{number:02}",
    "numberInDash": lambda number: f"- {number} -",
    "none": lambda _: "",
    "bullet": lambda _: "",
}
