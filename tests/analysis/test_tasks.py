"""Rows of the checklist: what is to be done, and who and when only where the speech says so."""

import pytest

from acting import by_form
from speech import said_under


def tasks(body):
    return said_under(body).tasks


SPEECH = """今天召开这次推进会，主要任务是总结上半年工作，安排部署下一步重点任务。
一、上半年工作回顾
上半年，全县新登记市场主体3200户，办理时间缩短了一半。同时也要看到，材料多、跑动多的问题仍然存在。
二、下一步重点工作
（一）优化审批服务
{}
（二）规范涉企检查
推行综合查一次，严禁重复检查。建立投诉台账，限期办结。
三、加强组织领导
要建立定期调度机制，每月通报一次进展情况。
"""


def stated(body):
    """Owner and deadline of the first measure."""
    first = by_form(body)[1][0]
    return str(first.owner or ""), str(first.deadline or "")


@pytest.mark.parametrize(
    ("body", "expected"),
    [
        (
            "推行“一窗受理”，公布办事清单，由县行政审批局负责。",
            [("推行“一窗受理”，公布办事清单", "县行政审批局", "")],
        ),
    ],
)
def test_who_leads_behind_a_measure_reaches_the_checklist(body, expected):
    found = said_under(SPEECH.format(body), "在全县优化营商环境工作推进会上的讲话").tasks
    (task,) = (one for one in found if str(one.headline) == "优化审批服务")
    rows = [(str(one.line), str(one.owner or ""), str(one.deadline or "")) for one in task.measures]
    assert rows == expected


@pytest.mark.parametrize(
    ("body", "owner", "deadline"),
    [
        ("精简审批环节，由市行政审批局牵头，6月底前完成。", "市行政审批局", "6月底前"),
        ("精简审批环节，由县财政局、县审计局负责。", "县财政局、县审计局", ""),
        ("精简审批环节。责任单位：县发改局、县财政局。", "县发改局、县财政局", ""),
        ("精简审批环节。牵头单位：县发改局，完成时限：2025年底前。", "县发改局", "2025年底前"),
        ("精简审批环节，第二季度前见效。", "", "第二季度前"),
        ("精简审批环节，力争年底前见效。", "", "年底前"),
        ("加快建设政务中心，到2027年底前建成。", "", "到2027年底前"),
        # What is not stated stays empty; nothing is guessed.
        ("精简审批环节，压缩办理时限。", "", ""),
        ("由于历史原因，需要加强管理，由此带来的问题要及时解决。", "", ""),
        ("推动由点到面、由浅入深的改革，落实上级要求。", "", ""),
        ("我们要落实责任，抓紧推进各项工作。", "", ""),
        ("不得以任何理由推诿落实整改责任。", "", ""),
        ("由于部门职责不清，出了问题无人负责，要建立责任清单。", "", ""),
        # What is past is no task's deadline.
        ("推进改革。已在2019年底前完成了第一批改造。", "", ""),
    ],
)
def test_owner_and_deadline_only_where_they_are_stated(body, owner, deadline):
    assert stated(body) == (owner, deadline)


def test_a_task_is_a_point_that_asks_for_something():
    body = (
        "一、优化环境\n环境是生产力。\n（一）减环节\n减少审批环节，让群众少跑腿。\n（二）谈体会\n春天来临，花开得好。\n"
        "二、打造队伍\n队伍是根本。一是强素质。培训业务骨干。二是严作风。整治庸懒散。"
    )
    found = tasks(body)
    assert [str(task.headline) for task in found] == ["减环节", "强素质", "严作风"]
    assert [task.where for task in found] == ["第一部分（一）", "第二部分·一是", "第二部分·二是"]
    assert [str(goal.line) for goal in found[0].goals] == ["让群众少跑腿"]


def test_the_first_sentence_of_a_point_asks_for_something_too():
    body = (
        "一、优化环境\n一是各单位要在年底前减少审批环节。公布办事流程。二是应坚决落实省市两级印发的优化营商环境若干政策措施，并"
        "在9月底前兑现奖补资金。三是强素质。培训业务骨干。"
    )
    said = said_under(body)
    first, second, third = said.parts[0].parts
    assert [str(one.line) for one in first.measures] == [
        "各单位要在年底前减少审批环节",
        "公布办事流程",
    ]
    assert [str(one.line) for one in second.measures] == [
        "应坚决落实省市两级印发的优化营商环境若干政策措施",
        "并在9月底前兑现奖补资金",
    ]
    assert [str(one.line) for one in third.measures] == ["培训业务骨干"]
    # What the row is headed with is said once more only where it says who and by when.
    assert [[str(one.line) for one in row.measures] for row in said.tasks] == [
        ["各单位要在年底前减少审批环节", "公布办事流程"],
        ["并在9月底前兑现奖补资金"],
        ["培训业务骨干"],
    ]


def test_what_somebody_is_to_do_reaches_the_checklist_before_the_points_too():
    body = (
        "下一步，要抓好春耕生产。春耕由县农业农村局牵头，4月底前完成栽插。\n"
        "（一）健全机制\n建立春耕进度台账。\n（二）严格督查\n核查栽插面积。"
    )
    first = said_under(
        SPEECH.format("抓紧办理。").replace("二、下一步重点工作", f"二、春耕生产\n{body}\n三、重点工作")
    ).tasks
    section = next(one for one in first if one.where == "第二部分")
    assert [(str(one.line), str(one.owner), str(one.deadline)) for one in section.measures] == [
        ("4月底前完成栽插", "县农业农村局", "4月底前")
    ]
    assert (str(section.headline), section.goals) == ("春耕生产", ())


def test_a_speech_without_sections_asks_under_its_title():
    body = (
        "老师们，新学期就要开始了。教务处要在3月10日前公布作业清单，每个班的作业由班主任统一公示。\n"
        "窗外的玉兰已经开了。谢谢大家。"
    )
    (task,) = tasks(body)
    assert (str(task.headline), task.where, task.goals) == ("在工作会议上的讲话", "全文", ())
    assert [(str(one.line), str(one.owner), str(one.deadline or "")) for one in task.measures] == [
        ("教务处要在3月10日前公布作业清单", "教务处", "3月10日前"),
        ("每个班的作业由班主任统一公示", "班主任", ""),
    ]


def test_no_measures_no_tasks():
    assert tasks("一、谈体会\n春天来临，花开得好。") == ()
    assert tasks("只有一句话。") == ()


def test_a_section_that_asks_for_success_is_no_account_of_it():
    brief = said_under(
        "一、强化保障，在凝心聚力中彰显工作成效\n（一）压实责任\n建立责任清单。\n二、过去一年的工作成效\n（一）农业\n建设了十座粮库。"
    )
    assert [task.headline.text for task in brief.tasks] == ["压实责任"]


@pytest.mark.parametrize(
    ("title", "done"),
    [
        ("青山县三举措推进河道整治", True),
        ("青山市聚焦“水清岸绿”打造河道整治新样板", True),
        ("关于青山县扎实推进河道整治的建议", False),
        ("在青山县深入推进河道整治会议上的讲话", False),
        ("推进河道整治高质量发展", False),
    ],
)
def test_a_title_that_tells_who_did_something_leaves_no_tasks(title, done):
    brief = said_under("一、建机制\n建立河长巡查台账。\n二、严管护\n落实管护经费。", title)
    assert (brief.tasks == ()) is done


def test_labels_below_a_heading_speak_of_what_it_asks_for():
    body = (
        "一、重点任务\n1. 开展企业大走访活动。\n责任单位：县工信局\n完成时限：6月底前\n"
        "2. 建立重点项目库。\n牵头单位：\n3. 兑付补贴资金。（责任单位：县财政局）\n"
    )
    stated = [
        (str(one.line), str(one.owner or ""), str(one.deadline or ""))
        for task in tasks(body)
        for one in task.measures
    ]
    assert stated == [
        ("开展企业大走访活动", "县工信局", "6月底前"),
        ("建立重点项目库", "", ""),
        ("兑付补贴资金", "县财政局", ""),
    ]


def test_the_time_of_a_stage_dates_what_stands_below_it():
    body = (
        "抓紧办理。\n（二）动员部署阶段（3月15日前）\n由县财政局牵头，建立资金台账。\n"
        "（三）巩固提升阶段\n推行综合查一次，建立投诉台账。"
    )
    found = said_under(SPEECH.format(body), "在全县优化营商环境工作推进会上的讲话").tasks
    days = {str(task.headline)[:4]: {str(one.deadline or "") for one in task.measures} for task in found}
    assert (days["动员部署"], days["巩固提升"]) == ({"3月15日前"}, {""})


def test_half_a_name_or_time_at_a_broken_line_is_left_out():
    lines = (
        "一、抓好落实",
        "县住建局要加快老旧小区改造步伐，县水",
        "利局要在2024年12月",
        "31日前完成河道清淤任务。",
    )
    body = "\n".join((*lines, "二、抓好督查", "开展督查。"))
    for task in tasks(body):
        for one in task.measures:
            assert str(one.owner or "") in {"", "县住建局", "县水利局"}
            assert str(one.deadline or "") in {"", "2024年12月31日前"}
