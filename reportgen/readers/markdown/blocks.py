"""What a line is: heading, item, quote, row of a table, rule, note, code.

The rules are markdown-it-py's but for what speeches write otherwise: every line is a paragraph of its own, as
nobody wraps a speech; an indent makes no code, as Chinese paragraphs have one; ``***`` and ``___`` may be a
masked name or a blank to fill; tables come without their line of dashes.
"""

from __future__ import annotations

import re
from functools import cache
from typing import NamedTuple

from markdown_it import MarkdownIt
from markdown_it.rules_block import StateBlock, blockquote, fence, heading, hr, reference

from reportgen.readers.markdown.inlines import use_inlines
from reportgen.source import Span
from reportgen.text.patterns import lazy

LINE, ROW, CODE, DASHES, RULE, NOTE = "line", "row", "code", "dashes", "rule", "note"
"""Kinds of `Block`: words, a row of a table, words without marks; and with nothing to read the dashes in a
table, a rule, a note."""

_CLOSING = lazy(r"[ \t]+#+[ \t]*$")
# People leave out the blank behind the signs (akof1314/Wiz.Editor.md#120); one alone opens a tag: #话题.
_SIGNS = lazy(r"(#{2,6})(?=[^#\s])(?!.*[#。；，])")
_UNDERLINE = lazy(r"(=|-)\1{2,}[ \t]*")
_DOUBLE = lazy(r"^ {0,3}={3,}[ \t]*$", re.MULTILINE)
# A line that ends a sentence, or leads to what follows, has a rule below it and is no heading.
_NO_HEADING = lazy(r".*[。；，、：;,:]|.{61,}|[|>#-].*")
_EMPTY_QUOTE = lazy(r"[ \t]*>[> \t]*")
_LONE_RULE = lazy(r"\* ?\* ?\*|___")
_DELIMITER = lazy(r"(?=.*\|)\|?[ \t]*:?-+:?[ \t]*(?:\|[ \t]*:?-+:?[ \t]*)*\|?")
_BARRED = lazy(r"\|.*\|")
_PIPE = lazy(r"(?<!\\)\|")
_NOTE = lazy(r"\[\^[^\]\s]{1,20}\]:.*")
_NOTE_GOES_ON = lazy(r"(?: {2,}|\t)[ \t]*[^ \t\u3000]")
_DEFINITION = lazy(r"(?P<label>\[[^\[\]\n^][^\[\]\n]*\]):[ \t]*[!-~]+(?:[ \t]+\"[^\"\n]*\")?")
_FENCE = lazy(r"(?P<sign>`{3,}|~{3,})[ \t]*(?P<info>[^`]*)")
_MARKDOWN = {"markdown", "md"}
_LANGUAGE = lazy(r"[!-~]*")
_INDENT = 4
"""Blanks from which a line is far in."""
_NESTED = 40
"""Quotes and items one in another that are looked into; what lies deeper stays as it stands."""
_STOPPED = ["paragraph", "reference", "blockquote", "list"]


class Block(NamedTuple):
    """A line of Markdown: its number from 0, its kind, where its words stand, the level of a heading."""

    line: int
    kind: str
    span: Span
    level: int | None = None


@cache
def parser() -> MarkdownIt:
    """Return the one parser; it keeps nothing of what it has parsed."""
    md = MarkdownIt("zero", {"maxNesting": _NESTED})
    ruler = md.block.ruler
    for name, rule, stops in (
        ("table", _table, _STOPPED[:2]),
        ("fence", _fence, _STOPPED),
        ("blockquote", _quote, _STOPPED),
        ("hr", _hr, _STOPPED),
        ("reference", _definition, []),
        ("heading", _heading, _STOPPED[:3]),
        ("lheading", _underlined, []),
        ("paragraph", _paragraph, []),
    ):
        ruler.at(name, rule, {"alt": stops})
        ruler.enable(name)
    ruler.before("reference", "note", _note)
    ruler.enable("list")
    use_inlines(md)
    return md


def blocks_of(src: str, text: str) -> tuple[list[Block], dict[str, object]]:
    """Return the lines that are more than text as it stands, in order, and the addresses that links refer to.

    `src` is the text as the parser is to see it, of the same length.
    """
    blocks: list[Block] = []
    references: dict[str, object] = {}
    env: dict[str, object] = {"text": text, "blocks": blocks, "references": references, "unclosed": {}}
    env["underlined"] = bool(_DOUBLE.search(src))
    parser().block.parse(src, parser(), env, [])
    return blocks, references


def _words(state: StateBlock, line: int) -> str:
    """What a line says inside the quotes and items that hold it."""
    return state.src[_start(state, line) : state.eMarks[line]].rstrip()


def _start(state: StateBlock, line: int) -> int:
    return state.bMarks[line] + state.tShift[line]


def _add(state: StateBlock, line: int, kind: str, level: int | None = None, *, start: int = -1) -> None:
    """Say what a line is; its words begin at `start` where they do not with the line's."""
    first = start if start >= 0 else _start(state, line)
    words = state.src[first : state.eMarks[line]].rstrip()
    if level:
        words = _CLOSING.sub("", words)
    state.env["blocks"].append(Block(line, kind, Span(first, first + len(words)), level or None))
    state.line = line + 1


def _level(state: StateBlock, line: int, level: int) -> int:
    """The level of a heading; one in a quote or an item, or far in, is a line like others: 0."""
    text = state.env["text"]
    begin = text.rfind("\n", 0, state.bMarks[line]) + 1
    before = text[begin : _start(state, line)]
    return level if not before.strip(" ") and len(before) < _INDENT and not state.level else 0


def _paragraph(state: StateBlock, line: int, _end: int, _silent: bool) -> bool:  # noqa: FBT001 - as rules are called
    _add(state, line, LINE)
    return True


def _heading(state: StateBlock, line: int, end: int, silent: bool) -> bool:  # noqa: FBT001
    words = _words(state, line)
    bare = words.lstrip("#")
    if bare == words or not _CLOSING.sub("", bare).strip():
        return False
    if not heading(state, line, end, True) and not _SIGNS.match(words):  # noqa: FBT003 - called by place
        return False
    if not silent:
        signs = len(words) - len(bare)
        start = _start(state, line) + len(words) - len(bare.lstrip())
        _add(state, line, LINE, _level(state, line, signs), start=start)
    return True


def _underlined(state: StateBlock, line: int, end: int, _silent: bool) -> bool:  # noqa: FBT001
    """A heading with a line below it, and a line of ``=`` by itself, which rules a page."""
    words = _words(state, line)
    if _UNDERLINE.fullmatch(words) and words[0] == "=":
        _add(state, line, RULE)
        return True
    if line + 1 >= end or _NO_HEADING.fullmatch(words) or (line and not state.isEmpty(line - 1)):
        return False
    found = _UNDERLINE.fullmatch(_words(state, line + 1))
    # A line of dashes below words is a rule to most; who underlines with ``=`` knows the other use.
    if not found or state.level or not (found[1] == "=" or state.env["underlined"]):
        return False
    _add(state, line, LINE, _level(state, line, 1 if found[1] == "=" else 2))
    _add(state, line + 1, RULE)
    return True


def _quote(state: StateBlock, line: int, end: int, silent: bool) -> bool:  # noqa: FBT001
    if not blockquote(state, line, end, silent):
        return False
    if not silent:
        after = state.line
        for one in range(line, after):
            if _EMPTY_QUOTE.fullmatch(state.src, state.bMarks[one], state.eMarks[one]):
                _add(state, one, RULE)
        state.line = after
    return True


def _hr(state: StateBlock, line: int, end: int, silent: bool) -> bool:  # noqa: FBT001
    if not hr(state, line, end, True):  # noqa: FBT003
        return False
    words = _words(state, line)
    around = [one for one in (line - 1, line + 1) if 0 <= one < state.lineMax]
    if words[0] != "-" and not (_LONE_RULE.fullmatch(words) and all(state.isEmpty(one) for one in around)):
        return False
    if not silent:
        _add(state, line, RULE)
    return True


def _table(state: StateBlock, line: int, end: int, silent: bool) -> bool:  # noqa: FBT001
    """Rows around a line of dashes, or with bars at both ends; converters set blank lines between them."""
    words = _words(state, line)
    if not _PIPE.search(words):
        return False
    rows = [line]
    following = _below(state, line, end)
    barred = bool(_BARRED.fullmatch(words))
    if following < 0 or (following > line + 1 and not barred):
        return False
    if not _row(_words(state, following), barred=barred, delimiter=True):
        return False
    if silent:
        return True
    ruled = bool(_DELIMITER.fullmatch(_words(state, following)))
    while following >= 0 and _row(
        _words(state, following), barred=barred, delimiter=len(rows) == 1, loose=ruled
    ):
        if following > rows[-1] + 1 and not _BARRED.fullmatch(_words(state, following)):
            break
        rows.append(following)
        following = _below(state, following, end)
    for row in rows:
        _add(state, row, DASHES if _DELIMITER.fullmatch(_words(state, row)) else ROW)
    return True


def _below(state: StateBlock, line: int, end: int) -> int:
    """The next line, or the one behind a blank one; -1 where there is none in the same quote or item."""
    for one in range(line + 1, min(line + 3, end)):
        if not state.isEmpty(one):
            return one if state.sCount[one] >= state.blkIndent else -1
    return -1


def _row(words: str, *, barred: bool, delimiter: bool, loose: bool = False) -> bool:
    if loose:
        return bool(_PIPE.search(words))
    if delimiter and _DELIMITER.fullmatch(words):
        return True
    return barred and bool(_BARRED.fullmatch(words))


def _note(state: StateBlock, line: int, end: int, silent: bool) -> bool:  # noqa: FBT001
    if not _NOTE.fullmatch(_words(state, line)):
        return False
    if silent:
        return True
    _add(state, line, NOTE)
    while state.line < end and _NOTE_GOES_ON.match(
        state.env["text"], state.bMarks[state.line], state.eMarks[state.line]
    ):
        _add(state, state.line, RULE)
    return True


def _definition(state: StateBlock, line: int, end: int, silent: bool) -> bool:  # noqa: FBT001
    """The address of a link, somewhere below it. What no link refers to, [来源]: https://…, is text."""
    found = _DEFINITION.fullmatch(_words(state, line))
    if not found or (not found["label"].isascii() and state.src.count(found["label"]) == 1):
        return False
    reference(state, line, end, silent)
    _add(state, line, RULE)
    return True


def _fence(state: StateBlock, line: int, end: int, silent: bool) -> bool:  # noqa: FBT001
    """Lines between two fences are text without marks; a fence that nothing closes is a slip.

    Chat models fence a whole speech as ``markdown``; its marks are marks.
    """
    found = _FENCE.fullmatch(_words(state, line))
    if not found or not fence(state, line, end, True):  # noqa: FBT003
        return False
    if silent:
        return True
    last = _closing(state, line, end, found["sign"])
    names_language = bool(_LANGUAGE.fullmatch(found["info"].strip()))
    if last < 0 and not names_language:
        return False
    # What stands behind the sign and names no language is somebody's words.
    _add(state, line, RULE if names_language else CODE, start=_start(state, line) + found.start("info"))
    if last < 0:
        return True
    if found["info"].strip().lower() in _MARKDOWN:
        most, state.lineMax = state.lineMax, last
        state.md.block.tokenize(state, line + 1, last)
        state.lineMax = most
    else:
        for one in range(line + 1, last):
            _add(state, one, CODE, start=state.bMarks[one])
    _add(state, last, RULE)
    return True


def _closing(state: StateBlock, line: int, end: int, sign: str) -> int:
    """The line that closes a fence, -1 where none does."""
    unclosed = state.env["unclosed"]
    key = (sign[0], end, state.blkIndent)
    if key in unclosed and len(sign) >= unclosed[key]:
        return -1
    for one in range(line + 1, end):
        words = _words(state, one)
        if words and state.sCount[one] < state.blkIndent:
            return -1
        if len(words) >= len(sign) and not words.strip(sign[0]):
            return one
    unclosed[key] = len(sign)
    return -1
