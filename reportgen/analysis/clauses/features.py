"""What is seen of a clause: names of features, computed once, from which kind and weight are read.

A feature is a short string: a letter for what it looks at, and what stands there. What is the same for all
clauses of a document, a node or a sentence is computed once for them.

    document  g:讲话 (genre), t:建议 (two characters of the title)
    node      h:问题 (of the nearest heading), H:建议 (of the outermost), z:body, d0…d3 (depth)
    sentence  s:是要 (how its first clause begins), e:一步 (how its last one ends), b0… (in the paragraph)
    clause    ^要, ^要加, … (how it begins), $制, $机制 (how it ends), 加强 (two characters), 推进中 (three)
    around    <… the clause before, >… the one behind
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import TYPE_CHECKING

from reportgen.analysis.titles import is_kind
from reportgen.outline import reading_text
from reportgen.text.patterns import lazy

if TYPE_CHECKING:
    from reportgen.analysis.clauses.cutting import Clause
    from reportgen.analysis.clauses.setting import Paragraph, Sentence
    from reportgen.outline import Document

_BLANK = lazy(r"\s+")
_DIGITS = lazy(r"[0-9０-９]+(?:[.．][0-9０-９]+)?")
_MARKS = lazy(r"^[“”‘’（(《\s—·]+")
_LISTED = lazy(
    r"^(?:[一二三四五六七八九十]+[是要则]|首先|其次|再次|最后|第[一二三四五六七八九十]+|[（(]?\d+[）).、])"
)
_DUTY = lazy(r"要(?![求素点闻])|应当?(?![对急用])|必须|务必|需要?|建议|拟|应该|可以?|不得|严禁")
_PAST = lazy(r"已经?|了|过(?!程)|去年|[近上]年|以来")
_WHO = lazy(r"^[^，]{0,12}(?:部门|政府|委员会|局|厅|委|办|企业|学校|单位|县区|乡镇|街道|协会|机构|公司)")
_WE = lazy(r"^(?:我们?|大家|同志们|各位|咱们|本人)")
_YEAR = lazy(r"(?:19|20)#?\d\d年|#年")
# 青山县三举措推进河道整治: a title that tells who did something, and the text then reports.
_NEWS = lazy(
    r"[\u4e00-\u9fff×*]{1,8}?[省市县区旗州局镇乡][^，]{0,12}?(?:[一二三四五六七八九十多]举措|聚焦|着力|扎实|全力|积极|以|推|打造|强化|创新)"
)
_LONG, _MIDDLE, _SHORT = 24, 14, 7
_FINAL = 3


def plain(text: str) -> str:
    """Return the text as features see it: no blanks, opening marks left out, every number one sign."""
    return _DIGITS.sub("#", _MARKS.sub("", _BLANK.sub("", text)))


def pairs(text: str) -> Iterator[str]:
    """Yield each two neighbouring characters."""
    for at in range(len(text) - 1):
        yield text[at : at + 2]


def of_document(document: Document) -> list[str]:
    """Return what is seen of the whole speech."""
    title = plain("".join(map(reading_text, document.title)))
    seen = [f"g:{document.genre}", *dict.fromkeys(f"t:{pair}" for pair in pairs(title))]
    return [*seen, "news"] if _NEWS.match(title) is not None and not is_kind(title) else seen


def of_paragraph(paragraph: Paragraph) -> list[str]:
    """Return what is seen of where a paragraph stands."""
    seen = [
        f"z:{paragraph.zone}",
        f"d{min(len(paragraph.headings), _FINAL)}",
        f"p{min(paragraph.index, _FINAL)}",
    ]
    if paragraph.index == paragraph.count - 1:
        seen.append("plast")
    if paragraph.is_run_in:
        seen.append("run-in")
    if paragraph.headings:
        seen += dict.fromkeys(f"h:{pair}" for pair in pairs(plain(paragraph.headings[-1])))
        seen += dict.fromkeys(f"H:{pair}" for pair in pairs(plain(paragraph.headings[0])))
    return seen


def of_sentence(sentence: Sentence) -> list[str]:
    """Return what is seen of a sentence."""
    first, last = plain(sentence.clauses[0].text), plain(sentence.clauses[-1].text)
    whole = "，".join(clause.text for clause in sentence.clauses)
    seen = [f"s:{first[:2]}", f"s:{first[:3]}", f"e:{last[-2:]}", f"b{min(sentence.index, _FINAL)}"]
    if sentence.index == sentence.count - 1:
        seen.append("blast")
    if len(sentence.clauses) == 1:
        seen.append("alone")
    seen += [f"s+{name}" for name, cue in _CUES if cue.search(whole)]
    return seen


_CUES = (("duty", _DUTY), ("past", _PAST), ("we", _WE), ("who", _WHO), ("year", _YEAR), ("list", _LISTED))


def of_clause(sentence: Sentence, at: int) -> list[str]:
    """Return what is seen of one clause and of those beside it."""
    clause = sentence.clauses[at]
    text = plain(clause.text)
    seen = [f"^{text[:size]}" for size in range(1, 5) if len(text) >= size]
    seen += [f"${text[-size:]}" for size in range(1, 4) if len(text) >= size]
    seen += dict.fromkeys((*pairs(text), *(text[i : i + 3] for i in range(len(text) - 2))))
    seen += [f"+{name}" for name, cue in _CUES if cue.search(text)]
    seen += [f"m{clause.mark}", f"l{_size(text)}", f"i{min(at, _FINAL)}"]
    if clause.last:
        seen.append("last")
    if "#" in text:
        seen.append("number")
    if "#" in text and text.startswith("#"):
        seen.append("^number")
    seen += _beside(sentence.clauses, at - 1, "<") + _beside(sentence.clauses, at + 1, ">")
    return seen


def _size(text: str) -> int:
    return sum(len(text) > size for size in (_SHORT, _MIDDLE, _LONG))


def _beside(clauses: Sequence[Clause], at: int, side: str) -> list[str]:
    if not 0 <= at < len(clauses):
        return [f"{side}none"]
    text = plain(clauses[at].text)
    seen = [f"{side}^{text[:1]}", f"{side}^{text[:2]}", f"{side}${text[-2:]}", f"{side}m{clauses[at].mark}"]
    return seen + [f"{side}+{name}" for name, cue in _CUES if cue.search(text)]
