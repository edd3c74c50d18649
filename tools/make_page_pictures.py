"""Take the picture of the page's three steps that the READMEs show, in Debian's Chromium.

python tools/make_page_pictures.py
"""

from __future__ import annotations

import io
import re
import shutil
import subprocess
import sys
from pathlib import Path

from PIL import Image
from playwright.sync_api import Page, sync_playwright

PICTURE = Path(__file__).parents[1] / "docs" / "images" / "page.png"
SIZE = {"width": 1440, "height": 900}
WIDE = 960
"""Pixels of the picture's width."""


def steps(page: Page) -> list[bytes]:
    """Go the way with the sample, and return a picture of each step."""
    page.wait_for_selector("#drop")
    first = page.screenshot()
    page.click("#sample")
    page.wait_for_selector("#work")
    page.click("text=助力优化营商环境")
    page.wait_for_selector('#work[data-part="1.1"]')
    page.locator(".lines input[type=checkbox]").nth(3).click()
    page.wait_for_selector('#work[data-revision="1"]')
    page.locator(".lines details summary").nth(2).click()
    page.wait_for_selector("#proof .ok")
    second = page.screenshot()
    page.click("text=下一步：取成品")
    page.locator(".cover img").nth(2).wait_for()
    return [first, second, page.screenshot()]


def main() -> None:
    """Write the picture."""
    command = [sys.executable, "-m", "reportgen", "serve", "--no-browser"]
    with subprocess.Popen(command, stderr=subprocess.PIPE, text=True, encoding="utf-8") as server:
        address = re.search(r"http://\S+", server.stderr.readline())[0]
        with sync_playwright() as playwright:
            browser = playwright.chromium.launch(
                executable_path=shutil.which("chromium"), args=["--no-sandbox"]
            )
            page = browser.new_page(viewport=SIZE)
            page.goto(address)
            shots = [Image.open(io.BytesIO(shot)).convert("RGB") for shot in steps(page)]
            browser.close()
        server.terminate()
        server.communicate()
    tall = round(SIZE["height"] * WIDE / SIZE["width"])
    whole = Image.new("RGB", (WIDE, 3 * tall + 16), "#999999")
    for at, shot in enumerate(shots):
        whole.paste(shot.resize((WIDE, tall), Image.Resampling.LANCZOS), (0, at * (tall + 8)))
    whole.quantize(192).save(PICTURE, optimize=True)


if __name__ == "__main__":
    main()
