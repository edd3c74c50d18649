"""Reopen what was written and look at it with other eyes."""

from reportgen.checking.expected import Expected, expected_deck, expected_ledger, expected_paper
from reportgen.checking.gate import unfaithful
from reportgen.checking.ground import Ground, ground_of
from reportgen.checking.labels import Literals
from reportgen.checking.placed import Code, Finding, Form
from reportgen.checking.verify import Content, read_content, template_words, verify, without_media

__all__ = [
    "Code",
    "Content",
    "Expected",
    "Finding",
    "Form",
    "Ground",
    "Literals",
    "expected_deck",
    "expected_ledger",
    "expected_paper",
    "ground_of",
    "read_content",
    "template_words",
    "unfaithful",
    "verify",
    "without_media",
]
