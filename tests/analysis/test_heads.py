"""The verb that a clause comes to, behind whatever stands before it; none where nothing is asked for."""

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from reportgen.analysis.heads import head, names_nobody, prelude

VERBS = {
    "建立工作台账": "建立",
    "要建立工作台账": "建立",
    "要进一步建立健全工作台账": "建立",
    "各级各部门要建立工作台账": "建立",
    "今年要建立工作台账": "建立",
    "同时建立工作台账": "建立",
    "在全县范围内建立工作台账": "建立",
    "对重点领域开展专项整治": "开展",
    "通过以赛代训提升业务能力": "提升",
    "切实加强组织领导": "加强",
    "扎扎实实地推进项目建设": "推进",
    "领导小组要对未摘帽县继续开展督查": "开展",
    "稳就业": "稳",
    "促消费": "促",
    "做改革创新的排头兵": "做",
    # No list has all verbs; a word of duty bids whatever follows it.
    "指示牌应安装在显眼处": "安装",
    "车辆必须停放在指定区域": "停放",
    "把安全放在首位": "放在",
    "将成熟经验用于面上工作": "用于",
    # What there is, what somebody knows, what a noun holds.
    "生态环境明显好转": None,
    "存在一些薄弱环节": None,
    "要充分认识到形势的严峻性": None,
    "重要的是人才": None,
    "天气很好": None,
    "春天来了": None,
}


@pytest.mark.parametrize("clause", VERBS)
def test_the_verb_behind_all_that_stands_before_it(clause):
    found = head(clause)
    assert (found and found.verb) == VERBS[clause]


@pytest.mark.parametrize(
    ("clause", "modal"),
    [
        ("要建立工作台账", True),
        ("各单位必须落实责任", True),
        ("务必抓好落实", True),
        ("建议加强督查", True),
        ("建立工作台账", False),
        ("已建立工作台账", False),
    ],
)
def test_a_duty_is_told_from_a_fact_and_a_possibility(clause, modal):
    assert head(clause).modal is modal


@settings(deadline=None)
@given(
    st.lists(st.sampled_from(["要", "今年", "切实", "同时", "各单位", "对重点企业", "进一步"]), max_size=4),
    st.sampled_from(["建立台账", "开展排查", "加强督查", "推进改革"]),
)
def test_the_verb_is_found_where_it_stands(before, asks):
    clause = "".join(before) + asks
    found = head(clause)
    assert found is not None
    assert clause[found.start : found.start + len(found.verb)] == found.verb
    assert found.start >= len("".join(before)) - 1


@given(st.text(max_size=60))
def test_any_text_has_a_verb_of_its_own_or_none(text):
    found = head(text)
    assert found is None or text.startswith(found.verb, found.start)


@pytest.mark.parametrize(
    ("clause", "nobody"),
    [
        ("要建立工作台账", True),
        ("切实加强督查", True),
        ("把责任落实到人", True),
        ("全部清退到位", False),
        ("县财政局要兑付资金", False),
        ("群众要积极参与", False),
        ("各单位建立台账", False),
    ],
)
def test_whether_a_clause_says_of_somebody_that_he_does_it(clause, nobody):
    assert names_nobody(clause) is nobody


@pytest.mark.parametrize(
    ("clause", "opening"),
    [
        ("要建立台账", "要"),
        ("同时要建立台账", "同时要"),
        ("今年必须建立台账", "今年必须"),
        ("切实建立台账", "切实"),
        ("建立台账", ""),
        ("台账要建立", ""),
    ],
)
def test_the_words_that_a_clause_begins_with(clause, opening):
    assert prelude(clause) == opening
