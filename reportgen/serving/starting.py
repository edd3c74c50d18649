"""放稿子: a speech comes, and is read behind a line that says how far it is."""

from __future__ import annotations

import asyncio
import json
from importlib import resources
from typing import TYPE_CHECKING

from starlette.responses import JSONResponse, RedirectResponse, Response, StreamingResponse

from reportgen.errors import ReportgenError
from reportgen.readers.formats import SUFFIXES
from reportgen.serving.desk import desk_of, draft_of
from reportgen.serving.naming import own_name
from reportgen.serving.receiving import save
from reportgen.serving.rendering import page

if TYPE_CHECKING:
    from collections.abc import AsyncIterator

    from starlette.requests import Request

    from reportgen.serving.drafts import Draft

SAMPLE = "示例发言.txt"
_PASTED = "粘贴的文字.txt"
_TICK = 0.1
"""Seconds between two looks at how far the work is."""
_QUIET = 5.0
"""Seconds without news after which a browser is told that we are still there."""


async def start(request: Request) -> Response:
    """Show the first step."""
    accept = ",".join(sorted({*SUFFIXES, ".yaml", ".yml"}))
    return page(request, "start.html", step=1, accept=accept)


async def upload(request: Request) -> Response:
    """Take a file, begin to read it, and say where the browser finds it."""
    desk = desk_of(request)
    name = own_name(request.query_params.get("name", ""), _PASTED)
    draft = desk.drafts.new(request.state.owner, name)
    try:
        folder = draft.folder / "speech"
        folder.mkdir(mode=0o700)
        size = await save(request, folder / name)
        if not size:
            desk.drafts.drop(draft)
            return JSONResponse({"error": f"{name}：文件是空的"}, 400)
    except BaseException:
        desk.drafts.drop(draft)
        raise
    desk.read(draft, str(folder / name))
    return JSONResponse({"location": f"/w/{draft.id}"}, 201)


async def sample(request: Request) -> Response:
    """Take the speech that comes along with the program."""
    desk = desk_of(request)
    draft = desk.drafts.new(request.state.owner, SAMPLE)
    folder = draft.folder / "speech"
    folder.mkdir(mode=0o700)
    text = (resources.files("reportgen.serving") / "sample" / SAMPLE).read_bytes()
    (folder / SAMPLE).write_bytes(text)
    desk.read(draft, str(folder / SAMPLE))
    return JSONResponse({"location": f"/w/{draft.id}"}, 201)


async def opened(request: Request) -> Response:
    """Lead to where a draft is: being read, not read for a reason, or ready."""
    draft = draft_of(request)
    if draft.states:
        return RedirectResponse(f"/w/{draft.id}/content", 303)
    return page(request, "reading.html", step=1, draft=draft)


async def events(request: Request) -> Response:
    """Say what is being done with a draft, as server-sent events, until it is read."""
    draft = draft_of(request)
    headers = {"cache-control": "no-store", "x-accel-buffering": "no"}
    return StreamingResponse(_told(request, draft), media_type="text/event-stream", headers=headers)


async def _told(request: Request, draft: Draft) -> AsyncIterator[str]:
    before, quiet = "", 0.0
    while not (draft.states or draft.fault):
        if await request.is_disconnected():
            return
        stage = draft.stage()
        if stage != before or quiet >= _QUIET:
            before, quiet = stage, 0.0
            yield f"event: stage\ndata: {json.dumps(stage, ensure_ascii=False)}\n\n"
        await asyncio.sleep(_TICK)
        quiet += _TICK
    yield "event: done\ndata: 1\n\n"


async def close(request: Request) -> Response:
    """Throw a draft away."""
    desk_of(request).drafts.drop(draft_of(request))
    return RedirectResponse("/", 303)


def told(fault: ReportgenError) -> Response:
    """Return a fault as the scripts of the page expect it."""
    return JSONResponse({"error": str(fault)}, 400)
