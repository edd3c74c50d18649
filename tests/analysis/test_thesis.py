"""The clauses that carry a speech."""

import pytest

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
    ("title", "thesis"),
    [
        # What a proposal proposes, what a circular orders, what a title asks for by itself.
        ("关于加快发展社区食堂的建议", "加快发展社区食堂"),
        ("关于加强山塘水库管护之提案", "加强山塘水库管护"),
        ("关于组织开展古树名木普查的通知", "组织开展古树名木普查"),
        ("推动县域商业体系高质量发展", "推动县域商业体系高质量发展"),
        ("2025年工作报告——凝心聚力，为建设现代化新城而奋斗", "凝心聚力，为建设现代化新城而奋斗"),
        # What a title only names is no thesis.
        ("关于古树名木保护情况的报告", "全县上下要奋力建设美丽家园"),
        ("在全市深化改革推进会上的讲话", "全县上下要奋力建设美丽家园"),
    ],
)
def test_a_title_that_asks_for_something_is_the_thesis(title, thesis):
    brief = said_under(f"全县上下要奋力建设美丽家园。\n{SECTIONS}", title)
    assert str(brief.thesis) == thesis


@pytest.mark.parametrize(
    "idle",
    [
        "现在，我代表县人民政府，向大会作工作报告，请予审议，并请列席人员提出意见。",
        "我受组委会委托，就筹备工作作简要说明。",
        "我们对一切关心支持家乡建设的人们表示感谢。",
        "近年来，我们推进环境整治，城乡面貌取得了显著变化。",
        "联系人：办公室，联系电话见附件。",
    ],
)
def test_formulas_and_reports_give_way_to_the_call_at_the_end(idle):
    text = f"{idle}\n{SECTIONS}\n同志们，让我们携起手来，为建设山清水秀的美丽家园而努力奋斗！"
    assert str(said_under(text).thesis) == "让我们携起手来，为建设山清水秀的美丽家园而努力奋斗"


def test_what_says_that_it_is_the_whole_goes_before_what_is_merely_asked_for():
    text = f"要抓紧春季造林。今年工作的总体要求是：坚持生态优先，建设美丽家园。要加强巡护。\n{SECTIONS}"
    assert str(said_under(text).thesis) in "今年工作的总体要求是：坚持生态优先，建设美丽家园"


def test_an_opening_section_counts_as_introduction_and_trouble_does_not():
    background = "一、会议背景\n进一步统一思想，压实各级责任，为完成全年目标打好基础。\n"
    text = f"{background}二、存在问题\n要看到推进落实不够有力。\n三、抓落实\n抓好造林。"
    assert str(said_under(text).thesis) in "进一步统一思想，压实各级责任，为完成全年目标打好基础"


def test_a_consequence_is_no_thesis_without_its_condition():
    text = f"只要我们上下一心，坚持实干为先，全面推进绿化，就一定能够建成美丽家园。\n{SECTIONS}"
    assert str(said_under(text).thesis) != "就一定能够建成美丽家园"
    assert str(said_under(text).thesis).startswith("只要") or "家园" not in str(said_under(text).thesis)


def test_a_heading_for_the_salutation_hides_no_introduction():
    text = (
        "## 称谓\n各位同志：\n## 一、开场说明\n进一步统一思想，压实各级责任，为完成全年目标打好基础。\n"
        "## 二、重点任务\n要把台账建好。\n## 三、结束语\n希望大家抓紧推进，尽快把这项工作做细做实。\n"
    )
    thesis = brief_of(f"# 在部署会上的讲话\n{text}").thesis
    assert str(thesis) in "进一步统一思想，压实各级责任，为完成全年目标打好基础"
