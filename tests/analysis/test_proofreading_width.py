"""Half-width and full-width characters, blanks, and what no font shows."""

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from proofs import advice, marked

HALF = [
    "要抓落实⟦,⟧见实效。",
    "要抓落实⟦;⟧见实效。",
    "要求如下⟦:⟧立即整改。",
    "抓落实了没有⟦?⟧",
    "一定要抓落实⟦!⟧",
    "要抓落实⟦.⟧",
    "学习《条例》⟦,⟧抓落实。",
    "他说“好”⟦,⟧大家也说好。",
    "引进人才20人⟦,⟧比上年多。",
    "占比5%⟦,⟧比上年高。",
    "推广App⟦,⟧方便群众。",
    # Numbers, hours, addresses, English and code.
    "增长5.6%，总投资1,200万元，会议9:30开始。",
    "网址是https://www.example.gov.cn/a,b;c，邮箱是a.b@example.com。",
    "推行One Belt, One Road的译名。",
    "执行`a,b`命令。",
    "比分3:2获胜。",
    "IP为10.0.0.1的机器。",
]


@pytest.mark.parametrize("case", HALF)
def test_a_half_width_mark_in_chinese_is_told(case):
    assert marked("half-width-mark", case) == case


@pytest.mark.parametrize(
    ("half", "full"), [(",", "，"), (";", "；"), (":", "："), ("?", "？"), ("!", "！"), (".", "。")]
)
def test_the_mark_that_belongs_there_is_named(half, full):
    assert advice("half-width-mark", f"要抓落实{half}见实效") == [
        (f"中文里用了半角“{half}”", f"改为“{full}”")
    ]


BRACKETS = [
    "要抓好项目⟦(含续建项目)⟧建设。",
    "要抓好项目⟦(PPP)⟧建设。",
    "标准号GB/T 9704(2012)。",
    "要抓好项目（含续建）建设。",
    "函数f(x)的值。",
    "详见[通知](https://example.com/a)。",
]


@pytest.mark.parametrize("case", BRACKETS)
def test_half_width_brackets_around_chinese_are_told(case):
    assert marked("half-width-bracket", case) == case


WIDE = [
    ("full-width-digit", "投资⟦３０⟧亿元。", "改为“30”"),
    ("full-width-digit", "投资⟦３．５⟧亿元。", "改为“3.5”"),
    ("full-width-digit", "投资⟦１，２００⟧万元。", "改为“1,200”"),
    ("full-width-digit", "投资30亿元。", None),
    ("full-width-letter", "引进⟦Ｃ⟧类人才。", "改为“C”"),
    ("full-width-letter", "推广⟦Ａｐｐ⟧。", "改为“App”"),
    ("full-width-letter", "推广App。", None),
]


@pytest.mark.parametrize(("rule", "case", "wanted"), WIDE)
def test_wide_figures_and_letters_are_to_be_narrow(rule, case, wanted):
    assert marked(rule, case) == case
    assert [suggestion for _, suggestion in advice(rule, case)] == ([wanted] if wanted else [])


@settings(deadline=None)
@given(st.text("0123456789", min_size=1, max_size=8))
def test_a_wide_number_is_told_whole_with_its_narrow_form(digits):
    wide = digits.translate({ord("0") + n: ord("０") + n for n in range(10)})
    assert advice("full-width-digit", f"投资{wide}亿元。") == [("数字是全角的", f"改为“{digits}”")]


LONG = "我们要坚持稳中求进的工作总基调，完整准确全面贯彻新发展理念，加快构建新发展格局，推动高质量发展。"
SPACES = [
    LONG.replace("全面贯彻", "全面⟦ ⟧贯彻"),
    LONG.replace("全面贯彻", "全面⟦\u3000⟧贯彻"),
    LONG.replace("，完整", "，⟦ ⟧完整"),
    LONG.replace("，完整", "⟦ ⟧，完整"),
    LONG.replace("新发展理念", "⟦  ⟧“新发展理念”"),
    LONG,
    LONG.replace("稳中求进", "GDP 增长 5%"),
    # A short line, a name behind an office, an imprint.
    "书记 王 某",
    "全面 从严 治党",
    LONG.replace("我们要", "县委书记 张某某强调，我们要"),
    "来源：人民网 编辑：张某某 " + LONG.replace("，", "，"),
]


@pytest.mark.parametrize("case", SPACES)
def test_a_blank_between_characters_of_a_sentence_is_told(case):
    assert marked("han-space", case) == case


@pytest.mark.parametrize(
    ("rule", "case", "wanted"),
    [
        ("invisible", "要抓⟦\u200b⟧落实。", "删去"),
        ("invisible", "要抓⟦\ue000\ue001⟧落实。", "删去"),
        ("invisible", "要抓⟦\u00ad⟧落实，见⟦\ufeff⟧实效。", "删去"),
        ("undecoded", "要抓⟦���⟧实，见⟦�⟧效。", "对照原件改正"),
    ],
)
def test_what_no_reader_can_see_or_read_is_told(rule, case, wanted):
    assert marked(rule, case) == case
    assert {suggestion for _, suggestion in advice(rule, case)} == {wanted}
