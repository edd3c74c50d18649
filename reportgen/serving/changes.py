"""The changes that the page may ask for, by name: from the fields of a form to a function of `editing`."""

from __future__ import annotations

from collections.abc import Callable
from functools import partial
from typing import TYPE_CHECKING, Any

from reportgen.errors import UsageError
from reportgen.serving import editing
from reportgen.serving.choosing import Pool, pool_of, said_on
from reportgen.serving.editing import key_of, path_of

if TYPE_CHECKING:
    from reportgen.analysis import Brief
    from reportgen.planning.deck import Deck

Form = dict[str, str]


def changed(brief: Brief, form: Form, deck: Callable[[], Deck]) -> tuple[Brief, str]:
    """Make a change.

    Args:
        brief: what is changed.
        form: `do` says what, the other fields what with.
        deck: the slides that the brief makes; planned where somebody asks.

    Returns:
        The brief, and the key of the part that is to be shown.

    Raises:
        UsageError: there is no such change, or it cannot be made.
    """
    change = _CHANGES.get(form.get("do", ""))
    if change is None:
        raise UsageError("页面和程序不是同一个版本", hint="请刷新页面")
    return change(brief, form, deck)


def _pool(brief: Brief, form: Form, deck: Callable[[], Deck]) -> Pool:
    return pool_of(brief, editing.part_at(brief, path_of(form.get("part", ""))), said_on(deck()))


def _rename(brief: Brief, form: Form, _deck: Any) -> tuple[Brief, str]:  # noqa: ANN401  not asked
    part = form.get("part", "")
    return editing.renamed(brief, path_of(part), form.get("text", "")), part


def _unhead(brief: Brief, form: Form, _deck: Any) -> tuple[Brief, str]:  # noqa: ANN401
    new, path = editing.unheaded(brief, path_of(form.get("part", "")))
    return new, key_of(path)


def _shift(brief: Brief, form: Form, _deck: Any) -> tuple[Brief, str]:  # noqa: ANN401
    new, path = editing.shifted(brief, path_of(form.get("part", "")), form.get("step", ""))
    return new, key_of(path)


def _move(brief: Brief, form: Form, _deck: Any) -> tuple[Brief, str]:  # noqa: ANN401
    where = form.get("where", "")
    if where not in {"before", "after", "into"}:
        raise UsageError("不知道要移到哪里", hint="请再拖一次")
    new, path = editing.moved(brief, path_of(form.get("part", "")), path_of(form.get("target", "")), where)
    return new, key_of(path)


def _tick(brief: Brief, form: Form, deck: Callable[[], Deck]) -> tuple[Brief, str]:
    part = form.get("part", "")
    pool = _pool(brief, form, deck)
    new = editing.ticked(brief, path_of(part), pool, form.get("line", ""), is_on=form.get("on") == "1")
    return new, part


def _add(brief: Brief, form: Form, deck: Callable[[], Deck]) -> tuple[Brief, str]:
    part = form.get("part", "")
    return editing.added(brief, path_of(part), _pool(brief, form, deck), form.get("text", "")), part


def _drop(brief: Brief, form: Form, _deck: Any) -> tuple[Brief, str]:  # noqa: ANN401
    part = form.get("part", "")
    return editing.dropped(brief, path_of(part), form.get("text", "")), part


def _assign(brief: Brief, form: Form, deck: Callable[[], Deck]) -> tuple[Brief, str]:
    part = form.get("part", "")
    found = next((one for one in _pool(brief, form, deck).lines if one.id == form.get("line")), None)
    if found is None:
        raise UsageError("这一条已经不在了", hint="请重新点选左边的标题")
    owner, deadline = form.get("owner", ""), form.get("deadline", "")
    return editing.assigned(brief, path_of(part), found.line, owner, deadline), part


def _big(brief: Brief, form: Form, _deck: Any) -> tuple[Brief, str]:  # noqa: ANN401
    number = int(form["figure"]) if form.get("figure", "").isdecimal() else -1
    return editing.shown_big(brief, number, is_on=form.get("on") == "1"), form.get("part", "")


def _facts(brief: Brief, form: Form, _deck: Any) -> tuple[Brief, str]:  # noqa: ANN401
    return editing.stated(brief, form), form.get("part", "")


def _fill(brief: Brief, form: Form, _deck: Any) -> tuple[Brief, str]:  # noqa: ANN401
    from reportgen.analysis.notation import dump, load
    from reportgen.readers import Filling, MaskFill
    from reportgen.readers.given import require_printable

    words, mask, order = form.get("text", "").strip(), form.get("mask", ""), form.get("order", "")
    require_printable("填的字", words)
    fill = MaskFill(mask, int(order) if order.isdecimal() else None, words)
    name = brief.document.source.path
    return load(dump(brief), name, partial(Filling.of, fills=(fill,))), form.get("part", "")


_CHANGES: dict[str, Callable[[Brief, Form, Callable[[], Deck]], tuple[Brief, str]]] = {
    "rename": _rename,
    "unhead": _unhead,
    "shift": _shift,
    "move": _move,
    "tick": _tick,
    "add": _add,
    "drop": _drop,
    "assign": _assign,
    "big": _big,
    "facts": _facts,
    "fill": _fill,
}
