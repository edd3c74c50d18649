"""Equations (ISO/IEC 29500-1, 22.1): what is drawn around the words of one is written in a line.

A bracket, a root, a sum and the line of a fraction are no text in the file, so that without them 2×(1+5%) is
read as 2×1+5%. The signs are those of Word's own linear form (Unicode Technical Note 28).
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from reportgen.readers.docx.names import M
from reportgen.readers.raised import lowered, raised
from reportgen.text.patterns import lazy

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable

    from lxml.etree import _Element as Element

    from reportgen.readers.docx.runs import RunReader

# One number, name or word: nothing in it needs a bracket around it.
_SIMPLE = lazy(r"[\w.%‰°′″]*")
_ROOTS = {"": "√", "2": "√", "3": "∛", "4": "∜"}
_OFF = frozenset({"0", "false", "off"})
# Raised by nature: they look the same on the line.
_HIGH = frozenset("′″‴*∗°∘")
_STRUCTURES = tuple(
    f"{M}{name}" for name in ("f", "rad", "nary", "d", "sSup", "sSub", "sSubSup", "sPre", "m", "eqArr")
)
_INTEGRAL = "∫"


def _words(element: Element | None) -> str:
    return "" if element is None else "".join(text.text or "" for text in element.iter(f"{M}t"))


def _is_simple(element: Element | None) -> bool:
    return element is None or (
        bool(_SIMPLE.fullmatch(_words(element).strip())) and next(element.iter(*_STRUCTURES), None) is None
    )


def _is_fenced(element: Element) -> bool:
    """Whether all of a part stands in brackets of its own."""
    parts = [child for child in element if not str(child.tag).endswith("Pr")]
    return len(parts) == 1 and parts[0].tag == f"{M}d"


def _sign(element: Element, properties: str, name: str, usual: str) -> str:
    """A sign that the properties state; without a value it is none (22.1.2.7)."""
    stated = element.find(f"{M}{properties}/{M}{name}")
    return usual if stated is None else stated.get(f"{M}val", "")


def _is_on(element: Element, path: str) -> bool:
    stated = element.find(path)
    return stated is not None and stated.get(f"{M}val", "1") not in _OFF


def _read(reader: RunReader, element: Element, name: str) -> None:
    part = element.find(f"{M}{name}")
    if part is not None:
        reader.read(part)


def _fenced(reader: RunReader, part: Element | None) -> None:
    """Read a part, in brackets where it is more than one term."""
    if part is None:
        return
    bare = _is_simple(part) or _is_fenced(part)
    reader.put("" if bare else "(")
    reader.read(part)
    reader.put("" if bare else ")")


def _joined(reader: RunReader, parts: Iterable[Element], sign: str) -> None:
    for at, part in enumerate(parts):
        reader.put(sign if at else "")
        reader.read(part)


def _fraction(reader: RunReader, element: Element) -> None:
    _fenced(reader, element.find(f"{M}num"))
    reader.put("/")
    _fenced(reader, element.find(f"{M}den"))


def _brackets(reader: RunReader, element: Element) -> None:
    reader.put(_sign(element, "dPr", "begChr", "("))
    _joined(reader, element.iterfind(f"{M}e"), _sign(element, "dPr", "sepChr", "|"))
    reader.put(_sign(element, "dPr", "endChr", ")"))


def _root(reader: RunReader, element: Element) -> None:
    degree = element.find(f"{M}deg")
    written = "" if _is_on(element, f"{M}radPr/{M}degHide") else _words(degree).strip()
    reader.put(_ROOTS.get(written) or raised(written) + "√")
    _fenced(reader, element.find(f"{M}e"))


def _large(reader: RunReader, element: Element) -> None:
    """A sum, product or integral with its limits."""
    reader.put(_sign(element, "naryPr", "chr", _INTEGRAL))
    for name, hidden in (("sub", "subHide"), ("sup", "supHide")):
        if not _is_on(element, f"{M}naryPr/{M}{hidden}"):
            part = element.find(f"{M}{name}")
            if part is not None:
                HANDLERS[part.tag](reader, part)
    reader.put(" ")
    _read(reader, element, "e")


def _power(reader: RunReader, element: Element) -> None:
    words = _words(element).strip()
    plain = next(element.iter(*_STRUCTURES), None) is None
    if plain and set(words) <= _HIGH:
        reader.read(element)
    elif plain and raised(words) != words:
        reader.put(raised(words))
    else:
        _linear(reader, element, "^")


def _index(reader: RunReader, element: Element) -> None:
    words = _words(element).strip()
    plain = next(element.iter(*_STRUCTURES), None) is None
    if plain and lowered(words) != words:
        reader.put(lowered(words))
    else:
        _linear(reader, element, "_")


def _linear(reader: RunReader, element: Element, sign: str) -> None:
    if _words(element).strip():
        reader.put(sign)
        _fenced(reader, element)


def _limit(sign: str) -> Callable[[RunReader, Element], None]:
    def handler(reader: RunReader, element: Element) -> None:
        _read(reader, element, "e")
        part = element.find(f"{M}lim")
        if part is not None:
            _linear(reader, part, sign)

    return handler


def _function(reader: RunReader, element: Element) -> None:
    _read(reader, element, "fName")
    argument = element.find(f"{M}e")
    if argument is not None:
        reader.put("" if _is_fenced(argument) else " ")
        reader.read(argument)


def _accent(reader: RunReader, element: Element) -> None:
    """A sign above, which stands behind its letter as a combining one."""
    _read(reader, element, "e")
    sign = _sign(element, "accPr", "chr", "\u0302")
    reader.put(sign if len(_words(element.find(f"{M}e")).strip()) == 1 else "")


def _bar(reader: RunReader, element: Element) -> None:
    _read(reader, element, "e")
    above = _sign(element, "barPr", "pos", "bot") == "top"
    reader.put("\u0304" if above and len(_words(element.find(f"{M}e")).strip()) == 1 else "")


def _rows(reader: RunReader, element: Element) -> None:
    """A matrix row by row, or equations below each other."""
    for at, row in enumerate(element.iterfind(f"{M}mr")):
        reader.put("; " if at else "")
        _joined(reader, row.iterfind(f"{M}e"), " ")


def _stack(reader: RunReader, element: Element) -> None:
    _joined(reader, element.iterfind(f"{M}e"), "; ")


HANDLERS: dict[object, Callable[[RunReader, Element], None]] = {
    f"{M}f": _fraction,
    f"{M}d": _brackets,
    f"{M}rad": _root,
    f"{M}nary": _large,
    f"{M}sup": _power,
    f"{M}sub": _index,
    f"{M}limLow": _limit("_"),
    f"{M}limUpp": _limit("^"),
    f"{M}func": _function,
    f"{M}acc": _accent,
    f"{M}bar": _bar,
    f"{M}m": _rows,
    f"{M}eqArr": _stack,
}
"""How the parts of an equation are read, by their names."""
