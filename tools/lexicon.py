"""Say which words of the lexicon no example would miss.

    python tools/lexicon.py [LIST…]

Takes out one alternative after the other, at any depth of a pattern, and asks whether every example of its list
still finds what it found and every counter-example still finds nothing. Ends with 1 where more than a tenth of
all alternatives go unnoticed, or an example does not hold as it is.
"""

from __future__ import annotations

import re
import sys
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace

from reportgen.analysis.lexicon import WordList, lists

MOST_UNNOTICED = 0.1
"""The share of all alternatives that may change nothing when they are taken out."""
_ANY = "any"
_FRAME = "frame"


@dataclass(frozen=True, slots=True)
class Loss:
    """A list without one of its alternatives; `lost` is what was taken out."""

    lost: str
    left: WordList


def faults(one: WordList) -> list[str]:
    """Return what does not hold: examples that find nothing or another thing, counter-examples that do."""
    pattern = re.compile(one.framed)
    found = [(example, pattern.search(example.clause)) for example in one.examples]
    missed = [
        f"{example.clause}→{match[0] if match else ''}"
        for example, match in found
        if match is None or (example.found and match[0] != example.found)
    ]
    return missed + [other for other in one.others if pattern.search(other)]


def losses(one: WordList) -> Iterator[Loss]:
    """Yield a list without each of its alternatives, those inside of groups and of the frame too."""
    for at, alternative in enumerate(one.alternatives):
        before, behind = one.alternatives[:at], one.alternatives[at + 1 :]
        if before or behind:
            yield Loss(alternative, replace(one, alternatives=(*before, *behind)))
        for lost, left in shortened(alternative):
            yield Loss(f"{lost} in {alternative}", replace(one, alternatives=(*before, left, *behind)))
    for lost, left in shortened(one.frame):
        yield Loss(f"{lost} in the frame", replace(one, frame=left))


def shortened(expression: str) -> Iterator[tuple[str, str]]:
    """Yield each branch of each group of a regular expression, and the expression without it."""
    for branches in _groups(expression):
        for at, (start, end) in enumerate(branches):
            if len(branches) == 1:
                continue
            # The bar goes with the branch: the one behind it, or the one before the last.
            cut = (start, end + 1) if at + 1 < len(branches) else (start - 1, end)
            yield expression[start:end], expression[: cut[0]] + expression[cut[1] :]


def _groups(expression: str) -> Iterator[list[tuple[int, int]]]:
    """Yield the branches of each group, as places; those on top are one group."""
    opened: list[list[int]] = [[0]]
    for at, character in _outside_classes(expression):
        if character == "(":
            opened.append([_head(expression, at)])
        elif character == "|":
            opened[-1].append(at + 1)
        elif character == ")":
            yield _branches(opened.pop(), at)
    yield _branches(opened.pop(), len(expression))


def _branches(starts: list[int], end: int) -> list[tuple[int, int]]:
    return list(zip(starts, [*(start - 1 for start in starts[1:]), end], strict=True))


def _head(expression: str, at: int) -> int:
    """Where a group's first branch begins, behind (?:, (?<! and their like."""
    found = re.compile(r"\((?:\?(?:[:=!]|<[=!]|P<\w+>))?").match(expression, at)
    return found.end() if found else at + 1


def _outside_classes(expression: str) -> Iterator[tuple[int, str]]:
    token = re.compile(r"\\.|\[\^?\]?(?:\\.|[^\]\\])*\]|.")
    return ((found.start(), found[0]) for found in token.finditer(expression))


def main(names: Sequence[str]) -> int:
    """Report the lists by name, all where none is given."""
    chosen = {name: one for name, one in lists().items() if not names or name in names}
    total = unnoticed = 0
    wrong = False
    for name, one in chosen.items():
        amiss = faults(one)
        wrong = wrong or bool(amiss)
        all_of_it = list(losses(one))
        silent = [] if amiss else [loss.lost for loss in all_of_it if not faults(loss.left)]
        total += len(all_of_it)
        unnoticed += len(silent)
        if amiss:
            print(f"{name}: does not hold: {' '.join(amiss)}")
        if silent:
            print(f"{name}: {len(silent)} of {len(all_of_it)} unnoticed: {'  '.join(silent)}")
    characters = sum(len(part) for one in chosen.values() for part in one.alternatives)
    print(f"{len(chosen)} lists, {total} alternatives of {characters} characters, {unnoticed} unnoticed")
    return int(wrong or unnoticed > MOST_UNNOTICED * total)


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
