"""The handout as text, for golden tests and for the eye: one line a paragraph, its role in front."""

from __future__ import annotations

from collections.abc import Iterator

from reportgen.planning.handout.parts import Block, Framework, Front, Handout
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
        yield from map(_block, handout.digest)
    if handout.terms:
        yield "# terms"
        yield from (f"{'、'.join(row.terms)} | {row.context} | {row.source}" for row in handout.terms)
    for number, page in enumerate(handout.task_pages, 1):
        yield f"# tasks, page {number}"
        for group in page:
            yield f"{group.number} {_flat(group.task)} → {group.goals}".rstrip("→ ")
            yield from (
                "  - " + " | ".join((_flat(step.measure), step.owner, step.deadline)) for step in group.steps
            )
    yield f"# original {handout.original_density}"
    if handout.original_title != handout.title:
        yield f"title: {_flat(handout.original_title)}"
    yield from map(_block, handout.original)


def _front(front: Front) -> Iterator[str]:
    yield f"# front {front.density} {front.height:.0f} pt"
    yield from (f"fact {fact.name}: {fact.value}" for fact in front.facts)
    if front.thesis:
        yield f"thesis: {front.thesis} ({front.thesis_source})"
    yield from _framework(front.framework)
    yield from (f"abstract: {line}" for line in front.abstract)


def _framework(framework: Framework) -> Iterator[str]:
    if framework.columns:
        yield "columns: " + " | ".join(f"{c.number} {_flat(c.heading)}" for c in framework.columns)
        yield from ("  " + " | ".join(map(_flat, row)) for row in framework.grid)
    yield from (f"row: {_flat(head)} | {points}" for head, points in framework.rows)
    yield from (f"head: {head}" for head in framework.heads)


def _block(block: Block) -> str:
    text = "".join(f"⟨{piece.text}⟩" if piece.strong else piece.text for piece in block.pieces)
    number = f" §{block.paragraph}" if block.paragraph else ""
    return f"{block.role}{number}: {_flat(text)}{_flat(block.anchor)}"


def _flat(text: str) -> str:
    return text.replace("\n", "／").replace("\t", "→")
