"""Shorthand for WordprocessingML."""

from __future__ import annotations

W = "http://schemas.openxmlformats.org/wordprocessingml/2006/main"
R = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
W14 = "http://schemas.microsoft.com/office/word/2010/wordml"
MC = "http://schemas.openxmlformats.org/markup-compatibility/2006"
ASIDE = 1944
"""How wide the frames with the headings of 要点摘编 are, in twips."""
DECLARATION = '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n'
NAMESPACES = f'xmlns:w="{W}" xmlns:r="{R}" xmlns:w14="{W14}" xmlns:mc="{MC}" mc:Ignorable="w14"'


def escape(text: str) -> str:
    """Return text fit for XML."""
    return text.replace("&", "&amp;").replace("<", "&lt;").replace(">", "&gt;")


def run(text: str, style: str = "") -> str:
    """Return a run, with a character style where one is named."""
    properties = f'<w:rPr><w:rStyle w:val="{style}"/></w:rPr>' if style else ""
    return f'<w:r>{properties}<w:t xml:space="preserve">{escape(text)}</w:t></w:r>'


def paragraph(style: str, *runs: str) -> str:
    """Return a paragraph of runs."""
    return f'<w:p><w:pPr><w:pStyle w:val="{style}"/></w:pPr>{"".join(runs)}</w:p>'


def aside(style: str, *runs: str) -> str:
    """Return a paragraph in a frame at the left of what follows it; LibreOffice knows no frame of a style."""
    frame = f'<w:framePr w:w="{ASIDE}" w:wrap="around" w:vAnchor="text" w:hAnchor="margin" w:x="1" w:y="80"/>'
    return f'<w:p><w:pPr><w:pStyle w:val="{style}"/>{frame}</w:pPr>{"".join(runs)}</w:p>'


def tag(text: str) -> str:
    """Return a paragraph that holds only a jinja tag; rendering takes it away."""
    return paragraph("Tag", run(text))


def cell(
    width: int, *paragraphs: str, fill: str = "", middle: bool = True, top: str = "", span: int = 1
) -> str:
    """Return a table cell `width` twips wide, over `span` columns, on a ground of a colour, under a rule."""
    rule = (
        f'<w:tcBorders><w:top w:val="single" w:sz="12" w:space="0" w:color="{top}"/></w:tcBorders>'
        if top
        else ""
    )
    over = f'<w:gridSpan w:val="{span}"/>' if span > 1 else ""
    below = '<w:tcMar><w:top w:w="80" w:type="dxa"/></w:tcMar>' if top else ""
    ground = f'<w:shd w:val="clear" w:color="auto" w:fill="{fill}"/>' if fill else ""
    align = '<w:vAlign w:val="center"/>' if middle else ""
    return f'<w:tc><w:tcPr><w:tcW w:w="{width}" w:type="dxa"/>{over}{rule}{ground}{below}{align}</w:tcPr>{"".join(paragraphs)}</w:tc>'


def row(*cells: str, head: bool = False) -> str:
    """Return a table row that no page divides; a head row comes again on every page."""
    repeat = "<w:tblHeader/>" if head else ""
    return f"<w:tr><w:trPr><w:cantSplit/>{repeat}</w:trPr>{''.join(cells)}</w:tr>"


def tag_row(text: str, width: int) -> str:
    """Return a row that holds only a jinja tag."""
    return row(cell(width, paragraph("Tag", run(text))))


def table(widths: tuple[int, ...], *rows: str, style: str = "HandoutTable") -> str:
    """Return a table of fixed layout (WPS ignores automatic widths)."""
    grid = "".join(f'<w:gridCol w:w="{width}"/>' for width in widths)
    return (
        f'<w:tbl><w:tblPr><w:tblStyle w:val="{style}"/><w:tblW w:w="{sum(widths)}" w:type="dxa"/>'
        '<w:jc w:val="center"/><w:tblLayout w:type="fixed"/><w:tblLook w:val="0000"/></w:tblPr>'
        f"<w:tblGrid>{grid}</w:tblGrid>{''.join(rows)}</w:tbl>"
    )
