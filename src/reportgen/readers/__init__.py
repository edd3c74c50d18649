"""From a file to a `Source`: one module per kind of file, told apart by content."""

from reportgen.readers.files import read

__all__ = ["read"]
