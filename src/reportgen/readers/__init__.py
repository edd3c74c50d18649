"""From a file to a `Source`: one module per kind of file, told apart by content."""

from reportgen.readers.files import read
from reportgen.readers.masks import Fill, Mask, fill_masks, find_masks, parse_fill

__all__ = ["Fill", "Mask", "fill_masks", "find_masks", "parse_fill", "read"]
