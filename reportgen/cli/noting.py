"""Say on screen what was noticed in a speech: a line each, few of a kind."""

from __future__ import annotations

from collections import Counter
from typing import TYPE_CHECKING

from reportgen.errors import Severity

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from reportgen.results import Notice

_SAYS_WHERE = frozenset({"apart"})  # messages that name their lines themselves
_LIKE = 5  # notices of one kind shown at most, unless asked for more
_ALWAYS = frozenset({"abridged"})  # told without being asked for, though nothing is amiss
_SIGNS = {Severity.ERROR: "错误", Severity.WARNING: "注意", Severity.INFO: "说明"}


def noted(notices: Sequence[Notice], *, verbose: bool = False) -> Iterator[str]:
    """Yield a line for each notice that people are to see; where `verbose`, for all of them."""
    seen: Counter[str] = Counter()
    for notice in notices:
        code = notice.diagnostic.code
        seen[code] += verbose or notice.diagnostic.severity is not Severity.INFO
        is_told = code in _ALWAYS or notice.diagnostic.severity is not Severity.INFO
        if verbose or (seen[code] <= _LIKE and is_told):
            yield _line(notice)
    more = sum(max(count - _LIKE, 0) for count in seen.values())
    if more and not verbose:
        yield f"还有 {more} 处同类提示，加 -v 全部显示"


def _line(notice: Notice) -> str:
    one, place = notice.diagnostic, notice.place
    is_placed = one.code in _SAYS_WHERE
    where = f"第 {place.line} 行第 {place.column} 字：" if place and not is_placed else ""
    return f"{_SIGNS[one.severity]}：{where}{one.message}{f'。{one.hint}' if one.hint else ''}"
