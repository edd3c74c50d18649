"""Pages of notes: what the presenter reads."""

from __future__ import annotations

from importlib.util import find_spec
from pathlib import Path
from typing import TYPE_CHECKING

from reportgen.planning.deck import Para
from reportgen.rendering.pptx.geometry import kind_of, placeholders
from reportgen.rendering.pptx.looks import mark_of
from reportgen.rendering.pptx.markup import DECLARED, HEAD, HERE, parsed, serialised
from reportgen.rendering.pptx.text import paragraphs

if TYPE_CHECKING:
    from collections.abc import Sequence

    from lxml.etree import _Element as Element

# What is taken over from the master of notes, and what python-pptx calls it.
_NAMES = {"sldImg": "Slide Image", "body": "Notes", "sldNum": "Slide Number"}
_WORDS = "body"


def notes_frame(master: Element) -> str:
    """Return a page of notes with the placeholders of its master, and `HERE` for the words."""
    marks = [
        (kind_of(mark), mark_of(mark), mark.get("orient") == "vert")
        for _, mark in placeholders(master)
        if kind_of(mark) in _NAMES
    ]
    if _WORDS not in {kind for kind, _, _ in marks}:
        # A master may show none; the words are kept all the same.
        marks.append((_WORDS, '<p:ph type="body" idx="1"/>', False))
    shapes = [_shape(number, *mark) for number, mark in enumerate(marks, 2)]
    at = next(number for number, (kind, _, _) in enumerate(marks) if kind == _WORDS)
    shapes[at] = shapes[at].replace(_BODY.format(""), _BODY.format(HERE))
    return (
        f'{HEAD}<p:notes {DECLARED}><p:cSld><p:spTree><p:nvGrpSpPr><p:cNvPr id="1" name=""/><p:cNvGrpSpPr/>'
        '<p:nvPr/></p:nvGrpSpPr><p:grpSpPr><a:xfrm><a:off x="0" y="0"/><a:ext cx="0" cy="0"/>'
        '<a:chOff x="0" y="0"/><a:chExt cx="0" cy="0"/></a:xfrm></p:grpSpPr>'
        f"{''.join(shapes)}</p:spTree></p:cSld><p:clrMapOvr><a:masterClrMapping/></p:clrMapOvr></p:notes>"
    )


_BODY = "<p:txBody><a:bodyPr/><a:lstStyle/>{}</p:txBody>"


def _shape(number: int, kind: str, mark: str, is_upright: bool) -> str:  # noqa: FBT001  a row of a table
    name = f"{'Vertical ' if is_upright else ''}{_NAMES[kind]} Placeholder {number - 1}"
    body = _BODY.format("") if kind == _WORDS else ""
    return (
        f'<p:sp><p:nvSpPr><p:cNvPr id="{number}" name="{name}"/><p:cNvSpPr><a:spLocks noGrp="1"/></p:cNvSpPr>'
        f"<p:nvPr>{mark}</p:nvPr></p:nvSpPr><p:spPr/>{body}</p:sp>"
    )


def notes_page(framed: str, notes: Sequence[str]) -> bytes:
    """Return a page of notes with its words."""
    lines = "\n".join(notes).split("\n")
    return framed.replace(HERE, paragraphs(Para(line) for line in lines)).encode()


def usual_master() -> tuple[bytes, bytes]:
    """Return the master of notes for a template that has none, and its theme: those of python-pptx."""
    found = find_spec("pptx")
    if found is None or found.origin is None:
        raise ModuleNotFoundError("pptx")
    folder = Path(found.origin).parent / "templates"
    master, theme = ((folder / name).read_bytes() for name in ("notesMaster.xml", "theme.xml"))
    return serialised(parsed(master)), serialised(parsed(theme))
