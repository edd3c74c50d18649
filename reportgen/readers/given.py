"""What the user gives to be printed, beside the speech."""

from __future__ import annotations

from reportgen.errors import UsageError
from reportgen.text.patterns import lazy

# What XML 1.0 and so an Office file cannot hold, and other controls, which nobody means to print. Surrogates
# are what Python makes of bytes that are no text in the system's encoding.
_UNPRINTABLE = lazy("[\x00-\x08\x0b-\x1f\x7f-\x9f\ufffe\uffff]|(?P<bytes>[\ud800-\udfff])")


def require_printable(option: str, text: str) -> str:
    """Return what was given with an option, if it can be printed.

    Raises:
        UsageError: it holds control characters, or bytes that are no text.
    """
    found = _UNPRINTABLE.search(text)
    if not found:
        return text
    where = f"{option} 的第 {found.start() + 1} 个字符"
    if found["bytes"]:
        raise UsageError(f"{where}认不出（编码不对）", hint="请把终端的编码设为 UTF-8，再重新输入")
    raise UsageError(f"{where}是印不出的控制字符（U+{ord(found[0]):04X}）", hint="请去掉它，再重新输入")
