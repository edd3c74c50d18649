"""Make the handout template of the red theme: `templates/red/handout.docx`.

Run it once to start from a clean file (``python tools/make_handout_template.py``); from then on the file may
be edited in Word or WPS. All fonts, sizes and colours of the handout stand in this file's styles, so a change
there changes the output. Keep the jinja tags (``{{ title }}``, ``{%p for … %}``) as they are.

The parts are written by hand, without a library's default template, so that the file holds only what the
handout needs: no theme fonts (they beat ``w:eastAsia``), no foreign properties, no unused styles.
"""

from __future__ import annotations

import sys
import zipfile
from pathlib import Path

from handout_template.document import FOOTERS, HEADERS, document
from handout_template.parts import content_types, core, font_table, package_rels, part_rels, settings
from handout_template.styles import styles
from handout_template.theme import theme

TARGET = Path(__file__).resolve().parents[1] / "templates" / "red" / "handout.docx"
_EPOCH = (1980, 1, 1, 0, 0, 0)


def parts() -> dict[str, str]:
    """Return every part of the package by its name."""
    furniture = {**HEADERS, **FOOTERS}
    return {
        "[Content_Types].xml": content_types(furniture),
        "_rels/.rels": package_rels(),
        "docProps/core.xml": core(),
        "word/document.xml": document(),
        "word/_rels/document.xml.rels": part_rels(furniture),
        "word/styles.xml": styles(),
        "word/settings.xml": settings(),
        "word/fontTable.xml": font_table(),
        "word/theme/theme1.xml": theme(),
        **{f"word/{name}.xml": xml for name, xml in furniture.items()},
    }


def main() -> None:
    """Write the template to its place, or to the path given."""
    target = Path(sys.argv[1]) if len(sys.argv) > 1 else TARGET
    target.parent.mkdir(parents=True, exist_ok=True)
    with zipfile.ZipFile(target, "w", zipfile.ZIP_DEFLATED) as package:
        for name, xml in parts().items():
            info = zipfile.ZipInfo(name, _EPOCH)
            info.compress_type = zipfile.ZIP_DEFLATED
            package.writestr(info, xml.encode("utf-8"))
    print(target)


if __name__ == "__main__":
    main()
