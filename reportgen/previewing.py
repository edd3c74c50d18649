"""From a speech or a file to pictures of its pages: the order of building, printing, drawing and writing."""

from __future__ import annotations

import tempfile
from contextlib import ExitStack
from dataclasses import dataclass, replace
from pathlib import Path
from typing import TYPE_CHECKING

from reportgen import picturing
from reportgen.briefing import is_brief
from reportgen.building import build
from reportgen.errors import UsageError
from reportgen.naming import base_name, pdf_name
from reportgen.options import Options
from reportgen.readers import stem_of
from reportgen.rendering.mark import MARK
from reportgen.results import Pictured, Previewed, Stage
from reportgen.showing import shown_itself
from reportgen.text.patterns import lazy
from reportgen.writing import require_no_input, require_writable, write_all

if TYPE_CHECKING:
    from collections.abc import Collection, Mapping, Sequence

    from reportgen.writing import Written

MOST_PICTURES = 300
"""Pages of one file that get a picture of their own: 90 MB of them, and a minute."""

_PNG = ".png"
_OTHER_PICTURES = frozenset({".jpg", ".jpeg", ".gif", ".bmp", ".webp", ".tif", ".tiff", ".svg", ".pdf"})
_NUMBERED = lazy(r"-(\d{2,4})\.png\Z")


@dataclass(frozen=True, slots=True)
class Wanted:
    """What pictures are wanted, and where.

    Attributes:
        folder: to write to; None for `Options.directory`, or beside a file that is shown itself.
        sheet: the file name of the contact sheet; None for one by the name of what is shown.
        pictures: whether each page gets a picture of its own.
        pdf: whether the PDFs are wanted too.
        itself: whether a Word file that may be a speech is shown as it is.
    """

    folder: Path | None = None
    sheet: str | None = None
    pictures: bool = False
    pdf: bool = False
    itself: bool = False


class _Drawn:
    """A file with its PDF, the pictures that are wanted of it, and what they are called."""

    def __init__(self, name: str, role: str, pdf: bytes, want: Wanted) -> None:
        self.name, self.role, self.pdf = name, role, pdf
        self.stem = Path(name).stem
        with picturing.Pages(pdf, name) as pages:
            self.pages = len(pages)
            numbers = range(min(self.pages, MOST_PICTURES) if want.pictures else 0)
            digits = max(len(str(self.pages)), 2)
            self._pictures = {f"{self.stem}-{at + 1:0{digits}}{_PNG}": pages.picture(at) for at in numbers}
        self._pdfs = {pdf_name(name): pdf} if want.pdf else {}

    @property
    def contents(self) -> dict[str, bytes]:
        """What is to be written, by file name."""
        return self._pictures | self._pdfs

    @property
    def heading(self) -> str:
        """What stands above its pages on the sheet."""
        most = picturing.MOST_ON_SHEET
        count = f"{self.pages} 页" if self.pages <= most else f"{self.pages} 页中的前 {most} 页"
        return f"{self.role}　{count}　{self.name}" if self.role else f"{self.name}　{count}"

    def told(self, written: Mapping[str, Written]) -> Pictured:
        """Return what has become of it."""
        pdf = next((written[name] for name in self._pdfs), None)
        return Pictured(self.name, self.role, self.pages, tuple(written[one] for one in self._pictures), pdf)


@dataclass(frozen=True, slots=True)
class _Files:
    """What is printed: content by file name, what each is to its reader, and what all names begin with."""

    contents: Mapping[str, bytes]
    roles: Mapping[str, str]
    base: str


def wanted(output: str | None, *, pdf: bool = False, itself: bool = False) -> Wanted:
    """Return what is wanted by the name that a user gave: a picture, a folder, or None.

    Raises:
        UsageError: the name is that of another kind of picture.
    """
    if output is None:
        return Wanted(pdf=pdf, itself=itself)
    path = Path(output)
    suffix = path.suffix.lower()
    if path.is_dir() or suffix not in {_PNG, *_OTHER_PICTURES}:
        return Wanted(path, pictures=True, pdf=pdf, itself=itself)
    if suffix != _PNG:
        hint = "请写 图.png 或文件夹；要 PDF 请加 --pdf"
        raise UsageError(f"预览图只有 PNG 一种，写不成 {suffix}", where=output, hint=hint)
    return Wanted(path.parent, path.name, pdf=pdf, itself=itself)


def preview(path: Path, options: Options, want: Wanted) -> Previewed:
    """Draw what is, or would be, made of a speech.

    Args:
        path: a speech or an edited brief, which is built in a folder that goes again; or an Office file.
        options: as `build` takes them; none but the folder for a file that is shown itself.
        want: which pictures, and where.

    Raises:
        UsageError: options for a speech go with a file, or a target is what is shown.
        PictureError: it cannot be printed: no LibreOffice, a damaged file, or it takes too long.
        OutputError: the pictures cannot be written; nothing is written then.
        ReportgenError: the speech cannot be built.
    """
    picturing.require_printer(str(path))
    data = shown_itself(path, itself=want.itself)
    folder = want.folder or (path.parent if data is not None else options.directory)
    # A brief keeps the name of its speech, and a file its own.
    base = path.stem if data is not None else base_name(path, stem_of(path), options)
    known = () if is_brief(path) and not want.sheet else (_sheet_name(want, base),)
    require_writable(folder, known)
    require_no_input((folder / name for name in known), (path,))
    files = _built(path, options) if data is None else _given(path, data, options)
    options.notify(Stage.PRINT)
    pdfs = picturing.printed(files.contents, str(path), mark=MARK if data is None else "")
    options.notify(Stage.DRAW)
    sheet = _sheet_name(want, files.base)
    drawn = [_Drawn(name, files.roles[name], pdf, want) for name, pdf in pdfs.items()]
    contents = {sheet: _sheet_of(drawn)}
    for one in drawn:
        contents |= one.contents
    require_no_input((folder / name for name in contents), (path,))
    options.notify(Stage.WRITE)
    others = _others(folder, contents, [one.stem for one in drawn]) if want.pictures else ()
    written = {one.path.name: one for one in write_all(folder, contents)}
    return Previewed(path, written[sheet], tuple(one.told(written) for one in drawn), others)


def _built(path: Path, options: Options) -> _Files:
    """Build a speech where nobody sees it."""
    with tempfile.TemporaryDirectory(prefix="reportgen-", ignore_cleanup_errors=True) as folder:
        built = build(path, replace(options, directory=Path(folder), pdf=False))
        contents = {output.path.name: output.path.read_bytes() for output in built.outputs}
        roles = {output.path.name: output.role for output in built.outputs}
        first = built.outputs[0]
        return _Files(contents, roles, first.path.name.removesuffix(f"-{first.role}{first.path.suffix}"))


def _given(path: Path, data: tuple[str, bytes], options: Options) -> _Files:
    kept = Options(directory=options.directory, inputs=options.inputs, notify=options.notify)
    if options != kept:
        hint = "请去掉 --theme、--only 等生成用的选项，或改写讲话稿"
        raise UsageError("这是做好的文件，照原样出图，不再生成", where=str(path), hint=hint)
    suffix, content = data
    # LibreOffice tells kinds by the suffix first, whatever the file is called.
    name = path.name if path.suffix.lower() == suffix else f"{path.name}{suffix}"
    return _Files({name: content}, {name: ""}, path.stem)


def _sheet_name(want: Wanted, base: str) -> str:
    return want.sheet or f"{base}-预览{_PNG}"


def _sheet_of(drawn: Sequence[_Drawn]) -> bytes:
    with ExitStack() as opened:
        groups = [
            picturing.Group(one.heading, opened.enter_context(picturing.Pages(one.pdf, one.name)))
            for one in drawn
        ]
        return picturing.contact_sheet(groups)


def _others(folder: Path, contents: Mapping[str, bytes], stems: Collection[str]) -> tuple[Path, ...]:
    """Pictures in the folder that look like pages of these files and are none of this preview."""
    if not folder.is_dir():
        return ()
    found = ((path, _NUMBERED.search(path.name)) for path in sorted(folder.iterdir()))
    return tuple(
        path
        for path, number in found
        if number and path.name[: number.start()] in stems and path.name not in contents
    )
