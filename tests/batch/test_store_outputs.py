"""Speeches and files in a store (S3 on this machine): the same as on a disk, whole, and nothing lost."""

import json

import pytest

import batchjobs
from reportgen.batch.job import Speech, job
from reportgen.batch.limits import Limits
from reportgen.batch.order import Order
from reportgen.batch.outlets import StoreOutlet
from reportgen.batch.running import Batch, run_batch
from reportgen.batch.storing import stored
from reportgen.cli import main
from reportgen.errors import OutputError, UsageError
from speech import SHORT, SPEECH

pytest.importorskip("s3fs")
pytest.importorskip("moto.server", reason="needs moto[server]")


@pytest.fixture(scope="module")
def server():
    from stores import s3_server

    with s3_server("bucket") as files:
        yield files


@pytest.fixture
def store(server):
    """The bucket, empty."""
    server.invalidate_cache()
    for path in server.find("bucket"):
        server.rm_file(path)
    return server


@pytest.fixture
def into(tmp_path):
    """A function that runs a batch into the store; its summary."""

    def call(*named, output="s3://bucket/成稿", job=batchjobs.job, journal=tmp_path / "记录", **order):
        class Silent:
            def begins(self, found):
                pass

            def comes(self, name, record):
                records[name] = record

        records = {}
        batch = Batch(named, output, Order(**order), Limits(2, 60, 0), job=job, journal=journal)
        summary = run_batch(batch, Silent())
        return summary, records

    return call


def standing(store, prefix="bucket/成稿"):
    """Name below the prefix → content."""
    store.invalidate_cache()
    return {path.removeprefix(f"{prefix}/"): store.cat_file(path) for path in store.find(prefix)}


def test_from_a_store_into_a_store(store, into, tmp_path):
    store.pipe_file("bucket/稿/甲.txt", "甲".encode())
    store.pipe_file("bucket/稿/下/乙.txt", "乙".encode())
    summary, records = into("s3://bucket/稿")
    assert (summary.done, summary.failed) == (2, 0), records
    found = standing(store)
    assert set(found) == {
        *("index.html", "summary.xlsx", ".reportgen.json"),
        *("甲/甲-要点.docx", "甲/.reportgen.json"),
        *("下/乙/乙-要点.docx", "下/乙/.reportgen.json"),
    }
    assert found["下/乙/乙-要点.docx"] == "乙".encode()
    assert records["甲.txt"]["outputs"][0]["path"] == "s3://bucket/成稿/甲/甲-要点.docx"
    assert [path.name for path in (tmp_path / "记录").iterdir()] == [".reportgen.batch.sqlite"]
    summary, records = into("s3://bucket/稿")
    assert (summary.same, summary.done, records) == (2, 0, {})
    store.pipe_file("bucket/稿/甲.txt", "新".encode())
    assert set(into("s3://bucket/稿")[1]) == {"甲.txt"}
    assert standing(store)["甲/甲-要点.docx"] == "新".encode()


def test_what_is_missing_is_made_again_and_what_was_edited_stays(store, into):
    for name in "甲乙":
        store.pipe_file(f"bucket/稿/{name}.txt", name.encode())
    into("s3://bucket/稿")
    store.rm_file("bucket/成稿/甲/甲-要点.docx")
    store.pipe_file("bucket/成稿/乙/乙-要点.docx", b"mine")
    summary, _ = into("s3://bucket/稿")
    assert (summary.done, summary.same, summary.edited) == (1, 1, 1)
    assert standing(store)["乙/乙-要点.docx"] == b"mine"
    store.pipe_file("bucket/稿/乙.txt", "新的乙".encode())
    _, records = into("s3://bucket/稿")
    found = standing(store)
    assert found["乙/乙-要点.docx"] == "新的乙".encode()
    aside = [name for name in found if name.startswith("乙/乙-要点.手改-")]
    assert [found[name] for name in aside] == [b"mine"]
    assert set(json.loads(found["乙/.reportgen.json"])["files"]) == {"乙-要点.docx"}
    assert records["乙.txt"]["status"] == 0


def test_the_same_bytes_as_in_a_folder(store, tmp_path):
    source = tmp_path / "甲.txt"
    source.write_text(SPEECH, "utf-8")
    near = job(Speech(str(source), "甲.txt"), Order(), str(tmp_path / "近"))
    far = stored(job, Speech(str(source), "甲.txt"), Order(), "s3://bucket/远/甲")
    assert standing(store, "bucket/远/甲") == {
        path.name: path.read_bytes() for path in (tmp_path / "近").iterdir()
    }
    assert [one["sha256"] for one in far["outputs"]] == [one["sha256"] for one in near["outputs"]]
    assert [size for size, _ in far["files"]] == [size for size, _ in near["files"]]


def test_where_one_file_cannot_be_put_none_is(store, tmp_path, monkeypatch):
    source = tmp_path / "甲.txt"
    source.write_text(SHORT, "utf-8")
    put = store.pipe_file
    count = []

    def fails(path, value):
        if "reportgen.json" in path:
            raise PermissionError(13, "no")
        count.append(path)
        return put(path, value)

    monkeypatch.setattr(store, "pipe_file", fails)
    with pytest.raises(OutputError, match="没有写入权限"):
        stored(job, Speech(str(source), "甲.txt"), Order(), "s3://bucket/远/甲")
    assert len(count) == 3
    assert standing(store, "bucket/远") == {}


def test_a_list_of_somebody_else_is_set_aside(store, into):
    store.pipe_file("bucket/稿/甲.txt", "甲".encode())
    store.pipe_file("bucket/成稿/index.html", b"mine")
    into("s3://bucket/稿")
    found = standing(store)
    assert [found[name] for name in found if name.startswith("index.手改-")] == [b"mine"]
    assert b"mine" not in found["index.html"]


def test_a_journal_tells_of_one_place(store, into, tmp_path):
    store.pipe_file("bucket/稿/甲.txt", "甲".encode())
    into("s3://bucket/稿")
    with pytest.raises(OutputError, match=r"另一处成稿的（s3://bucket/成稿）.*--journal"):
        into("s3://bucket/稿", output="s3://bucket/另")
    with pytest.raises(OutputError, match="请用 -o 换一个文件夹"):
        into("s3://bucket/稿", output=tmp_path / "记录", journal=None)
    assert into("s3://bucket/稿", output=tmp_path / "近", journal=tmp_path / "另")[0].done == 1
    assert not (tmp_path / "近" / ".reportgen.batch.sqlite").exists()
    assert into("s3://bucket/稿", output=tmp_path / "近", journal=tmp_path / "另")[0].same == 1


def test_our_own_files_are_no_speeches(store, into):
    store.pipe_file("bucket/甲.txt", "甲".encode())
    assert into("s3://bucket", output="s3://bucket/成稿")[0].total == 1
    assert into("s3://bucket", output="s3://bucket/成稿")[0].total == 1
    with pytest.raises(UsageError, match="这里就是输出文件夹"):
        into("s3://bucket/成稿/甲", output="s3://bucket/成稿")


def test_the_command_line(store, tmp_path, monkeypatch, capsys):
    monkeypatch.chdir(tmp_path)
    store.pipe_file("bucket/稿/甲.txt", SHORT.encode())
    arguments = ["batch", "s3://bucket/稿", "-o", "s3://bucket/成稿/", "--only", "落实清单", "--workers", "1"]
    assert main(arguments) == 0
    out = capsys.readouterr().out
    assert "目录：s3://bucket/成稿/index.html\n一览表：s3://bucket/成稿/summary.xlsx" in out
    assert "甲/甲-落实清单.xlsx" in standing(store)
    assert (tmp_path / "output" / ".reportgen.batch.sqlite").exists()
    assert main([*arguments[:3], "s3://无此桶-x/成稿"]) == 1
    told = capsys.readouterr().err
    assert told.count("\n") == 1
    assert "s3://无此桶-x/成稿：写不进去" in told


def test_a_file_is_moved_to_its_name_where_a_store_is_no_store_of_objects(tmp_path, monkeypatch):
    from fsspec.implementations.local import LocalFileSystem

    from reportgen.batch import outlets, stores

    folder = tmp_path / "成稿"
    monkeypatch.setattr(outlets, "store_of", lambda _: (LocalFileSystem(), str(folder)))
    seen = []
    move = LocalFileSystem.mv
    monkeypatch.setattr(LocalFileSystem, "mv", lambda self, *paths: (seen.append(paths), move(self, *paths)))
    outlet = StoreOutlet("hdfs://host/成稿")
    outlet.require_writable(())
    for data in (b"1", b"22"):
        outlet.publish({"index.html": data})
    assert (folder / "index.html").read_bytes() == b"22"
    assert {path.name for path in folder.iterdir()} == {"index.html", ".reportgen.json"}
    assert (str(folder / ".reportgen-index.html.part"), str(folder / "index.html")) in seen
    assert outlet.has(("index.html",))
    assert stores.is_url(outlet.name)
