"""Marks beside marks: what two of them do together, and the shapes of dots and dashes."""

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from proofs import advice, marked

DOUBLED = [
    "要抓落实⟦，，⟧见实效。",
    "要抓落实，见实效⟦。。⟧",
    "要抓早⟦、，⟧抓小。",
    "要求如下⟦：：⟧立即整改。",
    "抓项目⟦；，⟧抓招商。",
    "抓落实了没有⟦？。⟧大家想一想。",
    "务必做到⟦！！。⟧大家记住。",
    "抓落实⟦，？⟧抓招商。",
    "抓落实⟦。！⟧抓招商。",
    "第一，抓早⟦，、；⟧第二，抓小。",
    # Three full stops are an ellipsis gone wrong, told by another rule; ？！ is a mark of its own.
    "要抓项目。。。要抓招商。",
    "难道不是吗？！",
    "好！！",
    "他说：“干！”，大家都说好。",
    "学习《条例》，抓落实。",
    "有农业、工业（含建筑业）、服务业。",
]


@pytest.mark.parametrize("case", [case.replace("⟦！！。⟧", "！⟦！。⟧") for case in DOUBLED])
def test_two_stops_side_by_side_are_one_too_many(case):
    assert marked("doubled-mark", case) == case


@settings(deadline=None)
@given(
    st.lists(st.sampled_from("，、；：。"), min_size=2, max_size=4).filter(lambda marks: set(marks) != {"。"})
)
def test_any_run_of_stops_is_told_once_and_whole(marks):
    run = "".join(marks)
    assert advice("doubled-mark", f"要抓落实{run}见实效") == [(f"标点重叠“{run}”", "只留一个")]


STOPS = [
    "他说：“要抓落实⟦。”。⟧",
    "他问：“抓落实了没有⟦？”。⟧",
    "大家高呼：“坚决完成任务⟦！”。⟧",
    "他说：“要抓落实。”大家都赞成。",
    "要做到“事事有回音”。",
    "他说：“要抓落实。”，接着又问。",
]


@pytest.mark.parametrize("case", STOPS)
def test_a_stop_on_both_sides_of_a_quote_is_told(case):
    assert marked("double-stop", case) == case


HUNG = [
    "要抓好“项目⟦，⟧”的建设。",
    "要抓好（含续建项目⟦；⟧）的建设。",
    "学习《条例⟦、⟧》精神。",
    "他提出‘两手抓⟦：⟧’的方针。",
    "要抓好“⟦，⟧项目”建设。",
    "要抓好（⟦。⟧含续建）项目。",
    "学习《⟦、⟧条例》精神。",
    "“一体化”，“高质量”，是两个要求。",
    "他说：“要抓落实。”大家都赞成（鼓掌。）",
    "学习《条例》、《办法》。",
]


@pytest.mark.parametrize("case", HUNG)
def test_a_stop_that_hangs_on_a_mark_is_told(case):
    assert marked("hung-mark", case) == case


STRAIGHT = [
    '开展⟦"⟧大走访⟦"⟧活动。',
    '⟦"⟧大走访⟦"⟧活动要搞好。',
    '他说：⟦"⟧要抓落实。⟦"⟧',
    '推行⟦"⟧5G+⟦"⟧行动。',
    "推行“5G+”行动。",
    '字段写作`"名称"`即可。',
    '参数是key="value".',
]


@pytest.mark.parametrize("case", STRAIGHT)
def test_a_straight_quote_beside_chinese_is_told(case):
    assert marked("straight-quote", case) == case


BETWEEN = [
    "坚持“四个意识”⟦、⟧“四个自信”。",
    "学习《意见》⟦、⟧《条例》⟦、⟧《办法》。",
    "学习“五进”⟦、⟧《条例》。",
    "坚持“四个意识”“四个自信”。",
    "学习《意见》（2023年）、《条例》。",
    "坚持“四个意识”和“四个自信”。",
    "抓“五进”、抓《条例》。",
    "他说“是”，“对”。",
]


@pytest.mark.parametrize("case", BETWEEN)
def test_no_comma_is_needed_between_quotes_and_titles(case):
    assert marked("dun-between-quotes", case) == case


ET_CETERA = [
    "抓好产业、就业⟦、⟧等工作。",
    "学习《条例》⟦、⟧等文件。",
    "抓“五进”⟦、⟧等活动。",
    "还有安全、环保⟦……等⟧问题。",
    "还有安全、环保⟦等……⟧",
    # 等 that is the beginning of another word.
    "落实一、二、等级评定办法。",
    "坚持平等、等价、有偿的原则。",
    "不能坐、等、靠，等待观望。",
    "克服拖、等候、观望的心态。",
    "抓好产业、就业等工作。",
    "一句话没说完……等到会后再谈。",
    "他还没说完……等你来了再说。",
]


@pytest.mark.parametrize("case", ET_CETERA)
def test_a_mark_before_et_cetera_is_told(case):
    assert marked("et-cetera", case) == case


ELLIPSIS = [
    "抓项目⟦...⟧抓招商。",
    "抓项目⟦......⟧抓招商。",
    "抓项目⟦。。。。。。⟧抓招商。",
    "抓项目⟦···⟧抓招商。",
    "抓项目⟦…⟧抓招商。",
    "抓项目，⟦…⟧抓招商。",
    "抓项目⟦………⟧抓招商。",
    "抓项目……抓招商。",
    "一、总体要求…12",
    "共计1...5项",
    "见https://example.com/a...b一文。",
]


@pytest.mark.parametrize("case", ELLIPSIS)
def test_an_ellipsis_has_six_dots(case):
    assert marked("ellipsis", case) == case


DASH = [
    "抓项目⟦--⟧抓招商。",
    "抓项目⟦---⟧抓招商。",
    "抓项目⟦－－⟧抓招商。",
    "抓项目⟦──⟧抓招商。",
    "“十四五”⟦--⟧未来五年。",
    "抓项目⟦--⟧《规划》。",
    "抓项目——抓招商。",
    "京-沪高铁开通。",
    "2021--2025年。",
    "参数--force要慎用。",
]


@pytest.mark.parametrize("case", DASH)
def test_hyphens_are_no_dash(case):
    assert marked("dash", case) == case


@pytest.mark.parametrize(
    ("rule", "text", "said"),
    [
        (
            "double-stop",
            "他说：“要抓落实。”。",
            ("引号内外都有句末标点", "独立引用留里面的，引文是句子成分的留外面的"),
        ),
        ("hung-mark", "要抓好“项目，”的建设。", ("“，”紧挨着引号、括号或书名号", "移到外面，或删去")),
        ("straight-quote", '开展"大走访”活动。', ("中文里用了直引号", "改为弯引号“ ”")),
        (
            "dun-between-quotes",
            "学习《意见》、《条例》。",
            ("并列的引号、书名号之间通常不用顿号", "删去顿号"),
        ),
        ("et-cetera", "抓产业、就业、等工作。", ("“、”与“等”重复或多余", "只用“等”")),
        ("ellipsis", "抓项目...抓招商。", ("省略号的形式不对", "改为六个点“……”")),
        ("dash", "抓项目--抓招商。", ("破折号的形式不对", "改为“——”")),
    ],
)
def test_what_is_said_of_a_mark(rule, text, said):
    assert advice(rule, text) == [said]


@pytest.mark.parametrize(
    ("rule", "bad"),
    [
        ("straight-quote", '开展"大走访"活动。'),
        ("dun-between-quotes", "学习《意见》、《条例》。"),
        ("ellipsis", "抓项目...抓招商。"),
        ("dash", "抓项目--抓招商。"),
    ],
)
def test_a_habit_is_told_place_by_place_until_there_are_many(rule, bad):
    each = len(advice(rule, bad))
    few, many = bad * (5 // each), bad * 6
    assert len(advice(rule, few)) == 5 // each * each
    ((message, _),) = advice(rule, many)
    assert message.endswith(f"（全文同类共 {6 * each} 处，只标第一处）")
