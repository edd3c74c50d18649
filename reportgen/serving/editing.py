"""What an editor does to a brief on the page: each a function from a brief to a brief.

Parts go by their path: ``1.2`` is the third part below the second. All that is written in is an `Editorial`;
reading the notation back makes the speaker's words of those that are.
"""

from __future__ import annotations

from dataclasses import fields, replace
from typing import TYPE_CHECKING

from reportgen.analysis.brief import Brief, Editorial, Facts, Goal, Line, Measure, Part, Task, begins_in
from reportgen.errors import UsageError

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator, Sequence

    from reportgen.serving.choosing import Pool

Path = tuple[int, ...]
_LONGEST = 500
"""Characters of a line that an editor may write; no slide holds more."""
_STALE = UsageError("这一部分已经不在了", hint="请重新点选左边的标题")


def path_of(key: str) -> Path:
    """Return the path that a key of the page means.

    Raises:
        UsageError: it is none.
    """
    try:
        return tuple(int(step) for step in key.split("."))
    except ValueError:
        raise _STALE from None


def key_of(path: Sequence[int]) -> str:
    """Return the key of a path."""
    return ".".join(map(str, path))


def walk(parts: Sequence[Part], above: Path = ()) -> Iterator[tuple[Path, Part]]:
    """Yield every part with its path, in order."""
    for at, part in enumerate(parts):
        yield (*above, at), part
        yield from walk(part.parts, (*above, at))


def part_at(brief: Brief, path: Path) -> Part:
    """Return the part of a path.

    Raises:
        UsageError: there is none.
    """
    parts, found = brief.parts, None
    for step in path:
        if not 0 <= step < len(parts):
            raise _STALE
        found = parts[step]
        parts = found.parts
    if found is None:
        raise _STALE
    return found


def _changed(
    parts: tuple[Part, ...], path: Path, change: Callable[[tuple[Part, ...], int], tuple[Part, ...]]
) -> tuple[Part, ...]:
    """The parts with the list that holds a path's part changed."""
    step, *below = path
    if not below:
        return change(parts, step)
    part = parts[step]
    inside = replace(part, parts=_changed(part.parts, tuple(below), change))
    return (*parts[:step], inside, *parts[step + 1 :])


def _with_part(brief: Brief, path: Path, part: Part) -> Brief:
    parts = _changed(brief.parts, path, lambda list_, at: (*list_[:at], part, *list_[at + 1 :]))
    return replace(brief, parts=parts)


def words(text: str) -> str:
    """Return what an editor has typed as one line.

    Raises:
        UsageError: nothing is left, or too much, or it cannot be printed.
    """
    line = " ".join(text.split())
    if not line:
        raise UsageError("没有写字", hint="请写上要加的话")
    if len(line) > _LONGEST:
        raise UsageError(f"这句话有 {len(line)} 字，最多 {_LONGEST} 字", hint="请写得短一些")
    if not line.isprintable():
        raise UsageError("里面有不能印出的字符", hint="请删去后重新输入")
    return line


def renamed(brief: Brief, path: Path, text: str) -> Brief:
    """Give a part another heading, wherever the brief prints it."""
    part, new = part_at(brief, path), Editorial(words(text))
    old = {part.heading, part.summary} if _is_of_heading(part) else {part.heading}
    summary = new if part.summary in old else part.summary
    brief = _with_part(brief, path, replace(part, heading=new, summary=summary))
    tasks = tuple(
        replace(one, headline=new) if one.node == part.node and one.headline in old else one
        for one in brief.tasks
    )
    abstract = tuple(new if line in old else line for line in brief.abstract)
    return replace(brief, tasks=tasks, abstract=abstract)


def _is_of_heading(part: Part) -> bool:
    return part.summary == part.heading or begins_in(part.summary, part.node.heading.span)


def unheaded(brief: Brief, path: Path) -> tuple[Brief, Path]:
    """Make no heading of a part: what stands below it goes to the part before it, or to the one above.

    Returns:
        The brief, and the path of the part that has taken it in.

    Raises:
        UsageError: it is the only part, and nothing is left to take it in.
    """
    part = part_at(brief, path)
    *above, at = path
    if at:
        into: Path = (*above, at - 1)
    elif above:
        into = tuple(above)
    else:
        raise UsageError("第一个标题前面没有别的部分，去不掉", hint="可以改它的文字，或调到别处再去掉")
    taker = part_at(brief, into)
    parts = _changed(brief.parts, path, lambda list_, index: (*list_[:index], *list_[index + 1 :]))
    children = (
        (*taker.parts, *part.parts)
        if at
        else (*part.parts, *part_at(replace(brief, parts=parts), into).parts)
    )
    taken = replace(
        taker,
        measures=(*taker.measures, *part.measures),
        goals=(*taker.goals, *part.goals),
        statements=(*taker.statements, part.heading, *part.lead, *part.statements),
        parts=children,
    )
    brief = _with_part(replace(brief, parts=parts), into, taken)
    return replace(brief, tasks=tuple(_rejoined(brief.tasks, part, taken))), into


def _rejoined(tasks: Sequence[Task], gone: Part, taker: Part) -> Iterator[Task]:
    """The tasks with those of a part that is gone joined to those of the part that took it in."""
    moved = next((one for one in tasks if one.node == gone.node), None)
    has_own = any(one.node == taker.node for one in tasks)
    for one in tasks:
        if moved and has_own and one.node == taker.node:
            measures, goals = (*one.measures, *moved.measures), (*one.goals, *moved.goals)
            yield replace(one, measures=measures, goals=goals)
        elif moved and one is moved:
            if not has_own:
                yield replace(one, node=taker.node, headline=taker.heading)
        else:
            yield one


def moved(brief: Brief, path: Path, target: Path, where: str) -> tuple[Brief, Path]:
    """Move a part with all below it before, behind or into another.

    Args:
        brief: the brief.
        path: what is moved.
        target: the part that it goes to.
        where: ``before``, ``after`` or ``into``, as its last part.

    Returns:
        The brief, and where the part is now.

    Raises:
        UsageError: a part cannot go into itself.
    """
    part, goal = part_at(brief, path), part_at(brief, target)
    if target[: len(path)] == path:
        raise UsageError("不能移到它自己里面", hint="请移到别的标题旁边")
    mark = replace(part)  # another object with the same content: found again by identity
    if where == "into":
        parts = _changed(
            brief.parts,
            target,
            lambda list_, at: (*list_[:at], replace(goal, parts=(*goal.parts, mark)), *list_[at + 1 :]),
        )
    else:
        behind = int(where == "after")
        parts = _changed(
            brief.parts, target, lambda list_, at: (*list_[: at + behind], mark, *list_[at + behind :])
        )
    rest = _without(parts, part)
    place = next(found for found, one in walk(rest) if one is mark)
    brief = replace(brief, parts=rest)
    return replace(brief, tasks=_in_order(brief)), place


def _without(parts: tuple[Part, ...], gone: Part) -> tuple[Part, ...]:
    """The parts without one of them; all that did not hold it stay the objects that they were."""
    return tuple(
        replace(one, parts=_without(one.parts, gone)) if any(below is gone for below in one.walk()) else one
        for one in parts
        if one is not gone
    )


def _in_order(brief: Brief) -> tuple[Task, ...]:
    """The tasks in the order of their parts; those of no part stay behind."""
    order = {part.node.span: at for at, part in reversed([*enumerate(brief.walk())])}
    return tuple(sorted(brief.tasks, key=lambda one: order.get(one.node.span, len(order))))


def shifted(brief: Brief, path: Path, step: str) -> tuple[Brief, Path]:
    """Move a part by one place: ``up``, ``down``, ``out`` (a level higher) or ``in`` (a level lower).

    Raises:
        UsageError: there is no such place.
    """
    *above, at = path
    siblings = part_at(brief, tuple(above)).parts if above else brief.parts
    part_at(brief, path)
    if step == "up" and at:
        return moved(brief, path, (*above, at - 1), "before")
    if step == "down" and at + 1 < len(siblings):
        return moved(brief, path, (*above, at + 1), "after")
    if step == "out" and above:
        return moved(brief, path, tuple(above), "after")
    if step == "in" and at:
        return moved(brief, path, (*above, at - 1), "into")
    raise UsageError("已经到头了", hint="换一个方向试试")


def ticked(brief: Brief, path: Path, pool: Pool, line: str, *, is_on: bool) -> Brief:
    """Put a line of a part on slides and handout, or take it off; the checklist keeps all that is to be done.

    The first touch makes a choice of what the plan had chosen, so that nothing else comes or goes.
    """
    part = part_at(brief, path)
    known = {one.id for one in pool.lines}
    if line not in known:
        raise UsageError("这一条已经不在了", hint="请重新点选左边的标题")
    shown = {one.id for one in pool.lines if one.is_ticked} - {line} | ({line} if is_on else set())
    (touched,) = (one.line for one in pool.lines if one.id == line)
    wanted = (*(one for one in brief.wanted if one != touched), *((touched,) if is_on else ()))
    return replace(_with_part(brief, path, _chosen(part, pool, shown)), wanted=wanted)


def _chosen(part: Part, pool: Pool, wanted: set[str]) -> Part:
    held = [one for one in pool.lines if one.id in wanted]
    return replace(
        part,
        measures=tuple(one.held for one in held if isinstance(one.held, Measure)),
        goals=tuple(one.held for one in held if isinstance(one.held, Goal)),
        statements=tuple(one.line for one in held if not isinstance(one.held, Measure | Goal)),
    )


def added(brief: Brief, path: Path, pool: Pool, text: str) -> Brief:
    """Add a measure of the editor's own to a part and to its task."""
    new = Measure(Editorial(words(text)))
    brief = replace(brief, wanted=(*brief.wanted, new.line))
    part = _chosen(part_at(brief, path), pool, {one.id for one in pool.lines if one.is_ticked})
    brief = _with_part(brief, path, replace(part, measures=(*part.measures, new)))
    if any(one.node == part.node for one in brief.tasks):
        tasks = (
            replace(one, measures=(*one.measures, new)) if one.node == part.node else one
            for one in brief.tasks
        )
        return replace(brief, tasks=tuple(tasks))
    brief = replace(brief, tasks=(*brief.tasks, Task(part.node, part.heading, (new,))))
    return replace(brief, tasks=_in_order(brief))


def dropped(brief: Brief, path: Path, text: str) -> Brief:
    """Take an editor's own line out of a part and its task."""
    part = part_at(brief, path)

    def left(measures: Sequence[Measure]) -> tuple[Measure, ...]:
        return tuple(
            one for one in measures if not (isinstance(one.line, Editorial) and one.line.text == text)
        )

    brief = _with_part(brief, path, replace(part, measures=left(part.measures)))
    brief = replace(brief, wanted=tuple(one for one in brief.wanted if one != Editorial(text)))
    tasks = (
        replace(one, measures=left(one.measures)) if one.node == part.node else one for one in brief.tasks
    )
    kept = tuple(one for one in tasks if one.measures or one.goals or one.node != part.node)
    return replace(brief, tasks=kept)


def assigned(brief: Brief, path: Path, line: Line, owner: str, deadline: str) -> Brief:
    """Say who is to do a measure and by when; an empty text takes it away where an editor wrote it."""
    part = part_at(brief, path)

    def told(one: Measure) -> Measure:
        if one.line != line:
            return one
        return replace(one, owner=_stated(one.owner, owner), deadline=_stated(one.deadline, deadline))

    brief = _with_part(brief, path, replace(part, measures=tuple(map(told, part.measures))))
    tasks = tuple(
        replace(one, measures=tuple(map(told, one.measures))) if one.node == part.node else one
        for one in brief.tasks
    )
    return replace(brief, tasks=tasks)


def _stated(old: Line | None, text: str) -> Line | None:
    if not text.strip():
        return None
    return old if old is not None and old.text == text.strip() else Editorial(words(text))


def shown_big(brief: Brief, number: int, *, is_on: bool) -> Brief:
    """Let a figure stand big on a slide, or not."""
    if not 0 <= number < len(brief.figures):
        raise _STALE
    one = replace(brief.figures[number], is_big=is_on)
    return replace(brief, figures=(*brief.figures[:number], one, *brief.figures[number + 1 :]))


def stated(brief: Brief, said: dict[str, str]) -> Brief:
    """Say what is known of the occasion: title, speaker, unit, date; an empty one leaves the speech's own.

    Raises:
        UsageError: one cannot be printed, or no cover holds it.
    """
    from reportgen.options import Options

    known = {one.name: " ".join(said.get(one.name, "").split()) or None for one in fields(Facts)}
    try:
        facts = Options(facts=Facts(**known)).facts
    except UsageError as error:
        raise UsageError(error.message, hint=error.hint) from None
    return replace(brief, facts=facts)
