"""`reportgen template check`, `adopt`, `show`: a template of anybody's, looked over and taken over."""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING

from reportgen.errors import OutputError, TemplateError
from reportgen.writing import require_no_input, require_writable, write_all

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping

    from reportgen.rendering.surveying import Survey, Use
    from reportgen.themes import Theme

_SLIDES = frozenset({".pptx", ".potx", ".ppsx"})
_WORD = frozenset({".docx", ".dotx"})
_DECK, _CORRECTIONS, _HANDOUT = "deck.pptx", "deck.toml", "handout.docx"
_SPECIMEN = """\
在示例会议上的讲话
同志们：
这是一份示例稿，用来看模板用起来什么样。总的要求是：以示例看样子。
一、看标题
（一）看一级标题。要看字体字号。要看段前段后。
（二）看二级标题。要看序号。要看缩进。
二、看正文
（一）看正文。要看行距。示例单位要在6月底前看完表格。
（二）看数字。示例数量增长12.5%。
同志们，示例稿到此结束。
"""
"""What a handout is made of to look its template over."""


@dataclass(frozen=True, slots=True)
class Checked:
    """What is told of a template, and whether anything can be made of it."""

    text: str
    is_usable: bool


def check_template(path: Path) -> Checked:
    """Look a template over.

    Raises:
        TemplateError: it cannot be read.
    """
    survey = _survey(path)
    return Checked("\n".join(_told(survey)), not survey.obstacle)


def adopt_template(path: Path, folder: Path) -> str:
    """Write the theme that a template makes into a folder, all or nothing.

    Args:
        path: the template.
        folder: made if missing.

    Returns:
        The lines for the screen.

    Raises:
        OutputError: a template lies there already, or the folder cannot be written into.
        TemplateError: the template cannot be used.
    """
    files = _adopted(path)
    there = [name for name in files if (folder / name).exists()]
    if there:
        hint = "为免盖掉改过的模板，请换一个文件夹，或先移走它"
        raise OutputError(f"文件夹里已经有 {'、'.join(there)}", where=str(folder), hint=hint)
    require_writable(folder, files)
    require_no_input((folder / name for name in files), (path,))
    write_all(folder, files)
    return "\n".join([*_told(_survey(folder / next(iter(files)))), *_next_steps(folder, files)])


def show_theme(theme: Theme, folder: Path) -> str:
    """Write specimens of a theme into a folder: a slide of each kind, and a handout of a sample speech.

    Raises:
        OutputError: the folder cannot be written into.
        TemplateError: a template cannot be used.
    """
    files = _specimens(theme)
    require_writable(folder, files)
    write_all(folder, files)
    return "\n".join(f"{folder / name}" for name in files)


def _specimens(theme: Theme) -> Mapping[str, bytes]:
    from reportgen.planning.deck.specimen import specimen
    from reportgen.rendering.pptx import open_deck, render_deck

    deck = open_deck(theme.template(_DECK))
    return {
        "样张-幻灯片.pptx": render_deck(specimen(deck.layouts), deck),
        "样张-要点.docx": _handout(theme.template(_HANDOUT)),
    }


def _handout(path: Path) -> bytes:
    from reportgen.analysis import analyse
    from reportgen.outline import parse
    from reportgen.planning.facts import Facts
    from reportgen.planning.handout import plan_handout
    from reportgen.rendering.docx import open_handout, render_handout
    from reportgen.source import Source, split_lines

    template = open_handout(path)
    source = Source("示例稿.txt", "示例稿", _SPECIMEN, "", split_lines(_SPECIMEN))
    brief = analyse(parse(source))
    return render_handout(plan_handout(brief, Facts(), template.sheet), template)


def _survey(path: Path) -> Survey:
    if _is_deck(path):
        from reportgen.rendering.pptx.surveying import survey_deck

        return survey_deck(path)
    if path.suffix.lower() in _WORD:
        from reportgen.rendering.docx import survey_handout

        return survey_handout(path)
    raise _no_template(path)


def _adopted(path: Path) -> Mapping[str, bytes]:
    if _is_deck(path):
        from reportgen.rendering.pptx.surveying import adopted_deck

        found = adopted_deck(path)
        said = {_CORRECTIONS: found.corrections.encode()} if found.corrections else {}
        return {_DECK: found.data, **said}
    if path.suffix.lower() in _WORD:
        from reportgen.rendering.docx import adopted_handout

        return {_HANDOUT: adopted_handout(path)}
    raise _no_template(path)


def _is_deck(path: Path) -> bool:
    return path.suffix.lower() in _SLIDES


def _no_template(path: Path) -> TemplateError:
    hint = "可以用 .pptx、.potx（幻灯片），.docx、.dotx（Word）；旧格式请先另存"
    return TemplateError("这种文件不能当模板用", where=str(path), hint=hint)


def _told(survey: Survey) -> Iterator[str]:
    yield f"{survey.path}"
    yield from (f"  {name}：{value}" for name, value in survey.facts)
    if survey.uses:
        yield "用法："
        yield from (f"  {_use(one)}" for one in survey.uses)
    if survey.remarks:
        yield "说明："
        yield from (f"  {one}" for one in survey.remarks)
    yield f"不能用：{survey.obstacle}" if survey.obstacle else "可以用。"


def _use(one: Use) -> str:
    parts = [f"{one.role}：{one.served}", *(text for text in (one.room, one.note) if text)]
    return "；".join(parts)


def _next_steps(folder: Path, files: Mapping[str, bytes]) -> Iterator[str]:
    yield f"已写到 {folder}：{'、'.join(files)}"
    if _CORRECTIONS in files:
        yield f"版式对得不对，改 {folder / _CORRECTIONS}；看样张：reportgen template show {folder}"
    yield f"使用：reportgen build 讲话稿 --theme {folder}"
