"""From a file to a `Source`: one module per kind of file, told apart by content."""

from reportgen.readers.files import INPUT_NAME, STANDARD_INPUT, read
from reportgen.readers.masks import Fill, Mask, fill_masks, find_masks, parse_fill
from reportgen.readers.scars import find_scars

__all__ = [
    "INPUT_NAME",
    "STANDARD_INPUT",
    "Fill",
    "Mask",
    "fill_masks",
    "find_masks",
    "find_scars",
    "parse_fill",
    "read",
]
