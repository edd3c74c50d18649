"""Reports on behalf of a government or a party, in which whoever reports speaks for all of it.

现在，我代表国务院，向大会报告工作: in such a speech 国家, 各级政府 and 各地 are 我们 by another name, and
今年 is when everything of it is to be done. Owners are offices of their own there, and days are days.
"""

from __future__ import annotations

import re
from collections.abc import Iterable

from reportgen.text.patterns import lazy

_SPEAKS_FOR = lazy(r"我(?:受[^，。]{2,20}委托|代表[^，。]{2,24})[^。]{0,20}(?:报告|汇报)")
_TITLE = lazy(r"[^，。在关]{0,12}(?:政府|委员会|党委|常委会|[省市县区]委)工作报告")
_AT_LARGE = lazy(r"(?:各(?!乡镇|镇街)|国家|国务院|中国|中央|地方|有关|相关|一切|任何|全)")
_OFFICE = lazy(
    r"[\u4e00-\u9fff](?:[局委办厅部院处]|办公室|中心|公司|集团|专班|指挥部|领导小组|乡镇|镇街|街道|管委会)$"
)
_THIS_YEAR = frozenset(("今年", "本年度"))


def is_report(titles: Iterable[str], paragraphs: Iterable[str]) -> bool:
    """Return whether a speech is such a report.

    Args:
        titles: the lines of its title.
        paragraphs: all that it says.
    """
    named = any(_TITLE.match(_unspaced(text)) for text in titles)
    return named or any(_SPEAKS_FOR.search(text) for text in paragraphs)


def _unspaced(text: str) -> str:
    return re.sub(r"\s", "", text)


def is_office(name: str) -> bool:
    """Return whether a name is of an office of its own, and not of all that the report speaks for."""
    return _OFFICE.search(name) is not None and _AT_LARGE.match(name) is None


def sets_a_day(words: str) -> bool:
    """Return whether a time says more than that something belongs to the year reported on."""
    return words not in _THIS_YEAR
