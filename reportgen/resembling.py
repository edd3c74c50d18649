"""With which options a file looks to have been made, where those given do not fit what it holds."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from typing import TYPE_CHECKING

from reportgen.errors import Severity
from reportgen.planning.length import DEGREES, LEAST_SLIDES, ORIGINALS, Degree, Length
from reportgen.products import Limit
from reportgen.text.patterns import lazy

if TYPE_CHECKING:
    from pathlib import Path

    from reportgen.checking import Finding
    from reportgen.comparing import Basis
    from reportgen.products import Content

_NEAR = (0, -1, 1)
"""By how many slides a deck may miss the number that was asked for."""
_SLIDE = lazy(r"第 (\d+) 张")


@dataclass(frozen=True, slots=True)
class Suspect:
    """A file with which something is amiss: where it lies, its bytes without pictures, its texts."""

    path: Path
    data: bytes
    content: Content


def resembled(file: Suspect, basis: Basis, found: Sequence[Finding]) -> str:
    """Return in words with which options a file was made instead; empty where none explain it.

    Args:
        file: the file.
        basis: what it was compared with.
        found: what is amiss in it so.
    """
    now = _alarms(found)
    best, fewest = "", now / 2
    for length in _others(file, basis.length) if now else ():
        findings = replace(basis, length=length).findings(file.path, file.data, file.content)
        if _alarms(findings) < fewest:
            best, fewest = _written(length, basis.length), _alarms(findings)
        if not fewest:
            break
    return best


def _alarms(found: Sequence[Finding]) -> int:
    return sum(one.severity is not Severity.INFO for one in found)


def _others(file: Suspect, given: Length) -> Iterator[Length]:
    """Lengths that the file may have been made with, the likeliest first."""
    limit = file.content.product.limit
    if limit is Limit.DEGREE:
        lengths = [replace(given, degree=one, original=two) for two in (True, False) for one in Degree]
        # Of two that explain a file alike, the one that differs by less was forgotten.
        lengths.sort(key=lambda one: (one.degree is not given.degree) + (one.original is not given.original))
        yield from (one for one in lengths if one != given)
    elif limit is Limit.SLIDES:
        yield from (Length(one, None, given.original) for one in Degree if (one, None) != _asked(given))
        count = max(
            (int(found[1]) for one in file.content.placed if (found := _SLIDE.match(one.where))), default=0
        )
        for degree in dict.fromkeys((given.degree, *Degree)):
            yield from (
                Length(degree, count + near, given.original)
                for near in _NEAR
                if count + near >= LEAST_SLIDES and (degree, count + near) != _asked(given)
            )


def _slides(file: Suspect) -> int:
    numbers = (_SLIDE.match(one.where) for one in file.content.placed)
    return max((int(number[1]) for number in numbers if number), default=0)


def _asked(length: Length) -> tuple[Degree, int | None]:
    return length.degree, length.slides


def _written(length: Length, given: Length) -> str:
    """The options of a length that differ from those that were given."""
    degree = next(name for name, one in DEGREES.items() if one is length.degree)
    original = next(name for name, one in ORIGINALS.items() if one is length.original)
    told = [f"--length {degree}"] if length.degree is not given.degree else []
    if length.slides is not None and length.slides != given.slides:
        told.append(f"--slides {length.slides}")
    if length.original is not given.original:
        told.append(f"--original {original}")
    return f"用 {' '.join(told)} " if told else "不写 --slides 和 --minutes "
