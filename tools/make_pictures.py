"""Make docs/images/overview.png: the real output for the seed, as LibreOffice prints it.

Usage: make pictures

Needs LibreOffice and the faces that tests/fonts.conf names. The picture shows the deck's cover and a
slide of points, the handout's first page, and the checklist.
"""

from __future__ import annotations

import subprocess
import sys
import tempfile
from pathlib import Path

from PIL import Image

from drawing import drawn

ROOT = Path(__file__).resolve().parent.parent
SEED = next((ROOT / "seeds").glob("*.txt"))
TARGET = ROOT / "docs" / "images" / "overview.png"
WIDTH, GAP, BACKGROUND = 1600, 24, (226, 224, 220)


def pages(folder: Path, suffix: str) -> list[Image.Image]:
    """Print the output of one kind and return its pages."""
    (source,) = folder.glob(f"*{suffix}")
    return drawn({source.name: source.read_bytes()})[0]


def scaled(image: Image.Image, width: int) -> Image.Image:
    """The image at that width."""
    return image.resize((width, round(image.height * width / image.width)), Image.Resampling.LANCZOS)


def overview(folder: Path, points: int) -> Image.Image:
    """Set four pages: two slides over the checklist on the left, the handout's first page on the right.

    Args:
        folder: where the outputs lie.
        points: index of the slide of points to show.
    """
    slides, handout, checklist = (pages(folder, suffix) for suffix in (".pptx", ".docx", ".xlsx"))
    left = WIDTH * 58 // 100 - 2 * GAP
    half = (left - GAP) // 2
    small = [scaled(slides[index], half) for index in (0, points)]
    sheet = scaled(checklist[0], left)
    height = small[0].height + GAP + sheet.height
    paper = handout[0].resize(
        (round(handout[0].width * height / handout[0].height), height), Image.Resampling.LANCZOS
    )
    board = Image.new("RGB", (left + paper.width + 3 * GAP, height + 2 * GAP), BACKGROUND)
    board.paste(small[0], (GAP, GAP))
    board.paste(small[1], (GAP + half + GAP, GAP))
    board.paste(sheet, (GAP, 2 * GAP + small[0].height))
    board.paste(paper, (left + 2 * GAP, GAP))
    return board


def main() -> None:
    """Build the seed and write the picture."""
    with tempfile.TemporaryDirectory() as name:
        folder = Path(name)
        command = [sys.executable, "-m", "reportgen", "build", str(SEED), "-q", "-o", name]
        subprocess.run(command, check=True)
        TARGET.parent.mkdir(parents=True, exist_ok=True)
        picture = overview(folder, points=int(sys.argv[1]) if len(sys.argv) > 1 else 5)
        picture.quantize(128).save(TARGET, optimize=True)
    print(f"{TARGET.relative_to(ROOT)}: {picture.width}×{picture.height}")


if __name__ == "__main__":
    main()
