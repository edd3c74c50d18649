"""Pages inside of a page: put in their places where the file has them with it."""

from __future__ import annotations

import base64
import binascii
from collections.abc import Callable, Mapping
from urllib.parse import unquote_to_bytes

from lxml.etree import _Element as Element

_DATA = "data:text/html"
_DEEPEST = 4
"""Frames in each other; a page that holds itself would never end."""

Parse = Callable[[bytes | str], Element | None]


def with_frames(root: Element, inside: Mapping[str, bytes], parse: Parse, deep: int = 0) -> bool:
    """Replace frames by what they show, in place; return whether one is left whose page is not there.

    Args:
        root: the page.
        inside: the pages that came in the same file, by the names that frames call them by.
        parse: makes a page of its bytes or its markup.
        deep: how many frames stand around the page.
    """
    missing = False
    for frame in list(root.iter("iframe", "frame")):
        page = _page_of(frame, inside) if deep < _DEEPEST else None
        inner = parse(page) if page else None
        if inner is None:
            missing = missing or bool(frame.get("src"))
            continue
        missing = with_frames(inner, inside, parse, deep + 1) or missing
        tail = frame.tail
        frame.clear()
        frame.tag, frame.tail = "div", tail
        # A page has its own title; only the one around it names the text.
        body = next(inner.iter("body", "frameset"), None)
        if body is not None:
            frame.text = body.text
            frame.extend(list(body))
        frame.extend(list(inner.iter("style")))
    return missing


def _page_of(frame: Element, inside: Mapping[str, bytes]) -> bytes | str | None:
    """What a frame shows; what `srcdoc` says goes before `src` (WHATWG HTML, 4.8.5)."""
    if frame.tag == "iframe" and frame.get("srcdoc"):
        return frame.get("srcdoc")
    source = (frame.get("src") or "").strip()
    if not source.lower().startswith(_DATA):
        return inside.get(source)
    head, _, body = source.partition(",")
    data = unquote_to_bytes(body)
    if not head.lower().endswith(";base64"):
        return data
    try:
        return base64.b64decode(data)
    except binascii.Error:
        return None
