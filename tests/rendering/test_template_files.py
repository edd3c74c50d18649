"""Templates as files: hostile ones, broken ones, other kinds of file, those saved by another program."""

import io
import re
import shutil
import zipfile
from pathlib import Path

import docx
import pytest
from docx.oxml.ns import qn
from openxml_audit import OpenXmlValidator
from pptx import Presentation

from corpus import CORPUS
from deckcheck import TEMPLATE as DECK
from ownhandout import TEMPLATE, changed, related
from reportgen.errors import TemplateError
from reportgen.planning.deck import plan_deck
from reportgen.planning.facts import Facts
from reportgen.planning.handout import plan_handout
from reportgen.rendering.docx import open_handout, render_handout
from reportgen.rendering.docx.styles import NAMES
from reportgen.rendering.pptx import open_deck, render_deck
from reportgen.themes import standard
from soffice import saved_as
from speech import brief_of

BODY, STYLES, TYPES = "word/document.xml", "word/styles.xml", "[Content_Types].xml"
PAGE = r'w:w="11906" w:h="16838"'
MARGINS = r'w:top="2098" w:right="1474" w:bottom="1984" w:left="1588"'
MAIN = r"vnd\.openxmlformats-officedocument\.wordprocessingml\.document\.main\+xml"
SIZE = r'<w:sz w:val="\d+"/>'
SUFFIXES = '<Default Extension="bin" ContentType="application/octet-stream"/><Default '
ZEROS = bytes(300 * 1024 * 1024)
WILD = CORPUS.parent / "templates-wild"


@pytest.fixture
def render(written_brief):
    def make(path):
        template = open_handout(path)
        return render_handout(plan_handout(written_brief("plain"), Facts(), template.sheet), template)

    return make


def told(make, path):
    with pytest.raises(TemplateError) as caught:
        make(path)
    assert str(caught.value).startswith(f"{path}：")
    assert "\n" not in str(caught.value)
    return str(caught.value)


def ole(path):
    """Our template with an embedded object, typed as Word does it."""
    related(path, "oleObject", "embeddings/one.bin", extra=[("word/embeddings/one.bin", "x")])
    with zipfile.ZipFile(path) as old:
        parts = {name: old.read(name) for name in old.namelist()}
    parts[TYPES] = parts[TYPES].replace(b"<Default ", SUFFIXES.encode(), 1)
    with zipfile.ZipFile(path, "w") as new:
        for name, part in parts.items():
            new.writestr(name, part)
    return path


HOSTILE = {
    "a picture outside": (lambda p: related(p, "image", "http://a.test/b.png", outside=True), "链接着外部"),
    "a share outside": (lambda p: related(p, "image", r"\\host\share\a.png", outside=True), "链接着外部"),
    "an object outside": (lambda p: related(p, "oleObject", "file:///c:/a.xls", outside=True), "链接着外部"),
    "a subdocument": (lambda p: related(p, "subDocument", "file:///c:/a.docx", outside=True), "链接着外部"),
    "an object": (ole, "嵌入的对象（OLE）"),
    "a foreign document": (
        lambda p: changed(p, BODY, ("<w:body>", '<w:body><w:altChunk r:id="rId1"/>')),
        "插入的外部文档",
    ),
    "a part out of the package": (lambda p: related(p, "image", "../../../etc/passwd"), "缺少必要的部件"),
    "a part that is not there": (lambda p: related(p, "image", "NULL"), "缺少必要的部件"),
    "a name that climbs": (lambda p: changed(p, BODY, extra=[("../../evil.xml", "<a/>")]), "../../evil.xml"),
    "an absolute name": (lambda p: changed(p, BODY, extra=[("/etc/evil.xml", "<a/>")]), "/etc/evil.xml"),
    "a bomb of markup": (lambda p: changed(p, BODY, extra=[("word/bomb.xml", ZEROS)]), "解开后太大"),
    "a bomb": (lambda p: changed(p, BODY, extra=[("word/media/bomb.bin", ZEROS)]), "解开后太大"),
    "many parts": (
        lambda p: changed(p, BODY, extra=[(f"word/media/{n}.bin", b"") for n in range(6000)]),
        "解开后太大",
    ),
    "entities": (
        lambda p: changed(p, BODY, (r"<w:document ", '<!DOCTYPE a [<!ENTITY b "c">]><w:document ')),
        "实体定义（DOCTYPE）",
    ),
    "deep markup": (
        lambda p: changed(p, BODY, ("<w:body>", "<w:body>" + "<w:sdt>" * 5000 + "</w:sdt>" * 5000)),
        "部件 word/document.xml",
    ),
    "torn markup": (lambda p: changed(p, BODY, ("</w:body>", "")), "部件 word/document.xml"),
    "macros": (
        lambda p: changed(p, TYPES, (MAIN, "vnd.ms-word.document.macroEnabled.main+xml")),
        "这是带宏的 Word 文档（.docm）",
    ),
    "a deck": (lambda p: shutil.copy(DECK, p), "这是 PowerPoint 演示文稿（.pptx）"),
    "no body": (lambda p: changed(p, BODY, ("<w:body>.*</w:body>", "")), "没有正文"),
    "another root": (lambda p: changed(p, BODY, ("<w:document .*", "<a/>")), "打不开模板"),
    "no columns": (lambda p: changed(p, BODY, ("<w:tblGrid>.*?</w:tblGrid>", "")), "第 1 个表格没有列宽"),
    "encrypted": (
        lambda p: p.write_bytes(b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + "EncryptedPackage".encode("utf-16-le")),
        "加了打开密码",
    ),
    "an old file": (lambda p: p.write_bytes(b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + b"\0" * 600), "旧格式"),
    "empty": (lambda p: p.write_bytes(b""), "空文件（0 字节）"),
    "cut": (lambda p: p.write_bytes(TEMPLATE.read_bytes()[:4000]), "文件已损坏"),
    "text": (lambda p: p.write_bytes("讲话".encode()), "不是 Word 文档（.docx）"),
    "a folder": (lambda p: p.mkdir(), "这是文件夹"),
    "a pipe": (lambda p: __import__("os").mkfifo(p), "这是设备或管道"),
    "no paper": (lambda p: changed(p, BODY, (PAGE, 'w:w="0" w:h="16838"')), "第 1 节的页面不能用：纸宽 0"),
    "a paper of miles": (lambda p: changed(p, BODY, (PAGE, 'w:w="99999999" w:h="16838"')), "纸宽 1763889 "),
    "a width in words": (lambda p: changed(p, BODY, (PAGE, 'w:w="宽" w:h="16838"')), "写错的数（w=“宽”）"),
    "wide margins": (
        lambda p: changed(p, BODY, (MARGINS, 'w:top="2098" w:right="9000" w:bottom="1984" w:left="9000"')),
        "去掉页边距后剩 -107 毫米",
    ),
    "margins beside the page": (
        lambda p: changed(p, BODY, (MARGINS, 'w:top="2098" w:right="-9" w:bottom="1984" w:left="-9"')),
        "左右边距不能是负数",
    ),
    "type of no size": (lambda p: changed(p, STYLES, (SIZE, '<w:sz w:val="0"/>')), "字号 0 磅"),
    "type of yards": (lambda p: changed(p, STYLES, (SIZE, '<w:sz w:val="3200"/>')), "字号 1600 磅"),
    "type in words": (lambda p: changed(p, STYLES, (SIZE, '<w:sz w:val="大"/>')), "写错的数"),
}  # fmt: skip


@pytest.mark.parametrize("what", HOSTILE)
def test_a_hostile_or_broken_template_is_told_in_one_line(what, render, tmp_path):
    make, says = HOSTILE[what]
    path = tmp_path / "handout.docx"
    make(path)
    assert says in told(render, path)


def cycle(path):
    return changed(path, STYLES, (r'<w:basedOn w:val="Normal"/>', '<w:basedOn w:val="FrontText"/>'))


ODD = {
    "margins that do not give way": lambda p: changed(
        p, BODY, (MARGINS, 'w:top="-2098" w:right="1474" w:bottom="-1984" w:left="1588"')
    ),
    "no section": lambda p: changed(p, BODY, (r"<w:sectPr>.*?</w:sectPr>", "")),
    "no paper named": lambda p: changed(p, BODY, (r"<w:pgSz [^>]*/>", "")),
    "styles in a circle": cycle,
    "no styles at paragraphs": lambda p: changed(p, BODY, (r'<w:pPr><w:pStyle w:val="\w+"/></w:pPr>', "")),
    "tables without a width": lambda p: changed(p, BODY, (r"<w:tblW [^>]*/>", "")),
    "tables as wide as needed": lambda p: changed(
        p, BODY, (r"<w:tblW [^>]*/>", '<w:tblW w:w="0" w:type="auto"/>')
    ),
    "cells without a width": lambda p: changed(p, BODY, (r"<w:tcW [^>]*/>", "")),
    "a link to click": lambda p: related(p, "hyperlink", "http://example.org/", outside=True),
}


@pytest.mark.parametrize("what", ODD)
def test_an_odd_template_that_programs_do_write_is_filled(what, render, tmp_path):
    path = tmp_path / "handout.docx"
    ODD[what](path)
    out = tmp_path / "out.docx"
    out.write_bytes(render(path))
    assert OpenXmlValidator().validate(out).errors == []


def test_the_path_of_the_templates_own_template_does_not_go_on(render, tmp_path):
    """Whoever opens a file with such a path asks another computer for it, or runs what lies there."""
    path = tmp_path / "handout.docx"
    with zipfile.ZipFile(TEMPLATE) as old, zipfile.ZipFile(path, "w") as new:
        for name in old.namelist():
            text = old.read(name).decode()
            if name == "word/settings.xml":
                space = 'xmlns:r="http://schemas.openxmlformats.org/officeDocument/2006/relationships"'
                text = re.sub(
                    r"(<w:settings [^>]*>)", rf'\1<w:attachedTemplate {space} r:id="own"/>', text, count=1
                )
            new.writestr(name, text)
        kind = "http://schemas.openxmlformats.org/officeDocument/2006/relationships/attachedTemplate"
        target = 'Target="http://example.org/a.dotm" TargetMode="External"'
        space = "http://schemas.openxmlformats.org/package/2006/relationships"
        one = f'<Relationship Id="own" Type="{kind}" {target}/>'
        new.writestr("word/_rels/settings.xml.rels", f'<Relationships xmlns="{space}">{one}</Relationships>')
    with zipfile.ZipFile(io.BytesIO(render(path))) as package:
        everything = b"".join(map(package.read, package.namelist()))
    assert b"example.org" not in everything
    assert b"attachedTemplate" not in everything


def test_styles_whose_ids_a_program_has_changed_are_known_by_their_names(render, tmp_path):
    numbers = {key: f"a{number}" for number, key in enumerate(NAMES)}

    def other(text):
        return re.sub(
            r'(w:styleId|<w:(?:pStyle|rStyle|tblStyle|basedOn|next|link) w:val)="(\w+)"',
            lambda found: f'{found[1]}="{numbers[found[2]]}"',
            text,
        )

    path = tmp_path / "handout.docx"
    with zipfile.ZipFile(TEMPLATE) as old, zipfile.ZipFile(path, "w") as new:
        for name in old.namelist():
            text = old.read(name).decode()
            new.writestr(name, other(text) if name.endswith(".xml") else text)
    assert render(path) == render(TEMPLATE)


def test_the_names_are_those_of_the_shipped_styles():
    files = (TEMPLATE, standard().template("onepage.docx"))
    styles = [one for path in files for one in docx.Document(str(path)).styles.element.iter(qn("w:style"))]
    shipped = {one.get(qn("w:styleId")): one.find(qn("w:name")).get(qn("w:val")) for one in styles}
    assert shipped == NAMES


def saved(kind, folder):
    """Our template as LibreOffice saves it."""
    saved_as(kind.suffix.removeprefix("."), folder, kind)
    return folder / kind.name


@pytest.mark.parametrize("kind", [pytest.param(TEMPLATE, marks=pytest.mark.render)])
def test_a_handout_that_libreoffice_has_saved_is_filled(kind, render, tmp_path):
    path = saved(kind, tmp_path)
    found, usual = (docx.Document(io.BytesIO(render(one))) for one in (path, kind))
    texts = [[(p.style.style_id, p.text) for p in one.paragraphs if p.text] for one in (found, usual)]
    assert texts[0] == texts[1]
    for table, other in zip(found.tables, usual.tables, strict=True):
        widths = [
            [int(one.get(qn("w:w"))) for one in grid._tbl.iter(qn("w:gridCol"))] for grid in (table, other)
        ]
        assert widths[0] == pytest.approx(widths[1], abs=20)


SPEECH = (Path(__file__).parents[1] / "fixtures" / "deck" / "normal.txt").read_text("utf-8")


def deck(path):
    template = open_deck(path)
    return render_deck(plan_deck(brief_of(SPEECH), Facts(), template.layouts), template)


@pytest.mark.parametrize("kind", [pytest.param(DECK, marks=pytest.mark.render)])
def test_a_deck_that_libreoffice_has_saved_is_taken_as_any_company_s(kind, tmp_path):
    found = Presentation(io.BytesIO(deck(saved(kind, tmp_path))))
    assert len(found.slides) >= 5
