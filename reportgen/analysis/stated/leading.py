"""What stands before the words of a clause itself: numbers, connectives, times."""

from __future__ import annotations

from reportgen.analysis.stated.agents import LONGEST
from reportgen.analysis.stated.times import times
from reportgen.text.patterns import lazy

_LEAD = lazy(
    r"(?:[—\-·•●*]+|[（(]?\d{1,2}(?:\.\d{1,2})*\s*[）).、．]?\s*(?![\d年月日%个项次])"
    r"|[（(]?[一二三四五六七八九十]+[）)、]|[一二三四五六七八九十]+(?:是要?|要)"
    r"|第[一二三四五六七八九十]+[,，、]?(?![层道批次届个季方期])|同时|此外|另外|其中|然后|特别是|尤其是|首先|其次|再次|最后|因此|所以|为此|故|今后|以后"
    r"|将来|未来|下一步|接下来|下一阶段|一方面|另一方面|当然|那么|原则上|[并且]|\s)*"
)


def lead_end_before_time(text: str) -> int:
    """Return where a clause begins behind its numbers and connectives."""
    found = _LEAD.match(text)
    return found.end() if found else 0


def lead_end(text: str) -> int:
    """Return where a clause begins behind its numbers, connectives and times."""
    start = lead_end_before_time(text)
    first = next(iter(times(text[start : start + LONGEST])), None)
    if first and first.start == 0:
        again = _LEAD.match(text, start + first.end)
        return again.end() if again else start + first.end
    return start
