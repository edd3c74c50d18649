"""What to make of every speech of a batch, as words and numbers that another machine can be sent."""

from __future__ import annotations

import hashlib
import json
from dataclasses import asdict, dataclass, replace
from functools import lru_cache
from pathlib import Path
from typing import TYPE_CHECKING

from reportgen.choices import chosen_length, chosen_products, chosen_ratio, theme_of
from reportgen.options import Options
from reportgen.planning.facts import Facts
from reportgen.readers import parse_fill

if TYPE_CHECKING:
    from reportgen.themes import Theme


@dataclass(frozen=True, slots=True)
class Order:
    """The options of `build` as the user wrote them, but for what belongs to a single speech: its title.

    `version` is that of the program, since another one may make other files of the same.
    """

    only: tuple[str, ...] = ()
    fill: tuple[str, ...] = ()
    speaker: str | None = None
    unit: str | None = None
    date: str | None = None
    theme: str | None = None
    length: str | None = None
    slides: int | None = None
    minutes: float | None = None
    ratio: str | None = None
    original: str | None = None
    glossary: bool = False
    anyway: bool = False
    version: str = ""

    def options(self) -> Options:
        """Return what `build` takes.

        Raises:
            ReportgenError: an option cannot be meant.
        """
        return _options(self)

    @property
    def recipe(self) -> str:
        """The digest of all that decides, beside the speech, what its files hold.

        A theme counts by what its templates hold, wherever it lies.

        Raises:
            ReportgenError: an option cannot be meant, or a template cannot be read.
        """
        options = self.options()
        told = asdict(self) | {
            "only": [product.role for product in options.products],
            "theme": _digests(options.theme, options),
        }
        return hashlib.sha256(json.dumps(told, sort_keys=True).encode()).hexdigest()


@lru_cache(maxsize=4)
def _options(order: Order) -> Options:
    return Options(
        products=chosen_products(order.only),
        facts=Facts(None, order.speaker or None, order.unit or None, order.date or None),
        fills=tuple(map(parse_fill, order.fill)),
        theme=theme_of(order.theme),
        glossary=order.glossary,
        anyway=order.anyway,
        length=chosen_length(order.length, order.slides, order.minutes, order.original),
        ratio=chosen_ratio(order.ratio),
    )


def settled(order: Order) -> Order:
    """Return an order that means the same from any folder: a theme's path is made absolute.

    Raises:
        ReportgenError: an option cannot be meant.
    """
    theme = order.options().theme
    if theme.is_shipped:
        return order
    return replace(order, theme=str(theme.folder.absolute()))


def _digests(theme: Theme, options: Options) -> list[str]:
    names = sorted({name for product in options.products for name in product.templates})
    return [_digest(theme.template(name)) for name in names]


def _digest(path: Path) -> str:
    """The digest of a template; one that cannot be read is told of by who opens it."""
    try:
        with path.open("rb") as file:
            return hashlib.file_digest(file, "sha256").hexdigest()
    except OSError as error:
        return f"{path.name}: {error.errno}"
