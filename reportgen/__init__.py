"""Turn a Chinese official speech into a handout, a deck and a checklist.

    import reportgen

    built = reportgen.build("讲话.txt", output="output", only=["要点"])
    print(built.paths, built.proof.sourced)

What the command line does, without printing anything; docs/api.md tells all of it. Nothing but this file is
loaded until a name is asked for.
"""

from __future__ import annotations

from importlib import import_module
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from reportgen.analysis import Brief
    from reportgen.api import brief, build, check, find_speeches, parse, preview, to_json, to_text, verify
    from reportgen.checking import Proof
    from reportgen.errors import (
        BriefError,
        CheckError,
        Diagnostic,
        FidelityError,
        InternalError,
        OutputError,
        PictureError,
        ReportgenError,
        Severity,
        SourceError,
        SystemRefusalError,
        TemplateError,
        UsageError,
    )
    from reportgen.outline import Document
    from reportgen.results import Built, Checked, Notice, Output, Pictured, Previewed, Reading
    from reportgen.verifying import Verification, Verified

__version__ = "0.1.0"

__all__ = [
    "Brief",
    "BriefError",
    "Built",
    "CheckError",
    "Checked",
    "Diagnostic",
    "Document",
    "FidelityError",
    "InternalError",
    "Notice",
    "Output",
    "OutputError",
    "PictureError",
    "Pictured",
    "Previewed",
    "Product",
    "Proof",
    "Reading",
    "ReportgenError",
    "Severity",
    "SourceError",
    "SystemRefusalError",
    "TemplateError",
    "UsageError",
    "Verification",
    "Verified",
    "__version__",
    "brief",
    "build",
    "check",
    "find_speeches",
    "parse",
    "preview",
    "to_json",
    "to_text",
    "verify",
]

_MODULES = {
    "analysis": ("Brief",),
    "checking": ("Proof",),
    "outline": ("Document",),
    "results": ("Built", "Checked", "Notice", "Output", "Pictured", "Previewed", "Reading"),
    "products": ("Product",),
    "verifying": ("Verification", "Verified"),
    "errors": (
        *("BriefError", "CheckError", "Diagnostic", "FidelityError", "InternalError", "OutputError"),
        *(
            "PictureError",
            "ReportgenError",
            "Severity",
            "SourceError",
            "SystemRefusalError",
            "TemplateError",
            "UsageError",
        ),
    ),
    "api": ("brief", "build", "check", "find_speeches", "parse", "preview", "to_json", "to_text", "verify"),
}
_HOMES = {name: module for module, names in _MODULES.items() for name in names}


def __getattr__(name: str) -> object:
    """Load a public name when it is first asked for.

    Raises:
        AttributeError: there is none of that name.
    """
    if name not in _HOMES:
        raise AttributeError(f"module {__name__!r} has no attribute {name!r}")
    value: object = getattr(import_module(f"{__name__}.{_HOMES[name]}"), name)
    globals()[name] = value
    return value


def __dir__() -> list[str]:
    return sorted(__all__)
