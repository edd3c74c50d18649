"""Where speeches lie and files go: this machine's folders, or a store that fsspec reaches by a URL."""

from __future__ import annotations

import re
import tempfile
from contextlib import contextmanager
from pathlib import Path
from typing import TYPE_CHECKING, Any
from urllib.parse import urlsplit
from urllib.request import url2pathname

from reportgen.errors import OutputError, ReportgenError, SourceError, UsageError
from reportgen.opening import require_size

if TYPE_CHECKING:
    from collections.abc import Iterator

_SCHEME = re.compile(r"[A-Za-z][A-Za-z0-9+.-]+(?:::[^:]+)*://")
_LOCAL = "file"
_NOT_IN_NAMES = re.compile(r'[\x00-\x1f<>:"/\\|?*]')
# What tells one state of an object from another: S3, Google, Azure, HTTP; a time where there is nothing else.
_MARKS = ("ETag", "etag", "md5Hash", "LastModified", "last_modified", "mtime", "created")
_OBJECTS = frozenset({"s3", "s3a", "gs", "gcs", "az", "abfs", "abfss", "adl", "oss", "memory"})
"""Stores in which a file appears whole at its name; in others it is moved there."""
Store = Any
"""A file system of fsspec, which ships no types."""
State = tuple[int, int | str]
"""Size and time of change in ns of a file; of one in a store, its size and what tells its states apart."""
INSTALL = "pip install 'reportgen[cluster]'"


def is_url(name: str) -> bool:
    """Whether a name is that of something in a store."""
    return _SCHEME.match(name) is not None


def local_path(name: str) -> str | None:
    """Return the path that a ``file://`` URL means; None for what is none."""
    if not is_url(name) or urlsplit(name).scheme.lower() != _LOCAL:
        return None
    return url2pathname(urlsplit(name).path)


def store_of(url: str) -> tuple[Store, str]:
    """Return the file system of a URL, and the path in it.

    Raises:
        UsageError: fsspec or what it needs for such a store is not installed, or it knows none.
    """
    try:
        import fsspec

        store, path = fsspec.core.url_to_fs(url)
    except ImportError:
        message = f"{urlsplit(url).scheme}:// 要用的组件没有安装"
        raise UsageError(message, where=url, hint=f"请先运行 {INSTALL}") from None
    except ValueError:
        raise UsageError(
            "不认识这种网址", where=url, hint="可写 s3://、gs://、az://、hdfs://、file://"
        ) from None
    return store, str(path)


def mark_of(info: dict[str, Any]) -> str:
    """Return what tells this state of an object from another; empty where the store tells nothing."""
    return next((str(info[name]).strip('"') for name in _MARKS if info.get(name)), "")


def state_in(info: dict[str, Any]) -> State:
    """Return the state of a file from what a store tells of it; no database takes its text for a number."""
    return int(info.get("size") or 0), f"={mark_of(info)}"


def content_of(url: str) -> bytes:
    """Return what a URL holds.

    Raises:
        ReportgenError: it is not there, too large, or cannot be read.
    """
    store, path = store_of(url)
    try:
        require_size(int(store.size(path) or 0), url, SourceError)
        return bytes(store.cat_file(path))
    except ReportgenError:
        raise
    except Exception as fault:
        raise refused(fault, url) from fault


def put_whole(store: Store, path: str, data: bytes) -> None:
    """Put a file into a store: it stands there whole, or not at all.

    Raises:
        Exception: whatever the store raises.
    """
    kinds = {store.protocol} if isinstance(store.protocol, str) else set(store.protocol)
    if kinds & _OBJECTS:
        store.pipe_file(path, data)
        return
    above, _, name = path.rpartition("/")
    part = f"{above}/.reportgen-{name}.part"
    store.makedirs(above, exist_ok=True)
    store.pipe_file(part, data)
    if store.exists(path):
        store.rm_file(path)  # HDFS moves nothing over another file
    store.mv(part, path)


def unwritable(fault: Exception, url: str) -> ReportgenError:
    """Return what the user is told where files cannot be put into a store, or looked at there."""
    if isinstance(fault, ReportgenError):
        return fault
    if isinstance(fault, FileNotFoundError):
        return OutputError("写不进去，没有这个存储桶或文件夹", where=url, hint="请检查网址")
    if isinstance(fault, PermissionError):
        return OutputError("没有写入权限", where=url, hint="请检查访问密钥和权限")
    return OutputError(f"写不进去（{type(fault).__name__}）", where=url, hint="请检查网络、网址和访问密钥")


def refused(fault: Exception, url: str) -> SourceError:
    """Return what the user is told where a store did not answer as it should."""
    if isinstance(fault, FileNotFoundError):
        return SourceError("找不到文件", where=url, hint="请检查网址")
    if isinstance(fault, PermissionError):
        return SourceError("没有读取权限", where=url, hint="请检查访问密钥和权限")
    return SourceError(f"读不到（{type(fault).__name__}）", where=url, hint="请检查网络、网址和访问密钥")


@contextmanager
def at_hand(key: str, data: bytes | None = None) -> Iterator[Path]:
    """Give the path of a speech: its own, or that of a copy of what lies elsewhere.

    Args:
        key: a path, or a URL.
        data: what it holds, where that has been read already.

    Raises:
        ReportgenError: it cannot be read.
    """
    if data is None and not is_url(key):
        yield Path(key)
        return
    content = content_of(key) if data is None else data
    require_size(len(content), key, SourceError)
    with tempfile.TemporaryDirectory(prefix="reportgen-", ignore_cleanup_errors=True) as folder:
        path = Path(folder) / (safe_name(key.rpartition("/")[2]) if is_url(key) else Path(key).name)
        path.write_bytes(content)
        yield path


def safe_name(name: str) -> str:
    """Return a name that every file system takes for one of its own."""
    clean = _NOT_IN_NAMES.sub("_", name).rstrip(" .")
    return clean if clean.strip(". ") else "_"
