"""The language of a template's tags: values, conditions and loops over what there is, within a budget.

A template may come from anybody. Jinja's own sandbox keeps a template from Python's insides, but not from
printing for hours: so only what says something about the plan's values is let through, before anything runs,
and what runs counts its steps and its characters. Nothing here looks at a clock.
"""

from __future__ import annotations

import difflib
from collections.abc import Callable, Iterable
from dataclasses import dataclass
from functools import lru_cache
from typing import TYPE_CHECKING, Any

from jinja2 import StrictUndefined, Template, nodes
from jinja2.sandbox import SandboxedEnvironment
from jinja2.tests import TESTS

from reportgen.rendering.docx.context import literal

if TYPE_CHECKING:
    from types import CodeType

    from jinja2.runtime import Context

_VALUES = (
    nodes.Template, nodes.TemplateData, nodes.Output, nodes.Name, nodes.Const, nodes.Getattr, nodes.Getitem,
    nodes.Slice, nodes.List, nodes.Tuple, nodes.Keyword,
)  # fmt: skip
_LOGIC = (
    nodes.For, nodes.If, nodes.CondExpr, nodes.Compare, nodes.Operand, nodes.Not, nodes.And, nodes.Or,
    nodes.Test, nodes.Filter, nodes.Assign,
)  # fmt: skip
_SUMS = (nodes.Add, nodes.Sub, nodes.Mul, nodes.Div, nodes.FloorDiv, nodes.Mod, nodes.Neg, nodes.Pos)
_ALLOWED = frozenset((*_VALUES, *_LOGIC, *_SUMS))
FILTERS = (
    "capitalize", "count", "d", "default", "e", "escape", "first", "int", "join", "last", "length", "list",
    "lower", "replace", "reverse", "sort", "string", "title", "trim", "unique", "upper",
)  # fmt: skip
"""Those of Jinja's filters whose result is no longer than what goes in, or is counted first."""
_OTHER_FILES = "不能引用别的文件"
_NO_CALLS = "不能调用或定义函数和宏"
_WHY = {
    nodes.Include: _OTHER_FILES,
    nodes.Import: _OTHER_FILES,
    nodes.FromImport: _OTHER_FILES,
    nodes.Extends: _OTHER_FILES,
    nodes.Block: _OTHER_FILES,
    nodes.Macro: _NO_CALLS,
    nodes.Call: _NO_CALLS,
    nodes.CallBlock: _NO_CALLS,
    nodes.Pow: "不能用乘方",
    nodes.Concat: "不能用 ~ 连接文字，请把文字直接写在标记外面",
}
_DEEPEST = 12
"""Loops and conditions inside each other; the shipped template has four, Python allows twenty loops."""
_LARGEST_NUMBER = 10**9


class Refused(Exception):  # noqa: N818  it is told as a TemplateError, with its place
    """A tag says what this language has no room for; `line` is that of the source given."""

    def __init__(self, message: str, line: int) -> None:
        self.message, self.line = message, line
        super().__init__(message)


class Overrun(Exception):  # noqa: N818  as above
    """A template prints out of all proportion to what there is to print."""


@dataclass
class Budget:
    """What a template may still use up: rounds of loops, and characters printed."""

    rounds: int
    characters: int

    def loop(self, count: int) -> None:
        """Take rounds off.

        Raises:
            Overrun: there are not as many.
        """
        self.rounds -= count + 1
        if self.rounds < 0:
            raise Overrun

    def write(self, count: int) -> None:
        """Take characters off.

        Raises:
            Overrun: there are not as many.
        """
        self.characters -= count
        if self.characters < 0:
            raise Overrun


def budget_for(values: object, template: int) -> Budget:
    """Return what is enough for any sensible template.

    The shipped one takes two rounds for each value and prints some 600 characters of XML around it; one may
    take five times as much.

    Args:
        values: what there is to print.
        template: characters of the template.
    """
    count, length = _extent(values)
    return Budget(10_000 + 20 * count, 1_000_000 + 3 * template + 3_000 * count + 20 * length)


def _extent(value: object) -> tuple[int, int]:
    """How many single values there are, and how many characters they have."""
    if isinstance(value, dict | list):
        inner = [_extent(one) for one in (value.values() if isinstance(value, dict) else value)]
        return sum(one[0] for one in inner) + 1, sum(one[1] for one in inner)
    return 1, len(value) if isinstance(value, str) else 0


@dataclass(frozen=True)
class _Filters:
    """The filters that may make a long text out of a short one, counted before they do."""

    budget: Budget

    def join(self, values: Iterable[object], d: str = "") -> str:
        """Join values with a text between them."""
        texts = [str(value) for value in values]
        self.budget.write(sum(map(len, texts)) + len(d) * len(texts))
        return str(d).join(texts)

    def replace(self, text: str, old: str, new: str) -> str:
        """Swap one text for another."""
        text, old, new = str(text), str(old), str(new)
        self.budget.write(len(text) + (text.count(old) if old else len(text) + 1) * len(new))
        return text.replace(old, new)


class Language(SandboxedEnvironment):
    """A sandbox without other files, calls and blocks, whose loops and prints are counted."""

    intercepted_binops = frozenset({"+", "-", "*", "/", "//", "%"})

    def __init__(self, budget: Budget) -> None:
        super().__init__(undefined=StrictUndefined, autoescape=True, finalize=literal)
        self.globals.clear()
        counted: dict[str, Callable[..., Any]] = {name: self.filters[name] for name in FILTERS}
        own = _Filters(budget)
        self.filters = {**counted, "join": own.join, "replace": own.replace, _COUNTED: self._counted}
        self.budget = budget

    def filled(self, source: str, values: dict[str, Any]) -> str:
        """Fill a template.

        Raises:
            TemplateSyntaxError: Jinja cannot read it.
            Refused: it says what there is no room for.
            Overrun: it prints too much.
        """
        return Template.from_code(self, _compiled(source), {}).render(values)

    def concat(self, pieces: Iterable[str]) -> str:
        """Join what a template prints, as far as the budget reaches."""
        kept = []
        for piece in pieces:
            self.budget.write(len(piece))
            kept.append(piece)
        return "".join(kept)

    def call_binop(self, context: Context, operator: str, left: object, right: object) -> object:
        """Calculate with numbers only: ``*`` and ``%`` of a text may be as long as one likes."""
        for side in (left, right):
            if not isinstance(side, int | float) or abs(side) > _LARGEST_NUMBER:
                raise Refused("只有数才能加减乘除，而且不能太大", 0)
        result: object = super().call_binop(context, operator, left, right)
        return result

    def _counted(self, values: Iterable[object]) -> list[object]:
        listed = list(values)
        self.budget.loop(len(listed))
        return listed

    def _parse(self, source: str, name: str | None, filename: str | None) -> nodes.Template:
        tree = super()._parse(source, name, filename)
        _admit(tree)
        for loop in list(tree.find_all(nodes.For)):
            loop.iter = nodes.Filter(loop.iter, _COUNTED, [], [], None, None, lineno=loop.lineno)
        return tree


@lru_cache(maxsize=64)
def _compiled(source: str) -> CodeType:
    """Compile a template, once for all speeches of a process: it takes longer than to fill it.

    Nothing of it is calculated beforehand with the budget of one of them: there is none.
    """
    return Language(Budget(0, 0)).compile(source)


_COUNTED = "reportgen counted"
"""The filter around every loop's values; no tag can name it, for its blank."""


def _admit(node: nodes.Node, depth: int = 0) -> None:
    """Let a tree through, or tell what has no room in it.

    Raises:
        Refused: at the first thing that has none.
    """
    depth += isinstance(node, nodes.For | nodes.If)
    why = _WHY.get(type(node)) or _odd(node) or ("" if type(node) in _ALLOWED else "讲义模板里用不上这种写法")
    if depth > _DEEPEST:
        why = f"循环和条件套了 {_DEEPEST} 层以上"
    if why:
        raise Refused(why, node.lineno)
    for child in node.iter_child_nodes():
        # The branches of one condition stand side by side.
        is_branch = isinstance(node, nodes.If) and isinstance(child, nodes.If) and child in node.elif_
        _admit(child, depth - is_branch)


def _odd(node: nodes.Node) -> str:
    """What is wrong with a node of a kind that is let through; nothing as a rule."""
    if isinstance(node, nodes.Filter) and node.name not in FILTERS:
        nearest = difflib.get_close_matches(node.name, FILTERS, 1)
        like = f"（是否想写“{nearest[0]}”）" if nearest else ""
        return f"不认识或不能用过滤器“{node.name}”{like}，可用的有 {'、'.join(FILTERS)}"
    if isinstance(node, nodes.Test) and node.name not in TESTS:
        return f"不认识“is {node.name}”"
    if isinstance(node, nodes.Getattr) and node.attr.startswith("_"):
        return f"不能用“{node.attr}”"
    if isinstance(node, nodes.For) and node.recursive:
        return "不能用递归循环（recursive）"
    if isinstance(node, nodes.List) and not all(isinstance(one, nodes.Const) for one in node.items):
        return "方括号里只能写固定的文字或数"
    return ""
