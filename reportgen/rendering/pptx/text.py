"""Words into text frames."""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING

from pptx.enum.dml import MSO_THEME_COLOR
from pptx.oxml import parse_xml
from pptx.oxml.ns import nsdecls

from reportgen.planning.deck import Para
from reportgen.rendering.characters import printable
from reportgen.rendering.elements import drop
from reportgen.rendering.pptx.shim import add_line_break, add_paragraph, paragraph_element, run_properties
from reportgen.text.masks import masked

if TYPE_CHECKING:
    from lxml.etree import _Element as Element
    from pptx.text.text import TextFrame
    from pptx.text.text import _Paragraph as Paragraph
    from pptx.text.text import _Run as Run


def write_paras(frame: TextFrame, paras: Sequence[Para]) -> None:
    """Write paragraphs into a frame; a newline becomes a line break, the level decides size and bullet."""
    for number, para in enumerate(paras):
        paragraph = frame.paragraphs[0] if number == 0 else add_paragraph(frame)
        for child in list(paragraph_element(paragraph)):
            drop(child)
        if para.level:
            paragraph.level = para.level
        for piece, text in enumerate(para.text.split("\n")):
            if piece:
                add_line_break(paragraph)
            lead = 0 if piece else para.lead
            if lead:
                _stand_out(_add(paragraph, text[:lead]))
            _write(paragraph, text[lead:])


def _write(paragraph: Paragraph, text: str) -> None:
    """Words, and among them those that are still to be filled in, which are seen to be."""
    at = 0
    for start, end in masked(text):
        if start > at:
            _add(paragraph, text[at:start])
        _to_be_filled(_add(paragraph, text[start:end]))
        at = end
    if at < len(text) or not text:
        _add(paragraph, text[at:])


def _add(paragraph: Paragraph, text: str) -> Run:
    run = paragraph.add_run()
    run.text = printable(text)
    properties = run_properties(run)
    properties.set("lang", "zh-CN")
    properties.set("altLang", "en-US")
    return run


def _stand_out(run: Run) -> None:
    """Bold, in the theme's main colour: which colour that is, the template says."""
    run.font.bold = True
    run.font.color.theme_color = MSO_THEME_COLOR.ACCENT_1


def _to_be_filled(run: Run) -> None:
    """Dots below, in the theme's second colour: seen on light and on dark grounds, in any type."""
    properties = run_properties(run)
    properties.set("u", "dottedHeavy")
    line: Element = parse_xml(
        f'<a:uFill {nsdecls("a")}><a:solidFill><a:schemeClr val="accent2"/></a:solidFill></a:uFill>'
    )
    properties.insert(0, line)
