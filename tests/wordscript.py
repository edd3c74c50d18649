"""Word documents written as little XML, for tests of the reader.

`word` packs a body into the smallest file that is a Word document; `p`, `r`, `num`, `levels`, `style` write
the parts of it. Namespaces are declared once, so XML in tests can use the usual prefixes.
"""

import base64
import io
import zipfile

_SCHEMAS = "http://schemas.openxmlformats.org"
_NAMES = " ".join(
    f'xmlns:{prefix}="{name}"'
    for prefix, name in {
        "w": f"{_SCHEMAS}/wordprocessingml/2006/main",
        "m": f"{_SCHEMAS}/officeDocument/2006/math",
        "a": f"{_SCHEMAS}/drawingml/2006/main",
        "mc": f"{_SCHEMAS}/markup-compatibility/2006",
        "wps": "http://schemas.microsoft.com/office/word/2010/wordprocessingShape",
        "v": "urn:schemas-microsoft-com:vml",
        "r": f"{_SCHEMAS}/officeDocument/2006/relationships",
        "dgm": f"{_SCHEMAS}/drawingml/2006/diagram",
        "w14": "http://schemas.microsoft.com/office/word/2010/wordml",
    }.items()
)
_TYPES = f"""<Types xmlns="{_SCHEMAS}/package/2006/content-types">
<Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/>
<Default Extension="xml" ContentType="application/xml"/>
<Override PartName="/word/document.xml"
 ContentType="application/vnd.openxmlformats-officedocument.wordprocessingml.document.main+xml"/>
<Override PartName="/word/styles.xml"
 ContentType="application/vnd.openxmlformats-officedocument.wordprocessingml.styles+xml"/>
<Override PartName="/word/numbering.xml"
 ContentType="application/vnd.openxmlformats-officedocument.wordprocessingml.numbering+xml"/></Types>"""


def rels(**targets):
    """A part of relationships: the type's last word and the target of each."""
    base = f"{_SCHEMAS}/officeDocument/2006/relationships"
    links = "".join(
        f'<Relationship Id="{kind}" Type="{base}/{kind}" Target="{target}"/>'
        for kind, target in targets.items()
    )
    return f'<Relationships xmlns="{_SCHEMAS}/package/2006/relationships">{links}</Relationships>'


def part(tag, content):
    """A part of the package with that root."""
    return f"<{tag} {_NAMES}>{content}</{tag}>"


def word(body, **parts):
    """The bytes of a Word document; `chunks` are files inside, by name, which are their keys as well."""
    return packed(parts_of(body, **parts))


def chunk(name):
    """The place of a file inside."""
    return f'<w:altChunk r:id="{name}"/>'


def flat(parts, prefix="pkg", head='<?xml version="1.0" encoding="UTF-8" standalone="yes"?>'):
    """The same as one XML file."""
    written = "".join(
        f'<{prefix}:part {prefix}:name="/{name}">{_flat_part(content, prefix)}</{prefix}:part>'
        for name, content in parts.items()
        if name != "[Content_Types].xml"
    )
    place = "http://schemas.microsoft.com/office/2006/xmlPackage"
    return f'{head}<{prefix}:package xmlns:{prefix}="{place}">{written}</{prefix}:package>'


def _flat_part(content, prefix):
    if isinstance(content, bytes):
        return f"<{prefix}:binaryData>{base64.b64encode(content).decode()}</{prefix}:binaryData>"
    return f"<{prefix}:xmlData>{content}</{prefix}:xmlData>"


def parts_of(body, *, styles="", numbering="", theme="", chunks=None):
    """The parts of a Word document, by name."""
    chunks = chunks or {}
    linked = "".join(
        f'<Relationship Id="{name}" Type="{_SCHEMAS}/officeDocument/2006/relationships/aFChunk" '
        f'Target="{name}"/>'
        for name in chunks
    )
    related = rels(styles="styles.xml", numbering="numbering.xml", theme="theme/theme1.xml")
    return {f"word/{name}": content for name, content in chunks.items()} | {
        "[Content_Types].xml": _TYPES,
        "_rels/.rels": rels(officeDocument="word/document.xml"),
        "word/_rels/document.xml.rels": related.replace("</Rel", f"{linked}</Rel"),
        "word/document.xml": part("w:document", f"<w:body>{body}</w:body>"),
        "word/styles.xml": part("w:styles", styles),
        "word/numbering.xml": part("w:numbering", numbering),
        "word/theme/theme1.xml": part("a:theme", theme),
    }


def packed(parts, method=zipfile.ZIP_DEFLATED):
    """A zip of parts, by name."""
    file = io.BytesIO()
    with zipfile.ZipFile(file, "w", method) as archive:
        for name, content in parts.items():
            archive.writestr(name, content)
    return file.getvalue()


def r(text, look=""):
    """A run; `look` is the content of its properties."""
    return f'<w:r><w:rPr>{look}</w:rPr><w:t xml:space="preserve">{text}</w:t></w:r>'


def p(content="", *, num=None, style="", more=""):
    """A paragraph of XML, or of plain text; `num` is (numId, ilvl), `more` goes into its properties."""
    named = f'<w:pStyle w:val="{style}"/>' if style else ""
    numbered = f'<w:numPr><w:ilvl w:val="{num[1]}"/><w:numId w:val="{num[0]}"/></w:numPr>' if num else ""
    runs = content if content.startswith("<") or not content else r(content)
    return f"<w:p><w:pPr>{named}{numbered}{more}</w:pPr>{runs}</w:p>"


def level(ilvl, style, text, *, start=1, suff="", more=""):  # noqa: PLR0913  one for each child
    """One level of a numbering."""
    gap = f'<w:suff w:val="{suff}"/>' if suff else ""
    return (
        f'<w:lvl w:ilvl="{ilvl}"><w:start w:val="{start}"/><w:numFmt w:val="{style}"/>{more}{gap}'
        f'<w:lvlText w:val="{text}"/></w:lvl>'
    )


def levels(key, *content, more=""):
    """A definition with its levels."""
    return f'<w:abstractNum w:abstractNumId="{key}">{more}{"".join(content)}</w:abstractNum>'


def num(num_id, key, starts=(), more=""):
    """A numbering of a definition; `starts` are pairs of level and start of its own."""
    changes = "".join(
        f'<w:lvlOverride w:ilvl="{ilvl}"><w:startOverride w:val="{start}"/></w:lvlOverride>'
        for ilvl, start in starts
    )
    return f'<w:num w:numId="{num_id}"><w:abstractNumId w:val="{key}"/>{changes}{more}</w:num>'


def style(style_id, *, name="", base="", kind="paragraph", ppr="", rpr="", more=""):  # noqa: PLR0913
    """A style."""
    based = f'<w:basedOn w:val="{base}"/>' if base else ""
    return (
        f'<w:style w:type="{kind}" w:styleId="{style_id}"{more}><w:name w:val="{name or style_id}"/>{based}'
        f"<w:pPr>{ppr}</w:pPr><w:rPr>{rpr}</w:rPr></w:style>"
    )


def table(*rows, borders='<w:top w:val="single"/>'):
    """A table of rows of cells; a cell is text or XML."""
    cells = "".join(f"<w:tr>{''.join(map(cell, row))}</w:tr>" for row in rows)
    return f"<w:tbl><w:tblPr><w:tblBorders>{borders}</w:tblBorders></w:tblPr>{cells}</w:tbl>"


def cell(content, properties=""):
    """A cell of a table."""
    if content.startswith("<w:tc>"):
        return content
    inside = content if content.startswith("<") else p(content)
    return f"<w:tc><w:tcPr>{properties}</w:tcPr>{inside}</w:tc>"


def field(instruction, result):
    """The runs of a complex field; `result` is XML."""

    def mark(kind):
        return f'<w:r><w:fldChar w:fldCharType="{kind}"/></w:r>'

    told = f"<w:r><w:instrText>{instruction}</w:instrText></w:r>"
    return mark("begin") + told + mark("separate") + result + mark("end")
