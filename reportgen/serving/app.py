"""The routes of the page: from a request to a draft, and from a draft to what the browser shows."""

from __future__ import annotations

from contextlib import asynccontextmanager
from typing import TYPE_CHECKING

from starlette.applications import Starlette
from starlette.requests import Request
from starlette.responses import Response
from starlette.routing import Route

from reportgen.errors import ReportgenError, as_error
from reportgen.serving import content, outcome, starting
from reportgen.serving.desk import Desk, NoDraftError
from reportgen.serving.guarding import Guard
from reportgen.serving.rendering import page, static

if TYPE_CHECKING:
    from collections.abc import AsyncIterator

    from starlette.types import ASGIApp

    from reportgen.serving.guarding import Gate


def application(gate: Gate, desk: Desk) -> ASGIApp:
    """Return the page as an ASGI application.

    Args:
        gate: who may come in.
        desk: drafts and workers; closed when the server ends.
    """

    @asynccontextmanager
    async def lifespan(_app: Starlette) -> AsyncIterator[None]:
        desk.begin()
        try:
            yield
        finally:
            desk.close()

    routes = [
        Route("/", starting.start),
        Route("/static/{name}", static),
        Route("/drafts", starting.upload, methods=["POST"]),
        Route("/sample", starting.sample, methods=["POST"]),
        Route("/w/{draft}", starting.opened),
        Route("/w/{draft}/events", starting.events),
        Route("/w/{draft}/close", starting.close, methods=["POST"]),
        Route("/w/{draft}/content", content.show),
        Route("/w/{draft}/change", content.change, methods=["POST"]),
        Route("/w/{draft}/undo", content.undo, methods=["POST"]),
        Route("/w/{draft}/redo", content.redo, methods=["POST"]),
        Route("/w/{draft}/choice", content.choice, methods=["POST"]),
        Route("/w/{draft}/theme", content.theme, methods=["POST"]),
        Route("/w/{draft}/slides/{revision:int}/{number:int}.svg", content.slide),
        Route("/w/{draft}/proof", outcome.proof),
        Route("/w/{draft}/files", outcome.files),
        Route("/w/{draft}/anyway", outcome.anyway, methods=["POST"]),
        Route("/w/{draft}/files/{revision:int}/{number:int}", outcome.download),
        Route("/w/{draft}/all.zip", outcome.everything),
        Route("/w/{draft}/brief.yaml", outcome.brief),
        Route("/w/{draft}/pages/{number:int}", outcome.pages),
        Route("/w/{draft}/pages/{number:int}/{revision:int}/{page:int}.png", outcome.picture),
        Route("/w/{draft}/verify", outcome.verify, methods=["POST"]),
    ]
    app = Starlette(
        routes=routes,
        lifespan=lifespan,
        exception_handlers={
            NoDraftError: _no_draft,
            ReportgenError: _failed,
            404: _nothing,
            500: _fault_of_ours,
        },
    )
    app.state.desk = desk
    return Guard(app, gate)


async def _no_draft(request: Request, _fault: Exception) -> Response:
    text = "它可能已经清掉，或程序重新启动过。请再放一次稿子；保存过摘要稿的，拖进来就能接着做。"
    if request.headers.get("hx-request"):
        return Response(status_code=204, headers={"hx-redirect": "/"})
    return page(request, "message.html", status=404, heading="这份稿子不在了", text=text)


async def _failed(request: Request, fault: Exception) -> Response:
    return page(request, "message.html", status=500, heading="没有做成", text=str(fault))


async def _fault_of_ours(request: Request, fault: Exception) -> Response:
    return page(request, "message.html", status=500, heading="没有做成", text=str(as_error(fault)))


async def _nothing(request: Request, _fault: Exception) -> Response:
    return page(request, "message.html", status=404, heading="没有这一页", text="请检查网址。")
