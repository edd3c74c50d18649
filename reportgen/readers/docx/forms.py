"""What somebody has chosen in a form: its fields and content controls (ISO/IEC 29500-1, 17.16.2 and 17.5.2).

A list to choose from keeps the choice as a number, and a box to tick keeps none but its state, so neither is
in the text.
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from reportgen.readers.docx.names import W14, M, W, number, switch, value
from reportgen.text.patterns import lazy

if TYPE_CHECKING:
    from lxml.etree import _Element as Element

_FORM = lazy(r"\s*FORM(?P<kind>DROPDOWN|CHECKBOX)\b", re.IGNORECASE)
_TICKED, _EMPTY = "☑", "☐"


def chosen(instruction: str, data: Element | None) -> str | None:
    """Return what a form's field shows; None where the field is of another kind.

    Args:
        instruction: the field's.
        data: its `w:ffData`.
    """
    found = _FORM.match(instruction)
    if not found:
        return None
    return _from_list(data) if found["kind"].upper() == "DROPDOWN" else _ticked(data)


def _from_list(data: Element | None) -> str:
    entries = data.find(f"{W}ddList") if data is not None else None
    if entries is None:
        return ""
    said = number(entries, "result")
    at = (number(entries, "default") or 0) if said is None else said
    names = [entry.get(f"{W}val", "") for entry in entries.iterfind(f"{W}listEntry")]
    return names[at] if 0 <= at < len(names) else ""


def _ticked(data: Element | None) -> str:
    box = data.find(f"{W}checkBox") if data is not None else None
    said = switch(box, "checked")
    return _TICKED if (switch(box, "default") if said is None else said) else _EMPTY


def is_prompt(control: Element) -> bool:
    """Whether a content control shows a prompt that nobody has filled in (17.5.2.39)."""
    return bool(switch(control.find(f"{W}sdtPr"), "showingPlcHdr"))


def control_value(control: Element) -> str:
    """Return what a content control without any text has chosen; empty where it has nothing to show."""
    content, properties = control.find(f"{W}sdtContent"), control.find(f"{W}sdtPr")
    shown = (f"{W}t", f"{M}t", f"{W}sym", f"{W}drawing", f"{W}pict", f"{W}fldChar")
    if properties is None or (content is not None and next(content.iter(*shown), None) is not None):
        return ""
    box = properties.find(f"{W14}checkbox")
    if box is not None:
        state = box.find(f"{W14}checked")
        on = state is not None and state.get(f"{W14}val", "1") in {"1", "true", "on"}
        return _TICKED if on else _EMPTY
    for kind in ("dropDownList", "comboBox"):
        last = value(properties, kind, "lastValue")
        if last:
            return _named(properties, kind, last)
    return ""


def displayed(control: Element, stored: str) -> str:
    """Return what a control shows for a value: the words of a list's entry, else the value itself."""
    properties = control.find(f"{W}sdtPr")
    for kind in ("dropDownList", "comboBox"):
        if properties is not None and properties.find(f"{W}{kind}") is not None:
            return _named(properties, kind, stored)
    return stored


def _named(properties: Element, kind: str, last: str) -> str:
    """What is displayed for a value of a list; a value that somebody typed in is its own name."""
    for item in properties.iterfind(f"{W}{kind}/{W}listItem"):
        if item.get(f"{W}value") == last:
            return item.get(f"{W}displayText") or last
    return last
