"""From `Ledger` to an Excel workbook."""

from reportgen.rendering.xlsx.look import LedgerLook, open_look
from reportgen.rendering.xlsx.workbook import render_ledger

__all__ = ["LedgerLook", "open_look", "render_ledger"]
