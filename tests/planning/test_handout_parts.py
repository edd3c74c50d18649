"""Page 1, digest, terms, checklist and original of the handout, each by itself."""

import re
from dataclasses import replace
from itertools import groupby

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from briefscript import read_brief
from reportgen.planning.facts import Facts
from reportgen.planning.handout import SHEET, BlockRole, Density, Grid, plan_handout
from reportgen.planning.handout.flow import Item, page_count
from reportgen.planning.handout.front import full_stop
from reportgen.text.numerals import han_number
from speech import brief_of

HEAD = "T 在全县防汛工作会议上的讲话\nP 我讲三点。\n"


def planned(script, sheet=SHEET):
    return plan_handout(read_brief(HEAD + script), Facts(), sheet)


def framework(script):
    return planned(script).front.framework


def sections(*shapes):
    """Sections with so many points each."""
    rows = []
    for one, points in enumerate(shapes, 1):
        rows.append(f"1 {han_number(one)}、|抓好第{one}方面||\n")
        rows += [f"2 （{han_number(two)}）|做好{one}之{two}|要抓好。|\n" for two in range(1, points + 1)]
    return "".join(rows)


@pytest.mark.parametrize(
    ("shapes", "shape"),
    [
        ((2, 3), "columns"),
        ((1, 1, 1, 1, 1), "columns"),
        ((2, 2, 0), "columns"),
        ((2, 0, 0), "rows"),
        ((3,), "rows"),
        ((1, 1, 1, 1, 1, 1), "rows"),
        ((0, 0, 0), "heads"),
        ((0,), "heads"),
        ((), None),
    ],
)
def test_the_framework_has_the_shape_of_the_outline(shapes, shape):
    found = framework(sections(*shapes))
    assert [name for name in ("columns", "rows", "heads") if getattr(found, name)] == (
        [shape] if shape else []
    )


def test_columns_hold_each_point_below_its_section_and_nothing_where_there_is_none():
    found = framework(sections(1, 2))
    assert [(column.number, column.heading) for column in found.columns] == [
        ("一", "抓好第1方面"), ("二", "抓好第2方面"),
    ]  # fmt: skip
    assert found.grid == (("做好1之1", "做好2之1"), ("", "做好2之2"))


def test_a_column_is_headed_by_the_first_clause_where_that_says_enough():
    script = "1 一、|聚焦项目建设，筑牢发展根基||\n2 （一）|抓储备|要抓好。|\n"
    script += "1 二、|实，落到实处||\n2 （一）|抓服务|要抓好。|\n"
    heads = [column.heading.replace("\n", "") for column in framework(script).columns]
    assert heads == ["聚焦项目建设", "实，落到实处"]


def test_rows_hold_a_section_and_its_points():
    assert framework(sections(2, 0, 0)).rows[0] == ("一、抓好第1方面", "做好1之1；做好1之2")


def test_points_that_page_one_has_no_room_for_are_counted():
    script = "".join(
        f"1 第{one}，|抓好第{one}方面||\n"
        + "".join(f"2 （{n}）|完善第{one}之{n}项预警信息发布和转移避险机制|要抓好。|\n" for n in range(1, 13))
        for one in range(1, 10)
    )
    front = planned(script).front
    assert front.height <= SHEET.height
    assert all(points.endswith("……共 12 点") for _, points in front.framework.rows)


@pytest.mark.parametrize(
    ("text", "sentence"),
    [
        ("压实责任", "压实责任。"), ("压实责任。", "压实责任。"), ("压实责任；", "压实责任。"),
        ("行不行？", "行不行？"), ("加油！", "加油！"), ("等等…", "等等…"), ("压实责任，", "压实责任。"),
        ("他说：", "他说。"), ("", ""), ("压实责任〔编者加〕", "压实责任。〔编者加〕"),
        ("压实责任；〔编者加〕", "压实责任。〔编者加〕"), ("落实“河长制”", "落实“河长制”。"),
    ],
)  # fmt: skip
def test_a_line_is_printed_as_a_sentence(text, sentence):
    assert full_stop(text) == sentence


@given(st.text("压实责任，。；！？…：", max_size=12))
def test_a_sentence_stays_one(text):
    once = full_stop(text)
    assert full_stop(once) == once


def test_the_abstract_groups_what_a_section_says_behind_its_heading():
    script = "1 一、|压实责任|建立台账。定期通报。|建立台账；定期通报\nA 压实责任\nA 建立台账\nA 定期通报\n"
    assert planned(script).front.abstract == ("压实责任：建立台账；定期通报。",)


def test_the_abstract_does_not_say_the_thesis_again():
    script = "P 要坚持生命至上。\nP 要压实责任。\nX 要坚持生命至上\nA 要坚持生命至上\nA 要压实责任\n"
    front = planned(script).front
    assert front.thesis == "要坚持生命至上。"
    assert "要坚持生命至上" not in "".join(front.abstract)
    assert "要压实责任" in "".join(front.abstract)


def digest_of(script):
    return [(block.role, block.text, block.anchor) for block in planned(script).digest]


def test_a_part_is_heading_lead_numbered_measures_and_what_they_are_for():
    script = "1 一、|压实责任|建立台账；定期通报；让群众放心。|建立台账；定期通报|让群众放心\n"
    assert digest_of(script) == [
        (BlockRole.HEADING_1, "一、压实责任", ""),
        (BlockRole.MEASURE, "1. 建立台账。", ""),
        (BlockRole.MEASURE, "2. 定期通报。", ""),
        (BlockRole.GOAL, "目标要求：让群众放心。", "〔原文第 3 段〕"),
    ]


def test_a_lone_measure_has_no_number():
    assert digest_of("1 一、|压实责任|建立台账。|建立台账\n")[1][1] == "建立台账。"


@pytest.mark.parametrize(
    ("marker", "level", "heading", "number"),
    [
        ("一、", 1, "一、压实责任", "1. "),
        ("第一，", 1, "一、压实责任", "1. "),
        ("一是", 1, "一、压实责任", "1. "),
        ("1.", 1, "1. 压实责任", "（1）"),
        ("第一章", 1, "第一章　压实责任", "1. "),
        ("（一）", 1, "（一）压实责任", "1. "),
        ("(一)", 1, "（一）压实责任", "1. "),
        ("", 1, "压实责任", "1. "),
    ],
)
def test_measures_are_numbered_in_another_way_than_headings(marker, level, heading, number):
    found = digest_of(f"{level} {marker}|压实责任|建立台账；定期通报。|建立台账；定期通报\n")
    assert found[0][1] == heading
    assert [text[: len(number)] for _, text, _ in found[1:]] == [number, number.replace("1", "2")]


def test_headings_of_each_depth_have_their_style_and_the_deepest_share_one():
    rows = (
        "".join(f"{level} {level}.|第{level}层||\n" for level in range(1, 6)) + "6 6.|第6层|要抓好。|要抓好\n"
    )
    roles = [role for role, _, _ in digest_of(rows) if role.is_heading]
    assert roles == [
        BlockRole.HEADING_1,
        BlockRole.HEADING_2,
        BlockRole.HEADING_3,
        *[BlockRole.HEADING_4] * 3,
    ]


def test_the_place_of_a_part_is_told_once_and_at_its_end():
    blocks = planned("1 一、|压实责任|建立台账；定期通报；严格考核。|建立台账；定期通报；严格考核\n").digest
    assert [bool(block.anchor) for block in blocks] == [False, False, False, True]
    assert blocks[-1].paragraph == 3


def test_a_place_without_room_on_the_last_line_stands_flush_right_on_its_own():
    own_line = []
    for length in range(4, 54):
        (_, block) = planned(f"1 一、|压实责任|{'责' * length}。|\n").digest
        assert block.anchor.strip() == "〔原文第 3 段〕"
        own_line.append(block.anchor.startswith("\n\t"))
    # Two lines of 26 and 28 glyphs: at the end of each there is a while without room.
    assert [one for one, _ in groupby(own_line)] == [False, True, False, True]


def test_phrases_of_one_sentence_share_a_row():
    script = "1 一、|抓机制|落实“河长制”“林长制”。推行“田长制”。\n"
    script += "K 河长制|落实“河长制”“林长制”。\nK 林长制|落实“河长制”“林长制”。\nK 田长制|推行“田长制”。\n"
    rows = planned(script).terms
    assert [(row.terms, row.context, row.source) for row in rows] == [
        (("河长制", "林长制"), "落实“河长制”“林长制”。", "原文第 3 段"),
        (("田长制",), "推行“田长制”。", "原文第 3 段"),
    ]


@settings(max_examples=25)
@given(st.lists(st.integers(1, 25), min_size=1, max_size=8))
def test_every_measure_stands_once_in_order_whatever_pages_tasks_run_over(counts):
    script = "".join(
        f"1 第{one}，|抓好第{one}件|{text}。|{text}\n"
        for one, count in enumerate(counts, 1)
        for text in ["；".join(f"完善{one}之{n}号机制并抓好组织实施" for n in range(count))]
    )
    pages = planned(script).task_pages
    groups = [group for page in pages for group in page]
    steps = [step.measure.replace("\n", "") for group in groups for step in group.steps]
    assert steps == [
        f"完善{one}之{n}号机制并抓好组织实施" for one, count in enumerate(counts, 1) for n in range(count)
    ]
    seen = set()
    for group in groups:
        assert group.task.endswith("（续）") is (group.number in seen)
        seen.add(group.number)
    assert all(pages)


def test_a_wider_column_takes_more_measures_on_a_page():
    text = "；".join(f"完善第{n}号预警信息发布和转移避险机制并抓好组织实施" for n in range(40))
    script = f"1 一、|抓机制|{text}。|{text}\n"
    tasks = SHEET.tables["tasks"]
    wide = Grid({**tasks.widths, "measure": 400.0}, tasks.sides, tasks.ends, tasks.rule)
    wider = replace(SHEET, tables={**SHEET.tables, "tasks": wide})
    assert len(planned(script, wider).task_pages) < len(planned(script).task_pages)


def original_of(text):
    blocks = plan_handout(brief_of(text), Facts()).original
    return [(block.role.value, block.text.replace("\n", ""), block.paragraph) for block in blocks]


def test_the_original_has_every_paragraph_with_its_role_and_number():
    body = "今天开会。\n一、压实责任\n（一）抓值守\n建立台账。\n谢谢大家。\n"
    text = f"在会上的讲话\n（2025年3月5日）\n同志们：\n{body}"
    assert original_of(text) == [
        ("salutation", "同志们：", 0),
        ("text", "今天开会。", 1),
        ("heading-1", "一、压实责任", 2),
        ("heading-2", "（一）抓值守", 3),
        ("text", "建立台账。", 4),
        ("text", "谢谢大家。", 5),
    ]


def test_a_phrase_that_leads_its_paragraph_is_set_off():
    text = (
        "在会上的讲话\n\n一、压实责任\n一是抓值守。建立台账。二是抓演练。组织演练。\n二、抓落实\n抓好落实。\n"
    )
    blocks = plan_handout(brief_of(text), Facts()).original
    strong = [piece.text for block in blocks for piece in block.pieces if piece.strong]
    assert strong == ["一是抓值守。", "二是抓演练。"]


def test_numbers_in_digest_and_checklist_are_those_of_the_original():
    body = "一、压实责任\n建立台账。\n二、加强值守\n定期通报。\n"
    text = f"在会上的讲话\n同志们：\n今天开会。\n{body}"
    handout = plan_handout(brief_of(text), Facts())
    numbers = {block.paragraph: block.text for block in handout.original if block.paragraph}
    for block in handout.digest:
        if block.anchor:
            (place,) = re.findall(r"\d+", block.anchor)
            assert block.text.rstrip("。") in numbers[int(place)]
            assert block.paragraph == int(place)


SPOKEN = ["抓好落实。", "一、压实责任", "（一）抓值守", "一是建立台账。", "同志们：", "谢谢大家！", ""]


@given(st.lists(st.sampled_from(SPOKEN), max_size=12))
def test_no_word_of_the_speech_is_missing_in_the_original(lines):
    text = "\n".join(["在全市工作会议上的讲话", "", *lines]) + "\n"
    brief = brief_of(text)
    handout = plan_handout(brief, Facts())
    document = brief.document
    heads = [*document.title, *filter(None, (document.subtitle, document.byline, document.date))]
    shown = "".join(one.text for one in heads) + "".join(block.text for block in handout.original)
    assert sorted("".join(shown.split())) == sorted("".join(document.source.text.split()))


@pytest.mark.parametrize(
    ("items", "pages", "rest"),
    [
        ([], 1, 0),
        ([Item(10, 10)], 1, 100),
        ([Item(11, 10)], 2, 10),
        ([Item(25, 10)], 3, 50),
        ([Item(9, 10), Item(1, 10, keep=True), Item(5, 10)], 2, 60),
        ([Item(7, 10), Item(1, 10, keep=True), Item(5, 10)], 2, 30),
        ([Item(8, 10), Item(3, 10, whole=True)], 2, 30),
        ([Item(7, 10), Item(3, 10, whole=True)], 1, 100),
        ([Item(8, 10), Item(3, 10)], 2, 10),
    ],
)
def test_pages_are_told_from_lines_and_a_heading_stays_with_what_follows(items, pages, rest):
    assert page_count(items, 100) == (pages, rest)


@given(st.lists(st.tuples(st.integers(1, 30), st.booleans(), st.booleans()), max_size=20))
def test_no_page_is_overfull_and_none_is_counted_for_nothing(rows):
    items = [Item(lines, 10, keep, whole and lines <= 10) for lines, keep, whole in rows]
    pages, rest = page_count(items, 100)
    total = sum(item.lines * item.line for item in items)
    assert 0 <= rest <= 100.01
    assert (pages - 1) * 100 + rest >= total
    assert pages <= max(1, 2 * len(items) + total / 100)


def test_a_last_page_of_a_few_lines_is_saved_by_setting_the_part_tighter():
    found = {}
    for count in range(8, 60):
        script = "P 防汛工作责任重于泰山。\n" * count
        found[count] = planned(script).original_density
    assert set(found.values()) == {Density.NORMAL, Density.COMPACT}
    tight = [count for count, density in found.items() if density is Density.COMPACT]
    assert found[min(tight) - 1] is Density.NORMAL
    assert len(tight) < len(found) / 3


def test_a_face_measures_lines_with_their_indent_and_the_gaps_between_scripts():
    face = SHEET.face("Text")
    full = SHEET.line("Text")
    assert full == 28
    assert face.lines("责" * (full - 2), SHEET.width) == 1
    assert face.lines("责" * (full - 1), SHEET.width) == 2
    assert face.height("责", SHEET.width) == face.before + face.line + face.after
    assert SHEET.face("FrontText", Density.FINE).size < SHEET.face("FrontText").size
    assert SHEET.face("Title", Density.FINE) == SHEET.face("Title")
