"""What the figures of a sentence are told for, and which deserve to stand big."""

import pytest

from reportgen.analysis import Role
from reportgen.checking.said import passages
from speech import said_under

ROLES = {
    # What came of it; what may or shall be so is none.
    "全年完成投资120亿元。": ["result"],
    "新增就业3200人。": ["result"],
    "贫困发生率由2019年的8.1%下降到2024年的0.6%。": ["result", "result"],
    "到2024年底，贫困发生率由8.1%下降到0.6%。": ["result", "result"],
    "已有36个村通过验收、实现脱贫。": ["result"],
    "偏远站点的补贴可比其他站点高20%。": ["scale"],
    "人均面积不得低于15平方米。": ["scale"],
    # What is to be reached; the end of a year that is told of is none.
    "力争完成投资170亿元。": ["target"],
    "到2027年，城镇化率达到65%，绿化率达到45%。": ["target", "target"],
    "今年要从毕业生中招收300人。": ["target"],
    "截至2023年底，全市共有车站120座。": ["scale"],
    "这项工作重要的是抓好300个村。": ["scale"],
    # What is lacking; what is lacking no more is none.
    "运营经费缺口达1.8亿元。": ["gap"],
    "财政补贴仅300万元。": ["gap"],
    "还有52个村没有通硬化路。": ["gap"],
    "近20万人存在返贫风险。": ["gap"],
    "不仅取消了300万元的收费。": ["scale"],
    "仅去年就有300万元到账。": ["scale"],
    "淘汰落后产能900万吨。": ["scale"],
    "比上年落后于全市3个百分点。": ["gap"],
    "20万人稳定消除返贫风险。": ["scale"],
    "每年投入不低于300万元。": ["scale"],
    "全县320个村拥有未来乡村试点资格。": ["scale"],
    "今年计划投资3亿元。": ["target"],
    "营养改善计划惠及3200名孩子。": ["result"],
    # What is spared, what is promised.
    "推广新工艺，每年节约成本3.2亿元。": ["saving"],
    "办理时限由15个工作日压缩至3个工作日。": ["saving", "saving"],
    "我们将在三年内提供20亿元援助。": ["commitment"],
    "我宣布：再拿出3亿元设立发展基金。": ["commitment"],
    "去年安排资金3亿元。": ["scale"],
    # How much there is.
    "全市60周岁以上人口175.6万人。": ["scale"],
    # How often something was held, how many were sent.
    "去年先后召开会议23次。": ["activity"],
    "12个乡镇的5位同志作了发言。": ["scale", "activity"],
    "先后派出15个工作组。": ["activity"],
    "印发简报36期。": ["activity"],
    "举办文体活动2224场次。": ["activity"],
    "开展培训活动，投入资金3亿元。": ["scale"],
    # Points of a list, names.
    "深刻把握11个坚持的要求。": ["ordinal"],
    "省里出台了改革20条意见。": ["ordinal"],
    "支持建设20个重点园区。": ["ordinal"],
    # Tales, examples, suppositions.
    "我给大家讲个故事。有个工厂招了300人。": ["story"],
    "我原来花10万元买了一台车。": ["story"],
    "如果把3亿元的项目做成一单，风险就大了。": ["story"],
    "比如，某公司的测试人员有1850人。": ["story"],
    "他们的开发人员有1850人。": ["story"],
    "带动其他企业招工1850人。": ["scale"],
    # What has yet to be filled in or verified.
    "满意率达到95.6%【待核】。": ["placeholder"],
    "完成投资3.2亿元（待核实）。": ["placeholder"],
    "完成投资3.2亿元（含技改）。": ["result"],
    "××县粮食产量12.6万吨。": ["scale"],
}


@pytest.mark.parametrize("text", ROLES)
def test_a_figure_is_told_for_something(text):
    assert [one.role.value for one in said_under(text).figures] == ROLES[text]


def big(text, title="在工作会议上的讲话"):
    return ["→".join(one.text for one in run) for run in said_under(text, title).heroes]


ANSWERS = {
    "全年完成投资120亿元。": ["120亿元"],
    "贫困人口从2015年的12万人减少到2020年的800人。": ["12万人→800人"],
    "经费缺口达1.8亿元，各级补贴仅300万元。": ["1.8亿元", "300万元"],
    "我们将建立30个合作中心。": ["30个"],
    "力争入学率达到98%。": ["98%"],
    "××县完成投资5亿元。": ["5亿元"],
    "51家因设施老化停止运营。": ["51家"],
    "每千名老人只拥有36张床位。": ["36张"],
    "产值突破3万亿元、达3.6万亿元。": ["3.6万亿元"],
    "完成投资120亿元。各地要算账。完成投资120亿元。": ["120亿元"],
}
NONE = (
    "12个乡镇的5位同志作了发言。",
    "去年先后召开会议23次。",
    "深刻把握11个坚持的要求。",
    "新建食堂18个，改造小区36个。",
    "如果把3亿元的项目做成一单，风险就大了。",
    "我原来花10万元买了一台车。",
    "满意率达到95.6%【待核】。",
    "完成投资××亿元、引资12.5亿元。",
    "把13亿人的饭碗端在自己手中。",
    "占户籍人口的22.5%。",
    "这一比例仅为5%。",
    "比上年增长7.7%。",
    "疫情夺走了30万人的生命。",
    "预计到2035年，老年人口将达到300万人。",
    "联合出资3亿元。",
    "销售业绩翻一番。",
    "建成集聚区1家、基地5家。",
    "心里百分之七八十就有底了。",
)


@pytest.mark.parametrize("text", ANSWERS)
def test_a_figure_that_answers_a_question_is_big(text):
    assert big(text) == ANSWERS[text]


@pytest.mark.parametrize("text", NONE)
def test_a_figure_that_a_reader_would_laugh_at_is_not(text):
    assert big(text) == []


def test_the_number_of_others_is_not_big_in_the_speech_of_one_place():
    own = "我市加快发展。全市完成产值300亿元，我市增速加快。"
    assert big(f"{own}全国完成产值9万亿元。") == ["300亿元"]
    assert big("全国完成产值9万亿元。") == ["9万亿元"]


def test_what_the_title_is_about_counts_for_more():
    said = "养老床位总数39万张。"
    assert big(f"先说情况。{said}", "关于加快发展养老服务的建议") == ["39万张"]
    assert big(f"先说情况。{said}", "关于加快发展航空货运的建议") == []


def test_of_many_there_are_six_and_the_strongest():
    many = "".join(
        f"{name}区完成投资{number}亿元。"
        for name, number in zip("甲乙丙丁戊己庚", range(11, 18), strict=True)
    )
    found = big(f"{many}人均收入由3万元增加到5万元。")
    assert len(found) == 6
    assert found[-1] == "3万元→5万元"


def test_what_must_not_be_big_never_is():
    assert {role for role in Role if not role.may_be_big} == {
        Role.ACTIVITY,
        Role.ORDINAL,
        Role.STORY,
        Role.PLACEHOLDER,
    }


def test_a_contrast_may_be_printed_as_one():
    assert "8.1%→0.6%" in [words for _, words in passages(said_under("贫困发生率由8.1%下降到0.6%。"))]
