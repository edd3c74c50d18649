"""One opener of regular files, in the words of whoever asks."""

import os

import pytest

from reportgen.errors import CheckError, TemplateError
from reportgen.opening import FILE, NotRegularError, Wording, bytes_of, open_regular

OWN = Wording(
    folder=("folder", "h"),
    other=("other", "h"),
    large=("{size} of {most}", "h"),
    missing=("missing", "h"),
    forbidden=("forbidden {why}", "h"),
    unknown=("unknown {why}", "h"),
    empty=("empty", "h"),
)


@pytest.fixture
def pipe(tmp_path):
    os.mkfifo(tmp_path / "pipe")
    return tmp_path / "pipe"


def told(path, **how):
    with pytest.raises(TemplateError) as caught:
        bytes_of(path, TemplateError, **how)
    assert caught.value.where == str(path)
    return caught.value.message


def test_a_file_is_read_through_a_link(tmp_path):
    (tmp_path / "a").write_bytes(b"x")
    (tmp_path / "b").symlink_to("a")
    assert bytes_of(tmp_path / "b", CheckError) == b"x"


def test_each_reason_has_the_words_of_who_asks(tmp_path, pipe):
    (tmp_path / "nothing").write_bytes(b"")
    (tmp_path / "large").write_bytes(bytes(3 << 20))
    assert told(tmp_path, wording=OWN) == "folder"
    assert told(pipe, wording=OWN) == "other"
    assert told(tmp_path / "none", wording=OWN) == "missing"
    assert told(tmp_path / "nothing", wording=OWN) == "empty"
    assert told(tmp_path / "large", wording=OWN, most=1 << 20) == "3 of 1"
    assert told(tmp_path / "a\0b", wording=OWN) == "unknown 路径不合法"
    assert told(tmp_path / "large" / "a", wording=OWN) == "unknown 系统错误 20"


def test_an_empty_file_is_read_where_nobody_minds(tmp_path):
    (tmp_path / "nothing").write_bytes(b"")
    assert FILE.empty is None
    assert bytes_of(tmp_path / "nothing", CheckError) == b""


def test_a_link_to_itself_is_told(tmp_path):
    (tmp_path / "a").symlink_to("a")
    assert told(tmp_path / "a").startswith("打不开文件（系统错误")


def test_what_is_no_file_is_told_apart_without_being_opened(tmp_path, pipe):
    for path, is_folder in ((tmp_path, True), (pipe, False)):
        with pytest.raises(NotRegularError) as caught:
            open_regular(path)
        assert caught.value.is_folder is is_folder


def test_a_pipe_that_took_the_place_of_a_file_is_not_waited_for(tmp_path, pipe, monkeypatch):
    (tmp_path / "a").write_bytes(b"x")
    as_it_was = (tmp_path / "a").stat()
    monkeypatch.setattr(type(pipe), "stat", lambda _: as_it_was)
    with pytest.raises(NotRegularError):
        open_regular(pipe)
