"""Lines that state owner or deadline behind a label: 牵头单位：县发改局；完成时限：6月底前."""

from __future__ import annotations

import re
from bisect import bisect_left, bisect_right
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import pairwise
from typing import NamedTuple

from reportgen.analysis.stated.owners import helps, is_name
from reportgen.analysis.stated.times import times
from reportgen.outline.sentences import SENTENCE_ENDS
from reportgen.source import Passage, Span
from reportgen.text.patterns import lazy

_LABEL = lazy(
    r"(?P<owner>(?:牵头|责任|主责|主办|承办|落实|实施)(?:单位|部门|科室|处室|领导|人))"
    r"|(?P<deadline>(?:完成|办结|整改|落实)?(?:时限|期限)(?:要求)?|完成时间)"
    r"|(?P<other>(?:配合|协办|参与|协助|监督)(?:单位|部门|科室|人))"
)
_COLON = lazy(r"[:：][ \u3000\t]*")
_FIRST = ("牵头", "主责", "主办")
_ENDS = "，,。；;）)】]\n\t"
_OPENS, _CLOSES = tuple("（(【["), tuple("）)】]")
_EVER = 1 << 60
_BARE = " \u3000\t*-•·●"
_PARTED = lazy(r"[、和及与/\s]+")
_PERSON = lazy(r"[\u4e00-\u9fff·]{2,4}(?:同志|书记|主任|局长|县长|市长|区长|镇长|副?[\u4e00-\u9fff]长)?")
_LASTING = ("长期", "长期坚持", "持续推进", "常态化", "立即整改", "立行立改")
_BEHIND = lazy(r"[（(【〔]([^（）()【】〔〕\n]{3,80})[）)】〕]")
_PIECE = lazy(r"[^，,；;。]+")
_IN_CHARGE = lazy(
    r"由?(?P<who>.{2,60}?)(?:等?(?:按职责分工|分别|共同|具体))?(?:牵头负责|牵头|负责|主责|承办|落实)"
)
_AFTER_BRACKET = ("", "。", "；", ";", "\n")
_STAGE = lazy(r"[（(](?P<time>[^（）()]{2,24})[）)]$")
_LONGEST = 60
"""Characters that may stand behind a label; a longer text is a sentence."""


@dataclass(frozen=True, slots=True)
class Label:
    """What a label states: `kind` is ``owner``, ``deadline`` or ``other`` (who is to help).

    `span` reaches from the label to the end of its words, brackets around it included. `sentence` is where
    the sentence begins that has it in brackets; None where it speaks of all above it. `since` is where the
    paragraph begins that it speaks of. `leads`: 牵头单位 goes before 责任单位.
    """

    kind: str
    words: Passage
    span: Span
    sentence: int | None
    since: int
    leads: bool


class _Said(NamedTuple):
    """What is stated, and where its words stand in their paragraph."""

    kind: str
    start: int
    end: int
    leads: bool = False


def labels(paragraphs: Sequence[Passage]) -> Iterator[Label]:
    """Yield the labels of some paragraphs in their order.

    One with nothing behind it, or with what is no name or no time (待定, 见附件1, half a word), states
    nothing, and still parts what stands above it from what stands below.
    """
    above = _EVER
    for paragraph in paragraphs:
        found = [label for one in _LABEL.finditer(paragraph.text) if (label := _read(paragraph, one, above))]
        found = sorted([*found, *_unlabelled(paragraph, above)], key=lambda one: one.span.start)
        yield from found
        if not found or found[0].since == paragraph.span.start:
            above = paragraph.span.start


def stage(heading: Passage) -> Passage | None:
    """Return the time in brackets that a heading ends with: 动员部署阶段（3月15日前）."""
    found = _STAGE.search(heading.text)
    if found is None or not _is_time(found["time"]):
        return None
    start = heading.span.start
    return Passage(found["time"], Span(start + found.start("time"), start + found.end("time")))


def _is_time(words: str) -> bool:
    """Whether some words are a deadline and nothing else."""
    found = times(words)
    whole = len(found) == 1 and (found[0].start, found[0].end) == (0, len(words.removesuffix("完成")))
    return words in _LASTING or (whole and found[0].is_deadline)


def _is_owner(words: str, label: str) -> bool:
    """Whether some words are names of offices, or of people where the label asks for them."""
    items = [item for item in _PARTED.split(words) if item]
    people = label.endswith(("人", "领导")) and all(_PERSON.fullmatch(item) for item in items)
    return bool(items) and (is_name(words) or people or all(map(is_name, items)))


def _read(paragraph: Passage, found: re.Match[str], above: int) -> Label | None:
    text = paragraph.text
    colon = _COLON.match(text, found.end())
    if colon is None or not _stands_first(text, found.start()):
        return None
    end = next((at for at in range(colon.end(), len(text)) if text[at] in _ENDS), len(text))
    words = text[colon.end() : end].rstrip()
    if len(words) > _LONGEST or any(_COLON.match(words, one.end()) for one in _LABEL.finditer(words)):
        return None
    kind = found.lastgroup or ""
    right = _is_time(words) if kind == "deadline" else _is_owner(words, found[0])
    leads = text.startswith(_FIRST, found.start())
    said = _Said(kind if right else "other", colon.end(), colon.end() + len(words), leads)
    start, close = _brackets(text, found.start())
    sentence = _sentence(text, start) if close else None
    return _label(paragraph, said, (start, close or said.end), sentence, above)


def _label(
    paragraph: Passage, said: _Said, whole: tuple[int, int], sentence: int | None, above: int
) -> Label:
    """A label of a paragraph; `whole` and `sentence` tell places within the paragraph."""
    begin = paragraph.span.start
    return Label(
        said.kind,
        _part(paragraph, begin + said.start, begin + said.end),
        Span(begin + whole[0], begin + whole[1]),
        None if sentence is None else begin + sentence,
        begin if paragraph.text[: whole[0]].strip(_BARE) else above,
        said.leads,
    )


def _unlabelled(paragraph: Passage, above: int) -> Iterator[Label]:
    """Yield who and when in brackets behind a sentence, without a label: （县发改局牵头，6月底前完成）."""
    text = paragraph.text
    for found in _BEHIND.finditer(text):
        sentence = _sentence(text, found.start())
        if sentence is not None and text[found.end() : found.end() + 1] not in _AFTER_BRACKET:
            continue
        firm = sentence is None or found[0][0] not in "（("
        said = [_said(piece, found.start(1), firm=firm) for piece in _PIECE.finditer(found[1])]
        if all(said) and any(one and one.kind != "other" for one in said):
            for one in said:
                if one:
                    yield _label(paragraph, one, found.span(), sentence, above)


def _said(piece: re.Match[str], begin: int, *, firm: bool) -> _Said | None:
    """What a piece of brackets says; None where it is not understood."""
    text, start = piece[0], begin + piece.start()
    leads = _IN_CHARGE.fullmatch(text)
    if leads and is_name(leads["who"]):
        return _Said("owner", start + leads.start("who"), start + leads.end("who"), leads=True)
    if helps(text):
        return _Said("other", start, start + len(text))
    if _is_time(text):
        return _Said("deadline", start, start + len(text.removesuffix("完成")))
    return _Said("owner", start, start + len(text), leads=True) if firm and is_name(text) else None


def _brackets(text: str, label: int) -> tuple[int, int]:
    """From where to where the brackets reach that a label stands in; the second is 0 where there are none."""
    opening = max(text.rfind(mark, 0, label) for mark in _OPENS)
    close = next((at for at in range(label, len(text)) if text[at] in _CLOSES), -1)
    inside = opening >= 0 and close >= 0 and not any(mark in text[opening:label] for mark in _CLOSES)
    return (opening, close + 1) if inside else (label, 0)


def _sentence(text: str, bracket: int) -> int | None:
    """Where the sentence begins that a bracket belongs to; None for one behind a sentence's end."""
    before = text[:bracket].rstrip()
    if not before or before[-1] in SENTENCE_ENDS:
        return None
    return max(before.rfind(mark) for mark in SENTENCE_ENDS) + 1


def _stands_first(text: str, start: int) -> bool:
    """Whether a label opens its line, its sentence, its clause or its brackets."""
    before = text[:start].rstrip(_BARE)
    return not before or before[-1] in _ENDS or before[-1] in (*_OPENS, "、")


def parted(paragraphs: Sequence[Passage]) -> Iterator[Passage]:
    """Yield labels and what stands between; one in brackets inside a sentence stays with its sentence."""
    found = (one.span for one in labels(paragraphs) if one.sentence is None)
    cuts = sorted(found, key=lambda span: span.start)
    starts = [cut.start for cut in cuts]
    for paragraph in paragraphs:
        start = paragraph.span.start
        inside = cuts[bisect_left(starts, start) : bisect_left(starts, paragraph.span.end)]
        for cut in (one for one in inside if one in paragraph.span and one.start >= start):
            yield from _pieces(paragraph, start, cut.start, cut.end)
            start = cut.end
        yield from _pieces(paragraph, start, paragraph.span.end)


def is_only_labels(paragraph: Passage) -> bool:
    """Return whether a paragraph is labels and nothing more."""
    starts = {one.span.start for one in labels([paragraph])}
    rest = [one.text for one in parted([paragraph]) if one.span.start not in starts]
    return bool(starts) and not "".join(rest).strip(_BARE + _ENDS + "。")


def _pieces(paragraph: Passage, *places: int) -> Iterator[Passage]:
    """What stands between places of a paragraph, where anything does."""
    yield from (_part(paragraph, start, end) for start, end in pairwise(places) if start < end)


def _part(paragraph: Passage, start: int, end: int) -> Passage:
    begin = paragraph.span.start
    return Passage(paragraph.text[start - begin : end - begin], Span(start, end))


def labels_of(starts: Sequence[int], marked: Sequence[Label], kind: str) -> list[Label | None]:
    """Return for each measure, by where it begins, the label of a kind that speaks of it.

    A label speaks of what stands between the labels before it and itself; labels that stand above everything,
    of what follows them.
    """
    out: list[Label | None] = [None] * len(starts)
    order = sorted(range(len(starts)), key=starts.__getitem__)
    ordered = [starts[at] for at in order]
    groups = _groups(ordered, marked)
    above = bool(groups) and not bisect_left(ordered, groups[0][0].span.start)
    for number, group in enumerate(groups):
        label = min((one for one in group if one.kind == kind), key=lambda one: not one.leads, default=None)
        if label is None:
            continue
        first, last = _reach(groups, number, label, above=above)
        for at in order[bisect_left(ordered, first) : bisect_left(ordered, last)]:
            out[at] = label
    return out


def _groups(ordered: Sequence[int], marked: Sequence[Label]) -> list[list[Label]]:
    """Labels with no measure between them speak of the same; where measures begin comes sorted."""
    groups: list[list[Label]] = []
    for label in marked:
        before = groups[-1][-1].span.start if groups else -1
        if groups and bisect_right(ordered, before) >= bisect_left(ordered, label.span.start):
            groups[-1].append(label)
        else:
            groups.append([label])
    return groups


def _reach(groups: Sequence[Sequence[Label]], number: int, label: Label, *, above: bool) -> tuple[int, int]:
    """From where to where a label speaks of what stands there."""
    if label.sentence is not None:
        return label.sentence, label.span.end
    if above:
        following = groups[number + 1][0].span.start if number + 1 < len(groups) else _EVER
        return label.span.end, following
    before = groups[number - 1][-1].span.end if number else 0
    return max(before, _group_start(groups[number])), label.span.start


def _group_start(group: Sequence[Label]) -> int:
    """Where the paragraph begins that labels side by side speak of."""
    return min(label.since for label in group)
