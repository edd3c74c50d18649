"""The drafts that people work on: in memory, each with a private folder that goes with it."""

from __future__ import annotations

import asyncio
import secrets
import shutil
import tempfile
import time
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

from reportgen.errors import UsageError

Plain = dict[str, Any]
MOST_STEPS = 100
"""Changes that can be taken back."""
IDLE = 12 * 3600.0
"""Seconds after which a draft that nobody has touched goes: a lunch and a long meeting are shorter."""
_MOST_OF_ONE, _MOST = 12, 400
"""Drafts of one browser, and of all."""


@dataclass(slots=True)
class Choice:
    """How much is said and in which look; `theme` is a name of ours, or the file of an own template."""

    length: str = "标准"
    theme: str = "red"
    own: str = ""

    def options(self, folder: Path) -> Plain:
        """Return what the tasks take."""
        theme = str(folder / self.own) if self.theme == "own" and self.own else self.theme
        return {"length": self.length, "theme": theme}


@dataclass(slots=True)
class Draft:
    """A speech that somebody works on.

    `states` are its briefs, the last is what is shown; `undone` those that were taken back. `revision` grows
    with every change, so that a page that shows an older one is told. `stage` says what is being done at the
    moment, `fault` why the speech could not be read.
    """

    id: str
    owner: str
    folder: Path
    name: str
    states: list[str] = field(default_factory=list)
    undone: list[str] = field(default_factory=list)
    choice: Choice = field(default_factory=Choice)
    revision: int = 0
    fault: str = ""
    busy: asyncio.Task[None] | None = None
    touched: float = field(default_factory=time.monotonic)
    lock: asyncio.Lock = field(default_factory=asyncio.Lock)
    kept: dict[str, Any] = field(default_factory=dict)

    @property
    def brief(self) -> str:
        """The brief as it is now."""
        return self.states[-1]

    @property
    def stem(self) -> str:
        """What the files of this draft are called."""
        return Path(self.name).stem

    @property
    def stage_file(self) -> Path:
        """The file in which the work tells what it is doing."""
        return self.folder / "stage"

    def stage(self) -> str:
        """Return what is being done."""
        try:
            return self.stage_file.read_text("utf-8")
        except (OSError, UnicodeDecodeError):
            return ""  # between one stage and the next

    def given(self, **more: Any) -> Plain:  # noqa: ANN401  plain data
        """Return what a task of this draft needs."""
        return {"name": self.name, "brief": self.brief, **self.choice.options(self.folder), **more}

    def change(self, brief: str) -> None:
        """Take a changed brief."""
        if brief != self.brief:
            self.states = [*self.states, brief][-MOST_STEPS:]
            self.undone.clear()
            self.renew()

    def undo(self) -> bool:
        """Take the last change back; False where there is none."""
        if len(self.states) < 2:  # noqa: PLR2004  the first is what was read
            return False
        self.undone.append(self.states.pop())
        self.renew()
        return True

    def redo(self) -> bool:
        """Make again what was taken back; False where there is nothing."""
        if not self.undone:
            return False
        self.states.append(self.undone.pop())
        self.renew()
        return True

    def renew(self) -> None:
        """Forget what was made of an earlier state."""
        self.revision += 1
        self.kept.clear()


class Drafts:
    """All drafts there are, in one private folder that goes at the end."""

    def __init__(self) -> None:
        """Make the folder, which nobody else on this machine may open."""
        self.folder = Path(tempfile.mkdtemp(prefix="reportgen-page-"))
        self._held: dict[str, Draft] = {}

    def new(self, owner: str, name: str) -> Draft:
        """Begin a draft; the oldest ones of the same browser make room.

        Raises:
            UsageError: there are too many of all together.
        """
        self._sweep()
        own = sorted((one for one in self._held.values() if one.owner == owner), key=lambda one: one.touched)
        for one in own[: max(len(own) - _MOST_OF_ONE + 1, 0)]:
            self.drop(one)
        if len(self._held) >= _MOST:
            raise UsageError("同时打开的稿子太多", hint="请过一会儿再试")
        key = secrets.token_urlsafe(12)
        folder = self.folder / key
        folder.mkdir(mode=0o700)
        draft = self._held[key] = Draft(key, owner, folder, name)
        return draft

    def get(self, owner: str, key: str) -> Draft | None:
        """Return a draft of somebody's own."""
        draft = self._held.get(key)
        if draft is None or draft.owner != owner:
            return None
        draft.touched = time.monotonic()
        return draft

    def drop(self, draft: Draft) -> None:
        """Throw a draft away, with all that lies in its folder."""
        if draft.busy:
            draft.busy.cancel()
        self._held.pop(draft.id, None)
        shutil.rmtree(draft.folder, ignore_errors=True)

    def _sweep(self) -> None:
        now = time.monotonic()
        for one in [one for one in self._held.values() if now - one.touched > IDLE]:
            self.drop(one)

    def close(self) -> None:
        """Throw everything away."""
        shutil.rmtree(self.folder, ignore_errors=True)
        self._held.clear()
