"""What rules see in a clause: its verb, what tells a finding or a report, who is told to act and by when.

None of them decides: each is a feature among others, and labels say how much it is worth.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import TYPE_CHECKING

from reportgen.analysis import cues
from reportgen.analysis.heads import head
from reportgen.analysis.lexicon import pattern
from reportgen.analysis.sorting import reports, sort_clauses
from reportgen.analysis.titles import TROUBLES

if TYPE_CHECKING:
    import re

    from reportgen.analysis.clauses.setting import Paragraph, Sentence
    from reportgen.analysis.stated import Stated

_OF_CLAUSE: tuple[tuple[str, re.Pattern[str]], ...] = (
    ("done", cues.DONE),
    ("reached", cues.REACHED),
    ("yet to be", cues.YET_TO_BE),
    ("holds", cues.HOLDS),
    ("foretold", cues.FORETOLD),
    ("told", cues.TOLD),
    ("announces", cues.ANNOUNCES),
    ("means", cues.MEANS),
    ("finding", cues.FINDING),
    ("lack", cues.LACK),
    ("spoken of", pattern("findings.spoken_of", "{}")),
    ("state", cues.STATE),
    ("brings about", cues.BRINGS_ABOUT),
    ("by", cues.BY),
)
_OF_HEADING = (("ahead", cues.AHEAD), ("behind", cues.BEHIND), ("troubles", TROUBLES))


def of_headings(paragraph: Paragraph) -> Iterator[str]:
    """Yield what the headings above a paragraph say of it: the nearest one, and those above."""
    for number, heading in enumerate(reversed(paragraph.headings)):
        for name, cue in _OF_HEADING:
            if cue.search(heading):
                yield f"c:{'under' if number == 0 else 'far under'} {name}"


def of_clauses(sentence: Sentence, stated: Sequence[Stated]) -> list[list[str]]:
    """Return what the rules see in each clause of a sentence.

    Args:
        sentence: the sentence.
        stated: what it states of who and when, a row a clause.
    """
    sorts = sort_clauses(sentence.clauses, stated)
    is_report = reports(sentence.clauses, stated)
    out: list[list[str]] = []
    for at, (clause, said) in enumerate(zip(sentence.clauses, stated, strict=True)):
        seen = [f"r:{sorts[at].name}"]
        seen += [f"r<{sorts[at - 1].name}"] if at else []
        seen += [f"r>{sorts[at + 1].name}"] if at + 1 < len(sorts) else []
        verb = head(clause.text)
        if verb is not None:
            seen += ["verb", f"v:{verb.verb}"]
            seen += ["bidden"] if verb.modal else []
            seen += ["verb first"] if verb.start == 0 else []
        seen += [name for name in ("owner", "deadline", "asks") if getattr(said, name)]
        seen += ["reports"] if is_report else []
        seen += [f"c:{name}" for name, cue in _OF_CLAUSE if cue.search(clause.text)]
        out.append(seen)
    return out
