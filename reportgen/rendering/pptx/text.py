"""Words as the paragraphs of a shape, a cell or a page of notes."""

from __future__ import annotations

from typing import TYPE_CHECKING

from reportgen.rendering.characters import printable
from reportgen.rendering.pptx.markup import text as between_tags
from reportgen.text.masks import masked

if TYPE_CHECKING:
    from collections.abc import Iterable

    from reportgen.planning.deck import Para

_LANGUAGE = 'lang="zh-CN" altLang="en-US"'
# Bold, in the theme's main colour: which colour that is, the template says.
_LEAD = ' b="1"'
_LEAD_COLOUR = '<a:solidFill><a:schemeClr val="accent1"/></a:solidFill>'
# Words that are still to be filled in: dots below, in the theme's second colour, seen on light and on dark
# grounds, in any type.
_MASK = ' u="dottedHeavy"'
_MASK_COLOUR = '<a:uFill><a:solidFill><a:schemeClr val="accent2"/></a:solidFill></a:uFill>'


def paragraphs(paras: Iterable[Para]) -> str:
    """Return paragraphs; a newline becomes a line break, the level decides size and bullet."""
    return "".join(paragraph(para, f'<a:pPr lvl="{para.level}"/>' if para.level else "") for para in paras)


def paragraph(para: Para, properties: str, size: str = "", weight: str = "", colour: str = "") -> str:
    """Return a paragraph.

    Args:
        para: its words.
        properties: the element that says how it is set, or nothing.
        size: the attribute of its words that says how large they are; the template's where there is none.
        weight: the attribute that says how heavy the words are, but for the lead, which is bold.
        colour: the fill of the words, but for the lead; the template's where there is none.
    """
    first, *others = para.text.split("\n")
    lead = _run(first[: para.lead], f"{_LEAD}{size}", _LEAD_COLOUR) if para.lead else ""
    lines = (_line(line, size, weight, colour) for line in (first[para.lead :], *others))
    return f"<a:p>{properties}{lead}{'<a:br/>'.join(lines)}</a:p>"


def _line(words: str, size: str, weight: str, colour: str) -> str:
    """The runs of a line; one without words has one all the same."""
    runs: list[str] = []
    at = 0
    for start, end in masked(words):
        if start > at:
            runs.append(_run(words[at:start], f"{size}{weight}", colour))
        runs.append(_run(words[start:end], f"{_MASK}{size}{weight}", f"{colour}{_MASK_COLOUR}"))
        at = end
    if at < len(words) or not words:
        runs.append(_run(words[at:], f"{size}{weight}", colour))
    return "".join(runs)


def _run(words: str, looks: str, colour: str = "") -> str:
    properties = f"<a:rPr {_LANGUAGE}{looks}>{colour}</a:rPr>" if colour else f"<a:rPr {_LANGUAGE}{looks}/>"
    return f"<a:r>{properties}<a:t>{between_tags(printable(words))}</a:t></a:r>"
