"""From speech to files: the one place that knows the order of the stages."""

from __future__ import annotations

import re
from collections.abc import Callable, Collection, Iterator, Mapping
from dataclasses import dataclass, field, replace
from functools import partial, reduce
from operator import or_
from pathlib import Path
from typing import TYPE_CHECKING

from reportgen.analysis import Brief
from reportgen.errors import Diagnostic, FidelityError, Severity, UsageError
from reportgen.making import MAKERS, Made
from reportgen.outline import Document
from reportgen.planning.facts import Facts
from reportgen.readers import (
    STANDARD_INPUT,
    Fill,
    Filling,
    fill_masks,
    find_masks,
    find_scars,
    read,
    read_brief,
    require_buildable,
    require_printable,
    stem_of,
)
from reportgen.results import Built, Checked, Notice, Output, Reading, Role, Stage
from reportgen.themes import Theme, standard
from reportgen.writing import require_no_input, require_writable, write_all

if TYPE_CHECKING:
    from reportgen.checking import Comparison, Literals, Proof

# Windows allows none of these in a file name; other systems no slash.
_NOT_IN_NAMES = re.compile(r'[\x00-\x1f<>:"/\\|?*]')
_DATE = re.compile(r"[年月日号]|\d{4}[-./－．]\d")
_LONGEST_NAME = 60  # characters; file systems allow 255 bytes, and a Han character takes three
_LONGEST_FACT = 80  # characters; the longest titles of real speeches have some sixty
_FACTS = {"title": "标题", "speaker": "讲话人", "unit": "单位", "date": "日期"}
_BRIEFS = frozenset({".yaml", ".yml"})


@dataclass(frozen=True, slots=True)
class Options:
    """What the user asked for, the same for every speech of a call.

    `theme` gives the templates. `glossary` prints what
    set phrases stand for. `anyway` writes files that do not say what the speech says, with a warning.
    `inputs` are all speeches of the call: no output may take the place of one. `notify` is told each stage as
    it begins.

    Raises:
        UsageError: a fact cannot be printed.
    """

    directory: Path = Path("output")
    roles: tuple[Role, ...] = tuple(Role)
    facts: Facts = field(default_factory=Facts)
    fills: tuple[Fill, ...] = ()
    theme: Theme = field(default_factory=standard)
    glossary: bool = False
    anyway: bool = False
    inputs: tuple[Path, ...] = ()
    notify: Callable[[str], None] = field(default=lambda _stage: None)

    def __post_init__(self) -> None:
        for name in _FACTS:
            require_printable(f"--{name}", getattr(self.facts, name) or "")
        _require_short(self.facts, "")

    def template(self, role: Role) -> Path:
        """The template for one kind of output."""
        return self.theme.template(role.template)


def _require_short(facts: Facts, where: str) -> None:
    """Refuse a fact that no cover holds.

    Raises:
        UsageError: one given by hand, or written into a brief, is too long.
    """
    for name, label in _FACTS.items():
        count = len(getattr(facts, name) or "")
        if count > _LONGEST_FACT:
            at = where or f"--{name}"
            raise UsageError(f"{label}有 {count} 字，最多 {_LONGEST_FACT} 字", where=at, hint="请写得短一些")


def outline(path: Path, fills: tuple[Fill, ...] = ()) -> Document:
    """Read and parse a speech.

    Raises:
        SourceError: the file cannot be read, or has too many headings.
        UsageError: a fill names a mask that is not there.
    """
    from reportgen.outline import parse, within_limits  # noqa: PLC0415  a stage is loaded when it is reached

    return within_limits(parse(fill_masks(read(path), fills)))


def brief(path: Path, fills: tuple[Fill, ...] = (), *, to_build: bool = False) -> Brief:
    """Read a speech and say what it says, or take an edited brief as it is.

    Args:
        path: the speech or the brief.
        fills: what masked names read.
        to_build: whether files will be made of it.

    Raises:
        SourceError: the file cannot be read, or is too long to be built.
        BriefError: an edited brief is broken.
        UsageError: a fill names a mask that is not there.
    """
    from reportgen.analysis import analyse  # noqa: PLC0415

    if path.suffix.lower() not in _BRIEFS:
        document = outline(path, fills)
        if to_build:
            require_buildable(document.source.text, document.source.path)
        return analyse(document)
    from reportgen.analysis.notation import load  # noqa: PLC0415

    fill = partial(Filling.of, fills=fills) if fills else None
    said = load(read_brief(path), str(path), fill)
    if to_build:
        require_buildable(said.document.source.text, str(path))
    return said


def printed_brief(path: Path, options: Options) -> Brief:
    """Return the brief as it is printed: what set phrases stand for is our word and needs to be asked for.

    Raises:
        ReportgenError: as `brief`.
    """
    said = brief(path, options.fills, to_build=True)
    if options.glossary:
        return said
    return replace(said, terms=tuple(replace(term, meaning=None, source=None) for term in said.terms))


def build(path: Path, options: Options) -> Built:
    """Turn one speech into the files asked for.

    Raises:
        FidelityError: what was made does not say what the speech says; nothing is written then.
        OutputError: the files cannot be written, which is told before the work where it can be known.
        ReportgenError: a file or template cannot be used; nothing is written then.
    """
    options.notify(Stage.READ)
    is_edited = path.suffix.lower() in _BRIEFS
    # A brief keeps the name of its speech.
    require_writable(options.directory, () if is_edited else _names(path, stem_of(path), options).values())
    said = printed_brief(path, options)
    _require_short(said.facts, str(path))
    names = _names(path, said.document.source.stem, options)
    if is_edited:
        require_writable(options.directory, names.values())
    require_no_input((options.directory / name for name in names.values()), (path, *options.inputs))
    given = options.facts.over(said.facts)
    facts = known_facts(said, options.facts)
    made: dict[str, Made] = {}
    for role in options.roles:
        options.notify(Stage.making(role))
        made[names[role]] = MAKERS[role](said, facts, options.template(role))
    options.notify(Stage.COMPARE)
    compared = _compared(made, said, facts, options, is_edited=is_edited)
    unfaithful = _unfaithful(compared, options)
    options.notify(Stage.WRITE)
    written = write_all(options.directory, {name: one.data for name, one in made.items()})
    outputs = tuple(map(Output, options.roles, written, (one.counts for one in made.values())))
    source = said.document.source
    title = facts.title or said.document.title_text
    notices = [*unfaithful, *_odd(options.facts), *_notices(said, given)]
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

    return render_review(
        plan_review(checked.document, checked.findings), standard().template(Role.PAPER.template)
    )


def _names(path: Path, stem: str, options: Options) -> dict[Role, str]:
    """The output names; what came by standard input has no name of its own but its title."""
    title = options.facts.title if str(path) == STANDARD_INPUT else None
    base = (title and _NOT_IN_NAMES.sub("_", title)[:_LONGEST_NAME].strip(" .")) or stem
    return {role: f"{base}-{role}{role.suffix}" for role in options.roles}


def known_facts(said: Brief, given: Facts) -> Facts:
    """Return what is printed about the occasion; a speech without title goes by the name of its file."""
    facts = given.over(said.facts)
    if facts.title or said.document.title_text:
        return facts
    return replace(facts, title=said.document.source.stem)


def template_words(options: Options) -> Literals:
    """Return the words that templates print by themselves: those chosen, and the handout's that we ship.

    Raises:
        TemplateError: a template cannot be used.
    """
    from reportgen.checking import Literals, template_words  # noqa: PLC0415
    from reportgen.rendering.opening import WORD, template_bytes  # noqa: PLC0415

    # A look in TOML prints nothing of its own, and a deck's template nothing that is read as said on a slide.
    paths = {standard().template(Role.PAPER.template)}
    if Role.PAPER in options.roles:
        paths.add(options.template(Role.PAPER))
    words = (template_words(template_bytes(path, WORD), str(path)) for path in paths)
    return reduce(or_, words, Literals())


_ANYWAY = "急用时可加 --anyway 先写出，逐处核对后再印发"


def _on_refusal(template: Path) -> str:
    """What to do about a file that is not let out: a template of the user's own is named, no other."""
    if template.parent == standard().folder:
        return f"这是程序的问题，请附上稿件报告给维护者；{_ANYWAY}"
    return f"这个文件用的是自己的模板 {template}，可去掉 --theme 再试，看是不是模板的问题；{_ANYWAY}"


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
    amiss = [
        (role, name, one.told)
        for role, (name, one) in zip(options.roles, compared.items(), strict=True)
        if one.told
    ]
    if amiss and not options.anyway:
        role, name, told = amiss[0]
        hint = _on_refusal(options.template(role))
        raise FidelityError(f"成稿与讲话稿不符，没有写出任何文件：{told}", where=name, hint=hint)
    hint = "请用 reportgen verify 逐处核对后再印发"
    return tuple(
        Notice(Diagnostic(Severity.WARNING, "unfaithful", f"{name} 与讲话稿不符：{told}", None, hint), None)
        for _, name, told in amiss
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


def _notices(said: Brief, facts: Facts) -> tuple[Notice, ...]:
    document = said.document
    found = list(document.diagnostics)
    if not (facts.title or document.title_text):
        message = f"没有找到标题，暂用“{document.source.stem}”"
        found.append(Diagnostic(Severity.WARNING, "no-title", message, None, "可用 --title 指定"))
    for mask in find_masks(document.source):
        text = f"“{mask.passage.text}”是掩去的名称，未填"
        hint = f"可用 --fill '{mask.passage.text}#{mask.order}=…' 填上"
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
