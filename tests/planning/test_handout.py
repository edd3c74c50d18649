"""The plan of the handout: golden texts, page 1 on one page, nothing lost."""

import re
from dataclasses import replace
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from briefscript import read_brief
from golden import beside
from reportgen.analysis import Editorial, Measure
from reportgen.planning.facts import Facts
from reportgen.planning.handout import BlockRole, Density, plan_handout
from reportgen.planning.handout.notation import dump

FIXTURES = Path(__file__).parents[1] / "fixtures" / "handout"
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


def test_the_place_of_a_part_stands_behind_words_of_the_speech(written_brief):
    brief = written_brief("T 在会上的讲话\n1 一、|优化环境|减少环节，减少时间。|减少环节；减少时间|\n")
    (part,) = brief.parts
    edited = replace(part, measures=(*part.measures, Measure(Editorial("每月调度"))))
    blocks = plan_handout(replace(brief, parts=(edited,)), Facts()).digest
    assert [(block.text, bool(block.anchor)) for block in blocks[-2:]] == [
        ("2. 减少时间。", True),
        ("3. 每月调度。〔编者加〕", False),
    ]


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
def test_page_one_is_one_page_and_every_heading_follows(script):
    brief = read_brief(script)
    handout = plan_handout(brief, Facts())
    assert handout.front.height <= 637.8
    digest = re.sub(r"\s", "", "".join(block.text for block in handout.digest))
    original = "".join(block.text for block in handout.original)
    for node in brief.document.walk():
        assert node.heading.text in digest
        assert node.heading.text in original.replace("\n", "")


def test_a_crowded_page_is_set_tighter_before_anything_is_left_out(written_brief):
    rows = ["T 在全市经济工作会议上的讲话", "P 现在我讲几点意见。"]
    for number in range(11):
        rows.append(f"1 第{number}部分　|突出重点强化措施推动产业转型升级{number}|要抓好落实。")
        rows += [f"2 一是|加快构建现代化产业体系第{number}{point}条|推进。" for point in range(3)]
    front = plan_handout(written_brief("\n".join(rows) + "\n"), Facts()).front
    assert front.density is not Density.NORMAL
    assert all(points.count("；") == 2 for _, points in front.framework.rows)


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


def test_a_long_task_begins_anew_on_the_next_page(written_brief):
    steps = "；".join(f"完善第{n}项工作机制并且认真抓好组织实施" for n in range(30))
    script = f"T 在推进会上的讲话\n1 一、|健全机制|{steps}。|{steps}\n"
    handout = plan_handout(written_brief(script), Facts())
    groups = [group for page in handout.task_pages for group in page]
    assert [group.number for group in groups] == ["1"] * len(handout.task_pages)
    assert groups[0].task == "健全机制"
    assert all(group.task == "健全机制（续）" for group in groups[1:])
    assert sum(len(group.steps) for group in groups) == 30


@pytest.mark.parametrize("count", range(8, 24))
def test_a_tasks_last_row_is_not_left_alone_on_a_page(written_brief, count):
    steps = "；".join(f"完善第{n}项工作机制并且认真抓好组织实施" for n in range(count))
    handout = plan_handout(written_brief(f"T 在推进会上的讲话\n1 一、|健全机制|{steps}。|{steps}\n"), Facts())
    rows = [len(group.steps) for page in handout.task_pages for group in page]
    assert sum(rows) == count
    assert rows[-1] > 1
