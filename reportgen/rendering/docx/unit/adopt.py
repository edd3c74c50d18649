"""A unit's file → a template with our tags: styled as the file is, on its page, at its place."""

from __future__ import annotations

from dataclasses import dataclass, field
from functools import lru_cache
from typing import TYPE_CHECKING

from reportgen.errors import TemplateError
from reportgen.office.faults import PackageError
from reportgen.rendering.docx.shim import new, qn, whole
from reportgen.rendering.docx.unit.body import body_for, fit_styles, turn_first
from reportgen.rendering.docx.unit.clothing import Wardrobe, make_way
from reportgen.rendering.docx.unit.content import FOREIGN, Fate, Sorted, sort
from reportgen.rendering.docx.unit.contents import emptied, has_contents
from reportgen.rendering.docx.unit.keeping import all_words, kept
from reportgen.rendering.docx.unit.letterhead import ends_section, is_drawn, words_of
from reportgen.rendering.docx.unit.look import Looks, Raster
from reportgen.rendering.docx.unit.package import Package
from reportgen.rendering.docx.unit.palette import Palette
from reportgen.rendering.docx.unit.roles import Roles, numbered_headings, roles_of
from reportgen.rendering.docx.unit.section import (
    band_of,
    close_ranks,
    final_section,
    lowered,
    one_column,
    section_at,
    width_of,
)
from reportgen.rendering.docx.unit.writing import silent_number
from reportgen.rendering.elements import child_of
from reportgen.themes import shipped

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

    from lxml.etree import _Element as Element

_PLAIN = "plain"
"""The theme whose template is set in the unit's styles: it has no colour of its own."""
_V = "{urn:schemas-microsoft-com:vml}"
_WORD = "{http://schemas.openxmlformats.org/wordprocessingml/2006/main}"
_BEHIND_SPACING = frozenset(
    qn(f"w:{name}")
    for name in (
        *("printTwoOnOne", "strictFirstAndLastChars", "noLineBreaksAfter", "noLineBreaksBefore"),
        *("savePreviewPicture", "doNotValidateAgainstSchema", "saveInvalidXml", "ignoreMixedContent"),
        *("alwaysShowPlaceholderText", "doNotDemarcateInvalidXml", "saveXmlDataOnly", "useXSLTWhenSaving"),
        *("saveThroughXslt", "showXMLTags", "alwaysMergeEmptyNamespace", "updateFields", "hdrShapeDefaults"),
        *("footnotePr", "endnotePr", "compat", "docVars", "rsids", "attachedSchema", "themeFontLang"),
        *("clrSchemeMapping", "doNotIncludeSubdocsInStats", "doNotAutoCompressPictures", "forceUpgrade"),
        *("captions", "readModeInkLockDown", "smartTagType", "shapeDefaults", "doNotEmbedSmartTags"),
        *("decimalSymbol", "listSeparator"),
    )
)
"""What stands behind the setting for blanks of marks (ISO/IEC 29500-1, 17.15.1.78)."""
_CORE = (
    b'<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n'
    b'<cp:coreProperties xmlns:cp="http://schemas.openxmlformats.org/package/2006/metadata/core-properties" '
    b'xmlns:dc="http://purl.org/dc/elements/1.1/"><dc:title>{{ title_plain }}</dc:title>'
    b"<dc:creator>reportgen</dc:creator><cp:lastModifiedBy>reportgen</cp:lastModifiedBy></cp:coreProperties>"
)


@dataclass(frozen=True, slots=True)
class Adopted:
    """A unit's file with our tags in it, and what was found in it."""

    data: bytes = field(repr=False)
    roles: Roles
    sorted: Sorted
    section: Element
    sections: int
    width: int
    furniture: tuple[str, ...]
    remarks: tuple[str, ...]


def adopted(data: bytes, path: Path) -> Adopted:
    """Put our tags into a unit's file; what comes of a file is kept for the next speech.

    Args:
        data: the file, an honest package without tags of ours.
        path: where it lies, for messages.

    Raises:
        TemplateError: it is damaged, or no text fits its page.
    """
    return _kept(data, path)


@lru_cache(maxsize=4)
def _kept(data: bytes, path: Path) -> Adopted:
    try:
        return _adopted(Package.of(data), path)
    except (PackageError, LookupError, ValueError, TypeError, AttributeError) as error:
        told = "打不开模板：Word 文档的部件不全或有写错的数"
        raise TemplateError(
            told, where=str(path), hint="请用 Word 或 WPS 打开，另存为 .docx 后再试"
        ) from error


def _adopted(package: Package, path: Path) -> Adopted:
    ours = _ours()
    body = package.document.find(qn("w:body"))
    if body is None:
        raise TemplateError("Word 文件里没有正文", where=str(path), hint="请用 Word 或 WPS 打开，另存后再试")
    styles = package.styles()
    remarks = make_way(styles, _naming_styles(package), ours.styles())
    theme = package.related(package.main, "theme")
    looks = Looks(styles, package.tree(theme) if theme else None)
    final = final_section(body)
    sorted_ = sort(body, looks)
    remarks += sorted_.remarks
    section = section_at(sorted_, final)
    remarks += [*one_column(section), *lowered(section, band_of(package, body, section))]
    width = width_of(section, path)
    roles = roles_of(sorted_, looks, Raster.of(section))
    palette = Palette.of(roles)
    source = child_of(ours.document, qn("w:body"))
    own_styles = ours.styles()
    fit_styles(own_styles, width)
    numbering = package.related(package.main, "numbering")
    silent = silent_number(package.tree(numbering)) if numbering and numbered_headings(roles) else ""
    Wardrobe(roles, palette, has_contents(body), silent).clothe(styles, own_styles)
    emptied(one for one, fate in sorted_.elements if fate is Fate.CONTENTS)
    elements = body_for(source, width, roles, palette.colours, silent)
    _rebuild(body, sorted_, elements, final)
    foreign = [
        it[0] for one, fate in sorted_.elements if fate is Fate.GOES for it in FOREIGN.finditer(words_of(one))
    ]
    remarks += kept(package, body, elements, foreign)
    remarks += _unlocked(package.settings())
    _compressed(package.settings())
    package.put_core(_CORE)
    package.forget_sample()
    sections = sum(1 for _ in body.iter(qn("w:sectPr")))
    furniture = tuple(_furniture(package))
    return Adopted(package.data(), roles, sorted_, section, sections, width, furniture, tuple(remarks))


def _furniture(package: Package) -> Iterator[str]:
    """What stands on every page, in words."""
    for kind, name in (("header", "页眉"), ("footer", "页脚")):
        roots = [package.tree(one) for one in package.all_related(package.main, kind)]
        full = sum(bool(all_words(root).strip()) or is_drawn(root) for root in roots)
        if full:
            yield f"{full} 个{name}"
        if any("WaterMark" in one.get("id", "") for root in roots for one in root.iter(f"{_V}shape")):
            yield "水印"


def _ours() -> Package:
    theme = next(one for one in shipped() if one.name == _PLAIN)
    return Package.of(theme.template("handout.docx").read_bytes())


def _naming_styles(package: Package) -> list[Element]:
    """The roots of all parts that may name styles."""
    kinds = ("header", "footer", "footnotes", "endnotes", "numbering", "comments")
    names = [*package.all_related(package.main, *kinds), package.main]
    return [package.tree(name) for name in names] + [package.styles(), package.settings()]


def _rebuild(body: Element, sorted_: Sorted, elements: list[Element], final: Element) -> None:
    """Put the handout at its place among what stays."""
    items = sorted_.elements
    in_front = _staying(items[: sorted_.place])
    behind = _staying(items[sorted_.place :])
    fates = [fate for _, fate in items[: sorted_.place]]
    last_end = max(
        (at for at, (one, _) in enumerate(items[: sorted_.place]) if ends_section(one)), default=-1
    )
    if Fate.CONTENTS in fates[last_end + 1 :]:
        turn_first(elements)
    body[:] = [*in_front, *elements, *behind, final]
    close_ranks(body)


def _staying(items: tuple[tuple[Element, Fate], ...]) -> list[Element]:
    """What stays of some elements; of one that only ends a section, its end."""
    found = []
    for one, fate in items:
        section = one.find(whole("w:pPr/w:sectPr"))
        if fate is Fate.END and section is not None:
            empty = new("w:p")
            properties = new("w:pPr")
            style = new("w:pStyle")
            style.set(qn("w:val"), "SectionEnd")
            properties.append(style)
            properties.append(section)
            empty.append(properties)
            found.append(empty)
        elif fate in {Fate.STAYS, Fate.CONTENTS}:
            found.append(one)
        elif fate is Fate.HERE and ends_section(one):
            found += _staying(((one, Fate.END),))
    return found


def _compressed(settings: Element) -> None:
    """Let marks that stand side by side give up their blanks, where the file says nothing of it."""
    if settings.find(qn("w:characterSpacingControl")) is None:
        one = new("w:characterSpacingControl")
        one.set(qn("w:val"), "compressPunctuation")
        behind = [it for it in settings if it.tag in _BEHIND_SPACING or not str(it.tag).startswith(_WORD)]
        if behind:
            behind[0].addprevious(one)
        else:
            settings.append(one)


def _unlocked(settings: Element) -> list[str]:
    """Lift a protection that is in force; one that is not is no lock and stays as it is."""
    remarks = []
    for lock in settings.findall(qn("w:documentProtection")):
        if lock.get(qn("w:enforcement")) in {"1", "true", "on"}:
            settings.remove(lock)
            remarks.append("文件设有“限制编辑”，成稿里已取消，以便修改；要保护，请改好后再设")
    return remarks
