"""The part of the command line that one call needs: Typer makes the parameters of all commands for each."""

from __future__ import annotations

from copy import copy
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Sequence

    import typer
    from typer.models import CommandInfo, TyperInfo


def part_of(app: typer.Typer, arguments: Sequence[str]) -> typer.Typer:
    """Return the program as far as a call needs it: to make all parameters takes as long as to import Typer.

    It has the command alone that is asked for; where no word is but an option, all of them by name and help,
    which is what is said of them then; else all there is.
    """
    words = [word for word in arguments if not word.startswith("-")]
    asked = [one for one in app.registered_commands if words and _name(one) == words[0]]
    if words and not asked:
        return app
    part = copy(app)
    part.registered_commands = asked or [*map(_told, app.registered_commands)]
    part.registered_groups = [] if asked else [*map(_told_of, app.registered_groups)]
    return part


def _name(command: CommandInfo) -> str:
    return str(command.name or getattr(command.callback, "__name__", ""))


def _told(command: CommandInfo) -> CommandInfo:
    bare = copy(command)
    bare.name, bare.callback = _name(command), _nothing
    return bare


def _told_of(group: TyperInfo) -> TyperInfo:
    bare = copy(group)
    if group.typer_instance:
        bare.typer_instance = part_of(group.typer_instance, ())
    return bare


def _nothing() -> None:
    """Stand for a command that is told of and not run."""
