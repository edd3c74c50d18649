"""PyYAML's complaints in Chinese, with what to do about each."""

from __future__ import annotations

import yaml

AGAIN = "请用 reportgen brief 重新生成摘要稿"
_QUOTE = "如果这些符号是正文，请用英文引号把整句括起来"
_LONGEST = 24  # characters of an editor's text that a message shows
_LIKE = "请对照上下各行的写法改正"

# A part of PyYAML's words; whether the fault lies where the thing began; our words; what to do.
_KNOWN = (
    ("found character '\\t'", False, "这一行开头有制表符（Tab）", "请改用空格"),
    ("that cannot start any token", False, "这一行的文字不能以这个符号开头", _QUOTE),
    ("could not find expected ':'", True, "这一行缺少半角冒号", "项目名称后面应是半角冒号和一个空格"),
    ("mapping values are not allowed", False, "这一行多了半角冒号", _QUOTE),
    ("sequence entries are not allowed", False, "这一行的“-”位置不对", f"请另起一行。{_QUOTE}"),
    ("while scanning a quoted scalar", True, "从这一行起的引号没有配对", "请补上或删去引号"),
    ("found unknown escape character", False, "这一行的“\\”后面的字符不认识", "请改用全角“＼”，或写成“\\\\”"),
    ("escape sequence", False, "这一行的“\\”后面的字符不认识", "请改用全角“＼”，或写成“\\\\”"),
    ("alphabetic or numeric", False, "这一行的文字不能以这个符号开头", _QUOTE),
    ("alias", False, "这一行的文字不能以“*”开头", _QUOTE),
    ("anchor", False, "这一行的文字不能以“&”开头", _QUOTE),
    ("tag", False, "这一行的文字不能以“!”开头", _QUOTE),
    ("block scalar", True, "这一行的文字不能以“|”或“>”开头", _QUOTE),
    ("flow", True, "从这一行起的方括号或花括号没有配对", _QUOTE),
    ("found '<scalar>'", False, "这一行的引号外面还有文字", "请把句中的英文引号改成中文引号“”"),
    ("node content", False, "这一行的文字不能以这个符号开头", _QUOTE),
    ("expected <block end>", False, "这一行没有与上下各行对齐", "请调整行首的空格，并检查上一行的引号"),
    ("single document", False, "这一行的“---”把文件分成了两份", "请删去这一行"),
    ("too deep", False, "从这一行起层次太多", _LIKE),
)


def brief_form(text: str) -> str:
    """Return an editor's text as a message of one line can show it."""
    line = " ".join(text.split())
    return line if len(line) <= _LONGEST else f"{line[:_LONGEST]}…"


def explain(error: yaml.MarkedYAMLError) -> tuple[yaml.Mark, str, str]:
    """Return where a fault lies, what it is and what to do."""
    said = f"{error.context or ''} {error.problem or ''}"
    found = (known for known in _KNOWN if known[0] in said)
    _, began, message, hint = next(found, ("", False, "这一行的写法不对", _LIKE))
    marks = (error.context_mark, error.problem_mark) if began else (error.problem_mark, error.context_mark)
    # PyYAML sets one of the two in every fault of the text.
    return next(mark for mark in marks if mark is not None), message, hint
