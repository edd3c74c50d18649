"""Whether every name in a template's tags is one that there is, told before anything is printed."""

from __future__ import annotations

import difflib
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field

from jinja2 import nodes

from reportgen.rendering.docx.tags import LOOP, Tags

_SAME = frozenset({"sort", "reverse", "unique", "list"})
_ENTRY = frozenset({"first", "last"})
_ASKING = frozenset({"defined", "undefined"})
_UNKNOWN = None
"""The path of what no table tells: a number, the result of a filter."""


@dataclass(frozen=True, slots=True)
class Wrong:
    """What is wrong, and in which line of the source."""

    line: int
    message: str


@dataclass
class Names:
    """Walks through a parsed template; gathers what is wrong and the paths that are named."""

    tags: Tags
    wrong: list[Wrong] = field(default_factory=list)
    used: set[str] = field(default_factory=set)

    def read(self, body: Sequence[nodes.Node], scope: Mapping[str, str | None]) -> None:
        """Read statements in their order; `scope` has the path of each name that loops have made."""
        known = dict(scope)
        for node in body:
            if isinstance(node, nodes.For):
                self._loop(node, known)
            elif isinstance(node, nodes.If):
                self._path(node.test, known)
                for branch in (node.body, node.elif_, node.else_):
                    self.read(branch, known)
            elif isinstance(node, nodes.Assign):
                path = self._path(node.node, known)
                known.update(dict.fromkeys(_targets(node.target), path))
            elif isinstance(node, nodes.Output):
                self._output(node, known)

    def _output(self, node: nodes.Output, scope: Mapping[str, str | None]) -> None:
        for child in node.nodes:
            path = self._path(child, scope)
            if path and self.tags.is_list(path):
                self._tell(child, f"“{_said(child)}”是列表，要用循环逐项印，如 {_example(path)}")
            elif path and path not in self.tags.printed and path != "loop":
                self._tell(child, f"“{_said(child)}”要写明印哪一项：{self._choice(_said(child), path)}")

    def _loop(self, node: nodes.For, scope: Mapping[str, str | None]) -> None:
        # The counter around the values is the language's own.
        values = node.iter.node if isinstance(node.iter, nodes.Filter) else node.iter
        path = self._path(values, scope) if values is not None else _UNKNOWN
        if path and not self.tags.is_list(path):
            self._tell(node, f"“{_said(values)}”不是列表，不能循环。可循环的有 {'、'.join(self._lists())}")
        entry = f"{path}[]" if path and self.tags.is_list(path) else _UNKNOWN
        targets = list(_targets(node.target))
        inner = dict.fromkeys(targets, entry if len(targets) == 1 else _UNKNOWN)
        within = {**scope, **inner, "loop": "loop"}
        if node.test is not None:
            self._path(node.test, within)
        self.read(node.body, within)
        self.read(node.else_, scope)

    def _path(self, node: nodes.Node | None, scope: Mapping[str, str | None]) -> str | None:
        """The path of an expression; whatever is wrong inside it is noted."""
        if isinstance(node, nodes.Name):
            return self._named(node, scope)
        if isinstance(node, nodes.Getattr):
            return self._field(node, node.attr, self._path(node.node, scope))
        if isinstance(node, nodes.Getitem):
            return self._item(node, scope)
        if isinstance(node, nodes.Test) and node.name in _ASKING:
            return _UNKNOWN
        if isinstance(node, nodes.Filter):
            return self._filtered(node, scope)
        for child in node.iter_child_nodes() if node is not None else ():
            self._path(child, scope)
        return _UNKNOWN

    def _filtered(self, node: nodes.Filter, scope: Mapping[str, str | None]) -> str | None:
        if node.name in {"default", "d"} and isinstance(node.node, nodes.Name):
            return _UNKNOWN
        for argument in node.args:
            self._path(argument, scope)
        path = self._path(node.node, scope)
        if node.name in _SAME:
            return path
        return f"{path}[]" if path and node.name in _ENTRY and self.tags.is_list(path) else _UNKNOWN

    def _named(self, node: nodes.Name, scope: Mapping[str, str | None]) -> str | None:
        if node.name in scope:
            return scope[node.name]
        if node.name in self.tags.fields(""):
            self.used.add(node.name)
            return node.name
        if node.name == "loop":
            self._tell(node, "loop 只能用在循环里")
        else:
            self._tell(node, f"没有“{node.name}”这一项{_like(node.name, [*self.tags.fields(''), *scope])}")
        return _UNKNOWN

    def _field(self, node: nodes.Node, name: str, path: str | None) -> str | None:
        if path is _UNKNOWN:
            return _UNKNOWN
        offered = sorted(LOOP) if path == "loop" else self.tags.fields(path)
        if name in offered:
            self.used.add(f"{path}.{name}")
            return _UNKNOWN if path == "loop" else f"{path}.{name}"
        said = _said(node).rpartition(".")[0]
        have = f"“{said}”没有“{name}”这一项" if offered else f"“{said}”没有下一级的项，不能写“.{name}”"
        self._tell(
            node, f"{have}{_like(name, offered)}" + (f"，可写 {'、'.join(offered)}" if offered else "")
        )
        return _UNKNOWN

    def _item(self, node: nodes.Getitem, scope: Mapping[str, str | None]) -> str | None:
        path = self._path(node.node, scope)
        if isinstance(node.arg, nodes.Slice):
            return path
        if isinstance(node.arg, nodes.Const) and isinstance(node.arg.value, str):
            return self._field(node, node.arg.value, path)
        self._path(node.arg, scope)
        return f"{path}[]" if path and self.tags.is_list(path) else _UNKNOWN

    def _choice(self, said: str, path: str) -> str:
        return "、".join(f"{said}.{name}" for name in self.tags.fields(path))

    def _lists(self) -> list[str]:
        return [name for name in self.tags.fields("") if self.tags.is_list(name)]

    def _tell(self, node: nodes.Node, message: str) -> None:
        self.wrong.append(Wrong(node.lineno, message))


def _targets(node: nodes.Node) -> Iterator[str]:
    return (name.name for name in ([node] if isinstance(node, nodes.Name) else node.find_all(nodes.Name)))


def _like(name: str, offered: list[str]) -> str:
    nearest = difflib.get_close_matches(name.lower(), offered, 1, 0.5)
    return f"，是否想写“{nearest[0]}”" if nearest else ""


def _example(path: str) -> str:
    return f"{{%p for x in {path.rpartition('.')[2].replace('[]', '')} %}}"


def _said(node: nodes.Node | None) -> str:
    """An expression as it is written, as far as it is made of names."""
    if isinstance(node, nodes.Name):
        return str(node.name)
    if isinstance(node, nodes.Getattr):
        return f"{_said(node.node)}.{node.attr}"
    if isinstance(node, nodes.Getitem):
        inner = node.arg.value if isinstance(node.arg, nodes.Const) else "…"
        return f"{_said(node.node)}.{inner}" if isinstance(inner, str) else f"{_said(node.node)}[{inner}]"
    if isinstance(node, nodes.Filter):
        return f"({_said(node.node)}|{node.name})"
    return "…"
