"""What a plan prints is told by its dataclasses: a field that is added is looked for in the file."""

from dataclasses import dataclass, field, fields, make_dataclass, replace
from enum import StrEnum

import pytest
from hypothesis import given
from hypothesis import strategies as st

from reportgen.checking import expected_checklist, expected_deck, expected_handout
from reportgen.checking.expected import Zone
from reportgen.planning.checklist import COLUMNS, Checklist, ChecklistRow, _columns
from reportgen.planning.deck import Box, Deck, Fill, Para, Slide, Table
from reportgen.planning.handout import (
    Block,
    BlockRole,
    Density,
    DigestPoint,
    DigestRow,
    Fact,
    FrameRow,
    Front,
    Handout,
    KeyMeasure,
    TaskRow,
    TermEntry,
    TextRun,
)
from reportgen.planning.printed import UNPRINTED, own_texts, texts


class Colour(StrEnum):
    RED = "red"


@dataclass(frozen=True)
class Leaf:
    words: str
    colour: Colour = Colour.RED
    size: float = 1.0


@dataclass(frozen=True)
class Tree:
    name: str
    key: str = field(default="钥匙", metadata=UNPRINTED)
    leaves: tuple[Leaf, ...] = ()
    rows: tuple[tuple[str, str], ...] = ()


TREE = Tree("树", leaves=(Leaf("一"), Leaf("")), rows=(("甲", "乙"), ("丙", "丁")))


def test_texts_come_in_the_order_of_the_fields_and_names_of_kinds_are_none():
    assert list(texts(TREE)) == ["树", "一", "", "甲", "乙", "丙", "丁"]
    assert own_texts(TREE) == {"name": "树"}


@pytest.mark.parametrize("value", [None, 3, 2.5, True, Colour.RED, (), Leaf])
def test_what_is_no_text_holds_none(value):
    assert list(texts(value)) == []


@given(st.lists(st.text(max_size=5), max_size=6))
def test_no_text_is_lost_or_doubled(words):
    assert list(texts(tuple(map(Leaf, words)))) == words


HANDOUT = Handout(
    title="题",
    title_plain="题（一行）",
    long_title=False,
    subtitle="副题",
    byline="署名",
    date="日期行",
    label="（讲话要点）",
    front=Front(
        (Fact("单位", "县局"),),
        "要义",
        "第 1 段",
        (FrameRow("行头", "下句", ("行点",)),),
        ("摘要",),
        (KeyMeasure("1", "重点", "第 3 段", 3),),
        Density.NORMAL,
        1.0,
    ),
    digest=(DigestRow(True, "部分", "后句", "第 4 段", 4, (DigestPoint("点题。", "举措。", "目标：好。"),)),),
    terms=((TermEntry("提法", "第 2 段", 2, ("释义",)),),),
    record=("", ""),
    tasks=(TaskRow("1", "任务", ("举措甲",), ("谁",), ("何时",)),),
    tasks_note="见清单",
    original=(Block(BlockRole.TEXT, (TextRun("正文"),)),),
    original_title="原题",
)
WORDS = {
    Handout: {"title", "subtitle", "byline", "date", "label", "tasks_note"},
    Front: {"thesis", "thesis_place", "abstract"},
    Fact: {"name", "value"},
    FrameRow: {"heading", "tail", "points"},
    KeyMeasure: {"number", "measure", "place"},
    DigestRow: {"heading", "tail", "place"},
    DigestPoint: {"heading", "text", "goal"},
    TermEntry: {"names", "place", "meanings"},
    TaskRow: {"number", "task", "steps", "owners", "deadlines"},
}


def test_all_that_a_handout_prints_is_looked_for():
    wanted = expected_handout(HANDOUT)
    found = {one.text for one in wanted.texts}
    printed = {text for text in texts(HANDOUT) if text}
    # A paragraph is looked for as a whole.
    assert printed - found == {"点题。", "举措。", "提法", "第 2 段"}
    assert {"点题。举措。", "提法第 2 段"} <= found
    assert {"题（一行）", "原题"} & found == set()
    assert ("1", "任务", "举措甲", "谁", "何时") in wanted.rows


def test_a_field_that_is_added_to_a_task_is_looked_for():
    longer = make_dataclass(
        "Longer", [("check", str, field(default="复核人"))], bases=(TaskRow,), frozen=True
    )
    wanted = expected_handout(replace(HANDOUT, tasks=(longer("1", "任务", ("举措甲",)),)))
    assert "复核人" in {one.text for one in wanted.texts}
    assert any("复核人" in row for row in wanted.rows)


def test_a_line_that_is_added_to_the_head_is_looked_for():
    longer = make_dataclass(
        "Longer", [("secrecy", str, field(default="内部资料"))], bases=(Handout,), frozen=True
    )
    handout = longer(**{one.name: getattr(HANDOUT, one.name) for one in fields(Handout)})
    assert "内部资料" in {one.text for one in expected_handout(handout).texts if one.group == "标题"}


def test_notes_are_compared_apart_from_the_slide_and_names_not_at_all():
    table = Table(Box(0, 0, 1, 1), (1.0,), ("表头",), (("格",),), (1.0, 1.0))
    slide = Slide(
        "layout", (Fill("标题", (Para("题"), Para("点", 1))),), (), table, "页脚", ("备注一\n备注二",)
    )
    wanted = expected_deck(Deck("题", (slide,)))
    by_zone = {
        zone: [one.text for one in wanted.texts if one.zone is zone] for zone in (Zone.BODY, Zone.NOTES)
    }
    assert by_zone == {Zone.BODY: ["题", "点", "表头", "格", "页脚"], Zone.NOTES: ["备注一", "备注二"]}


ENTRY = ChecklistRow(1, "任务", "举措", "目标", "谁", "何时", "第1段")


def test_a_row_of_the_checklist_is_its_fields():
    wanted = expected_checklist(Checklist("落实清单", "根据", (ENTRY,)))
    assert wanted.rows == (ENTRY.cells,) == (("1", "任务", "举措", "目标", "谁", "何时", "第1段"),)
    assert [one.text for one in wanted.texts] == ["落实清单", "根据", *ENTRY.cells]


def test_every_field_of_a_row_has_a_column_and_the_readers_own_stands_among_them():
    assert len(COLUMNS) == len(fields(ChecklistRow)) + 1
    assert COLUMNS[-2:] == ("完成情况", "原文出处")
    more = [("risk", str, field(metadata={"column": "风险"}))]
    assert "风险" in _columns(make_dataclass("Longer", more, bases=(ChecklistRow,), frozen=True))


@pytest.mark.parametrize("kind", WORDS)
def test_what_is_known_to_be_printed_is_not_marked_otherwise(kind):
    printed = {one.name for one in fields(kind) if one.metadata.get("printed", True)}
    assert WORDS[kind] <= printed
