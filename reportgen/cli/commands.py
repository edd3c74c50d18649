"""The commands and their options."""

from __future__ import annotations

import os
import sys
from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from reportgen.cli.answering import Form, as_json
from reportgen.cli.helping import Command, Group
from reportgen.cli.many import batch
from reportgen.cli.preview import preview
from reportgen.cli.serve import serve
from reportgen.errors import OutputError, UsageError
from reportgen.loading import later
from reportgen.products import PRODUCTS, USUAL, in_words

if TYPE_CHECKING:
    from reportgen.cli import parameters as given
else:  # Typer asks for them when it makes the command that is called
    given = later("reportgen.cli.parameters")

_BESIDES = "".join(f"，也可另做 {product.name}" for product in PRODUCTS if not product.is_usual)
app = typer.Typer(
    cls=Group,
    add_completion=False,
    rich_markup_mode=None,
    context_settings={"help_option_names": ["-h", "--help"]},
    pretty_exceptions_enable=False,
    help=f"把一篇讲话变成 {in_words(product.name for product in USUAL)}{_BESIDES}。",
)


def _version(context: typer.Context, asked: bool) -> None:
    if asked and not context.resilient_parsing:
        from reportgen import __version__

        typer.echo(f"reportgen {__version__}")
        raise typer.Exit


def _show_completion(context: typer.Context, asked: bool) -> None:
    if asked and not context.resilient_parsing:
        from reportgen.cli.shells import script

        typer.echo(script(context.params.get("shell")), nl=False)
        raise typer.Exit


def _install_completion(context: typer.Context, asked: bool) -> None:
    if asked and not context.resilient_parsing:
        from reportgen.cli.shells import install

        typer.echo(install(context.params.get("shell")))
        raise typer.Exit


@app.callback()
def reportgen(
    *,
    version: Annotated[
        bool, typer.Option("--version", help="显示版本", callback=_version, is_eager=True)
    ] = False,
    shell: Annotated[
        str | None,
        typer.Option(
            metavar="名称", help="下面两项为哪种命令行：bash、zsh、fish（不写则自动识别）", is_eager=True
        ),
    ] = None,
    install_completion: Annotated[
        bool,
        typer.Option("--install-completion", help="装上命令补全（按 Tab 键）", callback=_install_completion),
    ] = False,
    show_completion: Annotated[
        bool, typer.Option("--show-completion", help="显示命令补全的脚本", callback=_show_completion)
    ] = False,
) -> None:
    """Hold the options that stand before a command."""


@app.command(cls=Command, help=f"生成 {in_words(product.name for product in USUAL)}。")
def build(
    speeches: given.Speeches,
    *,
    output: given.Output = "output",
    only: given.Only = None,
    fill: given.Fills = None,
    title: given.Title = None,
    speaker: given.Speaker = None,
    unit: given.Unit = None,
    date: given.Date = None,
    theme: given.Theme = None,
    length: given.Length = None,
    slides: given.Slides = None,
    minutes: given.Minutes = None,
    ratio: given.Ratio = None,
    original: given.Original = None,
    glossary: given.Glossary = False,
    anyway: given.Anyway = False,
    pdf: given.Pdf = False,
    json: given.Json = False,
    flat: given.Flat = False,
    quiet: given.Quiet = False,
    verbose: given.Verbose = False,
) -> None:
    """Build the files asked for."""
    from reportgen.choices import chosen_length, chosen_products, chosen_ratio, theme_of
    from reportgen.cli.building import Manner, build_all
    from reportgen.options import Options
    from reportgen.planning.facts import Facts
    from reportgen.readers import parse_fill

    options = Options(
        Path(output),
        chosen_products(only or []),
        Facts(title or None, speaker or None, unit or None, date or None),
        tuple(map(parse_fill, fill or ())),
        theme_of(theme),
        glossary,
        anyway,
        chosen_length(length, slides, minutes, original),
        chosen_ratio(ratio),
        pdf,
    )
    raise typer.Exit(build_all(speeches, options, Manner(Form(json, flat), quiet, verbose)))


app.command(cls=Command, help="成批生成：几万篇也行，随时可停，再运行同一条命令就接着做。")(batch)
app.command(cls=Command, help="看样子：把会做成的、或已做好的文件画成图（要有 LibreOffice）。")(preview)


@app.command(cls=Command, help="显示讲话稿的结构：标题、称谓、各级标题和要点。")
def outline(
    speech: given.Speech,
    *,
    json: given.Json = False,
    text: Annotated[bool, typer.Option("--text", help="只输出读到的文字（位置都按它计）")] = False,
) -> None:
    """Print the outline as a tree or as JSON."""
    from reportgen import briefing
    from reportgen.outline.notation import to_json, to_text

    if text:
        from reportgen.readers import read

        sys.stdout.write(read(speech).written)
        return
    document = briefing.outline(Path(speech))
    sys.stdout.write(as_json(to_json(document)) + "\n" if json else to_text(document))


@app.command(cls=Command, help="写出将要印发的内容（摘要稿），改好后可再用 build 生成。")
def brief(
    speech: given.Speech,
    *,
    output: given.BriefFile = None,
    fill: given.Fills = None,
    why: given.Why = False,
    json: given.Json = False,
) -> None:
    """Write the brief as YAML or JSON, or what was made of each clause."""
    from reportgen import briefing
    from reportgen.analysis.explained import explained
    from reportgen.analysis.notation import dump, to_json
    from reportgen.readers import parse_fill
    from reportgen.writing import require_no_input

    if why and json:
        raise UsageError("--why 和 --json 不能一起用", hint="--json 的 clauses 里有同样的内容")
    if output is not None:
        require_no_input([Path(output)], [Path(speech)])
        _require_writable(Path(output))
    said = briefing.brief(Path(speech), tuple(map(parse_fill, fill or ())))
    text = explained(said) if why else as_json(to_json(said)) + "\n" if json else dump(said)
    if output is None:
        sys.stdout.write(text)
    else:
        _save(Path(output), text)


def _list_rules(context: typer.Context, asked: bool) -> None:
    if asked and not context.resilient_parsing:
        from reportgen.cli.checking import rules_text

        typer.echo(rules_text())
        raise typer.Exit


@app.command(cls=Command, help="校对讲话稿：序号、标点、数字、日期、提法、错别字等。")
def check(
    speeches: given.Checked,
    *,
    docx: given.Comments = None,
    rule: given.Rules = None,
    skip: given.Skipped = None,
    json: given.Json = False,
    flat: given.Flat = False,
    list_rules: Annotated[  # noqa: ARG001  told before the command runs
        bool, typer.Option("--list-rules", help="列出全部规则", callback=_list_rules, is_eager=True)
    ] = False,
) -> None:
    """Proofread speeches."""
    from reportgen.choices import chosen_rules
    from reportgen.cli.checking import check_all

    raise typer.Exit(check_all(speeches, chosen_rules(rule or (), skip or ()), docx, Form(json, flat)))


@app.command(cls=Command, help="核对生成的（或改过的）文件：哪些话原文没有，哪些标题、举措、数字不对。")
def verify(
    files: given.Files,
    *,
    source: given.Basis,
    fill: given.FillsThen = None,
    title: given.TitleThen = None,
    speaker: given.SpeakerThen = None,
    unit: given.UnitThen = None,
    date: given.DateThen = None,
    theme: given.ThemeThen = None,
    length: given.LengthThen = None,
    slides: given.SlidesThen = None,
    minutes: given.MinutesThen = None,
    ratio: given.RatioThen = None,
    original: given.OriginalThen = None,
    glossary: given.GlossaryThen = False,
    json: given.Json = False,
    flat: given.Flat = False,
) -> None:
    """Compare files with the speech that they were made from."""
    from reportgen.choices import chosen_length, chosen_ratio, theme_of
    from reportgen.cli.verifying import verify_all
    from reportgen.options import Options
    from reportgen.planning.facts import Facts
    from reportgen.readers import parse_fill

    options = Options(
        facts=Facts(title or None, speaker or None, unit or None, date or None),
        fills=tuple(map(parse_fill, fill or ())),
        theme=theme_of(theme),
        glossary=glossary,
        length=chosen_length(length, slides, minutes, original),
        ratio=chosen_ratio(ratio),
    )
    raise typer.Exit(verify_all(files, Path(source), options, Form(json, flat)))


app.command(cls=Command, help="打开网页：放稿子、定内容、取成品，不用命令行。")(serve)


templates = typer.Typer(
    cls=Group, rich_markup_mode=None, help="自己的模板：拿单位的模板来用，或复制一份自带的来改。"
)
app.add_typer(templates, name="template")


@templates.callback()
def template() -> None:
    """Hold the commands about templates."""


@templates.command(cls=Command, help="把一个主题的模板复制到文件夹，供修改。")
def new(folder: given.NewFolder, *, theme: given.ThemeCopied = None) -> None:
    """Copy a theme."""
    from reportgen.choices import theme_of
    from reportgen.cli.templating import copy_theme

    typer.echo(copy_theme(theme_of(theme), Path(folder)))


@templates.command(
    "check", cls=Command, help="看一份模板能不能用：哪个版式做什么，放得下多少字，有什么要注意。"
)
def look_over(file: given.OwnTemplate) -> None:
    """Look a template over."""
    from reportgen.cli.adopting import check_template

    found = check_template(Path(file))
    typer.echo(found.text)
    raise typer.Exit(int(not found.is_usable))


@templates.command(cls=Command, help="把单位的模板做成主题文件夹：模板本身，和一份可以改的对照表。")
def adopt(file: given.OwnTemplate, *, folder: given.ThemeFolder) -> None:
    """Make a theme of a template."""
    from reportgen.cli.adopting import adopt_template

    typer.echo(adopt_template(Path(file), Path(folder)))


@templates.command(cls=Command, help="做一份样张：每种页面一张，看模板用起来什么样。")
def show(theme: given.ShownTheme, *, output: given.Output = "output") -> None:
    """Make a specimen."""
    from reportgen.choices import theme_of
    from reportgen.cli.adopting import show_theme

    typer.echo(show_theme(theme_of(theme), Path(output)))


def _require_writable(path: Path) -> None:
    from reportgen.writing import require_writable

    if os.path.isdir(path):  # noqa: PTH112  of any name, however long
        raise OutputError("这是文件夹", where=str(path), hint="请在 -o 后给出文件名，如 brief.yaml")
    require_writable(path.parent, [path.name])


def _save(path: Path, text: str) -> None:
    from reportgen.writing import write_all

    (written,) = write_all(path.parent, {path.name: text.encode()})
    typer.echo(f"已写出 {path}", err=True)
    if written.set_aside:
        typer.echo(f"  原有文件已被改动过，没有覆盖，另存为 {written.set_aside.name}", err=True)
