"""What a sentence says of its figures (what, how it changed, when) and which of them make a series."""

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from speech import said_under

SENTENCES = {
    "全县地区生产总值达到320.5亿元，同比增长8.5%。": [
        "320.5亿元|全县地区生产总值||",
        "8.5%|全县地区生产总值|同比增长8.5%|",
    ],
    "去年，全县地区生产总值320.5亿元，其中工业增加值120亿元，增长9.1%。": [
        "320.5亿元|全县地区生产总值||去年",
        "120亿元|工业增加值||去年",
        "9.1%|工业增加值|增长9.1%|去年",
    ],
    "2024年上半年，粮食总产量12.6万吨，比上年增加0.8万吨。": [
        "12.6万吨|粮食总产量||2024年上半年",
        "0.8万吨|粮食总产量|比上年增加0.8万吨|2024年上半年",
    ],
    "贫困发生率由2019年的8.1%下降到2024年的0.6%。": [
        "8.1%|贫困发生率|由2019年的8.1%下降到2024年的0.6%|2019年",
        "0.6%|贫困发生率|由2019年的8.1%下降到2024年的0.6%|2024年",
    ],
    "办理时限由15个工作日压缩至3个工作日。": [
        "15个工作日|办理时限|由15个工作日压缩至3个工作日|",
        "3个工作日|办理时限|由15个工作日压缩至3个工作日|",
    ],
    "新建100个标准化车间，培育科技型企业56家。": [
        "100个|标准化车间||",
        "56家|培育科技型企业||",
    ],
    "共有12个乡镇的5位同志作了发言。": ["12个|乡镇||", "5位|同志||"],
    "税收占财政收入的比重为76.5%。": ["76.5%|税收占财政收入的比重||"],
    "快递业务量是2019年的2倍。": ["2倍|快递业务量|是2019年的2倍|"],
    "一般公共预算收入比上年多3.2亿元。": ["3.2亿元|一般公共预算收入|比上年多3.2亿元|"],
    "“十四五”期间，新增高速公路120公里。": ["120公里|新增高速公路||“十四五”期间"],
    "截至目前，累计走访群众1200余户，满意率超过98.5%。": [
        "1200余户|走访群众||截至目前",
        "98.5%|满意率||截至目前",
    ],
    "到2027年，研发投入占比提高2.5个百分点。": ["2.5个百分点|研发投入占比|提高2.5个百分点|2027年"],
    # What the sentence does not say stays empty: each is of another thing, or of nobody knows what.
    "城镇、农村居民收入分别达4.2万元、1.8万元。": ["4.2万元|||", "1.8万元|||"],
    "城镇新增就业3200人、1800人。": ["3200人|城镇新增就业||", "1800人|||"],
    "增长8.5%。": ["8.5%||增长8.5%|"],
}


def words(passage):
    return passage.text if passage else ""


def told(brief):
    for one in brief.figures:
        parts = (one.measured, one.change, one.period)
        yield "|".join([f"{one.value.text}{words(one.unit)}", *map(words, parts)])


@pytest.mark.parametrize("text", SENTENCES)
def test_a_figure_is_told_with_what_its_sentence_says_of_it(text):
    assert list(told(said_under(text))) == SENTENCES[text]


def test_nothing_is_carried_over_a_full_stop():
    brief = said_under("去年，粮食总产量12.6万吨。增长5.1%。")
    assert list(told(brief)) == ["12.6万吨|粮食总产量||去年", "5.1%||增长5.1%|"]


def test_figures_are_found_wherever_prose_stands_and_in_no_title():
    text = "在新增100个项目大会上的讲话\n\n同志们：\n去年建成20个车间。\n一、引进30个项目\n投入40亿元。\n"
    found = said_under(text.partition("同志们：\n")[2], "在新增100个项目大会上的讲话").figures
    assert [one.value.text for one in found] == ["20", "30", "40"]


SERIES = {
    "城镇、农村居民收入分别增长6.1%和8.2%。": ("增长", ["城镇 6.1", "农村居民收入 8.2"], "%"),
    "工业、农业、服务业投资分别为3亿元、2亿元、5亿元。": (
        "",
        ["工业 3", "农业 2", "服务业投资 5"],
        "亿元",
    ),
    "贫困发生率由2019年的8.1%下降到2024年的0.6%。": ("贫困发生率", ["2019年 8.1", "2024年 0.6"], "%"),
    "参保人口从2019年底的12.5万人增加到2024年底的18.3万人。": (
        "参保人口",
        ["2019年底 12.5", "2024年底 18.3"],
        "万人",
    ),
    "第一产业增长3.1%，第二产业增长6.5%，第三产业增长7.2%。": (
        "增长",
        ["第一产业 3.1", "第二产业 6.5", "第三产业 7.2"],
        "%",
    ),
    "2021年、2022年、2023年全县粮食产量分别为30万吨、32万吨、35万吨。": (
        "全县粮食产量",
        ["2021年 30", "2022年 32", "2023年 35"],
        "万吨",
    ),
    "2021年、2022年和2023年的参保人数分别达到3万人、4万人和5万人。": (
        "参保人数",
        ["2021年 3", "2022年 4", "2023年 5"],
        "万人",
    ),
    "全县粮食产量2021、2022、2023年分别达到30万吨、32万吨、35万吨。": (
        "全县粮食产量",
        ["2021 30", "2022 32", "2023年 35"],
        "万吨",
    ),
    "去年、今年我县税收收入分别增长3.1%、5.2%。": ("增长", ["去年 3.1", "今年 5.2"], "%"),
    "我们在2022年、2023年分别新建3所、5所。": ("新建", ["2022年 3", "2023年 5"], "所"),
    "全县低保对象中，老年人占41%，残疾人占33%，未成年人占12%。": (
        "全县低保对象",
        ["老年人 41", "残疾人 33", "未成年人 12"],
        "%",
    ),
    "从诉求构成看，土地、住房、社保分别占41%、33%、12%。": (
        "诉求构成",
        ["土地 41", "住房 33", "社保 12"],
        "%",
    ),
    "在走访过程中，老年人占41%，残疾人占33%，未成年人占12%。": (
        "占",
        ["老年人 41", "残疾人 33", "未成年人 12"],
        "%",
    ),
    "全县低保对象中，甲镇增长41%，乙镇增长33%，丙镇增长12%。": (
        "增长",
        ["甲镇 41", "乙镇 33", "丙镇 12"],
        "%",
    ),
    "2022年增长5.1%，2023年增长6.2%，2024年增长7.3%。": (
        "增长",
        ["2022年 5.1", "2023年 6.2", "2024年 7.3"],
        "%",
    ),
}
NO_SERIES = [
    # Two units, two clauses only, labels that are no names or are not as many as the numbers.
    "甲镇、乙镇分别完成3个、5家。",
    "城镇增长6.1%，农村增长8.2%。",
    "甲镇增长6.1%，乙镇增长8亿元，丙镇增长9.1%。",
    "财政用于教育、科技、文化分别支出3亿元、2亿元、1亿元。",
    "甲镇、乙镇、丙镇分别完成3个、5个。",
    "2021年、2022年、2023年粮食产量分别为30万吨、32万吨。",
    "我们分别投入3亿元、2亿元。",
    "从3个增加到5个。",
    "新建学校3所、医院5所。",
]


@pytest.mark.parametrize("text", SERIES)
def test_values_that_a_sentence_compares_make_a_series(text):
    (one,) = said_under(text).series
    points = [f"{point.label.text} {point.value.text}" for point in one.points]
    assert (words(one.title), points, one.unit.text) == SERIES[text]


@pytest.mark.parametrize("text", NO_SERIES)
def test_what_may_be_no_comparison_stays_single_figures(text):
    brief = said_under(text)
    assert brief.series == ()
    assert brief.figures


LABELS = ["城镇", "农村", "园区", "山区", "库区"]


@settings(deadline=None, max_examples=60)
@given(st.lists(st.integers(1, 999), min_size=2, max_size=5), st.sampled_from(["户", "亿元", "%"]))
def test_as_many_labels_as_values_are_paired_in_their_order(values, unit):
    labels = LABELS[: len(values)]
    text = f"{'、'.join(labels)}分别增加{'、'.join(f'{value}{unit}' for value in values)}。"
    (one,) = said_under(text).series
    assert [(point.label.text, int(point.value.text)) for point in one.points] == list(
        zip(labels, values, strict=True)
    )


PIECES = [
    "去年",
    "全县",
    "粮食产量",
    "12.6万吨",
    "增长",
    "8.5%",
    "，",
    "。",
    "由",
    "到",
    "3个",
    "分别",
    "、",
    "是2019年的2倍",
]


@settings(deadline=None)
@given(st.lists(st.sampled_from(PIECES), max_size=16).map("".join))
def test_every_word_said_of_a_figure_stands_in_the_speech(text):
    brief = said_under(text + "。")
    source = brief.document.source.text
    passages = [
        part
        for one in brief.figures
        for part in (one.value, one.unit, one.measured, one.change, one.period)
        if part
    ]
    passages += [part for one in brief.series for point in one.points for part in (point.label, point.value)]
    assert all(source[one.span.start : one.span.end] == one.text for one in passages)
    places = [one.value.span.start for one in brief.figures]
    assert places == sorted(set(places))
