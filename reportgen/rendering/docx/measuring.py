"""Read from a template what planning measures with, so that an edited template still gives one first page."""

from __future__ import annotations

from copy import deepcopy
from typing import TYPE_CHECKING

from reportgen.errors import TemplateError
from reportgen.planning.handout import SHEET, Density, Face, Frame, Grid, Sheet
from reportgen.planning.handout.sheet import suffix
from reportgen.planning.onepage import PAGE
from reportgen.rendering.docx.above import Paper, height_above, pitch_of, room_of
from reportgen.rendering.docx.grids import holds_tasks, read_grid, read_grids
from reportgen.rendering.docx.shim import new, qn, whole
from reportgen.rendering.docx.spacing import style_of
from reportgen.rendering.docx.stated import EIGHTHS, TWIPS, chain, inherited, number, said
from reportgen.rendering.docx.styles import NAMES

if TYPE_CHECKING:
    from collections.abc import Mapping
    from pathlib import Path

    from docx.document import Document
    from lxml.etree import _Element as Element

# Planning knows the text column by one name; the template has a style a role.
_SAMPLES = {"Text": "OriginalText", "TextCompact": "OriginalTextCompact"}
_PAGE_SAMPLES = {"Title": "PageTitle", "TitleLong": "PageTitleLong"}
_SINGLE = 1.3  # line pitch of Chinese faces in em, where a style does not fix it
_MM = 25.4 / 72
_TABLES = {
    "facts": "基本情况",
    "framework": "内容框架",
    "measures": "重点举措",
    "digest": "要点摘编",
    "terms": "关键提法",
    "tasks": "落实清单",
}
_LEAST, _MOST = 40 / _MM, 1584.0
"""Points of a text area and of a side of the paper: 40 mm hold a few words, 22 inches are Word's limit."""
_UNSURE = 0.03
"""How much of a page is kept free in a unit's own faces: some lines are wider than is measured."""
_LEAST_EM = 4
"""Characters that a line must hold; a style that sets fewer is none that anybody reads."""
_HINT = "请在 Word 或 WPS 的“页面设置”里改好"


def measured(document: Document, path: Path) -> Sheet:
    """Return page, styles and tables of a handout template, or of a handout made with one, in points.

    Raises:
        TemplateError: it has a page, style or column that no text fits, or a number that is none.
    """
    try:
        (width, height), tasks_height = _text_areas(document.element.body, path)
        by_id = _styles(document)
        room = room_of(document, by_id, _section_of_front(document.element.body))
        unsure = room.usual + (_UNSURE * height if _flows(document.element.body) else 0.0)
        height, tasks_height = height - unsure, tasks_height - unsure
        faces = _faces(by_id, SHEET.faces, _SAMPLES)
        tables, frame = read_grids(document.element.body, by_id), _frame(by_id)
        tables["digest"] = _digest(document.element.body, by_id, tables["digest"], width)
        # A goal stands deeper than its point.
        sides = max(_sides(by_id, "DigestGoal", SHEET.goal_sides) - _sides(by_id, "DigestPoint", 0.0), 0.0)
        tab = _tab(by_id, SHEET.tab)
        above = _above(document.element.body, by_id, width) + max(room.first - room.usual, 0.0)
    except ValueError as error:
        told = f"讲义模板里有写错的数（{error}）"
        raise TemplateError(told, where=str(path), hint="请用 Word 或 WPS 打开，另存后再试") from error
    for name, face in faces.items():
        inside = width - frame.sides if name.startswith("Box") else width
        _require_legible(NAMES[_SAMPLES.get(name, name)], face, inside, path)
    sheet = Sheet(width, height, tasks_height, faces, tables, frame, sides, tab, above)
    for name, grid in tables.items():
        _require_room(name, grid, sheet, path)
    return sheet


def measured_page(document: Document, path: Path) -> Sheet:
    """Return page, styles and table of a template of the one page, or of a page made with one, in points.

    Raises:
        TemplateError: as of `measured`.
    """
    try:
        body = document.element.body
        section = next(body.iter(qn("w:sectPr")), None)
        width, height = _area(section, 1, path) if section is not None else (PAGE.width, PAGE.height)
        by_id = _styles(document)
        faces = _faces(by_id, PAGE.faces, _PAGE_SAMPLES)
        tables, frame = (
            {"sections": read_grid(body, by_id, "sections", PAGE.tables["sections"])},
            _frame(by_id, "PageThesis"),
        )
    except ValueError as error:
        told = f"一页纸模板里有写错的数（{error}）"
        raise TemplateError(told, where=str(path), hint="请用 Word 或 WPS 打开，另存后再试") from error
    for name, face in faces.items():
        _require_legible(NAMES[_PAGE_SAMPLES.get(name, name)], face, width - frame.sides, path)
    return Sheet(width, height, height, faces, tables, frame)


def _styles(document: Document) -> dict[str | None, Element]:
    """The styles by their ids; under None what those have that are based on no other: the defaults."""
    root = document.styles.element
    by_id: dict[str | None, Element] = {one.get(qn("w:styleId")): one for one in root.iter(qn("w:style"))}
    usual = new("w:style")
    for kind in ("pPr", "rPr"):
        found = root.find(whole(f"w:docDefaults/w:{kind}Default/w:{kind}"))
        if found is not None:
            usual.append(deepcopy(found))
    return {**by_id, None: usual}


def _above(body: Element, styles: Mapping[str | None, Element], width: float) -> float:
    sections = list(body.iter(qn("w:sectPr")))
    pitch = pitch_of(sections[_section_of_front(body)]) if sections else 0.0
    return height_above(body, Paper(styles, width, pitch))


def _flows(body: Element) -> bool:
    """Whether the parts of a handout begin on new pages of one section, as in a unit's own file."""
    turning = (one for one in body if one.find(whole("w:pPr/w:pageBreakBefore")) is not None)
    return any(style_of(one).startswith(("Heading", "PartHeading", "OriginalLabel")) for one in turning)


def _text_areas(body: Element, path: Path) -> tuple[tuple[float, float], float]:
    """Width and height of page 1's text area, and the height of the one with the checklist."""
    areas = [_area(one, at, path) for at, one in enumerate(body.iter(qn("w:sectPr")), 1)]
    first = areas[_section_of_front(body)] if areas else (SHEET.width, SHEET.height)
    passed = 0
    for one in body.iter(qn("w:sectPr"), qn("w:tbl")):
        if one.tag == qn("w:sectPr"):
            passed += 1
        elif passed < len(areas) and holds_tasks(one):
            return first, areas[passed][1]
    return first, first[1]


def _section_of_front(body: Element) -> int:
    """Which section page 1 stands in, from 0: a unit's own file may have covers and contents before it."""
    passed, count = 0, sum(1 for _ in body.iter(qn("w:sectPr")))
    for one in body.iter(qn("w:sectPr"), qn("w:pStyle")):
        if one.tag == qn("w:pStyle"):
            if one.get(qn("w:val"), "").startswith("Front"):
                return max(min(passed, count - 1), 0)
        else:
            passed += 1
    return 0


def _area(section: Element, at: int, path: Path) -> tuple[float, float]:
    """Width and height of a section's text area.

    Raises:
        TemplateError: no text fits on it, or there is no such paper.
    """
    size, margins = section.find(qn("w:pgSz")), section.find(qn("w:pgMar"))
    if size is None or margins is None:
        return SHEET.width, SHEET.height
    room = []
    for name, side, ends in (("宽", "w", ("left", "right")), ("高", "h", ("top", "bottom"))):
        paper = number(size, side)
        # A negative margin at head or foot only says that it does not give way to a long header.
        stated = [number(margins, end) for end in ends]
        taken = sum(map(abs, stated)) + (number(margins, "gutter") if side == "w" else 0.0)
        left = (paper - taken) / TWIPS
        if not (paper / TWIPS <= _MOST and left >= _LEAST) or (side == "w" and min(stated) < 0):
            told = (
                f"讲义模板第 {at} 节的页面不能用：纸{name} {paper / TWIPS * _MM:.0f} 毫米，"
                f"去掉页边距后剩 {left * _MM:.0f} 毫米，应有 {_LEAST * _MM:.0f} 至 {_MOST * _MM:.0f} 毫米，"
                "左右边距不能是负数"
            )
            raise TemplateError(told, where=str(path), hint=_HINT)
        room.append(left)
    return room[0], room[1]


def _require_legible(name: str, face: Face, width: float, path: Path) -> None:
    pitch = face.size + face.spacing
    if face.size < 1 or pitch < 1 or face.line < 0 or width / pitch - face.indent < _LEAST_EM:
        told = (
            f"讲义模板的样式“{name}”不能用：字号 {face.size:g} 磅，字距 {face.spacing:g} 磅，一行放不下几个字"
        )
        raise TemplateError(told, where=str(path), hint="请改好这个样式的字号、字距、缩进和行距")


def _faces(
    styles: Mapping[str | None, Element], usual: Mapping[str, Face], samples: Mapping[str, str]
) -> dict[str, Face]:
    """The faces of a template, as it has them; what it sets no tighter is not measured so."""
    marks = tuple(filter(None, map(suffix, Density)))
    return {
        name: _face(styles, samples.get(name, name), face)
        for name, face in usual.items()
        if samples.get(name, name) in styles or not name.endswith(marks)
    }


def _digest(body: Element, styles: Mapping[str | None, Element], table: Grid, width: float) -> Grid:
    """The columns of 要点摘编 where it is no table: a frame with the heading, and lines beside it."""
    is_table = any(
        style.get(qn("w:val"), "").startswith("DigestPoint")
        for cell in body.iter(qn("w:tc"))
        for style in cell.iter(qn("w:pStyle"))
    )
    if is_table or "DigestPoint" not in styles:
        return table
    usual = SHEET.tables["digest"]
    frames = (one for one in body.iter(qn("w:pPr")) if _names(one, "DigestSection"))
    frame = said(frames, "w:framePr", "w")
    section = usual.widths["section"] if frame is None else number(frame, "w") / TWIPS
    points = width - _sides(styles, "DigestPoint", 0.0)
    return Grid({"section": section, "points": points}, usual.sides, usual.ends, usual.rule)


def _names(properties: Element, style: str) -> bool:
    """Whether a paragraph's properties name a style, or a variant of it."""
    named = properties.find(qn("w:pStyle"))
    return named is not None and named.get(qn("w:val"), "").startswith(style)


def _face(styles: Mapping[str | None, Element], name: str, default: Face) -> Face:
    if name not in styles:
        return default
    size = inherited(chain(styles, name), "w:rPr/w:sz", "val", default.size * 2) / 2
    stated = said(chain(styles, name), "w:pPr/w:spacing", "line")
    line = 240.0 if stated is None else number(stated, "line")
    return Face(
        size=size,
        line=line / TWIPS if _is_exact(styles, name) else line / 240 * size * _SINGLE,
        before=inherited(chain(styles, name), "w:pPr/w:spacing", "before", 0) / TWIPS,
        after=inherited(chain(styles, name), "w:pPr/w:spacing", "after", 0) / TWIPS,
        spacing=inherited(chain(styles, name), "w:rPr/w:spacing", "val", 0) / TWIPS,
        indent=_indent(styles, name, size),
    )


def _indent(styles: Mapping[str | None, Element], name: str, size: float) -> float:
    """The first line's indent in em; characters go before points (ISO/IEC 29500-1, 17.3.1.12)."""
    characters = inherited(chain(styles, name), "w:pPr/w:ind", "firstLineChars", 0) / 100
    return characters or inherited(chain(styles, name), "w:pPr/w:ind", "firstLine", 0) / TWIPS / max(size, 1)


def _is_exact(styles: Mapping[str | None, Element], name: str | None) -> bool:
    spacing = said(chain(styles, name), "w:pPr/w:spacing", "lineRule")
    return spacing is not None and spacing.get(qn("w:lineRule")) == "exact"


def _frame(styles: Mapping[str | None, Element], name: str = "BoxText") -> Frame:
    """The frame of the thesis: it is drawn outside of the indents of its text."""
    if name not in styles:
        return SHEET.frame
    sides = _sides(styles, name, SHEET.frame.sides)
    ends = 0.0
    for end in ("top", "bottom"):
        path = f"w:pPr/w:pBdr/w:{end}"
        ends += inherited(chain(styles, name), path, "sz", 0) / EIGHTHS
        ends += inherited(chain(styles, name), path, "space", 0)
    return Frame(sides, ends)


def _sides(styles: Mapping[str | None, Element], name: str, usual: float) -> float:
    """Both indents of a style in pt."""
    if name not in styles:
        return usual
    twips = sum(inherited(chain(styles, name), "w:pPr/w:ind", side, 0) for side in ("left", "right"))
    return max(twips, 0.0) / TWIPS


def _tab(styles: Mapping[str | None, Element], usual: float) -> float:
    """Where the second of three points begins, in pt."""
    first = next((one.find(whole("w:pPr/w:tabs/w:tab")) for one in chain(styles, "FrontPoint")), None)
    return number(first, "pos") / TWIPS if first is not None else usual


def _require_room(name: str, grid: Grid, sheet: Sheet, path: Path) -> None:
    """Require that one character at least stands in a column."""
    size = sheet.face("TableText" if name in ("terms", "tasks") else "FrontCell").size
    narrow = min(map(grid.room, grid.widths))
    if narrow < size:
        table = _TABLES.get(name, "内容框架")
        told = f"讲义模板的“{table}”表有一列放不下一个字（去掉边距后宽 {narrow:.0f} 磅）"
        raise TemplateError(told, where=str(path), hint="请把这一列拉宽，或改小单元格的边距")
