"""What all requests share: the drafts, and the processes that work on them."""

from __future__ import annotations

import asyncio
from contextlib import suppress
from dataclasses import dataclass, field
from typing import TYPE_CHECKING, Any

from reportgen.serving.drafts import Draft, Drafts
from reportgen.serving.limits import EDIT, MAKE, MEMORY, OPEN
from reportgen.serving.tasks import work
from reportgen.serving.workers import Workers

if TYPE_CHECKING:
    from collections.abc import Callable, Coroutine

    from starlette.requests import Request

Plain = dict[str, Any]


_AT_HAND = frozenset({"edit", "look", "draw"})
"""Tasks that somebody waits for, which are quick where the brief has been read already."""


class NoDraftError(Exception):
    """There is no such draft, or it is another browser's."""


@dataclass(slots=True)
class Desk:
    """Drafts and workers of a server.

    `is_shared` says that others than this machine's own user may come: what the page promises depends on it.
    """

    count: int = 2
    is_shared: bool = False
    drafts: Drafts = field(default_factory=Drafts)
    workers: Workers = field(init=False)
    _running: set[asyncio.Task[Any]] = field(default_factory=set)

    def begin(self) -> None:
        """Start the processes behind our back; who asks meanwhile waits for one."""
        self.workers = Workers(work, self.count, MEMORY)
        self.run(self.workers.warm())

    def close(self) -> None:
        """End the processes and throw all drafts away."""
        self.workers.close()
        self.drafts.close()

    def run(self, work_: Coroutine[Any, Any, Any]) -> asyncio.Task[Any]:
        """Run something in the background, and hold it until it is done."""
        task = asyncio.create_task(work_)
        self._running.add(task)
        task.add_done_callback(self._running.discard)
        return task

    def read(self, draft: Draft, path: str) -> None:
        """Read the speech of a draft in the background; `fault` or `states` tell what came of it."""

        async def reading() -> None:
            given = {"path": path, "name": draft.name, "stage": str(draft.stage_file)}
            try:
                record = await self.workers.do("open", given, seconds=OPEN, near=draft.id)
            except Exception as fault:  # noqa: BLE001  told on the page, whatever it is
                draft.fault = str(fault)
                return
            draft.states.append(record["brief"])

        draft.busy = self.run(reading())

    async def ask(self, draft: Draft, task: str, *, seconds: float = EDIT, **more: Any) -> Plain:  # noqa: ANN401
        """Return what a task makes of a draft as it is now.

        Raises:
            WorkError: it was not done.
        """
        near = draft.id if task in _AT_HAND else ""
        return await self.workers.do(task, draft.given(**more), seconds=seconds, near=near)

    async def pictures(self, draft: Draft) -> list[str]:
        """Return all slides of a draft as it is now; drawn once."""
        record: Plain = await self.once(draft, "pictures", lambda: self.ask(draft, "draw"))
        found: list[str] = record["pictures"]
        return found

    def prepare(self, draft: Draft) -> None:
        """Begin to draw the slides, as the page will ask for them in a moment."""

        async def drawing() -> None:
            with suppress(Exception):  # told where the pictures are asked for
                await self.pictures(draft)

        self.run(drawing())

    async def made(self, draft: Draft, *, anyway: bool = False) -> Plain:
        """Return the files of a draft as it is now; made once, in a folder of their own."""
        folder = draft.folder / f"files-{draft.revision}-{int(anyway)}"

        def make() -> Coroutine[Any, Any, Plain]:
            path = draft.folder / f"brief-{draft.revision}-{int(anyway)}.yaml"
            more = {"path": str(path), "folder": str(folder), "anyway": anyway}
            return self.ask(draft, "make", seconds=MAKE, **more)

        found: Plain = await self.once(draft, f"made-{int(anyway)}", make)
        return {**found, "folder": folder}

    async def once(self, draft: Draft, key: str, make: Callable[[], Coroutine[Any, Any, Plain]]) -> Any:  # noqa: ANN401
        """Return what has been asked for already of this state; who comes meanwhile waits for the same.

        Raises:
            WorkError: it was not done; the next one tries again.
        """
        if key not in draft.kept:
            draft.kept[key] = self.run(make())
        task = draft.kept[key]
        try:
            return await asyncio.shield(task)
        except Exception:
            if draft.kept.get(key) is task:
                del draft.kept[key]
            raise


def desk_of(request: Request) -> Desk:
    """Return the desk of the server that a request has come to."""
    desk: Desk = request.app.state.desk
    return desk


def draft_of(request: Request) -> Draft:
    """Return the draft that a request names.

    Raises:
        NoDraftError: there is none, or it is another browser's.
    """
    draft = desk_of(request).drafts.get(request.state.owner, request.path_params["draft"])
    if draft is None:
        raise NoDraftError
    return draft
