"""定内容: what was understood is shown, and each change makes a new brief."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from starlette.responses import JSONResponse, RedirectResponse, Response

from reportgen.errors import ReportgenError
from reportgen.planning.length import DEGREES
from reportgen.serving.desk import desk_of, draft_of
from reportgen.serving.guarding import PICTURE_POLICY
from reportgen.serving.naming import own_name
from reportgen.serving.receiving import fields, save
from reportgen.serving.rendering import page
from reportgen.themes import shipped

if TYPE_CHECKING:
    from starlette.requests import Request

    from reportgen.serving.drafts import Draft

_THEMES = {"red": "红", "blue": "蓝", "plain": "素"}
"""What people call the themes that we ship; another goes by its own name."""
_ELSEWHERE = "这份稿子在别的窗口里改过，现在显示的是最新的；刚才这一步没有做，请再做一次"


async def show(request: Request) -> Response:
    """Show the second step, or only what has changed where the page itself asks."""
    draft = draft_of(request)
    if not draft.states:
        return RedirectResponse(f"/w/{draft.id}", 303)
    is_whole = not request.headers.get("hx-request") or bool(
        request.headers.get("hx-history-restore-request")
    )
    return await _shown(request, draft, request.query_params.get("part", ""), is_whole=is_whole)


async def change(request: Request) -> Response:
    """Change the brief, and show it."""
    draft, form = draft_of(request), await fields(request)
    part, message = form.get("part", ""), ""
    async with draft.lock:
        if form.get("revision") != str(draft.revision):
            message = _ELSEWHERE
        else:
            try:
                record = await desk_of(request).ask(draft, "edit", change=form)
                draft.change(record["brief"])
                part = record["part"]
            except ReportgenError as fault:
                message = str(fault)
    return await _shown(request, draft, part, message)


async def undo(request: Request) -> Response:
    """Take the last change back."""
    draft = draft_of(request)
    async with draft.lock:
        draft.undo()
    return await _shown(request, draft, _part(request))


async def redo(request: Request) -> Response:
    """Make again what was taken back."""
    draft = draft_of(request)
    async with draft.lock:
        draft.redo()
    return await _shown(request, draft, _part(request))


async def choice(request: Request) -> Response:
    """Take another length or look."""
    draft, form = draft_of(request), await fields(request)
    async with draft.lock:
        length, theme_ = form.get("length", ""), form.get("theme", "")
        known = {one.name for one in shipped()} | ({"own"} if draft.choice.own else set())
        if length in DEGREES and theme_ in known:
            draft.choice.length, draft.choice.theme = length, theme_
            draft.renew()
    return await _shown(request, draft, form.get("part", ""))


async def theme(request: Request) -> Response:
    """Take a template of the user's own, if it can be used."""
    desk, draft = desk_of(request), draft_of(request)
    name = own_name(request.query_params.get("name", ""), "模板.pptx")
    async with draft.lock:
        path = draft.folder / name
        if name in {"stage", "speech"} or path.suffix.lower() not in {".pptx", ".potx"}:
            return JSONResponse({"error": f"{name}：请选 .pptx 或 .potx 模板"}, 400)
        path.unlink(missing_ok=True)
        await save(request, path)
        before = draft.choice.own, draft.choice.theme
        draft.choice.own, draft.choice.theme = name, "own"
        try:
            await desk.ask(draft, "theme")
        except ReportgenError as fault:
            draft.choice.own, draft.choice.theme = ("", "red") if before[0] == name else before
            return JSONResponse({"error": str(fault)}, 400)
        draft.renew()
    return JSONResponse({"location": f"/w/{draft.id}/content"}, 201)


async def slide(request: Request) -> Response:
    """Give a slide, drawn from the plan."""
    draft, given = draft_of(request), request.path_params
    if given["revision"] != draft.revision:
        return Response(status_code=410)  # the page that asks is being replaced
    drawn = await desk_of(request).pictures(draft)
    if not 0 <= given["number"] < len(drawn):
        return Response(status_code=404)
    headers = {"content-security-policy": PICTURE_POLICY, "cache-control": "private, max-age=3600"}
    return Response(drawn[given["number"]], media_type="image/svg+xml", headers=headers)


def _part(request: Request) -> str:
    """The part that the page shows, from the address that it says it is at."""
    from urllib.parse import parse_qs, urlsplit

    query = urlsplit(request.headers.get("hx-current-url", "")).query
    return parse_qs(query).get("part", [""])[0]


async def _shown(
    request: Request, draft: Draft, part: str, message: str = "", *, is_whole: bool = False
) -> Response:
    desk = desk_of(request)
    view: dict[str, Any] = await desk.ask(draft, "look", part=part)
    desk.prepare(draft)
    values: dict[str, Any] = {
        "draft": draft,
        "view": view,
        "message": message,
        "lengths": list(DEGREES),
        "themes": [(one.name, _THEMES.get(one.name, one.name)) for one in _ordered()],
        "step": 2,
        "links": ["/", "", f"/w/{draft.id}/files"],
    }
    if is_whole:
        return page(request, "content.html", **values)
    response = page(request, "work.html", **values)
    if request.method == "POST":
        response.headers["hx-replace-url"] = f"/w/{draft.id}/content?part={view['chosen']}"
    return response


def _ordered() -> list[Any]:
    known = list(_THEMES)
    return sorted(shipped(), key=lambda one: known.index(one.name) if one.name in known else len(known))
