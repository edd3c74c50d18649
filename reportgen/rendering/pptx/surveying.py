"""A deck's template looked over: what serves for what, and the theme that is written of it."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from lxml.etree import XMLSyntaxError

from reportgen.errors import TemplateError
from reportgen.office.faults import PackageError
from reportgen.planning.deck.needs import NEEDED, lacking
from reportgen.rendering.opening import LARGEST_FILE, SLIDES, file_bytes, require_closed, require_template
from reportgen.rendering.pptx.geometry import is_ours, layouts_of, name_of, placeholders
from reportgen.rendering.pptx.parts import read_package
from reportgen.rendering.pptx.template import CORRECTIONS, open_deck
from reportgen.rendering.surveying import Survey

if TYPE_CHECKING:
    from collections.abc import Mapping
    from pathlib import Path

    from reportgen.rendering.pptx.parts import Package, Part

_UNUSABLE = (
    PackageError, XMLSyntaxError, ValueError, OSError, AttributeError, TypeError, LookupError, ArithmeticError
)  # fmt: skip
_AGAIN = "请用 PowerPoint 或 WPS 打开，另存为 .pptx 后再试"


@dataclass(frozen=True, slots=True)
class Adopted:
    """What is written of a template: itself, and which layout serves for what; nothing for ours."""

    data: bytes
    corrections: str


def survey_deck(path: Path) -> Survey:
    """Tell what a deck's template offers.

    Args:
        path: the template; what a person has said of it lies beside it.

    Raises:
        TemplateError: it is no presentation, damaged, locked, or leads outside. That nothing can be made of
            one that is sound is told by the survey.
    """
    from reportgen.rendering.pptx.adopting import look_over, read_mapping, told

    package, layouts = _read(path)
    if is_ours(layouts):
        return _survey_of_ours(layouts, path)
    beside = path.with_suffix(CORRECTIONS)
    said = read_mapping(file_bytes(beside, LARGEST_FILE), beside) if beside.is_file() else None
    try:
        found = look_over(package, path, said)
    except TemplateError as error:
        return Survey(path, (), obstacle=f"{error.message}。{error.hint}")
    except _UNUSABLE as error:
        raise _unusable(path) from error
    return told(package, found, path)


def adopted_deck(path: Path) -> Adopted:
    """Return what a theme holds of a template; errors as of `open_deck`."""
    from reportgen.rendering.pptx.adopting import look_over, written

    open_deck(path)
    package, layouts = _read(path)
    data = file_bytes(path, LARGEST_FILE)
    if is_ours(layouts):
        return Adopted(data, "")
    found = look_over(package, path)
    return Adopted(data, written(found.choice, found.sheet))


def _read(path: Path) -> tuple[Package, Mapping[str, Part]]:
    data = file_bytes(path, LARGEST_FILE)
    require_template(data, path, SLIDES)
    try:
        package = read_package(data)
        layouts = layouts_of(package)
    except _UNUSABLE as error:
        raise _unusable(path) from error
    require_closed(package, path, SLIDES)
    return package, layouts


def _unusable(path: Path) -> TemplateError:
    told = "打不开幻灯片模板：不是 PowerPoint 演示文稿（.pptx），或缺少必要的部件"
    return TemplateError(told, where=str(path), hint=_AGAIN)


def _survey_of_ours(layouts: Mapping[str, Part], path: Path) -> Survey:
    """A template with our own layouts: it is whole, or this is what it lacks."""
    offered = {name: [name_of(shape) for shape, _ in placeholders(one.root)] for name, one in layouts.items()}
    amiss = lacking(offered, next(iter(NEEDED)))
    facts = (("版式", f"{len(layouts)} 个，名称与占位符按本程序的约定"),)
    return Survey(path, facts, obstacle=amiss)
