"""From a file to a `Source`: one module per kind of file, told apart by content."""

from typing import TYPE_CHECKING

from reportgen.loading import lazily

if TYPE_CHECKING:
    from reportgen.readers.files import INPUT_NAME, STANDARD_INPUT, read, read_brief, stem_of
    from reportgen.readers.filling import Filling, fill_masks
    from reportgen.readers.given import require_printable
    from reportgen.readers.limits import require_buildable
    from reportgen.readers.masks import Mask, MaskFill, find_masks, parse_fill
    from reportgen.readers.scars import find_scars

__all__ = [
    "INPUT_NAME",
    "STANDARD_INPUT",
    "Filling",
    "Mask",
    "MaskFill",
    "fill_masks",
    "find_masks",
    "find_scars",
    "parse_fill",
    "read",
    "read_brief",
    "require_buildable",
    "require_printable",
    "stem_of",
]

__getattr__ = lazily(
    __name__,
    {
        "files": ("INPUT_NAME", "STANDARD_INPUT", "read", "read_brief", "stem_of"),
        "filling": ("Filling", "fill_masks"),
        "given": ("require_printable",),
        "limits": ("require_buildable",),
        "masks": ("Mask", "MaskFill", "find_masks", "parse_fill"),
        "scars": ("find_scars",),
    },
)
