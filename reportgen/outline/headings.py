"""How far a heading goes."""

from __future__ import annotations

from reportgen.outline.sentences import sentence_ends, split_clauses
from reportgen.source import MARK, Passage, Span
from reportgen.text.patterns import lazy

LONGEST_HEADING = 60
"""Characters: a first sentence longer than this is text, and only its first clause heads the point."""
LONGEST_LABEL = 30
"""Characters before a colon that may be a heading of their own."""
SHORTEST_REST = 8
"""Characters of text behind a blank that make what stands before it a heading."""

_TWO_WORDS = 4  # characters
_SHORT_CLAUSE = 6  # characters: two words and a mark
END_MARKS = f"。；：:;，,、.．！!？?…# \t\u3000\xa0\n{MARK}"
_ADVERBIAL = lazy(
    r"(?:以|为|从|在|对|对于|针对|围绕|按照|根据|通过|随着|由于|目前|当前|近年来|去年|今年|为了|如果|只有|只要|同时|此外|关于)"
)
_SAYS = lazy(r".*(?:是|为|要|指出|强调|提出|认为|表明|包括|有|如下|方面|问题|工作|措施)$")
# A colon inside a mask or a pair of marks ends no label: 做好【待补：事项】工作.
_LABEL = lazy(
    r"(?=.[^：:])(?>【[^】\n]{1,30}】|（[^（）\n]{1,30}）|“[^“”\n]{1,30}”|《[^《》\n]{1,30}》"
    r"|[^。；！？，,;!?：:\n]){1,30}(?=[：:])"
)
# A figure behind a colon is rather what the label holds (教育：15亿元), and clauses are a sentence's that a
# line break tore.
_HEADLINE = lazy(r"[^。！？；：，:!?;,…\d]{2,12}[：:][^。！？；：，:!?;,…\d]{2,16}")
_BLANK_CUT = lazy(r"(?<=[\u4e00-\u9fff”》）])[ \u3000]+(?=[\u4e00-\u9fff“《0-9])")
BOXED = lazy(r"【(?P<words>[^【】：:。；\n]{2,30})】")
"""A heading in a box: 【关于形势判断】; the words are the heading, the box is its dress."""


def is_headline(text: str, start: int, end: int) -> bool:
    """Whether words with a colon in them are a heading as a whole: 聚人心：把支部建在楼道里."""
    return bool(_HEADLINE.fullmatch(text, start, end))


def heading_end(
    text: str, start: int, end: int, strong: tuple[Span, ...] = (), *, whole: bool = False
) -> int:
    """Return where the heading that begins at `start` ends, end punctuation left out.

    Evidence in this order: a box around it; a change of type within the paragraph; a label before a colon or
    a wide blank; the first sentence; its first clause where the sentence is too long for a heading. With
    `whole` nothing but the heading stands there, and a colon does not end it.
    """
    for cut in (_boxed_end, _strong_end) if whole else (_boxed_end, _strong_end, _label_end, _blank_end):
        found = cut(text, start, end, strong)
        if found:
            return _bare_end(text, start, found)
    return _bare_end(text, start, _sentence_end(text, start, end))


def _boxed_end(text: str, start: int, end: int, _strong: tuple[Span, ...]) -> int:
    """The words of a box that opens before `start`."""
    found = BOXED.match(text, start - 1, end) if start and text[start - 1] == "【" else None
    return found.end("words") if found else 0


def _strong_end(text: str, start: int, end: int, strong: tuple[Span, ...]) -> int:
    """Where the type changes; one that reaches into the next sentence ends with the sentence before."""
    for span in strong:
        if span.start <= start < span.end < end:
            sentences = [start + one for one in sentence_ends(text[start : span.end])]
            behind = text[span.end : end].lstrip(MARK)[:1]
            into = len(sentences) > 1 and not {text[span.end - 1], behind} & set(END_MARKS)
            return sentences[-2] if into else span.end
    return 0


def _label_end(text: str, start: int, end: int, _strong: tuple[Span, ...]) -> int:
    """A short phrase before a colon: 一是政治上主动对标：坚持…."""
    found = _LABEL.match(text, start, end)
    if not found or found.end() + 1 >= end or _SAYS.match(found[0].rstrip(MARK)):
        return 0
    return found.end()


def _blank_end(text: str, start: int, end: int, _strong: tuple[Span, ...]) -> int:
    """A phrase before the only wide blank of its sentence: （一）总体要求　以….."""
    stop = next(sentence_ends(text[start : min(end, start + 200)]), 0)
    blanks = list(_BLANK_CUT.finditer(text, start, start + stop))
    if len(blanks) != 1 or not _TWO_WORDS <= blanks[0].start() - start <= LONGEST_LABEL:
        return 0
    return blanks[0].start() if stop - (blanks[0].end() - start) > SHORTEST_REST else 0


def _sentence_end(text: str, start: int, end: int) -> int:
    stop = start + next(sentence_ends(text[start:end]), end - start)
    if stop - start <= LONGEST_HEADING:
        return stop
    reach = start
    for clause in split_clauses(Passage(text[start:stop], Span(start, stop))):
        reach = clause.span.end
        if reach - start > _SHORT_CLAUSE and not _ADVERBIAL.match(text, start):
            return reach
        if reach - start > LONGEST_HEADING // 2:
            return reach
    return reach


def _bare_end(text: str, start: int, end: int) -> int:
    while end > start and text[end - 1] in END_MARKS:
        end -= 1
    return end
