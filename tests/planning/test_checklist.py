"""The checklist as a value: a row a measure, and nothing that the speech does not say."""

from reportgen.analysis import Brief, Editorial, Excerpt, Goal, Measure, Task
from reportgen.outline import Document, Node
from reportgen.planning.checklist import COLUMNS, plan_checklist
from reportgen.planning.facts import Facts
from reportgen.planning.handout import SHEET, plan_handout
from speech import brief_of, source_of

TEXT = "在会上的讲话\n\n一是优化环境。减环节，减时间，让群众满意。\n由市司法局牵头，年底前完成。"
SOURCE = source_of(TEXT, "讲话.txt")


def excerpt(words):
    start = TEXT.index(words)
    return Excerpt((SOURCE.passage(start, start + len(words)),), words)


def passage(words):
    return excerpt(words).passages[0]


NODE = Node(2, passage("一是"), passage("优化环境"), passage(TEXT[9:]).span)
TASK = Task(
    NODE,
    excerpt("优化环境"),
    (
        Measure(excerpt("减环节"), owner=excerpt("市司法局"), deadline=excerpt("年底前")),
        Measure(excerpt("牵头"), deadline=Editorial("7月")),
    ),
    (Goal(excerpt("让群众满意")),),
    "第一部分",
)


def planned(*tasks, facts=None, title=True, **more):
    document = Document(SOURCE, (passage("在会上的讲话"),) if title else (), **more)
    return plan_checklist(Brief(document, None, tasks=tasks), facts or Facts())


def test_a_row_a_measure_with_its_own_place():
    first, second = planned(TASK).entries
    assert (first.number, first.task, first.measure) == (1, "优化环境", "减环节")
    assert (second.number, second.task, second.measure) == (1, "优化环境", "牵头")
    assert (first.origin, second.origin) == ("第一部分 第1段", "第一部分 第2段")
    assert {row.goals for row in (first, second)} == {"让群众满意"}
    assert [(row.owner, row.deadline) for row in (first, second)] == [
        ("市司法局", "年底前"),
        ("", "7月〔编者加〕"),
    ]


def test_what_is_not_stated_is_empty():
    bare = Task(NODE, excerpt("优化环境"), ())
    (row,) = planned(bare).entries
    assert (row.measure, row.goals, row.owner, row.deadline, row.origin) == ("", "", "", "", "第1段")


def test_the_words_of_an_editor_bear_a_mark():
    edited = Task(NODE, Editorial("新任务"), (Measure(Editorial("新举措")),), where="第一部分")
    (row,) = planned(edited).entries
    assert (row.task, row.measure) == ("新任务〔编者加〕", "新举措〔编者加〕")
    assert row.origin == ""


def test_a_part_that_an_editor_added_has_no_place():
    end = SOURCE.passage(len(TEXT), len(TEXT))
    added = Task(Node(1, None, end, end.span), Editorial("新任务"), (Measure(Editorial("新举措")),), where="")
    (row,) = planned(added).entries
    assert row.origin == ""


def test_the_place_is_the_one_that_the_handout_prints():
    text = "在会上的讲话\n张三\n同志们：\n今天开会。\n一、优化环境\n减少办事环节，压缩办理时间。"
    brief = brief_of(text)
    (row,) = plan_checklist(brief, Facts()).entries
    handout = plan_handout(brief, Facts(), SHEET)
    (place,) = (one.place for one in handout.digest if one.place)
    assert (place, row.origin) == ("第 2—3 段", "第一部分 第3段")


def test_what_an_editor_added_to_a_task_of_the_speech_has_no_place():
    added = Measure(Editorial("新举措"))
    one, two = planned(
        Task(NODE, excerpt("优化环境"), (added, Measure(excerpt("减环节"))), (), "第一部分")
    ).entries
    assert (one.origin, two.origin) == ("", "第一部分 第1段")
    (row,) = planned(Task(NODE, Editorial("优化营商环境"), (), (), "第一部分")).entries
    assert row.origin == ""


def test_facts_of_the_user_win_and_absent_ones_leave_nothing():
    assert planned(TASK).basis == "在会上的讲话"
    assert planned(TASK, title=False).basis == "讲话"
    facts = Facts("另一个标题", "张三", None, "2024年5月1日")
    checklist = planned(TASK, facts=facts, byline=passage("市司法局"))
    assert checklist.basis == "另一个标题\u3000张三\u30002024年5月1日"


def test_no_tasks_no_rows():
    checklist = planned()
    assert checklist.entries == ()
    assert checklist.columns == COLUMNS
    assert checklist.title == "落实清单"
