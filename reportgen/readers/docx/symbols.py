"""Signs of symbol faces as the characters that they look like.

Word stores a sign of Wingdings or Symbol as a number from U+F000 up, which is nothing without the face
(ISO/IEC 29500-1, 17.3.3.30).
"""

from __future__ import annotations

_PRIVATE = range(0xF000, 0xF100)
_HIGH = range(0xA1, 0x100)
_PRINTED, _SURROGATES, _OWN_USE = range(0x20, 0xFFFE), range(0xD800, 0xE000), range(0xE000, 0xF900)
# What the faces show, as their makers' tables have it: Adobe's for Symbol, Microsoft's for the others.
_WINGDINGS = {
    0x21: "✏", 0x22: "✂", 0x28: "☎", 0x29: "✆", 0x2A: "✉", 0x45: "☜", 0x46: "☞", 0x47: "☝", 0x48: "☟",
    0x4A: "☺", 0x4B: "😐", 0x4C: "☹", 0x51: "✈", 0x52: "☼", 0x54: "❄",
    0x6C: "●", 0x6D: "○", 0x6E: "■", 0x6F: "□", 0x70: "□", 0x71: "□", 0x72: "□", 0x73: "◆", 0x74: "◆",
    0x75: "◆", 0x76: "◆", 0x77: "◆", 0x9E: "·", 0x9F: "•", 0xA1: "○", 0xA2: "○", 0xA3: "○", 0xA4: "◉",
    0xA5: "◎", 0xA7: "■", 0xA8: "□", 0xAA: "✦", 0xAB: "★", 0xAC: "✶", 0xAD: "✴", 0xAE: "✹", 0xAF: "✵",
    0xD8: "➢", 0xDF: "←", 0xE0: "→", 0xE1: "↑", 0xE2: "↓", 0xE3: "↖", 0xE4: "↗", 0xE5: "↙", 0xE6: "↘",
    0xE7: "←", 0xE8: "→", 0xE9: "↑", 0xEA: "↓", 0xEF: "⇦", 0xF0: "⇨", 0xF1: "⇧", 0xF2: "⇩", 0xF3: "⇔",
    0xFB: "×", 0xFC: "√", 0xFD: "☒", 0xFE: "☑",
    0x80: "⓪", 0x8B: "⓪",
    **{0x81 + at: chr(ord("①") + at) for at in range(10)},
    **{0x8C + at: chr(ord("①") + at) for at in range(10)},
}  # fmt: skip
_GREEK = "ΑΒΧΔΕΦΓΗΙϑΚΛΜΝΟΠΘΡΣΤΥςΩΞΨΖ", "αβχδεφγηιϕκλμνοπθρστυϖωξψζ"
_SYMBOL = {
    **{code: chr(code) for code in range(0x20, 0x40)},
    0x22: "∀", 0x24: "∃", 0x27: "∋", 0x2A: "∗", 0x2D: "－", 0x40: "≅", 0x5B: "[", 0x5C: "∴", 0x5D: "]",
    0x5E: "⊥", 0x5F: "_", 0x7B: "{", 0x7C: "|", 0x7D: "}", 0x7E: "∼",
    **{0x41 + at: letter for at, letter in enumerate(_GREEK[0])},
    **{0x61 + at: letter for at, letter in enumerate(_GREEK[1])},
    **dict(enumerate("€ϒ′≤⁄∞ƒ♣♦♥♠↔←↑→↓°±″≥×∝∂•÷≠≡≈…", 0xA0)),
    **dict(enumerate("ℵℑℜ℘⊗⊕∅∩∪⊃⊇⊄⊂⊆∈∉∠∇®©™∏√⋅¬∧∨⇔⇐⇑⇒⇓◊〈®©™∑", 0xC0)),
    0x6A: "φ", 0xF1: "〉", 0xF2: "∫",
}  # fmt: skip
_WINGDINGS_2 = {
    0x4F: "×", 0x50: "√", 0x51: "☒", 0x52: "☑", 0x53: "☒", 0x54: "☒", 0x95: "·", 0x96: "•", 0x97: "•",
    0x98: "●", 0x99: "●", 0xA0: "■", 0xA1: "■", 0xA2: "■", 0xA3: "□", 0xA4: "□", 0xA5: "□",
    0x69: "⓪", 0x74: "⓪",
    **{0x6A + at: chr(ord("①") + at) for at in range(10)},
    **{0x75 + at: chr(ord("①") + at) for at in range(10)},
}  # fmt: skip
_WINGDINGS_3 = {
    0x66: "←", 0x67: "→", 0x68: "↑", 0x69: "↓", 0x6A: "↖", 0x6B: "↗", 0x6C: "↙", 0x6D: "↘", 0x6E: "↔",
    0x6F: "↕", 0x70: "▲", 0x71: "▼", 0x72: "△", 0x73: "▽", 0x74: "◀", 0x75: "▶", 0x76: "◁", 0x77: "▷",
}  # fmt: skip
_WEBDINGS = {
    0x33: "◀", 0x34: "▶", 0x35: "▲", 0x36: "▼", 0x61: "√", 0x63: "□", 0x67: "■", 0x6E: "●", 0x72: "×",
}  # fmt: skip
_FACES = {
    "wingdings": _WINGDINGS, "symbol": _SYMBOL, "wingdings 2": _WINGDINGS_2, "wingdings 3": _WINGDINGS_3,
    "webdings": _WEBDINGS,
}  # fmt: skip
_BULLET = "•"


def symbol(face: str, code: str) -> str:
    """Return the character of a `w:sym`; empty where it has none in Unicode."""
    try:
        point = int(code, 16)
    except ValueError:
        return ""
    known = _FACES.get(face.lower())
    if known:
        return known.get(point & 0xFF, "")
    # Codes of other faces are Unicode, shifted up or not.
    point = point & 0xFF if point in _PRIVATE else point
    return chr(point) if point in _PRINTED and point not in _SURROGATES else ""


def translated(text: str, face: str, *, letters: bool) -> tuple[str, int]:
    """Return text set in a symbol face as what it shows, and how many of its signs have no character.

    A sign lies from U+F000 up, or where faces have their signs and no keyboard has a letter, or stands alone:
    who types R and sets it in Wingdings 2 wants ☑. Longer text may have the face by oversight.

    Args:
        text: as the file has it.
        face: the name of the face.
        letters: whether letters are set in it, and not its own signs alone.
    """
    known = _FACES.get(face.lower())
    if known is None:
        return text, 0
    alone = len(text.strip()) == 1
    shown = [_shown(char, known, alone=alone) if letters or ord(char) in _PRIVATE else char for char in text]
    return "".join(shown), shown.count("")


def _shown(char: str, known: dict[int, str], *, alone: bool) -> str:
    if ord(char) in _PRIVATE:
        return known.get(ord(char) & 0xFF, "")
    return known.get(ord(char), char) if alone or ord(char) in _HIGH else char


def bullet(text: str) -> str:
    """Return a bullet as it is printed; a letter or a sign of a symbol face is only shaped like one."""
    sign = text.strip()
    plain = sign and not any(char.isalnum() or ord(char) in _OWN_USE for char in sign)
    return sign if plain else _BULLET
