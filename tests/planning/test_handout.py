"""The plan of the handout: golden texts, page 1 on one page, nothing lost."""

from dataclasses import replace
from pathlib import Path
from statistics import mean

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from briefscript import read_brief
from golden import beside
from reportgen.analysis import Editorial, Measure
from reportgen.briefing import brief as read
from reportgen.planning.facts import Facts
from reportgen.planning.handout import BlockRole, Density, plan_handout
from reportgen.planning.handout.choosing import Ranking, carried, sections_of, spans_told
from reportgen.planning.handout.notation import dump
from reportgen.planning.length import Degree, Length
from reportgen.planning.markers import circled

FIXTURES = Path(__file__).parents[1] / "fixtures" / "handout"
SPEECHES = sorted((Path(__file__).parents[2] / "bench" / "speeches").iterdir())[::4]
FULL = Length(Degree.FULL)
HAN = "发展改革民生法治教育卫生农业工业城乡建设环境治理服务保障创新开放安全稳定责任落实"


@pytest.mark.parametrize("case", sorted(path.stem for path in FIXTURES.glob("*.txt")))
def test_plan_is_as_written(case, written_brief, golden):
    golden(beside(FIXTURES / f"{case}.txt", ".handout"), dump(plan_handout(written_brief(case), Facts())))


def test_given_facts_win_and_absent_ones_leave_no_label(written_brief):
    facts = Facts(title="在防汛动员会上的讲话", speaker="王某某", unit="县政府", date="2024年5月6日")
    given_facts = plan_handout(written_brief("plain"), facts)
    assert given_facts.title == "在防汛动员会上的讲话"
    assert [(fact.name, fact.value) for fact in given_facts.front.facts][:4] == [
        ("会议名称", "防汛动员会"),
        ("讲话人", "王某某"),
        ("单位", "县政府"),
        ("日期", "2024年5月6日"),
    ]
    none = plan_handout(written_brief("plain"), Facts())
    assert [fact.name for fact in none.front.facts] == ["会议名称", "原文篇幅"]


def test_the_original_keeps_its_own_title(written_brief):
    brief = written_brief("plain")
    own, given = plan_handout(brief, Facts()), plan_handout(brief, Facts(title="在防汛动员会上的讲话" * 12))
    assert given.original_title == own.original_title == own.title != given.title
    assert (given.long_title, given.long_original_title) == (True, False)
    assert "# original normal\ntitle: " in dump(given)
    assert plan_handout(written_brief("bare"), Facts(title="在会上的讲话")).original_title == "在会上的讲话"


def test_the_place_of_a_section_is_that_of_words_of_the_speech(written_brief):
    brief = written_brief("T 在会上的讲话\n1 一、|优化环境|减少环节，减少时间。|减少环节；减少时间|\n")
    (part,) = brief.parts
    edited = replace(part, measures=(*part.measures, Measure(Editorial("每月调度"))))
    (row,) = plan_handout(replace(brief, parts=(edited,)), Facts(), length=FULL).digest
    assert row.points[0].text == "减少环节；减少时间；每月调度。〔编者加〕"
    assert (row.place, row.paragraph) == ("第 1—2 段", 1)


def test_file_name_stands_in_for_a_title(written_brief):
    assert plan_handout(written_brief("bare"), Facts()).title == "speech"


def test_a_participants_speech_is_not_called_an_address(written_brief):
    script = "T 在座谈会上的发言\nP 我讲三点。\n"
    assert plan_handout(written_brief(script), Facts()).label == "（发言要点）"


@st.composite
def scripts(draw):
    """Speeches of 1 to 12 sections with 0 to 12 points each and headings of up to 60 characters."""

    def words(least, most):
        return draw(st.text(HAN, min_size=least, max_size=most))

    sections = draw(st.integers(0, 12))
    rows = [f"T {words(4, 60)}", f"P {words(10, 200)}。"]
    for number in range(sections):
        heading = words(2, 60)
        rows += [f"1 第{number + 1}部分　|{heading}|{words(5, 60)}。", f"A {heading}"]
        for _ in range(draw(st.integers(0, 12))):
            rows.append(f"2 一是|{words(2, 60)}|{words(5, 40)}。")
    return "\n".join(rows) + "\n"


@settings(max_examples=25)
@given(scripts())
def test_page_one_is_one_page_and_every_section_follows(script):
    brief = read_brief(script)
    handout = plan_handout(brief, Facts())
    assert handout.front.height <= 637.8
    digest = "".join(row.heading + row.tail for row in handout.digest)
    original = "".join(block.text for block in handout.original)
    for node in brief.document.walk():
        assert node.heading.text in original
    for node in brief.document.nodes:
        assert node.heading.text in digest


def test_a_crowded_page_is_set_tighter_before_anything_is_left_out(written_brief):
    rows = ["T 在全市经济工作会议上的讲话", "P 现在我讲几点意见。"]
    for number in range(12):
        rows.append(f"1 第{number}部分　|突出重点强化措施推动产业转型升级{number}，抓好落实|要抓好落实。")
        rows += [f"2 一是|加快构建现代化产业体系第{number}{point}条|推进。" for point in range(3)]
    front = plan_handout(written_brief("\n".join(rows) + "\n"), Facts()).front
    assert front.density is not Density.NORMAL
    assert all("3. " in row.points[0] for row in front.framework)


def test_original_holds_every_word_of_the_source(written_brief):
    for case in ("plain", "bare", "deep"):
        brief = written_brief(case)
        handout = plan_handout(brief, Facts())
        document = brief.document
        heads = [*document.title, document.subtitle, document.byline, document.date]
        told = "".join(passage.text for passage in heads if passage)
        told += "".join(block.text for block in handout.original)
        assert "".join(told.split()) == "".join(document.source.text.split())


def test_headings_of_the_original_keep_their_levels(written_brief):
    handout = plan_handout(written_brief("deep"), Facts())
    roles = [block.role for block in handout.original if block.role.is_heading]
    assert roles.count(BlockRole.HEADING_1) == 2
    assert {BlockRole.HEADING_2, BlockRole.HEADING_3, BlockRole.HEADING_4} <= set(roles)


def test_a_task_of_many_measures_is_parted_into_rows_that_count_on(written_brief):
    steps = "；".join(f"完善第{n}项工作机制并且认真抓好组织实施" for n in range(30))
    script = f"T 在推进会上的讲话\n1 一、|健全机制|{steps}。|{steps}\n"
    rows = plan_handout(written_brief(script), Facts(), length=FULL).tasks
    assert {row.number for row in rows} == {"1"}
    assert [row.task for row in rows] == ["健全机制", *["健全机制（续）"] * (len(rows) - 1)]
    told = [step for row in rows for step in row.steps]
    assert [step.split(" ")[0] for step in told] == [circled(n) for n in range(1, 31)]


def test_what_the_checklist_has_no_room_for_is_told_with_its_place(written_brief):
    rows = ["T 在推进会上的讲话"]
    for one in range(60):
        steps = "；".join(f"完善第{one}之{n}项工作机制并且认真抓好组织实施" for n in range(4))
        rows.append(f"1 第{one}部分　|健全第{one}项机制|{steps}。|{steps}")
    brief = written_brief("\n".join(rows) + "\n")
    short, full = (plan_handout(brief, Facts(), length=one) for one in (Length(), FULL))
    assert short.tasks_note == "全部 240 项见 Excel 清单"
    assert not full.tasks_note
    assert sum(len(row.steps) for row in full.tasks) == 240
    # Each task keeps a measure before another has two.
    assert len(short.tasks) == 60 or all(len(row.steps) == 1 for row in short.tasks)


@pytest.mark.parametrize(
    ("owners", "told"),
    [
        (("甲局", "甲局"), ("甲局",)),
        (("甲局", None), ("① 甲局",)),
        (("甲局", "乙局"), ("① 甲局", "② 乙局")),
        ((None, None), ()),
    ],
)
def test_who_is_to_act_is_told_with_the_number_of_what_it_is_told_of(owners, told, written_brief):
    brief = written_brief("T 在会上的讲话\n1 一、|抓机制|甲局建台账，乙局定期通报。|建台账；定期通报\n")
    (task,) = brief.tasks
    measures = tuple(
        replace(one, owner=Editorial(owner) if owner else None)
        for one, owner in zip(task.measures, owners, strict=True)
    )
    (row,) = plan_handout(replace(brief, tasks=(replace(task, measures=measures),)), Facts()).tasks
    assert tuple(one.removesuffix("〔编者加〕") for one in row.owners) == told
    assert row.deadlines == ()


def test_the_original_is_left_out_where_it_is_asked_for(written_brief):
    brief = written_brief("plain")
    assert plan_handout(brief, Facts(), length=Length(original=False)).original == ()


@pytest.mark.parametrize("degree", Degree)
def test_headings_of_the_first_level_always_stand(degree, written_brief):
    for case in ("plain", "deep"):
        brief = written_brief(case)
        rows = plan_handout(brief, Facts(), length=Length(degree)).digest
        told = "".join(row.heading + row.tail for row in rows)
        assert all(
            node.heading.text.replace("，", "") in told.replace("，", "") for node in brief.document.nodes
        )


def _characters(brief, degree):
    handout = plan_handout(brief, Facts(), length=Length(degree, original=False))
    return sum(len(point.text) for row in handout.digest for point in row.points)


def test_more_is_told_the_more_is_asked_for():
    path = Path(__file__).parents[2] / "bench" / "speeches" / "g05.txt"
    brief = read(path)
    brief_length, standard, full = (_characters(brief, degree) for degree in Degree)
    assert brief_length < standard < full


def test_what_is_told_weighs_more_than_what_is_left_out():
    brief = read(Path(__file__).parents[2] / "bench" / "speeches" / "g05.txt")
    handout = plan_handout(brief, Facts())
    told = "".join(point.text for row in handout.digest for point in row.points)
    measures = [one.line for part in brief.walk() for one in part.below_heading]
    kept = [brief.weight(line) for line in measures if line.text in told]
    left = [brief.weight(line) for line in measures if line.text not in told]
    assert left
    assert mean(kept) > mean(left)


@pytest.mark.parametrize("path", SPEECHES, ids=lambda path: path.stem)
def test_pages_before_the_checklist_carry_half_of_a_speech_at_the_most(path):
    brief = read(path)
    handout = plan_handout(brief, Facts(), length=Length(original=False))
    spans = spans_told(Ranking.of(sections_of(brief, Degree.STANDARD)).best(10**6))
    assert carried(spans, brief.document.source.text) > 0.5, "else there is nothing to choose"
    printed = [point.text for row in handout.digest for point in row.points]
    assert sum(map(len, printed)) < 0.5 * len(brief.document.source.text)
