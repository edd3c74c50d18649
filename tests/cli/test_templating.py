"""`reportgen template new`: a copy to edit, that builds the same files, and never over somebody's own."""

import pytest

from reportgen.cli import main
from reportgen.products import PRODUCTS, TEMPLATES, USUAL
from reportgen.themes import shipped, standard


@pytest.fixture
def here(tmp_path, monkeypatch):
    monkeypatch.chdir(tmp_path)
    (tmp_path / "讲话.txt").write_text("在会上的讲话\n同志们：\n一、加强学习\n要抓好落实。\n", "utf-8")
    return tmp_path


def test_a_copy_is_whole_and_says_how_to_use_it(here, capsys):
    assert main(["template", "new", "样子/本单位"]) == 0
    out = capsys.readouterr().out
    for product in PRODUCTS:
        copied = here / "样子" / "本单位" / product.template
        assert copied.read_bytes() == standard().template(product.template).read_bytes()
        assert product.template in out
        assert product.name in out
    assert "--theme 样子/本单位" in out


@pytest.mark.parametrize("theme", shipped(), ids=lambda theme: theme.name)
def test_each_shipped_theme_can_be_copied(here, theme):
    assert main(["template", "new", "副本", "--theme", theme.name]) == 0
    for name in TEMPLATES:
        assert (here / "副本" / name).read_bytes() == theme.template(name).read_bytes()


def test_what_is_built_with_a_copy_is_the_same(here):
    main(["template", "new", "副本"])
    main(["build", "讲话.txt", "-o", "甲", "-q"])
    main(["build", "讲话.txt", "-o", "乙", "-q", "--theme", "副本"])
    main(["build", "讲话.txt", "-o", "丙", "-q", "--template", "副本"])
    names = sorted(path.name for path in (here / "甲").glob("讲话-*"))
    assert len(names) == len(USUAL)
    for name in names:
        one, two, three = ((here / folder / name).read_bytes() for folder in "甲乙丙")
        assert one == two == three


@pytest.mark.parametrize("name", TEMPLATES)
def test_nothing_is_ever_written_over(here, name, capsys):
    (here / "我的").mkdir()
    (here / "我的" / name).write_bytes(b"mine")
    assert main(["template", "new", "我的"]) == 1
    assert name in capsys.readouterr().err
    assert [path.name for path in (here / "我的").iterdir()] == [name]
    assert (here / "我的" / name).read_bytes() == b"mine"


@pytest.mark.parametrize(
    ("arguments", "status", "told"),
    [
        (["template", "new"], 2, "没有给出文件夹"),
        (["template", "new", ""], 2, "文件夹是空的"),
        (["template"], 2, "没有给出命令"),
        (["template", "neu", "副本"], 2, "是不是 new"),
        (["template", "new", "副本", "--theme", "没有"], 1, "没有这个主题"),
        (["template", "new", "讲话.txt"], 1, "讲话.txt"),
    ],
)
def test_what_is_called_wrongly_is_one_line_and_leaves_nothing(here, arguments, status, told, capsys):
    assert main(arguments) == status
    out, err = capsys.readouterr()
    assert out == ""
    assert told in err
    assert err.count("\n") == 1
    assert [path.name for path in here.iterdir()] == ["讲话.txt"]
