"""What a handout template may name: each value by its path, what it prints, and which ones it must print.

A path reads as it is written in a tag; ``[]`` stands for an entry of a list. ``digest[].pieces[].text`` is
reached with ``{%p for block in digest %}``, ``{%r for piece in block.pieces %}``, ``{{ piece.text }}``.
`docs/templates.md` tells users of the same paths; a test compares the two, and both with the context.
"""

from __future__ import annotations

PRINTED = {
    "title": "标题，按行断开",
    "title_plain": "标题，不断行（用于页眉）",
    "long_title": "标题是否太长、要用小一号的样式（是非）",
    "subtitle": "副标题，没有则为空",
    "byline": "原文的署名行，没有则为空",
    "date": "原文的日期行，没有则为空",
    "label": "文种，如“讲话要点”",
    "facts[].name": "基本情况的项目名，如“会议名称”",
    "facts[].value": "基本情况的内容",
    "thesis": "核心要义，没有则为空",
    "thesis_source": "核心要义的出处，没有则为空",
    "columns[].number": "内容框架并列成栏时，一栏的序号",
    "columns[].heading": "内容框架并列成栏时，一栏的标题",
    "grid[][]": "内容框架并列成栏时，各行各栏的要点，没有要点则为空",
    "rows[][]": "内容框架一部分一行时，[0] 是标题，[1] 是要点",
    "heads[]": "内容框架只列标题时，一个标题",
    "abstract[]": "内容摘要的一段",
    "density": "首页的疏密（normal、compact、fine）",
    "height": "首页的高度（磅）",
    "digest[].role": "要点摘编一段的身份：heading-1 至 heading-4、lead、measure、goal",
    "digest[].text": "要点摘编一段的全部文字",
    "digest[].pieces[].text": "要点摘编一段里的一截文字",
    "digest[].pieces[].strong": "这一截是否突出（是非）",
    "digest[].anchor": "要点摘编一段的出处，如“〔原文第 5 段〕”，没有则为空",
    "digest[].paragraph": "出处是原文第几段（数），没有则为 0",
    "digest_density": "要点摘编的疏密",
    "terms[].terms[]": "关键提法的名称，同一句里的几个在一起",
    "terms[].context": "关键提法所在的原文语句",
    "terms[].source": "关键提法的出处",
    "task_pages[][].number": "落实清单的序号；清单一页一组",
    "task_pages[][].task": "落实清单的重点任务",
    "task_pages[][].goals": "落实清单的目标要求，没有则为空",
    "task_pages[][].steps[].measure": "落实清单的具体举措",
    "task_pages[][].steps[].owner": "落实清单的责任单位，没有则为空",
    "task_pages[][].steps[].deadline": "落实清单的完成时限，没有则为空",
    "original[].role": "原文一段的身份：heading-1 至 heading-4、salutation、text",
    "original[].text": "原文一段的全部文字",
    "original[].pieces[].text": "原文一段里的一截文字",
    "original[].pieces[].strong": "这一截是否突出（是非）",
    "original[].anchor": "原文没有出处，总是空的",
    "original[].paragraph": "原文第几段（数）",
    "original_title": "原文自己的标题；讲话稿没有标题的，与 title 相同",
    "long_original_title": "原文自己的标题是否太长、要用小一号的样式（是非）",
    "original_density": "原文的疏密",
}
"""Path → what it prints."""

REQUIRED = {
    "title": "标题",
    "label": "文种",
    "facts": "基本情况表",
    "thesis": "核心要义",
    "columns": "内容框架",
    "abstract": "内容摘要",
    "digest": "要点摘编",
    "terms": "关键提法",
    "task_pages": "落实清单",
    "original": "原文",
    "heading": "内容框架的部分标题",
    "anchor": "要点摘编的原文出处",
    "pieces": "段落文字",
    "context": "关键提法的原文语句",
    "task": "落实清单的重点任务",
    "measure": "落实清单的具体举措",
    "goals": "落实清单的目标要求",
    "owner": "落实清单的责任单位",
    "deadline": "落实清单的完成时限",
}
"""Name of a tag or field that a template must print somewhere → what its user knows it by."""

LOOP = frozenset(
    {"index", "index0", "revindex", "revindex0", "first", "last", "length", "previtem", "nextitem"}
)
"""What `loop` has inside a loop."""


def fields(path: str) -> list[str]:
    """Return the names that may stand behind a path and a dot; all first names where the path is empty."""
    start = f"{path}." if path else ""
    ends = [one.removeprefix(start) for one in PRINTED if one.startswith(start)]
    return list(dict.fromkeys(end.split(".")[0].split("[")[0] for end in ends))


def is_list(path: str) -> bool:
    """Whether a path is a list, which is printed entry by entry."""
    return any(one.startswith(f"{path}[]") for one in PRINTED)
