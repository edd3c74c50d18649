"""How large a speech may be: looked at before anything is read or unpacked, so that it is told at once.

The longest reports in office are of some 60 000 characters; the limits stand far above them, and as high as
every later stage takes in reasonable time and 500 MB of memory.
"""

from __future__ import annotations

from reportgen.errors import SourceError
from reportgen.office.markup import marks_of
from reportgen.opening import MEBIBYTE

LARGEST_PART = 32 * MEBIBYTE
"""Bytes of one part of a package, unpacked, and of a web page: ten times a million characters."""
MOST_CHARACTERS = 1_000_000
MOST_BUILT = 80_000
"""Characters of a speech that files are made of: its handout has some 700 000 elements and attributes."""
MOST_PARAGRAPHS = 50_000
MOST_PAGES = 3_000
"""Pages of a PDF; there are some 500 characters on one."""
MOST_LINES = 200_000
"""Lines of a text, empty ones counted."""
MOST_MARKS = 800_000
"""Elements and attributes of an XML part; in memory each takes some 250 bytes."""
MOST_PAGE_MARKS = 400_000
"""The same of a web page, which is walked through several times."""
BYTES_A_CHARACTER = 4
"""The most that a character takes in any encoding that we know."""
_SPLIT = "请分成几个文件，分别生成"
_SHORTER = "请只保留讲话稿的文字，另存后再试"


def require_buildable(text: str, name: str) -> None:
    """Refuse a speech whose files would not fit into memory, before anything is made of it.

    Raises:
        SourceError: it has too many characters.
    """
    count = sum(not char.isspace() for char in text)
    if count > MOST_BUILT:
        message = f"讲话稿有 {count} 字，生成材料最多 {MOST_BUILT} 字"
        raise SourceError(message, where=name, hint=f"{_SPLIT}；outline、check、brief 不受此限")


def require_marks(data: bytes, name: str, most: int = MOST_MARKS) -> None:
    """Refuse markup that would not fit into memory once it is taken apart.

    Signs are counted, and nothing is parsed.

    Raises:
        SourceError: there is too much of it.
    """
    if len(data) > LARGEST_PART or marks_of(data) > most:
        raise too_large_inside(name, most)


def require_pages(count: int, name: str) -> None:
    """Refuse a PDF for its pages.

    Raises:
        SourceError: there are too many.
    """
    if count > MOST_PAGES:
        raise SourceError(f"页数太多（{count} 页），最多 {MOST_PAGES} 页", where=name, hint=_SPLIT)


def require_lines(count: int, name: str) -> None:
    """Refuse more lines, empty ones counted, than can be kept apart.

    Raises:
        SourceError: there are more.
    """
    if count > MOST_LINES:
        raise SourceError(f"行数太多，最多 {MOST_LINES // 10_000} 万行", where=name, hint=_SPLIT)


def require_paragraphs(count: int, name: str) -> None:
    """Refuse more paragraphs than the later stages can take.

    Raises:
        SourceError: there are more.
    """
    if count > MOST_PARAGRAPHS:
        message = f"段落太多，最多 {MOST_PARAGRAPHS // 10_000} 万段"
        raise SourceError(message, where=name, hint=_SPLIT)


def require_characters(count: int, name: str) -> None:
    """Refuse more characters than the later stages can take.

    Raises:
        SourceError: there are more.
    """
    if count > MOST_CHARACTERS:
        message = f"字数太多，最多 {MOST_CHARACTERS // 10_000} 万字"
        raise SourceError(message, where=name, hint=_SPLIT)


def too_large_inside(name: str, marks: int = MOST_MARKS) -> SourceError:
    """The error for a file that unpacks to more than a speech can be."""
    most = f"{LARGEST_PART // MEBIBYTE} MB、{marks // 10_000} 万个标记"
    return SourceError(f"文件解压后过大，最多 {most}", where=name, hint=_SHORTER)
