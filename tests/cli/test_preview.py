"""`reportgen preview` and `build --pdf`: what is written where, and what is told. A script stands in for
LibreOffice."""

import json
import os
import shutil
import zipfile
from pathlib import Path

import pypdfium2
import pytest

import filescript
import reportgen
from printers import FAILS, SLEEPS, page
from reportgen import previewing
from reportgen.cli import main
from reportgen.picturing import printing

NAMES = ["讲话-要点.docx", "讲话-幻灯片.pptx", "讲话-落实清单.xlsx"]
RECORD = ".reportgen.json"


@pytest.fixture(autouse=True)
def _at_the_speech(speech, monkeypatch):
    """The speech lies where the program is called."""
    monkeypatch.chdir(speech.parent)


@pytest.fixture
def call(capsys):
    """A function that runs a command: its status, output and errors."""

    def run(*arguments):
        status = main([*map(str, arguments)])
        out, err = capsys.readouterr()
        assert "Traceback" not in err
        return status, out, err

    return run


@pytest.fixture
def built(call):
    """The files of the speech, as `build` has made them."""
    assert call("build", "讲话.txt", "-q")[0] == 0
    return [Path("output") / name for name in NAMES]


@pytest.fixture
def _hurried(monkeypatch):
    """Nobody waits for long."""
    monkeypatch.setattr(printing, "TIME_LIMIT", 1.0)


def found(folder="output"):
    return sorted(path.name for path in Path(folder).iterdir() if path.name != RECORD)


def of_pages(count):
    """A PDF of so many pages."""
    out = pypdfium2.PdfDocument.new()
    for _ in range(count):
        out.import_pages(pypdfium2.PdfDocument(page()))
    path = Path("sample.pdf")
    out.save(path)
    data = path.read_bytes()
    path.unlink()
    return data


def test_of_a_speech_one_picture_and_nothing_else(printer, call):
    scratch = printer()
    status, out, err = call("preview", "讲话.txt")
    assert (status, err) == (0, "")
    assert out == f"讲话.txt：要点 1 页，幻灯片 1 页，落实清单 1 页\n  总图  {Path('output/讲话-预览.png')}\n"
    assert found() == ["讲话-预览.png"]
    assert not list(scratch.iterdir())


def test_a_picture_by_name(printer, call):
    printer()
    assert call("preview", "讲话.txt", "-o", "图/样子.PNG", "--only", "pptx")[1].startswith(
        "讲话.txt：幻灯片 1 页\n"
    )
    assert found("图") == ["样子.PNG"]
    assert not Path("output").exists()


def test_a_folder_has_every_page_and_the_pdfs(printer, call):
    printer(pdf=of_pages(3))
    status, out, _ = call("preview", "讲话.txt", "-o", "图", "--pdf", "--only", "要点,幻灯片")
    assert status == 0
    stems = ("讲话-要点", "讲话-幻灯片")
    singles = [f"{stem}-{number:02}.png" for stem in stems for number in (1, 2, 3)]
    assert found("图") == sorted([*singles, *(f"{stem}.pdf" for stem in stems), "讲话-预览.png"])
    assert f"  单页  {Path('图/讲话-要点-01.png')} 到 讲话-要点-03.png\n" in out


def test_options_are_those_of_build(printer, call):
    printer()
    asked = ("--theme", "blue", "--length", "简", "--ratio", "4:3", "--title", "新题", "-q")
    assert call("preview", "讲话.txt", *asked) == (0, "", "")
    for wrong in (("讲话.txt", "--theme", "无"), ("无.txt",)):
        assert call("preview", *wrong)[2] == call("build", *wrong)[2]


def test_an_edited_brief(printer, call):
    printer()
    assert call("brief", "讲话.txt", "-o", "摘要.yaml")[0] == 0
    assert call("preview", "摘要.yaml", "-q")[0] == 0
    assert found() == ["讲话-预览.png"]


@pytest.mark.parametrize("at", [0, 1, 2])
def test_a_file_that_was_made_is_shown_beside_it(printer, call, built, at):
    printer()
    status, out, _ = call("preview", built[at])
    assert (status, out.splitlines()[0]) == (0, f"{built[at].name}：1 页")
    assert set(found()) == {*NAMES, f"{built[at].stem}-预览.png"}


def test_a_word_file_of_others_is_a_speech_unless_it_is_said_otherwise(printer, call, built):
    printer()
    with zipfile.ZipFile(built[0]) as ours, zipfile.ZipFile("通知.docx", "w") as other:
        for name in ours.namelist():
            other.writestr(name, ours.read(name).replace("reportgen 生成".encode(), b""))
    assert "要点 1 页，幻灯片" in call("preview", "通知.docx")[1]
    assert call("preview", "通知.docx", "--as-is", "-o", "x.png")[1].startswith("通知.docx：1 页\n")
    status, _, err = call("preview", "讲话.txt", "--as-is")
    assert (status, err) == (
        2,
        "错误：讲话.txt：这是文本，不是 Office 文件。这种文件当作讲话稿就行，请去掉 --as-is\n",
    )


def test_programs_get_what_the_command_says(printer, call):
    printer(pdf=of_pages(2))
    done = reportgen.preview("讲话.txt", output="图", pdf=True, only=["要点"])
    assert done.paths == tuple(
        Path("图") / name
        for name in ("讲话-预览.png", "讲话-要点-01.png", "讲话-要点-02.png", "讲话-要点.pdf")
    )
    assert (done.files[0].role, done.files[0].pages, done.others) == ("要点", 2, ())
    _, out, _ = call("preview", "讲话.txt", "-o", "图", "--pdf", "--only", "要点", "--json")
    assert json.loads(out) == reportgen.to_json(done)
    built = reportgen.build("讲话.txt", pdf=True, only="xlsx")
    assert built.outputs[0].pdf.path == Path("output/讲话-落实清单.pdf")


def test_options_for_a_speech_do_not_go_with_a_file(printer, call, built):
    printer()
    status, _, err = call("preview", built[1], "--theme", "blue")
    assert (status, err.count("\n")) == (2, 1)
    assert "这是做好的文件，照原样出图，不再生成。请去掉 --theme" in err


def test_pictures_of_others_are_not_lost(printer, call):
    printer()
    Path("图.png").write_bytes(b"mine")
    _, _, err = call("preview", "讲话.txt", "-o", "图.png")
    (aside,) = Path().glob("图.手改-*.png")
    assert aside.read_bytes() == b"mine"
    assert f"没有覆盖，另存为 {aside.name}" in err
    assert call("preview", "讲话.txt", "-o", "图.png", "--length", "详")[2] == ""
    assert len(list(Path().glob("图*.png"))) == 2


def test_pages_of_before_are_told(printer, call):
    printer(pdf=of_pages(3))
    call("preview", "讲话.txt", "-o", "图", "--only", "pptx")
    printer(pdf=of_pages(1))
    _, _, err = call("preview", "讲话.txt", "-o", "图", "--only", "pptx")
    assert err == f"  说明：{Path('图/讲话-幻灯片-02.png')} 等 2 张是以前的，这次没有这些页\n"


def test_a_long_file_is_told_of(printer, call, monkeypatch):
    printer(pdf=of_pages(42))
    monkeypatch.setattr(previewing, "MOST_PICTURES", 41)
    _, _, err = call("preview", "讲话.txt", "-o", "图", "--only", "docx")
    assert "要点有 42 页，总图上是前 40 页" in err
    assert "要点有 42 页，单页图只画了前 41 页" in err
    assert len(found("图")) == 42


def truncated(path):
    path.write_bytes(path.read_bytes()[:-2000])


def without_content(path):
    with zipfile.ZipFile(path, "w") as file:
        file.writestr("[Content_Types].xml", "<none/>")
        file.writestr("ppt/none.xml", "<none/>")


def of_broken_markup(path):
    shutil.copy(path, "whole.pptx")
    with zipfile.ZipFile("whole.pptx") as whole, zipfile.ZipFile(path, "w") as file:
        for name in whole.namelist():
            data = whole.read(name)
            file.writestr(name, data[:-20] if name == "ppt/presentation.xml" else data)


def locked(path):
    path.write_bytes(filescript.compound("EncryptionInfo", "EncryptedPackage"))


@pytest.mark.parametrize(
    ("damage", "says"),
    [
        (truncated, "损坏"),
        (without_content, "文件已损坏，找不到正文"),
        (of_broken_markup, "文件已损坏，读不出内容"),
        (locked, "文件设了打开密码，读不了。请用 Word 或 WPS 打开，去掉密码"),
        (lambda path: path.write_bytes(b"\0\1\2" * 999), "。请用 Word、PowerPoint、Excel 或 WPS 打开看看"),
        (lambda path: path.write_bytes(b""), "文件"),
        (lambda path: path.write_text("讲话"), "这是文本，不是 Office 文件"),
        (lambda path: path.unlink(), "找不到文件"),
    ],
)
def test_a_file_that_cannot_be_shown_is_one_line(printer, call, built, damage, says):
    printer()
    damage(built[1])
    before = found()
    status, out, err = call("preview", built[1])
    assert (status in {1, 2}, out, err.count("\n")) == (True, "", 1)
    assert err.startswith(f"错误：{built[1]}：")
    assert says in err
    assert found() == before


@pytest.mark.parametrize("arguments", [["preview", "讲话.txt"], ["build", "讲话.txt", "--pdf"]])
@pytest.mark.parametrize(
    ("script", "says"),
    [
        (None, "错误：讲话.txt：生成 PDF 和预览图要用 LibreOffice，本机没有。请先安装"),
        (FAILS, "LibreOffice 打不开这个文件"),
        (SLEEPS, "错误：讲话.txt：LibreOffice 转换超过 1 秒，已停止"),
    ],
)
@pytest.mark.usefixtures("_hurried")
def test_without_what_prints_nothing_is_written(printer, call, arguments, script, says):
    scratch = printer(script)
    status, out, err = call(*arguments)
    assert (status, out, err.count("\n")) == (1, "", 1)
    assert says in err
    assert not Path("output").exists()
    assert not list(scratch.iterdir())


@pytest.mark.parametrize(
    ("arguments", "says"),
    [
        ("讲话.txt -o 图.jpg", "图.jpg：预览图只有 PNG 一种，写不成 .jpg。请写 图.png 或文件夹；要"),
        ("讲话.txt --only 海报", "不认识“海报”"),
        ("讲话.txt 另一篇.txt", "另一篇.txt"),
        ("", "没有给出讲话稿|文件"),
    ],
)
def test_wrong_calls(printer, call, arguments, says):
    printer()
    status, _, err = call("preview", *arguments.split())
    assert (status, err.count("\n")) == (2, 1)
    assert says in err


def test_a_folder_that_cannot_be_written_is_told_before_the_work(printer, call, monkeypatch):
    printer()
    monkeypatch.setattr("reportgen.briefing.read", lambda *_: pytest.fail("worked first"))
    Path("档").write_text("x")
    status, _, err = call("preview", "讲话.txt", "-o", "档/图.png")
    assert (status, err.count("\n")) == (1, 1)


def test_pdfs_stand_beside_the_files(printer, call):
    printer()
    status, out, _ = call("build", "讲话.txt", "--pdf")
    assert status == 0
    assert found() == sorted([*NAMES, *(Path(name).with_suffix(".pdf").name for name in NAMES)])
    assert f"    PDF  {Path('output/讲话-幻灯片.pdf')}\n" in out


def test_a_pdf_of_others_is_set_aside(printer, call):
    printer()
    Path("output").mkdir()
    Path("output/讲话-要点.pdf").write_bytes(b"mine")
    _, out, _ = call("build", "讲话.txt", "--only", "docx", "--pdf")
    (aside,) = Path("output").glob("*.手改-*.pdf")
    assert aside.read_bytes() == b"mine"
    assert aside.name in out


def test_a_pdf_that_is_the_speech_stays(printer, call):
    printer()
    os.link("讲话.txt", "讲话-要点.pdf")
    status, _, err = call("build", "讲话.txt", "-o", ".", "--pdf")
    assert (status, err.count("\n")) == (2, 1)
    assert "这就是要读的文件" in err
    assert not Path("讲话-要点.docx").exists()


def test_our_pdfs_are_no_speeches_of_any_folder(printer, call):
    printer(pdf=page() + b"startxref\n0\n%%EOF\n")
    assert call("build", "讲话.txt", "-o", ".", "--pdf", "-q")[0] == 0
    Path("别处").mkdir()
    for name in NAMES:
        shutil.copy(Path(name).with_suffix(".pdf"), "别处")
    assert "文件夹里没有讲话稿" in call("build", "别处")[2]
    assert call("build", ".", "--only", "xlsx", "-q") == (0, "", "")
    assert found() == ["讲话-落实清单.xlsx"]
