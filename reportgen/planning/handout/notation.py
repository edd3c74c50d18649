"""The handout as text, for golden tests and for the eye: one line a paragraph, its role in front."""

from __future__ import annotations

from collections.abc import Iterator

from reportgen.planning.handout.parts import Block, DigestRow, Front, Handout, TaskRow, TermEntry
from reportgen.planning.printed import own_texts


def dump(handout: Handout) -> str:
    """Return the plan as text; a line break inside a heading shows as ``／``, a run set off in ``⟨⟩``."""
    return "\n".join(_lines(handout)) + "\n"


def _lines(handout: Handout) -> Iterator[str]:
    long = " long" if handout.long_title else ""
    yield f"title{long}: {_flat(handout.title)}"
    heads = own_texts(handout)
    yield from (f"{name}: {_flat(text)}" for name, text in heads.items() if text and name != "title")
    yield from _front(handout.front)
    if handout.digest:
        yield f"# digest {handout.digest_density}"
        yield from (line for row in handout.digest for line in _digest_row(row))
    if handout.terms:
        yield "# terms"
        yield from (" | ".join(map(_term, row)) for row in handout.terms)
    yield f"# record {len(handout.record)} lines"
    if handout.tasks:
        yield "# tasks"
        yield from (line for row in handout.tasks for line in _task(row))
        yield from filter(None, (handout.tasks_note,))
    if handout.original:
        yield f"# original {handout.original_density}"
        if handout.original_title != handout.title:
            yield f"title: {_flat(handout.original_title)}"
        yield from map(_block, handout.original)


def _front(front: Front) -> Iterator[str]:
    yield f"# front {front.density} {front.height:.0f} pt"
    yield from (f"fact {fact.name}: {fact.value}" for fact in front.facts)
    if front.thesis:
        yield f"thesis: {front.thesis} ({front.thesis_place})"
    for row in front.framework:
        yield f"row: {row.heading}／{row.tail} | {'／'.join(map(_flat, row.points))}"
    yield from (f"abstract: {line}" for line in front.abstract)
    yield from (f"measure {one.number}: {one.measure} ({one.place})" for one in front.measures)


def _digest_row(row: DigestRow) -> Iterator[str]:
    if row.opens or row.place:
        number = f" §{row.paragraph}" if row.paragraph else ""
        yield f"{'section' if row.opens else 'on'}{number}: {row.heading}／{row.tail} ({row.place})"
    for point in row.points:
        yield f"  ⟨{point.heading}⟩{point.text}"
        if point.goal:
            yield f"    {point.goal}"


def _term(entry: TermEntry) -> str:
    return " ".join((entry.names, f"({entry.place})", *entry.meanings)) if entry.names else ""


def _task(row: TaskRow) -> Iterator[str]:
    stated = " | ".join(("、".join(row.owners), "、".join(row.deadlines)))
    yield f"{row.number} {row.task}" + (f" | {stated}" if row.owners or row.deadlines else "")
    yield from (f"  - {step}" for step in row.steps)


def _block(block: Block) -> str:
    text = "".join(f"⟨{piece.text}⟩" if piece.strong else piece.text for piece in block.pieces)
    number = f" §{block.paragraph}" if block.paragraph else ""
    return f"{block.role}{number}: {_flat(text)}"


def _flat(text: str) -> str:
    return text.replace("\n", "／").replace("\t", "→")
