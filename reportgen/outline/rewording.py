"""A speech read in one wording and told in another of equal length.

A speech in traditional characters is read as the simplified text that all rules know (`readable`), and what
was found there is told in its own words: every passage is cut again from the speech, at the same place.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Mapping, Sequence
from dataclasses import fields, is_dataclass, replace
from functools import cached_property, lru_cache
from typing import Any, TypeVar

from reportgen.errors import Diagnostic
from reportgen.outline.paragraphs import reading_text
from reportgen.source import MARK, Passage, Source, Span
from reportgen.text.patterns import lazy
from reportgen.text.simplified import simplified

_QUOTED = lazy("(?<=“)[^“”]+(?=”)")
T = TypeVar("T")
Form = Callable[[Any, "Rewording"], Any]
"""How values of one type are told, whose strings hold words of the speech beside passages."""


def readable(source: Source) -> Source:
    """Return a source as rules read it: itself where it is in simplified characters."""
    text = _read(source.written)
    return source if text is source.written else replace(source, text=text, written="")


@lru_cache(maxsize=4)
def _read(text: str) -> str:
    # Each stage asks anew; whether a long text is simplified takes a millisecond to tell.
    return simplified(text)


class Rewording:
    """Tells what was found in one wording of a speech in the other wording.

    What it has told once it knows: values that were the same object are the same object again.
    """

    def __init__(self, before: Source, behind: Source, forms: Mapping[type, Form] | None = None) -> None:
        """Take both wordings and how to tell values of types that are not made of passages alone."""
        self._before, self._behind = before, behind
        self._forms = {Diagnostic: told_remark, **(forms or {})}
        self._known: dict[int, tuple[Any, Any]] = {}

    def of(self, value: T) -> T:
        """Return a value in the other wording."""
        found: T = self._of(value)
        return found

    def back(self, value: T, forms: Mapping[type, Form] | None = None) -> Rewording:
        """Tell a value, and return the way back, on which it will be this very object."""
        other = Rewording(self._behind, self._before, forms)
        self._of(value)
        other._known = {id(told): (told, known) for known, told in self._known.values()}
        return other

    def _of(self, value: Any) -> Any:  # noqa: ANN401  whatever a brief is made of
        if isinstance(value, tuple):
            return tuple(map(self._of, value))
        if isinstance(value, Passage):
            return self._behind.passage(value.span.start, value.span.end)
        if isinstance(value, Source):
            return self._behind
        if isinstance(value, Span) or not is_dataclass(value) or isinstance(value, type):
            return value
        if id(value) not in self._known:
            self._known[id(value)] = value, self._told(value)
        return self._known[id(value)][1]

    def _told(self, value: Any) -> Any:  # noqa: ANN401
        form = self._forms.get(type(value))
        if form:
            return form(value, self)
        return replace(
            value, **{one.name: self._of(getattr(value, one.name)) for one in fields(value) if one.init}
        )

    def joined(self, text: str, passages: Sequence[Passage]) -> str:
        """Tell a text that some passages were joined to, with the marks that stood behind them.

        A text that does not hold the passages is told like any words.
        """
        pieces: list[str] = []
        at = 0
        before: Passage | None = None
        for passage in passages:
            words = reading_text(passage)
            start = text.find(words, at)
            if start < 0:
                return self.words(text, None)
            pieces += [self._mark(text[at:start], before), reading_text(self.of(passage))]
            at, before = start + len(words), passage
        return "".join([*pieces, text[at:]])

    def _mark(self, mark: str, behind: Passage | None) -> str:
        """A mark between two passages: as the speech has it, where it is the speech's."""
        if behind is None or not mark:
            return mark
        end = behind.span.end
        return self._behind.text[end : end + len(mark)] if self._before.text.startswith(mark, end) else mark

    def quoted(self, message: str, span: Span | None) -> str:
        """Tell what a message quotes of the speech, at its place or anywhere."""
        return _QUOTED.sub(lambda found: self.words(found[0], span), message)

    def words(self, words: str, span: Span | None) -> str:
        """Tell words of the speech that stand in a span, or else anywhere.

        What stands nowhere, as a number in another unit that is proposed, is told as the speech mostly writes
        its characters.
        """
        text = self._before.text
        places = (text.find(words, span.start, span.end) if span else -1, text.find(words))
        at = next((one for one in places if one >= 0), None)
        return words.translate(self._usual) if at is None else _plain(self._behind, at, len(words))

    @cached_property
    def _usual(self) -> dict[int, str]:
        """What each character of the one wording mostly is in the other."""
        pairs = Counter(zip(self._before.text, self._behind.text, strict=True))
        return {ord(one): other for (one, other), _ in reversed(pairs.most_common())}


def _plain(source: Source, at: int, length: int) -> str:
    return source.text[at : at + length].replace(MARK, "")


def told_remark(one: Any, words: Rewording) -> Any:  # noqa: ANN401  diagnostics and findings alike
    """Tell a remark about a place of the speech: what its message quotes."""
    return replace(one, message=words.quoted(one.message, one.span))
