"""What simpler methods make of the same texts, built here from scratch.

lead       the first sentence of the text, and of a section
TextRank   Mihalcea & Tarau (2004): sentences are a graph, joined by the words they share (overlap over the
           sum of the logarithms of their lengths); words are one too, joined within five places, and
           neighbours among the best make a phrase. PageRank, damping 0.85
TF-IDF     the sentence of the greatest mean weight, and the words of the greatest weight; the document
           frequencies are those that jieba ships
verb list  a clause that begins with one of some sixty verbs is a measure, with one of ten openings a goal
marks      what stands in quotation marks is a term; digits with the word behind them are a figure

Sections are those of the labels, so that no baseline suffers from how a text is parsed. Words are jieba's.
"""

from __future__ import annotations

import logging
import math
import re
import warnings
from collections import Counter
from collections.abc import Callable, Sequence
from functools import lru_cache
from itertools import combinations
from pathlib import Path

from analysis_labels import Labels, Range
from analysis_scoring import Answer

with warnings.catch_warnings():
    warnings.simplefilter("ignore")
    import jieba
jieba.setLogLevel(logging.WARNING)

DAMPING, ROUNDS, WINDOW = 0.85, 40, 5
KEYWORDS = 10
_SENTENCE = re.compile(r"[^。！？!?\n]+[。！？!?]?")
_CLAUSE = re.compile(r"[^，。；：！？,;:!?\n]+")
_MARKER = re.compile(
    r"^[\s\u3000]*(?:第?[一二三四五六七八九十]+[、，是要部分章]+|（[一二三四五六七八九十]+）|\d+[.、．])[\s\u3000]*"
)
_WORD = re.compile(r"[\u4e00-\u9fff]{2,}|[A-Za-z]{2,}")
_QUOTED = re.compile(r"“([^“”\n，。；！？]{2,24})”")
_DIGITS = re.compile(r"\d+(?:[.,]\d+)*")
_SHORTEST = 6  # characters of a sentence worth ranking
_VERB = re.compile(
    r"加强|加大|加快|推进|推动|推行|强化|深化|优化|完善|健全|建立|建设|构建|打造|培育|培养|开展|实施|落实|贯彻|制定|出台|规范"
    r"|明确|设立|组织|引导|督促|监督|检查|整治|整改|治理|查处|打击|防范|化解|解决|提高|提升|增加|扩大|拓展|改革|改进|改善|创新"
    r"|探索|支持|鼓励|帮助|保障|保护|维护|巩固|抓好|做好|发挥|发展|激发|统筹|坚持|宣传|促进|深入|积极|大力|全面|进一步|切实|扎实"
    r"|着力|严格"
)
_AIM = re.compile("让|使|确保|实现|推动|促进|为|形成|力争|从而")


def lead(labels: Labels) -> Answer:
    """The first sentence."""
    return _by_sentence(labels, lambda found: [1.0 / (place + 1) for place in range(len(found))])


def textrank(labels: Labels) -> Answer:
    """Sentences and words that the others point to."""
    answer = _by_sentence(labels, _sentence_ranks)
    return Answer(thesis=answer.thesis, sections=answer.sections, terms=_word_ranks(labels.text))


def tfidf(labels: Labels) -> Answer:
    """Sentences and words that are rare elsewhere and frequent here."""
    counts = Counter(_words(labels.text))
    weights = {word: count * _idf().get(word, _unseen()) for word, count in counts.items()}

    def rank(found: Sequence[str]) -> list[float]:
        words = [_words(text) for text in found]
        return [sum(weights.get(word, 0.0) for word in some) / max(len(some), 1) for some in words]

    answer = _by_sentence(labels, rank)
    terms = sorted(weights, key=lambda word: (-weights[word], word))[:KEYWORDS]
    return Answer(thesis=answer.thesis, sections=answer.sections, terms=terms)


def verb_list(labels: Labels) -> Answer:
    """Clauses by their first word."""
    measures: list[Range] = []
    goals: list[Range] = []
    for start, text in _clauses(labels.text):
        if _AIM.match(text):
            goals.append((start, start + len(text)))
        elif _VERB.match(text):
            measures.append((start, start + len(text)))
    return Answer(measures=measures, goals=goals)


def marks(labels: Labels) -> Answer:
    """Quotation marks and digits."""
    figures: list[tuple[str, str]] = []
    for found in _DIGITS.finditer(labels.text):
        behind = labels.text[found.end() : found.end() + 8]
        figures.append((found[0], next(iter(jieba.cut(behind)), "")))
    return Answer(terms=_QUOTED.findall(labels.text), figures=figures)


BASELINES: dict[str, Callable[[Labels], Answer]] = {
    "lead sentence": lead,
    "TextRank": textrank,
    "TF-IDF": tfidf,
    "verb list": verb_list,
    "marks": marks,
}


def _by_sentence(labels: Labels, rank: Callable[[Sequence[str]], list[float]]) -> Answer:
    """Choose the weightiest sentence of the text, and of every section."""
    starts = [start for start, _ in labels.sections]
    ends = [*starts[1:], len(labels.text)]
    chosen = {
        start: _best(labels.text, start, end, rank) for start, end in zip(starts, ends, strict=bool(starts))
    } if starts else {}  # fmt: skip
    return Answer(thesis=_best(labels.text, 0, len(labels.text), rank), sections=chosen)


def _best(text: str, start: int, end: int, rank: Callable[[Sequence[str]], list[float]]) -> list[Range]:
    found = [(at, words) for at, words in _sentences(text, start, end) if len(words) >= _SHORTEST]
    if not found:
        return []
    ranks = rank([words for _, words in found])
    best = max(range(len(found)), key=lambda place: (ranks[place], -place))
    at, words = found[best]
    return [(at, at + len(words))]


def _sentences(text: str, start: int, end: int) -> list[tuple[int, str]]:
    """Sentences and lines with their places, without markers, blanks and end marks."""
    out: list[tuple[int, str]] = []
    for found in _SENTENCE.finditer(text, start, end):
        marker = _MARKER.match(found[0])
        head = marker.end() if marker else len(found[0]) - len(found[0].lstrip())
        words = found[0][head:].rstrip("。！？!? \u3000")
        if words:
            out.append((found.start() + head, words))
    return out


def _clauses(text: str) -> list[tuple[int, str]]:
    out: list[tuple[int, str]] = []
    for found in _CLAUSE.finditer(text):
        marker = _MARKER.match(found[0])
        head = marker.end() if marker else len(found[0]) - len(found[0].lstrip())
        if found[0][head:].strip():
            out.append((found.start() + head, found[0][head:].rstrip()))
    return out


def _words(text: str) -> list[str]:
    return [word for word in jieba.cut(text) if _WORD.fullmatch(word)]


def _sentence_ranks(found: Sequence[str]) -> list[float]:
    words = [set(_words(text)) for text in found]
    edges: dict[tuple[int, int], float] = {}
    for a, b in combinations(range(len(words)), 2):
        common = len(words[a] & words[b])
        long_enough = min(len(words[a]), len(words[b])) > 1
        if common and long_enough:
            edges[a, b] = common / (math.log(len(words[a])) + math.log(len(words[b])))
    return _pagerank(len(words), edges)


def _word_ranks(text: str) -> list[str]:
    words = _words(text)
    names = sorted(set(words))
    number = {name: place for place, name in enumerate(names)}
    edges: Counter[tuple[int, int]] = Counter()
    for place, word in enumerate(words):
        for other in words[place + 1 : place + WINDOW]:
            if word != other:
                a, b = sorted((number[word], number[other]))
                edges[a, b] += 1
    ranks = _pagerank(len(names), dict(edges))
    return [
        names[place] for place in sorted(range(len(names)), key=lambda one: (-ranks[one], one))[:KEYWORDS]
    ]


def _pagerank(count: int, edges: dict[tuple[int, int], float] | dict[tuple[int, int], int]) -> list[float]:
    near: list[list[tuple[int, float]]] = [[] for _ in range(count)]
    for (a, b), weight in edges.items():
        near[a].append((b, float(weight)))
        near[b].append((a, float(weight)))
    out = [sum(weight for _, weight in some) for some in near]
    ranks = [1.0] * count
    for _ in range(ROUNDS):
        ranks = [
            1 - DAMPING + DAMPING * sum(ranks[other] * weight / out[other] for other, weight in some)
            for some in near
        ]
    return ranks


@lru_cache(maxsize=1)
def _idf() -> dict[str, float]:
    """How rare words are, from the table that jieba ships."""
    lines = (Path(jieba.__file__).parent / "analyse" / "idf.txt").read_text("utf-8").splitlines()
    pairs = (line.split(" ") for line in lines if line)
    return {word: float(weight) for word, weight in pairs}


@lru_cache(maxsize=1)
def _unseen() -> float:
    """The weight of a word that the table has not: the median, as jieba takes it."""
    return sorted(_idf().values())[len(_idf()) // 2]
