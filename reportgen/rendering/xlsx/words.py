"""Write words into a cell as words, whatever they look like: never as a formula, a number or markup."""

from __future__ import annotations

from typing import TYPE_CHECKING

from reportgen.rendering.characters import printable
from reportgen.text.patterns import lazy

if TYPE_CHECKING:
    from xlsxwriter.format import Format
    from xlsxwriter.worksheet import Worksheet

_SHARED_UNDERSCORE = lazy(r"_x[0-9A-Fa-f]{4}_x[0-9A-Fa-f]{4}_")
_BEHIND_UNDERSCORE = lazy(r"(?<=_)(?=x[0-9A-Fa-f]{4}_)")


def write_words(sheet: Worksheet, row: int, column: int, text: str, style: Format) -> None:
    """Write words as words, whatever they look like."""
    runs = _runs(printable(text))
    if len(runs) > 1:
        sheet.write_rich_string(row, column, *(part for run in runs for part in (style, run)), style)
    else:
        sheet.write_string(row, column, *runs, style)


def _runs(text: str) -> list[str]:
    """Cut a text where XlsxWriter would not write it as it is; runs of one look read as one text.

    It takes ``<r>…</r>`` for XML ready made, and of two escapes that share an underscore (``_x005F_x0041_``)
    it escapes the first one only (ISO/IEC 29500-1, 22.9.2.19). No run begins or holds what looks like that.
    """
    if not text.startswith("<r>") and not _SHARED_UNDERSCORE.search(text):
        return [text]
    return list(filter(None, (text[:1], *_BEHIND_UNDERSCORE.split(text[1:]))))
