"""What a browser sends: a file, written to the draft's own folder piece by piece; the fields of a form."""

from __future__ import annotations

from typing import TYPE_CHECKING
from urllib.parse import parse_qsl

if TYPE_CHECKING:
    from pathlib import Path

    from starlette.requests import Request


async def save(request: Request, path: Path) -> int:
    """Write the body of a request to a file; the guard counts its bytes. Return how many there were."""
    size = 0
    with path.open("xb") as file:
        async for chunk in request.stream():
            size += len(chunk)
            file.write(chunk)
    return size


async def fields(request: Request) -> dict[str, str]:
    """Return the fields of a form; of one that comes twice the last."""
    body = (await request.body()).decode("utf-8", "replace")
    return dict(parse_qsl(body, keep_blank_values=True, max_num_fields=100))
