"""Word files of units as they lie about, without tags of ours: written as little XML, odd in one way each."""

from wordscript import field, p, packed, part, parts_of, r, rels, style

PAGE = (
    '<w:pgSz w:w="11906" w:h="16838"/><w:pgMar w:top="2098" w:right="1474" w:bottom="1984" w:left="1588" '
    'w:header="851" w:footer="992" w:gutter="0"/>'
)
SECTION = f"<w:sectPr>{PAGE}</w:sectPr>"
_WORD = "application/vnd.openxmlformats-officedocument.wordprocessingml"
NORMAL = style(
    "a",
    name="Normal",
    more=' w:default="1"',
    ppr='<w:jc w:val="both"/>',
    rpr='<w:rFonts w:ascii="仿宋" w:hAnsi="仿宋" w:eastAsia="仿宋" w:cs="仿宋"/><w:sz w:val="32"/>',
)
TABLE_NORMAL = '<w:style w:type="table" w:default="1" w:styleId="a1"><w:name w:val="Normal Table"/></w:style>'


def heading(style_id, level, name="", rpr='<w:sz w:val="44"/>', ppr=""):
    """A style for a heading; its outline level tells, and its name if it has one."""
    return style(
        style_id,
        name=name or f"heading {level}",
        base="a",
        ppr=f'{ppr}<w:outlineLvl w:val="{level - 1}"/>',
        rpr=rpr,
    )


def unit(body, *, styles="", section=SECTION, more=None, linked="", types=""):  # noqa: PLR0913
    """The bytes of a file: body, styles besides the usual one, last section, other parts and their names."""
    parts = parts_of(body + section, styles=NORMAL + TABLE_NORMAL + styles)
    parts["word/settings.xml"] = part("w:settings", "")
    related = rels(styles="styles.xml", settings="settings.xml")
    parts["word/_rels/document.xml.rels"] = related.replace("</Rel", f"{linked}</Rel")
    for name in ("word/numbering.xml", "word/theme/theme1.xml"):
        del parts[name]
    kinds = f'<Override PartName="/word/settings.xml" ContentType="{_WORD}.settings+xml"/>{types}'
    told = parts["[Content_Types].xml"].replace("</Types>", f"{kinds}</Types>")
    start = told.index("<Override\n" if "<Override\n" in told else "<Override", told.index("numbering") - 60)
    parts["[Content_Types].xml"] = told[:start] + told[told.index("/>", start) + 2 :]
    parts.update(more or {})
    return packed(parts)


def furniture(**words):
    """Heads and feet by name (`header1`): parts, what names them, their types."""
    namespace = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
    more, linked, types = {}, "", ""
    for name, content in words.items():
        kind = name.rstrip("0123456789")
        tag = "w:hdr" if kind == "header" else "w:ftr"
        more[f"word/{name}.xml"] = part(tag, content if content.startswith("<") else p(content))
        linked += f'<Relationship Id="{name}" Type="{namespace}/{kind}" Target="{name}.xml"/>'
        types += f'<Override PartName="/word/{name}.xml" ContentType="{_WORD}.{kind}+xml"/>'
    return {"more": more, "linked": linked, "types": types}


def referring(*pairs, page=PAGE, more=""):
    """A section with heads and feet: pairs of type and name (``("first", "header1")``)."""
    told = "".join(
        f'<w:{name.rstrip("0123456789")}Reference w:type="{kind}" r:id="{name}"/>' for kind, name in pairs
    )
    return f"<w:sectPr>{told}{page}{more}</w:sectPr>"


SAMPLE = "".join(
    p("这是样本正文，写着本模板怎么用，一段足有四十来个字，成稿里不应当有它，用的时候请删去这一段。")
    for _ in range(3)
)

RED = (
    p(r("某县人民政府文件", '<w:color w:val="FF0000"/><w:sz w:val="72"/>'), more='<w:jc w:val="center"/>')
    + p("某政发〔2026〕12号", more='<w:jc w:val="center"/>')
    + p("", more='<w:pBdr><w:bottom w:val="single" w:sz="18" w:space="1" w:color="FF0000"/></w:pBdr>')
)
"""A letterhead of an office, in paragraphs."""
IMPRINT = (
    '<w:tbl><w:tblPr/><w:tblGrid><w:gridCol w:w="8844"/></w:tblGrid><w:tr><w:tc><w:tcPr/>'
    + p("抄送：县委办公室，县人大常委会办公室。")
    + "</w:tc></w:tr><w:tr><w:tc><w:tcPr/>"
    + p("某县人民政府办公室　2026年2月26日印发")
    + "</w:tc></w:tr></w:tbl>"
)
CONTENTS = p("目录") + p(field(' TOC \\o "1-2" \\h ', r("一、样本的章节") + "<w:r><w:tab/></w:r>" + r("3")))
