"""Patterns that are compiled when they are first asked for, and kept for the next process.

There are some 700 of them, and `re` takes a millisecond for each that has a range of Han characters: it marks
the 20,000 one by one. A command needs a third of them, which is more than half the time of an outline. Python
keeps its byte code for the same reason; what `re` compiles is kept beside that, under the same conditions
(``PYTHONPYCACHEPREFIX``, ``PYTHONDONTWRITEBYTECODE``), with the number of the engine's form in the name. The
engine looks through such code before it takes it. `re` has no public way in, so its parts are asked for by
name; where one is not as we know it, patterns are compiled as always.
"""

from __future__ import annotations

import atexit
import marshal
import os
import re
import sys
from array import array
from contextlib import suppress
from importlib import import_module
from importlib.util import cache_from_source
from pathlib import Path
from typing import TYPE_CHECKING, Any, AnyStr, NamedTuple, cast

if TYPE_CHECKING:
    from collections.abc import Callable

_Kept = tuple[int, bytes, int, dict[str, int], tuple[str | None, ...]]
"""Flags, code, number of groups, numbers by names, names by numbers."""
_Key = tuple[str | bytes, int]
_WORD = "I"  # the engine's Py_UCS4


def lazy(pattern: AnyStr, flags: int = 0) -> re.Pattern[AnyStr]:
    """Return what serves as a compiled pattern and is compiled at its first use.

    A fault in the pattern shows then only; a test compiles all of them. Not for patterns that are made from
    what a user gives: they would be kept for good. The `re` of a match is what was compiled, and not this.
    """
    return cast("re.Pattern[AnyStr]", _Lazy(pattern, flags))


def keep_all() -> None:
    """Compile and keep all patterns that have been made in this process."""
    for pattern, flags in _made:
        _store.compiled(pattern, flags)
    _store.write()


class _Lazy:
    """Stands for a compiled pattern; each of its methods is taken over from there when it is asked for."""

    def __init__(self, pattern: str | bytes, flags: int) -> None:
        self.pattern = pattern
        self._given = flags
        _made.append((pattern, int(flags)))

    def __getattr__(self, name: str) -> object:
        if name.startswith("__"):  # what copying and the like look for
            raise AttributeError(name)
        value: object = getattr(_store.compiled(self.pattern, self._given), name)
        setattr(self, name, value)
        return value


class Store:
    """Compiled patterns in a file.

    Args:
        path: the file; it need not be there.
    """

    def __init__(self, path: Path) -> None:
        self._path = path
        self._parts = _parts()
        self._kept: dict[_Key, _Kept] | None = None
        self._is_new = False

    def compiled(self, pattern: str | bytes, flags: int) -> re.Pattern[str] | re.Pattern[bytes]:
        """Return the pattern as `re.compile` makes it.

        Raises:
            re.error: there is a fault in it.
        """
        if self._parts is None:
            return re.compile(pattern, flags)
        if self._kept is None:
            self._kept = self._read()
            if not sys.dont_write_bytecode:
                atexit.register(self.write)
        key = pattern, int(flags)
        if key not in self._kept:
            self._kept[key] = self._parts.code(pattern, flags)
            self._is_new = True
        return self._parts.pattern(pattern, self._kept[key])

    def write(self) -> None:
        """Write what has come to it, whole or not at all; nothing where that is not allowed."""
        if not self._is_new:
            return
        own = self._path.with_suffix(f".{os.getpid()}")
        with suppress(OSError):  # as Python does without its byte code
            self._path.parent.mkdir(parents=True, exist_ok=True)
            own.write_bytes(marshal.dumps(self._kept))
            own.replace(self._path)
            self._is_new = False

    def _read(self) -> dict[_Key, _Kept]:
        try:
            # It lies where Python's byte code does, which is read in the same way.
            return cast("dict[_Key, _Kept]", marshal.loads(self._path.read_bytes()))  # noqa: S302
        except (OSError, ValueError, EOFError, TypeError):  # none there, or cut short
            return {}


class _Parts(NamedTuple):
    """The parts of `re`: its parser, what makes code of the parser's tree, and the engine's own `compile`."""

    parse: Callable[..., Any]
    generate: Callable[..., list[int]]
    engine: Callable[..., re.Pattern[str] | re.Pattern[bytes]]

    def code(self, pattern: str | bytes, flags: int) -> _Kept:
        """Return what `re.compile` hands to the engine."""
        tree = self.parse(pattern, flags)
        code = array(_WORD, self.generate(tree, flags)).tobytes()
        numbers = dict(tree.state.groupdict)
        names: list[str | None] = [None] * tree.state.groups
        for name, number in numbers.items():
            names[number] = name
        return int(flags | tree.state.flags), code, tree.state.groups - 1, numbers, tuple(names)

    def pattern(self, text: str | bytes, kept: _Kept) -> re.Pattern[str] | re.Pattern[bytes]:
        """Hand it to the engine."""
        flags, code, groups, numbers, names = kept
        words = array(_WORD)
        words.frombytes(code)
        return self.engine(text, flags, words.tolist(), groups, numbers, names)


def _parts() -> _Parts | None:
    try:
        engine = import_module("_sre")
        compiler = import_module("re._compiler")
        parts = _Parts(import_module("re._parser").parse, compiler._code, engine.compile)  # noqa: SLF001
        return parts if array(_WORD).itemsize == engine.CODESIZE else None
    except (ImportError, AttributeError):  # another Python than CPython from 3.11 on
        return None


def _place() -> Path:
    """Beside this module's byte code, by the number of the engine's form."""
    magic = getattr(sys.modules.get("_sre"), "MAGIC", 0)
    return Path(cache_from_source(__file__)).with_suffix(f".{magic}.patterns")


_store = Store(_place())
_made: list[_Key] = []
