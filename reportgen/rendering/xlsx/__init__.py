"""From `Checklist` to an Excel workbook."""

from reportgen.rendering.xlsx.look import ChecklistLook, open_look
from reportgen.rendering.xlsx.workbook import render_checklist

__all__ = ["ChecklistLook", "open_look", "render_checklist"]
