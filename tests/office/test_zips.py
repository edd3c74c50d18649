"""Zips as anybody may have made them: broken, swollen, with names that lead outside."""

import io
import zipfile

import pytest
from hypothesis import given
from hypothesis import strategies as st

from reportgen.office.faults import DamagedError, PackageError, TooLargeError
from reportgen.office.zips import MOST_ENTRIES, Archive, Limits, beginning_of, names_of, plain

PARTS = {"[Content_Types].xml": b"<Types/>", "word/document.xml": b"<w/>", "word/media/a.png": b"\x89PNG"}


def zipped(parts, method=zipfile.ZIP_DEFLATED):
    """A zip of parts: a mapping, or pairs where a name comes twice."""
    out = io.BytesIO()
    with zipfile.ZipFile(out, "w", method) as file:
        for name, content in parts.items() if isinstance(parts, dict) else parts:
            # On its own the library mends names while it writes.
            entry = zipfile.ZipInfo("x")
            entry.filename = name
            file.writestr(entry, content, method)
    return out.getvalue()


def encrypted(data):
    """The same with every entry marked as encrypted, in its head and in the directory."""
    changed = bytearray(data)
    for sign, flags in ((b"PK\x03\x04", 6), (b"PK\x01\x02", 8)):
        at = changed.find(sign)
        while at >= 0:
            changed[at + flags] |= 1
            at = changed.find(sign, at + 1)
    return bytes(changed)


def test_parts_come_as_they_went_in():
    archive = Archive(zipped(PARTS))
    assert archive.names == tuple(PARTS)
    assert {name: archive.part(name) for name in archive.names} == PARTS


@pytest.mark.parametrize(
    "name", ["word/document.xml", "/word/document.xml", r"word\document.xml", "WORD/Document.XML"]
)
def test_a_part_is_found_however_its_name_is_written(name):
    assert Archive(zipped(PARTS)).part(name) == b"<w/>"
    assert Archive(zipped({name: b"<w/>"})).part("word/document.xml") == b"<w/>"


def test_a_part_that_is_not_there_is_none():
    archive = Archive(zipped(PARTS))
    assert archive.part("word/styles.xml") is None
    assert archive.beginning("word/styles.xml", 9) == b""


@pytest.mark.parametrize("data", [b"", b"PK\x03\x04", b"text", zipped(PARTS)[:-30], zipped(PARTS)[:40]])
def test_what_is_no_zip_is_damaged(data):
    with pytest.raises(DamagedError):
        Archive(data)


def test_an_encrypted_part_is_damaged():
    archive = Archive(encrypted(zipped(PARTS)))
    with pytest.raises(DamagedError, match=r"word/document\.xml"):
        archive.part("word/document.xml")


def test_a_part_whose_bytes_have_changed_is_damaged():
    data = zipped(PARTS, zipfile.ZIP_STORED).replace(b"<w/>", b"<x/>")
    with pytest.raises(DamagedError):
        Archive(data).part("word/document.xml")


def test_a_part_packed_in_a_way_that_nobody_knows_is_damaged():
    data = bytearray(zipped({"a": b"1"}))
    for sign, method in ((b"PK\x03\x04", 8), (b"PK\x01\x02", 10)):
        at = data.find(sign) + method
        data[at : at + 2] = b"\x63\x00"
    with pytest.raises(DamagedError):
        Archive(bytes(data)).part("a")


def test_no_more_of_a_part_is_unpacked_than_asked_for():
    bomb = zipped({"bomb.xml": bytes(50_000_000)})
    assert len(bomb) < 100_000
    with pytest.raises(TooLargeError, match=r"bomb\.xml has more than 1000 bytes"):
        Archive(bomb).part("bomb.xml", 1000)
    assert Archive(bomb).beginning("bomb.xml", 1000) == bytes(1000)


def test_a_part_may_have_just_as_much_as_asked_for():
    assert Archive(zipped({"a": b"12345"})).part("a", 5) == b"12345"
    with pytest.raises(TooLargeError):
        Archive(zipped({"a": b"12345"})).part("a", 4)


def test_a_directory_that_lies_about_a_size_brings_no_more_bytes():
    data = zipped({"a": bytes(70_000)})
    lying = data.replace((70_000).to_bytes(4, "little"), (900).to_bytes(4, "little"))
    assert lying != data
    with pytest.raises(PackageError):
        Archive(lying).part("a", 1000)


def test_a_zip_of_more_entries_than_any_document_is_not_opened():
    with pytest.raises(TooLargeError, match="entries"):
        Archive(b"PK\x01\x02" * (MOST_ENTRIES + 1))


LIMITS = Limits(parts=3, whole=100, markup_part=20, markup=30)


@pytest.mark.parametrize(
    ("parts", "too_much"),
    [
        ({"a.xml": b"1" * 20, "b.xml.rels": b"1" * 10, "c.bin": b"1" * 70}, False),
        ({"a.xml": b"1" * 21}, True),
        ({"A.XML": b"1" * 21}, True),
        ({"a.rels": b"1" * 21}, True),
        ({"a.xml": b"1" * 16, "b.xml": b"1" * 16}, True),
        ({"a.bin": b"1" * 101}, True),
        (dict.fromkeys("abcd", b""), True),
        (dict.fromkeys("abc", b""), False),
    ],
)
def test_what_the_directory_states_is_held_against_limits(parts, too_much):
    assert Archive(zipped(parts)).exceeds(LIMITS) is too_much


@pytest.mark.parametrize("name", ["/etc/evil.xml", "../evil.xml", "word/../../evil.xml", r"word\..\evil.xml"])
def test_names_that_lead_outside_are_strange(name):
    assert Archive(zipped(PARTS | {name: b""})).strange == (name,)


@pytest.mark.parametrize("name", ["word/..rels", "word/a..xml", "a/b/c", "..."])
def test_dots_in_a_name_are_not_strange(name):
    assert Archive(zipped({name: b""})).strange == ()


@pytest.mark.parametrize(
    ("names", "twins"),
    [
        (["a", "b"], False),
        (["a", "a"], True),
        (["a.xml", "A.xml"], True),
        (["w/a", r"w\a"], True),
        (["a", "a/"], False),
    ],
)
@pytest.mark.filterwarnings("ignore:Duplicate name")
def test_two_parts_that_a_program_may_take_for_each_other_are_twins(names, twins):
    assert Archive(zipped([(name, b"") for name in names])).has_twins is twins


@pytest.mark.filterwarnings("ignore:Duplicate name")
def test_of_two_parts_of_one_name_the_last_counts():
    assert Archive(zipped([("a", b"1"), ("A", b"2")])).part("a") == b"2"


@given(st.text(alphabet="aB/\\.", min_size=1))
def test_a_plain_name_stays_plain(name):
    assert plain(plain(name)) == plain(name)


def test_names_of_a_zip_cut_short_are_those_that_its_parts_give():
    data = zipped(PARTS)
    assert names_of(data) == tuple(PARTS)
    assert names_of(data[:-60]) == tuple(PARTS)
    assert names_of(data[:60]) == ("[Content_Types].xml",)
    assert names_of(b"PK\x03\x04" + bytes(200)) == ()


def test_the_beginning_of_a_part_is_empty_where_there_is_none():
    data = zipped(PARTS)
    assert beginning_of(data, "word/document.xml", 2) == b"<w"
    assert beginning_of(data, "word/document.xml", 99) == b"<w/>"
    assert beginning_of(data, "word/styles.xml", 9) == b""
    assert beginning_of(data[:-60], "word/document.xml", 9) == b""
    assert beginning_of(encrypted(data), "word/document.xml", 9) == b""


@given(st.integers(4, 400), st.integers(0, 255))
def test_a_byte_changed_anywhere_ends_in_parts_or_in_a_fault_of_ours(at, byte):
    data = bytearray(zipped(PARTS))
    data[at % len(data)] = byte
    try:
        archive = Archive(bytes(data))
        read = [archive.part(name, 1000) for name in archive.names]
    except PackageError:
        return
    assert all(part is not None for part in read)
