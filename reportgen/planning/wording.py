"""The labels that are ours: few, short, and never a statement about the speech.

A 发言 is a participant's and a 讲话 a leader's; calling the one the other is a blunder, so the genre that
the title states decides the labels (design §3).
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from reportgen.analysis import Excerpt, begins_in
from reportgen.outline import cut_clauses
from reportgen.text.numerals import han_number
from reportgen.text.patterns import lazy
from reportgen.text.simplified import simplified

if TYPE_CHECKING:
    from collections.abc import Sequence

    from reportgen.analysis import Figure, Line, Term
    from reportgen.outline import Document

THESIS = "核心要义"
AGENDA = "目录"
OVERVIEW = "一图读懂"
FRAMEWORK = "内容框架"
ABSTRACT = "内容摘要"
DIGEST = "要点摘编"
TERMS = "关键提法"
CHECKLIST = "落实清单"
ORIGINAL = "原文"
NOTES = "备注"
SPEECH = "讲话稿"
GOALS = "目标要求"
AIM = "目标"
KEY_MEASURES = "重点举措"
RECORD = "我的记录"
MINE = "要我做什么"
HEADINGS = "各部分标题"
CONTINUED = "（续）"
CONTINUED_FORM = rf"{CONTINUED[:-1]}[一二三四五六七八九十百\s]*{CONTINUED[-1]}"
"""The pattern of what stands behind a title on its next slides."""
EDITORS = "〔编者加〕"
TIMED = r"〔本页约\s*(?:半分|\d+\s*分半?)钟〕"
"""What `timed` returns, as a pattern; somebody may have set other blanks."""

_OCCASION = lazy(r"在(?P<name>.{2,60}?)上的?[^在]{0,6}(?:讲话|发言|报告|致辞|演讲|说明|表态|主持词)")
_SHORTEST_CLAUSE = 4  # characters; a heading's first clause below that says too little
_MEETING = lazy(r"[会坛礼式班]|活动|待补|[×X*]{2}")


def timed(halves: int) -> str:
    """Return how long a slide takes to present, of half minutes: 〔本页约半分钟〕, 〔本页约 1 分半钟〕."""
    minutes, rest = divmod(halves, 2)
    told = f" {minutes} 分{'半' if rest else ''}钟" if minutes else "半分钟"
    return f"〔本页约{told}〕"


def digest_label(genre: str) -> str:
    """Return what the handout calls itself: 发言要点, 讲话要点, 报告要点."""
    return f"{genre}要点"


def occasion(title: str) -> str:
    """Return the meeting that a title names (在…会上的发言), or an empty string.

    Only the words of the title are used; a title that names no meeting gives nothing.
    """
    words = title.strip()
    found = _OCCASION.match(simplified(words))
    return words[slice(*found.span("name"))] if found and _MEETING.search(found["name"]) else ""


def in_sheet(count: int) -> str:
    """Return where all measures are that are to be carried out, of which some have no room here."""
    return f"全部 {count} 项见 Excel 清单"


def beyond_page(count: int) -> str:
    """Return how many headings have no room on the one page, and where they are."""
    return f"这一页写不下，另有 {count} 个标题见讲话稿"


def parted_heading(text: str) -> tuple[str, str]:
    """Part a heading behind its first clause where that says enough to stand alone; else whole, and nothing.

    Source: of the headings of speeches at hand, those that are parted so have four characters and more in
    front (突出知行合一，在深学笃行中把准正确方向); shorter ones (实，落到实处) are one phrase.
    """
    first, rest = first_clause(text, "，；：,;:")
    return (first, rest) if len(first) >= _SHORTEST_CLAUSE else (text, "")


def counted(text: str, count: int) -> str:
    """Return a text with a note of how many there are in all: 建立台账（共 6 项）."""
    return f"{text}（共 {count} 项）"


def first_of(count: int) -> str:
    """Return the head of a column that shows one measure a task, of so many in all."""
    return f"首要举措（全部 {count} 项见 Excel 清单）"


def sections_called(first: int, last: int) -> str:
    """Return what some neighbouring sections are called: 第一至第三部分."""
    if first == last:
        return f"第{han_number(first)}部分"
    joint = "、" if last == first + 1 else "至"
    return f"第{han_number(first)}{joint}第{han_number(last)}部分"


def continued(title: str, page: int) -> str:
    """Return a title for its slides, which are counted from 0: 抓落实, 抓落实（续）, 抓落实（续二）."""
    number = han_number(page) if page > 1 else ""
    return f"{title}{CONTINUED[:-1]}{number}{CONTINUED[-1]}" if page else title


def numbers_called(first: int, last: int) -> str:
    """Return the numbers of some neighbouring sections: 一—三."""
    return f"{han_number(first)}—{han_number(last)}"


def contrast(figures: Sequence[Figure]) -> str:
    """Return a figure as it is printed big: 551万人, both ends of a change as 9899万人→551万人."""
    return "→".join(one.text for one in figures)


def origin(document: Document, line: Line) -> str:
    """Return where a line stands, in words: 发言标题, 发言导语, 第二部分, 发言结语; empty for an editor's."""
    if not isinstance(line, Excerpt):
        return ""
    titles = (*document.title, *filter(None, (document.subtitle,)))
    if any(begins_in(line, title.span) for title in titles):
        return f"{document.genre}标题"
    for number, node in enumerate(document.nodes, 1):
        if begins_in(line, node.span):
            return f"第{han_number(number)}部分"
    before = not document.nodes or line.start < document.nodes[0].span.start
    return f"{document.genre}{'导语' if before else '结语'}"


def first_clause(text: str, marks: str = "，") -> tuple[str, str]:
    """Part a text behind the first clause that ends with one of some marks: (clause without it, rest).

    A number, a mask or a quotation is never cut in two (投资1,200万元, 【待补：县名】), and an editor's words
    keep their mark. Where nothing is to be parted, the rest is empty.
    """
    ends = _clause_ends(text, marks)
    if not ends:
        return text, ""
    mark = EDITORS if text.endswith(EDITORS) else ""
    return text[: ends[0]].rstrip(marks) + mark, text[ends[0] :].lstrip()


def last_clause(text: str) -> str:
    """Return what stands behind the last comma between clauses; the whole where there is none."""
    return text[max(_clause_ends(text, "，"), default=0) :].lstrip()


def _clause_ends(text: str, marks: str) -> list[int]:
    """The offsets behind the clauses, all but the last, that end with one of some marks."""
    ends: list[int] = []
    at = 0
    for piece in cut_clauses(text)[:-1]:
        at = text.index(piece, at) + len(piece)
        if piece[-1] in marks:
            ends.append(at)
    return ends


def unbracketed(text: str) -> str:
    """Return a line of the head without a pair of brackets around all of it: （2024年3月5日）, （张三）.

    Brackets that end inside the line or begin there stay, so that each has its partner: 张三（主任）.
    """
    bare = text.strip()
    depth = 0
    for at, char in enumerate(bare):
        depth += (char in "（(") - (char in "）)")
        if not depth:
            return unbracketed(bare[1:-1]) if at and at == len(bare) - 1 else bare
    return bare


def shown(line: Line) -> str:
    """Return a line as it is printed: an editor's words bear a mark, the speaker's none."""
    return line.text if isinstance(line, Excerpt) else f"{line.text}{EDITORS}"


def stated(line: Line | None) -> str:
    """Return an owner or a deadline as it is printed; nothing where the speech states none."""
    return "" if line is None else shown(line)


def glossed(term: Term) -> str:
    """Return what a set phrase stands for, marked as ours, with its source; empty where that is not known."""
    if not term.meaning:
        return ""
    name = "".join(term.text.text.split())
    return f"〔释义〕{name}：{term.meaning.rstrip('。')}（来源：{term.source}）"
