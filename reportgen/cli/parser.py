"""What we rely on of the command-line parser's objects.

They are Typer's own or Click's, depending on the version, so no class is named: only what they have, and what
the rest of the command line may ask of them.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Protocol

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence


class Named(Protocol):
    """An argument or an option, as messages call it."""

    opts: list[str]
    nargs: int
    metavar: str | None
    param_type_name: str

    @property
    def human_readable_name(self) -> str:
        """Its name where nobody has given one for people."""


class Parameter(Named, Protocol):
    """An argument or an option, as help explains it; ours are all explained."""

    name: str
    help: str
    is_flag: bool


class Command(Protocol):
    """A command, or the program itself, which has commands."""

    help: str
    short_help: str | None
    params: Sequence[Parameter]

    def get_params(self, context: Call, /) -> Sequence[Parameter]:
        """Return the parameters, that for help among them."""


class Call(Protocol):
    """A command as it is called."""

    command: Command
    command_path: str

    def find_root(self) -> Call:
        """Return the call of the program itself."""


class Refusal(Protocol):
    """Why a call cannot be understood. Each kind has some of these, and each its message."""

    ctx: Call
    param: Parameter | None
    option_name: str
    possibilities: Sequence[str] | None

    def format_message(self) -> str:
        """Return the parser's own words, in English or the locale's language."""


class Formatter(Protocol):
    """Where help is written to."""

    def write(self, text: str, /) -> None:
        """Write a text as it is."""


class Program(Protocol):
    """What runs a command line."""

    def main(self, arguments: list[str], name: str, /, *, standalone_mode: bool) -> int | None:
        """Run, and return the exit status."""


def commands_of(command: Command) -> Mapping[str, Command]:
    """Return the commands of a program by their names; none of a command."""
    found: Mapping[str, Command] = getattr(command, "commands", {})
    return found
