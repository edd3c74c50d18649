"""The brief in writing: YAML for editors (`dump`, `load`), plain data for programs (`to_json`)."""

from reportgen.analysis.notation.data import to_json
from reportgen.analysis.notation.dumping import dump
from reportgen.analysis.notation.loading import load

__all__ = ["dump", "load", "to_json"]
