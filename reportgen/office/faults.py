"""What may be wrong with a package that anybody may have made."""

from __future__ import annotations


class PackageError(ValueError):
    """Any of what follows."""


class DamagedError(PackageError):
    """A zip, or a part of one, cannot be read: cut off, encrypted, none at all."""


class TooLargeError(PackageError):
    """There is more of it than was asked for."""


class DeclaredError(DamagedError):
    """A part declares a document type, which no part may (ISO/IEC 29500-2, 6.2.5)."""


class MarkupError(DamagedError):
    """A part is not well formed."""

    def __init__(self, line: int) -> None:
        """Note the line, from 1, on which the parser gave up."""
        super().__init__(f"not well formed on line {line}")
        self.line = line
