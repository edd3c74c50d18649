"""Words, items, sentences and paragraphs that stand twice, and doublings that are good Chinese."""

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from proofs import advice, findings, marked

WORDS = [
    "我们⟦的的⟧工作取得了成绩。",
    "我们取得⟦了了⟧成绩。",
    "这⟦是是⟧大家努力的结果。",
    "我们⟦在在⟧推进改革。",
    "产业⟦和和⟧就业都要抓。",
    "部门⟦与与⟧部门要联动。",
    "从群众⟦从从⟧基层做起。",
    "要⟦把把⟧责任落实到人。",
    "要⟦被被⟧动为主动。",
    # Two words, or an idiom.
    "我们的目的的确明确，不能不了了之，为了了解民情走访。",
    "现在在岗人员要尽职，内在在线课程要更新。",
    "共产党员要实事求是是一贯的要求，是是非非要分清。",
    "和和美美过日子，温和和善待人。",
    "参与与会人员的讨论。",
    "及及时时反馈，以及及时更新。",
    "服从从严治党的要求。",
    "一把把关卡守好。",
    "大将将来到任，干将将士用命。",
]


@pytest.mark.parametrize("case", WORDS)
def test_a_particle_twice_is_told_and_two_words_are_not(case):
    assert marked("doubled-word", case) == case


PHRASES = [
    "要⟦进一步进一步⟧加强领导。",
    "⟦加强加强⟧督查。",
    "要⟦深入推进深入推进⟧改革。",
    "⟦各单位各单位⟧要高度重视。",
    "这件事要研究研究，讨论讨论，考虑考虑。",
    "一步一步来，一个一个办，一件一件落实。",
    "人人有责，天天打卡，渐渐见效，大大提高。",
    "抓得很紧很紧，越来越好，越办越好。",
    "好好学习，慢慢积累，常常下去看看。",
    "轰轰烈烈，重重困难，层层传导压力。",
    "非常非常重要，谢谢谢谢大家。",
]


@pytest.mark.parametrize("case", PHRASES)
def test_a_word_twice_in_a_row_is_told_and_a_doubled_verb_is_not(case):
    assert marked("doubled-phrase", case) == case


CLAUSES = [
    "⟦要抓早抓小⟧，要抓早抓小，要见实效。",
    "要见实效，⟦要抓早抓小⟧；要抓早抓小。",
    "要抓早抓小，要见实效，要抓早抓小。",
    "抓早，抓早，要见实效。",
    "要抓早抓小，要抓早抓小抓苗头。",
]


@pytest.mark.parametrize("case", [f"今年任务很重，{case}" for case in CLAUSES])
def test_a_clause_behind_itself_is_told(case):
    assert marked("repeated-clause", case) == case


ITEMS = [
    "抓好产业、就业、教育、⟦就业⟧工作。",
    "抓好招商引资、项目建设、⟦招商引资⟧。",
    "抓好教育、医疗、养老、⟦医疗⟧等问题。",
    "要加强教育培训、实践锻炼、⟦教育培训⟧。",
    "抓好产业、就业、教育工作。",
    "深化体制改革、机制改革、制度改革。",
    "处理企业与企业、企业与政府的关系。",
    "抓产业、促就业，抓产业、保民生。",
]


@pytest.mark.parametrize("case", ITEMS)
def test_an_item_twice_in_a_list_is_told(case):
    assert marked("repeated-item", case) == case


LONG = "各级各部门要提高政治站位，把思想统一到会议精神上来。"


def test_a_long_sentence_near_itself_is_told():
    case = f"{LONG}⟦{LONG}⟧要抓好落实。"
    assert marked("repeated-sentence", case) == case


@pytest.mark.parametrize(
    "text",
    [
        # Short, or far away, or not the same.
        "要抓好落实。要抓好落实。",
        f"{LONG}{'这是另外的一句话，讲的是别的事情。' * 30}{LONG}",
        f"{LONG}{LONG.replace('会议', '讲话')}",
    ],
)
def test_what_a_speaker_comes_back_to_is_no_slip(text):
    assert advice("repeated-sentence", text) == []


PARAGRAPH = "今年是完成规划目标任务的关键一年，大家要鼓足干劲，迎难而上。"


def test_a_paragraph_that_stands_twice_is_told_with_the_line_of_the_first():
    text = f"{PARAGRAPH}\n这件事情要办好。\n{PARAGRAPH}\n"
    assert advice("repeated-paragraph", text) == [("这一段与第 3 行相同", "删去一处")]


def test_a_run_of_paragraphs_that_was_pasted_twice_is_told_once():
    other = "要坚持问题导向，聚焦薄弱环节，抓好问题的整改。"
    text = f"{PARAGRAPH}\n{other}\n{PARAGRAPH}\n{other}\n"
    assert advice("repeated-paragraph", text) == [("这一段与第 3 行相同（连同下文共 2 段）", "删去一处")]


def test_a_short_line_may_come_again():
    assert advice("repeated-paragraph", "要抓好落实。\n其他事项。\n要抓好落实。\n") == []


def test_the_sentences_of_a_paragraph_that_stands_twice_are_not_told_again():
    assert advice("repeated-sentence", f"{PARAGRAPH}\n{PARAGRAPH}\n") == []


@settings(deadline=None, max_examples=50)
@given(st.permutations(["要抓好产业", "要稳住就业", "要办好教育", "要管好环境", "要守住底线"]))
def test_no_order_of_different_clauses_is_a_repetition(clauses):
    text = "，".join(clauses) + "。"
    rules = ("repeated-clause", "repeated-item", "repeated-sentence", "doubled-phrase", "doubled-word")
    assert findings(text, *rules)[1] == ()
