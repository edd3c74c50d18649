"""What the user gives to be printed must be printable; what is not is told with its place."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from reportgen.errors import UsageError
from reportgen.readers import require_printable


@pytest.mark.parametrize("text", ["", "在会上的讲话", "两行\n标题", "制表\t符", "😀𠮷", "é", "\u3000"])
def test_what_can_be_printed_comes_back(text):
    assert require_printable("--title", text) == text


@pytest.mark.parametrize(
    ("text", "says"),
    [
        ("讲\x00话", "--title 的第 2 个字符是印不出的控制字符（U+0000）"),
        ("讲话\x1b[0m", "--title 的第 3 个字符是印不出的控制字符（U+001B）"),
        ("\x7f", "--title 的第 1 个字符是印不出的控制字符（U+007F）"),
        ("\uffff", "--title 的第 1 个字符是印不出的控制字符（U+FFFF）"),
        ("讲\r话", "--title 的第 2 个字符是印不出的控制字符（U+000D）"),
        ("讲\udcb8", "--title 的第 2 个字符认不出（编码不对）"),
    ],
)
def test_what_cannot_is_told_with_its_place(text, says):
    with pytest.raises(UsageError) as caught:
        require_printable("--title", text)
    assert caught.value.message == says
    assert caught.value.hint.startswith("请")


@given(st.text(max_size=30))
def test_what_is_let_through_can_stand_in_an_office_file(text):
    from lxml import etree

    try:
        require_printable("--title", text)
    except UsageError:
        return
    element = etree.Element("a")
    element.text = text
    assert etree.fromstring(etree.tostring(element)).text in {text, text or None}
