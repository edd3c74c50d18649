"""The door: runs a command and turns every way it can end into an exit status and at most one line."""

from __future__ import annotations

import io
import os
import sys
from functools import partial
from typing import TYPE_CHECKING

import typer

from reportgen.cli import completing
from reportgen.cli.answering import refused, wants_json
from reportgen.cli.chinese import PARSER_ERROR, USAGE_ERROR, told
from reportgen.cli.commands import app
from reportgen.errors import ReportgenError

if TYPE_CHECKING:
    from collections.abc import Sequence

_INTERRUPTED = 130  # what newer releases of Typer make of Ctrl-C


def main(arguments: Sequence[str] | None = None) -> int:
    """Run `reportgen` and return its exit status: 0 done, 1 something failed, 2 called wrongly."""
    _speak_utf8()
    try:
        status = _run(list(sys.argv[1:] if arguments is None else arguments))
        sys.stdout.flush()
    except BrokenPipeError:
        # The reader has gone; nothing more can be said, not even at exit.
        os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())
        status = 1
    return status


def _run(arguments: list[str]) -> int:  # noqa: PLR0911  one line for each way to end
    fail = partial(_fail, arguments)
    try:
        status = _called(arguments)
        if status == _INTERRUPTED:
            raise KeyboardInterrupt
        return int(status or 0)
    except ReportgenError as error:
        return fail(str(error), error.exit_code)
    except USAGE_ERROR as error:
        return fail(told(error), 2)
    except PARSER_ERROR as error:
        return fail(told(error), 1)
    except (KeyboardInterrupt, typer.Abort):
        return fail("已取消，没有写出未完成的文件", 1)
    except BrokenPipeError:
        raise
    except OSError as error:
        return fail(f"系统错误 {error.errno}：{error.filename or ''}。请检查磁盘和权限", 1)
    except Exception as error:
        if os.environ.get("REPORTGEN_DEBUG"):
            raise
        return fail(f"程序内部出错（{type(error).__name__}）。请附上稿件报告给维护者", 1)


def _called(arguments: list[str]) -> int | None:
    """Do what was asked for; a shell asks what could be."""
    command = typer.main.get_command(app)
    shell = os.environ.get(completing.VARIABLE)
    if not shell:
        status: int | None = command.main(arguments, "reportgen", standalone_mode=False)
        return status
    print(completing.answer(command, arguments, shell))  # noqa: T201
    return 0


def _fail(arguments: list[str], line: str, status: int) -> int:
    if wants_json(arguments):
        print(refused(arguments, line, status))  # noqa: T201
    print(f"错误：{line}", file=sys.stderr)  # noqa: T201  the screen is where it belongs
    return status


def _speak_utf8() -> None:
    """Let no character stop the output: pipes get UTF-8, a screen what it can show."""
    for stream in (sys.stdout, sys.stderr):
        if isinstance(stream, io.TextIOWrapper):
            encoding = None if stream.isatty() else "utf-8"
            stream.reconfigure(encoding=encoding, errors="backslashreplace")
