"""The look of what is made: a theme is a folder of templates, found by its name or its path.

A folder of `templates/` is a theme that we ship; a new one needs no line of code. Whoever has a folder of his
own names it by its path, and what it lacks comes from the theme that is taken where none is asked for.
"""

from __future__ import annotations

import difflib
from dataclasses import dataclass
from enum import StrEnum
from pathlib import Path
from typing import TYPE_CHECKING

from reportgen.errors import TemplateError

if TYPE_CHECKING:
    from collections.abc import Sequence

STANDARD = "red"
"""The theme that is taken where none is asked for."""
_SAME_AS = {".potx": ".pptx", ".ppsx": ".pptx", ".pptx": ".pptx", ".dotx": ".docx", ".docx": ".docx"}
"""Endings of templates, and which of ours they stand for."""
_SHOWN = 5
"""File names that a message lists."""


class Ratio(StrEnum):
    """The sides of a slide: as screens are today, and as older projectors show it."""

    WIDE = "16:9"
    OLD = "4:3"

    @property
    def share(self) -> float:
        """The width of a slide by its height."""
        width, height = self.value.split(":")
        return int(width) / int(height)


@dataclass(frozen=True, slots=True)
class Theme:
    """A folder of templates; `name` is what people call it: the name of a shipped one, or a path.

    A single file is a theme too: it goes by the file name in `only`, and `folder` is its own path.
    """

    name: str
    folder: Path
    only: str = ""

    def template(self, name: str) -> Path:
        """Return where the template of a file name lies: in the standard theme where this one has none."""
        own = self._own(name)
        return own if own is not None else standard().folder / name

    def _own(self, name: str) -> Path | None:
        if self.only:
            return self.folder if name == self.only else None
        own = self.folder / name
        return own if own.exists() else None

    def first(self, names: Sequence[str]) -> Path:
        """Return where the first template lies that this theme has itself; else where the standard one lies.

        Args:
            names: the file names, the wanted one first: what somebody made goes before what he asked for.
        """
        own = (path for name in names if (path := self._own(name)) is not None)
        return next(own, standard().folder / names[0])

    @property
    def is_shipped(self) -> bool:
        """Whether it is one of ours, and no one's own."""
        return self.folder.parent == _home()


def standard() -> Theme:
    """Return the theme that is taken where none is asked for."""
    return Theme(STANDARD, _home() / STANDARD)


def shipped() -> tuple[Theme, ...]:
    """Return the themes that we ship, by name.

    Raises:
        TemplateError: they are not there; the installation is damaged.
    """
    try:
        folders = sorted(one for one in _home().iterdir() if one.is_dir() and not one.name.startswith("."))
    except OSError as error:
        told = f"自带的模板不见了（系统错误 {error.errno}）"
        raise TemplateError(told, where=str(_home()), hint="请重新安装 reportgen") from error
    return tuple(Theme(one.name, one) for one in folders)


def find_theme(named: str, names: Sequence[str]) -> Theme:
    """Return the theme that somebody means by a name or a path.

    A folder with templates is what its path says even where it bears the name of a shipped theme: words that
    its owner wrote into it would be missing else, and nobody would say so.

    Args:
        named: the name of a shipped theme, or the path of a folder or of a template.
        names: the file names that templates go by.

    Raises:
        TemplateError: there is neither, or the folder cannot be opened, is empty, or holds no template.
    """
    folder = Path(named)
    by_name = {theme.name: theme for theme in shipped()}
    if only := _goes_by(folder, names):
        return Theme(named, folder, only)
    if named in by_name and not holds_templates(folder, names):
        return by_name[named]
    require_templates(folder, names)
    return Theme(named, folder)


def _goes_by(path: Path, names: Sequence[str]) -> str:
    """The file name that a single template goes by, by its ending; nothing for what is none, or no file."""
    ending = _SAME_AS.get(path.suffix.lower())
    try:
        is_file = ending is not None and path.is_file()
    except (OSError, ValueError):  # a name that can be none
        return ""
    return next((name for name in names if is_file and name.endswith(ending or "")), "")


def holds_templates(folder: Path, names: Sequence[str]) -> bool:
    """Whether a folder holds one of the templates at least."""
    return any((folder / name).exists() for name in names)


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


def _home() -> Path:
    """Where the shipped themes lie: in the package as installed, beside it in a checkout."""
    package = Path(__file__).parent
    inside = package / "templates"
    return inside if inside.is_dir() else package.parent / "templates"


def _listed(folder: Path, wanted: str) -> list[str]:
    try:
        return sorted(one.name for one in folder.iterdir() if not one.name.startswith((".", "~$")))
    except FileNotFoundError:
        known = "、".join(theme.name for theme in shipped())
        hint = f"自带的主题：{known}；用自己的模板，请写文件夹的路径"
        raise TemplateError("没有这个主题，也没有这个文件夹", where=str(folder), hint=hint) from None
    except NotADirectoryError:
        hint = f"可以写 .pptx、.potx、.docx、.dotx 模板，或放着模板的文件夹（{wanted}）"
        raise TemplateError("这种文件不能当模板用", where=str(folder), hint=hint) from None
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
