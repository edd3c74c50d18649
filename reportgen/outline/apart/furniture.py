"""What a page sets around a text: buttons, size of type, source and time, tags, credits of the press."""

from __future__ import annotations

import re
from collections.abc import Collection, Iterator, Sequence

from reportgen.outline.apart.blocks import line_of
from reportgen.outline.markers import match_marker
from reportgen.outline.paragraphs import Paragraph
from reportgen.outline.salutations import is_salutation
from reportgen.text.buttons import is_button, is_plain_button
from reportgen.text.patterns import lazy

LATEST = 40
"""Paragraphs in which furniture may stand in front, one button a line."""
LONGEST_LINE = 200
"""Characters of a line of furniture; it is a row of words, and no text."""
SHORTEST_TEXT = 80
"""Characters of a paragraph with a full stop that opens the text: furniture stands above."""

FEWEST_BUTTONS = 2
"""Buttons together inside a text that are no words of it."""

_TAGS = lazy(r"(?:</?[A-Za-z!][^<>]*>\s*)+")
_BUTTON = lazy(
    r"下载|打印(?:本[页文]|正文)?|全屏|收藏(?:本[页文])?|分享(?:到|至)?[：:]?|A[+＋-]?|微信|微博|QQ空间|返回(?:首页|顶部|列表|上页)?|关闭(?:窗口|本页)?"
    r"|首页|字[号体][：:]?|加大|还原|减小|放大|缩小|默认|[大中小]|繁体(?:版)?|简体(?:版)?|无障碍|朗读|语音播报|纠错|复制链接"
    r"|点赞|在看|写留言|阅读原文|扫一扫.{0,20}|扫码.{0,16}"
)
# A row of a site's menu; one of its words is enough to tell, as headings have no others beside them.
_MENU = lazy(
    r"首页|政务(?:公开|服务|微信|微博|要闻)|办事服务|互动交流|要闻动态|新闻中心|通知公告|信息公开|网站(?:地图|支持IPv6)|联系我们"
    r"|设为首页|加入收藏|繁体(?:版|中文)?|简体(?:版|中文)?|无障碍(?:浏览)?|长者(?:助手|模式|版)|关怀版|适老版|登录|注册|手机版|移动端"
)
_MENU_WORD = lazy(r"[\u4e00-\u9fffA-Za-z]{2,7}")
FEWEST_WORDS = 3
"""Words in a row that make a menu."""
_LABELLED = lazy(
    r"(?P<label>(?:信息|稿件|文章)?来源|稿源|发布(?:时间|日期|机构|单位|者)|更新时间|索引号|主题分类|有效性"
    r"|责任编辑|责编|编辑|校对|审核|[一二三初复终]审|附件下载|[上下]一[篇条页]|分享(?:到|至)|(?:浏览|点击|阅读|访问)(?:次数|量|数)?|字[号体]|时间|日期)[：:丨｜|]\s*(?P<value>.*)"
)
_EDITED = lazy(r"[【（(\[]?(?:责任编辑|责编|附件下载)[：:]")
_CLOCK = lazy(r"\d{4}([-/.])\d{1,2}\1\d{1,2}|\d{1,2}:\d{2}(?::\d{2})?|\d+次?")
_PARTS = lazy(r"[\s|｜/【】\[\]]+")
_BREADCRUMB = lazy(r"(?:网站)?首页\s*[>＞»›/].{0,60}|您?(?:的|当前|现在)?(?:所在)?的?位置[：:].{0,60}")
# Said of a meeting as well (时间：3月5日上午，地点：…), and furniture only with a date as machines write it.
_OF_MEETINGS = frozenset({"时间", "日期"})
_CREDIT = lazy(
    r"[（(][^（）()。]{2,16}?\d{1,2}日\s*(?:电|讯)[）)]"
    r"|[（(]?《[^》]{2,14}》\s*[（(]?\s*\d{4}年\d{1,2}月\d{1,2}日[^。，]{0,16}[）)]?"
    r"|[^。，；：]{0,30}\d{4}年\d{1,2}月\d{1,2}日\s*印发"
    r"|[（(](?:原载|载|刊|来源|摘自|转自)(?:于)?[：:]?《?[^。（）()]{2,40}[）)]"
)


def furniture(text: str, rows: Sequence[Paragraph]) -> Collection[int]:
    """Evidence: a line of tags anywhere; words of buttons and labels of a page above the text."""
    tags = {at for at, row in enumerate(rows) if _is(_TAGS, text, row)}
    front = {at for at in _front(text, rows) if is_furniture(line_of(text, rows[at]))}
    return tags | front


def furniture_inside(text: str, rows: Sequence[Paragraph]) -> Collection[int]:
    """Evidence: lines of nothing but buttons, two together at least or one that can be nothing else."""
    taken: list[int] = []
    run: list[int] = []
    buttons = 0
    for at in range(len(rows) + 1):
        line = line_of(text, rows[at]) if at < len(rows) else ""
        if line and (is_furniture(line) or is_credit(line)):
            run.append(at)
            buttons += _buttons(line)
            continue
        if buttons >= FEWEST_BUTTONS:
            taken += run
        run, buttons = [], 0
    return taken


def _buttons(line: str) -> int:
    """How many buttons a line has; one that can be nothing else is as good as two."""
    parts = [part for part in _PARTS.split(line) if part]
    told = any(map(is_plain_button, parts)) or bool(_EDITED.match(line))
    return sum(map(is_button, parts)) + told * FEWEST_BUTTONS


def tables(_text: str, rows: Sequence[Paragraph]) -> Collection[int]:
    """Evidence: the format says that the lines are rows of a table, which nobody reads out as they stand."""
    return {at for at, row in enumerate(rows) if row.row}


def credits_behind(text: str, rows: Sequence[Paragraph]) -> Collection[int]:
    """Evidence: the last lines name agency or paper with a day, or who edited."""
    first = len(rows)
    while first > 1 and is_credit(line_of(text, rows[first - 1])):
        first -= 1
    return range(first, len(rows))


def is_furniture(line: str) -> bool:
    """Whether all the words of a line are buttons, labels with what they label, or a clock's."""
    if _BREADCRUMB.fullmatch(line):
        return True
    before = ""
    parts = [part for part in _PARTS.split(line) if part]
    if _is_menu(parts):
        return True
    for part in parts:
        if not _known(part, before):
            return False
        before = part
    # A year may be the first line of a title, and a day is the speech's as likely as the page's.
    is_number = bool(parts) and all(part[-1].isdecimal() and ":" not in part for part in parts)
    return 0 < len(line) <= LONGEST_LINE and not is_number


def _is_menu(parts: Sequence[str]) -> bool:
    """Whether the words of a line are those of a site's menu: all short, and a third of them known."""
    known = sum(bool(_MENU.fullmatch(part)) for part in parts)
    short = all(map(_MENU_WORD.fullmatch, parts))
    return len(parts) >= FEWEST_WORDS and short and known * FEWEST_WORDS >= len(parts)


def _known(part: str, before: str) -> bool:
    found = _LABELLED.fullmatch(part)
    if found and found["label"] in _OF_MEETINGS:
        return not found["value"] or bool(_CLOCK.fullmatch(found["value"]))
    is_value = bool(before) and before[-1] in "：:" and len(part) <= len("某某省人民政府办公厅网站")
    return bool(found or _BUTTON.fullmatch(part) or is_button(part) or _CLOCK.fullmatch(part) or is_value)


def _front(text: str, rows: Sequence[Paragraph]) -> Iterator[int]:
    """The places above the text: neither a form of address, nor a number, nor sentences stand above them."""
    for at, row in enumerate(rows[:LATEST]):
        line = line_of(text, row)
        marker = match_marker(text, row.text_start, row.end)
        is_numbered = marker is not None and marker.kind.name != "dash"
        if is_salutation(line) or is_numbered or (len(line) > SHORTEST_TEXT and "。" in line):
            return
        yield at


def is_credit(line: str) -> bool:
    """Whether a line names agency or paper with a day, or who edited, and nothing else."""
    bare = line.strip("（()）【】[]")
    found = _LABELLED.fullmatch(bare)
    is_edited = found is not None and found["label"] not in _OF_MEETINGS
    known = is_edited or _CREDIT.fullmatch(line) or (bare and is_furniture(bare))
    return len(line) <= SHORTEST_TEXT and bool(known)


def _is(pattern: re.Pattern[str], text: str, row: Paragraph) -> bool:
    return bool(pattern.fullmatch(text, row.text_start, row.end))
