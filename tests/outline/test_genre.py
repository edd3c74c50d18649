"""What kind of speech it is: the last telling word of the title, else how the speech opens."""

import pytest

from reportgen.outline import parse
from reportgen.outline.genre import OPENING, UNKNOWN, genre_of
from speech import source_of


@pytest.mark.parametrize(
    ("title", "genre"),
    [
        ("在全县工作会议上的讲话", "讲话"),
        ("在民主生活会上的发言", "发言"),
        ("在全市工作会议上的交流发言材料", "发言"),
        ("政府工作报告", "报告"),
        ("关于预算草案的说明", "报告"),
        ("在开工仪式上的致辞", "致辞"),
        ("在运动会开幕式上的开幕词", "致辞"),
        ("新年贺词", "致辞"),
        ("在表彰大会上的主持词", "主持词"),
        ("2024年述职述廉报告", "述职"),
        ("学习党的二十大精神心得体会", "心得"),
        ("在任职大会上的表态发言", "表态"),
        ("2024年工作总结", "总结"),
        ("在总结大会上的讲话", "讲话"),
        ("在工作报告讨论会上的发言", "发言"),
        ("在专题党课上的辅导", "讲话"),
        ("国际论坛主旨演讲", "致辞"),
        ("关于安全生产的通知", UNKNOWN),
        ("", UNKNOWN),
    ],
)
def test_the_last_telling_word_of_the_title_decides(title, genre):
    assert genre_of([title], "") == genre


@pytest.mark.parametrize(
    ("titles", "genre"),
    [
        (["牢记嘱托 感恩奋进", "——在全市干部大会上的讲话"], "讲话"),
        (["在学习贯彻党的二十大精神", "专题研讨班上的讲话"], "讲话"),
        (["凝心聚力", "——2024年工作总"], UNKNOWN),
        (["2024年工作总", "结"], "总结"),
    ],
)
def test_lines_of_a_title_are_read_as_one(titles, genre):
    assert genre_of(titles, "") == genre


@pytest.mark.parametrize(
    ("opening", "genre"),
    [
        ("现在，我代表县人民政府，向大会报告工作，请予审议。", "报告"),
        ("我代表常委会向大会作工作报告。", "报告"),
        ("下面，我就做好今年工作作个表态发言。", "发言"),
        ("根据会议安排，我作交流发言。", "发言"),
        ("下面，我讲三点意见。", "讲话"),
        ("借此机会，提几点希望。", "讲话"),
        ("会上，我再强调以下几点。", "讲话"),
        ("这次会议的主要任务是总结工作。", "讲话"),
        ("我谨代表县委、县政府，向大家致以诚挚的问候！", "致辞"),
        ("对大会的召开表示热烈祝贺！", "致辞"),
        ("今天天气很好。", UNKNOWN),
    ],
)
def test_without_a_telling_title_the_opening_tells(opening, genre):
    assert genre_of(["青山材料"], opening) == genre


def test_only_the_opening_tells_and_the_title_goes_before_it():
    assert genre_of([], "今天很好。" * OPENING + "下面，我讲三点意见。") == UNKNOWN
    assert genre_of(["在会上的致辞"], "下面，我讲三点意见。") == "致辞"


def test_a_speech_on_paper_says_what_it_is_over_broken_lines():
    text = "现在，我代表县人民政府，向大\n会报告工作，请予审议。\n"
    assert parse(source_of("各位代表：\n" + text)).genre == "报告"
