"""A template without its slides, read once, and written into every deck as it is."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import TYPE_CHECKING

from reportgen.office.relations import part_of_relations
from reportgen.rendering.pptx.looks import Looks, looks_of
from reportgen.rendering.pptx.parts import relations_part

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping

    from reportgen.rendering.pptx.dress import Guise
    from reportgen.rendering.pptx.parts import Package, Part


@dataclass(frozen=True, slots=True)
class Blank:
    """A template without its slides: its package, and of all parts their kinds and their bytes by name.

    `guise` says how our compositions stand in it where it is none of our form.
    """

    package: Package
    layouts: Mapping[str, Part]
    kinds: Mapping[str, str]
    files: Mapping[str, bytes]
    _looks: dict[str, Looks] = field(default_factory=dict, repr=False)
    guise: Guise | None = field(default=None, repr=False)

    def looks(self, layout: str) -> Looks:
        """Return what slides take over from a layout, worked out when the first one is made."""
        if layout not in self._looks:
            part = self.layouts[layout]
            self._looks[layout] = looks_of(part)
            part.let_go()
        return self._looks[layout]


def blank_of(
    package: Package,
    layouts: Mapping[str, Part],
    looks: Mapping[str, Looks] | None = None,
    guise: Guise | None = None,
    further: Iterable[Part] = (),
) -> Blank:
    """Return a package, from which the slides have been taken, as what decks are made of.

    Args:
        package: it is settled by that: nothing may be changed in it any more.
        layouts: its layouts by name.
        looks: what slides take over from them, where that is known already.
        guise: how our compositions stand in it, where it is none of our form.
        further: parts that only slides lead to.
    """
    kinds: dict[str, str] = {}
    files: dict[str, bytes] = {}
    for part in dict.fromkeys((*package.iter_parts(), *further)):
        part.settle()
        kinds[part.name] = part.kind
        files[part.name] = part.data
        if part.rels:
            files[part_of_relations(part.name)] = relations_part(part.rels)
    return Blank(package, layouts, kinds, files, dict(looks or {}), guise)
