"""Whether a Word file has tags of ours, or only words that other programs put something in place of."""

from __future__ import annotations

import difflib
import re
from functools import lru_cache
from typing import TYPE_CHECKING

from reportgen.office.faults import PackageError
from reportgen.rendering.docx.shim import qn
from reportgen.rendering.docx.unit.package import Package
from reportgen.rendering.mark import MARK
from reportgen.text.patterns import lazy

if TYPE_CHECKING:
    from collections.abc import Iterator

    from reportgen.rendering.docx.tags import Tags

_STATEMENT = lazy(r"\{%\s*(?:p|tr|tc|r)?\s*(?:for|if|endfor|endif|set)\b")
_VALUE = lazy(r"\{\{\s*(?:p|tr|tc|r)?\s*([A-Za-z_]\w*)(?:[.\[|\s][^{}]*)?\}\}")
_NAME = lazy(r"[A-Za-z_]\w*")
_PARTS = ("header", "footer", "footnotes")
_ALIKE = 0.85
"""How like one of our names a name is that its user has misspelt."""


@lru_cache(maxsize=8)
def has_tags(data: bytes, tags: Tags) -> bool:
    """Whether a document has a tag of ours at least, also a misspelt one; a package that is honest.

    `{{ title }}` alone may be anybody's: what other programs fill calls itself so. With it there must be a
    second name of ours, or a statement that names one.
    """
    names = set(tags.fields("")) | {name for path in tags.printed for name in _NAME.findall(path)}
    try:
        package = Package.of(data)
        words = list(_paragraphs(package))
    except (PackageError, LookupError):
        return True  # what is wrong with it is told when it is opened
    values = {found[1] for one in words for found in _VALUE.finditer(one)}
    ours = {one for one in values if one in names or difflib.get_close_matches(one, names, 1, _ALIKE)}
    statements = [one for one in words if _STATEMENT.search(one)]
    named = {name for one in statements for name in _NAME.findall(one)} & names
    return bool(named) or len(ours) > 1 or (bool(ours) and ours <= _ONLY_OURS) or bool(statements and ours)


_ONLY_OURS = frozenset({"thesis", "digest", "framework", "title_plain", "long_title", "thesis_place"})
"""Names that nobody else gives."""


@lru_cache(maxsize=8)
def is_handout(data: bytes) -> bool:
    """Whether a document is a handout that we have made: it is read again as it is, not set anew."""
    try:
        package = Package.of(data)
        core = package.related("", "core-properties")
        told = "".join(str(one) for one in package.tree(core).itertext()) if core else ""
        return MARK in told and any(
            one.get(qn("w:val"), "").startswith("FrontLabel") for one in package.document.iter(qn("w:pStyle"))
        )
    except (PackageError, LookupError):
        return False


def _paragraphs(package: Package) -> Iterator[str]:
    for name in (package.main, *package.all_related(package.main, *_PARTS)):
        for paragraph in package.tree(name).iter(qn("w:p")):
            words = "".join(one.text or "" for one in paragraph.iter(qn("w:t")))
            if re.search(r"\{[{%]", words):
                yield words
