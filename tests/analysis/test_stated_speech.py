"""Who must act and by when over a whole speech: clause by clause, by grammar, with what must stay without."""

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from reportgen.analysis.clauses import setting
from reportgen.analysis.stated import stated_in
from reportgen.outline import parse
from reportgen.readers.tidying import tidy
from speech import source_of

FRAME = "在全县工作会议上的讲话\n同志们：\n{}\n"


def said(body):
    """Every clause of a speech that says who or by when, as ``clause|owner|deadline``."""
    document = parse(source_of(tidy(FRAME.format(body))))
    whole = [one for part in setting.paragraphs(document) for one in setting.sentences_of(part)]
    return [
        f"{clause.text}|{one.owner.text if one.owner else ''}|{one.deadline.text if one.deadline else ''}"
        for sentence, row in zip(whole, stated_in(whole), strict=True)
        for clause, one in zip(sentence.clauses, row, strict=True)
        if (one.owner or one.deadline) and sentence.paragraph.zone != "heading"
    ]


OWNERS = {
    "an office with a preposition or an adverb behind it": (
        "县防办随机抽查值班情况。县财政局在拨款环节把好关。应急局要盯住有限空间。应急部的规定很细。",
        [
            "县防办随机抽查值班情况|县防办|",
            "县财政局在拨款环节把好关|县财政局|",
            "应急局要盯住有限空间|应急局|",
        ],
    ),
    "who leads behind what he does": (
        "精简审批环节，由市行政审批局牵头，各镇街配合。",
        ["精简审批环节|市行政审批局|", "由市行政审批局牵头|市行政审批局|"],
    ),
    "an office of its own in a report on behalf of all": (
        "现在，我代表县人民政府，向大会报告工作。各级政府要节约开支，国家要加大支持。县财政局要管好预算。",
        ["县财政局要管好预算|县财政局|"],
    ),
    "the whole name of a body": (
        "由市发改局会同开发区管委会一家一家过堂。各乡镇要召开党委会研究。",
        [
            "由市发改局会同开发区管委会一家一家过堂|市发改局|",
            "各乡镇要召开党委会研究|各乡镇|",
        ],
    ),
    "labels below a heading that is the task": (
        "一、开展企业大走访活动。\n责任单位：县工信局\n完成时限：6月底前\n二、建立重点项目库。\n抓紧办理。",
        ["开展企业大走访活动|县工信局|6月底前"],
    ),
    "a subject that is told to act, and the clauses that go on without one": (
        "用户服务中心要开通投诉热线，设一个公告栏，并每天公布结果。",
        [
            "用户服务中心要开通投诉热线|用户服务中心|",
            "设一个公告栏|用户服务中心|",
            "并每天公布结果|用户服务中心|每天",
        ],
    ),
    "until another subject comes": (
        "县财政局要落实经费，各项费用不得超支，加强监管。",
        ["县财政局要落实经费|县财政局|"],
    ),
    "until people come who could not be held to it": (
        "县民政局要摸清底数，我们也要多走访，帮助解决困难。",
        ["县民政局要摸清底数|县民政局|"],
    ),
    "whoever follows 由": (
        "采购费用由公司统一支付。方案由各代表处人力资源部负责起草，并报总部审定。",
        [
            "采购费用由公司统一支付|公司|",
            "方案由各代表处人力资源部负责起草|各代表处人力资源部|",
            "并报总部审定|各代表处人力资源部|",
        ],
    ),
    "people whose names only 负责 tells": (
        "预备队组建由王小明、李刚负责。",
        ["预备队组建由王小明、李刚负责|王小明、李刚|"],
    ),
    "whoever is asked to": (
        "建议省相关部门出台扶持政策，希望市政府统一规划。请各级宣传部门主动发声。",
        [
            "建议省相关部门出台扶持政策|省相关部门|",
            "希望市政府统一规划|市政府|",
            "请各级宣传部门主动发声|各级宣传部门|",
        ],
    ),
    "an office without a word of duty, by its verb": (
        "监测中心定期抽查水质，对超标的及时通报。",
        ["监测中心定期抽查水质|监测中心|", "对超标的及时通报|监测中心|"],
    ),
    "a subject that only leads on to what it does later": (
        "各乡镇政府应根据人口情况，合理布局养老机构。",
        ["各乡镇政府应根据人口情况|各乡镇政府|", "合理布局养老机构|各乡镇政府|"],
    ),
    "a name by itself in front of a duty": (
        "各片区的负责人，必须每月到现场检查。",
        ["各片区的负责人|各片区的负责人|", "必须每月到现场检查|各片区的负责人|每月"],
    ),
    "the task of somebody": (
        "运维部门的首要任务是：修复漏洞；更换旧设备。",
        ["运维部门的首要任务是|运维部门|", "修复漏洞|运维部门|", "更换旧设备|运维部门|"],
    ),
    "a described name": (
        "参加培训的人员应提交学习报告。",
        ["参加培训的人员应提交学习报告|参加培训的人员|"],
    ),
    "a name that the speech itself shows to be one": (
        "风控BC负责复核数据。风控BC还要建立台账。",
        ["风控BC负责复核数据|风控BC|", "风控BC还要建立台账|风控BC|"],
    ),
    "an office that opens a paragraph as a label": (
        "**县教育局**：牵头制定方案。组织开展培训。\n县财政局：落实经费，加强监管。",
        [
            "牵头制定方案|县教育局|",
            "组织开展培训|县教育局|",
            "落实经费|县财政局|",
            "加强监管|县财政局|",
        ],
    ),
    "a heading that names who acts": (
        "一、重点任务\n（一）县住建局\n加快改造老旧小区，建立台账。\n（二）县交通局\n修复破损路面。",
        ["加快改造老旧小区|县住建局|", "建立台账|县住建局|", "修复破损路面|县交通局|"],
    ),
    "label lines below a task": (
        "一、重点任务\n1.完善制度。建立工作台账。\n牵头单位：县发改局\n责任单位：县财政局\n完成时限：2026年6月底前\n2.抓好培训。组织开展轮训。",
        ["建立工作台账|县发改局|2026年6月底前"],
    ),
    "who helps takes nothing from whoever leads": (
        "由市应急局牵头，市住建局配合，对建筑施工开展整治。",
        ["由市应急局牵头|市应急局|", "对建筑施工开展整治|市应急局|"],
    ),
    "what somebody is asks for nothing, what he must does": (
        "企业主要负责人是第一责任人，要亲自抓。",
        ["要亲自抓|企业主要负责人|"],
    ),
    "offices that act together": (
        "市消防救援支队要会同市公安局开展排查，村委会明确专人巡查。",
        ["市消防救援支队要会同市公安局开展排查|市消防救援支队|", "村委会明确专人巡查|村委会|"],
    ),
    "a time between name and verb": (
        "区域经理每月复盘，省财政每年安排专项资金。",
        ["区域经理每月复盘|区域经理|每月", "省财政每年安排专项资金|省财政|每年"],
    ),
    "a limit in front of a verb that no list knows": (
        "农业农村局要牵头编制规划，8月底前报县委审定。",
        ["农业农村局要牵头编制规划|农业农村局|", "8月底前报县委审定|农业农村局|8月底前"],
    ),
    "whoever is asked, and not who was told before": (
        "秘书处将于明年6月举办会议，请各成员国于3月1日前提交建议。",
        ["秘书处将于明年6月举办会议|秘书处|明年6月", "请各成员国于3月1日前提交建议|各成员国|3月1日前"],
    ),
    "another whose name looks like a verb": (
        "发达国家要兑现承诺，发展中国家也要量力而行。",
        ["发达国家要兑现承诺|发达国家|", "发展中国家也要量力而行|发展中国家|"],
    ),
    "items of a list that an office opens": (
        "一、责任分工\n- 教务处：制定方案，6月15日前上报。\n- 德育处：抓好学风建设，完善奖惩制度。",
        [
            "制定方案|教务处|6月15日前",
            "6月15日前上报|教务处|6月15日前",
            "抓好学风建设|德育处|",
            "完善奖惩制度|德育处|",
        ],
    ),
    "a unit that is still to be put in": (
        "[牵头单位]于[日期]前复核素材，形成目录。",
        ["[牵头单位]于[日期]前复核素材|[牵头单位]|[日期]前", "形成目录|[牵头单位]|"],
    ),
}
NOBODY = {
    "we and everybody": "我们要加强学习，大家要互相帮助，各位要带好头。",
    "whom a label below does not speak of": "希望全体教师潜心教书。\n牵头领导：王校长",
    "everybody of a place": "全县要建成示范村，全市要掀起热潮。",
    "the many": "希望广大干部职工积极参与，干部要以身作则，员工要爱岗敬业。",
    "what an office has done": "县财政局已经兑付资金，建立了台账。",
    "a law that is quoted": "《养老服务条例》第九条规定，县级人民政府应当安排经费，建设服务设施。",
    "a meeting that is told of": "省委全会强调，各级党委要扛起责任，抓好落实。",
    "what somebody looks back on": "近年来，县农业农村局大力推进产业发展，建立了示范基地。",
    "an office inside a noun": "养老机构布局不合理，社区服务能力弱，企业管理水平低。",
    "an office that a verb is done to": "要支持企业扩大生产，鼓励职工参加培训，引导高校设立专业。",
    "a thing that must be": "各项工作要抓实，食堂费用应公开，项目资金须专款专用。",
    "a cause": "困难是由企业造成的，格局由多个部门组成。",
    "who is not to act": "这些事不由县财政局承担，避免由学校负责。",
    "a part of what is amiss": "一、存在的问题\n有关部门重视程度不够，乡镇只能按老办法办理。",
    "a speaker before his words": "主任：抓好落实，加强检查。",
    "an office that is only there": "各单位有责任，县医院是龙头，学校会成为中心。",
}


@pytest.mark.parametrize("name", OWNERS)
def test_who_acts_reaches_as_far_as_grammar_says(name):
    body, expected = OWNERS[name]
    assert said(body) == expected


@pytest.mark.parametrize("name", NOBODY)
def test_nobody_is_made_an_owner(name):
    assert said(NOBODY[name]) == []


def test_nothing_of_who_reaches_over_a_full_stop_or_a_semicolon():
    assert said("县水利局要清淤河道。建立台账。县林业局要补种树木；开展巡查。") == [
        "县水利局要清淤河道|县水利局|",
        "县林业局要补种树木|县林业局|",
    ]


def test_what_shall_come_of_it_has_no_owner_and_what_follows_has():
    assert said("县妇联要开办培训班，提高就业能力，编印教材。") == [
        "县妇联要开办培训班|县妇联|",
        "编印教材|县妇联|",
    ]


DEADLINES = {
    "a limit in any clause": ("要在6月底前完成排查，2026年3月底前建成平台。", ["6月底前", "2026年3月底前"]),
    "a limit in front of the subject": ("下班前，县应急局要报送情况。", ["下班前"]),
    "a length of time": ("三年内新建学校10所。", ["三年内"]),
    "the end of a period": ("到2025年底，建成充电桩500个。", ["到2025年底"]),
    "a rhythm": ("每季度通报一次进展。", ["每季度"]),
    "a rhythm with a limit": ("每年6月底前报送总结。", ["每年6月底前"]),
    "a year in front of the verb": ("2026年先拿出试点方案，2027年全面推开。", ["2026年", "2027年"]),
    "a year that somebody plans for": ("今年要招聘教师100名，明年再扩大规模。", ["今年", "明年"]),
    "half a year behind what it dates": ("扫尾任务上半年都要完成。", ["上半年"]),
    "a stage": (
        "一、实施步骤\n（一）动员部署阶段（3月—5月）\n制定方案，召开动员会。",
        ["3月—5月", "3月—5月"],
    ),
    "a stage, until the next, and what has a day of its own": (
        "一、动员部署阶段（3月15日前）\n制定工作方案。县委办要在3月5日前召开动员会。\n二、总结阶段\n形成总结报告。",
        ["3月15日前", "3月5日前"],
    ),
    "its own time before the one that opens the sentence": (
        "三年内，一期2026年底前建成，二期完成招商。",
        ["2026年底前"],
    ),
}
NEVER = {
    "a condition that is not met": "7月底前拿不回还款协议的，要停发奖金。",
    "what is spoken against": "不再等到年底，马上动手。",
    "what adds up": "同一供应商三个月内累计超过50万元的要公开招标。",
    "the year of a report": "现在，我代表县人民政府，向大会报告工作。今年要新建学校5所。",
    "when something happened": "2023年建成了平台，去年底前完成了验收。",
    "how things stood": "2023年底，全县老年人口达到12万人，占总人口的20%。",
    "a period that is spoken of": "2月24日至2月26日期间的页面要归档。",
    "the time of a noun": "要完成2026年预算编制，落实今年的任务。",
    "how fast it goes": "今年的前进幅度会很大。",
    "an average": "近三年平均增长5%。",
    "a rhythm of something else": "每天收取的利息要高一些。",
    "a condition": "6月底前完不成任务的，要严肃问责。",
}


@pytest.mark.parametrize("name", DEADLINES)
def test_when_it_must_be_done_is_read(name):
    body, expected = DEADLINES[name]
    assert [row.rsplit("|", 1)[1] for row in said(body)] == expected


@pytest.mark.parametrize("name", NEVER)
def test_no_other_time_is_a_deadline(name):
    assert [row for row in said(NEVER[name]) if not row.endswith("|")] == []


PIECES = [
    "县水利局要",
    "6月底前",
    "完成整治",
    "，",
    "；",
    "。",
    "：",
    "由县财政局负责",
    "我们",
    "建立台账",
    "今年",
    "\n",
    "一、",
    "责任单位：县林业局",
]


@settings(deadline=None)
@given(st.lists(st.sampled_from(PIECES), max_size=30).map("".join))
def test_every_clause_has_its_answer_and_all_words_stand_in_the_text(body):
    source = source_of(tidy(FRAME.format(body)))
    whole = [one for part in setting.paragraphs(parse(source)) for one in setting.sentences_of(part)]
    found = stated_in(whole)
    assert [len(row) for row in found] == [len(one.clauses) for one in whole]
    for passage in (words for row in found for one in row for words in (one.owner, one.deadline) if words):
        assert source.text[passage.span.start : passage.span.end] == passage.text
