"""Speeches of our own making: each the same for its seed, in the shapes that offices use."""

from __future__ import annotations

import random
from dataclasses import dataclass, field
from pathlib import Path

from reportgen.planning.facts import Facts
from reportgen.readers import MaskFill

_ROWS = (Path(__file__).parent / "fixtures" / "speechmaker" / "words.txt").read_text("utf-8").splitlines()
_WORDS = {name: words for name, *words in map(str.split, _ROWS)}
_MASKS = ("**", "××县", "某某镇", "【待补：单位名称】")
_SURNAMES = "王李张刘陈杨赵黄周吴"
_HAN = "一二三四五六七八九十"


@dataclass(frozen=True, slots=True)
class Made:
    """A speech and how its files are to be made."""

    text: str
    facts: Facts = field(default_factory=Facts)
    fills: tuple[MaskFill, ...] = ()


def make_speech(seed: int) -> Made:
    """Return the speech of a seed."""
    chance = random.Random(f"speech{seed}")  # noqa: S311  no secret
    speech = "\n".join(_Speech(chance).lines())
    facts = Facts()
    if chance.random() < 0.3:
        facts = Facts(speaker=_name(chance), unit=_word(chance, "ORGANS"), date=f"2024年{_day(chance)}")
    if chance.random() < 0.15:
        facts = Facts(title=f"在{_word(chance, 'OBJECTS')}推进会上的讲话")
    fills = (MaskFill("**", None, "清河县"),) if "**" in speech and chance.random() < 0.5 else ()
    return Made(speech, facts, fills)


def _day(chance: random.Random) -> str:
    return f"{chance.randint(1, 12)}月{chance.randint(1, 28)}日"


def _word(chance: random.Random, kind: str) -> str:
    return chance.choice(_WORDS[kind])


def _name(chance: random.Random) -> str:
    return chance.choice(_SURNAMES) + _word(chance, "GIVEN")


class _Speech:
    """One speech being written."""

    def __init__(self, chance: random.Random) -> None:
        self._chance = chance
        self._shape = chance.choice(("一、", "一、", "（一）", "1.", "第一部分", "none"))
        self._below = chance.choice(("一是", "一是", "（一）", "1.", "第一，", "首先", ""))

    def _word(self, kind: str) -> str:
        return _word(self._chance, kind)

    def lines(self) -> list[str]:
        chance = self._chance
        found = self._head() if chance.random() < 0.92 else []
        found += ["同志们：", self._paragraph(3)]
        for number in range(chance.randint(2, 5) if self._shape != "none" else 0):
            found += self._section(number)
        if self._shape == "none":
            found += [self._paragraph(4) for _ in range(4)]
        return [*found, "谢谢大家。"] if chance.random() < 0.7 else found

    def _head(self) -> list[str]:
        chance = self._chance
        level, kind = chance.choice(("全县", "全市", "全区")), chance.choice(("讲话", "发言", "报告"))
        found = [f"在{level}{self._word('OBJECTS')}工作会议上的{kind}"]
        if chance.random() < 0.4:
            found.append(_name(chance))
        if chance.random() < 0.5:
            found.append(f"（20{chance.randint(10, 25)}年{_day(chance)}）")
        return found

    def _section(self, number: int) -> list[str]:
        chance = self._chance
        marker = self._shape.replace("一", _HAN[number]).replace("1", str(number + 1))
        gap = " " if self._shape == "第一部分" else ""
        found = [f"{marker}{gap}{self._heading()}"]
        if chance.random() < 0.6:
            found.append(self._paragraph(2))
        points = chance.randint(2, 5)
        if not self._below or self._below == self._shape:
            return [*found, *(self._paragraph(3) for _ in range(2))]
        return found + [self._point(index) for index in range(points)]

    def _point(self, index: int) -> str:
        marker = self._below.replace("一", _HAN[index]).replace("1", str(index + 1))
        if self._below == "首先":
            marker = ("首先，", "其次，", "再次，", "此外，", "最后，")[index]
        return f"{marker}{self._heading(short=True)}。{self._paragraph(2)}"

    def _heading(self, *, short: bool = False) -> str:
        first = self._word("MANNER") + self._word("VERBS") + self._word("OBJECTS")
        if short or self._chance.random() < 0.5:
            return first
        return f"{first}，在{self._word('OBJECTS')}中{self._word('VERBS')}{self._word('NOUNS')}"

    def _paragraph(self, sentences: int) -> str:
        return "".join(self._sentence() for _ in range(self._chance.randint(1, sentences)))

    def _sentence(self) -> str:
        clauses = [self._clause() for _ in range(self._chance.randint(1, 4))]
        if self._chance.random() < 0.3:
            clauses.append(self._word("GOALS"))
        return "，".join(clauses) + self._chance.choice("。。。；！").replace("；", "。")

    def _clause(self) -> str:
        chance = self._chance
        makers = (
            self._plain,
            self._plain,
            self._plain,
            self._figure,
            self._quoted,
            self._negative,
            self._organ,
        )
        return chance.choice(makers)() if chance.random() > 0.02 else f"支持{chance.choice(_MASKS)}先行先试"

    def _plain(self) -> str:
        chance = self._chance
        verb, thing = self._word("VERBS"), self._word("OBJECTS")
        ending = chance.choice(("", self._word("NOUNS"), f"、{self._word('OBJECTS')}{self._word('NOUNS')}"))
        return f"{chance.choice(('', self._word('MANNER')))}{verb}{thing}{ending}"

    def _figure(self) -> str:
        chance, thing = self._chance, self._word("OBJECTS")
        kinds = (
            (2, 98, f".{chance.randint(1, 9)}%"),
            (11, 9800, "个"),
            (2, 60, "亿元"),
            (3, 90, "万人"),
            (11, 99, "%"),
        )
        least, most, unit = chance.choice(kinds)
        value = f"{chance.randint(least, most)}{unit}"
        forms = (
            f"{thing}完成率达到{value}",
            f"累计{self._word('VERBS')}{thing}{value}",
            f"到20{chance.randint(25, 35)}年{thing}达到{value}",
            f"由{self._word('ORGANS')}牵头，{_day(chance)}前完成{thing}任务",
        )
        return chance.choice(forms)

    def _quoted(self) -> str:
        term, other = f"“{self._word('TERMS')}”", f"“{self._word('TERMS')}”"
        forms = (
            f"{self._word('VERBS')}{term}{self._word('NOUNS')}",
            f"践行{term}、{other}",
            f"以{term}带动{self._word('OBJECTS')}",
        )
        return self._chance.choice(forms)

    def _negative(self) -> str:
        return self._word("NEGATIVE")

    def _organ(self) -> str:
        return f"{self._word('ORGANS')}和{self._word('ORGANS')}要{self._word('VERBS')}{self._word('OBJECTS')}"
