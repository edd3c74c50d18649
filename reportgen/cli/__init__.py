"""The command line."""

from reportgen.cli.main import main

__all__ = ["main"]
