"""A presentation on its way: a template's parts as they are, and those that a deck adds."""

from __future__ import annotations

import posixpath
from collections import Counter
from typing import TYPE_CHECKING

from lxml import etree

from reportgen.office.relations import part_of_relations
from reportgen.office.stable import packed
from reportgen.office.xml import parse
from reportgen.rendering.characters import printable
from reportgen.rendering.pptx.markup import HEAD, parsed, qn, serialised
from reportgen.rendering.pptx.notes import notes_frame, notes_page, usual_master
from reportgen.rendering.pptx.parts import (
    CHART,
    CORE,
    CORE_KIND,
    NOTES,
    NOTES_MASTER,
    OFFICE,
    SHEET,
    SLIDE,
    THEME,
    TYPES,
    Part,
    Relation,
    free_key,
    free_name,
    relations_part,
    types_part,
)
from reportgen.rendering.pptx.sections import add_sections

if TYPE_CHECKING:
    from collections.abc import Sequence

    from reportgen.rendering.pptx.blank import Blank

_FIRST = 256
"""The least number of a slide (ISO/IEC 29500-1, 19.7.13)."""
_STYLE = "{5C22544A-7EE6-4342-B048-85BDC9FD1C3A}"
"""The key of the table style that PowerPoint takes where a template names none."""
_DC = "http://purl.org/dc/elements/1.1/"
_CP = "http://schemas.openxmlformats.org/package/2006/metadata/core-properties"
_NO_PROPERTIES = f'{HEAD}<cp:coreProperties xmlns:cp="{_CP}" xmlns:dc="{_DC}"/>'.encode()


class Draft:
    """What will be a file; the template stays as it is."""

    def __init__(self, blank: Blank) -> None:
        """Begin with a template without slides."""
        self._blank = blank
        self._names = set(blank.kinds)
        self._added: list[Part] = []
        self._slides: list[str] = []
        self._main = blank.package.main
        self._main_rels = dict(self._main.rels)
        self._notes: tuple[Part, str] | None = None
        self._turns: Counter[str] = Counter()

    @property
    def table_style(self) -> str:
        """The table style that the template calls its default (ppt/tableStyles.xml, def)."""
        for part in self._main.related("tableStyles"):
            return str(parse(part.data).get("def"))
        return _STYLE

    def turn(self, layout: Part, twins: Sequence[Part]) -> Part:
        """Return of some layouts on which a slide looks the same the one that fewest slides stand on."""
        found = min((layout, *twins), key=lambda one: self._turns[one.name])
        self._turns[found.name] += 1
        return found

    def add_slide(self, layout: Part) -> Part:
        """Return a new slide of a layout, still empty, as the last one."""
        slide = self._add("ppt/slides/slide{}.xml", SLIDE)
        relate(slide, "slideLayout", layout)
        key = free_key(self._main_rels)
        self._main_rels[key] = _relation(self._main, "slide", slide)
        self._slides.append(key)
        return slide

    def add_notes(self, slide: Part, notes: Sequence[str]) -> None:
        """Add a page of notes to a slide."""
        master, framed = self._notes_master()
        page = self._add("ppt/notesSlides/notesSlide{}.xml", NOTES, notes_page(framed, notes))
        relate(page, "notesMaster", master)
        relate(page, "slide", slide)
        relate(slide, "notesSlide", page)

    def add_chart(self, slide: Part) -> tuple[Part, Part]:
        """Return a new chart on a slide, and the sheet of its data, both still empty."""
        chart = self._add("ppt/charts/chart{}.xml", CHART)
        sheet = self._add("ppt/embeddings/Microsoft_Excel_Sheet{}.xlsx", SHEET)
        relate(slide, "chart", chart)
        return chart, sheet

    def packed(self, title: str, sections: Sequence[str]) -> bytes:
        """Return the bytes of the file.

        Args:
            title: the deck's.
            sections: the part of the file that each slide is shown in.
        """
        kinds, files = dict(self._blank.kinds), dict(self._blank.files)
        core, rels = self._core(title)
        main = Part(self._main.name, self._main.kind, self._presentation(sections), self._main_rels)
        for part in (core, main, *self._added):
            kinds[part.name] = part.kind
            files[part.name] = part.data
            if part.rels:
                files[part_of_relations(part.name)] = relations_part(part.rels)
        files[part_of_relations("")] = relations_part(rels)
        files[TYPES] = types_part(kinds)
        return packed(files)

    def _add(self, pattern: str, kind: str, data: bytes = b"") -> Part:
        part = Part(free_name(pattern, self._names), kind, data)
        self._names.add(part.name)
        self._added.append(part)
        return part

    def _notes_master(self) -> tuple[Part, str]:
        """The master of notes, and a page of its placeholders; one is added where the template has none."""
        if self._notes is None:
            masters = self._main.related("notesMaster")
            master = masters[0] if masters else self._new_notes_master()
            self._notes = master, notes_frame(parsed(master.data))
        return self._notes

    def _new_notes_master(self) -> Part:
        data, theme = usual_master()
        master = self._add("ppt/notesMasters/notesMaster{}.xml", NOTES_MASTER, data)
        relate(master, "theme", self._add("ppt/theme/theme{}.xml", THEME, theme))
        self._main_rels[free_key(self._main_rels)] = _relation(self._main, "notesMaster", master)
        return master

    def _presentation(self, sections: Sequence[str]) -> bytes:
        """The part that lists the slides."""
        root = parsed(self._main.data)
        listed = root.find(qn("p:sldIdLst"))
        if listed is None:
            listed = etree.Element(qn("p:sldIdLst"))
            size = root.find(qn("p:sldSz"))
            root.insert(len(root) if size is None else root.index(size), listed)
        for number, key in enumerate(self._slides, _FIRST):
            etree.SubElement(listed, qn("p:sldId"), {"id": str(number), qn("r:id"): key})
        add_sections(root, sections)
        return serialised(root)

    def _core(self, title: str) -> tuple[Part, dict[str, Relation]]:
        """The properties of the file, with its title, and what the file leads to."""
        rels = dict(self._blank.package.rels)
        found = next((one.part for one in rels.values() if one.reltype == CORE and one.part), None)
        if found is None:
            found = Part("docProps/core.xml", CORE_KIND, _NO_PROPERTIES)
            rels[free_key(rels)] = Relation(CORE, found, "")
        root = parsed(found.data)
        named = root.find(f"{{{_DC}}}title")
        if named is None:
            named = etree.SubElement(root, f"{{{_DC}}}title", nsmap={"dc": _DC})
        named.text = printable(title)
        return Part(found.name, found.kind, serialised(root), found.rels), rels


def relate(part: Part, kind: str, target: Part) -> str:
    """Let a part lead to another; return the key."""
    key = free_key(part.rels)
    part.rels[key] = _relation(part, kind, target)
    return key


def _relation(part: Part, kind: str, target: Part) -> Relation:
    return Relation(f"{OFFICE}/{kind}", target, posixpath.dirname(part.name))
