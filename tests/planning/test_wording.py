"""Labels follow the genre, and the occasion is the title's own words."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from reportgen.planning.wording import (
    counted,
    digest_label,
    first_clause,
    last_clause,
    occasion,
    origin,
    unbracketed,
)
from speech import brief_of


@pytest.mark.parametrize(
    ("title", "expected"),
    [
        ("在县委理论学习中心组专题学习研讨会上的发言", "县委理论学习中心组专题学习研讨会"),
        ("在全省【待补：会议名称】上的交流发言", "全省【待补：会议名称】"),
        ("在新员工入职仪式上的致辞", "新员工入职仪式"),
        ("在希望的田野上的发言", ""),
        ("在市委十二届六次全会上的报告", "市委十二届六次全会"),
        ("在庆祝教师节活动上的演讲", "庆祝教师节活动"),
        ("在乡村振兴论坛上的主持词", "乡村振兴论坛"),
        ("在青年干部培训班结业式上的讲话", "青年干部培训班结业式"),
        ("在××现场推进会上的表态发言", "××现场推进会"),
        ("在全县脱贫攻坚工作会议结束时的讲话", ""),
        ("　在会上的讲话　", ""),
        ("政府工作报告", ""),
        ("关于加快发展养老服务业的建议", ""),
        ("", ""),
    ],
)
def test_occasion(title: str, expected: str) -> None:
    assert occasion(title) == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("推动县域商业高质量发展\n\n一、抓项目\n建设冷链仓库。\n", "材料标题"),
        (
            (
                "在全县乡村振兴工作会议上的讲话\n\n同志们：\n我们要全面推进乡村振兴，加快建设和美乡村。\n"
                "一、抓项目\n要建设冷链仓库，提升仓储能力。\n二、抓队伍\n要选好带头人，建强村级班子。\n"
            ),
            "讲话导语",
        ),
        (
            (
                "在工作会议上的讲话\n\n一、抓项目\n要坚持项目为王，全面推进仓储建设，推动县域商业高质量发展。\n"
                "二、抓队伍\n要选好带头人，建强村级班子。\n"
            ),
            "第一部分",
        ),
    ],
)
def test_where_the_thesis_stands(text: str, expected: str) -> None:
    brief = brief_of(text)
    assert brief.thesis is not None
    assert origin(brief.document, brief.thesis) == expected


def test_a_participants_speech_is_never_called_a_leaders() -> None:
    assert digest_label("发言") == "发言要点"


@pytest.mark.parametrize(
    ("text", "parted"),
    [
        ("突出知行合一，在笃行中见实效", ("突出知行合一", "在笃行中见实效")),
        ("新增就业1,200人", ("新增就业1,200人", "")),
        ("加强【待补：单位，县名】学习，提高认识", ("加强【待补：单位，县名】学习", "提高认识")),
        ("坚持“稳增长，促改革”", ("坚持“稳增长，促改革”", "")),
        ("加强学习，提高认识〔编者加〕", ("加强学习〔编者加〕", "提高认识〔编者加〕")),
        ("加强学习", ("加强学习", "")),
        ("", ("", "")),
    ],
)
def test_a_first_clause_is_never_cut_inside_a_number_mask_or_quotation(text, parted):
    assert first_clause(text) == parted


def test_other_marks_may_end_a_first_clause():
    assert first_clause("目标：全面建成", "，：") == ("目标", "全面建成")
    assert first_clause("目标：全面建成") == ("目标：全面建成", "")


def test_a_last_clause_stands_behind_a_comma():
    assert last_clause("以实干，推动“稳增长，促改革”") == "推动“稳增长，促改革”"
    assert last_clause("目标：全面建成") == "目标：全面建成"


@pytest.mark.parametrize(
    ("line", "bare"),
    [
        ("（2024年3月5日）", "2024年3月5日"),
        (" (张三) ", "张三"),
        ("报告人：张三（市发展改革委主任）", "报告人：张三（市发展改革委主任）"),
        ("（市发展改革委主任）张三", "（市发展改革委主任）张三"),
        ("（甲）（乙）", "（甲）（乙）"),
        ("（甲（乙））", "甲（乙）"),
        ("（张三", "（张三"),
        ("张三）", "张三）"),
        ("（）", ""),
        ("", ""),
    ],
)
def test_brackets_go_in_pairs(line: str, bare: str) -> None:
    assert unbracketed(line) == bare


@pytest.mark.parametrize(
    ("text", "count", "said"),
    [("建立台账", 6, "建立台账（共 6 项）"), ("建立台账；定期通报", 12, "建立台账；定期通报（共 12 项）")],
)
def test_of_how_many_is_told_behind_the_text(text: str, count: int, said: str) -> None:
    assert counted(text, count) == said


@given(st.text("学习提高，。：“”（）1,2〔编者加〕", max_size=20))
def test_a_first_clause_and_the_rest_are_the_whole(text: str) -> None:
    first, rest = first_clause(text)
    mark = "〔编者加〕" if rest and text.endswith("〔编者加〕") else ""
    bare = [one.replace("，", "").replace(" ", "") for one in (first.removesuffix(mark) + rest, text)]
    assert bare[0] == bare[1]


@given(st.text("学习提高，。：“”（）1,2", max_size=20))
def test_a_last_clause_is_the_end_of_the_whole(text: str) -> None:
    assert text.endswith(last_clause(text))


@given(st.text("张三（）()主任 ", max_size=12))
def test_taking_brackets_off_again_takes_nothing_more(line: str) -> None:
    once = unbracketed(line)
    assert unbracketed(once) == once
    assert once in line
