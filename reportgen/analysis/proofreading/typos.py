"""Common slips of the pen, from a table; only such as are wrong wherever they stand."""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import lru_cache
from pathlib import Path

from reportgen.analysis.proofreading.findings import Remark, Script
from reportgen.text.patterns import lazy

_UNTIL = lazy(
    r"截止(?=目前|现在|当前|今年|去年|本月|上月"
    r"|[0-9]{4}年|[0-9]{1,2}月|[一二][〇零○一二三四五六七八九]{3}年|“)"
)


@lru_cache(maxsize=1)
def table() -> tuple[dict[str, str], re.Pattern[str]]:
    """Return what is right by what is wrong, and one pattern for all that is wrong.

    A line of the table is ``wrong<TAB>right<TAB>guard``; the guard is a pattern in which ~ stands for the
    wrong word, and leaves out places where two innocent words meet (反复盖章).
    """
    text = (Path(__file__).parent / "data" / "typos.tsv").read_text("utf-8")
    right: dict[str, str] = {}
    patterns: list[str] = []
    for line in text.splitlines():
        if line and not line.startswith("#"):
            wrong, correct, *guard = line.split("\t")
            right[wrong] = correct
            patterns.append(guard[0].replace("~", wrong) if guard and guard[0] else wrong)
    return right, lazy("|".join(patterns))


def typos(script: Script) -> Iterator[Remark]:
    """Evidence: a word of the table."""
    right, pattern = table()
    for found in pattern.finditer(script.text):
        yield script.remark(found, f"“{found[0]}”是错别字", f"改为“{right[found[0]]}”")


def until(script: Script) -> Iterator[Remark]:
    """Evidence: 截止 right before a point of time, where 截至 is meant (《现代汉语词典》)."""
    for found in _UNTIL.finditer(script.plain):
        yield script.remark(found, "“截止”后面不带时间", "改为“截至”")
