"""A package of Word that is one XML file: each part an element, as Word's own "XML document" has them.

The schema is that of [MS-OFFXMLPKG]; no standard names a suffix, so it comes as .xml, .docx and .doc.
"""

from __future__ import annotations

import base64
import binascii

from lxml import etree

from reportgen.office.faults import DamagedError, TooLargeError
from reportgen.office.xml import parse
from reportgen.office.zips import plain

PLACE = "http://schemas.microsoft.com/office/2006/xmlPackage"
"""The namespace that tells such a file, whatever prefix it has."""
_PKG = f"{{{PLACE}}}"


class FlatPackage:
    """The parts of one XML file, asked for as those of a zip are."""

    def __init__(self, data: bytes, most: int) -> None:
        """Parse the file.

        Args:
            data: its bytes, in any encoding that it states.
            most: elements and attributes that it may have.

        Raises:
            TooLargeError: it may have more.
            MarkupError: it is not well formed.
        """
        root = parse(data, most)
        self._parts = {plain(one.get(f"{_PKG}name", "")): one for one in root.iterchildren(f"{_PKG}part")}

    def part(self, name: str, most: int) -> bytes | None:
        """Return the content of a part; None where there is none of that name.

        Raises:
            DamagedError: its bytes are written wrongly.
            TooLargeError: it has more than `most`.
        """
        part = self._parts.get(plain(name))
        if part is None:
            return None
        data = _content(part)
        if len(data) > most:
            raise TooLargeError(f"{name} has more than {most} bytes")
        return data


def _content(part: etree._Element) -> bytes:
    xml = part.find(f"{_PKG}xmlData")
    if xml is not None:
        return etree.tostring(xml[0], encoding="utf-8") if len(xml) else b""
    written = part.findtext(f"{_PKG}binaryData") or ""
    try:
        return base64.b64decode("".join(written.split()))
    except (binascii.Error, ValueError) as error:
        raise DamagedError(str(error)) from None
