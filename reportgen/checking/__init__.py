"""Reopen what was written and look at it with other eyes."""

from reportgen.checking.expected import Expected, expected_checklist, expected_deck, expected_handout
from reportgen.checking.gate import compare
from reportgen.checking.ground import Ground, ground_of
from reportgen.checking.labels import Literals, literals
from reportgen.checking.package import Package, vocabulary_of
from reportgen.checking.placed import Code, Finding, Placed
from reportgen.checking.proof import Comparison, Proof, proof_of
from reportgen.checking.verify import read_placed, verify

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
    "compare",
    "expected_checklist",
    "expected_deck",
    "expected_handout",
    "ground_of",
    "literals",
    "proof_of",
    "read_placed",
    "verify",
    "vocabulary_of",
]
