"""The shipped templates of decks are as their script makes them: a measure is changed in one place."""

from pathlib import Path

import pytest

from reportgen.themes import shipped

ROOT = Path(__file__).parents[2]


@pytest.fixture(scope="module")
def script():
    """The script, which lies with its parts under tools/."""
    with pytest.MonkeyPatch.context() as patch:
        patch.syspath_prepend(str(ROOT / "tools"))
        import make_deck_template

        yield make_deck_template


@pytest.mark.parametrize("ratio", ["wide", "standard"])
@pytest.mark.parametrize("theme", shipped(), ids=lambda theme: theme.name)
def test_a_shipped_template_is_as_its_script_makes_it(theme, ratio, script):
    page = getattr(script.Page, ratio)()
    same = (theme.folder / page.file).read_bytes() == script.made(theme.name, page)
    assert same, "run tools/make_deck_template.py"
