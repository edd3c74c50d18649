"""From what the user named to the speeches of a batch: files, whole folders, patterns, lists, URLs."""

from __future__ import annotations

import glob
import os
import re
from dataclasses import dataclass
from pathlib import Path, PurePosixPath
from typing import TYPE_CHECKING

from reportgen.batch.speeches import is_ours, may_be_speech
from reportgen.batch.stores import is_url, local_path, mark_of, refused, store_of
from reportgen.errors import OutputError, ReportgenError, SourceError, UsageError
from reportgen.opening import bytes_of
from reportgen.readers import STANDARD_INPUT
from reportgen.writing.record import load

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Iterator, Sequence

_LIST = "@"
_REMARK = "#"
_SHOWN = 5
"""Names that a message has room for."""
_PATTERN = re.compile(r"[*?\[]")


@dataclass(frozen=True, slots=True)
class Found:
    """A speech that was found: its key, its name below the common folder, and what tells its state.

    `fault` says why it cannot be looked at; such a one is no speech, but must not be lost in silence.
    """

    key: str
    name: str
    size: int | None = None
    stamp: str = ""
    fault: str = ""


@dataclass(frozen=True, slots=True)
class _Named:
    """A file, folder or pattern that was named, and the folder that names below it begin at."""

    name: str
    base: str
    url: bool


class Inputs:
    """The speeches that were named; looked for as they are asked for, so that there may be any number.

    Names begin below the folder that all have in common.
    """

    def __init__(self, named: Sequence[str], output: Path, store: str = "") -> None:
        """Look at what was named, and read the lists.

        Args:
            named: by the user.
            output: a folder of ours.
            store: the URL that files go to, if they do not go into a folder.

        Raises:
            UsageError: a list cannot be read, standard input is named, or speeches lie in the output folder.
        """
        self.named = "、".join(named[:_SHOWN])
        self._output = os.path.realpath(output)
        self._store = f"{store.rstrip('/')}/" if store else ""
        self._named = [self._placed(name) for name in _listed(named)]
        self._local = _common(os.path.abspath, os.path.commonpath, self._bases(url=False))
        self._remote = _common(str, os.path.commonpath, self._bases(url=True))
        for one in self._named:
            if self._is_in_store(one.name) if one.url else self._is_in_output(one.base):
                message = "这里就是输出文件夹（或在它里面），成稿会和讲话稿混在一起"
                raise UsageError(message, where=one.name, hint="请用 -o 另给一个文件夹")

    def _bases(self, *, url: bool) -> list[str]:
        return [one.base for one in self._named if one.url == url]

    def _placed(self, name: str) -> _Named:
        if name == STANDARD_INPUT:
            raise UsageError("batch 不读标准输入", hint="请写文件、文件夹、通配或 @清单.txt")
        if is_url(name) and (path := local_path(name)) is None:
            store, place = store_of(name)
            fixed = place if not _PATTERN.search(place) else _fixed(place)
            base = fixed if fixed != place or _is_folder(store, place, name) else os.path.dirname(place)  # noqa: PTH120
            return _Named(name, base, url=True)
        name = path if is_url(name) and path else name
        whole = os.path.abspath(name)  # noqa: PTH100  of any file system's bytes
        if os.path.isdir(whole):  # noqa: PTH112
            return _Named(whole, whole, url=False)
        if _PATTERN.search(name) and not os.path.lexists(whole):
            return _Named(whole, _fixed(whole), url=False)
        return _Named(whole, os.path.dirname(whole), url=False)  # noqa: PTH120

    def _is_in_output(self, folder: str) -> bool:
        real = os.path.realpath(folder)
        return real == self._output or real.startswith(self._output + os.sep)

    def _is_in_store(self, url: str) -> bool:
        return bool(self._store) and f"{url.rstrip('/')}/".startswith(self._store)

    def found(self, known: Callable[[str, int, str], bool]) -> Iterator[Found]:
        """Yield the speeches, those of a folder by name; one that is named twice comes twice.

        Args:
            known: whether a file of this key, size and stamp has been taken for a speech before.

        Raises:
            SourceError: nothing fits a pattern, or a store does not answer.
        """
        for one in self._named:
            if one.url:
                yield from self._of_store(one)
            elif os.path.isdir(one.name):  # noqa: PTH112
                yield from self._below(one.name, known, set())
            elif one.name != one.base and _PATTERN.search(one.name) and not os.path.lexists(one.name):
                yield from self._fitting(one.name, known)
            else:
                yield self._file(one.name)

    def _fitting(self, pattern: str, known: Callable[[str, int, str], bool]) -> Iterator[Found]:
        paths = sorted(glob.iglob(pattern, recursive=True))  # noqa: PTH207  absolute, of any bytes
        if not paths:
            raise SourceError(
                "没有符合的文件", where=pattern, hint="请检查通配，并用引号括起来，如 '稿/**/*.docx'"
            )
        seen: set[tuple[int, int]] = set()
        # A pattern of files means these; one that fits folders only means what they hold.
        files = [path for path in paths if not os.path.isdir(path)]  # noqa: PTH112
        for path in files or paths:
            if self._is_in_output(path):
                continue
            if not files:
                yield from self._below(path, known, seen)
            elif may_be_speech(Path(path), ()) or not _is_wide(pattern):
                yield self._file(path)

    def _below(
        self, folder: str, known: Callable[[str, int, str], bool], seen: set[tuple[int, int]]
    ) -> Iterator[Found]:
        """What a folder and all below it hold; a link that leads back up is followed once."""
        try:
            status = os.stat(folder)  # noqa: PTH116
            if (status.st_dev, status.st_ino) in seen or os.path.realpath(folder) == self._output:
                return
            seen.add((status.st_dev, status.st_ino))
            with os.scandir(folder) as found:
                entries = sorted(found, key=lambda entry: entry.name)
        except OSError as error:
            fault = f"打不开文件夹（系统错误 {error.errno}）。请检查权限"
            yield Found(folder, self._name(folder), fault=fault)
            return
        made = load(Path(folder)).files
        for entry in entries:
            if entry.name.startswith("."):
                continue
            if _is_dir(entry):
                yield from self._below(entry.path, known, seen)
            elif may_be_speech(Path(entry.path), made):
                one = self._file(entry.path)
                if known(one.key, one.size or 0, one.stamp) or not is_ours(Path(entry.path)):
                    yield one

    def _file(self, path: str) -> Found:
        name = self._name(path)
        try:
            status = os.stat(path)  # noqa: PTH116
        except (OSError, ValueError):
            return Found(key_of(path), name)  # the reader says why
        return Found(key_of(path), name, status.st_size, str(status.st_mtime_ns))

    def _name(self, path: str) -> str:
        return _readable(os.path.relpath(path, self._local).replace(os.sep, "/"))

    def _of_store(self, one: _Named) -> Iterator[Found]:
        store, place = store_of(one.name)
        try:
            if _PATTERN.search(place):
                found = store.glob(place, detail=True)
            elif one.base == place:
                found = store.find(place, detail=True)
            else:
                found = {place: store.info(place)}
        except FileNotFoundError:
            yield Found(one.name, self._remote_name(place))
            return
        except Exception as fault:
            raise refused(fault, one.name) from fault
        scheme = one.name.partition("://")[0]
        for path, info in sorted(found.items()):
            is_named = one.base != place and not _PATTERN.search(place)
            if info.get("type") == "file" and (is_named or _is_speech(path)):
                url = f"{scheme}://{path.lstrip('/') if scheme != 'memory' else path}"
                if not self._is_in_store(url):
                    yield Found(url, self._remote_name(path), info.get("size"), mark_of(info))

    def _remote_name(self, path: str) -> str:
        return os.path.relpath("/" + path.lstrip("/"), "/" + self._remote.lstrip("/")).replace(os.sep, "/")


def key_of(path: str) -> str:
    """Return what a file is known by: its path, or the URL of one whose name is no text."""
    try:
        path.encode()
    except UnicodeEncodeError:
        return Path(path).as_uri()
    return path


def path_of(key: str) -> str:
    """Return the path of a file by its key; a URL of a store as it is."""
    return local_path(key) or key


def _listed(named: Iterable[str]) -> Iterator[str]:
    """What was named, and what the lists name."""
    for name in named:
        if not name.startswith(_LIST):
            yield name
            continue
        path = Path(name.removeprefix(_LIST))
        lines = _lines(path)
        if not lines:
            raise UsageError("清单是空的", where=str(path), hint="一行写一个文件、文件夹或网址")
        for line in lines:
            yield line if is_url(line) else os.path.join(path.parent, line)  # noqa: PTH118


def _lines(path: Path) -> list[str]:
    try:
        text = bytes_of(path, OutputError).decode("utf-8-sig")
    except UnicodeDecodeError:
        raise UsageError("清单不是 UTF-8 编码的文本", where=str(path), hint="请另存为 UTF-8 后再试") from None
    except ReportgenError as error:
        raise UsageError(error.message, where=str(path), hint=error.hint) from None
    lines = (line.strip() for line in text.splitlines())
    return [line for line in lines if line and not line.startswith(_REMARK)]


def _common(whole: Callable[[str], str], common: Callable[[list[str]], str], bases: list[str]) -> str:
    try:
        return common([whole(base) for base in bases]) if bases else ""
    except ValueError:
        return os.sep  # on two drives


def _fixed(pattern: str) -> str:
    """The folder in front of the first sign of a pattern."""
    return os.path.dirname(pattern[: _PATTERN.search(pattern).start()])  # type: ignore[union-attr]  # noqa: PTH120


def _is_wide(pattern: str) -> bool:
    """Whether a pattern leaves open what kinds of files it means."""
    return _PATTERN.search(os.path.splitext(os.path.basename(pattern))[1] or "*") is not None  # noqa: PTH119, PTH122


def _is_dir(entry: os.DirEntry[str]) -> bool:
    try:
        return entry.is_dir()
    except OSError:
        return False


def _is_folder(store: object, place: str, url: str) -> bool:
    try:
        return bool(store.isdir(place))  # type: ignore[attr-defined]
    except Exception as fault:
        raise refused(fault, url) from fault


def _is_speech(path: str) -> bool:
    parts = PurePosixPath(path).parts
    return not any(part.startswith(".") for part in parts) and may_be_speech(Path(parts[-1]), ())


def _readable(name: str) -> str:
    return name.encode("utf-8", "replace").decode()
