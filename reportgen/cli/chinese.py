"""Usage errors in plain Chinese, whatever the locale.

Typer takes its words from gettext, which has no Chinese for them and heeds the locale; so the exceptions of
the parser are told in our words, as `helping` writes help.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable
from difflib import get_close_matches
from pathlib import Path
from typing import TYPE_CHECKING, cast

import typer

from reportgen.cli.parser import commands_of

if TYPE_CHECKING:
    from reportgen.cli.parser import Named, Refusal

_HELP = "看 {} --help 的说明"
_FOREIGN = "－—–―‒−﹣﹘‐‑"
"""Dashes that an input method for Chinese, or a word processor, writes for the hyphen."""
_DASHES = f"-{_FOREIGN}"


def metavar(parameter: Named) -> str:
    """Return what help and messages call an argument, with … where several may stand."""
    return f"{parameter.metavar or parameter.human_readable_name}{' …' if parameter.nargs == -1 else ''}"


def dashed(word: str) -> str:
    """Return the option that a word with dashes of Chinese type was meant as; an empty text for any other."""
    name = word.lstrip(_DASHES)
    if not name or not set(word[: len(word) - len(name)]) & set(_FOREIGN):
        return ""
    return f"-{name}" if len(name.partition("=")[0]) == 1 else f"--{name}"


def told(error: Exception) -> str:
    """Return one line for an exception of the command-line parser."""
    context = getattr(error, "ctx", None)
    hint = _HELP.format(context.command_path if context else "reportgen")
    say = _MESSAGES.get(type(error).__name__, _other)
    return f"{say(cast('Refusal', error))}。请{hint}"


def _missing(error: Refusal) -> str:
    parameter = getattr(error, "param", None)
    if parameter is None:
        return "少了参数"
    if parameter.param_type_name == "argument":
        return f"没有给出{metavar(parameter).removesuffix(' …')}"
    return f"没有给出 {parameter.opts[-1]}"


def _no_option(error: Refusal) -> str:
    name = error.option_name
    if set(name) & set(_FOREIGN):
        return f"选项 {name} 里有中文的横线，要写半角的横线"
    owners = [
        command
        for command, one in commands_of(error.ctx.command).items()
        if any(name in parameter.opts for parameter in one.params)
    ]
    if owners:
        return f"{name} 要写在命令后面，如 reportgen {owners[0]} … {name}"
    if any(name in parameter.opts for parameter in error.ctx.find_root().command.params):
        return f"{name} 要写在命令前面，如 reportgen {name}"
    known = [option for parameter in error.ctx.command.params for option in parameter.opts]
    return f"没有 {name} 这个选项{_perhaps(name, error.possibilities or known)}"


def _perhaps(name: str, known: Iterable[str]) -> str:
    """The one that was meant most likely, if any is near."""
    near = get_close_matches(name.lower(), list(known), 1)
    return f"，是不是 {near[0]}" if near else ""


def _bad_use(error: Refusal) -> str:
    return f"选项 {getattr(error, 'option_name', '')} 的用法不对（少了或多了值）"


def _no_command(error: Refusal) -> str:
    name = _named(error)
    known = list(commands_of(error.ctx.command))
    if not name:
        return f"命令是空的，可用的有 {'、'.join(known)}"
    if dashed(name):
        return f"“{name}”前面是中文的横线，选项要写半角的横线：{dashed(name)}"
    if name == "help":
        return "没有 help 这个命令，是不是 --help"
    if Path(name).exists():
        return f"没有给出命令，是不是 reportgen {known[0]} {name}"
    return f"没有 {name} 这个命令{_perhaps(name, known)}，可用的有 {'、'.join(known)}"


def _other(error: Refusal) -> str:
    """Errors that the parser gives no class of their own are told apart by how their message begins."""
    message = error.format_message()
    if message.startswith("No such command"):
        return _no_command(error)
    if message.startswith("Missing command"):
        return "没有给出命令"
    if message.startswith("Got unexpected extra"):
        return f"多了参数 {_named(error)}"
    return f"参数不对：{_named(error)}"


def _named(error: Refusal) -> str:
    """What the user wrote, out of the parser's message, where it stands in quotes or brackets."""
    message: str = error.format_message()
    found = re.search(r"""['"]([^'"]*)['"]|\(([^()]+)\)$""", message)
    return found[1] or found[2] or "" if found else message.rstrip(".")


_MESSAGES: dict[str, Callable[[Refusal], str]] = {
    "MissingParameter": _missing,
    "NoSuchOption": _no_option,
    "BadOptionUsage": _bad_use,
}
# The parser's base classes are Typer's own or Click's, depending on the version; both descend the same way.
USAGE_ERROR: type[Exception]
PARSER_ERROR: type[Exception]
USAGE_ERROR, PARSER_ERROR = (c for c in typer.BadParameter.__mro__[1:3] if issubclass(c, Exception))
