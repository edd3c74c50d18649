"""From `Ledger` to an Excel workbook."""

from reportgen.rendering.xlsx.workbook import render_ledger

__all__ = ["render_ledger"]
