"""What a shipped template is taken apart into is kept, and read again where template or code have changed."""

import marshal
import shutil
from pathlib import Path

import pytest

from everylayout import every_layout
from reportgen.rendering.pptx import keeping, open_deck, render_deck, template
from reportgen.rendering.pptx.keeping import Store
from reportgen.themes import shipped, standard

DECK = standard().template("deck.pptx")
pytestmark = pytest.mark.usefixtures("folder")
FILES = [path for theme in shipped() for path in sorted(theme.folder.glob("*.pptx"))]


@pytest.fixture
def folder(tmp_path, monkeypatch):
    """An empty folder in the place of the one of Python's byte code, in which may be written."""
    folder = tmp_path / "__pycache__"
    monkeypatch.setattr(template, "kept_here", lambda: Store(folder))
    monkeypatch.setattr(template, "may_keep", lambda: True)
    template._kept.cache_clear()
    yield folder
    template._kept.cache_clear()


@pytest.fixture
def own(tmp_path, monkeypatch):
    """The standard template in a folder of shipped themes, where somebody may change it."""
    home = tmp_path / "templates"
    shutil.copytree(standard().folder, home / "red")
    monkeypatch.setattr("reportgen.themes._home", lambda: home)
    return home / "red" / "deck.pptx"


def opened(path):
    """The template as another process would open it."""
    template._kept.cache_clear()
    return open_deck(path)


def taken_apart(monkeypatch):
    """The templates that are taken apart from now on."""
    found, doing = [], template._taken_apart
    monkeypatch.setattr(
        template, "_taken_apart", lambda path, *read: found.append(path) or doing(path, *read)
    )
    return found


@pytest.mark.parametrize("path", FILES, ids=lambda path: f"{path.parent.name}-{path.stem}")
def test_what_was_kept_gives_the_same_deck(path, monkeypatch):
    first = opened(path)
    done = taken_apart(monkeypatch)
    again = opened(path)
    assert done == []
    assert again == first
    assert render_deck(every_layout(), again) == render_deck(every_layout(), first)


def test_a_template_that_was_changed_is_taken_apart_again(own, monkeypatch):
    opened(own)
    done = taken_apart(monkeypatch)
    assert opened(own).layouts.width == 960
    assert done == []
    shutil.copy(own.with_name("deck-4x3.pptx"), own)
    assert opened(own).layouts.width == 720
    assert done == [own]
    assert opened(own).layouts.width == 720
    assert done == [own]


def test_a_template_is_taken_apart_again_by_other_code(monkeypatch):
    opened(DECK)
    done = taken_apart(monkeypatch)
    monkeypatch.setattr(keeping, "_readers", lambda: b"other")
    opened(DECK)
    assert done == [DECK]


@pytest.mark.parametrize("left", [b"", b"nothing", marshal.dumps(1), marshal.dumps((b"", ())), None])
def test_what_is_cut_short_is_made_again(left, folder, monkeypatch):
    first = opened(DECK)
    (kept,) = folder.iterdir()
    kept.write_bytes(kept.read_bytes()[:-100] if left is None else left)
    done = taken_apart(monkeypatch)
    assert opened(DECK) == first
    assert done == [DECK]
    opened(DECK)
    assert done == [DECK]


def test_where_nothing_can_be_written_nothing_is_kept(folder):
    folder.write_text("a file where the folder would be")
    assert opened(DECK) == opened(DECK)
    assert folder.read_text() == "a file where the folder would be"


def test_where_python_keeps_nothing_neither_do_we(folder, monkeypatch):
    monkeypatch.setattr(template, "may_keep", lambda: False)
    opened(DECK)
    assert not folder.exists()


def test_nothing_is_kept_of_a_template_of_ones_own(folder, tmp_path):
    opened(Path(shutil.copy(DECK, tmp_path)))
    assert not folder.exists()


def test_all_templates_are_kept_when_asked_for(folder, monkeypatch):
    template.keep_shipped()
    done = taken_apart(monkeypatch)
    assert len([opened(path) for path in FILES]) == 6
    assert done == []
    assert len(list(folder.iterdir())) == 6
