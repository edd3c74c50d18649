"""From files and a speech to what is amiss in them: the order of reading, planning again and comparing."""

from __future__ import annotations

from dataclasses import dataclass, field
from pathlib import Path
from typing import TYPE_CHECKING

from reportgen.batch import listed
from reportgen.checking import (
    Expected,
    Finding,
    Form,
    Ground,
    expected_deck,
    expected_ledger,
    expected_paper,
    ground_of,
    read_content,
    verify,
    without_media,
)
from reportgen.errors import CheckError, ReportgenError, Severity, TemplateError, contained
from reportgen.opening import bytes_of
from reportgen.pipeline import Options, known_facts, printed_brief, template_words
from reportgen.results import Role

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable

    from reportgen.analysis import Brief
    from reportgen.outline import Document
    from reportgen.planning.facts import Facts

_FORMS = frozenset(f".{form.value}" for form in Form)
_LOCK = "~$"


@dataclass(frozen=True, slots=True)
class Verified:
    """What became of one file: what was found, or the error that stopped it."""

    path: Path
    form: Form | None = None
    findings: tuple[Finding, ...] = ()
    error: ReportgenError | None = None

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
        if path.suffix.lower() in _FORMS and not path.name.startswith((".", _LOCK))
    ]
    if not found:
        raise CheckError(
            "文件夹里没有可以核对的文件", where=str(folder), hint="请放入 .docx、.pptx 或 .xlsx 文件"
        )
    return found


def verify_files(paths: Iterable[Path], source: Path, options: Options) -> Verification:
    """Compare files with the speech that they were made from.

    Args:
        paths: Word, PowerPoint and Excel files.
        source: the speech, or the edited brief.
        options: as they were when the files were made: fills, facts, templates, meanings.

    Raises:
        ReportgenError: the speech or a template cannot be used. A fault of a file is told in its place.
    """
    said = printed_brief(source, options)
    facts = known_facts(said, options.facts)
    ground = ground_of(said, facts, template_words(options))
    files = []
    for path in paths:
        options.notify(path.name)
        try:
            with contained(str(path)):
                files.append(_verified(path, said, facts, ground))
        except ReportgenError as error:
            files.append(Verified(path, error=error))
    return Verification(said.document, tuple(files))


def _verified(path: Path, said: Brief, facts: Facts, ground: Ground) -> Verified:
    data = bytes_of(path, CheckError)
    content = read_content(data, str(path))
    layout = without_media(data, str(path))
    found = verify(content, said, ground, expected(content.form, path, said, facts, layout))
    return Verified(path, content.form, found)


def expected(form: Form, path: Path, said: Brief, facts: Facts, data: bytes | None = None) -> Expected:
    """Plan a file again, with page and layouts as the file itself has them: what is planned must be there.

    Args:
        form: the kind of the file.
        path: the file.
        said: what the speech says.
        facts: what is printed about the occasion.
        data: what the file holds, pictures left out, where it has been read already.
    """
    return _PLANS[form](path, said, facts, data)


def _paper(path: Path, said: Brief, facts: Facts, data: bytes | None) -> Expected:
    from reportgen.planning.paper import SHEET, plan_paper  # noqa: PLC0415
    from reportgen.rendering.docx import read_sheet  # noqa: PLC0415

    try:
        sheet = read_sheet(path, data)
    except TemplateError:
        sheet = SHEET
    return expected_paper(plan_paper(said, facts, sheet))


def _deck(path: Path, said: Brief, facts: Facts, data: bytes | None) -> Expected:
    from reportgen.planning.deck import plan_deck  # noqa: PLC0415
    from reportgen.rendering.pptx import read_layouts  # noqa: PLC0415

    for template, content in ((path, data), (Options().template(Role.DECK), None)):
        try:
            return expected_deck(plan_deck(said, facts, read_layouts(template, content)))
        except TemplateError:
            # Somebody has moved the slides into a deck of another look; ours tells what must be said.
            continue
    return Expected(Form.SLIDES, (), ())


def _ledger(_path: Path, said: Brief, facts: Facts, _data: bytes | None) -> Expected:
    from reportgen.planning.ledger import plan_ledger  # noqa: PLC0415

    return expected_ledger(plan_ledger(said, facts))


_PLANS: dict[Form, Callable[[Path, Brief, Facts, bytes | None], Expected]] = {
    Form.WORD: _paper,
    Form.SLIDES: _deck,
    Form.SHEET: _ledger,
}
