"""Automatic numbers as Word prints them (ISO/IEC 29500-1, 17.9 and 17.18.59).

In the lists of `counted`, each line is numId/ilvl of a paragraph and the number that it gets.
"""

import pytest

from reportgen.readers.docx import read_docx as parse
from reportgen.readers.docx.formats import write_number
from wordscript import level, levels, num, p, style, word

OFFICIAL = levels(
    1,
    level(0, "chineseCountingThousand", "%1、"),
    level(1, "chineseCounting", "（%2）", suff="nothing"),
    level(2, "decimal", "%3."),
    level(3, "decimal", "（%4）"),
)


def text_of(body, **parts):
    return parse(word(body, **parts), "讲话.docx", "讲话").text


def counted(numbering, script, styles=""):
    """Check that paragraphs get the numbers that the script says."""
    lines = [line.split() for line in script.split("\n") if line.strip()]
    places = [line[0].split("/") for line in lines]
    text = text_of("".join(p("x", num=place) for place in places), numbering=numbering, styles=styles)
    assert text.split("\n") == [f"{' '.join(line[1:])}x" for line in lines]


def test_levels_of_official_writing():
    body = [
        ("加强领导", 0),
        ("统一思想。要学习。", 1),
        ("狠抓落实", 1),
        ("到边", 2),
        ("到底", 3),
        ("结语", 0),
    ]
    text = text_of("".join(p(words, num=(1, at)) for words, at in body), numbering=OFFICIAL + num(1, 1))
    assert text == "一、加强领导\n（一）统一思想。要学习。\n（二）狠抓落实\n1. 到边\n（1）到底\n二、结语"


def test_a_level_starts_anew_below_the_next_one_above():
    counted(
        OFFICIAL + num(1, 1),
        """
        1/0 一、
        1/1 （一）
        1/3 （1）
        1/1 （二）
        1/3 （1）
        1/0 二、
        1/1 （一）
        """,
    )


def test_numberings_of_one_definition_count_on_and_a_start_of_its_own_begins_anew_once():
    counted(
        levels(1, level(0, "decimal", "%1、")) + num(1, 1) + num(2, 1) + num(3, 1, [(0, 5)]),
        """
        1/0 1、
        2/0 2、
        3/0 5、
        3/0 6、
        1/0 7、
        3/0 8、
        """,
    )


def test_a_level_with_a_start_of_its_own_begins_with_it_each_time():
    counted(
        levels(1, level(0, "decimal", "%1、"), level(1, "decimal", "%2）")) + num(1, 1, [(1, 3)]),
        """
        1/0 1、
        1/1 3）
        1/1 4）
        1/0 2、
        1/1 3）
        """,
    )


def test_a_level_may_be_set_back_by_no_level_or_by_one_further_up():
    never = level(1, "decimal", "%1.%2、", more='<w:lvlRestart w:val="0"/>')
    first = level(2, "decimal", "%1.%2.%3、", more='<w:lvlRestart w:val="1"/>')
    counted(
        levels(1, level(0, "decimal", "%1、"), never, first) + num(1, 1),
        """
        1/0 1、
        1/1 1.1、
        1/2 1.1.1、
        1/1 1.2、
        1/2 1.2.2、
        1/0 2、
        1/1 2.3、
        1/2 2.3.1、
        """,
    )


def test_a_level_that_was_skipped_counts_as_used():
    counted(
        levels(
            1, level(0, "decimal", "%1、"), level(1, "decimal", "%1.%2、"), level(2, "decimal", "%1.%2.%3、")
        )
        + num(1, 1),
        """
        1/1 1.1、
        1/1 1.2、
        1/0 2、
        1/2 2.1.1、
        1/1 2.2、
        """,
    )


def test_a_legal_level_is_in_digits_throughout():
    legal = level(1, "chineseCounting", "%1.%2、", more="<w:isLgl/>")
    counted(
        levels(1, level(0, "chineseCounting", "第%1章、"), legal) + num(1, 1),
        """
        1/0 第一章、
        1/1 1.1、
        """,
    )


def test_a_numbering_may_replace_a_level_of_its_definition():
    other = f'<w:lvlOverride w:ilvl="0">{level(0, "upperLetter", "%1、", start=3)}</w:lvlOverride>'
    counted(
        levels(1, level(0, "decimal", "%1、")) + num(1, 1) + num(2, 1, more=other),
        """
        1/0 1、
        2/0 B、
        """,
    )


def test_a_level_without_start_begins_with_nought():
    bare = '<w:lvl w:ilvl="0"><w:numFmt w:val="decimal"/><w:lvlText w:val="%1、"/></w:lvl>'
    counted(levels(1, bare) + num(1, 1), "1/0 0、\n1/0 1、")


@pytest.mark.parametrize(
    ("text", "suff", "shown"),
    [
        ("%1、", "", "1、文"),
        ("%1.", "", "1. 文"),
        ("第%1章", "tab", "第1章 文"),
        ("%1.", "nothing", "1.文"),
        ("%1、", "space", "1、 文"),
    ],
)
def test_the_gap_behind_a_number(text, suff, shown):
    numbering = levels(1, level(0, "decimal", text, suff=suff)) + num(1, 1)
    assert text_of(p("文", num=(1, 0)), numbering=numbering) == shown


@pytest.mark.parametrize(("sign", "shown"), [("\uf06c", "• 文"), ("o", "• 文"), ("◆", "◆ 文"), ("", "文")])
def test_bullets(sign, shown):
    assert text_of(p("文", num=(1, 0)), numbering=levels(1, level(0, "bullet", sign)) + num(1, 1)) == shown


def test_a_numbering_that_is_none():
    numbering = levels(1, level(0, "none", "")) + num(1, 1) + num(2, 7)
    assert (
        text_of("".join(p("文", num=(at, 0)) for at in (0, 1, 2, 3)), numbering=numbering) == "文\n文\n文\n文"
    )


def test_a_hidden_number_is_counted_and_not_shown():
    hidden = level(0, "decimal", "%1、").replace("</w:lvl>", "<w:rPr><w:vanish/></w:rPr></w:lvl>")
    below = level(1, "decimal", "%1.%2、")
    numbering = levels(1, hidden, below) + num(1, 1)
    assert text_of(p("甲", num=(1, 0)) + p("乙", num=(1, 1)), numbering=numbering) == "甲\n1.1、乙"


def test_a_custom_format_of_fixed_width():
    custom = (
        '<w:lvl w:ilvl="0"><w:start w:val="7"/><mc:AlternateContent><mc:Choice Requires="w14">'
        '<w:numFmt w:val="custom" w:format="001, 002, 003, ..."/></mc:Choice><mc:Fallback>'
        '<w:numFmt w:val="decimal"/></mc:Fallback></mc:AlternateContent><w:lvlText w:val="%1、"/></w:lvl>'
    )
    assert text_of(p("文", num=(1, 0)), numbering=levels(1, custom) + num(1, 1)) == "007、文"


def test_an_empty_paragraph_has_its_number_too():
    numbering = levels(1, level(0, "decimal", "%1、")) + num(1, 1)
    assert (
        text_of("".join(p(t, num=(1, 0)) for t in ("甲", "", "乙")), numbering=numbering)
        == "1、甲\n2、\n3、乙"
    )


# Numbering that comes with a style


def numbered_by(ilvl, num_id):
    place = "" if ilvl is None else f'<w:ilvl w:val="{ilvl}"/>'
    return f'<w:numPr>{place}{"" if num_id is None else f"""<w:numId w:val="{num_id}"/>"""}</w:numPr>'


def linked(ilvl, text, style_id):
    return level(ilvl, "chineseCounting", text, more=f'<w:pStyle w:val="{style_id}"/>')


def test_styles_are_numbered_on_the_level_that_names_them():
    numbering = levels(1, linked(0, "%1、", "H1"), linked(1, "（%2）", "H2")) + num(1, 1)
    styles = style("H1", ppr=numbered_by(None, 1)) + style("H2", base="H1", ppr=numbered_by(None, 1))
    styles += style("Own", base="H2") + style("Off", base="H1", ppr=numbered_by(None, 0))
    body = p("甲", style="H1") + p("乙", style="H2") + p("丙", style="Own") + p("丁", style="Off")
    body += p("戊", style="H1", more=numbered_by(None, 0)) + p("己", style="H1")
    assert text_of(body, numbering=numbering, styles=styles) == "一、甲\n（一）乙\n（二）丙\n丁\n戊\n二、己"


def test_a_style_may_state_its_level_and_have_its_numbering_from_the_one_below():
    styles = style("H1", ppr=numbered_by(None, 1)) + style("H2", base="H1", ppr=numbered_by(1, None))
    body = p("甲", style="H1") + p("乙", style="H2")
    assert text_of(body, numbering=OFFICIAL + num(1, 1), styles=styles) == "一、甲\n（一）乙"


def test_what_the_paragraph_says_goes_before_its_style():
    styles = style("H1", ppr=numbered_by(1, 1))
    assert (
        text_of(p("甲", style="H1", num=(1, 3)), numbering=OFFICIAL + num(1, 1), styles=styles) == "（1）甲"
    )


def test_a_definition_may_stand_for_a_numbering_style():
    numbering = (
        levels(1, level(0, "chineseCounting", "%1、"), more='<w:styleLink w:val="公文"/>')
        + levels(2, more='<w:numStyleLink w:val="公文"/>')
        + num(1, 1)
        + num(2, 2)
    )
    styles = style("公文", kind="numbering", ppr=numbered_by(None, 1))
    body = p("甲", num=(2, 0)) + p("乙", num=(2, 0))
    assert text_of(body, numbering=numbering, styles=styles) == "一、甲\n二、乙"


def test_a_numbering_style_without_link_back_is_found_by_its_numbering():
    numbering = (
        levels(1, level(0, "decimal", "%1、"))
        + levels(2, more='<w:numStyleLink w:val="S"/>')
        + num(1, 1)
        + num(2, 2)
    )
    styles = style("S", kind="numbering", ppr=numbered_by(None, 1))
    assert text_of(p("甲", num=(2, 0)), numbering=numbering, styles=styles) == "1、甲"


def test_styles_that_stand_on_each_other_in_a_circle_end():
    styles = style("A", base="B") + style("B", base="A", ppr=numbered_by(None, 1))
    assert text_of(p("甲", style="A"), numbering=OFFICIAL + num(1, 1), styles=styles) == "一、甲"


# Counting systems

FORMATS = """
    chineseCounting                1 一, 10 十, 15 十五, 20 二十, 99 九十九, 100 一○○, 101 一○一
    chineseCountingThousand        1 一, 10 十, 19 十九, 27 二十七, 100 一百, 101 一百〇一, 110 一百一十
    chineseCountingThousand        1001 一千〇一, 10000 一万, 10005 一万〇五, 11000 一万一千, 20300 二万〇三百
    chineseLegalSimplified         1 壹, 10 壹拾, 11 壹拾壹, 105 壹佰零伍
    ideographLegalTraditional      2 貳, 10 壹拾
    taiwaneseCounting              10 十, 101 一○一
    taiwaneseCountingThousand      10 十, 101 一百零一
    japaneseCounting               1 一, 10 十, 21 二十一, 101 百一, 1110 千百十
    ideographDigital               1 一, 10 一〇, 26 二六
    ideographTraditional           1 甲, 10 癸, 11 11
    ideographZodiac                1 子, 12 亥, 13 13
    ideographZodiacTraditional     1 甲子, 13 丙子, 60 癸亥, 61 61
    ideographEnclosedCircle        1 ㈠, 10 ㈩, 11 11
    decimal                        0 0, 1 1, 12 12
    decimalZero                    1 01, 10 10
    decimalFullWidth               1 １, 12 １２
    decimalEnclosedCircle          1 ①, 20 ⑳, 21 21
    decimalEnclosedCircleChinese   1 ①, 10 ⑩
    decimalEnclosedParen           1 ⑴, 20 ⒇, 21 21
    decimalEnclosedFullstop        1 ⒈, 20 ⒛
    lowerLetter                    1 a, 26 z, 27 aa, 53 aaa
    upperLetter                    2 B
    lowerRoman                     4 iv, 9 ix
    upperRoman                     14 XIV, 1999 MCMXCIX
    ordinal                        1 1st, 12 12th, 22 22nd
    hex                            11 B
    chicago                        1 *, 5 **
    none                           3
    unheardOf                      3 3
"""


@pytest.mark.parametrize("row", [row.strip() for row in FORMATS.strip().split("\n")])
def test_counting_systems(row):
    name, _, pairs = row.partition(" ")
    for pair in pairs.strip().split(", "):
        number, _, written = pair.partition(" ")
        assert write_number(int(number), name) == written


def test_numbers_beyond_what_a_system_has_are_in_digits():
    assert write_number(10**9, "chineseCountingThousand") == "1000000000"
    assert write_number(40_000, "upperRoman") == "40000"
    assert write_number(-3, "chineseCounting") == "-3"
