"""What `-v` says of a build: each stage with its time and what it came to."""

from __future__ import annotations

import time
from dataclasses import dataclass, field
from typing import TYPE_CHECKING

from reportgen.results import Stage

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator
    from pathlib import Path

    from reportgen.results import Built, Output, Reading


@dataclass(slots=True)
class Pace:
    """The stages that were begun, each with the time of its beginning.

    `clock` is what tells the time.
    """

    clock: Callable[[], float] = time.perf_counter
    begun: list[tuple[str, float]] = field(default_factory=list)

    def begin(self, stage: str) -> None:
        """Note that a stage begins, and the one before it ends."""
        self.begun.append((stage, self.clock()))

    def lines(self, built: Built | None) -> Iterator[str]:
        """Yield a line for each stage; what it came to where the speech was built to its end."""
        ends = [start for _, start in self.begun[1:]] + [self.clock()]
        found = _found(built) if built else {}
        for (stage, start), end in zip(self.begun, ends, strict=True):
            counts = f"  {found[stage]}" if stage in found else ""
            yield f"{stage}：{end - start:.2f} 秒{counts}"


def _found(built: Built) -> dict[str, str]:
    """What each stage came to, by its name."""
    made = {Stage.making(output.role): _counts(output) for output in built.outputs}
    files = f"{built.proof.files} 个文件"
    return {
        Stage.READ: _read(built.reading),
        **made,
        Stage.COMPARE: f"{files}，{built.proof.sourced} 个分句",
        Stage.WRITE: files,
    }


def _read(reading: Reading) -> str:
    kind = "，".join(filter(None, (reading.kind, reading.encoding)))
    counts = f"{reading.characters} 字，{reading.paragraphs} 段，{reading.headings} 个标题"
    return f"{kind}，{counts}，{reading.measures} 条举措"


def _counts(output: Output) -> str:
    units = {**output.product.units, **output.product.details}
    return "，".join(f"{count} {units[name]}" for name, count in output.counts.items() if name in units)


def left_out(paths: tuple[Path, ...]) -> str:
    """Return the line about what a folder holds besides its speeches."""
    names = "、".join(f"{path.name}/" if path.is_dir() else path.name for path in paths)
    return f"文件夹里另有 {len(paths)} 个没有读（子文件夹、别种文件、隐藏文件或已生成的文件）：{names}"
