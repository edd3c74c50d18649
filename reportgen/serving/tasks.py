"""What a process of its own is asked to do for the page: everything that touches a speech or a file.

Arguments and answers are plain data; what cannot be done comes back as ``error``, one line for the user in
which no path of this machine stands.
"""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from pathlib import Path
from typing import TYPE_CHECKING, Any

from reportgen.errors import ReportgenError, UsageError, contained

if TYPE_CHECKING:
    from reportgen.analysis import Brief
    from reportgen.options import Options

Plain = dict[str, Any]


def work(task: str, given: Plain) -> Plain:
    """Do one task; a fault that a user can mend is told.

    Raises:
        MemoryError: the limit of this process has been reached.
    """
    try:
        with contained(given["name"]):
            return _TASKS[task](given)
    except ReportgenError as error:
        if _is_exhausted(error):
            raise MemoryError from error
        return {"error": _told(error, given)}


def _is_exhausted(fault: BaseException | None) -> bool:
    while fault is not None and not isinstance(fault, MemoryError):
        fault = fault.__cause__ or fault.__context__
    return fault is not None


def _told(error: ReportgenError, given: Plain) -> str:
    line = str(error)
    for key in ("path", "folder", "file", "theme"):
        if (path := given.get(key)) and len(path) > 1 and "/" in path.replace("\\", "/"):
            line = line.replace(str(path), given["name"] if key == "path" else Path(path).name)
    return line


def opened(given: Plain) -> Plain:
    """Read a speech, or an edited brief, and say what it says, as a brief in its notation.

    `stage` names the file that is told what is being done.
    """
    from reportgen.analysis.notation import dump

    path, stage = Path(given["path"]), Path(given["stage"])
    said = _edited(path, given["name"]) if _is_brief(path) else _understood(path, given["name"], stage)
    text = dump(said)
    return {"brief": text, **_size(said)}


def _is_brief(path: Path) -> bool:
    from reportgen.briefing import is_brief

    return is_brief(path)


def _edited(path: Path, name: str) -> Brief:
    from reportgen.analysis.notation import load
    from reportgen.readers import read_brief, require_buildable

    said = load(read_brief(path), name)
    require_buildable(said.document.source.text, name)
    return said


def _understood(path: Path, name: str, stage: Path) -> Brief:
    from reportgen.analysis import analyse
    from reportgen.outline import parse, within_limits
    from reportgen.readers import read, require_buildable

    stage.write_text("读稿", "utf-8")
    # What the user calls it, and nothing of where it lies here, goes into the brief.
    source = replace(read(path), path=name)
    stage.write_text("理清结构", "utf-8")
    document = within_limits(parse(source))
    require_buildable(source.text, name)
    stage.write_text("摘取要点", "utf-8")
    return analyse(document)


def _size(said: Brief) -> Plain:
    from reportgen.noticing import reading_of

    reading = reading_of(said)
    return {"characters": reading.characters, "headings": reading.headings}


_KEPT = 8
_briefs: dict[tuple[str, str], Brief] = {}
"""The last briefs by text and name, as the page asks for the same one again."""
_AS_THEY_ARE = frozenset({"tick", "big"})
"""Changes that write no words: what they give is what reading it back gives, which takes longest."""


def loaded(text: str, name: str) -> Brief:
    """Return the brief of a text."""
    from reportgen.analysis.notation import load

    key = text, name
    said = _briefs.pop(key) if key in _briefs else load(text, name)
    return _keep(key, said)


def _keep(key: tuple[str, str], said: Brief) -> Brief:
    _briefs[key] = said
    while len(_briefs) > _KEPT:
        del _briefs[next(iter(_briefs))]
    return said


def options_of(given: Plain) -> Options:
    """Return the options of a build as the page has them chosen."""
    from reportgen.choices import chosen_length, chosen_products, chosen_ratio, theme_of
    from reportgen.options import Options

    return Options(
        products=chosen_products([]),
        theme=theme_of(given.get("theme")),
        length=chosen_length(given.get("length")),
        ratio=chosen_ratio(given.get("ratio")),
        anyway=bool(given.get("anyway")),
    )


def edited(given: Plain) -> Plain:
    """Change a brief; `change` names what is done, and has its arguments beside it."""
    from reportgen.analysis.notation import dump
    from reportgen.serving.changes import changed
    from reportgen.serving.viewing import deck_of

    said = loaded(given["brief"], given["name"])
    new, part = changed(said, given["change"], lambda: deck_of(said, options_of(given)))
    text = dump(new)
    if given["change"].get("do") in _AS_THEY_ARE:
        _keep((text, given["name"]), new)
    else:
        loaded(text, given["name"])  # what cannot be read back is refused here
    return {"brief": text, "part": part}


def looked(given: Plain) -> Plain:
    """Say what the page shows of a brief and of one part of it."""
    from reportgen.serving.viewing import view

    said = loaded(given["brief"], given["name"])
    return view(said, options_of(given), given.get("part", ""))


def drawn(given: Plain) -> Plain:
    """Draw all slides that the brief makes, from the plan."""
    from reportgen.serving.viewing import pictures

    return pictures(loaded(given["brief"], given["name"]), options_of(given))


def made(given: Plain) -> Plain:
    """Build the files of a brief into a folder, as `reportgen build` does."""
    from reportgen import plain
    from reportgen.building import build
    from reportgen.stating import stated

    path, folder = Path(given["path"]), Path(given["folder"])
    path.write_text(given["brief"], "utf-8", newline="\n")
    built = build(path, replace(options_of(given), directory=folder))
    files = [
        {
            "role": one.product.role,
            "name": one.written.path.name,
            "title": one.product.name,
            "kind": one.product.kind,
            "counts": "，".join(
                f"{count} {one.product.units[name]}"
                for name, count in one.counts.items()
                if name in one.product.units
            ),
        }
        for one in built.outputs
    ]
    return {
        "files": files,
        "proof": stated(built.proof),
        "differs": bool(built.proof.differences or built.proof.overflows),
        "notices": [
            one["message"] for one in plain.built(built)["diagnostics"] if one["code"] != "unfilled-mask"
        ],
    }


def verified(given: Plain) -> Plain:
    """Compare a file that somebody has edited with the brief that it was made from."""
    from reportgen import plain
    from reportgen.verifying import verify_files

    path = Path(given["path"])
    path.write_text(given["brief"], "utf-8", newline="\n")
    found = verify_files([Path(given["file"])], path, options_of(given))
    (one,) = found.files
    if one.error:
        raise one.error
    told = plain.verification(found)["files"][0]
    return {"findings": told["findings"], "hint": one.hint, "differs": one.differs}


def pictured(given: Plain) -> Plain:
    """Print a file through LibreOffice and write a picture of each page into a folder."""
    from reportgen import picturing

    file, folder = Path(given["file"]), Path(given["folder"])
    pdf = picturing.printed({file.name: file.read_bytes()}, file.name)[file.name]
    with picturing.Pages(pdf, file.name) as pages:
        count = min(len(pages), _MOST_PAGES)
        for at in range(count):
            (folder / f"{given['kind']}-{at}.png").write_bytes(pages.picture(at))
    return {"pages": count}


def themed(given: Plain) -> Plain:
    """Look a template over that somebody wants to use."""
    from reportgen.products import opened as open_templates

    options = options_of(given)
    if not Path(given["theme"]).is_file():
        raise UsageError("没有这个模板")
    open_templates(options.products, options.theme)
    return {}


_MOST_PAGES = 60
"""Pages of a file that the page shows; the file itself has all."""
_TASKS: dict[str, Callable[[Plain], Plain]] = {
    "open": opened,
    "edit": edited,
    "look": looked,
    "draw": drawn,
    "make": made,
    "verify": verified,
    "picture": pictured,
    "theme": themed,
}
