"""What programs call: the commands as functions, with plain values for options and dataclasses for results.

`reportgen` itself gives these names; docs/api.md describes them. Nothing here prints. Whatever the user can
mend is a `ReportgenError`, whose `str()` is the line that the command line shows.
"""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import replace
from pathlib import Path
from typing import Any

from reportgen import briefing, building, plain, previewing, proofing
from reportgen.analysis import Brief
from reportgen.batch import find_speeches as _find
from reportgen.choices import chosen_length, chosen_products, chosen_ratio, chosen_rules
from reportgen.coercing import Fills, Names, StrPath, a_path, a_theme, fills, names
from reportgen.coercing import paths as as_paths
from reportgen.commenting import save, targets
from reportgen.options import Options
from reportgen.outline import Document
from reportgen.planning.facts import Facts
from reportgen.results import Built, Checked, Previewed
from reportgen.verifying import Verification, find_outputs, verify_files


def build(  # noqa: PLR0913  one parameter an option
    path: StrPath,
    *,
    output: StrPath = "output",
    only: Names = (),
    fill: Fills = (),
    title: str | None = None,
    speaker: str | None = None,
    unit: str | None = None,
    date: str | None = None,
    theme: StrPath | None = None,
    template: StrPath | None = None,
    length: str | None = None,
    slides: int | None = None,
    minutes: float | None = None,
    ratio: str | None = None,
    original: str | None = None,
    glossary: bool = False,
    anyway: bool = False,
    pdf: bool = False,
) -> Built:
    """Turn one speech, or an edited brief, into the files asked for.

    Args:
        path: the speech; ``-`` for standard input.
        output: the folder to write to; made if missing.
        only: kinds of file (``要点``, ``幻灯片``, ``落实清单``, ``一页纸``; ``docx``, ``pptx``,
            ``xlsx``); the first three if empty.
        fill: what masked names read: ``{"**": "某县", "**#2": "某镇"}`` or ``["**=某县"]``.
        title: the title, where the text has none; speaker, unit and date likewise, printed as they are given.
        speaker: who spoke.
        unit: of which body.
        date: when.
        theme: the name of a theme that we ship, or a folder with templates of one's own.
        template: another name for `theme`.
        length: how much to say: ``简``, ``标准`` or ``详`` (``brief``, ``standard``, ``full``).
        slides: about how many slides the deck should have.
        minutes: or about how long it is to be shown.
        ratio: the sides of a slide, ``16:9`` or ``4:3``; those of the template if None.
        original: whether the speech stands behind the handout: ``附后`` (as it does by itself) or ``不附``.
        glossary: whether to print what set phrases stand for.
        anyway: whether to write files that do not say what the speech says, with a warning.
        pdf: whether to print each file as PDF besides, which LibreOffice does.

    Raises:
        UsageError: an option cannot be meant.
        SourceError: the speech cannot be read.
        BriefError: an edited brief is broken.
        TemplateError: a template cannot be used.
        FidelityError: what was made differs from the speech; nothing is written then.
        PictureError: it cannot be printed as PDF; nothing is written then.
        OutputError: a file cannot be written; nothing is written then.
    """
    options = Options(
        a_path(output, "--output "),
        chosen_products(names(only)),
        Facts(title or None, speaker or None, unit or None, date or None),
        fills(fill),
        a_theme(theme if theme is not None else template),
        glossary,
        anyway,
        chosen_length(length, slides, minutes, original),
        chosen_ratio(ratio),
        pdf,
    )
    return building.build(a_path(path), options)


def preview(  # noqa: PLR0913  one parameter an option
    path: StrPath,
    *,
    output: StrPath | None = None,
    pdf: bool = False,
    as_is: bool = False,
    only: Names = (),
    fill: Fills = (),
    title: str | None = None,
    speaker: str | None = None,
    unit: str | None = None,
    date: str | None = None,
    theme: StrPath | None = None,
    template: StrPath | None = None,
    length: str | None = None,
    slides: int | None = None,
    minutes: float | None = None,
    ratio: str | None = None,
    original: str | None = None,
    glossary: bool = False,
    anyway: bool = False,
) -> Previewed:
    """Draw the pages of an Office file, or of what would be made of a speech; LibreOffice prints them.

    Args:
        path: the file; or the speech or edited brief, which is built where nobody sees it.
        output: a picture (``.png``): the contact sheet; a folder: the sheet and a picture of each page.
            Without it the sheet alone, in ``output`` for a speech, beside a file for that.
        pdf: whether to write the PDFs too.
        as_is: whether a Word file that we have not made is shown as it is; else it is a speech.
        only: what is built of a speech, like all that follows; see `build`.
        fill: see `build`.
        title: see `build`.
        speaker: see `build`.
        unit: see `build`.
        date: see `build`.
        theme: see `build`.
        template: see `build`.
        length: see `build`.
        slides: see `build`.
        minutes: see `build`.
        ratio: see `build`.
        original: see `build`.
        glossary: see `build`.
        anyway: see `build`.

    Raises:
        PictureError: there is no LibreOffice, or it cannot print the file; nothing is written then.
        CheckError: the file is damaged.
        ReportgenError: what `build` raises.
    """
    options = Options(
        products=chosen_products(names(only)),
        facts=Facts(title or None, speaker or None, unit or None, date or None),
        fills=fills(fill),
        theme=a_theme(theme if theme is not None else template),
        glossary=glossary,
        anyway=anyway,
        length=chosen_length(length, slides, minutes, original),
        ratio=chosen_ratio(ratio),
    )
    target = None if output is None else str(a_path(output, "--output "))
    return previewing.preview(a_path(path), options, previewing.wanted(target, pdf=pdf, itself=as_is))


def parse(path: StrPath, *, fill: Fills = ()) -> Document:
    """Read and parse a speech; `to_text` and `to_json` show it as the command does.

    Raises:
        SourceError: the speech cannot be read.
        UsageError: a fill names a mask that is not there.
    """
    return briefing.outline(a_path(path), fills(fill))


def brief(path: StrPath, *, fill: Fills = ()) -> Brief:
    """Say what a speech says; `to_text` gives the YAML that an editor changes and `build` takes.

    Raises:
        SourceError: the speech cannot be read.
        BriefError: an edited brief is broken.
        UsageError: a fill names a mask that is not there.
    """
    return briefing.brief(a_path(path), fills(fill))


def check(path: StrPath, *, rule: Names = (), skip: Names = (), docx: StrPath | None = None) -> Checked:
    """Proofread a speech.

    Args:
        path: the speech.
        rule: names of the rules to apply; all if empty.
        skip: names of rules to leave out.
        docx: where to write the speech as a Word file with comments, a file or a folder.

    Raises:
        SourceError: the speech cannot be read.
        UsageError: there is no rule of that name.
        OutputError: the Word file cannot be written.
    """
    speech = a_path(path)
    target = targets([speech], str(a_path(docx, "--docx "))) if docx is not None else {}
    checked = proofing.check(speech, chosen_rules(names(rule), names(skip)))
    return replace(checked, written=save(checked, target[speech])) if target else checked


def verify(  # noqa: PLR0913  one parameter an option
    files: StrPath | Iterable[StrPath],
    *,
    source: StrPath,
    fill: Fills = (),
    title: str | None = None,
    speaker: str | None = None,
    unit: str | None = None,
    date: str | None = None,
    theme: StrPath | None = None,
    template: StrPath | None = None,
    length: str | None = None,
    slides: int | None = None,
    minutes: float | None = None,
    ratio: str | None = None,
    original: str | None = None,
    glossary: bool = False,
) -> Verification:
    """Compare files with the speech that they were made from; one that cannot be read is told in its place.

    Args:
        files: Word, PowerPoint and Excel files, and folders of such.
        source: the speech, or the edited brief.
        fill: as the files were built, like all that follows.
        title: the title that was given.
        speaker: the speaker that was given.
        unit: the body that was given.
        date: the date that was given.
        theme: the theme that was used.
        template: another name for `theme`.
        length: the length that was asked for.
        slides: the number of slides that was asked for.
        minutes: the minutes that were asked for.
        ratio: the sides that were asked for.
        original: what was asked for about the speech behind the handout.
        glossary: whether meanings were printed.

    Raises:
        SourceError: the speech cannot be read.
        BriefError: an edited brief is broken.
        CheckError: a folder holds no such file.
        TemplateError: a template cannot be used.
        UsageError: an option cannot be meant.
    """
    options = Options(
        facts=Facts(title or None, speaker or None, unit or None, date or None),
        fills=fills(fill),
        theme=a_theme(theme if theme is not None else template),
        glossary=glossary,
        length=chosen_length(length, slides, minutes, original),
        ratio=chosen_ratio(ratio),
    )
    found = find_outputs([str(a_path(one, "文件")) for one in as_paths(files)])
    return verify_files(found, a_path(source, "--source "), options)


def find_speeches(paths: StrPath | Iterable[StrPath]) -> tuple[Path, ...]:
    """Return the speeches that files and folders hold, as `build` with several of them would take them.

    Raises:
        SourceError: a folder holds no speech, or cannot be opened.
        OutputError: two speeches would write files of the same names.
    """
    return _find([str(a_path(one)) for one in as_paths(paths)])


def to_json(result: Built | Previewed | Checked | Verification | Document | Brief) -> dict[str, Any]:
    """Return a result as plain data: what ``--json`` prints for one speech (docs/json.md).

    Raises:
        TypeError: it is no result of these functions.
    """
    if isinstance(result, Document):
        from reportgen.outline.notation import to_json as plain_outline

        return plain_outline(result)
    if isinstance(result, Brief):
        from reportgen.analysis.notation import to_json as plain_brief

        return plain_brief(result)
    if isinstance(result, Built):
        return plain.built(result)
    if isinstance(result, Previewed):
        return plain.previewed(result)
    if isinstance(result, Checked):
        return plain.checked(result)
    if isinstance(result, Verification):
        return plain.verification(result)
    raise TypeError(f"no result of reportgen: {type(result).__name__}")


def to_text(result: Document | Brief) -> str:
    """Return an outline as a tree, a brief as YAML: what the commands print.

    Raises:
        TypeError: it is neither.
    """
    if isinstance(result, Document):
        from reportgen.outline.notation import to_text as tree

        return tree(result)
    if isinstance(result, Brief):
        from reportgen.analysis.notation import dump

        return dump(result)
    raise TypeError(f"neither outline nor brief: {type(result).__name__}")
