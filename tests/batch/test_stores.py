"""Speeches that lie in a store: found, read, done once; what a store does not give is told in one line."""

import pytest

from reportgen.batch.inputs import Inputs
from reportgen.batch.job import Speech, job
from reportgen.batch.order import Order
from reportgen.batch.stores import at_hand, content_of, mark_of, safe_name
from reportgen.errors import SourceError, UsageError
from speech import SHORT

fsspec = pytest.importorskip("fsspec")


@pytest.fixture
def store():
    """A store in memory with three speeches, and what is none."""
    files = fsspec.filesystem("memory")
    for name in ("甲.txt", "下/乙.md", "表.xlsx", ".藏.txt"):
        files.pipe_file(f"/稿/{name}", SHORT.encode())
    files.pipe_file("/另/丙.txt", "丙".encode())
    yield files
    for name in ("/稿", "/另"):
        files.rm(name, recursive=True)


@pytest.mark.parametrize(
    ("named", "found"),
    [
        (["memory://稿"], ["下/乙.md", "甲.txt"]),
        (["memory://稿/"], ["下/乙.md", "甲.txt"]),
        (["memory://稿/*.txt"], ["甲.txt"]),
        (["memory://稿/**/*.md"], ["下/乙.md"]),
        (["memory://稿/甲.txt"], ["甲.txt"]),
        (["memory://稿/表.xlsx"], ["表.xlsx"]),
        (["memory://稿", "memory://另/丙.txt"], ["稿/下/乙.md", "稿/甲.txt", "另/丙.txt"]),
        (["memory://稿/无.txt"], ["无.txt"]),
    ],
)
@pytest.mark.usefixtures("store")
def test_what_is_named(tmp_path, named, found):
    assert [one.name for one in Inputs(named, tmp_path / "成稿").found(lambda *_: False)] == found


def test_a_batch_of_a_store(store, go):
    assert go("memory://稿")[0].done == 2
    assert go("memory://稿")[0].same == 2
    store.pipe_file("/稿/甲.txt", "新".encode())
    summary, heard = go("memory://稿")
    assert (summary.done, summary.same, set(heard.records)) == (1, 1, {"甲.txt"})


def test_the_job_reads_from_a_store_what_it_would_from_a_file(store, tmp_path):
    path = tmp_path / "甲.txt"
    path.write_text(SHORT, "utf-8")
    far = job(Speech("memory:///稿/甲.txt", "甲.txt"), Order(), str(tmp_path / "远"))
    near = job(Speech(str(path), "甲.txt"), Order(), str(tmp_path / "近"))
    assert far["status"] == 0
    assert [one["sha256"] for one in far["outputs"]] == [one["sha256"] for one in near["outputs"]]
    assert far["source"]["path"] == "memory:///稿/甲.txt"
    assert store.exists("/稿/甲.txt")


@pytest.mark.usefixtures("store")
def test_what_a_store_does_not_give(tmp_path):
    with pytest.raises(SourceError, match="找不到文件"):
        content_of("memory://稿/无.txt")
    record = job(Speech("memory://稿/无.txt", "无.txt"), Order(), str(tmp_path))
    assert record["error"] == "memory://稿/无.txt：找不到文件。请检查网址"
    with pytest.raises(UsageError, match="不认识这种网址"):
        content_of("nope://x/y")


@pytest.mark.usefixtures("store")
def test_a_copy_goes_when_it_is_done_with():
    with at_hand("memory://稿/甲.txt") as path:
        assert path.read_text("utf-8") == SHORT
    assert not path.exists()


@pytest.mark.parametrize(
    ("info", "mark"),
    [
        ({"ETag": '"abc"', "LastModified": "x"}, "abc"),
        ({"last_modified": 5}, "5"),
        ({"mtime": 1.5}, "1.5"),
        ({"size": 3}, ""),
    ],
)
def test_what_tells_one_state_from_another(info, mark):
    assert mark_of(info) == mark


@pytest.mark.parametrize(
    ("name", "safe"), [("甲.txt", "甲.txt"), ("a:b?.txt", "a_b_.txt"), ("..", "_"), ("", "_"), ("x. ", "x")]
)
def test_names_that_any_file_system_takes(name, safe):
    assert safe_name(name) == safe
