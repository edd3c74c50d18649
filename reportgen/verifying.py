"""From files and a speech to what is amiss in them: the order of reading, planning again and comparing."""

from __future__ import annotations

from dataclasses import dataclass, field
from pathlib import Path
from typing import TYPE_CHECKING

from reportgen.briefing import is_brief, printed_brief
from reportgen.checking import Finding, Package
from reportgen.comparing import Basis
from reportgen.errors import CheckError, ReportgenError, Severity, contained
from reportgen.opening import bytes_of, listed
from reportgen.products import SUFFIXES, USUAL, Product, in_words, read_content
from reportgen.resembling import Suspect, resembled

if TYPE_CHECKING:
    from collections.abc import Iterable

    from reportgen.options import Options
    from reportgen.outline import Document

_LOCK = "~$"


@dataclass(frozen=True, slots=True)
class Verified:
    """What became of one file: what was found, or the error that stopped it.

    `hint` says which options fit the file better than those given; it is empty where they fit.
    """

    path: Path
    product: Product | None = None
    findings: tuple[Finding, ...] = ()
    error: ReportgenError | None = None
    hint: str = ""

    @property
    def differs(self) -> bool:
        """Whether something needs somebody's eye; what an editor added is only told."""
        return any(finding.severity is not Severity.INFO for finding in self.findings)


@dataclass(frozen=True, slots=True)
class Verification:
    """The speech, and what was found in each file made from it."""

    document: Document
    files: tuple[Verified, ...] = field(default=())

    @property
    def status(self) -> int:
        """0 where all files are as the speech, 1 where one differs or could not be read."""
        return int(any(file.error or file.differs for file in self.files))


def find_outputs(named: Iterable[str]) -> tuple[Path, ...]:
    """Return the files that the user named; a folder gives its Office files.

    Raises:
        CheckError: a folder holds none, or cannot be opened.
    """
    paths: dict[Path, None] = {}
    for name in named:
        path = Path(name)
        for one in _in_folder(path) if path.is_dir() else (path,):
            paths[one] = None
    return tuple(paths)


def _in_folder(folder: Path) -> list[Path]:
    found = [
        path
        for path in listed(folder, CheckError)
        if path.suffix.lower() in SUFFIXES and not path.name.startswith((".", _LOCK))
    ]
    if not found:
        kinds = in_words((product.suffix for product in USUAL), last="或")
        raise CheckError("文件夹里没有可以核对的文件", where=str(folder), hint=f"请放入 {kinds} 文件")
    return found


def verify_files(paths: Iterable[Path], source: Path, options: Options) -> Verification:
    """Compare files with the speech that they were made from.

    Args:
        paths: files of the kinds that are made.
        source: the speech, or the edited brief.
        options: as they were when the files were made: fills, facts, templates, meanings.

    Raises:
        ReportgenError: the speech or a template cannot be used. A fault of a file is told in its place.
    """
    said = printed_brief(source, options)
    basis = Basis.of(said, options, is_edited=is_brief(source))
    files = []
    for path in paths:
        options.notify(path.name)
        try:
            with contained(str(path)):
                files.append(_verified(path, basis))
        except ReportgenError as error:
            files.append(Verified(path, error=error))
    return Verification(said.document, tuple(files))


def _verified(path: Path, basis: Basis) -> Verified:
    data = bytes_of(path, CheckError)
    content = read_content(data, str(path))
    layout = Package(data, str(path)).without_media()
    found = basis.findings(path, layout, content)
    forgotten = resembled(Suspect(path, layout, content), basis, found)
    hint = f"这个文件像是{forgotten}生成的，核对时请照样写" if forgotten else ""
    return Verified(path, content.product, found, hint=hint)
