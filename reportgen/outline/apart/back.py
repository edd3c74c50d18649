"""What stands behind a speech: texts of the site, attachments, another paper, notes, questions."""

from __future__ import annotations

import re
from collections.abc import Collection, Sequence
from itertools import accumulate, islice

from reportgen.outline.apart.blocks import length, line_of
from reportgen.outline.apart.furniture import is_credit
from reportgen.outline.apart.joined import begins_anew, is_joined, is_numbered
from reportgen.outline.back import ATTACHMENT, thanks
from reportgen.outline.markers import match_marker
from reportgen.outline.paragraphs import Paragraph
from reportgen.outline.salutations import is_salutation
from reportgen.outline.signatures import has_date, is_date, is_titled
from reportgen.text.patterns import lazy

EARLIEST = 0.3
"""Share of a file that stands above what is appended to it."""
LONGEST_ITEM = 80
"""Characters of a headline in a list of others, or of a line of a site."""
LAST_LINES = 40
"""Paragraphs at the end in which a site adds its own."""
NEAR = 4
"""Paragraphs between a title and what goes with it, or between two papers."""
SHORTEST_COPY = 80
"""Characters of a paragraph that nobody says twice word for word; a call that comes again is shorter."""
FEWEST_COPIES = 2
"""Different paragraphs said twice: a list or a text that was pasted twice."""
SHORTEST_PAPER = 60
"""Characters behind the name of an attachment that are the attachment."""
SHORTEST_BODY = 20
"""Characters of a paragraph with a full stop that is text, and no line of a head."""

_OTHERS = lazy(
    r"[【\[]?(?:相关(?:报道|阅读|链接|新闻|推荐|文章|内容|信息|稿件)|(?:推荐|延伸|扩展)阅读|猜你喜欢|热门(?:文章|推荐|阅读)|精彩推荐|网友评论|附件下载)[】\]]?[：:]?"
)
_SITE = lazy(
    r"[上下]一[篇条页][：:].*|.{0,30}(?:关注|扫码|扫描|长按|识别|搜索).{0,24}(?:公众号|二维码|视频号|小程序).{0,40}|扫一扫.*"
    r"|(?:版权|免责|郑重)(?:声明|所有|说明|提示).*|.{0,16}ICP备.*|(?:主办|承办|技术支持|网站标识码)(?:单位)?[：:].*"
    r"|点击(?:下载|查看|阅读|进入|此处).*|(?:.{0,12}转载.{0,6}(?:请|须).{0,4}注明.*)|[（(—\-\s]*(?:END|完)[）)—\-\s]*"
    r"|更多.{0,24}(?:关注|访问|点击|登录|下载).*|(?:投稿|广告|商务合作)(?:邮箱|电话|热线|方式)?[：:].*"
    r"|.{0,6}(?:打印|关闭|收藏)(?:本页|窗口|本文)?[】\]]?"
)
# Words of somebody who speaks: 请大家关注我们的公众号.
_SPOKEN = lazy(r"同志|大家|各位|希望|谢谢|必须|我们[要的]")
_OF_PAPERS = lazy(
    r"【[^】]{0,8}(?:文件|资料|材料|附件|附录|附文|背景|制度|延伸阅读|相关链接)】|(?:参考资料|附录|附文|背景资料|相关文件)[：:]?"
)
_PAPER_TITLE = lazy(r"《.+|.{0,60}(?:规定|办法|要点|意见|方案|通知|细则|制度|决定|通报)")
_ISSUED = lazy(r"关于.{2,50}的(?:通知|决定|意见|通报|办法|规定|方案|公告|批复|函)")
_NAMED = lazy(r"附[件录表]?\s?[\d一二三四五六七八九]{0,2}(?:[：:]|\s)\s*[^。；，]{2,60}")
_NOTES = lazy(
    r"【?\s*(?:注\s*释|注\s*解|尾\s*注|脚\s*注|参考文献)\s*】?[：:]?"
    # Reports explain their terms behind: 《政府工作报告》有关内容名词注释.
    r"|(?:附件?[：:]?)?\s*【?(?:《[^》]{2,20}》)?(?:中?的?(?:有关|相关|部分|若干|一些))?(?:内容)?(?:的?名词|术语|词语|用语|缩略语)[和及]?(?:术语)?的?(?:解释|注释|释义|说明)】?[：:]?"
)
_NOTE = lazy(r"[〔\[［]\s*\d{1,3}\s*[〕\]］]|[（(]\d{1,3}[）)]|\d{1,3}[.．、]|[①-⑳⑴-⒇]")
_REFERENCE = lazy(r"[〔\[［]\s*1\s*[〕\]］]")
_RULE = lazy(r"[-—_*=]{3,}\s*")
_ASKED = lazy(
    r"[【（(]?(?:答记者问|记者问答|(?:现场|互动)?(?:问答|提问)(?:环节|实录)?|互动(?:环节|交流))[】）)]?[：:]?"
)
_QUESTION = lazy(r"(?:问|提问|记者|[\u4e00-\u9fff]{2,12}记者)[\d一二三四五六七八九十]{0,2}[：:]")
_INTERVIEW = lazy(r"答记者问|访谈|对话|专访|问答|采访|发布会")


def site(text: str, rows: Sequence[Paragraph]) -> Collection[int]:
    """Evidence: the name of a list of other articles with nothing but headlines behind; lines of a site."""
    first = len(rows)
    for at in range(max(len(rows) - LAST_LINES, 1), len(rows)):
        items = [line_of(text, row) for row in rows[at + 1 :]]
        if _OTHERS.fullmatch(line_of(text, rows[at])) and all(map(_is_headline, items)):
            first = at
            break
    end = first
    while first > 1 and _may_be_of_site(line_of(text, rows[first - 1])):
        first -= 1
    certain = end < len(rows) or any(_is_of_site(line_of(text, row)) for row in rows[first:])
    return range(first, len(rows)) if certain else ()


def attached(text: str, rows: Sequence[Paragraph]) -> Collection[int]:
    """Evidence: a line that is nothing but 附件 and its number; as a heading, up to the next one."""
    late = range(max(_late(rows), 1), len(rows))
    first = next((at for at in late if _is_attachment(text, rows, at)), len(rows))
    level = rows[first].level if first < len(rows) else None
    behind = range(first + 1, len(rows))
    ends = (at for at in behind if _ends_attachment(text, rows, at, level))
    return range(first, next(ends, len(rows)))


def appended(text: str, rows: Sequence[Paragraph]) -> Collection[int]:
    """Evidence: 【参考资料】 over a title or numbers anew; a title behind an ending; 第二讲."""
    texted = next((at for at, row in enumerate(rows) if _is_text(text, row)), len(rows))
    for at in range(max(_late(rows), 1), len(rows) - 1):
        has_text = texted < at
        again = _is_reference(text, rows, at) or (has_text and _begins_again(text, rows, at))
        # A table of contents has numbers and no text.
        if again or (has_text and is_joined(text, rows, at)):
            return range(at, len(rows))
    return ()


def notes(text: str, rows: Sequence[Paragraph]) -> Collection[int]:
    """Evidence: 注释 over numbered lines to the end, or last lines that are numbered as the text refers."""
    first = len(rows)
    while first > 1 and _NOTE.match(line_of(text, rows[first - 1])):
        first -= 1
    if first == len(rows) or first < _late(rows):
        return ()
    if _NOTES.fullmatch(line_of(text, rows[first - 1])):
        ruled = first > 1 and _RULE.fullmatch(text, rows[first - 2].start, rows[first - 2].end)
        return range(first - 1 - bool(ruled), len(rows))
    found = _REFERENCE.match(line_of(text, rows[first]))
    return range(first, len(rows)) if found and text.find(found[0]) < rows[first].start else ()


def questions(text: str, rows: Sequence[Paragraph]) -> Collection[int]:
    """Evidence: 答记者问 on a line or thanks, and a question behind; an interview as a whole is the text."""
    if not rows or _INTERVIEW.search(line_of(text, rows[0])):
        return ()
    for at in range(max(_late(rows), 1), len(rows) - 1):
        named = _ASKED.fullmatch(line_of(text, rows[at]))
        asked = _QUESTION.match(line_of(text, rows[at + 1]))
        if asked and (named or thanks(text, rows[at])):
            return range(at if named else at + 1, len(rows))
    return ()


def repeated(text: str, rows: Sequence[Paragraph]) -> Collection[int]:
    """Evidence: long paragraphs, different ones, that stand above word for word."""
    seen: set[str] = set()
    again: dict[int, str] = {}
    for at, row in enumerate(rows):
        line = line_of(text, row)
        if line in seen:
            again[at] = line
        elif len(line) >= SHORTEST_COPY:
            seen.add(line)
    return set(again) if len(set(again.values())) >= FEWEST_COPIES else ()


def _is_headline(line: str) -> bool:
    return len(line) <= LONGEST_ITEM and "。" not in line[:-1]


def _is_of_site(line: str) -> bool:
    return len(line) <= LONGEST_ITEM * 2 and bool(_SITE.fullmatch(line)) and not _SPOKEN.search(line)


def _may_be_of_site(line: str) -> bool:
    return _is_of_site(line) or is_credit(line)


def _late(rows: Sequence[Paragraph]) -> int:
    """The first place that has enough above it for something to be appended there."""
    above, enough = 0, EARLIEST * length(rows)
    for at, row in enumerate(rows):
        if above >= enough:
            return at
        above += row.end - row.start
    return len(rows)


def _is_attachment(text: str, rows: Sequence[Paragraph], at: int) -> bool:
    """Whether a line is 附件, or 附： with the title of a paper or a numbering of its own behind it."""
    line = line_of(text, rows[at])
    named = _NAMED.fullmatch(line)
    if ATTACHMENT.fullmatch(line):
        return True
    return bool(named) and ((is_titled(line) and _is_followed(text, rows, at)) or is_numbered(text, rows, at))


def _is_followed(text: str, rows: Sequence[Paragraph], at: int) -> bool:
    """Whether a paper, or a speech, stands behind a line; no further rows are looked at than it takes."""
    if at + 1 < len(rows) and is_salutation(line_of(text, rows[at + 1])):
        return True
    behind = accumulate(row.end - row.start for row in islice(rows, at + 1, None))
    return any(size >= SHORTEST_PAPER for size in behind)


def _ends_attachment(text: str, rows: Sequence[Paragraph], at: int, level: int | None) -> bool:
    """Whether the speech goes on there, or another paper begins."""
    is_other = at + 1 < len(rows) and _is_reference(text, rows, at)
    return is_other or (level is not None and _is_section(text, rows[at], level))


def _is_section(text: str, row: Paragraph, level: int) -> bool:
    """Whether a row is a heading of the speech again: as high as the attachment's, and numbered."""
    numbered = match_marker(text, row.text_start, row.end)
    return row.level is not None and row.level <= level and numbered is not None


def _is_reference(text: str, rows: Sequence[Paragraph], at: int) -> bool:
    named = _OF_PAPERS.fullmatch(line_of(text, rows[at]))
    titled = _PAPER_TITLE.fullmatch(line_of(text, rows[at + 1]))
    return bool(named) and bool(titled or begins_anew(text, rows, at))


def _begins_again(text: str, rows: Sequence[Paragraph], at: int) -> bool:
    """Whether another paper begins: what ends one stands above, a title here, what opens one below."""
    line = line_of(text, rows[at])
    numbered = match_marker(text, rows[at].text_start, rows[at].end)
    titled = is_titled(line) or _ISSUED.fullmatch(line)
    if numbered or not titled or re.search(r"[。；！？，：]", line):
        return False
    ended = any(_ends(text, row) for row in rows[max(at - 2, 1) : at])
    below = [line_of(text, row) for row in rows[at + 1 : at + 1 + NEAR]]
    return ended and any(is_salutation(one) or is_date(one) or has_date(one) for one in below)


def _is_text(text: str, row: Paragraph) -> bool:
    return row.end - row.start >= SHORTEST_BODY and text[row.end - 1] == "。"


def _ends(text: str, row: Paragraph) -> bool:
    line = line_of(text, row)
    return thanks(text, row) or is_date(line) or is_credit(line)
