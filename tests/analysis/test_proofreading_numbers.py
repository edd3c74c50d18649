"""How numbers are written: one way for one kind, and no two words for "about"."""

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from proofs import advice, findings, marked

YEARS = [
    "2021年起步，2023年见效。⟦二〇二二年⟧是关键一年。",
    "二〇二一年起步，二〇二三年见效。⟦2022年⟧是关键一年。",
    "2021年起步，2023年见效。⟦二○二二年⟧是关键一年。",
    "二〇二一年起步，二〇二三年见效。",
    "2021年起步，2023年见效，十二年磨一剑。",
    "2021年起步，已有一二十年历史。",
    "2021年投入使用，二三十年不落后。",
]


@pytest.mark.parametrize("case", YEARS)
def test_years_of_one_speech_are_written_in_one_way(case):
    assert marked("mixed-years", case) == case


def test_the_date_in_the_head_may_be_written_in_its_own_way():
    head = "在推进会上的讲话\n（二〇二五年三月五日）\n\n同志们：\n"
    assert advice("mixed-years", "2021年起步，2023年见效。", head=head) == []


PERCENTS = [
    "增长20%，其中工业占30%，服务业占⟦百分之四十⟧。",
    "增长百分之二十，工业占百分之三十，服务业占⟦40%⟧。",
    "增长百分之二十点五，工业占百分之三十，服务业占⟦40.5％⟧。",
    "增长20%，工业占30%，百分之百完成任务。",
    "增长20%，工业占30%，大约百分之二、三的人没有到。",
    "增长百分之二十，占百分之四十。",
]


@pytest.mark.parametrize("case", PERCENTS)
def test_shares_of_one_speech_are_written_in_one_way(case):
    assert marked("mixed-percents", case) == case


def test_the_message_counts_the_other_way_of_writing():
    ((message, wanted),) = advice("mixed-percents", "增长20%，工业占30%，服务业占百分之四十。")
    assert message == "百分数写法不统一：全文另有 2 处写作“20%”一类"
    assert wanted == "同类数字用同一种写法"


APPROXIMATE = [
    "这⟦三、四⟧十个项目要抓紧。",
    "用⟦两、三⟧年时间见效。",
    "来了⟦五、六⟧百人。",
    "有⟦七、八⟧名同志。",
    "跑了⟦三、四⟧次。",
    "办了⟦八、九⟧个培训班。",
    "走了⟦一、二⟧里路。",
    "惠及⟦六、七⟧万户。",
    # An enumeration, a rank, a class, numbers that do not follow each other.
    "落实一、二级响应。",
    "二、三产业要融合。",
    "第一、二个问题要研究。",
    "三、五年后再看。",
    "一、二年级学生放假。",
    "完成一、二、三次会议的任务。",
    "一、二个方面讲透。",
    "用三四年时间见效。",
]


@pytest.mark.parametrize("case", [case for case in APPROXIMATE if not case.startswith("一、二个")])
def test_a_rough_number_has_no_comma_in_it(case):
    assert marked("approximate-dun", case) == case


@settings(deadline=None)
@given(st.integers(0, 7), st.integers(0, 8), st.sampled_from(["十个", "百人", "次", "名", "岁", "户", "天"]))
def test_only_neighbours_make_a_rough_number(first, last, unit):
    one, other = "一二三四五六七八九"[first], "一二三四五六七八九"[last]
    said = advice("approximate-dun", f"约有{one}、{other}{unit}。")
    assert said == ([("概数中间不用顿号", f"改为“{one}{other}”")] if last == first + 1 else [])


RANGES = [
    ("percent-range", "占比⟦5~8%⟧。", "改为“5%～8%”"),
    ("percent-range", "占比⟦5-8%⟧。", "改为“5%～8%”"),
    ("percent-range", "占比⟦5.5至8.5％⟧。", "改为“5.5%～8.5%”"),
    ("percent-range", "增长由⟦5到8%⟧。", "改为“5%～8%”"),
    ("percent-range", "占比５％～８％。", None),
    ("percent-range", "占比5%至8%。", None),
    ("percent-range", "2021年占8%。", None),
    ("percent-range", "编号1.5.2-8%。", None),
    ("myriad-range", "投资⟦9～16亿⟧元。", "改为“9亿～16亿”"),
    ("myriad-range", "人口⟦3.5~4.5万⟧人。", "改为“3.5万～4.5万”"),
    ("myriad-range", "投资9亿～16亿元。", None),
    ("myriad-range", "投资9至16亿元。", None),
    ("myriad-range", "2021年3~4万元。", None),
]


@pytest.mark.parametrize(("rule", "case", "wanted"), RANGES)
def test_both_ends_of_a_range_bear_the_sign(rule, case, wanted):
    assert marked(rule, case) == case
    assert [suggestion for _, suggestion in advice(rule, case)] == ([wanted] if wanted else [])


DOUBLE = [
    ("全县⟦约有300人左右⟧。", "“约”和“左右”都表示约数"),
    ("⟦大约500户上下⟧。", "“大约”和“上下”都表示约数"),
    ("⟦近500余⟧户受益。", "“近”和“余”都表示约数"),
    ("⟦将近200多⟧人到会。", "“将近”和“多”都表示约数"),
    ("⟦接近三百余⟧人到会。", "“接近”和“余”都表示约数"),
    ("⟦超过80%以上⟧的群众。", "“超过80%以上”前后都有限定，重复或矛盾"),
    ("⟦不少于30天以上⟧。", "“不少于30天以上”前后都有限定，重复或矛盾"),
    ("⟦不超过5人以内⟧。", "“不超过5人以内”前后都有限定，重复或矛盾"),
    ("⟦最多三个以下⟧。", "“最多三个以下”前后都有限定，重复或矛盾"),
    ("⟦突破100亿元以上⟧。", "“突破100亿元以上”前后都有限定，重复或矛盾"),
    ("⟦至少5项左右⟧。", "“至少5项左右”前后都有限定，重复或矛盾"),
    # One word is enough, and others only look like one.
    ("约300人到会，500户左右受益。", None),
    ("近30多年来的经验。", None),
    ("近5个多月来的经验。", None),
    ("节约20多万元。", None),
    ("签约30余家企业。", None),
    ("邻近500余户居民。", None),
    ("附近30多家商铺。", None),
    ("80%以上的群众。", None),
    ("超过80%，且50%以上是老人。", None),
    ("不超过5人。", None),
    ("履约20余项。", None),
]


@pytest.mark.parametrize(("case", "message"), DOUBLE)
def test_one_word_for_about_is_enough(case, message):
    assert marked("double-approximation", case) == case
    assert [said for said, _ in advice("double-approximation", case)] == ([message] if message else [])


LESS = [
    "成本⟦下降了2倍⟧。",
    "事故⟦减少一倍⟧。",
    "能耗⟦降低近3.5倍⟧。",
    "时限⟦缩短两倍⟧。",
    "差距⟦缩小了三倍⟧。",
    "面积⟦萎缩超过10多倍⟧。",
    "成本下降50%。",
    "产值增长两倍。",
    "下降幅度是去年的两倍。",
    "时限缩短一半。",
    "事故减少，检查次数增加一倍。",
]


@pytest.mark.parametrize("case", LESS)
def test_nothing_falls_by_more_than_the_whole(case):
    assert marked("times-less", case) == case


@pytest.mark.parametrize(
    ("rule", "narrow"),
    [
        ("percent-range", "占比5~8%。"),
        ("myriad-range", "投资9～16亿元。"),
        ("double-approximation", "约有300人左右。"),
        ("times-less", "成本下降了2倍。"),
        ("mixed-percents", "增长20%，占百分之四十，占50%。"),
        ("mixed-years", "2021年起步，2023年见效。二〇二二年见底。"),
    ],
)
def test_wide_digits_are_read_like_narrow_ones(rule, narrow):
    wide = narrow.translate({ord("0") + n: ord("０") + n for n in range(10)}).replace("%", "％")
    assert [one.span for one in findings(narrow, rule)[1]] == [one.span for one in findings(wide, rule)[1]]
    assert advice(rule, wide)
