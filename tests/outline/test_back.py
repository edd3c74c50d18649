"""What stands behind the text: closing words, thanks, signature, date, notes, attachments."""

import pytest

from reportgen.outline import parse
from speech import source_of

HEAD = ("在工作会议上的讲话", "同志们：", "一、加强学习", "要抓好学习工作。")
TITLE = "在工作会议上的讲话"


def read(*lines, head=HEAD):
    return parse(source_of("\n".join((*head, *lines))))


def said(passage):
    return str(passage) if passage else ""


def closing(document):
    return [str(one) for one in document.closing]


def body(document):
    return [str(one) for node in document.walk() for one in node.body]


@pytest.mark.parametrize(
    "line",
    [
        "谢谢大家！",
        "谢谢！",
        "我的发言完毕，谢谢大家。",
        "我的汇报完了，请批评指正。",
        "以上汇报，不当之处，请批评指正。",
        "以上报告，请予审议。",
        "特此报告。",
        "述职完毕，请领导和同志们批评指正。",
        "（县委办公室印发）",
        "【根据录音整理】",
        "抄送：县委各常委",
        "附：任务清单",
        "附件：1.任务清单",
        "附件2：任务清单",
        "注：数据来自统计局",
        "让我们共同努力，再创佳绩！",
        "同志们，新征程已经开启，让我们携手前进！",
        "各位代表！蓝图已经绘就，奋斗正当其时。",
    ],
)
def test_a_set_phrase_at_the_end_closes_the_speech(line):
    document = read(line)
    assert closing(document) == [line]
    assert body(document) == ["要抓好学习工作。"]


@pytest.mark.parametrize(
    "line",
    [
        "要抓好落实工作，确保取得实效。",
        "要感谢群众的支持，也要认识到差距；要把群众满意不满意作为标准，把群众的事当作自己的事，一件接着一件办，办一件成一件，做到件件有回音、事事有着落，让群众真正得到实惠、感到温暖。",
        "新时代万象更新。",
        "附近的村要先行一步。",
        "注重实效，久久为功。",
    ],
)
def test_a_line_of_text_at_the_end_closes_nothing(line):
    document = read(line)
    assert closing(document) == []
    assert body(document) == ["要抓好学习工作。", line]


@pytest.mark.parametrize(
    "lines",
    [
        ("张三",),
        ("张 三",),
        ("某某某",),
        ("县人民政府",),
        ("青山县应急管理局",),
        ("青山集团",),
        ("县委书记　张三",),
        ("县应急管理局局长 李四",),
        ("述职人：张三",),
        ("报告人:　张三",),
        ("单位：青山县财政局",),
    ],
)
@pytest.mark.parametrize("day", ["2024年3月5日", "二〇二四年三月五日", "2024年3月"])
def test_signature_and_date_are_speaker_and_date(lines, day):
    document = read("谢谢大家！", *lines, day)
    assert (said(document.byline), said(document.date)) == (lines[0], day)
    assert closing(document) == ["谢谢大家！"]
    assert body(document) == ["要抓好学习工作。"]


@pytest.mark.parametrize(
    "line",
    [
        "述职人：张三，请批评",
        "要做到：",
        "县委书记要负总责",
        "一把手 负总责任人",
        "学习贯彻总书记 重要讲话",
        "书记抓，抓书记。",
    ],
)
def test_a_line_with_an_office_in_it_is_no_signature_by_that_alone(line):
    document = read(line)
    assert document.byline is None
    assert line in "".join((*body(document), *map(str, (node.heading for node in document.walk()))))


def test_who_was_named_in_the_head_goes_before_who_signs():
    document = read("李四", "2024年3月6日", head=(TITLE, "张三", "（2024年3月5日）", *HEAD[1:]))
    assert (said(document.byline), said(document.date)) == ("张三", "（2024年3月5日）")
    assert closing(document) == ["李四", "2024年3月6日"]


@pytest.mark.parametrize("thanks", ["谢谢大家！", "我的发言完毕，谢谢大家！", "谢谢各位领导、各位同事。"])
def test_thanks_at_the_end_of_the_last_paragraph_are_parted_from_it(thanks):
    document = read(head=(*HEAD[:-1], f"要抓好学习工作。{thanks}"))
    assert body(document) == ["要抓好学习工作。"]
    assert closing(document) == [thanks]


@pytest.mark.parametrize("ending", ["让群众说声谢谢。", "听到一声谢谢，就有干劲。", "少说谢谢，多办实事。"])
def test_thanks_inside_a_sentence_stay_there(ending):
    line = f"{'要把群众的事当作自己的事，一件接着一件办，' * 5}{ending}"
    document = read(head=(*HEAD[:-1], line))
    assert closing(document) == []
    assert body(document) == [line]


def test_the_closing_begins_with_the_last_form_of_address():
    lines = ("同志们，任务已经明确。", "要鼓足干劲，再创佳绩。", "谢谢大家！")
    assert closing(read(*lines)) == list(lines)


def test_a_form_of_address_far_from_the_end_begins_no_closing():
    lines = ["同志们，形势很严峻。", *(f"要抓好第{n}项工作，确保取得实效，让群众满意。" for n in range(40))]
    document = read(*lines, "谢谢大家！")
    assert closing(document) == ["谢谢大家！"]
    assert lines[0] in body(document)


def test_what_belongs_to_a_heading_is_no_closing():
    document = read("二、感谢大家", "谢谢大家一年来的支持。")
    assert [str(node.heading) for node in document.nodes] == ["加强学习", "感谢大家"]


@pytest.mark.parametrize("lines", [("谢谢大家。",), ("今天讲一点。", "谢谢大家。"), ("2024年3月5日",)])
def test_a_speech_of_nothing_but_closing_words_keeps_them(lines):
    document = read(*lines, head=(TITLE, "同志们："))
    there = [str(one) for one in (*document.preamble, *document.closing)]
    assert [*there, *filter(None, [said(document.date)])] == list(lines)


@pytest.mark.parametrize("name", ["附件：", "附件1：", "附件 2", "附件一", "附表：", "附录", "附　件"])
def test_attachments_begin_on_a_line_of_their_own_and_give_no_headings(name):
    document = read("谢谢大家！", "县人民政府", "2024年3月5日", name, "一、完成第一项", "二、完成第二项")
    assert [str(node.heading) for node in document.nodes] == ["加强学习"]
    assert (said(document.byline), said(document.date)) == ("县人民政府", "2024年3月5日")
    assert closing(document) == ["谢谢大家！"]
    assert [str(one) for one in document.apart[0].passages] == [name, "一、完成第一项", "二、完成第二项"]


def test_a_last_call_alone_closes_but_not_the_only_paragraph():
    assert closing(read("让我们共同努力，为实现目标而奋斗！")) == ["让我们共同努力，为实现目标而奋斗！"]
    only = parse(source_of("让我们共同努力，为实现目标而奋斗！"))
    assert [str(one) for one in only.preamble] == ["让我们共同努力，为实现目标而奋斗！"]
