"""From speech to files: the one place that knows the order of the stages."""

from __future__ import annotations

import re
from collections.abc import Callable, Collection, Iterator, Mapping
from dataclasses import dataclass, field, replace
from functools import reduce
from operator import or_
from pathlib import Path
from typing import TYPE_CHECKING

from reportgen.analysis import Brief
from reportgen.errors import Diagnostic, FidelityError, Severity, UsageError
from reportgen.making import MAKERS, Made
from reportgen.outline import Document
from reportgen.planning.facts import Facts
from reportgen.readers import STANDARD_INPUT, Fill, fill_masks, find_masks, find_scars, read
from reportgen.results import Built, Checked, Notice, Output, Reading, Role, Stage
from reportgen.writing import write_all

if TYPE_CHECKING:
    from reportgen.checking import Comparison, Literals, Proof

_THEME = Path(__file__).parent / "templates" / "red"
# Windows allows none of these in a file name; other systems no slash.
_NOT_IN_NAMES = re.compile(r'[\x00-\x1f<>:"/\\|?*]')
_DATE = re.compile(r"[年月日号]|\d{4}[-./－．]\d")
_LONGEST_NAME = 60  # characters; file systems allow 255 bytes, and a Han character takes three
_BRIEFS = frozenset({".yaml", ".yml"})


@dataclass(frozen=True, slots=True)
class Options:
    """What the user asked for, the same for every speech of a call.

    `theme` is a folder of templates; one that it lacks comes from the theme we ship. `glossary` prints what
    set phrases stand for. `anyway` writes files that do not say what the speech says, with a warning.
    `notify` is told each stage as it begins.
    """

    directory: Path = Path("output")
    roles: tuple[Role, ...] = tuple(Role)
    facts: Facts = field(default_factory=Facts)
    fills: tuple[Fill, ...] = ()
    theme: Path | None = None
    glossary: bool = False
    anyway: bool = False
    notify: Callable[[str], None] = field(default=lambda _stage: None)

    def template(self, role: Role) -> Path:
        """The template for one kind of output."""
        own = self.theme / role.template if self.theme else None
        return own if own and own.exists() else _THEME / role.template


def outline(path: Path, fills: tuple[Fill, ...] = ()) -> Document:
    """Read and parse a speech.

    Raises:
        SourceError: the file cannot be read.
        UsageError: a fill names a mask that is not there.
    """
    from reportgen.outline import parse  # noqa: PLC0415  a stage is loaded when it is reached

    return parse(fill_masks(read(path), fills))


def brief(path: Path, fills: tuple[Fill, ...] = ()) -> Brief:
    """Read a speech and say what it says, or take an edited brief as it is.

    Raises:
        SourceError: the file cannot be read.
        BriefError: an edited brief is broken.
        UsageError: a fill names a mask that is not there, or is given with an edited brief.
    """
    from reportgen.analysis import analyse  # noqa: PLC0415

    if path.suffix.lower() not in _BRIEFS:
        return analyse(outline(path, fills))
    if fills:
        raise UsageError("--fill 不能用于摘要稿（.yaml）", where=str(path), hint="请直接在摘要稿里修改文字")
    from reportgen.analysis.notation import load  # noqa: PLC0415

    return load(read(path).text, str(path))


def printed_brief(path: Path, options: Options) -> Brief:
    """Return the brief as it is printed: what set phrases stand for is our word and needs to be asked for.

    Raises:
        ReportgenError: as `brief`.
    """
    said = brief(path, options.fills)
    if options.glossary:
        return said
    return replace(said, terms=tuple(replace(term, meaning=None, source=None) for term in said.terms))


def build(path: Path, options: Options) -> Built:
    """Turn one speech into the files asked for.

    Raises:
        FidelityError: what was made does not say what the speech says; nothing is written then.
        ReportgenError: a file or template cannot be used; nothing is written then.
    """
    options.notify(Stage.READ)
    said = printed_brief(path, options)
    given = options.facts.over(said.facts)
    facts = known_facts(said, options.facts)
    made: dict[str, Made] = {}
    for role in options.roles:
        options.notify(Stage.making(role))
        name = f"{_stem(path, said, options)}-{role}{role.suffix}"
        made[name] = MAKERS[role](said, facts, options.template(role))
    options.notify(Stage.COMPARE)
    is_edited = path.suffix.lower() in _BRIEFS
    compared = _compared(made, said, facts, options, is_edited=is_edited)
    unfaithful = _unfaithful(compared, options)
    options.notify(Stage.WRITE)
    written = write_all(options.directory, {name: one.data for name, one in made.items()})
    outputs = tuple(map(Output, options.roles, written, (one.counts for one in made.values())))
    source = said.document.source
    title = facts.title or said.document.title_text
    notices = [*unfaithful, *_odd(options.facts), *_notices(said, given, fillable=not is_edited)]
    notices += [notice for one in made.values() for notice in one.notices]
    proof = _proof(compared, made)
    return Built(path, source.sha256, title, outputs, tuple(notices), _reading(said), proof)


def check(path: Path, rules: Collection[str] | None = None) -> Checked:
    """Proofread a speech.

    Args:
        path: the speech.
        rules: names of the rules to apply; all where None.

    Raises:
        SourceError: the file cannot be read.
    """
    from reportgen.analysis.proofreading import proofread  # noqa: PLC0415

    document = outline(path)
    masks = [mask.passage.span for mask in find_masks(document.source)]
    return Checked(path, document, proofread(document, masks, rules))


def commented(checked: Checked) -> bytes:
    """Return a Word file of the speech with the findings as comments.

    Raises:
        TemplateError: the shipped template is damaged.
    """
    from reportgen.planning.review import plan_review  # noqa: PLC0415
    from reportgen.rendering.docx import render_review  # noqa: PLC0415

    return render_review(plan_review(checked.document, checked.findings), _THEME / Role.PAPER.template)


def _stem(path: Path, said: Brief, options: Options) -> str:
    """The base of the output names; what came by standard input has no name of its own but its title."""
    title = options.facts.title if str(path) == STANDARD_INPUT else None
    return (title and _NOT_IN_NAMES.sub("_", title)[:_LONGEST_NAME].strip(" .")) or said.document.source.stem


def known_facts(said: Brief, given: Facts) -> Facts:
    """Return what is printed about the occasion; a speech without title goes by the name of its file."""
    facts = given.over(said.facts)
    if facts.title or said.document.title_text:
        return facts
    return replace(facts, title=said.document.source.stem)


def template_words(options: Options) -> Literals:
    """Return the words that templates print by themselves: those chosen, and the handout's that we ship.

    Raises:
        CheckError: a template is no Office file.
    """
    from reportgen.checking import Literals, template_words  # noqa: PLC0415

    # A look in TOML prints nothing; the slides that somebody left in a deck's template stay there.
    chosen = {options.template(role) for role in options.roles if role is not Role.LEDGER}
    paths = (chosen - {_THEME / Role.DECK.template}) | {_THEME / Role.PAPER.template}
    words = (template_words(path.read_bytes(), str(path)) for path in paths)
    return reduce(or_, words, Literals())


_ANYWAY = "若用了自己的模板，请换用自带模板再试；急用时可加 --anyway 先写出，逐处核对后再印发"


def _compared(
    made: Mapping[str, Made], said: Brief, facts: Facts, options: Options, *, is_edited: bool
) -> dict[str, Comparison]:
    """Open each file again and compare it with the speech and with its plan, before anything is written."""
    from reportgen.checking import compare, ground_of  # noqa: PLC0415

    ground = ground_of(said, facts, template_words(options))
    # What an editor has left of a brief is in the plan; headings that he took out are not owed.
    headings = [] if is_edited else [node.heading for node in said.document.walk()]
    return {name: compare(one.data, name, said, ground, one.expected, headings) for name, one in made.items()}


def _unfaithful(compared: Mapping[str, Comparison], options: Options) -> tuple[Notice, ...]:
    """Tell of the files that differ.

    Raises:
        FidelityError: one says what the speech does not, or lacks something of it, and nobody said "anyway".
    """
    amiss = [(name, one.told) for name, one in compared.items() if one.told]
    if amiss and not options.anyway:
        name, told = amiss[0]
        raise FidelityError(f"成稿与讲话稿不符，没有写出任何文件：{told}", where=name, hint=_ANYWAY)
    hint = "请用 reportgen verify 逐处核对后再印发"
    return tuple(
        Notice(Diagnostic(Severity.WARNING, "unfaithful", f"{name} 与讲话稿不符：{told}", None, hint), None)
        for name, told in amiss
    )


def _proof(compared: Mapping[str, Comparison], made: Mapping[str, Made]) -> Proof:
    from reportgen.checking import proof_of  # noqa: PLC0415

    measured = [one.overflows for one in made.values() if one.overflows is not None]
    return proof_of(tuple(compared.values()), sum(measured) if measured else None)


def _reading(said: Brief) -> Reading:
    source = said.document.source
    return Reading(
        source.kind or "摘要稿",  # it brings its speech along, but not the file
        source.encoding,
        sum(not char.isspace() for char in source.text),
        len({line.paragraph for line in source.lines if line.paragraph}),
        sum(1 for _ in said.document.walk()),
        sum(len(part.measures) for part in said.walk()),
    )


def _odd(given: Facts) -> Iterator[Notice]:
    """Tell of a date that does not look like one; it is printed as it was given all the same."""
    if given.date and not _DATE.search(given.date):
        message = f"给出的日期“{given.date}”不像日期，照样印出"
        yield Notice(Diagnostic(Severity.WARNING, "odd-date", message, None, "请看一看是否写错"), None)


def _notices(said: Brief, facts: Facts, *, fillable: bool) -> tuple[Notice, ...]:
    document = said.document
    found = list(document.diagnostics)
    if not (facts.title or document.title_text):
        message = f"没有找到标题，暂用“{document.source.stem}”"
        found.append(Diagnostic(Severity.WARNING, "no-title", message, None, "可用 --title 指定"))
    for mask in find_masks(document.source):
        text = f"“{mask.passage.text}”是掩去的名称，未填"
        hint = (
            f"可用 --fill '{mask.passage.text}#{mask.order}=…' 填上"
            if fillable
            else "可在讲话稿里填好后重做摘要稿"
        )
        found.append(Diagnostic(Severity.WARNING, "unfilled-mask", text, mask.passage.span, hint))
    found += find_scars(document.source)
    if document.source.left_out:
        message, hint = (
            f"文件里还有{'、'.join(document.source.left_out)}没有读入",
            "需要的内容请写进正文后再试",
        )
        found.append(Diagnostic(Severity.WARNING, "left-out", message, None, hint))
    places = [document.source.place(one.span.start) if one.span else None for one in found]
    return tuple(map(Notice, found, places))
