"""What only a field or a content control tells: a choice, a box that is ticked, a number that Word counts."""

import pytest

from reportgen.readers.docx import read_docx
from wordscript import cell, field, level, levels, num, p, r, style, table, word


def read(body, **parts):
    return read_docx(word(body, **parts), "讲话.docx", "讲话")


def form(instruction, data, *, separated=False, result=""):
    """A form's field as Word writes it, often without any result."""
    runs = field(instruction, result)
    runs = runs.replace("begin", "begin~", 1).replace(
        'begin~"/>', f'begin"><w:ffData>{data}</w:ffData></w:fldChar>'
    )
    return runs if separated else runs.replace('<w:r><w:fldChar w:fldCharType="separate"/></w:r>', "")


def dropdown(*names, more=""):
    entries = "".join(f'<w:listEntry w:val="{name}"/>' for name in names)
    return f"<w:ddList>{more}{entries}</w:ddList>"


@pytest.mark.parametrize(
    ("more", "text"),
    [
        ('<w:result w:val="1"/>', "由乙镇牵头"),
        ('<w:default w:val="2"/>', "由丙镇牵头"),
        ('<w:result w:val="0"/><w:default w:val="2"/>', "由甲镇牵头"),
        ("", "由甲镇牵头"),
        ('<w:result w:val="9"/>', "由牵头"),
    ],
)
@pytest.mark.parametrize("separated", [True, False])
def test_what_was_chosen_from_a_list_is_text(more, text, separated):
    one = form(" FORMDROPDOWN ", dropdown("甲镇", "乙镇", "丙镇", more=more), separated=separated)
    assert read(p(r("由") + one + r("牵头"))).text == text


def test_a_result_that_is_there_goes_before():
    one = form("FORMDROPDOWN", dropdown("甲镇", "乙镇"), separated=True, result=r("乙镇"))
    assert read(p(r("由") + one)).text == "由乙镇"


@pytest.mark.parametrize(
    ("state", "sign"),
    [
        ("<w:checked/>", "☑"),
        ('<w:default w:val="1"/>', "☑"),
        ('<w:default w:val="1"/><w:checked w:val="0"/>', "☐"),
    ],
)
def test_a_box_is_ticked_or_not(state, sign):
    assert (
        read(p(form("FORMCHECKBOX", f"<w:checkBox>{state}</w:checkBox>") + r("已验收"))).text
        == f"{sign}已验收"
    )


ITEMS = (
    '<w:listItem w:displayText="第一季度" w:value="q1"/><w:listItem w:displayText="第二季度" w:value="q2"/>'
)


def control(properties, content=""):
    return f"<w:sdt><w:sdtPr>{properties}</w:sdtPr><w:sdtContent>{content}</w:sdtContent></w:sdt>"


@pytest.mark.parametrize(
    ("properties", "content", "text"),
    [
        (f'<w:dropDownList w:lastValue="q2">{ITEMS}</w:dropDownList>', r("第二季度"), "甲第二季度"),
        (f'<w:dropDownList w:lastValue="q2">{ITEMS}</w:dropDownList>', "", "甲第二季度"),
        (f'<w:comboBox w:lastValue="年底">{ITEMS}</w:comboBox>', "", "甲年底"),
        (f"<w:dropDownList>{ITEMS}</w:dropDownList>", "", "甲"),
        ('<w14:checkbox><w14:checked w14:val="1"/></w14:checkbox>', r("☒"), "甲☒"),
        ('<w14:checkbox><w14:checked w14:val="1"/></w14:checkbox>', "", "甲☑"),
        ('<w14:checkbox><w14:checked w14:val="0"/></w14:checkbox>', "", "甲☐"),
    ],
)
def test_what_a_control_shows(properties, content, text):
    assert read(p(r("甲") + control(properties, content))).text == text


def counted(instruction):
    return form(instruction, "")


def test_automatic_numbers_are_counted():
    body = "".join(p(counted(" AUTONUM ") + r(text)) for text in ("修渠", "护堤", "清淤"))
    assert read(body).text == "1.修渠\n2.护堤\n3.清淤"
    chinese = "".join(p(counted(r"AUTONUM \* CHINESENUM3 \s 、") + r(text)) for text in ("修渠", "护堤"))
    assert read(chinese).text == "一、修渠\n二、护堤"
    simple = '<w:fldSimple w:instr="AUTONUM"/>'
    assert read(p(simple + r("修渠")) + p(simple + r("护堤"))).text == "1.修渠\n2.护堤"


def test_numbers_of_law_and_outline_follow_the_headings():
    styles = style("1", name="heading 1") + style("2", name="heading 2")

    def numbered(kind):
        rows = [("1", "甲"), ("2", "乙"), ("2", "丙"), ("1", "丁"), ("2", "戊")]
        body = "".join(p(counted(kind) + r(text), style=key) for key, text in rows)
        return read(body, styles=styles).text.split("\n")

    assert numbered("AUTONUMLGL") == ["1.甲", "1.1.乙", "1.2.丙", "2.丁", "2.1.戊"]
    assert numbered(r"AUTONUMLGL \e") == ["1甲", "1.1乙", "1.2丙", "2丁", "2.1戊"]
    assert numbered("AUTONUMOUT") == ["I.甲", "A.乙", "B.丙", "II.丁", "A.戊"]


@pytest.mark.parametrize(
    ("instructions", "text"),
    [
        (["LISTNUM", "LISTNUM"], "1)甲2)甲"),
        ([r"LISTNUM \l 2", r"LISTNUM \l 2", "LISTNUM"], "a)甲b)甲1)甲"),
        ([r"LISTNUM NumberDefault \s 4", "LISTNUM NumberDefault"], "4)甲5)甲"),
        (['LISTNUM "LegalDefault"', r"LISTNUM LegalDefault \l 2"], "1.甲1.1.甲"),
        ([r"LISTNUM OutlineDefault \l 1", r"LISTNUM OutlineDefault \l 3"], "I.甲1.甲"),
    ],
)
def test_numbers_of_a_list_inside_a_line(instructions, text):
    assert read(p("".join(counted(one) + r("甲") for one in instructions))).text == text


def test_a_list_below_an_automatic_number_begins_anew():
    numbering = levels(1, level(0, "decimal", "%1、")) + num(1, 1)
    line = counted("LISTNUM") + r("甲") + counted("LISTNUM") + r("乙")
    assert (
        read(p(line, num=(1, 0)) + p(line, num=(1, 0)), numbering=numbering).text
        == "1、a)甲b)乙\n2、a)甲b)乙"
    )


def test_a_number_of_a_list_of_its_own_is_told():
    source = read(p(counted("LISTNUM 水利条目") + r("甲")))
    assert (source.text, source.left_out) == ("甲", ("1 个列表编号域",))


def test_a_number_that_is_stored_or_not_shown_is_not_counted_again():
    assert read(p(field("AUTONUM", r("7.")) + r("甲"))).text == "7.甲"
    instructed = field("IF", r("甲")).replace("</w:r>", f"</w:r>{counted('AUTONUM')}", 1)
    assert read(p(instructed)).text == "甲"


def test_choices_in_a_table_are_read():
    one = form("FORMDROPDOWN", dropdown("甲镇", "乙镇", more='<w:result w:val="1"/>'))
    assert read(table(["单位", "时限"], [cell(p(one)), "六月"])).text == "单位\t时限\n乙镇\t六月"
