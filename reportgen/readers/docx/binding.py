"""Content controls that show a value kept elsewhere in the file (ISO/IEC 29500-1, 17.5.2.6, `w:dataBinding`).

Word fetches the value when it opens the document, whatever the control's own text says, so programs that fill
in forms write the value alone.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from lxml import etree

from reportgen.readers.docx.forms import displayed
from reportgen.readers.docx.names import W14, W
from reportgen.text.patterns import lazy

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping

    from lxml.etree import _Element as Element

# A path from the root, by names and places: what Word itself writes. Others may cost any time to follow.
_PATH = lazy(r"(?:/(?:[\w.-]+:)?[\w.-]+(?:\[\d{1,6}\])?){1,40}(?:/@(?:[\w.-]+:)?[\w.-]+)?(?:/text\(\))?")
_PREFIX = lazy(r"""xmlns:([\w.-]+)\s*=\s*(["'])(.*?)\2""")
# Their values are written in another way than they are shown.
_OTHERS = (*(f"{W}{name}" for name in ("date", "picture", "docPartObj", "group")), f"{W14}checkbox")
# The value of a control with parts of its own is a document.
_MARKUP = "<"


def bound(document: Element) -> list[Element]:
    """Return the content controls that show a value kept elsewhere."""
    return [
        control
        for control in document.iter(f"{W}sdt")
        if control.find(f"{W}sdtPr/{W}dataBinding") is not None and _is_line(control)
    ]


def fill(controls: Iterable[Element], stores: Mapping[str, Element]) -> None:
    """Put the values into the controls, where they are not there yet.

    Args:
        controls: those of a document; they are changed.
        stores: the roots of the parts that hold values, by their ids in capital letters.
    """
    for control in controls:
        value = _value(control, stores)
        said = "".join(text.text or "" for text in control.iter(f"{W}t"))
        if value and not value.startswith(_MARKUP) and displayed(control, value) != said:
            _show(control, displayed(control, value))


def _is_line(control: Element) -> bool:
    """Whether a control holds one piece of text: what has parts of its own is no value."""
    properties, content = control.find(f"{W}sdtPr"), control.find(f"{W}sdtContent")
    if properties is None or content is None or any(properties.find(name) is not None for name in _OTHERS):
        return False
    parts = sum(1 for _ in content.iter(f"{W}p", f"{W}sdt"))
    return parts <= 1 and next(content.iter(f"{W}t"), None) is not None


def _value(control: Element, stores: Mapping[str, Element]) -> str:
    """The value of a control; empty where there is none, or several."""
    binding = control.find(f"{W}sdtPr/{W}dataBinding")
    path = binding.get(f"{W}xpath", "") if binding is not None else ""
    if binding is None or not _PATH.fullmatch(path):
        return ""
    named = stores.get(binding.get(f"{W}storeItemID", "").upper())
    prefixes = {found[1]: found[3] for found in _PREFIX.finditer(binding.get(f"{W}prefixMappings", ""))}
    for root in [named] if named is not None else stores.values():
        try:
            many = root.getroottree().xpath(f"count({path})", namespaces=prefixes)
            found = root.getroottree().xpath(f"string({path})", namespaces=prefixes)
        except etree.XPathError:
            return ""
        if many == 1:
            return str(found).strip()
    return ""


def _show(control: Element, value: str) -> None:
    """Write a value where the first text of the control stands, and nothing at the others."""
    first, *others = control.iter(f"{W}t")
    first.text = value
    for text in others:
        text.text = ""
    properties = control.find(f"{W}sdtPr")
    prompt = control.find(f"{W}sdtPr/{W}showingPlcHdr")
    if properties is not None and prompt is not None:
        properties.remove(prompt)
