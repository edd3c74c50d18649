"""A Word file looked over for whoever thinks of using it: what serves for what, what stays, what is odd."""

from __future__ import annotations

from collections import Counter
from typing import TYPE_CHECKING

from reportgen.errors import TemplateError
from reportgen.rendering.docx.handout import open_handout
from reportgen.rendering.docx.library import document_of
from reportgen.rendering.docx.looking import UNUSABLE, looked_through, unusable
from reportgen.rendering.docx.places import texts
from reportgen.rendering.docx.proof import lacking, static_faults
from reportgen.rendering.docx.shim import qn
from reportgen.rendering.docx.stated import TWIPS, number
from reportgen.rendering.docx.tags import HANDOUT
from reportgen.rendering.docx.unit.adopt import adopted
from reportgen.rendering.docx.unit.content import Fate
from reportgen.rendering.docx.unit.letterhead import is_drawn, words_of
from reportgen.rendering.docx.unit.tagged import has_tags, is_handout
from reportgen.rendering.opening import LARGEST_FILE, file_bytes
from reportgen.rendering.surveying import Survey, Use

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator
    from pathlib import Path

    from lxml.etree import _Element as Element

    from reportgen.rendering.docx.places import Text
    from reportgen.rendering.docx.unit.adopt import Adopted
    from reportgen.rendering.docx.unit.roles import Roles, Served

_CM = 72 / 2.54
_LEVELS = ("一级标题", "二级标题", "三级标题")
_SHOWN = 12
"""Names of tags that a line shows."""
_MADE_BY_US = "这是本程序生成的讲义，不是模板。请换用单位自己的文件，或用 template new 从自带模板改起"
_MADE = "没有，照本文件的字体新做"


def survey_handout(path: Path) -> Survey:
    """Tell what a Word file offers as the handout's template.

    Raises:
        TemplateError: it is no Word file, damaged, locked by a password, or leads outside. That nothing can
            be made of one that is sound is told by the survey.
    """
    data = looked_through(file_bytes(path, LARGEST_FILE), path)
    if has_tags(data, HANDOUT):
        return _of_tagged(data, path)
    if is_handout(data):
        return Survey(path, (), obstacle=_MADE_BY_US)
    try:
        found = adopted(data, path)
        open_handout(path)
    except TemplateError as error:
        return Survey(path, (), obstacle=f"{error.message}。{error.hint}" if error.hint else error.message)
    facts = (
        ("标记", "没有本程序的标记，按样式套用"),
        ("页面", _page(found.section)),
        ("节", f"{found.sections} 节"),
        ("讲义放在", _place(found)),
        ("留下", _staying(found)),
        ("去掉", _going(found)),
    )
    return Survey(path, facts, tuple(_uses(found.roles)), found.remarks)


def adopted_handout(path: Path) -> bytes:
    """Return what a theme holds of a Word file: a template with tags, which a person can go on with in Word.

    Raises:
        TemplateError: as of `survey_handout`, or nothing can be made of it.
    """
    return open_handout(path).data


def _of_tagged(data: bytes, path: Path) -> Survey:
    """A template with tags: it is whole, or this is what is wrong with it."""
    try:
        parts = tuple(texts(document_of(data)))
    except UNUSABLE as error:
        raise unusable(path) from error
    amiss = [*static_faults(parts, HANDOUT), *lacking(parts, HANDOUT)]
    try:
        sheet = open_handout(path).sheet
        size = f"版心 {sheet.width / _CM:.1f} × {sheet.height / _CM:.1f} 厘米"
    except TemplateError as error:
        amiss.append(error.message)
        size = "量不出"
    count = sum(len(part.tags) for part in parts)
    facts = (("标记", f"{count} 个：{_names(parts)}"), ("页面", size))
    tagged = Counter({part.name: 0 for part in parts if part.tags})
    for part in parts:
        tagged[part.name] += len(part.tags)
    uses = tuple(Use(name, f"{many} 个标记") for name, many in tagged.items() if many)
    return Survey(path, facts, uses, obstacle="；".join(amiss))


def _names(parts: Iterable[Text]) -> str:
    said = Counter(tag.plain for part in parts for tag in part.tags if tag.plain.startswith("{{"))
    shown = list(said)[:_SHOWN]
    return "、".join(shown) + ("等" if len(said) > _SHOWN else "")


def _page(section: Element) -> str:
    size, margins = section.find(qn("w:pgSz")), section.find(qn("w:pgMar"))
    if size is None or margins is None:
        return "没有写明"
    sides = [number(size, side) / TWIPS / _CM for side in ("w", "h")]
    way = "横向" if sides[0] > sides[1] else "纵向"
    room = [
        side - sum(abs(number(margins, end)) for end in ends) / TWIPS / _CM
        for side, ends in zip(sides, (("left", "right"), ("top", "bottom")), strict=True)
    ]
    return f"{sides[0]:.1f} × {sides[1]:.1f} 厘米（{way}），版心 {room[0]:.1f} × {room[1]:.1f} 厘米"


def _place(found: Adopted) -> str:
    if found.sorted.marked:
        return f"“{found.sorted.marked}”处"
    behind = found.sorted.elements[: found.sorted.place]
    stays = any(fate in {Fate.STAYS, Fate.CONTENTS} for _, fate in behind)
    return "版头（封面、目录）之后" if stays else "正文开头"


def _staying(found: Adopted) -> str:
    kept = [one for one, fate in found.sorted.elements if fate is Fate.STAYS]
    contents = any(fate is Fate.CONTENTS for _, fate in found.sorted.elements)
    return (
        "、".join([*_counted(kept), *(["目录（按讲义的标题重做）"] if contents else []), *found.furniture])
        or "没有"
    )


def _going(found: Adopted) -> str:
    gone = [one for one, fate in found.sorted.elements if fate in {Fate.GOES, Fate.END, Fate.HERE}]
    return "、".join(_counted(gone)) or "没有样本正文"


def _counted(elements: Iterable[Element]) -> Iterator[str]:
    listed = list(elements)
    tables = sum(one.tag == qn("w:tbl") for one in listed)
    drawn = sum(is_drawn(one) for one in listed)
    words = sum(bool(words_of(one).strip()) for one in listed if one.tag != qn("w:tbl"))
    for count, name in ((words, "段文字"), (tables, "个表格"), (drawn, "处图形或文本框")):
        if count:
            yield f"{count} {name}"


def _uses(roles: Roles) -> Iterator[Use]:
    yield _use("标题", roles.title)
    for level, name in enumerate(_LEVELS):
        note = "" if roles.parts_stand_apart or level else "用于“一、”；要点摘编等另用“部分大标题”"
        yield _use(name, roles.headings[level], note)
    yield _use("正文", roles.body)
    if roles.lists is not None:
        yield _use("列表", roles.lists, "讲义里没有列表，用不到")


def _use(role: str, served: Served | None, note: str = "") -> Use:
    if served is None:
        return Use(role, _MADE, note=note)
    look = served.look
    number_note = "自带编号，讲义里不印（讲话稿的标题自有编号）" if look.numbered else ""
    return Use(
        role,
        f"样式“{served.name}”",
        f"{look.east} {look.size:g} 磅",
        "；".join(filter(None, (number_note, note))),
    )
