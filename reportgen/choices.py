"""What a user may choose, from the names that he writes to the values that the pipeline takes.

Messages name options as the command line does.
"""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

from reportgen.errors import UsageError
from reportgen.planning.length import (
    DEGREES,
    LEAST_SLIDES,
    MOST_SLIDES,
    ORIGINALS,
    Degree,
    Length,
    slides_for,
)
from reportgen.products import PRODUCTS, TEMPLATES, Product, names_of_products
from reportgen.text.patterns import lazy
from reportgen.themes import Ratio, Theme, find_theme, holds_templates, standard

if TYPE_CHECKING:
    from collections.abc import Sequence

_SIGN = lazy(r"\s*[:：x×比]\s*")
"""What stands between the sides of a slide, as people write it."""
_BETWEEN = lazy(r"[,，、]")


def chosen_products(names: Sequence[str]) -> tuple[Product, ...]:
    """Return the products asked for; the usual ones where nothing is named.

    Args:
        names: each a role, a suffix without its dot, or several of them with commas between.

    Raises:
        UsageError: there is no such product, or a name is empty.
    """
    known = names_of_products()
    asked = [part.strip() for name in names for part in _BETWEEN.split(name)]
    hint = f"可写 {'、'.join(known)}"
    if names and not any(asked):
        raise UsageError("--only 是空的", hint=hint)
    unknown = [name for name in asked if name and name.lower() not in known]
    if unknown:
        raise UsageError(f"--only 不认识“{unknown[0]}”", hint=hint)
    chosen = {known[name.lower()] for name in asked if name}
    return tuple(one for one in PRODUCTS if one in chosen or (not names and one.is_usual))


def chosen_length(
    degree: str | None, slides: int | None = None, minutes: float | None = None, original: str | None = None
) -> Length:
    """Return how much is to be said.

    Args:
        degree: 简, 标准 or 详, or their English names; the standard where nothing is named.
        slides: how many slides the deck should have.
        minutes: or how long it is to be shown.
        original: 附后 or 不附: whether the speech stands behind the handout; it does where nothing is named.

    Raises:
        UsageError: there is no such degree, no deck of so many slides, both numbers are given, or `original`
            is neither.
    """
    known = {**DEGREES, **{one.value: one for one in Degree}}
    asked = (degree or Degree.STANDARD).strip().lower()
    if asked not in known:
        raise UsageError(f"--length 不认识“{degree}”", hint=f"可写 {'、'.join(known)}")
    if slides is not None and minutes is not None:
        raise UsageError("--slides 和 --minutes 不能一起用", hint="张数和分钟请只写一个")
    if slides is not None and not LEAST_SLIDES <= slides <= MOST_SLIDES:
        raise UsageError(f"--slides 是 {slides}", hint=f"应在 {LEAST_SLIDES} 到 {MOST_SLIDES} 张之间")
    if minutes is not None and not 0 < minutes <= MOST_SLIDES:
        raise UsageError(f"--minutes 是 {minutes:g}", hint=f"应在 1 到 {MOST_SLIDES} 分钟之间")
    number = slides if minutes is None else slides_for(minutes)
    return Length(known[asked], number, _with_original(original))


def _with_original(named: str | None) -> bool:
    asked = named.strip() if named else next(iter(ORIGINALS))
    if asked not in ORIGINALS:
        raise UsageError(f"--original 不认识“{named}”", hint=f"可写 {'、'.join(ORIGINALS)}")
    return ORIGINALS[asked]


def chosen_ratio(named: str | None) -> Ratio | None:
    """Return the sides that slides should have; None where nothing is named: those of the template.

    Raises:
        UsageError: there is no template of such sides.
    """
    if named is None:
        return None
    asked = _SIGN.sub(":", named.strip().lower())
    if asked not in set(Ratio):
        raise UsageError(f"--ratio 不认识“{named}”", hint=f"可写 {'、'.join(Ratio)}")
    return Ratio(asked)


def chosen_rules(only: Sequence[str], skipped: Sequence[str]) -> frozenset[str] | None:
    """Return the names of the rules to apply; None for all.

    Raises:
        UsageError: there is no rule of that name, a name is empty, or no rule is left.
    """
    from reportgen.analysis.proofreading import RULES

    if not only and not skipped:
        return None
    known = frozenset(rule.name for rule in RULES)
    asked, left_out = _rules("--rule", only, known), _rules("--skip", skipped, known)
    chosen = (asked or known) - left_out
    if not chosen:
        raise UsageError("--skip 去掉了全部规则，没有可查的了", hint="请少写几条")
    return chosen


def _rules(option: str, values: Sequence[str], known: frozenset[str]) -> frozenset[str]:
    hint = "用 reportgen check --list-rules 看全部规则"
    parts = {part.strip() for value in values for part in _BETWEEN.split(value)} - {""}
    if values and not parts:
        raise UsageError(f"{option} 是空的", hint=hint)
    unknown = sorted(parts - known)
    if unknown:
        raise UsageError(f"{option} 不认识“{unknown[0]}”", hint=hint)
    return frozenset(parts)


def theme_of(named: str | None) -> Theme:
    """Return the theme of a name or a path; the standard one where nothing is named.

    Raises:
        TemplateError: there is none, or the folder holds no templates.
    """
    return standard() if named is None else find_theme(named, TEMPLATES)


def has_templates(folder: Path) -> bool:
    """Whether a folder holds one of the templates at least."""
    return holds_templates(folder, TEMPLATES)
