"""What is printed of the occasion: one reading of the head, and everybody prints that."""

import dataclasses
import re
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from briefscript import read_brief
from reportgen.checking.labels import known_facts, labels
from reportgen.planning.checklist import plan_checklist
from reportgen.planning.deck import plan_deck
from reportgen.planning.facts import Facts, Imprint
from reportgen.planning.handout import plan_handout
from reportgen.rendering.pptx import read_layouts
from reportgen.themes import standard

CASES = (Path(__file__).parents[1] / "fixtures" / "planning" / "imprints.txt").read_text("utf-8")
NAMES = [field.name for field in dataclasses.fields(Facts)]
USUAL = {"extent", "own_title_lines"}


def cases():
    for block in CASES.split("\n\n")[1:]:
        above, below = block.strip().split("\n----\n")
        name, *head = above.split("\n")
        stated = dict(line[2:].split(" ", 1) for line in head if line.startswith("--"))
        script = "\n".join(line for line in head if not line.startswith("--"))
        yield pytest.param(script, Facts(**stated), below.split("\n"), id=name)


def written(imprint):
    """The imprint as the fixture has it: what is empty is left out, and lines that only repeat the title."""
    for field in dataclasses.fields(Imprint):
        value = getattr(imprint, field.name)
        text = "／".join(part.strip() for part in value) if isinstance(value, tuple) else value
        if text and field.name not in USUAL and not (field.name == "title_lines" and text == imprint.title):
            yield f"{field.name}: {text}"


@pytest.mark.parametrize(("script", "facts", "expected"), list(cases()))
def test_what_is_printed(script, facts, expected):
    assert list(written(Imprint.of(read_brief(script).document, facts))) == expected


@pytest.mark.parametrize(
    ("genre", "label"),
    [("发言", "发言人"), ("报告", "报告人"), ("讲话", "讲话人")],
)
def test_who_speaks_is_called_after_the_genre(genre, label):
    document = read_brief(f"T 在会议上的{genre}\nP 我讲三点。\n").document
    assert Imprint.of(document, Facts()).speaker_label == label


def test_the_extent_counts_characters_sections_points_and_minutes():
    points = "2 （一）|抓进度|要抓好。||\n2 （二）|抓质量|要抓好。||\n"
    script = f"T 在会上的讲话\n1 一、|抓项目||\n{points}1 二、|抓队伍||\n"
    extent = Imprint.of(read_brief(script).document, Facts()).extent
    assert extent == "36 字 · 2 部分 · 2 要点 · 约 1 分钟"
    bare = Imprint.of(read_brief("P " + "我们要讲十个字一句的。" * 120).document, Facts())
    assert bare.extent == "1320 字 · 约 6 分钟"


def test_the_speechs_own_title_stays_its_own_under_another():
    document = read_brief("T 凝心聚力\nT 推动发展\n").document
    imprint = Imprint.of(document, Facts(title="在会上的讲话"))
    assert (imprint.title_lines, imprint.own_title_lines) == (("在会上的讲话",), ("凝心聚力", "推动发展"))


WORDS = st.text(st.sampled_from("张三李四县长局（）()—　 2024年月"), min_size=1, max_size=8)


@given(st.fixed_dictionaries({}, optional=dict.fromkeys(NAMES, WORDS)), WORDS, WORDS)
def test_what_is_stated_is_printed_as_it_is(stated, byline, date):
    document = read_brief(f"T 在会上的讲话\nB 甲{byline}\nD 乙{date}\n").document
    imprint = Imprint.of(document, Facts(**stated))
    assert {name: getattr(imprint, name) for name in stated} == stated
    own = Imprint.of(document, Facts())
    absent = set(NAMES) - stated.keys()
    assert {name: getattr(imprint, name) for name in absent} == {name: getattr(own, name) for name in absent}


@given(WORDS)
def test_dress_is_taken_off_whole_and_only_at_the_ends(words):
    document = read_brief(f"T 在会上的讲话\nD （甲{words}乙）\n").document
    imprint = Imprint.of(document, Facts())
    assert imprint.date_line == f"（甲{words}乙）"
    assert imprint.date in imprint.date_line
    assert imprint.date in (f"甲{words}乙", imprint.date_line)
    assert "\n" not in imprint.date


HEAD = "T 在全县防汛会议上的讲话\nB （张三）\nD （2024年3月5日）\nP 我讲三点。\n"


def test_handout_deck_and_checklist_print_the_same():
    brief, facts = read_brief(HEAD), Facts(unit="县水务局")
    said = dict(Imprint.of(brief.document, facts).rows)
    handout = {fact.name: fact.value for fact in plan_handout(brief, facts).front.facts}
    cover = plan_deck(brief, facts, read_layouts(standard().template("deck.pptx"))).slides[0]
    shown = [
        part for fill in cover.fills for para in fill.paras for part in re.split("[\n\u3000]", para.text)
    ]
    checklist = plan_checklist(brief, facts).basis.split("\u3000")
    assert handout == said
    for value in (said["讲话人"], said["单位"], said["日期"]):
        assert value in shown
        assert value in checklist


def test_what_is_printed_may_stand_in_a_file():
    brief, facts = read_brief(HEAD), Facts(title="在部署会上的讲话", unit="县水务局")
    known = known_facts(brief, facts)
    assert {"在部署会上的讲话", "县水务局", "张三", "2024年3月5日", "部署会", "全县防汛会议"} == set(known)
    ours = labels(brief, facts)
    assert {name for name, _ in Imprint.of(brief.document, facts).rows} <= ours
