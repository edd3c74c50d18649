"""From `Source` to `Document`."""

from reportgen.outline.document import Document, Node
from reportgen.outline.limits import within_limits
from reportgen.outline.notation import to_json, to_text
from reportgen.outline.paragraphs import reading_text
from reportgen.outline.parser import parse
from reportgen.outline.sentences import cut_clauses, split_clauses, split_sentences

__all__ = [
    "Document",
    "Node",
    "cut_clauses",
    "parse",
    "reading_text",
    "split_clauses",
    "split_sentences",
    "to_json",
    "to_text",
    "within_limits",
]
