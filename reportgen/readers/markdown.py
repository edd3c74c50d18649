"""What Markdown says about lines: heading levels, bold ranges, rows of tables, and what is a mark.

The text keeps its length, so offsets keep pointing into the file: `Source.text` has `MARK` where a mark is.
In speeches ``**`` is as often a masked name (design §3) as a mark of bold, so text counts as Markdown only
where its headings say so; see `markdown_inline` for what is inside a line.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import replace

from reportgen.readers.markdown_inline import PICTURE, STRUCK, inline
from reportgen.source import Line, Span, split_lines
from reportgen.text.patterns import lazy

SUFFIXES = (".md", ".markdown")
LONGEST_FRONT = 60
"""Lines in which what stands in front of a file between two ``---`` must end."""

# CommonMark 0.31: 4.2 ATX headings (a blank after the marks), 4.5 fenced code, 4.1 breaks, 5.1 block quotes,
# 5.2 list items; GitHub Flavored Markdown 0.29: 4.10 tables, 5.3 task list items.
_HEADING = lazy(r"^ {0,3}(#{1,6})(?=[ \t\u3000]+\S)")
_CLOSING = lazy(r"[ \t]+#+[ \t]*$")
_FENCE = lazy(r"^ {0,3}(```|~~~)")
_DRESS = lazy(
    r"[ \t\u3000]*(?:>[ \t\u3000]*)*"
    r"(?:#{1,6}(?=[ \t\u3000]+\S)|[-*+](?=[ \t\u3000]+\S)(?:[ \t]+\[[ xX]\](?=[ \t]))?)?[ \t\u3000]*"
)
_RULE = lazy(r" {0,3}(?:(?:-[ \t]*){3,}|={3,}[ \t]*)")
# Three of these may be a masked name or a blank of a form as well.
_LONE_RULE = lazy(r" {0,3}(?:\* ?\* ?\*|___)[ \t]*")
_DELIMITER = lazy(r"[ \t]*(?:>[ \t]*)?(?=[^\n]*\|)\|?[ \t]*:?-+:?[ \t]*(?:\|[ \t]*:?-+:?[ \t]*)*\|?[ \t]*")
_BARRED = lazy(r"[ \t]*\|.*\|[ \t]*")
_PIPE = lazy(r"(?<!\\)\|")
_AROUND_PIPE = lazy(r"[ \t]+(?=\|)|(?<!\\)\||(?<=\|)[ \t]+")
_NOTE = lazy(r" {0,3}\[\^[^\]\s]{1,20}\]:.*")
_NOTE_GOES_ON = lazy(r"(?: {2,}|\t)[ \t]*[^ \t\u3000]")
_DEFINITION = lazy(r" {0,3}\[[^\]\n^][^\]\n]*\]:[ \t]*[!-~]+(?:[ \t]+\"[^\"\n]*\")?[ \t]*")
_COMMENT = lazy(r"<!--.*?-->", re.DOTALL)
_FIELD = lazy(r"[A-Za-z_\u4e00-\u9fff][\w-]{0,20}[ \t]*:.*|[ \t]+\S.*|-[ \t].*|#.*|[ \t]*")
_TITLE = lazy(r"(?:title|标题)[ \t]*:[ \t]*(?P<quote>[\"']?)(?P<words>\S[^\n]*?)(?P=quote)[ \t]*")
_AUTHOR = lazy(
    r"(?:author|speaker|作者|讲话人)[ \t]*:[ \t]*"
    r"(?P<quote>[\"']?)(?P<words>[^\s\"'\[{][^\n]{0,30}?)(?P=quote)[ \t]*"
)
_DAY = lazy(
    r"(?:date|日期|时间)[ \t]*:[ \t]*[\"']?"
    r"(?P<words>\d{4}(?:([-/.])\d{1,2}\2\d{1,2}|年\d{1,2}月\d{1,2}日))(?!\d)[^\n]*"
)
_HEAD_LINES = 8
"""Lines of the text in which its speaker may be named."""
_BOLD_LINE = lazy(r"^[^\S\n]*\*\*[^*\n]+\*\*[：:。]?[^\S\n]*$", re.MULTILINE)


def looks_like(text: str) -> bool:
    """True where the text has ATX headings or whole lines in bold."""
    return any(_HEADING.match(line) for line in text.split("\n")) or bool(_BOLD_LINE.search(text))


def lines(text: str) -> tuple[Line, ...]:
    """Cut Markdown into lines with `level` from ``#``, `strong` and `marks`, and `row` for tables."""
    found = split_lines(text)
    raws = [text[line.span.start : line.span.end] for line in found]
    comments = [Span(*one.span()) for one in _COMMENT.finditer(text)]
    front = _front(raws)
    rows, fenced, noted = _rows(raws), _fenced(raws), _noted(raws)
    out: list[Line] = []
    for at, line in enumerate(found):
        if at < front:
            out.append(_field(line, raws, at))
        elif at in noted:
            out.append(replace(line, marks=_of(line)))
        elif at in fenced:
            out.append(replace(line, marks=_of(line) if _FENCE.match(raws[at]) else ()))
        else:
            marked = _marked(line, raws, at, is_row=at in rows)
            out.append(_without(marked, comments))
    return tuple(out)


def left_out(text: str) -> tuple[str, ...]:
    """Return what is no text of a speech and is not read, counted: ``1 条脚注``."""
    raws = text.split("\n")
    counts = (
        (sum(bool(_NOTE.fullmatch(raw)) for raw in raws), "条脚注"),
        (len(_COMMENT.findall(text)), "条批注"),
        (len(PICTURE.findall(text)), "幅图片"),
        (_unread_fields(text), "行文件头"),
        (sum(1 for _ in STRUCK.finditer(text)), "处划去的文字"),
    )
    return tuple(f"{count} {name}" for count, name in counts if count)


def _unread_fields(text: str) -> int:
    raws = text.split("\n")
    front = _front(raws)
    fields = zip(split_lines(text)[:front], raws[:front], strict=True)
    whole = (
        _field(line, raws, at).marks == _of(line)
        for at, (line, raw) in enumerate(fields)
        if raw.strip().strip("-.") and not _TITLE.fullmatch(raw)
    )
    return sum(whole)


def _of(line: Line) -> tuple[Span, ...]:
    return (line.span,) if len(line.span) else ()


def _front(raws: Sequence[str]) -> int:
    """How many lines stand in front between two ``---`` (YAML front matter); 0 where none do."""
    if raws[0].rstrip() != "---":
        return 0
    for at in range(1, min(len(raws), LONGEST_FRONT)):
        if raws[at].rstrip() in {"---", "..."}:
            return at + 1 if at > 1 else 0
        if not _FIELD.fullmatch(raws[at]):
            return 0
    return 0


def _field(line: Line, raws: Sequence[str], at: int) -> Line:
    """A line in front: the title is text where no heading has it, and a day, and the author below it."""
    found = _TITLE.fullmatch(raws[at])
    if found and not _has_title(raws):
        return replace(_only(line, found), level=1)
    day = _DAY.fullmatch(raws[at])
    author = _AUTHOR.fullmatch(raws[at])
    # A name above a title would be taken for a part of it, and one that the text has goes without saying.
    titled = any(_TITLE.fullmatch(raw) for raw in raws[:at]) and not _has_title(raws)
    head = [raw for raw in raws[_front(raws) :] if raw.strip()][:_HEAD_LINES]
    if author and titled and not any(author["words"] in raw for raw in head):
        return _only(line, author)
    return _only(line, day) if day else replace(line, marks=_of(line))


def _has_title(raws: Sequence[str]) -> bool:
    return any(_HEADING.match(raw) and raw.lstrip().startswith("# ") for raw in raws)


def _only(line: Line, found: re.Match[str]) -> Line:
    """A line of which nothing is text but the words of a field."""
    start = line.span.start
    before = Span(start, start + found.start("words"))
    after = Span(start + found.end("words"), line.span.end)
    return replace(line, marks=tuple(mark for mark in (before, after) if len(mark)))


def _fenced(raws: Sequence[str]) -> set[int]:
    """The lines of fenced code, the fences included."""
    found: set[int] = set()
    is_open = False
    for at, raw in enumerate(raws):
        fence = bool(_FENCE.match(raw))
        if fence or is_open:
            found.add(at)
        is_open = is_open != fence
    return found


def _noted(raws: Sequence[str]) -> set[int]:
    """The lines on which the text of a note goes on: indented, right below it."""
    found: set[int] = set()
    for at, raw in enumerate(raws[1:], 1):
        if (at - 1 in found or _NOTE.fullmatch(raws[at - 1])) and _NOTE_GOES_ON.match(raw):
            found.add(at)
    return found


def _rows(raws: Sequence[str]) -> set[int]:
    """The lines of tables: around a line of dashes and pipes, or two with pipes at both ends and more."""
    found: set[int] = set()
    for at, raw in enumerate(raws):
        if at and _DELIMITER.fullmatch(raw) and _PIPE.search(raws[at - 1]):
            end = at
            while end < len(raws) and _PIPE.search(raws[end]):
                found.add(end)
                end += 1
            found.add(at - 1)
        elif at and _BARRED.fullmatch(raw) and _BARRED.fullmatch(raws[at - 1]):
            found |= {at - 1, at}
    return found


def _marked(line: Line, raws: Sequence[str], at: int, *, is_row: bool) -> Line:
    raw = raws[at]
    if _is_no_text(raws, at, is_row=is_row):
        return replace(line, row=is_row, marks=_of(line))
    heading = _HEADING.match(raw)
    dress = _DRESS.match(raw)
    start = dress.end() if dress else 0
    closing = _CLOSING.search(raw, start) if heading else None
    end = closing.start() if closing else len(raw)
    strong, marks = inline(raw[start:end])
    inner = [Span(start + one.start, start + one.end) for one in marks]
    pipes = [Span(*one.span()) for one in _AROUND_PIPE.finditer(raw)] if is_row else []
    indent = len(raw) - len(raw.lstrip())
    edges = [Span(min(indent, start), start), Span(end, len(raw))]
    base = line.span.start
    return replace(
        line,
        level=len(heading[1]) if heading else None,
        strong=tuple(Span(base + start + one.start, base + start + one.end) for one in strong),
        row=is_row,
        marks=tuple(_moved(sorted({one for one in (*edges, *inner, *pipes) if len(one)}), base)),
    )


def _is_no_text(raws: Sequence[str], at: int, *, is_row: bool) -> bool:
    """Whether a line is a rule, a line of dashes in a table, a note's text or a link's address."""
    raw = raws[at]
    if _RULE.fullmatch(raw) or _NOTE.fullmatch(raw) or _DEFINITION.fullmatch(raw):
        return True
    if is_row:
        return bool(_DELIMITER.fullmatch(raw))
    around = (raws[one] for one in (at - 1, at + 1) if 0 <= one < len(raws))
    return bool(_LONE_RULE.fullmatch(raw)) and not any(one.strip() for one in around)


def _moved(spans: Sequence[Span], base: int) -> Iterator[Span]:
    return (Span(base + one.start, base + one.end) for one in spans)


def _without(line: Line, comments: Sequence[Span]) -> Line:
    """A line whose comments are marks; what looked like a mark inside one is a part of it."""
    own = [
        Span(max(one.start, line.span.start), min(one.end, line.span.end))
        for one in comments
        if one.start < line.span.end and line.span.start < one.end
    ]
    if not own:
        return line
    marks = [mark for mark in line.marks if not _meets(mark, own)]
    strong = tuple(one for one in line.strong if not _meets(one, own))
    level = None if any(one.start == line.span.start for one in own) else line.level
    return replace(line, level=level, strong=strong, marks=tuple(sorted([*marks, *own])))


def _meets(span: Span, others: Sequence[Span]) -> bool:
    return any(one.start < span.end and span.start < one.end for one in others)
