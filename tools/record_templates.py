"""Write down what is known of the shipped templates beforehand, so that no build finds it out again.

Usage: python tools/record_templates.py

Run it whenever a handout's template, a checklist's look or what renders them has changed; tests say when.
"""

from __future__ import annotations

import json
from typing import TYPE_CHECKING

from reportgen.planning.checklist import Checklist
from reportgen.rendering.docx import records
from reportgen.rendering.docx.looking import sheet_of
from reportgen.rendering.docx.recording import plain_record
from reportgen.rendering.docx.tags import HANDOUT, PAGE
from reportgen.rendering.xlsx import frame, open_look
from reportgen.themes import shipped

if TYPE_CHECKING:
    from pathlib import Path

TAGS = {"handout.docx": HANDOUT, "onepage.docx": PAGE}
EMPTY = Checklist("落实清单", "", ())


def recorded() -> dict[Path, str]:
    """Return what is written down of all shipped themes, by the files that it stands in."""
    found = {}
    for theme in shipped():
        for name, tags in TAGS.items():
            path = theme.folder / name
            data = path.read_bytes()
            plain = plain_record(data, sheet_of(data, tags, path), tags)
            found[records.FOLDER / f"{records.digest(data)}.json"] = _text(plain)
        look = open_look(theme.folder / "checklist.toml")
        found[frame.FOLDER / f"{frame.key_of(EMPTY, look)}.json"] = _text(frame.made(EMPTY, look))
    return found


def _text(plain: object) -> str:
    return json.dumps(plain, ensure_ascii=False, indent=0) + "\n"


if __name__ == "__main__":
    for folder in (records.FOLDER, frame.FOLDER):
        folder.mkdir(exist_ok=True)
        for old in folder.glob("*.json"):
            old.unlink()
    for path, text in recorded().items():
        path.write_text(text, "utf-8")
