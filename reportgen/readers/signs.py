"""The signs that kinds of files are told by: functions that the rows of `formats` are made with.

A sign takes the look of a file and says whether it is there. Letters that a kind of file begins with may open
a text as well (``%PDF-``, ``BM``, ``<html>`` in a speech on file formats), so what follows is looked at too.
"""

from __future__ import annotations

import re
from collections.abc import Callable
from itertools import islice, takewhile

from reportgen.readers.encoding import reads_as_prose
from reportgen.readers.limits import LARGEST_PART
from reportgen.readers.looks import OPENDOCUMENT, Glance, Shell
from reportgen.text.patterns import lazy

Sign = Callable[[Glance], bool]
"""Whether what is looked at shows the sign."""

_LOOSE = frozenset({Shell.TEXT, Shell.FLAT, Shell.BYTES})
_PDF_WITHIN = 1024  # ISO 32000-1, annex H.3.4.1: readers take a header within the first 1024 bytes
_PDF_HEADER = lazy(rb"(?:^|[\r\n\0])(?P<header>%PDF-\d\.\d[ \t]{0,9}(?:[\r\n]|$))")
_PDF_INSIDE = lazy(rb"\d{1,9}\s{1,4}\d{1,5}\s{1,4}obj\b")
_RTF = lazy(rb"\{\\rtf\d{0,2}[\s\\{}]")
_RTF_WORD = lazy(rb"\\[a-z]{1,32}-?\d{0,10}")
_FEWEST_WORDS = 10
"""Control words from which Chinese text in RTF is RTF: some programs do not write it as numbers."""
_COMMENT = lazy(r"<!--.*?-->|<\?xml[^>]*>|\s+", re.DOTALL)
_PROLOG = lazy(r"<!--.*?-->|<\?[^<>]*\?>|\s+(?=<)", re.DOTALL)
_HTML = lazy(r"<!doctype html|<(?:html|head|body|meta|title|div|table|article|p|h[1-6])[\s>]", re.IGNORECASE)
_CLOSED = lazy(r"</(?:html|body|div|p|table|article|h[1-6])\s*>", re.IGNORECASE)
_TAG = lazy(r"</?[A-Za-z][^<>]{0,2000}>")
_FEWEST_TAGS = 10
# RFC 5322, 2.2: a field, or the rest of one that goes on; RFC 2557, 4: a page with its pictures.
_FIELD = lazy(r"[A-Za-z][A-Za-z-]{0,60}:[ \t]|[ \t]+\S")
# RFC 5322, 3.6.4 and 3.6.7; RFC 2045, 4. Who copies a mail by hand copies the others.
_MACHINE_FIELDS = frozenset(
    {"message-id", "received", "return-path", "mime-version", "content-type", "content-transfer-encoding"}
)
_RELATED = lazy(r"content-type:\s*multipart/related", re.IGNORECASE)


def locked(look: Glance) -> bool:
    """Its content is behind a password."""
    return look.locked


def stream(*names: str) -> Sign:
    """A compound file with one of these streams on its top level."""
    return lambda look: look.shell is Shell.COMPOUND and not look.names.isdisjoint(names)


def part(beginning: str) -> Sign:
    """A package of Office with a part whose name, in small letters, begins so."""
    return lambda look: look.shell is Shell.PACKAGE and any(name.startswith(beginning) for name in look.names)


def opendocument(word: str) -> Sign:
    """OpenDocument whose type has this word behind the prefix; that of a template begins with it."""
    return lambda look: look.shell is Shell.OPENDOCUMENT and look.says.startswith(OPENDOCUMENT + word)


def flat_opendocument(word: str) -> Sign:
    """OpenDocument in one XML file, of a type that begins with the word."""
    return lambda look: look.shell is Shell.FLAT and OPENDOCUMENT + word in look.says


def entry(*beginnings: str) -> Sign:
    """A zip of no Office program with an entry whose name, in small letters, begins with one of these."""
    return lambda look: look.shell is Shell.ZIP and any(name.startswith(beginnings) for name in look.names)


def states(mime: str) -> Sign:
    """A zip of no Office program whose first entry states this type."""
    return lambda look: look.shell is Shell.ZIP and look.says.startswith(mime)


def begins(*magics: bytes) -> Sign:
    """Bytes that begin with one of these, and are no text."""
    return lambda look: look.shell is Shell.BYTES and look.data.startswith(magics)


def holds(offset: int, *magics: bytes) -> Sign:
    """Bytes that have one of these at a place, and are no text."""
    return lambda look: look.shell is Shell.BYTES and look.data.startswith(magics, offset)


def xml(*roots: str) -> Sign:
    """XML with one of these elements near its beginning."""
    tags = tuple(f"<{root}" for root in roots)
    return lambda look: _is_xml(look) and any(tag in look.says for tag in tags)


def root(namespace: str) -> Sign:
    """XML whose first element declares this namespace, whatever prefix stands for it."""
    found = lazy(rf"<[\w.:-]+\s[^<>]*\bxmlns(?::[\w.-]+)?=[\"']{re.escape(namespace)}[\"']")
    return lambda look: look.shell is Shell.TEXT and bool(found.match(_PROLOG.sub("", look.says)))


def _is_xml(look: Glance) -> bool:
    return look.shell is Shell.TEXT and look.says.startswith("<?xml")


def pdf(look: Glance) -> bool:
    """A header stands on a line of its own and objects follow; a text may speak of either."""
    if look.shell not in _LOOSE:
        return False
    data = look.data
    head = data[:_PDF_WITHIN]
    found = _PDF_HEADER.search(head)
    if not found:
        # A header that goes on behind its number, with no text before or behind, is a PDF all the same.
        return head.lstrip().startswith(b"%PDF-") and not reads_as_prose(head) and not data.isascii()
    before = head[: found.start("header")]
    if _PDF_INSIDE.search(data, found.end()):
        return not before.strip() or not reads_as_prose(before)
    return not before.strip() and not reads_as_prose(data)


def rtf(look: Glance) -> bool:
    """The head of Rich Text with control words behind it."""
    if look.shell not in _LOOSE or not _RTF.match(look.data):
        return False
    many = next(islice(_RTF_WORD.finditer(look.data), _FEWEST_WORDS, None), None) is not None
    return many or not reads_as_prose(look.data)


def page_in_one_file(look: Glance) -> bool:
    """A text begins as a page with its pictures does: fields of a mail, the type of its parts among them."""
    return look.shell is Shell.TEXT and any(_RELATED.match(field) for field in _fields(look))


def mail(look: Glance) -> bool:
    """A text begins with the fields of a mail, a sender and one that only programs write among them."""
    if look.shell is not Shell.TEXT:
        return False
    names = {field.partition(":")[0].lower() for field in _fields(look)}
    return "from" in names and not names.isdisjoint(_MACHINE_FIELDS)


def _fields(look: Glance) -> list[str]:
    """The lines at the head of a text that are those of a mail's head."""
    return list(takewhile(_FIELD.match, look.says.splitlines()))


def page(look: Glance) -> bool:
    """A text begins with a tag of HTML and has tags enough to be a page, and no text that speaks of tags."""
    if look.shell is not Shell.TEXT or not look.says.startswith("<"):
        return False
    if not _HTML.match(_COMMENT.sub(" ", look.says).lstrip()):
        return False
    markup = look.data[:LARGEST_PART].decode(look.wide or "latin-1", "replace")
    if not _CLOSED.search(markup):
        return False
    many = next(islice(_TAG.finditer(markup), _FEWEST_TAGS, None), None) is not None
    return many or markup.rstrip(" \t\r\n\0").endswith(">")
