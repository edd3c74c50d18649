"""A template as plain data: what Jinja makes of its text is written down as programs (`program.py`)."""

from __future__ import annotations

from dataclasses import asdict
from typing import TYPE_CHECKING, Any

from jinja2 import nodes

from reportgen.rendering.docx.language import Budget, Language
from reportgen.rendering.docx.own import prepare

if TYPE_CHECKING:
    from collections.abc import Sequence

    from reportgen.planning.handout import Sheet
    from reportgen.rendering.docx.program import Program
    from reportgen.rendering.docx.tags import Tags


def plain_record(data: bytes, sheet: Sheet, tags: Tags) -> dict[str, Any]:
    """Return the record of a template as plain data.

    Args:
        data: the template, which has been proved sound.
        sheet: what it measures.
        tags: its kind.

    Raises:
        ValueError: it says what programs have no room for, or has parts that are no text.
    """
    prepared = prepare(data)
    form = vars(prepared.form)
    # The vocabulary is that of a speech, and none of the template's.
    measures = {name: value for name, value in asdict(sheet).items() if name != "vocabulary"}
    return {
        "kind": tags.called,
        "sheet": measures,
        "form": {
            **{name: form[name] for name in ("main", "styles", "core", "heads")},
            "headers": sorted(prepared.form.headers),
            "shell": prepared.form.shell.decode(),
            "parts": {name: part.decode() for name, part in prepared.form.parts.items()},
        },
        "programs": {key: program_of(text) for key, text in prepared.sources.items()},
    }


def program_of(source: str) -> Program:
    """Return what Jinja reads in a text, as a program.

    Raises:
        ValueError: it says what programs have no room for.
    """
    return _steps(Language(Budget(0, 0)).parse(source).body)


def _steps(body: Sequence[nodes.Node]) -> Program:
    steps: Program = []
    for node in body:
        if isinstance(node, nodes.Output):
            for one in node.nodes:
                steps.append(one.data if isinstance(one, nodes.TemplateData) else ["print", _value(one)])
        elif isinstance(node, nodes.If):
            steps.append(_branch([node, *node.elif_], node.else_))
        else:
            steps.append(_loop(node))
    return steps


def _loop(node: nodes.Node) -> Program:
    match node:
        # The language has put its counter around the values.
        case nodes.For(target=nodes.Name(name=name), iter=nodes.Filter(node=values), else_=[], test=None):
            return ["for", name, _value(values), _steps(node.body)]
    raise ValueError(f"no program has {node}")


def _branch(branches: Sequence[nodes.If], otherwise: Sequence[nodes.Node]) -> Program:
    first, *others = branches
    rest = [_branch(others, otherwise)] if others else _steps(otherwise)
    return ["if", _value(first.test), _steps(first.body), rest]


def _value(node: nodes.Node | None) -> Program:
    match node:
        case nodes.Name():
            return ["name", node.name]
        case nodes.Getattr():
            return ["field", _value(node.node), node.attr]
        case nodes.Getitem(arg=nodes.Const(value=number)):
            return ["item", _value(node.node), number]
        case nodes.Not():
            return ["not", _value(node.node)]
        case nodes.Or():
            return ["or", _value(node.left), _value(node.right)]
        case nodes.Compare(ops=[nodes.Operand(op="eq", expr=nodes.Const(value=text))]):
            return ["is", _value(node.expr), text]
    raise ValueError(f"no program has {node}")
