"""From a speech to files in place: the order of the stages, and nothing else."""

from __future__ import annotations

from typing import TYPE_CHECKING

from reportgen import picturing
from reportgen.abridging import abridged
from reportgen.briefing import is_brief, printed_brief
from reportgen.comparing import Basis, compared, proof_for, require_faithful
from reportgen.naming import output_names, pdf_name
from reportgen.noticing import contents_of, notices_of, odd_date, reading_of
from reportgen.options import require_short
from reportgen.planning.facts import Imprint
from reportgen.products import Made, make, opened
from reportgen.readers import stem_of
from reportgen.rendering.mark import MARK
from reportgen.results import Built, Output, Stage
from reportgen.writing import require_no_input, require_writable, write_all

if TYPE_CHECKING:
    from collections.abc import Iterable
    from pathlib import Path

    from reportgen.options import Options


def build(path: Path, options: Options) -> Built:
    """Turn one speech into the files asked for.

    Raises:
        FidelityError: what was made does not say what the speech says; nothing is written then.
        OutputError: the files cannot be written, which is told before the work where it can be known.
        PictureError: they cannot be printed as PDF, where that was asked for; nothing is written then.
        ReportgenError: a file or template cannot be used; nothing is written then.
    """
    options.notify(Stage.READ)
    if options.pdf:
        picturing.require_printer(str(path))
    is_edited = is_brief(path)
    # A brief keeps the name of its speech.
    names = {} if is_edited else output_names(path, stem_of(path), options)
    require_writable(options.directory, _with_pdfs(names.values(), options))
    said = printed_brief(path, options)
    require_short(said.facts, str(path))
    source = said.document.source
    names = output_names(path, source.stem, options)
    targets = _with_pdfs(names.values(), options)
    if is_edited:
        require_writable(options.directory, targets)
    require_no_input((options.directory / name for name in targets), (path, *options.inputs))

    templates = opened(names, options.theme, options.ratio)
    # What an editor has left of a brief is in the plan; headings that he took out are not owed.
    basis = Basis.of(said, options, templates, is_edited=is_edited)
    made: dict[str, Made] = {}
    for product, name in names.items():
        options.notify(Stage.making(product.role))
        made[name] = make(product, said, basis.facts, options.length, templates[product])

    options.notify(Stage.COMPARE)
    found = compared(made, basis)
    unfaithful = tuple(require_faithful(made, found, options))

    files = {name: one.data for name, one in made.items()}
    if options.pdf:
        options.notify(Stage.PRINT)
        pdfs = picturing.printed(files, str(path), mark=MARK)
        files |= {pdf_name(name): pdf for name, pdf in pdfs.items()}

    options.notify(Stage.WRITE)
    written = {one.path.name: one for one in write_all(options.directory, files)}
    outputs = tuple(
        Output(one.product, written[name], one.counts, written.get(pdf_name(name)))
        for name, one in made.items()
    )
    short = abridged(made.values(), said, options.length)
    notices = (*unfaithful, *odd_date(options.facts), *notices_of(said, basis.facts), *short)
    title = Imprint.of(said.document, basis.facts).title
    proof = proof_for(made.values(), found)
    contents = tuple(contents_of(said.document))
    return Built(path, source.sha256, title, outputs, notices, reading_of(said), proof, contents)


def _with_pdfs(names: Iterable[str], options: Options) -> tuple[str, ...]:
    """The names of all files of a run: those given, and their PDFs where these are wanted."""
    files = tuple(names)
    return (*files, *map(pdf_name, files)) if options.pdf else files
