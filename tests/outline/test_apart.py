"""What of a file is not the speech is told before title and outline are sought."""

from time import process_time

import pytest

from reportgen.analysis.clauses.setting import paragraphs
from reportgen.outline import parse, to_json
from reportgen.outline.apart import ApartKind
from speech import source_of
from traditional import converted

TITLE = "在全县安全生产工作会议上的讲话"
BODY = (
    "同志们：",
    "今天开会，主要任务是总结前一阶段的工作，部署下一阶段的任务，请大家认真听。",
    "一、提高认识",
    "要把安全生产放在首位，时刻绷紧这根弦，任何时候都不能放松，要深刻吸取教训，举一反三。",
    "二、压实责任",
    "各乡镇要在6月底前完成隐患排查，建立台账，逐项销号，县应急局负责督促检查。",
)
HEADINGS = ["提高认识", "压实责任"]
NOTICE = (
    "中共青山县委办公室关于印发李某同志在全县安全生产工作会议上讲话的通知",
    "各乡镇党委，县直各单位：",
    "现将李某同志在全县安全生产工作会议上的讲话印发给你们，请认真学习贯彻。",
    "中共青山县委办公室",
    "2024年3月6日",
)
RULES = (
    "关于安全生产责任追究的办法",
    "2024年1月5日",
    "第一条 各单位主要负责人是本单位安全生产第一责任人，对本单位安全生产工作全面负责。",
)


def read(*lines):
    return parse(source_of("\n".join(lines)))


def blocks(document):
    """The kinds of the blocks, each with its lines."""
    return [(str(block.kind), [str(one) for one in block.passages]) for block in document.apart]


def headings(document):
    return [str(node.heading) for node in document.nodes]


FRONT = [
    ("furniture", ["下载", "打印", "全屏", "【字号：", "加大", "还原", "减小", "】"]),
    ("furniture", ["来源：青山日报 时间：2024-03-06 【字号：大 中 小】 打印"]),
    ("furniture", ["当前位置：首页 > 领导讲话", "发布时间：2024-03-06 10:20:30 浏览次数：128次"]),
    ("furniture", ["打印", "关闭", "我要纠错", "下载Word版", "A+ A-"]),
    ("furniture", ["【我要纠错】责任编辑：张三", "字体：大 中 小"]),
    ("furniture", ['<img class="pv" src="https://example.com/pv.png">']),
    (
        "furniture",
        ["政务微信　政务微博　繁体版　无障碍　长者助手", "首页　　要闻动态　　政务公开　　办事服务"],
    ),
    ("forwarding", [*NOTICE]),
    ("forwarding", [*NOTICE, "（此件公开发布）", "附件"]),
    ("forwarding", ["编者按：现将李某同志的讲话刊发如下，请各单位认真组织学习。"]),
    ("news", ["县安全生产工作会议召开", "3月5日，全县安全生产工作会议召开。现将讲话公布，全文如下："]),
    (
        "news",
        [
            "某社青山3月5日电 县委书记李某出席全县安全生产工作会议，强调要把安全生产放在首位，压实责任。",
            "李某指出，要举一反三，深刻吸取教训。",
        ],
    ),
]


@pytest.mark.parametrize(("kind", "lines"), FRONT)
def test_what_stands_in_front_is_no_title_and_no_text(kind, lines):
    document = read(*lines, TITLE, "李某", *BODY)
    assert document.title_text == TITLE
    assert str(document.salutation) == "同志们："
    assert headings(document) == HEADINGS
    assert blocks(document) == [(kind, lines)]


@pytest.mark.parametrize(
    ("kind", "lines"),
    [
        ("lead", ["【导 读】会上，李某分析了当前形势，提出了三项要求。"]),
        ("lead", ["编者按：这篇讲话分析了当前形势，对基层工作很有帮助。"]),
        ("lead", ["> 这是李某在全县安全生产工作会议上所作讲话的一部分。"]),
        ("furniture", ["来源：青山日报", "责任编辑：张三"]),
        (
            "attendance",
            [
                "时间：3月5日上午",
                "地点：县委礼堂",
                "主席台就座：李某、王某、张某",
                "参加人员：县直各单位负责同志",
            ],
        ),
    ],
)
def test_what_stands_below_the_title_is_no_text(kind, lines):
    document = read(TITLE, *lines, *BODY)
    assert document.title_text == TITLE
    assert (document.preamble[0].text, headings(document)) == (BODY[1], HEADINGS)
    assert blocks(document) == [(kind, lines)]


@pytest.mark.parametrize(
    ("kind", "lines"),
    [
        ("site", ["上一篇：县委召开常委会会议", "下一篇：春耕现场会召开"]),
        ("site", ["相关阅读：", "县委召开常委会会议", "春耕现场会召开"]),
        ("site", ["更多精彩文章，请关注青山发布公众号", "版权声明：本站内容未经许可不得转载"]),
        ("site", ["责任编辑：张三", "扫一扫在手机打开当前页"]),
        ("site", ["长按识别二维码关注我们", "点赞 在看 分享"]),
        ("credit", ["青山县委办公室　2024年3月6日印发"]),
        ("attachment", ["附：县长王某主持词", "同志们：", "现在开会，先请县委书记讲话。"]),
        ("credit", ["（责任编辑：张三）"]),
        ("credit", ["（某社青山3月6日电）", "《青山日报》（2024年03月07日 02 版）"]),
        ("attachment", ["附件1：", "重点任务分工", "一、完成排查", "二、完成整改"]),
        ("document", ["【参考资料】", "《青山县安全生产责任追究办法》", "一、总则", "各单位要落实责任。"]),
        ("notes", ["注释", "〔1〕指县安全生产委员会。", "〔2〕指2023年。"]),
        ("questions", ["现场问答", "问：隐患排查何时完成？", "答：6月底前。"]),
    ],
)
def test_what_stands_behind_gives_neither_heading_nor_text(kind, lines):
    document = read(TITLE, *BODY, "谢谢大家！", *lines)
    assert headings(document) == HEADINGS
    assert [str(one) for one in document.closing] == ["谢谢大家！"]
    assert blocks(document) == [(kind, lines)]


def test_a_second_paper_with_its_own_title_and_date_is_another_document():
    document = read(TITLE, *BODY, "谢谢大家！", *RULES)
    assert headings(document) == HEADINGS
    assert blocks(document) == [("document", list(RULES))]


def test_a_bare_name_of_a_lead_takes_no_title_along():
    document = read("【导读】", TITLE, *BODY)
    assert (document.title_text, blocks(document)) == (TITLE, [("lead", ["【导读】"])])


def test_a_notice_behind_an_imprint_is_another_document():
    notice = ["关于印发《奖惩办法》的通知", "公司各部门：", "请遵照执行。", "2024年3月18日"]
    document = read(TITLE, *BODY, "谢谢大家！", "2024年3月16日印发", *notice)
    assert headings(document) == HEADINGS
    assert blocks(document)[-1] == ("document", notice)


def test_the_outline_for_programs_has_what_another_document_holds_and_says_so():
    document = read(
        TITLE, *BODY, "【参考资料】", "《某办法》", "一、总则", "要落实。", "二、附则", "要执行。"
    )
    nodes = to_json(document)["nodes"]
    assert [(one["heading"], one.get("apart", False)) for one in nodes] == [
        *((heading, False) for heading in HEADINGS),
        ("总则", True),
        ("附则", True),
    ]


def test_notes_are_told_where_the_text_refers_to_them():
    text = "要坚持以土地换时间[1]，以时间换空间，一件接着一件办，办一件成一件，久久为功。"
    document = read(TITLE, *BODY, text, "[1] 以土地换时间，指先征后建。")
    assert [kind for kind, _ in blocks(document)] == ["notes"]
    assert blocks(read(TITLE, *BODY, "[1] 各乡镇要报送名单。")) == []


def test_a_title_above_an_announcement_stays_the_title():
    document = read(TITLE + "（全文）", "2024年3月5日，会议召开。以下是讲话全文：", *BODY)
    assert document.title_text == TITLE + "（全文）"
    assert blocks(document) == [("news", ["2024年3月5日，会议召开。以下是讲话全文："])]


def test_names_of_the_fields_of_a_form_are_no_sections():
    document = read(TITLE, "标题", TITLE, "称谓", *BODY, "落款", "青山县委", "2024年3月5日")
    assert (document.title_text, str(document.salutation)) == (TITLE, "同志们：")
    assert headings(document) == HEADINGS
    assert {kind for kind, _ in blocks(document)} == {"form"}


def test_a_list_that_was_pasted_twice_counts_once():
    twice = [
        f"{word}，各单位要结合实际制定方案，明确责任人和完成时限，建立台账，逐项销号，定期通报进展情况，对工作不力的严肃问责，对成效明显的予以表扬，确保各项任务落到实处、见到实效，让群众满意。"
        for word in ("抓排查", "抓整改")
    ]
    document = read(TITLE, *BODY, *twice, *twice)
    assert blocks(document) == [("repeated", twice)]
    assert blocks(read(TITLE, *BODY, twice[0], twice[0])) == []


@pytest.mark.parametrize(
    "lines",
    [
        # A report that says what it reports, and one that quotes how a paper was sent.
        [TITLE, "现将有关情况汇报如下。", *BODY[2:]],
        [TITLE, "现将我县安全生产工作情况报告如下：", *BODY[2:]],
        [TITLE, *BODY, "县委办已发文，现将整改方案印发给你们，请认真抓好落实。"],
        # A notice that goes on by itself is the paper.
        ["关于开展安全生产大检查的通知", "各乡镇：", "现将有关要求印发给你们，请认真贯彻执行。", *BODY[2:]],
        # Attachments that are named or listed.
        [TITLE, *BODY, "任务分工见附件1，请各单位对照附件2的时限完成。"],
        [TITLE, *BODY, "附件：1.任务分工 2.时间安排"],
        [TITLE, *BODY, "附：任务清单"],
        [TITLE, *BODY, "附：全县工作总结"],
        # What a host says of those present.
        [
            "在全县安全生产工作会议上的主持词",
            *BODY[:2],
            "出席今天会议的领导有：李某、王某、张某。",
            *BODY[2:],
        ],
        ["全县安全生产工作会议主持词", "主席台就座：李某、王某", "出席：张某", *BODY],
        # Words of a site in the mouth of a speaker.
        [TITLE, *BODY, "请大家关注我们的公众号，多提宝贵意见。"],
        [TITLE, *BODY, "关于相关报道，要加强引导。"],
        [TITLE, *BODY[:5], "要做好打印、下载和收藏工作，来源：各乡镇上报。"],
        # Two parts of one report; questions that a speaker asks himself.
        [
            "全县工作报告",
            "第一部分 过去一年的工作",
            "一年来，成绩来之不易，安全形势总体平稳。",
            "第二部分 今年的工作安排",
            BODY[5],
        ],
        [TITLE, *BODY, "问：怎么办？一靠制度，二靠责任。"],
        [
            "关于安全生产的答记者问",
            "问：形势怎样？",
            "答：总体平稳，但隐患仍然不少，要持续用力。",
            "问：怎么办？",
            "答：6月底前完成排查。",
        ],
        # A call that comes again, and a lone field.
        [TITLE, *BODY, "同志们！", "安全生产责任重于泰山。", "同志们！", "安全生产责任重于泰山。"],
        [TITLE, "主持人：今天请来了两位嘉宾。", BODY[1]],
        ["情况介绍会", *BODY, "谢谢大家！", "主持人：介绍会到此结束，谢谢！"],
        [TITLE, *BODY, "一、二部分已经讲完。", "附件1：指标表", "附件2：项目表"],
        ["2024年", "政府工作报告", *BODY],
        [
            "一、导语",
            "今年以来，安全形势总体平稳，但隐患仍然不少，要持续用力。",
            "二、正文要求",
            "抓好落实。",
        ],
        [TITLE, *BODY, "1. 各乡镇报送名单。", "2. 各单位报送方案。"],
    ],
)
def test_words_of_the_speech_are_left_where_they_stand(lines):
    assert blocks(read(*lines)) == []


def test_a_block_that_would_be_most_of_the_file_is_the_speech():
    assert (
        blocks(read("工作安排", "各乡镇要抓好落实。", "附件", *(f"{at}. {BODY[3]}" for at in range(1, 6))))
        == []
    )


@pytest.mark.parametrize(("kind", "lines"), FRONT)
def test_no_part_of_the_speech_and_no_clause_has_a_word_of_a_block(kind, lines):
    document = read(*lines, TITLE, *BODY, "附件", "任务分工")
    assert ApartKind(kind) in {block.kind for block in document.apart}
    apart = [block.span for block in document.apart]
    seen = [paragraph.passage.span for paragraph in paragraphs(document)]
    assert not [one for one in seen for block in apart if one.start < block.end and block.start < one.end]


def test_each_block_is_told_in_one_line_with_its_place():
    document = read(*NOTICE, TITLE, *BODY)
    told = [(one.code, one.message) for one in document.diagnostics]
    assert told == [("apart", "第 1—5 行是印发说明（99 字），不作摘编")]
    assert str(
        document.source.passage(document.diagnostics[0].span.start, document.diagnostics[0].span.end)
    ).startswith(NOTICE[0])


def test_a_file_in_traditional_characters_has_its_blocks_in_its_own_words():
    lines = [
        converted("下载"),
        converted("打印"),
        *map(converted, NOTICE),
        *map(converted, (TITLE, *BODY)),
        converted("上一篇：县委召开会议"),
    ]
    document = read(*lines)
    assert document.title_text == converted(TITLE)
    assert [line for _, block in blocks(document) for line in block if line in lines] == [
        *lines[:7],
        lines[-1],
    ]


@pytest.mark.parametrize(
    "lines",
    [
        ["打印", "关闭", "我要纠错"],
        ["【打印本页】【关闭窗口】"],
        ["附件下载：任务清单.doc"],
        ["责任编辑：张三", "上一条：关于巡查的通知", "下一条：没有了"],
        ["分享到：", "微信 微博", "扫一扫在手机打开当前页"],
        ["下载", "全屏", "【字号：", "加大", "还原", "减小", "】"],
    ],
)
def test_buttons_inside_and_behind_a_text_are_none_of_it(lines):
    for document in (read(TITLE, *BODY[:4], *lines, *BODY[4:]), read(TITLE, *BODY, *lines)):
        assert [line for _, block in blocks(document) for line in block] == lines
        assert headings(document) == HEADINGS


@pytest.mark.parametrize("line", ["分享", "评论", "记者：张三", "打印、复印要登记", "小"])
def test_a_lone_word_that_may_be_one_of_the_speech_stays(line):
    assert not blocks(read(TITLE, *BODY[:4], line, *BODY[4:]))


PREFACES = [
    "好的，以下是为您撰写的讲话稿，约1500字：",
    "当然可以！下面是根据您提供的材料整理的一份发言稿：",
    "根据您的要求，我起草了这篇讲话稿，内容如下：",
    "以下是一篇关于安全生产的领导讲话范文：",
]
POSTSCRIPTS = [
    ["希望这份讲话稿对您有所帮助！如需调整字数或风格，请随时告诉我。"],
    ["（全文约1500字）", "您可以根据实际情况调整其中的数据和案例。"],
    ["如果需要补充某一部分的内容，请告诉我。"],
    ["使用建议：", "1. 数据部分留了空，请核对。", "您可以结合本地情况补充案例。"],
    ["需要我再精简一些吗？"],
    ["注：括号中的内容请根据实际情况填写。", "希望以上内容能满足您的需求。"],
]


@pytest.mark.parametrize("preface", PREFACES)
def test_what_a_writing_program_says_in_front_is_no_part_of_the_speech(preface):
    document = read(preface, TITLE, *BODY)
    assert blocks(document) == [("chat", [preface])]
    assert document.title_text == TITLE


@pytest.mark.parametrize("lines", POSTSCRIPTS)
def test_what_a_writing_program_says_behind_is_no_part_of_the_speech(lines):
    document = read(TITLE, *BODY, "谢谢大家！", *lines)
    assert blocks(document) == [("chat", lines)]
    assert [str(one) for one in document.closing] == ["谢谢大家！"]


@pytest.mark.parametrize(
    "line",
    [
        "希望这次会议对你们有所帮助，回去抓好落实。",
        "如果大家还有什么意见，会后随时告诉我。",
        "需要我们做什么？就是抓好落实。",
        "注：本表数据为快报数。",
        "希望大家根据实际情况抓好落实。",
        "你们可以根据实际情况调整工作安排。",
    ],
)
def test_words_of_a_speaker_to_many_are_no_words_of_a_program(line):
    assert all(kind != "chat" for kind, _ in blocks(read(TITLE, *BODY, line)))


@pytest.mark.parametrize("line", ["好的，我们现在开会，下面请李某同志讲话。", "以下是我的发言："])
def test_words_that_open_a_speech_are_no_preface(line):
    assert not blocks(read(line, *BODY))


@pytest.mark.parametrize(
    "line",
    ["附件", "附件：关于安全生产责任追究的办法", "x", "《关于安全生产的规定》", "谢谢大家！", "答记者问"],
)
def test_a_file_of_nothing_but_such_lines_takes_time_in_step_with_its_length(line):
    start = process_time()
    read(*BODY, *[line] * 20_000)
    assert process_time() - start < 10  # it was 17
