"""Lines that say who speaks and when, and the headings that look like them."""

import pytest

from reportgen.outline import parse
from reportgen.outline.signatures import (
    has_date,
    is_date,
    is_signature,
    is_titled,
    is_unit,
    names_speaker,
    opens_with_speaker,
)
from speech import source_of

NAMES = ["张三", "王建国", "张 三", "张　三", "欧阳建国", "诸葛青云", "某某某", "×××", "XX", "**", "张 建国"]
UNITS = [
    "县人民政府", "青山县应急管理局", "市发展和改革委员会", "建设局", "发展研究中心", "建设投资集团",
    "服务中心", "建设路街道", "振兴区人民政府", "县委办公室", "省财政厅", "青山镇",
    "清水村", "第一中学校", "青山大学", "消防救援支队", "幸福社区",
]  # fmt: skip
HEADINGS = [
    "提高认识", "狠抓落实", "再创辉煌", "加强学习", "强化监督", "改进作风",
    "建设美丽乡村", "建设法治政府", "打造文明城市", "发展现代农业园区", "全面推进乡村", "办好人民满意的学校",
    "推进平安社区", "着力建设区域性中心", "振兴乡村",
]  # fmt: skip


@pytest.mark.parametrize("line", [*NAMES, *UNITS])
def test_a_name_or_a_unit_by_itself_signs(line):
    assert is_signature(line)


@pytest.mark.parametrize("line", HEADINGS)
def test_what_is_to_be_done_is_neither_name_nor_unit(line):
    """提高认识 below a title was printed as the speaker, and so was 建设美丽乡村."""
    assert not is_signature(line)
    assert not is_unit(line)
    assert not names_speaker(line)


@pytest.mark.parametrize(
    "line",
    [
        *("县委书记　张三", "市长 王建国", "述职人：张三", "（县长 李四）", "县委书记张三"),
        *("区文化局  王建国", "县第一小学　李 明", "某市建设公司\t张××", "张××", "王某"),
    ],
)
def test_an_office_with_a_name_is_who_speaks(line):
    assert names_speaker(line)


@pytest.mark.parametrize(
    "line",
    [
        "学习贯彻总书记重要讲话精神",
        "在县长办公会议上的发言",
        "围绕书记要求抓好工作",
        "书记抓、抓书记",
        "要发挥组长作用",
        "（2024年3月5日）",
        "今天，县长主持会议。",
        "建设美丽乡村 办好实事",
        "推动发展 服务全区",
        "学习中心 建设",
        "关于加强社区 工作",
    ],
)
def test_a_line_that_has_an_office_in_it_may_be_a_title_or_text(line):
    assert not names_speaker(line)


@pytest.mark.parametrize(
    ("line", "opens"),
    [
        ("县委书记 张三", True),
        ("中共青山市委书记、市长　王建国", True),
        ("县委书记张三", False),
        ("张三", False),
        ("书记 张三", False),
        ("关于市长 热线的报告", False),
    ],
)
def test_above_a_title_an_office_needs_a_blank_and_a_name(line, opens):
    assert opens_with_speaker(line) == opens


@pytest.mark.parametrize(
    "line",
    [
        "2024年3月5日", "（2024年3月5日）", "(2024年3月)", "二〇二四年三月五日", "二○二四年三月",
        "２０２４年３月５日", "2024 年 3 月 5 日", "20XX年X月X日", "××××年×月×日",
        "2024年", "2024年3月5号", "24年3月5日",
    ],
)  # fmt: skip
def test_a_date_by_itself(line):
    assert is_date(line)


@pytest.mark.parametrize(
    "line",
    ["2024年3月5日上午", "2024年3月5日于青山", "3月5日", "2024-03", "今年3月", "2024年工作总结", "百年"],
)
def test_what_is_more_or_less_than_a_date(line):
    assert not is_date(line)


@pytest.mark.parametrize(
    ("line", "dated"),
    [
        ("（2024年3月5日）", True),
        ("（2024年3月5日，根据录音整理）", True),
        ("（在全体会议上，2024年3月5日）", True),
        ("（根据录音整理）", False),
        ("2024年3月5日", False),
        ("（2024年）", False),
    ],
)
def test_a_bracket_with_a_date(line, dated):
    assert has_date(line) == dated


@pytest.mark.parametrize(
    ("line", "titled"),
    [
        ("在全县工作会议上的讲话", True),
        ("政府工作报告", True),
        ("在座谈会上的发言提纲", True),
        ("述职报告稿", True),
        ("关于开展检查的通知", True),
        ("讲话精神", False),
        ("会议报告厅", False),
        ("加强学习", False),
    ],
)
def test_a_title_ends_in_what_it_is(line, titled):
    assert is_titled(line) == titled


LONG = "各级各部门要切实提高思想认识，把这项工作摆在更加突出的位置，坚持问题导向和目标导向相统一。"


@pytest.mark.parametrize(
    ("first", "second"), [HEADINGS[:2], ("建设美丽乡村", "发展现代农业园区"), ("振兴乡村", "加强学习")]
)
def test_headings_below_a_title_head_their_text_and_name_nobody(first, second):
    document = parse(source_of(f"在全县工作会议上的讲话\n{first}\n{LONG}\n{second}\n{LONG}\n"))
    assert (document.title_text, document.byline) == ("在全县工作会议上的讲话", None)
    assert [str(node.heading) for node in document.nodes] == [first, second]


@pytest.mark.parametrize("name", [*NAMES[:5], *UNITS[:2]])
def test_a_name_below_a_title_is_the_speaker_s(name):
    document = parse(source_of(f"在全县工作会议上的讲话\n{name}\n同志们：\n{LONG}\n"))
    assert str(document.byline) == name
