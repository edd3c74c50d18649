"""Pictures of slides beside LibreOffice's pages of the same deck: ink stands in the same places."""

import os
import shutil
import subprocess
from pathlib import Path

import pypdfium2
import pytest
from PIL import Image, ImageChops, ImageStat

from deckplans import deck_of, read_brief_of
from reportgen.rendering.pptx import open_deck, render_deck
from reportgen.rendering.svg import render_svg
from reportgen.themes import shipped
from soffice import FONTS, saved_as
from waiting import HANGS

CHROMIUM = shutil.which("chromium")
SEED = next(iter(sorted((Path(__file__).parents[2] / "seeds").iterdir()))).stem
_SIDES = (960, 540)
_MOST_APART = 4.0
"""Levels of 255 that two pictures are apart in the mean, each seen as from afar."""
_NEAR = 4
"""Points by which the outermost ink may be apart."""

pytestmark = [
    pytest.mark.render,
    pytest.mark.skipif(CHROMIUM is None, reason="chromium, which draws the pictures, is not installed"),
]


def drawn(picture, folder):
    """A picture as Chromium draws it, a pixel a point."""
    source, target = folder / "one.svg", folder / "one.png"
    source.write_text(picture, encoding="utf-8")
    size = f"--window-size={_SIDES[0]},{_SIDES[1]}"
    subprocess.run(
        [
            CHROMIUM,
            "--headless",
            "--no-sandbox",
            "--disable-gpu",
            size,
            f"--screenshot={target}",
            source.as_uri(),
        ],
        check=True,
        capture_output=True,
        timeout=HANGS,
        env={**os.environ, "FONTCONFIG_FILE": str(FONTS), "HOME": str(folder)},
    )
    return Image.open(target).convert("L")


def inked(image):
    """Where ink stands: what differs from the ground at the right edge, in points."""
    ground = Image.new("L", image.size, image.getpixel((_SIDES[0] - 8, 8)))
    return ImageChops.difference(image, ground).point(lambda level: 255 if level > 60 else 0).getbbox()


@pytest.mark.parametrize("theme", [one.name for one in shipped()])
def test_pictures_look_as_the_pages_do(theme, tmp_path):
    (folder,) = [one.folder for one in shipped() if one.name == theme]
    template = open_deck(folder / "deck.pptx")
    deck = deck_of(read_brief_of(SEED), layouts=template.layouts)
    (tmp_path / "deck.pptx").write_bytes(render_deck(deck, template))
    saved_as("pdf", tmp_path, tmp_path / "deck.pptx")
    pages = pypdfium2.PdfDocument(tmp_path / "deck.pdf")
    for number, (picture, page) in enumerate(zip(render_svg(deck, template), pages, strict=True)):
        own = drawn(picture, tmp_path)
        other = page.render(scale=1).to_pil().convert("L").resize(_SIDES)
        afar = [one.resize((160, 90), Image.Resampling.BOX) for one in (own, other)]
        apart = ImageStat.Stat(ImageChops.difference(*afar)).mean[0]
        assert apart < _MOST_APART, (number, apart)
        if deck.slides[number].layout not in {"cover", "closing"}:  # a gradient has no ground
            edges = zip(inked(own), inked(other), strict=True)
            assert all(abs(mine - its) <= _NEAR for mine, its in edges), (number, inked(own), inked(other))
