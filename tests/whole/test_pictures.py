"""Pictures and PDFs of the seed, as the real LibreOffice prints them."""

import http.server
import re
import shutil
import subprocess
import sys
import threading
import zipfile
from pathlib import Path

import docx
import pypdfium2
import pytest
from PIL import Image

import reportgen
from reportgen.batch.speeches import is_ours
from reportgen.picturing.pages import LONG_SIDE
from soffice import FONTS, saved_as
from waiting import HANGS

pytestmark = pytest.mark.render

SEED = next((Path(__file__).parents[2] / "seeds").glob("*.txt"))


@pytest.fixture(autouse=True)
def _faces(monkeypatch):
    monkeypatch.setenv("FONTCONFIG_FILE", str(FONTS))


@pytest.fixture(scope="module")
def drawn(tmp_path_factory):
    """A preview of all that can be made of the seed, into a folder, with the PDFs."""
    folder = tmp_path_factory.mktemp("drawn")
    with pytest.MonkeyPatch.context() as patch:
        patch.setenv("FONTCONFIG_FILE", str(FONTS))
        return reportgen.preview(SEED, output=folder, pdf=True, only="要点,幻灯片,落实清单,一页纸")


def words_of(path):
    document = pypdfium2.PdfDocument(path)
    return "".join(page.get_textpage().get_text_range() for page in document)


def test_there_is_a_picture_of_every_page(drawn, tmp_path):
    built = reportgen.build(SEED, output=tmp_path)
    slides = next(one.counts["slides"] for one in built.outputs if one.role == "幻灯片")
    pages = {file.role: file.pages for file in drawn.files}
    assert list(pages) == ["要点", "幻灯片", "落实清单", "一页纸"]
    assert (pages["幻灯片"], pages["一页纸"]) == (slides, 1)
    for file in drawn.files:
        assert len(file.pictures) == file.pages == len(pypdfium2.PdfDocument(file.pdf.path))
        for one in file.pictures:
            picture = Image.open(one.path)
            assert max(picture.size) == LONG_SIDE
            assert (picture.width > picture.height) == (file.role in {"幻灯片", "落实清单"})
            assert len(picture.getcolors(1 << 24)) > 10  # something stands on it


def test_the_pdfs_say_what_the_speech_says(drawn):
    for file in drawn.files:
        assert "突出知行合一" in words_of(file.pdf.path) or file.role == "落实清单"
        assert is_ours(file.pdf.path)
    assert b"/CreationDate(D:20000101000000" in drawn.files[0].pdf.path.read_bytes()


def test_the_sheet_holds_them_all(drawn):
    sheet = Image.open(drawn.sheet.path)
    assert sheet.width == 2400
    assert drawn.sheet.path in drawn.paths
    assert len(drawn.paths) == 1 + sum(file.pages + 1 for file in drawn.files)


def test_a_build_prints_the_same_bytes_again(drawn, tmp_path):
    built = reportgen.build(SEED, output=tmp_path, pdf=True, only="要点,幻灯片,落实清单,一页纸")
    assert [one.pdf.sha256 for one in built.outputs] == [file.pdf.sha256 for file in drawn.files]


def test_a_file_that_was_made_looks_as_it_would(drawn, tmp_path):
    built = reportgen.build(SEED, output=tmp_path, only="pptx")
    shown = reportgen.preview(built.paths[0], output=tmp_path / "图")
    assert [one.sha256 for one in shown.files[0].pictures] == [one.sha256 for one in drawn.files[1].pictures]


def test_programs_side_by_side_do_not_disturb_each_other(tmp_path):
    command = [sys.executable, "-m", "reportgen", "preview", str(SEED), "--only", "pptx", "-q", "-o"]
    running = [subprocess.Popen([*command, str(tmp_path / f"{number}.png")]) for number in range(3)]
    assert [one.wait(HANGS) for one in running] == [0, 0, 0]
    assert len({(tmp_path / f"{number}.png").read_bytes() for number in range(3)}) == 1


@pytest.mark.parametrize("place", [".local/share/fonts", ".fonts"])
def test_a_face_of_the_user_is_seen(tmp_path, monkeypatch, place):
    """LibreOffice has a home of its own, and finds what lies in the user's."""
    monkeypatch.delenv("FONTCONFIG_FILE")
    folders = re.findall(r"<dir>(.*?/fandol)</dir>", FONTS.read_text("utf-8"))
    found = [path for folder in folders for path in Path(folder).glob("FandolSong-Regular.otf")]
    listed = subprocess.run(["fc-list", ":family=FandolSong"], capture_output=True, check=True).stdout
    if not found or listed:
        pytest.skip("FandolSong is not there, or the system lists it already")
    monkeypatch.setenv("HOME", str(tmp_path))
    monkeypatch.delenv("XDG_DATA_HOME", raising=False)
    (tmp_path / place).mkdir(parents=True)
    shutil.copy(found[0], tmp_path / place)
    document = docx.Document()
    run = document.add_paragraph().add_run("own face")
    run.font.name = "FandolSong"
    document.save(str(tmp_path / "own.docx"))
    shown = reportgen.preview(tmp_path / "own.docx", as_is=True, output=tmp_path / "图", pdf=True)
    assert b"FandolSong" in shown.files[0].pdf.path.read_bytes()


PICTURE = """<p:pic xmlns:r="http://schemas.openxmlformats.org/officeDocument/2006/relationships"><p:nvPicPr>
<p:cNvPr id="999" name="x"/><p:cNvPicPr/><p:nvPr/></p:nvPicPr><p:blipFill><a:blip r:link="far"/></p:blipFill>
<p:spPr>
<a:xfrm><a:off x="0" y="0"/><a:ext cx="3000000" cy="3000000"/></a:xfrm>
<a:prstGeom prst="rect"/></p:spPr></p:pic>"""
LINK = """<Relationship Id="far" Target="http://127.0.0.1:{port}/x.png" TargetMode="External"
 Type="http://schemas.openxmlformats.org/officeDocument/2006/relationships/image"/>"""


def test_nothing_is_fetched_that_a_file_links_to(tmp_path):
    asked = []

    class Server(http.server.BaseHTTPRequestHandler):
        def do_GET(self):
            asked.append(self.path)
            self.send_error(404)

        do_OPTIONS = do_HEAD = do_GET  # noqa: N815  names of the protocol

        def log_message(self, *_):
            """Say nothing."""

    server = http.server.ThreadingHTTPServer(("127.0.0.1", 0), Server)
    threading.Thread(target=server.serve_forever, daemon=True).start()
    built = reportgen.build(SEED, output=tmp_path, only="pptx").paths[0]
    far = tmp_path / "far.pptx"
    link = LINK.format(port=server.server_port)
    changes = {
        "ppt/slides/slide1.xml": ("</p:spTree>", f"{PICTURE}</p:spTree>"),
        "ppt/slides/_rels/slide1.xml.rels": ("</Relationships>", f"{link}</Relationships>"),
    }
    with zipfile.ZipFile(built) as whole, zipfile.ZipFile(far, "w") as file:
        for name in whole.namelist():
            old, new = changes.get(name, ("", ""))
            data = whole.read(name)
            assert old.encode() in data
            file.writestr(name, data.replace(old.encode(), new.encode()) if old else data)
    shown = reportgen.preview(far)
    by_us = [*asked]
    # LibreOffice as it comes does fetch it, so the file is as it should be.
    saved_as("pdf", tmp_path, far)
    server.shutdown()
    server.server_close()
    assert shown.files[0].pages == len(pypdfium2.PdfDocument(tmp_path / "far.pdf"))
    assert (by_us, set(asked)) == ([], {"/x.png"})
