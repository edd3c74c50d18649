"""Where a node may begin: an ordered, named table of small rules.

Each rule looks at one paragraph and yields the places where, by its own evidence, a node could start. Nothing
is decided here: `nesting` keeps what makes a numbering, and gives the levels.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass

from reportgen.outline.headings import BOXED
from reportgen.outline.markers import INSIDE, Marker, match_marker
from reportgen.outline.paragraphs import Paragraph
from reportgen.outline.sentences import paired
from reportgen.source import MARK
from reportgen.text.patterns import lazy

LONGEST_BARE = 32
"""Characters of a heading without numbering; a longer line without punctuation is a scar of copying."""
SHORTEST_BARE = 3
SHORTEST_REST = 4
"""Characters of text behind a lead in bold."""
LONGEST_ALONE = 60
"""Characters of a numbered heading on a line of its own."""

# A place inside a paragraph where a numbering may begin: behind a mark that ends a sentence or a list item.
_STARTS = lazy(
    r"(?P<lead>[，,](?=[（(]?一\n{0,2}[、）)])|[。；：！？;:!?…][”’）)】》]?[\s\u3000\u2060]*"
    r"|(?<=\S)[ \t\u3000\n]+)"
    rf"(?={INSIDE})"
)
ITEM = "item"
"""Name of candidates that are items of a list of the format's, which says where each of them ends."""
_BULLETS = tuple("-*+")
_BLANKS = " \t\u3000\xa0"
_BULLET = lazy(r"[-*+•●▪■◆★][ \t\u3000]+(?=\S)")
_PUNCTUATED = lazy(r"[。！？；：!?;:…]")
_NO_HEADING = lazy(
    r"[（(【\[《].*[）)】\]》]$|.*\d{4}年.*[日号]$|附件|附：|注$|抄送|主送|报送|编辑|责编|来源|[-*•●·]|\||`|.*[，,、—]$|.*\d{3,}[-—]?\d{4,}"
)
_OF_THEIR_LIKE = {
    # 聚人心：把支部建在楼道里; 时间：3月5日 is a field.
    "bare-labelled": lazy(
        r"(?!时间|地点|日期|单位|姓名|电话|联系|主持|记录)[^。！？；：:!?;…，\d]{2,8}[：:][^。！？；：:!?;…\d]{4,24}"
    ),
    # 事故离我们有多远？
    "bare-question": lazy(r"[^。！？；：:!?;…]{5,30}[？?]"),
}
# Signs that dress a heading; those of a list are ``_NO_HEADING``'s.
_SIGNED = lazy(r"[◆◇■□▲△★☆▶►❖✦][ \t\u3000]*(?=\S)")
# What else is set in 【】: names of parts of an article, of pictures and lists, places to be filled in.
_NO_BOX = lazy(
    r"摘\s*要|关键词|导\s*[读语]|编\s*者.*|内容提要|核心提示|提示|注.*|说明|作者.*|记者.*|来源.*|.*编辑.*|责编.*|附[件表录图]?.*|[图表]\d.*"
    r"|.*待[补核定填].*|.*示意.*|此处.*|略"
    r"|.*(?:图片|视频|音频|链接|二维码|原文|全文|正文|范文|例文|参考|资料|掌声)"
)


@dataclass(frozen=True, slots=True)
class Candidate:
    """A place where a node may begin.

    `start` is where marker or heading begins, `text_start` where the heading does. `name` groups candidates
    that can follow each other; `rank` orders the groups (smaller stands higher). `value` is 0 without
    numbering. `alone`: the heading has its paragraph to itself. `level` is the one that the format states.
    """

    start: int
    text_start: int
    name: str
    rank: float
    value: int
    paragraph: int
    inline: bool = False
    floats: bool = False
    alone: bool = False
    level: int | None = None
    marker: Marker | None = None


Rule = Callable[[str, Sequence[Paragraph], int], Iterator[Candidate]]


def format_heading(text: str, rows: Sequence[Paragraph], at: int) -> Iterator[Candidate]:
    """Evidence: the format itself says that the line is a heading (Markdown ``#``, a Word style)."""
    row = rows[at]
    if row.level is None:
        return
    marker = match_marker(text, row.text_start, row.end)
    kind = marker.kind.name if marker else "plain"
    yield Candidate(
        marker.start if marker else row.text_start,
        _undressed(text, marker.end) if marker else row.text_start,
        f"format-{row.level}-{kind}",
        row.level / 10 + (marker.kind.rank / 1000 if marker else 0),
        marker.value if marker else 0,
        at,
        alone=True,
        level=row.level,
        marker=marker,
    )


def numbered_line(text: str, rows: Sequence[Paragraph], at: int) -> Iterator[Candidate]:
    """Evidence: the paragraph begins with a numbering."""
    row = rows[at]
    marker = match_marker(text, row.text_start, row.end) if row.level is None else None
    if marker and _says_something(text, marker.end, row.end):
        yield _numbered(marker, _undressed(text, marker.end), at, alone=_alone(text, marker.end, row.end))


def bare_heading(text: str, rows: Sequence[Paragraph], at: int) -> Iterator[Candidate]:
    """Evidence: a short line without any stop, with longer text or a numbering behind it."""
    row = rows[at]
    if row.level is not None or at + 1 >= len(rows) or row.end - row.text_start > LONGEST_BARE or row.dress:
        return
    signed = _SIGNED.match(text, row.text_start, row.end)
    start = signed.end() if signed else row.text_start
    line = text[start : row.end]
    strong = bool(row.strong) and row.strong[0].start <= row.text_start
    if len(line) < SHORTEST_BARE or match_marker(text, row.text_start, row.end):
        return
    if _NO_HEADING.match(line) or not _leads(text, rows, at):
        return
    like = _bare_name(line)
    name = "strong" if strong else like
    if not _PUNCTUATED.search(line[:-1] if strong else line) or like in _OF_THEIR_LIKE:
        rank = 0.6 if strong else 0.9
        yield Candidate(row.text_start, start, name, rank, 0, at, floats=True, alone=True)


def _bare_name(line: str) -> str:
    """What a bare heading must have company of: a question or a colon is a sentence's as well."""
    return next((name for name, like in _OF_THEIR_LIKE.items() if like.fullmatch(line)), "bare")


def boxed_heading(text: str, rows: Sequence[Paragraph], at: int) -> Iterator[Candidate]:
    """Evidence: words in 【】 that begin a paragraph, with text behind them or in the next one."""
    row = rows[at]
    found = BOXED.match(text, row.text_start, row.end) if row.level is None else None
    if not found or _NO_BOX.fullmatch(found["words"]):
        return
    alone = found.end() == row.end
    below = rows[at + 1] if alone and at + 1 < len(rows) else None
    if below:
        heads = _leads(text, rows, at) or bool(_PUNCTUATED.match(text, below.end - 1))
    else:
        heads = row.end - found.end() > SHORTEST_REST
    if heads:
        start = found.start()
        name = "boxed" if alone else "boxed-lead"
        yield Candidate(start, start + 1, name, 0.7 if alone else 8.5, 0, at, floats=True, alone=alone)


def strong_lead(text: str, rows: Sequence[Paragraph], at: int) -> Iterator[Candidate]:
    """Evidence: the type changes behind the first words of a paragraph, or of an item with a bullet."""
    row = rows[at]
    bullet = _BULLET.match(text, row.text_start, row.end)
    start = _undressed(text, bullet.end()) if bullet else row.text_start
    span = next((span for span in row.strong if span.start <= start < span.end), None)
    if row.level is not None or span is None or match_marker(text, start, row.end):
        return
    lead, behind = text[start : span.end], text[span.end : row.end].lstrip(MARK)[:1]
    told = lead[-1:] in "。：:；" or _PUNCTUATED.match(behind)
    if SHORTEST_BARE <= len(lead) <= LONGEST_ALONE and told and row.end - span.end > SHORTEST_REST:
        item = ITEM if row.dress.startswith(_BULLETS) else "strong-lead"
        name = "bullet" if bullet else item
        yield Candidate(start, start, name, 8.6, 0, at, floats=True)


def numbering_inside(text: str, rows: Sequence[Paragraph], at: int) -> Iterator[Candidate]:
    """Evidence: a numbering behind a stop, a colon or a semicolon, outside quotes and brackets."""
    row = rows[at]
    passage = text[row.start : row.end]
    depths: bytearray | None = None
    for found in _STARTS.finditer(passage):
        start = found.end()
        marker = match_marker(text, row.start + start, row.end)
        if marker is None or row.start + start <= row.text_start:
            continue
        kind, lead = marker.kind, found["lead"]
        # What numbers lines only is told by its words where a page's line breaks were lost.
        if kind.line_only and not (kind.after_blank and lead[-1].isspace()):
            continue
        if lead.isspace() and not kind.after_blank:
            continue
        depths = depths or paired(passage)
        outside = not depths[start - 1] or passage[start - 1] in "”’）)】》"
        if outside and _says_something(text, marker.end, row.end):
            yield _numbered(marker, _undressed(text, marker.end), at, inline=True)


def _leads(text: str, rows: Sequence[Paragraph], at: int) -> bool:
    """Whether something that a heading can head comes next."""
    after = rows[at + 1]
    return (
        after.end - after.start > LONGEST_BARE
        or after.level is not None
        or match_marker(text, after.text_start, after.end) is not None
    )


def _says_something(text: str, start: int, end: int) -> bool:
    return any(char.isalnum() for char in text[start : min(start + 8, end)])


def _alone(text: str, start: int, end: int) -> bool:
    """Whether nothing but a heading stands between the two: one sentence, short."""
    return end - start <= LONGEST_ALONE and not _PUNCTUATED.search(text, start, end - 1)


def _numbered(marker: Marker, start: int, at: int, *, inline: bool = False, alone: bool = False) -> Candidate:
    kind = marker.kind
    floats = kind.floats or inline
    return Candidate(
        marker.start, start, kind.name, kind.rank, marker.value, at, inline, floats, alone, marker=marker
    )


def _undressed(text: str, start: int) -> int:
    """Skip the format's own marks where a heading begins with them, and the blanks behind them."""
    at = start
    while at < len(text) and (text[at] == MARK or (at > start and text[at] in _BLANKS)):
        at += 1
    return at


RULES: tuple[tuple[str, Rule], ...] = (
    ("format-heading", format_heading),
    ("numbered-line", numbered_line),
    ("bare-heading", bare_heading),
    ("boxed-heading", boxed_heading),
    ("strong-lead", strong_lead),
    ("numbering-inside", numbering_inside),
)


def candidates(text: str, rows: Sequence[Paragraph]) -> tuple[Candidate, ...]:
    """Return all places of the paragraphs where a node may begin, in source order."""
    places = (at for at, row in enumerate(rows) if not row.row)  # numbers in a table count its rows
    found = (item for at in places for _, rule in RULES for item in rule(text, rows, at))
    return tuple(sorted(found, key=lambda item: item.start))
