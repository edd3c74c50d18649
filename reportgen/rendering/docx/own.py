"""A template of anybody's, filled: looked through by its tags, made ready by docxtpl, run by Jinja.

What of that depends on the template alone is done once in a process, for all speeches.
"""

from __future__ import annotations

import io
from dataclasses import dataclass
from functools import lru_cache
from typing import TYPE_CHECKING, Any

from docxtpl import DocxTemplate
from lxml import etree

from reportgen.errors import TemplateError
from reportgen.office.faults import PackageError
from reportgen.office.stable import stable_package
from reportgen.office.zips import Archive
from reportgen.rendering.docx.form import BODY, PROPERTIES, Form, serialized
from reportgen.rendering.docx.language import Language, Overrun, Refused, budget_for
from reportgen.rendering.docx.library import document_of
from reportgen.rendering.docx.looking import KEPT
from reportgen.rendering.docx.places import Text, texts
from reportgen.rendering.docx.proof import FAILURES, require_sound
from reportgen.rendering.docx.shim import new, qn
from reportgen.rendering.docx.styles import NAMES
from reportgen.rendering.docx.tags import HINT, Tags
from reportgen.rendering.mark import marked
from reportgen.text.patterns import lazy

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping

    from docx.document import Document
    from docx.opc.part import Part
    from lxml.etree import _Element as Element

    from reportgen.rendering.docx.form import Draft

_HEADS = ("/header", "/footer")
_SHARED = ("Normal", "Title", "Subtitle", "Heading", "Header", "Footer", "SectionEnd")
_OURS = frozenset(key for key in NAMES if not key.startswith(_SHARED))
"""Styles of which a paragraph is of the handout, with a tag or without."""
_MARK = lazy(r"\{[{%#]")
_BREAK = lazy(r"\n(?=<w:p[ >])")
_MARKS = (("{_{", "{{"), ("}_}", "}}"), ("{_%", "{%"), ("%_}", "%}"))
"""How docxtpl lets a template print the marks of its own tags."""


@dataclass(frozen=True, eq=False)
class Prepared:
    """A template made ready: its form, what Jinja reads by what is filled, the size of its body."""

    form: Form
    sources: Mapping[str, str]
    size: int

    def filling(self, values: dict[str, Any]) -> Callable[[str], str]:
        """Return what fills the form with values, within one budget for all of it."""
        language = Language(budget_for(values, self.size))

        def fill(key: str) -> str:
            filled = language.filled(self.sources[key], values)
            if key not in PROPERTIES:
                for written, meant in _MARKS:
                    filled = filled.replace(written, meant)
            return filled

        return fill


def filled(data: bytes, values: dict[str, Any], tags: Tags, where: str) -> Draft:
    """Fill a template.

    Args:
        data: the template.
        values: what it is filled with.
        tags: what there is to be named.
        where: what people call the file.

    Raises:
        TemplateError: its tags are broken, lack something, or print too much.
    """
    is_kept = len(data) <= KEPT
    require_sound((_kept_texts if is_kept else _texts)(data), values, tags, where)
    prepared = (_kept if is_kept else prepare)(data)
    try:
        return prepared.form.draft(prepared.filling(values))
    except Overrun:
        told = "讲义模板印出的内容太多，远远超过讲话的内容"
        raise TemplateError(told, where=where, hint="请检查循环里有没有大段的固定内容") from None
    except Refused as refused:
        told = f"讲义模板在段落文字以外的地方（如图片说明、域代码）有不能用的标记：{refused.message}"
        raise TemplateError(told, where=where, hint=HINT) from None
    except (*FAILURES, SyntaxError, PackageError) as error:
        told = (
            "讲义模板的标记填不了：有的开头和结尾不在同一层（如一个在表格里、一个在表格外），"
            "或写在段落文字以外的地方（如图片说明、域代码）"
        )
        raise TemplateError(told, where=where, hint=HINT) from error


def prepare(data: bytes) -> Prepared:
    """Make a template ready."""
    document = document_of(data)
    body = document.element.body
    before, behind = _apart(body)
    sources = _sources(document)
    size = len(etree.tostring(body))
    heads = _heads(document)
    settled = _settled(document)
    body.clear()
    form = Form(
        settled,
        main=_name(document.part),
        shell=serialized(document.element),
        styles=_name(document.part._styles_part),  # noqa: SLF001  the library has no other door
        core=_name(document.part.package._core_properties_part),  # noqa: SLF001  as above
        heads=tuple(map(_name, heads)),
        headers=frozenset(_name(part) for part in heads if part.content_type.endswith(".header+xml")),
        before=before,
        behind=behind,
    )
    return Prepared(form, sources, size)


def _apart(body: Element) -> tuple[bytes, bytes]:
    """Take out of a body what stands in front of its first tag and behind its last one.

    It is the template's alone: letterheads, covers, imprints stay to the byte, whatever is done to the rest.
    """
    elements = [one for one in body if one.tag != qn("w:sectPr")]
    tagged = [at for at, one in enumerate(elements) if _is_tagged(one)]
    if not tagged:
        return b"", b""
    outside = (elements[: tagged[0]], elements[tagged[-1] + 1 :])
    return _taken(outside[0]), _taken(outside[1])


def _taken(elements: list[Element]) -> bytes:
    if not elements:
        return b""
    body = new("w:body")
    body.extend(elements)
    return etree.tostring(body)


def _is_tagged(element: Element) -> bool:
    """Whether an element is of the handout: it has a tag, in words or elsewhere, or a style that is ours."""
    if any(style.get(qn("w:val")) in _OURS for style in element.iter(qn("w:pStyle"))):
        return True
    words = "".join(text.text or "" for text in element.iter(qn("w:t")))
    return bool(_MARK.search(words) or _MARK.search(etree.tostring(element, encoding="unicode")))


def _texts(data: bytes) -> tuple[Text, ...]:
    return tuple(texts(document_of(data)))


_kept, _kept_texts = lru_cache(maxsize=4)(prepare), lru_cache(maxsize=4)(_texts)


def _settled(document: Document) -> dict[str, bytes]:
    """The package as python-docx writes it, with every property there and our mark among the keywords."""
    properties = document.core_properties
    for name in PROPERTIES:
        setattr(properties, name, getattr(properties, name))
    properties.keywords = marked(properties.keywords)
    buffer = io.BytesIO()
    document.save(buffer)
    archive = Archive(stable_package(buffer.getvalue()))
    return {name: archive.part(name) or b"" for name in archive.names}


def _sources(document: Document) -> dict[str, str]:
    patch = DocxTemplate(io.BytesIO()).patch_xml
    raw = {BODY: etree.tostring(document.element.body, encoding="unicode")}
    for part in _heads(document):
        raw[_name(part)] = etree.tostring(etree.fromstring(part.blob, _PARSER), encoding="unicode")
    sources = {key: _BREAK.sub("", patch(text)) for key, text in raw.items()}
    return sources | {name: getattr(document.core_properties, name) for name in PROPERTIES}


_PARSER = etree.XMLParser(remove_blank_text=True, resolve_entities=False)


def _heads(document: Document) -> list[Part]:
    """The parts besides the body that are filled: heads and feet that have something in them, and notes."""
    related = [
        one.target_part
        for one in document.part.rels.values()
        if one.reltype.endswith(_HEADS) and not one.is_external and one.target_part.blob
    ]
    notes = [
        part for part in document.part.package.iter_parts() if part.content_type.endswith(".footnotes+xml")
    ]
    return list(dict.fromkeys([*related, *notes]))


def _name(part: Part) -> str:
    return str(part.partname).lstrip("/")
