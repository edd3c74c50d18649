"""Speeches with ⟦ ⟧ around what a rule of proofreading must find, and the rule's own findings so marked.

A case is a sentence as a secretary would write it: 要抓落实⟦，，⟧见实效。 One without marks holds what looks
like the fault and is none.
"""

from reportgen.analysis.proofreading import proofread
from reportgen.outline import parse
from reportgen.readers import find_masks
from reportgen.source import Source, split_lines

HEAD = "在推进会上的讲话\n同志们：\n"
"""Title and salutation, so that what follows is the body of a speech."""


def findings(text, *rules, head=HEAD, path="稿.txt"):
    """The source of head and text, and what the rules find there, in its order."""
    source = Source(path, "稿", head + text, "0" * 64, split_lines(head + text))
    masks = [mask.passage.span for mask in find_masks(source)]
    return source, proofread(parse(source), masks, rules or None)


def unmarked(case):
    """A case as the speech has it."""
    return case.replace("⟦", "").replace("⟧", "")


def marked(rule, case, head=HEAD, path="稿.txt"):
    """The sentence of a case with marks around all that the rule finds; in the head too, if it finds any."""
    source, found = findings(unmarked(case), rule, head=head, path=path)
    pieces, at = [], 0
    for one in found:
        pieces += [
            source.written[at : one.span.start],
            "⟦",
            source.written[one.span.start : one.span.end],
            "⟧",
        ]
        at = one.span.end
    return "".join([*pieces, source.written[at:]]).removeprefix(head)


def advice(rule, text, head=HEAD):
    """What the rule says of each place, and what it wants instead."""
    return [(one.message, one.suggestion) for one in findings(unmarked(text), rule, head=head)[1]]
