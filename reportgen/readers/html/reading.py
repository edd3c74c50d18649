"""Read a web page, from its bytes to a source."""

from __future__ import annotations

import email
import re
from collections.abc import Iterator, Mapping
from dataclasses import replace
from email.message import EmailMessage, Message
from email.policy import EmailPolicy

from lxml import etree

from reportgen.errors import SourceError
from reportgen.readers.encoding import BIG5, decode, decoded, wide_encoding
from reportgen.readers.html.blocks import blocks
from reportgen.readers.html.chrome import left_out, without_chrome
from reportgen.readers.html.frames import with_frames
from reportgen.readers.html.main_text import main_element
from reportgen.readers.html.rows import text_rows, with_numbers
from reportgen.readers.html.styles import Styles
from reportgen.readers.html.titles import page_title, site_name
from reportgen.readers.limits import (
    LARGEST_PART,
    MOST_PAGE_MARKS,
    require_characters,
    require_marks,
    too_large_inside,
)
from reportgen.readers.rows import Row, Run, source_of
from reportgen.source import Source
from reportgen.text.patterns import lazy

# WHATWG HTML, 4.2.5.4: a declaration must stand in the first 1024 bytes; pages put it later all the same.
_CHARSET = lazy(rb"""<meta[^>]{0,200}charset\s*=\s*["']?([A-Za-z0-9_-]+)""", re.IGNORECASE)
_DECLARED_WITHIN = 4096
# WHATWG Encoding, 4.2: names of one encoding. GB2312 and GBK mean GBK there; GB 18030 holds all of it.
_ENCODINGS = {
    **dict.fromkeys(("gb2312", "gbk", "gb18030"), "gb18030"),
    **dict.fromkeys(("big5", "big5-hkscs", "cn-big5", "csbig5", "x-x-big5"), BIG5),
}
_PAGE_TYPES = frozenset({"text/html", "application/xhtml+xml"})
_XML_HEAD = lazy(r"\s*<\?xml[^>]*\?>")
_MOST_PARTS = 2000
"""Parts of a page in one file; each picture is one."""
_WAITING = lazy(
    r"(?:(?:正在|数据)?(?:加载|载入)|loading|please wait|请稍[候等后]).{0,20}"
    r"|.{0,60}(?:javascript|脚本|浏览器).{0,60}",
    re.IGNORECASE,
)
"""What a page says until its script has run."""
_SHOWN = "请用浏览器打开原网页，等正文显示出来，复制正文存为 .txt 后再试"
_FRAMED = "请用浏览器打开原网页，在正文上按右键，单独打开框架后另存，或复制正文存为 .txt 后再试"
_TITLE_WITHIN = 8
"""Rows from the top in which a title that stands in the text is looked for."""


_LONGEST_HEADER = 4000


def read_html(data: bytes, name: str, stem: str) -> Source:
    """Make a source of the main text of a web page.

    Raises:
        SourceError: no encoding fits, or the page holds no text.
    """
    require_marks(data, name, MOST_PAGE_MARKS)
    return _source(_markup(data, name), data, name, stem)


def read_mhtml(data: bytes, name: str, stem: str) -> Source:
    """Make a source of a web page in one file with its pictures (RFC 2557).

    Raises:
        SourceError: there is no page in it, no encoding fits, or the page holds no text.
    """
    if len(data) > LARGEST_PART or data.count(b"\n--") > _MOST_PARTS:
        raise too_large_inside(name)
    message = email.message_from_bytes(data, policy=_ShortHeaders())
    pages = [(part, body) for part, body in _pages(message)]
    if not pages:
        raise SourceError("文件里没有网页", where=name, hint="请用浏览器打开原网页，另存为 .html 后再试")
    shown = message.get("Snapshot-Content-Location")
    body = next((body for part, body in pages if shown and part["Content-Location"] == shown), pages[0][1])
    require_marks(body, name, MOST_PAGE_MARKS)
    return _source(_markup(body, name), data, name, stem, dict(_named(pages)))


class _ShortHeaders(EmailPolicy):
    """Cuts what no header is as long as: one that has swallowed a page is taken apart for minutes."""

    def header_source_parse(self, sourcelines: list[str]) -> tuple[str, str]:
        """Return name and value of a header."""
        name, value = super().header_source_parse(sourcelines)
        return name, value[:_LONGEST_HEADER]


def _pages(message: Message) -> Iterator[tuple[EmailMessage, bytes]]:
    for part in message.walk():
        if part.get_content_type() in _PAGE_TYPES and isinstance(part, EmailMessage):
            body = part.get_payload(decode=True)
            if isinstance(body, bytes):
                yield part, body


def _named(pages: list[tuple[EmailMessage, bytes]]) -> Iterator[tuple[str, bytes]]:
    """Pages by what frames call them by (RFC 2557, 8): where they came from, or an id."""
    for part, body in pages:
        if part["Content-Location"]:
            yield str(part["Content-Location"]), body
        if part["Content-ID"]:
            yield f"cid:{str(part['Content-ID']).strip(' <>')}", body


def _markup(data: bytes, name: str) -> str:
    """Decode a page: what its bytes say goes before what it says of itself, which is often wrong."""
    declared = _CHARSET.search(data[:_DECLARED_WITHIN])
    encoding = _ENCODINGS.get(declared[1].decode("ascii").lower()) if declared else None
    if encoding and not wide_encoding(data):
        for one in ("utf-8", encoding):
            try:
                return decoded(data, one, "strict")
            except UnicodeDecodeError:
                continue
    return decode(data, name)


def _source(
    markup: str, data: bytes, name: str, stem: str, inside: Mapping[str, bytes] | None = None
) -> Source:
    root = _root(markup, name)
    is_framed = with_frames(root, inside or {}, lambda page: _inner(page, name))
    has_scripts = next(root.iter("script", "noscript"), None) is not None
    title = page_title(root)
    site = site_name(root)
    styles = Styles(root)
    without_chrome(root, styles)
    require_characters(sum(map(len, root.itertext())), name)
    main = main_element(root)
    found, left = blocks(main, styles)
    left.update(left_out(main, styles))
    links = {"".join("".join(map(str, one.itertext())).split()) for one in main.iter("a")}
    kept, dropped = text_rows([row for row in found if not (site and row.level and row.text == site)], links)
    left["行网页按钮、编辑信息等"] += dropped
    rows = with_numbers(kept)
    if all(row.text == title or _WAITING.fullmatch(row.text) for row in rows):
        if is_framed:
            raise SourceError("网页里没有文字，正文在框架里另一个网页中", where=name, hint=_FRAMED)
        if has_scripts:
            raise SourceError("网页里没有文字，正文要等脚本运行后才显示", where=name, hint=_SHOWN)
    if title and not _holds(rows[:_TITLE_WITHIN], title):
        rows.insert(0, Row((Run(title),), level=1))
    counted = tuple(f"{count} {what}" for what, count in left.items() if count)
    return replace(source_of(rows, data, name, stem), left_out=counted)


def _inner(page: bytes | str, name: str) -> etree._Element | None:
    """A page inside a frame; None where it is empty."""
    data = page.encode("utf-8", "replace") if isinstance(page, str) else page
    require_marks(data, name, MOST_PAGE_MARKS)
    markup = page if isinstance(page, str) else _markup(page, name)
    return _root(markup, name) if markup.strip() else None


def _root(markup: str, name: str) -> etree._Element:
    parser = etree.HTMLParser(encoding="utf-8", remove_comments=True, remove_pis=True, huge_tree=True)
    bare = markup.lstrip("\ufeff")
    declared = _XML_HEAD.match(bare)
    bare = bare[declared.end() :] if declared else bare
    root = etree.fromstring(bare.encode("utf-8", "replace"), parser)
    if root is None:
        raise SourceError("网页里没有文字", where=name, hint="请确认选对了文件，或重新保存后再试")
    if any("Excessive depth" in entry.message for entry in parser.error_log):  # what lies deeper was dropped
        raise SourceError(
            "网页嵌套得太深，读不全", where=name, hint="请用浏览器打开，复制正文存为 .txt 后再试"
        )
    return root


def _holds(rows: list[Row], title: str) -> bool:
    """Whether the text begins with its title, perhaps over several rows."""
    plain = re.sub(r"\W", "", title)
    head = re.sub(r"\W", "", "".join(row.text for row in rows))
    return plain in head
