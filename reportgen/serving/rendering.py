"""From data to HTML: the template engine escapes all words, and fails on a name that it does not know."""

from __future__ import annotations

from importlib import resources
from typing import TYPE_CHECKING, Any

from jinja2 import Environment, PackageLoader, StrictUndefined
from starlette.responses import HTMLResponse, Response

from reportgen.serving.limits import UPLOAD, megabytes

if TYPE_CHECKING:
    from starlette.requests import Request

_PAGES = Environment(
    loader=PackageLoader("reportgen.serving", "pages"),
    autoescape=True,
    undefined=StrictUndefined,
    trim_blocks=True,
    lstrip_blocks=True,
)
_KINDS = {
    "css": "text/css; charset=utf-8",
    "js": "text/javascript; charset=utf-8",
    "svg": "image/svg+xml",
    "txt": "text/plain; charset=utf-8",
}
_PROMISE = "稿子不会离开这台电脑；关掉程序就不留痕迹，除非你按“保存”"
_PROMISE_SHARED = "稿子只放在运行本程序的那台机器上，清掉或关掉程序就不留痕迹，除非你按“保存”"


def page(request: Request, name: str, /, *, status: int = 200, **values: Any) -> HTMLResponse:  # noqa: ANN401
    """Return a page or a part of one."""
    is_shared = request.app.state.desk.is_shared
    known = {
        "step": 0,
        "links": None,
        "message": "",
        "fault": "",
        "most": UPLOAD,
        "most_mb": megabytes(UPLOAD),
        "place": "只在这台服务器上运行" if is_shared else "只在本机运行，不联网",
        "promise": _PROMISE_SHARED if is_shared else _PROMISE,
    }
    return HTMLResponse(_PAGES.get_template(name).render({**known, **values}), status)


async def static(request: Request) -> Response:
    """Give a file of the page itself: one of those that lie there, and no path."""
    files = {one.name: one for one in (resources.files("reportgen.serving") / "static").iterdir()}
    name = request.path_params["name"]
    if name not in files:
        return Response(status_code=404)
    kind = _KINDS.get(name.rpartition(".")[2], "application/octet-stream")
    return Response(files[name].read_bytes(), media_type=kind, headers={"cache-control": "max-age=3600"})
