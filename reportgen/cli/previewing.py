"""Draw pages, and say on screen or as JSON where the pictures are."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from reportgen.cli.answering import as_json
from reportgen.cli.building import called, progress
from reportgen.cli.screen import show, tell
from reportgen.errors import contained
from reportgen.picturing import MOST_ON_SHEET
from reportgen.plain import previewed
from reportgen.previewing import preview

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

    from reportgen.options import Options
    from reportgen.previewing import Wanted
    from reportgen.results import Pictured, Previewed


def show_preview(path: Path, options: Options, want: Wanted, *, json: bool, quiet: bool) -> None:
    """Draw what is, or would be, made of a speech, and say where the pictures are.

    Raises:
        ReportgenError: there are none.
    """
    with contained(str(path)), progress(called(path), quiet=quiet or json) as notify:
        done = preview(path, replace(options, notify=notify), want)
    if json:
        show(as_json(previewed(done)))
    elif not quiet:
        show("\n".join(_lines(done)))
    for line in _told(done):
        tell(f"  {line}")


def _lines(done: Previewed) -> Iterator[str]:
    parts = [f"{file.role} {file.pages} 页" if file.role else f"{file.pages} 页" for file in done.files]
    yield f"{called(done.path)}：{'，'.join(parts)}"
    yield f"  总图  {done.sheet.path}"
    for file in done.files:
        yield from _of_file(file)


def _of_file(file: Pictured) -> Iterator[str]:
    if file.pictures:
        first, last = file.pictures[0].path, file.pictures[-1].path
        yield f"  单页  {first}{f' 到 {last.name}' if last != first else ''}"
    if file.pdf:
        yield f"  PDF   {file.pdf.path}"


def _told(done: Previewed) -> Iterator[str]:
    for file in done.files:
        what = file.role or file.name
        if file.pages > MOST_ON_SHEET:
            yield f"说明：{what}有 {file.pages} 页，总图上是前 {MOST_ON_SHEET} 页"
        if file.pictures and len(file.pictures) < file.pages:
            yield f"说明：{what}有 {file.pages} 页，单页图只画了前 {len(file.pictures)} 页"
    for one in done.written:
        if one.set_aside:
            yield f"{one.path.name} 已被改动过或不是本程序写的，没有覆盖，另存为 {one.set_aside.name}"
    if done.others:
        more = f" 等 {len(done.others)} 张" if len(done.others) > 1 else ""
        yield f"说明：{done.others[0]}{more}是以前的，这次没有这些页"
