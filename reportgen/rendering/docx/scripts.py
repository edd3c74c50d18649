"""Chinese and Latin text in runs of their own, so that each gets its font in every program.

Word takes curly quotes, dashes and dots for Latin unless the run says ``w:hint="eastAsia"`` and all four font
slots name the Chinese font (the paragraph styles do); digits and Latin letters then need a character style.
"""

from __future__ import annotations

import copy
from typing import TYPE_CHECKING

from docx.oxml.ns import qn

from reportgen.rendering.docx.shim import new, run_properties
from reportgen.rendering.elements import drop
from reportgen.text.patterns import lazy

if TYPE_CHECKING:
    from lxml.etree import _Element as Element

_LATIN = lazy(r"[A-Za-z0-9](?:[A-Za-z0-9.,:/%+\-@_&']*[A-Za-z0-9%])?(?:\. )?")
_SPACE = "{http://www.w3.org/XML/1998/namespace}space"


def split_scripts(root: Element, styles: frozenset[str]) -> None:
    """Split every run of text below `root` by script and style its Latin pieces."""
    for run in list(root.iter(qn("w:r"))):
        texts = run.findall(qn("w:t"))
        if not texts:
            continue
        if not any(text.text for text in texts) and run.find(qn("w:br")) is None:
            drop(run)
            continue
        _split(run, styles)


def _split(run: Element, styles: frozenset[str]) -> None:
    style = _run_style(run)
    latin_style = f"{style}Latin" if f"{style}Latin" in styles else ""
    for child in list(run):
        if child.tag == qn("w:rPr"):
            continue
        if child.tag != qn("w:t"):
            piece = _shell(run)
            piece.append(child)
            run.addprevious(piece)
            continue
        for words, is_latin in _pieces(child.text or ""):
            run.addprevious(_text_run(run, words, latin_style if is_latin else ""))
    drop(run)


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
    style = run.find(f"{qn('w:rPr')}/{qn('w:rStyle')}")
    return style.get(qn("w:val"), "") if style is not None else ""


def _shell(run: Element) -> Element:
    """An empty run with the properties of `run`."""
    shell = new("w:r")
    properties = run.find(qn("w:rPr"))
    if properties is not None:
        shell.append(copy.deepcopy(properties))
    return shell


def _text_run(run: Element, words: str, latin_style: str) -> Element:
    piece = _shell(run)
    properties = run_properties(piece)
    if latin_style:
        for old in properties.findall(qn("w:rStyle")):
            properties.remove(old)
        style = new("w:rStyle")
        style.set(qn("w:val"), latin_style)
        properties.insert(0, style)
    else:
        _hint(properties)
    text = new("w:t")
    text.text = words
    if words != words.strip():
        text.set(_SPACE, "preserve")
    piece.append(text)
    return piece


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
