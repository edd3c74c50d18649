"""What files look like, for the pictures of the documentation: printed with the faces that the tests have."""

from __future__ import annotations

import os
from collections.abc import Mapping
from io import BytesIO
from pathlib import Path

from PIL import Image

from reportgen.picturing import Pages, printed

FONTS = Path(__file__).resolve().parent.parent / "tests" / "fonts.conf"


def drawn(files: Mapping[str, bytes]) -> list[list[Image.Image]]:
    """Return the pages of each file; their longer side has 1600 pixels.

    Args:
        files: content by file name.
    """
    os.environ["FONTCONFIG_FILE"] = str(FONTS)
    found = []
    for name, pdf in printed(files, "").items():
        with Pages(pdf, name) as pages:
            found.append([Image.open(BytesIO(pages.picture(at))) for at in range(len(pages))])
    return found
