"""The parts of a file that PowerPoint shows its slides in ([MS-PPTX] 2.6.17, sectionLst)."""

from __future__ import annotations

import uuid
from itertools import groupby
from typing import TYPE_CHECKING

from lxml import etree

from reportgen.rendering.characters import printable
from reportgen.rendering.pptx.markup import qn, value

if TYPE_CHECKING:
    from collections.abc import Sequence

    from lxml.etree import _Element as Element

_P14 = "http://schemas.microsoft.com/office/powerpoint/2010/main"
_URI = "{521415D9-36F7-43E2-AB2F-B90AF26B5E84}"
_DEFAULT = "默认节"
"""What PowerPoint calls the slides before the first part."""


def add_sections(presentation: Element, names: Sequence[str]) -> None:
    """Part the slides by the names of their parts; a slide without one belongs to the part before it.

    Args:
        presentation: the root of the part that lists the slides.
        names: the name of the part of each slide, in their order.
    """
    if not any(names):
        return
    slides = [str(one.get("id")) for one in presentation.iter(qn("p:sldId"))]
    sections = ""
    for number, (name, run) in enumerate(
        groupby(zip(_named(names), slides, strict=True), lambda one: one[0])
    ):
        ids = "".join(f'<p14:sldId id="{one}"/>' for _, one in run)
        # The same deck gives the same bytes, so the number is made from what it stands for.
        ident = str(uuid.uuid5(uuid.NAMESPACE_OID, f"{number} {name}")).upper()
        sections += (
            f'<p14:section name="{value(printable(name))}" id="{{{ident}}}">'
            f"<p14:sldIdLst>{ids}</p14:sldIdLst></p14:section>"
        )
    listed = f'<p14:sectionLst xmlns:p14="{_P14}">{sections}</p14:sectionLst>'
    extension = etree.SubElement(_extensions(presentation), qn("p:ext"), {"uri": _URI})
    extension.append(etree.fromstring(listed))


def _named(names: Sequence[str]) -> list[str]:
    found: list[str] = []
    for name in names:
        found.append(name or (found[-1] if found else _DEFAULT))
    return found


def _extensions(root: Element) -> Element:
    """The list of extensions, which is the last in a presentation (ISO/IEC 29500-1, 19.2.1.26)."""
    found = root.find(qn("p:extLst"))
    if found is None:
        found = etree.SubElement(root, qn("p:extLst"))
    return found
