"""Places where text was lost before it reached us, or could not be decoded by us."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

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
# Signs of a face of its own, which no other has: a page hides its words from copying so.
_PRIVATE = lazy("[\ue000-\uf8ff\U000f0000-\U0010ffff]+")
# Characters that were written as code for a program, and came as that: of a page, a mail, a script.
_CODED = lazy(
    r"(?:&(?:nbsp|[lr][ds]quo|[mn]dash|hellip|middot|e[mn]sp|ensp|amp|quot|lt|gt|#\d{2,6}|#x[0-9a-f]{2,5});\s?)+"
    r"|(?:=[0-9A-F]{2}(?:=\n)?){3,}|(?:\\u[0-9a-f]{4}){2,}|(?:\+[0-9A-Za-z/]{8,}-?\s*){3,}",
    re.IGNORECASE,
)


def find_scars(source: Source) -> Iterator[Diagnostic]:
    """Yield a diagnostic for each place that must be checked against the original."""
    hint = "请对照原件改正后再生成"
    for found in _LOST.finditer(source.text):
        message = "这里有文字无法识别，已显示为“�”"
        yield Diagnostic(Severity.WARNING, "undecoded", message, Span(*found.span()), hint)
    private, coded = list(_PRIVATE.finditer(source.text)), list(_CODED.finditer(source.text))
    if private:
        message = f"这里{_more(private)}的字用了只有某一种字体才有的编码，换了字体就看不出是什么"
        yield Diagnostic(Severity.WARNING, "private", message, Span(*private[0].span()), hint)
    if coded:
        message = f"“{coded[0][0].strip()[:12]}”{_more(coded)}是代码，原来的字没有显示出来"
        yield Diagnostic(Severity.WARNING, "coded", message, Span(*coded[0].span()), hint)
    for found in _GARBLED.finditer(simplified(source.text)):
        message = f"“{source.text[found.start() : found.end()][:12]}”像是编码弄错留下的乱码"
        yield Diagnostic(Severity.WARNING, "garbled", message, Span(*found.span()), hint)


def _more(found: Sequence[object]) -> str:
    """How many places there are; one line tells of all, as such a text is full of them."""
    return f"等 {len(found)} 处" if len(found) > 1 else ""
