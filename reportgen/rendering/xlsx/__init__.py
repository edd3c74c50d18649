"""From `Checklist` to an Excel workbook."""

from __future__ import annotations

from typing import TYPE_CHECKING

from reportgen.rendering.xlsx.frame import filled
from reportgen.rendering.xlsx.look import ChecklistLook, open_look

if TYPE_CHECKING:
    from reportgen.planning.checklist import Checklist

__all__ = ["ChecklistLook", "open_look", "render_checklist"]


def render_checklist(checklist: Checklist, look: ChecklistLook) -> bytes:
    """Write the checklist as an ``.xlsx`` file.

    Args:
        checklist: the rows and what stands above them.
        look: fonts, sizes, colours and widths.

    Returns:
        The bytes of the workbook, the same for the same checklist and look.
    """
    data = filled(checklist, look)
    if data is None:
        from reportgen.rendering.xlsx.workbook import workbook

        data = workbook(checklist, look)
    return data
