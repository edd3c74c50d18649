"""Keep what Python and `re` compile of this package, so that the first command is as quick as those that follow.

Usage: python tools/warm.py

A package that is installed from a wheel has its byte code from the installer; one that is run out of its folder
has not, and never gets it where ``PYTHONDONTWRITEBYTECODE`` is set.
"""

from __future__ import annotations

import compileall
import importlib
import pkgutil
import sys

import reportgen
from reportgen.text import patterns


def main() -> int:
    """Compile all modules and the patterns that they make."""
    done = compileall.compile_dir(reportgen.__path__[0], quiet=1)
    for module in pkgutil.walk_packages(reportgen.__path__, "reportgen."):
        if not module.name.endswith("__main__"):
            importlib.import_module(module.name)
    patterns.keep_all()
    return int(not done)


if __name__ == "__main__":
    sys.exit(main())
