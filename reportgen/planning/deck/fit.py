"""Does text fit its box: measured, so that nothing relies on a program's shrinking."""

from __future__ import annotations

from collections.abc import Sequence

from reportgen.planning.breaks import break_heading, is_torn
from reportgen.planning.deck.slides import Box, Para, Slot
from reportgen.planning.lines import text_width, with_gaps, without_gaps, wrap
from reportgen.planning.wording import CONTINUED_FORM, EDITORS
from reportgen.text.patterns import lazy

_OMITTED = "……"
_OURS = lazy(rf"(?:{EDITORS})?(?:{CONTINUED_FORM})?$")
_MARKS = "，；：、。！？"
_NARROWEST = 0.3  # em of a character
SLACK = 0.97
"""Share of a line that is planned with; the rest absorbs what faces differ by."""


def room(slot: Slot, level: int = 0, box: Box | None = None) -> float:
    """Return the width of a line in em of the level's size."""
    width = (box or slot.box).width - slot.insets[0] - slot.insets[2] - slot.levels[level].indent
    return width * SLACK / slot.levels[level].size


def line_count(para: Para, slot: Slot, box: Box | None = None) -> int:
    """Return how many lines a paragraph takes in a slot."""
    return len(wrap(with_gaps(para.text), room(slot, para.level, box)))


def height(paras: Sequence[Para], slot: Slot, box: Box | None = None) -> float:
    """Return the height in points that paragraphs take in a slot, insets included."""
    total = slot.insets[1] + slot.insets[3]
    for number, para in enumerate(paras):
        level = slot.levels[para.level]
        total += line_count(para, slot, box) * level.pitch + (level.before if number else 0)
    return total


def fits(paras: Sequence[Para], slot: Slot, box: Box | None = None) -> bool:
    """Whether paragraphs fit a slot; every piece of a line that was broken by hand must fit its line."""
    return height(paras, slot, box) <= (box or slot.box).height + 0.1


def lines(text: str, slot: Slot, level: int = 0, box: Box | None = None) -> tuple[str, ...]:
    """Cut a short text by sense into lines of the slot."""
    return tuple(
        map(without_gaps, break_heading(with_gaps(text), room(slot, level, box), slot.vocabulary, 1))
    )


def by_sense(
    text: str, slot: Slot, box: Box | None = None, levels: Sequence[int] | None = None
) -> Para | None:
    """Return the text, broken by sense, at the first level where it fits; None where it fits at none.

    A level at which a word would be torn is taken only if the text fits at none of the others.
    """
    torn: Para | None = None
    for level in levels if levels is not None else range(len(slot.levels)):
        broken = lines(text, slot, level, box)
        para = Para("\n".join(broken), level)
        if fits((para,), slot, box):
            if not is_torn(broken):
                return para
            torn = torn or para
    return torn


def is_torn_para(para: Para) -> bool:
    """Whether a line of a heading that was broken by sense ends within a word."""
    return is_torn(para.text.split("\n"))


def by_clause(text: str, slot: Slot, box: Box | None = None) -> Para | None:
    """Return the text at the first level where all lines but the last end with a mark, else as `by_sense`."""
    for level in range(len(slot.levels)):
        para = by_sense(text, slot, box, [level])
        if para is not None and all(line[-1] in _MARKS for line in para.text.split("\n")[:-1]):
            return para
    return by_sense(text, slot, box)


def first_by_sense(text: str, slots: Sequence[Slot]) -> tuple[Slot, Para] | None:
    """Return the first slot that takes a heading, with it; one that tears no word is preferred."""
    found = [(slot, para) for slot in slots if (para := by_sense(text, slot)) is not None]
    return next((one for one in found if not is_torn(one[1].text.split("\n"))), found[0] if found else None)


def in_any_case(text: str, slot: Slot, box: Box | None = None) -> Para:
    """Return a heading broken by sense in the smallest type, ended with …… where room ends first."""
    level = len(slot.levels) - 1
    para = by_sense(text, slot, box, [level])
    if para is not None:
        return para
    cut = list(lines(text, slot, level, box)[: _most_lines(slot, level, box)])
    while len(cut) > 1 and not fits((Para("\n".join(cut), level),), slot, box):
        cut.pop()
    # What is left out takes no mark of ours with it: an editor's words never stand as the speaker's.
    ending = _OMITTED + _ours(text)
    kept = "\n".join(cut)[: -len(ending)]
    shorter = (Para(kept[:end].rstrip("，、；：\n") + ending, level) for end in range(len(kept), 0, -1))
    return next(
        (para for para in shorter if fits((para,), slot, box) and _ends_whole(para, slot, box)),
        Para(ending, level),
    )


def _ends_whole(para: Para, slot: Slot, box: Box | None) -> bool:
    """Whether what we put behind a text stands on the line that it ends."""
    return not _ours(para.text) or one_line(para.text.rpartition("\n")[2], slot, para.level, box)


def _ours(text: str) -> str:
    """What we put behind a text: whose words it is, which slide of its title."""
    found = _OURS.search(text)
    return found[0] if found else ""


def cut_short(text: str, slot: Slot, box: Box) -> str:
    """Return running text as it is where it fits in the smallest type, else its beginning and ……."""
    level = len(slot.levels) - 1
    if fits((Para(text, level),), slot, box):
        return text
    ending = _OMITTED + _ours(text)
    # Each step halves what is left, so a text of any length is soon cut.
    kept, most = 1, min(len(text), _most_characters(slot, level, box))
    while kept < most:
        middle = (kept + most + 1) // 2
        fitting = fits((Para(_with_ending(text[:middle], ending), level),), slot, box)
        kept, most = (middle, most) if fitting else (kept, middle - 1)
    return _with_ending(text[:kept], ending)


def _with_ending(text: str, ending: str) -> str:
    return text.rstrip("，、；：。\n ") + ending


def _most_characters(slot: Slot, level: int, box: Box) -> int:
    """How many characters a box might hold if all were as narrow as the narrowest."""
    rows = box.height / slot.levels[level].pitch + 1
    return int(rows * (room(slot, level, box) / _NARROWEST + 1)) + 1


def _most_lines(slot: Slot, level: int, box: Box | None) -> int:
    return int((box or slot.box).height / slot.levels[level].pitch) + 1


def at_some_level(texts: Sequence[str], slot: Slot, box: Box | None = None) -> tuple[Para, ...] | None:
    """Return the texts as paragraphs at the first level where all fit together, or None."""
    for level in range(len(slot.levels)):
        paras = tuple(Para(text, level) for text in texts)
        if fits(paras, slot, box):
            return paras
    return None


def alike(texts: Sequence[str], slot: Slot, boxes: Sequence[Box]) -> tuple[Para, ...] | None:
    """Return texts that stand side by side, at the first level where each fits its box; None without one."""
    for level in range(len(slot.levels)):
        paras = tuple(Para(text, level) for text in texts)
        if all(fits((para,), slot, box) for para, box in zip(paras, boxes, strict=True)):
            return paras
    return None


def on_one_line(text: str, slot: Slot) -> Para | None:
    """Return the text at the first level where it stands on one line; None where it does at none."""
    return next((Para(text, level) for level in range(len(slot.levels)) if one_line(text, slot, level)), None)


def one_line(text: str, slot: Slot, level: int = 0, box: Box | None = None) -> bool:
    """Whether a text stands on one line of a slot; a vertical tab, which old Word files bring, breaks it."""
    return "\v" not in text and text_width(with_gaps(text)) <= room(slot, level, box)
