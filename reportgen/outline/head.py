"""What stands before the text, line by line: title, subtitle, speaker, date, salutation.

An ordered, named table of rules; each looks at one paragraph of the head and says what it is. The first that
knows the paragraph wins; a paragraph that none knows is the first of the text. `front` reads by them.
"""

from __future__ import annotations

import re
from collections.abc import Callable
from dataclasses import dataclass, field

from reportgen.outline.asides import is_aside
from reportgen.outline.bundles import is_bundle, label_length
from reportgen.outline.paragraphs import Paragraph
from reportgen.outline.salutations import ADDRESSEES, OPEN, SALUTATION
from reportgen.outline.signatures import (
    are_units,
    has_date,
    is_date,
    is_titled,
    is_unit,
    names_office,
    names_speaker,
    opens_with_speaker,
)
from reportgen.text.patterns import lazy

LONGEST_TITLE_LINE = 60
LONGEST_NAMED_TITLE = 240
"""Characters of a title that ends as titles do (…的讲话), or that the format says is one."""
MOST_TITLE_LINES = 3
SHORTEST_THEME = 7
"""Characters of a title below which the next line is a subtitle without a dash; less may be a name."""
_UNDATED = 4  # characters at most of what says neither when nor where
FEWEST_LETTERS = 2
LONGEST_BYLINE = 40
LONGEST_SALUTATION = 80

_REMARK = lazy(r"[（(【][^）)】]{0,12}(?:录音|整理|稿|摘要|节选|审阅|审定|供参考)[^）)】]{0,6}[）)】]")
_SITE = lazy(
    r"首页|您?(?:当前|现在)(?:所在)?的?位置|您(?:的|所在)?位置|(?:来源|发布时间|发布日期|时间|浏览次数|作者|编辑|字号|字体)[：:]"
)
# What a news agency sets above a text: 某社某地3月5日电（记者某某）.
_DATELINE = lazy(r"[^。；，：]{2,16}?\d{1,2}日\s*电(?:\s*[（(][^）)]{1,30}[）)])?")
_ISSUE = lazy(r"[^。！？]{0,12}第\s*(?:[0-9０-９一二三四五六七八九十百Xx×*]|【[^】]*】)+\s*期.{0,20}")
# Papers of a meeting are counted (会议文件（十二）, 发言材料之五); the name of a file is no title.
_PAPER = lazy(
    r"[^。！？；，（(]{0,30}(?:文件|材料)\s*(?:之?[一二三四五六七八九十\d]{1,3}|[（(]\s*之?[一二三四五六七八九十\d]{1,3}\s*[）)])"
    r"|[^。！？；]{1,60}\.(?:docx?|wps|pdf|txt|md|rtf|odt|pptx?)"
)
_LETTERHEAD = lazy(
    r"签发[：:]|.{2,30}(?:办公室|委员会|政府|局)\s*编(?:[\s\u3000]|印|$)|密级|紧急程度|发文字号|内部(?:资料|材料|文件|参阅|刊物)|(?:请)?注意保[存密]|(?:秘密|机密)★|.{0,12}[〔\[［（][\dXx×]{4}[〕\]］）](?:第?[\dXx×]*号|.{0,40}签发)"
)
_SUBTITLE = lazy(r"[—－─-]{1,2}\s*\S")
_OCCASION = lazy(r"[—－─]{2}.*")
# How reports name theirs: （2024年1月10日在某县第十七届人民代表大会第三次会议上）.
_DATED_OCCASION = lazy(r"[（(]?\d{4}年\d{1,2}月(?:\d{1,2}日)?\s*，?在.{4,60}上[）)]?")
# What goes on in the next line: who speaks, or the year of what he speaks at.
_OF_OCCASION = lazy(r"(?:同志|代表|年度?|以及|[和与的])$")
_CLAUSES = lazy(r"[，,].*[，,]|[：:！!？?]")
# Without a dash it is one where it names the speech, and the title above it says what it is about.
_PLAIN_OCCASION = lazy(r"在[^。；，：！？]{3,50}(?:上|中|时|期间)的[^。；，：！？]{2,10}")
# One line says who and when, or when and where: 安全总监 侯捷 · 2025年6月1日, 2025年10月18日 · 湖山.
_DAY = (
    r"(?P<day>[（(]?\d{4}年\d{1,2}月(?:\d{1,2}日)?"
    r"(?:\s*(?:上午|下午|晚上?)?(?:\d{1,2}[：:时]\d{0,2}分?)?)?[）)]?)"
)
_APART = r"[ \t\u3000·•|｜/，,]+"
_WHO_AND_DAY = lazy(rf"(?P<who>\S.{{1,30}}?){_APART}{_DAY}")
_DAY_AND_WHO = lazy(rf"{_DAY}{_APART}(?P<who>\S.{{1,30}})")
_DAY_AND_PLACE = lazy(rf"{_DAY}(?:{_APART}|于|在)?(?P<place>[\u4e00-\u9fff]{{2,12}})?")
SENTENCE = lazy(r"[。；]|[，,：:…]$|[！!]$")


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
    paper = _PAPER.fullmatch(line)
    if not (paper or _ISSUE.fullmatch(line) or _LETTERHEAD.match(line)):
        return 0
    if head.title and not (paper and is_titled(text[slice(*head.title[-1])])):
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
    placed = _DAY_AND_PLACE.fullmatch(line) if head.title and not before else None
    if placed and not names_office(placed["place"] or ""):
        head.date = (row.text_start, row.end)
        return row.end
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
    told = (
        _SUBTITLE.match(line)
        or _names_plain_occasion(text, row, head)
        or _DATED_OCCASION.fullmatch(line)
        or row.level is not None
    )
    if not head.title or not told or ends_like_text(text, row):
        return 0
    if row.end - row.start > LONGEST_TITLE_LINE or head.subtitle:
        return 0
    bare = line.lstrip("—－─- \u3000")
    speaker = is_unit(line) or (names_office(bare) and names_speaker(bare) and not is_titled(bare))
    if speaker and not head.byline:
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
    both = _WHO_AND_DAY.fullmatch(line) or _DAY_AND_WHO.fullmatch(line)
    if both and head.title and not head.date and names_speaker(both["who"]):
        head.byline, head.date = (
            (row.text_start + both.start(name), row.text_start + both.end(name)) for name in ("who", "day")
        )
        return row.end
    if head.title:
        known = names_speaker(line) or are_units(line)
        known = known or (is_unit(line) and is_titled(text[slice(*head.title[-1])]))
    else:
        known = opens_with_speaker(line)
    if not known or ends_like_text(text, row):
        return 0
    head.byline = (row.text_start, row.end)
    return row.end


def _names_plain_occasion(text: str, row: Paragraph, head: ReadHead) -> bool:
    line = text[row.text_start : row.end]
    above = "".join(text[slice(*span)] for span in head.title)
    if not (_PLAIN_OCCASION.fullmatch(line) and is_titled(line)) or len(above) < SHORTEST_THEME:
        return False
    other = is_titled(above) or is_bundle(above, line)
    return not (other or is_unit(above) or names_office(above) or _OF_OCCASION.search(above))


def title(text: str, row: Paragraph, head: ReadHead) -> int:
    """Evidence: a short line without a stop above everything else."""
    _take_bundle(text, row, head)
    below = [one for one in (head.byline, head.date, head.subtitle) if head.title and one]
    # A speaker or a date above the title does not end it.
    ended = any(one > head.title[0] for one in below)
    if ended or len(head.title) >= MOST_TITLE_LINES or ends_like_text(text, row):
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
    if ends_like_text(text, row) or len(line) > LONGEST_TITLE_LINE:
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


def ends_like_text(text: str, row: Paragraph) -> bool:
    """Whether a paragraph has a sentence in it, or a mark at its end that no title has."""
    return bool(SENTENCE.search(text[row.text_start : row.end]))


def _dated(text: str, start: int, end: int) -> bool:
    return bool(re.search(r"[年月日]|在.{4,}上", text[start:end])) or end - start > _UNDATED
