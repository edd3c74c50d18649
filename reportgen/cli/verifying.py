"""Verify files against their speech, and say on screen or as JSON what was found."""

from __future__ import annotations

from typing import TYPE_CHECKING

from reportgen import plain
from reportgen.cli.answering import Form, shown
from reportgen.cli.screen import show, tell
from reportgen.errors import Severity
from reportgen.verifying import find_outputs, verify_files

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence
    from pathlib import Path

    from reportgen.checking import Finding
    from reportgen.options import Options
    from reportgen.outline import Document
    from reportgen.verifying import Verified

_NAMES = {Severity.ERROR: "错误", Severity.WARNING: "注意", Severity.INFO: "说明"}
_LONGEST = 60
"""Characters of the speech and of a file that are shown."""


def verify_all(named: Sequence[str], source: Path, options: Options, form: Form) -> int:
    """Verify every file; one that cannot be read does not hold up the others.

    Args:
        named: files and folders as the user gave them.
        source: the speech, or the edited brief.
        options: facts, fills and templates as they were when the files were made.
        form: in what form to answer.

    Returns:
        The exit status: 0 where nothing was found, 1 where something was or a file could not be read.
    """
    found = verify_files(find_outputs(named), source, options)
    if form.is_json:
        show(shown([plain.verification(found)], found.status, form, alone=True))
    for file in found.files:
        if file.error:
            tell(f"错误：{file.error}")
        elif not form.is_json:
            show("\n".join(_shown(file, found.document)))
    return found.status


def _shown(file: Verified, document: Document) -> Iterator[str]:
    """The lines for the eye: place, problem, words, the nearest passage of the speech."""
    for finding in file.findings:
        if finding.severity is not Severity.INFO:
            yield from _lines(finding, document)
    count, told = _counts(file)
    hint = f"。{file.hint}" if file.hint else ""
    edited = f"；另有编者加的话 {told} 处" if told else ""
    yield f"{file.path}：{f'共 {count} 处' if count else '与原文一致，没有发现问题'}{edited}{hint}"


def _lines(finding: Finding, document: Document) -> Iterator[str]:
    yield f"{finding.where}  {_NAMES[finding.severity]}  {finding.message}（{finding.code.value}）"
    yield f"    文件：{_cut(finding.text)}"
    if finding.nearest:
        place = document.source.place(finding.nearest.start)
        words = document.source.written[finding.nearest.start : finding.nearest.end]
        yield f"    原文 {place.line}:{place.column}：{_cut(words)}"


def _cut(text: str) -> str:
    line = " ".join(text.split())
    return line if len(line) <= _LONGEST else f"{line[:_LONGEST]}…"


def _counts(file: Verified) -> tuple[int, int]:
    """How many findings need somebody's eye, and how many only tell."""
    told = sum(finding.severity is Severity.INFO for finding in file.findings)
    return len(file.findings) - told, told
