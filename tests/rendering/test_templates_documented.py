"""What docs/templates.md tells is what there is: tags, layouts, placeholders, keys; and its examples work."""

import io
import re
from pathlib import Path

import docx
import pytest

from deckcheck import LAYOUTS
from ownhandout import TEMPLATE, with_tags
from reportgen.planning.deck import Layouts, plan_deck
from reportgen.planning.deck.needs import NEEDED
from reportgen.planning.facts import Facts
from reportgen.planning.handout import plan_handout
from reportgen.planning.onepage import plan_onepage
from reportgen.rendering.docx import open_handout, render_handout
from reportgen.rendering.docx.context import context, page_context
from reportgen.rendering.docx.language import FILTERS
from reportgen.rendering.docx.places import texts
from reportgen.rendering.docx.tags import HANDOUT, PAGE
from reportgen.rendering.xlsx.keys import KEYS
from speech import brief_of

ROOT = Path(__file__).parents[2]
DOCUMENT = (ROOT / "docs" / "templates.md").read_text("utf-8")
FIXTURES = ROOT / "tests" / "fixtures"
HANDOUT_PART = DOCUMENT.partition("## `handout.docx`")[2].partition("\n## ")[0]
PAGE_PART = DOCUMENT.partition("## `onepage.docx`")[2].partition("\n## ")[0]
EXAMPLES = re.findall(r"```text\n(.*?)```", DOCUMENT, re.DOTALL)


def rows(columns, text=DOCUMENT):
    """The rows of a text's tables of so many columns that begin with a code, by that code."""
    cells = (line.strip("| ").split(" | ") for line in text.splitlines() if line.startswith("| `"))
    return {row[0].strip("`"): row[1:] for row in cells if len(row) == columns}


def paths(value, at=""):
    """The paths of all single values in what a template is given."""
    if isinstance(value, dict):
        return {path for key, one in value.items() for path in paths(one, f"{at}.{key}" if at else key)}
    if isinstance(value, list):
        return {path for one in value for path in paths(one, f"{at}[]")}
    return {at}


def crowded(sections, points):
    """A speech of so many sections and points that the framework has another shape."""
    words = "扎实推进重点领域改革攻坚切实增强高质量发展的内生动力"
    lines = ["T 讲话", "P 讲。"]
    for number in range(sections):
        lines.append(f"1 第{number + 1}部分　|{words}|{words}。")
        lines += [f"2 一是|{words[: 8 + point]}|{words}。" for point in range(points)]
    return "\n".join(lines) + "\n"


STATED = """在全市推进会上的讲话

同志们：
一、抓好项目建设
要加快推进在建项目，由市发改委牵头，6月底前完成。要持续深化“放管服”改革。
"""
"""A speech that says who and by when, with a phrase whose meaning is known."""


@pytest.fixture
def given(written_brief):
    """What the renderer gives to templates, over speeches of every shape."""
    scripts = ("plain", "bare", "deep", crowded(6, 5))
    briefs = (*map(written_brief, scripts), brief_of(STATED))
    found = [paths(context(plan_handout(brief, Facts()))) for brief in briefs]
    return set().union(*found)


def test_the_tags_are_those_that_the_renderer_gives(given):
    assert set(HANDOUT.printed) == given


def test_the_tags_of_the_one_page_are_those_that_the_renderer_gives(written_brief):
    found = [
        paths(page_context(plan_onepage(written_brief(one), Facts())))
        for one in ("plain", crowded(2, 2), crowded(80, 1))
    ]
    assert set(PAGE.printed) == set().union(*found)


def test_the_documented_tags_are_those_that_there_are():
    told = {path: said[0] for path, said in rows(2, HANDOUT_PART).items()}
    assert told == HANDOUT.printed
    assert {path: said[0] for path, said in rows(2, PAGE_PART).items()} == PAGE.printed


def test_the_documented_filters_are_those_that_there_are():
    (line,) = (line for line in DOCUMENT.splitlines() if "可用的有：" in line)
    assert tuple(re.findall(r"`(\w+)`", line.split("可用的有：")[1].split("。")[0])) == FILTERS


def test_every_tag_of_the_shipped_template_is_documented():
    for part in texts(docx.Document(str(TEMPLATE))):
        for tag in part.tags:
            name = re.search(r"\{\{ (\w+)|(?:if|in) (\w+)", tag.plain)
            known = (
                *HANDOUT.fields(""),
                *[
                    "fact",
                    "row",
                    "one",
                    "line",
                    "point",
                    "block",
                    "piece",
                    "task",
                    "loop",
                    "not",
                ],
            )
            assert not name or (name[1] or name[2]) in known


def test_lists_are_told_from_single_values():
    assert [name for name in HANDOUT.fields("") if HANDOUT.is_list(name)] == [
        *(
            "facts",
            "framework",
            "abstract",
            "measures",
            "digest",
            "terms",
            "record",
            "tasks",
            "original",
        )
    ]


@pytest.mark.parametrize("example", EXAMPLES)
def test_the_examples_work(example, written_brief, tmp_path):
    path = with_tags(tmp_path / "handout.docx", *example.splitlines())
    template = open_handout(path)
    data = render_handout(plan_handout(written_brief("plain"), Facts(), template.sheet), template)
    assert docx.Document(io.BytesIO(data)).paragraphs


def test_the_documented_layouts_are_those_that_there_are():
    told = {
        name: tuple(re.findall(r"`([^`]+)`", said[1])) for name, said in rows(3).items() if name in NEEDED
    }
    assert told == NEEDED
    assert list(LAYOUTS.slots) == list(NEEDED)
    for layout, names in NEEDED.items():
        assert set(names) <= set(LAYOUTS.slots[layout])


class Recording(Layouts):
    """Layouts that note what is asked of them."""

    asked: set[tuple[str, str]] = set()  # noqa: RUF012  one for all

    def slot(self, layout, name):
        self.asked.add((layout, name))
        return super().slot(layout, name)


def test_planning_asks_for_nothing_but_what_is_documented():
    layouts = Recording(LAYOUTS.path, LAYOUTS.slots)
    for path in sorted((FIXTURES / "deck").glob("*.txt")):
        text = path.read_text("utf-8")
        if not text.startswith("#"):
            plan_deck(brief_of(text), Facts(), layouts)
    needed = {(layout, name) for layout, names in NEEDED.items() for name in names}
    numbered = {(layout, re.sub(r"\d+$", "1", name)) for layout, name in Recording.asked}
    assert len(Recording.asked) > 30
    assert numbered <= needed


def test_the_documented_keys_are_those_that_there_are():
    told = {key: said[0] for key, said in rows(2).items() if key.startswith("[")}
    assert told == {
        f"[{table}] {name}": key.sets for table, keys in KEYS.items() for name, key in keys.items()
    }


@pytest.mark.parametrize("readme", ["README.md", "README.zh.md"])
def test_the_readme_leads_there(readme):
    assert "(docs/templates.md)" in (ROOT / readme).read_text("utf-8")
