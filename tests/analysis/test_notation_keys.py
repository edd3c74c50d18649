"""No field of a brief is forgotten: each is written, read back, given to programs, and counts as said."""

import json
from dataclasses import fields, is_dataclass, make_dataclass, replace

import pytest
from hypothesis import given
from hypothesis import strategies as st

from reportgen.analysis import (
    Brief,
    Editorial,
    Facts,
    Figure,
    Goal,
    Kind,
    Line,
    Measure,
    Part,
    Role,
    Series,
    SeriesPoint,
    Task,
    Term,
    lines,
)
from reportgen.analysis.notation import dump, load, names, to_json
from reportgen.analysis.notation.keys import AROUND, FACTS, SPOKEN, STATED, TOP, head, keyed
from reportgen.analysis.notation.parts import _KEYS as PART_KEYS
from reportgen.outline import Document
from reportgen.source import Passage
from speech import brief_of

TEXT = """在全县工作会议上的讲话
县长　张三
（2024年3月5日）

同志们：
要坚持稳中求进，推动全县经济高质量发展。参保人口从2019年的12万人增加到2024年的18万人，同比增长8.5%。

一、加强组织领导
（一）建立工作机制
要深化“三进三帮”行动，让群众满意。由县发改局牵头，6月底前完成。
谢谢大家。
"""
BRIEF = brief_of(TEXT)
# What no list of the file says: the speech is written at its end, a node by its place, what a set phrase
# stands for is looked up again; the outline and the checklist repeat headings and lines.
ELSEWHERE = {
    (Brief, "document"),
    (Brief, "weights"),
    (Part, "node"),
    (Task, "node"),
    (Term, "meaning"),
    (Term, "source"),
}


def passage(words, behind=""):
    at = TEXT.index(behind + words) + len(behind)
    return BRIEF.document.source.passage(at, at + len(words))


def other(value, name, hint):
    """Another value of the same type."""
    if isinstance(value, Kind | Role | bool):
        return next(one for one in (*Kind, *Role, True, False) if type(one) is type(value) and one != value)
    if hint is Facts:
        return Facts(unit="县委办")
    if (
        name in {"text", "value", "unit", "title", "label", "measured", "change", "period"}
        and hint is not str
    ):
        return passage("县发改局")
    if isinstance(value, tuple):
        return () if value else (Editorial("另加的话"),)
    if hint in (str, str | None):
        return "另写的字"
    return Editorial("另写的话")


def everything():
    """A brief with something in every field."""
    owner = Editorial("县水务局")
    measure = Measure(Editorial("建台账"), Kind.DONE, owner, Editorial("年底前"))
    around = map(passage, ("参保人口", "增长", "2019年"))
    figure = Figure(
        passage("12万"), passage("人", "12万"), Editorial("参保"), *around, Role.RESULT, is_big=True
    )
    point = SeriesPoint(passage("2019年"), passage("12万"))
    series = Series(passage("参保人口"), (point,), passage("人", "12万"), Editorial("参保"))
    part = BRIEF.parts[0]
    part = replace(
        part,
        summary=Editorial("概括"),
        lead=(Editorial("导语"),),
        measures=(measure,),
        goals=(Goal(Editorial("让人满意")),),
    )
    task = Task(
        part.node, Editorial("任务"), (replace(measure, owner=None),), (Goal(Editorial("目标")),), "第一部分"
    )
    return Brief(
        BRIEF.document,
        Editorial("要义"),
        (Editorial("短语"),),
        (Editorial("摘要"),),
        (part,),
        (Term(passage("三进三帮"), Editorial("原句")),),
        (figure,),
        (task,),
        Facts("另题", "另人", "县府", "五月"),
        (series,),
    )


FULL = everything()


def inside(value):
    """Every dataclass in a brief, with a way to put another in its place."""
    if isinstance(value, tuple):
        for at, one in enumerate(value):
            for found, put in inside(one):
                yield found, lambda new, at=at, put=put: (*value[:at], put(new), *value[at + 1 :])
    elif is_dataclass(value) and type(value) in KINDS:
        yield value, lambda new: new
        for one in fields(value):
            for found, put in inside(getattr(value, one.name)):
                yield found, lambda new, name=one.name, put=put: replace(value, **{name: put(new)})


KINDS = (Brief, Part, Measure, Goal, Term, Figure, Series, SeriesPoint, Task, Facts)
FIELDS = [(kind, one.name) for kind in KINDS for one in fields(kind) if (kind, one.name) not in ELSEWHERE]


def without(kind, name):
    """The full brief with another value in one field, wherever a thing of the kind is first."""
    for found, put in inside(FULL):
        if type(found) is kind:
            hints = {"facts": Facts}
            value = getattr(found, name)
            hint = hints.get(name, str if isinstance(value, str) else type(value))
            return put(replace(found, **{name: other(value, name, hint)}))
    raise LookupError(kind)


@pytest.mark.parametrize(("kind", "name"), FIELDS, ids=lambda one: getattr(one, "__name__", one))
def test_every_field_of_a_brief_is_written(kind, name):
    assert dump(without(kind, name)) != dump(FULL)


def test_a_brief_with_something_in_every_field_comes_back():
    written = dump(FULL)
    back = load(written, "b.yaml")
    assert dump(back) == written
    assert (back.facts, back.figures, back.series) == (FULL.facts, FULL.figures, FULL.series)
    assert [part.measures for part in back.parts] == [part.measures for part in FULL.parts]
    assert back.tasks == FULL.tasks


# What stands in the files and not in the data.
NOT_FOR_PROGRAMS = {
    (Brief, "pillars"),
    (Brief, "facts"),
    (Part, "lead"),
    (Task, "goals"),
    (Task, "where"),
    (Figure, "clause"),
}
FOR_PROGRAMS = [
    (kind, name) for kind, name in FIELDS if kind is not Facts and (kind, name) not in NOT_FOR_PROGRAMS
]


@pytest.mark.parametrize(("kind", "name"), FOR_PROGRAMS, ids=lambda one: getattr(one, "__name__", one))
def test_every_field_for_programs_is_in_the_data(kind, name):
    assert json.dumps(to_json(without(kind, name))) != json.dumps(to_json(FULL))


@pytest.mark.parametrize("kind", Kind)
def test_every_kind_of_measure_has_a_word(kind):
    assert kind in names.KINDS


@pytest.mark.parametrize("role", Role)
def test_every_role_of_a_figure_has_a_word_and_comes_back(role):
    figure = replace(FULL.figures[0], role=role)
    assert load(dump(replace(FULL, figures=(figure,))), "b.yaml").figures == (figure,)


def test_the_derived_keys_are_as_they_have_always_been():
    assert STATED == {"owner": "责任单位", "deadline": "完成时限"}
    assert AROUND == {"measured": "所指", "change": "变化", "period": "时间"}
    assert FACTS == {"title": "标题", "speaker": "讲话人", "unit": "单位", "date": "日期"}
    assert TOP[:5] == ("标题", "副标题", "讲话人", "单位", "日期")
    assert set(names.LISTS) | set(PART_KEYS) | set(TOP) <= names.KEYS
    assert SPOKEN.keys() <= FACTS.keys()
    assert set(SPOKEN.values()) <= {one.name for one in fields(Document)}


def test_a_field_that_is_added_has_its_own_name_for_a_key():
    longer = make_dataclass("Longer", [("supervisor", Line | None, None)], bases=(Measure,), frozen=True)
    assert keyed(longer, Line | None) == {**STATED, "supervisor": "supervisor"}
    figure = make_dataclass("Counted", [("base", Passage | None, None)], bases=(Figure,), frozen=True)
    assert set(keyed(figure, Passage | None)) == {*AROUND, "unit", "base"}


def test_the_head_of_a_speech_states_what_is_there():
    assert {name: [one.text for one in said] for name, said in head(BRIEF.document).items()} == {
        "title": ["在全县工作会议上的讲话"],
        "speaker": ["县长　张三"],
        "date": ["（2024年3月5日）"],
    }
    assert set(head(brief_of("一、抓项目\n要抓好。\n").document)) == set()


WORDS = st.text(st.sampled_from("县局长张三（）—2024年月 :#"), min_size=1, max_size=8).filter(
    lambda text: text.strip(" ") == text
)
STATEMENTS = st.builds(Facts, *(st.none() | WORDS for _ in fields(Facts)))


@given(STATEMENTS, STATEMENTS)
def test_facts_over_facts_take_each_from_the_first_that_has_it(one, two):
    both = one.over(two)
    for field in fields(Facts):
        first, second = getattr(one, field.name), getattr(two, field.name)
        assert getattr(both, field.name) == (first or second)
    assert one.over(Facts()) == Facts().over(one) == one


@given(STATEMENTS)
def test_facts_come_back_with_their_brief(facts):
    brief = replace(BRIEF, facts=facts)
    back = load(dump(brief), "b.yaml")
    assert {field.name: getattr(back.facts, field.name) for field in fields(Facts)} == {
        field.name: _one_line(getattr(facts, field.name), field.name) for field in fields(Facts)
    }
    assert dump(load(dump(back), "b.yaml")) == dump(back)


def _one_line(text, name):
    """What the speech says itself is no statement of the editor's."""
    own = "".join(one.text for one in head(BRIEF.document).get(name, ()))
    return None if text == own else text


def test_every_line_of_a_brief_counts_as_said():
    said = [line.text for line in lines(FULL)]
    words = {
        "要义",
        "短语",
        "摘要",
        "概括",
        "导语",
        "建台账",
        "县水务局",
        "年底前",
        "让人满意",
        "任务",
        "目标",
        "原句",
        "参保",
    }
    assert words <= set(said)
    assert not set(said) & {"另题", "另人", "县府", "五月", "第一部分"}


def test_a_line_that_is_added_counts_as_said():
    longer = make_dataclass("Longer", [("result", Line | None, None)], bases=(Measure,), frozen=True)
    measure = longer(Editorial("建台账"), result=Editorial("已办结"))
    assert [line.text for line in lines((measure,))] == ["建台账", "已办结"]


def test_the_speech_itself_is_no_line_of_its_brief():
    assert list(lines(BRIEF.document)) == list(lines(BRIEF.parts[0].node)) == []
