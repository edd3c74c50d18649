"""The sides of slides: as asked for, as the template has them, and never ours for somebody's own."""

import shutil

import pptx
import pytest

import reportgen
from reportgen.choices import chosen_ratio
from reportgen.cli import main
from reportgen.errors import TemplateError, UsageError
from reportgen.products import PRODUCTS, opened
from reportgen.themes import Ratio, Theme, shipped, standard

DECK = next(product for product in PRODUCTS if product.kind == "pptx")
TEXT = "在会上的讲话\n同志们：\n一、加强学习\n一是要抓好落实。二是要建立台账。\n二、加强管理\n要完善制度。\n"


@pytest.fixture
def speech(tmp_path):
    path = tmp_path / "讲话.txt"
    path.write_text(TEXT, "utf-8")
    return path


@pytest.fixture
def own(tmp_path):
    """A folder of somebody's own, empty."""
    folder = tmp_path / "本单位"
    folder.mkdir()
    return Theme("本单位", folder)


def copied(theme, name, as_name=None):
    """Put a template of ours into a folder, perhaps by another name."""
    target = theme.folder / (as_name or name)
    shutil.copy(standard().folder / name, target)
    return target


def sides(path):
    deck = pptx.Presentation(str(path))
    return deck.slide_width.pt, deck.slide_height.pt


@pytest.mark.parametrize("written", ["4:3", "4：3", " 4 : 3 ", "4x3", "4×3", "4比3"])
def test_a_ratio_is_understood_however_it_is_written(written):
    assert chosen_ratio(written) is Ratio.OLD


def test_without_a_word_the_template_decides():
    assert chosen_ratio(None) is None


@pytest.mark.parametrize("written", ["", "16:10", "3:4", "宽屏"])
def test_another_ratio_is_refused_with_those_there_are(written):
    with pytest.raises(UsageError, match=r"可写 16:9、4:3") as told:
        chosen_ratio(written)
    assert "--ratio" in str(told.value)


@pytest.mark.parametrize("theme", shipped(), ids=lambda theme: theme.name)
@pytest.mark.parametrize(("ratio", "width"), [(None, 960), ("16:9", 960), ("4:3", 720)])
def test_each_shipped_theme_has_both(theme, ratio, width, speech, tmp_path):
    built = reportgen.build(speech, output=tmp_path / "out", only="pptx", theme=theme.name, ratio=ratio)
    assert sides(built.outputs[0].written.path) == (width, 540)


def test_a_deck_of_either_ratio_is_as_its_speech(speech, tmp_path):
    built = reportgen.build(speech, output=tmp_path / "out", only="pptx", ratio="4:3")
    found = reportgen.verify([one.written.path for one in built.outputs], source=speech, ratio="4:3")
    assert found.status == 0


def test_a_template_of_ones_own_goes_before_ours(own):
    mine = copied(own, "deck-4x3.pptx")
    assert DECK.template_in(own, Ratio.OLD) == mine
    assert DECK.template_in(own) == mine, "it is the only deck that they have"


def test_of_two_templates_the_one_that_is_asked_for_is_taken(own):
    wide, old = copied(own, "deck.pptx"), copied(own, "deck-4x3.pptx")
    assert (DECK.template_in(own), DECK.template_in(own, Ratio.WIDE), DECK.template_in(own, Ratio.OLD)) == (
        wide,
        wide,
        old,
    )


def test_a_theme_without_a_deck_takes_the_standard_ones(own):
    assert DECK.template_in(own, Ratio.OLD) == standard().folder / "deck-4x3.pptx"
    assert DECK.template_in(own) == standard().folder / "deck.pptx"


def test_ones_own_look_is_not_left_for_ours_without_a_word(own):
    mine = copied(own, "deck.pptx")
    with pytest.raises(TemplateError) as told:
        opened([DECK], own, Ratio.OLD)
    assert str(mine) in str(told.value)
    assert "不是 4:3 的（960 × 540 磅）" in str(told.value)
    assert "另存为 deck-4x3.pptx" in str(told.value)


def test_ones_own_deck_that_has_the_sides_already_is_taken(own):
    copied(own, "deck-4x3.pptx", "deck.pptx")
    assert opened([DECK], own, Ratio.OLD)[DECK].layouts.width == 720
    assert opened([DECK], own)[DECK].layouts.width == 720


def test_other_files_do_not_ask_for_a_ratio(speech, tmp_path):
    built = reportgen.build(speech, output=tmp_path / "out", only="xlsx", ratio="4:3")
    assert len(built.outputs) == 1


def test_the_command_line_tells_the_same(speech, tmp_path, capsys):
    assert main(["build", str(speech), "-o", str(tmp_path / "out"), "--only", "pptx", "--ratio", "4：3"]) == 0
    assert sides(next((tmp_path / "out").glob("*.pptx"))) == (720, 540)
    assert main(["build", str(speech), "--ratio", "5:4"]) == 2
    assert "--ratio 不认识“5:4”" in capsys.readouterr().err
