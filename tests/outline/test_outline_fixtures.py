"""Speeches and their outlines as text: a case is a file with the speech, a line of =====, and the tree."""

from pathlib import Path

import pytest

from golden import halves
from reportgen.outline import parse, to_text
from reportgen.readers.files import parse_bytes

CASES = sorted((Path(__file__).parent.parent / "fixtures" / "outline").glob("*.txt"))


@pytest.mark.parametrize("case", CASES, ids=lambda case: case.stem)
def test_outline(case: Path, golden) -> None:
    speech, tree = halves(case)
    golden(tree, to_text(parse(parse_bytes(speech.encode(), "x.txt", "x"))))
