"""The values that the template's tags name, made from the plan."""

from __future__ import annotations

from dataclasses import fields, is_dataclass
from typing import TYPE_CHECKING, Any

from markupsafe import Markup, escape

from reportgen.rendering.characters import printable
from reportgen.text.patterns import lazy

if TYPE_CHECKING:
    from _typeshed import DataclassInstance

    from reportgen.planning.handout import Handout
    from reportgen.planning.onepage import OnePage

_BRACES = lazy(r"[{%]_|_[}%]")


def page_context(page: OnePage) -> dict[str, Any]:
    """Return the values of the one page by the names used in its template."""
    return _plain(page)


def context(handout: Handout) -> dict[str, Any]:
    """Return the values by the names used in the template."""
    values = _plain(handout)
    for block in values["original"]:
        block["text"] = "".join(piece["text"] for piece in block["pieces"])
    front = values.pop("front")
    return {**values, **front}


def _plain(plan: DataclassInstance) -> dict[str, Any]:
    """The fields of a plan by their names, with what they hold, as far down as it goes."""
    return {one.name: _clean(getattr(plan, one.name)) for one in fields(plan)}


def _clean(value: object) -> object:
    if isinstance(value, str):
        return printable(value)
    if isinstance(value, list | tuple):
        return [_clean(item) for item in value]
    return _plain(value) if is_dataclass(value) and not isinstance(value, type) else value


def literal(value: object) -> object:
    """Return what the template engine prints for a value, so that it stays what it is.

    docxtpl turns ``{_{`` and its like, wherever they stand, into marks of a template; a reference to the
    underscore does not look like one.
    """
    if isinstance(value, str) and _BRACES.search(value):
        return Markup(str(escape(value)).replace("_", "&#95;"))  # noqa: S704  escaped just before
    return value


def words(values: dict[str, Any]) -> tuple[str, ...]:
    """Return every line that must be found in the finished document, in their order, each once."""
    kept = {name: value for name, value in values.items() if name not in _NOT_PRINTED}
    lines = (line.strip() for text in _texts(kept) for line in text.split("\n") if line.strip())
    return tuple(dict.fromkeys(lines))


# The title of 原文 is the same as the handout's nearly always; a template may head it with that.
_NOT_PRINTED = frozenset(
    {
        "density",
        "digest_density",
        "tasks_density",
        "original_density",
        "original_title",
        "title_plain",
        "role",
    }
)


def _texts(value: object) -> list[str]:
    if isinstance(value, str):
        return [value]
    if isinstance(value, dict):
        return [text for key, item in value.items() if key not in _NOT_PRINTED for text in _texts(item)]
    if isinstance(value, list):
        return [text for item in value for text in _texts(item)]
    return []
