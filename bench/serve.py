"""Twenty people at once on one machine: each puts the seed in, ticks, and takes the files away.

    python bench/serve.py [--users 20] [--ticks 5]

Prints the median and the worst answer by kind, and the memory of the server with its processes.
"""

from __future__ import annotations

import argparse
import asyncio
import re
import statistics
import subprocess
import sys
import time
from collections import defaultdict
from pathlib import Path

import httpx

SEED = next((Path(__file__).parents[1] / "seeds").glob("*.txt"))
TIMES: dict[str, list[float]] = defaultdict(list)
THINKING = 1.0
"""Seconds between two things that a person does."""


async def timed(kind: str, request) -> httpx.Response:  # noqa: ANN001  a coroutine
    """Return what is answered, and note how long that took."""
    began = time.perf_counter()
    answer = await request
    TIMES[kind].append(time.perf_counter() - began)
    answer.raise_for_status()
    return answer


async def user(address: str, ticks: int) -> None:
    """Go the whole way once."""
    origin = address.partition("/?")[0]
    async with httpx.AsyncClient(base_url=origin, headers={"origin": origin}, timeout=600) as client:
        await client.get(address)
        began = time.perf_counter()
        put = await client.post("/drafts", params={"name": SEED.name}, content=SEED.read_bytes())
        draft = put.json()["location"]
        await client.get(f"{draft}/events")
        page = (await client.get(f"{draft}/content?part=1.1")).text
        TIMES["drop → 定内容"].append(time.perf_counter() - began)
        for number in range(ticks):
            await asyncio.sleep(THINKING)
            revision = re.search(r'data-revision="(\d+)"', page)[1]
            lines = re.findall(r'id="t-([^"]+)"', page)
            form = {
                "do": "tick",
                "part": "1.1",
                "revision": revision,
                "line": lines[number % len(lines)],
                "on": "1",
            }
            page = (await timed("tick", client.post(f"{draft}/change", data=form))).text
            began = time.perf_counter()
            pictures = re.findall(r'src="(/w/[^"]+\.svg)"', page)
            await asyncio.gather(*(client.get(one) for one in pictures))
            TIMES["pictures after a tick"].append(time.perf_counter() - began)
        await timed("files", client.get(f"{draft}/files"))
        await timed("zip", client.get(f"{draft}/all.zip"))


def memory(root: int) -> float:
    """MiB of a process and all below it, as far as they are its own (proportional set size)."""
    below = subprocess.run(["ps", "-eo", "pid,ppid"], capture_output=True, text=True, check=True).stdout
    parents = dict(map(int, line.split()) for line in below.splitlines()[1:])
    wanted = {root}
    for _ in range(4):
        wanted |= {pid for pid, parent in parents.items() if parent in wanted}
    total = 0
    for pid in wanted:
        rollup = Path(f"/proc/{pid}/smaps_rollup")
        if rollup.exists():
            total += int(re.search(r"^Pss:\s+(\d+)", rollup.read_text(), re.MULTILINE)[1])
    return total / 1024


async def everybody(address: str, users: int, ticks: int) -> None:
    """Begin all at once."""
    await asyncio.gather(*(user(address, ticks) for _ in range(users)))


def main() -> None:
    """Start a server, and twenty users."""
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("--users", type=int, default=20)
    parser.add_argument("--ticks", type=int, default=5)
    asked = parser.parse_args()
    began = time.perf_counter()
    command = [sys.executable, "-m", "reportgen", "serve", "--no-browser"]
    with subprocess.Popen(command, stderr=subprocess.PIPE, text=True, encoding="utf-8") as server:
        address = re.search(r"http://\S+", server.stderr.readline())[0]
        httpx.get(address)
        print(f"start until it answers  {time.perf_counter() - began:.2f} s")
        asyncio.run(everybody(address, asked.users, asked.ticks))
        print(f"{asked.users} users, memory of all processes  {memory(server.pid):.0f} MiB")
        server.terminate()
        server.communicate()
    for kind, times in TIMES.items():
        print(f"{kind}  median {statistics.median(times):.2f} s  worst {max(times):.2f} s")


if __name__ == "__main__":
    main()
