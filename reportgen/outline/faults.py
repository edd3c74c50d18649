"""What is wrong with the numbering: told, never mended."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from reportgen.errors import Diagnostic, Severity
from reportgen.outline.markers import LAST
from reportgen.outline.nesting import Placed
from reportgen.outline.paragraphs import join_lines
from reportgen.source import Source, Span


def numbering_faults(source: Source, placed: Sequence[Placed]) -> Iterator[Diagnostic]:
    """Yield a warning for each number that is skipped, repeated, or missing at the start of its series."""
    before: dict[int, Placed] = {}
    for item in placed:
        marker = item.candidate.marker
        if marker is None or not marker.value or marker.value == LAST:
            continue
        previous = before.get(item.series)
        last = previous.candidate.value if previous else 0
        before[item.series] = item
        if item.candidate.value != last + 1:
            yield _fault(source, Span(marker.start, marker.end), marker.value, last)


def _fault(source: Source, span: Span, value: int, last: int) -> Diagnostic:
    name = join_lines(source.text[span.start : span.end])
    if last and value == last:
        code, message = "number-repeated", f"序号“{name}”重复"
    elif last:
        code, message = "number-skipped", f"序号“{name}”之前缺第 {last + 1} 项"
    else:
        code, message = "number-start", f"序号从“{name}”开始，前面没有第 1 项"
    return Diagnostic(Severity.WARNING, code, message, span, "请核对原稿的序号")
