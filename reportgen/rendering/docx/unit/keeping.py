"""What stays of a unit's file put in order: no marks of other programs, no ends without beginnings."""

from __future__ import annotations

from typing import TYPE_CHECKING

from reportgen.rendering.docx.shim import new, qn, whole
from reportgen.rendering.docx.unit.content import FOREIGN
from reportgen.rendering.elements import drop
from reportgen.text.patterns import lazy

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

    from lxml.etree import _Element as Element

    from reportgen.rendering.docx.unit.package import Package

_EDGES = lazy(r"\{[{%#]|[}%#]\}|｛[｛%％{]|[｝%％}]｝|\{％|％\}")
_SAMPLE = lazy(r"[X×xＸ]{2,}|某某|[○〇]{2,}")
_PAIRS = (
    ("w:bookmarkStart", "w:bookmarkEnd"),
    ("w:commentRangeStart", "w:commentRangeEnd"),
    ("w:permStart", "w:permEnd"),
    ("w:moveFromRangeStart", "w:moveFromRangeEnd"),
    ("w:moveToRangeStart", "w:moveToRangeEnd"),
)
_SHOWN = 6
"""Words that a remark shows."""
_FIRST_BOOKMARK = 100_000
"""Bookmarks of the unit's are numbered from here: those of the handout have the numbers of paragraphs."""
_HEADS = ("header", "footer")
_NOTES = ("footnotes", "endnotes")


def kept(package: Package, body: Element, ours: Sequence[Element], foreign: Sequence[str]) -> list[str]:
    """Put in order what stays in the body, in heads and feet, and in notes.

    Args:
        package: the file.
        body: its body, with the handout in it.
        ours: the elements of the handout.
        foreign: marks of other programs that went with the sample.

    Returns:
        What is to be told.
    """
    remarks: list[str] = []
    own = {id(one) for one in ours}
    staying = [one for one in body if id(one) not in own]
    heads = [package.tree(name) for name in package.all_related(package.main, *_HEADS)]
    gone = [*foreign, *(word for root in (*staying, *heads) for word in without_marks(root))]
    if gone:
        shown = list(dict.fromkeys(gone))
        more = f"等 {len(shown)} 个" if len(shown) > _SHOWN else ""
        remarks.append(f"别的程序的占位词（{'、'.join(shown[:_SHOWN])}{more}）不会印在成稿里")
    _pair(body)
    _without_remarks(staying)
    for one in staying:
        _give_grids(one)
        _empty_prompts(one)
    _forget_notes(package, body)
    samples = [found[0] for root in (*staying, *heads) for found in _SAMPLE.finditer(all_words(root))]
    if samples:
        told = "、".join(list(dict.fromkeys(samples))[:3])
        remarks.append(f"留下的版头、版记或页眉页脚里还有“{told}”，请先在模板里填好")
    return remarks


def without_marks(root: Element) -> list[str]:
    """Take the marks of other programs out of the words below an element; return them."""
    gone: list[str] = []
    for paragraph in [*([root] if root.tag == qn("w:p") else []), *root.iter(qn("w:p"))]:
        texts = [
            one for one in paragraph.iter(qn("w:t")) if next(one.iterancestors(qn("w:p")), None) is paragraph
        ]
        words = "".join(one.text or "" for one in texts)
        found = [(it.start(), it.end()) for it in FOREIGN.finditer(words)]
        gone += [words[start:end] for start, end in found]
        found += [(it.start(), it.end()) for it in _EDGES.finditer(words) if not _is_in(it.start(), found)]
        if found:
            _remove(texts, sorted(found))
    return gone


def _cut(words: str, places: Iterable[tuple[int, int]]) -> str:
    for start, end in sorted(places, reverse=True):
        words = words[:start] + words[end:]
    return words


def _is_in(at: int, places: Iterable[tuple[int, int]]) -> bool:
    return any(start <= at < end for start, end in places)


def _remove(texts: Sequence[Element], places: Sequence[tuple[int, int]]) -> None:
    """Take places out of words that stand in several runs."""
    at = 0
    for one in texts:
        words = one.text or ""
        inside = [(max(start - at, 0), min(end - at, len(words))) for start, end in places]
        one.text = _cut(words, [(start, end) for start, end in inside if start < end])
        at += len(words)


def _pair(body: Element) -> None:
    """Drop ends whose beginnings went with the sample, and beginnings likewise; number bookmarks anew."""
    for begin, end in _PAIRS:
        starts = {one.get(qn("w:id")): one for one in body.iter(qn(begin))}
        ends = {one.get(qn("w:id")): one for one in body.iter(qn(end))}
        for key in starts.keys() ^ ends.keys():
            drop(starts[key] if key in starts else ends[key])
    numbers: dict[str | None, str] = {}
    for one in body.iter(qn("w:bookmarkStart"), qn("w:bookmarkEnd")):
        key = one.get(qn("w:id"))
        one.set(qn("w:id"), numbers.setdefault(key, str(_FIRST_BOOKMARK + len(numbers))))


def _without_remarks(elements: Iterable[Element]) -> None:
    """Drop what points to remarks: they are about the sample."""
    for root in elements:
        for one in list(
            root.iter(qn("w:commentRangeStart"), qn("w:commentRangeEnd"), qn("w:commentReference"))
        ):
            drop(one)


def _give_grids(root: Element) -> None:
    """Give columns to a table that states none; Word works them out from the cells."""
    for table in [*([root] if root.tag == qn("w:tbl") else []), *root.iter(qn("w:tbl"))]:
        if table.find(whole("w:tblGrid/w:gridCol")) is not None:
            continue
        grid = table.find(qn("w:tblGrid"))
        if grid is None:
            grid = new("w:tblGrid")
            properties = table.find(qn("w:tblPr"))
            if properties is not None:
                properties.addnext(grid)
            else:
                table.insert(0, grid)
        rows = [row.findall(qn("w:tc")) for row in table.findall(qn("w:tr"))]
        for cell in max(rows, key=len, default=[]):
            stated = cell.find(whole("w:tcPr/w:tcW"))
            column = new("w:gridCol")
            width = stated.get(qn("w:w"), "") if stated is not None else ""
            column.set(qn("w:w"), width if width.isdecimal() else "1000")
            grid.append(column)


def _empty_prompts(root: Element) -> None:
    """Leave no prompt of a content control to be printed."""
    for control in list(root.iter(qn("w:sdt"))):
        if control.find(whole("w:sdtPr/w:showingPlcHdr")) is not None:
            for text in control.iter(qn("w:t")):
                text.text = ""


def _forget_notes(package: Package, body: Element) -> None:
    """Drop notes that nothing leads to any more."""
    for kind in _NOTES:
        name = package.related(package.main, kind)
        if not name:
            continue
        root, tag = package.tree(name), f"w:{kind[:-1]}"
        used = {one.get(qn("w:id")) for one in body.iter(qn(f"{tag}Reference"))}
        for note in list(root.findall(qn(tag))):
            if note.get(qn("w:type"), "normal") == "normal" and note.get(qn("w:id")) not in used:
                root.remove(note)


def all_words(root: Element) -> str:
    """Return the words below an element, those of text boxes too."""
    return "".join(one.text or "" for one in root.iter(qn("w:t")))
