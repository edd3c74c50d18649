"""Words into text frames."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

from pptx.enum.dml import MSO_THEME_COLOR

from reportgen.planning.deck import Para
from reportgen.rendering.characters import printable


def write_paras(frame: Any, paras: Sequence[Para]) -> None:  # noqa: ANN401  python-pptx is untyped
    """Write paragraphs into a frame; a newline becomes a line break, the level decides size and bullet."""
    for number, para in enumerate(paras):
        paragraph = frame.paragraphs[0] if number == 0 else frame.add_paragraph()
        for child in list(paragraph._p):  # noqa: SLF001  the prompt of a copied placeholder
            paragraph._p.remove(child)  # noqa: SLF001
        if para.level:
            paragraph.level = para.level
        for piece, text in enumerate(para.text.split("\n")):
            if piece:
                paragraph.add_line_break()
            lead = 0 if piece else para.lead
            if lead:
                _stand_out(_add(paragraph, text[:lead]))
            _add(paragraph, text[lead:])


def _add(paragraph: Any, text: str) -> Any:  # noqa: ANN401
    run = paragraph.add_run()
    run.text = printable(text)
    properties = run._r.get_or_add_rPr()  # noqa: SLF001
    properties.set("lang", "zh-CN")
    properties.set("altLang", "en-US")
    return run


def _stand_out(run: Any) -> None:  # noqa: ANN401
    """Bold, in the theme's main colour: which colour that is, the template says."""
    run.font.bold = True
    run.font.color.theme_color = MSO_THEME_COLOR.ACCENT_1
