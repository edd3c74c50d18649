"""What a user may choose, from the names that he writes to the values that the pipeline takes.

Messages name options as the command line does.
"""

from __future__ import annotations

import re
from pathlib import Path
from typing import TYPE_CHECKING

from reportgen.errors import UsageError
from reportgen.results import Role

if TYPE_CHECKING:
    from collections.abc import Sequence

_BETWEEN = re.compile(r"[,，、]")


def chosen_roles(names: Sequence[str]) -> tuple[Role, ...]:
    """Return the kinds of file asked for; all where nothing is named.

    Args:
        names: each the value of a `Role`, its suffix, or several of them with commas between.

    Raises:
        UsageError: there is no such kind, or a name is empty.
    """
    known = {name: role for role in Role for name in (role.value, role.suffix.removeprefix("."))}
    asked = [part.strip() for name in names for part in _BETWEEN.split(name)]
    hint = f"可写 {'、'.join(known)}"
    if names and not any(asked):
        raise UsageError("--only 是空的", hint=hint)
    unknown = [name for name in asked if name and name.lower() not in known]
    if unknown:
        raise UsageError(f"--only 不认识“{unknown[0]}”", hint=hint)
    chosen = {known[name.lower()] for name in asked if name}
    return tuple(role for role in Role if role in chosen or not names)


def chosen_rules(only: Sequence[str], skipped: Sequence[str]) -> frozenset[str] | None:
    """Return the names of the rules to apply; None for all.

    Raises:
        UsageError: there is no rule of that name, a name is empty, or no rule is left.
    """
    from reportgen.analysis.proofreading import RULES  # noqa: PLC0415  loaded when it is asked for

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


def theme_of(folder: str | None) -> Path | None:
    """Return the folder of templates.

    Raises:
        TemplateError: it is not there, is no folder, or holds none.
    """
    if folder is None:
        return None
    from reportgen.rendering.folder import require_templates  # noqa: PLC0415

    require_templates(Path(folder), [role.template for role in Role])
    return Path(folder)


def has_templates(folder: Path) -> bool:
    """Whether a folder holds one of the templates at least."""
    return any((folder / role.template).exists() for role in Role)
