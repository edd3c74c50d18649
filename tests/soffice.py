"""The real LibreOffice, where it is installed: every call has a user's profile of its own.

Two that share one would wait for each other, or the second would end without a word.
"""

import os
import subprocess
from pathlib import Path

from waiting import HANGS

FONTS = Path(__file__).with_name("fonts.conf")


def saved_as(kind, folder, *paths):
    """Let it save files as another kind (a suffix, or one with a filter behind a colon) into a folder."""
    profile = f"-env:UserInstallation={(folder / 'profile').as_uri()}"
    command = ["soffice", "--headless", profile, "--convert-to", kind, "--outdir", str(folder)]
    subprocess.run(
        [*command, *map(str, paths)],
        env={**os.environ, "FONTCONFIG_FILE": str(FONTS)},
        check=True,
        capture_output=True,
        timeout=HANGS,
    )
