"""Lists of contents in a unit's file: emptied when it becomes a template, filled with the handout's headings.

Which headings are listed is what the field itself says (ISO/IEC 29500-1, 17.16.5.68). Page numbers are not
known before somebody lays the pages out, so they are left to Word: the field is marked as out of date.
"""

from __future__ import annotations

from copy import deepcopy
from typing import TYPE_CHECKING

from reportgen.rendering.docx.shim import new, paragraph_properties, qn, whole
from reportgen.rendering.docx.spacing import style_of
from reportgen.rendering.docx.stated import chain, number, said
from reportgen.rendering.elements import drop, parent_of
from reportgen.text.patterns import lazy

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Mapping, Sequence

    from lxml.etree import _Element as Element

_TOC = lazy(r"\s*TOC\b")
_LEVELS = lazy(r'\\o\s+"?(\d)\s*-\s*(\d)')
_NAMED = lazy(r"heading ([1-9])")
_FIRST = 900_000
"""Bookmarks of headings are numbered from here."""
_SPACE = "{http://www.w3.org/XML/1998/namespace}space"


def emptied(elements: Iterable[Element]) -> None:
    """Take the entries out of lists of contents; the field stays, with nothing in it."""
    listed = [it for one in elements for it in _paragraphs(one)]
    for one in listed:
        for simple in one.findall(qn("w:fldSimple")):
            if _TOC.match(simple.get(qn("w:instr"), "")):
                simple.addnext(_mark("end"))
                for run in (_mark("begin"), _told(simple.get(qn("w:instr"), "")), _mark("separate")):
                    simple.addprevious(run)
                one.remove(simple)
    for paragraphs in _fields(listed):
        first = paragraphs[0]
        told = "".join(one.text or "" for one in first.iter(qn("w:instrText")) if _TOC.match(one.text or ""))
        for one in paragraphs[1:]:
            if one.find(whole("w:pPr/w:sectPr")) is None:
                drop(one)
            else:
                _empty(one)
        _empty(first)
        for run in (_mark("begin"), _told(told), _mark("separate"), _mark("end")):
            first.append(run)


def refresh(body: Element, styles: Mapping[str | None, Element]) -> None:
    """Fill the lists of contents of a finished body with its headings."""
    for paragraphs in list(_fields([it for one in body for it in _paragraphs(one)])):
        first = paragraphs[0]
        told = "".join(one.text or "" for one in first.iter(qn("w:instrText")))
        entries = list(_entries(body, first, styles, told))
        properties = first.find(qn("w:pPr"))
        _empty(first)
        if not entries:
            for run in (_mark("begin", dirty=True), _told(told), _mark("separate"), _mark("end")):
                first.append(run)
            continue
        at = first
        for count, (level, words, name) in enumerate(entries):
            line = first if not count else new("w:p")
            if count:
                if properties is not None:
                    line.append(deepcopy(properties))
                at.addnext(line)
            _dress(line, level, styles)
            if not count:
                for run in (_mark("begin", dirty=True), _told(told), _mark("separate")):
                    line.append(run)
            line.append(_link(words, name))
            at = line
        at.append(_mark("end"))


def _paragraphs(one: Element) -> Iterator[Element]:
    yield from [one] if one.tag == qn("w:p") else one.iter(qn("w:p"))


def _fields(paragraphs: Sequence[Element]) -> Iterator[list[Element]]:
    """Yield the paragraphs of each list of contents, from its beginning to its end."""
    depth = 0
    held: list[Element] = []
    for one in paragraphs:
        if held:
            held.append(one)
        for mark in one.iter(qn("w:fldChar"), qn("w:instrText")):
            kind = mark.get(qn("w:fldCharType"))
            if mark.tag == qn("w:instrText") and not held and _TOC.match(mark.text or ""):
                held, depth = [one], 1
            elif held and kind == "begin":
                depth += 1
            elif held and kind == "end":
                depth -= 1
                if not depth:
                    yield held
                    held = []


def _entries(
    body: Element, contents: Element, styles: Mapping[str | None, Element], told: str
) -> Iterator[tuple[int, str, str]]:
    """The headings behind a field that it lists: level, words, bookmark, which is put around each."""
    span = _LEVELS.search(told)
    low, high = (int(span[1]), int(span[2])) if span else (1, 3)
    by_level = {f"{key}": level for key, level in _heading_levels(styles, outlines="\\u" in told).items()}
    number_ = 0
    top = contents
    while top.getparent() is not body:
        top = parent_of(top)
    for one in top.itersiblings():
        level = by_level.get(style_of(one), 0) if one.tag == qn("w:p") else 0
        words = " ".join("".join(_said(one)).split())
        if low <= level <= high and words:
            number_ += 1
            name = f"_Toc{_FIRST + number_}"
            _bookmark(one, name, _FIRST + number_)
            yield level, words, name


def _said(paragraph: Element) -> Iterator[str]:
    for one in paragraph.iter(qn("w:t"), qn("w:br")):
        yield one.text or "" if one.tag == qn("w:t") else ""


def _heading_levels(styles: Mapping[str | None, Element], *, outlines: bool) -> dict[str, int]:
    levels: dict[str, int] = {}
    for key, style in styles.items():
        name = style.find(qn("w:name"))
        found = _NAMED.fullmatch(name.get(qn("w:val"), "").lower()) if name is not None else None
        if found and key:
            levels[key] = int(found[1])
        elif outlines and key:
            stated = said(chain(styles, key), "w:pPr/w:outlineLvl", "val")
            level = int(number(stated, "val")) if stated is not None else 9
            if level < 9:  # noqa: PLR2004  that of text
                levels[key] = level + 1
    return levels


def _bookmark(paragraph: Element, name: str, number_: int) -> None:
    start, end = new("w:bookmarkStart"), new("w:bookmarkEnd")
    for one in (start, end):
        one.set(qn("w:id"), str(number_))
    start.set(qn("w:name"), name)
    paragraph_properties(paragraph).addnext(start)
    paragraph.append(end)


def _dress(line: Element, level: int, styles: Mapping[str | None, Element]) -> None:
    """Give an entry the style of its level, where the file has one."""
    wanted = f"toc {level}"
    for key, style in styles.items():
        name = style.find(qn("w:name"))
        if key and name is not None and name.get(qn("w:val"), "").lower() == wanted:
            properties = paragraph_properties(line)
            for old in properties.findall(qn("w:pStyle")):
                properties.remove(old)
            named = new("w:pStyle")
            named.set(qn("w:val"), key)
            properties.insert(0, named)


def _empty(paragraph: Element) -> None:
    for one in list(paragraph):
        if one.tag != qn("w:pPr"):
            paragraph.remove(one)


def _link(words: str, name: str) -> Element:
    link, run, text = new("w:hyperlink"), new("w:r"), new("w:t")
    link.set(qn("w:anchor"), name)
    link.set(qn("w:history"), "1")
    text.text = words
    text.set(_SPACE, "preserve")
    run.append(text)
    link.append(run)
    return link


def _mark(kind: str, *, dirty: bool = False) -> Element:
    run, mark = new("w:r"), new("w:fldChar")
    mark.set(qn("w:fldCharType"), kind)
    if dirty:
        mark.set(qn("w:dirty"), "true")
    run.append(mark)
    return run


def _told(words: str) -> Element:
    run, told = new("w:r"), new("w:instrText")
    told.text = words
    told.set(_SPACE, "preserve")
    run.append(told)
    return run


def has_contents(body: Element) -> bool:
    """Whether a body has a list of contents."""
    return any(_TOC.match(one.text or "") for one in body.iter(qn("w:instrText")))
