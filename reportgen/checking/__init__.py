"""Reopen what was written and look at it with other eyes."""

from reportgen.checking.clauses import pieces, squash
from reportgen.checking.expected import (
    Expected,
    expected_checklist,
    expected_deck,
    expected_handout,
    expected_page,
)
from reportgen.checking.gate import compare
from reportgen.checking.ground import Ground, ground_of
from reportgen.checking.labels import Literals, literals
from reportgen.checking.package import Package, vocabulary_of
from reportgen.checking.placed import Code, Finding, Placed, Zone
from reportgen.checking.proof import Comparison, Proof, proof_of
from reportgen.checking.verify import read_placed, verify
from reportgen.checking.word import holds_style

__all__ = [
    "Code",
    "Comparison",
    "Expected",
    "Finding",
    "Ground",
    "Literals",
    "Package",
    "Placed",
    "Proof",
    "Zone",
    "compare",
    "expected_checklist",
    "expected_deck",
    "expected_handout",
    "expected_page",
    "ground_of",
    "holds_style",
    "literals",
    "pieces",
    "proof_of",
    "read_placed",
    "squash",
    "verify",
    "vocabulary_of",
]
