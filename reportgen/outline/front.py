"""What stands before the text: title, subtitle, speaker, date, salutation.

An ordered, named table of rules; each looks at one paragraph of the head and says what it is. The first that
knows the paragraph wins; a paragraph that none knows is the first of the text.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Sequence
from dataclasses import dataclass, field

from reportgen.outline.asides import behind_asides, is_aside
from reportgen.outline.bundles import is_bundle, label_length
from reportgen.outline.contents import contents_length
from reportgen.outline.markers import match_marker
from reportgen.outline.occasions import is_occasion
from reportgen.outline.paragraphs import Paragraph, cut
from reportgen.outline.salutations import ADDRESSEES, LATE_SALUTATION, OPEN, SALUTATION, VOCATIVE
from reportgen.outline.signatures import (
    has_date,
    is_date,
    is_titled,
    is_unit,
    names_office,
    names_speaker,
    opens_with_speaker,
)
from reportgen.text.patterns import lazy

LONGEST_HEAD = 12
"""Paragraphs that may stand before the text."""
LONGEST_TITLE_LINE = 60
LONGEST_NAMED_TITLE = 240
"""Characters of a title that ends as titles do (…的讲话), or that the format says is one."""
MOST_TITLE_LINES = 3
_UNDATED = 4  # characters at most of what says neither when nor where
FEWEST_LETTERS = 2
SHORTEST_TITLE = 12
"""Characters of a line that is a title alone; a shorter one may go on in the next line."""
LONGEST_BYLINE = 40
LONGEST_SALUTATION = 80
LATEST_SALUTATION = 8
"""Paragraphs in which a form of address still opens the speech."""
SHORTEST_FRONT = 8
"""Characters that something in front of a form of address on its line must have to be a title."""

_TITLE_IN_TEXT = lazy(r"([^\s。；！？，：,:;!?]{6,60})[ \t\u3000]+(?=\S)")
_REMARK = lazy(r"[（(【][^）)】]{0,12}(?:录音|整理|稿|摘要|节选|审阅|审定|供参考)[^）)】]{0,6}[）)】]")
_SITE = lazy(
    r"首页|您?(?:当前|现在)(?:所在)?的?位置|您(?:的|所在)?位置|(?:来源|发布时间|发布日期|时间|浏览次数|作者|编辑|字号|字体)[：:]"
)
# What a news agency sets above a text: 某社某地3月5日电（记者某某）.
_DATELINE = lazy(r"[^。；，：]{2,16}?\d{1,2}日\s*电(?:\s*[（(][^）)]{1,30}[）)])?")
_ISSUE = lazy(r"[^。！？]{0,12}第\s*(?:[0-9０-９一二三四五六七八九十百Xx×*]|【[^】]*】)+\s*期.{0,20}")
_LETTERHEAD = lazy(
    r"签发[：:]|.{2,30}(?:办公室|委员会|政府|局)\s*编(?:[\s\u3000]|印|$)|密级|紧急程度|发文字号|.{0,12}[〔\[［（][\dXx×]{4}[〕\]］）](?:第?[\dXx×]*号|.{0,40}签发)"
)
_SUBTITLE = lazy(r"[—－─-]{1,2}\s*\S")
_OCCASION = lazy(r"[—－─]{2}.*")
# How reports name theirs: （2024年1月10日在某县第十七届人民代表大会第三次会议上）.
_DATED_OCCASION = lazy(r"[（(]?\d{4}年\d{1,2}月(?:\d{1,2}日)?\s*，?在.{4,60}上[）)]?")
_CLAUSES = lazy(r"[，,].*[，,]|[：:！!？?]")
_DASHED_OCCASION = lazy(r"[—－─-]{1,2}\s*(?:.{0,12}在.{2,60}上(?:的.{2,6})?|.{0,20}\d{4}年.{0,40})")
_SENTENCE = lazy(r"[。；]|[，,：:…]$|[！!]$")


@dataclass(slots=True)
class ReadHead:
    """The head as far as it is read; spans are code-point offsets. `told`: its type told the title."""

    title: list[tuple[int, int]] = field(default_factory=list)
    subtitle: tuple[int, int] | None = None
    byline: tuple[int, int] | None = None
    date: tuple[int, int] | None = None
    salutation: tuple[int, int] | None = None
    letterhead: list[tuple[int, int]] = field(default_factory=list)
    told: bool = False
    done: bool = False


Rule = Callable[[str, Paragraph, ReadHead], int]
"""Takes what it knows from the start of a paragraph; returns how far it read (0: not its business)."""


def salutation(text: str, row: Paragraph, head: ReadHead) -> int:
    """Evidence: a form of address, with a colon or an exclamation mark behind it."""
    end = min(row.end, row.text_start + LONGEST_SALUTATION)
    found = SALUTATION.match(text, row.text_start, end) or next(
        filter(None, (whole.fullmatch(text, row.text_start, row.end) for whole in (OPEN, ADDRESSEES))), None
    )
    if not found or row.level is not None:
        return 0
    head.salutation = found.span()
    head.done = True
    return found.end()


def issue(text: str, row: Paragraph, head: ReadHead) -> int:
    """Evidence: the number of an issue (第5期) or a letterhead, which no title stands above; a dateline."""
    line = text[row.text_start : row.end]
    remark = head.title and _REMARK.fullmatch(line) and (head.date or not has_date(line))
    if _SITE.match(line) or _DATELINE.fullmatch(line) or remark:
        head.letterhead.append((row.start, row.end))
        return row.end
    if not (_ISSUE.fullmatch(line) or _LETTERHEAD.match(line)):
        return 0
    if head.title:
        # It was the name of the paper, and what stood below it was the paper's too.
        head.letterhead += [*head.title, *filter(None, (head.subtitle, head.byline))]
        head.title.clear()
        head.subtitle = head.byline = None
        head.told = False
    head.letterhead.append((row.start, row.end))
    return row.end


def aside(text: str, row: Paragraph, head: ReadHead) -> int:
    """Evidence: the mark of a quote, an item, a table, a picture or a rule below a title."""
    if not head.title or not is_aside(text, row):
        return 0
    head.letterhead.append((row.start, row.end))
    return row.end


def date(text: str, row: Paragraph, head: ReadHead) -> int:
    """Evidence: a line that is nothing but a date, or a bracket with one; above a title it is an issue's."""
    line = text[row.text_start : row.end]
    before = head.date
    if head.title and _DATED_OCCASION.fullmatch(line):
        return 0
    if (before and not (head.title and before < head.title[0])) or not (is_date(line) or has_date(line)):
        return 0
    head.letterhead += [before] if before else []
    head.date = (row.text_start, row.end)
    return row.end


def subtitle(text: str, row: Paragraph, head: ReadHead) -> int:
    """Evidence: below the title a dash in front, or date and occasion; a unit's name there is the speaker."""
    line = text[row.text_start : row.end]
    told = _SUBTITLE.match(line) or _DATED_OCCASION.fullmatch(line) or row.level is not None
    if not head.title or not told or _ends_like_text(text, row):
        return 0
    if row.end - row.start > LONGEST_TITLE_LINE or head.subtitle:
        return 0
    if is_unit(line) and not head.byline:
        head.byline = (row.text_start, row.end)
    else:
        head.subtitle = (row.text_start, row.end)
    return row.end


def byline(text: str, row: Paragraph, head: ReadHead) -> int:
    """Evidence: below the title an office or a bracket with a name, or nothing but a name or unit."""
    large = row.title or (row.level is not None and not head.title)
    if head.byline or large or row.end - row.text_start > LONGEST_BYLINE:
        return 0
    line = text[row.text_start : row.end]
    if head.title:
        known = names_speaker(line) or (is_unit(line) and is_titled(text[slice(*head.title[-1])]))
    else:
        known = opens_with_speaker(line)
    if not known or _ends_like_text(text, row):
        return 0
    head.byline = (row.text_start, row.end)
    return row.end


def title(text: str, row: Paragraph, head: ReadHead) -> int:
    """Evidence: a short line without a stop above everything else."""
    _take_bundle(text, row, head)
    below = [one for one in (head.byline, head.date, head.subtitle) if head.title and one]
    # A speaker or a date above the title does not end it.
    ended = any(one > head.title[0] for one in below)
    if ended or len(head.title) >= MOST_TITLE_LINES or _ends_like_text(text, row):
        return 0
    longest = _longest_title(text, row, head)
    if row.end - row.text_start > longest + LONGEST_TITLE_LINE or (head.title and row.level is not None):
        return 0
    if head.told and not row.title:
        # The type has told the title; of what comes below, only what names the speech goes with it.
        if head.subtitle or not is_titled(text[row.text_start : row.end]):
            return 0
        head.subtitle = (row.text_start, row.end)
        return row.end
    start, end = row.text_start, row.end
    end = start + len(text[start:end].rstrip("*# "))
    occasion = _OCCASION.search(text, start + 4, end)
    behind = (occasion.start(), end) if occasion and _dated(text, occasion.start(), end) else None
    end = behind[0] if behind else end
    if end - start > longest or sum(map(str.isalpha, text[start:end])) < FEWEST_LETTERS:
        return 0
    head.subtitle = behind
    label = 0 if head.title else label_length(text[start:end])
    head.letterhead += [(start, start + len(text[start : start + label].rstrip()))] if label else []
    head.title.append((start + label, end))
    head.told = head.told or row.title
    return row.end


def _longest_title(text: str, row: Paragraph, head: ReadHead) -> int:
    line = text[row.text_start : row.end]
    named = row.title or row.level == 1 or (is_titled(line) and not _CLAUSES.search(line))
    return LONGEST_NAMED_TITLE if named and not head.title else LONGEST_TITLE_LINE


def _take_bundle(text: str, row: Paragraph, head: ReadHead) -> None:
    """What stands above a title may be the name of a collection: it is no line of the title then."""
    line = text[row.text_start : row.end]
    if _ends_like_text(text, row) or len(line) > LONGEST_TITLE_LINE:
        return
    while head.title and is_bundle(text[slice(*head.title[0])], line):
        head.letterhead.append(head.title.pop(0))
        head.told = False


RULES: tuple[tuple[str, Rule], ...] = (
    ("salutation", salutation),
    ("issue", issue),
    ("aside", aside),
    ("date", date),
    ("subtitle", subtitle),
    ("byline", byline),
    ("title", title),
)


def read_head(text: str, rows: Sequence[Paragraph]) -> tuple[ReadHead, tuple[Paragraph, ...]]:
    """Return the head and the paragraphs behind it (a part of one where the head ends inside a paragraph)."""
    head, rest = _read_lines(text, rows)
    skipped = contents_length(text, rest)
    head.letterhead += [(row.start, row.end) for row in rest[:skipped]]
    rest = rest[skipped:]
    if skipped and not head.title:
        again, rest = _read_lines(text, rest)
        again.letterhead[:0] = head.letterhead
        head = _with_what_stood_above(again, head)
    at = None if head.salutation else _late_salutation(text, rest)
    if at is None:
        return head, rest
    first = at
    while first and not head.title and _head_like(text, rest[first - 1]):
        first -= 1
    later, behind = _read_lines(text, rest[first:])
    later.letterhead[:0] = head.letterhead + [(row.start, row.end) for row in rest[:first]]
    if not head.title:
        return _with_what_stood_above(later, head), behind
    head.letterhead, head.salutation = later.letterhead, later.salutation
    return head, behind


def _with_what_stood_above(later: ReadHead, head: ReadHead) -> ReadHead:
    """Keep what stood above a lead of the press or a table of contents; what comes again is letterhead."""
    for name in ("byline", "date", "salutation", "subtitle"):
        above = getattr(head, name)
        if above and getattr(later, name):
            later.letterhead.append(above)
        elif above:
            setattr(later, name, above)
    later.letterhead.sort()
    return later


def _read_lines(text: str, rows: Sequence[Paragraph]) -> tuple[ReadHead, tuple[Paragraph, ...]]:
    head = ReadHead()
    queue = [piece for row in rows[:LONGEST_HEAD] for piece in _pieces(text, row)]
    behind = list(rows[LONGEST_HEAD:])
    for at, row in enumerate(queue):
        starts = _starts_text(text, row, head) and not is_occasion(text, row, rows)
        read = 0 if head.done or starts else _read(text, row, head)
        if not read:
            first = behind_asides(text, head.letterhead, queue[:at])
            return _settled(text, head, queue[:first], [*queue[first:], *behind])
        if read < row.end:
            rest = cut(row, _skip(text, read, row.end), row.end)
            return _settled(text, head, queue[:at], [rest, *queue[at + 1 :], *behind])
    return head, tuple(behind)


def _late_salutation(text: str, rows: Sequence[Paragraph]) -> int | None:
    """The place of a form of address on a line of its own behind a lead of the press."""
    for at, row in enumerate(rows[:LATEST_SALUTATION]):
        marker = match_marker(text, row.text_start, row.end)
        if row.level is not None or (marker and not marker.kind.floats):
            return None
        if SALUTATION.fullmatch(text, row.text_start, row.end):
            return at
    return None


def _head_like(text: str, row: Paragraph) -> bool:
    return row.end - row.start <= LONGEST_TITLE_LINE and not _ends_like_text(text, row)


def _read(text: str, row: Paragraph, head: ReadHead) -> int:
    return next((read for _, rule in RULES if (read := rule(text, row, head))), 0)


def _settled(
    text: str, head: ReadHead, read: Sequence[Paragraph], rest: Sequence[Paragraph]
) -> tuple[ReadHead, tuple[Paragraph, ...]]:
    """Give back a second line taken for title where only text follows and it may be a heading."""
    lone = not (head.salutation or head.byline or head.date or head.subtitle or head.letterhead)
    if lone and len(head.title) > 1 and _ends_titled(text, head.title[0]):
        head.title = head.title[:1]
        return head, (*read[1:], *rest)
    return head, tuple(rest)


def _pieces(text: str, row: Paragraph) -> list[Paragraph]:
    """Cut a line before a form of address that ends it or that opens the text: 总理×××各位代表：."""
    titled = _TITLE_IN_TEXT.match(text, row.text_start, row.end)
    if titled and row.end - titled.end() > LONGEST_TITLE_LINE and is_titled(titled[1]):
        return [cut(row, row.start, titled.end(1)), *_pieces(text, cut(row, titled.end(), row.end))]
    found = LATE_SALUTATION.search(text, row.text_start + 1, min(row.end, row.text_start + 160))
    if not found or text[found.start() - 1] in "，,、的各。！？；向对与和":
        return [row]
    front = text[row.text_start : found.start()]
    if _SENTENCE.search(front.strip()) or len(front) > LONGEST_TITLE_LINE * 2 or "，" in front[-12:]:
        return [row]
    if len(front) < SHORTEST_FRONT and not names_office(front):
        return [row]
    if SALUTATION.match(text, row.text_start, found.end()) and re.match(VOCATIVE, front):
        return [row]
    end = row.text_start + len(front.rstrip())
    return [cut(row, row.start, end), cut(row, found.start(), row.end)]


def _starts_text(text: str, row: Paragraph, head: ReadHead) -> bool:
    line = text[row.text_start : row.end]
    # Markdown writes all that is large as a heading, what stands below a title too.
    below = is_date(line) or _DASHED_OCCASION.fullmatch(line) or (names_speaker(line) and names_office(line))
    if row.row or (row.level is not None and head.title and not below) or contents_length(text, (row,)):
        return True
    marker = match_marker(text, row.text_start, row.end)
    return marker is not None and marker.kind.name != "dash" and not is_date(line)


def _ends_like_text(text: str, row: Paragraph) -> bool:
    return bool(_SENTENCE.search(text[row.text_start : row.end]))


def _dated(text: str, start: int, end: int) -> bool:
    return bool(re.search(r"[年月日]|在.{4,}上", text[start:end])) or end - start > _UNDATED


def _ends_titled(text: str, span: tuple[int, int]) -> bool:
    line = text[span[0] : span[1]]
    return is_titled(line) or len(line) > SHORTEST_TITLE


def _skip(text: str, at: int, end: int) -> int:
    while at < end and text[at].isspace():
        at += 1
    return at
