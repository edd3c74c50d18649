"""What a run comes to, as values: files in place, what was read, what was noticed."""

from __future__ import annotations

from collections import Counter
from dataclasses import dataclass
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Mapping
    from pathlib import Path

    from reportgen.analysis.proofreading import Finding
    from reportgen.checking import Proof
    from reportgen.errors import Diagnostic, Severity
    from reportgen.outline import Document
    from reportgen.products import Product
    from reportgen.source import Place
    from reportgen.writing import Written


class Stage:
    """The names of the stages of a build, as people are told them."""

    READ = "读稿、理清结构、摘取要点"
    COMPARE = "核对成稿"
    PRINT = "打印成 PDF"
    DRAW = "画出各页"
    WRITE = "写入文件"

    @staticmethod
    def making(role: str) -> str:
        """Return the name of the stage that makes a file."""
        return f"生成{role}"


@dataclass(frozen=True, slots=True)
class Output:
    """One file in place, with counts of what it holds (``slides``, ``rows``, ``headings``, …).

    `pdf` is the same as PDF, if one was wanted.
    """

    product: Product
    written: Written
    counts: Mapping[str, int]
    pdf: Written | None = None

    @property
    def role(self) -> str:
        """What it is to its reader."""
        return self.product.role

    @property
    def path(self) -> Path:
        """Where the file is."""
        return self.written.path


@dataclass(frozen=True, slots=True)
class Notice:
    """A diagnostic with its place for people."""

    diagnostic: Diagnostic
    place: Place | None


@dataclass(frozen=True, slots=True)
class Reading:
    """What was read: kind of file and encoding in words (empty where there is none to tell), and how much.

    `characters` are those that are no blanks, `paragraphs` those with words, `measures` what the speech asks
    to be done.
    """

    kind: str
    encoding: str
    characters: int
    paragraphs: int
    headings: int
    measures: int


@dataclass(frozen=True, slots=True)
class Built:
    """What became of one speech: its files in place, what was read, what was compared, what was noticed.

    `path` is what the user named, `sha256` the digest of the bytes that were read, `title` what is printed,
    `contents` the headings of the outline, each with its level.
    """

    path: Path
    sha256: str
    title: str
    outputs: tuple[Output, ...]
    notices: tuple[Notice, ...]
    reading: Reading
    proof: Proof
    contents: tuple[tuple[int, str], ...] = ()

    @property
    def paths(self) -> tuple[Path, ...]:
        """Where the files are, in the order of `PRODUCTS`."""
        return tuple(output.path for output in self.outputs)

    @property
    def diagnostics(self) -> tuple[Diagnostic, ...]:
        """What was noticed, without places for people."""
        return tuple(notice.diagnostic for notice in self.notices)


@dataclass(frozen=True, slots=True)
class Checked:
    """What proofreading found in one speech; `written` is the Word file with comments, if one was wanted.

    `notices` tell what is in the file and was not proofread.
    """

    path: Path
    document: Document
    findings: tuple[Finding, ...]
    notices: tuple[Notice, ...] = ()
    written: Written | None = None

    @property
    def counts(self) -> Counter[Severity]:
        """How many findings there are of each severity."""
        return Counter(finding.severity for finding in self.findings)

    def place(self, finding: Finding) -> Place:
        """Where a finding begins, for people."""
        return self.document.source.place(finding.span.start)


@dataclass(frozen=True, slots=True)
class Pictured:
    """A file as it was drawn: what it is called, how many pages it has, its pictures and its PDF, if wanted.

    `role` is what it is to its reader, where it was made of a speech for this preview; else empty.
    """

    name: str
    role: str
    pages: int
    pictures: tuple[Written, ...] = ()
    pdf: Written | None = None


@dataclass(frozen=True, slots=True)
class Previewed:
    """What became of a preview: the contact sheet, and each file that is on it.

    `path` is what the user named; `others` are pictures of pages that files had at an earlier preview
    into the same folder and have no longer.
    """

    path: Path
    sheet: Written
    files: tuple[Pictured, ...]
    others: tuple[Path, ...] = ()

    @property
    def written(self) -> tuple[Written, ...]:
        """All that was written: the sheet, pictures, PDFs."""
        pdfs = tuple(file.pdf for file in self.files if file.pdf)
        return (self.sheet, *(one for file in self.files for one in file.pictures), *pdfs)

    @property
    def paths(self) -> tuple[Path, ...]:
        """Where all that was written is."""
        return tuple(one.path for one in self.written)
