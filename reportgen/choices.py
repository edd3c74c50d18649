"""What a user may choose, from the names that he writes to the values that the pipeline takes.

Messages name options as the command line does.
"""

from __future__ import annotations

import re
from pathlib import Path
from typing import TYPE_CHECKING

from reportgen.errors import UsageError
from reportgen.products import PRODUCTS, TEMPLATES, Product, names_of_products
from reportgen.themes import Theme, find_theme, holds_templates, standard

if TYPE_CHECKING:
    from collections.abc import Sequence

_BETWEEN = re.compile(r"[,，、]")


def chosen_products(names: Sequence[str]) -> tuple[Product, ...]:
    """Return the products asked for; all where nothing is named.

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
    return tuple(product for product in PRODUCTS if product in chosen or not names)


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
