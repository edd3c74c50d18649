"""A handout template, opened and looked through once for measuring and for every rendering."""

from __future__ import annotations

from dataclasses import dataclass, field
from pathlib import Path
from typing import TYPE_CHECKING

from reportgen.rendering.docx.records import recorded
from reportgen.rendering.docx.tags import HANDOUT, PAGE, Tags
from reportgen.rendering.opening import LARGEST_FILE, file_bytes

if TYPE_CHECKING:
    from docx.document import Document

    from reportgen.planning.handout import Sheet


@dataclass(frozen=True, slots=True)
class HandoutTemplate:
    """A handout template that can be filled: `sheet` is what planning measures with.

    It is kept as the bytes that were read, and two renderings of one plan give the same bytes.
    """

    path: Path
    sheet: Sheet
    data: bytes = field(repr=False)

    def document(self) -> Document:
        """Return the template as a new document of python-docx, whose styles have their ids again."""
        from reportgen.rendering.docx.library import document_of

        return document_of(self.data)


def open_onepage(path: Path, data: bytes | None = None) -> HandoutTemplate:
    """Open a template of the one page; arguments and errors as of `open_handout`."""
    return _opened(path, data, PAGE)


def open_handout(path: Path, data: bytes | None = None) -> HandoutTemplate:
    """Open a handout template; a Word file without tags of ours is made one (`unit.adopt`).

    Args:
        path: the template.
        data: what it holds, where that has been read and looked through already.

    Raises:
        TemplateError: it is none, is damaged, holds what would be fetched from outside, or has a page or a
            style that no text fits.
    """
    return _opened(path, data, HANDOUT)


def read_sheet(path: Path, data: bytes | None = None) -> Sheet:
    """Return page and styles of a handout template, in points; arguments and errors as of `open_handout`."""
    return open_handout(path, data).sheet


def _opened(path: Path, data: bytes | None, tags: Tags) -> HandoutTemplate:
    is_read = data is not None
    data = file_bytes(path, LARGEST_FILE) if data is None else data
    record = recorded(data, tags)
    if record is not None:
        return HandoutTemplate(path, record.sheet, data)
    from reportgen.rendering.docx.looking import made_ready, sheet_of, sheet_of_file

    if not is_read:
        data = made_ready(data, tags, path)
    return HandoutTemplate(path, (sheet_of if is_read else sheet_of_file)(data, tags, path), data)
