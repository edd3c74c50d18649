"""Help in plain Chinese, as wide as the screen."""

from __future__ import annotations

import shutil
from collections.abc import Iterator
from itertools import pairwise
from typing import TYPE_CHECKING, cast

from typer.core import TyperCommand, TyperGroup

from reportgen.cli.chinese import metavar
from reportgen.cli.parser import commands_of

if TYPE_CHECKING:
    from reportgen.cli.parser import Call, Formatter, Parameter
    from reportgen.cli.parser import Command as Described

_WIDEST = 100
"""Columns that a line of help takes at most: longer ones are hard to read."""
_NARROW = 24
"""Columns that an explanation needs beside its name; with fewer it stands below."""
_HELP = "显示这个说明"


class Command(TyperCommand):
    """A command whose help is Chinese."""

    def format_help(self, ctx: object, formatter: Formatter) -> None:
        """Write usage, purpose, arguments and options."""
        formatter.write(help_of(cast("Described", self), cast("Call", ctx)))


class Group(TyperGroup):
    """The top command; its commands stand in the order of their definition."""

    def format_help(self, ctx: object, formatter: Formatter) -> None:
        """Write usage, purpose, commands and options."""
        formatter.write(help_of(cast("Described", self), cast("Call", ctx)))


def help_of(command: Described, ctx: Call) -> str:
    """Return the help of a command or group, wrapped for the screen."""
    arguments = [p for p in command.params if p.param_type_name == "argument"]
    options = [p for p in command.get_params(ctx) if p.param_type_name == "option"]
    names = commands_of(command)
    usage = "命令 …" if names else " ".join([*(metavar(p) for p in arguments), "[选项]"])
    width = max(min(shutil.get_terminal_size().columns, _WIDEST), _NARROW)
    lines = [*_wrapped(f"用法：{ctx.command_path} {usage}", width), "", *_wrapped(command.help, width)]
    lines += _section("参数", [(metavar(p), p.help) for p in arguments], width)
    lines += _section("命令", [(name, one.short_help or one.help) for name, one in names.items()], width)
    lines += _section("选项", [_option(p) for p in options], width)
    return "\n".join(lines) + "\n"


def _section(title: str, rows: list[tuple[str, str]], width: int) -> Iterator[str]:
    if not rows:
        return
    yield from ("", f"{title}：")
    indent = max(columns(name) for name, _ in rows) + 5
    for name, text in rows:
        if width - indent >= _NARROW:
            first, *others = _wrapped(text, width - indent)
            yield f"  {name}{' ' * (indent - 2 - columns(name))}{first}"
            yield from (" " * indent + line for line in others)
        else:
            yield f"  {name}"
            yield from (f"      {line}" for line in _wrapped(text, width - 6))


def columns(text: str) -> int:
    """Return how many columns of a screen a text takes."""
    return sum(1 if char.isascii() else 2 for char in text)


def _wrapped(text: str, width: int) -> Iterator[str]:
    """Cut a text into lines; Chinese breaks anywhere but before a mark, other words stay whole."""
    line = ""
    for piece in _pieces(text):
        if line and columns(line + piece.rstrip()) > width:
            yield line.rstrip()
            line = ""
        line += piece if line else piece.lstrip()
    yield line.rstrip()


def _pieces(text: str) -> Iterator[str]:
    """The least parts that a line may end behind."""
    start = 0
    for at, (one, two) in enumerate(pairwise(text), 1):
        if (not one.isascii() or not two.isascii() or one == " ") and _may_part(one, two):
            yield text[start:at]
            start = at
    yield text[start:]


def _may_part(one: str, two: str) -> bool:
    return two not in "，。；：、）”！？,. " and one not in "（“"


def _option(parameter: Parameter) -> tuple[str, str]:
    names = ", ".join(sorted(parameter.opts, key=len))
    if parameter.name == "help":
        return names, _HELP
    return (names if parameter.is_flag else f"{names} {parameter.metavar}"), parameter.help
