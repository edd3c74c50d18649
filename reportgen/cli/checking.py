"""Proofread speech after speech, and say on screen, as JSON or as Word comments what was found."""

from __future__ import annotations

from collections import Counter
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING

from reportgen import plain
from reportgen.analysis.proofreading import RULES
from reportgen.batch import find_speeches
from reportgen.cli.answering import Form, shown
from reportgen.cli.noting import noted
from reportgen.cli.screen import show, tell
from reportgen.commenting import save, targets
from reportgen.errors import ReportgenError, Severity, contained
from reportgen.proofing import check
from reportgen.writing import require_writable

if TYPE_CHECKING:
    from collections.abc import Collection, Iterator, Sequence

    from reportgen.analysis.proofreading import Finding
    from reportgen.results import Checked

_NAMES = {Severity.ERROR: "错误", Severity.WARNING: "注意", Severity.INFO: "说明"}
_AROUND = 10
"""Characters of the text shown on either side of a finding."""
_LONGEST = 40
"""Characters of a finding's own text that are shown."""


def check_all(named: Sequence[str], rules: Collection[str] | None, docx: str | None, form: Form) -> int:
    """Proofread every speech; one that cannot be read does not hold up the others.

    Args:
        named: files and folders as the user gave them.
        rules: names of the rules to apply; all where None.
        docx: a Word file, or for several speeches a folder of them; None for none.
        form: in what form to answer.

    Returns:
        The exit status: that of the first file that failed, else 1 where an error was found, else 0.
    """
    paths = find_speeches(named, distinct=docx is not None)
    into = targets(paths, docx) if docx is not None else {}
    results = [_checked(path, rules, into.get(path), form) for path in paths]
    total = sum((one.counts for one in results), Counter[Severity]())
    failed = next((one.error.exit_code for one in results if one.error), 0)
    status = failed or int(total[Severity.ERROR] > 0)
    if form.is_json:
        alone = len(named) == 1 and not Path(named[0]).is_dir()
        show(shown([one.entry for one in results], status, form, alone=alone))
    elif len(paths) > 1:
        show(f"{len(paths)} 篇合计：{_counted(total)}")
    return status


@dataclass(frozen=True, slots=True)
class _Result:
    """What became of one speech: what a program is told, how many findings, the error that stopped it."""

    entry: plain.Plain
    counts: Counter[Severity]
    error: ReportgenError | None = None


def _checked(path: Path, rules: Collection[str] | None, target: Path | None, form: Form) -> _Result:
    """Proofread one speech and say so at once, so that a long row of them shows life."""
    try:
        with contained(str(path)):
            if target:
                require_writable(target.parent, [target.name])
            checked = check(path, rules)
            note = _save(checked, target) if target else ""
            lines = "" if form.is_json else "\n".join(_shown(checked))
            result = _Result(_entry(plain.checked(checked), form), checked.counts)
    except ReportgenError as error:
        tell(f"错误：{error}")
        return _Result(_entry(plain.failed(path, error), form), Counter(), error)
    if not form.is_json:
        show(lines)
    if note:
        tell(note)
    return result


def _entry(entry: plain.Plain, form: Form) -> plain.Plain:
    return {"file": entry["source"]["path"], **entry} if form.flat else entry


def _shown(checked: Checked) -> Iterator[str]:
    """The lines for the eye: the gravest first, in each group by place."""
    for severity in Severity:
        for finding in checked.findings:
            if finding.severity is severity:
                yield from _lines(checked, finding)
    counts = Counter(finding.severity for finding in checked.findings)
    yield f"{plain.named(checked.path)}：{_counted(counts)}"
    yield from (f"  {line}" for line in noted(checked.notices, verbose=True))


def _lines(checked: Checked, finding: Finding) -> Iterator[str]:
    place = checked.place(finding)
    suggestion = f" → {finding.suggestion}" if finding.suggestion else ""
    where = f"{plain.named(checked.path)}:{place.line}:{place.column}"
    yield f"{where}  {_NAMES[finding.severity]}  {finding.message}{suggestion}"
    yield f"    {_excerpt(checked.document.source.written, finding)}"


def _excerpt(text: str, finding: Finding) -> str:
    start, end = finding.span.start, finding.span.end
    before = text[max(start - _AROUND, 0) : start].rpartition("\n")[2]
    after = text[end : end + _AROUND].partition("\n")[0]
    words = text[start:end].replace("\n", "")
    if len(words) > _LONGEST:
        words = f"{words[: _LONGEST // 2]}…{words[-_LONGEST // 2 :]}"
    return f"{before}【{words}】{after}"


def _counted(counts: Counter[Severity]) -> str:
    total = sum(counts.values())
    if not total:
        return "没有发现问题"
    return f"共 {total} 处，{'，'.join(f'{_NAMES[severity]} {counts[severity]}' for severity in Severity)}"


def rules_text() -> str:
    """Return the table of rules: name, severity, title, what it looks for, where the norm stands."""
    rows = [
        f"{rule.name}  {_NAMES[rule.severity]}  {rule.title}：{rule.evidence}（{rule.basis}）"
        for rule in RULES
    ]
    return "\n".join(rows)


def _save(checked: Checked, target: Path) -> str:
    written = save(checked, target)
    note = f"已写出 {target}"
    if written.set_aside:
        note += f"\n  原有文件已被改动过，没有覆盖，另存为 {written.set_aside.name}"
    return note
