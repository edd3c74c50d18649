"""What fingers do to a brief: marks of full width, a blank that lacks, a quote that is never closed.

YAML complains of most of them on a line further down, and takes some for text without a word. Here they are
found in the lines as they were typed.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from reportgen.analysis.notation import names
from reportgen.text.patterns import lazy

_KEY = rf"(?:{'|'.join(sorted(names.KEYS, key=len, reverse=True))})"
_HEAD = r"[ ]*(?:-[ ]+)*"
_QUOTED = "如果是正文，请用英文引号把整句括起来"
# The mark that slipped is the group `at`.
_SLIPS = (
    (
        rf"[ \t]*(?P<at>\u3000)[\s\u3000]*(?:[-－]|{_KEY}\s*[:：])",
        "行首有全角空格",
        "请改用半角空格，与上下各行对齐",
    ),
    (rf"[ ]*(?P<at>[－﹣–−‐])(?:[\s\u3000]|{_KEY}\s*[:：])", "行首的“－”是全角的", "请用半角“-”，后面空一格"),
    (rf"[ ]*—(?P<at>)[\s\u3000]*{_KEY}\s*[:：]", "行首的“—”不是“-”", "请用半角“-”，后面空一格"),
    (rf"[ ]*-(?P<at>\u3000|(?={_KEY}\s*[:：]))", "“-”后面缺少半角空格", "请在“-”后面空一格"),
    (rf"{_HEAD}{_KEY}[ \u3000]*(?P<at>[：﹕︰])", "这里的冒号是全角的", "请用半角冒号，后面空一格"),
    (rf"{_HEAD}{_KEY}[ ]*:(?P<at>\u3000)", "冒号后面是全角空格", "请改用半角空格"),
    (rf"{_HEAD}{_KEY}[ ]*:(?P<at>(?=[^\s:]))", "冒号后面缺少空格", "请在冒号后面空一格"),
    (r"[ ]*(?P<at>[＃﹟])", "行首的“＃”是全角的", f"说明请用半角“#”开头；{_QUOTED}"),
)
_PATTERNS = tuple((lazy(pattern), message, hint) for pattern, message, hint in _SLIPS)
_CHINESE_QUOTES = lazy(rf"{_HEAD}(?:{_KEY}: +)?(?P<at>[“”‘’＂＇]).*(?:: | #)")
_WELL_FORMED = lazy(rf"{_HEAD}{_KEY}[ ]*:(?:\s|$)|\s*(?:#.*)?$")
_NEXT_KEY = lazy(rf"{_HEAD}{_KEY}:(?:\s|$)")
_OPENED = lazy(rf"{_HEAD}(?:{_KEY}: +)?(?P<at>[\"'])(?P<rest>.*)")
_CLOSED = {'"': lazy(r'(?:[^"\\]|\\.)*"'), "'": lazy(r"(?:[^']|'')*'")}
_ORIGIN = lazy(rf"{names.ORIGINAL}\s*:")


@dataclass(frozen=True, slots=True)
class Slip:
    """A slip: line and column from 0, what it is, what to do."""

    line: int
    column: int
    message: str
    hint: str


def slip_before(lines: Sequence[str], fault: int) -> Slip | None:
    """Return the slip that made YAML stumble at the line `fault` (from 0): there, or in what runs on to it.

    Args:
        lines: the file's.
        fault: where YAML noticed.
    """
    end = min(fault, _origin(lines))
    start = end
    while start > 0 and not _WELL_FORMED.match(lines[start - 1]):
        start -= 1
    run = range(start, min(end + 1, len(lines)))
    typed = next((slip for at in run if (slip := _typed(lines[at], at))), None)
    return typed or (_chinese_quotes(lines[end], end) if end < len(lines) else None)


def open_quote(lines: Sequence[str], fault: int) -> Slip | None:
    """Return the first quote before the line `fault` that its own line does not close."""
    for at in range(min(fault, _origin(lines))):
        found = _OPENED.match(lines[at])
        if found and not _CLOSED[found["at"]].match(found["rest"]):
            return Slip(at, found.start("at"), "从这一行起的引号没有配对", "请补上或删去引号")
    return None


def is_original(lines: Sequence[str], fault: int) -> bool:
    """Whether the line `fault` belongs to the speech at the end of the file."""
    return fault > _origin(lines)


def slip_in_plain(lines: Sequence[str], first: int, column: int) -> Slip | None:
    """Return a slip in a text without quotes, which took lines or a key into itself.

    Args:
        lines: the lines that the text stands on, whole.
        first: the number of the first one (from 0).
        column: where the text begins in it.
    """
    from_head = not lines[0][:column].strip(" -")
    return next(_typed_all(lines if from_head else lines[1:], first + (not from_head)), None)


def takes_a_key(lines: Sequence[str]) -> bool:
    """Whether a quoted text over several lines has swallowed an entry: its end was forgotten."""
    return any(_NEXT_KEY.match(line) for line in lines[1:])


def _typed_all(lines: Sequence[str], first: int) -> Iterator[Slip]:
    yield from (slip for at, line in enumerate(lines, first) if (slip := _typed(line, at)))


def _typed(line: str, at: int) -> Slip | None:
    found = ((pattern.match(line), message, hint) for pattern, message, hint in _PATTERNS)
    return next((Slip(at, one.start("at"), message, hint) for one, message, hint in found if one), None)


def _chinese_quotes(line: str, at: int) -> Slip | None:
    found = _CHINESE_QUOTES.match(line)
    hint = "文字里有半角冒号或井号时，请用英文引号把整句括起来"
    return Slip(at, found.start("at"), "这里的引号是中文引号，括不住整句", hint) if found else None


def _origin(lines: Sequence[str]) -> int:
    return next((at for at, line in enumerate(lines) if _ORIGIN.match(line)), len(lines))
