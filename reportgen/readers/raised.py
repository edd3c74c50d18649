"""Raised and lowered characters as the ones that Unicode has for them, so that 10 to the 4th is not 104."""

from __future__ import annotations

from reportgen.text.patterns import lazy

SUPERSCRIPTS = str.maketrans("0123456789+-−=()n", "⁰¹²³⁴⁵⁶⁷⁸⁹⁺⁻⁻⁼⁽⁾ⁿ")
"""Characters with the raised form that they have, for `str.translate`: every reader writes powers with them.
Unicode 15, blocks Superscripts and Subscripts and Latin-1 Supplement."""
_LOWERED = str.maketrans("0123456789+-−=()", "₀₁₂₃₄₅₆₇₈₉₊₋₋₌₍₎")
_REFERENCE = lazy(r"\s*(?:[\[［〔【]\s*(?:注|\d)[\d\s,，、-]*[\]］〕】]|[①-⑳]|注\d*)\s*")


def raised(text: str) -> str:
    """Return a text in raised characters; as it is where one of them has no raised form."""
    return _moved(text, SUPERSCRIPTS)


def lowered(text: str) -> str:
    """Return a text in lowered characters; as it is where one of them has no lowered form."""
    return _moved(text, _LOWERED)


def is_reference(text: str) -> bool:
    """Whether a raised text refers to a note: ``[1]``."""
    return bool(_REFERENCE.fullmatch(text))


def _moved(text: str, table: dict[int, int]) -> str:
    return text.translate(table) if all(ord(char) in table for char in text) else text
