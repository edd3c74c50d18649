"""Page 1, digest, terms, checklist and original of the handout, each by itself."""

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from briefscript import read_brief
from reportgen.planning.facts import Facts
from reportgen.planning.handout import (
    SHEET,
    Density,
    DigestPoint,
    DigestRow,
    TaskRow,
    TermEntry,
    plan_handout,
)
from reportgen.planning.handout.digest import head_height, row_height, with_room
from reportgen.planning.handout.flow import Item, front_limit, page_count, tasks_limit
from reportgen.planning.handout.front import full_stop
from reportgen.planning.handout.tasks import task_height, tasks_density, tasks_pages
from reportgen.planning.handout.terms import in_columns
from reportgen.planning.length import STANDARD, Degree, Length
from reportgen.text.numerals import han_number
from speech import brief_of

HEAD = "T 在全县防汛工作会议上的讲话\nP 我讲三点。\n"


def planned(script, sheet=SHEET, length=STANDARD):
    return plan_handout(read_brief(HEAD + script), Facts(), sheet, length)


def framework(script):
    return planned(script).front.framework


def sections(*shapes):
    """Sections with so many points each."""
    rows = []
    for one, points in enumerate(shapes, 1):
        rows.append(f"1 {han_number(one)}、|抓好第{one}方面||\n")
        rows += [f"2 （{han_number(two)}）|做好{one}之{two}|要抓好。|\n" for two in range(1, points + 1)]
    return "".join(rows)


def test_the_framework_has_a_row_a_section_with_its_points():
    rows = framework(sections(2, 0))
    assert [(row.heading, row.tail) for row in rows] == [("一、抓好第1方面", ""), ("二、抓好第2方面", "")]
    assert rows[0].points == ("1. 做好1之1\t2. 做好1之2",)
    assert rows[1].points == ()


def test_three_short_points_stand_in_a_line_and_long_ones_in_a_row():
    short, long = framework(sections(4) + sections(1).replace("1之1", "完善预警信息发布和转移避险机制"))
    assert [line.count("\t") for line in short.points] == [2, 0]
    assert long.points == ("1. 做好完善预警信息发布和转移避险机制",)


def test_a_speech_without_sections_has_no_framework():
    assert framework("") == ()


def test_a_heading_is_parted_behind_its_first_clause_where_that_says_enough():
    script = "1 一、|聚焦项目建设，筑牢发展根基||\n2 （一）|抓储备|要抓好。|\n"
    script += "1 二、|实，落到实处||\n2 （一）|抓服务|要抓好。|\n"
    assert [(row.heading, row.tail) for row in framework(script)] == [
        ("一、聚焦项目建设", "筑牢发展根基"),
        ("二、实，落到实处", ""),
    ]


def test_points_that_page_one_has_no_room_for_are_counted():
    script = "".join(
        f"1 第{one}，|抓好第{one}方面||\n"
        + "".join(f"2 （{n}）|完善第{one}之{n}项预警信息发布和转移避险机制|要抓好。|\n" for n in range(1, 25))
        for one in range(1, 13)
    )
    front = planned(script).front
    assert front.height <= SHEET.height
    assert all(row.points[0].endswith("……共 24 点") for row in front.framework if row.points)


def test_the_weightiest_measures_stand_on_page_one_with_their_places():
    steps = "；".join(f"建立第{n}号工作台账" for n in range(9))
    script = "".join(f"1 {han_number(n)}、|抓好第{n}方面|{steps}。|{steps}\n" for n in (1, 2, 3))
    measures = planned(script).front.measures
    assert [one.number for one in measures] == ["1", "2", "3", "4", "5"]
    places = [one.paragraph for one in measures]
    assert places == sorted(places)
    assert max(places.count(place) for place in places) == 2, "no part has more than two of the five"
    assert [one.place for one in measures] == [f"第 {place} 段" for place in places]


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
    return planned(script, length=Length(Degree.FULL)).digest


def test_a_section_is_its_heading_and_beside_it_what_it_says_and_is_for():
    script = "1 一、|压实责任|建立台账；定期通报；让群众放心。|建立台账；定期通报|让群众放心\n"
    (row,) = [one for one in digest_of(script) if one.heading.startswith("一、")]
    assert (row.opens, row.heading, row.tail, row.place, row.paragraph) == (
        True,
        "一、压实责任",
        "",
        "第 2—3 段",
        2,
    )
    assert row.points == (DigestPoint("", "建立台账；定期通报。", "目标：让群众放心。"),)


@pytest.mark.parametrize(
    ("marker", "heading"),
    [("一是", "一是抓值守。"), ("（一）", "（一）抓值守。"), ("1.", "1. 抓值守。"), ("", "抓值守。")],
)
def test_a_point_begins_with_its_heading_as_the_speech_numbers_it(marker, heading):
    script = f"1 一、|压实责任|要抓好。\n2 {marker}|抓值守|建立台账。|建立台账\n"
    points = [point for row in digest_of(script) for point in row.points]
    assert points[-1] == DigestPoint(heading, "建立台账。", "")


def test_a_section_goes_on_in_rows_of_a_point_each_so_that_pages_part_them():
    script = "1 一、|压实责任|要抓好。\n"
    script += "".join(f"2 （{n}）|抓好第{n}件事情|建立第{n}号台账。|建立第{n}号台账\n" for n in range(1, 8))
    rows = [row for row in digest_of(script) if "导语" not in row.heading]
    assert [row.opens for row in rows] == [True, *[False] * (len(rows) - 1)]
    assert all(len(row.points) == 1 for row in rows[1:])
    assert [row.heading for row in rows[1:]] == [""] * (len(rows) - 1)


def test_a_line_that_another_holds_is_not_told_again():
    script = "1 一、|压实责任|建立台账，定期通报。|建立台账，定期通报；定期通报\n"
    texts = [point.text for row in digest_of(script) for point in row.points]
    assert "".join(texts).count("定期通报") == 1


def test_what_is_said_outside_of_sections_has_a_row_a_paragraph():
    brief = brief_of(
        "在会上的讲话\n\n去年全县遭受三次洪涝灾害，直接损失两亿元。\n今年安排资金三千万元，修复水库十二座。\n"
    )
    rows = plan_handout(brief, Facts(), length=Length(Degree.FULL)).digest
    assert [row.place for row in rows] == ["第 1 段", "第 2 段"]
    assert [row.opens for row in rows] == [True, False]
    assert [row.heading for row in rows] == ["", ""], (
        "all of the speech is outside; there is nothing before it"
    )


def test_phrases_of_one_sentence_share_a_cell_and_cells_fill_two_columns():
    script = "1 一、|抓机制|落实“河长制”“林长制”。推行“田长制”。\n"
    script += "K 河长制|落实“河长制”“林长制”。\nK 林长制|落实“河长制”“林长制”。\nK 田长制|推行“田长制”。\n"
    (row,) = planned(script).terms
    assert [(one.names, one.place, one.paragraph) for one in row] == [
        ("“河长制”“林长制”", "第 3 段", 3),
        ("“田长制”", "第 3 段", 3),
    ]


def test_cells_are_read_down_the_first_column():
    entries = tuple(TermEntry(name) for name in "甲乙丙丁戊")
    rows = [tuple(one.names for one in row) for row in in_columns(entries)]
    assert rows == [("甲", "丁"), ("乙", "戊"), ("丙", "")]


def test_there_are_always_some_lines_to_write_on():
    for script in ("", sections(2), sections(*[12] * 12)):
        assert len(planned(script).record) >= 3


@settings(max_examples=25)
@given(st.lists(st.integers(1, 25), min_size=1, max_size=8))
def test_every_measure_stands_once_in_order_where_all_is_told(counts):
    script = "".join(
        f"1 第{one}，|抓好第{one}件|{text}。|{text}\n"
        for one, count in enumerate(counts, 1)
        for text in ["；".join(f"完善{one}之{n}号机制并抓好组织实施" for n in range(count))]
    )
    rows = planned(script, length=Length(Degree.FULL)).tasks
    steps = [step.rpartition(" ")[2] for row in rows for step in row.steps]
    assert steps == [
        f"完善{one}之{n}号机制并抓好组织实施" for one, count in enumerate(counts, 1) for n in range(count)
    ]
    seen = set()
    for row in rows:
        assert row.task.endswith("（续）") is (row.number in seen)
        seen.add(row.number)


@pytest.mark.parametrize(
    ("length", "front", "tasks"),
    [(500, 3, 2), (3000, 3, 2), (3001, 4, 3), (6000, 4, 3), (20_000, 7, 5), (66_000, 17, 12)],
)
def test_a_longer_speech_may_have_moretasks_pages(length, front, tasks):
    assert (front_limit(Degree.STANDARD, length), tasks_limit(Degree.STANDARD, length)) == (front, tasks)
    assert front_limit(Degree.FULL, length) is None


def original_of(text):
    blocks = plan_handout(brief_of(text), Facts()).original
    return [(block.role.value, block.text, block.paragraph) for block in blocks]


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


def test_numbers_of_places_are_those_of_the_original():
    body = "一、压实责任\n建立台账。\n二、加强值守\n定期通报。\n"
    text = f"在会上的讲话\n同志们：\n今天开会。\n{body}"
    handout = plan_handout(brief_of(text), Facts())
    numbers = {block.paragraph: block.text for block in handout.original if block.paragraph}
    for row in handout.digest:
        assert row.place.startswith(f"第 {row.paragraph}")
        assert row.heading in numbers[row.paragraph]
    for one in handout.front.measures:
        assert one.measure in numbers[one.paragraph]


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


def _task_rows(*lines):
    """Rows with so many measures of a line each."""
    return [
        TaskRow(str(at), f"任务{at}", tuple(f"措施{n}" for n in range(count)))
        for at, count in enumerate(lines)
    ]


def test_the_last_page_of_the_checklist_holds_two_rows_at_the_least():
    full = next(count for count in range(2, 99) if tasks_pages(_task_rows(*[1] * count), SHEET)[0] == 2)
    _, last = tasks_pages(_task_rows(*[1] * full), SHEET)
    assert last >= 2 * task_height(_task_rows(1)[0], SHEET)


def test_rows_are_set_tighter_where_that_saves_a_page_with_little_on_it():
    full = next(count for count in range(2, 99) if tasks_pages(_task_rows(*[2] * count), SHEET)[0] == 2)
    found = {count: tasks_density(_task_rows(*[2] * count), SHEET, 2) for count in (full - 1, full, full + 9)}
    assert list(found.values()) == [Density.NORMAL, Density.COMPACT, Density.NORMAL]


def test_rows_are_set_tighter_before_any_measure_is_left_out():
    count = next(count for count in range(2, 99) if tasks_pages(_task_rows(*[3] * count), SHEET)[0] == 3)
    assert tasks_density(_task_rows(*[3] * count), SHEET, 2) is Density.COMPACT


def test_measures_without_a_task_beside_them_have_its_column():
    steps = ("建立健全防汛物资储备调拨机制并落实专人管护到位",) * 2
    with_task, without = (task_height(TaskRow("1", task, steps), SHEET) for task in ("任务", ""))
    assert without < with_task


@pytest.mark.parametrize("points", range(1, 5))
def test_page_one_is_spread_over_the_page(points):
    rows = ["T 在全县防汛工作会议上的讲话", "P 要抓好防汛，确保安全。", "X 要抓好防汛，确保安全"]
    for one in range(1, 5):
        rows.append(f"1 第{one}部分　|抓好第{one}方面，筑牢安全防线|要抓好。")
        rows.append(f"A 抓好第{one}方面，筑牢安全防线")
        rows += [
            f"2 一是|做好第{one}之{two}件事情并抓实抓细|完善第{one}之{two}项机制。|完善第{one}之{two}项机制"
            for two in range(points)
        ]
    front = plan_handout(read_brief("\n".join(rows) + "\n"), Facts()).front
    assert 0.95 * SHEET.height < front.height <= SHEET.height - 12
    assert front.row_room <= 7
    assert front.heading_room <= 16


@pytest.mark.parametrize("density", Density)
def test_a_heading_of_the_digest_is_never_beside_the_next_section(density):
    row = DigestRow(
        True, "一、" + "抓好防汛各项工作" * 3, "确保群众安全", "第 2 段", 2, (DigestPoint("", "要抓好。"),)
    )
    spread = with_room(row, SHEET, density)
    assert row_height(spread, SHEET, density) >= head_height(row, SHEET, density) + 4
