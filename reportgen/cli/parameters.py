"""The arguments and options of the commands: how each is called, explained, looked at and completed.

What is looked at here is looked at before any work begins: an empty name, a dash of Chinese type, an option
where a value should stand.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from pathlib import Path
from typing import TYPE_CHECKING, Annotated, cast

import typer

from reportgen.cli import completing
from reportgen.cli.chinese import dashed, metavar
from reportgen.errors import UsageError

if TYPE_CHECKING:
    from reportgen.cli.parser import Named
from reportgen.products import PRODUCTS, TEMPLATES, USUAL, names_of_products
from reportgen.readers.formats import CALLED

_KINDS = "、".join(CALLED)


def look_at(context: typer.Context, parameter: typer.CallbackParam, value: object) -> object:
    """Refuse a value that cannot be meant, before it costs any work.

    Raises:
        UsageError: a name is empty, begins with a dash of Chinese type, or is an option.
    """
    if not context.resilient_parsing:
        name = _name_of(parameter)
        for one in value if isinstance(value, list | tuple) else (value,):
            if isinstance(one, str):
                _refuse(one, name, context)
    return value


def _refuse(one: str, name: str, context: typer.Context) -> None:
    options = {option for parameter in context.command.get_params(context) for option in parameter.opts}
    if not one.strip():
        raise UsageError(f"{name}是空的", hint="请写出名称")
    if one in options:
        raise UsageError(f"{name}没有写值，后面就是 {one}", hint=f"请补上，或去掉 {name.strip()}")
    if one.startswith("=") and not name.startswith("--fill"):
        raise UsageError(f"{name}后面多了等号", hint=f"请写 {one.removeprefix('=')}，中间空一格")
    meant = dashed(one)
    # A title may begin with such a dash, but for one that is the name of an option.
    is_meant = meant.partition("=")[0] in options or not name.startswith("-")
    if meant and is_meant and not Path(one).exists():
        raise UsageError(f"“{one}”前面是中文的横线", hint=f"选项要写半角的横线：{meant}")


def _look_at_speeches(
    context: typer.Context, parameter: typer.CallbackParam, value: Sequence[str] | None
) -> object:
    """Look at the speeches too for what belongs to an option.

    Raises:
        UsageError: as `look_at`, or a kind of file stands where speeches do.
    """
    for one in value or ():
        if one in names_of_products() and not Path(one).exists():
            raise UsageError(f"找不到讲话稿“{one}”", hint=f"若是要生成的种类，几种之间用逗号：--only {one},…")
    return look_at(context, parameter, value)


def _look_at_text(context: typer.Context, parameter: typer.CallbackParam, value: object) -> object:
    """Look at a text that may be empty: that is as if it were not given."""
    return value if value in ("", None) else look_at(context, parameter, value)


def _name_of(parameter: typer.CallbackParam) -> str:
    if parameter.param_type_name == "argument":
        return metavar(cast("Named", parameter)).removesuffix(" …")
    return f"{next((one for one in parameter.opts if one.startswith('--')), parameter.opts[0])} "


def _option(
    *names: str,
    what: str,
    value: str,
    look: Callable[..., object] = look_at,
    complete: Callable[[str], Iterator[completing.Offer]] | None = None,
) -> object:
    return typer.Option(*names, metavar=value, help=what, callback=look, autocompletion=complete)


Speeches = Annotated[
    list[str],
    typer.Argument(
        metavar="讲话稿",
        help=f"讲话稿（{_KINDS}，- 为标准输入）、放讲话稿的文件夹，或改好的摘要稿（.yaml）",
        callback=_look_at_speeches,
        autocompletion=completing.speeches,
    ),
]
Checked = Annotated[
    list[str],
    typer.Argument(
        metavar="讲话稿",
        help="讲话稿，或放讲话稿的文件夹",
        callback=look_at,
        autocompletion=completing.speeches,
    ),
]
Speech = Annotated[
    str,
    typer.Argument(
        metavar="讲话稿",
        help=f"讲话稿文件（{_KINDS}），- 为标准输入",
        show_default=False,
        callback=look_at,
        autocompletion=completing.speeches,
    ),
]
Files = Annotated[
    list[str],
    typer.Argument(
        metavar="文件",
        help=f"{'、'.join(product.application for product in USUAL)} 文件，或放这些文件的文件夹",
        callback=look_at,
        autocompletion=completing.outputs,
    ),
]
Output = Annotated[
    str,
    _option(
        "-o",
        "--output",
        what="写到哪个文件夹（不写则为 output）",
        value="文件夹",
        complete=completing.folders,
    ),
]
BriefFile = Annotated[
    str | None,
    _option("-o", "--output", what="写到哪个文件（不写则显示）", value="文件", complete=completing.files),
]
Only = Annotated[
    list[str] | None,
    _option(
        "--only",
        what=f"只生成：{','.join(product.role for product in PRODUCTS)}"
        f"（也可写 {','.join(product.kind for product in USUAL)}）",
        value="种类",
        complete=completing.roles,
    ),
]
Fills = Annotated[
    list[str] | None,
    _option("--fill", what="填上掩去的名称，如 '**=某县'；只填第 2 处：'**#2=某县'", value="掩名=实名"),
]
Title = Annotated[str | None, _option("--title", what="标题（原文没有时）", value="标题", look=_look_at_text)]
Speaker = Annotated[
    str | None, _option("--speaker", what="讲话人（原文没有时）", value="姓名", look=_look_at_text)
]
Unit = Annotated[str | None, _option("--unit", what="单位（原文没有时）", value="单位", look=_look_at_text)]
Date = Annotated[
    str | None, _option("--date", what="日期（原文没有时），照写不改", value="日期", look=_look_at_text)
]
Theme = Annotated[
    str | None,
    _option(
        "--theme",
        "--template",
        what=f"用哪个主题：自带的名称，或自己的文件夹（可放 {'、'.join(TEMPLATES)}）",
        value="名称|文件夹",
        complete=completing.themes,
    ),
]
Length = Annotated[
    str | None,
    _option("--length", what="说多少：简、标准、详（不写为标准）", value="篇幅", complete=completing.degrees),
]
Slides = Annotated[int | None, typer.Option("--slides", metavar="张数", help="幻灯片大约做几张")]
Minutes = Annotated[
    float | None, typer.Option("--minutes", metavar="分钟", help="幻灯片大约讲几分钟（每分钟一张）")
]
Ratio = Annotated[
    str | None,
    _option(
        "--ratio",
        what="幻灯片的比例：16:9 或 4:3（不写则照模板）",
        value="比例",
        complete=completing.ratios,
    ),
]
RatioThen = Annotated[
    str | None, _option("--ratio", what="生成时的比例", value="比例", complete=completing.ratios)
]
Original = Annotated[
    str | None,
    _option(
        "--original",
        what="要点后面附不附原文：附后、不附（不写为附后）",
        value="附否",
        complete=completing.originals,
    ),
]
OriginalThen = Annotated[
    str | None,
    _option("--original", what="生成时附没附原文", value="附否", complete=completing.originals),
]
LengthThen = Annotated[
    str | None, _option("--length", what="生成时的篇幅", value="篇幅", complete=completing.degrees)
]
SlidesThen = Annotated[int | None, typer.Option("--slides", metavar="张数", help="生成时给出的张数")]
MinutesThen = Annotated[float | None, typer.Option("--minutes", metavar="分钟", help="生成时给出的分钟")]
Glossary = Annotated[bool, typer.Option("--glossary", help="在关键提法下面加印释义和来源（非讲话人的话）")]
Anyway = Annotated[bool, typer.Option("--anyway", help="成稿与讲话稿核对不符时也写出，并说明哪里不符")]
Pdf = Annotated[bool, typer.Option("--pdf", help="每个文件旁边再写一份 PDF（要有 LibreOffice）")]
Why = Annotated[bool, typer.Option("--why", help="逐个分句说明看作什么、有多重要、用在哪里、依据什么")]
Json = Annotated[bool, typer.Option("--json", help="以 JSON 格式输出，供其他程序使用")]
Flat = Annotated[bool, typer.Option("--json-flat", help="同 --json，但只有一篇时不套 speeches（旧格式）")]
Quiet = Annotated[bool, typer.Option("-q", "--quiet", help="只报告错误")]
Verbose = Annotated[bool, typer.Option("-v", "--verbose", help="多说一些：读到什么、各步用时、全部提示")]
Comments = Annotated[
    str | None,
    _option(
        "--docx",
        what="另存为带批注的 Word 文件（多篇时写文件夹）",
        value="文件",
        complete=completing.files,
    ),
]
Rules = Annotated[
    list[str] | None,
    _option("--rule", what="只查这几条规则，用逗号隔开", value="规则", complete=completing.rules),
]
Skipped = Annotated[
    list[str] | None,
    _option("--skip", what="不查这几条规则，用逗号隔开", value="规则", complete=completing.rules),
]
Basis = Annotated[
    str,
    typer.Option(
        metavar="讲话稿",
        help="据以核对的讲话稿，或改好的摘要稿（.yaml）",
        show_default=False,
        callback=look_at,
        autocompletion=completing.speeches,
    ),
]
FillsThen = Annotated[list[str] | None, _option("--fill", what="生成时填上的名称，照样写", value="掩名=实名")]
TitleThen = Annotated[
    str | None, _option("--title", what="生成时给出的标题", value="标题", look=_look_at_text)
]
SpeakerThen = Annotated[
    str | None, _option("--speaker", what="生成时给出的讲话人", value="姓名", look=_look_at_text)
]
UnitThen = Annotated[str | None, _option("--unit", what="生成时给出的单位", value="单位", look=_look_at_text)]
DateThen = Annotated[str | None, _option("--date", what="生成时给出的日期", value="日期", look=_look_at_text)]
ThemeThen = Annotated[
    str | None,
    _option(
        "--theme",
        "--template",
        what="生成时用的主题，模板中固定的文字不算改动",
        value="名称|文件夹",
        complete=completing.themes,
    ),
]
NewFolder = Annotated[
    str,
    typer.Argument(
        metavar="文件夹",
        help="复制到哪里（没有就新建）",
        show_default=False,
        callback=look_at,
        autocompletion=completing.folders,
    ),
]
ThemeCopied = Annotated[
    str | None,
    _option(
        "--theme",
        what="复制哪个主题（不写则为自带的标准主题）",
        value="名称|文件夹",
        complete=completing.themes,
    ),
]
GlossaryThen = Annotated[bool, typer.Option("--glossary", help="生成时加印了释义")]
