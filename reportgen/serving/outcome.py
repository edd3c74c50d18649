"""取成品: the files as `build` makes them of the brief, their pictures, and what is amiss in one."""

from __future__ import annotations

import io
import secrets
import zipfile
from pathlib import Path
from typing import TYPE_CHECKING, Any
from urllib.parse import quote

from starlette.responses import FileResponse, JSONResponse, RedirectResponse, Response

from reportgen.errors import ReportgenError
from reportgen.serving.desk import desk_of, draft_of
from reportgen.serving.limits import PICTURE
from reportgen.serving.naming import own_name
from reportgen.serving.receiving import save
from reportgen.serving.rendering import page

if TYPE_CHECKING:
    from starlette.requests import Request

    from reportgen.serving.drafts import Draft

_BINARY = "application/octet-stream"


async def proof(request: Request) -> Response:
    """Say in one line what the comparison of the files with the speech has found."""
    draft = draft_of(request)
    if request.query_params.get("revision") != str(draft.revision):
        return Response(status_code=204)
    try:
        made = await desk_of(request).made(draft)
    except ReportgenError as fault:
        return page(request, "proof.html", fault=str(fault))
    return page(request, "proof.html", made=made)


async def files(request: Request) -> Response:
    """Show the third step."""
    draft = draft_of(request)
    if not draft.states:
        return RedirectResponse(f"/w/{draft.id}", 303)
    desk = desk_of(request)
    values: dict[str, Any] = {
        "draft": draft,
        "step": 3,
        "links": ["/", f"/w/{draft.id}/content", ""],
        "made": None,
        "slides": [],
    }
    try:
        values["made"] = await desk.made(draft, anyway=draft.kept.get("anyway", False))
        values["slides"] = (await desk.ask(draft, "look"))["slides"]
    except ReportgenError as fault:
        values["fault"] = str(fault)
    return page(request, "files.html", **values)


async def anyway(request: Request) -> Response:
    """Make the files although they differ from the speech, as ``--anyway`` does."""
    draft = draft_of(request)
    draft.kept["anyway"] = True
    return RedirectResponse(f"/w/{draft.id}/files", 303)


async def _made(request: Request, draft: Draft) -> dict[str, Any]:
    return await desk_of(request).made(draft, anyway=draft.kept.get("anyway", False))


async def download(request: Request) -> Response:
    """Give a file, as an attachment."""
    draft, given = draft_of(request), request.path_params
    made = await _made(request, draft)
    if given["revision"] != draft.revision or not 0 <= given["number"] < len(made["files"]):
        return RedirectResponse(f"/w/{draft.id}/files", 303)
    name = made["files"][given["number"]]["name"]
    return FileResponse(made["folder"] / name, media_type=_BINARY, headers=attached(name))


async def everything(request: Request) -> Response:
    """Give all files and the brief in one archive."""
    draft = draft_of(request)
    made = await _made(request, draft)
    held = io.BytesIO()
    with zipfile.ZipFile(held, "w") as archive:
        for one in made["files"]:
            archive.writestr(_entry(one["name"]), (made["folder"] / one["name"]).read_bytes())
        archive.writestr(_entry(_brief_name(draft)), draft.brief.encode())
    return Response(held.getvalue(), media_type=_BINARY, headers=attached(f"{draft.stem}.zip"))


def _entry(name: str) -> zipfile.ZipInfo:
    """An entry of one date: the same files make the same archive."""
    return zipfile.ZipInfo(name, (2000, 1, 1, 0, 0, 0))


async def brief(request: Request) -> Response:
    """Give the brief, to go on later or elsewhere."""
    draft = draft_of(request)
    if not draft.states:
        return RedirectResponse(f"/w/{draft.id}", 303)
    return Response(draft.brief.encode(), media_type=_BINARY, headers=attached(_brief_name(draft)))


def _brief_name(draft: Draft) -> str:
    return f"{draft.stem.removesuffix('-摘要')}-摘要.yaml"


def attached(name: str) -> dict[str, str]:
    """Return the header of a download: no browser shows it as a page (RFC 6266)."""
    return {"content-disposition": f"attachment; filename*=UTF-8''{quote(name, safe='')}"}


async def pages(request: Request) -> Response:
    """Show a file page by page, as LibreOffice prints it; a line where there is none."""
    draft, desk = draft_of(request), desk_of(request)
    number = request.path_params["number"]
    made = await _made(request, draft)
    if not 0 <= number < len(made["files"]):
        return Response(status_code=404)
    one = made["files"][number]
    is_first = request.query_params.get("first") == "1"
    folder = made["folder"] / "pictures"
    folder.mkdir(exist_ok=True)
    more = {"file": str(made["folder"] / one["name"]), "folder": str(folder), "kind": one["kind"]}
    try:
        found = await desk.once(
            draft, f"pages-{number}", lambda: desk.ask(draft, "picture", seconds=PICTURE, **more)
        )
    except ReportgenError as fault:
        told = fault.hint if is_first and fault.hint else str(fault)
        return page(request, "pictures.html", fault=told or str(fault))
    count = min(found["pages"], 1) if is_first else found["pages"]
    values = {"draft": draft, "number": number, "count": count, "title": one["title"], "first": is_first}
    return page(request, "pictures.html", **values)


async def picture(request: Request) -> Response:
    """Give the picture of a page."""
    draft, given = draft_of(request), request.path_params
    made = await _made(request, draft)
    if given["revision"] != draft.revision or not 0 <= given["number"] < len(made["files"]):
        return Response(status_code=404)
    path: Path = made["folder"] / "pictures" / f"{made['files'][given['number']]['kind']}-{given['page']}.png"
    return FileResponse(path, media_type="image/png") if path.is_file() else Response(status_code=404)


async def verify(request: Request) -> Response:
    """Compare a file that somebody has edited with the brief."""
    desk, draft = desk_of(request), draft_of(request)
    name = own_name(request.query_params.get("name", ""), "文件.docx")
    folder = draft.folder / f"verify-{secrets.token_hex(8)}"
    folder.mkdir(mode=0o700)
    await save(request, folder / name)
    more = {"file": str(folder / name), "path": str(folder / "摘要.yaml")}
    try:
        found = await desk.ask(draft, "verify", seconds=PICTURE, **more)
    except ReportgenError as fault:
        return JSONResponse({"error": str(fault)}, 400)
    return page(request, "found.html", file=name, **found)
