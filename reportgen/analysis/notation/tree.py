"""Write a tree of texts as YAML for editing in Notepad: block style, no folding, quotes only where needed.

PyYAML's own emitter folds long lines, escapes what it need not, and has changed between versions.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from typing import Any

import yaml

from reportgen.text.patterns import lazy


@dataclass(frozen=True, slots=True)
class Noted:
    """A text with a remark behind it that is not read back."""

    text: str
    note: str


@dataclass(frozen=True, slots=True)
class Literal:
    """A text of many lines, written as lines."""

    text: str


Leaf = str | Noted | Literal | None
Tree = Mapping[str, "Leaf | Tree | Sequence[Tree]"]

_STEP = "  "
_PLANE = 0xFFFF
_BYTE = 0xFF
# What a plain scalar may begin with: anything but YAML's indicators, quotes and blanks.
_PLAIN = lazy(r"[^\s\-?:,\[\]{}#&*!|>'\"%@`]\S*(?:[ \u3000]+\S+)*")
_CLASH = lazy(r":(?:\s|$)|\s#")
# Line breaks of YAML 1.1, BOM and all that PyYAML takes for unprintable; blanks of other widths and
# characters without width, which get lost where a text is copied, and where it is read again; radicals and
# twins for compatibility, which are read as the characters that they look like (readers/tidying.py).
_UNSAFE = lazy(
    "[^\t\n -~\xa1-\xac\xae-\u061b\u061d-\u167f\u1681-\u180d\u180f-\u1fff\u2010-\u2027\u2030-\u205e"
    "\u2065\u206a-\u2e7f\u2fd6-\ud7ff\ue000-\uf8ff\ufada-\ufe0f\ufe1a-\ufe30\ufe45-\ufefe\uff00-\ufffd"
    "\U00010000-\U0002f7ff\U0002fa1e-\U0010ffff]"
)
_SHORT_ESCAPES = {'"': '\\"', "\\": "\\\\", "\n": "\\n", "\t": "\\t"}
_RESOLVER: Any = yaml.resolver.Resolver()  # its stubs say nothing of `resolve`


def write(tree: Tree, indent: str = "") -> Iterator[str]:
    """Yield the lines of a mapping, in its order; None gives a key without value."""
    for key, value in tree.items():
        if isinstance(value, Mapping):
            yield f"{indent}{key}:"
            yield from write(value, indent + _STEP)
        elif isinstance(value, Literal):
            yield from _literal(f"{indent}{key}:", value.text, indent + _STEP)
        elif isinstance(value, str | Noted | None):
            yield f"{indent}{key}:{_leaf(value)}"
        else:
            yield f"{indent}{key}:"
            for item in value:
                yield from _item(item, indent)


def _item(item: Tree, indent: str) -> Iterator[str]:
    first, *others = write(item, indent + _STEP)
    yield f"{indent}- {first.removeprefix(indent + _STEP)}"
    yield from others


def _leaf(value: str | Noted | None) -> str:
    if value is None:
        return ""
    if isinstance(value, str):
        return f" {scalar(value)}"
    note = f"  # {value.note}" if value.note and value.note.isprintable() else ""
    return f" {scalar(value.text)}{note}"


def scalar(text: str) -> str:
    """Return a text as a scalar on one line that every YAML reader takes for this very text."""
    if _PLAIN.fullmatch(text) and not _CLASH.search(text) and not _UNSAFE.search(text) and _is_word(text):
        return text
    if "'" in text or _UNSAFE.search(text) or "\n" in text or "\t" in text:
        return f'"{_escaped(text)}"'
    return f"'{text}'"


def _is_word(text: str) -> bool:
    """Whether YAML takes a plain `text` for a text, and not for a number, a date, yes or null."""
    tag: str = _RESOLVER.resolve(yaml.ScalarNode, text, (True, False))
    return tag == "tag:yaml.org,2002:str"


def _escaped(text: str) -> str:
    return "".join(
        _SHORT_ESCAPES.get(char) or (_code(char) if _UNSAFE.match(char) else char) for char in text
    )


def _code(char: str) -> str:
    number = ord(char)
    if number > _PLANE:
        return f"\\U{number:08x}"
    return f"\\x{number:02x}" if number <= _BYTE else f"\\u{number:04x}"


def _literal(key: str, text: str, indent: str) -> Iterator[str]:
    """A literal block; where a character cannot stand in one, a quoted text broken at its line ends."""
    if not text.strip(" \n") or _UNSAFE.search(text):
        *lines, last = text.split("\n")
        yield f'{key} "\\'
        yield from (f"{indent}{_kept(line)}\\n\\" for line in lines)
        yield f'{indent}{_kept(last)}"'
        return
    ends = text.endswith("\n")
    yield f"{key} |{len(_STEP)}{'+' if ends else '-'}"
    for line in text.removesuffix("\n").split("\n"):
        yield f"{indent}{line}" if line else ""


def _kept(line: str) -> str:
    """A line inside quotes; a blank at its head would be taken for indentation."""
    escaped = _escaped(line)
    return f"\\{escaped}" if escaped.startswith(" ") else escaped
