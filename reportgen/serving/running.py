"""Start the server, open the browser, end when asked to."""

from __future__ import annotations

import secrets
import socket
import threading
import webbrowser
from dataclasses import dataclass
from typing import TYPE_CHECKING

from reportgen.errors import SystemRefusalError, UsageError

if TYPE_CHECKING:
    from collections.abc import Callable

_LOOPBACK = frozenset({"127.0.0.1", "localhost", "::1", "[::1]"})
_EVERYWHERE = frozenset({"0.0.0.0", "::"})  # noqa: S104  named to be told apart
_SHORTEST = 12
"""Characters of a token that nobody guesses in a lifetime, at the pace of a network."""
_PORTS = 65535
INSTALL = "pip install 'reportgen[web]'"


@dataclass(frozen=True, slots=True)
class Address:
    """Where to listen, and what the first address must have."""

    host: str
    port: int
    token: str

    @property
    def is_shared(self) -> bool:
        """Whether others than this machine's own users can come."""
        return self.host not in _LOOPBACK


def chosen_address(host: str, port: int, token: str | None) -> Address:
    """Return where to listen.

    Args:
        host: a name or an address of this machine.
        port: 0 for any that is free.
        token: what the first address must have; one is made up where none is given.

    Raises:
        UsageError: others could come in without a token, or the token is too short.
    """
    if host not in _LOOPBACK and not token:
        hint = f"请加 --token，至少 {_SHORTEST} 个字符；只在本机用，请去掉 --host"
        raise UsageError(f"--host {host} 会让别的电脑也能打开", hint=hint)
    if token is not None and len(token) < _SHORTEST:
        raise UsageError(f"--token 太短（{len(token)} 个字符）", hint=f"至少 {_SHORTEST} 个字符")
    if not 0 <= port <= _PORTS:
        raise UsageError(f"--port 是 {port}", hint=f"应在 0 到 {_PORTS} 之间；0 为任选一个空的")
    return Address(host.strip("[]"), port, token or secrets.token_urlsafe(24))


def require_installed() -> None:
    """Require what the page alone needs.

    Raises:
        UsageError: it is not installed; the hint says how to.
    """
    try:
        import starlette
        import uvicorn
    except ImportError:
        raise UsageError("网页要用的组件没有安装", hint=f"请先运行 {INSTALL}") from None
    del starlette, uvicorn


def run(address: Address, tell: Callable[[str], None], *, browser: bool) -> None:
    """Serve until somebody asks us to stop.

    Args:
        address: where.
        tell: shows a line.
        browser: whether to open the first address.

    Raises:
        SystemRefusalError: nothing can listen there.
    """
    import uvicorn

    from reportgen.batch.limits import cores
    from reportgen.serving.app import application
    from reportgen.serving.desk import Desk
    from reportgen.serving.guarding import Gate

    listener = _listener(address)
    port = listener.getsockname()[1]
    desk = Desk(min(max(cores(), 2), 8), address.is_shared)
    gate = Gate(port, address.token, _names(address), any_address=address.host in _EVERYWHERE)
    config = uvicorn.Config(
        application(gate, desk),
        log_level="critical",
        access_log=False,
        server_header=False,
        date_header=False,
        proxy_headers=False,
        ws="none",
        timeout_keep_alive=15,
        timeout_graceful_shutdown=2,
        h11_max_incomplete_event_size=32 * 1024,
        limit_concurrency=400,
    )
    server = uvicorn.Server(config)
    url = f"http://{_shown(address)}:{port}/?token={address.token}"
    tell(f"已打开：{url}")
    tell("关掉：在这个窗口按 Ctrl-C")
    if browser:
        threading.Thread(target=webbrowser.open, args=(url,), daemon=True).start()
    try:
        server.run(sockets=[listener])
    finally:
        listener.close()
        desk.drafts.close()


def _listener(address: Address) -> socket.socket:
    """A socket that listens, so that the browser finds somebody however soon it comes."""
    family = socket.AF_INET6 if ":" in address.host else socket.AF_INET
    listener = socket.socket(family, socket.SOCK_STREAM)
    try:
        listener.setsockopt(socket.SOL_SOCKET, socket.SO_REUSEADDR, 1)
        listener.bind((address.host, address.port))
        listener.listen(256)
    except OSError as error:
        listener.close()
        hint = "换一个 --port，或去掉它（任选一个空的）" if address.port else "请检查 --host"
        where = f"{address.host}:{address.port}"
        raise SystemRefusalError(
            f"用不了这个端口（系统错误 {error.errno}）", where=where, hint=hint
        ) from None
    return listener


def _names(address: Address) -> frozenset[str]:
    """The names that this server goes by in a browser."""
    if not address.is_shared:
        return _LOOPBACK
    own = {socket.gethostname().lower(), socket.getfqdn().lower(), *_LOOPBACK}
    return frozenset(own if address.host in _EVERYWHERE else {address.host.lower(), f"[{address.host}]"})


def _shown(address: Address) -> str:
    if address.host in _EVERYWHERE:
        return socket.gethostname()
    return f"[{address.host}]" if ":" in address.host else address.host
