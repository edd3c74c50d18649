"""Whatever is built, edited, taken away or renamed in a folder, no word that somebody wrote is ever lost."""

import os
import re
import shutil
import tempfile
from pathlib import Path

from hypothesis import settings
from hypothesis import strategies as st
from hypothesis.stateful import RuleBasedStateMachine, initialize, invariant, rule

from reportgen.writing import write_all

SPEECHES = ("甲", "乙")
SUFFIXES = ("-要点.docx", "-落实清单.xlsx")
NAMES = tuple(f"{speech}{suffix}" for speech in SPEECHES for suffix in SUFFIXES)
ASIDE = re.compile(r"\.手改-\d{8}-\d{4}(?:-\d+)?(?=\.)")


class Folder(RuleBasedStateMachine):
    """A folder, and what ought to be in it: what we wrote last, and everything that somebody typed."""

    @initialize()
    def begin(self):
        self.folder = Path(tempfile.mkdtemp())
        self.ours: dict[str, bytes] = {}
        self.typed: set[bytes] = set()
        self.count = 0

    def teardown(self):
        shutil.rmtree(self.folder)

    def next(self, word):
        self.count += 1
        return f"{word} {self.count}".encode()

    @rule(speech=st.sampled_from(SPEECHES), same=st.booleans())
    def build(self, speech, same):
        """Build a speech, changed since or not: every file is as written, an edited one stands aside."""
        names = [f"{speech}{suffix}" for suffix in SUFFIXES]
        files = {name: self.ours[name] if same and name in self.ours else self.next("ours") for name in names}
        before = {name: self.content(name) for name in names}
        for one in write_all(self.folder, files):
            there, last = before[one.path.name], self.ours.get(one.path.name)
            edited = there is not None and there not in {last, files[one.path.name]}
            assert bool(one.set_aside) == edited
            if one.set_aside:
                assert one.set_aside.read_bytes() == there
        self.ours |= files

    @rule(name=st.sampled_from(NAMES))
    def edit(self, name):
        """Somebody types into a file, or saves one of that name."""
        self.take_away(name)
        words = self.next("typed")
        (self.folder / name).write_bytes(words)
        self.typed.add(words)

    @rule(name=st.sampled_from(NAMES))
    def edit_back(self, name):
        """Somebody undoes what was typed, on purpose: then it is not to be kept."""
        if name in self.ours and self.content(name) in self.typed:
            self.take_away(name)
            (self.folder / name).write_bytes(self.ours[name])

    @rule(name=st.sampled_from(NAMES))
    def delete(self, name):
        """Somebody deletes a file, and wants it gone."""
        self.take_away(name)

    def take_away(self, name):
        self.typed.discard(self.content(name))
        (self.folder / name).unlink(missing_ok=True)

    @rule()
    def lose_record(self):
        """A record that is gone makes every file one of unknown origin."""
        (self.folder / ".reportgen.json").unlink(missing_ok=True)
        self.typed |= {data for name in NAMES if (data := self.content(name))}
        self.ours = {}

    @rule()
    def read_only(self):
        """A file that may only be read is replaced all the same: it is the folder that is written into."""
        for path in self.folder.iterdir():
            path.chmod(0o444)

    def content(self, name):
        path = self.folder / name
        return path.read_bytes() if path.exists() else None

    @invariant()
    def nothing_typed_is_lost(self):
        there = {path.read_bytes() for path in getattr(self, "folder", Path(os.devnull)).glob("*")}
        assert getattr(self, "typed", set()) <= there

    @invariant()
    def nothing_of_ours_is_left_over(self):
        names = {path.name for path in getattr(self, "folder", Path(os.devnull)).glob("*")}
        assert {ASIDE.sub("", name) for name in names} <= {*NAMES, ".reportgen.json"}


Folder.TestCase.settings = settings(max_examples=40, stateful_step_count=20, deadline=None)
TestFolder = Folder.TestCase
