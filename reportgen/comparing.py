"""Files beside their speech: what both a build and `verify` compare with, and what a build makes of it."""

from __future__ import annotations

from dataclasses import dataclass
from functools import lru_cache, reduce
from operator import or_
from typing import TYPE_CHECKING

from reportgen.checking import (
    Comparison,
    Finding,
    Ground,
    Literals,
    Proof,
    compare,
    ground_of,
    literals,
    proof_of,
    verify,
)
from reportgen.errors import Diagnostic, FidelityError, Severity
from reportgen.products import PRODUCTS, Content, owed_again, read_content
from reportgen.results import Notice
from reportgen.themes import shipped, standard

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Mapping
    from pathlib import Path

    from reportgen.analysis import Brief
    from reportgen.checking import Expected
    from reportgen.options import Options
    from reportgen.outline import Node
    from reportgen.planning.facts import Facts
    from reportgen.planning.length import Length
    from reportgen.products import Made, Product, Template
    from reportgen.source import Passage
    from reportgen.themes import Ratio

_ANYWAY = "急用时可加 --anyway 先写出，逐处核对后再印发"


@dataclass(frozen=True, slots=True)
class Basis:
    """What files are compared with: what the speech says, what is known of the occasion, its clauses.

    `length` is how much was to be said, `ratio` the sides of slides that were asked for. `nodes` are those
    whose headings are owed, as far as a product has headings: an editor may have left some out of a brief.
    """

    said: Brief
    facts: Facts
    ground: Ground
    length: Length
    ratio: Ratio | None = None
    nodes: tuple[Node, ...] = ()

    @classmethod
    def of(
        cls,
        said: Brief,
        options: Options,
        templates: Mapping[Product, Template] | None = None,
        *,
        is_edited: bool = False,
    ) -> Basis:
        """Return the basis of a speech, with the words that the templates print by themselves.

        Args:
            said: what the speech says.
            options: what is made, and with which theme.
            templates: those that are open already; they are not read again.
            is_edited: whether an editor has gone over what it says.

        Raises:
            TemplateError: a template cannot be used.
        """
        facts = options.facts.over(said.facts)
        ground = ground_of(said, facts, _template_words(options, templates or {}))
        nodes = () if is_edited else tuple(said.document.walk())
        return cls(said, facts, ground, options.length, options.ratio, nodes)

    def owed_by(self, product: Product, expected: Expected) -> list[Passage]:
        """Return the headings that a product must hold; not those that it says are elsewhere."""
        owed = [one.heading for one in self.nodes if product.owes_heading(one.level, self.length)]
        return owed[: len(owed) - expected.left]

    def findings(self, path: Path, data: bytes, content: Content) -> tuple[Finding, ...]:
        """Return what is amiss in a file that somebody may have edited.

        Args:
            path: the file.
            data: what it holds, pictures left out.
            content: its texts.
        """
        expected = owed_again(content.product, self.said, self.facts, self.length, path, data, self.ratio)
        headings = self.owed_by(content.product, expected)
        return verify(content.placed, self.said, self.ground, expected, headings)


def _template_words(options: Options, templates: Mapping[Product, Template]) -> Literals:
    """The words that templates print by themselves: those chosen, and those that we ship."""
    from reportgen.rendering.opening import WORD, template_bytes

    held: dict[Path, bytes | None] = {}
    for product in PRODUCTS:
        if product.has_words:
            held[product.template_in(standard())] = None
            if product in options.products:
                path = product.template_in(options.theme)
                # A unit's own file prints what is left of it when it has been made a template.
                opened = templates.get(product) or (None if path in held else product.opened(path, None))
                held[path] = opened.data if opened else None
    words = (_printed_by(data or template_bytes(path, WORD), str(path)) for path, data in held.items())
    return reduce(or_, words, literals(_words_of_decks(options, templates)))


def _words_of_decks(options: Options, templates: Mapping[Product, Template]) -> Iterator[str]:
    """What templates print that are none of our form."""
    for product in options.products if not options.theme.is_shipped else ():
        path = product.template_in(options.theme, options.ratio)
        yield from product.printed(templates.get(product) or product.opened(path, None))


@lru_cache(maxsize=8)
def _printed_by(data: bytes, name: str) -> Literals:
    """The words that a template prints; many speeches are compared with the same ones."""
    return literals(one.text for one in read_content(data, name).placed)


def compared(made: Mapping[str, Made], basis: Basis) -> dict[str, Comparison]:
    """Open each file again and compare it with speech and plan, before anything is written.

    Args:
        made: the files by name.
        basis: what they are compared with.
    """
    return {
        name: compare(
            read_content(one.data, name).placed,
            basis.said,
            basis.ground,
            one.expected,
            basis.owed_by(one.product, one.expected),
        )
        for name, one in made.items()
    }


def require_faithful(
    made: Mapping[str, Made], found: Mapping[str, Comparison], options: Options
) -> Iterator[Notice]:
    """Tell of the files that differ, where the user wants them all the same.

    Raises:
        FidelityError: one says what the speech does not, or lacks something of it, and nobody said "anyway".
    """
    amiss = {name: one.told for name, one in found.items() if one.told}
    if amiss and not options.anyway:
        name, told = next(iter(amiss.items()))
        hint = _on_refusal(made[name].product.template_in(options.theme, options.ratio))
        raise FidelityError(f"成稿与讲话稿不符，没有写出任何文件：{told}", where=name, hint=hint)
    hint = "请用 reportgen verify 逐处核对后再印发"
    for name, told in amiss.items():
        message = f"{name} 与讲话稿不符：{told}"
        yield Notice(Diagnostic(Severity.WARNING, "unfaithful", message, None, hint), None)


def _on_refusal(template: Path) -> str:
    """What to do about a file that is not let out: a template of the user's own is named, no other."""
    if template.parent in {theme.folder for theme in shipped()}:
        return f"这是程序的问题，请附上稿件报告给维护者；{_ANYWAY}"
    return f"这个文件用的是自己的模板 {template}，可去掉 --theme 再试，看是不是模板的问题；{_ANYWAY}"


def proof_for(made: Iterable[Made], found: Mapping[str, Comparison]) -> Proof:
    """Return what was compared of all files together."""
    measured = [one.overflows for one in made if one.overflows is not None]
    return proof_of(tuple(found.values()), sum(measured) if measured else None)
