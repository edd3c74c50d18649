"""What of a file is not the speech, told before title and outline are sought."""

from reportgen.outline.apart.blocks import Apart, ApartKind
from reportgen.outline.apart.finding import set_apart
from reportgen.outline.apart.telling import remarks

__all__ = ["Apart", "ApartKind", "remarks", "set_apart"]
