"""Patterns that are compiled late and kept: they are those that `re` makes, whatever became of the file."""

import importlib
import re
import subprocess
import sys
from ast import literal_eval
from unittest.mock import Mock

import pytest

from reportgen.text import patterns
from reportgen.text.patterns import Store, lazy

EVERY = """
import importlib, pkgutil
import reportgen
from reportgen.text import patterns
for module in pkgutil.walk_packages(reportgen.__path__, "reportgen."):
    if not module.name.endswith("__main__"):
        importlib.import_module(module.name)
print(ascii(sorted(set(patterns._made), key=str)))
"""


def every():
    """Text and flags of all patterns of the package.

    A process of its own lists them: other tests in this one make faulty patterns, to see these refused.
    """
    command = [sys.executable, "-c", EVERY]
    return literal_eval(subprocess.run(command, capture_output=True, check=True, text=True).stdout)


def test_every_pattern_is_the_one_that_re_makes_also_out_of_the_file(tmp_path):
    path, all_of_them = tmp_path / "a" / "kept", every()
    assert len(all_of_them) > 500
    store = Store(path)
    for pattern, flags in all_of_them:
        assert store.compiled(pattern, flags) == re.compile(pattern, flags)
    store.write()
    again = Store(path)
    for pattern, flags in all_of_them:
        kept, made = again.compiled(pattern, flags), re.compile(pattern, flags)
        assert (kept, kept.groups, kept.groupindex) == (made, made.groups, made.groupindex)


def test_a_pattern_serves_as_a_compiled_one():
    words = lazy("(?P<verb>抓好|做好)(.)", re.IGNORECASE)
    assert words.pattern == "(?P<verb>抓好|做好)(.)"
    assert words.search("要抓好防汛")["verb"] == "抓好"
    assert words.sub("x", "做好了") == "x"
    assert (words.groups, words.flags & re.IGNORECASE) == (2, re.IGNORECASE)
    assert lazy(rb"\d+").findall(b"1 22") == [b"1", b"22"]


def test_a_fault_is_told_at_the_first_use(tmp_path):
    store = Store(tmp_path / "kept")
    with pytest.raises(re.error):
        store.compiled("(", 0)
    store.write()
    assert not list(tmp_path.iterdir())


@pytest.mark.parametrize("held", [b"", b"\x00\x01", "旧的".encode()], ids=["empty", "cut", "other"])
def test_a_damaged_file_is_made_anew(tmp_path, held):
    path = tmp_path / "kept"
    path.write_bytes(held)
    store = Store(path)
    assert store.compiled("一+", 0).search("一一")
    store.write()
    assert Store(path).compiled("一+", 0).search("一一")
    assert path.read_bytes() != held


def test_where_nothing_may_be_written_nothing_is(tmp_path):
    store = Store(tmp_path / "file" / "kept")
    (tmp_path / "file").write_text("")
    assert store.compiled("二", 0).search("二")
    store.write()
    assert [one.name for one in tmp_path.iterdir()] == ["file"]


def lacking(name):
    raise ImportError(name)


def with_other_words(name):
    return Mock(wraps=importlib.import_module(name), CODESIZE=8)


OTHERS = {"no engine": lacking, "other words": with_other_words}


@pytest.mark.parametrize("other", OTHERS.values(), ids=OTHERS)
def test_another_python_compiles_as_always(tmp_path, monkeypatch, other):
    monkeypatch.setattr(patterns, "import_module", other)
    store = Store(tmp_path / "kept")
    assert store.compiled("三", 0) == re.compile("三")
    store.write()
    assert not list(tmp_path.iterdir())
