"""Positions as text: ``120-145``, several parted by commas."""

from __future__ import annotations

from collections.abc import Sequence
from itertools import pairwise

from reportgen.analysis.notation.cells import Cell
from reportgen.analysis.notation.faults import AGAIN, brief_form
from reportgen.source import Span
from reportgen.text.patterns import lazy

_ONE = r"[0-9]{1,9}\s*[-－—–~～]\s*[0-9]{1,9}"
_SPANS = lazy(rf"\s*{_ONE}(?:\s*[,，、;；]\s*{_ONE})*\s*")
_NUMBER = lazy("[0-9]{1,9}")
_LEAVE = "“位置”请照原样保留；新加的内容不写“位置”"


def write_spans(spans: Sequence[Span]) -> str:
    """Return spans as text; an empty text for none."""
    return ", ".join(f"{span.start}-{span.end}" for span in spans)


def read_spans(cell: Cell, length: int) -> tuple[Span, ...]:
    """Return the spans of a cell, each behind the one before; none where nothing stands there.

    Raises:
        BriefError: the text says no positions, some outside a text of `length` characters, or out of order.
    """
    spans = read_ranges(cell, length)
    if any(earlier.end > later.start for earlier, later in pairwise(spans)):
        raise cell.fault(f"位置“{brief_form(cell.value())}”前后颠倒", _LEAVE)
    return spans


def read_ranges(cell: Cell, length: int) -> tuple[Span, ...]:
    """Return the spans of a cell in any order, and over one another if they are.

    Raises:
        BriefError: the text says no positions, or some outside a text of `length` characters.
    """
    text = cell.value()
    shown = brief_form(text)
    if not text.strip():
        return ()
    if not _SPANS.fullmatch(text):
        raise cell.fault(f"看不懂位置“{shown}”", f"位置的写法如 120-145。{_LEAVE}")
    numbers = [int(number) for number in _NUMBER.findall(text)]
    if max(numbers) > length:
        raise cell.fault(f"位置“{shown}”超出原文（共 {length} 字）", _LEAVE)
    spans = tuple(Span(start, end) for start, end in zip(numbers[::2], numbers[1::2], strict=True))
    if any(span.start > span.end for span in spans):
        raise cell.fault(f"位置“{shown}”前后颠倒", _LEAVE)
    return spans


def read_number(cell: Cell) -> int:
    """Return a whole number.

    Raises:
        BriefError: the text is none.
    """
    text = cell.value()
    if not _NUMBER.fullmatch(text):
        raise cell.fault(f"“{cell.name}”应是一个数", AGAIN)
    return int(text)
