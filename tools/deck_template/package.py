"""The parts of the template file and how they hang together (ECMA-376 Part 1, 13)."""

from __future__ import annotations

from colours import COLOURS, NAMES
from reportgen.rendering.pptx.composing.layouts import layouts
from reportgen.rendering.pptx.composing.page import Layout, Page, furniture
from reportgen.rendering.pptx.composing.shapes import PX, gradient, solid

_NS = (
    'xmlns:a="http://schemas.openxmlformats.org/drawingml/2006/main" '
    'xmlns:r="http://schemas.openxmlformats.org/officeDocument/2006/relationships" '
    'xmlns:p="http://schemas.openxmlformats.org/presentationml/2006/main"'
)
_HEAD = '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n'
_REL = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
_TYPE = "application/vnd.openxmlformats-officedocument.presentationml"
_FONT = "微软雅黑"
TABLE_STYLE = "{5C22544A-7EE6-4342-B048-85BDC9FD1C3A}"


def theme(look: str, name: str) -> str:
    """The theme part `name` in the colours of a look: colours, fonts, line widths (ECMA-376 Part 1, 20.1.6)."""
    colours = "".join(f'<a:{k}><a:srgbClr val="{v}"/></a:{k}>' for k, v in COLOURS[look].items())
    font = f'<a:latin typeface="{_FONT}"/><a:ea typeface="{_FONT}"/><a:cs typeface=""/><a:font script="Hans" typeface="{_FONT}"/>'
    fill = '<a:solidFill><a:schemeClr val="phClr"/></a:solidFill>'
    lines = "".join(
        f'<a:ln w="{w}" cap="flat" cmpd="sng" algn="ctr">{fill}<a:prstDash val="solid"/></a:ln>'
        for w in (9525, 19050, 38100)
    )
    effect = "<a:effectStyle><a:effectLst/></a:effectStyle>"
    return (
        f'{_HEAD}<a:theme xmlns:a="http://schemas.openxmlformats.org/drawingml/2006/main" name="{name}"><a:themeElements>'
        f'<a:clrScheme name="{name}">{colours}</a:clrScheme>'
        f'<a:fontScheme name="{name}"><a:majorFont>{font}</a:majorFont><a:minorFont>{font}</a:minorFont></a:fontScheme>'
        f'<a:fmtScheme name="{name}"><a:fillStyleLst>{fill * 3}</a:fillStyleLst><a:lnStyleLst>{lines}</a:lnStyleLst>'
        f"<a:effectStyleLst>{effect * 3}</a:effectStyleLst><a:bgFillStyleLst>{fill * 3}</a:bgFillStyleLst></a:fmtScheme>"
        "</a:themeElements><a:objectDefaults/><a:extraClrSchemeLst/></a:theme>"
    )


def _tree(shapes: str) -> str:
    group = '<p:nvGrpSpPr><p:cNvPr id="1" name=""/><p:cNvGrpSpPr/><p:nvPr/></p:nvGrpSpPr>'
    frame = '<p:grpSpPr><a:xfrm><a:off x="0" y="0"/><a:ext cx="0" cy="0"/><a:chOff x="0" y="0"/><a:chExt cx="0" cy="0"/></a:xfrm></p:grpSpPr>'
    return f"<p:spTree>{group}{frame}{shapes}</p:spTree>"


def _background(*, dark: bool) -> str:
    if not dark:
        return ""
    return f"<p:bg><p:bgPr>{gradient()}<a:effectLst/></p:bgPr></p:bg>"


def layout_xml(layout: Layout, page: Page) -> str:
    """The part of one layout."""
    shapes, number = "", 2
    for ornament in layout.ornaments:
        shapes += ornament.xml(number)
        number += 1
    for index, placeholder in enumerate(layout.placeholders, 10):
        shapes += placeholder.xml(number, index)
        number += 1
    for piece in furniture(layout, page):
        shapes += piece.xml(number)
        number += 1
    return (
        f'{_HEAD}<p:sldLayout {_NS} preserve="1" userDrawn="1"><p:cSld name="{layout.name}">{_background(dark=layout.dark)}{_tree(shapes)}</p:cSld>'
        "<p:clrMapOvr><a:masterClrMapping/></p:clrMapOvr></p:sldLayout>"
    )


def _text_style(tag: str, size: int) -> str:
    levels = "".join(
        f'<a:lvl{i}pPr marL="0" indent="0" algn="l" defTabSz="914400" rtl="0" eaLnBrk="1" latinLnBrk="0" hangingPunct="0"><a:buNone/>'
        f'<a:defRPr lang="zh-CN" altLang="en-US" sz="{size * 100}" kern="1200">{solid("tx1")}<a:latin typeface="+mn-lt"/><a:ea typeface="+mn-ea"/><a:cs typeface="+mn-cs"/></a:defRPr></a:lvl{i}pPr>'
        for i in range(1, 10)
    )
    return f"<p:{tag}>{levels}</p:{tag}>"


def master_xml(count: int) -> str:
    """The slide master of `count` layouts."""
    ids = "".join(f'<p:sldLayoutId id="{2147483649 + i}" r:id="rId{i + 1}"/>' for i in range(count))
    colour_map = 'bg1="lt1" tx1="dk1" bg2="lt2" tx2="dk2" accent1="accent1" accent2="accent2" accent3="accent3" accent4="accent4" accent5="accent5" accent6="accent6" hlink="hlink" folHlink="folHlink"'
    styles = _text_style("titleStyle", 30) + _text_style("bodyStyle", 18) + _text_style("otherStyle", 18)
    background = f"<p:bg><p:bgPr>{solid('bg1')}<a:effectLst/></p:bgPr></p:bg>"
    return (
        f"{_HEAD}<p:sldMaster {_NS}><p:cSld>{background}{_tree('')}</p:cSld><p:clrMap {colour_map}/>"
        f"<p:sldLayoutIdLst>{ids}</p:sldLayoutIdLst><p:txStyles>{styles}</p:txStyles></p:sldMaster>"
    )


def _notes_shape(number: int, name: str, kind: str, index: int, box: tuple[int, int, int, int]) -> str:
    x, y, w, h = box
    ident = f' idx="{index}"' if index else ""
    body = (
        '<p:txBody><a:bodyPr/><a:lstStyle/><a:p><a:r><a:rPr lang="zh-CN" altLang="en-US"/><a:t>备注</a:t></a:r></a:p></p:txBody>'
        if kind == "body"
        else ""
    )
    locks = (
        '<a:spLocks noGrp="1" noRot="1" noChangeAspect="1"/>'
        if kind == "sldImg"
        else '<a:spLocks noGrp="1"/>'
    )
    return (
        f'<p:sp><p:nvSpPr><p:cNvPr id="{number}" name="{name}"/><p:cNvSpPr>{locks}</p:cNvSpPr><p:nvPr><p:ph type="{kind}"{ident}/></p:nvPr></p:nvSpPr>'
        f'<p:spPr><a:xfrm><a:off x="{x}" y="{y}"/><a:ext cx="{w}" cy="{h}"/></a:xfrm><a:prstGeom prst="rect"><a:avLst/></a:prstGeom></p:spPr>{body}</p:sp>'
    )


def notes_master_xml() -> str:
    """The master of the notes pages."""
    colour_map = 'bg1="lt1" tx1="dk1" bg2="lt2" tx2="dk2" accent1="accent1" accent2="accent2" accent3="accent3" accent4="accent4" accent5="accent5" accent6="accent6" hlink="hlink" folHlink="folHlink"'
    shapes = _notes_shape(2, "幻灯片图像", "sldImg", 2, (685800, 1143000, 5486400, 3086100)) + _notes_shape(
        3, "备注", "body", 3, (685800, 4400550, 5486400, 3600450)
    )
    style = _text_style("notesStyle", 12)
    return f"{_HEAD}<p:notesMaster {_NS}><p:cSld><p:bg><p:bgPr>{solid('bg1')}<a:effectLst/></p:bgPr></p:bg>{_tree(shapes)}</p:cSld><p:clrMap {colour_map}/>{style}</p:notesMaster>"


def table_styles_xml() -> str:
    """One table style: head in the main colour, hairlines, every other row tinted."""
    line = '<a:ln w="9525" cmpd="sng"><a:solidFill><a:schemeClr val="accent6"/></a:solidFill></a:ln>'
    none = "<a:ln><a:noFill/></a:ln>"
    sides = "".join(
        f"<a:{s}>{x}</a:{s}>"
        for s, x in (
            ("left", none),
            ("right", none),
            ("top", line),
            ("bottom", line),
            ("insideH", line),
            ("insideV", none),
        )
    )

    def text(colour: str, bold: str) -> str:
        return f'<a:tcTxStyle{bold}><a:fontRef idx="minor"/><a:schemeClr val="{colour}"/></a:tcTxStyle>'

    whole = f"<a:wholeTbl>{text('tx1', '')}<a:tcStyle><a:tcBdr>{sides}</a:tcBdr></a:tcStyle></a:wholeTbl>"
    band = f"<a:band1H><a:tcStyle><a:tcBdr/><a:fill>{solid('bg2')}</a:fill></a:tcStyle></a:band1H>"
    bold = ' b="on"'
    first = f"<a:firstRow>{text('bg1', bold)}<a:tcStyle><a:tcBdr/><a:fill>{solid('accent1')}</a:fill></a:tcStyle></a:firstRow>"
    return f'{_HEAD}<a:tblStyleLst xmlns:a="http://schemas.openxmlformats.org/drawingml/2006/main" def="{TABLE_STYLE}"><a:tblStyle styleId="{TABLE_STYLE}" styleName="清单">{whole}{band}{first}</a:tblStyle></a:tblStyleLst>'


def _rels(*targets: tuple[str, str]) -> str:
    body = "".join(
        f'<Relationship Id="rId{i}" Type="{_REL}/{kind}" Target="{target}"/>'
        for i, (kind, target) in enumerate(targets, 1)
    )
    return f'{_HEAD}<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships">{body}</Relationships>'


def _presentation(page: Page) -> str:
    kind = ' type="screen4x3"' if page == Page.standard() else ""
    style = _text_style("defaultTextStyle", 18)
    return (
        f'{_HEAD}<p:presentation {_NS} saveSubsetFonts="1"><p:sldMasterIdLst><p:sldMasterId id="2147483648" r:id="rId1"/></p:sldMasterIdLst>'
        '<p:notesMasterIdLst><p:notesMasterId r:id="rId2"/></p:notesMasterIdLst>'
        f'<p:sldSz cx="{round(page.width * PX)}" cy="{round(page.height * PX)}"{kind}/><p:notesSz cx="6858000" cy="9144000"/>{style}</p:presentation>'
    )


def _content_types(count: int) -> str:
    parts = [("/ppt/presentation.xml", f"{_TYPE}.presentation.main+xml"), ("/ppt/slideMasters/slideMaster1.xml", f"{_TYPE}.slideMaster+xml"),
             ("/ppt/notesMasters/notesMaster1.xml", f"{_TYPE}.notesMaster+xml"), ("/ppt/presProps.xml", f"{_TYPE}.presProps+xml"),
             ("/ppt/viewProps.xml", f"{_TYPE}.viewProps+xml"), ("/ppt/tableStyles.xml", f"{_TYPE}.tableStyles+xml"),
             ("/docProps/core.xml", "application/vnd.openxmlformats-package.core-properties+xml"),
             ("/docProps/app.xml", "application/vnd.openxmlformats-officedocument.extended-properties+xml")]  # fmt: skip
    parts += [
        (f"/ppt/theme/theme{i}.xml", "application/vnd.openxmlformats-officedocument.theme+xml")
        for i in (1, 2)
    ]
    parts += [
        (f"/ppt/slideLayouts/slideLayout{i}.xml", f"{_TYPE}.slideLayout+xml") for i in range(1, count + 1)
    ]
    overrides = "".join(f'<Override PartName="{name}" ContentType="{kind}"/>' for name, kind in parts)
    return (
        f'{_HEAD}<Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types">'
        '<Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/>'
        f'<Default Extension="xml" ContentType="application/xml"/>{overrides}</Types>'
    )


def parts(look: str, page: Page) -> dict[str, str]:
    """All parts of the template by name, in the colours of a look, for slides of a size."""
    kinds = layouts(page)
    count = len(kinds)
    out = {"[Content_Types].xml": _content_types(count)}
    root = _rels(("officeDocument", "ppt/presentation.xml"), ("extended-properties", "docProps/app.xml"))
    core = '<Relationship Id="rId3" Type="http://schemas.openxmlformats.org/package/2006/relationships/metadata/core-properties" Target="docProps/core.xml"/>'
    out["_rels/.rels"] = root.replace("</Relationships>", f"{core}</Relationships>")
    out["docProps/core.xml"] = (
        f'{_HEAD}<cp:coreProperties xmlns:cp="http://schemas.openxmlformats.org/package/2006/metadata/core-properties" '
        'xmlns:dc="http://purl.org/dc/elements/1.1/" xmlns:dcterms="http://purl.org/dc/terms/" xmlns:xsi="http://www.w3.org/2001/XMLSchema-instance"><dc:title></dc:title></cp:coreProperties>'
    )
    out["docProps/app.xml"] = (
        f'{_HEAD}<Properties xmlns="http://schemas.openxmlformats.org/officeDocument/2006/extended-properties"><Application>reportgen</Application></Properties>'
    )
    out["ppt/presentation.xml"] = _presentation(page)
    out["ppt/_rels/presentation.xml.rels"] = _rels(
        ("slideMaster", "slideMasters/slideMaster1.xml"), ("notesMaster", "notesMasters/notesMaster1.xml"), ("presProps", "presProps.xml"),
        ("viewProps", "viewProps.xml"), ("theme", "theme/theme1.xml"), ("tableStyles", "tableStyles.xml"),
    )  # fmt: skip
    out["ppt/presProps.xml"] = f"{_HEAD}<p:presentationPr {_NS}/>"
    out["ppt/viewProps.xml"] = f"{_HEAD}<p:viewPr {_NS}/>"
    out["ppt/tableStyles.xml"] = table_styles_xml()
    out["ppt/theme/theme1.xml"] = theme(look, NAMES[look])
    out["ppt/theme/theme2.xml"] = theme(look, "备注")
    out["ppt/slideMasters/slideMaster1.xml"] = master_xml(count)
    out["ppt/slideMasters/_rels/slideMaster1.xml.rels"] = _rels(
        *(("slideLayout", f"../slideLayouts/slideLayout{i}.xml") for i in range(1, count + 1)),
        ("theme", "../theme/theme1.xml"),
    )
    out["ppt/notesMasters/notesMaster1.xml"] = notes_master_xml()
    out["ppt/notesMasters/_rels/notesMaster1.xml.rels"] = _rels(("theme", "../theme/theme2.xml"))
    for i, layout in enumerate(kinds, 1):
        out[f"ppt/slideLayouts/slideLayout{i}.xml"] = layout_xml(layout, page)
        out[f"ppt/slideLayouts/_rels/slideLayout{i}.xml.rels"] = _rels(
            ("slideMaster", "../slideMasters/slideMaster1.xml")
        )
    return out
