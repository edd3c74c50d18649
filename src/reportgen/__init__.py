"""Turn a Chinese official speech into a handout, a deck and a checklist."""

__version__ = "0.1.0"
