"""The plan of the one page."""

from reportgen.planning.onepage.plan import PAGE, OnePage, PagePoint, PageSection, plan_onepage

__all__ = ["PAGE", "OnePage", "PagePoint", "PageSection", "plan_onepage"]
