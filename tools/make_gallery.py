"""Make docs/gallery/: what decks of five speeches look like in every look, as LibreOffice prints them.

Usage: make gallery, or python tools/make_gallery.py NAME… for some of the speeches only.

Needs LibreOffice and the faces that tests/fonts.conf names. Each picture is a contact sheet of one deck.
"""

from __future__ import annotations

import subprocess
import sys
import tempfile
from pathlib import Path

from PIL import Image

from drawing import drawn
from reportgen.themes import shipped

ROOT = Path(__file__).resolve().parent.parent
TARGET = ROOT / "docs" / "gallery"
SPEECHES = {
    "seed": next((ROOT / "seeds").glob("*.txt")),
    **{name: ROOT / "bench" / "speeches" / name for name in ("g01.txt", "c03.md", "h01.txt", "s02.txt")},
}
"""The seed and four speeches of other shapes: county, company, hospital, school."""
COLUMNS, WIDTH, GAP, BACKGROUND = 4, 320, 8, (226, 224, 220)
COLOURS = 96
"""Colours of a picture: enough for a gradient that is seen small, and half as large."""


def sheet(slides: list[Image.Image]) -> Image.Image:
    """Set slides side by side, row by row."""
    tall = round(slides[0].height * WIDTH / slides[0].width)
    rows = -(-len(slides) // COLUMNS)
    across = min(COLUMNS, len(slides))
    board = Image.new("RGB", (across * (WIDTH + GAP) + GAP, rows * (tall + GAP) + GAP), BACKGROUND)
    for at, slide in enumerate(slides):
        row, column = divmod(at, COLUMNS)
        small = slide.resize((WIDTH, tall), Image.Resampling.LANCZOS)
        board.paste(small, (GAP + column * (WIDTH + GAP), GAP + row * (tall + GAP)))
    return board


def made(speech: Path, theme: str) -> Image.Image:
    """Build the deck of a speech in a look, and return its contact sheet."""
    with tempfile.TemporaryDirectory() as name:
        folder = Path(name)
        options = ["--only", "pptx", "--theme", theme, "-q", "-o", name]
        subprocess.run([sys.executable, "-m", "reportgen", "build", str(speech), *options], check=True)
        (deck,) = folder.glob("*.pptx")
        return sheet(drawn({deck.name: deck.read_bytes()})[0])


def main() -> None:
    """Write a picture of each speech in each look, or of those named."""
    TARGET.mkdir(parents=True, exist_ok=True)
    for name in sys.argv[1:] or SPEECHES:
        for theme in shipped():
            path = TARGET / f"{Path(name).stem}-{theme.name}.png"
            made(SPEECHES[name], theme.name).quantize(COLOURS, dither=Image.Dither.NONE).save(
                path, optimize=True
            )
            print(f"{path.relative_to(ROOT)}: {path.stat().st_size // 1024} KB")


if __name__ == "__main__":
    main()
