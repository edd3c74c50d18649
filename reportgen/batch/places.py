"""Which folder the files of a speech get: as the speech's own lies, and never that of another speech."""

from __future__ import annotations

import itertools
from pathlib import PurePosixPath
from typing import TYPE_CHECKING

from reportgen.batch.stores import safe_name

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator

RESERVED = frozenset({"index.html", "summary.xlsx"})
"""What stands in the output folder itself."""


def place_of(name: str, is_free: Callable[[str], bool]) -> str:
    """Return the folder, below the output folder, for the files of a speech.

    It is named as the speech is without its suffix; where another one has that, with it: 甲.txt and 甲.docx
    give 甲 and 甲.txt or the other way round, as they come.

    Args:
        name: the speech's, below the folder that all have in common.
        is_free: whether no other speech has a folder, its name in small letters.
    """
    path = PurePosixPath(name)
    above = [safe_name(part) for part in path.parent.parts if part not in {"/", "."}]
    for last in _names(safe_name(path.stem), safe_name(path.name)):
        place = "/".join([*above, last])
        if place.casefold() not in RESERVED and is_free(place.casefold()):
            return place
    raise AssertionError("there is no end to names")


def _names(stem: str, whole: str) -> Iterator[str]:
    yield from (stem, whole)
    for number in itertools.count(2):
        yield f"{whole}-{number}"
