"""Read a PowerPoint file: slides in their order, tables, groups, drawings, charts, notes."""

from __future__ import annotations

from typing import TYPE_CHECKING

from reportgen.checking.placed import Placed, Zone

if TYPE_CHECKING:
    from collections.abc import Iterator

    from lxml.etree import _Element as Element

    from reportgen.checking.package import Package

A = "{http://schemas.openxmlformats.org/drawingml/2006/main}"
C = "{http://schemas.openxmlformats.org/drawingml/2006/chart}"
P = "{http://schemas.openxmlformats.org/presentationml/2006/main}"
_R = "{http://schemas.openxmlformats.org/officeDocument/2006/relationships}"
_MC = "{http://schemas.openxmlformats.org/markup-compatibility/2006}"
# Number, date and header of a notes page are the program's.
_FURNITURE = frozenset({"sldNum", "dt", "hdr", "sldImg"})


def read_slides(package: Package) -> tuple[Placed, ...]:
    """Return the texts of all slides, hidden ones too, and of their notes."""
    main = package.main
    root, targets = package.root(main), package.targets(main)
    found: list[Placed] = []
    number = 0
    for entry in root.iter(f"{P}sldId") if root is not None else ():
        path = targets.get(entry.get(f"{_R}id", ""), "")
        slide = package.root(path) if path else None
        if slide is None:
            continue
        number += 1
        related = package.related(path)
        _read(slide, f"第 {number} 张", Zone.BODY, found)
        for kind, zone, name in (("diagramData", Zone.BODY, "图形"), ("notesSlide", Zone.NOTES, "备注")):
            for other in related.get(kind, ()):
                part = package.root(other)
                if part is not None:
                    _read(part, f"第 {number} 张{name}", zone, found)
        for other in related.get("chart", ()):
            part = package.root(other)
            if part is not None:
                _read_chart(part, f"第 {number} 张图表", found)
    return tuple(found)


def _read(part: Element, where: str, zone: Zone, found: list[Placed]) -> None:
    unit = found[-1].unit if found else 0
    for frame in _frames(part):
        if frame.tag == f"{A}tbl":
            merged: dict[int, str] = {}
            for row_number, row in enumerate(frame.iter(f"{A}tr"), 1):
                unit += 1
                found += _row(row, f"{where}表格第 {row_number} 行", unit, zone, merged)
            continue
        unit += 1
        texts = [text for paragraph in frame.iter(f"{A}p") if (text := _text(paragraph)).strip()]
        found += [Placed(text, where, unit, zone) for text in texts]


def _read_chart(part: Element, where: str, found: list[Placed]) -> None:
    """The words of a chart: its titles, and by column what stands below and above it.

    What PowerPoint shows it keeps beside the sheet with the data (ECMA-376 Part 1, 21.2.2.22 and 21.2.2.121).
    """
    unit = found[-1].unit if found else 0
    for title in part.iter(f"{C}title"):
        unit += 1
        texts = [text for one in title.iter(f"{A}p") if (text := _text(one)).strip()]
        found += [Placed(text, where, unit) for text in texts]
    for series in part.iter(f"{C}ser"):
        below, above = _points(series, "cat"), _points(series, "val") | _labels(series)
        for at in sorted(below.keys() | above.keys()):
            unit += 1
            texts = [one[at] for one in (below, above) if one.get(at, "").strip()]
            found += [Placed(text, f"{where}第 {at + 1} 项", unit) for text in texts]


def _points(series: Element, kind: str) -> dict[int, str]:
    values = ((int(one.get("idx", 0)), one.findtext(f"{C}v")) for one in series.iterfind(f"{C}{kind}//{C}pt"))
    return {at: value or "" for at, value in values}


def _labels(series: Element) -> dict[int, str]:
    """The numbers that stand above their columns as texts of their own."""
    found: dict[int, str] = {}
    for label in series.iterfind(f"{C}dLbls/{C}dLbl"):
        at, text = label.find(f"{C}idx"), label.find(f"{C}tx")
        if at is not None and text is not None:
            found[int(at.get("val", 0))] = "\n".join(map(_text, text.iter(f"{A}p")))
    return found


def _row(row: Element, where: str, unit: int, zone: Zone, merged: dict[int, str]) -> Iterator[Placed]:
    for column, cell in enumerate(row.iter(f"{A}tc")):
        echo = cell.get("vMerge") in {"1", "true"}
        if not echo:
            merged[column] = "\n".join(map(_text, cell.iter(f"{A}p")))
        text = merged.get(column, "")
        if text.strip():
            yield Placed(text, f"{where}第 {column + 1} 列", unit, zone, table=True, echo=echo)


def _frames(element: Element) -> Iterator[Element]:
    """What holds paragraphs, in the order of the part: text bodies and tables."""
    for child in element:
        if child.tag == f"{_MC}AlternateContent":
            if len(child):
                yield from _frames(child[0])
        elif child.tag in (f"{A}tbl", f"{P}txBody") or (child.tag.endswith("}t") and child.tag != f"{A}t"):
            yield child
        elif child.tag == f"{P}sp" and _is_furniture(child):
            continue
        else:
            yield from _frames(child)


def _is_furniture(shape: Element) -> bool:
    place = shape.find(f"{P}nvSpPr/{P}nvPr/{P}ph")
    return place is not None and place.get("type") in _FURNITURE


def _text(paragraph: Element) -> str:
    pieces: list[str] = []
    for child in paragraph.iter(f"{A}t", f"{A}br"):
        parent = child.getparent()
        if child.tag == f"{A}br":
            pieces.append("\n")
        elif (
            parent is None or parent.tag != f"{A}fld" or parent.get("type", "")[:5] not in {"slide", "datet"}
        ):
            pieces.append(child.text or "")
    return "".join(pieces)
