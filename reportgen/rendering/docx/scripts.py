"""Chinese and Latin text in runs of their own, so that each gets its font in every program.

Word takes curly quotes, dashes and dots for Latin unless the run says ``w:hint="eastAsia"`` and all four font
slots name the Chinese font (the paragraph styles do); digits and Latin letters then need a character style.
"""

from __future__ import annotations

import copy
from typing import TYPE_CHECKING

from lxml import etree

from reportgen.rendering.docx.shim import new, qn, run_properties, whole
from reportgen.rendering.elements import drop
from reportgen.text.patterns import lazy

if TYPE_CHECKING:
    from lxml.etree import _Element as Element

_LATIN = lazy(r"[A-Za-z0-9](?:[A-Za-z0-9.,:/%+\-@_&']*[A-Za-z0-9%])?(?:\. )?")
_RUN, _TEXT, _LOOK, _VALUE = qn("w:r"), qn("w:t"), qn("w:rPr"), qn("w:val")
_SPACE = "{http://www.w3.org/XML/1998/namespace}space"


def split_scripts(root: Element, styles: frozenset[str]) -> None:
    """Split every run of text below `root` by script and style its Latin pieces."""
    for run in list(root.iter(_RUN)):
        texts = run.findall(_TEXT)
        if not texts:
            continue
        if not any(text.text for text in texts) and run.find(qn("w:br")) is None:
            drop(run)
            continue
        _split(run, styles)


def _split(run: Element, styles: frozenset[str]) -> None:
    style = _run_style(run)
    latin_style = f"{style}Latin" if f"{style}Latin" in styles else ""
    if _is_plain(run):
        pieces = _pieces(run[-1].text or "")
        if len(pieces) == 1:  # as most are: it stays where it is
            run.attrib.clear()
            run[-1].attrib.clear()
            _dress(run, run[-1], pieces[0][0], latin_style if pieces[0][1] else "")
            return
    for child in list(run):
        if child.tag == _LOOK:
            continue
        if child.tag != _TEXT:
            piece = _shell(run)
            piece.append(child)
            run.addprevious(piece)
            continue
        for words, is_latin in _pieces(child.text or ""):
            piece = _shell(run)
            run.addprevious(piece)
            _dress(piece, etree.SubElement(piece, _TEXT), words, latin_style if is_latin else "")
    drop(run)


def _is_plain(run: Element) -> bool:
    """Whether a run has a text and nothing else, but for properties in front of it."""
    return [child.tag for child in run] in ([_TEXT], [_LOOK, _TEXT])


def _pieces(text: str) -> list[tuple[str, bool]]:
    pieces: list[tuple[str, bool]] = []
    at = 0
    for match in _LATIN.finditer(text):
        if match.start() > at:
            pieces.append((text[at : match.start()], False))
        pieces.append((match.group(), True))
        at = match.end()
    if at < len(text):
        pieces.append((text[at:], False))
    return pieces


def _run_style(run: Element) -> str:
    style = run.find(whole("w:rPr/w:rStyle"))
    return style.get(_VALUE, "") if style is not None else ""


def _shell(run: Element) -> Element:
    """An empty run with the properties of `run`."""
    shell = new("w:r")
    properties = run.find(_LOOK)
    if properties is not None:
        shell.append(copy.deepcopy(properties))
    return shell


def _dress(run: Element, text: Element, words: str, latin_style: str) -> None:
    """Write words of one script into the text of a run, and give the run the look of the script."""
    properties = run_properties(run)
    if latin_style:
        for old in properties.findall(qn("w:rStyle")):
            properties.remove(old)
        style = new("w:rStyle")
        style.set(_VALUE, latin_style)
        properties.insert(0, style)
    else:
        _hint(properties)
    text.text = words
    if words != words.strip():
        text.set(_SPACE, "preserve")


def _hint(properties: Element) -> None:
    fonts = properties.find(qn("w:rFonts"))
    if fonts is None:
        fonts = new("w:rFonts")
        style = properties.find(qn("w:rStyle"))
        if style is None:
            properties.insert(0, fonts)
        else:
            style.addnext(fonts)
    fonts.set(qn("w:hint"), "eastAsia")
