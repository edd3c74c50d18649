"""Make the deck template: python tools/make_deck_template.py.

Writes templates/red/deck.pptx. The file is meant to be changed by hand afterwards in PowerPoint or
WPS (视图 → 幻灯片母版): colours and fonts live in its theme, sizes and places in its layouts. Running this script
again starts over from the measures in deck_template/layouts.py.
"""

from __future__ import annotations

import io
import sys
import zipfile
from pathlib import Path

sys.path.insert(0, str(Path(__file__).parent))

from deck_template.package import parts
from reportgen.office.stable import stable_package

TARGET = Path(__file__).parents[1] / "templates/red/deck.pptx"


def main() -> None:
    """Write the template."""
    buffer = io.BytesIO()
    with zipfile.ZipFile(buffer, "w") as package:
        for name, text in parts().items():
            package.writestr(name, text)
    TARGET.write_bytes(stable_package(buffer.getvalue()))
    print(TARGET)


if __name__ == "__main__":
    main()
