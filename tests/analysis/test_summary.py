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
    ("preamble", "thesis"),
    [
        # Greetings, the account of the meeting and the list of points carry nothing.
        (
            "刚才，三个乡镇作了发言。全县上下要牢固树立生态优先理念，奋力建设山清水秀的美丽家园。下面，我讲两点。",
            "全县上下要牢固树立生态优先理念，奋力建设山清水秀的美丽家园",
        ),
        # It begins where a sentence can begin.
        (
            "因此，我们要坚持把民生摆在突出位置，推动发展成果惠及全体人民。",
            "我们要坚持把民生摆在突出位置，推动发展成果惠及全体人民",
        ),
        # A clause with a name left out is passed over where another will do.
        (
            "希望**县全面推进乡村振兴。全体干部要坚持实干为先，推动各项工作走在前列。",
            "全体干部要坚持实干为先，推动各项工作走在前列",
        ),
    ],
)
def test_the_thesis_is_what_carries_the_speech(preamble, thesis):
    assert str(said_under(f"{preamble}\n{SECTIONS}").thesis) == thesis


def test_without_an_introduction_the_parts_are_asked():
    brief = said_under("一、抓学习\n坚持学用结合，推动理论武装走深走实。\n二、抓落实\n天气转暖。")
    assert str(brief.thesis) == "坚持学用结合，推动理论武装走深走实"


def test_where_nothing_is_said_there_is_no_thesis():
    assert brief_of("一、\n二、\n").thesis is None
    assert brief_of("").thesis is None


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


def test_the_abstract_names_every_section_behind_the_thesis():
    brief = said_under(f"全县上下要牢固树立生态优先理念，奋力建设美丽家园。\n{SECTIONS}")
    assert [str(line) for line in brief.abstract] == [
        "全县上下要牢固树立生态优先理念，奋力建设美丽家园",
        "提高认识，增强植绿护绿的紧迫感",
        "突出重点，高质量完成造林任务",
    ]


def test_without_sections_the_abstract_is_the_sentences_that_say_something():
    brief = said_under("大家好。教师是立教之本。要苦练教学基本功，上好每一堂课。下面，我谈三点体会。")
    assert [str(line) for line in brief.abstract] == ["教师是立教之本", "要苦练教学基本功，上好每一堂课"]


def test_a_long_heading_has_a_short_line_of_whole_clauses():
    heading = "推动产业结构迈向中高端，培育壮大新能源和新材料产业集群，形成带动全域发展的强劲动力引擎"
    short = "推动产业结构迈向中高端，培育壮大新能源和新材料产业集群"
    (part,) = said_under(f"一、{heading}\n建设园区。").parts
    assert (str(part.heading), str(part.summary)) == (heading, short)
    (part,) = said_under("一、突出重点，抓好造林\n建设林场。").parts
    assert str(part.summary) == "突出重点，抓好造林"


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
