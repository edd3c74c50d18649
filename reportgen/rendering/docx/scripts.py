"""Chinese and Latin text in runs of their own, so that each gets its font in every program.

Word takes curly quotes, dashes and dots for Latin unless the run says ``w:hint="eastAsia"`` and all four font
slots name the Chinese font (the paragraph styles do); digits and Latin letters then need a character style.
"""

from __future__ import annotations

import copy
import re
from typing import Any

from docx.oxml.ns import qn
from docx.oxml.parser import OxmlElement

_LATIN = re.compile(r"[A-Za-z0-9](?:[A-Za-z0-9.,:/%+\-@_&']*[A-Za-z0-9%])?(?:\. )?")
_SPACE = "{http://www.w3.org/XML/1998/namespace}space"


def split_scripts(root: Any, styles: frozenset[str]) -> None:  # noqa: ANN401  lxml elements
    """Split every run of text below `root` by script and style its Latin pieces."""
    for run in list(root.iter(qn("w:r"))):
        texts = run.findall(qn("w:t"))
        if not texts:
            continue
        if not any(text.text for text in texts) and run.find(qn("w:br")) is None:
            run.getparent().remove(run)
            continue
        _split(run, styles)


def _split(run: Any, styles: frozenset[str]) -> None:  # noqa: ANN401
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
    run.getparent().remove(run)


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


def _run_style(run: Any) -> str:  # noqa: ANN401
    style = run.find(f"{qn('w:rPr')}/{qn('w:rStyle')}")
    return style.get(qn("w:val"), "") if style is not None else ""


def _shell(run: Any) -> Any:  # noqa: ANN401
    """An empty run with the properties of `run`."""
    shell = OxmlElement("w:r")
    properties = run.find(qn("w:rPr"))
    if properties is not None:
        shell.append(copy.deepcopy(properties))
    return shell


def _text_run(run: Any, words: str, latin_style: str) -> Any:  # noqa: ANN401
    piece = _shell(run)
    properties = piece.get_or_add_rPr()
    if latin_style:
        for old in properties.findall(qn("w:rStyle")):
            properties.remove(old)
        style = OxmlElement("w:rStyle")
        style.set(qn("w:val"), latin_style)
        properties.insert(0, style)
    else:
        _hint(properties)
    text = OxmlElement("w:t")
    text.text = words
    if words != words.strip():
        text.set(_SPACE, "preserve")
    piece.append(text)
    return piece


def _hint(properties: Any) -> None:  # noqa: ANN401
    fonts = properties.find(qn("w:rFonts"))
    if fonts is None:
        fonts = OxmlElement("w:rFonts")
        style = properties.find(qn("w:rStyle"))
        if style is None:
            properties.insert(0, fonts)
        else:
            style.addnext(fonts)
    fonts.set(qn("w:hint"), "eastAsia")
