"""双行合一: two lines of small type in one, with the brackets that Word draws around them (17.3.2.10)."""

from __future__ import annotations

from typing import TYPE_CHECKING

from reportgen.readers.docx.names import W

if TYPE_CHECKING:
    from lxml.etree import _Element as Element

_BRACKETS = {"round": "（）", "square": "［］", "angle": "〈〉", "curly": "｛｝"}
_NONE = ("", "")


def brackets(run: Element) -> tuple[str, str]:
    """Return what is drawn in front of a run and behind it; runs of one such place stand in one pair."""
    layout = _layout(run)
    signs = _BRACKETS.get(layout.get(f"{W}combineBrackets", "")) if layout is not None else None
    if layout is None or signs is None or layout.get(f"{W}combine") not in {"1", "true", "on"}:
        return _NONE
    place = layout.get(f"{W}id")
    before, after = _layout(run.getprevious()), _layout(run.getnext())
    goes_on = [other is not None and other.get(f"{W}id") == place for other in (before, after)]
    return "" if goes_on[0] else signs[0], "" if goes_on[1] else signs[1]


def _layout(run: Element | None) -> Element | None:
    return None if run is None else run.find(f"{W}rPr/{W}eastAsianLayout")
