"""Read YAML into cells that know their place, so that every fault names line and column.

Only the node graph is used: nothing is constructed, and a text is a text whether it looks like a number or a
date. Anchors, aliases and tags have no use in a brief and are refused.
"""

from __future__ import annotations

from collections.abc import Collection, Iterator
from dataclasses import dataclass
from typing import Any

import yaml

from reportgen.analysis.notation.faults import AGAIN, CHANGED, QUOTE, about_quotes, brief_form, explain
from reportgen.analysis.notation.slips import (
    Slip,
    is_original,
    open_quote,
    slip_before,
    slip_in_plain,
    takes_a_key,
)
from reportgen.errors import BriefError
from reportgen.text.patterns import lazy

_DEEPEST = 60
"""Levels of YAML in a brief; nine levels of headings need some twenty."""
_REMARK = "如果是正文，请用英文引号把整句括起来；如果是说明，请另起一行"
_SURROGATES = lazy("[\ud800-\udfff]")


@dataclass(frozen=True, slots=True)
class Cell:
    """One value of the file and where it stands; `name` is the key or entry it belongs to."""

    node: yaml.Node
    path: str
    name: str = ""

    def fault(self, message: str, hint: str) -> BriefError:
        """Return an error that points here."""
        mark = self.node.start_mark
        return fault_at(self.path, mark.line, mark.column, message, hint)

    @property
    def is_empty(self) -> bool:
        """Whether nothing stands behind the key."""
        return isinstance(self.node, yaml.ScalarNode) and not self.node.value

    @property
    def is_text(self) -> bool:
        """Whether this is one text (an empty one included)."""
        return isinstance(self.node, yaml.ScalarNode)

    def text(self) -> str:
        """Return the text, which is all that was typed there.

        Raises:
            BriefError: this is a list or a mapping, holds half a character, or YAML made another text of what
                was typed: it left out what stands behind a `#`, or took the next lines in.
        """
        value = self.value()
        if isinstance(self.node, yaml.ScalarNode):
            self._check_typed(self.node)
        return value

    def value(self) -> str:
        """Return what YAML reads here, without a remark behind it.

        Raises:
            BriefError: this is a list or a mapping, or holds half a character.
        """
        if not isinstance(self.node, yaml.ScalarNode):
            raise self._misplaced(f"“{self.name}”后面应是一句话", "请照原来的写法改回")
        value: str = self.node.value
        if _SURROGATES.search(value):
            raise self.fault(f"“{self.name}”里有无法识别的字符", "请删去后重新输入")
        return value

    def _check_typed(self, node: yaml.ScalarNode) -> None:
        typed = _Typed.of(node)
        if node.style is None:
            remark = typed.remark()
            slip = typed.slip() or (remark and Slip(*remark, "“#”和它后面的字不会印出来", _REMARK))
            if slip:
                raise fault_at(self.path, slip.line, slip.column, slip.message, slip.hint)
        elif node.style in "'\"" and takes_a_key(typed.lines):
            raise self.fault("从这一行起的引号没有配对", "请补上或删去引号")

    def texts(self) -> Iterator[str]:
        """Yield every text here and below, keys apart."""
        if isinstance(self.node, yaml.ScalarNode):
            yield self.node.value
        elif isinstance(self.node, yaml.CollectionNode):
            pairs = isinstance(self.node, yaml.MappingNode)
            for one in self.node.value:
                yield from Cell(one[1] if pairs else one, self.path).texts()

    def items(self) -> tuple[Cell, ...]:
        """Return the entries of a list; none where nothing stands here.

        Raises:
            BriefError: this is a text or a mapping.
        """
        if self.is_empty:
            return ()
        if not isinstance(self.node, yaml.SequenceNode):
            raise self._misplaced(f"“{self.name}”下面应是一条一条的内容", "请每条另起一行，以“- ”开头")
        return tuple(Cell(node, self.path, self.name) for node in self.node.value)

    def fields(self, known: Collection[str], hidden: Collection[str] = ()) -> dict[str, Cell]:
        """Return the values of a mapping by key.

        Args:
            known: the keys that a message may advise.
            hidden: further keys, which are not for editing.

        Raises:
            BriefError: this is no mapping, or has a key twice or one that is not among them.
        """
        if not isinstance(self.node, yaml.MappingNode):
            raise self._misplaced(f"“{self.name}”的写法不对", f"可写：{'、'.join(known)}，每项一行")
        found: dict[str, Cell] = {}
        for key, value in self.node.value:
            name = Cell(key, self.path, "项目名称")
            word = name.value()
            if word not in known and word not in hidden:
                raise self._strange(name, word, known)
            if word in found:
                raise name.fault(f"“{word}”写了两遍", "请删去一个")
            found[word] = Cell(value, self.path, word)
        return found

    def _misplaced(self, message: str, hint: str) -> BriefError:
        """The fault of a value of another shape; a text that begins with a bracket is one to YAML."""
        if isinstance(self.node, yaml.CollectionNode) and self.node.flow_style:
            mark = "[" if isinstance(self.node, yaml.SequenceNode) else "{"
            return self.fault(f"这一行的文字不能以“{mark}”开头", QUOTE)
        return self.fault(message, hint)

    def _strange(self, name: Cell, word: str, known: Collection[str]) -> BriefError:
        """The fault of a key that is none: a slip of the fingers, or a colon of a sentence's own."""
        if isinstance(self.node, yaml.CollectionNode) and self.node.flow_style:
            return self._misplaced("", "")
        mark = name.node.start_mark
        slip = slip_before((mark.buffer or "").split("\n"), mark.line)
        if slip and slip.line == mark.line:
            return fault_at(self.path, slip.line, slip.column, slip.message, slip.hint)
        prose = f"；{QUOTE}" if len(self.node.value) == 1 else ""
        return name.fault(f"不认识“{brief_form(word)}”这一项", f"可写：{'、'.join(known)}{prose}")


@dataclass(frozen=True, slots=True)
class _Typed:
    """How a text was typed: the lines of the file that it stands on, and where it begins and ends in them."""

    lines: tuple[str, ...]
    first: int
    column: int
    end: int

    @classmethod
    def of(cls, node: yaml.ScalarNode) -> _Typed:
        start, end = node.start_mark, node.end_mark
        text = start.buffer or ""
        # A text in quotes ends behind its quote, one without where a blank or a mark of YAML's own ends it.
        stop = text.find("\n", end.pointer)
        lines = text[start.pointer - start.column : stop if stop >= 0 else len(text)].rstrip("\0").split("\n")
        return cls(tuple(lines[: end.line - start.line + 1]), start.line, start.column, end.column)

    def slip(self) -> Slip | None:
        """The slip that made this text take in what was meant otherwise."""
        return slip_in_plain(self.lines, self.first, self.column)

    def remark(self) -> tuple[int, int] | None:
        """Line and column of a `#` behind the text, which YAML leaves out with all behind it."""
        rest = self.lines[-1][self.end :]
        at = len(rest) - len(rest.lstrip(" \t"))
        return (self.first + len(self.lines) - 1, self.end + at) if rest.startswith("#", at) else None


def read_cells(text: str, path: str) -> Cell:
    """Return the whole of a YAML text.

    Args:
        text: the file's text.
        path: what messages call the file.

    Raises:
        BriefError: the text is no YAML, or is empty.
    """
    root = _compose(text, path)
    if root is None or isinstance(root, yaml.ScalarNode):
        raise BriefError("这不是摘要稿", where=f"{path}:1:1", hint=AGAIN)
    return Cell(root, path, "摘要稿")


class _Loader(yaml.SafeLoader):
    """PyYAML's loader up to the node graph, without anchors and tags, and not deeper than a brief can be."""

    depth = 0

    def compose_node(self, parent: yaml.Node | None, index: int) -> yaml.Node | None:
        event: Any = self.peek_event()  # type: ignore[no-untyped-call]
        fault = _needless(event) or ("too deep" if self.depth >= _DEEPEST else "")
        if fault:
            raise yaml.MarkedYAMLError(problem=fault, problem_mark=event.start_mark)
        self.depth += 1
        node: yaml.Node | None = super().compose_node(parent, index)
        self.depth -= 1
        return node


def _needless(event: object) -> str:
    if isinstance(event, yaml.AliasEvent):
        return "alias"
    return next((name for name in ("anchor", "tag") if getattr(event, name, None) is not None), "")


def _compose(text: str, path: str) -> yaml.Node | None:
    try:
        loader = _Loader(text)
    except yaml.reader.ReaderError as error:
        raise _unreadable(text, path, error.position) from None
    try:
        root: yaml.Node | None = loader.get_single_node()
    except yaml.MarkedYAMLError as error:
        raise _broken(text, path, error) from None
    except (ValueError, OverflowError):
        # PyYAML leaves an escape for a character that does not exist ("\UFFFFFFFF") to `chr`, and the
        # digits of a version to `int`.
        mark = loader.get_mark()
        raise fault_at(path, mark.line, mark.column, "这一行有无法识别的字符", "请删去后重新输入") from None
    return root


def _broken(text: str, path: str, error: yaml.MarkedYAMLError) -> BriefError:
    """The fault as its editor made it, which is often above the line that YAML complains of."""
    mark, message, hint = explain(error)
    lines = text.split("\n")
    inside = is_original(lines, mark.line)
    quote = open_quote(lines, mark.line) if inside or about_quotes(error) else None
    slip = quote or (None if inside else slip_before(lines, mark.line))
    if slip:
        return fault_at(path, slip.line, slip.column, slip.message, slip.hint)
    if inside:
        message, hint = CHANGED
    return fault_at(path, mark.line, mark.column, message, hint)


def _unreadable(text: str, path: str, position: int) -> BriefError:
    before = text[:position]
    line, column = before.count("\n") + 1, position - before.rfind("\n")
    where = f"{path}:{line}:{column}"
    return BriefError("这一行有无法识别的字符", where=where, hint="请删去这个字符")


def fault_at(path: str, line: int, column: int, message: str, hint: str) -> BriefError:
    """Return an error that points to a line and a column, both from 0."""
    return BriefError(message, where=f"{path}:{line + 1}:{column + 1}", hint=hint)
