"""What a field shows of which the file holds no result (ISO/IEC 29500-1, 17.16.5).

Some say it in their instruction; the results of others Word fills in when somebody asks for them, and until
then there is nothing on paper: these are told, because a program that writes documents leaves them so.
"""

from __future__ import annotations

import re

from reportgen.readers.docx.eq_fields import formula
from reportgen.readers.docx.symbols import symbol
from reportgen.text.patterns import lazy

NO_RESULT, FORMULA, SIGN = "个没有结果的域", "个公式域", "个符号字体里的图形"

_NAME = lazy(r"\s*(?P<name>[A-Za-z]+|=)")
# What is behind the name of a macro or of a place is shown to click on.
_BUTTON = lazy(r"\s*\w+\s+\S+\s+(?P<text>.*\S)", re.DOTALL)
_QUOTED = lazy(r"""\s*\w+\s+(?:["“](?P<text>[^"”]*)["”]|(?P<word>[^\s\\"]+))""")
_SIGN = lazy(r"\s*SYMBOL\s+(?P<code>0x[0-9A-F]{1,6}|\d{1,7}|\S)", re.IGNORECASE)
_FACE = lazy(r"""\\f\s*(?:["“](?P<quoted>[^"”]+)["”]|(?P<face>[^\s\\]+))""", re.IGNORECASE)
_UNICODE = lazy(r"\\u\b", re.IGNORECASE)
_ANSI = range(0x20, 0x100)
_VALUES = frozenset(
    [
        *("=", "ADDRESSBLOCK", "AUTHOR", "AUTOTEXT", "AUTOTEXTLIST", "COMPARE", "CREATEDATE", "DATABASE"),
        *("DATE", "DOCPROPERTY", "DOCVARIABLE", "FILENAME", "FILLIN", "GREETINGLINE", "INCLUDETEXT"),
        *("LASTSAVEDBY", "MERGEFIELD", "NOTEREF", "PRINTDATE", "REF", "SAVEDATE", "SEQ", "STYLEREF"),
        *("TIME", "TITLE", "USERADDRESS", "USERINITIALS", "USERNAME"),
    ]
)
"""Fields that show a value of the document, of its data or of the day."""


def shown(instruction: str) -> tuple[str | None, str]:
    """Return the text of a field without a result, and what to call it where that is not known (None).

    Args:
        instruction: the field's; of kinds that show nothing, as marks for an index do, the text is empty.
    """
    found = _NAME.match(instruction)
    name = found["name"].upper() if found else ""
    if name == "EQ":
        return formula(instruction), FORMULA
    if name in {"MACROBUTTON", "GOTOBUTTON"}:
        button = _BUTTON.match(instruction)
        return button["text"] if button else "", NO_RESULT
    if name == "QUOTE":
        quoted = _QUOTED.match(instruction)
        return (quoted["text"] or quoted["word"] or "") if quoted else "", NO_RESULT
    if name == "SYMBOL":
        return _sign(instruction), SIGN
    return (None if name in _VALUES else ""), NO_RESULT


def _sign(instruction: str) -> str | None:
    found = _SIGN.match(instruction)
    if not found:
        return ""
    code = found["code"]
    point = int(code, 0) if code[0].isdecimal() else ord(code)
    face = _FACE.search(instruction)
    if face:
        return symbol(face["quoted"] or face["face"], f"{point:X}") or None
    if not _UNICODE.search(instruction) and point in _ANSI:
        return bytes([point]).decode("cp1252", "ignore") or None
    return symbol("", f"{point:X}") or None
