"""What stands behind the text: closing words, signature, date, notes of the press.

Like `front`, an ordered table of rules; each looks at one paragraph from the end backwards.
"""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from itertools import accumulate

from reportgen.outline.courtesy import COURTESY
from reportgen.outline.paragraphs import Paragraph, cut
from reportgen.outline.salutations import LISTENERS
from reportgen.outline.signatures import is_date, is_signature
from reportgen.text.patterns import lazy

LONGEST_CLOSING = 1500
LARGEST_SHARE = 0.25
SHORTEST_SPEECH = 1000
"""Characters from the last form of address to the end, and their share of the speech; more is no closing."""
LONGEST_FORMULA = 80

_ADDRESS = lazy(
    rf"(?:{LISTENERS}|各位[\u4e00-\u9fff]{{2,10}}(?:[、，,](?:各位)?[\u4e00-\u9fff]{{2,8}}){{0,3}}"
    r"|女士们[、，]?先生们[^。！？]{0,12})[！!：:，,]"
)
_THANKS = lazy(
    r"谢谢|感谢大家|(?:发言|汇报|报告|讲话|述职)(?:完毕|完了|结束)|(?:讲|说)完了|批评指正|请予?审[阅议示]|特此|此致|敬礼|不当之处|不妥之处|以上[^。！？]{0,20}供[^。！？]{0,8}参考"
)
_NOTE = lazy(
    r"[（(《【].{1,60}[）)》】].{0,4}|注(?:[：:].*)?|附[件表录]?\s?\d{0,2}[：:].*|(?:报送|抄送|主送|印发|编辑|责编|联系人|来源|审核)[：:].*"
)
ATTACHMENT = lazy(
    r"附[\s\u3000]*[件表录][\s\u3000]*[0-9一二三四五六七八九]?[\s\u3000]*(?:[（(][^）)]{1,10}[）)])?[：:]?"
)
_LAST_WORDS = lazy(
    r"(?<=[。！!])\s*(?P<words>(?:[^。！!，,\s]{0,6}(?:发言|汇报|报告|讲话)[^。！!，,]{0,4}(?:完毕|完了|到此)[。！!，,])?"
    r"谢谢[^。！!，,]{0,10}[。！!]?)$"
)
_OPENS_LAST = lazy(
    rf"最后[，,]?\s*(?:{COURTESY})"
    r"|最后[，,]?我?还?[想要](?:[对向跟同和与][^。，；]{1,16})?说[，,：:]?(?!明)"
    r"|最后[，,]?[^。；！!]{0,24}(?:强调|讲|说|提|谈|嘱咐|叮嘱|重申|希望|请大家|送给|共勉)[^。；！!]{0,16}?"
    r"[一二两三四五六七八九十几][^。；！!]{0,6}?(?:点|句|个|条|件|项|话|方面|要求|意见|希望|问题)"
    r"|最后[，,][^。；！!]{0,60}[。：:]\s*(?:一[是要]|第一|首先)"
    r"|(?:总之|总而言之)[，,]?[^。]{0,60}?[。；：:，,]\s*(?:一[是要]|第一[，,、]|首先)"
)
_LAST_CALL = lazy(r".*(?:让我们|万岁|共同努力)")


@dataclass(frozen=True, slots=True)
class Tail:
    """Where the closing begins (index of a paragraph) and what the signature says."""

    first: int
    byline: int | None = None
    date: int | None = None


def thanks(text: str, row: Paragraph) -> bool:
    """Evidence: a set phrase of ending in a short paragraph."""
    return row.end - row.start <= LONGEST_FORMULA and bool(_THANKS.search(text, row.start, row.end))


def note(text: str, row: Paragraph) -> bool:
    """Evidence: a paragraph in brackets, or led by the name of a note."""
    return row.end - row.start <= LONGEST_FORMULA and bool(_NOTE.fullmatch(text, row.start, row.end))


def dated(text: str, row: Paragraph) -> bool:
    """Evidence: nothing but a date."""
    return is_date(text[row.start : row.end])


def signed(text: str, row: Paragraph) -> bool:
    """Evidence: nothing but the name of a unit or an office with a name."""
    return is_signature(text[row.start : row.end])


RULES: tuple[tuple[str, Callable[[str, Paragraph], bool]], ...] = (
    ("thanks", thanks),
    ("note", note),
    ("dated", dated),
    ("signed", signed),
)


def read_tail(text: str, rows: Sequence[Paragraph], earliest: int) -> Tail:
    """Return where the closing begins; never before the paragraph `earliest`."""
    first = len(rows)
    byline = day = None
    while first > earliest and (name := _rule(text, rows[first - 1])):
        first -= 1
        day = first if name == "dated" and day is None else day
        byline = first if name == "signed" and byline is None else byline
    first = min(_from_address(text, rows, earliest, first), last_words(text, rows, earliest))
    return Tail(first, byline, day)


def last_words(text: str, rows: Sequence[Paragraph], earliest: int) -> int:
    """Return the index of the paragraph that opens the last words; the number of rows without one.

    最后，祝大家…; 最后，我再强调三点。一是…; 总之，…：一是…. They stand in the half behind.
    """
    above = tuple(accumulate((row.end - row.start for row in rows), initial=0))
    for at in range(max(earliest, 1), len(rows)):
        near = rows[-1].end - rows[at].start <= LONGEST_CLOSING
        late = above[at] >= above[-1] / 2
        if near and late and rows[at].level is None and _OPENS_LAST.match(text, rows[at].start, rows[at].end):
            return at
    return len(rows)


def _rule(text: str, row: Paragraph) -> str:
    return next((name for name, rule in RULES if row.level is None and rule(text, row)), "")


def _from_address(text: str, rows: Sequence[Paragraph], earliest: int, first: int) -> int:
    """Move the closing up to the last form of address near the end, or to a last call alone."""
    if not first:
        return first
    end = rows[first - 1].end
    longest = min(LONGEST_CLOSING, LARGEST_SHARE * max(end, SHORTEST_SPEECH))
    for at in range(first - 1, earliest - 1, -1):
        if end - rows[at].start > longest:
            break
        if _ADDRESS.match(text, rows[at].start):
            return at
    last = rows[first - 1]
    return first - (first > earliest and bool(_LAST_CALL.match(text, last.start, last.end)))


def first_attachment(text: str, rows: Sequence[Paragraph]) -> int:
    """Return the index of the line that opens the attachments (附件1：); the number of rows without one."""
    places = (at for at, row in enumerate(rows) if at and row.level is None)
    return next((at for at in places if ATTACHMENT.fullmatch(text, rows[at].start, rows[at].end)), len(rows))


def part_last_words(text: str, rows: Sequence[Paragraph]) -> tuple[Paragraph, ...]:
    """Make the thanks that end the last paragraph of text a paragraph of their own."""
    rows = tuple(rows)
    last = first_attachment(text, rows) - 1
    found = _LAST_WORDS.search(text, rows[last].start, rows[last].end) if last >= 0 else None
    if not found or rows[last].level is not None:
        return rows
    parts = (
        cut(rows[last], rows[last].start, found.start()),
        cut(rows[last], found.start("words"), rows[last].end),
    )
    return (*rows[:last], *parts, *rows[last + 1 :])
