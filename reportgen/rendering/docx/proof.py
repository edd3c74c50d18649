"""Prove a template before it is filled: every fault of its tags is told with its place and what to write.

The tags of each part are put one on a line, without what stands between them. Jinja reads that as it will
read the part itself, so a line that it complains about is a tag; run with the plan's values, it shows in a
moment what would take hours between megabytes of XML.
"""

from __future__ import annotations

import difflib
from dataclasses import dataclass
from functools import lru_cache
from typing import TYPE_CHECKING, Any

from jinja2 import TemplateError as JinjaError
from jinja2 import TemplateSyntaxError

from reportgen.errors import TemplateError
from reportgen.rendering.docx.language import Budget, Language, Overrun, Refused, budget_for
from reportgen.rendering.docx.names import Names
from reportgen.rendering.docx.places import Tag, Text
from reportgen.rendering.docx.tags import HINT, Tags
from reportgen.text.patterns import lazy

if TYPE_CHECKING:
    from collections.abc import Iterator
    from types import TracebackType

_MOST_TAGS = 2000
"""Tags of one part; the shipped template has 160."""
_ENDS = {"endfor": ("for",), "endif": ("if",), "else": ("if", "for"), "elif": ("if",)}
_WORDS = ("for", "endfor", "if", "elif", "else", "endif", "set")
_SHUT = {
    **dict.fromkeys(("include", "import", "from", "extends", "block", "endblock"), "不能引用别的文件"),
    **dict.fromkeys(("macro", "endmacro", "call", "endcall", "do"), "不能定义或调用函数和宏"),
}
_LONGEST = 60
"""Characters of a tag that a message shows: what a line has room for."""
_TOLD = 3
"""Faults that one message tells; the rest is counted."""
_CELL = lazy(r"\{%\s*(?:colspan|cellbg)\b")
# What can go wrong while values are put in, besides what Jinja tells itself.
FAILURES = (JinjaError, ArithmeticError, TypeError, ValueError, LookupError, AttributeError, RecursionError)


@dataclass(frozen=True, slots=True)
class Fault:
    """What is wrong with a tag."""

    tag: Tag
    message: str

    def __str__(self) -> str:
        return f"{self.tag.where}的标记 {_short(self.tag.raw)}：{self.message}"


def _short(raw: str) -> str:
    words = " ".join(raw.split())
    return words if len(words) <= _LONGEST else f"{words[:_LONGEST]}…"


def require_sound(parts: tuple[Text, ...], values: dict[str, Any], tags: Tags, where: str) -> None:
    """Require that a template's tags can be filled, and that they print all there is.

    Args:
        parts: the template's, the body first.
        values: what they are filled with.
        tags: what there is, and what must be printed.
        where: what people call the file.

    Raises:
        TemplateError: some cannot; the message names part, paragraph and tag of each.
    """
    language = Language(budget_for(values, 0))
    faults = [
        fault
        for part in parts
        for fault in _looked_through(part, tags).faults or _failing(part, language, values)
    ]
    if faults:
        more = f"（另有 {len(faults) - _TOLD} 处）" if len(faults) > _TOLD else ""
        told = "；".join(map(str, faults[:_TOLD]))
        raise TemplateError(f"{told}{more}", where=where, hint=HINT)
    missing = lacking(parts, tags)
    if missing:
        raise TemplateError(missing[0], where=where, hint=HINT)


def static_faults(parts: tuple[Text, ...], tags: Tags) -> list[str]:
    """Return what is wrong with a template's tags whatever it is filled with: each with its place."""
    return [str(fault) for part in parts for fault in _looked_through(part, tags).faults]


@dataclass(frozen=True, slots=True)
class _Seen:
    """What can be told of a part whatever it is filled with: its faults, and the paths that it names."""

    faults: tuple[Fault, ...]
    used: frozenset[str]


@lru_cache(maxsize=64)
def _looked_through(part: Text, tags: Tags) -> _Seen:
    """Look through a part, once for all speeches of a process; what is torn hides what is misspelt."""
    if len(part.tags) > _MOST_TAGS:
        told = f"{part.name}里有 {len(part.tags)} 个标记，最多 {_MOST_TAGS} 个"
        return _Seen((Fault(part.tags[0], told),), frozenset())
    ill_formed = [Fault(tag, _torn(tag.raw)) for tag in part.torn]
    crowded = (tag for tag in part.tags if tag.level == "p" and not tag.is_alone)
    ill_formed += [Fault(tag, "要单独成一段，同一段里不能有别的标记") for tag in crowded]
    ill_formed += _unpaired(part.tags)
    return _Seen(tuple(ill_formed), frozenset()) if ill_formed or not part.tags else _read(part, tags)


def _torn(edge: str) -> str:
    if set(edge) & set("｛｝％"):
        return "用了全角符号，标记须用半角的 {{ }} 或 {% %}"
    return "没有写完整，开头和结尾的两个符号须成对，并在同一段里"


def _unpaired(tags: tuple[Tag, ...]) -> Iterator[Fault]:
    """Tags that open something or end it, and have no partner of their own level."""
    is_open: list[Tag] = []
    for tag in tags:
        word = (tag.words or [""])[0]
        if tag.is_merging and not (tag.in_cell and any(one.words[0] == "for" for one in is_open)):
            yield Fault(tag, "只能写在表格的格子里、循环中间")
        elif _CELL.match(tag.raw) and not tag.in_cell:
            yield Fault(tag, "只能写在表格的格子里")
        elif tag.words and word not in _WORDS:
            yield Fault(tag, _unknown(word))
        elif word in _ENDS:
            partner = is_open.pop() if is_open else None
            if partner is None or partner.words[0] not in _ENDS[word]:
                yield Fault(tag, f"前面没有与“{word}”配对的 {' 或 '.join(_ENDS[word])}")
                return
            if partner.level != tag.level:
                same = f"{{%{partner.level} {word} %}}"
                yield Fault(tag, f"与 {_short(partner.raw)} 配对，应写作 {same}")
            is_open += [partner] if word in {"else", "elif"} else []
        elif word in {"for", "if"}:
            is_open.append(tag)
    yield from (Fault(tag, f"后面没有与它配对的 {{%{tag.level} end{tag.words[0]} %}}") for tag in is_open)


def _unknown(word: str) -> str:
    if word in _SHUT:
        return f"模板里不能用“{word}”（{_SHUT[word]}），可用 {'、'.join(_WORDS)}"
    nearest = difflib.get_close_matches(word.lower(), _WORDS, 1, 0.5)
    return f"不认识“{word}”，" + (f"是否想写“{nearest[0]}”" if nearest else f"可用 {'、'.join(_WORDS)}")


def _read(part: Text, tags: Tags) -> _Seen:
    """What Jinja cannot read, what the language has no room for, and names that there are not."""
    names = Names(tags)
    try:
        names.read(Language(Budget(0, 0)).parse(_source(part)).body, {})
    except TemplateSyntaxError as error:
        faults = [Fault(_at(part, error.lineno), "标记写错了，如 {{ title }}、{%p if thesis %}")]
    except Refused as refused:
        faults = [Fault(_at(part, refused.line), refused.message)]
    except RecursionError:
        faults = [Fault(max(part.tags, key=lambda tag: len(tag.raw)), "标记里的括号套得太深")]
    else:
        faults = [Fault(_at(part, wrong.line), wrong.message) for wrong in names.wrong]
    return _Seen(tuple(faults), frozenset(names.used))


def _failing(part: Text, language: Language, values: dict[str, Any]) -> list[Fault]:
    """Fill the tags alone, and see whether they can be filled, and how often."""
    if not part.tags:
        return []
    try:
        language.filled(_source(part), values)
    except Refused as refused:
        return [Fault(_at(part, _line(refused.__traceback__)), refused.message)]
    except Overrun as overrun:
        tag = _at(part, _line(overrun.__traceback__))
        return [Fault(tag, "循环的次数或印出的文字太多，远远超过讲话的内容")]
    except (*FAILURES, SyntaxError) as error:
        return [Fault(_at(part, _line(error.__traceback__)), "填不了，请改成印一项内容的简单写法")]
    return []


def _source(part: Text) -> str:
    return "\n".join(tag.plain for tag in part.tags)


def _at(part: Text, line: int) -> Tag:
    return part.tags[min(max(line, 1), len(part.tags)) - 1]


def _line(trace: TracebackType | None) -> int:
    """The line of the template in which it went wrong: Jinja puts frames for it into the traceback."""
    line = 1
    while trace is not None:
        if trace.tb_frame.f_code.co_filename == "<template>":
            line = trace.tb_lineno
        trace = trace.tb_next
    return line


def lacking(parts: tuple[Text, ...], tags: Tags) -> list[str]:
    """Return what a template has no tag for, as one message: all that is planned must have one."""
    seen = _looked_through(parts[0], tags)
    found = {name.replace("[]", "") for path in seen.used for name in path.split(".")}
    missing = [f"“{name}”（{tag}）" for tag, name in tags.required.items() if tag not in found]
    return [f"{tags.called}缺少{'、'.join(missing)}的标记"] if missing and not seen.faults else []
