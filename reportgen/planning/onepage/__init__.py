"""The plan of the one page."""

from reportgen.planning.onepage.parts import OnePage, PagePoint, PageSection
from reportgen.planning.onepage.plan import PAGE, plan_onepage

__all__ = ["PAGE", "OnePage", "PagePoint", "PageSection", "plan_onepage"]
