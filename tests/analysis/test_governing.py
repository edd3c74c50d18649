"""Which owner and which deadline govern which clause of a sentence."""

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from acting import asked
from reportgen.analysis.clauses import sentences
from reportgen.analysis.stated import govern, torn_edges
from reportgen.source import Source, split_lines

ONE_EACH = {
    "who and when in one clause": (
        "县教育局要在开学前配齐教师。",
        ["县教育局要在开学前配齐教师|县教育局|开学前"],
    ),
    "two offices together, and a rhythm of their own": (
        "县教育局、县卫健局要在9月1日前完成体检，每学期复查一次。",
        [
            "县教育局、县卫健局要在9月1日前完成体检|县教育局、县卫健局|9月1日前",
            "每学期复查一次|县教育局、县卫健局|每学期",
        ],
    ),
    "a time in front dates the clause behind it, up to the semicolon": (
        "6月底前，县水利局要完成水库除险；9月底前，县交通局要修通断头路。",
        ["县水利局要完成水库除险|县水利局|6月底前", "县交通局要修通断头路|县交通局|9月底前"],
    ),
    "who leads stands behind, who helps takes nothing away": (
        "建立台账，由县应急局牵头，各镇街配合，7月15日前完成。",
        ["建立台账|县应急局|7月15日前"],
    ),
    "who leads stands in front, who helps between": (
        "县住建局牵头，县公安局、县城管局配合，开展专项整治。",
        ["开展专项整治|县住建局|"],
    ),
    "the last time dates its own clause only": (
        "县发改局要抓紧编制规划，9月底前报审，年底前印发。",
        ["县发改局要抓紧编制规划，9月底前报审|县发改局|9月底前", "年底前印发|县发改局|年底前"],
    ),
    "the end of a period in front": (
        "到2027年底，培育龙头企业30家。",
        ["培育龙头企业30家||到2027年底"],
    ),
    "a rhythm in front": (
        "每月10日前，各单位要报送进展。",
        ["各单位要报送进展|各单位|每月10日前"],
    ),
    "completion reaches back over the sentence": (
        "抓好秋收秋种，10月底前基本完成。",
        ["抓好秋收秋种||10月底前"],
    ),
    "whoever is made to do it": (
        "要督促企业在10月底前完成改造。",
        ["要督促企业在10月底前完成改造||10月底前"],
    ),
    "each its own": (
        "县文旅局要办好文化节，县体育局要办好运动会，县融媒体中心要做好宣传。",
        [
            "县文旅局要办好文化节|县文旅局|",
            "县体育局要办好运动会|县体育局|",
            "县融媒体中心要做好宣传|县融媒体中心|",
        ],
    ),
    "the head of an office is another owner": (
        "各级各部门要落实责任，主要负责同志要亲自抓。",
        ["各级各部门要落实责任|各级各部门|", "主要负责同志要亲自抓|主要负责同志|"],
    ),
}
NOBODY_AND_NEVER = {
    "a ban lasts, it is not to be kept by then": (
        "三年内不得调整班子。",
        ["三年内不得调整班子||"],
    ),
    "the time of a noun": (
        "加快推进2030年前碳达峰行动。",
        ["加快推进2030年前碳达峰行动||"],
    ),
    "what is to take so long": (
        "把办理时限压缩在3个工作日内。",
        ["把办理时限压缩在3个工作日内||"],
    ),
    "a condition": (
        "6月底前完不成任务的，要严肃问责。",
        ["要严肃问责||"],
    ),
    "houses of a date": (
        "2020年底前建成的小区，要全部接入管网。",
        ["2020年底前建成的小区，要全部接入管网||"],
    ),
    "what was done": (
        "各乡镇去年底前完成了排查。",
        ["各乡镇去年底前完成了排查（已做）||"],
    ),
    "what has been done": (
        "县财政局已于6月底前兑付资金。",
        ["县财政局已于6月底前兑付资金（已做）||"],
    ),
    "we and everybody are nobody": (
        "我们要加强学习，加强调研。",
        ["我们要加强学习，加强调研||"],
    ),
    "the people are called upon, and not held to it": (
        "群众要积极参与，企业要履行责任。",
        ["群众要积极参与||", "企业要履行责任|企业|"],
    ),
}


@pytest.mark.parametrize("name", ONE_EACH)
def test_who_and_when_stay_with_what_they_govern(name):
    text, expected = ONE_EACH[name]
    assert asked(text) == expected


@pytest.mark.parametrize("name", NOBODY_AND_NEVER)
def test_nobody_is_made_an_owner_and_no_day_a_deadline(name):
    text, expected = NOBODY_AND_NEVER[name]
    assert asked(text) == expected


@pytest.mark.parametrize("owner", ["县水利局", "市委宣传部", "各镇街", "县发改局、县财政局", "项目专班"])
@pytest.mark.parametrize("time", ["6月底前", "2026年3月底前", "年内", "三年内", "每季度"])
@pytest.mark.parametrize(
    ("form", "words"),
    [
        ("{o}要在{t}完成河道整治任务。", "{o}要在{t}完成河道整治任务"),
        ("{t}，{o}要完成河道整治任务。", "{o}要完成河道整治任务"),
        ("{o}牵头，{t}完成河道整治任务。", "{t}完成河道整治任务"),
        ("由{o}牵头，{t}完成河道整治任务。", "{t}完成河道整治任务"),
    ],
)
def test_however_it_is_put_who_and_when_are_the_same(owner, time, form, words):
    if time == "每季度" and "在" in form:
        form, words = (one.replace("在", "") for one in (form, words))
    said = asked(form.format(o=owner, t=time))
    assert said == [f"{words.format(o=owner, t=time)}|{owner}|{time}"]


def governed(text):
    source = Source("稿.txt", "稿", text, "0" * 64, split_lines(text))
    paragraph = source.passage(0, len(text))
    return source, [(clauses, govern(clauses)) for clauses in sentences([paragraph])]


PIECES = [
    "县水利局要",
    "6月底前",
    "完成整治",
    "，",
    "；",
    "。",
    "由县财政局负责",
    "各镇街配合",
    "建立台账",
    "去年",
    "年底前完成",
]


@settings(deadline=None)
@given(st.lists(st.sampled_from(PIECES), max_size=14).map("".join))
def test_what_governs_stands_in_the_text_and_each_clause_has_its_answer(text):
    source, found = governed(text)
    for clauses, stated in found:
        assert len(stated) == len(clauses)
        for passage in (words for one in stated for words in (one.owner, one.deadline) if words):
            assert source.text[passage.span.start : passage.span.end] == passage.text


@settings(deadline=None)
@given(
    st.lists(st.sampled_from([piece for piece in PIECES if piece not in "。；"]), min_size=1, max_size=6),
    st.lists(st.sampled_from([piece for piece in PIECES if piece not in "。；"]), min_size=1, max_size=6),
)
def test_nothing_reaches_over_a_full_stop(before, after):
    first, second = "".join(before) + "。", "".join(after) + "。"

    def words(text):
        return [
            (str(one.owner or ""), str(one.deadline or ""))
            for _, stated in governed(text)[1]
            for one in stated
        ]

    assert words(first + second) == words(first) + words(second)


LONG = "县住建局要加快老旧小区改造步伐，县水"


@pytest.mark.parametrize(
    ("lines", "torn"),
    [
        ([LONG, "利局要完成河道清淤任务。"], True),
        # A list's items are short, or end with a mark.
        (["抓产业", "抓就业"], False),
        ([LONG + "，", "利局要完成清淤。"], False),
        ([LONG + "。", "县水利局要完成清淤。"], False),
    ],
)
def test_a_line_that_no_mark_ends_may_go_on_in_the_next(lines, torn):
    text = "\n".join(lines)
    source = Source("稿.txt", "稿", text, "0" * 64, split_lines(text))
    first, second = (source.passage(line.span.start, line.span.end) for line in source.lines)
    assert torn_edges([first, second]) == (
        frozenset({first.span.end, second.span.start}) if torn else frozenset()
    )


def test_a_name_at_a_torn_edge_is_no_owner_and_one_inside_is():
    text = "县财政局要兑付资金，县水利局要完成清淤"
    source = Source("稿.txt", "稿", text, "0" * 64, split_lines(text))
    (clauses,) = sentences([source.passage(0, len(text))])
    edges = frozenset({text.index("县水利局") + 4})
    assert [str(one.owner or "") for one in govern(clauses, edges)] == ["县财政局", ""]
