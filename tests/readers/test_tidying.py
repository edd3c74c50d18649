"""What is evened out before anything is counted."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from reportgen.readers.files import parse_bytes
from reportgen.readers.tidying import close_up, tidy


@pytest.mark.parametrize("newline", ["\r\n", "\r", "\v", "\f", "\x85", "\u2028", "\u2029", "\n"])
def test_newlines_of_every_kind(newline):
    assert tidy(f"一、甲{newline}二、乙") == "一、甲\n二、乙"


def test_mixed_newlines():
    assert tidy("甲\r\n乙\r丙\n\r丁") == "甲\n乙\n丙\n\n丁"


@pytest.mark.parametrize("char", ["\u200b", "\ufeff", "\u00ad", "\u2060", "\u200e", "\u202c"])
def test_what_nobody_sees_is_gone(char):
    assert tidy(f"一{char}、加强{char}学习") == "一、加强学习"


def test_blanks_of_other_widths_are_plain_and_full_width_ones_stay():
    assert tidy("\u3000\u3000甲\u00a0乙\u2003丙") == "\u3000\u3000甲 乙 丙"


@pytest.mark.parametrize(
    ("spaced", "text"),
    [
        ("讲 话 人 ： 张 三", "讲话人：张三"),
        ("一 、 加 强 学 习 ， 提 高 认 识 。", "一、加强学习，提高认识。"),
        ("2 0 2 4 年 3 月 5 日 召 开 会 议", "2024年3月5日召开会议"),
        ("增 长 8.5% ， 达 到 GDP 的 两 成", "增长8.5%，达到GDP的两成"),
        ("  讲 话 人 ： 张 三 ", "  讲话人：张三 "),
        ("县委书记 张三", "县委书记 张三"),
        ("张三 李四 王五 赵六 钱七", "张三 李四 王五 赵六 钱七"),
        ("甲 乙 丙", "甲 乙 丙"),
        ("this is a test of words", "this is a test of words"),
    ],
)
def test_recognised_prints_are_closed_up(spaced, text):
    assert close_up(spaced) == text


def test_the_lines_below_stay_where_they_are():
    spaced = "在 全 省 工 作 会 议 上 的 讲 话\n同志们：\n一、加强学习\n"
    read = close_up(spaced, padded=True)
    assert read.startswith("在全省工作会议上的讲话 ")
    assert read.index("一、") == spaced.index("一、")
    assert len(read) == len(spaced)


def test_short_lines_are_closed_up_where_all_are_spaced():
    text = "\n".join(["讲 话", *["要 加 强 学 习 提 高 认 识"] * 3])
    assert close_up(text).split("\n")[0] == "讲话"
    assert close_up("讲 话\n要加强学习，提高认识。") == "讲 话\n要加强学习，提高认识。"


@pytest.mark.parametrize(
    ("looks", "text"),
    [
        ("⼀、抓好⽔务⼯作，⽤好⼈⼒", "一、抓好水务工作，用好人力"),
        ("⻓江⻛貌，⻢上就办，⻔⻚⻋⻅⻰", "长江风貌，马上就办，门页车见龙"),
        ("\uf9fe\uf95c\ufa1b", "茶樂福"),
        ("︵一︶︽条例︾︒", "（一）《条例》。"),
        ("要快､要稳｡他说｢好｣", "要快、要稳。他说「好」"),
        ("王﨑、刘𠮷、〇年", "王﨑、刘𠮷、〇年"),
        ("二〇二五年：第①条、㎡、Ⅱ级", "二〇二五年：第①条、㎡、Ⅱ级"),
    ],
)
def test_characters_that_only_look_like_others_become_those(looks, text):
    assert tidy(looks) == text
    assert len(looks) == len(text)


def test_a_joiner_stays_between_two_signs_only():
    assert tidy("一家👨\u200d👩\u200d👧好\u200d人") == "一家👨\u200d👩\u200d👧好人"


PIECES = [
    *("同志们：", "一、加强学习", "讲 话 人 ： 张 三", "— 1 —", "𠮷", "A", "  "),
    *("\r\n", "\n", "\x85", "\u2028", "\v", "\f", "\u200b", "\ufeff", "\xa0", "\u3000", "\x00"),
]


@given(
    st.lists(st.sampled_from(PIECES), max_size=40).map("".join),
    st.sampled_from(["utf-8", "utf-8-sig", "utf-16", "utf-32", "gb18030"]),
)
def test_positions_point_into_the_text_that_is_printed(text, encoding):
    # Long enough that the scars do not make it look like a binary file.
    source = parse_bytes(
        ("推动各项工作落实，坚持以人民为中心。\n" * 99 + text).encode(encoding), "x.txt", "x"
    )
    assert [source.text[line.span.start : line.span.end] for line in source.lines] == source.text.split("\n")
    assert not set(source.text) & set("\r\v\f\x85\u2028\u200b\ufeff\xa0\x00")
    assert parse_bytes(source.text.encode(), "x.txt", "x").text == source.text
