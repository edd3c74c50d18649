"""What every request has to pass before anything else sees it. SECURITY.md says what is kept from whom.

Host: another name that leads here (DNS rebinding) is refused. Origin: a page elsewhere can send nothing.
Token: the first address has it once; afterwards a cookie of this server's own, that no page elsewhere sends.
Size and time: of what is sent.
"""

from __future__ import annotations

import asyncio
import hmac
import ipaddress
import secrets
from dataclasses import dataclass, field
from typing import TYPE_CHECKING
from urllib.parse import parse_qs

from starlette.datastructures import Headers, MutableHeaders
from starlette.exceptions import HTTPException
from starlette.requests import cookie_parser
from starlette.responses import HTMLResponse, PlainTextResponse, Response

from reportgen.serving.limits import FORM, IDLE, RECEIVE, UPLOAD, megabytes

if TYPE_CHECKING:
    from starlette.types import ASGIApp, Message, Receive, Scope, Send

_POLICY = (
    "default-src 'none'; script-src 'self'; style-src 'self'; img-src 'self'; connect-src 'self'; "
    "form-action 'self'; base-uri 'none'; frame-ancestors 'none'"
)
PICTURE_POLICY = "default-src 'none'; style-src 'unsafe-inline'; img-src data:; sandbox"
"""Of a slide drawn as SVG, should somebody open it by itself: nothing in it may run or load."""
_HEADERS = {
    "content-security-policy": _POLICY,
    "x-content-type-options": "nosniff",
    "referrer-policy": "no-referrer",
    "cross-origin-opener-policy": "same-origin",
    "cross-origin-resource-policy": "same-origin",
    "x-frame-options": "DENY",
    "permissions-policy": "camera=(), microphone=(), geolocation=()",
}
_SAFE = frozenset({"GET", "HEAD"})
_MOST_BROWSERS = 500
_ENTERED = """<!doctype html><html lang="zh-CN"><meta charset="utf-8"><title>reportgen</title>
<meta http-equiv="refresh" content="0; url=/"><p><a href="/">打开 reportgen</a></p>"""
_STRANGER = """<!doctype html><html lang="zh-CN"><meta charset="utf-8"><title>reportgen</title>
<h1>请从程序给出的地址进入</h1><p>运行 reportgen serve 的窗口里有一行网址，请照样打开它。</p>"""


@dataclass(slots=True)
class Gate:
    """Who may come in: the names that this server goes by, its token, the browsers that have shown it.

    `any_address` also takes addresses in numbers (no name can lead to them by a trick), for a server that
    listens on all of a machine's.
    """

    port: int
    token: str
    names: frozenset[str]
    any_address: bool = False
    browsers: dict[str, None] = field(default_factory=dict)

    @property
    def cookie(self) -> str:
        """The name of the cookie; browsers keep ports of one host together."""
        return f"reportgen-{self.port}"

    def is_host(self, host: str) -> bool:
        """Whether a `Host` is this server."""
        name, _, port = host.rpartition(":") if not host.endswith("]") and ":" in host else (host, "", "80")
        if port != str(self.port):
            return False
        return name.lower() in self.names or (self.any_address and _is_address(name))

    def admitted(self) -> str:
        """Return the secret of one more browser; the oldest makes room."""
        while len(self.browsers) >= _MOST_BROWSERS:
            del self.browsers[next(iter(self.browsers))]
        secret = secrets.token_urlsafe(32)
        self.browsers[secret] = None
        return secret

    def opens(self, token: str) -> bool:
        """Whether a token is the one; how long that takes tells nothing."""
        return hmac.compare_digest(token.encode(), self.token.encode())


def _is_address(name: str) -> bool:
    try:
        ipaddress.ip_address(name.strip("[]"))
    except ValueError:
        return False
    return True


class Guard:
    """The first to see a request."""

    def __init__(self, app: ASGIApp, gate: Gate) -> None:
        """Stand in front of `app`."""
        self._app, self._gate = app, gate

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        """Let a request through, or answer it."""
        if scope["type"] == "lifespan":
            await self._app(scope, receive, send)
            return
        if scope["type"] != "http":
            return  # nothing here speaks anything else
        send = _with_headers(send)
        refused = self._refused(scope)
        if refused is not None:
            await refused(scope, receive, send)
            return
        await self._app(scope, _limited(receive, _limit(scope)), send)

    def _refused(self, scope: Scope) -> Response | None:
        """The answer to a request that may not come in; None for one that may."""
        return self._elsewhere(scope) or self._unknown(scope) or _oversized(scope)

    def _elsewhere(self, scope: Scope) -> Response | None:
        """The answer to a request that another page has made, or that took us for somebody else."""
        headers, gate = Headers(scope=scope), self._gate
        if not gate.is_host(headers.get("host", "")):
            return PlainTextResponse("不认识这个主机名", 421)
        is_safe = scope["method"] in _SAFE
        own = f"{scope['scheme']}://{headers['host']}"
        origin = headers.get("origin")
        if (origin is not None and origin != own) or (origin is None and not is_safe):
            return PlainTextResponse("不接受别的网页发来的请求", 403)
        if headers.get("sec-fetch-site") in {"cross-site", "same-site"} and not _token(scope):
            return PlainTextResponse("不接受别的网页发来的请求", 403)
        return None

    def _unknown(self, scope: Scope) -> Response | None:
        """The answer to a browser that shows the token, or that never did."""
        if token := _token(scope):
            return self._entered(scope, token)
        secret = cookie_parser(Headers(scope=scope).get("cookie", "")).get(self._gate.cookie, "")
        if secret not in self._gate.browsers:
            return HTMLResponse(_STRANGER, 403)
        scope.setdefault("state", {})["owner"] = secret
        return None

    def _entered(self, scope: Scope, token: str) -> Response:
        gate = self._gate
        if not gate.opens(token):
            return HTMLResponse(_STRANGER, 403)
        response = HTMLResponse(_ENTERED)
        known = cookie_parser(Headers(scope=scope).get("cookie", "")).get(gate.cookie, "")
        if known not in gate.browsers:
            response.set_cookie(gate.cookie, gate.admitted(), httponly=True, samesite="strict", path="/")
        return response


def _token(scope: Scope) -> str:
    """The token that the first address has; none stands in any other."""
    if scope["path"] != "/" or scope["method"] not in _SAFE:
        return ""
    query: bytes = scope["query_string"]
    return parse_qs(query.decode("latin-1")).get("token", [""])[0]


def _limit(scope: Scope) -> int:
    return UPLOAD if scope["path"].endswith(_UPLOADS) else FORM


def _oversized(scope: Scope) -> Response | None:
    """The answer to a request that says itself that it is too large."""
    length = Headers(scope=scope).get("content-length", "0")
    if length.isdecimal() and int(length) <= _limit(scope):
        return None
    return PlainTextResponse(_too_large(_limit(scope)), 413)


def _too_large(most: int) -> str:
    return f"超过 {megabytes(most)} MB，没有收下"


_UPLOADS = ("/drafts", "/verify", "/theme")
"""The ends of paths that files may be sent to; all else is the fields of a form."""


def _limited(receive: Receive, most: int) -> Receive:
    """Give no more than `most` bytes, none after a silence, and all within a time."""
    received, until = 0, asyncio.get_running_loop().time() + RECEIVE
    complete = False

    async def limited() -> Message:
        nonlocal received, complete
        if complete:
            return await receive()  # what comes now is that the browser has gone
        left = until - asyncio.get_running_loop().time()
        try:
            message = await asyncio.wait_for(receive(), max(min(left, IDLE), 0.01))
        except TimeoutError:
            raise HTTPException(408, "传得太慢，没有收下，请再试一次") from None
        received += len(message.get("body", b""))
        if received > most:
            raise HTTPException(413, _too_large(most))
        complete = not message.get("more_body", False)
        return message

    return limited


def _with_headers(send: Send) -> Send:
    async def with_headers(message: Message) -> None:
        if message["type"] == "http.response.start":
            headers = MutableHeaders(scope=message)
            for name, value in _HEADERS.items():
                headers.setdefault(name, value)
            headers.setdefault("cache-control", "no-store")
        await send(message)

    return with_headers
