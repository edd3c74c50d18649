"""What stands before the text: title, subtitle, speaker, date, form of address, and the rest of the head."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from reportgen.outline import parse
from reportgen.readers.files import parse_bytes
from speech import source_of

TITLE = "在全县安全生产工作会议上的讲话"
TEXT = "今天开会，主要任务是总结工作，部署任务。"


def read(*lines):
    return parse(source_of("\n".join((*lines, TEXT))))


def said(passage):
    return str(passage) if passage else ""


def head(document):
    """The head as it would be printed: title, subtitle, speaker, date, form of address."""
    parts = (document.subtitle, document.byline, document.date, document.salutation)
    return (document.title_text, *map(said, parts))


@pytest.mark.parametrize(
    ("lines", "parts"),
    [
        ([TITLE, "县委书记　张三", "（2024年3月5日）"], ("", "县委书记　张三", "（2024年3月5日）")),
        ([TITLE, "（2024年3月5日）", "县委书记　张三"], ("", "县委书记　张三", "（2024年3月5日）")),
        ([TITLE, "张三", "2024年3月5日"], ("", "张三", "2024年3月5日")),
        ([TITLE, "张　三", "2024年3月"], ("", "张　三", "2024年3月")),
        ([TITLE, "（县委书记 张三）"], ("", "（县委书记 张三）", "")),
        ([TITLE, "报告人：张三"], ("", "报告人：张三", "")),
        ([TITLE, "县人民政府"], ("", "县人民政府", "")),
        ([TITLE, "——在全县干部大会上", "张三"], ("——在全县干部大会上", "张三", "")),
        ([TITLE, "——县人民政府"], ("", "——县人民政府", "")),
        ([TITLE, "二〇二四年三月五日"], ("", "", "二〇二四年三月五日")),
        ([TITLE, "２０２４年３月５日"], ("", "", "２０２４年３月５日")),
        ([TITLE, "（2024年3月5日，根据录音整理）"], ("", "", "（2024年3月5日，根据录音整理）")),
        ([TITLE, "××××年×月×日"], ("", "", "××××年×月×日")),
    ],
)
def test_speaker_date_and_subtitle_are_told_below_the_title(lines, parts):
    document = read(*lines, "同志们：")
    assert head(document) == (TITLE, *parts, "同志们：")


@pytest.mark.parametrize(
    "lines",
    [
        ["县委书记 张三", TITLE, "2024年3月5日", "同志们："],
        ["县委书记 张三", TITLE, "", "同志们："],
        ["县委书记 张三", TITLE],
        ["中共青山县委书记　张三", TITLE[:9], TITLE[9:], "同志们："],
    ],
)
def test_a_speaker_above_the_title_is_kept_with_it(lines):
    document = read(*lines)
    assert document.title_text == TITLE
    assert said(document.byline) == lines[0]


@pytest.mark.parametrize(
    "lines",
    [
        ["2024年3月5日", TITLE, "张三", "同志们："],
        ["工作简报", "第5期", "县委办公室编", "2024年3月5日", TITLE, "张三", "同志们："],
        ["（2024年3月5日）", TITLE, "同志们："],
    ],
)
def test_a_date_above_the_title_is_no_line_of_it(lines):
    document = read(*lines)
    assert document.title_text == TITLE
    assert said(document.date).strip("（）") == "2024年3月5日"


def test_the_date_below_the_title_is_the_speech_s_and_that_of_the_issue_is_letterhead():
    document = read("第5期", "2024年3月9日", TITLE, "（2024年3月5日）", "张三", "同志们：")
    assert head(document) == (TITLE, "", "张三", "（2024年3月5日）", "同志们：")
    assert [str(line) for line in document.letterhead] == ["第5期", "2024年3月9日"]


def test_a_speaker_above_a_lead_of_the_press_is_not_lost():
    document = read("县委书记 张三", "今天，全县工作会议召开。", "同志们：")
    assert said(document.byline) == "县委书记 张三"
    document = read("县委书记 张三", "今天，全县工作会议召开。", TITLE, "县长 李四", "同志们：")
    assert (document.title_text, said(document.byline)) == (TITLE, "县长 李四")
    assert [str(line) for line in document.letterhead] == ["县委书记 张三", "今天，全县工作会议召开。"]


@pytest.mark.parametrize(
    ("lines", "title"),
    [
        (["在学习贯彻党的二十大精神", "专题研讨班上的讲话"], "在学习贯彻党的二十大精神专题研讨班上的讲话"),
        (["在全县安全生产", "暨森林防火工作", "会议上的讲话"], "在全县安全生产暨森林防火工作会议上的讲话"),
        (["政府工作报告"], "政府工作报告"),
        (["述职报告"], "述职报告"),
    ],
)
def test_a_title_may_take_up_to_three_lines(lines, title):
    assert read(*lines, "同志们：").title_text == title


@pytest.mark.parametrize(
    ("line", "title", "subtitle"),
    [
        (
            "政府工作报告——2024年1月10日在县第十七届人民代表大会上",
            "政府工作报告",
            "——2024年1月10日在县第十七届人民代表大会上",
        ),
        ("牢记嘱托 感恩奋进——在全市干部大会上的讲话", "牢记嘱托 感恩奋进", "——在全市干部大会上的讲话"),
    ],
)
def test_an_occasion_behind_a_dash_is_the_subtitle(line, title, subtitle):
    document = read(line, "各位代表：")
    assert (document.title_text, said(document.subtitle)) == (title, subtitle)


@pytest.mark.parametrize(
    "line",
    [
        "（2024年1月10日在青山县第十七届人民代表大会第三次会议上）",
        "2024年1月10日在青山县第十七届人民代表大会第三次会议上",
        "（2024年1月10日在全市大会上）",
        "（2024年3月在全市干部大会上）",
    ],
)
def test_date_and_occasion_on_a_line_are_the_subtitle_and_no_line_of_the_title(line):
    document = read("政府工作报告", line, "县长 李四", "各位代表：")
    assert head(document) == ("政府工作报告", line, "县长 李四", "", "各位代表：")


@pytest.mark.parametrize("line", ["2024年1月10日在岗人员名单", "在全市大会上", "（2024年3月5日）"])
def test_what_lacks_date_or_occasion_is_no_such_subtitle(line):
    assert read("政府工作报告", line, "各位代表：").subtitle is None


@pytest.mark.parametrize(
    "address",
    [
        "同志们：",
        "同志们！",
        "同志们，朋友们！",
        "同志们，",
        "各位代表：",
        "各位领导、各位来宾：",
        "各位领导、同志们：",
        "尊敬的各位领导、各位来宾，女士们、先生们：",
        "尊敬的王主席，各位来宾，女士们，先生们，朋友们：",
        "主席先生，各位同事：",
        "老师们、同学们：",
        "亲爱的同学们！",
        "全体党员、同志们：",
        "各县（市、区）人民政府，市政府各部门：",
        "各位委员:",
        "劳模同志们、工友们：",
        "全体干警同志们：",
        "父老乡亲们：",
        "全市青年朋友们！",
        "员工们、伙伴们：",
    ],
)
def test_a_form_of_address_ends_the_head(address):
    document = read(TITLE, address)
    assert said(document.salutation) == address
    assert [str(one) for one in document.preamble] == [TEXT]


@pytest.mark.parametrize(
    "line",
    [
        "各单位要做到：",
        "各部门必须抓好以下工作：",
        "同志们辛苦了。",
        "大家都要学习。",
        "县委要求如下：",
        "希望同志们：",
        "他们告诉我们：",
    ],
)
def test_a_line_that_asks_or_tells_is_no_form_of_address(line):
    document = read(TITLE, line)
    assert document.salutation is None
    assert [str(one) for one in document.preamble] == [line, TEXT]


def test_a_form_of_address_goes_on_with_text_on_its_line():
    document = read("在全县安全生产工作会议上的讲话", "同志们：今天开会。大家要听好。")
    assert said(document.salutation) == "同志们："
    assert str(document.preamble[0]) == "今天开会。大家要听好。"


def test_a_title_and_the_form_of_address_on_one_line_are_parted():
    document = read("国务院总理 李某某各位代表：")
    assert said(document.salutation) == "各位代表："


@pytest.mark.parametrize(
    "line",
    [
        "×政发〔2024〕5号",
        "第5期",
        "青山工作简报 第12期（总第340期）",
        "签发：张三",
        "密级：内部",
        "青山县委办公室编印",
        "某社青山3月5日电（记者某某）",
    ],
)
def test_lines_of_a_letterhead_stand_above_the_title_and_are_none_of_it(line):
    document = read(line, TITLE, "张三", "同志们：")
    assert head(document) == (TITLE, "", "张三", "", "同志们：")
    assert [str(one) for one in document.letterhead] == [line]


def test_what_stood_below_the_name_of_a_paper_is_the_paper_s():
    """Its subtitle was in no part of the outline, and its office was taken for the speaker."""
    document = read("青山工作通知", "——安全生产专刊", "县委办公室", "第5期", TITLE, "张三", "同志们：")
    assert head(document) == (TITLE, "", "张三", "", "同志们：")
    above = ["青山工作通知", "——安全生产专刊", "县委办公室", "第5期"]
    assert [str(one) for one in document.letterhead] == above


@pytest.mark.parametrize("line", ["（根据录音整理，未经审阅）", "（摘要）", "【节选】"])
def test_remarks_below_the_title_are_letterhead(line):
    document = read(TITLE, line, "同志们：")
    assert (document.title_text, [str(one) for one in document.letterhead]) == (TITLE, [line])


def test_what_the_press_sets_before_a_speech_is_letterhead():
    lead = "全县安全生产工作会议昨日召开，县委书记张三出席会议并讲话。"
    document = read(lead, TITLE, "张三", "同志们：")
    assert head(document) == (TITLE, "", "张三", "", "同志们：")
    assert [str(one) for one in document.letterhead] == [lead]


def test_a_form_of_address_behind_the_first_heading_is_text():
    document = read(TITLE, "一、抓好学习", "要抓好学习。", "同志们：")
    assert document.salutation is None
    assert [str(node.heading) for node in document.nodes] == ["抓好学习"]


@pytest.mark.parametrize(
    "first",
    ["今天，我们在这里隆重集会。", "一、抓好学习", "同志们：", "坚持稳中求进工作总基调，推动高质量发展；"],
)
def test_a_speech_without_a_title_has_none(first):
    assert read(first).title == ()


def test_a_line_behind_a_title_that_stands_alone_may_be_a_heading():
    document = read(TITLE, "提高思想认识", TEXT * 3, "抓好工作落实", TEXT * 3)
    assert document.title_text == TITLE
    assert [str(node.heading) for node in document.nodes] == ["提高思想认识", "抓好工作落实"]


ABOVE = ["县委书记 张三", "2024年3月5日", "第5期", "×政发〔2024〕5号", TITLE, "——在大会上", "李四", ""]


@given(st.lists(st.sampled_from([*ABOVE, "同志们：", "今天，大会召开。", "（摘要）"]), max_size=8))
def test_whatever_stands_in_the_head_is_somewhere_and_only_once(lines):
    """A speaker above the title was in no part of the outline."""
    document = read(*lines)
    parts = [document.subtitle, document.byline, document.date, document.salutation]
    leaves = [*document.title, *document.letterhead, *document.preamble, *filter(None, parts)]
    leaves += [one for node in document.walk() for one in (node.marker, node.heading, *node.body) if one]
    leaves += document.closing
    there = sorted((leaf.span.start, str(leaf)) for leaf in leaves)
    assert "".join(text for _, text in there if text) == "".join((*lines, TEXT))


LONG = (
    "在全县深入推进"
    + "、".join(f"第{n}项重点工作提质增效和风险防范化解" for n in "一二三四五六七八")
    + "会议上的讲话"
)


@pytest.mark.parametrize("below", [("（2024年3月5日）", "县委书记　张三", "同志们："), ("同志们：",), ()])
def test_a_title_may_be_as_long_as_some_are(below):
    assert len(LONG) > 150
    assert read(LONG, *below).title_text == LONG


@pytest.mark.parametrize(
    "line",
    [
        "今天我们开会，" + "主要任务是总结工作部署任务狠抓落实" * 4 + "，请大家认真听我的讲话",
        "主要任务是总结工作部署任务狠抓落实推动发展" * 4,
    ],
)
def test_a_long_line_that_names_nothing_is_no_title(line):
    assert not read(line, "同志们：").title_text


@pytest.mark.parametrize("line", ["2024年3月5日", "（2024年3月5日）", "二〇二四年三月", "2024-03-05"])
def test_a_date_alone_is_no_title(line):
    assert not read(line, "同志们：").title_text


def test_what_stands_below_the_title_may_be_headings_with_a_picture_between():
    below = "![会标](a.png)\n\n## ——在全县干部大会上\n\n### 县委书记 张三\n\n#### 2024年3月5日"
    text = f"# {TITLE}\n\n{below}\n\n同志们：\n\n{TEXT}\n"
    parts = ("——在全县干部大会上", "县委书记 张三", "2024年3月5日", "同志们：")
    document = parse(parse_bytes(text.encode(), "讲话.md", "讲话"))
    assert head(document) == (TITLE, *parts)


@pytest.mark.parametrize(
    ("line", "who", "day"),
    [
        ("安全总监 侯捷 · 2025年6月1日", "安全总监 侯捷", "2025年6月1日"),
        ("县委书记　张三　2024年3月5日", "县委书记　张三", "2024年3月5日"),
        ("张三 2024年3月5日", "张三", "2024年3月5日"),
        ("2024年3月5日 县委书记 张三", "县委书记 张三", "2024年3月5日"),
        ("2024年3月5日　县委书记张三", "县委书记张三", "2024年3月5日"),
        ("2025年10月18日 · 湖山", "", "2025年10月18日 · 湖山"),
        ("2024年3月5日上午9：00", "", "2024年3月5日上午9：00"),
        ("（2024年3月5日上午）", "", "（2024年3月5日上午）"),
    ],
)
def test_one_line_may_say_who_and_when_or_when_and_where(line, who, day):
    document = read(TITLE, line, "同志们：")
    assert head(document) == (TITLE, "", who, day, "同志们：")


@pytest.mark.parametrize(
    ("above", "below", "subtitle"),
    [
        ("让诗与远方可感可及", "在全市旅游发展大会上的讲话", "在全市旅游发展大会上的讲话"),
        ("面向2035的城市更新：理念与路径", "在城市发展论坛上的主旨演讲", "在城市发展论坛上的主旨演讲"),
        ("县长李某同志", "在全市旅游发展大会上的讲话", ""),
        ("李某某", "在全市旅游发展大会上的讲话", ""),
        ("青山县住房和城乡建设局", "在全市旅游发展大会上的发言", ""),
        ("2025年度", "在全市旅游发展大会上的讲话", ""),
    ],
)
def test_a_line_that_names_the_speech_below_its_theme_is_a_subtitle(above, below, subtitle):
    document = read(above, below, "同志们：")
    assert said(document.subtitle) == subtitle
    if subtitle:
        assert document.title_text == above
    else:
        assert document.title_text.endswith(below)


@pytest.mark.parametrize(
    "lines",
    [
        ["内部资料 注意保存"],
        ["内部材料"],
        ["秘密★3年"],
        ["县第九届人民代表大会", "第六次会议文件（十二）"],
        ["全县安全生产工作推进会", "发言材料之五"],
        ["在全县安全生产工作会议上的讲话.docx"],
        ["全县安全生产交流材料"],
    ],
)
def test_what_names_a_paper_or_a_file_above_the_title_is_no_line_of_it(lines):
    document = read(*lines, TITLE, "同志们：")
    assert document.title_text == TITLE
    assert [str(one) for one in document.letterhead] == lines


@pytest.mark.parametrize(
    "lines",
    [["民主生活会个人对照检查材料"], ["全县安全生产", "工作经验材料"], ["2024年发言材料"]],
)
def test_a_title_may_end_in_material_itself(lines):
    assert read(*lines, "同志们：").title_text == "".join(lines)


@pytest.mark.parametrize(
    ("line", "unit"),
    [
        ("中共青山县委　青山县人民政府", True),
        ("青山县人民政府", True),
        ("张家湾街道办事处　罗依依", True),
        ("奋力开创工作新局", False),
        ("建设人民满意的政府", False),
    ],
)
def test_full_names_of_units_are_the_speaker_below_any_title(line, unit):
    document = read("以更实举措推进乡村建设", line, "同志们：")
    assert said(document.byline) == (line if unit else "")


@pytest.mark.parametrize(
    "line", ["拟任职人员：方敬之", "表态发言人：方敬之", "述职述廉人：方敬之", "授课人：方敬之"]
)
def test_a_label_says_who_speaks(line):
    assert head(read(TITLE, line, "同志们：")) == (TITLE, "", line, "", "同志们：")
