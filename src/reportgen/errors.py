"""The error tree and the diagnostics.

An error stops the run: a file or a template cannot be used. A diagnostic tells about the content
of the speech and never stops anything. Messages are for the user: Chinese, one line, what is wrong,
where, and what to do.
"""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum

from reportgen.source import Span


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


class CheckError(ReportgenError):
    """A file to be compared with the speech cannot be read."""


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
