"""How the time of every stage grows with the length of a speech, for speeches of many shapes.

Usage: python bench/scaling.py [--shapes NAME …] [--sizes 1 2 4 10] [--unit CHARACTERS] [--limit SECONDS]

A shape is a speech that has much of one thing (headings, commas, quotation marks, digits). Each shape is made
at 1, 2, 4 and 10 times `--unit` characters and worked on in a process of its own. Times are seconds of CPU of
a stage. The last column is the exponent of growth from the second size to the last: 1 is proportionate, 2
quadratic. What takes less than a tenth of a second has none. A process that has used up `--limit` is ended. A
shape that is refused is told with the message; the last line of a shape is the memory at most.
"""

from __future__ import annotations

import argparse
import json
import math
import resource
import subprocess
import sys
import time
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from itertools import cycle, islice

HAN = "一二三四五六七八九十"
MEASURES = (
    "全面推进法治政府建设，完善重大决策调研论证、专家咨询、合法性审查等制度。",
    "加强基层队伍建设，健全工作机制，由县发展改革局牵头在年底前完成整改。",
    "着眼打造“真省心”政务服务品牌，持续深化“放管服”改革，切实为群众办实事。",
    "坚持以人民为中心，完成投资12.5亿元，同比增长8.3%，新增就业3200人。",
    "强化食品药品、生态环境等领域执法司法，严厉打击各类违法犯罪活动，维护群众生命财产安全。",
)
NOUNS = ("营商环境", "乡村振兴", "基层治理", "产业升级", "生态保护", "民生保障", "干部队伍", "数字政府")
VERBS = ("优化", "推进", "加强", "深化", "提升", "完善", "巩固", "压实")
EDGE = 0.1
"""Seconds below which a stage's growth says nothing."""


def _text(least: int, sentences: Iterator[str]) -> str:
    """Sentences until there are enough characters."""
    found: list[str] = []
    length = 0
    while length < least:
        found.append(next(sentences))
        length += len(found[-1])
    return "".join(found)


def _han(number: int) -> str:
    tens, ones = divmod(number, 10)
    return ("" if not tens else "十" if tens == 1 else HAN[tens - 1] + "十") + (HAN[ones - 1] if ones else "")


def _names() -> Iterator[str]:
    return (verb + noun for noun in cycle(NOUNS) for verb in VERBS)


def _sections(size: int) -> str:
    """What most speeches are: sections of points, a thousand characters a section."""
    rows, sentences, names = [], cycle(MEASURES), _names()
    for number in range(1, size // 1000 + 2):
        rows.append(f"{_han((number - 1) % 99 + 1)}、{next(names)}，{next(names)}")
        points = (f"{HAN[k]}是{next(names)}。" + _text(200, sentences) for k in range(4))
        rows.append("".join(points))
    return "\n".join(rows)


def _headings(size: int) -> str:
    sentences, names = cycle(MEASURES), _names()
    rows = (f"（{_han(k % 99 + 1)}）{next(names)}\n{next(sentences)}" for k in range(size // 50))
    return "一、抓好落实\n" + "\n".join(rows)


def _same_heading(size: int) -> str:
    rows = (f"{_han(k % 99 + 1)}、加强组织领导\n{MEASURES[0]}" for k in range(size // 50))
    return "\n".join(rows)


def _bare_headings(size: int) -> str:
    names = _names()
    return "\n".join(f"{next(names)}\n{MEASURES[k % 5]}" for k in range(size // 45))


def _points(size: int) -> str:
    names = _names()
    rows = (
        "".join(f"{HAN[k]}是{next(names)}。{MEASURES[k % 5]}" for k in range(2)) for _ in range(size // 90)
    )
    return "一、抓好落实\n" + "\n".join(rows)


def _one_line(size: int) -> str:
    names = _names()
    return "一、抓好落实\n" + "".join(
        f"{HAN[k % 10]}是{next(names)}。{MEASURES[k % 5]}" for k in range(size // 45)
    )


def _one_sentence(size: int) -> str:
    names = _names()
    return "一、抓好落实\n" + "，".join(islice(names, size // 7)) + "。"


def _unbroken(size: int) -> str:
    return "一、抓好落实\n" + "".join(islice(_names(), size // 6)) + "。"


def _long_heading(size: int) -> str:
    return "一、" + "".join(islice(_names(), size // 6)) + "\n" + MEASURES[0]


def _quotes(size: int) -> str:
    return _body(size, (f"用好“{name}”“{name}平台”，落实‘{name}’。" for name in _names()))


def _brackets(size: int) -> str:
    return "一、抓好落实\n" + "【【【（（" * (size // 10) + MEASURES[0] + "））】】】" * (size // 10)


def _body(size: int, sentences: Iterator[str]) -> str:
    """Sentences in paragraphs of some hundreds of characters, under a heading each twenty."""
    rows: list[str] = []
    length = number = 0
    while length < size:
        if len(rows) % 20 == 0:
            number += 1
            rows.append(f"{_han((number - 1) % 99 + 1)}、{VERBS[number % 8]}{NOUNS[number % 7]}")
        rows.append(_text(300, sentences))
        length += len(rows[-1])
    return "\n".join(rows)


SHAPES: dict[str, Callable[[int], str]] = {
    "sections": _sections,
    "headings": _headings,
    "same-heading": _same_heading,
    "bare-headings": _bare_headings,
    "points": _points,
    "one-line": _one_line,
    "one-sentence": _one_sentence,
    "unbroken": _unbroken,
    "long-heading": _long_heading,
    "commas": lambda size: "一、抓好落实\n" + "，" * size,
    "enumeration": lambda size: "一、抓好落实\n坚持" + "、".join(islice(_names(), size // 7)) + "。",
    "opening-quotes": lambda size: "一、抓好落实\n" + "“推进" * (size // 3),
    "quote-marks": lambda size: "一、抓好落实\n" + "“" * size,
    "straight-quotes": lambda size: "一、抓好落实\n" + '"推进"' * (size // 4),
    "terms": _quotes,
    "brackets": _brackets,
    "open-brackets": lambda size: "一、抓好落实\n" + "【待补（" * (size // 4),
    "number": lambda size: "一、抓好落实\n投资" + "7" * size + "元。",
    "numbers": lambda size: _body(
        size, (f"完成投资{k}.{k % 10}亿元，同比增长{k % 90}.5%，惠及{k * 3}户。" for k in range(1, size))
    ),
    "repeated": lambda size: _body(size, cycle(["加强基层队伍建设，健全工作机制。"])),
    "one-paragraph": lambda size: "一、抓好落实\n" + _text(size, cycle(MEASURES)),
    "latin": lambda size: _body(size, (f"The project number {k} goes on. " for k in range(size))),
    "latin-word": lambda size: "一、抓好落实\n推进" + "abcdefgh" * (size // 8) + "建设。",
    "rows": lambda size: "# 抓好落实\n" + "".join(f"| {n} | 推进 |\n" for n in islice(_names(), size // 14)),
    "masks": lambda size: _body(size, cycle(["在**县推进××镇建设，落实【待补：单位】责任。"])),
    "stars": lambda size: "一、抓好落实\n" + "**" * (size // 2) + "推进建设。",
    "blanks": lambda size: "一、抓好落实\n推进" + " " * size + "建设。",
    "dashes": lambda size: "一、抓好落实\n" + "—" * size + "推进建设。",
    "short-lines": lambda size: "\n".join(islice(_names(), size // 7)),
    "empty-lines": lambda size: "一、抓好落实\n" + "\n" * size + MEASURES[0],
    "one-han": lambda size: "一、抓好落实\n" + "的" * size + "。",
    "stops": lambda size: "一、抓好落实\n" + "推进。" * (size // 3),
}  # fmt: skip


@contextmanager
def _timed(stage: str, times: dict[str, float]) -> Iterator[None]:
    start = time.process_time()
    try:
        yield
    finally:
        times[stage] = round(time.process_time() - start, 3)


def work(shape: str, size: int) -> None:  # noqa: PLR0915  one line a stage
    """Go through all stages with one speech and print a line of JSON after each."""
    from reportgen.analysis import analyse
    from reportgen.analysis.notation import dump
    from reportgen.analysis.proofreading import proofread
    from reportgen.checking import compare
    from reportgen.comparing import Basis
    from reportgen.errors import ReportgenError
    from reportgen.options import Options
    from reportgen.outline import parse, to_text
    from reportgen.products import PRODUCTS, make, opened, read_content
    from reportgen.readers import find_masks
    from reportgen.readers.files import parse_bytes

    head = "在全县重点工作推进会上的讲话\n\n同志们：\n今天我们召开会议，要全面推进各项重点工作。\n"
    data = f"{head}{SHAPES[shape](size)}\n谢谢大家。\n".encode()
    times: dict[str, float] = {}
    options = Options()
    try:
        with _timed("read", times):
            source = parse_bytes(data, "speech.md" if shape == "rows" else "speech.txt", "speech")
            masks = [mask.passage.span for mask in find_masks(source)]
        _say(times)
        with _timed("parse", times):
            document = parse(source)
        _say(times)
        with _timed("outline", times):
            to_text(document)
        _say(times)
        with _timed("check", times):
            proofread(document, masks)
        _say(times)
        with _timed("analyse", times):
            said = analyse(document)
        _say(times)
        with _timed("brief", times):
            dump(said)
        _say(times)
        with _timed("ground", times):
            templates = opened(PRODUCTS, options.theme)
            basis = Basis.of(said, options, templates)
        _say(times)
        made = []
        for product in PRODUCTS:
            with _timed(product.kind, times):
                made.append(make(product, said, basis.facts, options.length, templates[product]))
            _say(times)
        for one in made:
            with _timed(f"gate {one.product.kind}", times):
                placed = read_content(one.data, one.product.role).placed
                owed = basis.owed_by(one.product)
                told = compare(placed, said, basis.ground, one.expected, owed).told
            if told:
                times[f"!gate {one.product.kind}: {told}"] = 0
            _say(times)
    except ReportgenError as error:
        times[f"!{error}"] = 0
    _say(times)


def _say(times: dict[str, float]) -> None:
    memory = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024
    print(json.dumps({**times, "MB": round(memory)}, ensure_ascii=False), flush=True)


def measured(shape: str, size: int, limit: int) -> dict[str, float]:
    """The times of all stages that a process came to the end of."""
    command = [sys.executable, __file__, "--work", shape, str(size)]
    done = subprocess.run(
        command,
        capture_output=True,
        text=True,
        check=False,
        preexec_fn=lambda: resource.setrlimit(resource.RLIMIT_CPU, (limit, limit)),
    )
    lines = done.stdout.splitlines()
    found: dict[str, float] = json.loads(lines[-1]) if lines else {}
    if done.returncode:
        found[f"!ended ({done.returncode}) {done.stderr.strip().rpartition(chr(10))[2]}"] = 0
    return found


def exponent(sizes: list[int], times: list[float]) -> str:
    """How time grows from the second size to the last; nothing where too little is measured."""
    first, last = (1, -1) if len(times) > 2 else (0, -1)  # the first size bears what is loaded once
    if len(times) < max(2, len(sizes)) or times[last] < EDGE or not times[first]:
        return ""
    return f"{math.log(times[last] / times[first]) / math.log(sizes[last] / sizes[first]):.2f}"


def main() -> None:
    """Print a table a shape."""
    parser = argparse.ArgumentParser(
        description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter
    )
    parser.add_argument("--shapes", nargs="+", default=list(SHAPES), choices=list(SHAPES))
    parser.add_argument("--sizes", nargs="+", type=int, default=[1, 2, 4, 10])
    parser.add_argument("--unit", type=int, default=10_000)
    parser.add_argument("--limit", type=int, default=120)
    parser.add_argument("--work", nargs=2, help=argparse.SUPPRESS)
    told = parser.parse_args()
    if told.work:
        work(told.work[0], int(told.work[1]))
        return
    for shape in told.shapes:
        _table(shape, told.sizes, told.unit, told.limit)


def _table(shape: str, sizes: list[int], unit: int, limit: int) -> None:
    found: list[dict[str, float]] = []
    for size in sizes:
        found.append(measured(shape, size * unit, limit))
        if any("ended" in name for name in found[-1]):
            break
    print(f"\n{shape:16}" + "".join(f"{size * unit:>10,}" for size in sizes) + "  exponent", flush=True)
    for stage in dict.fromkeys(name for one in found for name in one):
        if stage.startswith("!"):
            print(f"  {stage[1:160]}")
            continue
        times = [one[stage] for one in found if stage in one]
        shown = "".join(f"{value:10.2f}" for value in times)
        print(
            f"  {stage:14}{shown:{10 * len(sizes)}}  {exponent(sizes, times) if stage != 'MB' else ''}",
            flush=True,
        )


if __name__ == "__main__":
    main()
