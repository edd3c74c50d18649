"""``deck.toml``: what is written of a template, what a person may correct, and what is wrong with it."""

import re
from pathlib import Path

import pytest

import foreign
from corpus import CORPUS
from reportgen.errors import TemplateError
from reportgen.planning.deck import plan_deck
from reportgen.planning.facts import Facts
from reportgen.rendering.pptx import open_deck, render_deck
from reportgen.rendering.pptx.surveying import adopted_deck, survey_deck
from speech import brief_of

SPEECH = (Path(__file__).parents[1] / "fixtures" / "deck" / "normal.txt").read_text("utf-8")


@pytest.fixture
def path(tmp_path):
    path = tmp_path / "deck.pptx"
    path.write_bytes(foreign.plain())
    return path


def made(path):
    template = open_deck(path)
    return render_deck(plan_deck(brief_of(SPEECH), Facts(), template.layouts), template)


def corrected(path, text):
    path.with_suffix(".toml").write_text(text, "utf-8")
    return foreign.slides_of(made(path))


def test_what_is_written_changes_nothing(path):
    before = made(path)
    path.with_suffix(".toml").write_text(adopted_deck(path).corrections, "utf-8")
    assert made(path) == before


def test_placeholders_of_one_name_are_written_by_their_places(path):
    """A name would mean the first of them."""
    same = foreign.changed(
        path.read_bytes(),
        r"ppt/slideLayouts/slideLayout[12]\.xml",
        lambda text: re.sub(r'name="(Title|Subtitle|Content Placeholder) \d"', 'name="文本"', text),
    )
    path.write_bytes(same)
    before, written = made(path), adopted_deck(path).corrections
    assert '"文本"' not in written
    path.with_suffix(".toml").write_text(written, "utf-8")
    assert made(path) == before


def test_another_layout_is_taken(path):
    slides = corrected(
        path, '[content]\nlayout = "Title Only"\nturns = []\n[cover]\nlayout = "Section Header"\n'
    )
    assert slides[0].slide_layout.name == "Section Header"
    assert {slide.slide_layout.name for slide in slides[1:-1]} == {"Title Only"}


def test_a_single_kind_of_slide_has_a_layout_of_its_own(path):
    slides = corrected(path, '[roles]\noverview = "Blank"\n')
    assert slides[1].slide_layout.name == "Blank"


def test_words_go_where_a_box_says(path):
    slides = corrected(
        path, "[content]\nroom = [100.0, 60.0, 220.0, 110.0]\n[cover]\ntitle = [20, 30, 200, 50]\n"
    )
    title = next(shape for shape in slides[0].shapes if shape.name in {"标题", "长标题"})
    assert (title.left, title.top) == pytest.approx((720_000, 1_080_000), abs=20_000)
    words = [shape for shape in slides[1].shapes if not shape.is_placeholder and shape.has_text_frame]
    assert min(shape.left for shape in words) >= 3_590_000


def test_a_main_colour_is_taken(path):
    slides = corrected(path, '[colours]\nmain = "7A0C12"\n')
    assert "7A0C12" in slides[1].part.blob.decode()


WRONG = {
    "[cover\n": "对照表第 1 行写错了，读不懂",
    "[content]\nturns = []\nlayout = Title\n": "对照表第 3 行写错了，读不懂",
    "cover = 3\n": "cover 应单独成行，写作 [cover]",
    '[[cover]]\nlayout = "x"\n': "cover 应单独成行，写作 [cover]",
    "[covre]\n": "没有 [covre] 这一项，是否写成了 cover",
    '[cover]\nlayot = "x"\n': "没有 [cover] layot 这一项，是否写成了 layout",
    "[cover]\nsample = -1\n": "[cover] sample 应为样例的序号",
    "[cover]\nsample = true\n": "[cover] sample 应为样例的序号",
    "[cover]\nsample = 3\n": "[cover] 没有第 3 张样例幻灯片",
    '[content]\nlayout = "Title Onyl"\n': "没有版式“Title Onyl”，是否写成了“Title Only”",
    '[content]\ntitle = "标题 9"\n': "没有占位符“标题 9”（现有“",
    "[content]\nroom = [1, 2, 3]\n": "[content] room 应为 [左, 上, 宽, 高]",
    "[content]\nroom = [1, 2, -3, 4]\n": "[content] room 应为 [左, 上, 宽, 高]",
    "[content]\nroom = [0, 0, inf, 100]\n": "[content] room 应为 [左, 上, 宽, 高]",
    "[content]\nroom = [nan, 0, 300, 100]\n": "[content] room 应为 [左, 上, 宽, 高]",
    "[content]\nroom = [100, 60, 300, 110]\n": "room 伸到页面外面去了（页面 338.7 × 190.5 毫米）",
    "[content]\nroom = [20, 60, 100, 110]\n": "room 太小，至少宽 187 毫米、高 96 毫米",
    "[content]\ntitle = [20, -20, 200, 30]\n": "[content] title 伸到页面外面去了",
    "[cover]\ntitle = [20, 20, 9, 3]\n": "[cover] title 太小，至少宽 39 毫米、高 9 毫米",
    '[cover]\ntitle = "Title 1"\nsubtitle = "Title 1"\n': "[cover] 占位符“Title 1”写了两次",
    '[roles]\ncover = "Blank"\n': "没有 [roles] cover 这一项",
    "[content]\nlayout = 3\n": "[content] layout 应为版式的名称",
    "[content]\nturns = 3\n": "[content] turns 应为版式名称的列表",
    '[colours]\nmain = "red"\n': "[colours] main 应写作 RRGGBB",
    '[roles]\ntabel = "Blank"\n': "没有 [roles] tabel 这一项，是否写成了 table",
}


@pytest.mark.parametrize(("text", "told"), WRONG.items())
def test_each_mistake_is_told_in_one_line(path, text, told):
    with pytest.raises(TemplateError) as caught:
        corrected(path, text)
    assert told in str(caught.value)
    assert str(path.with_suffix(".toml")) in str(caught.value)
    assert "\n" not in str(caught.value)


def test_a_survey_tells_what_serves_for_what(path):
    survey = survey_deck(path)
    by_role = {one.role: one for one in survey.uses}
    assert by_role["封面"].served == "版式“Title Slide”"
    assert "版式“Title and Content”" in by_role["有标题的各页"].served
    assert "正文约" in by_role["有标题的各页"].room
    assert any("竖排" in one for one in survey.remarks)
    assert not survey.obstacle


def test_a_survey_says_what_is_drawn_since_nothing_serves(tmp_path):
    path = tmp_path / "deck.pptx"
    path.write_bytes(foreign.plain(change=foreign.keep_layouts))
    survey = survey_deck(path)
    assert "画成文本框" in survey.uses[0].note
    assert not survey.obstacle


def test_a_file_in_another_encoding_is_told(path):
    path.with_suffix(".toml").write_bytes('[content]\nlayout = "仅标题"\n'.encode("gbk"))
    with pytest.raises(TemplateError) as caught:
        open_deck(path)
    assert "对照表不是 UTF-8 编码的" in str(caught.value)


def test_an_editor_s_mark_of_the_encoding_does_no_harm(path):
    slides = corrected(path, '\ufeff[colours]\nmain = "7A0C12"\n')
    assert "7A0C12" in slides[1].part.blob.decode()


def test_title_and_subtitle_change_places(path):
    usual = {shape.name: shape.top for shape in foreign.slides_of(made(path))[0].shapes}
    slides = corrected(path, '[cover]\ntitle = "Subtitle 2"\nsubtitle = "Title 1"\n')
    tops = {shape.name: shape.top for shape in slides[0].shapes}
    assert usual["标题"] < usual["副标题"]
    assert tops["标题"] > tops["副标题"]


def test_another_sample_is_taken(tmp_path):
    def sampled(made):
        foreign.keep_layouts(made, 6)
        for number, colour in enumerate(("0B6E6E", "0B6E6E", "0B6E6E", "7A0C12", "7A0C12")):
            slide = made.slides.add_slide(made.slide_layouts[0])
            foreign.bar(slide, (0, 0 if colour == "0B6E6E" else 0.05, 13.333, 0.9), colour)
            foreign.words(slide, f"样例{number}", (0.5, 0.1, 8, 0.7), 28)

    path = tmp_path / "deck.pptx"
    path.write_bytes(foreign.plain(change=sampled))
    assert "0B6E6E" in foreign.slides_of(made(path))[1].part.blob.decode()
    slide = corrected(path, "[content]\nsample = 4\n")[1]
    bars = [shape for shape in slide.shapes if shape.name == "色块"]
    assert [str(shape.fill.fore_color.rgb) for shape in bars] == ["7A0C12"]


def test_layouts_that_are_named_take_turns(path):
    slides = corrected(path, '[content]\nlayout = "Title Only"\nturns = ["Two Content", "Comparison"]\n')
    names = [slide.slide_layout.name for slide in slides[1:-1]]
    assert names[:3] == ["Title Only", "Two Content", "Comparison"]


@pytest.mark.corpus
def test_what_is_written_of_templates_of_all_the_world_is_what_was_found(tmp_path):
    for wild in sorted((CORPUS.parent / "templates-wild").glob("t*.pptx")):
        path = tmp_path / wild.name
        path.write_bytes(wild.read_bytes())
        before = open_deck(path)
        path.with_suffix(".toml").write_text(adopted_deck(path).corrections, "utf-8")
        assert open_deck(path).layouts == before.layouts, wild.name
        path.with_suffix(".toml").unlink()
