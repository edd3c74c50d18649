"""The command for many speeches, and the options that it alone has."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from reportgen.cli import completing
from reportgen.cli.looking import look_at
from reportgen.errors import UsageError
from reportgen.loading import later

if TYPE_CHECKING:
    from reportgen.cli import parameters as given
else:
    given = later("reportgen.cli.parameters")

Archive = Annotated[
    list[str],
    typer.Argument(
        metavar="讲话稿",
        help="讲话稿、文件夹（连同下面的各级文件夹）、带引号的通配（'稿/**/*.docx'）、@清单.txt"
        "（UTF-8，一行一个），或网址（s3://…）",
        callback=look_at,
        autocompletion=completing.speeches,
    ),
]
Outputs = Annotated[
    str,
    typer.Option(
        "-o",
        "--output",
        metavar="文件夹",
        help="写到哪个文件夹，或存储的网址（s3://…）（不写则为 output）",
        callback=look_at,
        autocompletion=completing.folders,
    ),
]
Workers = Annotated[
    int | None, typer.Option("--workers", metavar="个数", help="同时处理几篇（不写则有几个核就几篇）")
]
Scheduler = Annotated[
    str | None,
    typer.Option(
        "--scheduler",
        metavar="地址",
        help="交给 Dask 集群去做：调度器的地址，如 tcp://10.0.0.5:8786（--workers 这时不用）",
        callback=look_at,
    ),
]
Timeout = Annotated[float, typer.Option("--timeout", metavar="秒", help="一篇最多用多少秒（不写为 300）")]
Memory = Annotated[
    int,
    typer.Option("--memory", metavar="MB", help="一篇最多用多少 MB 内存（不写为 2048，0 为不限）"),
]
JournalFolder = Annotated[
    str | None,
    typer.Option(
        "--journal",
        metavar="文件夹",
        help="进度记录放在本机哪个文件夹（不写则在 -o 里；-o 是网址时为 output）",
        callback=look_at,
        autocompletion=completing.folders,
    ),
]
Retry = Annotated[bool, typer.Option("--retry", help="上次没有做成的，再做一次")]
JsonLines = Annotated[bool, typer.Option("--json", help="做完一篇输出一行 JSON，最后一行是总计")]


def batch(
    speeches: Archive,
    *,
    output: Outputs = "output",
    journal: JournalFolder = None,
    workers: Workers = None,
    scheduler: Scheduler = None,
    timeout: Timeout = 300.0,
    memory: Memory = 2048,
    retry: Retry = False,
    only: given.Only = None,
    fill: given.Fills = None,
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
    json: JsonLines = False,
    quiet: given.Quiet = False,
) -> None:
    """Build the files of many speeches."""
    from reportgen import __version__
    from reportgen.batch.limits import chosen_limits
    from reportgen.batch.order import Order
    from reportgen.batch.running import Batch
    from reportgen.batch.stores import is_url
    from reportgen.cli.batching import run

    order = Order(
        tuple(only or ()),
        tuple(fill or ()),
        *(speaker, unit, date),
        theme,
        *(length, slides, minutes),
        ratio,
        original,
        glossary,
        anyway,
        __version__,
    )
    if scheduler and workers is not None:
        raise UsageError("--workers 和 --scheduler 不能一起用", hint="集群上同时做几篇，由工作机的线程数定")
    limits = chosen_limits(workers, timeout, memory)
    place = output if is_url(output) else Path(output)
    home = Path(journal) if journal else None
    asked = Batch(tuple(speeches), place, order, limits, retry, journal=home, scheduler=scheduler or "")
    raise typer.Exit(run(asked, json=json, quiet=quiet))
