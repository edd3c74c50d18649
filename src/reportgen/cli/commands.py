"""The commands and their options."""

from __future__ import annotations

import sys
from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from reportgen.cli.answering import Form, as_json
from reportgen.cli.chinese import Command, Group
from reportgen.errors import OutputError, UsageError

if TYPE_CHECKING:
    from reportgen.results import Role

app = typer.Typer(
    cls=Group,
    add_completion=False,
    rich_markup_mode=None,
    pretty_exceptions_enable=False,
    help="把一篇讲话变成 Word 要点、PowerPoint 幻灯片和 Excel 落实清单。",
)

_KINDS = "Word、WPS、RTF、ODT、PDF、网页、文本"
_Speech = Annotated[
    str,
    typer.Argument(metavar="讲话稿", help=f"讲话稿文件（{_KINDS}），- 为标准输入", show_default=False),
]
_Json = Annotated[bool, typer.Option("--json", help="以 JSON 格式输出，供其他程序使用")]
_Flat = Annotated[bool, typer.Option("--json-flat", help="同 --json，但只有一篇时不套 speeches（旧格式）")]


def _version(asked: bool) -> None:  # noqa: FBT001  Typer calls it so
    if asked:
        from reportgen import __version__  # noqa: PLC0415

        typer.echo(f"reportgen {__version__}")
        raise typer.Exit


@app.callback()
def reportgen(
    *,
    version: Annotated[
        bool, typer.Option("--version", help="显示版本", callback=_version, is_eager=True)
    ] = False,
) -> None:
    """Hold the options that stand before a command."""


@app.command(cls=Command, help="生成 Word 要点、PowerPoint 幻灯片和 Excel 落实清单。")
def build(  # noqa: PLR0913  one parameter an option
    speeches: Annotated[
        list[str],
        typer.Argument(
            metavar="讲话稿",
            help=f"讲话稿（{_KINDS}，- 为标准输入）、放讲话稿的文件夹，或改好的摘要稿（.yaml）",
        ),
    ],
    *,
    output: Annotated[
        str, typer.Option("-o", "--output", metavar="文件夹", help="写到哪个文件夹（不写则为 output）")
    ] = "output",
    only: Annotated[
        list[str] | None,
        typer.Option(metavar="种类", help="只生成：要点,幻灯片,落实清单（也可写 docx,pptx,xlsx）"),
    ] = None,
    fill: Annotated[
        list[str] | None,
        typer.Option(metavar="掩名=实名", help="填上掩去的名称，如 '**=某县'；只填第 2 处：'**#2=某县'"),
    ] = None,
    title: Annotated[str | None, typer.Option(metavar="标题", help="标题（原文没有时）")] = None,
    speaker: Annotated[str | None, typer.Option(metavar="姓名", help="讲话人（原文没有时）")] = None,
    unit: Annotated[str | None, typer.Option(metavar="单位", help="单位（原文没有时）")] = None,
    date: Annotated[str | None, typer.Option(metavar="日期", help="日期（原文没有时），照写不改")] = None,
    template: Annotated[
        str | None,
        typer.Option(metavar="文件夹", help="用自己的模板：deck.pptx、handout.docx、ledger.toml"),
    ] = None,
    glossary: Annotated[
        bool, typer.Option("--glossary", help="在关键提法下面加印释义和来源（不是讲话人的话）")
    ] = False,
    anyway: Annotated[
        bool, typer.Option("--anyway", help="成稿与讲话稿核对不符时也写出，并说明哪里不符")
    ] = False,
    json: _Json = False,
    flat: _Flat = False,
    quiet: Annotated[bool, typer.Option("-q", "--quiet", help="只报告错误")] = False,
    verbose: Annotated[bool, typer.Option("-v", "--verbose", help="多说一些")] = False,
) -> None:
    """Build the files asked for."""
    from reportgen.cli.building import Manner, build_all  # noqa: PLC0415
    from reportgen.pipeline import Options  # noqa: PLC0415
    from reportgen.planning.facts import Facts  # noqa: PLC0415
    from reportgen.readers import parse_fill  # noqa: PLC0415

    options = Options(
        Path(output),
        _roles(only or []),
        Facts(title or None, speaker or None, unit or None, date or None),
        tuple(map(parse_fill, fill or ())),
        _theme(template),
        glossary,
        anyway,
    )
    raise typer.Exit(build_all(speeches, options, Manner(Form(json, flat), quiet, verbose)))


@app.command(cls=Command, help="显示讲话稿的结构：标题、称谓、各级标题和要点。")
def outline(
    speech: _Speech,
    *,
    json: _Json = False,
    text: Annotated[bool, typer.Option("--text", help="只输出读到的文字（位置都按它计）")] = False,
) -> None:
    """Print the outline as a tree or as JSON."""
    from reportgen import pipeline  # noqa: PLC0415
    from reportgen.outline.notation import to_json, to_text  # noqa: PLC0415

    if text:
        from reportgen.readers import read  # noqa: PLC0415

        sys.stdout.write(read(speech).text)
        return
    document = pipeline.outline(Path(speech))
    sys.stdout.write(as_json(to_json(document)) + "\n" if json else to_text(document))


@app.command(cls=Command, help="写出将要印发的内容（摘要稿），改好后可再用 build 生成。")
def brief(
    speech: _Speech,
    *,
    output: Annotated[
        str | None, typer.Option("-o", "--output", metavar="文件", help="写到哪个文件（不写则显示）")
    ] = None,
    json: _Json = False,
) -> None:
    """Write the brief as YAML or JSON."""
    from reportgen import pipeline  # noqa: PLC0415
    from reportgen.analysis.notation import dump, to_json  # noqa: PLC0415

    said = pipeline.brief(Path(speech))
    text = as_json(to_json(said)) + "\n" if json else dump(said)
    if output is None:
        sys.stdout.write(text)
    else:
        _save(Path(output), text)


def _list_rules(asked: bool) -> None:  # noqa: FBT001  Typer calls it so
    if asked:
        from reportgen.cli.checking import rules_text  # noqa: PLC0415

        typer.echo(rules_text())
        raise typer.Exit


@app.command(cls=Command, help="校对讲话稿：序号、标点、数字、日期、提法、错别字等。")
def check(  # noqa: PLR0913  one parameter an option
    speeches: Annotated[list[str], typer.Argument(metavar="讲话稿", help="讲话稿，或放讲话稿的文件夹")],
    *,
    docx: Annotated[
        str | None,
        typer.Option(metavar="文件", help="另存为带批注的 Word 文件（多篇时写文件夹）"),
    ] = None,
    rule: Annotated[list[str] | None, typer.Option(metavar="规则", help="只查这几条规则，用逗号隔开")] = None,
    skip: Annotated[list[str] | None, typer.Option(metavar="规则", help="不查这几条规则，用逗号隔开")] = None,
    json: _Json = False,
    flat: _Flat = False,
    list_rules: Annotated[  # noqa: ARG001  told before the command runs
        bool, typer.Option("--list-rules", help="列出全部规则", callback=_list_rules, is_eager=True)
    ] = False,
) -> None:
    """Proofread speeches."""
    from reportgen.cli.checking import check_all, chosen_rules  # noqa: PLC0415

    raise typer.Exit(check_all(speeches, chosen_rules(rule or (), skip or ()), docx, Form(json, flat)))


@app.command(cls=Command, help="核对生成的（或改过的）文件：哪些话原文没有，哪些标题、举措、数字不对。")
def verify(  # noqa: PLR0913  one parameter an option
    files: Annotated[
        list[str], typer.Argument(metavar="文件", help="Word、PowerPoint、Excel 文件，或放这些文件的文件夹")
    ],
    *,
    source: Annotated[
        str,
        typer.Option(metavar="讲话稿", help="据以核对的讲话稿，或改好的摘要稿（.yaml）", show_default=False),
    ],
    fill: Annotated[
        list[str] | None, typer.Option(metavar="掩名=实名", help="生成时填上的名称，照样写")
    ] = None,
    title: Annotated[str | None, typer.Option(metavar="标题", help="生成时给出的标题")] = None,
    speaker: Annotated[str | None, typer.Option(metavar="姓名", help="生成时给出的讲话人")] = None,
    unit: Annotated[str | None, typer.Option(metavar="单位", help="生成时给出的单位")] = None,
    date: Annotated[str | None, typer.Option(metavar="日期", help="生成时给出的日期")] = None,
    template: Annotated[
        str | None, typer.Option(metavar="文件夹", help="生成时用的模板，其中固定的文字不算改动")
    ] = None,
    glossary: Annotated[bool, typer.Option("--glossary", help="生成时加印了释义")] = False,
    json: _Json = False,
    flat: _Flat = False,
) -> None:
    """Compare files with the speech that they were made from."""
    from reportgen.cli.verifying import verify_all  # noqa: PLC0415
    from reportgen.pipeline import Options  # noqa: PLC0415
    from reportgen.planning.facts import Facts  # noqa: PLC0415
    from reportgen.readers import parse_fill  # noqa: PLC0415

    options = Options(
        facts=Facts(title or None, speaker or None, unit or None, date or None),
        fills=tuple(map(parse_fill, fill or ())),
        theme=_theme(template),
        glossary=glossary,
    )
    raise typer.Exit(verify_all(files, Path(source), options, Form(json, flat)))


def _save(path: Path, text: str) -> None:
    from reportgen.writing import write_all  # noqa: PLC0415

    if path.is_dir():
        raise OutputError("这是文件夹", where=str(path), hint="请在 -o 后给出文件名，如 brief.yaml")
    (written,) = write_all(path.parent, {path.name: text.encode()})
    typer.echo(f"已写出 {path}", err=True)
    if written.set_aside:
        typer.echo(f"  原有文件已被改动过，没有覆盖，另存为 {written.set_aside.name}", err=True)


def _roles(only: list[str]) -> tuple[Role, ...]:
    from reportgen.results import Role  # noqa: PLC0415

    names = {name: role for role in Role for name in (role.value, role.suffix.removeprefix("."))}
    asked = [
        part.strip() for value in only for part in value.replace("，", ",").replace("、", ",").split(",")
    ]
    unknown = [name for name in asked if name.lower() not in names]
    if unknown:
        raise UsageError(f"--only 不认识“{unknown[0]}”", hint=f"可写 {'、'.join(names)}")
    chosen = {names[name.lower()] for name in asked}
    return tuple(role for role in Role if role in chosen or not asked)


def _theme(folder: str | None) -> Path | None:
    from reportgen.errors import TemplateError  # noqa: PLC0415
    from reportgen.results import Role  # noqa: PLC0415

    if folder is None:
        return None
    names = [role.template for role in Role]
    if not any((Path(folder) / name).exists() for name in names):
        raise TemplateError(
            "文件夹里没有模板", where=folder, hint=f"应放入 {'、'.join(names)} 中的一个或几个"
        )
    return Path(folder)
