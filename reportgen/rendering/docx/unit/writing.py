"""Single properties of a style written in their places; sizes and distances in pt."""

from __future__ import annotations

from typing import TYPE_CHECKING

from reportgen.rendering.docx.shim import new, qn, whole
from reportgen.rendering.docx.stated import TWIPS

if TYPE_CHECKING:
    from collections.abc import Mapping

    from lxml.etree import _Element as Element

_RUN = """
    rStyle rFonts b bCs i iCs caps smallCaps strike dstrike outline shadow emboss imprint noProof snapToGrid
    vanish webHidden color spacing w kern position sz szCs highlight u effect bdr shd fitText vertAlign
    """.split()
_PARAGRAPH = """
    pStyle keepNext keepLines pageBreakBefore framePr widowControl numPr suppressLineNumbers pBdr shd tabs
    suppressAutoHyphens kinsoku wordWrap overflowPunct topLinePunct autoSpaceDE autoSpaceDN bidi
    adjustRightInd snapToGrid spacing ind contextualSpacing mirrorIndents suppressOverlap jc textDirection
    textAlignment textboxTightWrap outlineLvl divId cnfStyle rPr sectPr pPrChange
    """.split()
_RANKS = {
    "rPr": {qn(f"w:{name}"): number for number, name in enumerate(_RUN)},
    "pPr": {qn(f"w:{name}"): number for number, name in enumerate(_PARAGRAPH)},
}
_COLOURS = (qn("w:color"), qn("w:fill"))
_AUTOMATIC = ("beforeAutospacing", "afterAutospacing", "beforeLines", "afterLines")


def put(element: Element, kind: str, name: str) -> Element:
    """Return a property (``color``) among an element's (``rPr``), put in its place where there is none."""
    properties = element.find(qn(f"w:{kind}"))
    if properties is None:
        properties = new(f"w:{kind}")
        before = element.find(qn("w:rPr")) if kind == "pPr" else None
        behind = element.find(qn("w:tblPr"))
        if before is not None:
            before.addprevious(properties)
        elif behind is not None:
            behind.addprevious(properties)
        elif element.tag == qn("w:p"):
            element.insert(0, properties)
        else:
            element.append(properties)
    found = properties.find(qn(f"w:{name}"))
    if found is None:
        ranks = _RANKS[kind]
        found = new(f"w:{name}")
        behind_it = [one for one in properties if ranks.get(one.tag, -1) > ranks[found.tag]]
        if behind_it:
            behind_it[0].addprevious(found)
        else:
            properties.append(found)
    return found


def based_on(style: Element, ids: Mapping[str, str], exactly: str = "") -> None:
    """Let a style be based on others than it is, by the ids given; on none where its own is not there."""
    base = style.find(qn("w:basedOn"))
    if base is None:
        return
    other = exactly or ids.get(base.get(qn("w:val"), ""), base.get(qn("w:val"), ""))
    if other:
        base.set(qn("w:val"), other)
    else:
        style.remove(base)


def faced(style: Element, face: str, *, latin: bool = False) -> None:
    """Set a style in a face: for all scripts, or for Latin letters and digits only."""
    fonts = put(style, "rPr", "rFonts")
    fonts.attrib.clear()
    for slot in ("ascii", "hAnsi", *([] if latin else ["eastAsia"]), "cs"):
        fonts.set(qn(f"w:{slot}"), face)


def emboldened(style: Element) -> None:
    """Set a style in bold."""
    put(style, "rPr", "b").attrib.clear()


def unsnapped(element: Element) -> None:
    """Keep a style or paragraph off the grid of the page: its lines are measured as they state themselves."""
    put(element, "pPr", "snapToGrid").set(qn("w:val"), "0")
    for name in _AUTOMATIC if element.tag == qn("w:style") else ():
        put(element, "pPr", "spacing").set(qn(f"w:{name}"), "0")


def composed(style: Element) -> None:
    """Set Chinese as our own themes do: marks may hang, and no blank comes between letters and characters.

    Planning measures lines that are set so; what the unit's usual style says of it is for its own text.
    """
    for name in ("kinsoku", "overflowPunct"):
        put(style, "pPr", name).attrib.clear()
    for name in ("autoSpaceDE", "autoSpaceDN"):
        put(style, "pPr", name).set(qn("w:val"), "0")


def numbered(element: Element, number: str) -> None:
    """Let a style or paragraph bear the numbers of a list."""
    numbering = put(element, "pPr", "numPr")
    numbering.clear()
    for name, value in (("w:ilvl", "0"), ("w:numId", number)):
        one = new(name)
        one.set(qn("w:val"), value)
        numbering.append(one)


def silent_number(numbering: Element) -> str:
    """Put a list without numbers, signs and indents among others; return its number.

    Nothing else takes the numbers of a unit's headings from paragraphs that have their own: number 0, which
    says so, is one that checkers look for among the lists in vain.
    """
    kinds = {name: numbering.findall(qn(f"w:{name}")) for name in ("abstractNum", "num")}
    ids = {
        name: max((int(one.get(qn(f"w:{key}"), "0")) for one in kinds[name]), default=0) + 1
        for name, key in (("abstractNum", "abstractNumId"), ("num", "numId"))
    }
    kind, one = new("w:abstractNum"), new("w:num")
    kind.set(qn("w:abstractNumId"), str(ids["abstractNum"]))
    level = _below(kind, "w:lvl", ilvl="0")
    for name, said in (
        ("w:start", "1"),
        ("w:numFmt", "none"),
        ("w:suff", "nothing"),
        ("w:lvlText", ""),
        ("w:lvlJc", "left"),
    ):
        _below(level, name, val=said)
    one.set(qn("w:numId"), str(ids["num"]))
    _below(one, "w:abstractNumId", val=str(ids["abstractNum"]))
    if kinds["num"]:
        kinds["num"][0].addprevious(kind)
        kinds["num"][-1].addnext(one)
    else:
        numbering.extend((kind, one))
    return str(ids["num"])


def _below(parent: Element, name: str, **said: str) -> Element:
    child = new(name)
    for key, value in said.items():
        child.set(qn(f"w:{key}"), value)
    parent.append(child)
    return child


def aligned(style: Element, align: str) -> None:
    """Align a style's lines."""
    put(style, "pPr", "jc").set(qn("w:val"), align)


def typed(style: Element, **said: float | str) -> None:
    """Set what is given: `size`, `line`, `before`, `after`, `spacing` in pt, `colour`."""
    if "size" in said:
        for name in ("sz", "szCs"):
            put(style, "rPr", name).set(qn("w:val"), str(round(float(said["size"]) * 2)))
    if "line" in said:
        spacing = put(style, "pPr", "spacing")
        spacing.set(qn("w:line"), str(round(float(said["line"]) * TWIPS)))
        spacing.set(qn("w:lineRule"), "exact")
    for name in ("before", "after"):
        if name in said:
            put(style, "pPr", "spacing").set(qn(f"w:{name}"), str(round(float(said[name]) * TWIPS)))
    if "spacing" in said:
        put(style, "rPr", "spacing").set(qn("w:val"), str(round(float(said["spacing"]) * TWIPS)))
    if said.get("colour"):
        put(style, "rPr", "color").set(qn("w:val"), str(said["colour"]))


def indented(style: Element, first: float) -> None:
    """Indent the first line by so many em."""
    indent = put(style, "pPr", "ind")
    size = style.find(whole("w:rPr/w:sz"))
    points = float(size.get(qn("w:val"), "20")) / 2 if size is not None else 10.0
    indent.set(qn("w:firstLineChars"), str(round(first * 100)))
    indent.set(qn("w:firstLine"), str(round(first * points * TWIPS)))


def spaced(style: Element, factor: float, floor: float) -> None:
    """Scale sizes, pitches and distances of a style; type stays as large as `floor`, or as it was."""
    size = style.find(whole("w:rPr/w:sz"))
    if factor == 1 or size is None:
        return
    points = float(size.get(qn("w:val"), "0")) / 2
    scaled = max(round(points * factor * 2) / 2, min(points, floor))
    share = scaled / points
    for name in ("sz", "szCs"):
        put(style, "rPr", name).set(qn("w:val"), str(round(scaled * 2)))
    spacing = style.find(whole("w:pPr/w:spacing"))
    for name in ("line", "before", "after"):
        if spacing is not None and spacing.get(qn(f"w:{name}")):
            value = float(spacing.get(qn(f"w:{name}"), "0"))
            spacing.set(qn(f"w:{name}"), str(round(value * (share if name == "line" else factor))))
    indent = style.find(whole("w:pPr/w:ind"))
    if indent is not None and indent.get(qn("w:firstLineChars"), "0") != "0":
        indent.set(
            qn("w:firstLine"),
            str(round(float(indent.get(qn("w:firstLineChars"), "0")) / 100 * scaled * TWIPS)),
        )


def coloured(element: Element, colours: Mapping[str, str]) -> None:
    """Swap the colours of an element and of all in it."""
    for one in element.iter():
        keys = _COLOURS if one.tag != qn("w:color") else (qn("w:val"),)
        for key in keys:
            colour = colours.get(one.get(key, ""))
            if colour is not None:
                one.set(key, colour)
