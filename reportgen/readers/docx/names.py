"""Names of WordprocessingML, and the two ways in which it states a value."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from lxml.etree import _Element as Element

W = "{http://schemas.openxmlformats.org/wordprocessingml/2006/main}"
M = "{http://schemas.openxmlformats.org/officeDocument/2006/math}"
A = "{http://schemas.openxmlformats.org/drawingml/2006/main}"
MC = "{http://schemas.openxmlformats.org/markup-compatibility/2006}"
DGM = "{http://schemas.openxmlformats.org/drawingml/2006/diagram}"
CHART = "{http://schemas.openxmlformats.org/drawingml/2006/chart}"
CHARTEX = "{http://schemas.microsoft.com/office/drawing/2014/chartex}"
MODEL = "{http://schemas.microsoft.com/office/drawing/2017/model3d}"
W14 = "{http://schemas.microsoft.com/office/word/2010/wordml}"
V = "{urn:schemas-microsoft-com:vml}"
R = "{http://schemas.openxmlformats.org/officeDocument/2006/relationships}"
XML = "{http://www.w3.org/XML/1998/namespace}"

_LONGEST_NUMBER = 9  # characters; no counter has more


def value(parent: Element | None, name: str, attribute: str = "val") -> str | None:
    """Return an attribute of the child `name`; None where either is missing."""
    child = parent.find(W + name) if parent is not None else None
    return child.get(W + attribute) if child is not None else None


def number(parent: Element | None, name: str) -> int | None:
    """Return the value of the child `name` as a whole number; None where it is none."""
    return whole(value(parent, name))


def whole(text: str | None) -> int | None:
    """Return a whole number written in digits; None for anything else."""
    try:
        return int(text) if text is not None and len(text) <= _LONGEST_NUMBER else None
    except ValueError:
        return None


def switch(parent: Element | None, name: str) -> bool | None:
    """Return an on/off property (ISO/IEC 29500-1, 17.17.4); None where it is not stated."""
    child = parent.find(W + name) if parent is not None else None
    if child is None:
        return None
    return child.get(W + "val", "1") not in {"0", "false", "off"}
