"""Every layout of every shipped template, filled, written and opened again."""

import io
import re
import zipfile
from dataclasses import replace

import pptx
import pytest
from lxml import etree
from openpyxl import load_workbook
from openxml_audit import OpenXmlValidator
from pptx.oxml.ns import qn

from everylayout import CHART, PRINTED, TITLE, every_layout
from reportgen.checking import expected_deck
from reportgen.checking.matching import unmatched
from reportgen.planning.deck import Accent, AccentColour, AccentKind, Box, Deck, Fill, Para, Slide
from reportgen.planning.deck.needs import NEEDED
from reportgen.products import TEMPLATES, read_content
from reportgen.rendering.pptx import open_deck, render_deck
from reportgen.themes import Ratio, shipped, standard

FILES = [theme.folder / name for theme in shipped() for name in TEMPLATES if name.endswith(".pptx")]
DECORATIVE = "{http://schemas.microsoft.com/office/drawing/2017/decorative}decorative"
P14 = "{http://schemas.microsoft.com/office/powerpoint/2010/main}"
C = "{http://schemas.openxmlformats.org/drawingml/2006/chart}"


def named(path):
    return f"{path.parent.name}-{path.stem}"


@pytest.fixture(params=FILES, ids=named)
def template(request):
    """Each shipped template of a deck."""
    return open_deck(request.param)


@pytest.fixture(scope="module")
def usual():
    """The standard template."""
    return open_deck(standard().template("deck.pptx"))


@pytest.fixture(scope="module")
def data(usual):
    """Every layout, filled, in the standard template."""
    return render_deck(every_layout(), usual)


def parts(data, pattern):
    """The parts of a package whose names match, as trees, by name."""
    with zipfile.ZipFile(io.BytesIO(data)) as package:
        names = [name for name in package.namelist() if re.fullmatch(pattern, name)]
        return {name: etree.fromstring(package.read(name)) for name in names}


def slide_of(data, layout):
    """The written slide of a layout."""
    return next(one for one in pptx.Presentation(io.BytesIO(data)).slides if one.slide_layout.name == layout)


def is_drawn(shape):
    """Whether a shape is only drawn, and not read out."""
    return next(shape.element.iter(DECORATIVE), None) is not None


def one_slide(layout, *fills, **more):
    """A deck of one slide."""
    return Deck(TITLE, (Slide(layout, fills, **more),))


def test_there_are_three_looks_of_two_ratios():
    assert {path.parent.name for path in FILES} == {"red", "blue", "plain"}
    assert len(FILES) == 6


def test_all_templates_have_the_same_places(template, usual):
    assert {name: set(slots) for name, slots in template.layouts.slots.items()} == {
        name: set(slots) for name, slots in usual.layouts.slots.items()
    }


def test_type_is_as_large_in_all_templates(template, usual):
    for layout, slots in usual.layouts.slots.items():
        for name, slot in slots.items():
            assert template.layouts.slot(layout, name).levels == slot.levels, (layout, name)


def test_a_slide_has_the_sides_that_its_file_is_named_for(template):
    ratio = Ratio.OLD if "4x3" in template.path.name else Ratio.WIDE
    layouts = template.layouts
    assert layouts.width / layouts.height == pytest.approx(ratio.share)


def test_every_place_lies_on_the_slide(template):
    layouts = template.layouts
    for layout, slots in layouts.slots.items():
        for name, slot in slots.items():
            box = slot.box
            assert 0 <= box.left < box.right <= layouts.width + 0.1, (layout, name)
            assert 0 <= box.top < box.bottom <= layouts.height + 0.1, (layout, name)


def test_running_text_has_18_points_and_tables_15(template):
    for layout, slots in template.layouts.slots.items():
        for name, slot in slots.items():
            least = 15 if layout == "table" and name.endswith("样式") else 18
            assert min(level.size for level in slot.levels) >= least, (layout, name)


def test_the_validator_finds_nothing(template, tmp_path):
    path = tmp_path / "deck.pptx"
    path.write_bytes(render_deck(every_layout(), template))
    assert OpenXmlValidator().validate(path).errors == []


def test_the_same_deck_gives_the_same_bytes(usual, data):
    assert render_deck(every_layout(), usual) == data


def test_what_is_planned_is_read_again(data):
    expected = expected_deck(every_layout())
    odd = unmatched(read_content(data, "deck.pptx").placed, expected)
    assert (odd.missing, odd.over) == ((), ())


def test_all_words_are_chinese_to_a_spelling_checker(data):
    found = parts(data, r"ppt/(slides|notesSlides|charts)/[^/]+\.xml")
    runs = [run for tree in found.values() for run in tree.iter(qn("a:r"))]
    assert len(runs) > 100
    for run in runs:
        assert run.find(qn("a:rPr")).get("lang") == "zh-CN", etree.tostring(run)
    (main,) = parts(data, r"ppt/presentation\.xml").values()
    stated = [one.get("lang") for one in main.find(qn("p:defaultTextStyle")).iter(qn("a:defRPr"))]
    assert set(stated) == {"zh-CN"}


def test_the_title_is_read_out_first_and_all_else_in_the_order_of_the_plan(data):
    for plan, slide in zip(every_layout().slides, pptx.Presentation(io.BytesIO(data)).slides, strict=True):
        spoken = [
            shape.name
            for shape in slide.shapes
            if not is_drawn(shape) and shape.name not in {"页脚", "页码", "图", "清单"}
        ]
        assert spoken == [fill.slot for fill in plan.fills]
        assert slide.shapes.title.text_frame.text == plan.fills[0].paras[0].text


def test_a_table_and_a_chart_say_in_words_what_they_show(data):
    told = {
        shape.name: shape.element.nvGraphicFramePr.cNvPr.get("descr")
        for layout in ("table", "chart")
        for shape in slide_of(data, layout).shapes
        if shape.has_chart or shape.has_table
    }
    assert told == {
        "清单": "表格：1 行，各列为序号、重点任务、举措、责任单位、时限",
        "图": "柱形图：人均纯收入（元）。2021年 3416，2022年 5010，2023年 7340",
    }


class TestParts:
    """The parts of the file that PowerPoint shows slides in."""

    def listed(self, data):
        (main,) = parts(data, r"ppt/presentation\.xml").values()
        slides = [one.get("id") for one in main.find(qn("p:sldIdLst"))]
        return [
            (one.get("name"), [slides.index(at.get("id")) for at in one.iter(f"{P14}sldId")])
            for one in main.iter(f"{P14}section")
        ]

    def of(self, names, template):
        slide = Slide("closing", (Fill("标题", (Para("谢谢"),)),))
        return self.listed(
            render_deck(Deck(TITLE, tuple(replace(slide, section=name) for name in names)), template)
        )

    def test_slides_of_one_part_stand_together(self, usual):
        assert self.of(["开篇", "一", "一", "二"], usual) == [("开篇", [0]), ("一", [1, 2]), ("二", [3])]

    def test_a_slide_without_a_part_goes_to_the_one_before(self, usual):
        assert self.of(["一", "", "二"], usual) == [("一", [0, 1]), ("二", [2])]

    def test_slides_before_the_first_part_are_in_one_as_powerpoint_calls_it(self, usual):
        assert self.of(["", "一"], usual) == [("默认节", [0]), ("一", [1])]

    def test_without_parts_there_is_no_list(self, usual):
        assert self.of(["", ""], usual) == []

    def test_two_parts_of_one_name_have_numbers_of_their_own(self, usual):
        deck = [
            replace(one, section=name) for one, name in zip(every_layout().slides, "甲乙甲", strict=False)
        ]
        (main,) = parts(render_deck(Deck(TITLE, tuple(deck)), usual), r"ppt/presentation\.xml").values()
        numbers = [one.get("id") for one in main.iter(f"{P14}section")]
        assert len(set(numbers)) == len(numbers) == 3


class TestChart:
    """A chart that is edited in PowerPoint like any other."""

    def drawn(self, plan, template):
        data = render_deck(one_slide("chart", Fill("标题", (Para("收入"),)), chart=plan), template)
        (slide,) = pptx.Presentation(io.BytesIO(data)).slides
        return next(shape.chart for shape in slide.shapes if shape.has_chart), data

    def test_its_data_are_those_of_the_speech(self, usual):
        chart, _ = self.drawn(CHART, usual)
        assert tuple(chart.plots[0].categories) == CHART.labels
        assert tuple(chart.plots[0].series[0].values) == CHART.values
        sheet = load_workbook(io.BytesIO(chart.part.chart_workbook.xlsx_part.blob)).active
        assert [[cell.value for cell in row] for row in sheet.rows] == [
            [None, "人均纯收入（元）"],
            *([label, value] for label, value in zip(CHART.labels, CHART.values, strict=True)),
        ]

    def test_the_last_column_stands_out(self, usual):
        chart, _ = self.drawn(CHART, usual)
        series = chart.plots[0].series[0]
        last = series.points[len(CHART.values) - 1].format.fill.fore_color.theme_color
        assert (str(series.format.fill.fore_color.theme_color), str(last)) == ("ACCENT_3 (7)", "ACCENT_1 (5)")

    def test_numbers_stand_above_the_columns_and_no_grid_behind_them(self, usual):
        chart, _ = self.drawn(CHART, usual)
        assert chart.plots[0].series[0].data_labels.show_value
        assert not chart.value_axis.has_major_gridlines
        assert not chart.value_axis.visible
        assert not chart.has_legend

    def test_columns_begin_at_nothing(self, usual):
        assert self.drawn(CHART, usual)[0].value_axis.minimum_scale == 0

    def test_losses_go_below_the_line(self, usual):
        plan = replace(CHART, values=(-3.0, 5.0, 2.0), texts=("-3", "5", "2"))
        assert self.drawn(plan, usual)[0].value_axis.minimum_scale is None

    @pytest.mark.parametrize("plan", [CHART, PRINTED], ids=["plain", "printed"])
    def test_numbers_are_printed_as_the_speech_has_them(self, plan, usual):
        _, data = self.drawn(plan, usual)
        placed = read_content(data, "deck.pptx").placed
        units = {}
        for one in placed:
            units.setdefault(one.unit, []).append(one.text)
        pairs = [list(pair) for pair in zip(plan.labels, plan.texts, strict=True)]
        assert [texts for texts in units.values() if texts[0] in plan.labels] == pairs

    def test_type_is_that_of_the_layout(self, usual):
        _, data = self.drawn(PRINTED, usual)
        (tree,) = parts(data, r"ppt/charts/[^/]+\.xml").values()
        sizes = {one.get("sz") for one in tree.iter(qn("a:defRPr"), qn("a:rPr")) if one.get("sz")}
        assert sizes == {str(round(level.size * 100)) for level in usual.layouts.slot("chart", "图").levels}
        fonts = {one.get("typeface") for one in tree.iter(qn("a:ea"))}
        assert fonts == {"+mn-ea"}

    def test_its_axes_have_numbers_that_the_standard_allows(self, usual):
        _, data = self.drawn(CHART, usual)
        (tree,) = parts(data, r"ppt/charts/[^/]+\.xml").values()
        assert all(int(one.get("val")) > 0 for one in tree.iter(f"{C}axId", f"{C}crossAx"))


class TestAccents:
    """Shapes without words."""

    def test_each_has_its_shape_and_is_silent(self, data):
        shapes = {
            layout: [
                shape.element.find(f".//{qn('a:prstGeom')}").get("prst")
                for shape in slide_of(data, layout).shapes
                if shape.name.startswith("线") and is_drawn(shape)
            ]
            for layout in ("section", "list", "contrast")
        }
        assert shapes == {
            "section": ["rect", "rect", "rect"],  # the goal's edge, two dots
            "list": ["ellipse", "rect"],
            "contrast": ["homePlate"],
        }

    def test_an_arrow_is_all_tip(self, data):
        (arrow,) = [one for one in slide_of(data, "contrast").shapes if one.name.startswith("线")]
        assert arrow.adjustments[0] == pytest.approx(1)

    def test_what_stands_back_on_a_dark_ground_is_seen_through(self, data):
        alphas = [
            [one.get("val") for one in shape.element.iter(qn("a:alpha"))]
            for shape in slide_of(data, "section").shapes
            if shape.name.startswith("线")
        ]
        assert sorted(alphas) == [[], [], ["35000"]]

    def test_a_disc_is_below_its_number_and_a_bar_above_its_card(self, data):
        names = [shape.name for shape in slide_of(data, "list").shapes]
        drawn = [one for one in names if one.startswith("线")]
        assert names.index(drawn[0]) < names.index("圆号1") < names.index("目标") < names.index(drawn[1])

    def test_kinds_are_told_by_their_names(self):
        assert [kind.value for kind in AccentKind] == ["bar", "card", "disc", "arrow"]

    def test_a_card_is_below_the_words_that_stand_on_it(self, template):
        box = Box(100, 120, 300, 200)
        fills = (Fill("标题", (Para("关键数字"),)), Fill("数值1", (Para("98%"),), box))
        accents = (Accent(box, AccentColour.CARD, AccentKind.CARD), Accent(box, AccentColour.SECOND))
        deck = Deck("讲话", (Slide("numbers", fills, accents),))
        (slide,) = pptx.Presentation(io.BytesIO(render_deck(deck, template))).slides
        names = [shape.name for shape in slide.shapes]
        card, bar = (at for at, name in enumerate(names) if name.startswith("线"))
        assert card < names.index("数值1") < bar
        fill = next(slide.shapes[card].element.iter(qn("a:fillRef")))
        assert [one.get("val") for one in fill] == ["bg2"]


def test_the_column_that_stands_out_is_the_one_that_is_planned(template):
    for main, drawn in ((0, 0), (None, 2)):
        chart = replace(CHART, main=main)
        deck = Deck("讲话", (Slide("chart", (Fill("标题", (Para("数据"),)),), chart=chart),))
        (slide,) = pptx.Presentation(io.BytesIO(render_deck(deck, template))).slides
        (frame,) = [shape for shape in slide.shapes if shape.has_chart]
        fills = frame.chart.plots[0].series[0]._element.findall(qn("c:dPt"))
        assert [int(one.find(qn("c:idx")).get("val")) for one in fills] == [drawn]


class TestEdges:
    """The lines at the edges of cards, which the template has and the card takes along."""

    def edge(self, layout, slot, box, template):
        fills = (Fill("标题", (Para("落实"),)), Fill(slot, (Para("抓好落实"),), box))
        (slide,) = pptx.Presentation(io.BytesIO(render_deck(one_slide(layout, *fills), template))).slides
        (shape,) = [one for one in slide.shapes if one.name.startswith("线")]
        return tuple(round(one.pt, 1) for one in (shape.left, shape.top, shape.width, shape.height))

    def test_a_bar_at_the_left_is_as_tall_as_its_card(self, template):
        assert self.edge("terms", "提法1", Box(100, 120, 300, 200), template) == (100, 120, 3.8, 200)

    def test_a_line_on_top_is_as_wide_as_its_card(self, template):
        assert self.edge("feature", "条1", Box(100, 120, 300, 200), template) == (100, 120, 300, 3)

    def test_a_card_that_stays_has_its_line_where_the_layout_has_it(self, template):
        box = template.layouts.slot("list", "目标").box
        left, top, _, tall = self.edge("list", "目标", None, template)
        assert (left, top, tall) == tuple(round(one, 1) for one in (box.left, box.top, box.height))

    def test_a_card_that_is_empty_has_none(self, usual):
        data = render_deck(one_slide("terms", Fill("标题", (Para("落实"),))), usual)
        (slide,) = pptx.Presentation(io.BytesIO(data)).slides
        assert [one.name for one in slide.shapes if one.name.startswith("线")] == []

    def test_a_template_without_the_line_draws_none(self, usual, tmp_path):
        own = pptx.Presentation(str(usual.path))
        for layout in own.slide_layouts:
            for shape in list(layout.placeholders):
                if shape.name.endswith("边"):
                    shape.element.getparent().remove(shape.element)
        own.save(str(tmp_path / "deck.pptx"))
        data = render_deck(every_layout(), open_deck(tmp_path / "deck.pptx"))
        assert [one.name for one in slide_of(data, "terms").shapes if one.name.startswith("线")] == []


def test_a_step_is_a_chevron_in_every_program_and_keeps_its_type(data, usual):
    (step,) = [one for one in slide_of(data, "steps").shapes if one.name == "阶段1"]
    assert not step.is_placeholder, "LibreOffice draws placeholders as rectangles"
    assert step.element.spPr.find(qn("a:prstGeom")).get("prst") == "homePlate"
    size = step.element.find(f".//{qn('a:lvl1pPr')}/{qn('a:defRPr')}").get("sz")
    assert int(size) / 100 == usual.layouts.slot("steps", "阶段1").levels[0].size


def test_a_step_that_is_moved_keeps_its_shape(usual):
    fills = (Fill("标题", (Para("落实"),)), Fill("阶段2", (Para("年底前"),), Box(300, 110, 280, 66)))
    (slide,) = pptx.Presentation(io.BytesIO(render_deck(one_slide("steps", *fills), usual))).slides
    (step,) = [one for one in slide.shapes if one.name == "阶段2"]
    assert (step.left.pt, step.width.pt) == (300, 280)
    assert step.element.spPr.find(qn("a:prstGeom")).get("prst") == "chevron"


@pytest.mark.parametrize("mask", ["**", "××", "某某", "【待补：县名】"])
def test_what_is_to_be_filled_in_is_dotted(mask, usual):
    data = render_deck(one_slide("closing", Fill("标题", (Para(f"建设法治{mask}样板"),))), usual)
    (slide,) = pptx.Presentation(io.BytesIO(data)).slides
    runs = slide.shapes.title.text_frame.paragraphs[0].runs
    assert [run.text for run in runs] == ["建设法治", mask, "样板"]
    dotted = [run._r.rPr.get("u") for run in runs]
    assert dotted == [None, "dottedHeavy", None]
    assert runs[1].font.size is None, "never larger than what stands around it"


def test_layouts_of_the_gallery_are_those_that_planning_may_fill(usual):
    assert list(usual.layouts.slots) == list(NEEDED)
