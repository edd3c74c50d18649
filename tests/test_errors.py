"""Errors are one line: what is wrong, where, and what to do; whatever was raised becomes one."""

import pytest

from reportgen import errors
from reportgen.errors import ReportgenError, UsageError, as_error, contained

KINDS = [
    errors.SourceError,
    errors.BriefError,
    errors.TemplateError,
    errors.OutputError,
    errors.FidelityError,
    errors.CheckError,
    errors.SystemRefusalError,
    errors.InternalError,
]


@pytest.mark.parametrize(
    ("message", "where", "hint", "line"),
    [
        ("找不到文件", "稿.txt", "请检查路径", "稿.txt：找不到文件。请检查路径"),
        ("找不到文件", "", "请检查路径", "找不到文件。请检查路径"),
        ("找不到文件", "稿.txt", "", "稿.txt：找不到文件"),
        ("找不到文件", "", "", "找不到文件"),
    ],
)
def test_an_error_says_where_what_and_what_to_do(message, where, hint, line):
    assert str(ReportgenError(message, where=where, hint=hint)) == line


def test_only_a_wrong_call_has_the_status_of_one():
    assert {kind("x").exit_code for kind in KINDS} == {1}
    assert UsageError("x").exit_code == 2
    assert all(issubclass(kind, ReportgenError) for kind in (*KINDS, UsageError))


@pytest.mark.parametrize(
    ("fault", "kind", "line"),
    [
        (
            OSError(28, "No space left", "/盘/稿"),
            errors.SystemRefusalError,
            "稿.txt：系统错误 28：/盘/稿。请检查磁盘和权限",
        ),
        (OSError(5, "I/O"), errors.SystemRefusalError, "稿.txt：系统错误 5：。请检查磁盘和权限"),
        (
            ZeroDivisionError("a\nb"),
            errors.InternalError,
            "稿.txt：程序内部出错（ZeroDivisionError）。请附上稿件报告给维护者",
        ),
    ],
)
def test_any_exception_comes_to_one_line(fault, kind, line):
    error = as_error(fault, "稿.txt")
    assert type(error) is kind
    assert str(error) == line


def test_an_error_of_ours_stays_the_one_it_is():
    error = errors.SourceError("空的", where="甲.txt")
    assert as_error(error, "乙.txt") is error


def run(fault):
    with contained("稿.txt"):
        raise fault


@pytest.mark.parametrize(
    ("fault", "kind"),
    [
        (errors.SourceError("x"), errors.SourceError),
        (OSError(28, "x"), errors.SystemRefusalError),
        (RecursionError(), errors.InternalError),
        (MemoryError(), errors.InternalError),
        (BrokenPipeError(), BrokenPipeError),
        (KeyboardInterrupt(), KeyboardInterrupt),
    ],
)
def test_what_one_speech_raises_holds_up_no_other(fault, kind):
    with pytest.raises(kind):
        run(fault)


def test_ctrl_c_that_a_library_made_something_else_of_is_ctrl_c():
    def swallowed():
        try:
            raise KeyboardInterrupt
        except KeyboardInterrupt as cancelled:
            raise ValueError("parser failed") from cancelled

    def hidden():
        try:
            swallowed()
        except ValueError:
            raise RuntimeError  # noqa: B904  as libraries do

    for call in (swallowed, hidden):
        with pytest.raises(KeyboardInterrupt), contained("稿.txt"):
            call()


def test_a_maintainer_sees_a_fault_of_ours_as_it_is_and_no_other(monkeypatch):
    monkeypatch.setenv("REPORTGEN_DEBUG", "1")
    with pytest.raises(ZeroDivisionError):
        run(ZeroDivisionError())
    with pytest.raises(errors.SystemRefusalError):
        run(OSError(28, "x"))
    with pytest.raises(errors.SourceError):
        run(errors.SourceError("x"))
