"""Raised type on PDF pages: powers and marks of notes."""

import pytest

from pdfscript import LEADING, LEFT, TOP, Text, pdf
from reportgen.readers.files import parse_bytes

REST = [Text("山塘水库都要有人看护，汛期每天巡查两次，", LEFT, TOP - LEADING * at) for at in range(1, 5)]


def read(*pages):
    return parse_bytes(pdf(*pages), "讲话.pdf", "讲话")


def raised(before, mark, after, *, latin=False, size=9):
    left = LEFT + 16 * len(before)
    width = size * (len(mark) if not latin else 0.6 * len(mark))
    return [
        Text(before, LEFT, TOP),
        Text(mark, left, TOP + 5, size, latin=latin),
        Text(after, left + width, TOP),
    ]


@pytest.mark.parametrize(
    ("before", "mark", "says"),
    [
        ("蓄水10", "4", "蓄水10⁴"),
        ("蓄水10", "12", "蓄水10¹²"),
        ("直径10", "-3", "直径10⁻³"),
        ("库容36m", "3", "库容36m³"),
        ("面积80平方公里，折合8千米", "2", "面积80平方公里，折合8千米²"),
        ("第4", "th", "第4th"),
    ],
)
def test_powers_are_superscripts(before, mark, says):
    source = read([*raised(before, mark, "的工程", latin=True), *REST])
    assert source.text.split("\n")[0].startswith(f"{says}的工程")
    assert not source.left_out


@pytest.mark.parametrize("mark", ["1", "[2]", "①", "〔3〕", "*", "1,2", "［4-6］"])
@pytest.mark.parametrize("before", ["全县有水库二十座", "全县有水库二十座，", "有“双保险”"])
def test_marks_of_notes_are_no_text(before, mark):
    source = read([*raised(before, mark, "都要看护好"), *REST])
    assert source.text.split("\n")[0].startswith(f"{before}都要看护好")
    assert source.left_out == ("1 个注码",)


def test_small_type_on_the_line_is_text():
    page = [
        Text("水位上升", LEFT, TOP),
        Text("12", LEFT + 64, TOP, 9, latin=True),
        Text("米", LEFT + 75, TOP),
        *REST,
    ]
    assert read(page).text.startswith("水位上升12米")
