"""The mark of what we made."""

from __future__ import annotations

MARK = "reportgen 生成"
"""Stands among the keywords of every Word file of ours, and at the end of every PDF.

So no folder's run takes one for a speech."""


def marked(keywords: str) -> str:
    """Return the keywords of a template with our mark behind them."""
    return keywords if MARK in keywords else "，".join(filter(None, (keywords, MARK)))
