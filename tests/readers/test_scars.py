"""Places to be checked against the original."""

import pytest

from reportgen.readers.scars import find_scars
from speech import source_of


def found(text):
    return [(one.code, text[one.span.start : one.span.end]) for one in find_scars(source_of(text))]


@pytest.mark.parametrize(
    ("text", "scar"),
    [
        ("提高\ufffd\ufffd认识", ("undecoded", "\ufffd\ufffd")),
        ("提高锟斤拷锟斤拷认识", ("garbled", "锟斤拷锟斤拷")),
        ("提高\ue123\uf4a1认识", ("private", "\ue123\uf4a1")),
        ("&nbsp;&nbsp;提高认识", ("coded", "&nbsp;&nbsp;")),
        ("提高&#35748;&#x8bc6;。", ("coded", "&#35748;&#x8bc6;")),
        ("提高=E8=AE=A4=\n=E8=AF=86。", ("coded", "=E8=AE=A4=\n=E8=AF=86")),
        ("提高\\u8ba4\\u8bc6。", ("coded", "\\u8ba4\\u8bc6")),
        ("提高烫烫烫认识", ("garbled", "烫烫烫")),
        ("提高" + "认识".encode().decode("latin-1") + "。", ("garbled", "认识".encode().decode("latin-1"))),
        (
            "提高" + "认识到".encode("gbk").decode("latin-1") + "。",
            ("garbled", "认识到".encode("gbk").decode("latin-1")),
        ),
    ],
)
def test_scars(text, scar):
    assert found(text) == [scar]


@pytest.mark.parametrize(
    "text",
    [
        "××××××县",
        "目录······1",
        "Café Zürich 和 José",
        "38℃、45°、±5",
        "烫，很烫",
        "R&D；A&B;",
        "a=1B=2",
        "+8613800000000",
    ],
)
def test_what_is_none(text):
    assert not found(text)


def test_a_text_full_of_code_is_told_in_one_line():
    source = source_of("&nbsp;甲\n&nbsp;乙\ue001\n&nbsp;丙\ue001")
    assert [(one.code, one.message.count("等 ")) for one in find_scars(source)] == [
        ("private", 1),
        ("coded", 1),
    ]
