"""The door: runs a command and turns every way it can end into an exit status and at most one line."""

from __future__ import annotations

import errno
import os
import sys
from functools import partial

from reportgen.cli.main import CANCELLED
from reportgen.cli.screen import show, tell
from reportgen.cli.start import collect_seldom, have_chinese, stoppable
from reportgen.cli.stopping import StoppedError
from reportgen.cli.streams import standard_streams

TYPE_CHECKING = False  # as in `typing`, which takes its time
if TYPE_CHECKING:
    from collections.abc import Sequence

    from reportgen.cli.parser import Program
    from reportgen.cli.start import Stop

_INTERRUPTED = 130  # what newer releases of Typer make of Ctrl-C


def enter(arguments: Sequence[str] | None) -> int:
    """Run `reportgen` and return its exit status, as `main` has it."""
    if arguments is None:
        have_chinese()
        collect_seldom()
    with stoppable(to_the_end=arguments is None) as stop, standard_streams() as outlet:
        status = _run(list(sys.argv[1:] if arguments is None else arguments), stop)
        sys.stdout.flush()
        if outlet and outlet.fault:
            status = _fail([], _undelivered(outlet.fault), status or 1)
    if arguments is None and stop.number:
        # Everybody has given back what he held. Python would end by the signal instead where it came while
        # a string was executed, as dataclasses do.
        os._exit(status)
    return status


def _run(arguments: list[str], stop: Stop) -> int:
    fail = partial(_fail, arguments)
    try:
        return _command(arguments, stop)
    except KeyboardInterrupt:
        return fail(CANCELLED, stop.status)
    except StoppedError:
        return stop.status
    except Exception as fault:
        from reportgen.errors import InternalError, as_error, is_debugging

        error = as_error(fault)
        if stop.number and isinstance(error, InternalError):  # what a library has made of the signal
            return fail(CANCELLED, stop.status)
        if isinstance(error, InternalError) and is_debugging():
            raise
        return fail(str(error), error.exit_code)


def _command(arguments: list[str], stop: Stop) -> int:
    """Load the commands, which takes a tenth of a second, and run the one that is asked for."""
    import typer

    from reportgen.cli.chinese import PARSER_ERROR, USAGE_ERROR, told

    try:
        status = _called(arguments, stop)
    except USAGE_ERROR as error:
        return _fail(arguments, told(error), 2)
    except PARSER_ERROR as error:
        return _fail(arguments, told(error), 1)
    except typer.Abort:
        raise KeyboardInterrupt from None
    if status == _INTERRUPTED:
        raise KeyboardInterrupt
    return int(status or 0)


def _called(arguments: list[str], stop: Stop) -> int | None:
    """Do what was asked for; a shell asks what could be."""
    from typer.main import get_command

    from reportgen.cli import completing
    from reportgen.cli.asked import part_of
    from reportgen.cli.commands import app

    stop.check()
    if shell := os.environ.get(completing.VARIABLE):
        show(completing.answer(get_command(app), arguments, shell))
        return 0
    program: Program = get_command(part_of(app, arguments))
    return program.main(arguments, "reportgen", standalone_mode=False)


def _undelivered(error: OSError) -> str:
    reason = "磁盘空间不足" if error.errno == errno.ENOSPC else f"系统错误 {error.errno}"
    return f"标准输出写不进去（{reason}），显示的内容不全"


def _fail(arguments: list[str], line: str, status: int) -> int:
    from reportgen.cli.answering import refused, wants_json

    if wants_json(arguments):
        show(refused(arguments, line, status))
    tell(f"错误：{line}")
    return status
