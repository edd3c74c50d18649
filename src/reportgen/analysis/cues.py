"""Cue words: what tells a measure, a goal, an account of the past, an opinion.

A verb list alone takes every clause with such a verb for a measure; what a clause begins with, and where it
stands in its sentence, decides. The words are in data/cues.toml.
"""

from __future__ import annotations

import re
import tomllib
from functools import lru_cache
from importlib.resources import files

# 以法律执行力提升政府公信力: 以…, then a verb of effect.
BY = re.compile(
    r"^以[^，]{2,20}?(?:提升|提高|促进|推动|推进|带动|倒逼|保障|引领|赋能|助力|教育|护航|激发|支撑|促|保)"
)
DONE = re.compile(
    r"(?<![不为前争保要将须])(?:已经|已|取得了?|完成了?|达到了?|实现了|[^，。]{0,3}[^，。不为]了(?![解结然]))|累计|同比|分别(?:增长|下降)"
)
# 存在…, 不足, 缺乏 …: a finding, no measure.
FINDING = re.compile(
    r"存在|不足|缺乏|不够|不高|不强|不到位|不健全|不完善|不平衡|薄弱|滞后|难以|问题是|的问题$|困难|亟待|有待|尚未"
    r"|仍然|依然|导致|造成|制约着|面临|由于|因为|所以|因此|虽然|尽管|但是|但|然而|目前|当前|近年来|据|占"
    r"|(?<![别其凡总])是[^否]|就是|不是|意味着|说明|表明|证明|体现了"
)


@lru_cache(maxsize=1)
def words() -> dict[str, tuple[str, ...]]:
    """Return the cue words by table: ``manner``, ``verbs``, ``goal``, ``effect``."""
    text = files("reportgen.analysis").joinpath("data/cues.toml").read_text("utf-8")
    return {name: tuple(value.split()) for name, value in tomllib.loads(text).items()}


@lru_cache(maxsize=8)
def opening(table: str) -> re.Pattern[str]:
    """Return a pattern for a clause that begins with a word of one table."""
    return re.compile(f"^(?:{alternatives(table)})")


def alternatives(table: str) -> str:
    """Return the words of a table as the inside of a regular expression's group, longest first."""
    return "|".join(sorted(map(re.escape, words()[table]), key=len, reverse=True))
