"""Files inside a Word document, and a Word document that is one XML file."""

import quopri

import pytest

from reportgen.errors import SourceError
from reportgen.readers.docx import read_docx
from reportgen.readers.files import parse_bytes
from wordscript import chunk, flat, level, levels, num, p, parts_of, r, style, word

PAGE = """<html><head><title>窗口名</title></head><body><p>二、建好水渠</p><p>要<b>逐条</b>验收。</p>
</body></html>""".encode()
INSIDE = ["二、建好水渠", "要逐条验收。"]
MHT = b"""MIME-Version: 1.0
Content-Type: multipart/related; type="text/html"; boundary="b"

--b
Content-Type: text/html; charset="utf-8"
Content-Transfer-Encoding: quoted-printable

%s
--b--
""" % quopri.encodestring(PAGE)
RTF = rb"{\rtf1\ansi\ansicpg936 \u20108?\u12289?\u20462?\u28192?\par\u35201?\u26597?\u28431?\u12290?\par}"


def read(body, **parts):
    return read_docx(word(body, **parts), "讲话.docx", "讲话")


def around(name, content):
    return read(p("一、修好塘坝") + chunk(name) + p("三、管好闸门"), chunks={name: content})


@pytest.mark.parametrize(
    ("name", "content", "inside"),
    [
        ("a.html", PAGE, ["二、建好水渠", "要逐条验收。"]),
        ("a.html", "二、建好水渠<br>要逐条验收。".encode(), ["二、建好水渠", "要逐条验收。"]),
        ("a.htm", PAGE.decode().replace("<head>", "<head><meta charset=gbk>").encode("gbk"), INSIDE),
        ("a.mht", MHT, INSIDE),
        ("a.txt", "二、建好水渠\n要逐条验收。".encode("gb18030"), ["二、建好水渠", "要逐条验收。"]),
        ("a.docx", word(p("二、建好水渠")), ["二、建好水渠"]),
        ("a.xml", flat(parts_of(p("二、建好水渠"))).encode(), ["二、建好水渠"]),
        pytest.param("a.rtf", RTF, ["二、修渠", "要查漏。"], marks=pytest.mark.render),
    ],
    ids=["a page", "a piece of a page", "another encoding", "mht", "text", "Word", "flat Word", "rtf"],
)
def test_a_file_inside_is_read_where_it_stands(name, content, inside):
    source = around(name, content)
    assert [line for line in source.text.split("\n") if line] == ["一、修好塘坝", *inside, "三、管好闸门"]
    assert source.left_out == ()


@pytest.mark.parametrize(
    "content",
    [b"", b"\x89PNG\r\n\x1a\n" + bytes(90), word(p())[:90]],
    ids=["empty", "a picture", "half a file"],
)
def test_a_file_inside_that_cannot_be_read_is_told(content):
    source = around("a.bin", content)
    assert source.text == "一、修好塘坝\n三、管好闸门"
    assert source.left_out == ("1 个插入的文件",)


def test_a_file_that_is_not_there_is_told():
    assert read(p("甲") + chunk("x")).left_out == ("1 个插入的文件",)


def test_a_word_file_inside_has_styles_numbers_and_leavings_of_its_own():
    numbering = levels(1, level(0, "decimal", "%1、")) + num(1, 1)
    styles = style("1", name="heading 1")
    inner = word(
        p("内", num=(1, 0), style="1") + p(r("甲") + r("乙", "<w:strike/>")),
        styles=styles,
        numbering=numbering,
    )
    source = read(
        p("外", num=(1, 0)) + chunk("a") + p("外", num=(1, 0)), numbering=numbering, chunks={"a": inner}
    )
    assert source.text == "1、外\n1、内\n甲\n2、外"
    assert source.lines[1].level == 1
    assert source.left_out == ("1 处加删除线的文字",)


def test_bold_of_a_page_inside_is_told():
    source = around("a.html", PAGE)
    assert [source.text[one.start : one.end] for line in source.lines for one in line.strong] == ["逐条"]


def test_files_inside_each_other_are_read_to_a_depth():
    data = word(p("最里"))
    for _ in range(4):
        data = word(p("外") + chunk("a"), chunks={"a": data})
    source = read_docx(data, "x", "x")
    assert (source.text, source.left_out) == ("外\n外\n外", ("1 个插入的文件",))


def test_a_file_named_many_times_is_read_up_to_a_limit():
    source = read(chunk("a") * 130, chunks={"a": "要查漏。".encode()})
    assert (source.text.count("要查漏。"), source.left_out) == (100, ("30 个插入的文件",))


def test_files_inside_are_read_until_all_of_them_are_too_large(monkeypatch):
    monkeypatch.setattr("reportgen.readers.docx.chunks.MOST_MARKS_INSIDE", 4000)
    source = read(p("甲") + chunk("a") * 50, chunks={"a": word(p("要查漏。") * 200)})
    read_of_them = source.text.count("要查漏。") // 200
    assert 0 < read_of_them < 10
    assert source.left_out == (f"{50 - read_of_them} 个插入的文件",)


def test_a_chunk_in_a_cell_is_read():
    body = f"<w:tbl><w:tr><w:tc>{chunk('a')}</w:tc></w:tr></w:tbl>"
    assert read(body, chunks={"a": "要查漏。".encode()}).text == "要查漏。"


@pytest.mark.parametrize("prefix", ["pkg", "n0"])
@pytest.mark.parametrize("head", ['<?xml version="1.0"?>\n<?mso-application progid="Word.Document"?>\n', ""])
@pytest.mark.parametrize("name", ["讲话.xml", "讲话.docx", "讲话.doc", "讲话"])
def test_a_package_in_one_file_reads_as_the_zip_does(prefix, head, name):
    numbering = levels(1, level(0, "chineseCounting", "%1、")) + num(1, 1)
    body = (
        p("修好塘坝", num=(1, 0))
        + chunk("a.html")
        + p(r("管好闸门", "<w:b/>") + r("。要有人管。"), num=(1, 0))
    )
    parts = parts_of(body, numbering=numbering, chunks={"a.html": PAGE})
    source = parse_bytes(flat(parts, prefix, head).encode(), name, "讲话")
    zipped = read(body, numbering=numbering, chunks={"a.html": PAGE})
    assert (source.text, source.lines) == (zipped.text, zipped.lines)
    assert source.text.startswith("一、修好塘坝\n二、建好水渠")
    assert source.kind == "Word 文件（xml）"


def test_a_package_in_utf16_is_read():
    head = '<?xml version="1.0" encoding="UTF-16"?>'
    data = flat(parts_of(p("修好塘坝")), head=head).encode("utf-16")
    assert parse_bytes(data, "x.xml", "x").text == "修好塘坝"


def test_a_package_cut_off_is_told():
    data = flat(parts_of(p("修好塘坝"))).encode()
    with pytest.raises(SourceError, match="损坏"):
        parse_bytes(data[:-40], "x.xml", "x")


def test_other_files_and_drawings_are_told():
    graphic = '<a:graphic><a:graphicData><dgm:relIds r:dm="x"/></a:graphicData></a:graphic>'
    drawn = f"<w:r><w:drawing>{graphic}</w:drawing></w:r>"
    assert read(p(r("甲") + drawn) + p('<w:subDoc r:id="s"/>')).left_out == (
        "1 个 SmartArt 图形",
        "1 个子文档",
    )
