"""The command that opens the page."""

from __future__ import annotations

from typing import Annotated

import typer

Port = Annotated[int, typer.Option("--port", metavar="端口", help="用哪个端口（不写则任选一个空的）")]
Host = Annotated[
    str, typer.Option("--host", metavar="地址", help="让别的电脑也能打开，如 0.0.0.0；要同时写 --token")
]
Token = Annotated[
    str | None,
    typer.Option("--token", metavar="口令", help="别人打开时要用的口令，至少 12 个字符（不写则随机）"),
]
NoBrowser = Annotated[bool, typer.Option("--no-browser", help="不打开浏览器，只显示网址")]


def serve(
    *, port: Port = 0, host: Host = "127.0.0.1", token: Token = None, no_browser: NoBrowser = False
) -> None:
    """Serve the page until somebody stops it."""
    from reportgen.cli.screen import tell
    from reportgen.serving.running import chosen_address, require_installed, run

    require_installed()
    address = chosen_address(host, port, token)
    try:
        run(address, tell, browser=not no_browser)
    except KeyboardInterrupt:
        tell("已关掉")
