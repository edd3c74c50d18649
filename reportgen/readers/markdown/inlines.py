"""What is a mark inside a line: code, links, pictures, notes, struck words, tags, entities, escapes.

markdown-it-py's rules say where each begins and ends; what they consume is noted with its place, which their
tokens do not tell. Pairs of ``*`` and ``_`` are found afterwards (`pairs`).
"""

from __future__ import annotations

import re
from collections import Counter
from dataclasses import dataclass, field

from markdown_it import MarkdownIt
from markdown_it.helpers import parseLinkLabel
from markdown_it.rules_inline import StateInline, autolink, backtick, entity, escape, image, link

from reportgen.readers.markdown.pairs import WORD
from reportgen.readers.raised import lowered, raised
from reportgen.readers.tidying import tidy
from reportgen.source import MARK, Span
from reportgen.text.patterns import lazy

NOTES, COMMENTS, PICTURES, FIELDS, STRUCK = "条脚注", "条批注", "幅图片", "行文件头", "处划去的文字"
"""What is left out, in the order in which it is told."""

_KEY = "pieces"
_HIGHLIGHT = lazy(r"(?<!=)==(?![=\s])[^=\n]*[^=\s]==(?!=)")
_TAG = lazy(
    r"</?(?:br|b|i|u|p|em|strong|span|div|center|font|sup|sub|small|big|mark|ins|a|img|hr|h[1-6]|ul|ol|li|dl|dt|dd"
    r"|section|article|blockquote|details|summary|figure|figcaption|table|thead|tbody|tr|t[dh]|code|pre|kbd)\b"
    r"[^<>\n]{0,400}/?>",
    re.IGNORECASE,
)
_STRUCK = lazy(r"(?<![~\d])~~(?![\s~])[^~\n]*[^\s~]~~(?!~)")
_STRUCK_TAG = lazy(r"<(?P<tag>s|del|strike)>[^<\n]*</(?P=tag)>", re.IGNORECASE)
_RAISED = lazy(r"(?<=<su[pb]>)[^<\n]{1,12}(?=</su[pb]>)", re.IGNORECASE)
_NOTE = lazy(r"\[\^[^\]\s]{1,20}\]")
# Names of pictures have blanks as often as not, and Obsidian writes no words; CommonMark takes neither.
_PICTURE = lazy(r"!\[[^\[\]\n]*\]\([^()\n]*\)|!\[\[[^\[\]\n]+\]\]")
_SCHEME = lazy(r"https?$", re.IGNORECASE)
_LONGEST_SCHEME = len("https")
# An address has no Chinese in it, and no sign that ends a sentence or a mark behind it (GFM 0.29, 6.9).
_ADDRESS = lazy(r"://(?:(?!&[A-Za-z]{2,8};)[!-;=?-Z\\^-{}~])*(?<=[0-9A-Za-z/#=&%+$-])")
# What stands in brackets behind words is as often the speaker's: 按[2024](5号)办.
_TARGET = lazy(
    r"\([ \t]*(?:<[^<>\n]*>|[!-~]*|(?:[a-z]{3,6}:|#|\.{0,2}/)[^\s]*|[^\s]*\.[a-z]{2,5})"
    r"(?:[ \t]+[\"'(][^\n]*)?[ \t]*\)",
    re.IGNORECASE,
)
_ESCAPED = lazy(r"\\[!-/:-@\[-`{-~]")


@dataclass(slots=True)
class Pieces:
    """What was found in a line: places of marks, of what holds none, characters that an entity means."""

    marks: list[Span] = field(default_factory=list)
    hidden: list[Span] = field(default_factory=list)
    meant: dict[int, str] = field(default_factory=dict)
    counts: Counter[str] = field(default_factory=Counter)
    highlights: set[Span] = field(default_factory=set)
    """Where those end that have begun."""

    def around(self, start: int, first: int, last: int, end: int) -> None:
        """Say that a range is words between two marks, in which nothing else is a mark."""
        self.marks += [Span(start, first), Span(last, end)]
        self.hidden.append(Span(first, last))

    def seen(self, words: str) -> str:
        """The line as the rules of pairs see it: nothing that is hidden looks like a mark."""
        chars = list(words)
        for spans, char in ((self.hidden, WORD), (self.marks, MARK)):
            for span in spans:
                chars[span.start : span.end] = char * len(span)
        for at, char in self.meant.items():
            chars[at] = char if char.isspace() else WORD
        return "".join(chars)


def with_heights(text: str) -> str:
    """Return a text of the same length whose raised and lowered characters are the ones that Unicode has."""
    return _RAISED.sub(_moved, text)


def _moved(found: re.Match[str]) -> str:
    tag = found.string[found.start() - len("sup>") : found.start() - 1].lower()
    return raised(found[0]) if tag == "sup" else lowered(found[0])


def use_inlines(md: MarkdownIt) -> None:
    """Have a parser note what its inline rules consume."""
    ruler = md.inline.ruler
    for name, rule in (
        ("linkify", _address),
        ("escape", _escape),
        ("backticks", _code),
        ("strikethrough", _struck),
        ("link", _link),
        ("image", _image),
        ("autolink", _autolink),
        ("html_inline", _tag),
        ("entity", _entity),
    ):
        ruler.at(name, rule)
        ruler.enable(name)
    ruler.before("link", "highlight", _highlight)
    ruler.disable("emphasis")
    md.inline.ruler2.disable(md.inline.ruler2.get_active_rules())


def pieces_of(words: str, md: MarkdownIt, references: dict[str, object]) -> Pieces:
    """Return what the rules find in a line."""
    found = Pieces()
    md.inline.parse(words, md, {_KEY: found, "references": references}, [])
    return found


def _pieces(state: StateInline) -> Pieces:
    found: Pieces = state.env[_KEY]
    return found


def _whole(state: StateInline, start: int, kind: str = "") -> None:
    """Note that all from `start` to where the state is now is a mark."""
    pieces = _pieces(state)
    pieces.marks.append(Span(start, state.pos))
    if kind:
        pieces.counts[kind] += 1


def _matched(state: StateInline, pattern: re.Pattern[str]) -> bool:
    found = pattern.match(state.src, state.pos, state.posMax)
    if found:
        state.pos = found.end()
    return bool(found)


def _address(state: StateInline, silent: bool) -> bool:  # noqa: FBT001 - the signature of a rule
    if state.src[state.pos] != ":":
        return False
    start = max(state.pos - _LONGEST_SCHEME, 0)
    scheme = _SCHEME.search(state.src[start : state.pos])
    found = _ADDRESS.match(state.src, state.pos, state.posMax) if scheme else None
    if not scheme or not found:
        return False
    if not silent:
        _pieces(state).hidden.append(Span(start + scheme.start(), found.end()))
    state.pos = found.end()
    return True


def _escape(state: StateInline, silent: bool) -> bool:  # noqa: FBT001
    start = state.pos
    is_mark = bool(_ESCAPED.match(state.src, start, state.posMax))
    if not escape(state, True):  # noqa: FBT003 - markdown-it-py calls its rules by place
        return False
    if is_mark and not silent:
        _pieces(state).around(start, start + 1, state.pos, state.pos)
    return True


def _code(state: StateInline, silent: bool) -> bool:  # noqa: FBT001
    start = state.pos
    if not backtick(state, True):  # noqa: FBT003
        return False
    ticks = len(state.src[start : state.pos]) - len(state.src[start : state.pos].lstrip("`"))
    if state.pos > start + ticks and not silent:
        _pieces(state).around(start, start + ticks, state.pos - ticks, state.pos)
    return True


def _struck(state: StateInline, silent: bool) -> bool:  # noqa: FBT001
    start = state.pos
    if state.src[start] != "~" or not _matched(state, _STRUCK):
        return False
    if not silent:
        _whole(state, start, STRUCK)
    return True


def _highlight(state: StateInline, silent: bool) -> bool:  # noqa: FBT001
    """Words between ``==`` as Typora and Obsidian show them; in them other marks are marks."""
    start = state.pos
    if state.src[start] != "=":
        return False
    pieces = _pieces(state)
    closes = Span(start, start + 2) in pieces.highlights
    found = None if closes else _HIGHLIGHT.match(state.src, start, state.posMax)
    if not closes and not found:
        return False
    state.pos = start + 2
    if not silent:
        _whole(state, start)
        if found:
            pieces.highlights.add(Span(found.end() - 2, found.end()))
    return True


def _link(state: StateInline, silent: bool) -> bool:  # noqa: FBT001
    start = state.pos
    if state.src[start] != "[":
        return False
    if _matched(state, _NOTE):
        if not silent:
            _whole(state, start)
        return True
    if not link(state, True):  # noqa: FBT003
        state.pos = start
        return False
    end, most = state.pos, state.posMax
    close = parseLinkLabel(state, start, True)  # noqa: FBT003
    target = state.src[close + 1 : end]
    if target.startswith("(") and not _TARGET.fullmatch(target):
        state.pos = start
        return False
    if not silent:
        _pieces(state).marks += [Span(start, start + 1), Span(close, end)]
        state.pos, state.posMax = start + 1, close
        state.level += 1
        state.md.inline.tokenize(state)
        state.level -= 1
    state.pos, state.posMax = end, most
    return True


def _image(state: StateInline, silent: bool) -> bool:  # noqa: FBT001
    start = state.pos
    if not state.src.startswith("![", start) or state.src.find("]", start, state.posMax) < 0:
        return False
    if not image(state, True) and not _matched(state, _PICTURE):  # noqa: FBT003
        return False
    if not silent:
        _whole(state, start, PICTURES)
    return True


def _autolink(state: StateInline, silent: bool) -> bool:  # noqa: FBT001
    start = state.pos
    if not autolink(state, True):  # noqa: FBT003
        return False
    if not silent:
        _pieces(state).around(start, start + 1, state.pos - 1, state.pos)
    return True


def _tag(state: StateInline, silent: bool) -> bool:  # noqa: FBT001
    """Tags that a page knows are marks; ``<NAME>`` is somebody's blank to fill."""
    start = state.pos
    if state.src[start] != "<":
        return False
    struck = _matched(state, _STRUCK_TAG)
    if not struck and not _matched(state, _TAG):
        return False
    if not silent:
        is_picture = state.src[start : start + len("<img")].lower() == "<img"
        _whole(state, start, STRUCK if struck else PICTURES if is_picture else "")
    return True


def _entity(state: StateInline, silent: bool) -> bool:  # noqa: FBT001
    """An entity is the one character that it means, in the place of its first; a blank in front is none."""
    start = state.pos
    if not entity(state, silent):
        return False
    if silent:
        return True
    meant = tidy(state.tokens[-1].content)
    if len(meant) > 1:
        return True
    pieces = _pieces(state)
    leads = not state.src[:start].strip() or (pieces.marks and pieces.marks[-1] == Span(0, start))
    if not meant or (meant.isspace() and leads):
        pieces.marks.append(Span(pieces.marks.pop().start if leads and pieces.marks else start, state.pos))
    else:
        pieces.meant[start] = meant
        pieces.marks.append(Span(start + 1, state.pos))
    return True
