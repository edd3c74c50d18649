"""Web pages saved to disk: the main text, without what the site puts around it."""

from reportgen.readers.html.reading import read_html, read_mhtml

__all__ = ["read_html", "read_mhtml"]
