"""Paragraphs as lines of a picture, broken and placed as planning measures them."""

from __future__ import annotations

from dataclasses import dataclass, replace
from typing import TYPE_CHECKING

from reportgen.planning.deck import Box
from reportgen.planning.deck.fit import SLACK
from reportgen.planning.lines import SCRIPT_GAP, with_gaps, wrap
from reportgen.rendering.characters import printable
from reportgen.rendering.svg.marks import attributes, colour, number, rectangle, share, spoken, words
from reportgen.text.masks import masked

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from reportgen.planning.deck import Para
    from reportgen.rendering.pptx.adopting.colours import RGB
    from reportgen.rendering.svg.manners import Face, Manner

_GAP = "0.25em"
"""What programs leave between Chinese and Latin text; planning leaves room for a third."""
_ANCHORS = {"ctr": "middle", "r": "end"}
_SERIF = ("宋", "仿", "楷", "Song", "SimSun", "FangSong", "Kai", "Serif", "Times")
_SQUARES = {"▪": 0.3, "■": 0.6, "§": 0.45}
"""Bullets that are squares, with their sides in em; § is that of Wingdings."""
_MIDDLE = 0.36
"""Height of a bullet's middle above what letters stand on, in em."""
_ENDLESS = 1e6


@dataclass(frozen=True, slots=True)
class Run:
    """Words of one type; `dotted` is the colour of the dots below what is still to be filled in."""

    text: str
    face: Face
    dotted: RGB | None = None


@dataclass(frozen=True, slots=True)
class Lines:
    """A paragraph: how it is set, and its runs, a newline in them for a break."""

    manner: Manner
    runs: tuple[Run, ...]


@dataclass(frozen=True, slots=True)
class Frame:
    """Where paragraphs stand: a box, its insets (left, top, right, bottom), `t`, `ctr` or `b`."""

    box: Box
    insets: tuple[float, float, float, float] = (0.0, 0.0, 0.0, 0.0)
    anchor: str = "t"
    wraps: bool = True


def family(name: str, *before: str) -> str:
    """Return the fonts of words, what machines have in their stead behind them."""
    is_serif = any(part in name for part in _SERIF)
    more = ("Noto Serif CJK SC",) if is_serif else ("微软雅黑", "Microsoft YaHei", "Noto Sans CJK SC")
    named = dict.fromkeys(one.replace("'", "") for one in (*before, name, *more) if one)
    return ", ".join([*(f"'{one}'" for one in named), "serif" if is_serif else "sans-serif"])


def planned(para: Para, manner: Manner, lead: RGB, dots: RGB) -> Lines:
    """Return a planned paragraph: its lead heavy and in one colour, dots in another below its masks."""
    face = manner.face
    runs: list[Run] = []
    said = para.text.replace("\v", "\n")
    at = para.lead
    if at:
        runs.append(Run(said[:at], replace(face, bold=True, colour=lead)))
    # A mask never reaches over a break.
    for start, end in masked(said[para.lead :]):
        start, end = start + para.lead, end + para.lead  # noqa: PLW2901  from the paragraph's head
        if start > at:
            runs.append(Run(said[at:start], face))
        runs.append(Run(said[start:end], face, dots))
        at = end
    if at < len(said):
        runs.append(Run(said[at:], face))
    return Lines(manner, tuple(runs))


def block(frame: Frame, paras: Sequence[Lines], usual: str) -> str:
    """Return paragraphs in a frame; `usual` is the font that the picture has without being told."""
    left, top, right, bottom = frame.insets
    inner = frame.box.width - left - right
    broken = [(one, _broken(one, inner if frame.wraps else _ENDLESS)) for one in paras]
    tall = sum(len(lines) * one.manner.pitch for one, lines in broken)
    tall += sum(one.manner.before for one, _ in broken[1:])
    spare = frame.box.height - top - bottom - tall
    y = frame.box.top + top + {"ctr": spare / 2, "b": spare}.get(frame.anchor, 0.0)
    found: list[str] = []
    for count, (one, lines) in enumerate(broken):
        y += one.manner.before if count else 0.0
        found.append(_paragraph(one, lines, (frame.box.left + left, inner), y, usual))
        y += len(lines) * one.manner.pitch
    return "".join(found)


def _broken(para: Lines, inner: float) -> list[str]:
    said = "".join(run.text for run in para.runs)
    size, manner = _size(para), para.manner
    hanging = 0.0 if manner.mark else max(manner.first, 0.0)
    width = (inner - manner.left) * SLACK / size
    return wrap(with_gaps(said), max(width, 1.0), hanging / size)


def _size(para: Lines) -> float:
    return max((run.face.size for run in para.runs), default=para.manner.face.size)


def _paragraph(para: Lines, lines: Sequence[str], across: tuple[float, float], y: float, usual: str) -> str:
    manner, start = para.manner, across[0] + para.manner.left
    size = _size(para)
    runs = para.runs or (Run("", manner.face),)
    base = max(runs, key=lambda run: len(run.text)).face
    x = {"ctr": (start + across[0] + across[1]) / 2, "r": across[0] + across[1]}.get(manner.align, start)
    found: list[str] = []
    glyphs = _glyphs(runs)
    for count, line in enumerate(lines):
        foot = y + (count + 1) * manner.pitch - manner.foot * size
        pieces = "".join(_pieces(_matched(line, glyphs), base))
        if pieces:
            moved = manner.first if not count and not manner.mark and manner.align == "l" else 0.0
            found.append(f'<text x="{number(x + moved)}" y="{number(foot)}">{pieces}</text>')
        if not count and manner.mark and pieces:
            found.append(_bullet(manner, base, start + manner.first, foot))
    if not found:
        return ""
    anchor = _ANCHORS.get(manner.align, "")
    return f"<g{_type(base, usual)}{attributes(text_anchor=anchor)}>{''.join(found)}</g>"


def _glyphs(runs: Sequence[Run]) -> Iterator[tuple[str, Run]]:
    for run in runs:
        for char in run.text:
            yield char, run


def _matched(line: str, glyphs: Iterator[tuple[str, Run]]) -> Iterator[tuple[str, Run | None]]:
    """The characters of a line with their runs; None for a gap between two scripts that is only measured."""
    for char in line:
        if char == SCRIPT_GAP:
            yield char, None
            continue
        for found, run in glyphs:  # blanks at a break are swallowed
            if found == char:
                yield char, run
                break


def _pieces(matched: Iterator[tuple[str, Run | None]], base: Face) -> Iterator[str]:
    """A line in pieces of one type and one script."""
    said, own, gap = "", None, False
    is_gap = False
    for char, run in matched:
        if run is None:
            is_gap = True
        elif run is own and not is_gap:
            said += char
        else:
            if said and own is not None:
                yield _piece(said, own, base, gap=gap)
            said, own, gap, is_gap = char, run, is_gap, False
    if said and own is not None:
        yield _piece(said, own, base, gap=gap)


def _piece(said: str, run: Run, base: Face, *, gap: bool) -> str:
    looks = attributes(dx=_GAP) if gap else ""
    face = run.face
    if face.size != base.size:
        looks += attributes(font_size=face.size)
    if face.bold != base.bold:
        looks += attributes(font_weight="bold" if face.bold else "normal")
    shade = attributes(fill=colour(face.colour)) if face.colour != base.colour else ""
    if face.latin != face.han and said.isascii():
        looks += attributes(font_family=family(face.han, face.latin))
    if run.dotted is not None:  # dots are painted in the colour of what they are stated with
        inner = f"<tspan{attributes(fill=colour(face.colour))}>{words(said)}</tspan>"
        dots = attributes(text_decoration="underline dotted", fill=colour(run.dotted))
        return f"<tspan{looks}{dots}>{inner}</tspan>"
    looks += shade
    return f"<tspan{looks}>{words(said)}</tspan>" if looks else words(said)


def _type(face: Face, usual: str) -> str:
    return attributes(
        font_size=face.size,
        fill=colour(face.colour),
        fill_opacity=share(face.seen),
        font_weight="bold" if face.bold else "",
        font_style="italic" if face.italic else "",
        font_family="" if face.han == usual else family(face.han),
    )


def _bullet(manner: Manner, face: Face, x: float, foot: float) -> str:
    """A bullet; it is no word, so it is drawn, or hidden from who has words read to him."""
    size = face.size * manner.mark_share
    looks = attributes(fill=colour(manner.mark_colour or face.colour))
    side = _SQUARES.get(manner.mark, 0.0) * size
    middle = foot - _MIDDLE * face.size
    if side:
        return rectangle(Box(x, middle - side / 2, side, side), looks)
    if manner.mark in {"•", "●"}:
        place = attributes(cx=x + size * 0.2, cy=middle, r=size * (0.18 if manner.mark == "•" else 0.3))
        return f"<circle{place}{looks}/>"
    place = f'x="{number(x)}" y="{number(foot)}" font-size="{number(size)}"'
    return f'<text aria-hidden="true" {place}{looks}>{words(manner.mark)}</text>'


def label(said: str) -> str:
    """Return what a picture is called, on one line, as an attribute has it."""
    return spoken(" ".join(printable(said).replace("\n", "").split()))
