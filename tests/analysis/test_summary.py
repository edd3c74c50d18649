"""What stands for the whole speech and for each part, always in the speaker's words."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from reportgen.analysis.summary import POINT_LIMIT, SECTION_LIMIT
from reportgen.analysis.thesis import THESIS_LIMIT
from speech import brief_of, said_under

SECTIONS = (
    "一、提高认识，增强植绿护绿的紧迫感\n森林是生态屏障。\n二、突出重点，高质量完成造林任务\n抓好造林。"
)


@pytest.mark.parametrize(
    ("thesis", "pillars"),
    [
        (
            "全市民政系统坚持服务大局，突出主责主业、夯实基层基础、强化要素保障，推动事业高质量发展。",
            ["突出主责主业", "夯实基层基础", "强化要素保障"],
        ),
        # The first phrase bears the verb of them all, so none of them stands alone.
        ("要继往开来、守正创新、接续奋斗，不断开创各项工作新局面。", []),
        ("我们要推动思想大解放、作风大转变、能力大提升，全面完成任务。", []),
        # Too long, too uneven or too many to stand in one row.
        ("坚持统一领导、分级负责属地管理各方联动的应急体制，推动安全发展。", []),
        ("要全面推进粮食、棉花、油料、糖料、蔬菜、水果生产，保障供给。", []),
        ("要全面推进依法治市，努力建设更高水平的平安城市。", []),
    ],
)
def test_pillars_are_alike_and_stand_alone(thesis, pillars):
    assert [str(one) for one in said_under(f"{thesis}\n{SECTIONS}").pillars] == pillars


def test_a_long_heading_has_a_short_line_of_whole_clauses():
    heading = "推动产业结构迈向中高端，培育壮大新能源和新材料产业集群，形成带动全域发展的强劲动力引擎"
    short = "推动产业结构迈向中高端，培育壮大新能源和新材料产业集群"
    (part,) = said_under(f"一、{heading}\n建设园区。").parts
    assert (str(part.heading), str(part.summary)) == (heading, short)
    (part,) = said_under("一、突出重点，抓好造林\n建设林场。").parts
    assert str(part.summary) == "突出重点，抓好造林"


@pytest.mark.parametrize(
    ("heading", "body", "summary"),
    [
        ("基本情况", "全县已建成社区食堂一百八十六家。", "全县已建成社区食堂一百八十六家"),
        ("下一步工作打算", "随着需求增长，要合理布局网点。", "随着需求增长，要合理布局网点"),
        ("主要做法", "（一）抓布局\n合理设置网点。\n（二）抓质量\n严格食品安全。", "抓布局"),
        ("存在的主要问题", "对此，值得注意。", "存在的主要问题"),
        ("抓好重点任务", "合理设置网点。", "抓好重点任务"),
        ("食堂建设", "合理设置网点。", "食堂建设"),
    ],
)
def test_a_mere_label_is_summed_up_by_what_stands_under_it(heading, body, summary):
    part, _ = said_under(f"一、{heading}\n{body}\n二、抓好落实\n落实责任。").parts
    assert str(part.summary) == summary
    assert str(part.name) == heading


def test_what_still_has_to_be_put_up_with_is_no_measure():
    text = (
        "一、存在问题\n企业仍需分别向三个部门提交证明材料。\n"
        "二、下一步打算\n各部门仍要定期公布办理清单，接受群众监督。\n"
    )
    troubles, plans = said_under(text).parts
    assert [str(one.line) for one in troubles.measures] == []
    assert [str(one.line) for one in plans.measures] == ["各部门仍要定期公布办理清单，接受群众监督"]


SENTENCES = [
    "要全面推进乡村振兴。",
    "坚持稳中求进，推动高质量发展。",
    "以实干促发展，让群众满意。",
    "**县要努力。",
]
SENTENCES += [
    "下面我讲三点。",
    "一、抓好学习\n",
    "（一）抓好落实，见到实效\n",
    "我们要" + "努力奋斗" * 20 + "。",
    "好！",
    "\n",
]


@given(st.lists(st.sampled_from(SENTENCES), max_size=12).map("".join) | st.text(max_size=120))
def test_every_line_is_the_speakers_and_within_its_limit(text):
    brief = brief_of(text)
    source = brief.document.source.text
    lines = [*brief.abstract, *brief.pillars, *(part.summary for part in brief.walk())]
    for line in [*lines, *([brief.thesis] if brief.thesis else [])]:
        for passage in line.passages:
            assert source[passage.span.start : passage.span.end] == passage.text
    assert brief.thesis is None or len(brief.thesis.text) <= THESIS_LIMIT
    for part in brief.walk():
        limit = SECTION_LIMIT if part.node.level == 1 else POINT_LIMIT
        assert len(part.summary.text) <= limit or part.summary == part.heading
