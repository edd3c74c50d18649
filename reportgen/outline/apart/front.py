"""What stands in front of a speech: how it was sent, told again by the press, led in, and who was there."""

from __future__ import annotations

import re
from collections.abc import Collection, Iterator, Sequence

from reportgen.outline.apart.blocks import line_of
from reportgen.outline.markers import match_marker
from reportgen.outline.paragraphs import Paragraph
from reportgen.outline.salutations import is_salutation
from reportgen.outline.signatures import has_date, is_date, is_signature, names_speaker
from reportgen.text.patterns import lazy

LATEST = 16
"""Paragraphs of the file in which a note in front ends."""
FURTHEST = 14
"""Paragraphs behind a forwarding sentence in which the speech must begin: signature, date, numbers."""
LONGEST_TITLE = 80
SHORTEST_NEWS = 30
"""Characters of a paragraph behind its dateline that tells something."""
LONGEST_ENTRY = 60
"""Characters of a line in a list of those present."""

_SENT = r"(?:印发|转发|下发|发给|刊发|刊登|摘登|分发|转给)"
_FORWARDED = lazy(
    rf"现(?:(?:将|把)[^。]{{2,120}}?|予以?|全文)?{_SENT}(?:给?(?:你们|各|大家)|如下|于后|[，,]?(?:请|供|望))"
)
_PAPER = lazy(
    r"(?:讲话|发言|报告|致辞|致词|汇报|总结|主持词|方案|意见|办法|规定|纪要|要点|通报|贺信|公开信)(?:稿|提纲)?(?:[（(][^）)]{1,20}[）)])?$"
)
_FOLLOWS = lazy(
    r"(?:.*[，。：；\s])?(?:[^，。；]{0,20}(?:全文|原文|实录|摘要|摘编)如下|以下(?:是|为|系)[^，。；]{0,30}(?:全文|原文|实录|摘要|摘编))[：:。]?"
    r"|【(?:参考|优秀|精选)?(?:范文|例文|正文|全文|原文)】"
)
_DATELINE = lazy(r"[^。；，：]{2,16}?\d{1,2}日\s*[电讯]")
_LEAD = lazy(
    r"【\s*(?:导\s*读|导\s*语|编者按|编者的话|编\s*者\s*注|内容提要|核心提示)\s*】|(?:编者按|编者的话|核心提示)[：:]"
)
_PROVENANCE = lazy(
    r"(?:>\s*|[（(]\s*|[*＊]\s*)(?:这|本文|此文|本篇)(?:是|系|为)[^。]{2,120}(?:讲话|发言|报告|文章|决定|谈话|指示|演讲|信|一部分|要点|记录)[^。]{0,20}。?[）)]?"
)
_PRESENT = lazy(
    r"(?:会议)?(?:出席|列席|参加|参会|与会|到会|缺席|请假|记录|主持)(?:会议)?(?:人员|人|领导|单位|名单)?(?:[：:][^。！？]{0,300}。?)?"
    r"|(?:会议)?(?:基本)?信息|(?:会议)?(?:时间|地点|名称|议题)[：:][^。！？]{1,60}"
    r"|(?:在)?主席台(?:前排|后排)?就[座坐]的?(?:有|领导|人员)?(?:同志|还有)?[：:][^。！？]{1,300}。?"
)
_OPEN_FIELD = lazy(r"[^：:]+[：:]?")
FEWEST_FIELDS = 2
"""Fields that make it a list: 主持人：… alone is somebody who speaks."""
_HOST = lazy(r"主持")


def forwarding(text: str, rows: Sequence[Paragraph]) -> Collection[int]:
    """Evidence: 现将…印发给你们, and behind it the speech begins with title or form of address."""
    for at, row in enumerate(rows[:LATEST]):
        line = line_of(text, row)
        if is_salutation(line):
            break
        if _FORWARDED.search(line):
            return range(_beginning(text, rows, at + 1))
    return ()


def announced(text: str, rows: Sequence[Paragraph]) -> Collection[int]:
    """Evidence: a line that says that the text follows (讲话全文如下：); a title above it stays the title."""
    for at, row in enumerate(rows[: min(LATEST, len(rows) - 1)]):
        line = line_of(text, row)
        if is_salutation(line):
            break
        if _FOLLOWS.fullmatch(line) and "我" not in line:
            own = _paper(text, rows, at + 1) or line.startswith("【")
            return {one for one in range(at + 1) if own or not _kept(line_of(text, rows[one]), one)}
    return ()


def newsfront(text: str, rows: Sequence[Paragraph]) -> Collection[int]:
    """Evidence: a paragraph with a dateline, and behind it a title with a form of address near it."""
    places = (at for at, row in enumerate(rows[:LATEST]) if _is_news(line_of(text, row)))
    at = next(places, None)
    if at is None or any(is_salutation(line_of(text, row)) for row in rows[:at]):
        return ()
    for start in range(at + 1, min(at + FURTHEST, len(rows) - 1)):
        if _paper(text, rows, start):
            near = (line_of(text, row) for row in rows[start + 1 : start + 5])
            return range(start) if any(map(is_salutation, near)) else ()
    return ()


def lead(text: str, rows: Sequence[Paragraph]) -> Collection[int]:
    """Evidence: 【导读】 or 编者按： before a paragraph, or a quoted line on where the text is from."""
    found: set[int] = set()
    for at in _above(text, rows):
        line = line_of(text, rows[at])
        label = _LEAD.match(line)
        quoted = f"{rows[at].dress[:1]}{line}"
        if label or (at and (_PROVENANCE.fullmatch(line) or _PROVENANCE.fullmatch(quoted))):
            found.add(at)
            is_bare = label is not None and label.end() == len(line) and at + 2 < len(rows)
            found |= {at + 1} if is_bare and "。" in line_of(text, rows[at + 1]) else set()
    return found


def attendance(text: str, rows: Sequence[Paragraph]) -> Collection[int]:
    """Evidence: names of fields (出席人员：, 主席台就座：) in front; what a host reads out is the speech."""
    if any(_HOST.search(line_of(text, row)) for row in rows[:2]):
        return ()
    found: set[int] = set()
    fields = 0
    is_open = False
    for at in _above(text, rows):
        line = line_of(text, rows[at]).lstrip("-•· ")
        is_field = bool(_PRESENT.fullmatch(line)) and (at > 0 or "：" in line)
        fields += is_field
        is_open = is_open if not is_field else bool(_OPEN_FIELD.fullmatch(line))
        if is_field or (is_open and at - 1 in found and _is_entry(line)):
            found.add(at)
    return found if fields >= FEWEST_FIELDS else ()


def _is_entry(line: str) -> bool:
    """Whether a line may stand in a list of those present: names, and no title and no sentence."""
    return len(line) <= LONGEST_ENTRY and not re.search(r"[。；！？]", line) and not _PAPER.search(line)


def _beginning(text: str, rows: Sequence[Paragraph], first: int) -> int:
    """Where the speech begins behind a note; 0: it cannot be told, and all is the speech."""
    for at in range(first, min(first + FURTHEST, len(rows) - 1)):
        line = line_of(text, rows[at])
        if is_salutation(line) or _paper(text, rows, at):
            return at
        numbered = match_marker(text, rows[at].text_start, rows[at].end)
        if numbered and not is_date(line):
            return 0
    return 0


def _paper(text: str, rows: Sequence[Paragraph], at: int) -> bool:
    """Whether a title stands at a place, in one line or two."""
    line = line_of(text, rows[at])
    if not _may_title(line) or is_signature(line) or is_date(line):
        return False
    behind = line_of(text, rows[at + 1]) if at + 1 < len(rows) else ""
    return bool(_PAPER.search(line)) or (_may_title(behind) and bool(_PAPER.search(line + behind)))


def _may_title(line: str) -> bool:
    return 0 < len(line) <= LONGEST_TITLE and not re.search(r"[。；！!？]|[，,：:]$|^[附（(【]", line)


def _kept(line: str, at: int) -> bool:
    """Whether a line above an announcement is the head of the speech itself."""
    if at == 0:
        return bool(_may_title(line) and _PAPER.search(line))
    return is_date(line) or has_date(line) or names_speaker(line)


def _is_news(line: str) -> bool:
    found = _DATELINE.match(line)
    return bool(found) and len(line) - (found.end() if found else 0) > SHORTEST_NEWS


def _above(text: str, rows: Sequence[Paragraph]) -> Iterator[int]:
    """The places before the text: neither a form of address nor a numbering stands above them."""
    for at, row in enumerate(rows[:LATEST]):
        marker = match_marker(text, row.text_start, row.end)
        if is_salutation(line_of(text, row)) or (marker and marker.kind.name != "dash"):
            return
        yield at
