"""What a deck template must offer: layouts and their placeholders, by name.

Of placeholders with numbers (条1, 条2 …) only the first is a must; the more there are, the more fits a slide.
`docs/templates.md` tells users of the same names; a test compares the two, and both with our own template.
"""

from __future__ import annotations

import difflib
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Mapping

_HEAD = ("标题", "长标题", "标题旁注")
_CARDS = ("标记1", "卡题1", "卡片1")
NEEDED: dict[str, tuple[str, ...]] = {
    "cover": ("标题", "长标题", "副标题", "落款"),
    "thesis": (*_HEAD, "要义", "出处", "数字", "数字说明", "支柱1"),
    "overview": (*_HEAD, "总题", "部分1", "点1"),
    "section": ("标题", "长标题", "副标题", "序数", "长序数", "进度", "标记1", "点题1", "条1", "目标"),
    "feature": (*_HEAD, "引语1", "主短语1", "次短语1", "条1", "目标"),
    **{
        f"cards-{count}": (*_HEAD, *(f"{name[:-1]}{n}" for n in range(1, count + 1) for name in _CARDS))
        for count in range(2, 7)
    },
    "list": (*_HEAD, "圆号1", "条1", "目标"),
    "numbers": (*_HEAD, "数值1", "说明1"),
    "chart": (*_HEAD, "数值1", "说明1", "图", "来源"),
    "steps": (*_HEAD, "阶段1", "步题1", "步骤1", "目标"),
    "contrast": (*_HEAD, "左题", "右题", "左1", "右1"),
    "quote": ("标题", "引文", "出处"),
    "terms": (*_HEAD, "提法1"),
    "table": (*_HEAD, "表头样式", "表格样式"),
    "closing": ("标题", "副标题"),
}
"""Layout → the placeholders that it must have."""

CALLED: dict[str, str] = {
    "cover": "封面",
    "thesis": "核心要义",
    "overview": "一图读懂",
    "section": "各部分",
    "feature": "并列的短语",
    **{f"cards-{count}": f"并列 {count} 点" for count in range(2, 7)},
    "list": "逐条列出",
    "numbers": "关键数字",
    "chart": "数字的变化（图表）",
    "steps": "先后步骤",
    "contrast": "问题与对策、前后对照",
    "quote": "单独一句",
    "terms": "关键提法",
    "table": "落实清单",
    "closing": "结束页",
}
"""Layout → what people call such a slide."""

_SHOWN = 20
"""Names of layouts that a message lists; templates of companies have up to a hundred."""


def lacking(offered: Mapping[str, Iterable[str]], layout: str, name: str = "") -> str:
    """Tell all that a template lacks, where it was found to lack one thing.

    Args:
        offered: layouts of the template and their placeholders.
        layout: the layout that was looked for.
        name: the placeholder that was looked for, if the layout is there.

    Returns:
        For people: missing layouts and placeholders, each with the name most like it, and what there is.
    """
    layouts = dict.fromkeys((*NEEDED, layout))
    missing = [one for one in layouts if one not in offered]
    told = [_named("幻灯片模板缺少版式", missing, set(offered) - set(NEEDED))] if missing else []
    for one in layouts:
        wanted = dict.fromkeys((*NEEDED.get(one, ()), *([name] if name and one == layout else ())))
        absent = [slot for slot in wanted if slot not in offered[one]] if one in offered else []
        if absent:
            told.append(_named(f"版式“{one}”缺少占位符", absent, set(offered[one]) - set(wanted)))
    if missing:
        told.append(f"模板现有版式{_listed(list(offered))}")
    return "；".join(told)


def _named(head: str, missing: list[str], spare: set[str]) -> str:
    return head + "".join(_with_nearest(missing, sorted(spare)))


def _with_nearest(missing: list[str], spare: list[str]) -> Iterator[str]:
    for name in missing:
        by_key = {one.strip().lower(): one for one in spare}
        nearest = difflib.get_close_matches(name.lower(), by_key, 1, 0.6)
        yield f"“{name}”" + (f"（是否写成了“{by_key[nearest[0]]}”）" if nearest else "")


def _listed(names: list[str]) -> str:
    if not names:
        return "：一个也没有"
    return "".join(f"“{name}”" for name in names[:_SHOWN]) + (
        f"等 {len(names)} 个" if len(names) > _SHOWN else ""
    )
