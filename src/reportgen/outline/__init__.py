"""From `Source` to `Document`."""

from reportgen.outline.model import Document, Node

__all__ = ["Document", "Node"]
