"""Proofread speech after speech, and say on screen, as JSON or as Word comments what was found."""

from __future__ import annotations

import json as json_module
import os
import sys
from collections import Counter
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING, Any

from reportgen.analysis.proofreading import RULES
from reportgen.batch import find_speeches
from reportgen.errors import ReportgenError, Severity, UsageError, contained
from reportgen.pipeline import Checked, check, commented
from reportgen.writing import require_no_input, require_writable, write_all

if TYPE_CHECKING:
    from collections.abc import Collection, Iterator, Sequence

    from reportgen.analysis.proofreading import Finding

_NAMES = {Severity.ERROR: "错误", Severity.WARNING: "注意", Severity.INFO: "说明"}
_AROUND = 10
"""Characters of the text shown on either side of a finding."""
_LONGEST = 40
"""Characters of a finding's own text that are shown."""


def check_all(named: Sequence[str], rules: Collection[str] | None, docx: str | None, *, json: bool) -> int:
    """Proofread every speech; one that cannot be read does not hold up the others.

    Args:
        named: files and folders as the user gave them.
        rules: names of the rules to apply; all where None.
        docx: a Word file, or for several speeches a folder of them; None for none.
        json: whether to print JSON.

    Returns:
        The exit status: that of the first file that failed, else 1 where an error was found, else 0.
    """
    paths = find_speeches(named, distinct=docx is not None)
    targets = _targets(paths, docx)
    results = [_checked(path, rules, targets.get(path), json=json) for path in paths]
    total = sum((one.counts for one in results), Counter())
    if json:
        reports = [one.report for one in results]
        alone = len(named) == 1 and not Path(named[0]).is_dir()
        shown = reports[0] if alone else {"speeches": reports}
        _print(json_module.dumps(shown, ensure_ascii=False, indent=1))
    elif len(paths) > 1:
        _print(f"{len(paths)} 篇合计：{_counted(total)}")
    failed = next((one.error.exit_code for one in results if one.error), 0)
    return failed or int(total[Severity.ERROR] > 0)


@dataclass(frozen=True, slots=True)
class _Result:
    """What became of one speech: its report and findings by severity, or the error that stopped it."""

    report: dict[str, Any]
    counts: Counter[Severity]
    error: ReportgenError | None = None


def _checked(path: Path, rules: Collection[str] | None, target: Path | None, *, json: bool) -> _Result:
    """Proofread one speech and say so at once, so that a long row of them shows life."""
    try:
        with contained(str(path)):
            if target:
                require_writable(target.parent, [target.name])
            checked = check(path, rules)
            note = _save(checked, target) if target else ""
            lines = "" if json else "\n".join(_shown(checked))
            result = _Result(report(checked), Counter(one.severity for one in checked.findings))
    except ReportgenError as error:
        _say(f"错误：{error}")
        return _Result({"file": str(path), "error": str(error)}, Counter(), error)
    if not json:
        _print(lines)
    if note:
        _say(note)
    return result


def report(checked: Checked) -> dict[str, Any]:
    """Return what was found as plain data; offsets are code points into the text as it was read."""
    counts = Counter(finding.severity for finding in checked.findings)
    return {
        "file": str(checked.path),
        "findings": [_plain(checked, finding) for finding in checked.findings],
        "counts": {severity.value: counts[severity] for severity in Severity},
    }


def _plain(checked: Checked, finding: Finding) -> dict[str, Any]:
    place = checked.place(finding)
    return {
        "rule": finding.rule,
        "severity": finding.severity.value,
        "line": place.line,
        "column": place.column,
        "start": finding.span.start,
        "end": finding.span.end,
        "excerpt": checked.document.source.text[finding.span.start : finding.span.end],
        "message": finding.message,
        "suggestion": finding.suggestion,
    }


def _shown(checked: Checked) -> Iterator[str]:
    """The lines for the eye: the gravest first, in each group by place."""
    for severity in Severity:
        for finding in checked.findings:
            if finding.severity is severity:
                yield from _lines(checked, finding)
    counts = Counter(finding.severity for finding in checked.findings)
    yield f"{checked.path}：{_counted(counts)}"


def _lines(checked: Checked, finding: Finding) -> Iterator[str]:
    place = checked.place(finding)
    suggestion = f" → {finding.suggestion}" if finding.suggestion else ""
    where = f"{checked.path}:{place.line}:{place.column}"
    yield f"{where}  {_NAMES[finding.severity]}  {finding.message}{suggestion}"
    yield f"    {_excerpt(checked.document.source.text, finding)}"


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


def chosen_rules(only: Sequence[str], skipped: Sequence[str]) -> frozenset[str] | None:
    """Return the names of the rules to apply; None for all.

    Raises:
        UsageError: there is no rule of that name.
    """
    known = {rule.name for rule in RULES}
    asked, left_out = _split(only), _split(skipped)
    for option, names in (("--rule", asked), ("--skip", left_out)):
        unknown = sorted(names - known)
        if unknown:
            raise UsageError(
                f"{option} 不认识“{unknown[0]}”", hint="用 reportgen check --list-rules 看全部规则"
            )
    return frozenset((asked or known) - left_out) if asked or left_out else None


def _split(values: Sequence[str]) -> set[str]:
    parts = (
        part.strip() for value in values for part in value.replace("，", ",").replace("、", ",").split(",")
    )
    return {part for part in parts if part}


def rules_text() -> str:
    """Return the table of rules: name, severity, title, what it looks for, where the norm stands."""
    rows = [
        f"{rule.name}  {_NAMES[rule.severity]}  {rule.title}：{rule.evidence}（{rule.basis}）"
        for rule in RULES
    ]
    return "\n".join(rows)


def _targets(paths: Sequence[Path], docx: str | None) -> dict[Path, Path]:
    """Where each speech's Word file goes.

    Raises:
        UsageError: one file is named for several speeches, or the speech itself.
    """
    if docx is None:
        return {}
    targets = _named(paths, Path(docx))
    require_no_input(targets.values(), paths)
    return targets


def _named(paths: Sequence[Path], out: Path) -> dict[Path, Path]:
    if out.suffix.lower() != ".docx" or os.path.isdir(out):  # noqa: PTH112  of any name, however long
        return {path: out / f"{path.stem}-校对.docx" for path in paths}
    if len(paths) > 1:
        raise UsageError("多篇讲话稿不能写进一个文件", where=str(out), hint="请在 --docx 后给出文件夹")
    return {paths[0]: out}


def _save(checked: Checked, target: Path) -> str:
    (written,) = write_all(target.parent, {target.name: commented(checked)})
    note = f"已写出 {target}"
    if written.set_aside:
        note += f"\n  原有文件已被改动过，没有覆盖，另存为 {written.set_aside.name}"
    return note


def _print(text: str) -> None:
    print(text)  # noqa: T201  the screen is where it belongs


def _say(line: str) -> None:
    print(line, file=sys.stderr)  # noqa: T201
