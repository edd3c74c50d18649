"""Make the Word templates of every theme: `templates/*/handout.docx` and `onepage.docx`.

Run it once to start from clean files (``python tools/make_handout_template.py``); from then on they may be edited
in Word or WPS. All fonts, sizes and colours stand in these files' styles, so a change there changes the output.
Keep the jinja tags (``{{ title }}``, ``{%p for … %}``) as they are. The themes share one geometry; their colours
are those of `colours.py`.

The parts are written by hand, without a library's default template, so that a file holds only what it needs: no
theme fonts (they beat ``w:eastAsia``), no foreign properties, no unused styles.
"""

from __future__ import annotations

import sys
import zipfile
from collections.abc import Mapping
from pathlib import Path

from colours import COLOURS
from handout_template.document import FOOTERS, HEADERS, Body
from handout_template.handout_styles import handout_styles
from handout_template.onepage import onepage_document
from handout_template.page_styles import page_styles
from handout_template.parts import content_types, core, font_table, package_rels, part_rels, settings
from handout_template.theme import theme

TARGET = Path(__file__).resolve().parents[1] / "templates"
_EPOCH = (1980, 1, 1, 0, 0, 0)


def handout(name: str) -> dict[str, str]:
    """Return every part of the handout's package in a theme, by its name."""
    furniture = {**HEADERS, **FOOTERS}
    return _package(name, Body(COLOURS[name]).document(), handout_styles(COLOURS[name]), furniture)


def onepage(name: str) -> dict[str, str]:
    """Return every part of the one page's package in a theme, by its name."""
    return _package(name, onepage_document(COLOURS[name]), page_styles(COLOURS[name]), {})


def _package(name: str, document: str, styles: str, furniture: Mapping[str, str]) -> dict[str, str]:
    return {
        "[Content_Types].xml": content_types(furniture),
        "_rels/.rels": package_rels(),
        "docProps/core.xml": core(),
        "word/document.xml": document,
        "word/_rels/document.xml.rels": part_rels(furniture),
        "word/styles.xml": styles,
        "word/settings.xml": settings(),
        "word/fontTable.xml": font_table(),
        "word/theme/theme1.xml": theme(name, COLOURS[name]),
        **{f"word/{part}.xml": xml for part, xml in furniture.items()},
    }


def main() -> None:
    """Write the templates of every theme to their places, or to the folder given."""
    folder = Path(sys.argv[1]) if len(sys.argv) > 1 else TARGET
    for name in COLOURS:
        for file, parts in (("handout.docx", handout(name)), ("onepage.docx", onepage(name))):
            _write(folder / name / file, parts)


def _write(target: Path, parts: Mapping[str, str]) -> None:
    target.parent.mkdir(parents=True, exist_ok=True)
    with zipfile.ZipFile(target, "w", zipfile.ZIP_DEFLATED) as package:
        for name, xml in parts.items():
            info = zipfile.ZipInfo(name, _EPOCH)
            info.compress_type = zipfile.ZIP_DEFLATED
            package.writestr(info, xml.encode("utf-8"))
    print(target)


if __name__ == "__main__":
    main()
