"""Signs of symbol faces as the characters that they look like.

Word stores a sign of Wingdings or Symbol as a number from U+F000 up, which is nothing without the face
(ISO/IEC 29500-1, 17.3.3.30).
"""

from __future__ import annotations

_PRIVATE = range(0xF000, 0xF100)
_PRINTED, _SURROGATES, _OWN_USE = range(0x20, 0xFFFE), range(0xD800, 0xE000), range(0xE000, 0xF900)
_WINGDINGS = {
    0x6C: "●", 0x6D: "○", 0x6E: "■", 0x6F: "□", 0x71: "□", 0x72: "□", 0x74: "◆", 0x75: "◆", 0x76: "◆",
    0x77: "◆", 0x9E: "·", 0x9F: "•", 0xA1: "○", 0xA7: "■", 0xA8: "□", 0xAB: "★", 0xD8: "➢", 0xE0: "→",
    0xE8: "→", 0xF0: "⇨", 0xFB: "×", 0xFC: "√", 0xFD: "☒", 0xFE: "☑",
    **{0x81 + at: chr(ord("①") + at) for at in range(10)},
    **{0x8C + at: chr(ord("①") + at) for at in range(10)},
}  # fmt: skip
_SYMBOL = {
    0x2D: "－", 0xA3: "≤", 0xA5: "∞", 0xAE: "→", 0xB0: "°", 0xB1: "±", 0xB3: "≥", 0xB4: "×", 0xB7: "•",
    0xB8: "÷", 0xB9: "≠", 0xBB: "≈", 0xC5: "⊕", 0xD6: "√", 0xE5: "∑",
    **dict(zip(b"abgdezhqiklmnxoprstufcyw", "αβγδεζηθικλμνξοπρστυφχψω", strict=True)),
}  # fmt: skip
_WINGDINGS_2 = {0x50: "√", 0x52: "☑", 0x97: "•", 0xA3: "□"}
_FACES = {"wingdings": _WINGDINGS, "symbol": _SYMBOL, "wingdings 2": _WINGDINGS_2}
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


def bullet(text: str) -> str:
    """Return a bullet as it is printed; a letter or a sign of a symbol face is only shaped like one."""
    sign = text.strip()
    plain = sign and not any(char.isalnum() or ord(char) in _OWN_USE for char in sign)
    return sign if plain else _BULLET
