"""The outline of a speech: numbers missing or twice, levels, headings, and the counts that it announces."""

import pytest

from proofs import HEAD, advice, findings, marked


def outline(text):
    """The lines of a case without the margin of the test."""
    return "\n".join(line.strip() for line in text.strip().splitlines()) + "\n"


NUMBERING = {
    "a number is missing": """
        一、抓产业
        产业要强。
        二、抓城建
        城建要优。
        ⟦四、⟧抓民生
        民生要实。
        """,
    "a number stands twice": """
        一、抓产业
        产业要强。
        二、抓城建
        城建要优。
        ⟦二、⟧抓民生
        民生要实。
        """,
    "the first number stands twice": """
        一、抓产业
        产业要强。
        ⟦一、⟧抓城建
        城建要优。
        二、抓民生
        民生要实。
        """,
    "a number is missing below a heading": """
        一、抓产业
        （一）抓招商
        招商要快。
        ⟦（三）⟧抓服务
        服务要优。
        二、抓民生
        民生要实。
        """,
    "all numbers are there": """
        一、抓产业
        （一）抓招商
        招商要快。
        （二）抓服务
        服务要优。
        二、抓民生
        （一）抓就业
        就业要稳。
        （二）抓养老
        养老要托底。
        """,
}


@pytest.mark.parametrize("name", NUMBERING)
def test_numbering(name):
    case = outline(NUMBERING[name])
    assert marked("numbering", case) == case


LEVELS = {
    "一、 and then 1.": (
        "一、抓产业\n⟦1.⟧抓招商\n招商要快。\n2.抓服务\n服务要优。\n二、抓民生\n民生要实。\n",
        "跳级",
    ),
    "（一） and then （1）": (
        "一、抓产业\n（一）抓招商\n⟦（1）⟧走出去\n多走多看。\n（2）请进来\n多请多谈。\n（二）抓服务\n服务要优。\n",
        "跳级",
    ),
    "1. and then （一）": (
        "1.抓产业\n⟦（一）⟧抓招商\n招商要快。\n（二）抓服务\n服务要优。\n2.抓民生\n民生要实。\n",
        "颠倒",
    ),
    "in order": (
        "一、抓产业\n（一）抓招商\n1.走出去\n（1）多走\n走遍长三角。\n（2）多看\n看遍珠三角。\n2.请进来\n多请。\n",
        None,
    ),
}


@pytest.mark.parametrize("name", LEVELS)
def test_levels_follow_the_order_of_the_standard(name):
    case, said = LEVELS[name]
    assert marked("level-order", case) == case
    assert [said in message for message, _ in advice("level-order", case)] == ([True] if said else [])


def test_the_level_that_belongs_there_is_named():
    text = "一、抓产业\n1.抓招商\n招商要快。\n2.抓服务\n服务要优。\n"
    assert advice("level-order", text) == [
        ("“一、”之下直接用“1.”，层次跳级", "按“一、（一）1.（1）”的次序，宜用“（一）”")
    ]


MARKS = [
    ("⟦（一）、⟧抓招商\n招商要快。\n⟦（二）、⟧抓服务\n服务要优。\n", "改为“（一）”"),
    ("⟦一．⟧抓招商\n招商要快。\n⟦二．⟧抓服务\n服务要优。\n", "改为“一、”"),
    ("⟦1、⟧抓招商\n招商要快。\n⟦2、⟧抓服务\n服务要优。\n", "改为“1.”"),
    ("一、抓招商\n招商要快。\n二、抓服务\n服务要优。\n", None),
    ("（一）抓招商\n招商要快。\n（二）抓服务\n服务要优。\n", None),
    ("1.抓招商\n招商要快。\n2.抓服务\n服务要优。\n", None),
]


@pytest.mark.parametrize(("case", "first"), MARKS)
def test_the_mark_behind_a_number(case, first):
    assert marked("marker-mark", case) == case
    wanted = [suggestion for _, suggestion in advice("marker-mark", case)]
    assert wanted[:1] == ([first] if first else [])


EMPTY = {
    "one among full ones": "一、抓产业\n产业要强。\n二、⟦抓城建⟧\n三、抓民生\n民生要实。\n",
    "the last one": "一、抓产业\n产业要强。\n二、抓城建\n城建要优。\n三、⟦抓民生⟧\n",
    "none is empty": "一、抓产业\n产业要强。\n二、抓城建\n城建要优。\n三、抓民生\n民生要实。\n",
    "all are mere lines": "一、抓产业\n二、抓城建\n三、抓民生\n",
    "most are mere lines": "一、抓产业\n产业要强。\n二、抓城建\n三、抓民生\n四、抓党建\n五、抓作风\n",
    "what ends with a stop is a sentence": "一、抓产业\n产业要强。\n二、抓城建。\n三、抓民生\n民生要实。\n",
}


@pytest.mark.parametrize("name", EMPTY)
def test_a_heading_with_nothing_below_it_is_told(name):
    assert marked("empty-section", EMPTY[name]) == EMPTY[name]


STOPS = {
    "a full stop": "一、总体要求⟦。⟧\n坚持稳中求进。\n二、主要任务⟦。⟧\n抓项目。\n",
    "none": "一、总体要求\n坚持稳中求进。\n二、主要任务\n抓项目。\n",
    "run in": "一是总体要求。坚持稳中求进，抓好落实。\n二是主要任务。抓好项目，抓好招商。\n",
    "nothing below it": "一、坚持稳中求进。\n二、抓好项目建设。\n",
}


@pytest.mark.parametrize("name", STOPS)
def test_a_heading_on_its_own_line_has_no_full_stop(name):
    assert marked("heading-stop", STOPS[name]) == STOPS[name]


def headings(*ends):
    """A heading for each end, the end behind it, and a line below."""
    lines = zip("一二三四", ends, strict=False)
    return "".join(f"{number}、{end.replace('甲', '工作要求')}\n要做好这项工作。\n" for number, end in lines)


HABITS = {
    "three have none": headings("甲", "甲", "甲", "⟦甲⟧。"),
    "three have one": headings("甲。", "甲。", "甲。", "⟦甲⟧"),
    "two of four": headings("甲。", "甲。", "甲", "甲"),
    "too few": headings("甲", "甲", "甲。"),
}


@pytest.mark.parametrize("name", HABITS)
def test_headings_of_one_level_end_alike(name):
    assert marked("heading-habit", HABITS[name]) == HABITS[name]


ANNOUNCED = {
    "too few follow": (
        "下面我讲⟦三⟧点意见：\n一、抓产业\n产业要强。\n二、抓民生\n民生要实。\n",
        "前面说 3 项，后面有 2 项",
    ),
    "too many follow": (
        "下面我讲⟦两⟧点意见：\n一、抓产业\n产业要强。\n二、抓民生\n民生要实。\n三、抓党建\n党建要严。\n",
        "前面说 2 项，后面有 3 项",
    ),
    "in figures": (
        "下面我讲⟦3⟧点意见。\n一、抓产业\n产业要强。\n二、抓民生\n民生要实。\n",
        "前面说 3 项，后面有 2 项",
    ),
    "in one paragraph": ("做到⟦四⟧点：一是早谋划；二是细安排；三是严督查。\n", "前面说 4 项，后面有 3 项"),
    "of things": ("抓好⟦三⟧个环节：一是早谋划；二是细安排。\n", "前面说 3 项，后面有 2 项"),
    "as many follow": ("下面我讲两点意见：\n一、抓产业\n产业要强。\n二、抓民生\n民生要实。\n", None),
    "as many in the paragraph": ("做到两点：一是早谋划；二是细安排。\n", None),
    "one is none": ("再强调一点：\n一、抓产业\n产业要强。\n二、抓民生\n民生要实。\n", None),
    "nothing is counted behind it": ("下面我讲三点意见。要抓产业，抓民生。\n", None),
    "another count begins": (
        "做到两点：一是早谋划；二是细安排。还有：一是抓督查；二是抓考核；三是抓问责。\n",
        None,
    ),
}


@pytest.mark.parametrize("name", ANNOUNCED)
def test_a_speech_has_as_many_points_as_it_announces(name):
    case, message = ANNOUNCED[name]
    source, found = findings(case.replace("⟦", "").replace("⟧", ""), "announced-count")
    assert [one.message for one in found] == ([message] if message else [])
    number = case.partition("⟦")[2].partition("⟧")[0]
    assert all(source.text[one.span.start : one.span.end].endswith(number) for one in found)


UNITS = [
    ("县委书记在法治建设会上的讲话", "县委很重视。⟦我市⟧各部门要跟上，⟦依法治市⟧。", 2),
    ("市委书记在法治建设会上的讲话", "⟦我县⟧各部门要跟上。", 1),
    ("市委书记在法治建设会上的讲话", "我市各部门要跟上，依法治市，各县要落实。", 0),
    ("县政府常务会上的讲话", "省委作了部署，市委提出了要求，我县要落实。", 0),
    # A township speaks of its county; a title with two levels or none says nothing.
    ("镇党委书记在推进会上的讲话", "我县各部门要跟上。", 0),
    ("在县委、市委联席会上的讲话", "我市各部门要跟上。", 0),
    ("在推进会上的讲话", "我市各部门要跟上。", 0),
]


@pytest.mark.parametrize(("title", "case", "count"), UNITS)
def test_a_speech_keeps_to_the_level_of_its_unit(title, case, count):
    head = f"{title}\n同志们：\n"
    assert marked("unit-level", case, head=head) == case
    assert len(advice("unit-level", case, head=head)) == count


UNSTOPPED = [
    "要抓好产业。要抓好就业，稳住基本盘，守住底⟦线⟧\n要抓好落实。",
    "要抓好产业。要抓好就业，稳住基本盘，守住底线⟦，⟧\n要抓好落实。",
    "要抓好产业。要抓好就业，稳住基本盘，守住底线。\n要抓好落实。",
    "要抓好产业。要抓好就业，稳住基本盘：\n要抓好落实。",
    "要抓好产业，抓好就业，稳住基本盘，守住民生的底线\n要抓好落实。",
]


@pytest.mark.parametrize("case", UNSTOPPED)
def test_a_paragraph_of_sentences_ends_with_a_stop(case):
    assert marked("no-full-stop", case) == case


def test_a_speech_in_good_order_is_silent():
    text = (
        "下面我讲两点意见：\n一、抓产业\n（一）抓招商\n1.走出去\n多走多看。\n2.请进来\n多请多谈。\n"
        "（二）抓服务\n要快，要实。\n二、抓民生\n做到两点：一是就业要稳，二是养老要托底。\n"
    )
    assert findings(text, head=HEAD)[1] == ()
