"""What of a file is not the speech, told before title and outline are sought."""

from reportgen.outline.apart.blocks import ADDED, Apart, ApartKind
from reportgen.outline.apart.finding import set_apart
from reportgen.outline.apart.telling import CODE, remarks

__all__ = ["ADDED", "CODE", "Apart", "ApartKind", "remarks", "set_apart"]
