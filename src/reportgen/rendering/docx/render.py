"""Fill the Word template: jinja with values and loops only, then the post-pass of `finish`."""

from __future__ import annotations

import io
from pathlib import Path
from typing import TYPE_CHECKING, Any
from zipfile import BadZipFile

from docx.opc.exceptions import PackageNotFoundError
from docx.oxml.ns import qn
from docxtpl import DocxTemplate
from jinja2 import StrictUndefined, TemplateSyntaxError, meta, nodes
from jinja2 import TemplateError as JinjaError
from jinja2.exceptions import UndefinedError
from jinja2.sandbox import SandboxedEnvironment

from reportgen.errors import TemplateError
from reportgen.rendering.docx.context import context, words
from reportgen.rendering.docx.finish import finish
from reportgen.rendering.package import stable_package

if TYPE_CHECKING:
    from reportgen.planning.paper import Paper

# What a handout template must print: tag or field, and what the user knows it by.
_TAGS = {
    "title": "标题",
    "label": "文种",
    "facts": "基本情况表",
    "thesis": "核心要义",
    "columns": "内容框架",
    "abstract": "内容摘要",
    "digest": "要点摘编",
    "terms": "关键提法",
    "task_pages": "落实清单",
    "original": "原文",
    "heading": "内容框架的部分标题",
    "anchor": "要点摘编的原文出处",
    "pieces": "段落文字",
    "context": "关键提法的原文语句",
    "task": "落实清单的重点任务",
    "measure": "落实清单的具体举措",
    "goals": "落实清单的目标要求",
    "owner": "落实清单的责任单位",
    "deadline": "落实清单的完成时限",
}
_HINT = "请参照自带模板补上，或换用自带模板"


def render_paper(paper: Paper, template_path: str | Path) -> bytes:
    """Render the handout.

    Args:
        paper: the plan.
        template_path: a Word file with the tags of the shipped template.

    Returns:
        The bytes of the .docx file; the same plan and template give the same bytes.

    Raises:
        TemplateError: the template cannot be read, lacks a tag or style, or its tags are broken.
    """
    where = Path(template_path).name
    template = _open(Path(template_path))
    values = context(paper)
    _fill(template, values, where)
    document = template.docx
    finish(document, paper, where)
    _require_words(document, values, where)
    buffer = io.BytesIO()
    document.save(buffer)
    return stable_package(buffer.getvalue())


def _open(path: Path) -> Any:  # noqa: ANN401  docxtpl is untyped
    try:
        template = DocxTemplate(io.BytesIO(path.read_bytes()))
        template.init_docx()
    except OSError as error:
        raise TemplateError("找不到或读不了讲义模板", where=path.name, hint="请检查模板路径") from error
    except (BadZipFile, PackageNotFoundError, KeyError, ValueError) as error:
        raise TemplateError("不是 Word 文件（.docx）", where=path.name, hint="请换用自带模板") from error
    return template


def _fill(template: Any, values: dict[str, Any], where: str) -> None:  # noqa: ANN401  docxtpl is untyped
    environment = SandboxedEnvironment(undefined=StrictUndefined, autoescape=True)
    try:
        _require_tags(environment.parse(template.patch_xml(template.get_xml())), where)
        template.render(values, environment)
    except TemplateSyntaxError as error:
        raise TemplateError(f"讲义模板中的标记写错了（{error.message}）", where=where, hint=_HINT) from error
    except UndefinedError as error:
        raise TemplateError(
            f"讲义模板中有不认识的标记（{error.message}）", where=where, hint=_HINT
        ) from error
    except JinjaError as error:
        raise TemplateError(f"讲义模板中的标记不能用（{error}）", where=where, hint=_HINT) from error


def _require_tags(tree: nodes.Template, where: str) -> None:
    """Everything planned must have its tag, the fields of rows and paragraphs too."""
    found = meta.find_undeclared_variables(tree) | {node.attr for node in tree.find_all(nodes.Getattr)}
    missing = [name for tag, name in _TAGS.items() if tag not in found]
    if missing:
        raise TemplateError(f"讲义模板缺少“{'、'.join(missing)}”的标记", where=where, hint=_HINT)


def _require_words(document: Any, values: dict[str, Any], where: str) -> None:  # noqa: ANN401  docx objects
    """Nothing planned may be missing: a template that drops a tag inside a loop is found here."""
    # A tab of the text (a row of a table in the speech) is an element of its own in the print.
    runs = document.element.body.iter(qn("w:r"))
    said = (item for run in runs for item in run if item.tag in {qn("w:t"), qn("w:tab")})
    printed = "".join("\t" if item.tag == qn("w:tab") else item.text or "" for item in said)
    lost = sorted(text for text in words(values) if text not in printed)
    if lost:
        raise TemplateError(f"讲义模板没有印出“{lost[0][:20]}”等 {len(lost)} 处内容", where=where, hint=_HINT)
