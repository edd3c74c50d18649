"""The build hook of the wheel: the templates, which lie beside the package, are put into it."""

from __future__ import annotations

from pathlib import Path
from typing import Any

from hatchling.builders.hooks.plugin.interface import BuildHookInterface

PACKAGE = "reportgen"
TEMPLATES = "templates"


class TemplatesHook(BuildHookInterface):
    """Adds ``templates/`` as ``reportgen/templates/`` to a wheel that is installed.

    An editable install runs from the checkout and reads the folder there: a copy in site-packages would be
    the old one as soon as somebody edits a template.
    """

    def initialize(self, version: str, build_data: dict[str, Any]) -> None:
        """Add the folder to a wheel that holds the code itself (hatchling: ``standard``)."""
        if version == "standard":
            build_data["force_include"][str(Path(self.root) / TEMPLATES)] = f"{PACKAGE}/{TEMPLATES}"
