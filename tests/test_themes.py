"""Themes: found by name or path, filled up from the standard one, told where they are not there."""

import shutil

import pytest

from reportgen.errors import TemplateError
from reportgen.products import TEMPLATES
from reportgen.themes import Theme, find_theme, holds_templates, shipped, standard


@pytest.fixture
def folder(tmp_path, monkeypatch):
    """An empty folder to stand in, so that names are not paths by accident."""
    monkeypatch.chdir(tmp_path)
    return tmp_path


def test_every_shipped_theme_is_whole():
    assert shipped()
    for theme in shipped():
        assert {one.name for one in theme.folder.iterdir()} >= set(TEMPLATES), theme.name


def test_the_standard_theme_is_a_shipped_one():
    assert standard() in shipped()
    assert standard().is_shipped


@pytest.mark.parametrize("theme", shipped(), ids=lambda theme: theme.name)
@pytest.mark.usefixtures("folder")
def test_a_shipped_theme_is_found_by_its_name(theme):
    assert find_theme(theme.name, TEMPLATES) == theme


@pytest.mark.usefixtures("folder")
@pytest.mark.parametrize("name", TEMPLATES)
def test_a_template_of_ones_own_is_taken_and_what_lacks_comes_from_the_standard(name, folder):
    own = folder / "我们单位"
    own.mkdir()
    shutil.copy(standard().template(name), own)
    theme = find_theme("我们单位", TEMPLATES)
    assert theme.template(name).resolve() == (own / name).resolve()
    for other in set(TEMPLATES) - {name}:
        assert theme.template(other) == standard().folder / other
    assert not theme.is_shipped


def test_a_folder_with_templates_wins_over_a_shipped_name(folder):
    name = standard().name
    (folder / name).mkdir()
    assert find_theme(name, TEMPLATES) == standard(), "an empty folder is nobody's theme"
    shutil.copy(standard().template(TEMPLATES[0]), folder / name)
    assert find_theme(name, TEMPLATES).template(TEMPLATES[0]).parent.resolve() == folder / name


def test_a_name_that_is_none_lists_those_there_are(folder):
    with pytest.raises(TemplateError) as told:
        find_theme("没有的", TEMPLATES)
    for theme in shipped():
        assert theme.name in str(told.value)
    assert "没有的" in str(told.value)
    assert not list(folder.iterdir())


@pytest.mark.parametrize(
    ("make", "told"),
    [
        (lambda path: path.mkdir(), "模板文件夹是空的"),
        (lambda path: path.write_text("甲"), "这种文件不能当模板用"),
        (lambda path: (path.mkdir(), (path / "说明.txt").touch()), "只有 说明.txt"),
        (lambda path: (path.mkdir(), (path / "~$deck.pptx").touch()), "模板文件夹是空的"),
        (lambda path: (path.mkdir(), (path / "Deck.pptx").touch()), "请把 Deck.pptx 改名为 deck.pptx"),
        (
            lambda path: (path.mkdir(), [(path / f"{n}.txt").touch() for n in range(9)]),
            "4.txt等",
        ),
    ],
    ids=["empty", "file", "others", "lock", "case", "many"],
)
def test_a_folder_of_no_use_is_told_for_what_it_is(folder, make, told):
    make(folder / "主题")
    assert not holds_templates(folder / "主题", TEMPLATES)
    with pytest.raises(TemplateError) as error:
        find_theme("主题", TEMPLATES)
    assert told in str(error.value)


def test_a_new_theme_is_a_new_folder(folder, monkeypatch):
    """What a successor does for a new theme: a folder beside the others, and no line of code."""
    home = folder / "templates"
    shutil.copytree(standard().folder, home / standard().name)
    shutil.copytree(standard().folder, home / "green")
    monkeypatch.setattr("reportgen.themes.__file__", str(folder / "reportgen" / "themes.py"))
    assert [theme.name for theme in shipped()] == ["green", standard().name]
    assert find_theme("green", TEMPLATES) == Theme("green", home / "green")
    assert find_theme("green", TEMPLATES).is_shipped


def test_a_damaged_installation_says_so(folder, monkeypatch):
    monkeypatch.setattr("reportgen.themes.__file__", str(folder / "reportgen" / "themes.py"))
    with pytest.raises(TemplateError, match="自带的模板不见了"):
        shipped()


@pytest.mark.usefixtures("folder")
@pytest.mark.parametrize(
    ("name", "told"),
    [
        ("Handout.docx", "请把 Handout.docx 改名为 handout.docx"),
        ("handouts.docx", "请把 handouts.docx 改名为 handout.docx"),
        ("checklist.tml", "应放入 handout.docx、deck.pptx、deck-4x3.pptx、checklist.toml、onepage.docx 中"),
        ("deck.ppt", "应放入"),
        ("模板.pptx", "请把 模板.pptx 改名为 deck.pptx"),
    ],
)
def test_a_name_that_is_nearly_right_is_told_with_the_right_one(folder, name, told):
    (folder / "主题").mkdir()
    (folder / "主题" / name).touch()
    with pytest.raises(TemplateError) as error:
        find_theme("主题", TEMPLATES)
    assert told in str(error.value)
    assert "\n" not in str(error.value)


@pytest.mark.parametrize("name", ["", "\0", "名" * 300, "没有/这个/文件夹"])
@pytest.mark.usefixtures("folder")
def test_what_can_be_no_folder_is_told_in_one_line(name):
    with pytest.raises(TemplateError) as error:
        find_theme(name, TEMPLATES)
    assert "\n" not in str(error.value)


def test_a_path_with_blanks_and_dots_is_found_as_it_is(folder):
    own = folder / "我们 单位.v2"
    own.mkdir()
    shutil.copy(standard().template(TEMPLATES[2]), own)
    for named in (str(own), "我们 单位.v2", "./我们 单位.v2/", "我们 单位.v2/../我们 单位.v2"):
        theme = find_theme(named, TEMPLATES)
        assert theme.template(TEMPLATES[2]).samefile(own / TEMPLATES[2])
        assert theme.template(TEMPLATES[0]) == standard().folder / TEMPLATES[0]
