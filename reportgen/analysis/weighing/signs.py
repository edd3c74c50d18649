"""What tells how much a clause matters, as numbers: what it is, how concrete and new, where it stands."""

from __future__ import annotations

import math
from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import groupby
from typing import TYPE_CHECKING

from reportgen.analysis.clauses.features import pairs, plain
from reportgen.analysis.clauses.kinds import KINDS
from reportgen.analysis.clauses.setting import Zone
from reportgen.text.patterns import lazy

if TYPE_CHECKING:
    from reportgen.analysis.clauses.kinds import Scores
    from reportgen.analysis.clauses.setting import Sentence
    from reportgen.outline import Document

_NUMBER = lazy(r"[\d０-９]")
_MEASURED = lazy(r"[\d０-９.]+(?:多|余)?(?:[%％亿万]|[个家项人户亩吨元次座辆公]|平方)")
_PLACE = lazy(r"[省市县区镇乡村街]|工程|项目|中心|平台|园区|基地")
_NAMED = lazy(r"[“《].{2,}[”》]")
_TO_NAME = lazy(r"建立|成立|设立|出台|制定|推行|实施|开展|建设|打造|启动|落实|纳入|取消|免除|补贴|立法|修订")
_THEREFORE = lazy(r"因此|为此|建议|关键|核心|必须|首先|根本|重点|最[^，]{1,2}的?是")
_VAGUE = lazy(r"加强|提高|提升|推进|推动|促进|强化|深化|坚持|努力|不断|进一步|积极|切实|扎实|全面")
_STORY = lazy(r"他|她|我(?!们|国|省|市|县|区|校|院|厅|局)|记得|故事|[那有]一[年天次]")

NAMES = (
    *(f"is {kind}" for kind in KINDS),
    *(f"before {kind}" for kind in ("todo", "goal", "finding")),
    *(f"behind {kind}" for kind in ("todo", "goal", "finding")),
    *(f"speech {kind}" for kind in ("todo", "done", "goal", "finding", "stance")),
    "length",
    "number",
    "measured",
    "place",
    "named",
    "verb",
    "therefore",
    "vague",
    "story",
    "we",
    "owner",
    "deadline",
    "in speech",
    "in node",
    "in paragraph",
    "in sentence",
    "last of sentence",
    "last of paragraph",
    "first of paragraph",
    "paragraph length",
    "paragraphs of node",
    "depth",
    "zone preamble",
    "zone closing",
    "title",
    "own heading",
    "headings",
    "new",
    "often",
    "dense",
    "speech length",
)
"""The signs, in the order of the numbers."""


@dataclass(frozen=True, slots=True)
class Place:
    """A clause in its sentence, with how likely each kind is and what the sentence states of it."""

    sentence: Sentence
    at: int
    scores: Scores
    has_owner: bool
    has_deadline: bool


def signs(document: Document, places: Sequence[Place]) -> Iterator[tuple[float, ...]]:
    """Yield the signs of each clause of a speech, in the order of `NAMES`.

    Args:
        document: the speech.
        places: its clauses in the order of the text.
    """
    texts = [plain(place.sentence.clauses[place.at].text) for place in places]
    bags = [frozenset(pairs(text)) for text in texts]
    counts = Counter(pair for bag in bags for pair in bag)
    title = frozenset(pairs(plain("".join(line.text for line in document.title))))
    heads = frozenset(
        pair
        for place in places
        if place.sentence.paragraph.zone is Zone.HEADING
        for pair in pairs(plain(place.sentence.clauses[place.at].text))
    )
    speech = _shares(places)
    many = max(len(places) - 1, 1)
    length = math.log(1 + sum(map(len, texts)))
    seen: set[str] = set()
    sizes = _sizes(places)
    for number, (place, text, bag) in enumerate(zip(places, texts, bags, strict=True)):
        paragraph, sentence = place.sentence.paragraph, place.sentence
        own = frozenset(pairs(plain(paragraph.headings[-1]))) if paragraph.headings else frozenset()
        before = places[number - 1].scores if number else _NOTHING
        behind = places[number + 1].scores if number + 1 < len(places) else _NOTHING
        clauses = len(sentence.clauses)
        yield (
            *place.scores,
            *(before[at] for at in _BESIDE),
            *(behind[at] for at in _BESIDE),
            *speech,
            float(min(len(text), 60)),
            *(
                float(cue.search(text) is not None)
                for cue in (_NUMBER, _MEASURED, _PLACE, _NAMED, _TO_NAME, _THEREFORE)
            ),
            float(len(_VAGUE.findall(text))),
            float(_STORY.search(text) is not None),
            float(text.startswith(("我们", "大家", "同志"))),
            float(place.has_owner),
            float(place.has_deadline),
            number / many,
            paragraph.index / max(paragraph.count - 1, 1),
            sentence.index / max(sentence.count - 1, 1),
            place.at / max(clauses - 1, 1),
            float(place.at == clauses - 1),
            float(sentence.index == sentence.count - 1),
            float(sentence.index == 0),
            float(sizes[id(paragraph)]),
            float(min(paragraph.count, 10)),
            float(len(paragraph.headings)),
            float(paragraph.zone is Zone.PREAMBLE),
            float(paragraph.zone is Zone.CLOSING),
            _share(bag, title),
            _share(bag, own),
            _share(bag, heads),
            1 - _share(bag, seen),
            sum(counts[pair] - 1 for pair in bag) / max(len(bag), 1),
            sum(math.log(many / counts[pair] + 1) for pair in bag) / max(len(bag), 1),
            length,
        )
        seen |= bag


_NOTHING = (0.0,) * len(KINDS)
_BESIDE = tuple(KINDS.index(kind) for kind in ("todo", "goal", "finding"))
_WHOLE = tuple(KINDS.index(kind) for kind in ("todo", "done", "goal", "finding", "stance"))


def _shares(places: Sequence[Place]) -> tuple[float, ...]:
    many = max(len(places), 1)
    return tuple(sum(place.scores[at] for place in places) / many for at in _WHOLE)


def _sizes(places: Sequence[Place]) -> dict[int, int]:
    """How many clauses each paragraph has."""
    runs = groupby(places, lambda place: id(place.sentence.paragraph))
    return {key: len(list(run)) for key, run in runs}


def _share(bag: frozenset[str], of: frozenset[str] | set[str]) -> float:
    return len(bag & of) / max(len(bag), 1)
