"""What a handout template may name: each value by its path, what it prints, and which ones it must print.

A path reads as it is written in a tag; ``[]`` stands for an entry of a list. ``digest[].pieces[].text`` is
reached with ``{%p for block in digest %}``, ``{%r for piece in block.pieces %}``, ``{{ piece.text }}``.
`docs/templates.md` tells users of the same paths; a test compares the two, and both with the context.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass

HINT = "请对照自带模板修改（标记的写法见 docs/templates.md）"
_HANDOUT = {
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
    "thesis_place": "核心要义的出处，如“第 1 段”，没有则为空",
    "framework[].heading": "内容框架一行的标题（有逗号的，逗号前的一句）",
    "framework[].tail": "内容框架一行标题的下句，没有则为空",
    "framework[].points[]": "内容框架一行的要点，一项是一段",
    "abstract[]": "内容摘要的一段",
    "measures[].number": "重点举措的序号",
    "measures[].measure": "重点举措的内容",
    "measures[].place": "重点举措的出处，如“第 5 段”",
    "measures[].paragraph": "出处是原文第几段（数），没有则为 0",
    "density": "首页的疏密（normal、compact、snug、fine，依次更小）",
    "height": "首页的高度（磅）",
    "row_room": "首页表格每行多留的空（磅）",
    "heading_room": "首页每个小标题上面多留的空（磅）",
    "digest[].opens": "要点摘编一行是否从这里开始一个部分（是非）",
    "digest[].heading": "要点摘编一行左边的标题，接着上一行的为空",
    "digest[].tail": "要点摘编一行左边标题的下句，没有则为空",
    "digest[].place": "要点摘编一个部分的出处，如“第 5—7 段”，没有则为空",
    "digest[].paragraph": "出处是原文第几段（数），没有则为 0",
    "digest[].points[].heading": "要点摘编一点的标题，没有则为空",
    "digest[].points[].text": "要点摘编一点的内容，没有则为空",
    "digest[].points[].goal": "要点摘编一点的目标，没有则为空",
    "digest[].room": "要点摘编一行后面要留的空（磅），左边的标题比右边高时才有",
    "digest_density": "要点摘编的疏密",
    "terms[][].names": "关键提法的一格，同一句里的几个在一起；一行两格，最后一格可能为空",
    "terms[][].place": "关键提法的出处，如“第 5 段”",
    "terms[][].paragraph": "出处是原文第几段（数），没有则为 0",
    "terms[][].meanings[]": "关键提法的一条释义（加了 --glossary 才有）",
    "record[]": "我的记录的一条空线，总是空的",
    "record_turns": "我的记录是否另起一页（是非）",
    "tasks[].number": "落实清单的序号",
    "tasks[].task": "落实清单的重点任务；与一条举措相同的为空，举措占两格",
    "tasks[].steps[]": "落实清单的一条具体举措，几条的前面有①②③",
    "tasks[].owners[]": "落实清单的一个责任单位，只是其中几条举措的，前面有这几条的序号",
    "tasks[].deadlines[]": "落实清单的一个完成时限，同上",
    "tasks_note": "落实清单放不下的到哪里看，都放得下则为空",
    "tasks_density": "落实清单的疏密（normal、compact）",
    "original[].role": "原文一段的身份：heading-1 至 heading-4、salutation、text",
    "original[].text": "原文一段的全部文字",
    "original[].pieces[].text": "原文一段里的一截文字",
    "original[].pieces[].strong": "这一截是否突出（是非）",
    "original[].paragraph": "原文第几段（数）",
    "original_title": "原文自己的标题；讲话稿没有标题的，与 title 相同",
    "long_original_title": "原文自己的标题是否太长、要用小一号的样式（是非）",
    "original_density": "原文的疏密",
}
"""Path → what it prints."""

_HANDOUT_REQUIRED = {
    "title": "标题",
    "label": "文种",
    "facts": "基本情况表",
    "thesis": "核心要义",
    "framework": "内容框架",
    "abstract": "内容摘要",
    "measures": "重点举措",
    "digest": "要点摘编",
    "terms": "关键提法",
    "tasks": "落实清单",
    "tasks_note": "落实清单下面的说明",
    "original": "原文",
    "heading": "要点摘编和内容框架的标题",
    "tail": "标题的下句",
    "points": "要点",
    "text": "要点的内容",
    "goal": "要点的目标",
    "place": "出处",
    "pieces": "段落文字",
    "names": "关键提法的名称",
    "task": "落实清单的重点任务",
    "steps": "落实清单的具体举措",
    "owners": "落实清单的责任单位",
    "deadlines": "落实清单的完成时限",
}
"""Name of a tag or field that a template must print somewhere → what its user knows it by."""

LOOP = frozenset(
    {"index", "index0", "revindex", "revindex0", "first", "last", "length", "previtem", "nextitem"}
)
"""What `loop` has inside a loop."""


_PAGE = {
    "title": "标题，按行断开",
    "title_plain": "标题，不断行",
    "long_title": "标题是否太长、要用小一号的样式（是非）",
    "thesis": "核心要义，没有则为空",
    "sections[].heading": "一个部分的标题（有逗号的，逗号前的一句）；没有部分的讲话，是第几段",
    "sections[].tail": "标题的下句，没有则为空",
    "sections[].points[].heading": "一点的标题，没有则为空",
    "sections[].points[].text": "一点的举措，放不下则为空",
    "heads[][]": "部分太多、只写得下标题时，标题分几栏印，一行几格；平时为空",
    "rest": "标题也写不下的有几个、见哪里；平时为空",
    "left": "写不下的标题有几个（数）",
    "lines[]": "要我做什么的一条空线，总是空的",
    "density": "全页的疏密（normal、compact、snug、fine，依次更小）",
}
_PAGE_REQUIRED = {
    "title": "标题",
    "thesis": "核心要义",
    "sections": "各部分",
    "heading": "标题",
    "tail": "标题的下句",
    "points": "要点",
    "text": "要点的举措",
}


@dataclass(frozen=True, slots=True, eq=False)
class Tags:
    """What a template may name: path → what it prints; what it must print → what people call that.

    `called` is what people call the template. There is one for each kind, compared by being the same.
    """

    called: str
    printed: Mapping[str, str]
    required: Mapping[str, str]

    def fields(self, path: str) -> list[str]:
        """Return the names that may stand behind a path and a dot; all first names for an empty path."""
        start = f"{path}." if path else ""
        ends = [one.removeprefix(start) for one in self.printed if one.startswith(start)]
        return list(dict.fromkeys(end.split(".")[0].split("[")[0] for end in ends))

    def is_list(self, path: str) -> bool:
        """Whether a path is a list, which is printed entry by entry."""
        return any(one.startswith(f"{path}[]") for one in self.printed)


HANDOUT = Tags("讲义模板", _HANDOUT, _HANDOUT_REQUIRED)
PAGE = Tags("一页纸模板", _PAGE, _PAGE_REQUIRED)
