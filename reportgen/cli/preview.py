"""The command for pictures, and the options that it alone has."""

from __future__ import annotations

from pathlib import Path
from typing import Annotated

import typer

from reportgen.cli import completing
from reportgen.cli import parameters as given
from reportgen.products import USUAL

Shown = Annotated[
    str,
    typer.Argument(
        metavar="讲话稿|文件",
        help="讲话稿或改好的摘要稿（看会做成什么样），"
        f"或做好的 {'、'.join(product.application for product in USUAL)} 文件",
        show_default=False,
        callback=given.look_at,
        autocompletion=completing.shown,
    ),
]
Picture = Annotated[
    str | None,
    typer.Option(
        "-o",
        "--output",
        metavar="图.png|文件夹",
        help="写成一张总图，或在文件夹里写总图和每页一张"
        "（不写则为总图：讲话稿的在 output 里，文件的在它旁边）",
        callback=given.look_at,
        autocompletion=completing.pictures,
    ),
]
Pdf = Annotated[bool, typer.Option("--pdf", help="把 PDF 也写在图旁边")]
Itself = Annotated[
    bool,
    typer.Option(
        "--as-is",
        help="Word 文件照它本身出图，不当作讲话稿（本程序生成的不用写）",
    ),
]


def preview(
    shown: Shown,
    *,
    output: Picture = None,
    pdf: Pdf = False,
    as_is: Itself = False,
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
    json: given.Json = False,
    quiet: given.Quiet = False,
) -> None:
    """Draw the pages of a file, or of what would be made of a speech."""
    from reportgen.choices import chosen_length, chosen_products, chosen_ratio, theme_of
    from reportgen.cli.previewing import show_preview
    from reportgen.options import Options
    from reportgen.planning.facts import Facts
    from reportgen.previewing import wanted
    from reportgen.readers import parse_fill

    options = Options(
        products=chosen_products(only or []),
        facts=Facts(title or None, speaker or None, unit or None, date or None),
        fills=tuple(map(parse_fill, fill or ())),
        theme=theme_of(theme),
        glossary=glossary,
        anyway=anyway,
        length=chosen_length(length, slides, minutes, original),
        ratio=chosen_ratio(ratio),
    )
    show_preview(Path(shown), options, wanted(output, pdf=pdf, itself=as_is), json=json, quiet=quiet)
