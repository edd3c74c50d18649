"""What a draft still carries: unfilled names, marks of Markdown, secrets."""

from __future__ import annotations

import re
from collections.abc import Iterator

from reportgen.analysis.proofreading.findings import Remark, Script
from reportgen.source import Span
from reportgen.text.patterns import lazy

FIRST_LINES = 6
"""Lines of the head where a mark of secrecy stands."""

_BLANKS = lazy(
    r"_{3,}|(?<!\d)20[XxＸ×]{2}|(?<!\d)20__|[（(](?:此处|这里)[^）)\n]{0,20}[）)]|[（(]待[补定核填][^）)\n]{0,20}[）)]|[□]{2,}|TODO|此处(?:插入|填写|补充)"
)
_MARKDOWN = lazy(
    r"^[ \t\u3000]*#{1,6}[ \t]+(?=\S)|^[ \t]*```\w*$|^[ \t]*[-*+][ \t]+(?=[\u4e00-\u9fff“《])"
    r"|^[ \t]*>[ \t]+(?=\S)"
    r"|^\|?[ :]*-{3,}[ :]*\|.*$|!?\[[^\]\n]{1,40}\]\([^)\n]{1,400}\)"
    r"|</?(?:b|i|p|br|div|span|strong|em|h[1-6])\b[^>\n]{0,400}>|&nbsp;",
    re.MULTILINE,
)
_IDENTITY = lazy(r"(?<![\dA-Za-z])\d{17}[\dXx](?![\dA-Za-z])")
_PHONE = lazy(r"(?<![\d.])1[3-9]\d(?:[- ]?\d{4}){2}(?![\d.])")
_WEIGHTS = (7, 9, 10, 5, 8, 4, 2, 1, 6, 3, 7, 9, 10, 5, 8, 4, 2)
_SECRET = lazy(r"(?:绝密|机密|秘密)[ \u3000]*★[^\n]{0,10}|密级[：:][ \u3000]*(?:绝密|机密|秘密)")
_LONGEST_MARK = 60
_SECRET_LINE = lazy(
    r"[ \u3000【\[（(]*(?:绝密|机密|秘密|内部(?:资料|文件|材料)|不得外传|注意保存|严禁外传)"
    r"[，,！! \u3000]*(?:注意保存|不得外传|妥善保管|请勿外传)?[】\]）)]*[ \u3000]*"
)


def masks(script: Script) -> Iterator[Remark]:
    """Evidence: a name masked by its office (``**``, ``××``, 某某, 【待补：…】), or a blank of a form."""
    text = script.source.text
    for span in script.masks:
        yield Remark(span, f"“{text[span.start : span.end]}”没有填上", "填上实际内容")
    for found in _BLANKS.finditer(text):
        span = script.source.passage(*found.span()).span
        if not any(span.start < mask.end and mask.start < span.end for mask in script.masks):
            yield Remark(span, f"“{found[0]}”没有填上", "填上实际内容")


def markdown(script: Script) -> Iterator[Remark]:
    """Evidence: marks of Markdown or HTML in a file that is not Markdown."""
    if script.source.is_markdown:
        return
    text = script.source.written
    for found in _MARKDOWN.finditer(text):
        yield Remark(Span(*found.span()), "残留的排版标记", "删去标记")
    for line in script.source.lines:
        for span in line.strong:
            # What is strong in a Word file, a PDF or on a web page is bold or large type, and bears no marks.
            if text[max(span.start - 2, 0) : span.start] == "**" == text[span.end : span.end + 2]:
                yield Remark(Span(span.start - 2, span.end + 2), "残留的加粗标记", "删去“**”")


def identities(script: Script) -> Iterator[Remark]:
    """Evidence: 18 digits whose last one checks (GB 11643-1999)."""
    for found in _IDENTITY.finditer(script.plain):
        total = sum(weight * int(digit) for weight, digit in zip(_WEIGHTS, found[0], strict=False))
        if "10X98765432"[total % 11] == found[0][-1].upper():
            yield script.remark(found, "疑似身份证号码", "公开前删去或遮去一部分")


def phones(script: Script) -> Iterator[Remark]:
    """Evidence: eleven digits of a mobile number."""
    for found in _PHONE.finditer(script.plain):
        yield script.remark(found, "疑似手机号码", "公开前删去或遮去一部分")


def secrets(script: Script) -> Iterator[Remark]:
    """Evidence: a mark of secrecy with ★ anywhere, or on a line of its own in the head (GB/T 9704, 7.2.2)."""
    text = script.source.text
    for found in _SECRET.finditer(text):
        yield Remark(
            script.source.passage(*found.span()).span, "有密级标志", "涉密文稿不得在联网的电脑上处理"
        )
    for line in script.source.lines[: FIRST_LINES * 2]:
        words = text[line.span.start : line.span.end]
        if len(words) > _LONGEST_MARK:
            continue
        if words.strip() and line.paragraph <= FIRST_LINES and _SECRET_LINE.fullmatch(words):
            yield Remark(line.span, "有密级或内部标志", "涉密文稿不得在联网的电脑上处理")
