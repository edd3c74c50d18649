"""Equal content gives equal bytes; a part without a type is caught."""

import io
import zipfile

import pytest
from hypothesis import given
from hypothesis import strategies as st

from reportgen.office import stable
from reportgen.office.stable import stable_package, written

TYPES = (
    '<Types><Default Extension="rels" ContentType="r"/><Default Extension="xml" ContentType="x"/>'
    '<Override PartName="/a.xml" ContentType="a"/></Types>'
)


def packed(parts, **how):
    buffer = io.BytesIO()
    with zipfile.ZipFile(buffer, "w", **how) as out:
        for name, text in parts:
            out.writestr(name, text)
    return buffer.getvalue()


def entries(data):
    with zipfile.ZipFile(io.BytesIO(data)) as package:
        return [(one.filename, package.read(one)) for one in package.infolist()]


PARTS = [("a.xml", "<a/>"), ("_rels/.rels", "<r/>"), ("[Content_Types].xml", TYPES)]


def test_content_stays_and_types_come_first():
    out = entries(stable_package(packed(PARTS)))
    assert out[0][0] == "[Content_Types].xml"
    assert dict(out) == {name: text.encode() for name, text in PARTS}


@given(st.permutations(PARTS), st.sampled_from([zipfile.ZIP_STORED, zipfile.ZIP_DEFLATED]))
def test_order_and_compression_of_the_input_do_not_matter(parts, compression):
    assert stable_package(packed(parts, compression=compression)) == stable_package(packed(PARTS))


def test_parts_at_hand_give_the_same_as_a_package_of_them():
    parts = {name: text.encode() for name, text in PARTS}
    assert stable.packed(parts) == stable_package(packed(PARTS))
    with pytest.raises(ValueError, match=r"b\.png"):
        stable.packed(parts | {"b.png": b""})


def test_dates_of_the_properties_are_left_out():
    core = '<cp><dc:title>讲话</dc:title><dcterms:created xsi:type="x">2013-01-01</dcterms:created></cp>'
    types = TYPES.replace("</Types>", '<Override PartName="/docProps/core.xml" ContentType="c"/></Types>')
    parts = [("docProps/core.xml", core), ("[Content_Types].xml", types)]
    assert dict(entries(stable_package(packed(parts))))["docProps/core.xml"].decode() == (
        "<cp><dc:title>讲话</dc:title></cp>"
    )


def test_doing_it_twice_changes_nothing():
    once = stable_package(packed(PARTS))
    assert stable_package(once) == once


@pytest.mark.parametrize("name", ["b.xml", "b.png", "b"])
def test_a_part_without_a_type_of_its_own_is_refused(name):
    with pytest.raises(ValueError, match=f"without a content type: {name}"):
        stable_package(packed([*PARTS, (name, "")]))


@pytest.mark.filterwarnings("ignore:Duplicate name")
def test_two_parts_of_one_name_are_refused():
    with pytest.raises(ValueError, match="one name"):
        stable_package(packed([*PARTS, ("a.xml", "<b/>")]))


def test_folders_are_left_out():
    assert stable_package(packed([*PARTS, ("word/", "")])) == stable_package(packed(PARTS))


def test_what_is_written_says_neither_when_nor_where():
    data = written({"b": b"2", "a": b"1"})
    with zipfile.ZipFile(io.BytesIO(data)) as package:
        entries = package.infolist()
    assert [entry.filename for entry in entries] == ["b", "a"]
    assert {entry.date_time for entry in entries} == {(1980, 1, 1, 0, 0, 0)}
    assert {entry.create_system for entry in entries} == {0}
    assert {entry.compress_type for entry in entries} == {zipfile.ZIP_STORED}
    assert data == written({"b": b"2", "a": b"1"})


def test_what_is_no_package_is_a_fault_of_ours():
    with pytest.raises(ValueError, match="not a zip"):
        stable_package(b"no zip")
