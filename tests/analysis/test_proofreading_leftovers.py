"""What a draft still carries: blanks to fill in, marks of other formats, secrets."""

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from proofs import advice, findings, marked
from reportgen.analysis.proofreading import proofread
from reportgen.outline import parse
from reportgen.readers import read

MASKS = [
    "⟦××⟧县要带头，⟦某某⟧同志要负责。",
    "⟦20XX年⟧的任务。".replace("年⟧", "⟧年"),
    "20⟦××⟧年的任务。",
    "⟦20__⟧年的任务。",
    "责任人是⟦____⟧，电话是⟦______⟧。",
    "⟦【待补：数字】⟧要核实。",
    "⟦（此处插入数据）⟧",
    "⟦（待补充）⟧",
    "⟦（待定）⟧由办公室牵头。",
    "⟦□□□⟧县委。",
    "⟦TODO⟧补数字。",
    "⟦此处填写⟧完成情况。",
    # What only looks like a blank.
    "按照1∶500的比例，实行7×24小时服务。",
    "编号1205X，型号20X。",
    "（此事已办结）要归档。",
    "待补齐短板后再推进。",
    "他在此处工作多年。",
]


@pytest.mark.parametrize("case", MASKS)
def test_what_nobody_has_filled_in_is_told(case):
    assert marked("unfilled-mask", case) == case


def test_a_mask_that_the_reader_knows_is_told_once():
    assert advice("unfilled-mask", "20XX年的任务，××县带头。") == [
        ("“20XX”没有填上", "填上实际内容"),
        ("“××”没有填上", "填上实际内容"),
    ]


MARKDOWN = [
    "⟦## ⟧主要任务",
    "⟦- ⟧抓项目",
    "⟦* ⟧抓项目",
    "⟦> ⟧抓招商",
    "见⟦[通知](https://example.com/a)⟧一文。",
    "见⟦![图](a.png)⟧。",
    "⟦| --- | --- |⟧",
    "⟦<br>⟧要抓落实。⟦</p>⟧",
    '⟦<span style="color:red">⟧要抓落实⟦</span>⟧',
    "要抓⟦&nbsp;⟧落实。",
    "⟦```python⟧",
    # The same signs in running text.
    "会期-会风都要改，投入产出比3>2。",
    "用时<b区的标准。",
    "参见[1]和[2]。",
    "#1 机组、C#语言。",
    "2 * 3 = 6。",
    "A | B 两类。",
]


@pytest.mark.parametrize("case", MARKDOWN)
def test_marks_of_another_format_are_told(case):
    assert marked("leftover-mark", case) == case


@pytest.mark.parametrize("name", ["稿.md", "稿.MD", "稿.markdown"])
def test_in_a_markdown_file_its_marks_are_no_fault(name, tmp_path):
    path = tmp_path / name
    path.write_text("# 在会上的讲话\n\n## 主要任务\n**要深入学习**\n- 抓项目\n", "utf-8")
    assert proofread(parse(read(path)), chosen={"leftover-mark"}) == ()


def test_a_bold_range_is_told_with_its_stars_in_text_and_not_in_markdown(tmp_path):
    for name, told in (("稿.txt", ["# ", "**要深入学习**"]), ("稿.md", [])):
        path = tmp_path / name
        path.write_text("# 在推进会上的讲话\n\n同志们：\n\n**要深入学习**，抓好落实。\n", "utf-8")
        source = read(path)
        found = proofread(parse(source), chosen={"leftover-mark"})
        assert [source.written[one.span.start : one.span.end] for one in found] == told


WEIGHTS = (7, 9, 10, 5, 8, 4, 2, 1, 6, 3, 7, 9, 10, 5, 8, 4, 2)


def identity(digits):
    """Seventeen digits with the one that checks them (GB 11643-1999)."""
    total = sum(weight * int(digit) for weight, digit in zip(WEIGHTS, digits, strict=True))
    return digits + "10X98765432"[total % 11]


@settings(deadline=None)
@given(st.text("0123456789", min_size=17, max_size=17), st.sampled_from("0123456789X"))
def test_eighteen_digits_are_an_identity_only_where_the_last_one_checks(digits, last):
    number = digits + last
    told = advice("identity-number", f"身份证号{number}。")
    assert bool(told) == (number == identity(digits))


IDENTITIES = [
    f"身份证号⟦{identity('11010519491231002')}⟧。",
    f"身份证号⟦{identity('11010519491231002').lower()}⟧。",
    f"甲⟦{identity('32010219800101123')}⟧，乙⟦{identity('44030119900202456')}⟧。",
    "身份证号⟦１１０１０５１９４９１２３１００２Ｘ⟧。".replace("Ｘ", "X"),
    f"流水号{identity('11010519491231002')}8。",
    f"流水号A{identity('11010519491231002')}。",
    "身份证号110105194912310021。",
    "银行卡号6222021234567890123。",
]


@pytest.mark.parametrize("case", IDENTITIES)
def test_an_identity_number_is_told_before_it_goes_out(case):
    assert marked("identity-number", case) == case


PHONES = [
    "联系手机⟦13812345678⟧。",
    "联系手机⟦138-1234-5678⟧、⟦199 8765 4321⟧。",
    "联系手机⟦１３８１２３４５６７８⟧。",
    "热线电话12345，值班电话0512-6512345。",
    "订单号138123456789。",
    "订单号213812345678。",
    "数值1.13812345678。",
    "数值13812345678.5。",
    "代码12812345678。",
]


@pytest.mark.parametrize("case", PHONES)
def test_a_mobile_number_is_told_before_it_goes_out(case):
    assert marked("phone-number", case) == case


@pytest.mark.parametrize(
    ("head", "told"),
    [
        ("机密★1年\n在推进会上的讲话\n同志们：\n", ["机密★1年"]),
        ("绝密\n在推进会上的讲话\n同志们：\n", ["绝密"]),
        ("【内部资料，注意保存】\n在推进会上的讲话\n同志们：\n", ["【内部资料，注意保存】"]),
        ("密级：秘密\n在推进会上的讲话\n同志们：\n", ["密级：秘密"]),
        ("内部文件 不得外传\n在推进会上的讲话\n同志们：\n", ["内部文件 不得外传"]),
        ("在保密工作会上的讲话\n同志们：\n", []),
        ("商业秘密保护工作讲话\n同志们：\n", []),
    ],
)
def test_a_mark_of_secrecy_in_the_head_is_told(head, told):
    source, found = findings("要抓好落实。\n", "secrecy-mark", head=head)
    assert [source.text[one.span.start : one.span.end] for one in found] == told
    assert all(one.suggestion == "涉密文稿不得在联网的电脑上处理" for one in found)


def test_the_words_alone_are_a_mark_in_the_head_only():
    body = "要抓好落实。\n" * 8
    assert advice("secrecy-mark", f"{body}机密\n") == []
    assert advice("secrecy-mark", f"{body}机密★长期\n") == [("有密级标志", "涉密文稿不得在联网的电脑上处理")]
