"""What is ticked stands on slides, and in the brief that build takes."""

import pytest

from reportgen.analysis.notation import dump, load
from reportgen.options import Options
from reportgen.serving import editing
from reportgen.serving.choosing import pool_of, said_on
from reportgen.serving.viewing import deck_of
from speech import brief_of

SPEECH = "在全县工作会议上的讲话\n同志们：\n" + "".join(
    f"{number}、{name}\n一是{first}。{body}二是{second}。{other}\n"
    for number, name, first, body, second, other in (
        (
            "一",
            "抓好春耕生产，稳住粮食产量",
            "备足农资",
            "组织供销社调运化肥。建立农资价格监测点。开展种子质量抽查。",
            "修好水利",
            "完成二十处渠道清淤。检修全部提灌站。落实管护责任。",
        ),
        (
            "二",
            "抓好项目建设，增强发展后劲",
            "盯住开工",
            "推行项目审批代办。每周调度一次进度。优先保障用地。",
            "搞好服务",
            "设立企业服务专员。开展银企对接。清理拖欠账款。",
        ),
        (
            "三",
            "抓好民生实事，办好群众关切",
            "办好学校",
            "新建两所小学。改造十处食堂。招录一百名教师。",
            "管好医院",
            "推行家庭医生签约。采购急救设备。开展巡回诊疗。",
        ),
    )
)
PATH = (0, 0)


@pytest.fixture(scope="module")
def brief():
    return brief_of(SPEECH)


def pool(brief):
    return pool_of(brief, editing.part_at(brief, PATH), said_on(deck_of(brief, Options())))


def test_what_stands_on_slides_is_ticked_until_somebody_chooses(brief):
    found = pool(brief)
    assert not found.is_chosen
    assert all(one.is_ticked == one.is_shown for one in found.lines)


def test_a_tick_puts_a_line_on_a_slide_and_takes_no_other_away(brief):
    left = next(one for one in pool(brief).lines if not one.is_ticked)
    before = {one.id for one in pool(brief).lines if one.is_ticked}
    new = editing.ticked(brief, PATH, pool(brief), left.id, is_on=True)
    after = pool(new)
    assert next(one for one in after.lines if one.id == left.id).is_shown
    assert {one.id for one in after.lines if one.is_ticked} == before | {left.id}
    assert {one.id for one in after.lines} == {one.id for one in pool(brief).lines}


def test_what_is_unticked_leaves_slides_and_stays_in_the_checklist(brief):
    gone = next(one for one in pool(brief).lines if one.is_ticked)
    new = editing.ticked(brief, PATH, pool(brief), gone.id, is_on=False)
    assert not next(one for one in pool(new).lines if one.id == gone.id).is_ticked
    assert [task.measures for task in new.tasks] == [task.measures for task in brief.tasks]


def test_a_choice_outlives_the_notation(brief):
    left = next(one for one in pool(brief).lines if not one.is_ticked)
    new = editing.ticked(brief, PATH, pool(brief), left.id, is_on=True)
    again = load(dump(new), "x.yaml")
    assert again.wanted == new.wanted == (left.line,)
    assert pool(again) == pool(new)


def test_a_line_cut_from_a_wanted_one_is_wanted(brief):
    line = pool(brief).lines[0].line
    assert editing.replace(brief, wanted=(line,)).is_wanted(line)
    assert not brief.is_wanted(line)
