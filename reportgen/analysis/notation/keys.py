"""The fields that the notation writes and reads alike, taken from the dataclasses, with the key of each.

A field that is added to one of these is written and read back without more; it goes by its own name until
`names.FIELDS` has a word for it.
"""

from __future__ import annotations

from dataclasses import fields
from typing import TYPE_CHECKING, get_type_hints

from reportgen.analysis.brief import Facts, Figure, Line, Measure
from reportgen.analysis.notation import names
from reportgen.source import Passage

if TYPE_CHECKING:
    from reportgen.outline import Document


def keyed(kind: type, held: object) -> dict[str, str]:
    """Return the fields of a dataclass that hold values of one type, each with its key in the notation."""
    hints = get_type_hints(kind)
    named = (field.name for field in fields(kind) if hints[field.name] == held)
    return {name: names.FIELDS.get(name, name) for name in named}


STATED = keyed(Measure, Line | None)
"""What is stated of a measure: who, and by when."""
AROUND = {name: key for name, key in keyed(Figure, Passage | None).items() if name != "unit"}
"""What stands around a figure; its unit stands with its value."""
FACTS = keyed(Facts, str | None)
"""What is known of the occasion."""
SPOKEN = {"title": "title", "speaker": "byline", "date": "date"}
"""The facts that the head of a speech may state, and the field of `Document` that has them."""

TOP = (names.TITLE, names.SUBTITLE, *(key for key in FACTS.values() if key != names.TITLE), *names.LISTS)
"""The keys of the file for editing."""


def head(document: Document) -> dict[str, tuple[Passage, ...]]:
    """Return the lines of the head that state facts, by fact; none where the speech has none."""
    said = ((name, getattr(document, field)) for name, field in SPOKEN.items())
    return {name: one if isinstance(one, tuple) else (one,) for name, one in said if one}
