"""`reportgen template check`, `adopt` and `show`, and a template in `--theme`: as people meet them."""

import io

import docx
import pytest
from pptx import Presentation

import foreign
from reportgen.cli import main
from reportgen.planning.deck.needs import CALLED, NEEDED
from reportgen.themes import standard

SPEECH = (
    "在会上的讲话\n同志们：\n一、加强学习\n要抓好落实。要学深悟透。\n二、狠抓落实\n要压实责任。要加强督查。\n"
)


def letterhead():
    """A Word file of a unit's: a red head, sample text, styles of its own."""
    made = docx.Document()
    made.sections[0].header.paragraphs[0].text = "某某集团"
    made.add_heading("示例标题", 1)
    made.add_paragraph("此处输入正文")
    buffer = io.BytesIO()
    made.save(buffer)
    return buffer.getvalue()


@pytest.fixture
def here(tmp_path, monkeypatch):
    monkeypatch.chdir(tmp_path)
    (tmp_path / "讲话.txt").write_text(SPEECH, "utf-8")
    (tmp_path / "单位.pptx").write_bytes(foreign.plain())
    (tmp_path / "单位.docx").write_bytes(letterhead())
    return tmp_path


def test_a_check_says_which_layout_serves(here, capsys):
    assert main(["template", "check", "单位.pptx"]) == 0
    out = capsys.readouterr().out
    assert "封面：版式“Title Slide”" in out
    assert out.rstrip().endswith("可以用。")
    assert not list(here.glob("*.toml"))


def test_a_check_of_a_template_of_ours_says_what_it_lacks(here, capsys):
    assert main(["template", "check", str(standard().template("deck.pptx"))]) == 0
    changed = foreign.changed(
        standard().template("deck.pptx").read_bytes(),
        r"ppt/slideLayouts/slideLayout\d+.xml",
        lambda text: text.replace('name="overview"', 'name="overveiw"'),
    )
    (here / "deck.pptx").write_bytes(changed)
    assert main(["template", "check", "deck.pptx"]) == 1
    assert "缺少版式“overview”（是否写成了“overveiw”）" in capsys.readouterr().out


@pytest.mark.parametrize(
    ("name", "data", "told"),
    [
        ("没有.pptx", None, "找不到模板"),
        ("坏.pptx", b"PK\x03\x04 nothing", "打不开模板"),
        ("密.pptx", b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + "EncryptedPackage".encode("utf-16-le"), "打开密码"),
        ("样.xlsx", b"x", "这种文件不能当模板用"),
    ],
)
def test_what_is_no_template_gets_one_line(here, name, data, told, capsys):
    if data is not None:
        (here / name).write_bytes(data)
    for command in (["template", "check", name], ["template", "adopt", name, "-o", "主题"]):
        assert main(command) == 1
        error = capsys.readouterr().err
        assert told in error
        assert error.count("\n") == 1
    assert not (here / "主题").exists()


@pytest.mark.parametrize(
    "arguments", [["check"], ["check", "单位.pptx", "别的.pptx"], ["check", "单位.pptx", "--fast"], ["show"]]
)
@pytest.mark.usefixtures("here")
def test_what_is_called_wrongly_is_usage(arguments, capsys):
    assert main(["template", *arguments]) == 2
    out, err = capsys.readouterr()
    assert out == ""
    assert err.count("\n") == 1


@pytest.mark.parametrize(("suffix", "kind"), [(".potx", "template"), (".ppsx", "slideshow")])
def test_other_endings_of_presentations_are_templates_too(here, suffix, kind, capsys):
    other = foreign.changed(
        foreign.plain(),
        r"\[Content_Types\]\.xml",
        lambda text: text.replace("presentation.main+xml", f"{kind}.main+xml"),
    )
    path = here / f"单位{suffix}"
    path.write_bytes(other)
    assert main(["template", "check", path.name]) == 0
    assert main(["template", "adopt", path.name, "-o", "主题"]) == 0
    capsys.readouterr()
    for theme, folder in ((path.name, "甲"), ("主题", "乙")):
        assert main(["build", "讲话.txt", "-q", "--only", "pptx", "-o", folder, "--theme", theme]) == 0
    one, two = (next((here / folder).glob("*.pptx")).read_bytes() for folder in "甲乙")
    assert one == two
    assert b"presentation.main+xml" in foreign.parts(one)["[Content_Types].xml"]


def test_a_correction_is_seen_in_what_is_built_and_shown(here):
    main(["template", "adopt", "单位.pptx", "-o", "主题"])
    mapping = here / "主题" / "deck.toml"
    text = mapping.read_text("utf-8")
    assert 'layout = "Title and Content"' in text
    mapping.write_text(text.replace('# main = "A6191F"', 'main = "7A0C12"'), "utf-8")
    main(["build", "讲话.txt", "-q", "--only", "pptx", "-o", "甲", "--theme", "主题"])
    main(["template", "show", "主题", "-o", "样张"])
    for folder in ("甲", "样张"):
        (path,) = (here / folder).glob("*.pptx")
        assert any(b"7A0C12" in slide.part.blob for slide in foreign.slides_of(path.read_bytes()))


def test_a_mistake_in_a_mapping_is_one_line_wherever_it_is_met(here, capsys):
    main(["template", "adopt", "单位.pptx", "-o", "主题"])
    (here / "主题" / "deck.toml").write_text('[content]\nlayuot = "Title Only"\n', "utf-8")
    capsys.readouterr()
    for command in (
        ["template", "check", "主题/deck.pptx"],
        ["template", "show", "主题", "-o", "样张"],
        ["build", "讲话.txt", "-o", "甲", "--theme", "主题"],
    ):
        assert main(command) == 1
        err = capsys.readouterr().err
        assert "没有 [content] layuot 这一项，是否写成了 layout" in err
        assert err.count("\n") == 1
    assert not (here / "样张").exists()
    assert not (here / "甲").exists()


@pytest.mark.usefixtures("here")
def test_adopt_without_a_folder_is_told(capsys):
    assert main(["template", "adopt", "单位.pptx"]) == 2
    assert "-o" in capsys.readouterr().err


def test_a_theme_that_was_adopted_gives_what_the_template_gives(here, capsys):
    assert main(["template", "adopt", "单位.pptx", "-o", "主题"]) == 0
    assert "对得不对，改 主题/deck.toml" in capsys.readouterr().out
    assert (here / "主题" / "deck.pptx").read_bytes() == (here / "单位.pptx").read_bytes()
    for theme, folder in (("单位.pptx", "甲"), ("主题", "乙")):
        assert main(["build", "讲话.txt", "-q", "--only", "pptx", "-o", folder, "--theme", theme]) == 0
    one, two = (next((here / folder).glob("*.pptx")).read_bytes() for folder in "甲乙")
    assert one == two


def test_what_has_been_corrected_is_never_lost(here, capsys):
    main(["template", "adopt", "单位.pptx", "-o", "主题"])
    (here / "主题" / "deck.toml").write_text("# 改过\n", "utf-8")
    assert main(["template", "adopt", "单位.pptx", "-o", "主题"]) == 1
    assert "已经有" in capsys.readouterr().err
    assert (here / "主题" / "deck.toml").read_text("utf-8") == "# 改过\n"


@pytest.mark.parametrize("theme", ["单位.pptx", "red"])
def test_a_specimen_has_a_slide_of_each_kind(here, theme, capsys):
    assert main(["template", "show", theme, "-o", "样张"]) == 0
    (path,) = (here / "样张").glob("*.pptx")
    assert path.name in capsys.readouterr().out
    slides = Presentation(io.BytesIO(path.read_bytes())).slides
    assert len(slides) == len(NEEDED)
    texts = ["".join(foreign.texts_of(slide)) for slide in slides]
    assert all(any(called in text for text in texts) for called in CALLED.values())


@pytest.mark.usefixtures("here")
def test_a_file_that_is_no_template_is_no_theme(capsys):
    assert main(["build", "讲话.txt", "--theme", "讲话.txt"]) == 1
    assert "这种文件不能当模板用" in capsys.readouterr().err


def test_the_kind_that_a_template_is_not_for_comes_from_the_standard_theme(here):
    assert main(["build", "讲话.txt", "-q", "-o", "甲", "--theme", "单位.pptx"]) == 0
    assert main(["build", "讲话.txt", "-q", "-o", "乙"]) == 0
    one, two = (next((here / folder).glob("*.docx")).read_bytes() for folder in "甲乙")
    assert one == two


def test_a_deck_of_a_stranger_s_template_is_verified(here):
    (here / "单位.pptx").write_bytes(foreign.plain(change=_footed))
    main(["build", "讲话.txt", "-q", "--only", "pptx", "-o", "甲", "--theme", "单位.pptx"])
    (path,) = (here / "甲").glob("*.pptx")
    assert main(["verify", str(path), "--source", "讲话.txt", "--theme", "单位.pptx"]) == 0


def _footed(made):
    for layout in made.slide_layouts:
        for shape in layout.placeholders:
            if shape.placeholder_format.type.name == "FOOTER":
                shape.text_frame.text = "某某集团内部资料"


def test_a_word_file_is_checked_adopted_and_used(here, capsys):
    assert main(["template", "check", "单位.docx"]) == 0
    assert capsys.readouterr().out.rstrip().endswith("可以用。")
    assert main(["template", "adopt", "单位.docx", "-o", "主题"]) == 0
    assert (here / "主题" / "handout.docx").exists()
    for theme, folder in (("单位.docx", "甲"), ("主题", "乙")):
        assert main(["build", "讲话.txt", "-q", "--only", "docx", "-o", folder, "--theme", theme]) == 0
        (path,) = (here / folder).glob("*.docx")
        made = docx.Document(io.BytesIO(path.read_bytes()))
        assert made.sections[0].header.paragraphs[0].text == "某某集团"
        words = "".join(paragraph.text for paragraph in made.paragraphs)
        assert "加强学习" in words
        assert "此处输入" not in words
        assert "示例标题" not in words


def test_a_word_template_has_a_specimen_too(here):
    assert main(["template", "show", "单位.docx", "-o", "样张"]) == 0
    made = docx.Document(io.BytesIO((here / "样张" / "样张-要点.docx").read_bytes()))
    assert made.sections[0].header.paragraphs[0].text == "某某集团"
    assert any("看标题" in paragraph.text for paragraph in made.paragraphs)
