"""The template's styles by what people see of them: their names.

Word, WPS and LibreOffice keep a style's name when they save a file, and give it an id as they please
(``DigestMeasure`` becomes ``a12`` or ``Style46``). The program goes by ids, so they are put back when a
template is opened.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from reportgen.rendering.docx.shim import qn

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping

    from lxml.etree import _Element as Element

NAMES = {
    "Normal": "Normal",
    "DefaultParagraphFont": "Default Paragraph Font",
    "Title": "Title",
    "TitleLong": "标题（长）",
    "Subtitle": "Subtitle",
    "FrontLabel": "首页文种",
    "FrontLabelCompact": "首页文种（紧凑）",
    "FrontLabelSnug": "首页文种（略小）",
    "FrontLabelFine": "首页文种（小）",
    "FrontName": "首页表格项名",
    "FrontNameCompact": "首页表格项名（紧凑）",
    "FrontNameSnug": "首页表格项名（略小）",
    "FrontNameFine": "首页表格项名（小）",
    "FrontCell": "首页表格",
    "FrontCellCompact": "首页表格（紧凑）",
    "FrontCellSnug": "首页表格（略小）",
    "FrontCellFine": "首页表格（小）",
    "FrontCentre": "首页表格居中",
    "FrontCentreCompact": "首页表格居中（紧凑）",
    "FrontCentreSnug": "首页表格居中（略小）",
    "FrontCentreFine": "首页表格居中（小）",
    "FrontSection": "首页部分标题",
    "FrontSectionCompact": "首页部分标题（紧凑）",
    "FrontSectionSnug": "首页部分标题（略小）",
    "FrontSectionFine": "首页部分标题（小）",
    "FrontTail": "首页部分标题下句",
    "FrontTailCompact": "首页部分标题下句（紧凑）",
    "FrontTailSnug": "首页部分标题下句（略小）",
    "FrontTailFine": "首页部分标题下句（小）",
    "FrontPoint": "首页要点",
    "FrontPointCompact": "首页要点（紧凑）",
    "FrontPointSnug": "首页要点（略小）",
    "FrontPointFine": "首页要点（小）",
    "FrontHeading": "首页小标题",
    "FrontHeadingCompact": "首页小标题（紧凑）",
    "FrontHeadingSnug": "首页小标题（略小）",
    "FrontHeadingFine": "首页小标题（小）",
    "FrontText": "首页正文",
    "FrontTextCompact": "首页正文（紧凑）",
    "FrontTextSnug": "首页正文（略小）",
    "FrontTextFine": "首页正文（小）",
    "BoxHeading": "核心要义标题",
    "BoxHeadingCompact": "核心要义标题（紧凑）",
    "BoxHeadingSnug": "核心要义标题（略小）",
    "BoxHeadingFine": "核心要义标题（小）",
    "BoxText": "核心要义",
    "BoxTextCompact": "核心要义（紧凑）",
    "BoxTextSnug": "核心要义（略小）",
    "BoxTextFine": "核心要义（小）",
    "Heading1": "heading 1",
    "SideHeading": "左标题",
    "DigestSection": "摘编标题",
    "DigestSectionCompact": "摘编标题（紧凑）",
    "DigestSectionSnug": "摘编标题（略小）",
    "DigestSectionFine": "摘编标题（小）",
    "DigestRule": "摘编横线",
    "DigestTail": "摘编标题下句",
    "DigestTailCompact": "摘编标题下句（紧凑）",
    "DigestTailSnug": "摘编标题下句（略小）",
    "DigestTailFine": "摘编标题下句（小）",
    "DigestPoint": "摘编要点",
    "DigestPointCompact": "摘编要点（紧凑）",
    "DigestPointSnug": "摘编要点（略小）",
    "DigestPointFine": "摘编要点（小）",
    "DigestGoal": "摘编目标",
    "DigestGoalCompact": "摘编目标（紧凑）",
    "DigestGoalSnug": "摘编目标（略小）",
    "DigestGoalFine": "摘编目标（小）",
    "Term": "提法",
    "Record": "记录",
    "TableHead": "表头",
    "TableTask": "表格任务",
    "TableTaskCompact": "表格任务（紧凑）",
    "TableText": "表格文字",
    "TableTextCompact": "表格文字（紧凑）",
    "TableCentre": "表格居中",
    "TableCentreCompact": "表格居中（紧凑）",
    "TableNote": "表下说明",
    "Tag": "模板标记",
    "SectionEnd": "分节",
    "Heading2": "heading 2",
    "Heading2Compact": "标题 2（紧凑）",
    "Heading3": "heading 3",
    "Heading3Compact": "标题 3（紧凑）",
    "Heading4": "heading 4",
    "Heading4Compact": "标题 4（紧凑）",
    "Heading5": "heading 5",
    "Heading5Compact": "标题 5（紧凑）",
    "OriginalLabel": "原文标记",
    "OriginalTitle": "原文标题",
    "OriginalTitleLong": "原文标题（长）",
    "OriginalNote": "原文署名",
    "OriginalGap": "原文空行",
    "OriginalSalutation": "原文称谓",
    "OriginalSalutationCompact": "原文称谓（紧凑）",
    "OriginalText": "原文正文",
    "OriginalTextCompact": "原文正文（紧凑）",
    "Header": "header",
    "Footer": "footer",
    "FooterEven": "页脚（双页）",
    "Latin": "西文",
    "Anchor": "原文出处",
    "AnchorLatin": "原文出处西文",
    "RunIn": "段首句",
    "RunInLatin": "段首句西文",
    "Checkbox": "勾选框",
    "TableNormal": "Normal Table",
    "HandoutTable": "讲义表格",
    "FrontTable": "首页表",
    "TermTable": "提法表格",
    "RecordTable": "记录表格",
    "PageTitle": "一页标题",
    "PageTitleLong": "一页标题（长）",
    "PageThesis": "一页要义",
    "PageThesisCompact": "一页要义（紧凑）",
    "PageThesisSnug": "一页要义（略小）",
    "PageThesisFine": "一页要义（小）",
    "PageSection": "一页部分标题",
    "PageSectionCompact": "一页部分标题（紧凑）",
    "PageSectionSnug": "一页部分标题（略小）",
    "PageSectionFine": "一页部分标题（小）",
    "PageTail": "一页部分标题下句",
    "PageTailCompact": "一页部分标题下句（紧凑）",
    "PageTailSnug": "一页部分标题下句（略小）",
    "PageTailFine": "一页部分标题下句（小）",
    "PagePoint": "一页要点",
    "PagePointCompact": "一页要点（紧凑）",
    "PagePointSnug": "一页要点（略小）",
    "PagePointFine": "一页要点（小）",
    "PageHead": "一页各标题",
    "PageHeadCompact": "一页各标题（紧凑）",
    "PageHeadSnug": "一页各标题（略小）",
    "PageHeadFine": "一页各标题（小）",
    "PageHeading": "一页小标题",
    "PageHeadingCompact": "一页小标题（紧凑）",
    "PageHeadingSnug": "一页小标题（略小）",
    "PageHeadingFine": "一页小标题（小）",
    "PageLine": "一页空行",
    "PageEnd": "一页末行",
    "PageTable": "一页表格",
    "HeadsTable": "一页标题表",
}
"""Style id → name, as in the shipped templates."""

_REFERENCES = tuple(
    qn(f"w:{name}")
    for name in ("pStyle", "rStyle", "tblStyle", "basedOn", "next", "link", "styleLink", "numStyleLink")
)


def rename(styles: Element, roots: Iterable[Element], ids: Mapping[str, str]) -> None:
    """Give styles other ids, in place, wherever they are named.

    Args:
        styles: the part that they stand in.
        roots: of all parts that may name them.
        ids: present id → the other one.
    """
    for style in styles.iter(qn("w:style")):
        _swap(style, qn("w:styleId"), ids)
    for root in roots:
        for reference in root.iter(*_REFERENCES):
            _swap(reference, qn("w:val"), ids)


def _swap(element: Element, attribute: str, ids: Mapping[str, str]) -> None:
    other = ids.get(element.get(attribute, ""))
    if other is not None:
        element.set(attribute, other)


def renamed(styles: Element) -> dict[str, str]:
    """Return present id → the one that the program knows, where they differ and nobody else has it."""
    found: dict[str, str] = {}
    for style in styles.iter(qn("w:style")):
        name = style.find(qn("w:name"))
        if name is not None:
            found.setdefault(name.get(qn("w:val"), "").lower(), style.get(qn("w:styleId"), ""))
    taken = set(found.values())
    wanted = {key: found.get(name.lower(), "") for key, name in NAMES.items()}
    return {old: key for key, old in wanted.items() if old and old != key and key not in taken}
