"""The colours that our compositions have in somebody else's template: his own, as far as words can be read.

Our templates have roles for their colours (`docs/templates.md`): accent1 the main one, bg2 the ground of
cards, accent5 what stands on the main one. Others mean other things by these names, so each role is given a
colour of the theme, or a mixture of two, that stands out where it is used.
"""

from __future__ import annotations

import colorsys
from typing import TYPE_CHECKING

from reportgen.rendering.pptx.adopting.colours import BLACK, RGB, WHITE, Scheme, contrast, mixed
from reportgen.rendering.pptx.adopting.ground import READABLE

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

    from reportgen.planning.deck import Box
    from reportgen.rendering.pptx.adopting.ground import Ground

_ACCENTS = ("accent1", "accent2", "accent3", "accent4", "accent5", "accent6")
_COLOURFUL = 0.2
"""The saturation from which on a colour is no grey."""
_MOST_CHANGED = 0.6
"""How much black or white may be mixed into a colour of the theme before another is taken."""
_SAME = 50.0
"""How far apart colours are, as points in space, that are called the same."""
_STEP = 0.05
_VISIBLE = 1.5
"""The contrast from which on a line is seen."""


def palette(scheme: Scheme, ground: Ground, room: Box, shown: RGB | None = None) -> Mapping[str, RGB]:
    """Return a colour for each role that our compositions name.

    Args:
        scheme: the theme's colours.
        ground: what lies behind.
        room: where the compositions stand.
        shown: the colour that the template is known by, where pictures and bands show one.
    """
    darkest, lightest = ground.span(room)
    base = ground.colour(room)
    grounds = (darkest, base, lightest)
    named = [one for name in ("tx1", "dk1", "lt1", "tx2") if (one := scheme.named(name)) is not None]
    ink = ground.ink(room, [one for one in named if _readable(one, grounds)])
    main = _main(scheme, grounds, ink, shown)
    is_light = base.luminance > ink.luminance
    on_main = _first([WHITE if is_light else base, base, WHITE, BLACK], [main])
    card = _card(base, main, ink, is_light=is_light)
    pale = next(
        one
        for share in (0.2, 0.14, 0.08, 0.0)
        if _readable(one := mixed(base, main, share), [ink]) or not share
    )
    second = scheme.named("accent2") or main
    return {
        "tx1": ink,
        "tx2": _first([mixed(ink, base, 0.28), mixed(ink, base, 0.14), ink], [base, card, darkest, lightest]),
        "bg1": on_main,
        "bg2": card,
        "accent1": main,
        "accent2": second if contrast(second, base) >= _VISIBLE else main,
        "accent3": pale,
        "accent4": _first([_until(second, [*grounds, card], ink), main], [*grounds, card]),
        "accent5": _first([mixed(on_main, main, 0.12), on_main], [main]),
        "accent6": mixed(base, ink, 0.2),
        "hlink": mixed(main, BLACK, 0.15),
        "lt1": on_main,
    }


def _card(base: RGB, main: RGB, ink: RGB, *, is_light: bool) -> RGB:
    """The ground of cards: a shade from the page, on which the ink is read."""
    tried = [mixed(base, main, share) for share in (0.07, 0.04)] if is_light else []
    tried += [mixed(base, ink, share) for share in (0.08, 0.05)]
    return next((one for one in tried if _readable(ink, [one]) and _readable(main, [one])), base)


def _main(scheme: Scheme, grounds: Sequence[RGB], ink: RGB, shown: RGB | None) -> RGB:
    """The theme's colour that is like the one shown, else its first one; darker or lighter as is needed."""
    found = [one for name in _ACCENTS if (one := scheme.named(name)) is not None]
    found += [one for name in ("tx2", "dk2", "hlink") if (one := scheme.named(name)) is not None]
    if shown is not None:
        found = [*(one for one in found if _is_like(one, shown)), shown, *found]
    colourful = [one for one in found if _saturation(one) >= _COLOURFUL] or found or [ink]
    for colour in colourful:
        if _changed_by(colour, grounds, ink) <= _MOST_CHANGED:
            return _until(colour, grounds, ink)
    return _until(colourful[0], grounds, ink)


def _is_like(one: RGB, other: RGB) -> bool:
    """Whether two colours are the same to the eye."""
    return sum((mine - its) ** 2 for mine, its in zip(one, other, strict=True)) <= _SAME**2


def _changed_by(colour: RGB, grounds: Sequence[RGB], ink: RGB) -> float:
    share = 0.0
    end = WHITE if ink.luminance > max(grounds, key=lambda one: one.luminance).luminance else BLACK
    while share < 1 and not _readable(mixed(colour, end, share), grounds):
        share += _STEP
    return share


def _until(colour: RGB, grounds: Sequence[RGB], ink: RGB) -> RGB:
    """A colour with as much black or white in it as words in it need."""
    share = min(_changed_by(colour, grounds, ink), 1.0)
    end = WHITE if ink.luminance > max(grounds, key=lambda one: one.luminance).luminance else BLACK
    return mixed(colour, end, share)


def _readable(colour: RGB, grounds: Sequence[RGB]) -> bool:
    return all(contrast(colour, one) >= READABLE for one in grounds)


def _first(tried: Sequence[RGB], grounds: Sequence[RGB]) -> RGB:
    """The first colour that can be read on all grounds; else the one that can be read best."""
    best = max(tried, key=lambda one: min(contrast(one, ground) for ground in grounds))
    return next((one for one in tried if _readable(one, grounds)), best)


def _saturation(colour: RGB) -> float:
    _, light, deep = colorsys.rgb_to_hls(*(part / 255 for part in colour))
    return deep if 0.08 < light < 0.95 else 0.0  # noqa: PLR2004  what is nearly black or white shows no colour
