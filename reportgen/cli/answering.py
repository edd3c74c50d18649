"""Answers as JSON: one shape for one speech and for many, for what went well and for what did not."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

    from reportgen.plain import Plain

_SWITCHES = frozenset({"--json", "--json-flat"})
_IN_LINES = "batch"
"""The command that answers a line a speech."""
_OF_SPEECHES = frozenset({"build", "check", "verify"})


@dataclass(frozen=True, slots=True)
class Form:
    """In what form to answer: for people, as JSON, or as JSON in the shape of before for a single speech."""

    json: bool = False
    flat: bool = False

    @property
    def is_json(self) -> bool:
        """Whether a program reads the answer."""
        return self.json or self.flat


def as_json(value: Mapping[str, Any]) -> str:
    """Return the text of an answer; what no encoding can hold is escaped, so that it is JSON in any case."""
    return _dumped(value, indent=1)


def as_line(value: Mapping[str, Any]) -> str:
    """Return the text of an answer on one line, for those that come one after the other."""
    return _dumped(value)


def _dumped(value: Mapping[str, Any], indent: int | None = None) -> str:
    import json

    text = json.dumps(value, ensure_ascii=False, indent=indent)
    return "".join(_escaped(char) if "\ud800" <= char <= "\udfff" else char for char in text)


def _escaped(surrogate: str) -> str:
    return f"\\u{ord(surrogate):04x}"


def shown(speeches: Sequence[Plain], status: int, form: Form, *, alone: bool) -> str:
    """Return the answer of `build`, `check` or `verify`.

    Args:
        speeches: an entry each.
        status: the exit status.
        form: whether the shape of before is wanted.
        alone: whether the user named a single speech.
    """
    from reportgen.plain import answer

    if not form.flat:
        return as_json(answer(speeches, status))
    return as_json(speeches[0] if alone else {"speeches": list(speeches)})


def wants_json(arguments: Sequence[str]) -> bool:
    """Whether the answer to a call must be JSON, even if the call cannot be understood."""
    options = arguments[: arguments.index("--")] if "--" in arguments else arguments
    return bool(_SWITCHES & set(options))


def refused(arguments: Sequence[str], line: str, status: int) -> str:
    """Return the answer to a call that failed as a whole."""
    if arguments[:1] == [_IN_LINES]:
        return as_line({"error": line, "status": status})
    nothing: dict[str, Any] = {"speeches": []} if _OF_SPEECHES & set(arguments[:1]) else {}
    return as_json({**nothing, "error": line, "status": status})
