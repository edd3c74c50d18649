"""Results as plain data, ready for JSON. Every field is described in docs/json.md.

Offsets are code points into the text as it was read. Lines, columns and paragraphs count from 1.
"""

from __future__ import annotations

from collections import Counter
from dataclasses import asdict
from typing import TYPE_CHECKING, Any

from reportgen.errors import Severity
from reportgen.readers import INPUT_NAME, STANDARD_INPUT

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence
    from pathlib import Path

    from reportgen.analysis.proofreading import Finding as Remark
    from reportgen.checking import Finding
    from reportgen.errors import ReportgenError
    from reportgen.outline import Document
    from reportgen.results import Built, Checked, Notice, Output, Pictured, Previewed
    from reportgen.source import Span
    from reportgen.verifying import Verification, Verified
    from reportgen.writing import Written

Plain = dict[str, Any]


def answer(speeches: Sequence[Plain], status: int) -> Plain:
    """Return what a command that takes speeches answers, be it one or many."""
    return {"speeches": list(speeches), "status": status}


def failed(path: Path, error: ReportgenError) -> Plain:
    """Return the entry of a speech that could not be used."""
    return {"source": {"path": named(path)}, "error": str(error), "status": error.exit_code}


def named(path: Path) -> str:
    """Return what a path is called, standard input by its one name."""
    return INPUT_NAME if str(path) == STANDARD_INPUT else str(path)


def built(one: Built) -> Plain:
    """Return the entry of a speech that was built."""
    return {
        "source": {"path": named(one.path), "sha256": one.sha256, "title": one.title},
        "reading": asdict(one.reading),
        "outputs": [_output(output) for output in one.outputs],
        "proof": asdict(one.proof),
        "diagnostics": [_notice(notice) for notice in one.notices],
        "status": 0,
    }


def _output(output: Output) -> Plain:
    aside = output.written.set_aside
    return {
        "role": output.role,
        "path": str(output.path),
        "sha256": output.written.sha256,
        **output.counts,
        "set_aside": str(aside) if aside else None,
        **({"pdf": _written(output.pdf)} if output.pdf else {}),
    }


def _written(one: Written) -> Plain:
    aside = str(one.set_aside) if one.set_aside else None
    return {"path": str(one.path), "sha256": one.sha256, "set_aside": aside}


def _notice(notice: Notice) -> Plain:
    one, place = notice.diagnostic, notice.place
    where = {"start": one.span.start, "end": one.span.end} if one.span else {}
    if place:
        where |= {"line": place.line, "column": place.column, "paragraph": place.paragraph}
    plain = {"severity": one.severity.value, "code": one.code, "message": one.message, **where}
    return plain | ({"hint": one.hint} if one.hint else {})


def checked(one: Checked) -> Plain:
    """Return the entry of a speech that was proofread."""
    return {
        "source": {"path": named(one.path), "sha256": one.document.source.sha256},
        "findings": [_remark(one, finding) for finding in one.findings],
        "counts": _counts(one.findings),
        "diagnostics": [_notice(notice) for notice in one.notices],
        "status": int(one.counts[Severity.ERROR] > 0),
    }


def _remark(one: Checked, finding: Remark) -> Plain:
    place = one.place(finding)
    return {
        "rule": finding.rule,
        "severity": finding.severity.value,
        "line": place.line,
        "column": place.column,
        "start": finding.span.start,
        "end": finding.span.end,
        "excerpt": one.document.source.written[finding.span.start : finding.span.end],
        "message": finding.message,
        "suggestion": finding.suggestion,
    }


def verification(one: Verification) -> Plain:
    """Return the entry of a speech that files were compared with."""
    source = one.document.source
    return {
        "source": {"path": source.path, "sha256": source.sha256},
        "files": [_file(file, one.document) for file in one.files],
        "status": one.status,
    }


def _file(file: Verified, document: Document) -> Plain:
    if file.error:
        return {"file": str(file.path), "error": str(file.error), "status": file.error.exit_code}
    return {
        "file": str(file.path),
        "kind": file.product.kind if file.product else "",
        "findings": [_finding(finding, document) for finding in file.findings],
        "counts": _counts(file.findings),
        "status": int(file.differs),
        **({"hint": file.hint} if file.hint else {}),
    }


def _finding(finding: Finding, document: Document) -> Plain:
    return {
        "code": finding.code.value,
        "severity": finding.severity.value,
        "where": finding.where,
        "text": finding.text,
        "message": finding.message,
        "nearest": _passage(finding.nearest, document) if finding.nearest else None,
    }


def _passage(span: Span, document: Document) -> Plain:
    place = document.source.place(span.start)
    return {
        "line": place.line,
        "column": place.column,
        "start": span.start,
        "end": span.end,
        "text": document.source.written[span.start : span.end],
    }


def _counts(findings: Iterable[Remark | Finding]) -> Plain:
    counts = Counter(finding.severity for finding in findings)
    return {severity.value: counts[severity] for severity in Severity}


def previewed(one: Previewed) -> Plain:
    """Return what a preview came to."""
    return {
        "source": {"path": named(one.path)},
        "sheet": _written(one.sheet),
        "files": [_pictured(file) for file in one.files],
        "others": [str(path) for path in one.others],
        "status": 0,
    }


def _pictured(file: Pictured) -> Plain:
    return {
        "name": file.name,
        **({"role": file.role} if file.role else {}),
        "pages": file.pages,
        "pictures": [_written(picture) for picture in file.pictures],
        "pdf": _written(file.pdf) if file.pdf else None,
    }
