"""What the user is told of the blocks that are not the speech: what, where, how much."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from reportgen.errors import Diagnostic, Severity
from reportgen.outline.apart.blocks import Apart, ApartKind
from reportgen.source import Source

NAMES = {
    ApartKind.FURNITURE: "网页或版面上的字样",
    ApartKind.CHAT: "写作软件说的话",
    ApartKind.FORM: "文稿格式的栏目名",
    ApartKind.FORWARDING: "印发说明",
    ApartKind.NEWS: "讲话前的新闻或介绍",
    ApartKind.LEAD: "编者加的导读",
    ApartKind.ATTENDANCE: "会议信息和出席名单",
    ApartKind.CREDIT: "出处和编辑署名",
    ApartKind.SITE: "网站加的文字",
    ApartKind.NOTES: "注释",
    ApartKind.ATTACHMENT: "附件",
    ApartKind.DOCUMENT: "另一份文件",
    ApartKind.QUESTIONS: "问答",
    ApartKind.REPEATED: "与前文一字不差的重复",
    ApartKind.TABLE: "表格",
}
CODE = "apart"


def remarks(source: Source, blocks: Sequence[Apart]) -> Iterator[Diagnostic]:
    """Yield a line for each block that was set apart."""
    for block in blocks:
        text = "".join(passage.text for passage in block.passages)
        size = sum(not char.isspace() for char in text)
        message = f"{_lines(source, block)}是{NAMES[block.kind]}（{size} 字），不作摘编"
        yield Diagnostic(Severity.WARNING, CODE, message, block.span, "原文部分照印")


def _lines(source: Source, block: Apart) -> str:
    first, last = source.place(block.span.start).line, source.place(block.span.end - 1).line
    return f"第 {first} 行" if first == last else f"第 {first}—{last} 行"
