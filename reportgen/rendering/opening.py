"""Open a template with care: it may come from anybody, and what is wrong with it is told in one line.

python-docx and python-pptx take a file on trust: they unpack whatever it holds, and what they cannot use ends
in one of a dozen exceptions. So the file is looked through first, and only what passes is given to them.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Any
from urllib.parse import unquote

from reportgen.errors import TemplateError
from reportgen.office.faults import DamagedError, DeclaredError, MarkupError, PackageError, TooLargeError
from reportgen.office.xml import parse
from reportgen.office.zips import MARKUP, Archive, Limits
from reportgen.opening import Wording, bytes_of
from reportgen.text.patterns import lazy

if TYPE_CHECKING:
    from pathlib import Path

LARGEST_FILE = 40 * 1024 * 1024
"""Bytes of a template; pictures make most of it."""
_LARGEST_XML = 8 * 1024 * 1024
# A file is in memory some five times while it is made and compared; of parts of XML, the largest of ours has
# 70 kB, a zip bomb has gigabytes, and in memory the trees of all take some ten times as many.
_LIMITS = Limits(
    parts=5000, whole=LARGEST_FILE + LARGEST_FILE // 4, markup_part=_LARGEST_XML, markup=4 * _LARGEST_XML
)

_WORDING = Wording(
    folder=("模板应是文件，这是文件夹", "请换成普通文件"),
    other=("模板应是文件，这是设备或管道", "请换成普通文件"),
    large=("模板有 {size} MB，太大（最多 {most} MB）", "请压缩或去掉其中的图片、视频"),
    missing=("找不到模板", "请检查路径和文件名"),
    forbidden=("读不了模板（{why}）", "请检查文件权限"),
    unknown=("读不了模板（{why}）", "请检查文件权限"),
    empty=("模板是空文件（0 字节）", "请重新复制自带模板后再改"),
)
_ANEW = "请换用自带模板重新修改"
_OLE = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1"
_ENCRYPTED = "EncryptedPackage".encode("utf-16-le")
_TYPES = "[Content_Types].xml"
_MAIN = lazy(
    rb'ContentType="application/vnd\.(?:openxmlformats-officedocument\.|ms-)'
    rb'([\w.-]+?)\.(?:main\+xml|macroEnabled\.main\+xml|macroEnabledTemplate\.main\+xml)"'
)
# What a main part's content type says, and what people call such a file.
_KINDS = {
    "wordprocessingml.document": "Word 文档（.docx）",
    "wordprocessingml.template": "Word 模板（.dotx）",
    "word.document": "带宏的 Word 文档（.docm）",
    "word.template": "带宏的 Word 模板（.dotm）",
    "presentationml.presentation": "PowerPoint 演示文稿（.pptx）",
    "presentationml.template": "PowerPoint 模板（.potx）",
    "presentationml.slideshow": "PowerPoint 放映文件（.ppsx）",
    "powerpoint.presentation": "带宏的 PowerPoint 演示文稿（.pptm）",
    "powerpoint.template": "带宏的 PowerPoint 模板（.potm）",
    "powerpoint.slideshow": "带宏的 PowerPoint 放映文件（.ppsm）",
    "spreadsheetml.sheet": "Excel 工作簿（.xlsx）",
    "spreadsheetml.template": "Excel 模板（.xltx）",
    "excel.sheet": "带宏的 Excel 工作簿（.xlsm）",
}


@dataclass(frozen=True, slots=True)
class TemplateKind:
    """A kind of template: what its main part is, what people call it, which mains differ in name only."""

    main: str
    name: str
    suffix: str
    also: tuple[str, ...] = ()


WORD = TemplateKind(
    "wordprocessingml.document", "Word 文档（.docx）", ".docx", ("wordprocessingml.template",)
)
SLIDES = TemplateKind(
    "presentationml.presentation",
    "PowerPoint 演示文稿（.pptx）",
    ".pptx",
    ("presentationml.template", "presentationml.slideshow"),
)


def template_bytes(path: Path, kind: TemplateKind) -> bytes:
    """Return the bytes of a template that is an honest package of a kind.

    Raises:
        TemplateError: it is not there, no regular file, empty, too large, encrypted, damaged, of another
            kind, or holds parts that no program of an office writes.
    """
    data = file_bytes(path, LARGEST_FILE)
    require_template(data, path, kind)
    return data


def require_template(data: bytes, path: Path, kind: TemplateKind) -> None:
    """Require that bytes which were read are a template; errors as of `template_bytes`."""
    if data.startswith(_OLE):
        old = "加了打开密码" if _ENCRYPTED in data else "是旧格式（.doc、.ppt）"
        raise TemplateError(f"模板{old}", where=str(path), hint=f"请去掉密码，另存为 {kind.suffix} 后再试")
    try:
        archive = Archive(data)
        if archive.exceeds(_LIMITS):
            raise TooLargeError("more than an honest template")
        _require_kind(archive.part(_TYPES, _LARGEST_XML), path, kind)
        _require_honest(archive, path)
    except TooLargeError:
        raise TemplateError("模板解开后太大，不像正常的文件", where=str(path), hint=_ANEW) from None
    except PackageError as error:
        told = f"打不开模板：不是 {kind.name}，或文件已损坏"
        raise TemplateError(told, where=str(path), hint=_again(kind)) from error


def file_bytes(path: Path, most: int) -> bytes:
    """Return the bytes of a regular file of at most `most` bytes that is not empty.

    Raises:
        TemplateError: it is none, or cannot be read.
    """
    return bytes_of(path, TemplateError, most=most, wording=_WORDING)


def _again(kind: TemplateKind) -> str:
    return f"请用 Office 或 WPS 打开，另存为 {kind.suffix} 后再试"


def _require_kind(types: bytes | None, path: Path, kind: TemplateKind) -> None:
    if types is None:
        raise DamagedError("no content types")
    mains = [found.decode() for found in _MAIN.findall(types)]
    named = [_KINDS[main] for main in mains if main in _KINDS]
    if not {kind.main, *kind.also} & set(mains) or "带宏" in "".join(named):
        what = named[0] if named else "别的文件"
        told = f"模板应是 {kind.name}，这是{' ' if what[0].isascii() else ''}{what}"
        raise TemplateError(told, where=str(path), hint=f"只改扩展名没有用，{_again(kind)}")


def _require_honest(archive: Archive, path: Path) -> None:
    strange = archive.strange
    if strange or archive.has_twins:
        told = f"模板里有位置不正常的部件（{strange[0]}）" if strange else "模板里有重名的部件"
        raise TemplateError(told, where=str(path), hint=_ANEW)
    for name in archive.names:
        if name.lower().endswith(MARKUP):
            _require_plain(archive.part(name, _LARGEST_XML) or b"", name, path)


def _require_plain(part: bytes, name: str, path: Path) -> None:
    try:
        parse(part)
    except DeclaredError:
        told = f"模板的部件 {name} 里有实体定义（DOCTYPE），Office 不会这样写"
        raise TemplateError(told, where=str(path), hint=_ANEW) from None
    except MarkupError as error:
        told = f"打不开模板：部件 {name} 第 {error.line} 行已损坏"
        raise TemplateError(told, where=str(path), hint="请用 Office 或 WPS 打开，另存后再试") from error


# Relations by the last word of their type. Words brought in from another file are seen by no check of ours,
# and a control or a macro is a program.
_FOREIGN = {
    "aFChunk": "插入的外部文档（altChunk）",
    "subDocument": "子文档",
    "control": "ActiveX 控件",
    "activeXControlBinary": "ActiveX 控件",
    "vbaProject": "宏",
    "frame": "框架网页",
}
# In a text a click opens it; on a master of slides, where programs for charts leave one, nobody gets at it.
_OBJECT = {"oleObject": "嵌入的对象（OLE）"}
# Of what lies outside, a link that somebody must click is harmless.
_LINK = "hyperlink"


def require_closed(package: Any, path: Path, kind: TemplateKind) -> None:  # noqa: ANN401  of python-docx or python-pptx
    """Refuse what would be fetched from outside, or run, by whoever opens a file made with the template.

    Raises:
        TemplateError: there is a picture, object or document that is only linked, or a foreign document.
    """
    refused = _FOREIGN | (_OBJECT if kind is WORD else {})
    for relation in (one for part in package.iter_parts() for one in part.rels.values()):
        name = relation.reltype.rpartition("/")[2]
        if relation.is_external and name != _LINK:
            place = unquote(relation.target_ref)[:60]
            told = f"模板链接着外部的内容（{place}），别人打开成稿时会去取它"
            raise TemplateError(told, where=str(path), hint="请在模板里断开链接，改为嵌入")
        if name in refused:
            told = f"模板里有{refused[name]}，里面的内容无法核对"
            raise TemplateError(told, where=str(path), hint="请删去，改成普通文字或图片")
