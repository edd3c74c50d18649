"""Help and usage errors in plain Chinese, whatever the locale.

Typer takes its words from gettext, which has no Chinese for them and heeds the locale; so help is written
here, and the exceptions of the parser are told in our words.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable
from difflib import get_close_matches
from typing import Any

import typer
from typer.core import TyperCommand, TyperGroup

_HELP = "看 {} --help 的说明"


class Command(TyperCommand):
    """A command whose help is Chinese."""

    def format_help(self, ctx: Any, formatter: Any) -> None:  # noqa: ANN401  Typer's own types move about
        """Write usage, purpose, arguments and options."""
        write_help(self, ctx, formatter)


class Group(TyperGroup):
    """The top command; its commands stand in the order of their definition."""

    def format_help(self, ctx: Any, formatter: Any) -> None:  # noqa: ANN401
        """Write usage, purpose, commands and options."""
        write_help(self, ctx, formatter)


def write_help(command: Any, ctx: Any, formatter: Any) -> None:  # noqa: ANN401
    """Write the help of a command or group."""
    arguments = [p for p in command.params if p.param_type_name == "argument"]
    options = [p for p in command.get_params(ctx) if p.param_type_name == "option"]
    names = getattr(command, "commands", {})
    usage = "命令 …" if names else " ".join([*(_metavar(p) for p in arguments), "[选项]"])
    formatter.write(f"用法：{ctx.command_path} {usage}\n\n{command.help}\n")
    _section(formatter, "参数", [(_metavar(p), p.help) for p in arguments])
    _section(formatter, "命令", [(name, one.short_help or one.help) for name, one in names.items()])
    _section(formatter, "选项", [_option(p) for p in options])
    if command.epilog:
        formatter.write(f"\n{command.epilog}\n")


def _section(formatter: Any, title: str, rows: list[tuple[str, str]]) -> None:  # noqa: ANN401
    if not rows:
        return
    formatter.write(f"\n{title}：\n")
    width = max(_columns(name) for name, _ in rows) + 3
    for name, text in rows:
        formatter.write(f"  {name}{' ' * (width - _columns(name))}{text}\n")


def _columns(text: str) -> int:
    return sum(1 if char.isascii() else 2 for char in text)


def _metavar(parameter: Any) -> str:  # noqa: ANN401
    return f"{parameter.metavar or parameter.human_readable_name}{' …' if parameter.nargs == -1 else ''}"


def _option(parameter: Any) -> tuple[str, str]:  # noqa: ANN401
    if parameter.name == "help":
        return "--help", "显示这个说明"
    names = ", ".join(sorted(parameter.opts, key=len))
    return (names if parameter.is_flag else f"{names} {parameter.metavar}"), parameter.help


def told(error: Exception) -> str:
    """Return one line for an exception of the command-line parser."""
    context = getattr(error, "ctx", None)
    hint = _HELP.format(context.command_path if context else "reportgen")
    say: Callable[[Exception], str] = _MESSAGES.get(type(error).__name__, _other)
    return f"{say(error)}。请{hint}"


def _missing(error: Any) -> str:  # noqa: ANN401
    parameter = getattr(error, "param", None)
    if parameter is None:
        return "少了参数"
    if parameter.param_type_name == "argument":
        return f"没有给出{_metavar(parameter).removesuffix(' …')}"
    return f"没有给出 {parameter.opts[-1]}"


def _no_option(error: Any) -> str:  # noqa: ANN401
    return f"没有 {error.option_name} 这个选项{_perhaps(error.option_name, error.possibilities or ())}"


def _perhaps(name: str, known: Iterable[str]) -> str:
    """The one that was meant most likely, if any is near."""
    near = get_close_matches(name, list(known), 1)
    return f"，是不是 {near[0]}" if near else ""


def _bad_use(error: Any) -> str:  # noqa: ANN401
    return f"选项 {getattr(error, 'option_name', '')} 的用法不对（少了或多了值）"


def _no_command(error: Any) -> str:  # noqa: ANN401
    name = _named(error)
    known = list(getattr(error.ctx.command, "commands", {}))
    return f"没有 {name} 这个命令{_perhaps(name, known)}，可用的有 {'、'.join(known)}"


def _other(error: Any) -> str:  # noqa: ANN401
    """Errors that the parser gives no class of their own are told apart by how their message begins."""
    message = error.format_message()
    if message.startswith("No such command"):
        return _no_command(error)
    if message.startswith("Missing command"):
        return "没有给出命令"
    if message.startswith("Got unexpected extra"):
        return f"多了参数 {_named(error)}"
    return f"参数不对：{_named(error)}"


def _named(error: Any) -> str:  # noqa: ANN401
    """What the user wrote, out of the parser's message, where it stands in quotes or brackets."""
    message: str = error.format_message()
    found = re.search(r"""['"]([^'"]+)['"]|\(([^()]+)\)$""", message)
    return found[1] or found[2] if found else message.rstrip(".")


_MESSAGES: dict[str, Callable[[Exception], str]] = {
    "MissingParameter": _missing,
    "NoSuchOption": _no_option,
    "BadOptionUsage": _bad_use,
}
# The parser's base classes are Typer's own or Click's, depending on the version; both descend the same way.
USAGE_ERROR: type[Exception]
PARSER_ERROR: type[Exception]
USAGE_ERROR, PARSER_ERROR = (c for c in typer.BadParameter.__mro__[1:3] if issubclass(c, Exception))
