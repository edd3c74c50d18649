"""What the shell may offer behind the cursor: kinds of file, rules, folders of templates, files that fit.

A shell's script (see `shells`) runs the program with `VARIABLE` set and the words up to the cursor as
arguments; the answer is a line each, the word and, behind a tab, what it means.
"""

from __future__ import annotations

import os
from collections.abc import Callable, Iterable, Iterator, Sequence
from importlib import import_module
from pathlib import Path
from types import SimpleNamespace

import typer

VARIABLE = "_REPORTGEN_COMPLETE"
"""Set to the name of the shell by its script."""
_QUOTES = ("'", '"')
Offer = tuple[str, str]
"""A word with what it means."""


def answer(program: object, words: Sequence[str], shell: str) -> str:
    """Return what may stand in place of the last word.

    Args:
        program: the top command, as the parser has it.
        words: what stands behind the program's name, the last one unfinished and perhaps empty.
        shell: the name of the shell; bash puts the slash behind folders itself.
    """
    *before, last = _joined(words) or [""]
    # The parser's base classes are Typer's own or Click's, depending on the version.
    package = typer.BadParameter.__module__.rpartition(".")[0]
    engine = import_module(f"{package}.shell_completion").ShellComplete
    asked = SimpleNamespace(cli=program, ctx_args={}, prog_name="reportgen")
    lines = []
    for found in engine.get_completions(asked, before, last):
        word = found.value.removesuffix("/") if shell == "bash" else found.value
        lines.append(f"{word}\t{found.help}" if found.help else word)
    return "\n".join(lines)


def _joined(words: Sequence[str]) -> list[str]:
    """The words as the program would get them: bash hands over quotes, and cuts at ``=``."""
    joined: list[str] = []
    for word in words:
        if joined and joined[-1].startswith("--") and word == "=":
            joined.append("")
        elif len(joined) > 1 and joined[-1] == "" and joined[-2].startswith("--"):
            joined[-1] = _unquoted(word)
        else:
            joined.append(_unquoted(word))
    return joined


def _unquoted(word: str) -> str:
    if word.startswith(_QUOTES):
        return word[1:].removesuffix(word[0])
    return word.replace("\\", "")


def roles(incomplete: str) -> Iterator[Offer]:
    """Offer kinds of file; behind a comma those that are not named yet."""
    from reportgen.products import PRODUCTS, USUAL

    by_role = {product.role: product.application for product in PRODUCTS}
    yield from _listed(incomplete, by_role | {product.kind: product.role for product in USUAL})


def degrees(incomplete: str) -> Iterator[Offer]:
    """Offer how much may be said."""
    from reportgen.planning.length import DEGREES

    yield from ((name, "") for name in DEGREES if name.startswith(incomplete))


def ratios(incomplete: str) -> Iterator[Offer]:
    """Offer the sides that slides may have."""
    from reportgen.themes import Ratio

    yield from ((one.value, "") for one in Ratio if one.startswith(incomplete))


def originals(incomplete: str) -> Iterator[Offer]:
    """Offer whether the speech stands behind the handout."""
    from reportgen.planning.length import ORIGINALS

    yield from ((name, "") for name in ORIGINALS if name.startswith(incomplete))


def rules(incomplete: str) -> Iterator[Offer]:
    """Offer the names of the rules of proofreading."""
    from reportgen.analysis.proofreading import RULES

    yield from _listed(incomplete, {rule.name: rule.title for rule in RULES})


def _listed(incomplete: str, meanings: dict[str, str]) -> Iterator[Offer]:
    done, comma, _ = incomplete.rpartition(",")
    named = done.split(",")
    yield from ((done + comma + name, told) for name, told in meanings.items() if name not in named)


def speeches(incomplete: str) -> Iterator[Offer]:
    """Offer the files that can be speeches or briefs, and folders."""
    from reportgen.briefing import BRIEFS
    from reportgen.readers.formats import SUFFIXES

    yield from _entries(incomplete, lambda path: path.suffix.lower() in SUFFIXES | BRIEFS)


def outputs(incomplete: str) -> Iterator[Offer]:
    """Offer the files that can be compared with their speech, and folders."""
    from reportgen.products import SUFFIXES

    yield from _entries(incomplete, lambda path: path.suffix.lower() in SUFFIXES)


def shown(incomplete: str) -> Iterator[Offer]:
    """Offer the files whose pages can be shown, those of speeches among them, and folders."""
    from reportgen.briefing import BRIEFS
    from reportgen.readers.formats import SUFFIXES
    from reportgen.showing import OTHER_SUFFIXES

    yield from _entries(incomplete, lambda path: path.suffix.lower() in SUFFIXES | BRIEFS | OTHER_SUFFIXES)


def pictures(incomplete: str) -> Iterator[Offer]:
    """Offer pictures to be replaced, and folders."""
    yield from _entries(incomplete, lambda path: path.suffix.lower() == ".png")


def files(incomplete: str) -> Iterator[Offer]:
    """Offer all files and folders."""
    yield from _entries(incomplete, lambda _path: True)


def folders(incomplete: str) -> Iterator[Offer]:
    """Offer folders."""
    yield from _entries(incomplete, lambda _path: False)


def themes(incomplete: str) -> Iterator[Offer]:
    """Offer the themes that we ship and folders, and say which of these hold templates."""
    from reportgen.choices import has_templates
    from reportgen.themes import shipped

    yield from ((theme.name, "自带的主题") for theme in shipped())
    for name, _ in folders(incomplete):
        yield name, "有模板" if has_templates(Path(name).expanduser()) else ""


def _entries(incomplete: str, fits: Callable[[Path], bool]) -> Iterator[Offer]:
    above, slash, begun = incomplete.rpartition("/")
    for entry in _in_folder(Path(above + slash).expanduser() if slash else Path()):
        hidden = entry.name.startswith(".") and not begun.startswith(".")
        if not hidden and (entry.is_dir() or fits(entry)):
            yield above + slash + entry.name + ("/" if entry.is_dir() else ""), ""


def _in_folder(folder: Path) -> Iterable[Path]:
    """What can be offered of a folder; nothing of one that cannot be opened: the program will say so."""
    if not (folder.is_dir() and os.access(folder, os.R_OK | os.X_OK)):
        return ()
    return sorted(folder.iterdir())
