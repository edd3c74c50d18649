"""Make the deck templates: python tools/make_deck_template.py.

Writes templates/<theme>/deck.pptx (16:9) and deck-4x3.pptx for each theme of colours.py. The files are meant to be
changed by hand afterwards in PowerPoint or WPS (视图 → 幻灯片母版): colours and fonts live in their theme, sizes and
places in their layouts. Running this script again starts over from the measures in deck_template/.
"""

from __future__ import annotations

import io
import sys
import zipfile
from pathlib import Path

sys.path.insert(0, str(Path(__file__).parent))

from colours import COLOURS
from deck_template.package import parts
from reportgen.office.stable import stable_package
from reportgen.rendering.pptx.composing.page import Page

TARGET = Path(__file__).parents[1] / "templates"


def made(look: str, page: Page) -> bytes:
    """Return the template of a look, with slides of a size."""
    buffer = io.BytesIO()
    with zipfile.ZipFile(buffer, "w") as package:
        for name, text in parts(look, page).items():
            package.writestr(name, text)
    return stable_package(buffer.getvalue())


def main() -> None:
    """Write the templates."""
    for look in COLOURS:
        for page in (Page.wide(), Page.standard()):
            target = TARGET / look / page.file
            target.parent.mkdir(parents=True, exist_ok=True)
            target.write_bytes(made(look, page))
            print(target)


if __name__ == "__main__":
    main()
