"""The edited brief back: what is unchanged is the speaker's, what is new the editor's, what is gone gone."""

from __future__ import annotations

from dataclasses import replace
from typing import Any

from reportgen.analysis.brief import Brief, Facts
from reportgen.analysis.notation import names
from reportgen.analysis.notation.cells import Cell, read_cells
from reportgen.analysis.notation.entries import Entries
from reportgen.analysis.notation.filled import FillsSpeech, moved
from reportgen.analysis.notation.finding import Words, one_line
from reportgen.analysis.notation.keys import FACTS, SPOKEN, TOP, head
from reportgen.analysis.notation.nodes import Nodes
from reportgen.analysis.notation.origin import read_origin
from reportgen.analysis.notation.parts import read_parts
from reportgen.analysis.notation.rows import read_tasks
from reportgen.analysis.rewording import weights_of
from reportgen.outline import Document, parse, reading_text
from reportgen.source import Passage


def load(text: str, path: str, fill: FillsSpeech | None = None) -> Brief:
    """Return the brief of an edited YAML text.

    Args:
        text: the file's text.
        path: what messages call the file.
        fill: fills the masks of the speech, and of what the editor wrote.

    Returns:
        The brief. A line that its position gives, or that is made of whole clauses of the speech, is an
        `Excerpt`; any other is an `Editorial`. Facts that the editor changed are in `Brief.facts`.

    Raises:
        BriefError: the text is no YAML, holds what a brief does not, or says positions that are not there. It
            names line and column.
        UsageError: what is to be filled is no mask, in the speech or beside it.
    """
    root = read_cells(text, path)
    fields = root.fields(TOP, names.END)
    before = parse(read_origin(root, fields))
    said = [one for name, cell in fields.items() if name in TOP for one in cell.texts()] if fill else []
    filling = fill(before.source, said) if fill else None
    document = moved(before, filling) if filling else before
    entries, nodes = Entries(Words(document), Words(before) if filling else None, filling), Nodes(document)
    known, facts = _read_head(fields, document, entries)
    parts = read_parts(fields.get(names.PARTS), 1, entries, nodes)
    return Brief(
        known,
        entries.line(fields.get(names.THESIS)),
        entries.lines(fields.get(names.PILLARS)),
        entries.lines(fields.get(names.ABSTRACT)),
        parts,
        entries.terms(fields.get(names.TERMS)),
        entries.figures(fields.get(names.FIGURES)),
        read_tasks(fields.get(names.TASKS), parts, entries, nodes),
        facts,
        entries.series(fields.get(names.SERIES)),
        entries.lines(fields.get(names.OUTSIDE)),
        weights_of(document),
        entries.lines(fields.get(names.WANTED)),
    )


def _read_head(fields: dict[str, Cell], document: Document, entries: Entries) -> tuple[Document, Facts]:
    """The document without the facts that were deleted, and those that were changed."""
    texts = {name: _text(fields.get(key), entries) for name, key in FACTS.items()}
    own = {name: one_line("".join(map(reading_text, said))) for name, said in head(document).items()}
    new = {name: text for name, text in texts.items() if text and text != own.get(name, "")}
    subtitle = _text(fields.get(names.SUBTITLE), entries)
    _check_subtitle(fields.get(names.SUBTITLE), subtitle, document.subtitle)
    absent = [field for name, field in SPOKEN.items() if not texts[name]]
    gone: dict[str, Any] = {field: () if field == "title" else None for field in absent}
    known = replace(document, subtitle=document.subtitle if subtitle else None, **gone)
    return known, Facts(**new)


def _text(cell: Cell | None, entries: Entries) -> str:
    return one_line(entries.entry(cell).text) if cell else ""


def _check_subtitle(cell: Cell | None, text: str, own: Passage | None) -> None:
    if cell is not None and text not in ("", one_line(reading_text(own)) if own else ""):
        raise cell.fault("副标题不能改写", "请照原文写，或删去；要另加，可并入“标题”")
