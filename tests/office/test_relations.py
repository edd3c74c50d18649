"""How parts name each other."""

import pytest
from lxml import etree

from reportgen.office.relations import Relation, part_of_relations, relations

SPACE = "http://schemas.openxmlformats.org/package/2006/relationships"
TYPE = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"


def root(*links):
    """A part of relations: pairs of the last word of the type and the target."""
    text = "".join(
        f'<Relationship Id="r{number}" Type="{TYPE}/{kind}" Target="{target}"/>'
        for number, (kind, target) in enumerate(links)
    )
    return etree.fromstring(f'<Relationships xmlns="{SPACE}">{text}</Relationships>')


@pytest.mark.parametrize(
    ("path", "part"),
    [
        ("", "_rels/.rels"),
        ("word/document.xml", "word/_rels/document.xml.rels"),
        ("ppt/slides/slide1.xml", "ppt/slides/_rels/slide1.xml.rels"),
    ],
)
def test_relations_have_a_part_of_their_own(path, part):
    assert part_of_relations(path) == part


@pytest.mark.parametrize(
    ("path", "target", "found"),
    [
        ("", "word/document.xml", "word/document.xml"),
        ("", "/word/document.xml", "word/document.xml"),
        ("word/document.xml", "styles.xml", "word/styles.xml"),
        ("word/document.xml", "/word/styles.xml", "word/styles.xml"),
        ("ppt/slides/slide1.xml", "../slideLayouts/a.xml", "ppt/slideLayouts/a.xml"),
        ("ppt/slides/slide1.xml", "./a.xml", "ppt/slides/a.xml"),
        ("word/document.xml", "../../../etc/passwd", "etc/passwd"),
    ],
)
def test_a_target_starts_from_its_part_and_never_leaves_the_package(path, target, found):
    assert relations(root(("styles", target)), path) == (Relation("r0", "styles", found),)


def test_they_come_in_order_and_may_have_one_kind():
    found = relations(
        root(("slide", "b.xml"), ("theme", "t.xml"), ("slide", "a.xml")), "ppt/presentation.xml"
    )
    assert [(one.key, one.kind, one.target) for one in found] == [
        ("r0", "slide", "ppt/b.xml"),
        ("r1", "theme", "ppt/t.xml"),
        ("r2", "slide", "ppt/a.xml"),
    ]


def test_what_lies_outside_is_left_out():
    outside = root(("image", "http://example.org/a.png"), ("styles", "styles.xml"))
    outside[0].set("TargetMode", "External")
    assert [one.kind for one in relations(outside, "word/document.xml")] == ["styles"]


def test_a_part_without_relations_names_nothing():
    assert relations(None, "word/document.xml") == ()


def test_what_a_relation_does_not_say_is_empty():
    bare = etree.fromstring(f'<Relationships xmlns="{SPACE}"><Relationship/></Relationships>')
    assert relations(bare, "word/document.xml") == (Relation("", "", "word"),)
