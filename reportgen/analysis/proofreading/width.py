"""Half-width and full-width characters, and blanks, in Chinese text (GB/T 15834-2011, 5; 15835-2011, 5.1)."""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import lru_cache

from reportgen.analysis.proofreading.findings import Remark, Script
from reportgen.analysis.proofreading.numbers import body_start
from reportgen.text.patterns import lazy

LONGEST_SPACED = 40
"""Characters of a line whose words may be set apart by blanks: a title, a name, a signature."""

_HAN = r"[\u4e00-\u9fff〇]"
_WIDE = {",": "，", ";": "；", ":": "：", "?": "？", "!": "！", ".": "。", "(": "（", ")": "）"}
# A mark is a Chinese one where Chinese stands before it, or a number before and Chinese behind.
_HALF = lazy(
    rf"(?:(?<={_HAN})|(?<=[”）》’】〉〕％])|(?<=[0-9%A-Za-z])(?=[,;:?!]{_HAN}))[,;:?!]"
    rf"|(?:(?<={_HAN})|(?<=[”）》]))\.(?=$|{_HAN}|[“《（\n])"
)
_HALF_BRACKET = lazy(rf"\((?=[^()\n]*{_HAN})[^()\n]{{1,60}}\)|(?<={_HAN})\([^()\n]{{1,30}}\)")
_PROTECTED = lazy(
    r"https?://[^\s\u4e00-\u9fff，。；）]+|www\.[^\s\u4e00-\u9fff，。；）]+|(?<![A-Za-z0-9_.+-])[A-Za-z0-9_.+-]{1,64}@[A-Za-z0-9-]+(?:\.[A-Za-z0-9-]+)+"
    r"|\]\([^)\n]{0,400}\)|`[^`\n]*`|^\|.*\|$|(?<!\d)\d++(?:[:.,]\d++)+",
    re.MULTILINE,
)
_DIGITS = lazy(r"[０-９]+(?:[．，][０-９]+)*")
_LETTERS = lazy(r"[Ａ-Ｚａ-ｚ]+")
_BLANK = r"[ \u3000\xa0]+"
_SPACED = lazy(
    rf"(?<={_HAN}){_BLANK}(?=[\u4e00-\u9fff〇“《])"
    rf"|(?<=[，。；：、！？]){_BLANK}(?=[\u4e00-\u9fff“《])|(?<={_HAN}){_BLANK}(?=[，。；：、！？])"
)
# A blank sets a name apart from its office, and the parts of an imprint from each other.
_OFFICE = lazy(r"(?:记者|总理|书记|主席|[部省市县区镇乡州厅局处科院校会]长|主任|委员|代表|通讯员|电)$")
_LONGEST_OFFICE = 4
_NOTE = lazy(r"(?:报送|抄送|主送|印发|编发|编辑|责编|来源|联系人|签发)[：:]")
_INVISIBLE = lazy("[\u200b-\u200d\u2060\ufeff\u00ad\ue000-\uf8ff]+")
_UNDECODED = lazy("\ufffd+")


@lru_cache(maxsize=1)
def protected(text: str) -> bytes:
    """Return for every character whether it is part of an address, a number, code or a table."""
    out = bytearray(len(text))
    for found in _PROTECTED.finditer(text):
        out[found.start() : found.end()] = b"\1" * len(found[0])
    return bytes(out)


def half_marks(script: Script) -> Iterator[Remark]:
    """Evidence: an ASCII mark right behind a Han character, or between a number and one."""
    shielded = protected(script.text)
    for found in _HALF.finditer(script.text):
        if not shielded[found.start()]:
            wide = _WIDE[found[0]]
            yield script.remark(found, f"中文里用了半角“{found[0]}”", f"改为“{wide}”")


def half_brackets(script: Script) -> Iterator[Remark]:
    """Evidence: ASCII brackets with Chinese in them or before them."""
    shielded = protected(script.text)
    for found in _HALF_BRACKET.finditer(script.text):
        if not shielded[found.start()]:
            yield script.remark(found, "中文里用了半角括号", f"改为“（{found[0][1:-1]}）”")


def wide_digits(script: Script) -> Iterator[Remark]:
    """Evidence: digits that take a whole Han character's place each."""
    for found in _DIGITS.finditer(script.text):
        narrow = found[0].translate({code: code - 0xFEE0 for code in range(0xFF0C, 0xFF1A)})
        yield script.remark(found, "数字是全角的", f"改为“{narrow}”")


def wide_letters(script: Script) -> Iterator[Remark]:
    """Evidence: Latin letters that take a whole Han character's place each."""
    for found in _LETTERS.finditer(script.text):
        narrow = "".join(chr(ord(char) - 0xFEE0) for char in found[0])
        yield script.remark(found, "字母是全角的", f"改为“{narrow}”")


def spaces(script: Script) -> Iterator[Remark]:
    """Evidence: a blank between Han characters inside a sentence; lines of title and name may have them."""
    heads = {script.reading(node.heading.span.end) for node in script.document.walk()}
    heads |= {script.reading(node.heading.span.start) for node in script.document.walk()}
    for found in _SPACED.finditer(script.text, body_start(script)):
        start, end = script.paragraph(found.start())
        headed = any(at in heads for at in range(found.start() - 1, found.end() + 1))
        named = _OFFICE.search(script.text, max(start, found.start() - _LONGEST_OFFICE), found.start())
        noted = _NOTE.match(script.text, start, end)
        if end - start > LONGEST_SPACED and not headed and not named and not noted:
            yield script.remark(found, "汉字之间有多余的空格", "删去空格")


def invisible(script: Script) -> Iterator[Remark]:
    """Evidence: characters that no font shows, left behind by a web page or a form."""
    for found in _INVISIBLE.finditer(script.text):
        yield script.remark(found, "有看不见的字符", "删去")


def undecoded(script: Script) -> Iterator[Remark]:
    """Evidence: the sign that stands for bytes nobody could read."""
    for found in _UNDECODED.finditer(script.text):
        yield script.remark(found, "有文字无法识别，显示为“�”", "对照原件改正")
