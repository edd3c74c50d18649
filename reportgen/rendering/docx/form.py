"""A template made ready once: its parts as they stand in a finished file, and which of them are filled.

`own.py` makes a form of any template; `records.py` has those of the shipped ones written down.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from functools import cached_property
from typing import TYPE_CHECKING

from lxml import etree

from reportgen.office.stable import written
from reportgen.rendering.docx.mending import body_of, head_of
from reportgen.rendering.docx.shim import qn
from reportgen.rendering.elements import child_of

if TYPE_CHECKING:
    from lxml.etree import _Element as Element

BODY = "body"
"""The key of the body's text; heads, feet and notes go by their parts' names, properties by their own."""
_DC = "{http://purl.org/dc/elements/1.1/}"
PROPERTIES = {
    "author": f"{_DC}creator",
    "comments": f"{_DC}description",
    "identifier": f"{_DC}identifier",
    "language": f"{_DC}language",
    "subject": f"{_DC}subject",
    "title": f"{_DC}title",
}
"""The properties of a document that are filled: as python-docx calls them, and their elements."""
_LONGEST_PROPERTY = 255
"""Characters of a property that Office takes."""


@dataclass(frozen=True)
class Form:
    """What is filled, and what stays.

    Attributes:
        parts: the package, in the order in which it is written.
        main: the name of the part with the body.
        shell: that part with an empty body.
        styles: the name of the part with the styles.
        core: the name of the part with the properties.
        heads: the names of the parts that are filled besides: heads, feet, notes.
        headers: those of them that are heads.
        before: what stands in the body in front of the first tag, in a body of its own; nobody touches it.
        behind: what stands behind the last one, likewise.
    """

    parts: Mapping[str, bytes]
    main: str
    shell: bytes
    styles: str
    core: str
    heads: tuple[str, ...]
    headers: frozenset[str]
    before: bytes = b""
    behind: bytes = b""

    @cached_property
    def style_elements(self) -> Mapping[str | None, Element]:
        """The styles by their ids; nobody changes them."""
        styles = etree.fromstring(self.parts[self.styles])
        return {one.get(qn("w:styleId")): one for one in styles.iter(qn("w:style"))}

    @cached_property
    def style_ids(self) -> frozenset[str]:
        """The ids of all styles."""
        return frozenset(name for name in self.style_elements if name is not None)

    def draft(self, fill: Callable[[str], str]) -> Draft:
        """Return a new document.

        Args:
            fill: gives the text of a part or a property, filled.

        Raises:
            PackageError: the text of a part is not well formed.
            ValueError: a property is too long.
        """
        root, body = etree.fromstring(self.shell), body_of(fill(BODY))
        root.replace(child_of(root, qn("w:body")), body)
        heads = {name: head_of(fill(name)) for name in self.heads}
        core = etree.fromstring(self.parts[self.core])
        for name, tag in PROPERTIES.items():
            # What fills it is markup, as that of a part is; here it becomes text.
            text = etree.fromstring(f"<text>{fill(name)}</text>").text or ""
            if len(text) > _LONGEST_PROPERTY:
                raise ValueError(f"{name} has {len(text)} characters")
            child_of(core, tag).text = text
        return Draft(self, root, body, heads, core)


@dataclass(frozen=True, slots=True)
class Draft:
    """A document that has been filled and is still worked on."""

    form: Form
    root: Element
    body: Element
    heads: Mapping[str, Element]
    core: Element

    @property
    def headers(self) -> list[Element]:
        """The heads of its pages."""
        return [root for name, root in self.heads.items() if name in self.form.headers]

    def frame(self) -> None:
        """Put around what has been filled what the template has in front of it and behind it."""
        if self.form.before:
            self.body[:0] = list(etree.fromstring(self.form.before))
        if self.form.behind:
            last = self.body.find(qn("w:sectPr"))
            at = len(self.body) if last is None else self.body.index(last)
            self.body[at:at] = list(etree.fromstring(self.form.behind))

    def data(self) -> bytes:
        """Return the file; the same draft gives the same bytes on every machine."""
        form = self.form
        own = {form.main: self.root, **self.heads, form.core: self.core}
        return written({**form.parts, **{name: serialized(one) for name, one in own.items()}})


def serialized(root: Element) -> bytes:
    """Return a part as Office writes it."""
    return etree.tostring(root, encoding="UTF-8", standalone=True)
