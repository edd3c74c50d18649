"""What the bytes of markup show before they are parsed."""

import pytest
from hypothesis import given
from hypothesis import strategies as st
from lxml import etree

from reportgen.office.markup import declares_type, marks_of, transitional

STRICT = "http://purl.oclc.org/ooxml"
USUAL = "http://schemas.openxmlformats.org"
NAMES = [
    ("wordprocessingml/main", "wordprocessingml/2006/main"),
    ("presentationml/main", "presentationml/2006/main"),
    ("spreadsheetml/main", "spreadsheetml/2006/main"),
    ("drawingml/main", "drawingml/2006/main"),
    ("officeDocument/math", "officeDocument/2006/math"),
    ("officeDocument/relationships", "officeDocument/2006/relationships"),
]


@pytest.mark.parametrize(
    ("xml", "marks"),
    [(b"", 0), (b"<a/>", 1), (b"<a></a>", 1), (b'<a b="1"/>', 2), (b"<a><b/><b/></a>", 3), (b"a = b", 1)],
)
def test_marks(xml, marks):
    assert marks_of(xml) == marks


def element(attributes, children):
    return f"<a{attributes}>{''.join(children)}</a>"


TREES = st.recursive(
    st.just("<a/>"),
    lambda inner: st.builds(
        element, st.sampled_from(["", ' b="1"', ' b="1" c="="']), st.lists(inner, max_size=3)
    ),
    max_leaves=20,
)


@given(TREES)
def test_there_are_never_more_elements_and_attributes_than_marks(xml):
    nodes = list(etree.fromstring(xml).iter())
    assert len(nodes) + sum(len(node.attrib) for node in nodes) <= marks_of(xml.encode())


@pytest.mark.parametrize("encoding", ["utf-8", "utf-16", "utf-16-be", "utf-32"])
def test_a_declared_type_is_seen_in_every_encoding(encoding):
    assert declares_type("<!DOCTYPE a><a/>".encode(encoding))
    assert not declares_type("<a>DOCTYPE</a>".encode(encoding))


@pytest.mark.parametrize("quote", ['"', "'"])
@pytest.mark.parametrize(("strict", "usual"), NAMES)
def test_strict_names_become_the_usual_ones(strict, usual, quote):
    xml = f"<a xmlns={quote}{STRICT}/{strict}{quote}/>"
    assert transitional(xml.encode()).decode() == f"<a xmlns={quote}{USUAL}/{usual}{quote}/>"


@pytest.mark.parametrize(
    "xml",
    [
        f"<a>{STRICT}/wordprocessingml/main</a>",
        f'<a b="{STRICT}/wordprocessingml/mainly"/>',
        f"<a b=\"{STRICT}/wordprocessingml/main'/>",
        f'<a b="{USUAL}/wordprocessingml/2006/main"/>',
        "<a>文</a>",
    ],
)
def test_all_else_stays(xml):
    assert transitional(xml.encode()).decode() == xml
