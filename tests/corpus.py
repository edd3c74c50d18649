"""The speeches of real life, which are not part of the project: where they lie, if they are here."""

import os
from pathlib import Path

CORPUS = Path(os.environ.get("REPORTGEN_CORPUS", Path(__file__).parents[2] / "shared" / "corpus"))


def texts():
    """The paths of all speeches that are plain text or Markdown, in order."""
    folder = CORPUS / "texts"
    return sorted([*folder.glob("*.txt"), *folder.glob("*.md")])
