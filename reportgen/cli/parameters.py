"""The arguments and options of the commands: how each is called, explained, looked at and completed."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from typing import Annotated

import typer

from reportgen.cli import completing
from reportgen.cli.looking import look_at, look_at_speeches, look_at_text
from reportgen.products import PRODUCTS, USUAL
from reportgen.readers.formats import CALLED

_KINDS = "、".join(CALLED)


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
        callback=look_at_speeches,
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
Title = Annotated[str | None, _option("--title", what="标题（原文没有时）", value="标题", look=look_at_text)]
Speaker = Annotated[
    str | None, _option("--speaker", what="讲话人（原文没有时）", value="姓名", look=look_at_text)
]
Unit = Annotated[str | None, _option("--unit", what="单位（原文没有时）", value="单位", look=look_at_text)]
Date = Annotated[
    str | None, _option("--date", what="日期（原文没有时），照写不改", value="日期", look=look_at_text)
]
Theme = Annotated[
    str | None,
    _option(
        "--theme",
        "--template",
        what="用哪个主题：自带的名称、单位的模板，或放着模板的文件夹",
        value="名称|路径",
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
    str | None, _option("--title", what="生成时给出的标题", value="标题", look=look_at_text)
]
SpeakerThen = Annotated[
    str | None, _option("--speaker", what="生成时给出的讲话人", value="姓名", look=look_at_text)
]
UnitThen = Annotated[str | None, _option("--unit", what="生成时给出的单位", value="单位", look=look_at_text)]
DateThen = Annotated[str | None, _option("--date", what="生成时给出的日期", value="日期", look=look_at_text)]
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
OwnTemplate = Annotated[
    str,
    typer.Argument(
        metavar="模板",
        help="单位的模板（.pptx、.potx、.docx、.dotx）",
        show_default=False,
        callback=look_at,
        autocompletion=completing.files,
    ),
]
ThemeFolder = Annotated[
    str,
    _option(
        "-o", "--output", what="写到哪个文件夹（没有就新建）", value="文件夹", complete=completing.folders
    ),
]
ShownTheme = Annotated[
    str,
    typer.Argument(
        metavar="主题",
        help="自带的名称，自己的文件夹，或一份模板",
        show_default=False,
        callback=look_at,
        autocompletion=completing.themes,
    ),
]
GlossaryThen = Annotated[bool, typer.Option("--glossary", help="生成时加印了释义")]
