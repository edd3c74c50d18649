"""Reopen what was written and look at it with other eyes."""

from reportgen.checking.expected import Expected, expected_deck, expected_ledger, expected_paper
from reportgen.checking.gate import compare
from reportgen.checking.ground import Ground, ground_of
from reportgen.checking.labels import Literals
from reportgen.checking.placed import Code, Finding, Form
from reportgen.checking.proof import Comparison, Proof, proof_of
from reportgen.checking.verify import Content, read_content, template_words, verify, without_media

__all__ = [
    "Code",
    "Comparison",
    "Content",
    "Expected",
    "Finding",
    "Form",
    "Ground",
    "Literals",
    "Proof",
    "compare",
    "expected_deck",
    "expected_ledger",
    "expected_paper",
    "ground_of",
    "proof_of",
    "read_content",
    "template_words",
    "verify",
    "without_media",
]
