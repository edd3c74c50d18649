"""From a package that is no template of our form to what decks are made of."""

from __future__ import annotations

import posixpath
from dataclasses import dataclass
from typing import TYPE_CHECKING

from lxml import etree

from reportgen.rendering.pptx.adopting.choosing import Choice, choose
from reportgen.rendering.pptx.adopting.correcting import mapped
from reportgen.rendering.pptx.adopting.drawn import empty, is_placeholder, words_of
from reportgen.rendering.pptx.adopting.fitting import fitted
from reportgen.rendering.pptx.adopting.hosts import Host, hosts_of
from reportgen.rendering.pptx.adopting.mapping import Corrections
from reportgen.rendering.pptx.adopting.samples import sample_hosts
from reportgen.rendering.pptx.adopting.sheet import Sheet, masters_of, sheet_of, slides_of
from reportgen.rendering.pptx.blank import blank_of
from reportgen.rendering.pptx.emptying import drop_slides
from reportgen.rendering.pptx.keeping import TakenApart
from reportgen.rendering.pptx.markup import DECLARED, HEAD, parsed, qn
from reportgen.rendering.pptx.parts import LAYOUT, OFFICE, Part, Relation, free_key, free_name
from reportgen.text.patterns import lazy

if TYPE_CHECKING:
    from collections.abc import Sequence
    from pathlib import Path

    from reportgen.rendering.pptx.parts import Package

_FONT = "微软雅黑"
"""The font of Han characters where a theme names none, as it stands in our own templates."""
_LEAST_ID = 2_147_483_648
"""The least number of a master or layout (ISO/IEC 29500-1, 19.7.16)."""

_PROMPT = lazy(
    r"\{\{.*?\}\}|\$\{.*?\}|[单双点單雙點][击擊](?:此处|此處|输入|輸入|添加)|请输入|X{3,}"
    r"|click to (?:add|edit)",
    2,
)
"""Words that stand for others; 2 is re.IGNORECASE."""


def adopted(package: Package, path: Path, corrections: Corrections | None = None) -> TakenApart:
    """Return what decks are made of; the package is changed by it, and emptied of its slides.

    Args:
        package: the template.
        path: where it lies, for messages.
        corrections: what a person has said about which layout serves for what.

    Raises:
        TemplateError: no slide can be made, or the corrections name what there is not.
        ArithmeticError, LookupError, TypeError, ValueError: a number in it is none, or a part is missing.
    """
    found = look_over(package, path, corrections)
    fit = fitted(found.choice, found.sheet)
    drop_slides(package)
    for master in masters_of(package):
        _name_fonts(master)
        for part in (master, *master.related("slideLayout")):
            _drop_prompts(part)
    package.read_trees()
    blank = blank_of(package, fit.layouts, fit.looks, fit.guise, fit.further)
    return TakenApart(fit.slots, (found.sheet.width, found.sheet.height), blank)


@dataclass(frozen=True, slots=True)
class Found:
    """What a template has, and what of it serves; `unreadable` are layouts that are written wrongly."""

    sheet: Sheet
    layouts: Sequence[Host]
    samples: Sequence[Host]
    choice: Choice
    unreadable: Sequence[str] = ()


def look_over(package: Package, path: Path, corrections: Corrections | None = None) -> Found:
    """Return what a template has and what of it serves; arguments and errors as of `adopted`."""
    _require_layout(package)
    sheet = sheet_of(package)
    samples = sample_hosts(slides_of(package), sheet)
    layouts, unreadable = hosts_of(package, sheet)
    choice = choose(layouts, samples, sheet, str(path))
    if corrections is not None:
        choice = mapped(choice, corrections, layouts, samples, sheet)
    return Found(sheet, layouts, samples, choice, unreadable)


def _require_layout(package: Package) -> None:
    """Give a master without any layout an empty one, since each slide stands on one."""
    masters = masters_of(package)
    if not masters or any(master.related("slideLayout") for master in masters):
        return
    master = masters[0]
    names = [part.name for part in package.iter_parts()]
    markup = (
        f'{HEAD}<p:sldLayout {DECLARED} type="blank"><p:cSld name="空白"><p:spTree>'
        '<p:nvGrpSpPr><p:cNvPr id="1" name=""/>'
        "<p:cNvGrpSpPr/><p:nvPr/></p:nvGrpSpPr><p:grpSpPr/></p:spTree></p:cSld><p:clrMapOvr><a:masterClrMapping/></p:clrMapOvr>"
        "</p:sldLayout>"
    )
    layout = Part(free_name("ppt/slideLayouts/slideLayout{}.xml", names), LAYOUT, markup.encode())
    layout.rels["rId1"] = Relation(f"{OFFICE}/slideMaster", master, posixpath.dirname(layout.name))
    key = free_key(master.rels)
    master.rels[key] = Relation(f"{OFFICE}/slideLayout", layout, posixpath.dirname(master.name))
    listed = master.root.find(qn("p:sldLayoutIdLst"))
    if listed is None:
        listed = etree.Element(qn("p:sldLayoutIdLst"))
        mapping = master.root.find(qn("p:clrMap"))
        master.root.insert(len(master.root) if mapping is None else master.root.index(mapping) + 1, listed)
    taken = [
        int(one.get("id", 0)) for one in package.main.root.iter(qn("p:sldMasterId"), qn("p:sldLayoutId"))
    ]
    etree.SubElement(
        listed, qn("p:sldLayoutId"), {"id": str(max([_LEAST_ID, *taken]) + 1), qn("r:id"): key}
    )  # fmt: skip


def _drop_prompts(part: Part) -> None:
    """Take words away that ask for words where no program hides them: in shapes that are no placeholders."""
    for shape in part.root.iter(qn("p:sp")):
        if not is_placeholder(shape) and _PROMPT.search(words_of(shape)):
            empty(shape)


def _name_fonts(master: Part) -> None:
    """Name a font for Han characters where the theme of a master names none."""
    for theme in master.related("theme"):
        root, is_changed = parsed(theme.data), False
        for fonts in (*root.iter(qn("a:majorFont")), *root.iter(qn("a:minorFont"))):
            east = fonts.find(qn("a:ea"))
            if east is None or east.get("typeface"):
                continue
            own = next((one for one in fonts if one.get("script") == "Hans"), None)
            east.set("typeface", _FONT if own is None else own.get("typeface", _FONT))
            is_changed = True
        if is_changed:
            theme.data = etree.tostring(root, encoding="UTF-8", standalone=True)
