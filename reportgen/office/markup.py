"""What markup shows as bytes, before it is parsed; nothing here needs a parser."""

from __future__ import annotations

import re

from reportgen.text.patterns import lazy

_STRICT_PLACE = b"http://purl.oclc.org/ooxml/"
# ISO/IEC 29500-1 ("Strict") has names of its own for the same elements (annex A).
_STRICT = lazy(
    rb"""(?P<quote>["'])http://purl\.oclc\.org/ooxml/"""
    rb"""(?:(?P<kind>wordprocessingml|presentationml|spreadsheetml|drawingml)/(?P<part>main|chart|diagram)"""
    rb"""|officeDocument/(?P<own>math|relationships))(?P=quote)"""
)


def marks_of(data: bytes) -> int:
    """How many elements and attributes markup may have at most; signs are counted, so text may add to it."""
    return data.count(b"<") - data.count(b"</") + data.count(b"=")


def declares_type(data: bytes) -> bool:
    """Whether markup declares a document type: that is how entities get in. In UTF-16 zeros stand between."""
    return b"<!DOCTYPE" in data.replace(b"\0", b"")


def transitional(data: bytes) -> bytes:
    """Return markup with the usual names of its elements where it has those of the strict standard."""
    return _STRICT.sub(_usual, data) if _STRICT_PLACE in data else data


def _usual(found: re.Match[bytes]) -> bytes:
    own = found["own"]
    path = b"officeDocument/2006/" + own if own else found["kind"] + b"/2006/" + found["part"]
    return found["quote"] + b"http://schemas.openxmlformats.org/" + path + found["quote"]
