"""What a template's tags leave undone: breaks inside words, columns of a loop, numbers of drawings."""

import pytest
from lxml import etree

from reportgen.office.faults import DeclaredError, MarkupError
from reportgen.rendering.docx.mending import body_of

WORD = 'xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main"'
DRAWING = 'xmlns:wp="http://schemas.openxmlformats.org/drawingml/2006/wordprocessingDrawing"'
LOOK = "<w:rPr><w:b/></w:rPr>"
TAB = "<w:r><w:tab/></w:r>"
KEPT = '<w:t xml:space="preserve">'


def mended(inner):
    body = body_of(f"<w:body {WORD} {DRAWING}>{inner}</w:body>")
    text = etree.tostring(body, encoding="unicode")
    return text.partition(">")[2].removesuffix("</w:body>")


@pytest.mark.parametrize(
    ("run", "expected"),
    [
        ("<w:r><w:t>甲</w:t></w:r>", "<w:r><w:t>甲</w:t></w:r>"),
        (
            f"<w:r>{LOOK}<w:t>甲\n乙</w:t></w:r>",
            f"<w:r>{LOOK}<w:t>甲</w:t><w:br/>{KEPT}乙</w:t></w:r>",
        ),
        (
            f"<w:r>{LOOK}<w:t>甲\t乙</w:t><w:cr/></w:r>",
            f"<w:r>{LOOK}<w:t>甲</w:t></w:r><w:r>{LOOK}<w:tab/></w:r><w:r>{LOOK}{KEPT}乙</w:t><w:cr/></w:r>",
        ),
        (
            "<w:r><w:t>甲\n乙\t丙\n丁</w:t></w:r>",
            f"<w:r><w:t>甲</w:t><w:br/>{KEPT}乙</w:t></w:r>{TAB}<w:r>{KEPT}丙</w:t><w:br/>{KEPT}丁</w:t></w:r>",
        ),
        ("<w:r>\n\t<w:t>甲</w:t></w:r>", "<w:r>\n\t<w:t>甲</w:t></w:r>"),
    ],
)
def test_breaks_inside_words_become_elements(run, expected):
    assert mended(f"<w:p>{run}</w:p>") == f"<w:p>{expected}</w:p>"


def table(columns, *rows):
    grid = "".join(f'<w:gridCol w:w="{width}"/>' for width in columns)
    cells = "".join(f"<w:tr>{'<w:tc/>' * row}</w:tr>" if isinstance(row, int) else row for row in rows)
    return f"<w:tbl><w:tblGrid>{grid}</w:tblGrid>{cells}</w:tbl>"


SPANNING = '<w:tr><w:tc><w:tcPr><w:gridSpan w:val="3"/></w:tcPr></w:tc></w:tr>'


@pytest.mark.parametrize(
    ("before", "after", "rows"),
    [
        ([900], [300, 300, 300], [3]),
        ([600, 300], [400, 200, 300], [2, 3]),
        ([300, 300, 300], [450, 450], [2]),
        ([300, 300], [300, 300], [2]),
        ([300, 300, 300], [300, 300, 300], [1, SPANNING]),
    ],
    ids=["more", "shared-as-before", "fewer", "as-many", "one-that-spans"],
)
def test_a_table_has_the_columns_of_its_rows(before, after, rows):
    assert mended(table(before, *rows)) == table(after, *rows)


def test_drawings_are_numbered_anew():
    drawing = '<wp:docPr id="7"/>'
    assert mended(drawing * 2) == '<wp:docPr id="1001"/><wp:docPr id="1002"/>'


def test_what_is_torn_is_told_and_not_mended():
    with pytest.raises(MarkupError):
        mended("<w:p>")
    with pytest.raises(DeclaredError):
        body_of("<!DOCTYPE a><a/>")
