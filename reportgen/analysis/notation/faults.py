"""PyYAML's complaints in Chinese, with what to do about each."""

from __future__ import annotations

import yaml

AGAIN = "请用 reportgen brief 重新生成摘要稿"
CHANGED = (
    "从这一行起的原文被改动过，位置对不上了",
    f"请只改上面各条；要改原文，请改讲话稿，再{AGAIN.removeprefix('请')}",
)
QUOTE = "如果这些符号是正文，请用英文引号把整句括起来"
_LONGEST = 24  # characters of an editor's text that a message shows
_LIKE = "请对照上下各行的写法改正"

_BEHIND = "found '<scalar>'"

# A part of PyYAML's words; whether the fault lies where the thing began; our words; what to do.
_KNOWN = (
    ("found character '\\t'", False, "这里有制表符（Tab）", "请改用空格"),
    ("that cannot start any token", False, "这一行的文字不能以这个符号开头", QUOTE),
    ("could not find expected ':'", True, "这一行缺少半角冒号", "项目名称后面应是半角冒号和一个空格"),
    ("mapping values are not allowed", False, "这一行多了半角冒号", QUOTE),
    ("mapping keys are not allowed", False, "这一行的文字不能以“?”开头", QUOTE),
    ("sequence entries are not allowed", False, "这一行的“-”位置不对", f"请另起一行。{QUOTE}"),
    ("while scanning a quoted scalar", True, "从这一行起的引号没有配对", "请补上或删去引号"),
    ("found unknown escape character", False, "这一行的“\\”后面的字符不认识", "请改用全角“＼”，或写成“\\\\”"),
    ("escape sequence", False, "这一行的“\\”后面的字符不认识", "请改用全角“＼”，或写成“\\\\”"),
    ("alphabetic or numeric", False, "这一行的文字不能以这个符号开头", QUOTE),
    ("alias", False, "这一行的文字不能以“*”开头", QUOTE),
    ("anchor", False, "这一行的文字不能以“&”开头", QUOTE),
    ("tag", False, "这一行的文字不能以“!”开头", QUOTE),
    ("block scalar", True, "这一行的文字不能以“|”或“>”开头", QUOTE),
    ("flow", True, "从这一行起的方括号或花括号没有配对", QUOTE),
    (_BEHIND, False, "这一行的引号外面还有文字", "请把句中的英文引号改成中文引号“”"),
    ("node content", False, "这一行的文字不能以这个符号开头", QUOTE),
    ("expected <block end>", False, "这一行没有与上下各行对齐", "请调整行首的空格，并检查上一行的引号"),
    ("single document", False, "这一行的“---”把文件分成了两份", "请删去这一行"),
    ("too deep", False, "从这一行起层次太多", _LIKE),
)


_BRACKETS = {"]": "[]", "}": "{}"}


def brief_form(text: str) -> str:
    """Return an editor's text as a message of one line can show it."""
    line = " ".join(text.split())
    return line if len(line) <= _LONGEST else f"{line[:_LONGEST]}…"


def about_quotes(error: yaml.MarkedYAMLError) -> bool:
    """Whether what follows a quote surprised YAML, or a quote that does not end."""
    said = f"{error.context or ''} {error.problem or ''}"
    return "quoted scalar" in said or (_BEHIND in said and _before(error) in "\"'")


def _before(error: yaml.MarkedYAMLError) -> str:
    """The character before the fault, blanks apart; a blank where there is none."""
    mark = error.problem_mark
    return (mark.buffer or "")[: mark.pointer].rstrip(" ")[-1:] or " " if mark else " "


def explain(error: yaml.MarkedYAMLError) -> tuple[yaml.Mark, str, str]:
    """Return where a fault lies, what it is and what to do."""
    said = f"{error.context or ''} {error.problem or ''}"
    if _BEHIND in said and (bracket := _BRACKETS.get(_before(error))) and error.problem_mark:
        return error.problem_mark, f"“{bracket}”括起来的词后面还有文字", QUOTE
    found = (known for known in _KNOWN if known[0] in said)
    _, began, message, hint = next(found, ("", False, "这一行的写法不对", _LIKE))
    marks = (error.context_mark, error.problem_mark) if began else (error.problem_mark, error.context_mark)
    # PyYAML sets one of the two in every fault of the text.
    return next(mark for mark in marks if mark is not None), message, hint
