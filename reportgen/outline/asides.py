"""What Markdown sets between a title and the text: quotes, lists, tables, pictures, rules."""

from __future__ import annotations

from collections.abc import Sequence

from reportgen.outline.paragraphs import Paragraph
from reportgen.outline.signatures import is_titled
from reportgen.text.patterns import lazy

# CommonMark 0.31: 5.1 block quotes, 5.2 list items, 6.4 images, 4.1 breaks; tables.
_ASIDE = lazy(r">|\||!\[|[-*+][ \t]+\S|(?:-{3,}|\*{3,}|_{3,}|={3,})\s*$")
_DRESS = (">", "|", "-", "*", "+")


def is_aside(text: str, row: Paragraph) -> bool:
    """Whether a paragraph is a quote or the like; a line that names the speech may have a dash before it."""
    line = text[row.text_start : row.end]
    aside = row.row or row.dress.startswith(_DRESS) or _ASIDE.match(line)
    return bool(aside) and not is_titled(line)


def behind_asides(text: str, letterhead: list[tuple[int, int]], read: Sequence[Paragraph]) -> int:
    """Return how much of what was read is the head: asides that nothing of it comes behind begin the text.

    They are taken out of `letterhead`, in place.
    """
    end = len(read)
    while (
        end
        and is_aside(text, read[end - 1])
        and letterhead[-1:] == [(read[end - 1].start, read[end - 1].end)]
    ):
        letterhead.pop()
        end -= 1
    return end
