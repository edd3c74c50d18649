"""Which characters a file can hold."""

from __future__ import annotations

from reportgen.text.patterns import lazy

# What XML 1.0 forbids (2.2), among it two marks that the template engine takes for a paragraph or page break.
_FORBIDDEN = lazy("[^\t\n\\u0020-\ud7ff\ue000-\ufffd\U00010000-\U0010ffff]")


def printable(text: str) -> str:
    """Return a text without the characters that no Office file can hold; an edited brief may bring some."""
    return _FORBIDDEN.sub("", text)
