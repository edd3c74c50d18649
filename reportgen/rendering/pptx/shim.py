"""The inside doors of python-pptx, with types: what it does to files, but shows nobody."""

from __future__ import annotations

from typing import TYPE_CHECKING, cast

from pptx.opc.package import XmlPart
from pptx.oxml.ns import qn

from reportgen.rendering.elements import child_of

if TYPE_CHECKING:
    from collections.abc import Iterable
    from typing import Any

    from lxml.etree import _Element as Element
    from pptx.opc.package import OpcPackage, Part, _Relationships
    from pptx.oxml.shapes.autoshape import CT_Shape
    from pptx.shapes.autoshape import Shape
    from pptx.shapes.graphfrm import GraphicFrame
    from pptx.slide import Slide, SlideLayout
    from pptx.text.text import TextFrame
    from pptx.text.text import _Paragraph as Paragraph
    from pptx.text.text import _Run as Run


def placeholders(slide: Slide | SlideLayout) -> list[Shape]:
    """Return the placeholders; each is a shape, whatever stands in it."""
    found: Iterable[Any] = slide.placeholders
    return list(found)


def element_of(shape: Shape) -> CT_Shape:
    """Return the ``p:sp`` of a shape."""
    return cast("CT_Shape", shape.element)


def kind_of(placeholder: Shape) -> str | None:
    """Return the type that a placeholder states (``ftr``, ``sldNum``, …); None where it holds anything."""
    stated = element_of(placeholder).ph
    return None if stated is None else stated.get("type")


def tree_of(slide: Slide) -> Element:
    """Return the ``p:spTree`` of a slide: its shapes, from the lowest to the highest."""
    tree: Element = slide.shapes.element
    return tree


def describe(frame: GraphicFrame, words: str) -> None:
    """Say what a table or a chart shows, for who cannot see it (its alternative text)."""
    untyped: Any = frame
    untyped._element.nvGraphicFramePr.cNvPr.set("descr", words)  # noqa: SLF001  the library has no other door


def text_of(shape: Shape) -> Element:
    """Return the text of a shape that has one (its ``p:txBody``).

    Raises:
        ValueError: it has none.
    """
    return child_of(shape.element, qn("p:txBody"))


def add_paragraph(frame: TextFrame) -> Paragraph:
    """Return a new paragraph behind those of a frame."""
    untyped: Any = frame
    added: Paragraph = untyped.add_paragraph()
    return added


def add_line_break(paragraph: Paragraph) -> None:
    """Let what follows in a paragraph begin a line."""
    untyped: Any = paragraph
    untyped.add_line_break()


def paragraph_element(paragraph: Paragraph) -> Element:
    """Return the ``a:p`` of a paragraph."""
    return paragraph._p  # noqa: SLF001  the library has no other door


def run_properties(run: Run) -> Element:
    """Return the ``a:rPr`` of a run; it is put in where there is none."""
    return run._r.get_or_add_rPr()  # noqa: SLF001  as above


def root_of(part: Part) -> Element | None:
    """Return the root of a part that python-pptx has parsed; None of another."""
    return part._element if isinstance(part, XmlPart) else None  # noqa: SLF001  as above


def relations_of(package: OpcPackage) -> _Relationships:
    """Return what a package itself leads to, as ``_rels/.rels`` says."""
    return package._rels  # noqa: SLF001  as above
