"""Printing as PDF, with a program that stands in for LibreOffice."""

import re

import pytest

from printers import FAILS, PRINTS, SLEEPS, page
from reportgen.errors import PictureError
from reportgen.picturing import printed, printing

FILES = {"讲话-要点.docx": b"one", "--headless.pptx": b"two"}


def test_every_file_has_its_pdf_and_nothing_is_left(printer):
    scratch = printer()
    assert printed(FILES, "讲话.txt") == dict.fromkeys(FILES, page())
    assert not list(scratch.iterdir())


def test_what_was_printed_at_another_time_has_the_same_bytes(printer):
    found = set()
    for day, mark in ((1, b"A" * 32), (2, b"B" * 32)):
        stamp = b"/CreationDate(D:2026112%d163839Z') /ID [ <%b>\n<%b> ] /DocChecksum /%b" % (
            day,
            mark,
            mark,
            mark,
        )
        printer(pdf=page() + stamp)
        found.add(printed({"a.docx": b""}, "a")["a.docx"])
    (data,) = found
    assert b"(D:20000101000000Z')" in data
    assert re.search(rb"/ID \[ <([0-9A-F]{32})>\n<\1> \] /DocChecksum /\1", data)


def test_other_pages_have_another_identity(printer):
    found = set()
    for text in ("甲", "乙"):
        printer(pdf=page(text=text) + b"/DocChecksum /%b" % (b"A" * 32))
        found.add(printed({"a.docx": b""}, "a")["a.docx"][-32:])
    assert len(found) == 2


@pytest.mark.parametrize(
    ("script", "says"),
    [
        (FAILS, "讲话.txt：LibreOffice 打不开这个文件，或打印不了。文件可能已损坏，"),
        (SLEEPS, "讲话.txt：LibreOffice 转换超过 1 秒，已停止。请用 Word"),
        (None, "讲话.txt：生成 PDF 和预览图要用 LibreOffice，本机没有。请先安装"),
        ("#!/none/such\n", "讲话.txt：LibreOffice 启动不了（系统错误 127），没有装好。请先安装"),
    ],
)
def test_what_goes_wrong_is_one_line(printer, monkeypatch, script, says):
    monkeypatch.setattr(printing, "TIME_LIMIT", 1.0)
    scratch = printer(script)
    with pytest.raises(PictureError) as caught:
        printed({"讲话-要点.docx": b""}, "讲话.txt")
    assert str(caught.value).startswith(says)
    assert "\n" not in str(caught.value)
    assert not list(scratch.iterdir())


def test_of_several_files_the_one_is_named_that_cannot_be_printed(printer):
    printer(PRINTS.replace("$files; do", "${{files%1.pptx}}; do").replace("{pdf}", "/dev/null").format())
    with pytest.raises(PictureError, match=r"^--headless\.pptx：LibreOffice 打不开"):
        printed(FILES, "讲话.txt")


@pytest.mark.parametrize(
    ("tool", "says"),
    [
        ("apt-get", "libreoffice-writer-nogui libreoffice-impress-nogui libreoffice-calc-nogui"),
        ("dnf", "sudo dnf install -y libreoffice-writer libreoffice-impress libreoffice-calc"),
        ("brew", "brew install --cask libreoffice"),
        ("winget", "winget install TheDocumentFoundation.LibreOffice"),
        ("", "（Linux 用系统的软件管理器，macOS、Windows 从 libreoffice.org 下载）；或用 Word"),
    ],
)
def test_how_to_get_it_is_told_for_the_system(printer, monkeypatch, tmp_path, tool, says):
    printer(None)
    if tool:
        (tmp_path / tool).write_text("#!/bin/sh\n")
        (tmp_path / tool).chmod(0o755)
        monkeypatch.setenv("PATH", str(tmp_path))
    with pytest.raises(PictureError) as caught:
        printing.require_printer("讲话.txt")
    assert says in str(caught.value)
