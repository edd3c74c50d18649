"""What the rest of rendering takes for granted about elements and the typed doors to the libraries."""

import docx
import pytest
from docx.oxml.ns import qn
from lxml import etree

from ownhandout import TEMPLATE
from reportgen.rendering.docx.library import trees
from reportgen.rendering.docx.shim import cell_width, keep_next, new, widow_control
from reportgen.rendering.elements import drop, parent_of


def test_an_element_goes_with_all_that_is_in_it():
    root = etree.fromstring("<a><b><c/></b><d/></a>")
    drop(root[0])
    assert etree.tostring(root) == b"<a><d/></a>"


def test_a_root_stands_in_nothing():
    with pytest.raises(ValueError, match="a stands in no element"):
        parent_of(etree.fromstring("<a/>"))


def test_properties_are_put_in_the_order_of_the_schema():
    paragraph = new("w:p")
    control = widow_control(paragraph)
    keep_next(paragraph)
    assert widow_control(paragraph) is control
    assert [one.tag for one in paragraph[0]] == [qn("w:keepNext"), qn("w:widowControl")]


def test_a_cell_has_one_width():
    cell = new("w:tc")
    assert cell_width(cell) is cell_width(cell)
    assert [one.tag for one in cell[0]] == [qn("w:tcW")]


def test_the_trees_of_a_document_are_those_that_it_is_saved_from():
    document = docx.Document(str(TEMPLATE))
    roots = {kind.rpartition(".")[2]: root for kind, root in trees(document)}
    assert roots["main+xml"] is document.element
    assert roots["styles+xml"] is document.styles.element
