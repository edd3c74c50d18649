"""What a part says besides its measures and goals: of each sentence the run of clauses that weighs most."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from typing import TYPE_CHECKING

from reportgen.analysis.brief import Excerpt
from reportgen.analysis.clauses import sentences
from reportgen.analysis.heads import head
from reportgen.analysis.standing import standing_runs

if TYPE_CHECKING:
    from reportgen.analysis.brief import Line
    from reportgen.analysis.clauses import Clause
    from reportgen.analysis.weights import Weights
    from reportgen.source import Span

STATEMENT_LIMIT = 46
"""Characters of a statement: two lines of a slide."""
_SHORTEST = 6
_LEAST_WEIGHT = 0.8
"""What weighs less is told by nobody."""
_LENGTH_COUNTS = 0.4
"""The power of a run's length that its worth grows with: 0 takes the heaviest clause alone, 1 the most."""


def statements(said: Iterable[Sequence[Clause]], weights: Weights, told: Sequence[Span]) -> Iterator[Excerpt]:
    """Yield the statements of some sentences.

    Args:
        said: the sentences, each as its clauses.
        weights: those of the speech.
        told: what measures and goals say; a statement says none of it.
    """
    for clauses in said:
        free = [
            run for _, _, run in standing_runs(clauses, STATEMENT_LIMIT, _SHORTEST) if not _meets(run, told)
        ]
        best = _weightiest(free, weights)
        if best is not None and weights.of(best.spans) >= _LEAST_WEIGHT:
            yield best


def weightiest_run(line: Line, limit: int, weights: Weights) -> Line | None:
    """Return a line as it is where it is short enough, else the run of its clauses that weighs most.

    Args:
        line: a line of the speaker's or an editor's.
        limit: characters that it may have.
        weights: those of the speech.

    Returns:
        The run; None where none of so few characters reads by itself, or the words are an editor's.
    """
    if len(line.text) <= limit:
        return line
    if not isinstance(line, Excerpt):
        return None
    runs = (
        run for clauses in sentences(line.passages) for _, _, run in standing_runs(clauses, limit, _SHORTEST)
    )
    return _weightiest(runs, weights)


def says_something(line: Line) -> bool:
    """Whether a line has a predicate, so that it may head a slide; an editor's always may."""
    return not isinstance(line, Excerpt) or any(head(passage.text) for passage in line.passages)


def _weightiest(runs: Iterable[Excerpt], weights: Weights) -> Excerpt | None:
    best: tuple[float, Excerpt] | None = None
    for run in runs:
        # The weight of a character counts most; of runs about as heavy the longer says more.
        worth = weights.of(run.spans) * len(run.text) ** _LENGTH_COUNTS
        if best is None or worth > best[0]:
            best = worth, run
    return best and best[1]


def _meets(run: Excerpt, told: Sequence[Span]) -> bool:
    return any(one.start < run.end and run.start < one.end for one in told)
