"""The folder of a user's own templates: whether it is one, and what to do where it is not."""

from __future__ import annotations

import difflib
from typing import TYPE_CHECKING

from reportgen.errors import TemplateError

if TYPE_CHECKING:
    from collections.abc import Sequence
    from pathlib import Path

_SHOWN = 5
"""File names that a message lists."""


def require_templates(folder: Path, names: Sequence[str]) -> None:
    """Require that a folder holds one at least of the templates.

    Args:
        folder: what the user named.
        names: the file names that templates go by.

    Raises:
        TemplateError: it is not there, no folder, cannot be opened, is empty, or holds none of them.
    """
    wanted = f"应放入 {'、'.join(names)} 中的一个或几个"
    found = _listed(folder, wanted)
    if not found:
        raise TemplateError("模板文件夹是空的", where=str(folder), hint=wanted)
    if not set(found) & set(names):
        shown = "、".join(found[:_SHOWN]) + ("等" if len(found) > _SHOWN else "")
        told = f"模板文件夹里没有 {'、'.join(names)}，只有 {shown}"
        raise TemplateError(told, where=str(folder), hint=_renamed(found, names) or wanted)


def _listed(folder: Path, wanted: str) -> list[str]:
    try:
        return sorted(one.name for one in folder.iterdir() if not one.name.startswith((".", "~$")))
    except FileNotFoundError:
        raise TemplateError(
            "找不到模板文件夹", where=str(folder), hint="请检查 --template 后的路径"
        ) from None
    except NotADirectoryError:
        hint = f"请把模板放进一个文件夹，在 --template 后写文件夹（{wanted}）"
        raise TemplateError("--template 后应写文件夹，这是文件", where=str(folder), hint=hint) from None
    except (OSError, ValueError) as error:
        told = f"打不开模板文件夹（系统错误 {getattr(error, 'errno', None) or '路径不合法'}）"
        raise TemplateError(told, where=str(folder), hint="请检查路径和文件夹权限") from error


def _renamed(found: Sequence[str], names: Sequence[str]) -> str:
    """What to rename where a name is nearly right; a suffix tells the kind, so it must be the same."""
    for name in names:
        ending = name.rpartition(".")[2]
        like = {one.lower(): one for one in found if one.lower().rpartition(".")[2] == ending}
        nearest = difflib.get_close_matches(name, like, 1, 0.6)
        if nearest:
            return f"请把 {like[nearest[0]]} 改名为 {name}"
    return ""
