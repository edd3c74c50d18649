"""Plain text and Markdown, in any encoding."""

from __future__ import annotations

import hashlib

from reportgen.readers import markdown
from reportgen.readers.encoding import decode_named
from reportgen.readers.limits import BYTES_A_CHARACTER, require_characters, require_lines
from reportgen.readers.line_fronts import without_fronts
from reportgen.readers.page_numbers import blank_page_numbers
from reportgen.readers.tidying import close_up
from reportgen.source import Source, split_lines


def read_text(data: bytes, name: str, stem: str) -> Source:
    """Make a source of the bytes of a text file.

    Raises:
        SourceError: no encoding fits, or the text is too long.
    """
    require_characters(-(-len(data) // BYTES_A_CHARACTER), name)
    decoded, encoding = decode_named(data, name)
    require_characters(len(decoded), name)
    require_lines(decoded.count("\n") + 1, name)
    text = blank_page_numbers(close_up(decoded, padded=True))
    is_markdown = name.lower().endswith(markdown.SUFFIXES)
    digest = hashlib.sha256(data).hexdigest()
    if not (is_markdown or markdown.looks_like(text)):
        fronted, told = without_fronts(split_lines(text), text)
        return Source(name, stem, text, digest, fronted, told, encoding=encoding)
    text, lines, others = markdown.read(text)
    return Source(name, stem, text, digest, lines, others, encoding=encoding, is_markdown=is_markdown)
