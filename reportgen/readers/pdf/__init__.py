"""PDF with a text layer: glyphs → lines → paragraphs, page furniture left out."""

from reportgen.readers.pdf.reading import read_pdf

__all__ = ["read_pdf"]
