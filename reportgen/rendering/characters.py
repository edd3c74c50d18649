"""Which characters a file can hold."""

from __future__ import annotations

from reportgen.text.patterns import lazy

# What XML 1.0 forbids (2.2), among it two marks that the template engine takes for a paragraph or page break.
# It says what is forbidden rather than what is not: that is compiled in a tenth of the time.
_FORBIDDEN = lazy(r"[\x00-\x08\x0b-\x1f\ud800-\udfff\ufffe\uffff]")


def printable(text: str) -> str:
    """Return a text without the characters that no Office file can hold; an edited brief may bring some."""
    return _FORBIDDEN.sub("", text)
