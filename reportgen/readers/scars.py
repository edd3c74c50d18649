"""Places where text was lost before it reached us, or could not be decoded by us."""

from __future__ import annotations

from collections.abc import Iterator

from reportgen.errors import Diagnostic, Severity
from reportgen.source import Source, Span
from reportgen.text.patterns import lazy
from reportgen.text.simplified import simplified

_LOST = lazy("\ufffd+")
# What bytes of one encoding look like when read as another and saved: U+FFFD of UTF-8 read as GBK is 锟斤拷,
# memory that a debugger filled is 烫 and 屯. The three bytes of a Han character in UTF-8 begin with ä to é in
# Latin-1, its two in GBK lie above U+00A0 (as × and · do, which are masks and leaders by themselves).
_GARBLED = lazy(
    "(?:锟斤拷|锟斤|斤拷)+|烫{3,}|屯{3,}"
    "|(?:[\u00e4-\u00e9\u00ef][\u0080-\u00ff\u0152-\u0178\u02c6\u02dc\u2013-\u2122 ]{2}){2,}"
    "|(?:[\u00b0-\u00b6\u00b8-\u00d6][\u00a1-\u00d6\u00d8-\u00fe]){3,}"
)


def find_scars(source: Source) -> Iterator[Diagnostic]:
    """Yield a diagnostic for each place that must be checked against the original."""
    hint = "请对照原件改正后再生成"
    for found in _LOST.finditer(source.text):
        message = "这里有文字无法识别，已显示为“�”"
        yield Diagnostic(Severity.WARNING, "undecoded", message, Span(*found.span()), hint)
    for found in _GARBLED.finditer(simplified(source.text)):
        message = f"“{source.text[found.start() : found.end()][:12]}”像是编码弄错留下的乱码"
        yield Diagnostic(Severity.WARNING, "garbled", message, Span(*found.span()), hint)
