"""The error tree and the diagnostics.

An error stops the run: a file or a template cannot be used. A diagnostic tells about the content
of the speech and never stops anything. Messages are for the user: Chinese, one line, what is wrong,
where, and what to do.
"""

from __future__ import annotations

import os
from contextlib import contextmanager
from dataclasses import dataclass
from enum import StrEnum
from typing import TYPE_CHECKING

from reportgen.source import Span

if TYPE_CHECKING:
    from collections.abc import Iterator


class ReportgenError(Exception):
    """Anything the user can mend. `str()` is the one line to show."""

    exit_code = 1

    def __init__(self, message: str, *, where: str = "", hint: str = "") -> None:
        self.message = message
        self.where = where
        self.hint = hint
        super().__init__(message)

    def __str__(self) -> str:
        head = f"{self.where}：{self.message}" if self.where else self.message
        return f"{head}。{self.hint}" if self.hint else head


class UsageError(ReportgenError):
    """The command was called in a way it does not know."""

    exit_code = 2


class SourceError(ReportgenError):
    """The speech cannot be read."""


class BriefError(ReportgenError):
    """An edited brief cannot be used."""


class TemplateError(ReportgenError):
    """A template lacks something that the plan needs."""


class OutputError(ReportgenError):
    """A result cannot be written."""


class FidelityError(ReportgenError):
    """What was made does not say what the speech says: a fault of ours or of a template."""


class PictureError(ReportgenError):
    """A file cannot be printed, so there are no pictures and no PDF of it."""


class CheckError(ReportgenError):
    """A file to be compared with the speech cannot be read."""


class SystemRefusalError(ReportgenError):
    """The system refused something that no other error tells of."""


class InternalError(ReportgenError):
    """A fault of ours, told in one line like any other."""


def as_error(fault: Exception, where: str = "") -> ReportgenError:
    """Return the error, one line for the user, that any exception at all comes to.

    Args:
        fault: what was raised.
        where: the speech that was being worked on, as the user named it.
    """
    if isinstance(fault, ReportgenError):
        return fault
    if isinstance(fault, OSError):
        message = f"系统错误 {fault.errno}：{fault.filename or ''}"
        return SystemRefusalError(message, where=where, hint="请检查磁盘和权限")
    message = f"程序内部出错（{type(fault).__name__}）"
    return InternalError(message, where=where, hint="请附上稿件报告给维护者")


@contextmanager
def contained(where: str) -> Iterator[None]:
    """Turn whatever goes wrong with one speech into an error, so that a run can go on with the next.

    Raises:
        ReportgenError: what was raised within, or what became of it.
        KeyboardInterrupt: the user has cancelled, and a library made something else of it.
        BrokenPipeError: whoever read the output has gone, and nothing is left to be told.
        Exception: a fault of ours as it is, for its traceback, where ``REPORTGEN_DEBUG`` is set.
    """
    try:
        yield
    except (ReportgenError, BrokenPipeError):
        raise
    except Exception as fault:
        if _is_cancelled(fault):
            raise KeyboardInterrupt from fault
        if is_debugging() and not isinstance(fault, OSError):
            raise
        raise as_error(fault, where) from fault


def _is_cancelled(fault: BaseException | None) -> bool:
    """Whether Ctrl-C is what an exception came from."""
    while fault is not None and not isinstance(fault, KeyboardInterrupt):
        fault = fault.__cause__ or fault.__context__
    return fault is not None


def is_debugging() -> bool:
    """Whether a maintainer wants to see where a fault of ours comes from."""
    return bool(os.environ.get("REPORTGEN_DEBUG"))


class Severity(StrEnum):
    """How grave a diagnostic is."""

    ERROR = "error"
    WARNING = "warning"
    INFO = "info"


@dataclass(frozen=True, slots=True)
class Diagnostic:
    """Something noticed in the content. `code` is stable kebab-case, `span` the place or None."""

    severity: Severity
    code: str
    message: str
    span: Span | None = None
    hint: str = ""
