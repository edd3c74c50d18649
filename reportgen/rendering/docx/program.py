"""A template's text as a program: what is printed as it stands, values, conditions and loops.

Jinja takes longer to load than a handout takes to fill, so what it makes of the shipped templates is written
down (`recording.py`) and run here. A program is plain data, as JSON has it:

- a text is printed as it stands;
- ``["print", value]``, ``["for", name, value, steps]``, ``["if", value, steps, steps]``;
- a value is ``["name", name]``, ``["field", value, name]``, ``["item", value, number]``, ``["not", value]``,
  ``["or", value, value]`` or ``["is", value, text]``.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from markupsafe import escape

from reportgen.rendering.docx.context import literal

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping

Program = list[Any]


def run(program: Program, values: Mapping[str, Any]) -> str:
    """Return what a program prints with values, as text of XML."""
    return "".join(_printed(program, values))


def _printed(program: Program, scope: Mapping[str, Any]) -> Iterator[str]:
    for step in program:
        if isinstance(step, str):
            yield step
        elif step[0] == "print":
            yield escape(literal(_value(step[1], scope)))
        elif step[0] == "if":
            yield from _printed(step[2] if _value(step[1], scope) else step[3], scope)
        else:
            for entry in _value(step[2], scope):
                yield from _printed(step[3], {**scope, step[1]: entry})


def _value(said: Program, scope: Mapping[str, Any]) -> Any:  # noqa: ANN401  whatever the plan has there
    kind, first = said[0], said[1]
    if kind == "name":
        return scope[first]
    value = _value(first, scope)
    if kind in {"field", "item"}:
        return value[said[2]]
    if kind == "not":
        return not value
    if kind == "or":
        return value or _value(said[2], scope)
    return value == said[2]
