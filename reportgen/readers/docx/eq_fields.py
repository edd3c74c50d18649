r"""Formulas in fields, `EQ \f(1,3)`: how Word wrote equations before it had any, and WPS still does.

The file holds no result of one (ISO/IEC 29500-1, 17.16.5.16), so its instruction is written in a line.
"""

from __future__ import annotations

import re
from dataclasses import dataclass, field

from reportgen.readers.raised import lowered, raised
from reportgen.text.patterns import lazy

# What Word's 带圈字符 and 拼音指南 leave.
_ENCLOSED = lazy(r"\s*EQ\s+\\o\\ac\(.*?[,，]\s*(?P<sign>[^()]{1,4})\)", re.IGNORECASE)
_PHONETIC = lazy(r"\s*EQ\s.*\\o\\ad\(.*[,，]\s*(?P<sign>[^(),，]+)\)", re.IGNORECASE)
_CIRCLED = range(1, 21)  # ① to ⑳

_FORMULA = lazy(r"\s*EQ\s+(?P<told>.*\S)\s*", re.IGNORECASE | re.DOTALL)
_GENERAL = lazy(r"""\\\*\s*(?:"[^"]*"|\S+)""")
_SWITCH = lazy(r"\\([A-Za-z]{1,2})\s?(\d*)")
_SIGN_SWITCHES = frozenset({"bc", "lc", "rc", "fc", "vc"})
_COMMANDS = frozenset("abdfilorsx")
_PAIRS = {"(": ")", "[": "]", "{": "}", "<": ">"}
_SIMPLE = lazy(r"[\w.%‰°√]*")
_DEEPEST = 20
"""Formulas inside each other; on paper there are two or three."""


def formula(instruction: str) -> str | None:
    r"""Return what an `EQ` field shows: ① for a 1 in a ring, the base of a phonetic guide, a fraction.

    None is for a formula that cannot be made out.
    """
    found = _ENCLOSED.match(instruction) or _PHONETIC.match(instruction)
    if found:
        sign = found["sign"].strip()
        circled = sign.isdecimal() and int(sign) in _CIRCLED and "ac" in found[0].lower()
        return chr(ord("①") + int(sign) - 1) if circled else sign
    told = _FORMULA.fullmatch(_GENERAL.sub("", instruction))
    if told is None:
        return None
    parser = _Parser(told["told"])
    written = parser.sequence("")
    return written.strip() if parser.at == len(parser.told) and not parser.failed else None


@dataclass(slots=True)
class _Command:
    r"""One command: its letter, the switches behind it, and the signs that `\bc` and the like name."""

    letter: str
    switches: list[str] = field(default_factory=list)
    signs: dict[str, str] = field(default_factory=dict)


class _Parser:
    """Reads a formula from left to right."""

    def __init__(self, told: str) -> None:
        self.told = told
        self.at = 0
        self.failed = False
        self._depth = 0

    def sequence(self, ends: str) -> str:
        """Read up to one of the signs that end a part, or to the end."""
        written: list[str] = []
        open_ = 0
        while self.at < len(self.told) and not self.failed:
            char = self.told[self.at]
            if char == "\\":
                written.append(self._backslash())
                continue
            if char in ends and not (open_ and char == ")"):
                break
            open_ += (char == "(") - (char == ")")
            written.append(char)
            self.at += 1
        return "".join(written)

    def _backslash(self) -> str:
        following = self.told[self.at + 1 : self.at + 2]
        if not following.isalpha():
            self.at += 2
            return following
        command = self._command()
        if command.letter not in _COMMANDS or self._depth >= _DEEPEST:
            self.failed = True
            return ""
        self._depth += 1
        parts = self._parts()
        self._depth -= 1
        return _WRITERS[command.letter](command, parts)

    def _command(self) -> _Command:
        command = _Command("")
        while found := _SWITCH.match(self.told, self.at):
            name = found[1].lower()
            if not command.letter:
                command.letter = name
            else:
                command.switches.append(name)
            self.at = found.end()
            if name in _SIGN_SWITCHES:
                self.at += self.told[self.at : self.at + 1] == "\\"
                command.signs[name] = self.told[self.at : self.at + 1]
                self.at += 1
            while self.told[self.at : self.at + 1] == " ":
                self.at += 1
        return command

    def _parts(self) -> list[str]:
        if self.told[self.at : self.at + 1] != "(":
            return []
        parts: list[str] = []
        while not self.failed and self.told[self.at : self.at + 1] in {"(", ",", ";", "，"}:
            self.at += 1
            parts.append(self.sequence(",;，)").strip())
        self.failed = self.failed or self.told[self.at : self.at + 1] != ")"
        self.at += 1
        return parts


def _fenced(text: str) -> str:
    return text if _SIMPLE.fullmatch(text) else f"({text})"


def _array(_command: _Command, parts: list[str]) -> str:
    return " ".join(parts)


def _bracket(command: _Command, parts: list[str]) -> str:
    both = command.signs.get("bc")
    plain = not command.signs
    left = command.signs.get("lc") or both or ("(" if plain else "")
    right = command.signs.get("rc") or (_PAIRS.get(both, both) if both else ")" if plain else "")
    return f"{left}{','.join(parts)}{right}"


def _nothing(_command: _Command, _parts: list[str]) -> str:
    return ""


def _fraction(_command: _Command, parts: list[str]) -> str:
    return "/".join(map(_fenced, parts))


def _integral(command: _Command, parts: list[str]) -> str:
    sign = "∑" if "su" in command.switches else "∏" if "pr" in command.switches else "∫"
    low, high, rest = [*parts, "", "", ""][:3]
    written = f"{sign}{_index(low, '_')}{_power(high)}"
    return f"{command.signs.get('fc') or command.signs.get('vc') or ''}{written} {rest}".rstrip()


def _list(_command: _Command, parts: list[str]) -> str:
    return ",".join(parts)


def _over(_command: _Command, parts: list[str]) -> str:
    return "".join(parts)


def _root(_command: _Command, parts: list[str]) -> str:
    degree = parts[0] if len(parts) > 1 else ""
    return ("" if degree == "2" else raised(degree)) + "√" + _fenced(parts[-1] if parts else "")


def _shifted(command: _Command, parts: list[str]) -> str:
    moved = lowered if "do" in command.switches else raised
    return "".join(map(moved, parts))


def _index(text: str, sign: str) -> str:
    return "" if not text else lowered(text) if lowered(text) != text else f"{sign}{_fenced(text)}"


def _power(text: str) -> str:
    return "" if not text else raised(text) if raised(text) != text else f"^{_fenced(text)}"


_WRITERS = {
    "a": _array, "b": _bracket, "d": _nothing, "f": _fraction, "i": _integral, "l": _list, "o": _over,
    "r": _root, "s": _shifted, "x": _over,
}  # fmt: skip
