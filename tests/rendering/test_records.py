"""What is written down of the shipped templates is what their script writes now."""

from pathlib import Path

from reportgen.rendering.docx import records
from reportgen.rendering.xlsx import frame

ROOT = Path(__file__).parents[2]


def test_the_records_are_those_that_the_script_makes(monkeypatch):
    monkeypatch.syspath_prepend(str(ROOT / "tools"))
    import record_templates

    found = {path: path.read_text("utf-8") for one in (records, frame) for path in one.FOLDER.iterdir()}
    assert found == record_templates.recorded(), "run tools/record_templates.py"
