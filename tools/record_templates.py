"""Write down what is known of the shipped handout templates beforehand, so that no build finds it out again.

Usage: python tools/record_templates.py

Run it whenever a template has changed; `tests/rendering/test_docx_records.py` says when.
"""

from __future__ import annotations

import json

from reportgen.products.table import PRODUCTS
from reportgen.rendering.docx.looking import sheet_of
from reportgen.rendering.docx.recording import plain_record
from reportgen.rendering.docx.records import FOLDER, digest
from reportgen.rendering.docx.tags import HANDOUT, PAGE
from reportgen.themes import shipped

TAGS = {"handout.docx": HANDOUT, "onepage.docx": PAGE}


def records() -> dict[str, str]:
    """Return the records of all shipped templates, each with the name of its file."""
    found = {}
    for theme in shipped():
        for name in (one.template for one in PRODUCTS if one.template in TAGS):
            path = theme.folder / name
            data, tags = path.read_bytes(), TAGS[name]
            plain = plain_record(data, sheet_of(data, tags, path), tags)
            found[f"{digest(data)}.json"] = json.dumps(plain, ensure_ascii=False, indent=0) + "\n"
    return found


if __name__ == "__main__":
    FOLDER.mkdir(exist_ok=True)
    for old in FOLDER.glob("*.json"):
        old.unlink()
    for name, text in records().items():
        (FOLDER / name).write_text(text, "utf-8")
